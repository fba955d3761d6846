// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Shapes
import Outpost.Theme

// Covers one corner of a picture outside a rounded edge: 0 top left, 1 top right, 2 bottom left, 3 bottom right.
Item {
    id: root

    property int corner: 0
    property color color: Theme.color.surface

    width: Theme.radiusControl
    height: Theme.radiusControl

    Shape {
        anchors.fill: parent
        rotation: root.corner === 0 ? 0 : root.corner === 1 ? 90 : root.corner === 2 ? 270 : 180
        preferredRendererType: Shape.CurveRenderer

        ShapePath {
            strokeWidth: -1
            fillColor: root.color
            startX: 0
            startY: 0

            PathLine {
                x: Theme.radiusControl
                y: 0
            }
            PathQuad {
                x: 0
                y: Theme.radiusControl
                controlX: Theme.radiusControl * 0.15
                controlY: Theme.radiusControl * 0.15
            }
        }
    }
}
