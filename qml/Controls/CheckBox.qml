// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Outpost.Theme

// A tick box; partially ticked where a group is mixed.
T.CheckBox {
    id: root

    property string accessibleName: root.text

    implicitWidth: Math.max(Theme.targetMinimum, root.implicitContentWidth + root.leftPadding + root.rightPadding)
    implicitHeight: Math.max(Theme.targetMinimum, root.implicitContentHeight)
    spacing: Theme.space12
    padding: 0
    hoverEnabled: true
    focusPolicy: Qt.StrongFocus
    opacity: root.enabled ? 1 : 0.5

    Accessible.role: Accessible.CheckBox
    Accessible.name: root.accessibleName
    Accessible.checkable: true
    Accessible.checked: root.checkState === Qt.Checked
    Accessible.onToggleAction: root.toggle()
    Accessible.onPressAction: root.toggle()

    indicator: Rectangle {
        x: root.text === "" ? Math.round((root.width - width) / 2) : root.leftPadding
        y: Math.round((root.height - height) / 2)
        implicitWidth: Math.round(16 * Math.min(Theme.scale, 1.6))
        implicitHeight: implicitWidth
        radius: 4
        color: root.checkState !== Qt.Unchecked ? Theme.color.accent : root.hovered ? Theme.color.sunk : Theme.color.surface
        border.width: root.checkState !== Qt.Unchecked ? 0 : Theme.borderWidth
        border.color: Theme.color.controlBorder

        Icon {
            anchors.centerIn: parent
            visible: root.checkState !== Qt.Unchecked
            name: root.checkState === Qt.PartiallyChecked ? "minus-bold" : "check-bold"
            color: Theme.color.onAccent
            size: parent.width - 2
        }
        FocusRing {
            visible: root.visualFocus
            controlRadius: 4
        }
    }
    contentItem: Label {
        leftPadding: root.text === "" ? root.indicator.width : root.indicator.width + root.spacing
        role: Label.Small
        text: root.text
        wrapMode: Text.Wrap
        Accessible.ignored: true
    }
}
