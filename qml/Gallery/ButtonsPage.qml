// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Outpost.Theme
import Outpost.Controls

ColumnLayout {
    spacing: Theme.gap

    Section {
        title: "Button"

        Button {
            text: "Collect €23.39"
            kind: Button.Primary
        }
        Button {
            text: "Import"
        }
        Button {
            text: "Forget this device"
            kind: Button.Danger
        }
        Button {
            text: "Quiet"
            kind: Button.Quiet
        }
        Button {
            text: "Add a device"
            kind: Button.Primary
            iconName: "plus"
        }
        Button {
            text: "Fix Wi-Fi"
            small: true
        }
        Button {
            text: "Check place"
            small: true
            kind: Button.Primary
        }
        Button {
            text: "More"
            trailingIconName: "chevron-down"
        }
        Button {
            text: "Collect €23.39"
            kind: Button.Primary
            busy: true
        }
        Button {
            text: "Not now"
            enabled: false
        }
        Button {
            text: "Not now"
            kind: Button.Primary
            enabled: false
        }
        Button {
            width: 180
            text: "Wiederherstellungswörter eingeben"
        }
    }
    Section {
        title: "IconButton"

        IconButton {
            text: "More actions"
            iconName: "more"
            outlined: true
        }
        IconButton {
            text: "Refresh"
            iconName: "refresh"
        }
        IconButton {
            text: "Copy"
            iconName: "copy"
            small: true
        }
        IconButton {
            text: "Remove"
            iconName: "trash"
            enabled: false
        }
    }
    Section {
        title: "LinkButton"

        LinkButton {
            text: "Show the 4 transactions in full"
            trailingIconName: "chevron-right"
        }
        LinkButton {
            text: "All devices"
            quiet: true
            trailingIconName: "arrow-right"
        }
    }
    Section {
        title: "On the floating bar"

        BulkBar {
            text: "2 selected"

            InverseButton {
                text: "Collect"
            }
            InverseButton {
                text: "Assign host"
            }
            InverseButton {
                text: "More"
                trailingIconName: "chevron-down"
            }
        }
    }
    Section {
        title: "Focus"

        Item {
            width: 120 * Theme.scale
            height: Theme.controlHeight

            Button {
                anchors.fill: parent
                text: "Focused"

                FocusRing {}
            }
        }
    }
}
