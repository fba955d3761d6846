// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Outpost.App
import Outpost.Components
import Outpost.Controls
import Outpost.Platform
import Outpost.Theme

// What the wallet holds, what it is made of, and what happened.
Item {
    id: root

    required property WalletViewModel model
    property bool partsShown: false

    signal navigate(string target, string argument)

    ScrollArea {
        anchors.fill: parent
        accessibleName: qsTr("Wallet")

        Item {
            width: parent.width
            implicitHeight: column.implicitHeight + 2 * Theme.contentPadding

            ColumnLayout {
                id: column

                x: Math.max(Theme.contentPadding, Math.round((parent.width - width) / 2))
                y: Theme.contentPadding
                width: Math.min(parent.width - 2 * Theme.contentPadding, Theme.contentMaximum)
                spacing: Theme.gap

                PageHeader {
                    Layout.fillWidth: true
                    title: qsTr("Wallet")
                    subtitle: root.model.watchOnly ? qsTr("%1 · only watched").arg(root.model.name) : root.model.name

                    Button {
                        visible: root.model.hasWallet && (root.model.backupVerified || root.model.watchOnly)
                        kind: Button.Primary
                        iconName: "receive"
                        text: qsTr("Receive")
                        onClicked: root.navigate("receive", "")
                    }
                }
                Banner {
                    Layout.fillWidth: true
                    visible: root.model.hasWallet && !root.model.backupVerified && !root.model.watchOnly
                    kind: Banner.Warn
                    text: qsTr("You have not checked your recovery words yet.")
                    detail: qsTr("Receiving, collecting and registering begin after that; it takes a minute.")
                    actionText: qsTr("Check the words")
                    onActionRequested: root.model.checkWords()
                }
                Banner {
                    Layout.fillWidth: true
                    visible: root.model.fundsNotice !== ""
                    kind: Banner.Info
                    text: root.model.fundsNotice
                    actionText: root.model.backupVerified ? qsTr("Receiving address") : ""
                    onActionRequested: root.navigate("receive", "")
                }
                StaleNotice {
                    Layout.fillWidth: true
                    visible: root.model.stale
                    text: root.model.error
                    detail: root.model.errorAction
                    actionText: qsTr("Try again")
                    onActionRequested: root.model.reload()
                }
                EmptyState {
                    Layout.fillWidth: true
                    visible: !root.model.hasWallet
                    title: qsTr("There is no wallet yet")
                    sentence: qsTr("Devices can be looked at and set up without one; earning needs one.")
                    actionText: qsTr("Make or restore a wallet")
                    iconName: "wallet"
                    onActionRequested: root.navigate("firstRun", "")
                }
                ErrorState {
                    Layout.fillWidth: true
                    visible: root.model.hasWallet && root.model.error !== "" && !root.model.stale
                    title: root.model.error
                    sentence: root.model.errorAction
                    actionText: qsTr("Try again")
                    onActionRequested: root.model.reload()
                }
                Card {
                    Layout.fillWidth: true
                    visible: root.model.hasWallet && (root.model.error === "" || root.model.stale)
                    title: qsTr("In the wallet")
                    note: root.model.priceNote

                    ColumnLayout {
                        anchors.left: parent.left
                        anchors.right: parent.right
                        spacing: Theme.space8

                        LoadingState {
                            Layout.fillWidth: true
                            visible: root.model.loading && root.model.balances.count === 0
                            title: qsTr("Asking the network what it holds")
                        }
                        MoneyText {
                            visible: root.model.balances.count > 0
                            amount: root.model.total
                            unknownReason: root.model.totalUnknownReason
                            stale: root.model.stale
                            role: Label.MoneyLarge
                        }
                        LinkButton {
                            visible: root.model.balances.count > 0
                            text: root.partsShown ? qsTr("Hide what it is made of") : qsTr("What it is made of")
                            trailingIconName: root.partsShown ? "chevron-up" : "chevron-down"
                            onClicked: root.partsShown = !root.partsShown
                        }
                        LinkButton {
                            visible: root.model.canChooseAddresses
                            text: qsTr("Addresses of this wallet")
                            trailingIconName: "chevron-right"
                            onClicked: root.model.chooseAddresses()
                        }
                        Repeater {
                            model: root.partsShown ? root.model.balances : null

                            RowLayout {
                                id: balance

                                required property string title
                                required property string note
                                required property string amount
                                required property string unknownReason

                                Layout.fillWidth: true
                                spacing: Theme.space12

                                ColumnLayout {
                                    Layout.fillWidth: true
                                    spacing: 0

                                    Label {
                                        Layout.fillWidth: true
                                        text: balance.title
                                        elide: Text.ElideRight
                                    }
                                    Label {
                                        Layout.fillWidth: true
                                        role: Label.Small
                                        tone: Label.Secondary
                                        text: balance.note
                                        elide: Text.ElideRight
                                    }
                                }
                                MoneyText {
                                    amount: balance.amount
                                    unknownReason: balance.unknownReason
                                    role: Label.Strong
                                }
                            }
                        }
                    }
                }
                Card {
                    Layout.fillWidth: true
                    visible: root.model.hasWallet
                    title: qsTr("What happened")
                    leftPadding: 0
                    rightPadding: 0

                    ColumnLayout {
                        anchors.left: parent.left
                        anchors.right: parent.right
                        spacing: 0

                        Label {
                            Layout.fillWidth: true
                            Layout.margins: Theme.space20
                            visible: root.model.activities.count === 0
                            tone: Label.Secondary
                            text: qsTr("Nothing yet. What you collect and register is told here.")
                            wrapMode: Text.Wrap
                        }
                        Repeater {
                            model: root.model.activities

                            ActivityRow {
                                required property string key
                                required note
                                required amount
                                required amountNote

                                Layout.fillWidth: true
                            }
                        }
                    }
                }
            }
        }
    }
}
