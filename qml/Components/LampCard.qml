// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Outpost.Theme
import Outpost.Controls

// One lamp of a device: what is known, how old that is and who says so. A source that says nothing is a ring and its words.
Card {
    id: root

    property int status: StatusMark.Unknown
    property string sentence: ""
    property string source: ""

    implicitWidth: Math.round(190 * Theme.scale)
    padding: Theme.space16
    headerVisible: false

    Accessible.role: Accessible.Grouping
    Accessible.name: root.title
    Accessible.description: root.sentence + " " + root.source

    contentItem: ColumnLayout {
        spacing: 2

        RowLayout {
            Layout.bottomMargin: Theme.space4
            spacing: Theme.space8

            StatusMark {
                status: root.status
            }
            Label {
                Layout.fillWidth: true
                role: Label.SmallStrong
                text: root.title
                wrapMode: Text.Wrap
            }
        }
        Label {
            Layout.fillWidth: true
            role: Label.Small
            tone: Label.Secondary
            text: root.sentence
            wrapMode: Text.Wrap
        }
        Label {
            Layout.fillWidth: true
            visible: root.source !== ""
            role: Label.Tiny
            tone: Label.Secondary
            text: root.source
            wrapMode: Text.Wrap
        }
        Item {
            Layout.fillHeight: true
        }
    }
}
