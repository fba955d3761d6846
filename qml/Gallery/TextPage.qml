// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Outpost.Theme
import Outpost.Controls

ColumnLayout {
    spacing: Theme.gap

    Section {
        title: "Type roles"

        Column {
            Label {
                role: Label.MoneyLarge
                text: "€184.20"
            }
            Label {
                role: Label.Money
                text: "€23.41 and 1,111.00"
            }
            Label {
                role: Label.Title
                text: "Title 20/28"
            }
            Label {
                role: Label.Strong
                text: "Strong 14/20"
            }
            Label {
                role: Label.Medium
                text: "Medium 14/20"
            }
            Label {
                text: "Body 14/20: 0123456789 and 1111111111 have the same width"
            }
            Label {
                role: Label.SmallStrong
                text: "Small strong 13/20"
            }
            Label {
                role: Label.Small
                text: "Small 13/20"
            }
            Label {
                role: Label.Tiny
                text: "Tiny 12/16"
            }
        }
        Column {
            Repeater {
                model: ["Primary", "Secondary", "Accent", "Warn", "Bad", "Info"]

                delegate: Label {
                    required property int index
                    required property string modelData

                    tone: index
                    text: modelData
                }
            }
        }
        Rectangle {
            width: 260 * Theme.scale
            height: paragraph.height
            color: Theme.color.accentSoft

            Label {
                id: paragraph

                width: parent.width
                text: "Wiederherstellungswörter und Netzwerkzugangsberechtigungsschlüssel stehen in mehreren Zeilen."
                wrapMode: Text.WrapAtWordBoundaryOrAnywhere
            }
        }
        Rectangle {
            width: single.width
            height: single.height
            color: Theme.color.accentSoft

            Label {
                id: single

                text: "One line, in the middle of its 20 px"
            }
        }
    }
    Section {
        title: "Icons"

        Repeater {
            model: ["home", "devices", "map", "earnings", "wallet", "lock", "unlock", "support", "settings", "search", "plus", "minus", "minus-bold", "close", "close-bold", "check", "check-bold", "chevron-down", "chevron-up", "chevron-left", "chevron-right", "arrow-right", "arrow-left", "arrow-up", "arrow-down", "send", "receive", "copy", "external", "refresh", "warning", "info", "error", "download", "upload", "filter", "columns", "bluetooth", "wifi", "usb", "pin", "eye", "eye-off", "trash", "edit", "clock", "key", "tag", "person", "bookmark", "play", "pause", "bell", "calendar", "link", "cell", "document", "folder", "list", "history", "swap", "shield", "stop", "camera", "menu", "target", "layers", "power", "offline", "more", "sort-up", "sort-down", "trend-up", "trend-down", "logo-shape", "logo-mark"]

            delegate: Column {
                id: cell

                required property string modelData

                width: 76 * Theme.scale
                spacing: 4

                Icon {
                    anchors.horizontalCenter: parent.horizontalCenter
                    name: cell.modelData
                    color: Theme.color.text
                    size: Theme.iconSize
                }
                Label {
                    width: parent.width
                    horizontalAlignment: Text.AlignHCenter
                    role: Label.Tiny
                    tone: Label.Secondary
                    text: cell.modelData
                    elide: Text.ElideRight
                }
            }
        }
    }
}
