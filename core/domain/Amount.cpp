// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/Amount.h"

#include <algorithm>
#include <array>

namespace outpost {

Result<Amount> Amount::plus(const Amount& other) const
{
    if (asset != other.asset)
        return fail(errors::kInternal, "amounts of different assets");
    OUTPOST_TRY(const Int128 sum, base.plus(other.base));
    return Amount{asset, sum};
}

Result<Amount> Amount::minus(const Amount& other) const
{
    if (asset != other.asset)
        return fail(errors::kInternal, "amounts of different assets");
    OUTPOST_TRY(const Int128 difference, base.minus(other.base));
    return Amount{asset, difference};
}

std::string decimalText(Int128 base, int decimals)
{
    std::string digits = base.toString();
    const std::string sign = base.isNegative() ? "-" : "";
    if (base.isNegative())
        digits.erase(0, 1);
    if (decimals <= 0)
        return sign + digits;
    const auto places = static_cast<std::size_t>(decimals);
    if (digits.size() <= places)
        digits.insert(0, places + 1 - digits.size(), '0');
    digits.insert(digits.size() - places, 1, '.');
    digits.erase(digits.find_last_not_of('0') + 1);
    if (digits.ends_with('.'))
        digits.pop_back();
    return sign + digits;
}

Result<Int128> parseDecimal(std::string_view text, int decimals)
{
    const bool negative = text.starts_with('-');
    if (negative)
        text.remove_prefix(1);
    const auto point = text.find('.');
    const std::string_view whole = text.substr(0, point);
    const std::string_view fraction = point == std::string_view::npos ? std::string_view{} : text.substr(point + 1);
    if (whole.empty() || text.size() > 80 || (point != std::string_view::npos && fraction.empty()))
        return fail(errors::kMalformed, "not an amount");
    if (fraction.size() > static_cast<std::size_t>(decimals))
        return fail(errors::kMalformed, "more decimals than the asset has");
    std::string digits = (negative ? "-" : "") + std::string(whole) + std::string(fraction);
    digits.append(static_cast<std::size_t>(decimals) - fraction.size(), '0');
    // Leading zeros do not count against the length that Int128 accepts.
    const std::size_t start = negative ? 1 : 0;
    const auto firstDigit = std::min(digits.find_first_not_of('0', start), digits.size() - 1);
    digits.erase(start, firstDigit - start);
    return Int128::parse(digits);
}

namespace {
struct CurrencyInfo {
    std::string_view code;
    int decimals;
};
constexpr std::array<CurrencyInfo, 4> kCurrencies{{{"EUR", 2}, {"USD", 2}, {"GBP", 2}, {"JPY", 0}}};
} // namespace

std::string_view currencyCode(Currency currency)
{
    return kCurrencies.at(static_cast<std::size_t>(currency)).code;
}

int currencyDecimals(Currency currency)
{
    return kCurrencies.at(static_cast<std::size_t>(currency)).decimals;
}

std::optional<Currency> currencyFromCode(std::string_view code)
{
    for (std::size_t i = 0; i < kCurrencies.size(); ++i) {
        if (kCurrencies[i].code == code)
            return static_cast<Currency>(i);
    }
    return std::nullopt;
}

Result<FiatValue> valueOf(const Amount& amount, int assetDecimals, const Price& price)
{
    if (amount.asset != price.asset)
        return fail(errors::kInternal, "price of another asset");
    OUTPOST_TRY(const Int128 product, amount.base.times(price.nano));
    const int shift = assetDecimals + 9 - currencyDecimals(price.currency);
    OUTPOST_TRY(const Int128 divisor, Int128::powerOfTen(shift));
    OUTPOST_TRY(const Int128 minor, product.dividedRounded(divisor));
    return FiatValue{price.currency, minor, price.source, price.asOf};
}

} // namespace outpost
