// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Outpost.Theme

// The line below a field: a hint, or the error in its place.
RowLayout {
    id: root

    property string hint: ""
    property string error: ""

    spacing: 6
    visible: root.hint !== "" || root.error !== ""

    Icon {
        Layout.alignment: Qt.AlignTop
        Layout.topMargin: 1
        visible: root.error !== ""
        name: "error"
        color: Theme.color.bad
        size: Math.round(14 * Math.min(Theme.scale, 1.6))
    }
    Label {
        Layout.fillWidth: true
        role: Label.Tiny
        tone: root.error !== "" ? Label.Bad : Label.Secondary
        text: root.error !== "" ? root.error : root.hint
        wrapMode: Text.Wrap
    }
}
