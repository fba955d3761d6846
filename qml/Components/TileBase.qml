// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtLocation
import QtPositioning
import Outpost.Map

// Tiles of a server below the other layers. It follows the camera; it never moves it.
Map {
    id: root

    required property string url
    required property MapCamera camera

    center: QtPositioning.coordinate(root.camera.latitude, root.camera.longitude)
    zoomLevel: root.camera.zoom
    copyrightsVisible: false
    activeMapType: root.supportedMapTypes[root.supportedMapTypes.length - 1]
    plugin: Plugin {
        name: "osm"

        PluginParameter {
            name: "osm.mapping.custom.host"
            value: root.url
        }
        PluginParameter {
            name: "osm.mapping.providersrepository.disabled"
            value: true
        }
        PluginParameter {
            name: "osm.mapping.cache.disk.size"
            value: 50000000
        }
    }
}
