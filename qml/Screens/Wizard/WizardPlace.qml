// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Outpost.Theme
import Outpost.Controls
import Outpost.Components
import Outpost.Map
import Outpost.App

// Place: where the device stands, by a click, typed, pasted or looked for, shown as the one cell that the network keeps.
ColumnLayout {
    id: root

    required property WizardViewModel model
    required property AddressViewModel search
    property TileSource tiles: null

    spacing: 0

    PlaceField {
        id: field

        Layout.fillWidth: true
        Layout.margins: Theme.space12
        search: root.search
        text: root.model.placeText
        error: root.model.placeError
        onPlaceTyped: text => root.model.typePlace(text)
        onPasteRequested: root.model.pastePlace()
        onListRequested: panel.enter()
    }
    Divider {
        Layout.fillWidth: true
    }
    Item {
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.minimumHeight: panel.shown ? Math.max(160, Math.min(panel.wanted, Math.round(240 * Theme.scale)) + 2 * Theme.space8) : 160

        AddressPanel {
            id: panel

            z: 1
            x: Theme.space8
            y: Theme.space8
            width: parent.width - 2 * Theme.space8
            height: Math.min(wanted, parent.height - 2 * Theme.space8)
            search: root.search
            onBackRequested: field.enter()
        }
        DeviceMap {
            id: map

            anchors.fill: parent
            picking: true
            tiles: root.tiles
            showScale: !panel.shown
            showZoomButtons: !panel.shown
            pickResolution: root.model.cellResolution
            markers: root.model.ownDevices
            accessibleName: qsTr("Map to choose the place on")
            onPicked: (latitude, longitude) => root.model.pick(latitude, longitude)
        }
        Rectangle {
            anchors.left: parent.left
            anchors.leftMargin: Theme.space16
            anchors.bottom: parent.bottom
            anchors.bottomMargin: Theme.space16 + Math.round(28 * Theme.scale)
            visible: root.model.hasPlace && !panel.shown
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
            if (root.model.placeError === "" && field.text !== root.model.placeText && (root.model.hasPlace && !field.editing))
                field.text = root.model.placeText;
        }

        function onPlaceTyped(): void {
            root.show();
        }
    }
    Connections {
        target: root.search

        function onChosen(latitude: real, longitude: real): void {
            root.model.findPlace(latitude, longitude);
        }
    }
    Component.onCompleted: root.show()
    Component.onDestruction: root.search.close()
}
