// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Outpost.App
import Outpost.Components
import Outpost.Controls
import Outpost.Theme

// Choosing a place on the map, with what it was before. The review with its cost follows.
Dialog {
    id: root

    required property DeviceViewModel model

    function begin(): void {
        root.model.forgetChoice();
        map.hasPick = false;
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

    contentItem: ColumnLayout {
        spacing: Theme.space12

        DeviceMap {
            id: map

            Layout.fillWidth: true
            Layout.preferredHeight: 340
            Layout.fillHeight: true
            markers: root.model.markers
            picking: true
            pickResolution: root.model.cellResolution
            rounded: true
            accessibleName: qsTr("Map to choose a place on")
            onPicked: (latitude, longitude) => root.model.choosePlace(latitude, longitude)
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
