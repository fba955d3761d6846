// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/networks/weatherxm/client/StationReplies.h"

#include "core/base/Encoding.h"
#include "core/codec/Decimal.h"
#include "core/domain/Cells.h"

#include <algorithm>
#include <cmath>

namespace outpost::weatherxm {

using codec::Json;

namespace {

constexpr std::size_t kLongestText = 400; // of what is cut to a plain line afterwards
constexpr std::size_t kLongestToken = 8192;
constexpr double kLargestMeasure = 1e6;

/// What a member says, nothing when it says nothing.
template <class Read> auto maybe(const Json& object, const char* key, Read read)
{
    using Value = std::remove_cvref_t<decltype(*read(object))>;
    const Json value = object[key];
    if (!value.hasValue())
        return Result<std::optional<Value>>(std::nullopt);
    auto result = read(value);
    if (!result)
        return Result<std::optional<Value>>(std::unexpected(std::move(result.error())));
    return Result<std::optional<Value>>(std::move(*result));
}

Result<std::string> readText(const Json& value)
{
    OUTPOST_TRY(const std::string text, value.string(kLongestText));
    return plainText(text, 80);
}

Result<std::string> textAt(const Json& object, const char* key)
{
    OUTPOST_TRY(auto text, maybe(object, key, readText));
    return text.value_or(std::string());
}

Result<Time> readTime(const Json& value)
{
    OUTPOST_TRY(const std::string text, value.string(64));
    return parseCloudTime(text);
}

/// Some figures are numbers written as texts.
Result<std::int64_t> readWhole(const Json& value)
{
    OUTPOST_TRY(const Int128 number, value.intText());
    return number.toInt64();
}

Result<GeoPoint> readPoint(const Json& value)
{
    OUTPOST_TRY(const double latitude, value.realAt("lat"));
    OUTPOST_TRY(const double longitude, value.realAt("lon"));
    if (!isValidPoint({latitude, longitude}))
        return fail(errors::kMalformed, "a place that is not on Earth");
    return GeoPoint{latitude, longitude};
}

Result<std::uint64_t> readCell(const Json& value)
{
    OUTPOST_TRY(const std::string index, value.stringAt("index", 32));
    return parseCell(index);
}

/// An object, or nothing said at all.
Result<Json> objectAt(const Json& object, const char* key)
{
    const Json value = object[key];
    if (value.hasValue() && !value.isObject())
        return fail(errors::kMalformed, std::string(key) + " is no object");
    return value;
}

Result<Weather> readWeather(const Json& value)
{
    Weather weather;
    if (!value.isObject())
        return fail(errors::kMalformed, "current_weather is no object");
    OUTPOST_TRY(weather.at, readTime(value["timestamp"]));
    for (const std::string_view name : kMeasures) {
        const Json member = value[name];
        if (!member.hasValue())
            continue;
        OUTPOST_TRY(const double number, member.real());
        if (!std::isfinite(number) || std::abs(number) > kLargestMeasure)
            return fail(errors::kMalformed, std::string(name) + " out of range");
        weather.measures.push_back({name, number});
    }
    return weather;
}

Result<Int128> readTokens(const Json& value)
{
    OUTPOST_TRY(const std::string number, value.numberText());
    OUTPOST_TRY(const Int128 base, codec::scaledNumber(number, kTokenDecimals));
    if (base.isNegative())
        return fail(errors::kMalformed, "earned less than nothing");
    return base;
}

Result<void> readAttributes(const Json& reply, Station& station)
{
    OUTPOST_TRY(const Json attributes, objectAt(reply, "attributes"));
    OUTPOST_TRY(station.isActive, maybe(attributes, "isActive", [](const Json& v) { return v.boolean(); }));
    OUTPOST_TRY(station.lastActivity, maybe(attributes, "lastWeatherStationActivity", readTime));
    OUTPOST_TRY(station.cell, maybe(attributes, "hex7", readCell));
    OUTPOST_TRY(const Json firmware, objectAt(attributes, "firmware"));
    OUTPOST_TRY(station.firmware, textAt(firmware, "current"));
    OUTPOST_TRY(station.assignedFirmware, textAt(firmware, "assigned"));
    return {};
}

template <class T> bool takeDigits(std::string_view& text, std::size_t count, T& to)
{
    if (text.size() < count)
        return false;
    to = 0;
    for (const char c : text.substr(0, count)) {
        if (c < '0' || c > '9')
            return false;
        to = static_cast<T>(to * 10 + static_cast<T>(c - '0'));
    }
    text.remove_prefix(count);
    return true;
}

bool take(std::string_view& text, char c)
{
    if (!text.starts_with(c))
        return false;
    text.remove_prefix(1);
    return true;
}

} // namespace

bool isStationId(std::string_view text)
{
    return !text.empty() && text.size() <= 64 && std::ranges::all_of(text, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
    });
}

