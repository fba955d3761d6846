// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Outpost.Theme
import Outpost.Controls
import Outpost.Components
import Outpost.App

// What a step is doing, or what went wrong and the way on. Empty while there is nothing to say.
ColumnLayout {
    id: root

    required property WizardViewModel model
    property bool showBusy: true

    spacing: Theme.space8

    RowLayout {
        Layout.fillWidth: true
        visible: root.showBusy && root.model.busy
        spacing: Theme.space12

        Spinner {
            running: parent.visible
            accessibleName: root.model.busyText
        }
        Label {
            Layout.fillWidth: true
            role: Label.Small
            tone: Label.Secondary
            text: root.model.busyText
            wrapMode: Text.Wrap
        }
    }
    Banner {
        Layout.fillWidth: true
        visible: root.model.problem !== ""
        kind: Banner.Bad
        text: root.model.problem
        detail: root.model.problemAction
        actionText: root.model.canTryAgain ? qsTr("Try again") : ""
        onActionRequested: root.model.tryAgain()
        onVisibleChanged: if (visible)
            Accessible.announce(root.model.problem)
    }
}
