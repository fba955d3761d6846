// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Outpost.Theme
import Outpost.Controls

// The sign of the program, with its name where there is room.
Row {
    id: root

    property bool nameShown: true
    property int size: Math.round(24 * Math.min(Theme.scale, 1.6))

    spacing: 11

    Accessible.role: Accessible.Graphic
    Accessible.name: "Outpost" // gate: allow untranslated - a name

    Item {
        width: root.size
        height: root.size

        Icon {
            anchors.centerIn: parent
            name: "logo-shape"
            color: Theme.color.accent
            size: root.size
        }
        Icon {
            anchors.centerIn: parent
            name: "logo-mark"
            color: Theme.color.onAccent
            size: Math.round(root.size * 0.9)
        }
    }
    Label {
        anchors.verticalCenter: parent.verticalCenter
        visible: root.nameShown
        role: Label.Brand
        text: "Outpost" // gate: allow untranslated - a name
        Accessible.ignored: true
    }
}
