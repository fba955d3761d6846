// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Outpost.Theme
import Outpost.Controls
import Outpost.Components
import Outpost.Map
import Outpost.App

// Place: where the device stands, by a click, typed or pasted, shown as the one cell that the network keeps.
ColumnLayout {
    id: root

    required property WizardViewModel model
    property TileSource tiles: null

    spacing: 0

    RowLayout {
        Layout.fillWidth: true
        Layout.margins: Theme.space12
        spacing: Theme.space12

        TextField {
            id: typed

            Layout.fillWidth: true
            text: root.model.placeText
            //: An example of coordinates or a link in a field; leave the digits.
            placeholder: qsTr("52.37512, 4.88398 or a link of a map")
            accessibleName: qsTr("Place")
            error: root.model.placeError
            maximumLength: 512
            onAccepted: root.model.typePlace(typed.text)
        }
        Button {
            Layout.alignment: Qt.AlignTop
            text: qsTr("Paste a place")
            onClicked: root.model.pastePlace()
        }
    }
    Divider {
        Layout.fillWidth: true
    }
    Item {
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.minimumHeight: 160

        DeviceMap {
            id: map

            anchors.fill: parent
            picking: true
            tiles: root.tiles
            pickResolution: root.model.cellResolution
            markers: root.model.ownDevices
            accessibleName: qsTr("Map to choose the place on")
            onPicked: (latitude, longitude) => root.model.pick(latitude, longitude)
        }
        Rectangle {
            anchors.left: parent.left
            anchors.leftMargin: Theme.space16
            anchors.bottom: parent.bottom
            anchors.bottomMargin: Theme.space16 + 28
            visible: root.model.hasPlace
            width: Math.min(line.implicitWidth + 2 * Theme.space12, parent.width - 2 * Theme.space16)
            height: Theme.chipHeight
            radius: Theme.radiusChip
            color: Theme.color.surface
            border.width: Theme.borderWidth
            border.color: Theme.color.border

            Label {
                id: line

                anchors.centerIn: parent
                width: Math.min(implicitWidth, parent.width - 2 * Theme.space12)
                role: Label.Small
                text: root.model.cellLine
                elide: Text.ElideRight
            }
        }
    }
    Divider {
        Layout.fillWidth: true
    }
    RowLayout {
        Layout.fillWidth: true
        Layout.margins: Theme.space16
        spacing: Theme.space16

        TextField {
            id: gain

            Layout.fillWidth: true
            Layout.preferredWidth: 1
            Layout.alignment: Qt.AlignTop
            label: qsTr("Antenna")
            suffix: "dBi"
            text: root.model.gainText
            hint: root.model.gainHint
            error: root.model.gainError
            maximumLength: 5
            onEdited: text => root.model.typeGain(text)
        }
        TextField {
            id: heightField

            Layout.fillWidth: true
            Layout.preferredWidth: 1
            Layout.alignment: Qt.AlignTop
            label: qsTr("Height above ground")
            suffix: "m"
            text: root.model.heightText
            error: root.model.heightError
            maximumLength: 5
            onEdited: text => root.model.typeHeight(text)
        }
    }

    function show(): void {
        if (!root.model.hasPlace)
            return;
        // A click on the map sets these as well: they cannot be bound.
        map.hasPick = true;
        map.pickedLatitude = root.model.latitude;
        map.pickedLongitude = root.model.longitude;
        map.centerOn(root.model.latitude, root.model.longitude, 17);
    }

    Connections {
        target: root.model

        function onChanged(): void {
            if (root.model.placeError === "" && typed.text !== root.model.placeText && (root.model.hasPlace && !typed.activeFocus))
                typed.text = root.model.placeText;
        }

        function onPlaceTyped(): void {
            root.show();
        }
    }
    Component.onCompleted: root.show()
}
