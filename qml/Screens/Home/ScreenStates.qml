// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Outpost.App
import Outpost.Components

// What a screen shows instead of its content: loading, nothing there yet, or a failure.
Item {
    id: root

    required property ScreenViewModel model
    //: Shown while the first figures are read.
    property string loadingTitle: qsTr("Asking the network about your devices")
    property string emptyTitle: qsTr("No devices yet")
    property string emptySentence: qsTr("Put a device beside this computer, plug it in, and Outpost sets it up.")
    property string emptyAction: qsTr("Add a device")

    signal actionRequested

    readonly property bool shown: root.model.phase !== ScreenViewModel.Ready

    visible: root.shown

    LoadingState {
        anchors.centerIn: parent
        width: Math.min(implicitWidth, parent.width)
        visible: root.model.phase === ScreenViewModel.Loading
        title: root.loadingTitle
    }
    EmptyState {
        anchors.centerIn: parent
        width: Math.min(implicitWidth, parent.width)
        visible: root.model.phase === ScreenViewModel.Empty
        title: root.emptyTitle
        sentence: root.emptySentence
        actionText: root.emptyAction
        iconName: "devices"
        onActionRequested: root.actionRequested()
    }
    ErrorState {
        anchors.centerIn: parent
        width: Math.min(implicitWidth, parent.width)
        visible: root.model.phase === ScreenViewModel.Failed
        title: root.model.problem
        sentence: root.model.problemAction
        actionText: qsTr("Try again")
        // A device can be set up without any network.
        secondText: root.emptyAction
        onActionRequested: root.model.refresh()
        onSecondRequested: root.actionRequested()
    }
}
