// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

// Waiting: says for what, and how long that usually takes.
StateView {
    working: true
    //: Default words while something is fetched.
    title: qsTr("Fetching")
}
