// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Outpost.Theme
import Outpost.Controls
import Outpost.Components

// The review before a signature, in its frame and refused.
ColumnLayout {
    id: root

    spacing: Theme.gap

    Button {
        text: "Open as a sheet"
        onClicked: sheet.open()
    }
    Card {
        Layout.maximumWidth: 600 * Math.min(Theme.scale, 1.5)
        Layout.fillWidth: true

        ReviewBody {
            anchors.left: parent.left
            anchors.right: parent.right
            receiveTotal: "€23.39"
            receiveModel: received
            payTotal: "€0.65"
            payModel: paid
            summary: "Worth €22.74 after cost. Two sources agree on everything below."
            sentencesModel: said
            detailsText: "Show the 4 transactions in full"
            leftOut: "Amber Swift Finch is left out: its €0.02 would cost more than it brings."
        }
    }
    Card {
        Layout.maximumWidth: 600 * Math.min(Theme.scale, 1.5)
        Layout.fillWidth: true

        ReviewBody {
            anchors.left: parent.left
            anchors.right: parent.right
            receives: false
            payTotal: "€120.00"
            payModel: paid
            refusal: "Refused: the network would also move your device to an unknown account."
            warning: "One source only: the second host does not answer."
            sentencesModel: refused
        }
    }

    ListModel {
        id: received

        ListElement {
            title: ""
            amount: "9.35612345 TOK at €2.50 · 12:41, CoinGecko"
        }
    }
    ListModel {
        id: paid

        ListElement {
            title: "Network fees"
            amount: "€0.04 · 0.00026 SOL"
        }
        ListElement {
            title: "One-time deposits for 2 devices"
            amount: "€0.61 · 0.00407 SOL"
        }
    }
    ListModel {
        id: said

        ListElement {
            text: "7 transfers of rewards from the network’s pool to your own wallet"
            level: 0
        }
        ListElement {
            text: "2 new reward accounts, owned by your devices"
            level: 0
        }
        ListElement {
            text: "Nothing leaves your wallet except fees and deposits"
            level: 0
        }
    }
    ListModel {
        id: refused

        ListElement {
            text: "A transfer of 4 TOK to Café Toon"
            level: 0
        }
        ListElement {
            text: "An address you have never used"
            level: 1
        }
        ListElement {
            text: "An instruction that Outpost does not know"
            level: 2
        }
    }

    ReviewSheet {
        id: sheet

        title: "Collect from 7 devices"
        receiveTotal: "€23.39"
        receiveModel: received
        payTotal: "€0.65"
        payModel: paid
        summary: "Worth €22.74 after cost. Two sources agree on everything below."
        sentencesModel: said
        detailsText: "Show the 4 transactions in full"
        leftOut: "Amber Swift Finch is left out: its €0.02 would cost more than it brings."
        note: "Takes about 20 s. You can close the window meanwhile."
        confirmText: "Collect €23.39"
    }
}
