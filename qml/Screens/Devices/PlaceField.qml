// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Outpost.App
import Outpost.Controls
import Outpost.Theme

// Where a device stands, typed or pasted. An address is looked for, once somebody says so; anything else is the screen's.
RowLayout {
    id: root

    required property AddressViewModel search
    property string error: ""
    property alias text: typed.text
    readonly property alias editing: typed.activeFocus

    signal placeTyped(string text)
    signal pasteRequested
    // Down: to what was found.
    signal listRequested

    function enter(): void {
        typed.forceActiveFocus(Qt.TabFocusReason);
    }

    function submit(): void {
        if (!root.search.enter(typed.text))
            root.placeTyped(typed.text);
    }

    function paste(): void {
        const address = root.search.addressInClipboard();
        if (address !== "") {
            typed.text = address;
            root.enter();
        } else {
            typed.focus = false;
            root.pasteRequested();
        }
    }

    // Room for the field comes before words on the button.
    readonly property bool narrow: root.width < 400 * Theme.scale

    spacing: Theme.space8

    Keys.onEscapePressed: event => {
        if (root.search.state === AddressViewModel.Idle)
            event.accepted = false;
        else
            root.search.close();
    }

    TextField {
        id: typed

        Layout.fillWidth: true
        //: An example of coordinates in a field; leave the digits.
        placeholder: root.search.server === "" ? qsTr("52.37512, 4.88398 or a link of a map") : qsTr("Address, or 52.37512, 4.88398")
        accessibleName: qsTr("Place")
        error: root.search.state === AddressViewModel.Idle ? root.error : ""
        maximumLength: 512
        onAccepted: root.submit()
        Keys.onDownPressed: event => {
            event.accepted = root.search.state !== AddressViewModel.Idle;
            if (event.accepted)
                root.listRequested();
        }
    }
    IconButton {
        Layout.alignment: Qt.AlignTop
        iconName: "search"
        text: qsTr("Look for this place")
        enabled: typed.text.trim() !== ""
        onClicked: root.submit()
    }
    Button {
        Layout.alignment: Qt.AlignTop
        visible: !root.narrow
        text: qsTr("Paste a place")
        onClicked: root.paste()
    }
    IconButton {
        Layout.alignment: Qt.AlignTop
        visible: root.narrow
        iconName: "copy"
        text: qsTr("Paste a place")
        onClicked: root.paste()
    }
}
