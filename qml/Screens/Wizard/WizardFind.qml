// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Outpost.Theme
import Outpost.Controls
import Outpost.Components
import Outpost.App

// Find it: the radio, what it sees, and what was left unfinished.
ScrollArea {
    id: root

    required property WizardViewModel model

    ColumnLayout {
        width: root.availableWidth
        spacing: Theme.space16

        ColumnLayout {
            Layout.fillWidth: true
            Layout.margins: Theme.space20
            Layout.bottomMargin: 0
            spacing: Theme.space4

            RowLayout {
                Layout.fillWidth: true
                spacing: Theme.space12

                Label {
                    Layout.fillWidth: true
                    role: Label.Strong
                    text: qsTr("Devices beside this computer")
                    Accessible.role: Accessible.Heading
                }
                Spinner {
                    visible: root.model.scanning
                    running: root.model.scanning
                    size: Theme.iconSize
                    //: What a turning sign means.
                    accessibleName: qsTr("Looking for devices")
                }
                Button {
                    small: true
                    iconName: "refresh"
                    visible: !root.model.scanning
                    text: qsTr("Look again")
                    onClicked: root.model.scan()
                }
            }
            Label {
                Layout.fillWidth: true
                role: Label.Small
                tone: Label.Secondary
                text: qsTr("Plug the device in and press its button, so that it can be found. Stay within a few metres.")
                wrapMode: Text.Wrap
            }
        }
        Banner {
            Layout.fillWidth: true
            Layout.leftMargin: Theme.space20
            Layout.rightMargin: Theme.space20
            visible: root.model.radioTitle !== ""
            kind: Banner.Warn
            text: root.model.radioTitle
            detail: root.model.radioSentence
            actionText: qsTr("Look again")
            onActionRequested: root.model.scan()
        }
        WizardNotice {
            Layout.fillWidth: true
            Layout.leftMargin: Theme.space20
            Layout.rightMargin: Theme.space20
            visible: root.model.problem !== "" || root.model.busy
            model: root.model
        }
        ColumnLayout {
            Layout.fillWidth: true
            spacing: 0

            Divider {
                Layout.fillWidth: true
                visible: found.count > 0
            }
            Repeater {
                id: found

                model: root.model.nearby

                delegate: TableRow {
                    id: row

                    required property string linkId
                    required property string name
                    required property string note
                    required property string strength
                    required property string problem
                    required property bool busy

                    Layout.fillWidth: true
                    implicitHeight: Math.max(Math.round(60 * Theme.scale), implicitContentHeight + topPadding + bottomPadding)
                    leftPadding: Theme.space20
                    rightPadding: Theme.space20
                    enabled: !root.model.busy
                    //: A device that was found; %1 its name, %2 its kind, %3 how strong its signal is.
                    accessibleName: qsTr("%1, %2, signal %3").arg(row.name).arg(row.note).arg(row.strength)
                    onClicked: root.model.choose(row.linkId)

                    contentItem: RowLayout {
                        spacing: Theme.space12

                        Icon {
                            name: "bluetooth"
                            color: Theme.color.second
                        }
                        ColumnLayout {
                            Layout.fillWidth: true
                            spacing: 0

                            Label {
                                Layout.fillWidth: true
                                role: Label.Medium
                                text: row.name
                                wrapMode: Text.Wrap
                            }
                            Label {
                                Layout.fillWidth: true
                                role: Label.Small
                                tone: row.problem !== "" ? Label.Bad : Label.Secondary
                                text: row.problem !== "" ? row.problem : row.note
                                elide: Text.ElideRight
                            }
                        }
                        Label {
                            role: Label.Small
                            tone: Label.Secondary
                            text: row.strength
                        }
                        Spinner {
                            visible: row.busy
                            running: row.busy
                            size: Theme.iconSize
                        }
                        Icon {
                            visible: !row.busy
                            name: "chevron-right"
                            color: Theme.color.second
                        }
                    }
                }
            }
        }
        EmptyState {
            Layout.fillWidth: true
            visible: found.count === 0 && root.model.radioTitle === ""
            iconName: "bluetooth"
            title: root.model.scanning ? qsTr("Looking for devices") : qsTr("No device found")
            sentence: root.model.scanning ? qsTr("This usually takes a few seconds.") : qsTr("Most devices can be found for five minutes after their button was pressed.")
        }
        ColumnLayout {
            Layout.fillWidth: true
            Layout.bottomMargin: Theme.space16
            visible: left.count > 0
            spacing: 0

            Label {
                Layout.leftMargin: Theme.space20
                Layout.bottomMargin: Theme.space8
                role: Label.Strong
                text: qsTr("Not finished")
                Accessible.role: Accessible.Heading
            }
            Divider {
                Layout.fillWidth: true
            }
            Repeater {
                id: left

                model: root.model.unfinished

                delegate: RowLayout {
                    id: item

                    required property string deviceId
                    required property string name
                    required property string note

                    Layout.fillWidth: true
                    Layout.leftMargin: Theme.space20
                    Layout.rightMargin: Theme.space20
                    Layout.topMargin: Theme.space8
                    spacing: Theme.space12

                    ColumnLayout {
                        Layout.fillWidth: true
                        spacing: 0

                        Label {
                            Layout.fillWidth: true
                            role: Label.Medium
                            text: item.name
                            elide: Text.ElideRight
                        }
                        Label {
                            Layout.fillWidth: true
                            role: Label.Small
                            tone: Label.Secondary
                            text: item.note
                            elide: Text.ElideRight
                        }
                    }
                    Button {
                        small: true
                        text: qsTr("Continue")
                        //: %1 is a device's name.
                        accessibleName: qsTr("Continue with %1").arg(item.name)
                        enabled: !root.model.busy
                        onClicked: root.model.resumeDevice(item.deviceId)
                    }
                    IconButton {
                        small: true
                        iconName: "close"
                        //: %1 is a device's name.
                        text: qsTr("Forget what was begun with %1").arg(item.name)
                        onClicked: root.model.forgetUnfinished(item.deviceId)
                    }
                }
            }
        }
    }
}
