// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Outpost.App
import Outpost.Components
import Outpost.Controls
import Outpost.Platform
import Outpost.Theme

// The recovery words, on the screen only.
StepPage {
    id: root

    required property FirstRunViewModel model

    title: qsTr("Write these words down")
    sentence: qsTr("On paper, in this order. They are the wallet: whoever has them has everything in it, and without them nobody can restore it. Outpost never asks for them except when you restore.")
    error: root.model.error
    maximumWidth: Math.round(760 * Math.min(Theme.scale, 1.6))
    nextText: words.count > 0 ? qsTr("I have written them down") : qsTr("Show the words")
    thirdText: qsTr("Later")
    onNext: words.count > 0 ? root.model.choose(FirstRunViewModel.Check) : root.model.showWords(words)
    onThird: root.model.later()

    Card {
        Layout.fillWidth: true

        Item {
            anchors.left: parent.left
            anchors.right: parent.right
            implicitHeight: words.count > 0 ? words.implicitHeight : hidden.implicitHeight

            SecretWords {
                id: words

                anchors.left: parent.left
                anchors.right: parent.right
                height: implicitHeight
                columns: width < 420 * Theme.scale ? 2 : width < 620 * Theme.scale ? 3 : 4
                font: Theme.type.medium
                ink: Theme.color.text
                numberInk: Theme.color.second
                Accessible.role: Accessible.StaticText
                Accessible.name: qsTr("Recovery words, on the screen only")
            }
            Label {
                id: hidden

                anchors.left: parent.left
                anchors.right: parent.right
                visible: words.count === 0
                tone: Label.Secondary
                text: qsTr("Make sure that nobody and no camera looks at this screen.")
                wrapMode: Text.Wrap
            }
        }
    }
    Label {
        Layout.fillWidth: true
        role: Label.Small
        tone: Label.Secondary
        text: qsTr("Until you have shown that you have the words, Outpost shows no receiving address and registers nothing.")
        wrapMode: Text.Wrap
    }
}
