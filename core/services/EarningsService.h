// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/Amount.h"
#include "core/store/Devices.h"
#include "core/store/Records.h"
#include "core/store/Series.h"

namespace outpost::services {

/// Money of several assets seen in one currency. `minor` is absent when any part has no price: absent is not zero.
struct Worth {
    std::vector<Amount> amounts; ///< per asset, never netted
    std::optional<Int128> minor;
    std::string priceSource; ///< of the oldest price used
    std::optional<Time> priceAsOf;
};

struct DayWorth {
    std::int32_t day = 0; ///< days since 1970-01-01, UTC
    Worth worth;
    bool complete = true;     ///< false: still running, or spread over days without a sample
    bool todaysPrice = false; ///< no price of that day is stored, so today's was used
};

struct EarningsSummary {
    Currency currency = Currency::Eur;
    std::vector<DayWorth> days; ///< of the asked range, oldest first; days without a sample are missing
    Worth total;
};

struct HomeFigures {
    Currency currency = Currency::Eur;
    std::int32_t monthStart = 0;
    std::int32_t today = 0;
    EarningsSummary month;
    std::optional<Int128> previousSameDaysMinor; ///< the same days of the month before; absent without samples of it
    std::optional<Int128> perDayMinor;           ///< over the sampled days of this month
    Worth ready;
    int readyDevices = 0;
    std::optional<std::int32_t> since; ///< first sampled day
    std::optional<Time> lastCollected;
};

/// Turns what is stored into figures for a person. Reads the store only; never asks anybody. Integers throughout; one
/// rounding, at the end of each asset's sum.
/// **Thread:** GUI. Errors: store.*.
class EarningsService {
public:
    struct Ports {
        store::Series& series;
        store::Devices& devices;
        store::Prices& prices;
        store::Activities& activities;
        const Clock& clock;
    };
    EarningsService(Ports ports, std::vector<Asset> assets);

    const std::vector<Asset>& assets() const { return m_assets; }
    const Asset* asset(const AssetId& id) const;

    /// `devices` empty: all.
    Future<EarningsSummary> days(std::vector<DeviceId> devices, std::int32_t from, std::int32_t to, Currency currency);
    Future<HomeFigures> home(Currency currency);
    /// What can be collected, per device, largest first.
    Future<std::vector<std::pair<Claimable, Worth>>> ready(Currency currency);
    /// The worth of amounts at the newest stored prices.
    Future<Worth> worth(std::vector<Amount> amounts, Currency currency);
    /// Recomputes what device lists sort by.
    Future<void> refreshFigures(Currency currency);
    std::int32_t today() const;

private:
    Ports m_ports;
    std::vector<Asset> m_assets;
};

/// First day of the month that a day is in, of the month before it, and how many days the latter has.
std::int32_t monthStart(std::int32_t day);
std::int32_t previousMonthStart(std::int32_t day);
int daysInMonth(std::int32_t day);

} // namespace outpost::services
