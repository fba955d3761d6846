// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Outpost.App
import Outpost.Controls
import Outpost.Theme

// The device's Wi-Fi, read and set over Bluetooth.
ColumnLayout {
    id: root

    required property DeviceViewModel model
    property string chosenKey: ""
    property string chosenName: ""

    spacing: Theme.gap

    Card {
        Layout.fillWidth: true
        title: qsTr("Wi-Fi")
        note: root.model.wifiText

        ColumnLayout {
            anchors.left: parent.left
            anchors.right: parent.right
            spacing: Theme.space12

            Label {
                Layout.fillWidth: true
                visible: root.model.wifiText === ""
                role: Label.Small
                tone: Label.Secondary
                text: qsTr("Stand within ten metres of the device. It tells which networks it sees.")
                wrapMode: Text.Wrap
            }
            Repeater {
                model: root.model.wifi

                delegate: RadioCard {
                    id: network

                    required property string key
                    required property string name
                    required property bool saved
                    required property bool current

                    Layout.fillWidth: true
                    text: network.name
                    note: network.current ? qsTr("connected") : network.saved ? qsTr("saved") : ""
                    iconName: "wifi"
                    checked: network.key === root.chosenKey
                    onToggled: {
                        root.chosenKey = network.key;
                        root.chosenName = network.name;
                    }
                }
            }
            SecretField {
                id: secret

                Layout.fillWidth: true
                visible: root.chosenKey !== ""
                //: %1 the name of a Wi-Fi network.
                label: qsTr("Password of %1").arg(root.chosenName)
                hint: qsTr("Goes to the device only and is kept nowhere. Leave it empty for an open network.")
                onAccepted: join.clicked()
            }
            RowLayout {
                spacing: Theme.space12

                Button {
                    text: root.model.wifiText === "" ? qsTr("Read its Wi-Fi") : qsTr("Read again")
                    kind: root.model.wifiText === "" ? Button.Primary : Button.Secondary
                    busy: root.model.nearbyBusy && root.model.wifiText === ""
                    enabled: !root.model.nearbyBusy
                    onClicked: root.model.readWifi()
                }
                Button {
                    id: join

                    visible: root.chosenKey !== ""
                    text: qsTr("Give it this network")
                    kind: Button.Primary
                    busy: root.model.nearbyBusy
                    enabled: !root.model.nearbyBusy
                    onClicked: root.model.joinWifi(root.chosenKey, secret.input)
                }
            }
        }
    }
}
