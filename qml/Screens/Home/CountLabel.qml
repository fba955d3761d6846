// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Outpost.Controls
import Outpost.Theme

// How many devices are in a state: shape, number, word.
RowLayout {
    id: root

    required property int count
    required property string text
    property int status: StatusMark.Unknown

    spacing: Theme.space8

    Accessible.role: Accessible.StaticText
    Accessible.name: root.count + " " + root.text

    StatusMark {
        status: root.status
    }
    Label {
        role: Label.Strong
        text: root.count.toLocaleString(Qt.locale(), "f", 0)
        Accessible.ignored: true
    }
    Label {
        role: Label.Small
        tone: Label.Secondary
        text: root.text
        Accessible.ignored: true
    }
}
