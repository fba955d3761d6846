// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/networks/weatherxm/demo/StationService.h"

#include "core/base/Encoding.h"
#include "core/domain/Cells.h"
#include "core/networks/weatherxm/demo/Stations.h"

#include <cmath>
#include <numbers>

namespace outpost::weatherxmdemo {

namespace {

using demo::DemoHttpRequest;
using demo::DemoHttpResponse;
using demo::Json;
using demo::World;

constexpr std::string_view kBase = "/api/v1";

DemoHttpResponse refused(const DemoHttpRequest& request, int status, std::string_view code, std::string_view message)
{
    return DemoHttpResponse::ofJson({{"code", code}, {"message", message}, {"id", "demo"}, {"path", request.path}},
                                    status);
}

std::string secret(const World& world, std::string_view purpose)
{
    auto random = world.random("weatherxm.session." + std::string(purpose));
    return toHex(random.bytes(24));
}

Json tokens(const World& world)
{
    return {{"token", secret(world, "token")}, {"refreshToken", secret(world, "refresh")}};
}

std::string isoTime(Time at)
{
    return std::format("{:%FT%T}Z", at);
}

std::string isoDay(std::int64_t day)
{
    return isoTime(fromUnixSeconds(day * 86'400));
}

Json point(GeoPoint at)
{
    return {{"lat", at.latitude}, {"lon", at.longitude}};
}

Json cellJson(std::uint64_t cell)
{
    Json polygon = Json::array();
    const auto boundary = *cellBoundary(cell);
    for (const GeoPoint& corner : boundary)
        polygon.push_back(point(corner));
    return {{"index", cellText(cell)}, {"polygon", polygon}, {"center", point(*cellCentre(cell))}};
}

class StationService final : public demo::HttpService {
public:
    std::vector<std::string> hosts() const override { return {"api.weatherxm.com"}; }

    DemoHttpResponse handle(World& world, const DemoHttpRequest& request) override
    {
        if (!request.path.starts_with(kBase))
            return refused(request, 404, "NotFound", "Not found");
        const std::string path = request.path.substr(kBase.size());
        if (request.method == "POST" && path == "/auth/login")
            return logIn(world, request);
        if (request.method == "POST" && path == "/auth/refresh")
            return renew(world, request);
        if (request.method != "GET")
            return refused(request, 404, "NotFound", "Not found");
        if (path == "/cells")
            return cells(world);
        if (path == "/network/rewards/withdraw")
            return withdraw(world, request);
        if (path.starts_with("/cells/") && path.ends_with("/devices"))
            return cellDevices(world, path.substr(7, path.size() - 7 - 8));
        if (path.starts_with("/me")) {
            if (request.header("authorization") != "Bearer " + secret(world, "token"))
                return refused(request, 401, "Unauthorized", "Token is missing or has expired");
            return own(world, request, path.substr(3));
        }
        if (path.starts_with("/devices/") && path.ends_with("/rewards"))
            return latest(world, request, path.substr(9, path.size() - 9 - 8));
        return refused(request, 404, "NotFound", "Not found");
    }

private:
    static DemoHttpResponse logIn(const World& world, const DemoHttpRequest& request)
    {
        const Json body = request.json();
        const auto text = [&](const char* member) {
            return body.is_object() && body.contains(member) && body[member].is_string()
                       ? body[member].get<std::string>()
                       : std::string();
        };
        const std::string password = text("password");
        if (text("username").find('@') == std::string::npos || password.size() < 8 ||
            password.find("wrong") != std::string::npos)
            return refused(request, 401, "Unauthorized", "Invalid username or password");
        return DemoHttpResponse::ofJson(tokens(world));
    }

    static DemoHttpResponse renew(const World& world, const DemoHttpRequest& request)
    {
        const Json body = request.json();
        if (!body.is_object() || body.value("refreshToken", Json()) != secret(world, "refresh"))
            return refused(request, 401, "Unauthorized", "Refresh token is not valid");
        return DemoHttpResponse::ofJson(tokens(world));
    }

    static std::string walletAddress(const World& world)
    {
        auto random = world.random("weatherxm.wallet");
        return "0x" + toHex(random.bytes(20));
    }

    static DemoHttpResponse own(const World& world, const DemoHttpRequest& request, const std::string& path)
    {
        const Json wallet{{"address", walletAddress(world)}, {"updatedAt", isoTime(world.createdAt())}};
        if (path.empty())
            return DemoHttpResponse::ofJson({{"id", "demo-user"},
                                             {"email", "demo@example.org"},
                                             {"name", "Demo"},
                                             {"firstName", "Demo"},
                                             {"lastName", nullptr},
                                             {"wallet", wallet}});
        if (path == "/wallet")
            return DemoHttpResponse::ofJson(wallet);
        if (path == "/devices") {
            Json all = Json::array();
            for (const Station& station : stations(world))
                all.push_back(describe(world, station));
            return DemoHttpResponse::ofJson(all);
        }
        if (path == "/devices/rewards")
            return rewards(world, stations(world), request.queryValue("mode"));
        if (!path.starts_with("/devices/"))
            return refused(request, 404, "NotFound", "Not found");
        const std::string rest = path.substr(9);
        const std::string id = rest.substr(0, rest.find('/'));
        for (const Station& station : stations(world)) {
            if (station.id != id)
                continue;
            if (rest == id)
                return DemoHttpResponse::ofJson(describe(world, station));
            if (rest == id + "/info")
                return info(world, station);
            if (rest == id + "/rewards")
                return rewards(world, {station}, request.queryValue("mode"));
        }
        return refused(request, 404, "DeviceNotFound", "Device not found");
    }

    static Json metrics(const World& world, const Station& station)
    {
        return {{"qod_score", static_cast<double>(station.quality) / 100},
                {"pol_reason", station.locationReason.empty() ? Json() : Json(station.locationReason)},
                {"ts", isoDay(world.day())}};
    }

    static Time lastActivity(const World& world, const Station& station)
    {
        using namespace std::chrono_literals;
        return station.isActive ? world.now() - 4min : world.createdAt() - station.silentDays * 24h;
    }

    /// A mild day that follows the hour; a station that is silent has none.
    static Json weather(const World& world, const Station& station)
    {
        if (!station.isActive)
            return nullptr;
        const Time at = lastActivity(world, station);
        const double hour = static_cast<double>(toUnixSeconds(at) % 86'400) / 3600;
        auto random = world.random(std::format("weatherxm.weather.{}.{}", station.id, toUnixSeconds(at) / 3600));
        const double warmth = std::sin((hour - 9) / 24 * 2 * std::numbers::pi);
        const double wind = 2.5 + std::abs(random.normal()) * 1.5;
        const double rain = random.chance(0.2) ? random.unit() * 2 : 0;
        const auto rounded = [](double value) { return std::round(value * 10) / 10; };
        return {{"timestamp", isoTime(at)},
                {"temperature", rounded(9 + (54 - station.point.latitude) * 0.4 + warmth * 4 + random.normal())},
                {"humidity", std::round(72 - warmth * 12)},
                {"wind_speed", rounded(wind)},
                {"wind_gust", rounded(wind * 1.6)},
                {"wind_direction", static_cast<int>(random.unit() * 359)},
                {"pressure", rounded(1014 + random.normal() * 4)},
                {"precipitation", rounded(rain)},
                {"precipitation_accumulated", rounded(rain * 3)},
                {"solar_irradiance", std::round(std::max(0.0, warmth) * 320)},
                {"uv_index", static_cast<int>(std::max(0.0, warmth) * 3)},
                {"icon", rain > 0 ? "rain" : "partly-cloudy-day"}};
    }

    static DemoHttpResponse info(const World& world, const Station& station)
    {
        auto random = world.random("weatherxm.info." + station.id);
        const std::string heard = isoTime(lastActivity(world, station));
        const bool overWifi = station.connectivity == "wifi";
        Json gateway{{"model", station.gatewayModel},
                     {"serial_number", station.label},
                     {"firmware", {{"current", "2.9.1"}, {"assigned", "2.9.1"}}},
                     {"last_activity", heard}};
        if (overWifi) {
            gateway["wifi_rssi"] = -48 - static_cast<int>(random.unit() * 30);
            gateway["wifi_rssi_last_activity"] = heard;
        } else {
            gateway["network_rssi"] = -70 - static_cast<int>(random.unit() * 25);
            gateway["network_rssi_last_activity"] = heard;
        }
        // Written as a text by the real cloud too.
        gateway["gps_sats"] = station.locationReason.empty() ? "9" : "0";
        return DemoHttpResponse::ofJson(
            {{"name", station.name},
             {"claimed_at", isoTime(world.createdAt() - station.ageDays * std::chrono::hours(24))},
             {"reward_split", Json::array({{{"wallet", walletAddress(world)}, {"reward", "0"}, {"stake", 100}}})},
             {"gateway", gateway},
             {"weather_station",
              {{"model", station.stationModel},
               {"id", station.label},
               {"last_activity", heard},
               {"station_rssi", -55 - static_cast<int>(random.unit() * 35)},
               {"station_rssi_last_activity", heard},
               {"bat_state", station.isActive ? "ok" : "low"}}}});
    }

    static Json describe(const World& world, const Station& station)
    {
        const Int128 total = rewardBefore(world, station, world.day());
        const Int128 actual = Int128::fromUnsigned(rewardOn(world, station, world.day() - 1));
        return {{"id", station.id},
                {"name", station.name},
                {"label", station.label},
                {"timezone", station.timezone},
                {"bundle",
                 {{"name", station.bundle},
                  {"title", station.title},
                  {"connectivity", station.connectivity},
                  {"ws_model", station.stationModel},
                  {"gw_model", station.gatewayModel},
                  {"hw_class", station.hardwareClass}}},
                {"relation", "owned"},
                {"bat_state", station.isActive ? "ok" : "low"},
                {"gateway_bat_state", nullptr},
                {"location", point(station.point)},
                {"metrics", metrics(world, station)},
                {"attributes",
                 {{"isActive", station.isActive},
                  {"lastWeatherStationActivity", isoTime(lastActivity(world, station))},
                  {"firmware", {{"current", "2.9.1"}, {"assigned", "2.9.1"}}},
                  {"hex3", cellJson(*cellAt(station.point, 3))},
                  {"hex7", cellJson(*cellAt(station.point, 7))}}},
                {"current_weather", weather(world, station)},
                {"address", station.address},
                {"rewards", {{"total_rewards", tokensOf(total)}, {"actual_reward", tokensOf(actual)}}}};
    }

    /// mode: week, month or year; a day without pay is there with 0.
    static DemoHttpResponse rewards(const World& world, const std::vector<Station>& of, const std::string& mode)
    {
        const std::int64_t length = mode == "week" ? 7 : mode == "month" ? 30 : 365;
        const std::int64_t today = world.day();
        Int128 total;
        Json data = Json::array();
        for (std::int64_t day = today - length; day < today; ++day) {
            Int128 sum;
            for (const Station& station : of)
                sum = *sum.plus(Int128::fromUnsigned(rewardOn(world, station, day)));
            total = *total.plus(sum);
            if (of.size() == 1)
                data.push_back(
                    {{"ts", isoDay(day)},
                     {"rewards",
                      Json::array({{{"type", "base"}, {"code", "base_reward"}, {"value", tokensOf(sum)}}})}});
            else
                data.push_back({{"ts", isoDay(day)}, {"total_rewards", tokensOf(sum)}});
        }
        Json reply{{"total", tokensOf(total)}, {"data", data}};
        if (of.size() == 1)
            reply["details"] = Json::array();
        return DemoHttpResponse::ofJson(reply);
    }

    static DemoHttpResponse latest(const World& world, const DemoHttpRequest& request, const std::string& id)
    {
        for (const Station& station : stations(world)) {
            if (station.id != id)
                continue;
            const std::int64_t day = world.day() - 1;
            const double reward = tokensOf(Int128::fromUnsigned(rewardOn(world, station, day)));
            Json annotations = Json::array();
            if (!station.locationReason.empty())
                annotations.push_back({{"severity_level", "WARNING"},
                                       {"group", station.locationReason},
                                       {"title", "Location not verified"},
                                       {"message", "The location of the station could not be verified."},
                                       {"doc_url", nullptr}});
            return DemoHttpResponse::ofJson({{"latest",
                                              {{"timestamp", isoDay(day)},
                                               {"base_reward", reward},
                                               {"total_business_boost_reward", 0},
                                               {"total_reward", reward},
                                               {"base_reward_score", station.isActive ? station.quality : 0},
                                               {"annotation_summary", annotations}}}});
        }
        return refused(request, 404, "DeviceNotFound", "Device not found");
    }

    static DemoHttpResponse cells(const World& world)
    {
        Json all = Json::array();
        for (const MapCell& cell : mapCells(world)) {
            Json entry = cellJson(cell.cell);
            entry["device_count"] = cell.devices;
            entry["active_device_count"] = cell.active;
            entry["avg_data_quality"] = cell.quality ? Json(*cell.quality) : Json();
            all.push_back(std::move(entry));
        }
        return DemoHttpResponse::ofJson(all);
    }

    static DemoHttpResponse cellDevices(const World& world, const std::string& index)
    {
        Json all = Json::array();
        for (const Station& station : stations(world)) {
            const std::uint64_t cell = *cellAt(station.point, 7);
            if (cellText(cell) != index)
                continue;
            all.push_back({{"id", station.id},
                           {"name", station.name},
                           {"cellIndex", index},
                           {"cellCenter", point(*cellCentre(cell))},
                           {"isActive", station.isActive},
                           {"lastWeatherStationActivity", isoTime(lastActivity(world, station))},
                           {"metrics", metrics(world, station)}});
        }
        return DemoHttpResponse::ofJson(all);
    }

    /// Whole base units in text. With one account in the tree the proof is empty: its leaf is the root.
    static DemoHttpResponse withdraw(const World& world, const DemoHttpRequest& request)
    {
        std::string address = request.queryValue("address");
        std::ranges::transform(address, address.begin(),
                               [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
        if (address != walletAddress(world))
            return refused(request, 404, "WalletAddressNotFound", "Wallet address not found");
        Int128 total;
        for (const Station& station : stations(world))
            total = *total.plus(rewardBefore(world, station, world.day()));
        return DemoHttpResponse::ofJson({{"proof", Json::array()},
                                         {"cumulative_amount", total.toString()},
                                         {"cycle", world.day() - 20'000},
                                         {"available", total.toString()},
                                         {"total_claimed", "0"}});
    }
};

} // namespace

std::unique_ptr<demo::HttpService> stationService()
{
    return std::make_unique<StationService>();
}

} // namespace outpost::weatherxmdemo
