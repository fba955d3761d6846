// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Outpost.App
import Outpost.Controls
import Outpost.Theme

// Devices whose setting up was left before its end: go on with them, or forget what was begun. Nothing without any.
Card {
    id: root

    required property WizardRows unfinished

    signal resumeRequested(string deviceId)
    signal forgetRequested(string deviceId)

    visible: root.unfinished.count > 0
    title: qsTr("Not finished")
    badge: root.unfinished.count.toLocaleString(Qt.locale(), "f", 0)
    padding: Theme.borderWidth

    ColumnLayout {
        anchors.left: parent.left
        anchors.right: parent.right
        spacing: 0

        Repeater {
            model: root.unfinished

            delegate: Item {
                id: item

                required property int index
                required property string deviceId
                required property string name
                required property string note

                Layout.fillWidth: true
                implicitHeight: row.implicitHeight + 2 * Theme.space8

                Accessible.role: Accessible.ListItem
                Accessible.name: item.name
                Accessible.description: item.note

                RowLayout {
                    id: row

                    anchors.left: parent.left
                    anchors.right: parent.right
                    anchors.leftMargin: Theme.space20
                    anchors.rightMargin: Theme.space16
                    anchors.verticalCenter: parent.verticalCenter
                    spacing: Theme.space12

                    StatusMark {
                        status: StatusMark.NotSetUp
                    }
                    ColumnLayout {
                        Layout.fillWidth: true
                        spacing: 0

                        Label {
                            Layout.fillWidth: true
                            role: Label.Strong
                            text: item.name
                            elide: Text.ElideRight
                        }
                        Label {
                            Layout.fillWidth: true
                            role: Label.Small
                            tone: Label.Secondary
                            text: item.note
                            wrapMode: Text.Wrap
                        }
                    }
                    Button {
                        small: true
                        text: qsTr("Continue")
                        //: %1 is a device's name.
                        accessibleName: qsTr("Continue with %1").arg(item.name)
                        onClicked: root.resumeRequested(item.deviceId)
                    }
                    IconButton {
                        small: true
                        iconName: "close"
                        //: %1 is a device's name.
                        text: qsTr("Forget what was begun with %1").arg(item.name)
                        onClicked: root.forgetRequested(item.deviceId)
                    }
                }
                Divider {
                    anchors.left: parent.left
                    anchors.right: parent.right
                    anchors.bottom: parent.bottom
                    visible: item.index < root.unfinished.count - 1
                }
            }
        }
    }
}
