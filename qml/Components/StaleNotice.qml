// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import Outpost.Controls

// What is shown is old: since when, why, and a way to ask again.
Banner {
    kind: Banner.Warn
    //: Button that fetches fresh data.
    actionText: qsTr("Ask again")
}
