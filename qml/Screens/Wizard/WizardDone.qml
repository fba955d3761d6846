// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Outpost.Theme
import Outpost.Controls
import Outpost.Components
import Outpost.App

// Done: what the network says now, read back.
ScrollArea {
    id: root

    required property WizardViewModel model

    ColumnLayout {
        width: root.availableWidth
        spacing: Theme.space16

        RowLayout {
            Layout.fillWidth: true
            Layout.margins: Theme.space20
            Layout.bottomMargin: 0
            spacing: Theme.space12

            StatusMark {
                status: StatusMark.Working
                accessibleName: qsTr("Done")
            }
            Label {
                Layout.fillWidth: true
                role: Label.Title
                //: %1 is a device's name.
                text: qsTr("%1 is registered").arg(root.model.deviceName)
                elide: Text.ElideRight
                Accessible.role: Accessible.Heading
            }
        }
        Label {
            Layout.fillWidth: true
            Layout.leftMargin: Theme.space20
            Layout.rightMargin: Theme.space20
            role: Label.Small
            tone: Label.Secondary
            text: qsTr("This is what the network says now, read back after the registration. The first earnings show within a day or two.")
            wrapMode: Text.Wrap
        }
        ColumnLayout {
            Layout.fillWidth: true
            Layout.leftMargin: Theme.space20
            Layout.rightMargin: Theme.space20
            spacing: Theme.space12

            Repeater {
                model: root.model.result

                delegate: KeyValueRow {
                    id: fact

                    required property string title
                    required value
                    required unknownReason

                    Layout.fillWidth: true
                    key: fact.title
                }
            }
        }
        Button {
            Layout.leftMargin: Theme.space20
            Layout.bottomMargin: Theme.space20
            iconName: "plus"
            text: qsTr("Add another device")
            onClicked: root.model.restart()
        }
    }
}
