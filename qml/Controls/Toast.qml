// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Outpost.Theme

// A short report at the foot of the window. It is announced to a screen reader and goes by itself, except a bad one.
Rectangle {
    id: root

    property string text: ""
    property string actionText: ""
    property int kind: Banner.Info
    property bool shown: false

    signal actionRequested

    function show(text: string, kind: int, actionText: string): void {
        root.text = text;
        root.kind = kind;
        root.actionText = actionText;
        root.shown = true;
        root.Accessible.announce(text, kind === Banner.Bad ? Accessible.Assertive : Accessible.Polite);
        if (kind !== Banner.Bad)
            timer.restart();
        else
            timer.stop();
    }

    function hide(): void {
        timer.stop();
        root.shown = false;
    }

    visible: opacity > 0
    opacity: root.shown ? 1 : 0
    implicitWidth: row.implicitWidth + 26
    implicitHeight: row.implicitHeight + 12
    radius: Theme.radiusControl
    color: Theme.color.inverse

    Accessible.role: Accessible.AlertMessage
    Accessible.name: root.text

    Behavior on opacity {
        NumberAnimation {
            duration: Theme.durationNormal
        }
    }

    Timer {
        id: timer

        interval: Theme.toastTime
        onTriggered: root.shown = false
    }

    RowLayout {
        id: row

        anchors.verticalCenter: parent.verticalCenter
        anchors.left: parent.left
        anchors.leftMargin: 16
        anchors.right: parent.right
        anchors.rightMargin: 10
        spacing: Theme.space12

        Label {
            Layout.fillWidth: true
            Layout.maximumWidth: Math.round(480 * Theme.scale)
            role: Label.Small
            tone: Label.Inverse
            text: root.text
            wrapMode: Text.Wrap
            Accessible.ignored: true
        }
        InverseButton {
            visible: root.actionText !== ""
            text: root.actionText
            onClicked: {
                root.hide();
                root.actionRequested();
            }
        }
        InverseButton {
            iconName: "close"
            //: Button that hides a message.
            accessibleName: qsTr("Hide this message")
            onClicked: root.hide()
        }
    }
}
