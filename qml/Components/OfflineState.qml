// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

// There is no internet, and nothing stored to show instead.
StateView {
    iconName: "offline"
    //: Title where a screen needs the internet and there is none.
    title: qsTr("No internet")
    //: Explains the state "No internet".
    sentence: qsTr("Nothing was stored for this screen yet. Devices beside you can still be found and set up.")
}
