// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtTest
import Outpost.Controls

TestCase {
    id: root

    name: "Buttons"
    when: windowShown
    width: 600
    height: 400
    visible: true

    Column {
        spacing: 10

        Button {
            id: first

            text: "Collect"
            kind: Button.Primary
        }
        Button {
            id: second

            text: "A very long word: Wiederherstellungswörterverzeichnis"
            width: 120
        }
        IconButton {
            id: icon

            text: "Copy"
            iconName: "copy"
        }
        LinkButton {
            id: link

            text: "Show in full"
        }
        FilterChip {
            id: chip

            text: "Working"
            count: "12"
        }
    }

    SignalSpy {
        id: clicks

        signalName: "clicked"
    }

    function init(): void {
        first.busy = false;
        first.enabled = true;
        clicks.target = first;
        clicks.clear();
    }

    function test_returnAndSpacePress(): void {
        first.forceActiveFocus(Qt.TabFocusReason);
        keyClick(Qt.Key_Return);
        keyClick(Qt.Key_Space);
        keyClick(Qt.Key_Enter);
        compare(clicks.count, 3);
    }

    function test_busyTakesNoPress(): void {
        first.busy = true;
        first.forceActiveFocus(Qt.TabFocusReason);
        keyClick(Qt.Key_Return);
        keyClick(Qt.Key_Space);
        mouseClick(first);
        compare(clicks.count, 0);
        verify(first.activeFocus, "a busy button keeps the focus");
    }

    function test_disabledTakesNoPress(): void {
        first.enabled = false;
        mouseClick(first);
        compare(clicks.count, 0);
    }

    function test_tabGoesInReadingOrder(): void {
        first.forceActiveFocus(Qt.TabFocusReason);
        for (const next of [second, icon, link, chip]) {
            keyClick(Qt.Key_Tab);
            verify(next.activeFocus, next.text);
        }
        keyClick(Qt.Key_Tab, Qt.ShiftModifier);
        verify(link.activeFocus);
    }

    function test_longTextStaysInside(): void {
        compare(second.width, 120);
        verify(second.contentItem.width <= 120);
    }

    function test_everyKindOfButtonTakesReturn_data(): list<var> {
        return [
            {
                tag: "icon",
                item: icon
            },
            {
                tag: "link",
                item: link
            },
            {
                tag: "chip",
                item: chip
            }
        ];
    }

    function test_everyKindOfButtonTakesReturn(data): void {
        clicks.target = data.item;
        clicks.clear();
        data.item.forceActiveFocus(Qt.TabFocusReason);
        keyClick(Qt.Key_Return);
        compare(clicks.count, 1);
    }
}
