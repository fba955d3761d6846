// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Outpost.Theme

// A device's state as shape and colour: circle working, diamond check, square offline, ring not set up.
Item {
    id: root

    enum Status {
        Working,
        Check,
        Offline,
        NotSetUp,
        Unknown
    }

    property int status: StatusMark.Unknown
    property int size: Theme.markSize
    // Set where the state is not written beside the mark.
    property string accessibleName: ""

    implicitWidth: Math.ceil(root.size * 1.25)
    implicitHeight: Math.ceil(root.size * 1.25)

    Accessible.role: Accessible.Indicator
    Accessible.name: root.accessibleName
    Accessible.ignored: root.accessibleName === ""

    Rectangle {
        anchors.centerIn: parent
        width: root.status === StatusMark.Check ? Math.round(root.size * 0.92) : root.size
        height: width
        radius: root.status === StatusMark.Check ? 1 : root.status === StatusMark.Offline ? 0 : width / 2
        rotation: root.status === StatusMark.Check ? 45 : 0
        antialiasing: root.status !== StatusMark.Offline
        color: {
            switch (root.status) {
            case StatusMark.Working:
                return Theme.color.accent;
            case StatusMark.Check:
                return Theme.color.warn;
            case StatusMark.Offline:
                return Theme.color.bad;
            default:
                return "transparent";
            }
        }
        border.width: root.status >= StatusMark.NotSetUp ? Math.max(2, Math.round(root.size / 4)) : 0
        border.color: Theme.color.second
    }
}
