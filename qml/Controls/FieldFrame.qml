// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Outpost.Theme

// The box around whatever takes input: sunk, with an outline that shows focus and error.
Rectangle {
    property bool active: false
    property bool failed: false

    radius: Theme.radiusControl
    color: Theme.color.sunk
    border.width: active ? Theme.focusWidth : Theme.borderWidth
    border.color: failed ? Theme.color.bad : active ? Theme.color.accent : Theme.highContrast ? Theme.color.controlBorder : Theme.color.fieldBorder
}
