// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Outpost.App
import Outpost.Components
import Outpost.Controls
import Outpost.Map
import Outpost.Theme

// One device: what each part of it says, what it earned, where it stands, its Wi-Fi and its own words.
Item {
    id: root

    required property DeviceViewModel model
    required property AddressViewModel search
    property TileSource tiles: null

    signal navigate(string target, string argument)

    // A device that cannot be spoken to has its overview only.
    readonly property int page: root.model.canReach ? tabs.currentIndex : 0

    ScreenStates {
        anchors.fill: parent
        model: root.model
        loadingTitle: qsTr("Opening the device")
        onActionRequested: root.navigate("wizard", "")
    }
    ScrollArea {
        anchors.fill: parent
        visible: root.model.phase === ScreenViewModel.Ready
        accessibleName: root.model.name

        Item {
            width: parent.width
            implicitHeight: column.implicitHeight + 2 * Theme.contentPadding

            ColumnLayout {
                id: column

                x: Math.max(Theme.contentPadding, Math.round((parent.width - width) / 2))
                y: Theme.contentPadding
                width: Math.min(parent.width - 2 * Theme.contentPadding, Theme.contentMaximum)
                spacing: Theme.gap

                LinkButton {
                    text: qsTr("All devices")
                    iconName: "arrow-left"
                    quiet: true
                    onClicked: root.navigate("devices", "")
                }
                PageHeader {
                    Layout.fillWidth: true
                    title: root.model.name
                    subtitle: root.model.subtitle
                    beside: Chip {
                        text: root.model.statusText
                        hasMark: true
                        status: root.model.status
                    }

                    Button {
                        text: qsTr("Name and note")
                        onClicked: labels.start()
                    }
                    Button {
                        visible: root.model.canReach
                        text: qsTr("Ask it over Bluetooth")
                        busy: root.model.nearbyBusy
                        onClicked: root.model.diagnose()
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
                    visible: root.model.nearbyBusy || root.model.nearbyError !== ""
                    kind: root.model.nearbyError !== "" ? Banner.Warn : Banner.Info
                    text: root.model.nearbyError !== "" ? root.model.nearbyError : root.model.nearbyText
                    detail: root.model.nearbyAction
                }
                TabBar {
                    id: tabs

                    Layout.fillWidth: true
                    visible: root.model.canReach
                    accessibleName: root.model.name

                    TabButton {
                        text: qsTr("Overview")
                    }
                    TabButton {
                        text: qsTr("Connection")
                    }
                    TabButton {
                        text: qsTr("Diagnosis")
                    }
                }
                GridLayout {
                    id: lampGrid

                    readonly property int fit: Math.floor((column.width + Theme.space12) / (170 * Theme.scale + Theme.space12))

                    Layout.fillWidth: true
                    visible: root.page !== 1
                    columns: lampGrid.fit >= 5 ? 5 : Math.max(1, Math.min(3, lampGrid.fit))
                    columnSpacing: Theme.space12
                    rowSpacing: Theme.space12
                    uniformCellWidths: true

                    Repeater {
                        model: root.model.lamps

                        delegate: LampCard {
                            required property string key
                            required title
                            required status
                            required sentence
                            required source

                            Layout.fillWidth: true
                            Layout.fillHeight: true
                        }
                    }
                }
                DeviceOverview {
                    Layout.fillWidth: true
                    visible: root.page === 0
                    model: root.model
                    tiles: root.tiles
                    onNavigate: (target, argument) => root.navigate(target, argument)
                    onPlaceRequested: place.begin()
                    onDiagnosisRequested: {
                        tabs.currentIndex = 2;
                        root.model.diagnose();
                    }
                }
                DeviceConnection {
                    Layout.fillWidth: true
                    visible: root.page === 1
                    model: root.model
                }
                Card {
                    Layout.fillWidth: true
                    visible: root.page === 2
                    title: qsTr("What the device says")
                    note: root.model.valuesNote

                    ColumnLayout {
                        anchors.left: parent.left
                        anchors.right: parent.right
                        spacing: Theme.space8

                        Label {
                            Layout.fillWidth: true
                            visible: root.model.valuesNote === ""
                            role: Label.Small
                            tone: Label.Secondary
                            text: qsTr("Stand within ten metres of it and ask: it answers over Bluetooth, without internet.")
                            wrapMode: Text.Wrap
                        }
                        Repeater {
                            model: root.model.values

                            delegate: KeyValueRow {
                                required key
                                required value

                                Layout.fillWidth: true
                                unknownReason: qsTr("This device does not say")
                            }
                        }
                    }
                }
            }
        }
    }
    Dialog {
        id: labels

        function start(): void {
            nickname.text = root.model.nickname;
            noteField.text = root.model.note;
            labels.open();
        }

        title: qsTr("Name and note")
        subtitle: qsTr("Only on this computer; the network keeps its own name.")
        confirmText: qsTr("Save")
        onAccepted: root.model.setLabels(nickname.text, noteField.text)

        ColumnLayout {
            anchors.left: parent.left
            anchors.right: parent.right
            spacing: Theme.space12

            TextField {
                id: nickname

                Layout.fillWidth: true
                label: qsTr("Your name for it")
                placeholder: root.model.networkName
                maximumLength: 80
            }
            TextField {
                id: noteField

                Layout.fillWidth: true
                label: qsTr("Note")
                hint: qsTr("For example who hosts it, or where the key is.")
                maximumLength: 1000
            }
        }
    }
    PlaceDialog {
        id: place

        model: root.model
        search: root.search
        tiles: root.tiles
    }
    CollectSheet {
        model: root.model.act
    }
}
