// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Outpost.Theme

// A surface with a border. With a title it draws its own header; aside holds what stands at the right end of that header.
T.Pane {
    id: root

    property string title: ""
    property string note: ""
    // A count beside the title.
    property string badge: ""
    property bool outlined: true
    // An outline that asks for attention, as around the likely cause of a fault.
    property int tone: Chip.Neutral
    property alias aside: asideSlot.data

    // A card without side padding holds a list: its header gets room of its own and a line below.
    readonly property bool list: root.leftPadding <= Theme.borderWidth
    readonly property int headerSide: root.list ? Theme.space20 : root.leftPadding
    readonly property int headerTop: root.list ? Theme.space16 : root.verticalPadding
    // A card that draws its title itself turns the header off and keeps the name for a screen reader.
    property bool headerVisible: true
    readonly property bool hasHeader: root.headerVisible && (root.title !== "" || root.note !== "" || asideSlot.children.length > 0)

    implicitWidth: Math.max(root.implicitContentWidth + root.leftPadding + root.rightPadding, root.hasHeader ? header.implicitWidth + 2 * root.headerSide : 0)
    implicitHeight: root.implicitContentHeight + root.topPadding + root.bottomPadding
    padding: Theme.space20
    topPadding: root.hasHeader ? root.headerTop + header.implicitHeight + (root.list ? Theme.space12 + line.height : Theme.space8) : root.verticalPadding

    Accessible.role: Accessible.Grouping
    Accessible.name: root.title

    background: Rectangle {
        radius: Theme.radiusCard
        color: Theme.color.surface
        border.width: root.outlined ? Theme.borderWidth : 0
        border.color: root.tone === Chip.Warn ? Theme.color.warn : root.tone === Chip.Bad ? Theme.color.bad : root.tone === Chip.Good ? Theme.color.accent : root.tone === Chip.Info ? Theme.color.info : Theme.color.border

        RowLayout {
            id: header

            x: root.headerSide
            y: root.headerTop
            width: parent.width - 2 * root.headerSide
            visible: root.hasHeader
            spacing: Theme.space12

            // The title has the first claim on the width; the remark beside it gives way.
            Label {
                Layout.fillWidth: true
                Layout.minimumWidth: Math.min(Math.ceil(implicitWidth), header.width * 0.7)
                Layout.maximumWidth: Math.ceil(implicitWidth)
                role: Label.Strong
                text: root.title
                elide: Text.ElideRight
                Accessible.role: Accessible.Heading
            }
            Badge {
                visible: root.badge !== ""
                text: root.badge
            }
            Item {
                Layout.fillWidth: true
                visible: root.note === ""
            }
            Label {
                Layout.fillWidth: true
                visible: root.note !== ""
                horizontalAlignment: Text.AlignRight
                role: Label.Tiny
                tone: Label.Secondary
                text: root.note
                elide: Text.ElideRight
            }
            RowLayout {
                id: asideSlot

                spacing: Theme.space8
                visible: children.length > 0
            }
        }
        Divider {
            id: line

            x: root.leftPadding
            y: root.topPadding - height
            width: parent.width - root.leftPadding - root.rightPadding
            visible: root.list && root.hasHeader
        }
    }
}
