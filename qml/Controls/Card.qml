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
    property bool outlined: true
    // An outline that asks for attention, as around the likely cause of a fault.
    property int tone: Chip.Neutral
    property alias aside: asideSlot.data

    // A card that draws its title itself turns the header off and keeps the name for a screen reader.
    property bool headerVisible: true
    readonly property bool hasHeader: root.headerVisible && (root.title !== "" || root.note !== "" || asideSlot.children.length > 0)

    implicitWidth: Math.max(root.implicitContentWidth, header.implicitWidth) + root.leftPadding + root.rightPadding
    implicitHeight: root.implicitContentHeight + root.topPadding + root.bottomPadding
    padding: Theme.space20
    topPadding: root.hasHeader ? root.verticalPadding + header.implicitHeight + Theme.space8 : root.verticalPadding

    Accessible.role: Accessible.Grouping
    Accessible.name: root.title

    background: Rectangle {
        radius: Theme.radiusCard
        color: Theme.color.surface
        border.width: root.outlined ? Theme.borderWidth : 0
        border.color: root.tone === Chip.Warn ? Theme.color.warn : root.tone === Chip.Bad ? Theme.color.bad : root.tone === Chip.Good ? Theme.color.accent : root.tone === Chip.Info ? Theme.color.info : Theme.color.border

        RowLayout {
            id: header

            x: root.leftPadding
            y: root.verticalPadding
            width: parent.width - root.leftPadding - root.rightPadding
            visible: root.hasHeader
            spacing: Theme.space12

            Label {
                Layout.fillWidth: true
                role: Label.Strong
                text: root.title
                elide: Text.ElideRight
                Accessible.role: Accessible.Heading
            }
            Label {
                visible: root.note !== ""
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
    }
}
