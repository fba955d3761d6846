// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Outpost.Theme
import Outpost.Controls
import Outpost.Components

// What stands in place of content.
GridLayout {
    id: root

    columns: Theme.scale > 1.3 ? 1 : 2
    columnSpacing: Theme.gap
    rowSpacing: Theme.gap

    Card {
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.preferredWidth: 1

        EmptyState {
            anchors.fill: parent
            title: "No devices yet"
            sentence: "Put one beside this computer and switch it on, or import a list."
            actionText: "Add a device"
            secondText: "Import"
        }
    }
    Card {
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.preferredWidth: 1

        ErrorState {
            anchors.fill: parent
            title: "The list of devices cannot be read"
            sentence: "The store on this computer is damaged. The copy of yesterday 20:14 is whole."
            detail: "store: page 412 checksum"
            actionText: "Use the copy"
        }
    }
    Card {
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.preferredWidth: 1

        LoadingState {
            anchors.fill: parent
            title: "Asking the network for your devices"
            sentence: "This usually takes 5 s."
        }
    }
    Card {
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.preferredWidth: 1

        OfflineState {
            anchors.fill: parent
            actionText: "Find devices beside me"
        }
    }
    Card {
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.preferredWidth: 1

        LockedState {
            anchors.fill: parent
            sentence: "What you own is shown when it is unlocked."
        }
    }
    StaleNotice {
        Layout.fillWidth: true
        Layout.preferredWidth: 1
        Layout.alignment: Qt.AlignTop
        text: "Shown as of 09:41, 3 h ago."
        detail: "The list of devices does not answer."
    }
}
