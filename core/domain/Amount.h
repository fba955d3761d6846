// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/base/Int128.h"
#include "core/domain/Ids.h"

#include <optional>

namespace outpost {

/// What can be held: a token of one chain, or a chain's own coin.
struct Asset {
    AssetId id;
    std::string symbol; ///< short, from the build or capped plain text
    std::string name;
    int decimals = 0; ///< 0 to 38
    friend bool operator==(const Asset&, const Asset&) = default;
};

/// A whole number of base units of one asset. Amounts of different assets never meet in arithmetic.
struct Amount {
    AssetId asset;
    Int128 base;

    /// errors::kOverflow, or errors::kInternal when the assets differ.
    Result<Amount> plus(const Amount& other) const;
    Result<Amount> minus(const Amount& other) const;
    friend bool operator==(const Amount&, const Amount&) = default;
};

/// "0.12345678": point as decimal separator, no grouping, trailing zeros kept off, at least one digit before the point.
std::string decimalText(Int128 base, int decimals);
/// The reverse: plain digits with at most `decimals` behind one point. Anything else is errors::kMalformed.
Result<Int128> parseDecimal(std::string_view text, int decimals);

enum class Currency { Eur = 0, Usd = 1, Gbp = 2, Jpy = 3 }; // persisted: never renumber

/// ISO 4217 code and number of decimals.
std::string_view currencyCode(Currency currency);
int currencyDecimals(Currency currency);
std::optional<Currency> currencyFromCode(std::string_view code);

/// One whole unit of an asset in a currency, as an integer: `nano` is 10^-9 of the currency's major unit.
struct Price {
    AssetId asset;
    Currency currency = Currency::Eur;
    Int128 nano;
    std::string source;
    Time asOf;
};

/// An amount seen through a price; `minor` is in the currency's smallest unit, rounded half to even.
struct FiatValue {
    Currency currency = Currency::Eur;
    Int128 minor;
    std::string source;
    Time asOf;
};

/// errors::kOverflow; errors::kInternal when price and amount are of different assets.
Result<FiatValue> valueOf(const Amount& amount, int assetDecimals, const Price& price);

} // namespace outpost
