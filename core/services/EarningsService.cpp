// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/EarningsService.h"

#include <algorithm>
#include <map>

namespace outpost::services {

using namespace std::chrono;

namespace {

constexpr auto kDayPriceMaxAge = hours(48);

year_month_day dateOf(std::int32_t day)
{
    return sys_days(days(day));
}

std::int32_t numberOf(year_month_day date)
{
    return static_cast<std::int32_t>(sys_days(date).time_since_epoch().count());
}

/// Adds up per asset, in first-seen order.
class Sums {
public:
    void add(const Amount& amount)
    {
        const auto it =
            std::find_if(m_amounts.begin(), m_amounts.end(), [&](auto& a) { return a.asset == amount.asset; });
        if (it == m_amounts.end())
            m_amounts.push_back(amount);
        else if (auto sum = it->plus(amount))
            *it = *sum;
        else
            m_overflow = true;
    }
    const std::vector<Amount>& amounts() const { return m_amounts; }
    bool overflowed() const { return m_overflow; }

private:
    std::vector<Amount> m_amounts;
    bool m_overflow = false;
};

const Price* priceOf(const std::vector<Price>& prices, const AssetId& asset)
{
    const auto it = std::find_if(prices.begin(), prices.end(), [&](const Price& p) { return p.asset == asset; });
    return it == prices.end() ? nullptr : &*it;
}

Worth worthOf(std::vector<Amount> amounts, const std::vector<Price>& prices, const std::vector<Asset>& assets)
{
    Worth worth;
    worth.minor = Int128(0);
    for (const Amount& amount : amounts) {
        if (amount.base.isZero())
            continue;
        const Price* price = priceOf(prices, amount.asset);
        const auto asset = std::find_if(assets.begin(), assets.end(), [&](auto& a) { return a.id == amount.asset; });
        if (price == nullptr || asset == assets.end()) {
            worth.minor.reset();
            break;
        }
        const auto value = valueOf(amount, asset->decimals, *price);
        const auto sum = value ? worth.minor->plus(value->minor) : Result<Int128>(std::unexpected(value.error()));
        if (!sum) {
            worth.minor.reset();
            break;
        }
        worth.minor = *sum;
        if (!worth.priceAsOf || price->asOf < *worth.priceAsOf) {
            worth.priceAsOf = price->asOf;
            worth.priceSource = price->source;
        }
    }
    worth.amounts = std::move(amounts);
    return worth;
}

Task<EarningsSummary> daysTask(EarningsService::Ports ports, std::vector<Asset> assets, std::vector<DeviceId> devices,
                               std::int32_t from, std::int32_t to, Currency currency, std::int32_t today)
{
    EarningsSummary summary;
    summary.currency = currency;
    OUTPOST_CO_TRY(const auto sampled, co_await ports.series.assets());
    struct Day {
        Sums sums;
        bool complete = true;
    };
    std::map<std::int32_t, Day> byDay;
    for (const AssetId& asset : sampled) {
        OUTPOST_CO_TRY(const auto list, co_await ports.series.daysOf(devices, asset, from, to, today));
        for (const EarningDay& day : list) {
            byDay[day.day].sums.add(day.amount);
            byDay[day.day].complete = byDay[day.day].complete && day.complete;
        }
    }
    OUTPOST_CO_TRY(const auto latest, co_await ports.prices.latest(currency));
    Sums total;
    std::optional<Int128> totalMinor = Int128(0);
    for (auto& [day, content] : byDay) {
        // A day is worth what its own price says, where one was stored.
        std::vector<Price> prices;
        bool todays = false;
        for (const Amount& amount : content.sums.amounts()) {
            const Time end = Time(days(day + 1));
            OUTPOST_CO_TRY(const auto then, co_await ports.prices.at(amount.asset, currency, end, kDayPriceMaxAge));
            if (then) {
                prices.push_back(*then);
            } else if (const Price* now = priceOf(latest, amount.asset)) {
                prices.push_back(*now);
                todays = true;
            }
            total.add(amount);
        }
        DayWorth worth{day, worthOf(content.sums.amounts(), prices, assets), content.complete, todays};
        if (totalMinor && worth.worth.minor) {
            const auto sum = totalMinor->plus(*worth.worth.minor);
            totalMinor = sum ? std::optional(*sum) : std::nullopt;
        } else {
            totalMinor.reset();
        }
        summary.days.push_back(std::move(worth));
    }
    summary.total = worthOf(total.amounts(), latest, assets);
    // The sum of what the days show, so that the two agree; of days that nobody sampled nothing is known.
    summary.total.minor = summary.days.empty() ? std::nullopt : totalMinor;
    co_return summary;
}

Task<HomeFigures> homeTask(EarningsService::Ports ports, std::vector<Asset> assets, Currency currency,
                           std::int32_t today)
{
    HomeFigures home;
    home.currency = currency;
    home.today = today;
    home.monthStart = monthStart(today);
    OUTPOST_CO_TRY(home.month, co_await daysTask(ports, assets, {}, home.monthStart, today, currency, today));
    const std::int32_t previousStart = previousMonthStart(today);
    const std::int32_t previousEnd = std::min(previousStart + (today - home.monthStart), home.monthStart - 1);
    OUTPOST_CO_TRY(const auto before,
                   co_await daysTask(ports, assets, {}, previousStart, previousEnd, currency, today));
    // Compared only when the whole stretch was sampled: half a month against a whole one would mislead.
    if (std::ssize(before.days) == previousEnd - previousStart + 1)
        home.previousSameDaysMinor = before.total.minor;
    if (home.month.total.minor && !home.month.days.empty()) {
        if (const auto perDay = home.month.total.minor->dividedRounded(std::ssize(home.month.days)))
            home.perDayMinor = *perDay;
    }
    OUTPOST_CO_TRY(const auto claimables, co_await ports.series.claimables());
    Sums ready;
    for (const Claimable& claimable : claimables) {
        if (!claimable.amount.base.isPositive())
            continue;
        ready.add(claimable.amount);
        ++home.readyDevices;
    }
    OUTPOST_CO_TRY(const auto latest, co_await ports.prices.latest(currency));
    home.ready = worthOf(ready.amounts(), latest, assets);
    if (claimables.empty())
        home.ready.minor.reset(); // never asked is not nothing
    OUTPOST_CO_TRY(home.since, co_await ports.series.firstDay());
    OUTPOST_CO_TRY(const auto recent, co_await ports.activities.page({}, 0, 200));
    for (const store::Activity& activity : recent) {
        if (activity.kind == "activity.collected") {
            home.lastCollected = activity.at;
            break;
        }
    }
    co_return home;
}

/// What each device has ready and earned in this month and in the same days of the month before.
std::vector<store::DeviceFigures> figuresOf(const std::vector<std::shared_ptr<const std::vector<EarningDay>>>& lists,
                                            const std::vector<Claimable>& claimables, const std::vector<Price>& prices,
                                            const std::vector<Asset>& assets, std::int32_t previous, std::int32_t now)
{
    struct Money {
        Sums ready, month, previous;
    };
    std::map<DeviceId, Money> byDevice;
    for (const Claimable& claimable : claimables)
        byDevice[claimable.device].ready.add(claimable.amount);
    const std::int32_t start = monthStart(now);
    for (const auto& list : lists) {
        Money* money = nullptr; // the list is sorted by device
        const DeviceId* device = nullptr;
        for (const EarningDay& day : *list) {
            if (device == nullptr || *device != day.device) {
                device = &day.device;
                money = &byDevice[day.device];
            }
            if (day.day >= start)
                money->month.add(day.amount);
            else if (day.day - previous <= now - start)
                money->previous.add(day.amount);
        }
    }
    const auto minor = [&](const Sums& sums) -> std::optional<std::int64_t> {
        const auto amounts = sums.amounts();
        if (amounts.empty())
            return std::nullopt;
        const Worth worth = worthOf(amounts, prices, assets);
        if (!worth.minor)
            return std::nullopt;
        const auto figure = worth.minor->toInt64();
        return figure ? std::optional(*figure) : std::nullopt;
    };
    std::vector<store::DeviceFigures> figures;
    for (const auto& [device, money] : byDevice)
        figures.push_back({device, minor(money.ready), minor(money.month), minor(money.previous)});
    return figures;
}

} // namespace

std::int32_t monthStart(std::int32_t day)
{
    const auto date = dateOf(day);
    return numberOf(date.year() / date.month() / 1);
}

std::int32_t previousMonthStart(std::int32_t day)
{
    return monthStart(monthStart(day) - 1);
}

int daysInMonth(std::int32_t day)
{
    const auto date = dateOf(day);
    return static_cast<int>(static_cast<unsigned>((date.year() / date.month() / last).day()));
}

EarningsService::EarningsService(Ports ports, std::vector<Asset> assets) : m_ports(ports), m_assets(std::move(assets))
{}

const Asset* EarningsService::asset(const AssetId& id) const
{
    const auto it = std::find_if(m_assets.begin(), m_assets.end(), [&](const Asset& a) { return a.id == id; });
    return it == m_assets.end() ? nullptr : &*it;
}

std::int32_t EarningsService::today() const
{
    return static_cast<std::int32_t>(floor<std::chrono::days>(m_ports.clock.now()).time_since_epoch().count());
}

Future<EarningsSummary> EarningsService::days(std::vector<DeviceId> devices, std::int32_t from, std::int32_t to,
                                              Currency currency)
{
    return async::toFuture(daysTask(m_ports, m_assets, std::move(devices), from, to, currency, today()));
}

Future<HomeFigures> EarningsService::home(Currency currency)
{
    return async::toFuture(homeTask(m_ports, m_assets, currency, today()));
}

Future<std::vector<std::pair<Claimable, Worth>>> EarningsService::ready(Currency currency)
{
    using Row = std::pair<Claimable, Worth>;
    return async::toFuture([](Ports ports, std::vector<Asset> assets, Currency in) -> Task<std::vector<Row>> {
        OUTPOST_CO_TRY(const auto claimables, co_await ports.series.claimables());
        OUTPOST_CO_TRY(const auto prices, co_await ports.prices.latest(in));
        std::vector<Row> rows;
        for (const Claimable& claimable : claimables)
            rows.emplace_back(claimable, worthOf({claimable.amount}, prices, assets));
        std::stable_sort(rows.begin(), rows.end(), [](const Row& a, const Row& b) {
            return a.second.minor.value_or(Int128(-1)) > b.second.minor.value_or(Int128(-1));
        });
        co_return rows;
    }(m_ports, m_assets, currency));
}

Future<Worth> EarningsService::worth(std::vector<Amount> amounts, Currency currency)
{
    return async::toFuture(
        [](Ports ports, std::vector<Asset> assets, std::vector<Amount> list, Currency in) -> Task<Worth> {
            OUTPOST_CO_TRY(const auto prices, co_await ports.prices.latest(in));
            co_return worthOf(std::move(list), prices, assets);
        }(m_ports, m_assets, std::move(amounts), currency));
}

Future<void> EarningsService::refreshFigures(Currency currency)
{
    return async::toFuture([](Ports ports, std::vector<Asset> assets, Currency in, std::int32_t now) -> Task<void> {
        OUTPOST_CO_TRY(const auto sampled, co_await ports.series.assets());
        OUTPOST_CO_TRY(const auto prices, co_await ports.prices.latest(in));
        OUTPOST_CO_TRY(const auto claimables, co_await ports.series.claimables());
        const std::int32_t previous = previousMonthStart(now);
        using Days = std::shared_ptr<const std::vector<EarningDay>>; // shared: the pool's work is copyable
        std::vector<Days> lists;
        for (const AssetId& asset : sampled) {
            auto asked = ports.series.daysOf({}, asset, previous, now, now);
            OUTPOST_CO_TRY(auto list, co_await qCoro(asked).takeResult()); // moved: it is large
            lists.push_back(std::make_shared<const std::vector<EarningDay>>(std::move(list)));
        }
        using Figures = std::vector<store::DeviceFigures>;
        auto adding = async::onPool([lists = std::move(lists), claimables, prices, assets, previous, now] {
            return Result<Figures>(figuresOf(lists, claimables, prices, assets, previous, now));
        });
        OUTPOST_CO_TRY(Figures figures, co_await adding);
        co_return co_await ports.devices.setFigures(std::move(figures));
    }(m_ports, m_assets, currency, today()));
}

} // namespace outpost::services
