// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Outpost.Theme

// One entry of a Menu; the note says in small what it would do or why it cannot.
T.MenuItem {
    id: root

    property string iconName: ""
    property string note: ""
    property bool danger: false

    readonly property color ink: root.danger ? Theme.color.bad : Theme.color.text

    implicitWidth: row.implicitWidth + root.leftPadding + root.rightPadding
    implicitHeight: Math.max(Theme.targetMinimum, row.implicitHeight + 12)
    leftPadding: 12
    rightPadding: 12
    hoverEnabled: true
    opacity: root.enabled ? 1 : 0.5

    Accessible.role: Accessible.MenuItem
    Accessible.name: root.text
    Accessible.description: root.note
    Accessible.onPressAction: root.click()

    arrow: null
    indicator: null
    contentItem: RowLayout {
        id: row

        spacing: Theme.space8

        Icon {
            visible: root.iconName !== ""
            name: root.iconName
            color: root.danger ? Theme.color.bad : Theme.color.second
            size: Theme.smallIconSize
        }
        ColumnLayout {
            spacing: 0

            Label {
                Layout.fillWidth: true
                role: Label.Small
                text: root.text
                color: root.ink
                elide: Text.ElideRight
                Accessible.ignored: true
            }
            Label {
                Layout.fillWidth: true
                visible: root.note !== ""
                role: Label.Tiny
                tone: Label.Secondary
                text: root.note
                elide: Text.ElideRight
                Accessible.ignored: true
            }
        }
        Icon {
            visible: root.checkable && root.checked || root.subMenu !== null
            name: root.subMenu !== null ? "chevron-right" : "check"
            color: root.subMenu !== null ? Theme.color.second : Theme.color.accent
            size: Theme.smallIconSize
        }
    }
    background: Rectangle {
        radius: 6
        color: root.highlighted ? (root.danger ? Theme.color.badSoft : Theme.color.accentSoft) : "transparent"
    }
}
