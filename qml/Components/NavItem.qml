// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Outpost.Theme
import Outpost.Controls

// One entry of the navigation at the left; folded it is an icon with a tool tip.
T.Button {
    id: root

    required property string iconName
    property string badge: ""
    property bool selected: false
    property bool folded: false

    readonly property color ink: root.selected ? Theme.color.accent : root.hovered ? Theme.color.text : Theme.color.second

    implicitWidth: root.folded ? Theme.controlHeight : Math.max(Math.round(184 * Theme.scale), row.implicitWidth + 20)
    implicitHeight: Theme.controlHeight
    leftPadding: root.folded ? 0 : 9
    rightPadding: root.folded ? 0 : 9
    hoverEnabled: true
    focusPolicy: Qt.StrongFocus

    Accessible.role: Accessible.Button
    Accessible.name: root.badge === "" ? root.text : root.text + " " + root.badge
    Accessible.checked: root.selected
    Accessible.onPressAction: root.click()

    Keys.onReturnPressed: root.click()
    Keys.onEnterPressed: root.click()

    contentItem: RowLayout {
        id: row

        spacing: Theme.space12

        Icon {
            Layout.alignment: root.folded ? Qt.AlignCenter : Qt.AlignVCenter
            name: root.iconName
            color: root.ink
            size: Theme.iconSize
        }
        Label {
            Layout.fillWidth: true
            visible: !root.folded
            role: Label.Medium
            text: root.text
            color: root.ink
            elide: Text.ElideRight
            Accessible.ignored: true
        }
        Badge {
            visible: !root.folded && root.badge !== ""
            text: root.badge
        }
    }
    background: Rectangle {
        radius: Theme.radiusControl
        color: root.selected ? Theme.color.accentSoft : root.hovered ? Theme.color.sunk : "transparent"

        Rectangle {
            anchors.right: parent.right
            anchors.top: parent.top
            anchors.margins: 6
            width: 8
            height: 8
            radius: 4
            visible: root.folded && root.badge !== ""
            color: Theme.color.warn
        }
        FocusRing {
            anchors.margins: -2
            visible: root.visualFocus
        }
    }

    Tooltip {
        text: root.text
        shown: root.folded && (root.hovered || root.visualFocus)
    }
}
