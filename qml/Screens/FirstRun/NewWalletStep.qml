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
    Label {
        role: Label.Strong
        text: qsTr("How many recovery words")
    }
    GridLayout {
        Layout.fillWidth: true
        columns: root.width < 520 * Theme.scale ? 1 : 2
        columnSpacing: Theme.space12
        rowSpacing: Theme.space12

        RadioCard {
            Layout.fillWidth: true
            Layout.fillHeight: true
            text: qsTr("24 words")
            description: qsTr("As most devices that keep keys use them.")
            checked: root.model.wordCount === 24
            onToggled: root.model.wordCount = 24
        }
        RadioCard {
            Layout.fillWidth: true
            Layout.fillHeight: true
            text: qsTr("12 words")
            description: qsTr("Less to write, and still impossible to guess.")
            checked: root.model.wordCount === 12
            onToggled: root.model.wordCount = 12
        }
    }
}
