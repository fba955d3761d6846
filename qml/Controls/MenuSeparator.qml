// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import Outpost.Theme

// A line between groups of a Menu.
T.MenuSeparator {
    id: root

    implicitWidth: 40
    implicitHeight: 9
    verticalPadding: Theme.space4
    contentItem: Divider {}
    Accessible.ignored: true
}
