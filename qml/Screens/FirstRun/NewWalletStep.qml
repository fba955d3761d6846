// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Outpost.App
import Outpost.Components
import Outpost.Controls
import Outpost.Platform
import Outpost.Theme

// The password of a new wallet.
StepPage {
    id: root

    required property FirstRunViewModel model

    title: qsTr("Choose a password")
    sentence: qsTr("It opens the wallet on this computer. On the next page you write the recovery words down; they open it everywhere.")
    error: root.model.error
    nextText: qsTr("Make the wallet")
    nextEnabled: fields.filled
    busy: root.model.busy
    backText: qsTr("Back")
    onNext: root.model.create(fields.password, fields.again)
    onBack: root.model.back()
    Component.onCompleted: fields.begin()

    PasswordFields {
        id: fields

        Layout.fillWidth: true
        model: root.model
        onAccepted: root.model.create(fields.password, fields.again)
    }
}
