// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import Outpost.Theme

// Thin, visible whenever there is more to see.
T.ScrollBar {
    id: root

    implicitWidth: root.orientation === Qt.Vertical ? 10 : 40
    implicitHeight: root.orientation === Qt.Vertical ? 40 : 10
    padding: 2
    minimumSize: 0.06
    policy: T.ScrollBar.AsNeeded
    visible: root.policy === T.ScrollBar.AlwaysOn || (root.policy === T.ScrollBar.AsNeeded && root.size > 0.0 && root.size < 1.0)
    hoverEnabled: true

    Accessible.ignored: true

    contentItem: Rectangle {
        implicitWidth: 6
        implicitHeight: 6
        radius: 3
        color: root.pressed || root.hovered ? Theme.color.second : Theme.color.controlBorder
        opacity: root.pressed || root.hovered ? 1 : 0.6
    }
}
