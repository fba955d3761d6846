// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Dialogs
import QtQuick.Layouts
import Outpost.App
import Outpost.Components
import Outpost.Controls
import Outpost.Theme

// What came in: the chart, the same as a table by day and by device, what waits, and the export.
Item {
    id: root

    required property EarningsViewModel model
    property bool byDevice: false

    signal navigate(string target, string argument)

    readonly property bool wide: root.width >= 860 * Theme.scale

    ScreenStates {
        anchors.fill: parent
        model: root.model
        onActionRequested: root.navigate("wizard", "")
    }
    ScrollArea {
        anchors.fill: parent
        visible: root.model.phase === ScreenViewModel.Ready
        accessibleName: qsTr("Earnings")

        Item {
            width: parent.width
            implicitHeight: column.implicitHeight + 2 * Theme.contentPadding

            ColumnLayout {
                id: column

                x: Math.max(Theme.contentPadding, Math.round((parent.width - width) / 2))
                y: Theme.contentPadding
                width: Math.min(parent.width - 2 * Theme.contentPadding, Theme.contentMaximum)
                spacing: Theme.gap

                PageHeader {
                    Layout.fillWidth: true
                    title: qsTr("Earnings")

                    FilterChip {
                        text: qsTr("30 days")
                        selected: root.model.period === 30
                        onClicked: root.model.period = 30
                    }
                    FilterChip {
                        text: qsTr("Year")
                        selected: root.model.period === 365
                        onClicked: root.model.period = 365
                    }
                    FilterChip {
                        text: qsTr("All")
                        selected: root.model.period === 0
                        onClicked: root.model.period = 0
                    }
                    Button {
                        text: qsTr("Export…")
                        onClicked: file.open()
                    }
                }
                StaleNotice {
                    Layout.fillWidth: true
                    visible: root.model.staleText !== ""
                    text: root.model.staleText
                    actionText: qsTr("Try again")
                    onActionRequested: root.model.refresh()
                }
                Banner {
                    Layout.fillWidth: true
                    visible: root.model.exportText !== ""
                    kind: root.model.exportFailed ? Banner.Bad : Banner.Good
                    text: root.model.exportText
                }
                GridLayout {
                    Layout.fillWidth: true
                    columns: root.wide ? 2 : 1
                    columnSpacing: Theme.gap
                    rowSpacing: Theme.gap

                    Card {
                        Layout.fillWidth: true
                        Layout.fillHeight: true
                        Layout.preferredWidth: 680
                        title: qsTr("Earned")
                        note: root.model.totalNote

                        ColumnLayout {
                            anchors.left: parent.left
                            anchors.right: parent.right
                            spacing: Theme.space12

                            MoneyText {
                                role: Label.MoneyLarge
                                amount: root.model.total
                                unknownReason: root.model.totalUnknown
                                accessibleName: qsTr("Earned")
                            }
                            BarChart {
                                Layout.fillWidth: true
                                Layout.preferredHeight: 180
                                values: root.model.bars
                                labels: root.model.barLabels
                                firstLabel: root.model.firstLabel
                                lastLabel: root.model.lastLabel
                                summary: root.model.summary
                                highlightFrom: 0
                            }
                        }
                    }
                    StatCard {
                        Layout.fillWidth: true
                        Layout.preferredWidth: 328
                        Layout.alignment: Qt.AlignTop
                        title: qsTr("Ready to collect")
                        note: root.model.readyNote
                        amount: root.model.readyAmount
                        unknownReason: root.model.readyUnknown
                        sentence: root.model.canCollect ? qsTr("You see the cost before anything is sent.") : root.model.watchOnly ? qsTr("This wallet is only watched; its owner collects.") : qsTr("Nothing is waiting.")
                        actionText: qsTr("Collect…")
                        actionEnabled: root.model.canCollect
                        onActionRequested: root.navigate("collect", "")
                    }
                }
                Card {
                    Layout.fillWidth: true
                    padding: Theme.borderWidth

                    ColumnLayout {
                        anchors.left: parent.left
                        anchors.right: parent.right
                        spacing: 0

                        TabBar {
                            Layout.fillWidth: true
                            Layout.leftMargin: Theme.space8
                            accessibleName: qsTr("Table by")
                            currentIndex: root.byDevice ? 1 : 0
                            onCurrentIndexChanged: root.byDevice = currentIndex === 1

                            TabButton {
                                text: qsTr("By day")
                            }
                            TabButton {
                                text: qsTr("By device")
                            }
                        }
                        Repeater {
                            model: root.byDevice ? null : root.model.days

                            delegate: TableRow {
                                id: dayRow

                                required property string key
                                required property string day
                                required property string amount
                                required property string tokens
                                required property string note

                                Layout.fillWidth: true
                                focusPolicy: Qt.NoFocus
                                accessibleName: dayRow.day + ", " + dayRow.amount

                                contentItem: RowLayout {
                                    spacing: 0

                                    TableCell {
                                        Layout.preferredWidth: 140 * Theme.scale
                                        value: dayRow.day
                                    }
                                    TableCell {
                                        Layout.fillWidth: true
                                        value: dayRow.note === "" ? " " : dayRow.note
                                        tone: Label.Secondary
                                    }
                                    TableCell {
                                        Layout.fillWidth: true
                                        value: dayRow.tokens
                                        unknownReason: qsTr("Nothing came in")
                                        tone: Label.Secondary
                                        alignRight: true
                                    }
                                    TableCell {
                                        Layout.preferredWidth: 110 * Theme.scale
                                        value: dayRow.amount
                                        unknownReason: qsTr("No price is known")
                                        strong: true
                                        alignRight: true
                                    }
                                }
                            }
                        }
                        Repeater {
                            model: root.byDevice ? root.model.devices : null

                            delegate: TableRow {
                                id: deviceRow

                                required property string key
                                required property string name
                                required property string amount
                                required property string tokens
                                required property string ready
                                required property int status
                                required property string payout

                                Layout.fillWidth: true
                                accessibleName: deviceRow.name + ", " + deviceRow.amount
                                onClicked: root.navigate("device", deviceRow.key)

                                contentItem: RowLayout {
                                    spacing: 0

                                    StatusMark {
                                        Layout.leftMargin: Theme.space12
                                        status: deviceRow.status
                                    }
                                    TableCell {
                                        Layout.fillWidth: true
                                        leftPadding: Theme.space8
                                        value: deviceRow.name
                                        strong: true
                                    }
                                    TableCell {
                                        Layout.fillWidth: true
                                        value: deviceRow.tokens
                                        unknownReason: qsTr("Nothing came in")
                                        tone: Label.Secondary
                                        alignRight: true
                                    }
                                    TableCell {
                                        Layout.preferredWidth: 150 * Theme.scale
                                        //: %1 an amount of money that waits.
                                        value: deviceRow.ready === "" ? deviceRow.payout : qsTr("%1 ready").arg(deviceRow.ready)
                                        unknownReason: qsTr("Nothing is waiting")
                                        tone: Label.Secondary
                                        alignRight: true
                                    }
                                    TableCell {
                                        Layout.preferredWidth: 110 * Theme.scale
                                        value: deviceRow.amount
                                        unknownReason: qsTr("Nothing came in")
                                        strong: true
                                        alignRight: true
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
    FileDialog {
        id: file

        title: qsTr("Export earnings")
        fileMode: FileDialog.SaveFile
        defaultSuffix: "csv"
        nameFilters: [qsTr("Table (*.csv)")]
        onAccepted: root.model.exportCsv(selectedFile)
    }
}
