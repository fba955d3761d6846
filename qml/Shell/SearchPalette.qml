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

    readonly property bool nothing: {
        const words = field.text.trim().toLowerCase();
        if (words === "" || root.app.palette.count > 0)
            return false;
        for (let i = 0; i < places.count; ++i) {
            if (root.placeName(places.get(i).target).toLowerCase().includes(words))
                return false;
        }
        return true;
    }

    // It grows and shrinks downwards while somebody types.
    y: root.parent ? Math.max(Theme.space24, Math.min(96, Math.round((root.parent.height - root.height) / 2))) : 0
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

    function firstHit(): Hit {
        if (root.app.palette.count > 0)
            return devices.itemAtIndex(0) as Hit;
        for (let i = 0; i < placeList.count; ++i) {
            const hit = placeList.itemAt(i) as Hit;
            if (hit?.visible)
                return hit;
        }
        return null;
    }

    function goFirst(): void {
        root.firstHit()?.clicked();
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
            Keys.onDownPressed: root.firstHit()?.forceActiveFocus(Qt.TabFocusReason)
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
        Label {
            Layout.fillWidth: true
            Layout.margins: Theme.space12
            visible: root.nothing
            role: Label.Small
            tone: Label.Secondary
            //: %1 what was typed into the search.
            text: qsTr("No device and no screen is called “%1”. Try fewer letters.").arg(field.text.trim())
            wrapMode: Text.Wrap
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
        Keys.onDownPressed: hit.nextItemInFocusChain(true)?.forceActiveFocus(Qt.TabFocusReason)
        Keys.onUpPressed: hit.nextItemInFocusChain(false)?.forceActiveFocus(Qt.BacktabFocusReason)
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
