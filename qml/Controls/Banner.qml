// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Outpost.Theme

// A sentence that belongs to what is below it, with at most one action.
Rectangle {
    id: root

    enum Kind {
        Info,
        Warn,
        Bad,
        Good
    }

    required property string text
    property int kind: Banner.Info
    property string detail: ""
    property string actionText: ""
    property bool dismissible: false
    property bool showIcon: true

    signal actionRequested
    signal dismissed

    readonly property color ink: root.kind === Banner.Warn ? Theme.color.warn : root.kind === Banner.Bad ? Theme.color.bad : root.kind === Banner.Good ? Theme.color.accent : Theme.color.info

    implicitWidth: row.implicitWidth + 28
    implicitHeight: row.implicitHeight + 2 * Theme.space8
    radius: Theme.radiusControl
    color: root.kind === Banner.Warn ? Theme.color.warnSoft : root.kind === Banner.Bad ? Theme.color.badSoft : root.kind === Banner.Good ? Theme.color.accentSoft : Theme.color.infoSoft
    border.width: Theme.highContrast ? Theme.borderWidth : 0
    border.color: root.ink

    Accessible.role: Accessible.AlertMessage
    Accessible.name: root.detail === "" ? root.text : root.text + " " + root.detail

    RowLayout {
        id: row

        anchors.verticalCenter: parent.verticalCenter
        anchors.left: parent.left
        anchors.leftMargin: 14
        anchors.right: parent.right
        anchors.rightMargin: root.dismissible ? 4 : 14
        spacing: 10

        Icon {
            Layout.alignment: Qt.AlignTop
            Layout.topMargin: Math.round((words.height > Theme.type.bodyLine + 4 ? Theme.type.bodyLine + 4 - height : row.height - height) / 2)
            visible: root.showIcon
            name: root.kind === Banner.Warn ? "warning" : root.kind === Banner.Bad ? "error" : root.kind === Banner.Good ? "check" : "info"
            color: root.ink
            size: Theme.smallIconSize
        }
        ColumnLayout {
            id: words

            Layout.topMargin: 2
            Layout.bottomMargin: 2
            spacing: 0

            Label {
                Layout.fillWidth: true
                role: Label.Small
                text: root.text
                wrapMode: Text.Wrap
                Accessible.ignored: true
            }
            Label {
                Layout.fillWidth: true
                visible: root.detail !== ""
                role: Label.Tiny
                tone: Label.Secondary
                text: root.detail
                wrapMode: Text.Wrap
                Accessible.ignored: true
            }
        }
        Button {
            visible: root.actionText !== ""
            small: true
            text: root.actionText
            onClicked: root.actionRequested()
        }
        IconButton {
            visible: root.dismissible
            small: true
            iconName: "close"
            //: Button that hides a message.
            text: qsTr("Hide this message")
            onClicked: root.dismissed()
        }
    }
}
