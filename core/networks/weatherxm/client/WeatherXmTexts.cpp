// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/networks/weatherxm/client/WeatherXmNetwork.h"

#include <QtGlobal>

namespace outpost::weatherxm {

namespace {

// Context "Network": lupdate finds these here, app/format translates them.
constexpr networks::NetworkText kTexts[] = {
    {"weatherxm.signInRefused", QT_TRANSLATE_NOOP("Network", "The weather stations' cloud refuses this sign-in."),
     QT_TRANSLATE_NOOP("Network", "Check the e-mail address and the password, then try again.")},
    {"weatherxm.signInNeeded", QT_TRANSLATE_NOOP("Network", "The session with the weather stations' cloud has ended."),
     QT_TRANSLATE_NOOP("Network", "Sign in again.")},
    {"weatherxm.shape", QT_TRANSLATE_NOOP("Network", "%1 answered something that Outpost does not understand."),
     QT_TRANSLATE_NOOP("Network", "Try again later; if it stays, look for an update.")},
    {"weatherxm.refused", QT_TRANSLATE_NOOP("Network", "The weather stations' cloud refused: %1"),
     QT_TRANSLATE_NOOP("Network", "Try again later, or look into the network's own app.")},

    {"weather.station", QT_TRANSLATE_NOOP("Network", "Weather station"), nullptr},
    {"source.stationCloud", QT_TRANSLATE_NOOP("Network", "weather stations' cloud"), nullptr},
    {"weatherxm.payout", QT_TRANSLATE_NOOP("Network", "Collected in the network's app"), nullptr},

    {"weatherxm.silent", QT_TRANSLATE_NOOP("Network", "Sends no readings."),
     QT_TRANSLATE_NOOP("Network", "Check the power of its gateway, its internet and its batteries.")},
    {"weatherxm.placeDoubted", QT_TRANSLATE_NOOP("Network", "The network does not believe where it stands."),
     QT_TRANSLATE_NOOP("Network", "Confirm its place in the network's app: until then it is paid less.")},
    {"weatherxm.noWallet",
     QT_TRANSLATE_NOOP("Network", "The account has no wallet: what it earns is not kept for you."),
     QT_TRANSLATE_NOOP("Network", "Add a wallet to the account in the network's app.")},
    {"weatherxm.batteryLowProblem", QT_TRANSLATE_NOOP("Network", "Its battery is low."),
     QT_TRANSLATE_NOOP("Network", "Change the batteries before it falls silent.")},
    {"weatherxm.activityUnknown", QT_TRANSLATE_NOOP("Network", "The network does not say whether it works."),
     QT_TRANSLATE_NOOP("Network", "Look for it in the network's app.")},

    {"weatherxm.firmware", QT_TRANSLATE_NOOP("Network", "Firmware %1"), nullptr},
    {"weatherxm.firmwareWaits", QT_TRANSLATE_NOOP("Network", "Firmware %1; %2 waits to be installed"), nullptr},
    {"weatherxm.batteryLow", QT_TRANSLATE_NOOP("Network", "A battery is low"), nullptr},
    {"weatherxm.batteryOk", QT_TRANSLATE_NOOP("Network", "Battery ok"), nullptr},
    {"weatherxm.batteryOkHeard", QT_TRANSLATE_NOOP("Network", "Battery ok, its sensors are heard with %1 dBm"),
     nullptr},
    {"weatherxm.stationHeard", QT_TRANSLATE_NOOP("Network", "Its sensors are heard with %1 dBm"), nullptr},
    {"weatherxm.sends", QT_TRANSLATE_NOOP("Network", "Sends its readings"), nullptr},
    {"weatherxm.sendsPlaceDoubted", QT_TRANSLATE_NOOP("Network", "Sends its readings; its place is not believed"),
     nullptr},
    {"weatherxm.sendsNothing", QT_TRANSLATE_NOOP("Network", "Sends nothing"), nullptr},

    {"reading.temperature", QT_TRANSLATE_NOOP("Network", "Temperature"), nullptr},
    {"reading.humidity", QT_TRANSLATE_NOOP("Network", "Humidity"), nullptr},
    {"reading.wind", QT_TRANSLATE_NOOP("Network", "Wind"), nullptr},
    {"reading.gust", QT_TRANSLATE_NOOP("Network", "Gusts"), nullptr},
    {"reading.pressure", QT_TRANSLATE_NOOP("Network", "Air pressure"), nullptr},
    {"reading.rain", QT_TRANSLATE_NOOP("Network", "Rain"), nullptr},
    {"reading.sunlight", QT_TRANSLATE_NOOP("Network", "Sunlight"), nullptr},
};

} // namespace

std::span<const networks::NetworkText> WeatherXmNetwork::texts() const
{
    return kTexts;
}

} // namespace outpost::weatherxm
