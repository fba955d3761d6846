// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Outpost.App
import Outpost.Components
import Outpost.Controls
import Outpost.Platform
import Outpost.Theme

// A wallet from its words.
StepPage {
    id: root

    required property FirstRunViewModel model

    title: qsTr("Restore a wallet")
    sentence: root.model.isDemo ? qsTr("The demo takes no recovery words: type those of a real wallet nowhere but in the real Outpost. Make a new demo wallet instead.") : qsTr("Type its 12 to 24 recovery words with spaces between them.")
    error: root.model.error
    nextText: root.model.isDemo ? qsTr("New wallet") : qsTr("Restore")
    nextEnabled: root.model.isDemo || (words.input.words >= 12 && fields.filled)
    busy: root.model.busy
    backText: qsTr("Back")
    onNext: root.model.isDemo ? root.model.choose(FirstRunViewModel.NewWallet) : root.model.restore(words.input, fields.password, fields.again)
    onBack: root.model.back()
    Component.onCompleted: words.input.forceActiveFocus(Qt.TabFocusReason)

    SecretField {
        id: words

        Layout.fillWidth: true
        visible: !root.model.isDemo
        label: qsTr("Recovery words")
        hint: qsTr("%n word(s) so far", "", words.input.words)
        multiLine: true
        rows: 5
        onAccepted: fields.begin()
    }
    Label {
        Layout.fillWidth: true
        visible: !root.model.isDemo
        tone: Label.Secondary
        text: qsTr("Then choose a password for this computer.")
        wrapMode: Text.Wrap
    }
    PasswordFields {
        id: fields

        Layout.fillWidth: true
        visible: !root.model.isDemo
        model: root.model
        onAccepted: root.model.restore(words.input, fields.password, fields.again)
    }
}
