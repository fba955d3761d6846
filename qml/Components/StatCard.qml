// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Outpost.Theme
import Outpost.Controls

// The card of one figure: the amount is the largest thing on it, the sentence below says what it means, one action.
// What is put inside (a chart) stands to the right where there is room, else below.
Card {
    id: root

    property string amount: ""
    property string unknownReason: ""
    property bool large: false
    property bool stale: false
    property string sentence: ""
    property string actionText: ""
    property bool actionEnabled: true
    property bool actionPrimary: true
    property bool busy: false
    property int trendDirection: Trend.Same
    property string trendChange: ""
    property string trendComparison: ""
    default property alias extra: slot.data

    signal actionRequested

    readonly property bool beside: slot.children.length > 0 && root.availableWidth >= 480 * Theme.scale

    contentItem: GridLayout {
        columns: root.beside ? 2 : 1
        columnSpacing: Theme.space24
        rowSpacing: Theme.space12

        ColumnLayout {
            Layout.alignment: Qt.AlignTop
            Layout.fillWidth: true
            Layout.fillHeight: !root.beside
            Layout.preferredWidth: 1
            spacing: 2

            MoneyText {
                Layout.fillWidth: true
                role: root.large ? Label.MoneyLarge : Label.Money
                amount: root.amount
                unknownReason: root.unknownReason
                stale: root.stale
                accessibleName: root.title
            }
            Trend {
                Layout.fillWidth: true
                direction: root.trendDirection
                change: root.trendChange
                comparison: root.trendComparison
            }
            Label {
                Layout.fillWidth: true
                visible: root.sentence !== ""
                role: Label.Small
                tone: Label.Secondary
                text: root.sentence
                wrapMode: Text.Wrap
            }
            Button {
                Layout.topMargin: Theme.space8
                visible: root.actionText !== ""
                kind: root.actionPrimary ? Button.Primary : Button.Secondary
                text: root.actionText
                enabled: root.actionEnabled
                busy: root.busy
                onClicked: root.actionRequested()
            }
        }
        Item {
            id: slot

            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 1
            Layout.minimumHeight: visible ? 80 : 0
            implicitHeight: 110
            visible: children.length > 0
        }
    }
}
