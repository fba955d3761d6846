// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Outpost.App
import Outpost.Components
import Outpost.Controls
import Outpost.Map
import Outpost.Theme

// Is it working, what did it bring this month, get the money out.
Item {
    id: root

    required property HomeViewModel model
    required property WizardRows unfinished
    property TileSource tiles: null

    signal navigate(string target, string argument)
    signal forgetRequested(string deviceId)

    readonly property bool wide: root.width >= 860 * Theme.scale

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
    ScrollArea {
        id: scroll

        anchors.fill: parent
        visible: root.model.phase === ScreenViewModel.Ready
        accessibleName: qsTr("Home")

        Item {
            width: parent.width
            implicitHeight: column.implicitHeight + 2 * Theme.contentPadding

            ColumnLayout {
                id: column

                x: Math.max(Theme.contentPadding, Math.round((parent.width - width) / 2))
                y: Theme.contentPadding
                width: Math.min(parent.width - 2 * Theme.contentPadding, Theme.contentMaximum)
                spacing: Theme.gap

                StaleNotice {
                    id: stale

                    Layout.fillWidth: true
                    visible: root.model.staleText !== ""
                    text: root.model.staleText
                    actionText: qsTr("Try again")
                    onActionRequested: root.model.refresh()
                }
                UnfinishedCard {
                    id: left

                    Layout.fillWidth: true
                    unfinished: root.unfinished
                    onResumeRequested: deviceId => root.navigate("wizard", deviceId)
                    onForgetRequested: deviceId => root.forgetRequested(deviceId)
                }
                GridLayout {
                    Layout.fillWidth: true
                    Layout.minimumHeight: scroll.height - 2 * Theme.contentPadding - (stale.visible ? stale.implicitHeight + Theme.gap : 0) - (left.visible ? left.implicitHeight + Theme.gap : 0)
                    columns: root.wide ? 2 : 1
                    columnSpacing: Theme.gap
                    rowSpacing: Theme.gap

                    // Side by side the two are of one height.
                    StatCard {
                        id: month

                        Layout.fillWidth: true
                        Layout.fillHeight: true
                        Layout.preferredWidth: 628
                        Layout.maximumHeight: (root.wide ? Math.max(month.implicitHeight, ready.implicitHeight) : month.implicitHeight) + 40
                        title: root.model.monthTitle
                        note: root.model.monthNote
                        large: true
                        amount: root.model.monthAmount
                        unknownReason: root.model.monthUnknown
                        stale: root.model.staleText !== ""
                        trendDirection: root.model.trend
                        trendChange: root.model.trendChange
                        trendComparison: root.model.trendText

                        BarChart {
                            anchors.fill: parent
                            values: root.model.bars
                            labels: root.model.barLabels
                            highlightFrom: root.model.barsFrom
                            summary: root.model.barsSummary
                        }
                    }
                    StatCard {
                        id: ready

                        Layout.fillWidth: true
                        Layout.fillHeight: true
                        Layout.preferredWidth: 380
                        Layout.maximumHeight: root.wide ? Math.max(month.implicitHeight, ready.implicitHeight) + 40 : ready.implicitHeight
                        title: qsTr("Ready to collect")
                        note: root.model.readyNote
                        amount: root.model.readyAmount
                        unknownReason: root.model.readyUnknown
                        stale: root.model.staleText !== ""
                        sentence: root.model.readySentence
                        //: Opens the review of what collecting brings and costs.
                        actionText: qsTr("Collect…")
                        actionEnabled: root.model.canCollect
                        onActionRequested: root.navigate("collect", "")
                    }
                    Card {
                        Layout.fillWidth: true
                        Layout.fillHeight: true
                        Layout.preferredWidth: 628
                        title: qsTr("Needs attention")
                        badge: root.model.attentionCount > 0 ? root.model.attentionCount.toLocaleString(Qt.locale(), "f", 0) : ""
                        padding: Theme.borderWidth
                        aside: LinkButton {
                            text: qsTr("All devices")
                            quiet: true
                            trailingIconName: "arrow-right"
                            onClicked: root.navigate("devices", "")
                        }

                        ColumnLayout {
                            anchors.left: parent.left
                            anchors.right: parent.right
                            spacing: 0

                            Label {
                                Layout.fillWidth: true
                                Layout.margins: Theme.space20
                                visible: root.model.attentionCount === 0
                                role: Label.Small
                                tone: Label.Secondary
                                text: root.model.staleText !== "" ? qsTr("Nothing needed you when it was last read.") : qsTr("All your devices work. Nothing needs you.")
                                wrapMode: Text.Wrap
                            }
                            Repeater {
                                model: root.model.attention

                                delegate: AttentionRow {
                                    id: trouble

                                    required property string key
                                    required sentence
                                    required status
                                    required cost
                                    required actionText

                                    Layout.fillWidth: true
                                    onActionRequested: root.navigate("device", trouble.key)
                                    onOpenRequested: root.navigate("device", trouble.key)
                                }
                            }
                            Label {
                                Layout.leftMargin: Theme.space20
                                Layout.topMargin: Theme.space16
                                Layout.bottomMargin: Theme.space4
                                role: Label.Strong
                                text: qsTr("Recent")
                                Accessible.role: Accessible.Heading
                            }
                            Label {
                                Layout.fillWidth: true
                                Layout.leftMargin: Theme.space20
                                Layout.rightMargin: Theme.space20
                                visible: recent.count === 0
                                role: Label.Small
                                tone: Label.Secondary
                                text: qsTr("Nothing yet. What you collect and register is told here.")
                                wrapMode: Text.Wrap
                            }
                            Repeater {
                                id: recent

                                model: root.model.activity

                                delegate: ActivityRow {
                                    id: event

                                    required property string key
                                    required property string subject
                                    required note
                                    required amount

                                    Layout.fillWidth: true
                                    onClicked: event.subject === "" ? root.navigate("wallet", "") : root.navigate("device", event.subject)
                                }
                            }
                            Item {
                                implicitHeight: Theme.space12
                            }
                        }
                    }
                    Card {
                        Layout.fillWidth: true
                        Layout.fillHeight: true
                        Layout.preferredWidth: 380
                        title: root.model.placesTitle
                        padding: Theme.space16
                        aside: LinkButton {
                            text: qsTr("Open map")
                            quiet: true
                            trailingIconName: "arrow-right"
                            onClicked: root.navigate("map", "")
                        }

                        ColumnLayout {
                            anchors.fill: parent
                            spacing: Theme.space12

                            DeviceMap {
                                Layout.fillWidth: true
                                Layout.fillHeight: true
                                Layout.minimumHeight: 200
                                Layout.maximumHeight: 360
                                markers: root.model.markers
                                tiles: root.tiles
                                interactive: false
                                showScale: false
                                rounded: true
                                accessibleName: root.model.placesTitle
                                onOpened: root.navigate("map", "")
                            }
                            Flow {
                                Layout.fillWidth: true
                                spacing: Theme.space16

                                CountLabel {
                                    status: StatusMark.Working
                                    count: root.model.working
                                    text: qsTr("working")
                                }
                                CountLabel {
                                    visible: root.model.check > 0
                                    status: StatusMark.Check
                                    count: root.model.check
                                    text: qsTr("check")
                                }
                                CountLabel {
                                    visible: root.model.offline > 0
                                    status: StatusMark.Offline
                                    count: root.model.offline
                                    text: qsTr("offline")
                                }
                                CountLabel {
                                    visible: root.model.notSetUp > 0
                                    status: StatusMark.NotSetUp
                                    count: root.model.notSetUp
                                    text: qsTr("not set up")
                                }
                            }
                            Item {
                                Layout.fillHeight: true
                            }
                            Button {
                                Layout.fillWidth: true
                                text: qsTr("Add a device")
                                onClicked: root.navigate("wizard", "")
                            }
                        }
                    }
                }
            }
        }
    }
}
