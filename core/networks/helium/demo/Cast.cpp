// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/networks/helium/demo/Cast.h"

#include "core/base/Encoding.h"
#include "core/domain/Cells.h"

#include <algorithm>
#include <cmath>

namespace outpost::heliumdemo {

namespace {

using demo::Random;

constexpr MakerSpec kMakers[] = {{11, "Norderelbe Radio", true, 2, false}, {12, "Mouraria Labs", false, 0, true}};

// Two parties with keys of their own, at hosts that a client of the real network trusts.
constexpr OracleSpec kOracles[] = {{"hnt-rewards.oracle.helium.io"}, {"iot-rewards.oracle.helium.io"}};

struct Spot {
    double latitude, longitude;
    std::string_view city, country;
};
constexpr Spot kSpots[kStockSize] = {
    {53.5523, 9.9352, "Hamburg", "Germany"},       // Altona
    {53.5747, 9.9497, "Hamburg", "Germany"},       // Eimsbüttel
    {52.3745, 4.8817, "Amsterdam", "Netherlands"}, // Jordaan
    {38.7139, -9.1394, "Lisbon", "Portugal"},      // Baixa
    {53.5903, 10.0033, "Hamburg", "Germany"},      // Winterhude
    {52.3550, 4.8940, "Amsterdam", "Netherlands"}, // De Pijp
    {53.5872, 10.0447, "Hamburg", "Germany"},      // Barmbek
    {38.7685, -9.0990, "Lisbon", "Portugal"},      // Parque das Nações
};

using Style = HotspotFirmware::Style;
using Kind = DeviceKey::Kind;
constexpr RadioSpec kRadios[] = {
    {"C0:FF:EE:00:00:01", Style::Reference, Kind::EccCompact, 0, -1, false, false, false, -48, "2023.04.06.0"},
    {"C0:FF:EE:00:00:02", Style::Nebra, Kind::EccCompact, 1, -1, false, false, false, -57, "1.4.2-light"},
    {"C0:FF:EE:00:00:03", Style::Reference, Kind::EccCompact, 0, -1, true, false, false, -66, "2021.11.22.0"},
    {"C0:FF:EE:00:00:04", Style::Reference, Kind::Ed25519, -1, -1, false, true, false, -61, "2025.04.11.0"},
    {"C0:FF:EE:00:00:05", Style::Reference, Kind::EccCompact, 0, kOfflineIndex, false, false, false, -71,
     "2022.09.29.0"},
};

constexpr std::string_view kHomeNetwork = "FRITZ!Box 7590 KX";

/// A city of the map with the side on which its land is.
struct Town {
    double latitude, longitude, spread;
    std::string_view city, country;
    int count;
};
constexpr Town kTowns[] = {
    {53.575, 9.985, 0.045, "Hamburg", "Germany", 64},  {52.366, 4.888, 0.030, "Amsterdam", "Netherlands", 58},
    {38.737, -9.155, 0.018, "Lisbon", "Portugal", 46}, {52.518, 13.405, 0.060, "Berlin", "Germany", 70},
    {53.079, 8.803, 0.025, "Bremen", "Germany", 18},   {52.090, 5.121, 0.025, "Utrecht", "Netherlands", 22},
    {41.157, -8.610, 0.014, "Porto", "Portugal", 20},  {51.924, 4.478, 0.025, "Rotterdam", "Netherlands", 22},
    {52.374, 9.738, 0.030, "Hanover", "Germany", 18},  {51.228, 6.774, 0.030, "Düsseldorf", "Germany", 16},
    {48.857, 2.352, 0.035, "Paris", "France", 24},     {40.417, -3.703, 0.035, "Madrid", "Spain", 22},
};

GeoPoint near(Random& random, double latitude, double longitude, double spread)
{
    // A degree of longitude is shorter than one of latitude by the cosine of the latitude.
    const double north = random.normal() * spread * 0.5;
    const double east = random.normal() * spread * 0.5 / std::cos(latitude * 3.14159265358979 / 180);
    return {latitude + north, longitude + east};
}

std::string stockLabel(int batch, int index)
{
    return std::format("helium.stock.{}.{}", batch, index);
}

} // namespace

std::span<const MakerSpec> makers()
{
    return kMakers;
}

Keypair makerWallet(const World& world, const MakerSpec& maker)
{
    return world.keypair(std::format("helium.maker.{}", maker.id));
}

Pubkey makerTree(const World& world, const MakerSpec& maker)
{
    return world.keypair(std::format("helium.tree.{}", maker.id)).key;
}

Pubkey dataOnlyTree(const World& world)
{
    return world.keypair("helium.tree.dataOnly").key;
}

Keypair shop(const World& world)
{
    return world.keypair("helium.shop");
}

std::span<const OracleSpec> oracles()
{
    return kOracles;
}

Keypair oracleKey(const World& world, std::size_t index)
{
    return world.keypair(std::format("helium.oracle.{}", index));
}

StockDevice stockDevice(const World& world, int batch, int index)
{
    Random random = world.random(stockLabel(batch, index));
    const int role = index < kStockSize ? index : 0; // those beyond the first eight are ordinary
    const Spot& spot = kSpots[index % kStockSize];
    StockDevice device;
    device.isFull = role != 3 && role != 5 && role != 7;
    device.key = DeviceKey::fromSeed(device.isFull ? Kind::EccCompact : Kind::Ed25519, random.bytes32());
    device.point = index < kStockSize && batch == 0 ? GeoPoint{spot.latitude, spot.longitude}
                                                    : near(random, spot.latitude, spot.longitude, 0.03);
    device.hasPlace = role != kNoPlaceIndex;
    device.city = spot.city;
    device.country = spot.country;
    device.daily = static_cast<std::uint64_t>(random.between(20'000'000, 48'000'000)); // 0.20 to 0.48 HNT
    device.ageDays = static_cast<int>(random.between(190, 420));
    device.collectedDaysAgo = 6;
    if (role == 2) {
        device.outageDaysAgo = 71;
        device.outageLength = 5;
    } else if (role == 4) {
        device.ageDays = 46;
    } else if (role == 5) {
        device.ageDays = 16;
        device.collectedDaysAgo = 0;
    } else if (role == kOfflineIndex) {
        device.offlineSinceDays = 2;
    } else if (role == kNoPlaceIndex) {
        device.ageDays = 11;
        device.collectedDaysAgo = 0;
    }
    return device;
}

std::span<const RadioSpec> radios()
{
    return kRadios;
}

DeviceKey radioKey(const World& world, std::size_t index)
{
    const RadioSpec& spec = kRadios[index];
    if (spec.stockIndex >= 0)
        return stockDevice(world, 0, spec.stockIndex).key;
    Random random = world.random(std::format("helium.radio.{}", index));
    return DeviceKey::fromSeed(spec.keyKind, random.bytes32());
}

HotspotFirmware::Profile radioProfile(const World& world, std::size_t index)
{
    const RadioSpec& spec = kRadios[index];
    HotspotFirmware::Profile profile;
    profile.style = spec.style;
    profile.key = radioKey(world, index);
    profile.onboardingKey = profile.key.address(); // a second key only where makers provision one
    const Papers papers = papersOf(profile.onboardingKey);
    profile.mac = papers.mac;
    profile.serial = papers.serial;
    profile.firmware = spec.firmware;
    profile.variant = "Indoor";
    profile.isStale = spec.isStale;
    profile.hasCable = spec.hasCable;
    profile.air = {{std::string(kHomeNetwork), false},
                   {"Fährhaus 5G", false},
                   {"家のネットワーク", false},
                   {"Café Müller – Gäste", true},
                   {"B\xfcro", false}, // as an old router spells it, in Latin-1: SSIDs are bytes
                   {"Werkstatt", false},
                   {"Freifunk", true}};
    if (spec.hasLongScan)
        for (int i = 1; i <= 36; ++i)
            profile.air.push_back({std::format("Wohnheim Nord Etage {:02} Flur", i), false});
    return profile;
}

HotspotFirmware::Saved radioFactoryState(std::size_t index)
{
    HotspotFirmware::Saved saved;
    if (kRadios[index].stockIndex >= 0)
        saved.configured = {std::string(kHomeNetwork)}; // knows the network, and its old password
    return saved;
}

std::vector<Stranger> strangers(const World& world)
{
    Random random = world.random("helium.strangers");
    std::vector<Stranger> found;
    for (const Town& town : kTowns) {
        for (int i = 0; i < town.count; ++i) {
            Stranger stranger;
            const DeviceKey key = DeviceKey::fromSeed(Kind::Ed25519, random.bytes32());
            stranger.address = key.address();
            stranger.keyToAsset = keyToAssetOf(key.entityKey());
            stranger.point = near(random, town.latitude, town.longitude, town.spread);
            stranger.city = town.city;
            stranger.country = town.country;
            found.push_back(std::move(stranger));
        }
    }
    return found;
}

std::optional<TownName> townAt(GeoPoint point)
{
    constexpr double kReachMetres = 20'000;
    const auto away = [&](const Town& town) { return distanceMetres(point, {town.latitude, town.longitude}); };
    const Town& nearest = *std::ranges::min_element(kTowns, {}, away);
    if (away(nearest) > kReachMetres)
        return std::nullopt;
    return TownName{nearest.city, nearest.country};
}

std::vector<demo::KnownTown> towns()
{
    std::vector<demo::KnownTown> all;
    for (const Town& town : kTowns)
        all.push_back({std::string(town.city), std::string(town.country), town.latitude, town.longitude, town.spread});
    return all;
}

Papers papersOf(std::string_view address)
{
    const auto hash = sha256(asBytes(address));
    std::string digits = toHex(ByteSpan(hash).first(8));
    for (char& c : digits)
        c = c >= 'a' ? static_cast<char>(c - 'a' + 'A') : c;
    return {"0242" + digits.substr(0, 8), "OD" + digits.substr(4, 10)};
}

} // namespace outpost::heliumdemo
