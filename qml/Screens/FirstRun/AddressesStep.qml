// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Outpost.App
import Outpost.Components
import Outpost.Controls
import Outpost.Platform
import Outpost.Theme

// The addresses that recovery words give, with what is there, and which of them the wallet has.
StepPage {
    id: root

    required property FirstRunViewModel model

    title: qsTr("Which addresses are yours")
    sentence: qsTr("The same words give several addresses, and wallets have used different ones. Keep those that you use; the others can be added later.")
    error: root.model.error
    maximumWidth: Math.round(760 * Math.min(Theme.scale, 1.6))
    nextText: root.model.addresses.count > 0 ? (root.model.choosesAgain ? qsTr("Keep these addresses") : qsTr("Restore with these addresses")) : ""
    busy: root.model.busy && !root.model.looking
    nextEnabled: !root.model.busy
    thirdText: root.model.looking ? "" : qsTr("Look again")
    backText: qsTr("Back")
    onNext: root.model.confirmAddresses()
    onThird: root.model.lookAgain()
    onBack: root.model.back()

    LoadingState {
        Layout.fillWidth: true
        visible: root.model.looking && root.model.addresses.count === 0
        title: qsTr("Asking the network what is at each address")
        sentence: qsTr("This takes some seconds.")
    }
    Banner {
        Layout.fillWidth: true
        visible: root.model.addressNotice !== ""
        kind: Banner.Info
        text: root.model.addressNotice
    }
    Card {
        Layout.fillWidth: true
        visible: root.model.addresses.count > 0
        leftPadding: 0
        rightPadding: 0

        ColumnLayout {
            anchors.left: parent.left
            anchors.right: parent.right
            spacing: 0

            Repeater {
                model: root.model.addresses

                AddressRow {}
            }
        }
    }
    LinkButton {
        visible: root.model.addresses.count > 0 && root.model.addressesHidden > 0
        text: qsTr("Show %n more address(es)", "", root.model.addressesHidden)
        onClicked: root.model.showAllAddresses()
    }

    component AddressRow: Item {
        id: address

        required property string key
        required property string title
        required property string note
        required property string amountNote
        required property int level
        readonly property bool kept: address.level !== FirstRunViewModel.NotKept
        readonly property bool receives: address.level === FirstRunViewModel.Receives

        Layout.fillWidth: true
        implicitHeight: line.implicitHeight + 2 * Theme.space12

        RowLayout {
            id: line

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            anchors.leftMargin: Theme.space16
            anchors.rightMargin: Theme.space16
            spacing: Theme.space12

            CheckBox {
                enabled: !root.model.busy
                checked: address.kept
                //: %1: an address; %2: what is there
                accessibleName: qsTr("Keep %1: %2").arg(address.title).arg(address.note)
                onToggled: {
                    root.model.keepAddress(address.key, checked);
                    checked = Qt.binding(() => address.kept);
                }
            }
            ColumnLayout {
                Layout.fillWidth: true
                spacing: 0

                Label {
                    Layout.fillWidth: true
                    role: Label.Strong
                    text: address.note
                    wrapMode: Text.Wrap
                }
                Label {
                    Layout.fillWidth: true
                    role: Label.Small
                    tone: Label.Secondary
                    //: %1: an address; %2: how it is made of the words
                    text: qsTr("%1 · %2").arg(address.title).arg(address.amountNote)
                    wrapMode: Text.Wrap
                }
            }
            Badge {
                visible: address.receives
                tone: Chip.Good
                text: qsTr("Receives")
            }
            LinkButton {
                visible: address.kept && !address.receives
                enabled: !root.model.busy
                text: qsTr("Receive here")
                //: %1: an address
                accessibleName: qsTr("Receive at %1").arg(address.title)
                onClicked: root.model.receiveAt(address.key)
            }
        }
        Divider {
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.bottom: parent.bottom
        }
    }
}
