// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Outpost.App
import Outpost.Components
import Outpost.Controls
import Outpost.Platform
import Outpost.Theme

// One setting: its name and a sentence at the left, what sets it at the right; below each other where it is narrow.
GridLayout {
    id: root

    required property string title
    property string sentence: ""
    default property alias control: slot.data

    Layout.fillWidth: true
    columns: root.width < 560 * Theme.scale ? 1 : 2
    columnSpacing: Theme.space24
    rowSpacing: Theme.space8

    ColumnLayout {
        Layout.fillWidth: true
        Layout.preferredWidth: 1
        spacing: 0

        Label {
            Layout.fillWidth: true
            role: Label.Medium
            text: root.title
            wrapMode: Text.Wrap
        }
        Label {
            Layout.fillWidth: true
            visible: root.sentence !== ""
            role: Label.Small
            tone: Label.Secondary
            text: root.sentence
            wrapMode: Text.Wrap
        }
    }
    RowLayout {
        id: slot

        Layout.fillWidth: true
        Layout.preferredWidth: 1
        Layout.alignment: Qt.AlignTop
        spacing: Theme.space8
    }
}
