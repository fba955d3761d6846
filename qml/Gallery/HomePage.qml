// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick.Layouts
import Outpost.Theme
import Outpost.Controls
import Outpost.Components

// The parts of the home screen, put together as the screen would.
ColumnLayout {
    id: root

    spacing: Theme.gap

    PageHeader {
        Layout.fillWidth: true
        title: "Devices"
        note: "48,212"

        Button {
            text: "Import"
        }
        Button {
            text: "Export"
        }
        Button {
            text: "Add a device"
            kind: Button.Primary
        }
    }
    RowLayout {
        spacing: Theme.gap

        StatCard {
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 2
            title: "Earned in November"
            note: "20 of 30 days · price of 12:41, CoinGecko"
            large: true
            amount: "€184.20"
            trendDirection: Trend.Up
            trendChange: "12 %"
            trendComparison: "against the same days of October · €9.21 a day"

            BarChart {
                anchors.fill: parent
                summary: "Earned each day of November, between €2.10 and €9.80"
                highlightFrom: 10
                values: [2, 4, 6, 5, 8, 7, 9, 11, 12, 14, 16, 15, 14, 14, 13, 13.5, 11, 9, 10.5, NaN, 7, 5, 5.2, 6, 4, 2]
                labels: ["1 November: €2.00", "2 November: €4.00", "3 November: €6.00"]
            }
        }
        StatCard {
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 1
            title: "Ready to collect"
            note: "8 devices"
            amount: "€23.41"
            sentence: "Costs about €0.65: fees and two deposits. Last collected 6 days ago."
            actionText: "Collect…"
        }
    }
    RowLayout {
        spacing: Theme.gap

        StatCard {
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 1
            title: "Earned in November"
            amount: ""
            unknownReason: "No price is known for this day"
            sentence: "Prices answer again in a few minutes."
        }
        StatCard {
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 1
            title: "Locked up"
            amount: "€1,204.55"
            stale: true
            trendDirection: Trend.Down
            trendChange: "−38 %"
            trendComparison: "against last month"
        }
    }
    Card {
        Layout.fillWidth: true
        title: "Needs attention"
        padding: Theme.borderWidth
        badge: "2"
        aside: LinkButton {
            text: "All devices"
            quiet: true
            trailingIconName: "arrow-right"
        }

        ColumnLayout {
            anchors.left: parent.left
            anchors.right: parent.right
            spacing: 0

            AttentionRow {
                Layout.fillWidth: true
                title: "Fluffy Oak Heron"
                sentence: "Answers over Bluetooth, but has no internet. Earned nothing since yesterday."
                cost: "about €0.31 a day"
                actionText: "Fix Wi-Fi"
            }
            AttentionRow {
                Layout.fillWidth: true
                title: "Roof Station 3"
                status: StatusMark.Check
                sentence: "Its own GPS is 410 m from the declared place."
                cost: "about €0.12 a day"
                actionText: "Check place"
            }
            AttentionRow {
                Layout.preferredWidth: 360
                title: "A narrow column"
                sentence: "Its own GPS is 410 m from the declared place."
                cost: "about €0.12 a day"
                actionText: "Check place"
            }
            ActivityRow {
                Layout.fillWidth: true
                title: "Collected from 8 devices"
                note: "14 Nov · to your wallet"
                amount: "+ €21.87"
            }
            ActivityRow {
                Layout.fillWidth: true
                title: "Network fee for collecting"
                note: "14 Nov"
                amount: "− €0.03"
                amountNote: "0.00026 SOL"
                iconName: "send"
            }
        }
    }
}
