// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Outpost.App
import Outpost.Components
import Outpost.Controls
import Outpost.Map
import Outpost.Theme

// Where the devices stand. The list beside the map says the same to those who cannot see it.
Item {
    id: root

    required property MapViewModel model
    property TileSource tiles: null
    property bool listShown: root.width >= 1000 * Theme.scale

    signal navigate(string target, string argument)

    ScreenStates {
        anchors.fill: parent
        model: root.model
        onActionRequested: root.navigate("wizard", "")
    }
    RowLayout {
        anchors.fill: parent
        visible: root.model.phase === ScreenViewModel.Ready
        spacing: 0

        Item {
            Layout.fillWidth: true
            Layout.fillHeight: true

            DeviceMap {
                id: map

                anchors.fill: parent
                focus: true
                markers: root.model.markers
                cellSource: root.model.cells
                tiles: root.tiles
                selectedKey: root.model.selected
                showMarkers: devicesSwitch.checked
                showCells: cellsSwitch.checked
                showScale: false
                accessibleName: qsTr("Map of your devices")
                // The list beside it takes its width after the first picture.
                onWidthChanged: if (root.model.selected === "")
                    Qt.callLater(map.fitAll)
                onMarkerActivated: key => root.model.select(key)
                onBackgroundTapped: root.model.select("")
            }
            Card {
                anchors.left: parent.left
                anchors.top: parent.top
                anchors.margins: Theme.space20
                width: Math.min(248 * Theme.scale, parent.width - 2 * Theme.space20)
                padding: Theme.space16
                title: qsTr("Show")

                ColumnLayout {
                    anchors.left: parent.left
                    anchors.right: parent.right
                    spacing: Theme.space4

                    Switch {
                        id: devicesSwitch

                        text: qsTr("Devices")
                        checked: true
                    }
                    Switch {
                        id: cellsSwitch

                        visible: root.model.hasCoverage
                        text: qsTr("Cells with a device")
                        checked: true
                    }
                    Switch {
                        id: listSwitch

                        text: qsTr("List")
                        checked: root.listShown
                        onToggled: root.listShown = checked
                    }
                    Divider {
                        Layout.fillWidth: true
                        Layout.topMargin: Theme.space8
                        Layout.bottomMargin: Theme.space8
                        visible: legend.visible
                    }
                    ColumnLayout {
                        id: legend

                        Layout.fillWidth: true
                        visible: cellsSwitch.checked && root.model.mostInCell !== ""
                        spacing: Theme.space4

                        Label {
                            role: Label.Small
                            tone: Label.Secondary
                            text: qsTr("Devices per cell")
                        }
                        RowLayout {
                            Layout.fillWidth: true
                            spacing: 0

                            Repeater {
                                model: 8

                                delegate: Rectangle {
                                    required property int index

                                    Layout.fillWidth: true
                                    implicitHeight: Theme.space8
                                    color: Qt.alpha(Theme.color.accent, 0.16 + 0.5 * index / 7)
                                }
                            }
                        }
                        RowLayout {
                            Layout.fillWidth: true

                            Label {
                                Layout.fillWidth: true
                                role: Label.Tiny
                                tone: Label.Secondary
                                text: (1).toLocaleString(Qt.locale(), "f", 0)
                            }
                            Label {
                                role: Label.Tiny
                                tone: Label.Secondary
                                text: root.model.mostInCell
                            }
                        }
                    }
                }
            }
            Card {
                id: card

                anchors.right: parent.right
                anchors.top: parent.top
                anchors.margins: Theme.space20
                width: Math.min(296 * Theme.scale, parent.width - 2 * Theme.space20)
                padding: Theme.space16
                visible: root.model.selected !== "" && root.model.selectedName !== ""
                title: root.model.selectedName
                headerVisible: false

                ColumnLayout {
                    anchors.left: parent.left
                    anchors.right: parent.right
                    spacing: Theme.space8

                    RowLayout {
                        spacing: Theme.space8

                        StatusMark {
                            status: root.model.selectedStatus
                        }
                        Label {
                            Layout.fillWidth: true
                            role: Label.Strong
                            text: root.model.selectedName
                            elide: Text.ElideRight
                            Accessible.role: Accessible.Heading
                        }
                        IconButton {
                            small: true
                            iconName: "close"
                            text: qsTr("Close")
                            onClicked: root.model.select("")
                        }
                    }
                    Label {
                        Layout.fillWidth: true
                        role: Label.Small
                        tone: Label.Secondary
                        text: root.model.selectedNote
                        wrapMode: Text.Wrap
                    }
                    RowLayout {
                        spacing: Theme.space24

                        ColumnLayout {
                            spacing: 0

                            Label {
                                role: Label.Tiny
                                tone: Label.Secondary
                                text: qsTr("This month")
                            }
                            MoneyText {
                                role: Label.Strong
                                amount: root.model.selectedMonth
                                unknownReason: qsTr("It does not earn yet")
                            }
                        }
                        ColumnLayout {
                            spacing: 0

                            Label {
                                role: Label.Tiny
                                tone: Label.Secondary
                                text: qsTr("Ready")
                            }
                            MoneyText {
                                role: Label.Strong
                                amount: root.model.selectedReady
                                unknownReason: root.model.selectedReadyUnknown
                            }
                        }
                    }
                    Label {
                        Layout.fillWidth: true
                        visible: root.model.selectedProblem !== ""
                        role: Label.Small
                        tone: Label.Warn
                        text: root.model.selectedProblem
                        wrapMode: Text.Wrap
                    }
                    Button {
                        kind: Button.Primary
                        text: qsTr("Open")
                        //: %1 the name of a device.
                        accessibleName: qsTr("Open %1").arg(root.model.selectedName)
                        onClicked: root.navigate("device", root.model.selected)
                    }
                }
            }
            Flow {
                anchors.left: parent.left
                anchors.bottom: parent.bottom
                anchors.right: parent.right
                anchors.rightMargin: 80
                anchors.leftMargin: Theme.space20
                anchors.bottomMargin: Theme.space16
                spacing: Theme.space8

                Chip {
                    visible: root.tiles === null || !root.tiles.active
                    text: qsTr("Offline map · world outline")
                }
                Chip {
                    visible: root.model.coverageText !== ""
                    text: root.model.coverageText
                }
                Chip {
                    visible: root.model.withoutPlace !== ""
                    text: root.model.withoutPlace
                }
            }
        }
        Rectangle {
            Layout.fillHeight: true
            Layout.preferredWidth: 260 * Theme.scale
            visible: root.listShown
            color: Theme.color.surface

            Divider {
                vertical: true
                height: parent.height
            }
            ListView {
                id: list

                anchors.fill: parent
                anchors.leftMargin: Theme.borderWidth
                model: root.model.markers
                clip: true
                reuseItems: true
                boundsBehavior: Flickable.StopAtBounds
                keyNavigationEnabled: true
                activeFocusOnTab: true
                Accessible.role: Accessible.List
                Accessible.name: qsTr("Devices on the map")

                T.ScrollBar.vertical: ScrollBar {}

                delegate: TableRow {
                    id: line

                    required property string key
                    required property string name
                    required property int status
                    required property string place

                    width: ListView.view.width
                    implicitHeight: Math.max(Theme.rowHeight, texts.implicitHeight + Theme.space16)
                    accessibleName: line.name + ", " + line.place
                    selected: line.key === root.model.selected
                    current: ListView.isCurrentItem && ListView.view.activeFocus
                    onClicked: {
                        root.model.select(line.key);
                        map.showDevice(line.key);
                    }

                    contentItem: RowLayout {
                        spacing: Theme.space8

                        StatusMark {
                            status: line.status
                        }
                        ColumnLayout {
                            id: texts

                            Layout.fillWidth: true
                            spacing: 0

                            Label {
                                Layout.fillWidth: true
                                role: Label.SmallStrong
                                text: line.name
                                elide: Text.ElideRight
                            }
                            Label {
                                Layout.fillWidth: true
                                role: Label.Tiny
                                tone: Label.Secondary
                                text: line.place
                                elide: Text.ElideRight
                            }
                        }
                    }
                }
            }
        }
    }
}
