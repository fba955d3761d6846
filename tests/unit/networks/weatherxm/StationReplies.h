// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace outpost::weatherxm::golden {

// Replies in the shape of the app's own fixtures (WeatherXM/wxm-android, app/src/local/assets/mock_files), with values
// of our own.

inline const std::string kStation = R"({
  "id": "76d13810-ab5d-11ec-812e-6312632e9ec0", "name": "Big Blue Cloud", "timezone": "Europe/Athens",
  "bundle": {"name": "m5", "title": "M5", "connectivity": "wifi", "ws_model": "WS1000", "gw_model": "WG1000",
             "hw_class": "CONSUMER"},
  "label": null, "relation": "owned", "bat_state": "ok", "location": {"lat": 37.981262, "lon": 23.730503},
  "metrics": {"qod_score": 0.94, "pol_reason": null, "ts": "2026-11-20T00:00:00Z"},
  "attributes": {"isActive": true, "lastWeatherStationActivity": "2026-11-21T17:30:00+03:00",
    "firmware": {"current": "1.0.0", "assigned": "1.0.1"},
    "hex3": {"index": "833f72fffffffff", "polygon": [], "center": {"lat": 37.9, "lon": 23.7}},
    "hex7": {"index": "873f728d0ffffff", "polygon": [], "center": {"lat": 37.9, "lon": 23.7}}},
  "current_weather": {"timestamp": "2026-11-21T17:30:00+03:00", "precipitation": 0, "temperature": -38.8,
    "feels_like": 16.0, "wind_direction": 321, "humidity": 55, "wind_speed": 3.1, "icon": "partly-cloudy-night",
    "uv_index": 0, "pressure": 1019.6, "wind_gust": 5.4},
  "address": "Athens, GR", "rewards": {"total_rewards": 3523.65, "actual_reward": 1.16}
})";

inline const std::string kFollowed = R"({
  "id": "00000000-ab5d-11ec-812e-000000000001", "name": "Not Mine", "relation": "followed",
  "rewards": {"total_rewards": 10, "actual_reward": 0}
})";

inline const std::string kInfo = R"({
  "name": "Office #14", "claimed_at": "2023-03-21T16:37:37+02:00",
  "reward_split": [{"wallet": "0x0000000000000000000000000000000000000000", "reward": "10.555", "stake": 100}],
  "gateway": {"model": "WG3000", "serial_number": "01:23:45", "firmware": {"current": "0.3.34"}, "gps_sats": "3",
    "wifi_rssi": -60, "network_rssi": -90, "bat_state": "ok", "sim": {"mcc": 234},
    "last_activity": "2023-03-20T18:20:30+02:00"},
  "weather_station": {"model": "WS1001", "id": "XXXXXXXXXX", "station_rssi": -71, "bat_state": "ok"}
})";

inline const std::string kTokens = R"({"token": "aaa.bbb.ccc", "refreshToken": "ddd.eee.fff"})";
inline const std::string kWallet =
    R"({"address": "0x00000000000000000000000000000000000000Ff", "updatedAt": "2026-01-01T00:00:00Z"})";

/// The same reply with one part of it replaced.
inline std::string with(std::string reply, const std::string& part, const std::string& other)
{
    const auto at = reply.find(part);
    return at == std::string::npos ? "no such part: " + part : reply.replace(at, part.size(), other);
}

} // namespace outpost::weatherxm::golden
