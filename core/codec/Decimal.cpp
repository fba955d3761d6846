// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/codec/Decimal.h"

#include <algorithm>

namespace outpost::codec {

namespace {

constexpr int kMostDecimals = 38;
constexpr std::size_t kLongestText = 128;

bool areDigits(std::string_view text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// Int128 from digits that may be none; leading zeroes cost nothing.
Result<Int128> wholeNumber(std::string_view digits)
{
    constexpr std::size_t kMostDigits = 39;
    const auto first = digits.find_first_not_of('0');
    if (first == std::string_view::npos)
        return Int128();
    if (digits.size() - first > kMostDigits)
        return fail(errors::kOverflow, "number too large");
    return Int128::parse(digits.substr(first));
}

} // namespace

Result<Int128> scaledNumber(std::string_view jsonNumber, int decimals)
{
    const auto refuse = [] { return fail(errors::kCodecNotANumber, "not a number"); };
    std::string_view text = jsonNumber;
    if (text.empty() || text.size() > kLongestText || decimals < 0 || decimals > kMostDecimals)
        return refuse();
    const bool isNegative = text.front() == '-';
    if (isNegative)
        text.remove_prefix(1);

    int exponent = 0;
    if (const auto e = text.find_first_of("eE"); e != std::string_view::npos) {
        std::string_view power = text.substr(e + 1);
        text = text.substr(0, e);
        const bool isDivided = power.starts_with('-');
        if (isDivided || power.starts_with('+'))
            power.remove_prefix(1);
        if (power.empty() || power.size() > 4 || !areDigits(power))
            return refuse();
        for (const char c : power)
            exponent = exponent * 10 + (c - '0');
        exponent = isDivided ? -exponent : exponent;
    }
    const auto point = text.find('.');
    const std::string_view whole = text.substr(0, point);
    const std::string_view fraction = point == std::string_view::npos ? std::string_view() : text.substr(point + 1);
    if (whole.empty() || !areDigits(whole) || !areDigits(fraction) ||
        (point != std::string_view::npos && fraction.empty()))
        return refuse();

    std::string digits = std::string(whole) + std::string(fraction);
    digits.erase(0, std::min(digits.find_first_not_of('0'), digits.size()));
    if (digits.empty())
        return Int128();
    // value = digits * 10^shift
    const int shift = exponent + decimals - static_cast<int>(fraction.size());
    const int length = static_cast<int>(digits.size()) + shift;
    if (length < 0)
        return Int128();
    if (length > 39)
        return fail(errors::kOverflow, "number too large");
    bool roundsUp = false;
    if (shift >= 0) {
        digits.append(static_cast<std::size_t>(shift), '0');
    } else {
        const std::string rest = digits.substr(static_cast<std::size_t>(length));
        digits.resize(static_cast<std::size_t>(length));
        const bool isOdd = !digits.empty() && (digits.back() - '0') % 2 != 0;
        const bool isHalf = rest[0] == '5' && rest.find_first_not_of('0', 1) == std::string::npos;
        roundsUp = isHalf ? isOdd : rest[0] >= '5';
    }
    OUTPOST_TRY(Int128 value, wholeNumber(digits));
    if (roundsUp) {
        OUTPOST_TRY(value, value.plus(1));
    }
    return isNegative ? value.negated() : Result<Int128>(value);
}

} // namespace outpost::codec
