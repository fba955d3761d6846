// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Outpost.Theme

// A key or key combination, as printed on a key.
Rectangle {
    id: root

    required property string text

    implicitWidth: label.implicitWidth + 12
    implicitHeight: label.implicitHeight + 2
    radius: 4
    color: Theme.color.surface
    border.width: Theme.borderWidth
    border.color: Theme.color.border

    Label {
        id: label

        anchors.centerIn: parent
        role: Label.Tiny
        tone: Label.Secondary
        text: root.text
    }
}
