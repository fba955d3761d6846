// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Outpost.App
import Outpost.Components
import Outpost.Controls
import Outpost.Map
import Outpost.Theme

// Choosing a place on the map, with what it was before. The review with its cost follows.
Dialog {
    id: root

    required property DeviceViewModel model
    required property AddressViewModel search
    property TileSource tiles: null

    function begin(): void {
        root.model.forgetChoice();
        map.hasPick = false;
        field.text = "";
        root.open();
        if (root.model.hasPlace)
            map.centerOn(root.model.latitude, root.model.longitude, 15);
    }

    maximumWidth: Math.round(720 * Math.min(Theme.scale, 1.5))
    title: qsTr("Where does it stand?")
    subtitle: root.model.hasPlace ? qsTr("Now at %1. Click the new place, or drag the pin.").arg(root.model.coordinates) : qsTr("Click the place on the map.")
    confirmText: qsTr("See what it costs")
    confirmEnabled: root.model.chosen
    onAccepted: root.model.reviewPlace()
    onRejected: root.model.forgetChoice()
    onClosed: root.search.close()

    Connections {
        target: root.model

        function onChosenChanged(): void {
            if (!field.editing)
                field.text = root.model.placeText;
        }

        function onPlaceTyped(): void {
            map.hasPick = true;
            map.pickedLatitude = root.model.chosenLatitude;
            map.pickedLongitude = root.model.chosenLongitude;
            map.centerOn(root.model.chosenLatitude, root.model.chosenLongitude, 17);
        }
    }

    Connections {
        target: root.search
        enabled: root.visible

        function onChosen(latitude: real, longitude: real): void {
            root.model.findPlace(latitude, longitude);
        }
    }

    contentItem: ColumnLayout {
        spacing: Theme.space12

        PlaceField {
            id: field

            Layout.fillWidth: true
            search: root.search
            error: root.model.placeError
            onPlaceTyped: text => root.model.typePlace(text)
            onPasteRequested: root.model.pastePlace()
            onListRequested: panel.enter()
        }
        Item {
            Layout.fillWidth: true
            Layout.preferredHeight: 340
            Layout.minimumHeight: 160
            Layout.fillHeight: true

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
                markers: root.model.markers
                tiles: root.tiles
                showScale: !panel.shown
                showZoomButtons: !panel.shown
                picking: true
                pickResolution: root.model.cellResolution
                rounded: true
                accessibleName: qsTr("Map to choose a place on")
                onPicked: (latitude, longitude) => root.model.choosePlace(latitude, longitude)
            }
        }
        Label {
            Layout.fillWidth: true
            role: Label.Small
            tone: Label.Secondary
            text: root.model.chosenText === "" ? qsTr("The network records a cell, not the exact point.") : root.model.chosenText
            wrapMode: Text.Wrap
        }
        Label {
            Layout.fillWidth: true
            visible: root.model.movedText !== ""
            role: Label.Small
            text: root.model.movedText
            wrapMode: Text.Wrap
        }
    }
}
