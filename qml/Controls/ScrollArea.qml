// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Outpost.Theme

// Scrolls its one child down, never sideways. The child gets the width; its implicit height is what scrolls.
T.ScrollView {
    id: root

    property string accessibleName: ""
    // How far the bar stands outside, so that it does not cover the content.
    property int barOffset: 0

    readonly property Flickable flickable: root.contentItem as Flickable
    readonly property Item focused: root.Window.activeFocusItem

    // What the keyboard leads to comes into sight.
    function showFocused(): void {
        const area = root.flickable;
        const item = root.focused;
        if (area === null || item === null || item.height > area.height)
            return;
        let up = item;
        while (up !== null && up !== area.contentItem)
            up = up.parent;
        if (up === null)
            return;
        const top = item.mapToItem(area.contentItem, 0, 0).y;
        const room = Theme.space16;
        if (top < area.contentY)
            area.contentY = Math.max(0, top - room);
        else if (top + item.height > area.contentY + area.height)
            area.contentY = Math.min(area.contentHeight - area.height, top + item.height + room - area.height);
    }

    onFocusedChanged: root.showFocused()

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
