// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import Outpost.Theme

// A short explanation beside what it is declared in. Bind shown to hover or focus.
T.ToolTip {
    id: root

    enum Side {
        Above,
        Below
    }

    property bool shown: false
    property int side: Tooltip.Above
    property int maximumWidth: Math.round(280 * Theme.scale)

    x: root.parent ? Math.round((root.parent.width - root.implicitWidth) / 2) : 0
    y: root.side === Tooltip.Above ? -root.implicitHeight - 6 : (root.parent ? root.parent.height + 6 : 0)
    implicitWidth: Math.min(root.maximumWidth, body.implicitWidth + root.leftPadding + root.rightPadding)
    implicitHeight: body.implicitHeight + root.topPadding + root.bottomPadding
    margins: Theme.space8
    horizontalPadding: 10
    verticalPadding: 6
    delay: Theme.tooltipDelay
    visible: root.shown && root.text !== ""
    closePolicy: T.Popup.CloseOnEscape | T.Popup.CloseOnPressOutsideParent | T.Popup.CloseOnReleaseOutsideParent

    contentItem: Label {
        id: body

        role: Label.Small
        tone: Label.Inverse
        text: root.text
        wrapMode: Text.Wrap
    }
    background: Rectangle {
        radius: 6
        color: Theme.color.inverse
    }
}
