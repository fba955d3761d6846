// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Outpost.Theme

// Floats above a table while rows are selected. Put InverseButton inside.
Rectangle {
    id: root

    required property string text
    default property alias actions: slot.data

    signal clearRequested

    implicitWidth: row.implicitWidth + 26
    implicitHeight: row.implicitHeight + 4
    radius: Theme.radiusControl
    color: Theme.color.inverse

    Accessible.role: Accessible.ToolBar
    Accessible.name: root.text

    RowLayout {
        id: row

        anchors.centerIn: parent
        spacing: Theme.space8

        Label {
            Layout.leftMargin: Theme.space4
            Layout.rightMargin: Theme.space4
            role: Label.SmallStrong
            tone: Label.Inverse
            text: root.text
        }
        RowLayout {
            id: slot

            spacing: 0
        }
        InverseButton {
            iconName: "close"
            //: Button of the bar that shows how many rows are selected.
            accessibleName: qsTr("Clear the selection")
            onClicked: root.clearRequested()
        }
    }
}
