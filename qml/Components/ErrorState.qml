// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import Outpost.Theme

// It could not be shown: one plain sentence and an action. The detail is for whoever helps.
StateView {
    iconName: "error"
    iconColor: Theme.color.bad
    //: Default title where something could not be shown.
    title: qsTr("This cannot be shown")
}
