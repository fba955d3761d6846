// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Outpost.Theme
import Outpost.Controls

// A change against an earlier time: an arrow, the change, and what it is compared with.
RowLayout {
    id: root

    enum Direction {
        Same,
        Up,
        Down
    }

    property int direction: Trend.Same
    property string change: ""
    property string comparison: ""

    spacing: Theme.space4
    visible: root.change !== ""

    Icon {
        Layout.alignment: Qt.AlignTop
        Layout.topMargin: Math.round((Theme.type.bodyLine - height) / 2)
        visible: root.direction !== Trend.Same
        name: root.direction === Trend.Up ? "trend-up" : "trend-down"
        color: root.direction === Trend.Up ? Theme.color.accent : Theme.color.bad
        size: Math.round(12 * Math.min(Theme.scale, 1.75))
    }
    Label {
        Layout.alignment: Qt.AlignTop
        role: Label.SmallStrong
        tone: root.direction === Trend.Up ? Label.Accent : root.direction === Trend.Down ? Label.Bad : Label.Secondary
        text: root.change
    }
    Label {
        Layout.fillWidth: true
        role: Label.Small
        tone: Label.Secondary
        text: root.comparison
        wrapMode: Text.Wrap
    }
}
