// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Outpost.Theme
import Outpost.Controls

ColumnLayout {
    spacing: Theme.gap

    Section {
        title: "Menu"

        Button {
            id: opener

            text: "Actions"
            trailingIconName: "chevron-down"
            onClicked: menu.popup(opener, 0, opener.height + 4)

            Menu {
                id: menu

                MenuItem {
                    text: "Give it a new Wi-Fi"
                    iconName: "wifi"
                }
                MenuItem {
                    text: "Set the place"
                    iconName: "pin"
                    note: "Costs about €0.30"
                }
                MenuSeparator {}
                MenuItem {
                    text: "Forget this device"
                    iconName: "trash"
                    danger: true
                }
            }
        }
        ScrollArea {
            width: 260 * Theme.scale
            height: 120
            accessibleName: "Long text"

            Label {
                width: parent.width
                role: Label.Small
                wrapMode: Text.Wrap
                text: "Everything in full is one click below. A long text scrolls inside its own area and shows a bar while there is more to see. Everything in full is one click below. A long text scrolls inside its own area and shows a bar while there is more to see. And on it goes, so that it must scroll."
            }
        }
    }
}
