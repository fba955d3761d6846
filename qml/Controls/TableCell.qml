// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Outpost.Theme

// Text of one cell. An empty one shows an em dash with the reason on hover.
Label {
    id: root

    property bool strong: false
    property bool alignRight: false
    property string unknownReason: ""
    property string value: ""

    role: root.strong ? Label.SmallStrong : Label.Small
    tone: root.value === "" ? Label.Secondary : Label.Primary
    text: root.value === "" ? "\u2014" : root.value
    leftPadding: Theme.space12
    rightPadding: Theme.space12
    elide: Text.ElideRight
    horizontalAlignment: root.alignRight ? Text.AlignRight : Text.AlignLeft

    Accessible.role: Accessible.Cell
    Accessible.ignored: root.text.trim() === ""
    Accessible.name: root.value === "" && root.unknownReason !== "" ? root.unknownReason : root.text

    HoverHandler {
        id: hover

        enabled: root.value === "" || root.truncated
    }
    Tooltip {
        text: root.value === "" ? root.unknownReason : root.value
        shown: hover.hovered
    }
}
