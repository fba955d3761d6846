// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Outpost.Theme

// One step of a Stepper. A step that is done can be pressed to go back to it.
T.Button {
    id: root

    enum State {
        Ahead,
        Current,
        Done,
        Failed,
        Waiting
    }

    required property int number
    required property string title
    property string note: ""
    property int stepState: StepItem.Ahead
    property bool reachable: root.stepState === StepItem.Done

    readonly property int disc: Math.round(24 * Math.min(Theme.scale, 1.6))
    readonly property bool ahead: root.stepState === StepItem.Ahead

    implicitWidth: Math.round(200 * Theme.scale)
    implicitHeight: Math.max(Theme.targetMinimum, row.implicitHeight + 2 * Theme.space8)
    padding: 0
    leftInset: -Theme.space8
    rightInset: -Theme.space8
    hoverEnabled: true
    focusPolicy: root.reachable ? Qt.StrongFocus : Qt.NoFocus
    activeFocusOnTab: root.reachable

    Accessible.role: root.reachable ? Accessible.Button : Accessible.ListItem
    Accessible.name: root.title
    Accessible.description: {
        switch (root.stepState) {
        case StepItem.Done:
            //: State of a step, for a screen reader. %1 is a short remark.
            return qsTr("Done. %1").arg(root.note);
        case StepItem.Current:
            //: State of a step, for a screen reader. %1 is a short remark.
            return qsTr("This step. %1").arg(root.note);
        case StepItem.Failed:
            //: State of a step, for a screen reader. %1 is a short remark.
            return qsTr("Failed. %1").arg(root.note);
        case StepItem.Waiting:
            //: State of a step, for a screen reader. %1 is a short remark.
            return qsTr("Waiting. %1").arg(root.note);
        default:
            //: State of a step, for a screen reader. %1 is a short remark.
            return qsTr("Not yet. %1").arg(root.note);
        }
    }
    Accessible.onPressAction: if (root.reachable)
        root.click()

    Keys.onReturnPressed: if (root.reachable)
        root.click()

    contentItem: RowLayout {
        id: row

        spacing: Theme.space12

        Rectangle {
            Layout.alignment: Qt.AlignTop
            implicitWidth: root.disc
            implicitHeight: root.disc
            radius: root.disc / 2
            color: {
                switch (root.stepState) {
                case StepItem.Done:
                    return Theme.color.accent;
                case StepItem.Current:
                    return Theme.color.accentSoft;
                case StepItem.Failed:
                    return Theme.color.badSoft;
                case StepItem.Waiting:
                    return Theme.color.infoSoft;
                default:
                    return Theme.color.sunk;
                }
            }
            border.width: root.stepState === StepItem.Done ? 0 : Theme.borderWidth
            border.color: {
                switch (root.stepState) {
                case StepItem.Current:
                    return Theme.color.accent;
                case StepItem.Failed:
                    return Theme.color.bad;
                case StepItem.Waiting:
                    return Theme.color.info;
                default:
                    return Theme.color.border;
                }
            }

            Icon {
                anchors.centerIn: parent
                visible: root.stepState === StepItem.Done || root.stepState === StepItem.Failed || root.stepState === StepItem.Waiting
                name: root.stepState === StepItem.Done ? "check-bold" : root.stepState === StepItem.Waiting ? "clock" : "close-bold"
                color: root.stepState === StepItem.Done ? Theme.color.onAccent : root.stepState === StepItem.Waiting ? Theme.color.info : Theme.color.bad
                size: Math.round(root.disc * 0.6)
            }
            Label {
                anchors.centerIn: parent
                visible: root.stepState === StepItem.Ahead || root.stepState === StepItem.Current
                role: Label.TinyStrong
                tone: root.stepState === StepItem.Current ? Label.Accent : Label.Secondary
                text: root.number
                Accessible.ignored: true
            }
        }
        ColumnLayout {
            Layout.topMargin: Math.max(0, Math.round((root.disc - Theme.type.bodyLine) / 2))
            Layout.alignment: Qt.AlignTop
            spacing: 0

            Label {
                Layout.fillWidth: true
                role: root.ahead ? Label.Medium : Label.Strong
                tone: root.ahead ? Label.Secondary : Label.Primary
                text: root.title
                wrapMode: Text.Wrap
                Accessible.ignored: true
            }
            Label {
                Layout.fillWidth: true
                visible: root.note !== ""
                role: Label.Tiny
                tone: root.stepState === StepItem.Failed ? Label.Bad : Label.Secondary
                text: root.note
                wrapMode: Text.Wrap
                Accessible.ignored: true
            }
        }
    }
    background: Rectangle {
        radius: Theme.radiusControl
        color: root.reachable && root.hovered ? Theme.color.sunk : "transparent"

        FocusRing {
            anchors.margins: 0
            controlRadius: Theme.radiusControl - 4
            visible: root.visualFocus
        }
    }
}
