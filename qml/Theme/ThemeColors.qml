// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

// One palette. Every colour that a person sees comes from here; text pairs reach 4.5:1 (a test computes it).
QtObject {
    required property color background
    required property color surface
    required property color sunk
    required property color border
    // Outline of a field, softer than controlBorder: the fill marks a field as well.
    required property color fieldBorder
    // Outline of what can be operated (boxes, switches): 3:1 against every surface.
    required property color controlBorder
    required property color text
    required property color second
    // Never for text: chart axes, decorative marks, place-holders for pictures.
    required property color decorative
    required property color accent
    required property color accentHover
    required property color accentSoft
    required property color onAccent
    required property color warn
    required property color warnSoft
    required property color bad
    required property color badHover
    required property color badSoft
    required property color onBad
    required property color info
    required property color infoSoft
    // A bar that floats above the content (bulk actions, tool tips).
    required property color inverse
    required property color inverseHover
    required property color onInverse
    required property color scrim
    required property color chartMuted
    required property color mapWater
    required property color mapLand
    required property color mapCoast
}
