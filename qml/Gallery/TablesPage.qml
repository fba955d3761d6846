// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Outpost.Theme
import Outpost.Controls

ColumnLayout {
    id: root

    spacing: Theme.gap

    Card {
        Layout.fillWidth: true
        padding: Theme.borderWidth

        ColumnLayout {
            anchors.left: parent.left
            anchors.right: parent.right
            spacing: 0

            RowLayout {
                spacing: 0

                TableHeaderCell {
                    Layout.preferredWidth: 220 * Theme.scale
                    text: "Device"
                    sort: TableHeaderCell.Ascending
                }
                TableHeaderCell {
                    Layout.fillWidth: true
                    text: "Site"
                }
                TableHeaderCell {
                    Layout.preferredWidth: 120 * Theme.scale
                    text: "Ready to collect"
                    alignRight: true
                }
                TableHeaderCell {
                    Layout.preferredWidth: 120 * Theme.scale
                    text: "This month"
                    alignRight: true
                    sort: TableHeaderCell.Descending
                }
            }
            Divider {
                Layout.fillWidth: true
            }
            Repeater {
                model: ListModel {
                    ListElement {
                        name: "Amber Swift Finch"
                        site: "Amsterdam West"
                        ready: "€0.20"
                        month: "€3.00"
                    }
                    ListElement {
                        name: "Dapper Rust Stork"
                        site: "Utrecht"
                        ready: "€1.31"
                        month: "€8.10"
                    }
                    ListElement {
                        name: "Icy Brick Gull"
                        site: ""
                        ready: "€0.56"
                        month: ""
                    }
                }

                delegate: TableRow {
                    id: line

                    required property int index
                    required property string name
                    required property string site
                    required property string ready
                    required property string month

                    Layout.fillWidth: true
                    accessibleName: line.name
                    selected: line.index === 1
                    lineBelow: line.index < 2
                    leftPadding: 0
                    rightPadding: 0

                    contentItem: RowLayout {
                        spacing: 0

                        RowLayout {
                            Layout.fillWidth: false
                            Layout.preferredWidth: 220 * Theme.scale
                            spacing: 0

                            StatusMark {
                                Layout.leftMargin: Theme.space12
                                status: line.index
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
                            value: line.site
                            unknownReason: "No place was set"
                        }
                        TableCell {
                            Layout.preferredWidth: 120 * Theme.scale
                            value: line.ready
                            alignRight: true
                        }
                        TableCell {
                            Layout.preferredWidth: 120 * Theme.scale
                            value: line.month
                            unknownReason: "Registered, not yet powered"
                            strong: true
                            alignRight: true
                        }
                    }
                }
            }
        }
    }
    Card {
        Layout.fillWidth: true
        title: "KeyValueRow"

        ColumnLayout {
            anchors.left: parent.left
            anchors.right: parent.right
            spacing: Theme.space12

            KeyValueRow {
                Layout.fillWidth: true
                key: "Declared"
                value: "52.3702, 4.8832"
            }
            KeyValueRow {
                Layout.fillWidth: true
                key: "Antenna"
                value: ""
                unknownReason: "This device does not say"
            }
            KeyValueRow {
                Layout.fillWidth: true
                key: "Pays to"
                value: "7xKXtg2CW87d97TXJSDpbD5jBkheTqA83TZRuJosgAsU"
                copyable: true
            }
            KeyValueRow {
                Layout.fillWidth: true
                key: "Reward account, one-time"
                value: "€0.30 · 0.00203 SOL"
                strong: true
            }
        }
    }
}
