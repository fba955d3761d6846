// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Outpost.Theme

// Plain text in one of the type roles. Never rich text: what comes from outside stays text.
Text {
    id: root

    enum Role {
        Tiny,
        Small,
        SmallMedium,
        SmallStrong,
        Body,
        Medium,
        Strong,
        Title,
        Money,
        MoneyLarge
    }
    enum Tone {
        Primary,
        Secondary,
        Accent,
        Warn,
        Bad,
        Info,
        OnAccent,
        OnBad,
        Inverse
    }

    property int role: Label.Body
    property int tone: Label.Primary

    readonly property real line: root.lineOf(root.role)
    // Text puts the whole leading below a line; half of it belongs above, so that text sits in the middle of its row.
    readonly property real shift: Math.max(0, Math.floor((root.line - metrics.height) / 2))

    function fontOf(role: int): font {
        switch (role) {
        case Label.Tiny:
            return Theme.type.tiny;
        case Label.Small:
            return Theme.type.small;
        case Label.SmallMedium:
            return Theme.type.smallMedium;
        case Label.SmallStrong:
            return Theme.type.smallStrong;
        case Label.Medium:
            return Theme.type.medium;
        case Label.Strong:
            return Theme.type.strong;
        case Label.Title:
            return Theme.type.title;
        case Label.Money:
            return Theme.type.money;
        case Label.MoneyLarge:
            return Theme.type.moneyLarge;
        default:
            return Theme.type.body;
        }
    }

    function lineOf(role: int): real {
        switch (role) {
        case Label.Tiny:
            return Theme.type.tinyLine;
        case Label.Title:
            return Theme.type.titleLine;
        case Label.Money:
            return Theme.type.moneyLine;
        case Label.MoneyLarge:
            return Theme.type.moneyLargeLine;
        default:
            return Theme.type.bodyLine;
        }
    }

    function colorOf(tone: int): color {
        switch (tone) {
        case Label.Secondary:
            return Theme.color.second;
        case Label.Accent:
            return Theme.color.accent;
        case Label.Warn:
            return Theme.color.warn;
        case Label.Bad:
            return Theme.color.bad;
        case Label.Info:
            return Theme.color.info;
        case Label.OnAccent:
            return Theme.color.onAccent;
        case Label.OnBad:
            return Theme.color.onBad;
        case Label.Inverse:
            return Theme.color.onInverse;
        default:
            return Theme.color.text;
        }
    }

    font: root.fontOf(root.role)
    color: root.colorOf(root.tone)
    textFormat: Text.PlainText
    renderType: Text.NativeRendering
    lineHeightMode: Text.FixedHeight
    lineHeight: root.line
    topPadding: root.shift
    bottomPadding: -root.shift

    Accessible.role: Accessible.StaticText
    Accessible.name: root.text
    Accessible.ignored: root.text === ""

    FontMetrics {
        id: metrics

        font: root.font
    }
}
