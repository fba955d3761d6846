// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Outpost.Theme
import Outpost.Controls

ColumnLayout {
    spacing: Theme.gap

    Section {
        title: "Switch"

        Switch {
            text: "Devices"
            checked: true
        }
        Switch {
            text: "Earnings per cell"
        }
        Switch {
            text: "Not now"
            enabled: false
        }
    }
    Section {
        title: "CheckBox"

        CheckBox {
            text: "I have written the words down"
            checked: true
        }
        CheckBox {
            text: "Keep the list"
        }
        CheckBox {
            text: "Some of the group"
            tristate: true
            checkState: Qt.PartiallyChecked
        }
        CheckBox {
            text: "Not now"
            enabled: false
        }
        CheckBox {
            accessibleName: "Select Amber Swift Finch"
        }
    }
    Section {
        title: "RadioCard"

        RadioCard {
            width: 300 * Theme.scale
            text: "Try the demo"
            description: "A made-up world with devices and earnings. Nothing in it is real money."
            iconName: "play"
            checked: true
        }
        RadioCard {
            width: 300 * Theme.scale
            text: "Restore a wallet"
            description: "From the recovery words that you wrote down."
            note: "12 or 24 words"
        }
        RadioCard {
            width: 300 * Theme.scale
            text: "Not offered here"
            enabled: false
        }
    }
    Section {
        title: "FilterChip"

        FilterChip {
            text: "All"
            count: "48,212"
            selected: true
        }
        FilterChip {
            text: "Working"
            count: "46,951"
            hasMark: true
            status: StatusMark.Working
        }
        FilterChip {
            text: "Check"
            count: "804"
            hasMark: true
            status: StatusMark.Check
        }
        FilterChip {
            text: "Offline"
            count: "392"
            hasMark: true
            status: StatusMark.Offline
        }
        FilterChip {
            text: "Not set up"
            count: "65"
            hasMark: true
            status: StatusMark.NotSetUp
        }
        FilterChip {
            text: "Site: any"
            dropdown: true
        }
        FilterChip {
            text: "Tag: rooftop"
            removable: true
        }
    }
}