Result<Time> parseCloudTime(std::string_view text)
{
    using namespace std::chrono;
    const auto refuse = [] { return fail(errors::kMalformed, "not a time"); };
    if (text.size() > 40)
        return refuse();
    int y = 0;
    unsigned mo = 0;
    unsigned d = 0;
    int h = 0;
    int mi = 0;
    int s = 0;
    if (!takeDigits(text, 4, y) || !take(text, '-') || !takeDigits(text, 2, mo) || !take(text, '-') ||
        !takeDigits(text, 2, d) || !take(text, 'T') || !takeDigits(text, 2, h) || !take(text, ':') ||
        !takeDigits(text, 2, mi) || !take(text, ':') || !takeDigits(text, 2, s))
        return refuse();
    int millis = 0;
    if (take(text, '.')) {
        std::size_t digits = 0;
        for (; digits < text.size() && text[digits] >= '0' && text[digits] <= '9'; ++digits) {
            if (digits < 3)
                millis = millis * 10 + (text[digits] - '0');
        }
        if (digits == 0 || digits > 9)
            return refuse();
        for (std::size_t i = digits; i < 3; ++i)
            millis *= 10;
        text.remove_prefix(digits);
    }
    const year_month_day date{year(y), month(mo), day(d)};
    // A leap second is written as 60 and counts as the next one.
    if (!date.ok() || h > 23 || mi > 59 || s > 60)
        return refuse();
    minutes offset{0};
    if (!take(text, 'Z')) {
        const bool west = text.starts_with('-');
        int oh = 0;
        int om = 0;
        if ((!take(text, '+') && !take(text, '-')) || !takeDigits(text, 2, oh))
            return refuse();
        (void)take(text, ':');
        if (!takeDigits(text, 2, om) || oh > 18 || om > 59)
            return refuse();
        offset = hours(oh) + minutes(om);
        if (west)
            offset = -offset;
    }
    if (!text.empty())
        return refuse();
    return Time(sys_days(date) + hours(h) + minutes(mi) + seconds(s) + milliseconds(millis) - offset);
}

Result<Tokens> parseTokens(const Json& reply)
{
    OUTPOST_TRY(const std::string access, reply.stringAt("token", kLongestToken));
    OUTPOST_TRY(const auto refresh,
                maybe(reply, "refreshToken", [](const Json& v) { return v.string(kLongestToken); }));
    // They go into a header: nothing that could end it.
    const auto isPlain = [](std::string_view token) {
        return std::ranges::all_of(token, [](char c) { return c > ' ' && c < '\x7f'; });
    };
    if (access.empty() || !isPlain(access) || !isPlain(refresh.value_or(std::string())))
        return fail(errors::kMalformed, "a token with characters that no token has");
    Tokens tokens;
    tokens.access = SecureBytes(asBytes(access));
    if (refresh)
        tokens.refresh = SecureBytes(asBytes(*refresh));
    return tokens;
}

Result<Station> parseStation(const Json& reply)
{
    Station station;
    OUTPOST_TRY(station.id, reply.stringAt("id", 64));
    if (!isStationId(station.id))
        return fail(errors::kMalformed, "a station's id");
    OUTPOST_TRY(station.name, readText(reply["name"]));
    OUTPOST_TRY(const std::string relation, textAt(reply, "relation"));
    station.isOwned = relation == "owned";
    OUTPOST_TRY(const Json bundle, objectAt(reply, "bundle"));
    OUTPOST_TRY(station.model, textAt(bundle, "title"));
    OUTPOST_TRY(station.point, maybe(reply, "location", readPoint));
    // "Athens, GR"
    OUTPOST_TRY(const std::string address, textAt(reply, "address"));
    station.city = address.substr(0, address.rfind(", "));
    OUTPOST_CHECK(readAttributes(reply, station));
    OUTPOST_TRY(station.battery, textAt(reply, "bat_state"));
    OUTPOST_TRY(const Json metrics, objectAt(reply, "metrics"));
    OUTPOST_TRY(station.placeDoubt, textAt(metrics, "pol_reason"));
    OUTPOST_TRY(const Json rewards, objectAt(reply, "rewards"));
    OUTPOST_TRY(station.lifetime, maybe(rewards, "total_rewards", readTokens));
    OUTPOST_TRY(station.weather, maybe(reply, "current_weather", readWeather));
    return station;
}

Result<std::vector<Station>> parseStations(const Json& reply)
{
    OUTPOST_TRY(const auto items, reply.array(kMostStations));
    std::vector<Station> stations;
    stations.reserve(items.size());
    for (const Json& item : items) {
        OUTPOST_TRY(Station station, parseStation(item));
        stations.push_back(std::move(station));
    }
    return stations;
}

Result<StationInfo> parseStationInfo(const Json& reply)
{
    if (!reply.isObject())
        return fail(errors::kMalformed, "the details are no object");
    StationInfo info;
    OUTPOST_TRY(info.claimedAt, maybe(reply, "claimed_at", readTime));
    OUTPOST_TRY(const Json gateway, objectAt(reply, "gateway"));
    OUTPOST_TRY(info.gatewayModel, textAt(gateway, "model"));
    OUTPOST_TRY(info.gatewayBattery, textAt(gateway, "bat_state"));
    OUTPOST_TRY(info.gatewayActivity, maybe(gateway, "last_activity", readTime));
    OUTPOST_TRY(info.wifiDbm, maybe(gateway, "wifi_rssi", readWhole));
    OUTPOST_TRY(info.networkDbm, maybe(gateway, "network_rssi", readWhole));
    OUTPOST_TRY(info.satellites, maybe(gateway, "gps_sats", readWhole));
    OUTPOST_TRY(const Json outdoor, objectAt(reply, "weather_station"));
    OUTPOST_TRY(info.stationDbm, maybe(outdoor, "station_rssi", readWhole));
    return info;
}

Result<std::string> parseWallet(const Json& reply)
{
    if (!reply.isObject())
        return fail(errors::kMalformed, "the wallet is no object");
    OUTPOST_TRY(const std::string address, textAt(reply, "address"));
    if (address.empty())
        return address;
    const bool isHex = address.size() == 42 && address.starts_with("0x") &&
                       address.find_first_not_of("0123456789abcdefABCDEF", 2) == std::string::npos;
    if (!isHex)
        return fail(errors::kMalformed, "not an address");
    return address;
}

} // namespace outpost::weatherxm
