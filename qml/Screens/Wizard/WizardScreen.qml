// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Outpost.Theme
import Outpost.Controls
import Outpost.Components
import Outpost.App

// Adding a device: the steps at the left, the work in the middle, what it costs at the right.
Item {
    id: root

    required property WizardViewModel model

    signal navigate(string target, string argument)

    readonly property bool narrow: root.width < 960

    implicitWidth: Math.round(900 * Theme.scale)
    implicitHeight: Math.round(600 * Theme.scale)

    Component.onCompleted: root.model.open()
    Component.onDestruction: root.model.leave()

    Connections {
        target: root.model

        function onFinishedDevice(deviceId: string): void {
            root.navigate("device", deviceId);
        }
    }

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: Theme.contentPadding
        spacing: Theme.gap

        PageHeader {
            Layout.fillWidth: true
            title: qsTr("Add a device")
            note: root.model.deviceLine

            Button {
                text: root.model.step === WizardViewModel.Find || root.model.step === WizardViewModel.Finished ? qsTr("Leave") : qsTr("Save and leave")
                onClicked: root.navigate("devices", "")
            }
        }
        RowLayout {
            Layout.fillWidth: true
            Layout.fillHeight: true
            spacing: Theme.gap

            Card {
                Layout.fillHeight: true
                Layout.preferredWidth: root.narrow ? 168 : Math.round(232 * Math.min(Theme.scale, 1.3))
                Layout.minimumWidth: Layout.preferredWidth
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
                Layout.fillHeight: true
                Layout.minimumWidth: 260
                padding: Theme.borderWidth
                title: root.stepTitle
                headerVisible: false

                contentItem: Loader {
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
                Layout.fillHeight: true
                Layout.preferredWidth: root.narrow ? 240 : Math.round(300 * Math.min(Theme.scale, 1.3))
                Layout.minimumWidth: Layout.preferredWidth
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
