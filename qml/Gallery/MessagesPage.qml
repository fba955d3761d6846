// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Outpost.Theme
import Outpost.Controls

ColumnLayout {
    id: root

    spacing: Theme.gap

    Banner {
        Layout.fillWidth: true
        text: "Amber Swift Finch is left out: its €0.02 would cost more than it brings."
    }
    Banner {
        Layout.fillWidth: true
        kind: Banner.Warn
        text: "Prices are 3 h old."
        detail: "CoinGecko does not answer. Amounts in euro use the price of 09:41."
        actionText: "Ask again"
    }
    Banner {
        Layout.fillWidth: true
        kind: Banner.Bad
        text: "Not sent: your wallet lacks €0.12 for the network fee."
        actionText: "Receive"
        dismissible: true
    }
    Banner {
        Layout.fillWidth: true
        kind: Banner.Good
        text: "Collected €23.39 from 7 devices."
        dismissible: true
    }
    Toast {
        id: toast

        text: "The receiving address is in the clipboard for 30 s."
        shown: true
    }
    Toast {
        text: "Tag “rooftop” was removed from 12 devices."
        actionText: "Undo"
        shown: true
    }
    Section {
        title: "Tooltip and Dialog"

        Button {
            text: "Open the dialog"
            onClicked: dialog.open()
        }
        Button {
            text: "Show the toast"
            onClicked: toast.show("Saved.", Banner.Good, "")
        }
    }

    Dialog {
        id: dialog

        title: "Forget this device?"
        subtitle: "It keeps earning; this computer only forgets it."
        note: "You can find it again."
        confirmText: "Forget Fluffy Oak Heron"
        confirmKind: Button.Danger
        onAccepted: toast.show("Forgotten.", Banner.Info, "")

        Label {
            anchors.left: parent.left
            anchors.right: parent.right
            role: Label.Small
            text: "Its notes and its history on this computer are deleted."
            wrapMode: Text.Wrap
        }
    }
}
