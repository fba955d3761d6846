// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Outpost.App
import Outpost.Components
import Outpost.Controls
import Outpost.Platform
import Outpost.Theme

// The frame of one step before the wallet is there: a title, a sentence, the work, and what to do next. Content scrolls.
Item {
    id: root

    required property string title
    property string sentence: ""
    property string error: ""
    property string nextText: ""
    property bool nextEnabled: true
    property bool busy: false
    property string backText: ""
    property string thirdText: ""
    property bool thirdEnabled: true
    property int maximumWidth: Math.round(620 * Math.min(Theme.scale, 1.6))
    default property alias content: slot.data

    signal next
    signal back
    signal third

    ScrollArea {
        anchors.fill: parent

        Item {
            width: parent.width
            implicitHeight: Math.max(column.implicitHeight + 2 * Theme.space24, root.height)

            ColumnLayout {
                id: column

                anchors.centerIn: parent
                width: Math.min(root.maximumWidth, parent.width - 2 * Theme.space24)
                spacing: Theme.space16

                LogoMark {}
                Label {
                    Layout.fillWidth: true
                    role: Label.Title
                    text: root.title
                    wrapMode: Text.Wrap
                    Accessible.role: Accessible.Heading
                }
                Label {
                    Layout.fillWidth: true
                    visible: root.sentence !== ""
                    tone: Label.Secondary
                    text: root.sentence
                    wrapMode: Text.Wrap
                }
                ColumnLayout {
                    id: slot

                    Layout.fillWidth: true
                    spacing: Theme.space12
                }
                Banner {
                    Layout.fillWidth: true
                    visible: root.error !== ""
                    kind: Banner.Bad
                    text: root.error
                }
                Flow {
                    Layout.fillWidth: true
                    spacing: Theme.space12

                    Button {
                        visible: root.nextText !== ""
                        kind: Button.Primary
                        text: root.nextText
                        busy: root.busy
                        enabled: root.nextEnabled && !root.busy
                        onClicked: root.next()
                    }
                    Button {
                        visible: root.thirdText !== ""
                        text: root.thirdText
                        enabled: root.thirdEnabled && !root.busy
                        onClicked: root.third()
                    }
                    Button {
                        visible: root.backText !== ""
                        kind: Button.Quiet
                        text: root.backText
                        enabled: !root.busy
                        onClicked: root.back()
                    }
                }
            }
        }
    }
}
