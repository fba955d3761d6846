// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Outpost.Theme
import Outpost.Controls
import Outpost.Map

// How long a round distance is on the map, at its centre.
Item {
    id: root

    required property MapCamera camera
    // The property is part of the expression, not read for its own sake: compiled ahead of time, such a read is gone.
    readonly property real metres: root.camera.metresPerPixel > 0 ? root.camera.scaleMetres(110) : 0
    readonly property string words: {
        if (root.metres >= 1000)
            //: Distance on the scale of a map, in kilometres.
            return qsTr("%1 km").arg(Number(root.metres / 1000).toLocaleString(Qt.locale(), "f", 0));
        //: Distance on the scale of a map, in metres.
        return qsTr("%1 m").arg(Number(root.metres).toLocaleString(Qt.locale(), "f", 0));
    }

    implicitWidth: Math.max(bar.width, label.implicitWidth) + 2 * Theme.space8
    implicitHeight: label.implicitHeight + 12

    Accessible.role: Accessible.StaticText
    //: Said by a screen reader; %1 is a distance.
    Accessible.name: qsTr("Scale: %1").arg(root.words)

    Rectangle {
        anchors.fill: parent
        radius: Theme.radiusControl
        color: Theme.color.surface
        opacity: 0.85
    }
    Label {
        id: label

        x: Theme.space8
        y: 2
        role: Label.Tiny
        tone: Label.Secondary
        text: root.words
        Accessible.ignored: true
    }
    Rectangle {
        id: bar

        x: Theme.space8
        y: parent.height - 7
        width: root.camera.metresPerPixel > 0 ? Math.round(root.metres / root.camera.metresPerPixel) : 0
        height: 2
        color: Theme.color.second
    }
}
