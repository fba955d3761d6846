// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Outpost.Theme

// A sheet over the window. Opened by the shell; Esc and Cancel leave it. Danger is never the button that Enter presses.
// What is put inside scrolls where the window is too low for it; a contentItem of one's own does not.
T.Dialog {
    id: root

    property string subtitle: ""
    property string note: ""
    //: The button that leaves a dialog without doing anything.
    property string cancelText: qsTr("Cancel")
    property string confirmText: ""
    property int confirmKind: Button.Primary
    property bool confirmEnabled: true
    property bool busy: false
    property int maximumWidth: Math.round(600 * Math.min(Theme.scale, 1.5))
    default property alias content: slot.data

    readonly property real roomX: root.parent ? root.parent.width - 2 * Theme.space24 : root.maximumWidth
    readonly property real roomY: root.parent ? root.parent.height - 2 * Theme.space24 : 600

    parent: T.Overlay.overlay
    x: root.parent ? Math.round((root.parent.width - root.width) / 2) : 0
    y: root.parent ? Math.round((root.parent.height - root.height) / 2) : 0
    width: Math.min(root.maximumWidth, root.roomX)
    height: Math.min(root.implicitHeight, root.roomY)
    implicitHeight: root.implicitHeaderHeight + root.implicitContentHeight + root.implicitFooterHeight + root.topPadding + root.bottomPadding
    leftPadding: 28
    rightPadding: 28
    topPadding: Theme.space16
    bottomPadding: Theme.space16
    modal: true
    focus: true
    closePolicy: root.busy ? T.Popup.NoAutoClose : T.Popup.CloseOnEscape
    onOpened: cancel.forceActiveFocus(Qt.TabFocusReason)

    T.Overlay.modal: Rectangle {
        color: Theme.color.scrim
    }

    background: Rectangle {
        radius: 14
        color: Theme.color.surface
        border.width: Theme.borderWidth
        border.color: Theme.color.border
    }
    contentItem: ScrollArea {
        barOffset: 16
        implicitHeight: slot.implicitHeight

        Item {
            id: slot

            width: parent.width
            implicitHeight: childrenRect.height
        }
    }
    header: ColumnLayout {
        spacing: 0

        Accessible.role: Accessible.Dialog
        Accessible.name: root.title
        Accessible.description: root.subtitle

        Label {
            Layout.fillWidth: true
            Layout.leftMargin: root.leftPadding
            Layout.rightMargin: root.rightPadding
            Layout.topMargin: 28
            role: Label.Title
            text: root.title
            wrapMode: Text.Wrap
            Accessible.role: Accessible.Heading
        }
        Label {
            Layout.fillWidth: true
            Layout.leftMargin: root.leftPadding
            Layout.rightMargin: root.rightPadding
            visible: root.subtitle !== ""
            role: Label.Small
            tone: Label.Secondary
            text: root.subtitle
            wrapMode: Text.Wrap
        }
    }
    footer: RowLayout {
        spacing: Theme.space12

        Label {
            Layout.fillWidth: true
            Layout.leftMargin: root.leftPadding
            Layout.bottomMargin: 28
            role: Label.Tiny
            tone: Label.Secondary
            text: root.note
            wrapMode: Text.Wrap
        }
        Button {
            id: cancel

            Layout.bottomMargin: 28
            Layout.rightMargin: confirm.visible ? 0 : root.rightPadding
            text: root.cancelText
            enabled: !root.busy
            onClicked: root.reject()
        }
        Button {
            id: confirm

            Layout.bottomMargin: 28
            Layout.rightMargin: root.rightPadding
            visible: root.confirmText !== ""
            text: root.confirmText
            kind: root.confirmKind
            busy: root.busy
            enabled: root.confirmEnabled
            onClicked: root.accept()
        }
    }
}
