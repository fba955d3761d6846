// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/networks/Demo.h"

namespace outpost::weatherxmdemo {

/// One station of the account that signs in to the demo's cloud.
struct Station {
    std::string id; ///< a UUID
    std::string name;
    std::string label; ///< the serial number on its back
    GeoPoint point;
    std::string_view timezone;
    std::string_view address; ///< town and country
    std::string_view bundle, title, connectivity, stationModel, gatewayModel, hardwareClass;
    int ageDays = 0;
    int quality = 0; ///< mean score of its data, 0 to 100
    bool isActive = true;
    int silentDays = 0;              ///< for how long it has sent nothing
    std::string_view locationReason; ///< why its place is doubted; empty when it is not
};

/// Always four, in two of them something is wrong. **Thread:** the world's.
std::vector<Station> stations(const demo::World& world);
/// Base units (10^-18) that the station was paid for this day (since 1970); 0 when it was silent or not there yet.
std::uint64_t rewardOn(const demo::World& world, const Station& station, std::int64_t day);
/// Sum of all days before `day`.
Int128 rewardBefore(const demo::World& world, const Station& station, std::int64_t day);

/// As the cloud writes amounts, for display: whole tokens as a number with a point, rounded to what a double holds.
double tokensOf(Int128 base);

/// A cell of the public map, of resolution 7.
struct MapCell {
    std::uint64_t cell = 0;
    int devices = 0;
    int active = 0;
    std::optional<double> quality;
};
std::vector<MapCell> mapCells(const demo::World& world);

} // namespace outpost::weatherxmdemo
