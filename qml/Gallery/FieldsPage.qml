// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick.Layouts
import Outpost.Theme
import Outpost.Controls

ColumnLayout {
    spacing: Theme.gap

    Section {
        title: "TextField"

        TextField {
            label: "Name of this device"
            text: "Roof Station 3"
            hint: "Only you see it."
        }
        TextField {
            label: "Height above ground"
            text: "8"
            suffix: "m"
        }
        TextField {
            label: "Receiving address"
            text: "52.37512; 4.88398"
            error: "This is a place, not an address. Paste an address that starts with a letter or a digit."
        }
        TextField {
            label: "Empty"
            placeholder: "52.37512, 4.88398 or an address"
        }
        TextField {
            label: "Not now"
            text: "Cannot be changed"
            enabled: false
        }
        TextField {
            label: "Wiederherstellungswörter für das Netzwerkzugangskonto"
            placeholder: "Netzwerkzugangsberechtigungsschlüssel"
        }
    }
    Section {
        title: "SearchField"

        SearchField {
            placeholder: "Search devices, places, payments"
            shortcutText: "Ctrl K"
        }
        SearchField {
            placeholder: "Search devices, places, payments"
            text: "Heron"
        }
    }
    Section {
        title: "SearchButton"

        SearchButton {
            width: Math.min(implicitWidth, parent.width)
            text: "Search devices and screens"
            shortcutText: "Ctrl K"
        }
    }
    Section {
        title: "SecretFrame"

        SecretFrame {
            label: "Password"
            hint: "At least 10 characters."
            revealable: true

            Label {
                anchors.verticalCenter: parent.verticalCenter
                text: "••••••••••••"
            }
        }
        SecretFrame {
            label: "Password"
            active: true
            error: "That is not the password of this wallet."
        }
    }
    Section {
        title: "ComboBox"

        ComboBox {
            accessibleName: "Antenna"
            model: ["1.2 dBi", "2.6 dBi", "5.8 dBi"]
            currentIndex: 1
        }
        ComboBox {
            accessibleName: "Host"
            placeholder: "Choose a host"
            model: []
        }
        ComboBox {
            accessibleName: "Currency"
            model: ["Euro"]
            enabled: false
        }
    }
}
