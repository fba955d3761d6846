// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

// Nothing here yet, and the first thing to do about it.
StateView {
    iconName: "devices"
}
