// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Outpost.App
import Outpost.Components
import Outpost.Controls
import Outpost.Screens
import Outpost.Theme

// Search, and what a person has to know at any moment: that this is the demo, how fresh the figures are, when it locks.
Rectangle {
    id: root

    required property AppViewModel app

    signal searchRequested

    implicitHeight: Math.max(56, Theme.controlHeight + Theme.space16)
    color: Theme.color.surface

    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: Theme.contentPadding
        anchors.rightMargin: Theme.contentPadding
        spacing: Theme.space12

        SearchButton {
            Layout.fillWidth: true
            Layout.minimumWidth: Theme.controlHeight
            Layout.maximumWidth: implicitWidth
            text: qsTr("Search devices and screens")
            //: Keys as printed on a keyboard.
            shortcutText: qsTr("Ctrl K")
            onClicked: root.searchRequested()
        }
        Item {
            Layout.fillWidth: true
            Layout.preferredWidth: 0
        }
        StatusPill {
            visible: root.app.isDemo
            text: qsTr("Demo · not real money")
            tone: Chip.Info
            soft: true
            pressable: false
        }
        StatusPill {
            visible: root.app.ownEndpoints && !root.app.isDemo
            text: qsTr("Own network addresses")
            tone: Chip.Warn
            soft: true
            pressable: false
        }
        StatusPill {
            visible: root.app.freshness !== ""
            text: root.app.freshness
            description: root.app.freshnessDetail !== "" ? root.app.freshnessDetail : qsTr("Ask again now")
            hasMark: true
            status: root.app.freshnessStatus
            tone: root.app.freshnessStatus === StatusMark.Check ? Chip.Warn : Chip.Neutral
            onClicked: root.app.refresh()
        }
        StatusPill {
            visible: root.app.timeToLock !== ""
            text: root.app.timeToLock
            description: qsTr("Lock now")
            iconName: "lock"
            onClicked: root.app.lock()
        }
    }
    Divider {
        anchors.bottom: parent.bottom
        width: parent.width
    }
}
