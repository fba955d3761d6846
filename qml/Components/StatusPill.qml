// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Outpost.Theme
import Outpost.Controls

// A pill of the top bar: how fresh the data is, when the wallet locks, that this is the demo. Pressing one opens what it is about.
T.Button {
    id: root

    property int tone: Chip.Neutral
    property bool soft: false
    property bool hasMark: false
    property int status: StatusMark.Working
    property string iconName: ""
    property string description: ""
    // A pill that only tells takes no focus and no press.
    property bool pressable: true

    readonly property color ink: root.tone === Chip.Info ? Theme.color.info : root.tone === Chip.Warn ? Theme.color.warn : root.tone === Chip.Bad ? Theme.color.bad : root.tone === Chip.Good ? Theme.color.accent : Theme.color.second
    readonly property color softFill: root.tone === Chip.Info ? Theme.color.infoSoft : root.tone === Chip.Warn ? Theme.color.warnSoft : root.tone === Chip.Bad ? Theme.color.badSoft : root.tone === Chip.Good ? Theme.color.accentSoft : Theme.color.sunk

    implicitWidth: row.implicitWidth + root.leftPadding + root.rightPadding
    implicitHeight: Math.max(Theme.targetMinimum, Theme.chipHeight + 4)
    leftPadding: 11
    rightPadding: 11
    topInset: Math.round((root.implicitHeight - Theme.chipHeight) / 2)
    bottomInset: root.topInset
    hoverEnabled: true
    focusPolicy: root.pressable ? Qt.StrongFocus : Qt.NoFocus
    activeFocusOnTab: root.pressable

    Accessible.role: root.pressable ? Accessible.Button : Accessible.StaticText
    Accessible.name: root.text
    Accessible.description: root.description
    Accessible.onPressAction: root.click()

    Keys.onReturnPressed: root.click()
    Keys.onEnterPressed: root.click()

    contentItem: RowLayout {
        id: row

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
    background: Rectangle {
        radius: Math.min(height / 2, Theme.radiusChip * Theme.scale)
        color: root.soft ? root.softFill : root.hovered && root.pressable ? Theme.color.sunk : Theme.color.surface
        border.width: root.soft ? (Theme.highContrast ? Theme.borderWidth : 0) : Theme.borderWidth
        border.color: root.tone === Chip.Neutral ? Theme.color.border : root.ink

        FocusRing {
            visible: root.visualFocus
            controlRadius: parent.radius
        }
    }

    Tooltip {
        side: Tooltip.Below
        text: root.description
        shown: root.hovered || root.visualFocus
    }
}
