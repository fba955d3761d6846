// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Outpost.App
import Outpost.Components
import Outpost.Controls
import Outpost.Platform
import Outpost.Theme

// From nothing to a wallet.
Item {
    id: root

    required property FirstRunViewModel model

    signal navigate(string target, string argument)

    Loader {
        anchors.fill: parent
        focus: true
        sourceComponent: {
            switch (root.model.step) {
            case FirstRunViewModel.NewWallet:
                return newWallet;
            case FirstRunViewModel.Words:
                return words;
            case FirstRunViewModel.Check:
                return check;
            case FirstRunViewModel.Restore:
                return restore;
            case FirstRunViewModel.Watch:
                return watch;
            case FirstRunViewModel.Addresses:
                return addresses;
            default:
                return choose;
            }
        }
    }

    Component {
        id: choose

        ChooseStep {
            model: root.model
        }
    }
    Component {
        id: newWallet

        NewWalletStep {
            model: root.model
        }
    }
    Component {
        id: words

        WordsStep {
            model: root.model
        }
    }
    Component {
        id: check

        BackupCheckStep {
            model: root.model
        }
    }
    Component {
        id: restore

        RestoreStep {
            model: root.model
        }
    }
    Component {
        id: watch

        WatchStep {
            model: root.model
        }
    }
    Component {
        id: addresses

        AddressesStep {
            model: root.model
        }
    }
}
