// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/Amount.h"
#include "core/domain/Known.h"

#include <vector>

namespace outpost {

/// Degrees, WGS 84. Not money: floating point is right here.
struct GeoPoint {
    double latitude = 0;  ///< -90 to 90
    double longitude = 0; ///< -180 to 180
    friend bool operator==(const GeoPoint&, const GeoPoint&) = default;
};

/// Where a device is declared to be.
struct Place {
    std::uint64_t cell = 0;                      ///< H3 index of any resolution; 0 when the network gives only a point
    GeoPoint centre;                             ///< of the cell, or the point itself
    std::optional<std::int32_t> elevationMetres; ///< above ground
    std::optional<std::int32_t> gainTenthDbi;
    friend bool operator==(const Place&, const Place&) = default;
};

enum class DeviceStatus { Working = 0, Check = 1, Offline = 2, NotSetUp = 3 }; // persisted: never renumber

/// What a network knows of one device, and what the owner wrote about it.
struct Device {
    DeviceId id;
    NetworkId network;
    Address owner;
    std::string name;     ///< the network's, plain and capped
    std::string nickname; ///< the owner's; shown instead of `name` when not empty
    std::string note;
    std::string kind; ///< translatable id, for instance "hotspot.data" or "weather.station"
    std::optional<Place> place;
    std::string city;
    DeviceStatus status = DeviceStatus::NotSetUp;
    std::string problem; ///< translatable id of what is wrong, empty when nothing is
    std::optional<Time> lastSeen;
    std::optional<Time> addedAt;
    bool watchOnly = false;
    /// What the network's own folder needs to find the device again (asset ids and the like); opaque to everybody else.
    std::string networkData;

    const std::string& shownName() const { return nickname.empty() ? name : nickname; }
};

/// One of the five lamps of a device.
struct Lamp {
    enum class Kind { ThisComputer = 0, Process = 1, RadioAndKey = 2, Network = 3, Earning = 4 };
    enum class State { Good = 0, Warn = 1, Bad = 2, Unknown = 3 };
    Kind kind = Kind::ThisComputer;
    State state = State::Unknown;
    std::string sentence; ///< translatable id
    std::vector<std::string> args;
    std::string source; ///< translatable id
    std::optional<Time> asOf;
};

} // namespace outpost
