// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Outpost.Controls

// An amount, already written for the person's locale. Unknown (empty text) is an em dash with the reason, never 0.
Label {
    id: root

    // The ready display string, for example "€184.20".
    property string amount: ""
    property string unknownReason: ""
    property bool stale: false
    // Read by a screen reader before the amount, for example "Earned in November".
    property string accessibleName: ""

    readonly property bool unknown: root.amount === ""

    role: Label.Money
    tone: root.unknown || root.stale ? Label.Secondary : Label.Primary
    text: root.unknown ? "\u2014" : root.amount
    elide: Text.ElideRight

    Accessible.role: Accessible.StaticText
    Accessible.name: {
        const said = root.unknown ? root.unknownReason : root.amount;
        //: Said by a screen reader: the name of an amount, then the amount.
        return root.accessibleName === "" ? said : qsTr("%1: %2").arg(root.accessibleName).arg(said);
    }

    HoverHandler {
        id: hover

        enabled: root.unknown || root.truncated
    }
    Tooltip {
        text: root.unknown ? root.unknownReason : root.amount
        shown: hover.hovered
    }
}
