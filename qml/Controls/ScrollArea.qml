// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T

// Scrolls its one child down, never sideways. The child gets the width; its implicit height is what scrolls.
T.ScrollView {
    id: root

    property string accessibleName: ""
    // How far the bar stands outside, so that it does not cover the content.
    property int barOffset: 0

    readonly property Flickable flickable: root.contentItem as Flickable

    implicitWidth: root.contentWidth + root.leftPadding + root.rightPadding
    implicitHeight: root.contentHeight + root.topPadding + root.bottomPadding
    contentWidth: root.availableWidth

    Accessible.role: Accessible.Pane
    Accessible.name: root.accessibleName
    Accessible.ignored: root.accessibleName === ""

    Binding {
        target: root.contentItem
        property: "clip"
        value: true
    }

    T.ScrollBar.vertical: ScrollBar {
        parent: root
        x: root.width - width + root.barOffset
        y: root.topPadding
        height: root.availableHeight
        active: true
        // Said outright: the template tells the bar nothing when its content item is made before the bar.
        size: root.flickable !== null ? root.flickable.visibleArea.heightRatio : 1.0
        position: root.flickable !== null ? root.flickable.visibleArea.yPosition : 0.0
    }
    T.ScrollBar.horizontal: ScrollBar {
        policy: T.ScrollBar.AlwaysOff
    }
}
