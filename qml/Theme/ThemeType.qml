// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

// The type roles at one text scale. Figures are tabular everywhere, so that columns of money line up.
QtObject {
    id: root

    required property string family
    required property string displayFamily
    required property real scale

    readonly property font tiny: root.make(root.family, 12, Font.Normal, 0)
    readonly property font tinyMedium: root.make(root.family, 12, Font.Medium, 0)
    readonly property font tinyStrong: root.make(root.family, 12, Font.DemiBold, 0)
    readonly property font small: root.make(root.family, 13, Font.Normal, 0)
    readonly property font smallMedium: root.make(root.family, 13, Font.Medium, 0)
    readonly property font smallStrong: root.make(root.family, 13, Font.DemiBold, 0)
    readonly property font body: root.make(root.family, 14, Font.Normal, 0)
    readonly property font medium: root.make(root.family, 14, Font.Medium, 0)
    readonly property font strong: root.make(root.family, 14, Font.DemiBold, 0)
    readonly property font brand: root.make(root.family, 16, Font.DemiBold, 0)
    readonly property font title: root.make(root.displayFamily, 20, Font.DemiBold, -0.2)
    readonly property font money: root.make(root.displayFamily, 28, Font.DemiBold, -0.4)
    readonly property font moneyLarge: root.make(root.displayFamily, 40, Font.DemiBold, -0.8)

    // The line heights that belong to them.
    readonly property int tinyLine: Math.round(16 * root.scale)
    readonly property int bodyLine: Math.round(20 * root.scale)
    readonly property int titleLine: Math.round(28 * root.scale)
    readonly property int moneyLine: Math.round(36 * root.scale)
    readonly property int moneyLargeLine: Math.round(48 * root.scale)

    function make(family: string, size: int, weight: int, spacing: real): font {
        return Qt.font({
            family: family,
            pixelSize: Math.round(size * root.scale),
            weight: weight,
            letterSpacing: spacing * root.scale,
            features: {
                "tnum": 1
            }
        });
    }
}
