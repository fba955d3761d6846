// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sim/world/Prices.h"

#include <cmath>
#include <numbers>

namespace outpost::sim {

namespace {
constexpr std::int64_t kDayMillis = 86'400'000;

struct Exchange {
    std::string_view currency;
    double perUsd;
};
constexpr Exchange kExchange[] = {{"usd", 1.0}, {"eur", 0.92}, {"gbp", 0.79}, {"jpy", 151.0}};
} // namespace

void Prices::add(const demo::QuotedAsset& asset)
{
    if (std::ranges::find(m_assets, asset.id, &demo::QuotedAsset::id) == m_assets.end())
        m_assets.push_back(asset);
}

// The logarithm of the price is 0 at the world's start, a sum of daily steps away from it, and interpolated in between.
double Prices::walk(std::string_view label, double dailyMove, Time at) const
{
    auto known = m_days.find(label);
    if (known == m_days.end())
        known = m_days.emplace(std::string(label), std::map<std::int64_t, double>{{0, 0.0}}).first;
    auto& days = known->second;
    const auto step = [&](std::int64_t day) {
        demo::Random random(m_seed, "price." + std::string(label) + "." + std::to_string(day));
        return random.normal() * dailyMove;
    };
    const auto level = [&](std::int64_t day) {
        day = std::clamp<std::int64_t>(day, -4000, 40'000);
        while (days.rbegin()->first < day)
            days[days.rbegin()->first + 1] = days.rbegin()->second + step(days.rbegin()->first + 1);
        while (days.begin()->first > day)
            days[days.begin()->first - 1] = days.begin()->second - step(days.begin()->first);
        // Pulled back softly, so that a world that runs for years keeps sensible prices.
        return std::clamp(days[day], -1.5, 1.5);
    };
    const std::int64_t millis = toUnixMillis(at) - toUnixMillis(m_start);
    const std::int64_t day = millis >= 0 ? millis / kDayMillis : -((kDayMillis - 1 - millis) / kDayMillis);
    const double part = static_cast<double>(millis - day * kDayMillis) / static_cast<double>(kDayMillis);
    const double ripple = 0.15 * dailyMove * std::sin(2 * std::numbers::pi * 9 * part);
    return std::exp(level(day) * (1 - part) + level(day + 1) * part + ripple);
}

std::uint64_t Prices::nanoUsd(std::string_view id, Time at) const
{
    const auto asset = std::ranges::find(m_assets, id, &demo::QuotedAsset::id);
    if (asset == m_assets.end())
        return 0;
    return static_cast<std::uint64_t>(static_cast<double>(asset->startNanoUsd) * walk(id, asset->dailyMove, at));
}

std::uint64_t Prices::nanoPerUsd(std::string_view currency, Time at) const
{
    const auto rate = std::ranges::find(kExchange, currency, &Exchange::currency);
    if (rate == std::end(kExchange))
        return 0;
    if (currency == "usd")
        return 1'000'000'000;
    return static_cast<std::uint64_t>(rate->perUsd * 1e9 * walk("currency." + std::string(currency), 0.003, at));
}

} // namespace outpost::sim
