// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Outpost.App
import Outpost.Components
import Outpost.Controls
import Outpost.Screens
import Outpost.Theme

// The window: which door stands open, navigation, top bar, the screen, and what lies over all of them.
T.ApplicationWindow {
    id: root

    required property AppViewModel app
    property bool closingAgreed: false

    readonly property bool open: root.app.gate === AppViewModel.Open

    function navigate(target: string, argument: string): void {
        screens.show(target, argument);
    }

    width: 1280
    height: 800
    minimumWidth: 900
    minimumHeight: 600
    visible: true
    title: root.app.isDemo ? qsTr("Outpost, demo") : "Outpost"
    color: Theme.color.background

    onClosing: close => {
        if (root.app.hasPendingWork && !root.closingAgreed) {
            close.accepted = false;
            leave.open();
        }
    }

    Binding {
        target: Theme
        property: "mode"
        value: root.app.settings.theme
    }
    Binding {
        target: Theme
        property: "highContrast"
        value: root.app.settings.highContrast
    }
    Binding {
        target: Theme
        property: "textScale"
        value: root.app.settings.textPercent / 100
    }
    Connections {
        target: root.app

        function onToast(text: string, kind: int): void {
            toast.show(text, kind, "");
        }
        function onNavigationRequested(target: string, argument: string): void {
            root.navigate(target, argument);
        }
    }
    Shortcut {
        sequence: "Ctrl+K"
        enabled: root.open
        onActivated: palette.begin()
    }
    Shortcut {
        sequence: "Ctrl+L"
        enabled: root.open && root.app.unlocked
        onActivated: root.app.lock()
    }
    Shortcut {
        sequences: [StandardKey.Refresh]
        enabled: root.open
        onActivated: root.app.refresh()
    }

    RowLayout {
        anchors.fill: parent
        spacing: 0
        visible: root.open

        NavigationBar {
            Layout.fillHeight: true
            app: root.app
            current: screens.current
            folded: root.width < 1000 * Math.min(Theme.scale, 1.5)
            onNavigate: target => root.navigate(target, "")
        }
        ColumnLayout {
            Layout.fillWidth: true
            Layout.fillHeight: true
            spacing: 0

            TopBar {
                Layout.fillWidth: true
                app: root.app
                onSearchRequested: palette.begin()
            }
            Banner {
                Layout.fillWidth: true
                Layout.leftMargin: Theme.contentPadding
                Layout.rightMargin: Theme.contentPadding
                Layout.topMargin: Theme.gap
                visible: root.app.notices.recovery !== ""
                kind: Banner.Warn
                text: root.app.notices.recovery
                detail: root.app.notices.recoveryDetail
                //: Button: the person has read a message, which then goes for good.
                actionText: qsTr("OK")
                onActionRequested: root.app.notices.dismissRecovery()
            }
            Banner {
                Layout.fillWidth: true
                Layout.leftMargin: Theme.contentPadding
                Layout.rightMargin: Theme.contentPadding
                Layout.topMargin: Theme.gap
                visible: root.app.notices.wordsFile !== "" && (screens.current === "home" || screens.current === "wallet")
                kind: Banner.Warn
                text: root.app.notices.wordsFile
                detail: root.app.notices.wordsFileDetail
            }
            Banner {
                Layout.fillWidth: true
                Layout.leftMargin: Theme.contentPadding
                Layout.rightMargin: Theme.contentPadding
                Layout.topMargin: Theme.gap
                visible: root.app.resumeNotice !== ""
                kind: root.app.resumeFailed ? Banner.Warn : Banner.Info
                text: qsTr("What was under way when Outpost was closed")
                detail: root.app.resumeNotice
                dismissible: true
                onDismissed: root.app.dismissResumeNotice()
            }
            ScreenArea {
                id: screens

                Layout.fillWidth: true
                Layout.fillHeight: true
                app: root.app
                visible: root.open
            }
            // A message takes room of its own, so that it never lies over a button.
            Item {
                id: strip

                Layout.fillWidth: true
                visible: toast.opacity > 0 // not toast.visible, which depends on this
                implicitHeight: toast.implicitHeight + 2 * Theme.space8
            }
        }
    }
    Loader {
        anchors.fill: parent
        focus: !root.open
        active: !root.open
        sourceComponent: root.app.gate === AppViewModel.Unlock ? unlock : root.app.gate === AppViewModel.FirstRun ? firstRun : starting
    }
    StatusPill {
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.margins: Theme.space16
        visible: root.app.isDemo && !root.open
        text: qsTr("Demo · not real money")
        tone: Chip.Info
        soft: true
        pressable: false
    }

    Component {
        id: starting

        LoadingState {
            title: qsTr("Opening")
        }
    }
    Component {
        id: unlock

        UnlockScreen {
            model: root.app.unlock
        }
    }
    Component {
        id: firstRun

        FirstRunScreen {
            model: root.app.firstRun
        }
    }
    SearchPalette {
        id: palette

        app: root.app
        onNavigate: (target, argument) => root.navigate(target, argument)
    }
    Dialog {
        id: leave

        title: qsTr("Something is still under way")
        cancelText: qsTr("Stay")
        confirmText: qsTr("Close anyway")
        onAccepted: {
            root.closingAgreed = true;
            root.close();
        }

        Label {
            anchors.left: parent.left
            anchors.right: parent.right
            text: qsTr("Nothing gets lost and nothing happens twice: it is written down, and Outpost goes on with it at the next start.")
            wrapMode: Text.Wrap
        }
    }
    Item {
        id: foot

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        height: toast.implicitHeight + 2 * Theme.space16
    }
    Toast {
        id: toast

        parent: root.open ? strip : foot
        anchors.centerIn: parent
    }
}
