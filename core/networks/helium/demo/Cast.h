// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/Cells.h"
#include "core/networks/helium/demo/DeviceKey.h"
#include "core/networks/helium/demo/HotspotFirmware.h"
#include "core/networks/helium/demo/Layouts.h"

namespace outpost::heliumdemo {

// Who and what takes part: makers, oracles, the shop, devices. Everything follows from the seed.

struct MakerSpec {
    int id = 0; ///< in the onboarding server
    std::string_view name;
    bool hasCredits = false; ///< false: its Data Credits have run out, owners pay themselves
    int locationNonceLimit = 1;
    bool repliesWithBuffers = false; ///< how the onboarding server spells its transactions for this maker
};
std::span<const MakerSpec> makers();
Keypair makerWallet(const World& world, const MakerSpec& maker);
Pubkey makerTree(const World& world, const MakerSpec& maker);
Pubkey dataOnlyTree(const World& world);

/// Sells the starter devices and pays for nothing else.
Keypair shop(const World& world);

struct OracleSpec {
    std::string_view host;
};
std::span<const OracleSpec> oracles();
Keypair oracleKey(const World& world, std::size_t index);

/// One device that a shop has registered before it hands it over.
struct StockDevice {
    DeviceKey key;
    bool isFull = false;
    GeoPoint point;
    bool hasPlace = true;
    std::string_view city, country;
    std::uint64_t daily = 0;
    int ageDays = 0;
    int offlineSinceDays = 0; ///< 0: online
    int outageDaysAgo = 0;    ///< 0: none
    int outageLength = 0;
    int collectedDaysAgo = 0; ///< 0: never
};
/// The devices for the first wallet are batch 0; eight when nothing else is asked for.
StockDevice stockDevice(const World& world, int batch, int index);
inline constexpr int kStockSize = 8;
inline constexpr int kOfflineIndex = 6;
inline constexpr int kNoPlaceIndex = 7;

/// A device beside this computer.
struct RadioSpec {
    std::string_view id; ///< the radio's address
    HotspotFirmware::Style style = HotspotFirmware::Style::Reference;
    DeviceKey::Kind keyKind = DeviceKey::Kind::EccCompact;
    int maker = -1;      ///< index into makers(); -1: data-only, the onboarding server does not know it
    int stockIndex = -1; ///< this is a device of batch 0
    bool isStale = false;
    bool hasLongScan = false; ///< hears more networks than fit an attribute
    bool hasCable = false;
    int rssiDbm = -60;
    std::string_view firmware;
};
std::span<const RadioSpec> radios();
DeviceKey radioKey(const World& world, std::size_t index);
HotspotFirmware::Profile radioProfile(const World& world, std::size_t index);
HotspotFirmware::Saved radioFactoryState(std::size_t index);

/// A hotspot of somebody else, only for the map.
struct Stranger {
    std::string address;
    Pubkey keyToAsset;
    GeoPoint point;
    std::string_view city, country;
};
std::vector<Stranger> strangers(const World& world);

/// What an address search says of a point: the nearest town of this world, nothing in the open country.
struct TownName {
    std::string_view city, country;
};
std::optional<TownName> townAt(GeoPoint point);

/// Every town of this world, for the demo's search for addresses.
std::vector<demo::KnownTown> towns();

/// The serial numbers that go with a device's address, for the onboarding server and its own radio.
struct Papers {
    std::string mac; ///< 12 hexadecimal digits, upper case
    std::string serial;
};
Papers papersOf(std::string_view address);

} // namespace outpost::heliumdemo
