// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Outpost.Theme
import Outpost.Controls

// What opens over the rest: a menu, the list of a combo box, a tool tip.
Item {
    id: root

    implicitHeight: 360 * Theme.scale

    Button {
        id: opener

        text: "Actions"
        trailingIconName: "chevron-down"

        Menu {
            id: menu

            y: opener.height + 4
            closePolicy: Menu.NoAutoClose

            MenuItem {
                text: "Give it a new Wi-Fi"
                iconName: "wifi"
            }
            MenuItem {
                text: "Set the place"
                iconName: "pin"
                note: "Costs about €0.30"
            }
            MenuItem {
                text: "Keep in view"
                checkable: true
                checked: true
            }
            MenuItem {
                text: "Not offered here"
                enabled: false
            }
            MenuSeparator {}
            MenuItem {
                text: "Forget this device"
                iconName: "trash"
                danger: true
            }
        }
    }
    ComboBox {
        id: combo

        x: 320 * Theme.scale
        accessibleName: "Antenna"
        model: ["1.2 dBi", "2.6 dBi", "5.8 dBi"]
        currentIndex: 1
        popup.closePolicy: Menu.NoAutoClose
    }
    Label {
        x: 320 * Theme.scale
        y: 260 * Theme.scale
        text: "Earned"

        Tooltip {
            delay: 0
            text: "No price is known for this day: CoinGecko does not answer since 09:41."
            shown: true
        }
    }
    Component.onCompleted: {
        menu.open();
        combo.popup.open();
    }
}
