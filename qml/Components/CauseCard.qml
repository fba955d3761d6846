// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Outpost.Theme
import Outpost.Controls

// The likely cause of a fault: what it is and how sure, why, what mends it and what that is worth.
Card {
    id: root

    property string cause: ""
    property string confidence: ""
    property string reason: ""
    property string actionText: ""
    property string secondText: ""
    property string worth: ""
    property bool busy: false

    signal actionRequested
    signal secondRequested

    tone: Chip.Warn

    Accessible.name: root.cause
    Accessible.description: root.reason

    contentItem: ColumnLayout {
        spacing: Theme.space8

        RowLayout {
            spacing: Theme.space12

            Label {
                Layout.fillWidth: true
                Layout.maximumWidth: Math.ceil(implicitWidth)
                role: Label.Strong
                text: root.cause
                wrapMode: Text.Wrap
                Accessible.role: Accessible.Heading
            }
            Chip {
                visible: root.confidence !== ""
                text: root.confidence
                tone: Chip.Warn
            }
            Item {
                Layout.fillWidth: true
            }
        }
        Label {
            Layout.fillWidth: true
            role: Label.Small
            tone: Label.Secondary
            text: root.reason
            wrapMode: Text.Wrap
        }
        Flow {
            Layout.fillWidth: true
            Layout.topMargin: Theme.space4
            spacing: Theme.space12

            Button {
                visible: root.actionText !== ""
                kind: Button.Primary
                text: root.actionText
                busy: root.busy
                onClicked: root.actionRequested()
            }
            Button {
                visible: root.secondText !== ""
                text: root.secondText
                onClicked: root.secondRequested()
            }
            Label {
                height: Theme.controlHeight
                visible: root.worth !== ""
                role: Label.Tiny
                tone: Label.Secondary
                text: root.worth
            }
        }
    }
}
