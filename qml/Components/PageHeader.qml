// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Outpost.Theme
import Outpost.Controls

// The head of a screen: its name, a remark beside it, a line below, and its actions at the right.
Item {
    id: root

    required property string title
    property string note: ""
    property string subtitle: ""
    default property alias actions: slot.data
    property alias beside: besideSlot.data

    readonly property bool narrow: root.width < names.implicitWidth + slot.implicitWidth + Theme.space24 && root.width > 0

    implicitWidth: names.implicitWidth + slot.implicitWidth + Theme.space24
    implicitHeight: grid.implicitHeight

    GridLayout {
        id: grid

        width: parent.width
        columns: root.narrow ? 1 : 2
        columnSpacing: Theme.space24
        rowSpacing: Theme.space8

        ColumnLayout {
            id: names

            Layout.fillWidth: true
            spacing: 0

            RowLayout {
                spacing: Theme.space12

                Label {
                    role: Label.Title
                    Layout.fillWidth: true
                    Layout.maximumWidth: Math.ceil(implicitWidth)
                    text: root.title
                    elide: Text.ElideRight
                    Accessible.role: Accessible.Heading
                }
                Label {
                    visible: root.note !== ""
                    role: Label.Small
                    tone: Label.Secondary
                    text: root.note
                }
                RowLayout {
                    id: besideSlot

                    spacing: Theme.space8
                }
                Item {
                    Layout.fillWidth: true
                }
            }
            Label {
                Layout.fillWidth: true
                visible: root.subtitle !== ""
                role: Label.Small
                tone: Label.Secondary
                text: root.subtitle
                elide: Text.ElideRight
            }
        }
        RowLayout {
            id: slot

            spacing: Theme.space12
            visible: children.length > 0
        }
    }
}
