// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Outpost.App
import Outpost.Components
import Outpost.Controls
import Outpost.Platform
import Outpost.Theme

// A field for a password or recovery words: the frame of Controls with the C++ item inside that takes the keys.
FocusScope {
    id: root

    property string label: ""
    property string hint: ""
    property string error: ""
    property bool multiLine: false
    property int rows: 1
    property alias input: input

    signal accepted
    signal edited

    implicitWidth: frame.implicitWidth
    implicitHeight: frame.implicitHeight

    SecretFrame {
        id: frame

        anchors.left: parent.left
        anchors.right: parent.right
        label: root.label
        rows: root.rows
        error: root.error
        //: Beside a password field, when the keys seem to write capitals.
        hint: input.capsLock && input.activeFocus ? qsTr("Caps Lock seems to be on.") : root.hint
        active: input.activeFocus
        revealable: true
        revealed: input.revealed
        onRevealRequested: reveal => input.revealed = reveal

        SecretInput {
            id: input

            anchors.fill: parent
            focus: true
            font: Theme.type.body
            ink: Theme.color.text
            multiLine: root.multiLine
            onAccepted: root.accepted()
            onLengthChanged: root.edited()

            Accessible.role: Accessible.EditableText
            Accessible.name: root.label
            Accessible.passwordEdit: true
            Accessible.focusable: true
        }
    }
}
