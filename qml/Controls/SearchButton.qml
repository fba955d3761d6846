// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Outpost.Theme

// Looks like a search field and opens one: what is searched stands in a palette of its own.
T.Button {
    id: root

    property string shortcutText: ""
    property string accessibleName: root.text

    implicitWidth: Math.round(420 * Math.min(Theme.scale, 1.3))
    implicitHeight: Math.max(34, Theme.controlHeight - 2)
    leftPadding: 12
    rightPadding: 8
    hoverEnabled: true
    focusPolicy: Qt.StrongFocus

    Accessible.role: Accessible.Button
    Accessible.name: root.accessibleName
    Accessible.onPressAction: root.click()

    Keys.onReturnPressed: root.click()
    Keys.onEnterPressed: root.click()

    contentItem: RowLayout {
        spacing: Theme.space8

        Icon {
            name: "search"
            color: Theme.color.second
            size: Theme.smallIconSize
        }
        Label {
            Layout.fillWidth: true
            role: Label.Small
            tone: Label.Secondary
            text: root.text
            elide: Text.ElideRight
            Accessible.ignored: true
        }
        KeyCap {
            visible: root.shortcutText !== "" && root.width > 200 * Theme.scale
            text: root.shortcutText
            Accessible.ignored: true
        }
    }
    background: FieldFrame {
        active: root.down

        FocusRing {
            visible: root.visualFocus
        }
    }
}
