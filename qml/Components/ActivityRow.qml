// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Outpost.Theme
import Outpost.Controls

// One thing that happened, as a sentence, with its time and what it brought or cost.
T.ItemDelegate {
    id: root

    required property string title
    property string note: ""
    property string amount: ""
    property string amountNote: ""
    property string iconName: ""
    property int amountTone: Label.Primary
    property int padSide: Theme.space20

    implicitWidth: Math.round(400 * Theme.scale)
    implicitHeight: Math.max(36, implicitContentHeight + 12)
    leftPadding: root.padSide
    rightPadding: root.padSide
    hoverEnabled: true
    focusPolicy: Qt.StrongFocus

    Accessible.role: Accessible.ListItem
    Accessible.name: root.title
    Accessible.description: root.note + " " + root.amount
    Accessible.onPressAction: root.click()

    Keys.onReturnPressed: root.click()
    Keys.onEnterPressed: root.click()

    contentItem: RowLayout {
        spacing: Theme.space12

        Icon {
            visible: root.iconName !== ""
            name: root.iconName
            color: Theme.color.second
            size: Theme.smallIconSize
        }
        Flow {
            Layout.fillWidth: true
            spacing: Theme.space8

            Label {
                width: Math.min(implicitWidth, parent.width)
                text: root.title
                wrapMode: Text.Wrap
                Accessible.ignored: true
            }
            Label {
                height: Theme.type.bodyLine
                visible: root.note !== ""
                role: Label.Tiny
                tone: Label.Secondary
                text: root.note
                Accessible.ignored: true
            }
        }
        ColumnLayout {
            visible: root.amount !== ""
            spacing: 0

            Label {
                Layout.alignment: Qt.AlignRight
                role: Label.SmallStrong
                tone: root.amountTone
                text: root.amount
                Accessible.ignored: true
            }
            Label {
                Layout.alignment: Qt.AlignRight
                visible: root.amountNote !== ""
                role: Label.Tiny
                tone: Label.Secondary
                text: root.amountNote
                Accessible.ignored: true
            }
        }
    }
    background: Rectangle {
        color: root.hovered ? Theme.color.sunk : "transparent"

        FocusRing {
            anchors.margins: 1
            controlRadius: 2
            visible: root.visualFocus
        }
    }
}
