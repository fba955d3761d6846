// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Outpost.Theme
import Outpost.Controls
import Outpost.Map

// The map: world outline, cells, devices. Drag, wheel, pinch or keys move it; Page Up and Page Down go from device to device.
// With picking set, a click (or Return at the cross) chooses a place. Needs no internet unless tiles has a server.
FocusScope {
    id: root

    // Roles: key, name, latitude, longitude, status (as StatusMark.Status).
    property alias markers: markerLayer.model
    // Roles: cell (hexadecimal), weight (0 to 1). For very many cells use cellSource.
    property alias cells: cellLayer.model
    property alias cellSource: cellLayer.source
    property alias selectedKey: markerLayer.selectedKey
    property alias clusterAbove: markerLayer.clusterAbove
    property bool showMarkers: true
    property bool showCells: true
    property bool showZoomButtons: true
    property bool showScale: true
    // False for a picture of a map: no dragging, no focus; a click anywhere is opened().
    property bool interactive: true
    // Shows all devices as soon as there are some, until the person moves the map.
    property bool autoFit: true
    property real pointZoom: 13
    property bool rounded: false

    property bool picking: false
    property bool hasPick: false
    property real pickedLatitude: 0
    property real pickedLongitude: 0
    property int pickResolution: 12
    readonly property alias pickedCell: place.cell
    readonly property alias pickedCellAcross: place.acrossMetres
    readonly property alias pickedCellDistance: place.centreMetres

    // Pictures of a server that the person agreed to; without one the outline alone.
    property TileSource tiles: null
    //: Name of the map for a screen reader.
    property string accessibleName: qsTr("Map")

    readonly property alias camera: camera

    signal markerActivated(string key)
    signal backgroundTapped
    signal picked(real latitude, real longitude)
    signal opened

    function fitAll(): bool {
        return markerLayer.fitAll(priv.room, root.pointZoom);
    }

    function centerOn(latitude: real, longitude: real, zoom: real): void {
        priv.moved = true;
        camera.centerOn(latitude, longitude, zoom);
    }

    function showDevice(key: string): bool {
        priv.moved = true;
        return markerLayer.centerOn(key);
    }

    function pick(latitude: real, longitude: real): void {
        root.hasPick = true;
        root.pickedLatitude = latitude;
        root.pickedLongitude = longitude;
        root.picked(latitude, longitude);
    }

    implicitWidth: 320
    implicitHeight: 220
    activeFocusOnTab: root.interactive

    Accessible.role: Accessible.Graphic
    Accessible.name: root.accessibleName
    Accessible.description: {
        if (root.picking && root.hasPick)
            //: Said by a screen reader. %1 latitude, %2 longitude in degrees.
            return qsTr("Chosen place: %1, %2").arg(root.pickedLatitude.toFixed(5)).arg(root.pickedLongitude.toFixed(5));
        //: Said by a screen reader about a map.
        return qsTr("%n device(s) on the map", "", markerLayer.count);
    }
    Accessible.focusable: root.interactive

    Keys.enabled: root.interactive
    Keys.onPressed: event => {
        const step = 80;
        event.accepted = true;
        switch (event.key) {
        case Qt.Key_Left:
            priv.pan(step, 0);
            break;
        case Qt.Key_Right:
            priv.pan(-step, 0);
            break;
        case Qt.Key_Up:
            priv.pan(0, step);
            break;
        case Qt.Key_Down:
            priv.pan(0, -step);
            break;
        case Qt.Key_Plus:
        case Qt.Key_Equal:
            priv.zoom(1);
            break;
        case Qt.Key_Minus:
            priv.zoom(-1);
            break;
        case Qt.Key_Home:
            root.fitAll();
            break;
        case Qt.Key_PageDown:
            priv.step(1);
            break;
        case Qt.Key_PageUp:
            priv.step(-1);
            break;
        case Qt.Key_Return:
        case Qt.Key_Enter:
        case Qt.Key_Space:
            if (root.picking)
                root.pick(camera.latitude, camera.longitude);
            else if (root.selectedKey !== "")
                root.markerActivated(root.selectedKey);
            break;
        default:
            event.accepted = false;
        }
    }

    QtObject {
        id: priv

        property bool moved: false
        readonly property int room: Math.min(60, Math.min(root.width, root.height) / 6)
        property real previousX: 0
        property real previousY: 0
        property real previousScale: 1

        function pan(dx: real, dy: real): void {
            priv.moved = true;
            camera.panBy(dx, dy);
        }

        function zoom(delta: real): void {
            priv.moved = true;
            camera.zoomAt(root.width / 2, root.height / 2, delta);
        }

        function step(by: int): void {
            const key = markerLayer.neighbour(root.selectedKey, by);
            if (key === "")
                return;
            root.showDevice(key);
            root.markerActivated(key);
        }

        function fitOnce(): void {
            if (root.autoFit && !priv.moved && root.width > 0 && root.height > 0)
                root.fitAll();
        }

        function tapped(x: real, y: real): void {
            root.forceActiveFocus(Qt.MouseFocusReason);
            if (root.picking) {
                root.pick(camera.latitudeAt(x, y), camera.longitudeAt(x, y));
                return;
            }
            const count = root.showMarkers ? markerLayer.countAt(x, y) : 0;
            if (count === 1) {
                root.markerActivated(markerLayer.keyAt(x, y));
            } else if (count > 1) {
                priv.moved = true;
                markerLayer.fitGroupAt(x, y, priv.room, 18);
            } else {
                root.backgroundTapped();
            }
        }
    }

    MapCamera {
        id: camera

        viewport: Qt.size(root.width, root.height)
        onViewportChanged: priv.fitOnce()
    }
    PlaceCell {
        id: place

        resolution: root.pickResolution
        latitude: root.hasPick ? root.pickedLatitude : NaN
        longitude: root.hasPick ? root.pickedLongitude : NaN
    }

    Item {
        anchors.fill: parent
        clip: true

        WorldOutlineItem {
            anchors.fill: parent
            camera: camera
            water: Theme.color.mapWater
            land: Theme.color.mapLand
            coast: Theme.color.mapCoast
        }
        TileLayerItem {
            anchors.fill: parent
            camera: camera
            source: root.tiles
        }
        CellLayerItem {
            id: cellLayer

            anchors.fill: parent
            visible: root.showCells
            camera: camera
            outlinedCell: root.picking ? place.cell : ""
            weakColor: Qt.alpha(Theme.color.accent, 0.16)
            strongColor: Qt.alpha(Theme.color.accent, 0.66)
            outlineColor: Theme.color.accent
        }
        MarkerLayerItem {
            id: markerLayer

            anchors.fill: parent
            visible: root.showMarkers
            camera: camera
            workingColor: Theme.color.accent
            checkColor: Theme.color.warn
            offlineColor: Theme.color.bad
            otherColor: Theme.color.second
            surface: Theme.color.surface
            textColor: Theme.color.text
            font: Theme.type.smallStrong
            scaleFactor: Math.min(Theme.scale, 1.5)
            onMarkersChanged: priv.fitOnce()
        }
        // The pin of a chosen place.
        Rectangle {
            id: pin

            function place(): void {
                const at = camera.toScreen(root.pickedLatitude, root.pickedLongitude);
                pin.x = at.x - pin.width / 2;
                pin.y = at.y - pin.height / 2;
            }

            Component.onCompleted: pin.place()

            Connections {
                target: camera

                function onChanged(): void {
                    pin.place();
                }
            }
            Connections {
                target: root

                function onPickedLatitudeChanged(): void {
                    pin.place();
                }

                function onPickedLongitudeChanged(): void {
                    pin.place();
                }
            }

            width: 16
            height: 16
            radius: 8
            visible: root.hasPick
            color: Theme.color.accent
            border.width: 3
            border.color: Theme.color.surface

            DragHandler {
                enabled: root.picking && root.interactive
                target: null
                margin: 10
                onActiveTranslationChanged: {
                    if (!active)
                        return;
                    const spot = centroid.scenePosition;
                    const here = root.mapFromItem(null, spot.x, spot.y);
                    root.pick(camera.latitudeAt(here.x, here.y), camera.longitudeAt(here.x, here.y));
                }
            }
        }
    }

    // A cross in the middle shows what Return would choose.
    Icon {
        anchors.centerIn: parent
        visible: root.picking && root.activeFocus
        name: "target"
        color: Theme.color.text
        size: Theme.iconSize
    }

    DragHandler {
        id: drag

        enabled: root.interactive
        target: null
        onActiveChanged: {
            priv.previousX = 0;
            priv.previousY = 0;
        }
        onActiveTranslationChanged: {
            if (!drag.active)
                return;
            priv.pan(drag.activeTranslation.x - priv.previousX, drag.activeTranslation.y - priv.previousY);
            priv.previousX = drag.activeTranslation.x;
            priv.previousY = drag.activeTranslation.y;
        }
    }
    PinchHandler {
        id: pinch

        enabled: root.interactive
        target: null
        onActiveChanged: priv.previousScale = 1
        onActiveScaleChanged: {
            if (!pinch.active || pinch.activeScale <= 0)
                return;
            priv.moved = true;
            camera.zoomAt(pinch.centroid.position.x, pinch.centroid.position.y, Math.log2(pinch.activeScale / priv.previousScale));
            priv.previousScale = pinch.activeScale;
        }
    }
    WheelHandler {
        enabled: root.interactive
        acceptedDevices: PointerDevice.Mouse | PointerDevice.TouchPad
        onWheel: event => {
            priv.moved = true;
            camera.zoomAt(event.x, event.y, event.angleDelta.y / 240);
        }
    }
    TapHandler {
        id: tap

        onTapped: point => {
            if (root.interactive)
                priv.tapped(point.position.x, point.position.y);
            else
                root.opened();
        }
        onDoubleTapped: point => {
            if (root.interactive && !root.picking) {
                priv.moved = true;
                camera.zoomAt(point.position.x, point.position.y, 1);
            }
        }
    }
    HoverHandler {
        id: hover

        enabled: root.interactive && root.showMarkers
        cursorShape: root.picking ? Qt.CrossCursor : spot.overMarker ? Qt.PointingHandCursor : drag.active ? Qt.ClosedHandCursor : Qt.OpenHandCursor
    }
    Item {
        id: spot

        readonly property bool overMarker: hover.hovered && markerLayer.countAt(hover.point.position.x, hover.point.position.y) > 0
        readonly property string deviceName: hover.hovered && !drag.active ? markerLayer.nameAt(hover.point.position.x, hover.point.position.y) : ""

        x: hover.point.position.x
        y: hover.point.position.y - 10

        Tooltip {
            delay: 0
            text: spot.deviceName
            shown: spot.deviceName !== ""
        }
    }

    ColumnLayout {
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        anchors.margins: Theme.space12
        visible: root.showZoomButtons && root.interactive
        spacing: Theme.space8

        IconButton {
            //: Button on a map.
            text: qsTr("Zoom in")
            iconName: "plus"
            outlined: true
            enabled: camera.zoom < camera.maximumZoom - 0.01
            tooltipSide: Tooltip.Above
            onClicked: priv.zoom(1)
        }
        IconButton {
            //: Button on a map.
            text: qsTr("Zoom out")
            iconName: "minus"
            outlined: true
            enabled: camera.zoom > camera.minimumZoom + 0.01
            tooltipSide: Tooltip.Above
            onClicked: priv.zoom(-1)
        }
    }
    ScaleBar {
        anchors.left: parent.left
        anchors.bottom: parent.bottom
        anchors.margins: Theme.space12
        visible: root.showScale
        camera: camera
    }
    Rectangle {
        anchors.right: parent.right
        anchors.rightMargin: root.showZoomButtons && root.interactive ? Theme.controlHeight + 2 * Theme.space12 : Theme.space8
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.space8
        width: Math.min(credit.implicitWidth + Theme.space8, parent.width / 2)
        height: credit.implicitHeight
        visible: root.tiles !== null && root.tiles.active && root.tiles.credit !== ""
        radius: 4
        color: Theme.color.surface

        Label {
            id: credit

            anchors.fill: parent
            anchors.leftMargin: Theme.space4
            anchors.rightMargin: Theme.space4
            role: Label.Tiny
            tone: Label.Secondary
            text: root.tiles !== null ? root.tiles.credit : ""
            elide: Text.ElideRight
        }
    }
    Rectangle {
        anchors.fill: parent
        color: "transparent"
        radius: root.rounded ? Theme.radiusControl : 0
        border.width: root.activeFocus && root.interactive ? Theme.focusWidth : Theme.borderWidth
        border.color: root.activeFocus && root.interactive ? Theme.color.accent : Theme.color.mapCoast
    }
    // Corners in the colour of the surface around: a rounded clip would need a shader.
    Repeater {
        model: root.rounded ? 4 : 0

        delegate: CornerMask {
            required property int index

            x: index % 2 === 0 ? 0 : root.width - width
            y: index < 2 ? 0 : root.height - height
            corner: index
        }
    }
}
