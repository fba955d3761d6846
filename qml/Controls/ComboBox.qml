// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Outpost.Theme

// One of a list. Set label for the line above; accessibleName where there is none.
T.ComboBox {
    id: root

    property string accessibleName: ""
    property string placeholder: ""
    property bool returnHeld: false

    implicitWidth: Math.max(Math.round(180 * Theme.scale), root.implicitContentWidth + root.leftPadding + root.rightPadding)
    implicitHeight: Theme.controlHeight
    leftPadding: 12
    rightPadding: 36
    hoverEnabled: true
    focusPolicy: Qt.StrongFocus
    font: Theme.type.body
    opacity: root.enabled ? 1 : 0.5

    Accessible.role: Accessible.ComboBox
    Accessible.name: root.accessibleName
    Accessible.description: root.displayText
    Accessible.onPressAction: root.popup.open()

    // The template closes the list when Return is released, so it may open only then.
    Keys.onPressed: event => {
        const returned = event.key === Qt.Key_Return || event.key === Qt.Key_Enter;
        if (!returned || root.popup.visible)
            return;
        root.returnHeld = true;
        event.accepted = true;
    }
    Keys.onReleased: event => {
        if (!root.returnHeld)
            return;
        root.returnHeld = false;
        event.accepted = true;
        root.popup.open();
    }

    contentItem: Label {
        text: root.displayText !== "" ? root.displayText : root.placeholder
        tone: root.displayText !== "" ? Label.Primary : Label.Secondary
        elide: Text.ElideRight
        Accessible.ignored: true
    }
    indicator: Icon {
        x: root.width - width - 12
        y: Math.round((root.height - height) / 2)
        name: "chevron-down"
        color: Theme.color.second
        size: Theme.smallIconSize
    }
    background: Rectangle {
        radius: Theme.radiusControl
        color: root.hovered || root.down ? Theme.color.sunk : Theme.color.surface
        border.width: Theme.borderWidth
        border.color: Theme.highContrast ? Theme.color.controlBorder : Theme.color.fieldBorder

        FocusRing {
            visible: root.visualFocus
        }
    }
    delegate: T.ItemDelegate {
        id: option

        required property int index

        width: ListView.view ? ListView.view.width : implicitWidth
        implicitHeight: Math.max(Theme.targetMinimum, Theme.type.bodyLine + 12)
        leftPadding: 12
        rightPadding: 12
        highlighted: root.highlightedIndex === option.index
        text: root.textAt(option.index)

        Accessible.role: Accessible.ListItem
        Accessible.name: option.text
        Accessible.selected: root.currentIndex === option.index

        contentItem: RowLayout {
            spacing: Theme.space8

            Label {
                Layout.fillWidth: true
                role: Label.Small
                text: option.text
                elide: Text.ElideRight
                Accessible.ignored: true
            }
            Icon {
                visible: root.currentIndex === option.index
                name: "check"
                color: Theme.color.accent
                size: Theme.smallIconSize
            }
        }
        background: Rectangle {
            radius: 6
            color: option.highlighted ? Theme.color.accentSoft : "transparent"
        }
    }
    popup: T.Popup {
        y: root.height + 4
        width: root.width
        implicitHeight: Math.min(list.contentHeight + 2 * padding, Math.round(320 * Theme.scale))
        padding: Theme.space4
        margins: Theme.space8

        contentItem: ListView {
            id: list

            clip: true
            implicitHeight: contentHeight
            model: root.popup.visible ? root.delegateModel : null
            currentIndex: root.highlightedIndex
            highlightMoveDuration: 0
            boundsBehavior: Flickable.StopAtBounds
            T.ScrollBar.vertical: ScrollBar {}
        }
        background: Rectangle {
            radius: Theme.radiusControl
            color: Theme.color.surface
            border.width: Theme.borderWidth
            border.color: Theme.color.border
        }
    }
}
