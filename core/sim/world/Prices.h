// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/networks/Demo.h"

namespace outpost::sim {

/// Prices of the demo world: a walk from day to day and a ripple within the day, both from the seed, so that any moment
/// can be asked for again. Not money but made-up weather, hence floating point. **Thread:** the world's.
class Prices {
public:
    Prices(std::uint64_t seed, Time worldStart) : m_seed(seed), m_start(worldStart) {}
    void add(const demo::QuotedAsset& asset);
    const std::vector<demo::QuotedAsset>& assets() const { return m_assets; }

    /// Nano-dollars of one whole unit; 0 for an unknown id.
    std::uint64_t nanoUsd(std::string_view id, Time at) const;
    /// Units of the currency ("eur", "usd", "gbp", "jpy") for one dollar, in nano; 0 for an unknown one.
    std::uint64_t nanoPerUsd(std::string_view currency, Time at) const;

private:
    double walk(std::string_view label, double dailyMove, Time at) const;
    std::uint64_t m_seed;
    Time m_start;
    std::vector<demo::QuotedAsset> m_assets;
    mutable std::map<std::string, std::map<std::int64_t, double>, std::less<>> m_days;
};

} // namespace outpost::sim
