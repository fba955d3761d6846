// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Outpost.App
import Outpost.Components
import Outpost.Controls
import Outpost.Screens
import Outpost.Theme

// Ctrl+K: a place or a device by a few letters.
Dialog {
    id: root

    required property AppViewModel app

    signal navigate(string target, string argument)

    function begin(): void {
        root.open();
    }

    title: qsTr("Go to")
    cancelText: qsTr("Close")
    onOpened: {
        field.reset();
        field.forceActiveFocus(Qt.TabFocusReason);
    }

    ListModel {
        id: places

        ListElement {
            target: "home"
        }
        ListElement {
            target: "devices"
        }
        ListElement {
            target: "map"
        }
        ListElement {
            target: "earnings"
        }
        ListElement {
            target: "wallet"
        }
        ListElement {
            target: "settings"
        }
        ListElement {
            target: "wizard"
        }
    }

    function placeName(target: string): string {
        switch (target) {
        case "home":
            return qsTr("Home");
        case "devices":
            return qsTr("Devices");
        case "map":
            return qsTr("Map");
        case "earnings":
            return qsTr("Earnings");
        case "wallet":
            return qsTr("Wallet");
        case "settings":
            return qsTr("Settings");
        default:
            return qsTr("Add a device");
        }
    }

    function goFirst(): void {
        if (root.app.palette.count > 0) {
            devices.currentIndex = 0;
            (devices.itemAtIndex(0) as Hit)?.clicked();
            return;
        }
        for (let i = 0; i < placeList.count; ++i) {
            const hit = placeList.itemAt(i) as Hit;
            if (hit?.visible) {
                hit.clicked();
                return;
            }
        }
    }

    ColumnLayout {
        anchors.left: parent.left
        anchors.right: parent.right
        spacing: Theme.space8

        SearchField {
            id: field

            Layout.fillWidth: true
            placeholder: qsTr("Search devices and screens")
            onEdited: text => root.app.searchDevices(text)
            onAccepted: root.goFirst()
        }
        ListView {
            id: devices

            Layout.fillWidth: true
            Layout.preferredHeight: contentHeight
            interactive: false
            model: root.app.palette
            delegate: Hit {
                required property string key
                required property string title
                required property string note

                width: ListView.view.width
                name: title
                remark: note
                onClicked: root.go("device", key)
            }
        }
        Repeater {
            id: placeList

            model: places

            Hit {
                required property string target

                Layout.fillWidth: true
                visible: root.placeName(target).toLowerCase().includes(field.text.trim().toLowerCase())
                name: root.placeName(target)
                onClicked: root.go(target, "")
            }
        }
    }

    function go(target: string, argument: string): void {
        root.close();
        root.navigate(target, argument);
    }

    component Hit: TableRow {
        id: hit

        property string name: ""
        property string remark: ""

        accessibleName: hit.name
        contentItem: RowLayout {
            spacing: Theme.space12

            Label {
                text: hit.name
            }
            Label {
                Layout.fillWidth: true
                role: Label.Small
                tone: Label.Secondary
                text: hit.remark
                elide: Text.ElideRight
            }
        }
    }
}
