// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Outpost.Theme
import Outpost.Controls
import Outpost.Components

// The parts of the frame: navigation and top bar.
RowLayout {
    id: root

    spacing: Theme.gap

    Card {
        Layout.alignment: Qt.AlignTop
        padding: Theme.space12

        ColumnLayout {
            spacing: 2

            LogoMark {
                Layout.leftMargin: 9
                Layout.bottomMargin: Theme.space16
            }
            NavItem {
                Layout.fillWidth: true
                text: "Home"
                iconName: "home"
                selected: true
            }
            NavItem {
                Layout.fillWidth: true
                text: "Devices"
                iconName: "devices"
                badge: "2"
            }
            NavItem {
                Layout.fillWidth: true
                text: "Map"
                iconName: "map"
            }
            NavItem {
                Layout.fillWidth: true
                text: "Wiederherstellung und Einstellungen"
                iconName: "settings"
            }
        }
    }
    Card {
        Layout.alignment: Qt.AlignTop
        padding: Theme.space12

        ColumnLayout {
            spacing: 2

            LogoMark {
                nameShown: false
            }
            NavItem {
                text: "Home"
                iconName: "home"
                folded: true
            }
            NavItem {
                text: "Devices"
                iconName: "devices"
                badge: "2"
                folded: true
                selected: true
            }
        }
    }
    Flow {
        Layout.fillWidth: true
        Layout.alignment: Qt.AlignTop
        spacing: Theme.space12

        SearchField {
            width: Math.min(implicitWidth, parent.width)
            placeholder: "Search devices, places, payments"
            shortcutText: "Ctrl K"
        }
        StatusPill {
            text: "Demo · not real money"
            tone: Chip.Info
            soft: true
            pressable: false
        }
        StatusPill {
            text: "Up to date · 12 s ago"
            hasMark: true
        }
        StatusPill {
            text: "Prices 3 h old"
            hasMark: true
            status: StatusMark.Check
            tone: Chip.Warn
            description: "CoinGecko does not answer"
        }
        StatusPill {
            text: "Locks in 9 min"
            iconName: "lock"
        }
    }
}
