// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Outpost.App
import Outpost.Components
import Outpost.Controls
import Outpost.Platform
import Outpost.Theme

// Before a locked wallet.
StepPage {
    id: root

    required property UnlockViewModel model

    signal navigate(string target, string argument)

    title: root.model.walletName !== "" ? qsTr("Unlock %1").arg(root.model.walletName) : qsTr("Unlock your wallet")
    sentence: root.model.reason
    error: root.model.error
    maximumWidth: Math.round(420 * Math.min(Theme.scale, 1.6))
    nextText: root.model.waitSeconds > 0 ? qsTr("Wait %1 s").arg(root.model.waitSeconds) : qsTr("Unlock")
    nextEnabled: password.input.length > 0 && root.model.waitSeconds === 0
    busy: root.model.busy
    //: Leads to restoring the wallet from its recovery words.
    backText: qsTr("Forgotten password")
    //: Button on the page that asks for the password, where the wallet's file is damaged; the password is that of the copy.
    thirdText: root.model.canRestoreCopy ? qsTr("Open the newest copy instead") : ""
    thirdEnabled: password.input.length > 0 && root.model.waitSeconds === 0
    onThird: root.model.restoreCopy(password.input)
    onNext: root.model.unlock(password.input)
    onBack: root.model.forgotten()
    Component.onCompleted: password.input.forceActiveFocus(Qt.TabFocusReason)

    SecretField {
        id: password

        Layout.fillWidth: true
        label: qsTr("Password")
        onAccepted: root.model.unlock(password.input)
    }
}
