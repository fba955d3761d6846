// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Outpost.Theme
import Outpost.Controls
import Outpost.Map
import Outpost.Components
import Outpost.App

// Adding a device: the steps at the left, the work in the middle, what it costs at the right.
Item {
    id: root

    required property WizardViewModel model
    required property AddressViewModel search
    property TileSource tiles: null

    signal navigate(string target, string argument)

    readonly property bool narrow: root.width < 960
    // Letters too large for three columns: one below the other, and the whole scrolls.
    readonly property bool stacked: root.width < 620 * Theme.scale

    implicitWidth: Math.round(900 * Theme.scale)
    implicitHeight: Math.round(600 * Theme.scale)

    property real columnsNeed: 0

    // Once the layout is done: text that wraps makes the panel's height follow from its width.
    function measure(): void {
        root.columnsNeed = header.implicitHeight + Theme.gap + cost.implicitHeight + 2 * Theme.contentPadding;
    }

    Component.onCompleted: root.model.open()
    Component.onDestruction: root.model.leave()

    Connections {
        target: root.model

        function onFinishedDevice(deviceId: string): void {
            root.navigate("device", deviceId);
        }
    }

    ScrollArea {
        id: scroll

        anchors.fill: parent
        accessibleName: qsTr("Add a device")

        Item {
            width: parent.width
            // Beside each other the columns fill the window; where the costs need more, all of it scrolls.
            implicitHeight: root.stacked ? column.implicitHeight + 2 * Theme.contentPadding : Math.max(scroll.height, root.columnsNeed)

            ColumnLayout {
                id: column

                x: Theme.contentPadding
                y: Theme.contentPadding
                width: parent.width - 2 * Theme.contentPadding
                height: root.stacked ? implicitHeight : parent.height - 2 * Theme.contentPadding
                spacing: Theme.gap

                PageHeader {
                    id: header

                    Layout.fillWidth: true
                    title: qsTr("Add a device")
                    note: root.model.deviceLine

                    Button {
                        text: root.model.step === WizardViewModel.Find || root.model.step === WizardViewModel.Finished ? qsTr("Leave") : qsTr("Save and leave")
                        onClicked: root.navigate("devices", "")
                    }
                }
                GridLayout {
                    Layout.fillWidth: true
                    Layout.fillHeight: !root.stacked
                    columns: root.stacked ? 1 : 3
                    columnSpacing: Theme.gap
                    rowSpacing: Theme.gap

                    Label {
                        Layout.fillWidth: true
                        visible: root.stacked
                        role: Label.Small
                        tone: Label.Secondary
                        //: Where a wizard stands: %1 of %2 steps, %3 the step's name.
                        text: qsTr("Step %1 of %2: %3").arg(root.model.step + 1).arg(6).arg(root.stepTitle)
                        wrapMode: Text.Wrap
                    }
                    Card {
                        Layout.fillHeight: true
                        Layout.preferredWidth: root.narrow ? 168 : Math.round(232 * Math.min(Theme.scale, 1.3))
                        Layout.minimumWidth: Layout.preferredWidth
                        visible: !root.stacked
                        padding: root.narrow ? Theme.space8 : Theme.space12
                        //: The steps of a wizard, for a screen reader.
                        title: qsTr("Steps")
                        headerVisible: false

                        contentItem: Item {
                            Stepper {
                                anchors.left: parent.left
                                anchors.right: parent.right
                                model: root.model.steps
                                accessibleName: qsTr("Steps")
                                onStepRequested: index => root.model.goTo(index)
                            }
                        }
                    }
                    Card {
                        Layout.fillWidth: true
                        Layout.fillHeight: !root.stacked
                        Layout.minimumWidth: 260
                        Layout.preferredHeight: root.stacked ? Math.max(Math.round(260 * Theme.scale), work.implicitHeight) : -1
                        padding: Theme.borderWidth
                        title: root.stepTitle
                        headerVisible: false

                        contentItem: Loader {
                            id: work

                            sourceComponent: {
                                switch (root.model.step) {
                                case WizardViewModel.Check:
                                    return check;
                                case WizardViewModel.Internet:
                                    return internet;
                                case WizardViewModel.PlaceStep:
                                    return place;
                                case WizardViewModel.Review:
                                    return review;
                                case WizardViewModel.Finished:
                                    return done;
                                default:
                                    return find;
                                }
                            }
                        }
                    }
                    CostPanel {
                        id: cost

                        onImplicitHeightChanged: Qt.callLater(root.measure)
                        Layout.fillWidth: root.stacked
                        Layout.fillHeight: !root.stacked
                        Layout.preferredWidth: root.narrow ? 240 : Math.round(300 * Math.min(Theme.scale, 1.3))
                        Layout.minimumWidth: root.stacked ? 0 : Layout.preferredWidth
                        model: root.model.cost
                        total: root.model.total
                        totalUnknownReason: root.model.totalReason
                        walletNote: root.model.walletNote
                        footnote: root.model.footnote
                        primaryText: root.model.primaryText
                        primaryEnabled: root.model.primaryEnabled
                        secondText: root.model.canGoBack ? qsTr("Back") : ""
                        onPrimaryRequested: root.model.primary()
                        onSecondRequested: root.model.back()
                    }
                }
            }
        }
    }

    readonly property string stepTitle: [qsTr("Find it"), qsTr("Check it"), qsTr("Internet"), qsTr("Place"), qsTr("Review and register"), qsTr("Done")][root.model.step]

    Component {
        id: find

        WizardFind {
            model: root.model
        }
    }
    Component {
        id: check

        WizardCheck {
            model: root.model
        }
    }
    Component {
        id: internet

        WizardInternet {
            model: root.model
        }
    }
    Component {
        id: place

        WizardPlace {
            model: root.model
            search: root.search
            tiles: root.tiles
        }
    }
    Component {
        id: review

        WizardReview {
            model: root.model
            onNavigate: (target, argument) => root.navigate(target, argument)
        }
    }
    Component {
        id: done

        WizardDone {
            model: root.model
        }
    }
}
