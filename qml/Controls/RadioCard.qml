// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Outpost.Theme

// One of several ways, each a card with a title and a sentence. Siblings exclude each other.
T.RadioButton {
    id: root

    property string description: ""
    property string note: ""
    property string iconName: ""

    implicitWidth: Math.max(Math.round(240 * Theme.scale), root.implicitContentWidth + root.leftPadding + root.rightPadding)
    implicitHeight: root.implicitContentHeight + root.topPadding + root.bottomPadding
    leftPadding: Theme.space16
    rightPadding: Theme.space16
    topPadding: 14
    bottomPadding: 14
    hoverEnabled: true
    focusPolicy: Qt.StrongFocus
    opacity: root.enabled ? 1 : 0.5

    Accessible.role: Accessible.RadioButton
    Accessible.name: root.text
    Accessible.description: root.note === "" ? root.description : root.description + " " + root.note
    Accessible.checkable: true
    Accessible.checked: root.checked
    Accessible.onPressAction: root.toggle()

    indicator: null
    contentItem: RowLayout {
        spacing: Theme.space12

        Rectangle {
            Layout.alignment: Qt.AlignTop
            Layout.topMargin: Math.round((Theme.type.bodyLine - height) / 2)
            implicitWidth: Math.round(16 * Math.min(Theme.scale, 1.6))
            implicitHeight: implicitWidth
            radius: width / 2
            color: root.checked ? Theme.color.accent : Theme.color.surface
            border.width: root.checked ? 0 : Theme.borderWidth
            border.color: Theme.color.controlBorder

            Rectangle {
                anchors.centerIn: parent
                visible: root.checked
                width: Math.round(parent.width * 0.4)
                height: width
                radius: width / 2
                color: Theme.color.onAccent
            }
        }
        ColumnLayout {
            spacing: 2

            RowLayout {
                spacing: Theme.space8

                Icon {
                    visible: root.iconName !== ""
                    name: root.iconName
                    color: root.checked ? Theme.color.accent : Theme.color.second
                }
                Label {
                    Layout.fillWidth: true
                    role: Label.Strong
                    text: root.text
                    wrapMode: Text.Wrap
                    Accessible.ignored: true
                }
                Label {
                    visible: root.note !== ""
                    role: Label.Small
                    tone: Label.Secondary
                    text: root.note
                    Accessible.ignored: true
                }
            }
            Label {
                Layout.fillWidth: true
                visible: root.description !== ""
                role: Label.Small
                tone: Label.Secondary
                text: root.description
                wrapMode: Text.Wrap
                Accessible.ignored: true
            }
        }
    }
    background: Rectangle {
        radius: Theme.radiusCard
        color: root.checked ? Theme.color.accentSoft : root.hovered ? Theme.color.sunk : Theme.color.surface
        border.width: Theme.borderWidth
        border.color: root.checked ? Theme.color.accent : Theme.color.border

        FocusRing {
            visible: root.visualFocus
            controlRadius: Theme.radiusCard
        }
    }
}
