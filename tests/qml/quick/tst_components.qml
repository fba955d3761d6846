// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtTest
import Outpost.Theme
import Outpost.Controls
import Outpost.Components

TestCase {
    id: root

    name: "Components"
    when: windowShown
    width: 900
    height: 700
    visible: true

    Column {
        spacing: 10

        MoneyText {
            id: money

            amount: "€184.20"
            unknownReason: "No price is known"
        }
        BarChart {
            id: chart

            width: 300
            height: 80
            summary: "Three days"
            values: [1, NaN, 3]
            labels: ["1 November: €1.00", "2 November: not known", "3 November: €3.00"]
        }
        AttentionRow {
            id: attention

            width: 700
            title: "Fluffy Oak Heron"
            cost: "about €0.31 a day"
            actionText: "Fix Wi-Fi"
        }
        Stepper {
            id: stepper

            width: 240
            model: ListModel {
                ListElement {
                    title: "Find it"
                    note: ""
                    stepState: 2
                }
                ListElement {
                    title: "Check it"
                    note: ""
                    stepState: 1
                }
            }
        }
        DeviceMap {
            id: map

            width: 400
            height: 240
            autoFit: false
            selectedKey: ""
            markers: ListModel {
                ListElement {
                    key: "a"
                    name: "A"
                    latitude: 52.37
                    longitude: 4.89
                    status: 0
                }
                ListElement {
                    key: "b"
                    name: "B"
                    latitude: 52.40
                    longitude: 4.95
                    status: 2
                }
            }
        }
    }

    SignalSpy {
        id: activated

        target: chart
        signalName: "barActivated"
    }
    SignalSpy {
        id: mended

        target: attention
        signalName: "actionRequested"
    }
    SignalSpy {
        id: stepped

        target: stepper
        signalName: "stepRequested"
    }
    SignalSpy {
        id: chosen

        target: map
        signalName: "markerActivated"
    }
    SignalSpy {
        id: picked

        target: map
        signalName: "picked"
    }

    function init(): void {
        for (const spy of [activated, mended, stepped, chosen, picked])
            spy.clear();
        map.picking = false;
        map.selectedKey = "";
        map.centerOn(52.37, 4.89, 12);
    }

    function test_unknownMoneyIsADashNeverZero(): void {
        money.amount = "";
        compare(money.text, "\u2014");
        verify(money.Accessible.name.includes("No price is known"));
        money.amount = "€184.20";
        compare(money.text, "€184.20");
    }

    function test_arrowsMoveThroughTheBars(): void {
        chart.forceActiveFocus(Qt.TabFocusReason);
        keyClick(Qt.Key_Home);
        compare(chart.Accessible.description, "1 November: €1.00");
        keyClick(Qt.Key_Right);
        compare(chart.Accessible.description, "2 November: not known");
        keyClick(Qt.Key_End);
        keyClick(Qt.Key_Right);
        compare(chart.Accessible.description, "3 November: €3.00");
        keyClick(Qt.Key_Return);
        compare(activated.signalArguments[0][0], 2);
    }

    function test_clickOnABarActivatesIt(): void {
        mouseClick(chart, 250, 40);
        compare(activated.count, 1);
        compare(activated.signalArguments[0][0], 2);
    }

    function test_attentionByKeyboard(): void {
        chart.forceActiveFocus(Qt.TabFocusReason);
        keyClick(Qt.Key_Tab);
        keyClick(Qt.Key_Return);
        compare(mended.count, 1);
    }

    function test_onlyDoneStepsCanBePressed(): void {
        mouseClick(stepper, 40, 10);
        compare(stepped.count, 1);
        compare(stepped.signalArguments[0][0], 0);
    }

    function test_mapByKeyboard(): void {
        map.forceActiveFocus(Qt.TabFocusReason);
        const zoom = map.camera.zoom;
        keyClick(Qt.Key_Plus);
        compare(map.camera.zoom, zoom + 1);
        const longitude = map.camera.longitude;
        keyClick(Qt.Key_Right);
        verify(map.camera.longitude > longitude);
        const latitude = map.camera.latitude;
        keyClick(Qt.Key_Up);
        verify(map.camera.latitude > latitude);
    }

    function test_pageKeysGoFromDeviceToDevice(): void {
        map.forceActiveFocus(Qt.TabFocusReason);
        keyClick(Qt.Key_PageDown);
        compare(chosen.signalArguments[0][0], "a");
        map.selectedKey = "a";
        keyClick(Qt.Key_PageDown);
        compare(chosen.signalArguments[1][0], "b");
        fuzzyCompare(map.camera.longitude, 4.95, 1e-6);
    }

    function test_clickOnADeviceChoosesIt(): void {
        // The map groups on its next frame.
        waitForRendering(map);
        mouseClick(map, 200, 120);
        tryCompare(chosen, "count", 1);
        compare(chosen.signalArguments[0][0], "a");
    }

    function test_dragMovesTheMap(): void {
        const longitude = map.camera.longitude;
        mouseDrag(map, 200, 60, 80, 0);
        verify(map.camera.longitude < longitude);
    }

    function test_wheelZoomsAtThePointer(): void {
        const zoom = map.camera.zoom;
        const latitude = map.camera.latitudeAt(100, 50);
        mouseWheel(map, 100, 50, 0, 120);
        verify(map.camera.zoom > zoom);
        fuzzyCompare(map.camera.latitudeAt(100, 50), latitude, 1e-6);
    }

    function test_pickByClickAndByKeyboard(): void {
        map.picking = true;
        mouseClick(map, 200, 120);
        tryCompare(picked, "count", 1);
        fuzzyCompare(map.pickedLatitude, 52.37, 1e-3);
        verify(map.pickedCell.length === 15);
        map.forceActiveFocus(Qt.TabFocusReason);
        keyClick(Qt.Key_Return);
        compare(picked.count, 2);
        fuzzyCompare(map.pickedLongitude, 4.89, 1e-6);
    }

    function test_textScaleIsKeptInside(): void {
        Theme.textScale = 5;
        compare(Theme.scale, 2);
        verify(Theme.controlHeight >= 56);
        Theme.textScale = 0.1;
        compare(Theme.scale, 1);
        Theme.textScale = 1;
    }

    function test_noAnimationIsLongerThanAFifthOfASecond(): void {
        for (const duration of [Theme.durationFast, Theme.durationNormal, Theme.durationSlow])
            verify(duration <= 200);
        Theme.reducedMotion = true;
        compare(Theme.durationSlow, 0);
        Theme.reducedMotion = false;
    }

    function test_theShippedFontIsUsed(): void {
        compare(Theme.type.body.family, "Inter");
        compare(Theme.type.title.family, "Inter Display");
    }
}
