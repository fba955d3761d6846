// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Outpost.Theme

// Plain text in one of the type roles. Never rich text: what comes from outside stays text.
Text {
    id: root

    enum Role {
        Tiny,
        TinyMedium,
        TinyStrong,
        Small,
        SmallMedium,
        SmallStrong,
        Body,
        Medium,
        Strong,
        Brand,
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

    function fontOf(role: int): font {
        switch (role) {
        case Label.Tiny:
            return Theme.type.tiny;
        case Label.TinyMedium:
            return Theme.type.tinyMedium;
        case Label.TinyStrong:
            return Theme.type.tinyStrong;
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
        case Label.Brand:
            return Theme.type.brand;
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
        case Label.TinyMedium:
        case Label.TinyStrong:
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
    lineHeight: root.lineOf(root.role)
    // Qt puts the whole leading below a line; centred, it is shared, and text sits in the middle of its row.
    verticalAlignment: Text.AlignVCenter

    Accessible.role: Accessible.StaticText
    Accessible.name: root.text
    Accessible.ignored: root.text === ""
}
