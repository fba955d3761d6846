// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Outpost.Theme

// A small fact in a pill: a state, a confidence, a source. It cannot be pressed.
Rectangle {
    id: root

    enum Tone {
        Neutral,
        Good,
        Warn,
        Bad,
        Info
    }

    required property string text
    property int tone: Chip.Neutral
    property bool soft: false
    property bool hasMark: false
    property int status: StatusMark.Unknown
    property string iconName: ""
    property string accessibleName: root.text

    readonly property color ink: {
        switch (root.tone) {
        case Chip.Good:
            return Theme.color.accent;
        case Chip.Warn:
            return Theme.color.warn;
        case Chip.Bad:
            return Theme.color.bad;
        case Chip.Info:
            return Theme.color.info;
        default:
            return Theme.color.second;
        }
    }
    readonly property color softFill: {
        switch (root.tone) {
        case Chip.Good:
            return Theme.color.accentSoft;
        case Chip.Warn:
            return Theme.color.warnSoft;
        case Chip.Bad:
            return Theme.color.badSoft;
        case Chip.Info:
            return Theme.color.infoSoft;
        default:
            return Theme.color.sunk;
        }
    }

    implicitWidth: row.implicitWidth + 22
    implicitHeight: Theme.chipHeight
    radius: Math.min(height / 2, Theme.radiusChip * Theme.scale)
    color: root.soft ? root.softFill : Theme.color.surface
    border.width: root.soft ? 0 : Theme.borderWidth
    border.color: root.tone === Chip.Neutral ? Theme.color.border : root.ink

    Accessible.role: Accessible.StaticText
    Accessible.name: root.accessibleName

    RowLayout {
        id: row

        anchors.centerIn: parent
        width: Math.min(row.implicitWidth, root.width - 16)
        spacing: 6

        StatusMark {
            visible: root.hasMark
            status: root.status
        }
        Icon {
            visible: root.iconName !== ""
            name: root.iconName
            color: root.ink
            size: Math.round(14 * Math.min(Theme.scale, 1.6))
        }
        Label {
            Layout.fillWidth: true
            role: Label.SmallMedium
            text: root.text
            color: root.ink
            elide: Text.ElideRight
            Accessible.ignored: true
        }
    }
}
