// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Outpost.Theme
import Outpost.Controls

// The right column of a wizard: what it costs so far, who pays, and the way on.
Card {
    id: root

    // Roles: title, amount, unknownReason.
    property alias model: parts.model
    property string total: ""
    property string totalUnknownReason: ""
    property string walletNote: ""
    property string footnote: ""
    property string primaryText: ""
    property bool primaryEnabled: true
    property bool busy: false
    property string secondText: ""

    signal primaryRequested
    signal secondRequested

    implicitWidth: Math.round(300 * Math.min(Theme.scale, 1.4))
    //: Heading of the column that lists the cost of an act.
    title: qsTr("What it will cost")

    contentItem: ColumnLayout {
        spacing: Theme.space12

        Repeater {
            id: parts

            delegate: KeyValueRow {
                id: part

                required property string title
                required property string amount
                required unknownReason

                Layout.fillWidth: true
                key: part.title
                value: part.amount
                strong: true
            }
        }
        Divider {
            Layout.fillWidth: true
            visible: parts.count > 0
        }
        RowLayout {
            spacing: Theme.space12

            Label {
                Layout.fillWidth: true
                role: Label.SmallStrong
                //: The sum of all costs.
                text: qsTr("Total")
            }
            MoneyText {
                role: Label.Title
                amount: root.total
                unknownReason: root.totalUnknownReason
                //: The sum of all costs.
                accessibleName: qsTr("Total")
            }
        }
        Label {
            Layout.fillWidth: true
            visible: root.walletNote !== ""
            role: Label.Small
            tone: Label.Secondary
            text: root.walletNote
            wrapMode: Text.Wrap
        }
        Item {
            Layout.fillHeight: true
        }
        Label {
            Layout.fillWidth: true
            visible: root.footnote !== ""
            role: Label.Tiny
            tone: Label.Secondary
            text: root.footnote
            wrapMode: Text.Wrap
        }
        Button {
            Layout.fillWidth: true
            visible: root.primaryText !== ""
            kind: Button.Primary
            text: root.primaryText
            enabled: root.primaryEnabled
            busy: root.busy
            onClicked: root.primaryRequested()
        }
        Button {
            Layout.fillWidth: true
            visible: root.secondText !== ""
            text: root.secondText
            onClicked: root.secondRequested()
        }
    }
}
