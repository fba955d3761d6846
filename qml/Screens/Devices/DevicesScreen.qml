// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Outpost.App
import Outpost.Components
import Outpost.Controls
import Outpost.Theme

// Every device: filter by state, search, sort, open one, collect from several.
Item {
    id: root

    required property DevicesViewModel model
    required property WizardRows unfinished

    signal navigate(string target, string argument)
    signal forgetRequested(string deviceId)

    // Columns that give way when the window is narrow, the least needed first.
    readonly property real room: table.width / Math.max(Theme.scale, 1)
    readonly property bool showsPlace: root.room >= 560
    readonly property bool showsSeen: root.room >= 660
    readonly property bool showsChange: root.room >= 800
    readonly property bool showsProblem: root.room >= 940
    readonly property int markWidth: 44 * Theme.scale
    readonly property int moneyWidth: 110 * Theme.scale
    readonly property int seenWidth: 120 * Theme.scale
    readonly property int changeWidth: 108 * Theme.scale

    function sortOf(column: int): int {
        if (root.model.sort !== column)
            return TableHeaderCell.None;
        return root.model.descending ? TableHeaderCell.Descending : TableHeaderCell.Ascending;
    }

    UnfinishedCard {
        id: begun

        anchors.top: parent.top
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.margins: Theme.contentPadding
        visible: root.unfinished.count > 0 && states.visible
        unfinished: root.unfinished
        onResumeRequested: deviceId => root.navigate("wizard", deviceId)
        onForgetRequested: deviceId => root.forgetRequested(deviceId)
    }
    ScreenStates {
        id: states

        anchors.fill: parent
        anchors.topMargin: begun.visible ? begun.height + Theme.contentPadding : 0
        model: root.model
        onActionRequested: root.navigate("wizard", "")
    }
    ColumnLayout {
        anchors.top: parent.top
        anchors.bottom: parent.bottom
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.margins: Theme.contentPadding
        width: Math.min(parent.width - 2 * Theme.contentPadding, Theme.contentMaximum)
        visible: root.model.phase === ScreenViewModel.Ready
        spacing: Theme.gap

        PageHeader {
            Layout.fillWidth: true
            title: qsTr("Devices")
            note: root.model.total

            Button {
                text: qsTr("Add a device")
                kind: Button.Primary
                onClicked: root.navigate("wizard", "")
            }
        }
        StaleNotice {
            Layout.fillWidth: true
            visible: root.model.staleText !== ""
            text: root.model.staleText
            actionText: qsTr("Try again")
            onActionRequested: root.model.refresh()
        }
        UnfinishedCard {
            Layout.fillWidth: true
            unfinished: root.unfinished
            onResumeRequested: deviceId => root.navigate("wizard", deviceId)
            onForgetRequested: deviceId => root.forgetRequested(deviceId)
        }
        Flow {
            Layout.fillWidth: true
            spacing: Theme.space8

            FilterChip {
                text: qsTr("All")
                count: root.model.total
                selected: root.model.status === -1
                onClicked: root.model.status = -1
            }
            FilterChip {
                text: qsTr("Working")
                count: root.model.working
                hasMark: true
                status: StatusMark.Working
                selected: root.model.status === 0
                onClicked: root.model.status = 0
            }
            FilterChip {
                text: qsTr("Check")
                count: root.model.check
                hasMark: true
                status: StatusMark.Check
                selected: root.model.status === 1
                onClicked: root.model.status = 1
            }
            FilterChip {
                text: qsTr("Offline")
                count: root.model.offline
                hasMark: true
                status: StatusMark.Offline
                selected: root.model.status === 2
                onClicked: root.model.status = 2
            }
            FilterChip {
                text: qsTr("Not set up")
                count: root.model.notSetUp
                hasMark: true
                status: StatusMark.NotSetUp
                selected: root.model.status === 3
                onClicked: root.model.status = 3
            }
            SearchField {
                width: Math.min(280 * Theme.scale, root.width - 2 * Theme.contentPadding)
                placeholder: qsTr("Name, place or note")
                onEdited: text => root.model.text = text
            }
        }
        Card {
            Layout.fillWidth: true
            Layout.fillHeight: true
            padding: Theme.borderWidth

            ColumnLayout {
                id: table

                anchors.fill: parent
                spacing: 0

                RowLayout {
                    Layout.fillWidth: true
                    spacing: 0

                    Item {
                        Layout.preferredWidth: root.markWidth
                    }
                    TableHeaderCell {
                        Layout.fillWidth: true
                        Layout.preferredWidth: 250
                        text: qsTr("Device")
                        sort: root.sortOf(0)
                        onClicked: root.model.sortBy(0)
                    }
                    TableHeaderCell {
                        Layout.fillWidth: true
                        Layout.preferredWidth: 120
                        visible: root.showsPlace
                        text: qsTr("Place")
                        sortable: false
                    }
                    TableHeaderCell {
                        Layout.preferredWidth: root.seenWidth
                        visible: root.showsSeen
                        text: qsTr("Last seen")
                        sort: root.sortOf(2)
                        onClicked: root.model.sortBy(2)
                    }
                    TableHeaderCell {
                        Layout.preferredWidth: root.moneyWidth
                        text: qsTr("Ready to collect")
                        alignRight: true
                        sort: root.sortOf(3)
                        onClicked: root.model.sortBy(3)
                    }
                    TableHeaderCell {
                        Layout.preferredWidth: root.moneyWidth
                        text: qsTr("This month")
                        alignRight: true
                        sort: root.sortOf(4)
                        onClicked: root.model.sortBy(4)
                    }
                    TableHeaderCell {
                        Layout.preferredWidth: root.changeWidth
                        visible: root.showsChange
                        text: qsTr("Change")
                        alignRight: true
                        sortable: false
                    }
                    TableHeaderCell {
                        Layout.fillWidth: true
                        Layout.preferredWidth: 190
                        visible: root.showsProblem
                        text: qsTr("Problem")
                        sort: root.sortOf(1)
                        onClicked: root.model.sortBy(1)
                    }
                }
                Divider {
                    Layout.fillWidth: true
                }
                ListView {
                    id: list

                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    model: root.model.devices
                    clip: true
                    reuseItems: true
                    boundsBehavior: Flickable.StopAtBounds
                    keyNavigationEnabled: true
                    activeFocusOnTab: true
                    currentIndex: -1
                    Accessible.role: Accessible.Table
                    Accessible.name: qsTr("Devices")
                    onActiveFocusChanged: if (activeFocus && currentIndex < 0)
                        currentIndex = 0

                    T.ScrollBar.vertical: ScrollBar {}

                    delegate: TableRow {
                        id: line

                        required property int index
                        required property string key
                        required property string name
                        required property int status
                        required property string place
                        required property string lastSeen
                        required property string ready
                        required property string month
                        required property string change
                        required property bool falls
                        required property string problem
                        required property string payout

                        readonly property bool chosen: root.model.selection.includes(line.key)

                        width: ListView.view.width
                        accessibleName: line.problem === "" ? line.name : line.name + ", " + line.problem
                        selected: line.chosen
                        current: ListView.isCurrentItem && ListView.view.activeFocus
                        leftPadding: 0
                        rightPadding: 0
                        onClicked: root.navigate("device", line.key)

                        contentItem: RowLayout {
                            spacing: 0

                            Item {
                                Layout.preferredWidth: root.markWidth
                                Layout.fillHeight: true

                                CheckBox {
                                    anchors.centerIn: parent
                                    checked: line.chosen
                                    //: %1 the name of a device.
                                    accessibleName: qsTr("Select %1").arg(line.name)
                                    onToggled: root.model.select(line.key, checked)
                                }
                            }
                            RowLayout {
                                Layout.fillWidth: true
                                Layout.preferredWidth: 250
                                spacing: 0

                                StatusMark {
                                    Layout.leftMargin: Theme.space12
                                    status: line.status
                                }
                                TableCell {
                                    Layout.fillWidth: true
                                    leftPadding: Theme.space8
                                    value: line.name
                                    strong: true
                                }
                            }
                            TableCell {
                                Layout.fillWidth: true
                                Layout.preferredWidth: 120
                                visible: root.showsPlace
                                value: line.place
                                unknownReason: qsTr("Its place was never set")
                            }
                            TableCell {
                                Layout.preferredWidth: root.seenWidth
                                visible: root.showsSeen
                                value: line.lastSeen
                                unknownReason: qsTr("Never seen so far")
                                tone: Label.Secondary
                            }
                            TableCell {
                                Layout.preferredWidth: root.moneyWidth
                                value: line.ready
                                unknownReason: line.payout !== "" ? line.payout : qsTr("It does not earn yet")
                                alignRight: true
                            }
                            TableCell {
                                Layout.preferredWidth: root.moneyWidth
                                value: line.month
                                unknownReason: qsTr("It does not earn yet")
                                strong: true
                                alignRight: true
                            }
                            TableCell {
                                Layout.preferredWidth: root.changeWidth
                                visible: root.showsChange
                                value: line.change
                                unknownReason: qsTr("Nothing to compare with in the month before")
                                tone: line.falls ? Label.Bad : Label.Secondary
                                alignRight: true
                            }
                            TableCell {
                                Layout.fillWidth: true
                                Layout.preferredWidth: 190
                                visible: root.showsProblem
                                value: line.problem === "" ? " " : line.problem
                                tone: Label.Secondary
                                wrapMode: Text.Wrap
                                maximumLineCount: 2
                            }
                        }
                    }
                }
            }
            EmptyState {
                anchors.centerIn: parent
                visible: root.model.nothingFound
                title: qsTr("No device matches")
                sentence: qsTr("Look for fewer words, or show all states.")
                actionText: qsTr("Show all states")
                onActionRequested: root.model.status = -1
            }
        }
    }
    BulkBar {
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.contentPadding + Theme.space16
        visible: root.model.selectedCount > 0
        text: qsTr("%n selected", "", root.model.selectedCount)
        onClearRequested: root.model.clearSelection()

        InverseButton {
            text: qsTr("Collect")
            enabled: !root.model.watchOnly
            onClicked: root.navigate("collect", root.model.selection.join(" "))
        }
    }
}
