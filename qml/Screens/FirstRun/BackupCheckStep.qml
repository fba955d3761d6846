// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Outpost.App
import Outpost.Components
import Outpost.Controls
import Outpost.Platform
import Outpost.Theme

// Three of the words, asked for by their place.
StepPage {
    id: root

    required property FirstRunViewModel model

    title: qsTr("Check what you wrote")
    sentence: qsTr("Type three of the words.")
    error: root.model.error
    nextText: qsTr("Check")
    nextEnabled: first.input.length > 0 && second.input.length > 0 && third.input.length > 0
    busy: root.model.busy
    backText: qsTr("Show the words again")
    thirdText: qsTr("Later")
    onNext: root.model.check(first.input, second.input, third.input)
    onBack: root.model.back()
    onThird: root.model.later()
    Component.onCompleted: first.input.forceActiveFocus(Qt.TabFocusReason)

    SecretField {
        id: first

        Layout.fillWidth: true
        //: %1: the place of a recovery word, from 1 to 24
        label: qsTr("Word %1").arg(root.model.positions.length > 0 ? root.model.positions[0] : 0)
        onAccepted: second.input.forceActiveFocus(Qt.TabFocusReason)
    }
    SecretField {
        id: second

        Layout.fillWidth: true
        label: qsTr("Word %1").arg(root.model.positions.length > 1 ? root.model.positions[1] : 0)
        onAccepted: third.input.forceActiveFocus(Qt.TabFocusReason)
    }
    SecretField {
        id: third

        Layout.fillWidth: true
        label: qsTr("Word %1").arg(root.model.positions.length > 2 ? root.model.positions[2] : 0)
        onAccepted: root.model.check(first.input, second.input, third.input)
    }
}
