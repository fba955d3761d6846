// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Outpost.Theme

// Text that goes somewhere or opens something. Quiet ones are grey until pointed at.
T.Button {
    id: root

    property bool quiet: false
    property string iconName: ""
    property string trailingIconName: ""
    property string accessibleName: root.text
    readonly property color ink: root.quiet ? (root.hovered || root.visualFocus ? Theme.color.text : Theme.color.second) : Theme.color.info

    implicitWidth: row.implicitWidth
    implicitHeight: Math.max(Theme.targetMinimum, Theme.type.bodyLine + 8)
    padding: 0
    hoverEnabled: true
    focusPolicy: Qt.StrongFocus
    opacity: root.enabled ? 1 : 0.5

    Accessible.role: Accessible.Link
    Accessible.name: root.accessibleName
    Accessible.onPressAction: root.click()

    Keys.onReturnPressed: root.click()
    Keys.onEnterPressed: root.click()

    contentItem: RowLayout {
        id: row

        spacing: Theme.space4

        Icon {
            visible: root.iconName !== ""
            name: root.iconName
            color: root.ink
            size: Theme.smallIconSize
        }
        Label {
            Layout.fillWidth: true
            role: Label.Small
            text: root.text
            color: root.ink
            elide: Text.ElideRight
            Accessible.ignored: true

            Rectangle {
                y: parent.height - 2
                width: Math.min(parent.width, parent.implicitWidth)
                height: 1
                visible: root.hovered && !root.quiet
                color: root.ink
            }
        }
        Icon {
            visible: root.trailingIconName !== ""
            name: root.trailingIconName
            color: root.ink
            size: Theme.smallIconSize
        }
    }
    background: Item {
        FocusRing {
            visible: root.visualFocus
            anchors.topMargin: 0
            anchors.bottomMargin: 0
            controlRadius: 2
        }
    }
}
