// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Outpost.App
import Outpost.Components
import Outpost.Controls
import Outpost.Platform
import Outpost.Theme

// An address to look at.
StepPage {
    id: root

    required property FirstRunViewModel model

    title: qsTr("Watch an address")
    sentence: qsTr("You see its devices and what they earn. Nothing can be moved, and no password is needed.")
    error: root.model.error
    nextText: qsTr("Watch")
    nextEnabled: address.text.trim() !== ""
    busy: root.model.busy
    backText: qsTr("Back")
    onNext: root.model.watch(address.text)
    onBack: root.model.back()
    Component.onCompleted: address.forceActiveFocus(Qt.TabFocusReason)

    TextField {
        id: address

        Layout.fillWidth: true
        label: qsTr("Receiving address")
        maximumLength: 128
        onAccepted: root.model.watch(address.text)
    }
}
