// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Outpost.Controls
import Outpost.Components

// A review as the person sees it: over the window.
Item {
    id: root

    implicitHeight: 760

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
    ReviewSheet {
        visible: true
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
        confirmKind: Button.Primary
    }
}
