// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Outpost.Theme
import Outpost.Controls

ColumnLayout {
    id: root

    spacing: Theme.gap

    TabBar {
        Layout.fillWidth: true
        accessibleName: "Device"

        TabButton {
            text: "Overview"
        }
        TabButton {
            text: "Connection"
        }
        TabButton {
            text: "Diagnosis"
            count: "2"
        }
        TabButton {
            text: "Raw"
        }
    }
    Card {
        title: "Stepper"

        Stepper {
            anchors.fill: parent
            accessibleName: "Add a device"
            model: ListModel {
                ListElement {
                    title: "Find it"
                    note: "Seen over Bluetooth"
                    stepState: 2
                }
                ListElement {
                    title: "Check it"
                    note: "Answers, firmware is current"
                    stepState: 2
                }
                ListElement {
                    title: "Internet"
                    note: "No answer from the network"
                    stepState: 3
                }
                ListElement {
                    title: "Place"
                    note: "Where does it stand?"
                    stepState: 1
                }
                ListElement {
                    title: "Review and register"
                    note: "Waits for the maker, usually 2 min"
                    stepState: 4
                }
                ListElement {
                    title: "Done"
                    note: ""
                    stepState: 0
                }
            }
        }
    }
}
