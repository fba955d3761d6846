// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Outpost.App
import Outpost.Components
import Outpost.Controls
import Outpost.Platform
import Outpost.Theme

// What a person can set, and what Outpost tells about itself.
Item {
    id: root

    required property SettingsViewModel model
    required property MapTiles tiles
    required property AddressViewModel addresses
    required property DataViewModel records
    readonly property list<int> textSizes: [100, 125, 150, 200]
    readonly property list<int> lockTimes: [1, 5, 10, 30, 60]

    // What the field last took from the model; not bound, as the model tells of changes at every reading.
    property string filledProxyUser: ""

    signal navigate(string target, string argument)

    // Not bound: what was refused stays to be mended, and what is being typed is left alone.
    function refill(): void {
        if (root.model.nodeError === "" && !node.activeFocus)
            node.text = root.model.ownNode;
        if (root.model.proxyError === "" && !proxy.activeFocus)
            proxy.text = root.model.proxy;
        // Once for each change: somebody may have typed the name and be at the password.
        if (root.filledProxyUser !== root.model.proxyUser) {
            root.filledProxyUser = root.model.proxyUser;
            proxyUser.text = root.model.proxyUser;
        }
        if (root.tiles.error === "" && !tileUrl.activeFocus)
            tileUrl.text = root.tiles.url;
        if (!tileCredit.activeFocus)
            tileCredit.text = root.tiles.credit;
    }

    Component.onCompleted: root.refill()

    Connections {
        target: root.model

        function onChanged(): void {
            root.refill();
        }
    }

    ScrollArea {
        anchors.fill: parent
        accessibleName: qsTr("Settings")

        Item {
            width: parent.width
            implicitHeight: column.implicitHeight + 2 * Theme.contentPadding

            ColumnLayout {
                id: column

                x: Math.max(Theme.contentPadding, Math.round((parent.width - width) / 2))
                y: Theme.contentPadding
                width: Math.min(parent.width - 2 * Theme.contentPadding, Math.round(880 * Math.min(Theme.scale, 1.6)))
                spacing: Theme.gap

                PageHeader {
                    Layout.fillWidth: true
                    title: qsTr("Settings")
                }
                Banner {
                    Layout.fillWidth: true
                    visible: root.model.copyNotice !== ""
                    kind: Banner.Warn
                    text: root.model.copyNotice
                    detail: root.model.copyNoticeDetail
                }
                Banner {
                    Layout.fillWidth: true
                    visible: root.model.walletNotice !== ""
                    kind: Banner.Bad
                    text: qsTr("Not every wallet could be read.")
                    detail: root.model.walletNotice
                }
                Banner {
                    Layout.fillWidth: true
                    visible: root.model.memoryLockFailed
                    kind: Banner.Warn
                    text: qsTr("The system does not let Outpost keep its secrets out of the swap file.")
                    detail: qsTr("Raise the limit for locked memory (ulimit -l), or encrypt the swap.")
                }
                Card {
                    Layout.fillWidth: true
                    title: qsTr("How it looks")

                    ColumnLayout {
                        anchors.left: parent.left
                        anchors.right: parent.right
                        spacing: Theme.space16

                        SettingRow {
                            title: qsTr("Currency")
                            sentence: qsTr("In which figures are shown. What you hold does not change.")

                            ComboBox {
                                Layout.fillWidth: true
                                accessibleName: qsTr("Currency")
                                model: [qsTr("Euro"), qsTr("US dollar"), qsTr("Pound sterling"), qsTr("Yen")]
                                currentIndex: root.model.currency
                                onActivated: index => root.model.currency = index
                            }
                        }
                        SettingRow {
                            title: qsTr("Language")

                            ComboBox {
                                Layout.fillWidth: true
                                accessibleName: qsTr("Language")
                                model: [qsTr("As the system"), "English", "Deutsch"]
                                currentIndex: root.model.language
                                onActivated: index => root.model.language = index
                            }
                        }
                        SettingRow {
                            title: qsTr("Light or dark")

                            ComboBox {
                                Layout.fillWidth: true
                                accessibleName: qsTr("Light or dark")
                                model: [qsTr("As the system"), qsTr("Light"), qsTr("Dark")]
                                currentIndex: root.model.theme
                                onActivated: index => root.model.theme = index
                            }
                        }
                        SettingRow {
                            title: qsTr("High contrast")

                            Switch {
                                accessibleName: qsTr("High contrast")
                                checked: root.model.highContrast
                                onToggled: root.model.highContrast = checked
                            }
                        }
                        SettingRow {
                            title: qsTr("Text size")

                            ComboBox {
                                Layout.fillWidth: true
                                accessibleName: qsTr("Text size")
                                model: root.textSizes.map(size => qsTr("%1 %").arg(size))
                                currentIndex: Math.max(0, root.textSizes.indexOf(root.model.textPercent))
                                onActivated: index => root.model.textPercent = root.textSizes[index]
                            }
                        }
                    }
                }
                Card {
                    Layout.fillWidth: true
                    title: qsTr("Lock")

                    ColumnLayout {
                        anchors.left: parent.left
                        anchors.right: parent.right

                        SettingRow {
                            title: qsTr("Lock after")
                            sentence: qsTr("When nobody touches keyboard or mouse for so long.")

                            ComboBox {
                                Layout.fillWidth: true
                                accessibleName: qsTr("Lock after")
                                model: root.lockTimes.map(minutes => qsTr("%1 min").arg(minutes))
                                currentIndex: Math.max(0, root.lockTimes.indexOf(root.model.lockMinutes))
                                onActivated: index => root.model.lockMinutes = root.lockTimes[index]
                            }
                        }
                    }
                }
                Card {
                    Layout.fillWidth: true
                    title: qsTr("Connections")

                    ColumnLayout {
                        anchors.left: parent.left
                        anchors.right: parent.right
                        spacing: Theme.space16

                        SettingRow {
                            title: qsTr("Your own node")
                            sentence: root.model.canChangeNode ? qsTr("The address of a Solana node that you trust. Empty for the one that comes with Outpost.") : qsTr("On the demo, or with --network-config, addresses are set from outside.")

                            TextField {
                                id: node

                                Layout.fillWidth: true
                                enabled: root.model.canChangeNode
                                accessibleName: qsTr("Your own node")
                                placeholder: "https://"
                                error: root.model.nodeError
                                hint: root.model.nodeNote
                                maximumLength: 512
                                onAccepted: root.model.setOwnNode(node.text)
                            }
                            Button {
                                Layout.alignment: Qt.AlignTop
                                enabled: root.model.canChangeNode
                                text: qsTr("Save")
                                accessibleName: qsTr("Save the address of your own node")
                                busy: root.model.nodeBusy
                                onClicked: root.model.setOwnNode(node.text)
                            }
                        }
                        SettingRow {
                            title: qsTr("Proxy")
                            sentence: qsTr("For every connection to the internet. Empty for none.")

                            TextField {
                                id: proxy

                                Layout.fillWidth: true
                                accessibleName: qsTr("Proxy")
                                placeholder: "socks5://"
                                error: root.model.proxyError
                                maximumLength: 256
                                onAccepted: root.model.setProxy(proxy.text)
                            }
                            Button {
                                Layout.alignment: Qt.AlignTop
                                text: qsTr("Save")
                                accessibleName: qsTr("Save the proxy")
                                onClicked: root.model.setProxy(proxy.text)
                            }
                        }
                        Banner {
                            Layout.fillWidth: true
                            visible: root.model.proxyWantsLogin
                            kind: Banner.Warn
                            text: qsTr("The proxy asks for a name and a password.")
                        }
                        SettingRow {
                            visible: root.model.proxy !== ""
                            title: qsTr("Sign-in at the proxy")
                            sentence: qsTr("Only where it asks for one. Outpost forgets both when it ends.")

                            ColumnLayout {
                                Layout.fillWidth: true
                                spacing: Theme.space8

                                TextField {
                                    id: proxyUser

                                    Layout.fillWidth: true
                                    label: qsTr("Name for the proxy")
                                    maximumLength: 255
                                }
                                SecretField {
                                    id: proxyPassword

                                    Layout.fillWidth: true
                                    label: qsTr("Password for the proxy")
                                    onAccepted: root.model.setProxyLogin(proxyUser.text, proxyPassword.input)
                                }
                                Button {
                                    text: qsTr("Use them")
                                    accessibleName: qsTr("Use this name and password for the proxy")
                                    onClicked: root.model.setProxyLogin(proxyUser.text, proxyPassword.input)
                                }
                            }
                        }
                    }
                }
                Card {
                    Layout.fillWidth: true
                    title: qsTr("Map")

                    ColumnLayout {
                        anchors.left: parent.left
                        anchors.right: parent.right
                        spacing: Theme.space16

                        SettingRow {
                            title: qsTr("Pictures from a server")
                            sentence: root.tiles.active ? qsTr("%1 is asked for the places you look at. Empty for coasts and borders only.").arg(root.tiles.host) : qsTr("Without one the map shows coasts and borders, and nobody learns what you look at.")

                            TextField {
                                id: tileUrl

                                Layout.fillWidth: true
                                accessibleName: qsTr("Address of a server with map pictures")
                                placeholder: "https://…/{z}/{x}/{y}.png"
                                error: root.tiles.error
                                maximumLength: 512
                                onAccepted: root.tiles.propose(tileUrl.text)
                            }
                            Button {
                                Layout.alignment: Qt.AlignTop
                                text: qsTr("Save")
                                accessibleName: qsTr("Save the server with map pictures")
                                onClicked: root.tiles.propose(tileUrl.text)
                            }
                        }
                        SettingRow {
                            visible: root.tiles.active
                            title: qsTr("Credit on the map")
                            sentence: qsTr("Whom the server wants to be named, for instance its makers.")

                            TextField {
                                id: tileCredit

                                Layout.fillWidth: true
                                accessibleName: qsTr("Credit on the map")
                                maximumLength: 120
                                onAccepted: root.tiles.setCredit(tileCredit.text)
                            }
                            Button {
                                Layout.alignment: Qt.AlignTop
                                text: qsTr("Save")
                                accessibleName: qsTr("Save the credit on the map")
                                onClicked: root.tiles.setCredit(tileCredit.text)
                            }
                        }
                    }
                }
                AddressesCard {
                    Layout.fillWidth: true
                    addresses: root.addresses
                }
                RecordsCard {
                    Layout.fillWidth: true
                    model: root.records
                }
                Card {
                    Layout.fillWidth: true
                    title: qsTr("Hosts that Outpost talks to")
                    note: qsTr("and no other")

                    ColumnLayout {
                        anchors.left: parent.left
                        anchors.right: parent.right
                        spacing: Theme.space8

                        Repeater {
                            model: root.model.hosts

                            KeyValueRow {
                                required property string title
                                required property string note

                                Layout.fillWidth: true
                                key: title
                                value: note
                            }
                        }
                    }
                }
                Card {
                    Layout.fillWidth: true
                    title: qsTr("About")

                    ColumnLayout {
                        anchors.left: parent.left
                        anchors.right: parent.right
                        spacing: Theme.space8

                        KeyValueRow {
                            Layout.fillWidth: true
                            key: qsTr("Version")
                            value: root.model.version
                        }
                        KeyValueRow {
                            Layout.fillWidth: true
                            key: qsTr("Folder of wallets and records")
                            value: root.model.folder
                        }
                        KeyValueRow {
                            Layout.fillWidth: true
                            key: qsTr("Newest copy of the records")
                            value: root.model.newestCopy
                        }
                    }
                }
            }
        }
    }
    Connections {
        target: root.tiles

        function onConsentNeeded(): void {
            consent.open();
        }

        function onChanged(): void {
            root.refill();
        }
    }
    Dialog {
        id: consent

        //: %1: the name of a host on the internet
        title: qsTr("Ask %1 for map pictures?").arg(root.tiles.proposedHost)
        confirmText: qsTr("Ask %1").arg(root.tiles.proposedHost)
        onAccepted: root.tiles.allow()

        Label {
            anchors.left: parent.left
            anchors.right: parent.right
            //: %1: the name of a host on the internet
            text: qsTr("%1 learns which places you look at, and so where your devices stand, together with the internet address of this computer or of your proxy. You can take it back here at any time.").arg(root.tiles.proposedHost)
            wrapMode: Text.Wrap
        }
    }
}
