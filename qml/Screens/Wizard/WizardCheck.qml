// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Outpost.Theme
import Outpost.Controls
import Outpost.Components
import Outpost.App

// Check it: who the device is, and whether it can be registered.
ScrollArea {
    id: root

    required property WizardViewModel model

    ColumnLayout {
        width: root.availableWidth
        spacing: Theme.space16

        Label {
            Layout.fillWidth: true
            Layout.margins: Theme.space20
            Layout.bottomMargin: 0
            role: Label.Strong
            text: root.model.deviceName === "" ? qsTr("This device") : root.model.deviceName
            elide: Text.ElideRight
            Accessible.role: Accessible.Heading
        }
        WizardNotice {
            Layout.fillWidth: true
            Layout.leftMargin: Theme.space20
            Layout.rightMargin: Theme.space20
            visible: root.model.problem !== "" || root.model.busy
            model: root.model
        }
        Banner {
            Layout.fillWidth: true
            Layout.leftMargin: Theme.space20
            Layout.rightMargin: Theme.space20
            visible: root.model.verdict !== "" && !root.model.busy
            kind: root.model.verdictGood || root.model.mine ? Banner.Good : Banner.Bad
            text: root.model.verdict
        }
        Banner {
            Layout.fillWidth: true
            Layout.leftMargin: Theme.space20
            Layout.rightMargin: Theme.space20
            visible: root.model.gate !== "" && !root.model.busy && (root.model.verdictGood || root.model.gate === "wallet")
            kind: root.model.gate === "wallet" ? Banner.Info : Banner.Warn
            text: root.model.gateSentence
            actionText: root.model.gateAction
            onActionRequested: root.model.passGate()
        }
        ColumnLayout {
            Layout.fillWidth: true
            Layout.leftMargin: Theme.space20
            Layout.rightMargin: Theme.space20
            Layout.bottomMargin: Theme.space20
            spacing: Theme.space12

            Repeater {
                model: root.model.facts

                delegate: KeyValueRow {
                    id: fact

                    required property string title
                    required value
                    required unknownReason

                    Layout.fillWidth: true
                    key: fact.title
                }
            }
        }
    }
}
