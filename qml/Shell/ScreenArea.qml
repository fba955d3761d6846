// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Outpost.App
import Outpost.Components
import Outpost.Controls
import Outpost.Screens
import Outpost.Theme

// Shows one screen at a time. Screens keep nothing: what they show lives in their view-models.
FocusScope {
    id: root

    required property AppViewModel app
    property string current: "home"

    // What cannot be shown in this window's state leads home.
    function show(target: string, argument: string): void {
        if (target === "firstRun") {
            root.app.beginFirstRun();
            return;
        }
        if (target === "receive") {
            receive.open();
            return;
        }
        if (target === "wizard" && argument !== "" && argument !== root.app.wizard.deviceId)
            root.app.wizard.resumeDevice(argument);
        if (target === "collect") {
            root.app.collect.collect(argument === "" ? [] : argument.split(" "));
            return;
        }
        if (target === "device")
            root.app.device.open(argument);
        if (target === "map")
            root.app.map.select(argument);
        root.current = target;
    }

    Loader {
        anchors.fill: parent
        focus: true
        sourceComponent: {
            switch (root.current) {
            case "devices":
                return devices;
            case "device":
                return device;
            case "map":
                return map;
            case "earnings":
                return earnings;
            case "settings":
                return settings;
            case "wizard":
                return wizard;
            case "wallet":
                return wallet;
            default:
                return home;
            }
        }
    }

    CollectSheet {
        model: root.app.collect
    }
    ReceiveDialog {
        id: receive

        model: root.app.wallet
    }

    // One screen, one component.
    Component {
        id: home

        HomeScreen {
            model: root.app.home
            unfinished: root.app.wizard.unfinished
            tiles: root.app.tiles
            onForgetRequested: deviceId => root.app.wizard.forgetUnfinished(deviceId)
            onNavigate: (target, argument) => root.show(target, argument)
        }
    }
    Component {
        id: devices

        DevicesScreen {
            model: root.app.devices
            unfinished: root.app.wizard.unfinished
            onForgetRequested: deviceId => root.app.wizard.forgetUnfinished(deviceId)
            onNavigate: (target, argument) => root.show(target, argument)
        }
    }
    Component {
        id: device

        DeviceScreen {
            model: root.app.device
            search: root.app.addresses
            tiles: root.app.tiles
            onNavigate: (target, argument) => root.show(target, argument)
        }
    }
    Component {
        id: map

        MapScreen {
            model: root.app.map
            tiles: root.app.tiles
            onNavigate: (target, argument) => root.show(target, argument)
        }
    }
    Component {
        id: earnings

        EarningsScreen {
            model: root.app.earnings
            onNavigate: (target, argument) => root.show(target, argument)
        }
    }
    Component {
        id: settings

        SettingsScreen {
            model: root.app.settings
            tiles: root.app.tiles
            addresses: root.app.addresses
            records: root.app.records
            onNavigate: (target, argument) => root.show(target, argument)
        }
    }
    Component {
        id: wallet

        WalletScreen {
            model: root.app.wallet
            onNavigate: (target, argument) => root.show(target, argument)
        }
    }
    Component {
        id: wizard

        WizardScreen {
            model: root.app.wizard
            search: root.app.addresses
            tiles: root.app.tiles
            onNavigate: (target, argument) => root.show(target, argument)
        }
    }
}
