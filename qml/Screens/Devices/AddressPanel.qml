// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Outpost.App
import Outpost.Controls
import Outpost.Theme

// What became of looking for an address, over the map: consent, waiting, the places found, or why there are none. Lies at
// the top of the room it is given and scrolls where that is too low.
FocusScope {
    id: root

    required property AddressViewModel search
    readonly property bool shown: root.search.state !== AddressViewModel.Idle
    readonly property real wanted: column.implicitHeight + 2 * Theme.borderWidth

    // The panel is gone, or is left upwards.
    signal backRequested

    function enter(): void {
        const first = root.search.state === AddressViewModel.Found ? rows.itemAt(0) : root.search.state === AddressViewModel.Consent ? agree : stop;
        first?.forceActiveFocus(Qt.TabFocusReason);
    }

    function close(): void {
        root.search.close();
        root.backRequested();
    }

    visible: root.shown
    implicitHeight: root.wanted

    Keys.onEscapePressed: root.close()

    readonly property string told: root.search.state === AddressViewModel.Consent ? consentTitle.text : root.search.message + (root.search.action === "" ? "" : " " + root.search.action)
    onToldChanged: {
        if (root.told.trim() !== "")
            root.Accessible.announce(root.told);
    }

    Rectangle {
        anchors.fill: parent
        radius: Theme.radiusCard
        color: Theme.color.surface
        border.width: Theme.borderWidth
        border.color: Theme.color.border

        // Nothing goes through to the map below.
        MouseArea {
            anchors.fill: parent
            onWheel: wheel => wheel.accepted = true
        }
    }
    ScrollArea {
        id: scroll

        anchors.fill: parent
        anchors.margins: Theme.borderWidth
        //: Name of a list for a screen reader.
        accessibleName: qsTr("Search for an address")

        ColumnLayout {
            id: column

            width: scroll.availableWidth
            spacing: 0

            // Consent.
            ColumnLayout {
                Layout.fillWidth: true
                Layout.margins: Theme.space16
                visible: root.search.state === AddressViewModel.Consent
                spacing: Theme.space8

                Label {
                    id: consentTitle

                    Layout.fillWidth: true
                    role: Label.Strong
                    //: %1: the name of a host on the internet
                    text: qsTr("Ask %1 for this address?").arg(root.search.host)
                    wrapMode: Text.Wrap
                    Accessible.role: Accessible.Heading
                }
                Label {
                    Layout.fillWidth: true
                    role: Label.Small
                    text: root.search.consentText
                    wrapMode: Text.Wrap
                }
                Flow {
                    Layout.fillWidth: true
                    Layout.topMargin: Theme.space4
                    spacing: Theme.space8

                    Button {
                        id: agree

                        kind: Button.Primary
                        small: true
                        //: %1: the name of a host on the internet
                        text: qsTr("Ask %1").arg(root.search.host)
                        onClicked: {
                            root.backRequested();
                            root.search.allow();
                        }
                    }
                    Button {
                        small: true
                        text: qsTr("Not now")
                        onClicked: root.close()
                    }
                }
            }

            // The line above the results, or instead of them.
            RowLayout {
                Layout.fillWidth: true
                Layout.margins: Theme.space8
                Layout.leftMargin: Theme.space16
                visible: root.shown && root.search.state !== AddressViewModel.Consent
                spacing: Theme.space12

                Spinner {
                    visible: root.search.state === AddressViewModel.Searching
                    running: visible
                    size: Theme.iconSize
                    accessibleName: root.search.message
                }
                Icon {
                    Layout.alignment: Qt.AlignTop
                    Layout.topMargin: Theme.space8
                    visible: root.search.state === AddressViewModel.Nothing || root.search.state === AddressViewModel.Failed
                    name: root.search.state === AddressViewModel.Failed ? "error" : "info"
                    color: root.search.state === AddressViewModel.Failed ? Theme.color.bad : Theme.color.second
                    size: Theme.smallIconSize
                }
                ColumnLayout {
                    Layout.fillWidth: true
                    Layout.topMargin: root.search.action === "" ? 0 : Theme.space4
                    Layout.bottomMargin: root.search.action === "" ? 0 : Theme.space4
                    spacing: 0

                    Label {
                        Layout.fillWidth: true
                        role: Label.Small
                        tone: root.search.action === "" ? Label.Secondary : Label.Primary
                        text: root.search.message
                        wrapMode: Text.Wrap
                    }
                    Label {
                        Layout.fillWidth: true
                        visible: root.search.action !== ""
                        role: Label.Small
                        tone: Label.Secondary
                        text: root.search.action
                        wrapMode: Text.Wrap
                    }
                }
                Button {
                    Layout.alignment: Qt.AlignTop
                    visible: root.search.state === AddressViewModel.Failed
                    small: true
                    text: qsTr("Try again")
                    onClicked: {
                        root.backRequested();
                        root.search.tryAgain();
                    }
                }
                IconButton {
                    id: stop

                    Layout.alignment: Qt.AlignTop
                    small: true
                    iconName: "close"
                    text: root.search.state === AddressViewModel.Searching ? qsTr("Stop looking") : qsTr("Close the search")
                    onClicked: root.close()
                }
            }
            Divider {
                Layout.fillWidth: true
                visible: rows.count > 0
            }
            Repeater {
                id: rows

                model: root.search.results

                delegate: TableRow {
                    id: row

                    required property int index
                    required property string title
                    required property string note
                    required property string amountNote

                    Layout.fillWidth: true
                    leftPadding: Theme.space16
                    rightPadding: Theme.space16
                    topPadding: Theme.space8
                    bottomPadding: Theme.space8
                    //: A place that was found: %1 its first line, %2 where that is, %3 what it is, such as a street.
                    accessibleName: qsTr("%1, %2, %3").arg(row.title).arg(row.note).arg(row.amountNote)
                    Keys.onDownPressed: (rows.itemAt(row.index + 1) ?? row).forceActiveFocus(Qt.TabFocusReason)
                    Keys.onUpPressed: {
                        if (row.index > 0)
                            rows.itemAt(row.index - 1).forceActiveFocus(Qt.BacktabFocusReason);
                        else
                            root.backRequested();
                    }
                    onClicked: {
                        root.backRequested();
                        root.search.choose(row.index);
                    }

                    contentItem: RowLayout {
                        spacing: Theme.space12

                        Icon {
                            Layout.alignment: Qt.AlignTop
                            Layout.topMargin: Math.round((Theme.type.bodyLine - height) / 2)
                            name: "pin"
                            color: Theme.color.second
                        }
                        ColumnLayout {
                            Layout.fillWidth: true
                            spacing: 0

                            Label {
                                Layout.fillWidth: true
                                role: Label.Medium
                                text: row.title
                                wrapMode: Text.Wrap
                            }
                            Label {
                                Layout.fillWidth: true
                                visible: row.note !== ""
                                role: Label.Small
                                tone: Label.Secondary
                                text: row.note
                                wrapMode: Text.Wrap
                            }
                        }
                        Label {
                            Layout.alignment: Qt.AlignTop
                            role: Label.Small
                            tone: Label.Secondary
                            text: row.amountNote
                        }
                    }
                }
            }
            Label {
                Layout.fillWidth: true
                Layout.leftMargin: Theme.space16
                Layout.rightMargin: Theme.space16
                Layout.topMargin: Theme.space8
                Layout.bottomMargin: Theme.space8
                visible: rows.count > 0
                role: Label.Tiny
                tone: Label.Secondary
                text: root.search.credit
                wrapMode: Text.Wrap
            }
        }
    }
}
