// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts

// The steps of a wizard, one below the other. model: roles title, note, stepState (StepItem.State) or StepItems as children.
ColumnLayout {
    id: root

    property alias model: repeater.model
    property string accessibleName: ""

    signal stepRequested(int index)

    spacing: 2

    Accessible.role: Accessible.List
    Accessible.name: root.accessibleName

    Repeater {
        id: repeater

        delegate: StepItem {
            id: step

            required property int index

            Layout.fillWidth: true
            required note
            required stepState
            number: step.index + 1
            onClicked: root.stepRequested(step.index)
        }
    }
}
