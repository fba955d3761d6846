// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Outpost.Theme
import Outpost.Controls

// What stands in place of content: a picture, a sentence, and the first thing to do. The named states build on it.
Item {
    id: root

    property string iconName: ""
    property string title: ""
    property string sentence: ""
    property string detail: ""
    property string actionText: ""
    property string secondText: ""
    property bool working: false
    property color iconColor: Theme.color.second

    signal actionRequested
    signal secondRequested

    implicitWidth: Math.round(360 * Theme.scale)
    implicitHeight: column.implicitHeight + 2 * Theme.space24

    Accessible.role: Accessible.Grouping
    Accessible.name: root.title
    Accessible.description: root.sentence

    ColumnLayout {
        id: column

        anchors.centerIn: parent
        width: Math.min(parent.width - 2 * Theme.space16, Math.round(420 * Theme.scale))
        spacing: Theme.space8

        Spinner {
            Layout.alignment: Qt.AlignHCenter
            visible: root.working
            running: root.working
            size: Math.round(28 * Math.min(Theme.scale, 1.6))
        }
        Icon {
            Layout.alignment: Qt.AlignHCenter
            visible: !root.working && root.iconName !== ""
            name: root.iconName
            color: root.iconColor
            size: Math.round(28 * Math.min(Theme.scale, 1.6))
        }
        Label {
            Layout.fillWidth: true
            visible: root.title !== ""
            role: Label.Strong
            text: root.title
            wrapMode: Text.Wrap
            horizontalAlignment: Text.AlignHCenter
        }
        Label {
            Layout.fillWidth: true
            visible: root.sentence !== ""
            role: Label.Small
            tone: Label.Secondary
            text: root.sentence
            wrapMode: Text.Wrap
            horizontalAlignment: Text.AlignHCenter
        }
        Label {
            Layout.fillWidth: true
            visible: root.detail !== ""
            role: Label.Tiny
            tone: Label.Secondary
            text: root.detail
            wrapMode: Text.Wrap
            horizontalAlignment: Text.AlignHCenter
        }
        Flow {
            Layout.alignment: Qt.AlignHCenter
            Layout.topMargin: Theme.space8
            Layout.maximumWidth: column.width
            visible: root.actionText !== "" || root.secondText !== ""
            spacing: Theme.space12

            Button {
                visible: root.actionText !== ""
                kind: Button.Primary
                text: root.actionText
                onClicked: root.actionRequested()
            }
            Button {
                visible: root.secondText !== ""
                text: root.secondText
                onClicked: root.secondRequested()
            }
        }
    }
}
