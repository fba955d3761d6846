// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Outpost.Theme
import Outpost.Controls
import Outpost.Components
import Outpost.App

import Outpost.Platform

// Internet: how the device gets online. Names of networks are bytes; those that are no text are shown as hexadecimal.
ScrollArea {
    id: root

    required property WizardViewModel model

    ColumnLayout {
        width: root.availableWidth
        spacing: Theme.space16

        RowLayout {
            Layout.fillWidth: true
            Layout.margins: Theme.space20
            Layout.bottomMargin: 0
            spacing: Theme.space12

            Label {
                Layout.fillWidth: true
                role: Label.Strong
                text: qsTr("How it gets online")
                Accessible.role: Accessible.Heading
            }
            Button {
                small: true
                iconName: "refresh"
                text: qsTr("Look again")
                enabled: !root.model.busy
                onClicked: root.model.refreshWifi()
            }
        }
        Banner {
            Layout.fillWidth: true
            Layout.leftMargin: Theme.space20
            Layout.rightMargin: Theme.space20
            visible: root.model.connection !== "" && !root.model.busy
            kind: root.model.online ? Banner.Good : Banner.Info
            text: root.model.connection
        }
        WizardNotice {
            Layout.fillWidth: true
            Layout.leftMargin: Theme.space20
            Layout.rightMargin: Theme.space20
            visible: root.model.problem !== "" || root.model.busy
            model: root.model
        }
        ColumnLayout {
            Layout.fillWidth: true
            Layout.bottomMargin: Theme.space20
            spacing: 0

            Divider {
                Layout.fillWidth: true
                visible: networks.count > 0
            }
            Repeater {
                id: networks

                model: root.model.wifi

                delegate: ColumnLayout {
                    id: network

                    required property int index
                    required property string name
                    required property string note
                    readonly property bool chosen: root.model.chosenWifi === network.index

                    Layout.fillWidth: true
                    spacing: 0

                    TableRow {
                        Layout.fillWidth: true
                        leftPadding: Theme.space20
                        rightPadding: Theme.space20
                        selected: network.chosen
                        lineBelow: !network.chosen
                        enabled: !root.model.joining
                        //: %1 is the name of a Wi-Fi network.
                        accessibleName: qsTr("Wi-Fi network %1").arg(network.name)
                        onClicked: root.model.chosenWifi = network.chosen ? -1 : network.index

                        contentItem: RowLayout {
                            spacing: Theme.space12

                            Icon {
                                name: "wifi"
                                color: network.chosen ? Theme.color.accent : Theme.color.second
                            }
                            Label {
                                Layout.fillWidth: true
                                role: Label.Medium
                                text: network.name
                                elide: Text.ElideMiddle
                            }
                            Label {
                                role: Label.Small
                                tone: Label.Secondary
                                text: network.note
                            }
                        }
                    }
                    Loader {
                        Layout.fillWidth: true
                        Layout.leftMargin: Theme.space20
                        Layout.rightMargin: Theme.space20
                        Layout.topMargin: active ? Theme.space12 : 0
                        Layout.bottomMargin: active ? Theme.space16 : 0
                        active: network.chosen
                        visible: active
                        sourceComponent: password
                    }
                }
            }
        }
    }

    Component {
        id: password

        RowLayout {
            spacing: Theme.space12

            SecretFrame {
                id: frame

                Layout.fillWidth: true
                //: %1 is the name of a Wi-Fi network.
                label: qsTr("Password of %1").arg(root.model.chosenWifiName)
                hint: qsTr("It goes to the device over Bluetooth and is kept nowhere on this computer.")
                revealable: true
                active: secret.activeFocus
                onRevealRequested: reveal => {
                    frame.revealed = reveal;
                    secret.revealed = reveal;
                }

                SecretInput {
                    id: secret

                    anchors.fill: parent
                    focus: true
                    activeFocusOnTab: true
                    font: Theme.type.body
                    ink: Theme.color.text
                    enabled: !root.model.joining
                    Accessible.role: Accessible.EditableText
                    Accessible.passwordEdit: true
                    //: %1 is the name of a Wi-Fi network.
                    Accessible.name: qsTr("Password of %1").arg(root.model.chosenWifiName)
                    Component.onCompleted: forceActiveFocus()
                    onAccepted: root.model.joinWifi(secret)
                }
            }
            Button {
                Layout.alignment: Qt.AlignTop
                Layout.topMargin: Theme.type.tinyLine + Theme.space8
                kind: Button.Primary
                text: qsTr("Connect")
                enabled: secret.length > 0 && !root.model.busy
                busy: root.model.joining
                onClicked: root.model.joinWifi(secret)
            }
        }
    }
}
