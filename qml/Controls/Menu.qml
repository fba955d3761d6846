// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Outpost.Theme

// A menu of MenuItem and MenuSeparator.
T.Menu {
    id: root

    implicitWidth: Math.max(Math.round(200 * Math.min(Theme.scale, 1.5)), root.implicitContentWidth + root.leftPadding + root.rightPadding)
    implicitHeight: root.implicitContentHeight + root.topPadding + root.bottomPadding
    margins: Theme.space8
    padding: Theme.space4
    overlap: 0
    delegate: MenuItem {}

    contentItem: ListView {
        implicitHeight: contentHeight
        implicitWidth: root.widest()
        model: root.contentModel
        interactive: contentHeight > height
        clip: true
        currentIndex: root.currentIndex
        highlightMoveDuration: 0
        T.ScrollBar.vertical: ScrollBar {}
    }
    background: Rectangle {
        radius: Theme.radiusControl
        color: Theme.color.surface
        border.width: Theme.borderWidth
        border.color: Theme.highContrast ? Theme.color.controlBorder : Theme.color.border
    }

    function widest(): real {
        let result = 0;
        for (let i = 0; i < root.count; ++i)
            result = Math.max(result, root.itemAt(i).implicitWidth);
        return result;
    }
}
