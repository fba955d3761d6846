// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Outpost.Theme

// The button. At most one Primary on a surface; Danger is never the default. While busy it shows dots and takes no press.
T.Button {
    id: root

    enum Kind {
        Primary,
        Secondary,
        Danger,
        Quiet
    }

    property int kind: Button.Secondary
    property bool small: false
    property bool busy: false
    property string iconName: ""
    property string trailingIconName: ""
    property string accessibleName: root.text

    readonly property bool filled: root.kind === Button.Primary || root.kind === Button.Danger
    readonly property color ink: {
        switch (root.kind) {
        case Button.Primary:
            return Theme.color.onAccent;
        case Button.Danger:
            return Theme.color.onBad;
        default:
            return Theme.color.text;
        }
    }
    readonly property color fill: {
        const raised = root.enabled && (root.hovered || root.down);
        switch (root.kind) {
        case Button.Primary:
            return raised ? Theme.color.accentHover : Theme.color.accent;
        case Button.Danger:
            return raised ? Theme.color.badHover : Theme.color.bad;
        case Button.Quiet:
            return raised ? Theme.color.sunk : "transparent";
        default:
            return raised ? Theme.color.sunk : Theme.color.surface;
        }
    }

    // A small button looks 30 high and can be hit at 32.
    implicitHeight: root.small ? Math.max(Theme.targetMinimum, Theme.smallControlHeight) : Theme.controlHeight
    implicitWidth: Math.max(root.implicitHeight, root.implicitContentWidth + root.leftPadding + root.rightPadding)
    leftPadding: root.small ? 12 : 16
    rightPadding: root.leftPadding
    topInset: root.small ? Math.round((root.implicitHeight - Theme.smallControlHeight) / 2) : 0
    bottomInset: root.topInset
    hoverEnabled: true
    focusPolicy: Qt.StrongFocus
    opacity: root.enabled ? 1 : 0.5

    Accessible.role: Accessible.Button
    Accessible.name: root.accessibleName
    Accessible.onPressAction: if (!root.busy)
        root.click()

    Keys.onPressed: event => {
        const press = event.key === Qt.Key_Return || event.key === Qt.Key_Enter;
        const any = press || event.key === Qt.Key_Space;
        if (root.busy && any) {
            event.accepted = true;
        } else if (press && !event.isAutoRepeat) {
            event.accepted = true;
            root.click();
        }
    }

    contentItem: Item {
        implicitWidth: row.implicitWidth
        implicitHeight: row.implicitHeight

        RowLayout {
            id: row

            anchors.centerIn: parent
            width: Math.min(row.implicitWidth, parent.width)
            spacing: Theme.space8
            opacity: root.busy ? 0 : 1

            Icon {
                visible: root.iconName !== ""
                name: root.iconName
                color: root.ink
                size: Theme.smallIconSize
            }
            Label {
                Layout.fillWidth: true
                visible: root.text !== ""
                role: root.small ? Label.SmallStrong : Label.Strong
                text: root.text
                color: root.ink
                elide: Text.ElideRight
                Accessible.ignored: true
            }
            Icon {
                visible: root.trailingIconName !== ""
                name: root.trailingIconName
                color: root.ink
                size: Theme.smallIconSize
            }
        }
        Spinner {
            anchors.centerIn: parent
            visible: root.busy
            running: root.busy
            size: Theme.smallIconSize
            color: root.ink
            Accessible.ignored: true
        }
    }

    background: Rectangle {
        radius: Theme.radiusControl
        color: root.fill
        border.width: root.filled || root.kind === Button.Quiet ? 0 : Theme.borderWidth
        border.color: Theme.highContrast ? Theme.color.controlBorder : Theme.color.border

        FocusRing {
            visible: root.visualFocus
        }
    }

    MouseArea {
        anchors.fill: parent
        visible: root.busy
    }
}
