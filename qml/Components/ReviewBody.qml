// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Outpost.Theme
import Outpost.Controls

// The body of a review before signing, without its frame. See ReviewSheet.
ColumnLayout {
    id: root

    //: Heading of what a person gets, in a review before signing.
    property string receiveTitle: qsTr("You receive")
    property string receiveTotal: ""
    property bool receives: true
    property alias receiveModel: receive.model
    //: Heading of what a person pays, in a review before signing.
    property string payTitle: qsTr("You pay")
    property string payTotal: ""
    property bool pays: true
    property alias payModel: pay.model
    property string unknownReason: ""
    // Below the amounts, for example "Worth €22.74 after cost. Two sources agree on everything below."
    property string summary: ""
    //: Heading above the sentences that say what is signed. Two independent checks agree on them.
    property string sentencesTitle: qsTr("What you sign, checked twice")
    // Roles: text, level (CheckedSentence.Level).
    property alias sentencesModel: sentences.model
    property string detailsText: ""
    property string leftOut: ""
    property string warning: ""
    property string refusal: ""
    property string refusalAction: "" // something that the person can do about it

    signal detailsRequested
    signal refusalActionRequested

    spacing: Theme.space12

    Rectangle {
        Layout.fillWidth: true
        implicitHeight: amounts.implicitHeight + 36
        visible: root.receives || root.pays
        radius: Theme.radiusCard
        color: Theme.color.sunk
        border.width: Theme.borderWidth
        border.color: Theme.color.border

        ColumnLayout {
            id: amounts

            anchors.verticalCenter: parent.verticalCenter
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.margins: 18
            spacing: Theme.space12

            ReviewBlock {
                id: receive

                Layout.fillWidth: true
                visible: root.receives
                title: root.receiveTitle
                total: root.receiveTotal
                unknownReason: root.unknownReason
                large: true
            }
            Divider {
                Layout.fillWidth: true
                visible: root.receives && root.pays
            }
            ReviewBlock {
                id: pay

                Layout.fillWidth: true
                visible: root.pays
                title: root.payTitle
                total: root.payTotal
                unknownReason: root.unknownReason
                large: !root.receives
            }
            Label {
                Layout.fillWidth: true
                visible: root.summary !== ""
                role: Label.Tiny
                tone: Label.Secondary
                text: root.summary
                wrapMode: Text.Wrap
            }
        }
    }
    Banner {
        Layout.fillWidth: true
        visible: root.refusal !== ""
        kind: root.refusalAction === "" ? Banner.Bad : Banner.Warn
        text: root.refusal
        actionText: root.refusalAction
        onActionRequested: root.refusalActionRequested()
    }
    Banner {
        Layout.fillWidth: true
        visible: root.warning !== ""
        kind: Banner.Warn
        text: root.warning
    }
    Label {
        Layout.fillWidth: true
        Layout.topMargin: Theme.space4
        visible: sentences.count > 0
        role: Label.Strong
        text: root.sentencesTitle
        wrapMode: Text.Wrap
        Accessible.role: Accessible.Heading
    }
    ColumnLayout {
        Layout.fillWidth: true
        visible: sentences.count > 0
        spacing: 10

        Repeater {
            id: sentences

            delegate: CheckedSentence {
                required level

                Layout.fillWidth: true
            }
        }
    }
    LinkButton {
        visible: root.detailsText !== ""
        text: root.detailsText
        trailingIconName: "chevron-right"
        onClicked: root.detailsRequested()
    }
    Banner {
        Layout.fillWidth: true
        visible: root.leftOut !== ""
        showIcon: false
        text: root.leftOut
    }
}
