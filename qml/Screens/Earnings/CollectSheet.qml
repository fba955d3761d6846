// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Outpost.App
import Outpost.Components
import Outpost.Controls
import Outpost.Theme

// An act from its review to its result, in sheets that follow each other. Shown as soon as its model leaves Idle.
Item {
    id: root

    required property CollectViewModel model

    readonly property int stage: root.model.stage

    function follow(): void {
        if (root.stage === CollectViewModel.Reviewing) {
            steps.close();
            review.open();
        } else if (root.stage === CollectViewModel.Idle) {
            review.close();
            steps.close();
        } else {
            review.close();
            steps.open();
        }
    }

    onStageChanged: root.follow()
    Component.onCompleted: root.follow()

    ReviewSheet {
        id: review

        title: root.model.title
        receives: root.model.receives
        receiveTotal: root.model.receiveTotal
        receiveModel: root.model.receiveLines
        payTotal: root.model.payTotal
        payModel: root.model.payLines
        unknownReason: root.model.unknownReason
        summary: root.model.summary
        sentencesTitle: root.model.receives ? qsTr("What you sign, checked twice") : qsTr("What happens")
        sentencesModel: root.model.sentences
        detailsText: root.model.detailsText
        leftOut: root.model.leftOut
        warning: root.model.warning
        refusal: root.model.refusal
        refusalAction: root.model.waitsForMoney ? qsTr("Copy address") : ""
        note: qsTr("Takes about half a minute. You can close the window meanwhile.")
        confirmText: root.model.confirmText
        onDetailsRequested: root.model.showEverything()
        onRefusalActionRequested: root.model.copyAddress()
        onAccepted: root.model.confirm()
        onRejected: root.model.leave()
    }
    Dialog {
        id: steps

        readonly property bool over: root.stage === CollectViewModel.Done || root.stage === CollectViewModel.Failed

        title: root.stage === CollectViewModel.Done ? qsTr("Finished") : root.stage === CollectViewModel.Failed ? qsTr("Not finished") : root.model.title
        cancelText: steps.over ? qsTr("Close") : root.stage === CollectViewModel.Running ? qsTr("Go on in the background") : qsTr("Cancel")
        onRejected: root.model.leave()

        ColumnLayout {
            anchors.left: parent.left
            anchors.right: parent.right
            spacing: Theme.space12

            RowLayout {
                Layout.fillWidth: true
                visible: root.stage === CollectViewModel.Preparing
                spacing: Theme.space12

                Spinner {
                    running: root.stage === CollectViewModel.Preparing
                }
                Label {
                    Layout.fillWidth: true
                    text: qsTr("Working out what it brings and costs, and checking it twice")
                    wrapMode: Text.Wrap
                }
            }
            ProgressBar {
                Layout.fillWidth: true
                visible: root.stage === CollectViewModel.Running
                value: root.model.progress
                indeterminate: root.model.progress <= 0
                accessibleName: root.model.progressText
            }
            Label {
                Layout.fillWidth: true
                visible: root.stage === CollectViewModel.Running
                tone: Label.Secondary
                text: root.model.progressText
                wrapMode: Text.Wrap
            }
            Label {
                Layout.fillWidth: true
                visible: steps.over
                text: root.model.resultText
                wrapMode: Text.Wrap
            }
            Label {
                Layout.fillWidth: true
                visible: steps.over && root.model.resultAction !== ""
                role: Label.Small
                tone: Label.Secondary
                text: root.model.resultAction
                wrapMode: Text.Wrap
            }
        }
    }
}
