// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Outpost.Theme
import Outpost.Controls
import Outpost.Components
import Outpost.App

// Review and register: what is paid and signed, then each step as it happens.
ScrollArea {
    id: root

    required property WizardViewModel model

    signal navigate(string target, string argument)

    ColumnLayout {
        width: root.availableWidth
        spacing: Theme.space16

        Label {
            Layout.fillWidth: true
            Layout.margins: Theme.space20
            Layout.bottomMargin: 0
            role: Label.Strong
            //: %1 is a device's name.
            text: root.model.started ? qsTr("Registering %1").arg(root.model.deviceName) : qsTr("Register %1").arg(root.model.deviceName)
            elide: Text.ElideRight
            Accessible.role: Accessible.Heading
        }
        WizardNotice {
            Layout.fillWidth: true
            Layout.leftMargin: Theme.space20
            Layout.rightMargin: Theme.space20
            visible: root.model.problem !== "" || (root.model.busy && !root.model.started)
            showBusy: !root.model.started
            model: root.model
        }
        Banner {
            Layout.fillWidth: true
            Layout.leftMargin: Theme.space20
            Layout.rightMargin: Theme.space20
            visible: root.model.gate !== "" && !root.model.busy
            kind: Banner.Warn
            text: root.model.gateSentence
            actionText: root.model.gateAction
            onActionRequested: root.model.passGate()
        }
        Card {
            Layout.fillWidth: true
            Layout.leftMargin: Theme.space20
            Layout.rightMargin: Theme.space20
            visible: root.model.moneyMissing !== "" && root.model.gate === ""
            tone: Chip.Warn
            title: root.model.moneyMissing

            contentItem: ColumnLayout {
                spacing: Theme.space8

                Label {
                    Layout.fillWidth: true
                    role: Label.Small
                    tone: Label.Secondary
                    text: qsTr("Send it to this address. Outpost looks every few seconds and goes on by itself when it has arrived.")
                    wrapMode: Text.Wrap
                }
                Label {
                    Layout.fillWidth: true
                    role: Label.SmallMedium
                    text: root.model.moneyAddress
                    wrapMode: Text.WrapAnywhere
                }
                Button {
                    small: true
                    text: qsTr("Show the receiving address")
                    onClicked: root.navigate("receive", "")
                }
            }
        }
        ColumnLayout {
            Layout.fillWidth: true
            Layout.leftMargin: Theme.space20
            Layout.rightMargin: Theme.space20
            visible: !root.model.started && !root.model.busy
            spacing: Theme.space16

            ReviewBlock {
                Layout.fillWidth: true
                visible: root.model.pays.count > 0
                title: qsTr("You pay")
                total: root.model.total
                model: root.model.pays
            }
            ColumnLayout {
                Layout.fillWidth: true
                spacing: Theme.space12

                Repeater {
                    model: root.model.sentences

                    delegate: CheckedSentence {
                        required level

                        Layout.fillWidth: true
                    }
                }
            }
        }
        Stepper {
            Layout.fillWidth: true
            Layout.leftMargin: Theme.space12
            Layout.rightMargin: Theme.space12
            Layout.bottomMargin: Theme.space16
            visible: root.model.started
            model: root.model.progress
            accessibleName: qsTr("Progress of the registration")
        }
    }
}
