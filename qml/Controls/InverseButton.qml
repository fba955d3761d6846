// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Outpost.Theme

// A button on the dark floating bar (bulk actions, toast).
T.Button {
    id: root

    property string iconName: ""
    property string trailingIconName: ""
    property string accessibleName: root.text

    implicitWidth: Math.max(Theme.targetMinimum, row.implicitWidth + root.leftPadding + root.rightPadding)
    implicitHeight: Math.max(Theme.targetMinimum, Theme.smallControlHeight)
    leftPadding: Theme.space8
    rightPadding: Theme.space8
    hoverEnabled: true
    focusPolicy: Qt.StrongFocus
    opacity: root.enabled ? 1 : 0.5

    Accessible.role: Accessible.Button
    Accessible.name: root.accessibleName
    Accessible.onPressAction: root.click()

    Keys.onReturnPressed: root.click()
    Keys.onEnterPressed: root.click()

    contentItem: Item {
        implicitWidth: row.implicitWidth
        implicitHeight: row.implicitHeight

        RowLayout {
            id: row

            anchors.centerIn: parent
            spacing: Theme.space4

            Icon {
                visible: root.iconName !== ""
                name: root.iconName
                color: Theme.color.onInverse
                size: Theme.smallIconSize
            }
            Label {
                visible: root.text !== ""
                role: Label.SmallMedium
                tone: Label.Inverse
                text: root.text
                Accessible.ignored: true
            }
            Icon {
                visible: root.trailingIconName !== ""
                name: root.trailingIconName
                color: Theme.color.onInverse
                size: Math.round(12 * Math.min(Theme.scale, 1.6))
            }
        }
    }
    background: Rectangle {
        radius: 6
        color: root.enabled && (root.hovered || root.down) ? Theme.color.inverseHover : "transparent"
        border.width: root.visualFocus ? Theme.focusWidth : 0
        border.color: Theme.color.onInverse
    }
}
