// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Outpost.App
import Outpost.Components
import Outpost.Controls
import Outpost.Platform
import Outpost.Theme

// How to begin.
StepPage {
    id: root

    required property FirstRunViewModel model

    title: root.model.isDemo ? qsTr("Welcome to the demo") : qsTr("Welcome to Outpost")
    sentence: root.model.isDemo ? qsTr("Everything works here as it does on the real network, on this computer only. Nothing is real money.") : qsTr("Your devices, what they earn, and the wallet that it goes to. Keys and records stay on this computer.")
    error: root.model.error
    backText: root.model.hasWallet ? qsTr("Back") : ""
    onBack: root.model.back()

    Choice {
        title: qsTr("New wallet")
        sentence: root.model.isDemo ? qsTr("You get 8 demo hotspots, some demo money and a month of history.") : qsTr("For your first devices. Takes about three minutes and pen and paper.")
        iconName: "plus"
        onClicked: root.model.choose(FirstRunViewModel.NewWallet)
    }
    Choice {
        visible: !root.model.isDemo
        title: qsTr("Restore a wallet")
        sentence: qsTr("With the recovery words of a wallet that you have already.")
        iconName: "refresh"
        onClicked: root.model.choose(FirstRunViewModel.Restore)
    }
    Choice {
        title: qsTr("Only watch")
        sentence: qsTr("Look at the devices and earnings of an address. Nothing can be moved.")
        iconName: "eye"
        onClicked: root.model.choose(FirstRunViewModel.Watch)
    }
    Choice {
        title: qsTr("I am support")
        sentence: qsTr("Go straight to the devices beside this computer. No wallet is needed.")
        iconName: "support"
        onClicked: root.model.support()
    }
    Choice {
        visible: !root.model.isDemo
        title: qsTr("Try the demo")
        sentence: qsTr("Opens a second window with made-up devices and money. Nothing there is real, and it cannot touch anything real.")
        iconName: "play"
        onClicked: root.model.tryDemo()
    }
    Banner {
        Layout.fillWidth: true
        visible: root.model.notice !== ""
        kind: Banner.Good
        text: root.model.notice
    }
    Banner {
        Layout.fillWidth: true
        visible: root.model.unreadable !== ""
        kind: Banner.Bad
        text: qsTr("Not every wallet could be read.")
        detail: root.model.unreadable
    }

    component Choice: TableRow {
        id: choice

        required property string title
        required property string sentence
        required property string iconName

        Layout.fillWidth: true
        implicitHeight: line.implicitHeight + 2 * Theme.space12
        accessibleName: choice.title
        lineBelow: true
        contentItem: RowLayout {
            id: line

            spacing: Theme.space16

            Icon {
                name: choice.iconName
                color: Theme.color.accent
                size: Theme.iconSize
            }
            ColumnLayout {
                Layout.fillWidth: true
                spacing: 0

                Label {
                    Layout.fillWidth: true
                    role: Label.Strong
                    text: choice.title
                    wrapMode: Text.Wrap
                }
                Label {
                    Layout.fillWidth: true
                    role: Label.Small
                    tone: Label.Secondary
                    text: choice.sentence
                    wrapMode: Text.Wrap
                }
            }
            Icon {
                name: "chevron-right"
                color: Theme.color.second
                size: Theme.smallIconSize
            }
        }
    }
}
