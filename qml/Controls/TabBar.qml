// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import Outpost.Theme

// Tabs over one page; put TabButton inside.
T.TabBar {
    id: root

    property string accessibleName: ""

    implicitWidth: root.contentWidth + root.leftPadding + root.rightPadding
    implicitHeight: Math.max(40, Theme.type.bodyLine + 20)
    spacing: 0

    Accessible.role: Accessible.PageTabList
    Accessible.name: root.accessibleName

    contentItem: ListView {
        model: root.contentModel
        currentIndex: root.currentIndex
        spacing: root.spacing
        orientation: ListView.Horizontal
        boundsBehavior: Flickable.StopAtBounds
        flickableDirection: Flickable.AutoFlickIfNeeded
        highlightMoveDuration: 0
        highlightRangeMode: ListView.ApplyRange
        preferredHighlightBegin: 40
        preferredHighlightEnd: width - 40
        clip: true
    }
    background: Item {
        Divider {
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.bottom: parent.bottom
        }
    }
}
