// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Outpost.Theme

// A filter: selected or not, with the number it would show. As a dropdown it opens a menu; a removable one has a cross.
T.Button {
    id: root

    property string count: ""
    property bool selected: root.checked
    property bool hasMark: false
    property int status: StatusMark.Unknown
    property bool dropdown: false
    property bool removable: false
    property string accessibleName: root.count === "" ? root.text : root.text + " " + root.count

    signal removeRequested

    readonly property color ink: root.selected ? Theme.color.accent : root.hovered ? Theme.color.text : Theme.color.second

    implicitWidth: row.implicitWidth + root.leftPadding + root.rightPadding
    implicitHeight: Math.max(Theme.targetMinimum, Theme.chipHeight + 4)
    leftPadding: 11
    rightPadding: 11
    topInset: Math.round((root.implicitHeight - Theme.chipHeight) / 2)
    bottomInset: root.topInset
    hoverEnabled: true
    focusPolicy: Qt.StrongFocus
    opacity: root.enabled ? 1 : 0.5

    Accessible.role: root.dropdown ? Accessible.ButtonMenu : root.removable ? Accessible.Button : Accessible.CheckBox
    Accessible.name: root.accessibleName
    Accessible.checkable: !root.dropdown && !root.removable
    Accessible.checked: root.selected
    Accessible.onPressAction: root.click()

    onClicked: if (root.removable)
        root.removeRequested()
    Keys.onReturnPressed: root.click()
    Keys.onEnterPressed: root.click()
    Keys.onDeletePressed: if (root.removable)
        root.removeRequested()

    contentItem: RowLayout {
        id: row

        spacing: 6

        StatusMark {
            visible: root.hasMark
            status: root.status
        }
        Label {
            Layout.fillWidth: true
            role: Label.SmallMedium
            text: root.text
            color: root.ink
            elide: Text.ElideRight
            Accessible.ignored: true
        }
        Label {
            visible: root.count !== ""
            role: Label.SmallMedium
            text: root.count
            color: root.ink
            Accessible.ignored: true
        }
        Icon {
            visible: root.dropdown || root.removable
            name: root.removable ? "close" : "chevron-down"
            color: root.ink
            size: Math.round(12 * Math.min(Theme.scale, 1.6))
        }
    }
    background: Rectangle {
        radius: Math.min(height / 2, Theme.radiusChip * Theme.scale)
        color: root.selected ? Theme.color.accentSoft : root.hovered ? Theme.color.sunk : Theme.color.surface
        border.width: Theme.borderWidth
        border.color: root.selected ? Theme.color.accent : Theme.color.border

        FocusRing {
            visible: root.visualFocus
            controlRadius: parent.radius
        }
    }
}
