// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/DeviceHealth.h"

#include <algorithm>
#include <map>

namespace outpost::services {

namespace {

constexpr int kUsualDays = 28;
constexpr int kFewestUsualDays = 7;
constexpr int kRecentDays = 3;
constexpr std::int64_t kFarBelow = 3;     ///< a third
constexpr std::int32_t kOldestSample = 2; ///< days
constexpr std::int32_t kLooksBack = 100;  ///< days: enough to remember what was usual before a long silence
constexpr std::size_t kAtOnce = 500;      ///< devices, about 10 MB of days

struct AssetDays {
    std::vector<std::pair<std::int32_t, Int128>> full; ///< oldest first
};

Int128 median(std::vector<Int128> values)
{
    const auto middle = values.begin() + std::ssize(values) / 2;
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

std::optional<Int128> mean(std::span<const std::pair<std::int32_t, Int128>> days)
{
    Int128 sum;
    for (const auto& [day, base] : days) {
        const auto more = sum.plus(base);
        if (!more)
            return std::nullopt;
        sum = *more;
    }
    const auto result = sum.dividedRounded(std::ssize(days));
    return result ? std::optional(*result) : std::nullopt;
}

/// How many of the newest days brought nothing.
int emptyTail(const AssetDays& days)
{
    int count = 0;
    for (auto it = days.full.rbegin(); it != days.full.rend() && it->second.isZero(); ++it)
        ++count;
    return count;
}

/// The usual day, from before the stretch that is judged.
std::optional<Int128> usualOf(const AssetDays& days, int judged)
{
    const auto end = std::max<std::ptrdiff_t>(0, std::ssize(days.full) - judged);
    const auto begin = std::max<std::ptrdiff_t>(0, end - kUsualDays);
    if (end - begin < kFewestUsualDays)
        return std::nullopt;
    std::vector<Int128> values;
    for (auto i = begin; i < end; ++i)
        values.push_back(days.full[static_cast<std::size_t>(i)].second);
    return median(std::move(values));
}

} // namespace

Health assessHealth(const std::vector<EarningDay>& days, std::int32_t today)
{
    Health health;
    std::map<AssetId, AssetDays> byAsset;
    for (const EarningDay& day : days) {
        if (day.amount.base.isPositive())
            health.lastEarned = std::max(health.lastEarned.value_or(day.day), day.day);
        if (day.day < today)
            byAsset[day.amount.asset].full.emplace_back(day.day, day.amount.base);
    }
    bool somethingUsual = false;
    int emptyDays = kUsualDays + kRecentDays; // the fewest of all assets that usually come
    bool less = false;
    for (auto& [asset, list] : byAsset) {
        std::sort(list.full.begin(), list.full.end(), [](auto& a, auto& b) { return a.first < b.first; });
        if (today - list.full.back().first > kOldestSample)
            continue; // nobody sampled lately: silence is no evidence
        const int empty = emptyTail(list);
        const auto usual = usualOf(list, std::max(empty, kRecentDays));
        if (!usual)
            continue;
        health.known = true;
        if (!usual->isPositive())
            continue;
        somethingUsual = true;
        emptyDays = std::min(emptyDays, empty);
        const auto recent = mean(std::span(list.full).last(kRecentDays));
        health.usual.push_back({asset, *usual});
        if (!recent)
            continue;
        health.recent.push_back({asset, *recent});
        const auto scaled = recent->times(kFarBelow);
        less = less || (scaled && *scaled < *usual);
    }
    if (!somethingUsual)
        return health;
    if (emptyDays > 0) {
        health.status = emptyDays > 1 ? DeviceStatus::Offline : DeviceStatus::Check;
        health.problem = "problem.earnsNothing";
        health.since = health.lastEarned ? *health.lastEarned + 1 : today - emptyDays;
    } else if (less) {
        health.status = DeviceStatus::Check;
        health.problem = "problem.earnsLess";
        health.since = today - kRecentDays;
    }
    return health;
}

Future<std::map<DeviceId, Health>> assessDevices(store::Series& series, std::vector<DeviceId> devices,
                                                 std::int32_t today)
{
    using Found = std::map<DeviceId, Health>;
    return async::toFuture([](store::Series* from, std::vector<DeviceId> all, std::int32_t now) -> Task<Found> {
        OUTPOST_CO_TRY(const auto assets, co_await from->assets());
        Found found;
        for (std::size_t first = 0; first < all.size(); first += kAtOnce) {
            const auto begin = all.begin() + static_cast<std::ptrdiff_t>(first);
            const std::vector<DeviceId> some(begin, begin + std::min<std::ptrdiff_t>(kAtOnce, all.end() - begin));
            std::vector<std::shared_ptr<const std::vector<EarningDay>>> lists;
            for (const AssetId& asset : assets) {
                auto asked = from->daysOf(some, asset, now - kLooksBack, now, now);
                OUTPOST_CO_TRY(auto days, co_await qCoro(asked).takeResult()); // moved: it is large
                lists.push_back(std::make_shared<const std::vector<EarningDay>>(std::move(days)));
            }
            OUTPOST_CO_TRY(Found judged, co_await async::onPool([lists = std::move(lists), now]() -> Result<Found> {
                               std::map<DeviceId, std::vector<EarningDay>> byDevice;
                               for (const auto& list : lists) {
                                   for (const EarningDay& day : *list)
                                       byDevice[day.device].push_back(day);
                               }
                               Found answer;
                               for (const auto& [device, days] : byDevice)
                                   answer.emplace(device, assessHealth(days, now));
                               return answer;
                           }));
            found.merge(judged);
        }
        co_return found;
    }(&series, std::move(devices), today));
}

} // namespace outpost::services
