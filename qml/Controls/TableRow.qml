// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Outpost.Theme

// The row of a table or list: 44 high, a line below, tinted when selected. Put the cells into it.
T.ItemDelegate {
    id: root

    property bool selected: false
    property bool current: false
    property bool lineBelow: true
    property string accessibleName: root.text

    implicitWidth: Math.round(400 * Theme.scale)
    implicitHeight: Math.max(Theme.rowHeight, root.implicitContentHeight + root.topPadding + root.bottomPadding)
    leftPadding: Theme.space12
    rightPadding: Theme.space12
    hoverEnabled: true
    focusPolicy: Qt.StrongFocus

    Accessible.role: Accessible.Row
    Accessible.name: root.accessibleName
    Accessible.selectable: true
    Accessible.selected: root.selected
    Accessible.onPressAction: root.click()

    Keys.onReturnPressed: root.click()
    Keys.onEnterPressed: root.click()

    background: Rectangle {
        color: root.selected ? Theme.color.accentSoft : root.hovered ? Theme.color.sunk : "transparent"

        Divider {
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.bottom: parent.bottom
            visible: root.lineBelow
        }
        FocusRing {
            anchors.margins: 1
            controlRadius: 2
            visible: root.visualFocus || root.current
        }
    }
}
