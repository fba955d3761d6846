// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Outpost.Theme

// Work goes on. Eight dots in steps; with reduced motion they stand still.
Item {
    id: root

    property bool running: true
    property color color: Theme.color.second
    property int size: Theme.iconSize
    //: Read by a screen reader for the turning dots.
    property string accessibleName: qsTr("Working")

    property int position: 0
    readonly property real dot: root.size / 6

    implicitWidth: root.size
    implicitHeight: root.size

    Accessible.role: Accessible.Animation
    Accessible.name: root.accessibleName

    Timer {
        interval: Theme.spinnerTurn / 8
        repeat: true
        running: root.running && root.visible && !Theme.reducedMotion
        onTriggered: root.position = (root.position + 1) % 8
    }

    Repeater {
        model: 8

        delegate: Rectangle {
            id: dot

            required property int index
            readonly property real angle: dot.index * Math.PI / 4

            x: root.width / 2 + Math.sin(dot.angle) * (root.size - root.dot) / 2 - root.dot / 2
            y: root.height / 2 - Math.cos(dot.angle) * (root.size - root.dot) / 2 - root.dot / 2
            width: root.dot
            height: root.dot
            radius: root.dot / 2
            color: root.color
            opacity: 1 - ((root.position - dot.index + 8) % 8) * 0.11
        }
    }
}
