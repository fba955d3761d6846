// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Outpost.Theme

// The visible keyboard focus: a ring outside the control, two pixels away from it.
Rectangle {
    property real controlRadius: Theme.radiusControl

    anchors.fill: parent
    anchors.margins: -4
    radius: controlRadius + 4
    color: "transparent"
    border.width: Theme.focusWidth
    border.color: Theme.color.accent
}
