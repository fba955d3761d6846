// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Outpost.Theme
import Outpost.Controls

// What comes in or goes out in a review: total at the right, its parts below. Assets are never netted.
ColumnLayout {
    id: root

    required property string title
    property string total: ""
    property string unknownReason: ""
    property bool large: false
    // Roles: title, amount.
    property alias model: parts.model

    spacing: 0

    RowLayout {
        spacing: Theme.space12

        Label {
            Layout.fillWidth: true
            role: Label.Strong
            text: root.title
            wrapMode: Text.Wrap
        }
        MoneyText {
            role: root.large ? Label.Title : Label.Strong
            amount: root.total
            unknownReason: root.unknownReason
            accessibleName: root.title
        }
    }
    Repeater {
        id: parts

        delegate: RowLayout {
            id: part

            required property string title
            required property string amount

            spacing: Theme.space12
            Layout.topMargin: part.title === "" ? 0 : Theme.space4

            Label {
                Layout.fillWidth: true
                Layout.alignment: Qt.AlignTop
                role: part.title === "" ? Label.Tiny : Label.Small
                tone: Label.Secondary
                text: part.title
                wrapMode: Text.Wrap
            }
            Label {
                Layout.maximumWidth: root.width * 0.7
                Layout.alignment: Qt.AlignTop
                role: part.title === "" ? Label.Tiny : Label.Small
                tone: Label.Secondary
                text: part.amount
                horizontalAlignment: Text.AlignRight
                wrapMode: Text.Wrap
            }
        }
    }
}
