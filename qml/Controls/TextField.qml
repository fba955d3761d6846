// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Outpost.Theme

// One line of text with its label above, a hint or an error below, and an optional unit at the end.
FocusScope {
    id: root

    property string label: ""
    property alias text: field.text
    property string placeholder: ""
    property string hint: ""
    property string error: ""
    property string suffix: ""
    property string accessibleName: root.label !== "" ? root.label : root.placeholder
    property alias readOnly: field.readOnly
    property alias maximumLength: field.maximumLength
    property alias validator: field.validator
    property alias inputMethodHints: field.inputMethodHints
    property alias acceptableInput: field.acceptableInput
    property alias horizontalAlignment: field.horizontalAlignment

    signal edited(string text)
    signal accepted

    function selectAll(): void {
        field.selectAll();
    }

    implicitWidth: Math.round(260 * Theme.scale)
    implicitHeight: column.implicitHeight
    activeFocusOnTab: false

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
            Accessible.ignored: true
        }
        T.TextField {
            id: field

            Layout.fillWidth: true
            implicitHeight: Theme.controlHeight
            leftPadding: 12
            rightPadding: 12 + (unit.visible ? unit.width + 8 : 0)
            verticalAlignment: TextInput.AlignVCenter
            focus: true
            activeFocusOnTab: true
            font: Theme.type.body
            color: Theme.color.text
            placeholderText: root.placeholder
            placeholderTextColor: Theme.color.second
            selectionColor: Theme.color.accent
            selectedTextColor: Theme.color.onAccent
            selectByMouse: true
            renderType: Text.NativeRendering
            opacity: root.enabled ? 1 : 0.5
            maximumLength: 4096
            onTextEdited: root.edited(field.text)
            onAccepted: root.accepted()

            Accessible.role: Accessible.EditableText
            Accessible.name: root.accessibleName
            Accessible.description: root.error !== "" ? root.error : root.hint

            background: FieldFrame {
                active: field.activeFocus
                failed: root.error !== ""
            }

            Label {
                anchors.fill: parent
                anchors.leftMargin: field.leftPadding
                anchors.rightMargin: field.rightPadding
                visible: field.length === 0 && field.preeditText === ""
                text: root.placeholder
                tone: Label.Secondary
                elide: Text.ElideRight
                Accessible.ignored: true
            }
            Label {
                id: unit

                anchors.right: parent.right
                anchors.rightMargin: 12
                anchors.verticalCenter: parent.verticalCenter
                visible: root.suffix !== ""
                role: Label.Small
                tone: Label.Secondary
                text: root.suffix
                Accessible.ignored: true
            }
        }
        FieldNote {
            Layout.fillWidth: true
            hint: root.hint
            error: root.error
        }
    }
}
