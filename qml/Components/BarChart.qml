// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Outpost.Theme
import Outpost.Controls

// One bar for each period. Left and Right move through the bars and say each one; hovering shows the same.
FocusScope {
    id: root

    // One number for each bar; NaN where nothing is known (drawn as a short dash, not as nothing).
    property alias values: bars.values
    // What each bar says, for example "14 November: €6.40". As many as there are values.
    property list<string> labels
    // Bars from this index on are drawn strong, those before it pale; -1 draws all pale.
    property alias highlightFrom: bars.highlightFrom
    property string firstLabel: ""
    property string lastLabel: ""
    // The whole chart in one sentence, for a screen reader.
    required property string summary

    readonly property int shownIndex: root.activeFocus ? bars.currentIndex : hover.hovered ? bars.barAt(hover.point.position.x) : -1
    readonly property string shownLabel: root.shownIndex >= 0 && root.shownIndex < root.labels.length ? root.labels[root.shownIndex] : ""

    signal barActivated(int index)

    implicitWidth: 240
    implicitHeight: 80 + (axis.visible ? axis.implicitHeight : 0)
    activeFocusOnTab: true

    Accessible.role: Accessible.Chart
    Accessible.name: root.summary
    Accessible.description: root.shownLabel
    Accessible.focusable: true

    function move(to: int): void {
        if (bars.values.length === 0)
            return;
        bars.currentIndex = Math.max(0, Math.min(bars.values.length - 1, to));
        root.Accessible.announce(root.shownLabel);
    }

    Keys.onLeftPressed: root.move(bars.currentIndex < 0 ? bars.values.length - 1 : bars.currentIndex - 1)
    Keys.onRightPressed: root.move(bars.currentIndex + 1)
    Keys.onPressed: event => {
        if (event.key === Qt.Key_Home) {
            event.accepted = true;
            root.move(0);
        } else if (event.key === Qt.Key_End) {
            event.accepted = true;
            root.move(bars.values.length - 1);
        } else if ((event.key === Qt.Key_Return || event.key === Qt.Key_Enter || event.key === Qt.Key_Space) && bars.currentIndex >= 0) {
            event.accepted = true;
            root.barActivated(bars.currentIndex);
        }
    }

    BarChartItem {
        id: bars

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.bottom: axis.visible ? axis.top : parent.bottom
        barColor: Theme.color.chartMuted
        highlightColor: Theme.color.accent
        unknownColor: Theme.color.decorative
        markColor: Theme.color.text
        markedIndex: root.shownIndex

        HoverHandler {
            id: hover
        }
        TapHandler {
            onTapped: point => {
                const index = bars.barAt(point.position.x);
                if (index >= 0)
                    root.barActivated(index);
            }
        }
        Item {
            id: spot

            x: root.shownIndex >= 0 ? bars.barCentre(root.shownIndex) : 0
            y: 0
            width: 0
            height: 0

            Tooltip {
                delay: 0
                text: root.shownLabel
                shown: root.shownLabel !== ""
            }
        }
    }
    RowLayout {
        id: axis

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        visible: root.firstLabel !== "" || root.lastLabel !== ""

        Label {
            Layout.fillWidth: true
            role: Label.Tiny
            tone: Label.Secondary
            text: root.firstLabel
            elide: Text.ElideRight
            Accessible.ignored: true
        }
        Label {
            role: Label.Tiny
            tone: Label.Secondary
            text: root.lastLabel
            Accessible.ignored: true
        }
    }
    FocusRing {
        visible: root.activeFocus
        controlRadius: 2
    }
}
