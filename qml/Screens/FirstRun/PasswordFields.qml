// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Outpost.App
import Outpost.Components
import Outpost.Controls
import Outpost.Platform
import Outpost.Theme

// A new password, twice, with how strong it is.
ColumnLayout {
    id: root

    required property FirstRunViewModel model
    property alias password: first.input
    property alias again: second.input
    readonly property bool filled: first.input.length > 0 && second.input.length > 0 && root.model.strength >= 2

    signal accepted

    function begin(): void {
        first.input.forceActiveFocus(Qt.TabFocusReason);
    }

    spacing: Theme.space12

    SecretField {
        id: first

        Layout.fillWidth: true
        label: qsTr("Password")
        hint: root.model.strengthText
        onEdited: root.model.judge(first.input)
        onAccepted: second.input.forceActiveFocus(Qt.TabFocusReason)
    }
    ProgressBar {
        Layout.fillWidth: true
        value: root.model.strength / 3
        accessibleName: qsTr("How strong the password is")
    }
    SecretField {
        id: second

        Layout.fillWidth: true
        label: qsTr("The same password again")
        onAccepted: root.accepted()
    }
    Banner {
        Layout.fillWidth: true
        kind: Banner.Info
        text: qsTr("Nobody can reset this password.")
        detail: qsTr("If you forget it, you restore the wallet from its recovery words. Without password and words it is lost.")
    }
}
