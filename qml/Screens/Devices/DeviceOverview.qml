// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Outpost.App
import Outpost.Components
import Outpost.Controls
import Outpost.Map
import Outpost.Theme

// The likely cause where there is one, what the device earned, and where it stands.
GridLayout {
    id: root

    required property DeviceViewModel model
    property TileSource tiles: null

    signal navigate(string target, string argument)
    signal placeRequested
    signal diagnosisRequested

    readonly property bool wide: root.width >= 820 * Theme.scale

    columns: root.wide ? 2 : 1
    columnSpacing: Theme.gap
    rowSpacing: Theme.gap

    ColumnLayout {
        Layout.fillWidth: true
        Layout.alignment: Qt.AlignTop
        Layout.preferredWidth: 608
        spacing: Theme.gap

        CauseCard {
            Layout.fillWidth: true
            visible: root.model.cause !== ""
            cause: root.model.cause
            reason: root.model.causeReason
            actionText: root.model.status === StatusMark.NotSetUp ? (root.model.canSetPlace ? qsTr("Set the place") : "") : root.model.canReach ? qsTr("Ask it over Bluetooth") : ""
            worth: root.model.causeWorth
            busy: root.model.nearbyBusy
            onActionRequested: root.model.status === StatusMark.NotSetUp ? root.placeRequested() : root.diagnosisRequested()
        }
        Card {
            Layout.fillWidth: true
            visible: root.model.hasReadings
            title: qsTr("Measures")
            note: root.model.readingsNote

            GridLayout {
                anchors.left: parent.left
                anchors.right: parent.right
                columns: root.wide ? 2 : 1
                columnSpacing: Theme.space24
                rowSpacing: Theme.space8
                uniformCellWidths: true

                Repeater {
                    model: root.model.readings

                    delegate: KeyValueRow {
                        required key
                        required value

                        Layout.fillWidth: true
                        unknownReason: qsTr("The network does not say")
                    }
                }
            }
        }
        Card {
            Layout.fillWidth: true
            title: qsTr("Earned")
            aside: RowLayout {
                spacing: Theme.space8

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
            }

            ColumnLayout {
                anchors.left: parent.left
                anchors.right: parent.right
                spacing: Theme.space12

                RowLayout {
                    Layout.fillWidth: true
                    spacing: Theme.space12

                    MoneyText {
                        role: Label.Money
                        amount: root.model.earned
                        unknownReason: root.model.earnedUnknown
                        accessibleName: qsTr("Earned")
                    }
                    Label {
                        Layout.fillWidth: true
                        role: Label.Small
                        tone: Label.Secondary
                        text: root.model.readyText
                        elide: Text.ElideRight
                    }
                    Button {
                        small: true
                        visible: root.model.canCollect
                        text: qsTr("Collect…")
                        onClicked: root.navigate("collect", root.model.key)
                    }
                }
                BarChart {
                    Layout.fillWidth: true
                    Layout.preferredHeight: 140
                    values: root.model.bars
                    labels: root.model.barLabels
                    summary: root.model.barsSummary
                }
            }
        }
    }
    Card {
        Layout.fillWidth: true
        Layout.alignment: Qt.AlignTop
        Layout.preferredWidth: 400
        title: qsTr("Location")
        padding: Theme.space16

        ColumnLayout {
            anchors.left: parent.left
            anchors.right: parent.right
            spacing: Theme.space12

            DeviceMap {
                Layout.fillWidth: true
                Layout.preferredHeight: 220
                visible: root.model.hasPlace
                markers: root.model.markers
                tiles: root.tiles
                interactive: false
                showScale: true
                rounded: true
                pointZoom: 8
                accessibleName: qsTr("Where %1 stands").arg(root.model.name)
                onOpened: root.navigate("map", root.model.key)
            }
            KeyValueRow {
                Layout.fillWidth: true
                key: qsTr("Declared")
                value: root.model.coordinates
                unknownReason: qsTr("Its place was never set")
            }
            KeyValueRow {
                Layout.fillWidth: true
                visible: root.model.canReach || root.model.antenna !== ""
                key: qsTr("Antenna")
                value: root.model.antenna
                unknownReason: qsTr("The network does not say")
            }
            KeyValueRow {
                Layout.fillWidth: true
                key: qsTr("Belongs to")
                value: root.model.owner
                unknownReason: qsTr("The network does not say")
            }
            Button {
                Layout.fillWidth: true
                visible: root.model.canSetPlace
                text: root.model.hasPlace ? qsTr("Change the place…") : qsTr("Set the place…")
                onClicked: root.placeRequested()
            }
        }
    }
}
