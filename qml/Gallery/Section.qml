// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Outpost.Theme
import Outpost.Controls

// One group of examples with its name.
Card {
    id: root

    default property alias examples: slot.data

    Layout.fillWidth: true

    Flow {
        id: slot

        anchors.left: parent.left
        anchors.right: parent.right
        spacing: Theme.space16
    }
}
