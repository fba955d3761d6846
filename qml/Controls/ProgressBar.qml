// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import Outpost.Theme

// How far something is, 0 to 1.
T.ProgressBar {
    id: root

    property string accessibleName: ""

    implicitWidth: Math.round(160 * Theme.scale)
    implicitHeight: 8

    Accessible.role: Accessible.ProgressBar
    Accessible.name: root.accessibleName

    contentItem: Item {
        Rectangle {
            x: root.indeterminate ? parent.width * 0.35 : 0
            width: root.indeterminate ? parent.width * 0.3 : Math.max(root.visualPosition > 0 ? parent.height : 0, root.visualPosition * parent.width)
            height: parent.height
            radius: height / 2
            color: Theme.color.accent
        }
    }
    background: Rectangle {
        radius: height / 2
        color: Theme.color.sunk
        border.width: Theme.borderWidth
        border.color: Theme.color.border
    }
}
