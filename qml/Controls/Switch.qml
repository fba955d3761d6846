// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Outpost.Theme

// On or off, at once. For a choice that needs a confirmation use a CheckBox.
T.Switch {
    id: root

    property string accessibleName: root.text

    implicitWidth: root.implicitContentWidth + root.leftPadding + root.rightPadding
    implicitHeight: Math.max(Theme.targetMinimum, root.implicitContentHeight)
    spacing: Theme.space12
    padding: 0
    hoverEnabled: true
    focusPolicy: Qt.StrongFocus
    opacity: root.enabled ? 1 : 0.5

    Accessible.role: Accessible.CheckBox
    Accessible.name: root.accessibleName
    Accessible.checkable: true
    Accessible.checked: root.checked
    Accessible.onToggleAction: root.toggle()
    Accessible.onPressAction: root.toggle()

    Keys.onReturnPressed: root.click()
    Keys.onEnterPressed: root.click()

    indicator: Rectangle {
        x: root.leftPadding
        y: Math.round((root.height - height) / 2)
        implicitWidth: Math.round(30 * Math.min(Theme.scale, 1.5))
        implicitHeight: Math.round(18 * Math.min(Theme.scale, 1.5))
        radius: height / 2
        color: root.checked ? Theme.color.accent : Theme.highContrast ? Theme.color.surface : Theme.color.border
        border.width: root.checked ? 0 : Theme.borderWidth
        border.color: Theme.color.controlBorder

        Rectangle {
            readonly property real gap: 2

            x: root.checked ? parent.width - width - gap : gap
            y: gap
            width: parent.height - 2 * gap
            height: width
            radius: width / 2
            color: root.checked ? Theme.color.onAccent : Theme.highContrast ? Theme.color.controlBorder : Theme.dark ? Theme.color.second : Theme.color.surface

            Behavior on x {
                enabled: !Theme.reducedMotion

                NumberAnimation {
                    duration: Theme.durationFast
                }
            }
        }
        FocusRing {
            visible: root.visualFocus
            controlRadius: parent.radius
        }
    }
    contentItem: Label {
        leftPadding: root.text === "" ? root.indicator.width : root.indicator.width + root.spacing
        role: Label.Small
        text: root.text
        wrapMode: Text.Wrap
        Accessible.ignored: true
    }
}
