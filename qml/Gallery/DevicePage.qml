// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Outpost.Theme
import Outpost.Controls
import Outpost.Components

// The parts of the device screen.
ColumnLayout {
    id: root

    spacing: Theme.gap

    PageHeader {
        Layout.fillWidth: true
        title: "Fluffy Oak Heron"
        subtitle: "Indoor hotspot · Amsterdam, Prinsengracht · since March 2024"
        beside: Chip {
            text: "Offline 14 h"
            hasMark: true
            status: StatusMark.Offline
        }

        Button {
            text: "Connect over Bluetooth"
        }
        IconButton {
            text: "More actions"
            iconName: "more"
            outlined: true
        }
    }
    GridLayout {
        Layout.fillWidth: true
        columns: Theme.scale > 1.3 ? 2 : 5
        columnSpacing: Theme.space12
        rowSpacing: Theme.space12

        LampCard {
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 1
            title: "This computer"
            status: StatusMark.Working
            sentence: "Answers over Bluetooth, −58 dBm"
            source: "seen 20 s ago · Bluetooth"
        }
        LampCard {
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 1
            title: "Process"
            status: StatusMark.Working
            sentence: "Firmware 2026.05.1, disk ok"
            source: "20 s ago · device diagnostics"
        }
        LampCard {
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 1
            title: "Radio and key"
            status: StatusMark.NotSetUp
            sentence: "This device does not say"
            source: "asked 20 s ago · device"
        }
        LampCard {
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 1
            title: "Network"
            status: StatusMark.Offline
            sentence: "Not connected; no internet address"
            source: "20 s ago · device diagnostics"
        }
        LampCard {
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 1
            title: "Earning"
            status: StatusMark.Check
            sentence: "€0.00 since yesterday, usually €0.31"
            source: "sampled 10 min ago · reward oracle"
        }
    }
    CauseCard {
        Layout.fillWidth: true
        cause: "Most likely: the Wi-Fi password has changed"
        confidence: "likely"
        reason: "It has Casa-5G saved and sees it, but is not connected. Two other devices at this place are online, so the line itself works."
        actionText: "Give it the new password"
        secondText: "Other causes (3)"
        worth: "worth about €9.30 a month"
    }
    RowLayout {
        spacing: Theme.gap

        CostPanel {
            Layout.alignment: Qt.AlignTop
            model: ListModel {
                ListElement {
                    title: "Registration"
                    amount: "paid by the maker"
                    unknownReason: ""
                }
                ListElement {
                    title: "Network fees"
                    amount: ""
                    unknownReason: "The fee is known when the place is set"
                }
                ListElement {
                    title: "Reward account, one-time"
                    amount: "€0.30 · 0.00203 SOL"
                    unknownReason: ""
                }
            }
            total: "€0.30"
            walletNote: "Your wallet holds €1.12 for fees."
            footnote: "2 of your devices stand within 300 m. Old place: none."
            primaryText: "Continue"
            secondText: "Back"
        }
        Card {
            Layout.alignment: Qt.AlignTop
            title: "Receive"

            Column {
                spacing: Theme.space12

                QrCode {
                    width: 180
                    height: 180
                    value: "solana:7xKXtg2CW87d97TXJSDpbD5jBkheTqA83TZRuJosgAsU"
                    Accessible.role: Accessible.Graphic
                    Accessible.name: "Receiving address as a QR code"
                }
                Label {
                    role: Label.Tiny
                    tone: Label.Secondary
                    text: "Only this network"
                }
            }
        }
    }
}
