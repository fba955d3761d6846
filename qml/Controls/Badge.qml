// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Outpost.Theme

// A count in a soft pill, beside a word that says what is counted.
Rectangle {
    id: root

    required property string text
    property int tone: Chip.Warn

    implicitWidth: Math.max(label.implicitWidth + 12, implicitHeight)
    implicitHeight: label.implicitHeight + 2
    radius: height / 2
    color: root.tone === Chip.Warn ? Theme.color.warnSoft : root.tone === Chip.Bad ? Theme.color.badSoft : root.tone === Chip.Info ? Theme.color.infoSoft : root.tone === Chip.Good ? Theme.color.accentSoft : Theme.color.sunk

    Label {
        id: label

        anchors.centerIn: parent
        role: Label.TinyStrong
        tone: root.tone === Chip.Warn ? Label.Warn : root.tone === Chip.Bad ? Label.Bad : root.tone === Chip.Info ? Label.Info : root.tone === Chip.Good ? Label.Accent : Label.Secondary
        text: root.text
    }
}
