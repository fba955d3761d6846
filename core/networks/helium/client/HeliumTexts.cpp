// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/networks/helium/client/HeliumNetwork.h"

#include <QtGlobal>

namespace outpost::helium {

namespace {

// Context "Network": lupdate finds these here, app/format translates them.
constexpr networks::NetworkText kTexts[] = {
    {"helium.wifiWrongPassphrase",
     QT_TRANSLATE_NOOP("Network", "The hotspot could not join: the Wi-Fi password is wrong."),
     QT_TRANSLATE_NOOP("Network", "Type the password again, and mind capital letters.")},
    {"helium.wifiNotFound", QT_TRANSLATE_NOOP("Network", "The hotspot no longer sees this Wi-Fi network."),
     QT_TRANSLATE_NOOP("Network", "Move it closer to the router, or choose another network.")},
    {"helium.wifiFailed", QT_TRANSLATE_NOOP("Network", "The hotspot could not join the Wi-Fi network."),
     QT_TRANSLATE_NOOP("Network", "Try once more; if it fails again, restart the hotspot.")},
    {"helium.wifiTimeout", QT_TRANSLATE_NOOP("Network", "The hotspot did not get online within a minute."),
     QT_TRANSLATE_NOOP("Network", "Check that the router gives addresses, then try once more.")},
    {"helium.wifiOpenNetwork", QT_TRANSLATE_NOOP("Network", "Hotspots cannot join a Wi-Fi network without a password."),
     QT_TRANSLATE_NOOP("Network", "Choose a network with a password, or use a cable.")},
    {"helium.deviceNonsense", QT_TRANSLATE_NOOP("Network", "The device answers something that a hotspot never says."),
     QT_TRANSLATE_NOOP("Network", "Restart it. If this stays, its firmware is not supported.")},
    {"helium.staleFirmware", QT_TRANSLATE_NOOP("Network", "The firmware of this hotspot is too old to register it."),
     QT_TRANSLATE_NOOP("Network", "Ask its maker for a recovery image, then come back.")},
    {"helium.signTimeout", QT_TRANSLATE_NOOP("Network", "The hotspot did not sign its registration in time."),
     QT_TRANSLATE_NOOP("Network", "Try again; nothing has been paid.")},
    {"helium.deviceNotReady", QT_TRANSLATE_NOOP("Network", "The hotspot is still starting."),
     QT_TRANSLATE_NOOP("Network", "Wait a minute, then try again.")},
    {"helium.badAddress", QT_TRANSLATE_NOOP("Network", "This is not an address of this network."),
     QT_TRANSLATE_NOOP("Network", "Copy it again from where it came from.")},
    {"helium.badRegistration", QT_TRANSLATE_NOOP("Network", "The registration that the hotspot signed cannot be read."),
     QT_TRANSLATE_NOOP("Network", "Restart the hotspot and try again.")},
    {"helium.registrationForged",
     QT_TRANSLATE_NOOP("Network", "The registration is not signed by this hotspot, or names another owner."),
     QT_TRANSLATE_NOOP("Network", "Do not continue; ask the seller where the device comes from.")},
    {"helium.badAccount",
     QT_TRANSLATE_NOOP("Network", "The network's records have a form that this version does not know."),
     QT_TRANSLATE_NOOP("Network", "Look for an update of Outpost.")},
    {"helium.badProof", QT_TRANSLATE_NOOP("Network", "The network's index is behind its ledger."),
     QT_TRANSLATE_NOOP("Network", "Try again in a minute.")},
    {"helium.badOracleMessage",
     QT_TRANSLATE_NOOP("Network", "A rewards service gave a statement that it did not sign."),
     QT_TRANSLATE_NOOP("Network", "Nothing was collected. Try again later.")},
    {"helium.serviceShape", QT_TRANSLATE_NOOP("Network", "%1 answered something that Outpost does not understand."),
     QT_TRANSLATE_NOOP("Network", "Try again later; if it stays, look for an update.")},
    {"helium.serviceRefused", QT_TRANSLATE_NOOP("Network", "The network's service refused: %1"),
     QT_TRANSLATE_NOOP("Network", "Nothing was paid. Try again, or ask the maker of the device.")},
    {"helium.unknownOracle",
     QT_TRANSLATE_NOOP("Network", "The network names a rewards service at %1 that Outpost does not know."),
     QT_TRANSLATE_NOOP("Network", "Look for an update; nothing is collected until then.")},
    {"helium.ownedByOther", QT_TRANSLATE_NOOP("Network", "This hotspot already belongs to another wallet (%1)."),
     QT_TRANSLATE_NOOP("Network", "Ask its owner to transfer it to you.")},
    {"helium.placeMismatch", QT_TRANSLATE_NOOP("Network", "The network shows another place than the one you chose."),
     QT_TRANSLATE_NOOP("Network", "Set the place again from the device's page.")},
    {"helium.notEnoughForCredits", QT_TRANSLATE_NOOP("Network", "Registering costs %1 HNT and the wallet holds %2."),
     QT_TRANSLATE_NOOP("Network",
                       "Send the missing amount to your receiving address; the registration then continues.")},
    {"helium.gainOutOfRange", QT_TRANSLATE_NOOP("Network", "The antenna's gain must be from %1 to %2 dBi."),
     QT_TRANSLATE_NOOP("Network", "Give the gain that is printed on the antenna, or leave it out.")},
    {"hotspot.lorawan", QT_TRANSLATE_NOOP("Network", "LoRaWAN hotspot"), nullptr},
    {"hotspot.lorawanData", QT_TRANSLATE_NOOP("Network", "LoRaWAN hotspot, data only"), nullptr},
    {"source.oracle", QT_TRANSLATE_NOOP("Network", "rewards service"), nullptr},
    {"source.entities", QT_TRANSLATE_NOOP("Network", "network directory"), nullptr},
    {"onboard.ownedByOther", QT_TRANSLATE_NOOP("Network", "It already belongs to another wallet."), nullptr},
};

} // namespace

std::span<const networks::NetworkText> HeliumNetwork::texts() const
{
    return kTexts;
}

} // namespace outpost::helium
