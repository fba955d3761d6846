// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Outpost.Theme

// One tab.
T.TabButton {
    id: root

    property string count: ""

    implicitWidth: row.implicitWidth + root.leftPadding + root.rightPadding
    implicitHeight: Math.max(40, Theme.type.bodyLine + 20)
    width: root.implicitWidth
    leftPadding: Theme.space16
    rightPadding: Theme.space16
    hoverEnabled: true
    focusPolicy: Qt.StrongFocus

    Accessible.role: Accessible.PageTab
    Accessible.name: root.count === "" ? root.text : root.text + " " + root.count
    Accessible.selected: root.checked
    Accessible.onPressAction: root.click()

    contentItem: RowLayout {
        id: row

        spacing: 6

        Label {
            role: Label.Medium
            text: root.text
            tone: root.checked ? Label.Accent : root.hovered ? Label.Primary : Label.Secondary
            Accessible.ignored: true
        }
        Label {
            visible: root.count !== ""
            role: Label.Small
            tone: Label.Secondary
            text: root.count
            Accessible.ignored: true
        }
    }
    background: Item {
        Rectangle {
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.bottom: parent.bottom
            height: 2
            visible: root.checked
            color: Theme.color.accent
        }
        FocusRing {
            anchors.margins: 2
            controlRadius: 2
            visible: root.visualFocus
        }
    }
}
