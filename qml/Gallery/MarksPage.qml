// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Outpost.Theme
import Outpost.Controls

ColumnLayout {
    spacing: Theme.gap

    Section {
        title: "StatusMark"

        Repeater {
            model: ["working", "check", "offline", "not set up", "unknown"]

            delegate: Row {
                id: mark

                required property int index
                required property string modelData

                spacing: Theme.space8

                StatusMark {
                    anchors.verticalCenter: parent.verticalCenter
                    status: mark.index
                }
                Label {
                    role: Label.Small
                    text: mark.modelData
                }
            }
        }
        StatusMark {
            status: StatusMark.Check
            size: 16
            accessibleName: "check"
        }
    }
    Section {
        title: "Chip"

        Chip {
            text: "Offline 14 h"
            hasMark: true
            status: StatusMark.Offline
        }
        Chip {
            text: "likely"
            tone: Chip.Warn
        }
        Chip {
            text: "Demo · not real money"
            tone: Chip.Info
            soft: true
        }
        Chip {
            text: "confirmed"
            tone: Chip.Good
            soft: true
        }
        Chip {
            text: "refused"
            tone: Chip.Bad
            soft: true
        }
        Chip {
            text: "Locks in 9 min"
            iconName: "lock"
        }
    }
    Section {
        title: "Badge"

        Badge {
            text: "2"
        }
        Badge {
            text: "1,204"
            tone: Chip.Bad
        }
        Badge {
            text: "12"
            tone: Chip.Info
        }
        Badge {
            text: "7"
            tone: Chip.Neutral
        }
    }
    Section {
        title: "Waiting"

        Spinner {}
        ProgressBar {
            accessibleName: "Sent"
            value: 0.4
        }
        ProgressBar {
            accessibleName: "Sent"
            value: 1
        }
        ProgressBar {
            accessibleName: "Asking the network"
            indeterminate: true
        }
    }
    Section {
        title: "KeyCap and Divider"

        KeyCap {
            text: "Ctrl K"
        }
        Divider {
            width: 200
        }
    }
    Card {
        Layout.fillWidth: true
        title: "Card that asks for attention"
        note: "20 of 30 days"
        tone: Chip.Warn

        Label {
            anchors.fill: parent
            role: Label.Small
            tone: Label.Secondary
            text: "It has Casa-5G saved and sees it, but is not connected."
            wrapMode: Text.Wrap
        }
    }
}
