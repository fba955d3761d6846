// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Outpost.Theme

// A line between parts of one surface.
Rectangle {
    property bool vertical: false

    implicitWidth: vertical ? Theme.borderWidth : 1
    implicitHeight: vertical ? 1 : Theme.borderWidth
    color: Theme.color.border
    Accessible.ignored: true
}
