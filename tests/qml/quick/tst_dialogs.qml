// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtTest
import Outpost.Controls
import Outpost.Components

TestCase {
    id: root

    name: "Dialogs"
    when: windowShown
    width: 800
    height: 600
    visible: true

    Button {
        id: opener

        text: "Open"
    }
    Dialog {
        id: dialog

        title: "Forget this device?"
        confirmText: "Forget"
        confirmKind: Button.Danger
    }
    ReviewSheet {
        id: review

        title: "Collect"
        confirmText: "Collect €23.39"
        receiveTotal: "€23.39"
        payTotal: "€0.65"
    }
    Toast {
        id: toast
    }
    Menu {
        id: menu

        MenuItem {
            id: entry

            text: "Set the place"
        }
        MenuItem {
            text: "Forget"
            danger: true
        }
    }

    SignalSpy {
        id: accepted

        target: dialog
        signalName: "accepted"
    }
    SignalSpy {
        id: rejected

        target: dialog
        signalName: "rejected"
    }
    SignalSpy {
        id: agreed

        target: review
        signalName: "accepted"
    }
    SignalSpy {
        id: triggered

        target: entry
        signalName: "triggered"
    }

    function init(): void {
        for (const spy of [accepted, rejected, agreed, triggered])
            spy.clear();
        review.refusal = "";
    }

    function cleanup(): void {
        dialog.close();
        review.close();
        tryCompare(dialog, "visible", false);
        tryCompare(review, "visible", false);
    }

    function test_enterOnADangerousDialogDoesNotConfirm(): void {
        dialog.open();
        tryCompare(dialog, "opened", true);
        keyClick(Qt.Key_Return);
        tryCompare(dialog, "visible", false);
        compare(accepted.count, 0);
        compare(rejected.count, 1);
    }

    function test_escapeLeaves(): void {
        dialog.open();
        tryCompare(dialog, "opened", true);
        keyClick(Qt.Key_Escape);
        tryCompare(dialog, "visible", false);
        compare(accepted.count, 0);
    }

    function test_tabThenReturnConfirms(): void {
        review.open();
        tryCompare(review, "opened", true);
        keyClick(Qt.Key_Tab);
        keyClick(Qt.Key_Return);
        compare(agreed.count, 1);
    }

    function test_refusedReviewCannotBeConfirmed(): void {
        review.refusal = "Refused: an unknown account.";
        review.open();
        tryCompare(review, "opened", true);
        keyClick(Qt.Key_Tab);
        keyClick(Qt.Key_Return);
        compare(agreed.count, 0);
    }

    function test_focusReturnsToWhereItWas(): void {
        opener.forceActiveFocus(Qt.TabFocusReason);
        dialog.open();
        tryCompare(dialog, "opened", true);
        keyClick(Qt.Key_Escape);
        tryCompare(dialog, "visible", false);
        tryCompare(opener, "activeFocus", true);
    }

    function test_busyDialogStays(): void {
        dialog.busy = true;
        dialog.open();
        tryCompare(dialog, "opened", true);
        keyClick(Qt.Key_Escape);
        compare(dialog.visible, true);
        dialog.busy = false;
    }

    function test_sheetFitsTheWindow(): void {
        review.open();
        tryCompare(review, "opened", true);
        verify(review.height <= root.height - 48);
        verify(review.width <= root.width - 48);
    }

    function test_menuByKeyboard(): void {
        menu.popup(opener, 0, 40);
        tryCompare(menu, "opened", true);
        keyClick(Qt.Key_Down);
        keyClick(Qt.Key_Return);
        compare(triggered.count, 1);
        tryCompare(menu, "visible", false);
    }

    function test_aBadToastStays(): void {
        toast.show("Not sent.", Banner.Bad, "");
        compare(toast.shown, true);
        toast.hide();
        compare(toast.shown, false);
    }
}
