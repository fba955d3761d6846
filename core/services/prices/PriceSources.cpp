// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/prices/PriceSources.h"

#include "core/codec/Decimal.h"

namespace outpost::services {

namespace {

using codec::Json;

constexpr int kNanoDigits = 9;
constexpr int kMostDigits = 12 + kNanoDigits; // a price of 10^12

std::string lowerCode(Currency currency)
{
    std::string code(currencyCode(currency));
    for (char& c : code)
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return code;
}

/// Nothing where there is no price.
Result<std::optional<Int128>> price(const Json& value)
{
    if (!value.hasValue())
        return std::optional<Int128>();
    OUTPOST_TRY(const std::string text, value.numberText());
    OUTPOST_TRY(const Int128 nano, codec::scaledNumber(text, kNanoDigits));
    OUTPOST_TRY(const Int128 most, Int128::powerOfTen(kMostDigits));
    if (nano.isNegative() || nano > most)
        return fail(errors::kMalformed, "a price out of range");
    return nano.isZero() ? std::nullopt : std::optional(nano);
}

Result<std::optional<Time>> updateTime(const Json& value)
{
    if (!value.hasValue())
        return std::optional<Time>();
    OUTPOST_TRY(const std::uint64_t seconds, value.uint());
    constexpr std::uint64_t kYear9999 = 253'402'300'800;
    if (seconds > kYear9999)
        return fail(errors::kMalformed, "a time out of range");
    return std::optional<Time>(fromUnixSeconds(static_cast<std::int64_t>(seconds)));
}

} // namespace

Result<std::map<std::string, SourcePrices>> parseCoinGecko(const Json& reply, const std::vector<std::string>& wanted)
{
    if (!reply.isObject())
        return fail(errors::kMalformed, "prices that are no object");
    std::map<std::string, SourcePrices> out;
    for (const std::string& id : wanted) {
        const Json entry = reply[id];
        if (!entry.hasValue())
            continue;
        if (!entry.isObject())
            return fail(errors::kMalformed, "a price entry that is no object");
        SourcePrices prices;
        for (const Currency currency : kCurrencies) {
            OUTPOST_TRY(const auto nano, price(entry[lowerCode(currency)]));
            if (nano)
                prices.nano.emplace(currency, *nano);
        }
        OUTPOST_TRY(prices.updatedAt, updateTime(entry["last_updated_at"]));
        if (!prices.nano.empty())
            out.emplace(id, std::move(prices));
    }
    return out;
}

Result<std::map<std::string, SourcePrices>> parseJupiter(const Json& reply, const std::vector<std::string>& wanted)
{
    if (!reply.isObject())
        return fail(errors::kMalformed, "prices that are no object");
    std::map<std::string, SourcePrices> out;
    for (const std::string& mint : wanted) {
        const Json entry = reply[mint];
        if (!entry.hasValue())
            continue;
        if (!entry.isObject())
            return fail(errors::kMalformed, "a price entry that is no object");
        OUTPOST_TRY(const auto nano, price(entry["usdPrice"]));
        if (nano)
            out.emplace(mint, SourcePrices{{{Currency::Usd, *nano}}, std::nullopt});
    }
    return out;
}

std::map<Currency, DollarRate> dollarRates(const std::map<std::string, SourcePrices>& prices)
{
    std::map<Currency, DollarRate> out{{Currency::Usd, {1, 1}}};
    for (const auto& [id, entry] : prices) {
        const auto usd = entry.nano.find(Currency::Usd);
        if (usd == entry.nano.end())
            continue;
        for (const auto& [currency, nano] : entry.nano) {
            if (currency == Currency::Usd)
                continue;
            const auto known = out.find(currency);
            if (known == out.end() || known->second.inDollars < usd->second)
                out.insert_or_assign(currency, DollarRate{nano, usd->second});
        }
    }
    return out;
}

Result<Int128> convertDollars(Int128 nanoUsd, const DollarRate& rate)
{
    OUTPOST_TRY(const Int128 product, nanoUsd.times(rate.inCurrency));
    return product.dividedRounded(rate.inDollars);
}

bool differBy(Int128 a, Int128 b, int percent)
{
    const Int128 low = std::min(a, b);
    const Int128 high = std::max(a, b);
    const auto difference = high.minus(low);
    const auto hundredfold = difference ? difference->times(100) : difference;
    const auto allowed = low.times(percent);
    return !hundredfold || !allowed || *hundredfold > *allowed;
}

} // namespace outpost::services
