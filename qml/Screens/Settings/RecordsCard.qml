// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Dialogs
import QtQuick.Layouts
import Outpost.App
import Outpost.Components
import Outpost.Controls
import Outpost.Theme

// The records in one encrypted file, to another computer and from there.
Card {
    id: root

    required property DataViewModel model
    property string done: ""

    title: qsTr("Records")

    ColumnLayout {
        anchors.left: parent.left
        anchors.right: parent.right
        spacing: Theme.space16

        Banner {
            Layout.fillWidth: true
            visible: text !== ""
            kind: root.model.error !== "" ? Banner.Bad : Banner.Good
            text: root.model.error !== "" ? root.model.error : root.done
        }
        SettingRow {
            title: qsTr("To another computer")
            sentence: qsTr("Names, notes, sampled earnings and what happened, in one encrypted file. Keys are not in it.")

            Item {
                Layout.fillWidth: true
            }
            Button {
                text: qsTr("Export…")
                accessibleName: qsTr("Export the records…")
                busy: root.model.busy
                onClicked: {
                    root.done = "";
                    exporting.open();
                }
            }
            Button {
                text: qsTr("Import…")
                accessibleName: qsTr("Import records…")
                busy: root.model.busy
                onClicked: {
                    root.done = "";
                    importing.open();
                }
            }
        }
    }
    Connections {
        target: root.model

        function onExported(): void {
            const said = [qsTr("Saved the records of %n device(s).", "", root.model.devices)];
            if (root.model.months > 0)
                said.push(qsTr("%n device month(s) of sampled earnings are in the file.", "", root.model.months));
            if (root.model.operations > 0)
                said.push(qsTr("%n finished operation(s) are in the file.", "", root.model.operations));
            if (root.model.unfinished > 0)
                said.push(qsTr("%n unfinished operation(s) stayed behind: only this computer may go on with them.", "", root.model.unfinished));
            root.done = said.join(" ");
        }

        function onImported(): void {
            const said = [qsTr("Added the records of %n device(s).", "", root.model.devices)];
            if (root.model.months > 0)
                said.push(qsTr("Added %n device month(s) of sampled earnings.", "", root.model.months));
            if (root.model.operations > 0)
                said.push(qsTr("Added %n finished operation(s).", "", root.model.operations));
            if (root.model.contradictions > 0)
                said.push(qsTr("%n device month(s) of sampled earnings differ: what was here stayed.", "", root.model.contradictions));
            root.done = said.join(" ");
        }
    }
    Dialog {
        id: exporting

        title: qsTr("Export the records")
        subtitle: qsTr("Choose a password for the file. The other computer asks for it.")
        confirmText: qsTr("Choose the file…")
        confirmEnabled: first.input.length > 0 && second.input.length > 0
        onAccepted: saved.open()
        onRejected: {
            first.input.wipe();
            second.input.wipe();
        }

        ColumnLayout {
            anchors.left: parent.left
            anchors.right: parent.right
            spacing: Theme.space12

            SecretField {
                id: first

                Layout.fillWidth: true
                label: qsTr("Password of the file")
                onAccepted: second.input.forceActiveFocus(Qt.TabFocusReason)
            }
            SecretField {
                id: second

                Layout.fillWidth: true
                label: qsTr("The same password again")
            }
        }
    }
    Dialog {
        id: importing

        title: qsTr("Import records")
        subtitle: qsTr("What is here stays; what the file knows more is added.")
        confirmText: qsTr("Choose the file…")
        confirmEnabled: only.input.length > 0
        onAccepted: opened.open()
        onRejected: only.input.wipe()

        SecretField {
            id: only

            anchors.left: parent.left
            anchors.right: parent.right
            label: qsTr("Password of the file")
        }
    }
    FileDialog {
        id: saved

        title: qsTr("Export the records")
        fileMode: FileDialog.SaveFile
        defaultSuffix: "outpost"
        nameFilters: [qsTr("Records of Outpost (*.outpost)")]
        onAccepted: root.model.exportTo(selectedFile, first.input, second.input)
        onRejected: {
            first.input.wipe();
            second.input.wipe();
        }
    }
    FileDialog {
        id: opened

        title: qsTr("Import records")
        nameFilters: [qsTr("Records of Outpost (*.outpost)"), qsTr("All files (*)")]
        onAccepted: root.model.importFrom(selectedFile, only.input)
        onRejected: only.input.wipe()
    }
}
