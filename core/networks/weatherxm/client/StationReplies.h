// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/base/SecureBytes.h"
#include "core/codec/Json.h"
#include "core/domain/Device.h"

namespace outpost::weatherxm {

// What the stations' cloud answers, as the sources of its Android app read it (WeatherXM/wxm-android, 447cc71,
// December 2025). A member that is missing or null was not said; one of another kind than there is an error, because
// a changed reply must not look like an empty one. Texts are plain and capped. Pure; **Thread:** any.
// Errors: errors::kMalformed, errors::kTooLong, errors::kOverflow, codec.*.

/// Of the reward token on its own chain. The same token has 9 decimals elsewhere.
inline constexpr int kTokenDecimals = 18;
inline constexpr std::size_t kMostStations = 5000;

struct Tokens {
    SecureBytes access;
    SecureBytes refresh; ///< empty when the cloud gave none
};

/// A figure of the newest weather report. `name` is the cloud's own and one of kMeasures.
struct Measure {
    std::string_view name;
    double value = 0;
};
/// Temperature in degrees Celsius, humidity in percent, wind in metres a second, pressure in hectopascals, rain in
/// millimetres an hour, sunlight in watts a square metre.
inline constexpr std::string_view kMeasures[] = {"temperature", "humidity",      "wind_speed",      "wind_gust",
                                                 "pressure",    "precipitation", "solar_irradiance"};

struct Weather {
    Time at;
    std::vector<Measure> measures; ///< in the order of kMeasures
};

/// A station of the account.
struct Station {
    std::string id; ///< letters, digits and hyphens
    std::string name;
    std::string model;
    bool isOwned = false; ///< false: somebody else's that the account follows
    std::optional<GeoPoint> point;
    std::optional<std::uint64_t> cell; ///< of whatever resolution its index says
    std::string city;
    std::optional<bool> isActive;
    std::optional<Time> lastActivity;
    std::string battery; ///< "ok", "low", or what else the cloud says
    std::string firmware;
    std::string assignedFirmware;   ///< what it should run
    std::string placeDoubt;         ///< why its place is not believed; empty when it is
    std::optional<Int128> lifetime; ///< base units earned in all
    std::optional<Weather> weather;
};

/// The details of one station.
struct StationInfo {
    std::optional<Time> claimedAt;
    std::string gatewayModel;
    std::string gatewayBattery;
    std::optional<Time> gatewayActivity;
    std::optional<std::int64_t> wifiDbm;
    std::optional<std::int64_t> networkDbm; ///< of the gateway's other radio
    std::optional<std::int64_t> stationDbm; ///< how strongly the gateway hears the outdoor unit
    std::optional<std::int64_t> satellites;
};

Result<Tokens> parseTokens(const codec::Json& reply);
Result<std::vector<Station>> parseStations(const codec::Json& reply);
Result<Station> parseStation(const codec::Json& reply);
Result<StationInfo> parseStationInfo(const codec::Json& reply);
/// The address that rewards are credited to; empty when the account has none.
Result<std::string> parseWallet(const codec::Json& reply);
/// A time with its zone, "2024-10-08T17:30:00+03:00" or "...Z"; parts of a second are read to the millisecond.
Result<Time> parseCloudTime(std::string_view text);
/// True for what may stand in a path of the cloud.
bool isStationId(std::string_view text);

} // namespace outpost::weatherxm
