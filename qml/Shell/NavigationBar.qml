// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Outpost.App
import Outpost.Components
import Outpost.Controls
import Outpost.Screens
import Outpost.Theme

// The places of the console, at the left.
Rectangle {
    id: root

    required property AppViewModel app
    property string current: ""
    property bool folded: false

    signal navigate(string target)

    implicitWidth: root.folded ? Theme.controlHeight + 2 * Theme.space12 : Math.max(Math.round(208 * Theme.scale), column.implicitWidth + 2 * Theme.space12)
    color: Theme.color.surface

    Accessible.role: Accessible.ToolBar
    Accessible.name: qsTr("Navigation")

    ColumnLayout {
        id: column

        anchors.fill: parent
        anchors.margins: Theme.space12
        spacing: 2

        LogoMark {
            Layout.leftMargin: root.folded ? 5 : 9
            Layout.topMargin: Theme.space8
            Layout.bottomMargin: Theme.space16
            nameShown: !root.folded
        }
        Place {
            target: "home"
            text: qsTr("Home")
            iconName: "home"
        }
        Place {
            target: "devices"
            text: qsTr("Devices")
            iconName: "devices"
            badge: root.app.attentionBadge
            selected: root.current === "devices" || root.current === "device" || root.current === "wizard"
        }
        Place {
            target: "map"
            text: qsTr("Map")
            iconName: "map"
        }
        Place {
            target: "earnings"
            text: qsTr("Earnings")
            iconName: "earnings"
        }
        Place {
            target: "wallet"
            text: qsTr("Wallet")
            iconName: "wallet"
        }
        Item {
            Layout.fillHeight: true
        }
        Place {
            target: "settings"
            text: qsTr("Settings")
            iconName: "settings"
        }
    }
    Divider {
        anchors.right: parent.right
        height: parent.height
        vertical: true
    }

    component Place: NavItem {
        id: place

        required property string target

        Layout.fillWidth: true
        selected: root.current === place.target
        folded: root.folded
        onClicked: root.navigate(place.target)
    }
}
