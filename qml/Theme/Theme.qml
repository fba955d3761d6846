// SPDX-License-Identifier: GPL-3.0-or-later
pragma Singleton
import QtQuick

// Every token of the console. The shell sets mode, highContrast, textScale and reducedMotion from the settings;
// nothing else writes here.
QtObject {
    id: root

    enum Mode {
        System,
        Light,
        Dark
    }

    property int mode: Theme.System
    property bool highContrast: false
    property bool reducedMotion: false
    // 1.0 to 2.0; values outside are brought inside.
    property real textScale: 1.0

    readonly property bool dark: root.mode === Theme.Dark || (root.mode === Theme.System && Application.styleHints.colorScheme === Qt.ColorScheme.Dark)
    readonly property real scale: Math.max(1.0, Math.min(2.0, root.textScale))

    readonly property ThemeColors light: LightColors {}
    readonly property ThemeColors darkColors: DarkColors {}
    readonly property ThemeColors contrastLight: ContrastLightColors {}
    readonly property ThemeColors contrastDark: ContrastDarkColors {}
    readonly property ThemeColors color: root.highContrast ? (root.dark ? root.contrastDark : root.contrastLight) : (root.dark ? root.darkColors : root.light)

    readonly property list<FontLoader> fontFiles: [
        FontLoader {
            source: Qt.resolvedUrl("fonts/Inter-Regular.ttf")
        },
        FontLoader {
            source: Qt.resolvedUrl("fonts/Inter-Medium.ttf")
        },
        FontLoader {
            source: Qt.resolvedUrl("fonts/Inter-SemiBold.ttf")
        },
        FontLoader {
            source: Qt.resolvedUrl("fonts/Inter-Display.ttf")
        }
    ]
    readonly property ThemeType type: ThemeType {
        family: root.fontFiles[0].name
        displayFamily: root.fontFiles[3].name
        scale: root.scale
    }

    readonly property int space4: 4
    readonly property int space8: 8
    readonly property int space12: 12
    readonly property int space16: 16
    readonly property int space20: 20
    readonly property int space24: 24
    readonly property int gap: 16
    readonly property int contentPadding: 24
    readonly property int contentMaximum: 1440

    readonly property int radiusControl: 8
    readonly property int radiusCard: 12
    readonly property int radiusChip: 14
    readonly property int borderWidth: root.highContrast ? 2 : 1
    readonly property int focusWidth: 2

    // Heights follow the text, so that 200 % text fits.
    readonly property int controlHeight: Math.max(36, root.type.bodyLine + 16)
    readonly property int smallControlHeight: Math.max(30, root.type.bodyLine + 10)
    readonly property int chipHeight: Math.max(28, root.type.bodyLine + 8)
    readonly property int rowHeight: Math.max(44, root.type.bodyLine + 24)
    readonly property int targetMinimum: 32
    readonly property int iconSize: Math.round(20 * Math.min(root.scale, 1.6))
    readonly property int smallIconSize: Math.round(16 * Math.min(root.scale, 1.6))
    readonly property int markSize: Math.round(8 * Math.min(root.scale, 1.75))

    // No animation lasts longer than 200 ms.
    readonly property int durationFast: root.reducedMotion ? 0 : 100
    readonly property int durationNormal: root.reducedMotion ? 0 : 160
    readonly property int durationSlow: root.reducedMotion ? 0 : 200
    // How long a message stays, and how long the pointer rests before a tool tip: waits, not animations.
    readonly property int toastTime: 6000
    readonly property int tooltipDelay: 500
    readonly property int spinnerTurn: 1000
}
