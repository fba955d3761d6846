// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Outpost.Theme
import Outpost.Controls

// Something that needs the person: what is wrong, what it costs, and the one action that mends it.
Item {
    id: root

    required property string title
    property string sentence: ""
    property int status: StatusMark.Offline
    // For example "about €0.31 a day". Empty where no cost is known.
    property string cost: ""
    //: Stands above an amount, as in "costs you about €0.31 a day".
    property string costCaption: qsTr("costs you")
    property string actionText: ""
    property bool lineBelow: true

    signal actionRequested
    signal openRequested

    readonly property bool narrow: root.width < 420 * Theme.scale

    implicitWidth: Math.round(480 * Theme.scale)
    implicitHeight: grid.implicitHeight + 24

    Accessible.role: Accessible.ListItem
    Accessible.name: root.title
    Accessible.description: root.cost === "" ? root.sentence : root.sentence + " " + root.costCaption + " " + root.cost

    GridLayout {
        id: grid

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.leftMargin: Theme.space20
        anchors.rightMargin: Theme.space20
        anchors.verticalCenter: parent.verticalCenter
        columns: root.narrow ? 2 : 4
        columnSpacing: Theme.space12
        rowSpacing: Theme.space8

        StatusMark {
            status: root.status
        }
        ColumnLayout {
            Layout.fillWidth: true
            spacing: 0

            Label {
                Layout.fillWidth: true
                role: Label.Strong
                text: root.title
                elide: Text.ElideRight
                Accessible.ignored: true

                TapHandler {
                    onTapped: root.openRequested()
                }
            }
            Label {
                Layout.fillWidth: true
                visible: root.sentence !== ""
                role: Label.Small
                tone: Label.Secondary
                text: root.sentence
                wrapMode: Text.Wrap
                Accessible.ignored: true
            }
        }
        Item {
            visible: root.narrow
            implicitWidth: 1
            implicitHeight: 1
        }
        RowLayout {
            Layout.columnSpan: root.narrow ? 1 : 2
            spacing: Theme.space16

            ColumnLayout {
                Layout.fillWidth: root.narrow
                visible: root.cost !== ""
                spacing: 0

                Label {
                    Layout.alignment: root.narrow ? Qt.AlignLeft : Qt.AlignRight
                    role: Label.Tiny
                    tone: Label.Secondary
                    text: root.costCaption
                    Accessible.ignored: true
                }
                Label {
                    Layout.alignment: root.narrow ? Qt.AlignLeft : Qt.AlignRight
                    role: Label.SmallStrong
                    text: root.cost
                    Accessible.ignored: true
                }
            }
            Button {
                visible: root.actionText !== ""
                small: true
                text: root.actionText
                //: %1 an action, %2 the device it is for; read by a screen reader.
                accessibleName: qsTr("%1: %2").arg(root.actionText).arg(root.title)
                onClicked: root.actionRequested()
            }
        }
    }
    Divider {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        visible: root.lineBelow
    }
}
