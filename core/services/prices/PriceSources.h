// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/codec/Json.h"
#include "core/domain/Amount.h"

#include <array>
#include <map>

namespace outpost::services {

inline constexpr std::array kCurrencies{Currency::Eur, Currency::Usd, Currency::Gbp, Currency::Jpy};

/// What a source said of one asset, by currency, in 10^-9 of the currency's major unit. Only prices above zero are in
/// it: a price of nothing is no price.
struct SourcePrices {
    std::map<Currency, Int128> nano;
    std::optional<Time> updatedAt; ///< where the source says when
};

// Replies of the price services, by their documentation; numbers are taken from their text and never pass through
// floating point. A member of a wrong type, or a price beyond 10^12, is refused; ids that nobody asked for are passed
// over. Errors: codec.*, kMalformed. Pure; **Thread:** any.

/// {"<id>": {"usd": 2.5, "eur": 2.3, "last_updated_at": 1790000000}}; GET /api/v3/simple/price of CoinGecko.
Result<std::map<std::string, SourcePrices>> parseCoinGecko(const codec::Json& reply,
                                                           const std::vector<std::string>& wanted);
/// {"<mint>": {"usdPrice": 2.5}}; GET /price/v3 of Jupiter. A mint without a quote is missing or null.
Result<std::map<std::string, SourcePrices>> parseJupiter(const codec::Json& reply,
                                                         const std::vector<std::string>& wanted);

/// How many units of each currency one dollar is, as a fraction of two prices of the same asset at the same time.
struct DollarRate {
    Int128 inCurrency; ///< nano
    Int128 inDollars;  ///< nano
};
/// Out of one source's prices; the asset with the most digits is taken. USD is always 1.
std::map<Currency, DollarRate> dollarRates(const std::map<std::string, SourcePrices>& prices);
/// Rounded half to even. kOverflow.
Result<Int128> convertDollars(Int128 nanoUsd, const DollarRate& rate);

/// True when the two differ by more than so many percent of the smaller one.
bool differBy(Int128 a, Int128 b, int percent);

} // namespace outpost::services
