// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Outpost.App
import Outpost.Controls

// Which server is asked for addresses, or none. A new one is asked only after the person agreed to it by name.
Card {
    id: root

    required property AddressViewModel addresses

    // Not bound: what was refused stays to be mended, and what is being typed is left alone.
    function refill(): void {
        if (root.addresses.serverError === "" && !server.activeFocus)
            server.text = root.addresses.server;
    }

    title: qsTr("Addresses")
    Component.onCompleted: root.refill()
    Component.onDestruction: root.addresses.close()

    ColumnLayout {
        anchors.left: parent.left
        anchors.right: parent.right

        SettingRow {
            title: qsTr("Search for addresses")
            sentence: root.addresses.settingText

            TextField {
                id: server

                Layout.fillWidth: true
                accessibleName: qsTr("Server for addresses")
                placeholder: "https://photon.komoot.io/api/"
                error: root.addresses.serverError
                maximumLength: 512
                onAccepted: root.addresses.propose(server.text)
            }
            Button {
                Layout.alignment: Qt.AlignTop
                text: qsTr("Save")
                accessibleName: qsTr("Save the server for addresses")
                onClicked: root.addresses.propose(server.text)
            }
        }
    }
    Connections {
        target: root.addresses

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
        title: qsTr("Ask %1 for addresses?").arg(root.addresses.proposedHost)
        confirmText: qsTr("Ask %1").arg(root.addresses.proposedHost)
        onAccepted: root.addresses.allow()
        onRejected: root.addresses.close()

        Label {
            anchors.left: parent.left
            anchors.right: parent.right
            text: root.addresses.consentText
            wrapMode: Text.Wrap
        }
    }
}
