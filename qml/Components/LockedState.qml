// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

// The wallet is locked and this screen needs it.
StateView {
    iconName: "lock"
    //: Title where a screen needs the unlocked wallet.
    title: qsTr("Your wallet is locked")
    //: Button that leads to the password.
    actionText: qsTr("Unlock")
}
