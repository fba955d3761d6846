// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T

// Scrolls its one child down, never sideways. The child gets the width; its implicit height is what scrolls.
T.ScrollView {
    id: root

    property string accessibleName: ""

    implicitWidth: root.contentWidth + root.leftPadding + root.rightPadding
    implicitHeight: root.contentHeight + root.topPadding + root.bottomPadding
    contentWidth: root.availableWidth
    clip: true

    Accessible.role: Accessible.Pane
    Accessible.name: root.accessibleName
    Accessible.ignored: root.accessibleName === ""

    T.ScrollBar.vertical: ScrollBar {
        parent: root
        x: root.width - width
        y: root.topPadding
        height: root.availableHeight
        active: true
    }
    T.ScrollBar.horizontal: ScrollBar {
        policy: T.ScrollBar.AlwaysOff
    }
}
