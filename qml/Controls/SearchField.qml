// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Outpost.Theme

// Search: grey box, shortcut at its end until something is typed, then a cross that clears it.
T.TextField {
    id: root

    property string placeholder: ""
    property string shortcutText: ""
    property string accessibleName: root.placeholder

    signal edited(string text)
    signal cleared

    function reset(): void {
        root.clear();
        root.edited("");
        root.cleared();
    }

    implicitWidth: Math.round(320 * Theme.scale)
    implicitHeight: Math.max(34, Theme.controlHeight - 2)
    leftPadding: 12 + Theme.smallIconSize + Theme.space8
    rightPadding: root.length > 0 ? cross.width + 4 : (keys.visible ? keys.width + 16 : 12)
    verticalAlignment: TextInput.AlignVCenter
    activeFocusOnTab: true
    font: Theme.type.small
    color: Theme.color.text
    placeholderTextColor: Theme.color.second
    selectionColor: Theme.color.accent
    selectedTextColor: Theme.color.onAccent
    selectByMouse: true
    renderType: Text.NativeRendering
    maximumLength: 256
    onTextEdited: root.edited(root.text)

    Accessible.role: Accessible.EditableText
    Accessible.searchEdit: true
    Accessible.name: root.accessibleName

    Keys.onEscapePressed: event => {
        if (root.length > 0)
            root.reset();
        else
            event.accepted = false;
    }

    background: FieldFrame {
        active: root.activeFocus
    }

    Icon {
        anchors.left: parent.left
        anchors.leftMargin: 12
        anchors.verticalCenter: parent.verticalCenter
        name: "search"
        color: Theme.color.second
        size: Theme.smallIconSize
    }
    Label {
        anchors.fill: parent
        anchors.leftMargin: root.leftPadding
        anchors.rightMargin: root.rightPadding
        visible: root.length === 0 && root.preeditText === ""
        role: Label.Small
        tone: Label.Secondary
        text: root.placeholder
        elide: Text.ElideRight
        Accessible.ignored: true
    }
    KeyCap {
        id: keys

        anchors.right: parent.right
        anchors.rightMargin: 8
        anchors.verticalCenter: parent.verticalCenter
        visible: root.shortcutText !== "" && root.length === 0
        text: root.shortcutText
    }
    IconButton {
        id: cross

        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        visible: root.length > 0
        small: true
        iconName: "close"
        //: Button inside a search field.
        text: qsTr("Clear the search")
        onClicked: root.reset()
    }
}
