// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Outpost.Theme

// A button that is only a picture. Its text is its accessible name and its tool tip.
T.Button {
    id: root

    required text
    required property string iconName
    property bool outlined: false
    property bool small: false
    property color ink: Theme.color.second
    property int tooltipSide: Tooltip.Below

    implicitWidth: root.small ? Math.max(Theme.targetMinimum, Theme.smallControlHeight) : Theme.controlHeight
    implicitHeight: root.implicitWidth
    padding: 0
    hoverEnabled: true
    focusPolicy: Qt.StrongFocus
    opacity: root.enabled ? 1 : 0.5

    Accessible.role: Accessible.Button
    Accessible.name: root.text
    Accessible.onPressAction: root.click()

    Keys.onReturnPressed: root.click()
    Keys.onEnterPressed: root.click()

    contentItem: Item {
        Icon {
            anchors.centerIn: parent
            name: root.iconName
            color: root.hovered || root.visualFocus ? Theme.color.text : root.ink
            size: root.small ? Theme.smallIconSize : Theme.iconSize
        }
    }
    background: Rectangle {
        radius: Theme.radiusControl
        color: root.enabled && (root.hovered || root.down) ? Theme.color.sunk : root.outlined ? Theme.color.surface : "transparent"
        border.width: root.outlined ? Theme.borderWidth : 0
        border.color: Theme.highContrast ? Theme.color.controlBorder : Theme.color.border

        FocusRing {
            visible: root.visualFocus
        }
    }

    Tooltip {
        side: root.tooltipSide
        text: root.text
        shown: root.hovered || root.visualFocus
    }
}
