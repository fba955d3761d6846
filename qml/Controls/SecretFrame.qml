// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Outpost.Theme

// The look of a field for a secret. What takes the keys is put inside (content) by whoever owns the secret: this frame never
// sees a character.
FocusScope {
    id: root

    property string label: ""
    property string hint: ""
    property string error: ""
    property bool active: root.activeFocus
    property bool revealable: false
    property bool revealed: false
    property int rows: 1
    default property alias content: slot.data

    signal revealRequested(bool reveal)

    implicitWidth: Math.round(320 * Theme.scale)
    implicitHeight: column.implicitHeight

    ColumnLayout {
        id: column

        anchors.left: parent.left
        anchors.right: parent.right
        spacing: Theme.space4

        Label {
            Layout.fillWidth: true
            visible: root.label !== ""
            role: Label.SmallMedium
            text: root.label
            wrapMode: Text.Wrap
        }
        FieldFrame {
            Layout.fillWidth: true
            implicitHeight: Theme.controlHeight + (root.rows - 1) * Theme.type.bodyLine
            active: root.active
            failed: root.error !== ""
            opacity: root.enabled ? 1 : 0.5

            Item {
                id: slot

                anchors.fill: parent
                anchors.leftMargin: 12
                anchors.rightMargin: eye.visible ? eye.width + 4 : 12
                clip: true
            }
            IconButton {
                id: eye

                anchors.right: parent.right
                anchors.rightMargin: 2
                anchors.top: parent.top
                anchors.topMargin: (Theme.controlHeight - eye.height) / 2
                visible: root.revealable
                small: true
                iconName: root.revealed ? "eye-off" : "eye"
                //: Button beside a password field.
                text: root.revealed ? qsTr("Hide what I typed") : qsTr("Show what I typed")
                onClicked: root.revealRequested(!root.revealed)
            }
        }
        FieldNote {
            Layout.fillWidth: true
            hint: root.hint
            error: root.error
        }
    }
}
