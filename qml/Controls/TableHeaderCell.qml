// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Outpost.Theme

// The head of one column; pressing it sorts.
T.Button {
    id: root

    enum Sort {
        None,
        Ascending,
        Descending
    }

    property int sort: TableHeaderCell.None
    property bool sortable: true
    property bool alignRight: false

    implicitWidth: row.implicitWidth + root.leftPadding + root.rightPadding
    implicitHeight: Math.max(Theme.targetMinimum, row.implicitHeight + 12)
    leftPadding: Theme.space12
    rightPadding: Theme.space12
    hoverEnabled: root.sortable
    focusPolicy: root.sortable ? Qt.StrongFocus : Qt.NoFocus
    activeFocusOnTab: root.sortable

    Accessible.role: Accessible.ColumnHeader
    Accessible.name: root.text
    Accessible.description: {
        switch (root.sort) {
        case TableHeaderCell.Ascending:
            //: Said of a table column by a screen reader.
            return qsTr("sorted, smallest first");
        case TableHeaderCell.Descending:
            //: Said of a table column by a screen reader.
            return qsTr("sorted, largest first");
        default:
            return "";
        }
    }
    Accessible.onPressAction: root.click()

    Keys.onReturnPressed: root.click()

    contentItem: RowLayout {
        id: row

        spacing: Theme.space4
        layoutDirection: root.alignRight ? Qt.RightToLeft : Qt.LeftToRight

        Label {
            Layout.fillWidth: true
            Layout.maximumWidth: Math.ceil(implicitWidth)
            role: Label.TinyMedium
            tone: root.sort !== TableHeaderCell.None || root.hovered ? Label.Primary : Label.Secondary
            text: root.text
            wrapMode: Text.Wrap
            maximumLineCount: 2
            elide: Text.ElideRight
            horizontalAlignment: root.alignRight ? Text.AlignRight : Text.AlignLeft
            Accessible.ignored: true
        }
        Icon {
            visible: root.sort !== TableHeaderCell.None
            name: root.sort === TableHeaderCell.Ascending ? "sort-up" : "sort-down"
            color: Theme.color.text
            size: Math.round(12 * Math.min(Theme.scale, 1.6))
        }
        Item {
            Layout.fillWidth: true
        }
    }
    background: Item {
        FocusRing {
            anchors.margins: 2
            controlRadius: 2
            visible: root.visualFocus
        }
    }
}
