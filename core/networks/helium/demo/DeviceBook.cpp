// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/networks/helium/demo/DeviceBook.h"

#include "core/base/Encoding.h"

namespace outpost::heliumdemo {

namespace {

constexpr std::string_view kDevicePrefix = "device/";
constexpr std::string_view kAnnouncedPrefix = "announced/";

/// Traffic by day of the week, in thousandths, from Sunday.
constexpr std::array<std::uint64_t, 7> kWeek{780, 1030, 1060, 1080, 1070, 1040, 860};

std::uint64_t scrambled(std::uint64_t value) // the finaliser of SplitMix64
{
    value += 0x9e3779b97f4a7c15u;
    value = (value ^ (value >> 30)) * 0xbf58476d1ce4e5b9u;
    value = (value ^ (value >> 27)) * 0x94d049bb133111ebu;
    return value ^ (value >> 31);
}

std::uint64_t streamOf(std::uint64_t seed, std::string_view address)
{
    const auto hash = sha256(asBytes(address));
    std::uint64_t value = seed;
    for (std::size_t i = 0; i < 8; ++i)
        value ^= static_cast<std::uint64_t>(hash[i]) << (8 * i);
    return value;
}

std::uint64_t earned(std::uint64_t stream, std::uint64_t daily, std::int64_t day)
{
    if (daily == 0)
        return 0;
    const auto at = static_cast<std::uint64_t>(day);
    const std::uint64_t weekday = kWeek[(at + 4) % 7];   // the first of January 1970 was a Thursday
    const std::uint64_t phase = (at + stream % 97) % 97; // a slow swell of fifteen percent either way
    const std::uint64_t swell = 850 + (phase < 49 ? phase : 97 - phase) * 300 / 48;
    const std::uint64_t noise = 880 + scrambled(stream ^ at) % 241;
    return daily * weekday / 1000 * swell / 1000 * noise / 1000;
}

std::string prefixed(std::string_view prefix, std::string_view name)
{
    return std::string(prefix) + std::string(name);
}

} // namespace

std::optional<DeviceRecord> DeviceBook::find(const std::string& address) const
{
    const auto stored = m_world.recall(kNetwork, prefixed(kDevicePrefix, address));
    if (!stored)
        return std::nullopt;
    DeviceRecord record;
    record.address = address;
    record.daily = stored->at("daily").get<std::uint64_t>();
    for (const Json& span : stored->at("online"))
        record.online.push_back({span.at(0).get<std::int64_t>(), span.at(1).get<std::int64_t>()});
    return record;
}

void DeviceBook::put(const DeviceRecord& record)
{
    Json online = Json::array();
    for (const DeviceRecord::Span& span : record.online)
        online.push_back(Json::array({span.from, span.to}));
    m_world.remember(kNetwork, prefixed(kDevicePrefix, record.address),
                     Json{{"daily", record.daily}, {"online", online}});
}

std::vector<std::string> DeviceBook::addresses() const
{
    std::vector<std::string> found = m_world.remembered(kNetwork, kDevicePrefix);
    for (std::string& key : found)
        key.erase(0, kDevicePrefix.size());
    return found;
}

std::uint64_t DeviceBook::lifetime(const DeviceRecord& record, std::int64_t day) const
{
    return lifetimes(record, day, day).front();
}

std::uint64_t DeviceBook::lifetime(const std::string& address) const
{
    const auto record = find(address);
    return record ? lifetime(*record, m_world.day()) : 0;
}

std::uint64_t DeviceBook::earnedOn(const DeviceRecord& record, std::int64_t day) const
{
    return earned(streamOf(m_world.seed(), record.address), record.daily, day);
}

std::vector<std::uint64_t> DeviceBook::lifetimes(const DeviceRecord& record, std::int64_t first,
                                                 std::int64_t last) const
{
    const std::uint64_t stream = streamOf(m_world.seed(), record.address);
    std::vector<std::uint64_t> totals(static_cast<std::size_t>(last - first) + 1);
    for (const DeviceRecord::Span& span : record.online) {
        for (std::int64_t day = span.from; day < std::min(span.to, last); ++day) {
            const std::uint64_t amount = earned(stream, record.daily, day);
            // Counts for every total from the day after on; summed up below.
            totals[static_cast<std::size_t>(std::max<std::int64_t>(0, day + 1 - first))] += amount;
        }
    }
    for (std::size_t i = 1; i < totals.size(); ++i)
        totals[i] += totals[i - 1];
    return totals;
}

void DeviceBook::announce(const std::string& address)
{
    m_world.remember(kNetwork, prefixed(kAnnouncedPrefix, address), true);
}

std::vector<std::string> DeviceBook::announced() const
{
    std::vector<std::string> found = m_world.remembered(kNetwork, kAnnouncedPrefix);
    for (std::string& key : found)
        key.erase(0, kAnnouncedPrefix.size());
    return found;
}

} // namespace outpost::heliumdemo
