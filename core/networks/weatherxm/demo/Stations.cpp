// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/networks/weatherxm/demo/Stations.h"

#include "core/base/Encoding.h"
#include "core/domain/Cells.h"

namespace outpost::weatherxmdemo {

namespace {

using demo::Random;
using demo::World;

struct Spec {
    double latitude, longitude;
    std::string_view name, timezone, address, bundle, title, connectivity, stationModel, gatewayModel, hardwareClass;
    int ageDays, quality, silentDays;
    std::string_view locationReason;
};
constexpr Spec kSpecs[] = {
    {53.5695, 9.9850, "Breezy Alster Roof", "Europe/Berlin", "Hamburg, DE", "m5", "M5", "wifi", "WS1000", "WG1000", "A",
     240, 94, 0, ""},
    // gate: allow network-name - the word by which the stations' cloud calls this radio
    {53.5480, 9.9470, "Salty Harbour Wall", "Europe/Berlin", "Hamburg, DE", "h2", "H2", "helium", "WS2001", "", "A",
     205, 88, 0, ""},
    {52.3680, 4.9036, "Quiet Canal Garden", "Europe/Amsterdam", "Amsterdam, NL", "d1", "D1", "wifi", "WS1000", "WG1200",
     "B", 190, 71, 0, "LOCATION_NOT_VERIFIED"},
    {38.7223, -9.1527, "Sunny Terrace Sete", "Europe/Lisbon", "Lisbon, PT", "pulse", "Pulse", "cellular", "WS3000",
     "WG3000", "A", 198, 90, 3, ""},
};

constexpr int kDecimals = 18;
constexpr std::uint64_t kFullDay = 1'240'000'000'000'000'000; // 1.24 for a day of perfect data

std::string uuidOf(const std::array<std::uint8_t, 32>& bytes)
{
    std::string hex = toHex(ByteSpan(bytes).first(16));
    for (const std::size_t at : {8u, 13u, 18u, 23u})
        hex.insert(at, "-");
    return hex;
}

} // namespace

std::vector<Station> stations(const World& world)
{
    std::vector<Station> all;
    for (const Spec& spec : kSpecs) {
        Random random = world.random("weatherxm.station." + std::string(spec.name));
        Station station;
        station.id = uuidOf(random.bytes32());
        station.name = spec.name;
        station.label = "WXM" + toHex(random.bytes(4));
        station.point = {spec.latitude, spec.longitude};
        station.timezone = spec.timezone;
        station.address = spec.address;
        station.bundle = spec.bundle;
        station.title = spec.title;
        station.connectivity = spec.connectivity;
        station.stationModel = spec.stationModel;
        station.gatewayModel = spec.gatewayModel;
        station.hardwareClass = spec.hardwareClass;
        station.ageDays = spec.ageDays;
        station.quality = spec.quality;
        station.silentDays = spec.silentDays;
        station.isActive = spec.silentDays == 0;
        station.locationReason = spec.locationReason;
        all.push_back(std::move(station));
    }
    return all;
}

std::uint64_t rewardOn(const World& world, const Station& station, std::int64_t day)
{
    const std::int64_t made = toUnixSeconds(world.createdAt()) / 86'400;
    if (day < made - station.ageDays || (station.silentDays > 0 && day >= made - station.silentDays))
        return 0;
    Random random(world.seed() ^ static_cast<std::uint64_t>(day), station.id);
    const auto score =
        static_cast<std::uint64_t>(std::clamp<std::int64_t>(station.quality + random.between(-9, 6), 0, 100));
    // A place that is doubted halves the pay.
    return kFullDay / 100 * score / (station.locationReason.empty() ? 1 : 2);
}

Int128 rewardBefore(const World& world, const Station& station, std::int64_t day)
{
    const std::int64_t made = toUnixSeconds(world.createdAt()) / 86'400;
    Int128 sum;
    for (std::int64_t at = made - station.ageDays; at < day; ++at)
        sum = *sum.plus(Int128::fromUnsigned(rewardOn(world, station, at)));
    return sum;
}

double tokensOf(Int128 base)
{
    return std::stod(decimalText(base, kDecimals));
}

std::vector<MapCell> mapCells(const World& world)
{
    std::map<std::uint64_t, MapCell> cells;
    const auto add = [&](GeoPoint point, bool isActive) {
        MapCell& cell = cells[*cellAt(point, 7)];
        cell.cell = *cellAt(point, 7);
        ++cell.devices;
        cell.active += isActive ? 1 : 0;
    };
    for (const Station& station : stations(world))
        add(station.point, station.isActive);
    Random random = world.random("weatherxm.map");
    for (const Spec& spec : kSpecs)
        for (int i = 0; i < 24; ++i)
            add({spec.latitude + random.normal() * 0.05, spec.longitude + random.normal() * 0.08}, random.chance(0.9));
    std::vector<MapCell> all;
    for (auto& [index, cell] : cells) {
        if (cell.active > 0)
            cell.quality = 0.55 + random.unit() * 0.45;
        all.push_back(cell);
    }
    return all;
}

} // namespace outpost::weatherxmdemo
