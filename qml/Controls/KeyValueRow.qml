// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Outpost.Theme

// A name and its value. An unknown value is an em dash with the reason on hover and for a screen reader.
RowLayout {
    id: root

    required property string key
    property string value: ""
    property string unknownReason: ""
    property bool strong: false
    property int tone: Label.Primary
    property bool copyable: false

    signal copyRequested

    readonly property bool unknown: root.value === ""

    spacing: Theme.space12

    Accessible.role: Accessible.StaticText
    Accessible.name: root.key
    Accessible.description: root.unknown ? root.unknownReason : root.value

    Label {
        Layout.fillWidth: true
        Layout.minimumWidth: Math.round(60 * Theme.scale)
        Layout.alignment: Qt.AlignTop
        role: Label.Small
        tone: Label.Secondary
        text: root.key
        wrapMode: Text.Wrap
        Accessible.ignored: true
    }
    Label {
        id: shown

        Layout.fillWidth: true
        Layout.maximumWidth: Math.ceil(implicitWidth)
        Layout.alignment: Qt.AlignTop
        role: root.strong ? Label.SmallStrong : Label.Body
        tone: root.unknown ? Label.Secondary : root.tone
        text: root.unknown ? "\u2014" : root.value
        horizontalAlignment: Text.AlignRight
        wrapMode: Text.WrapAtWordBoundaryOrAnywhere
        Accessible.ignored: true

        HoverHandler {
            id: hover

            enabled: root.unknown
        }
        Tooltip {
            text: root.unknownReason
            shown: hover.hovered
        }
    }
    IconButton {
        // The button may stand out of a line of text: it must not make the row taller.
        Layout.alignment: Qt.AlignTop
        Layout.topMargin: Math.round((Theme.type.bodyLine - height) / 2)
        Layout.bottomMargin: Layout.topMargin
        visible: root.copyable && !root.unknown
        small: true
        iconName: "copy"
        //: %1 is the name of a value, for example "Receiving address".
        text: qsTr("Copy: %1").arg(root.key)
        onClicked: root.copyRequested()
    }
}
