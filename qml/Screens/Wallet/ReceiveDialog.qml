// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Outpost.App
import Outpost.Components
import Outpost.Controls
import Outpost.Platform
import Outpost.Theme

// The address to send to, as a picture and as text.
Dialog {
    id: root

    required property WalletViewModel model

    title: qsTr("Receive")
    subtitle: root.model.name
    cancelText: qsTr("Close")
    confirmText: qsTr("Copy the address")
    onAccepted: root.model.copyAddress()

    ColumnLayout {
        anchors.left: parent.left
        anchors.right: parent.right
        spacing: Theme.space16

        QrCode {
            Layout.alignment: Qt.AlignHCenter
            implicitWidth: Math.round(200 * Math.min(Theme.scale, 1.4))
            implicitHeight: implicitWidth
            value: root.model.address
            Accessible.role: Accessible.Graphic
            Accessible.name: qsTr("The receiving address as a QR code")
        }
        Label {
            Layout.fillWidth: true
            role: Label.Medium
            text: root.model.address
            horizontalAlignment: Text.AlignHCenter
            wrapMode: Text.WrapAnywhere
        }
        Label {
            Layout.fillWidth: true
            role: Label.Small
            tone: Label.Secondary
            text: qsTr("Compare the first and the last four signs after copying. The clipboard is cleared after 30 seconds.")
            wrapMode: Text.Wrap
        }
    }
}
