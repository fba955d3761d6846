// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtTest
import Outpost.Controls

TestCase {
    id: root

    name: "Fields"
    when: windowShown
    width: 600
    height: 500
    visible: true

    Column {
        spacing: 10

        TextField {
            id: field

            label: "Name"
            hint: "Only you see it."
        }
        SearchField {
            id: search

            placeholder: "Search"
            shortcutText: "Ctrl K"
        }
        ComboBox {
            id: combo

            accessibleName: "Antenna"
            model: ["1.2 dBi", "2.6 dBi", "5.8 dBi"]
        }
        Switch {
            id: toggle

            text: "Devices"
        }
        CheckBox {
            id: box

            text: "Keep"
        }
        Row {
            RadioCard {
                id: one

                width: 200
                text: "One"
                checked: true
            }
            RadioCard {
                id: two

                width: 200
                text: "Two"
            }
        }
    }

    SignalSpy {
        id: edited

        target: field
        signalName: "edited"
    }
    SignalSpy {
        id: accepted

        target: field
        signalName: "accepted"
    }
    SignalSpy {
        id: searched

        target: search
        signalName: "edited"
    }

    function init(): void {
        field.text = "";
        field.error = "";
        search.clear();
        edited.clear();
        accepted.clear();
        searched.clear();
    }

    function test_typingIsReported(): void {
        field.forceActiveFocus();
        keyClick(Qt.Key_A);
        keyClick(Qt.Key_B);
        compare(field.text, "ab");
        compare(edited.count, 2);
        compare(edited.signalArguments[1][0], "ab");
        keyClick(Qt.Key_Return);
        compare(accepted.count, 1);
    }

    function test_settingTextIsNoEdit(): void {
        field.text = "from outside";
        compare(edited.count, 0);
    }

    function test_errorTakesThePlaceOfTheHint(): void {
        const before = field.implicitHeight;
        field.error = "That is not a name.";
        compare(field.implicitHeight, before);
    }

    function test_textIsCapped(): void {
        field.maximumLength = 5;
        field.forceActiveFocus();
        for (let i = 0; i < 9; ++i)
            keyClick(Qt.Key_A);
        compare(field.text.length, 5);
        field.maximumLength = 4096;
    }

    function test_escapeClearsTheSearchOnce(): void {
        search.forceActiveFocus();
        keyClick(Qt.Key_H);
        compare(search.text, "h");
        keyClick(Qt.Key_Escape);
        compare(search.text, "");
        compare(searched.count, 2);
        compare(searched.signalArguments[1][0], "");
    }

    function test_comboByKeyboard(): void {
        combo.currentIndex = 0;
        combo.forceActiveFocus(Qt.TabFocusReason);
        keyClick(Qt.Key_Down);
        compare(combo.currentIndex, 1);
        keyClick(Qt.Key_Return);
        tryCompare(combo.popup, "opened", true);
        keyClick(Qt.Key_Down);
        keyClick(Qt.Key_Return);
        tryCompare(combo.popup, "visible", false);
        compare(combo.currentIndex, 2);
    }

    function test_escapeClosesTheComboWithoutChange(): void {
        combo.currentIndex = 0;
        combo.forceActiveFocus(Qt.TabFocusReason);
        keyClick(Qt.Key_Return);
        tryCompare(combo.popup, "opened", true);
        keyClick(Qt.Key_Down);
        keyClick(Qt.Key_Escape);
        tryCompare(combo.popup, "visible", false);
        compare(combo.currentIndex, 0);
    }

    function test_spaceAndReturnToggle(): void {
        toggle.forceActiveFocus(Qt.TabFocusReason);
        keyClick(Qt.Key_Space);
        compare(toggle.checked, true);
        keyClick(Qt.Key_Return);
        compare(toggle.checked, false);
        box.forceActiveFocus(Qt.TabFocusReason);
        keyClick(Qt.Key_Space);
        compare(box.checked, true);
    }

    function test_cardsExcludeEachOther(): void {
        two.forceActiveFocus(Qt.TabFocusReason);
        keyClick(Qt.Key_Space);
        compare(two.checked, true);
        compare(one.checked, false);
    }
}
