// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Outpost.Theme
import Outpost.Controls
import Outpost.Components

// The map in its four uses: large, small on the home screen, choosing a place, and the whole world.
ColumnLayout {
    id: root

    spacing: Theme.gap

    SampleCells {
        id: sample
    }
    ListModel {
        id: devices

        ListElement {
            key: "a"
            name: "Amber Swift Finch"
            latitude: 52.3752
            longitude: 4.8840
            status: 0
        }
        ListElement {
            key: "b"
            name: "Calm Juniper Otter"
            latitude: 52.3620
            longitude: 4.9310
            status: 0
        }
        ListElement {
            key: "b2"
            name: "Calm Juniper Otter, second"
            latitude: 52.3621
            longitude: 4.9311
            status: 1
        }
        ListElement {
            key: "c"
            name: "Fluffy Oak Heron"
            latitude: 52.3500
            longitude: 4.9000
            status: 2
        }
        ListElement {
            key: "d"
            name: "Roof Station 3"
            latitude: 52.3850
            longitude: 4.9500
            status: 1
        }
        ListElement {
            key: "e"
            name: "Icy Brick Gull"
            latitude: 52.3930
            longitude: 4.8650
            status: 3
        }
    }

    DeviceMap {
        Layout.fillWidth: true
        Layout.preferredHeight: 420
        markers: devices
        cellSource: sample
        selectedKey: "c"
        rounded: true
    }
    RowLayout {
        spacing: Theme.gap

        Card {
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            title: "10 devices in 3 places"
            padding: Theme.space16

            DeviceMap {
                anchors.left: parent.left
                anchors.right: parent.right
                height: 230
                markers: devices
                cellSource: sample
                interactive: false
                showScale: false
                rounded: true
            }
        }
        Card {
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            title: "Where does it stand?"
            padding: Theme.space16

            DeviceMap {
                anchors.left: parent.left
                anchors.right: parent.right
                height: 230
                picking: true
                hasPick: true
                pickedLatitude: 52.37512
                pickedLongitude: 4.88398
                Component.onCompleted: centerOn(52.37512, 4.88398, 18)
            }
        }
    }
    DeviceMap {
        Layout.fillWidth: true
        Layout.preferredHeight: 420
        markers: devices
        cellSource: sample
        clusterAbove: 2
        Component.onCompleted: centerOn(35, 15, 2.2)
    }
    DeviceMap {
        Layout.fillWidth: true
        Layout.preferredHeight: 420
        markers: devices
        cellSource: sample
        Component.onCompleted: centerOn(52.2, 5.3, 7.4)
    }
}
