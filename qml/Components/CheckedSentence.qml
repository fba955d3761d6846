// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Outpost.Theme
import Outpost.Controls

// One sentence about what is signed, with a check mark, or a warning or refusal in its place.
RowLayout {
    id: root

    enum Level {
        Checked,
        Warning,
        Refused,
        Plain
    }

    required property string text
    property int level: CheckedSentence.Checked

    spacing: 10

    Accessible.role: Accessible.ListItem
    Accessible.name: {
        switch (root.level) {
        case CheckedSentence.Checked:
            //: Said by a screen reader before a sentence with a check mark.
            return qsTr("Checked: %1").arg(root.text);
        case CheckedSentence.Warning:
            //: Said by a screen reader before a sentence with a warning sign.
            return qsTr("Careful: %1").arg(root.text);
        case CheckedSentence.Refused:
            //: Said by a screen reader before a sentence that was refused.
            return qsTr("Refused: %1").arg(root.text);
        default:
            return root.text;
        }
    }

    Rectangle {
        Layout.alignment: Qt.AlignTop
        Layout.topMargin: Math.round((Theme.type.bodyLine - height) / 2)
        implicitWidth: Theme.smallIconSize
        implicitHeight: Theme.smallIconSize
        radius: width / 2
        color: root.level === CheckedSentence.Checked ? Theme.color.accentSoft : root.level === CheckedSentence.Warning ? Theme.color.warnSoft : root.level === CheckedSentence.Refused ? Theme.color.badSoft : Theme.color.sunk

        Icon {
            anchors.centerIn: parent
            name: root.level === CheckedSentence.Checked ? "check-bold" : root.level === CheckedSentence.Warning ? "warning" : root.level === CheckedSentence.Refused ? "close-bold" : "info"
            color: root.level === CheckedSentence.Checked ? Theme.color.accent : root.level === CheckedSentence.Warning ? Theme.color.warn : root.level === CheckedSentence.Refused ? Theme.color.bad : Theme.color.second
            size: parent.width - 4
        }
    }
    Label {
        Layout.fillWidth: true
        role: Label.Small
        text: root.text
        wrapMode: Text.WrapAtWordBoundaryOrAnywhere
        Accessible.ignored: true
    }
}
