// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Outpost.Theme
import Outpost.Controls

// Every control and component in all its states. With single set it shows one page and nothing else, for pictures.
Rectangle {
    id: root

    property bool single: false
    property string page: ""
    property bool dark: false
    property bool contrast: false
    property real textScale: 1
    readonly property list<string> pages: ["Text", "Buttons", "Fields", "Choices", "Marks", "Messages", "Tables", "Menus", "Navigation", "Frame", "Home", "Device", "States", "Review", "Sheet", "Open", "Map"]
    readonly property string current: root.page !== "" ? root.page : root.pages[0]
    readonly property real pageHeight: loader.item ? (loader.item as Item).implicitHeight + 2 * Theme.space24 : 0

    implicitWidth: 1280
    implicitHeight: 800
    color: Theme.color.background

    Binding {
        target: Theme
        property: "mode"
        value: root.dark ? Theme.Dark : Theme.Light
    }
    Binding {
        target: Theme
        property: "highContrast"
        value: root.contrast
    }
    Binding {
        target: Theme
        property: "textScale"
        value: root.textScale
    }

    RowLayout {
        anchors.fill: parent
        spacing: 0

        ColumnLayout {
            Layout.fillHeight: true
            Layout.margins: Theme.space12
            visible: !root.single
            spacing: 2

            Repeater {
                model: root.pages

                delegate: Button {
                    id: entry

                    required property string modelData

                    Layout.fillWidth: true
                    kind: entry.modelData === root.current ? Button.Secondary : Button.Quiet
                    text: entry.modelData
                    onClicked: root.page = entry.modelData
                }
            }
            Item {
                Layout.fillHeight: true
            }
            Switch {
                text: "Dark"
                checked: root.dark
                onToggled: root.dark = checked
            }
            Switch {
                text: "High contrast"
                checked: root.contrast
                onToggled: root.contrast = checked
            }
            Switch {
                text: "200 % text"
                checked: root.textScale > 1
                onToggled: root.textScale = checked ? 2 : 1
            }
        }
        Divider {
            Layout.fillHeight: true
            visible: !root.single
            vertical: true
        }
        Flickable {
            Layout.fillWidth: true
            Layout.fillHeight: true
            contentWidth: width
            contentHeight: root.pageHeight
            clip: true
            boundsBehavior: Flickable.StopAtBounds

            Loader {
                id: loader

                x: Theme.space24
                y: Theme.space24
                width: parent.width - 2 * Theme.space24
                source: Qt.resolvedUrl(root.current + "Page.qml")
            }
        }
    }
}
