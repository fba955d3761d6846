// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Int128.h"

#include <algorithm>
#include <limits>

namespace outpost {

namespace {

using Native = Int128::Native;
__extension__ typedef unsigned __int128 Unsigned;

constexpr Unsigned kMaxMagnitude = ~Unsigned{0} >> 1;

std::unexpected<Error> overflow()
{
    return fail(errors::kOverflow, "128-bit overflow");
}

Unsigned magnitude(Native v)
{
    return v < 0 ? Unsigned{0} - static_cast<Unsigned>(v) : static_cast<Unsigned>(v);
}

} // namespace

Result<Int128> Int128::parse(std::string_view text)
{
    const bool negative = text.starts_with('-');
    const std::string_view digits = negative ? text.substr(1) : text;
    if (digits.empty() || digits.size() > 39 ||
        !std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; }))
        return fail(errors::kMalformed, "not an integer");
    Native value = 0;
    for (char c : digits) {
        const int digit = negative ? -(c - '0') : c - '0';
        if (__builtin_mul_overflow(value, Native{10}, &value) || __builtin_add_overflow(value, Native{digit}, &value))
            return overflow();
    }
    return Int128(value, 0);
}

std::string Int128::toString() const
{
    Unsigned rest = magnitude(m_v);
    std::string text;
    do {
        text.push_back(static_cast<char>('0' + static_cast<int>(rest % 10)));
        rest /= 10;
    } while (rest != 0);
    if (m_v < 0)
        text.push_back('-');
    std::reverse(text.begin(), text.end());
    return text;
}

Result<std::int64_t> Int128::toInt64() const
{
    if (m_v < std::numeric_limits<std::int64_t>::min() || m_v > std::numeric_limits<std::int64_t>::max())
        return overflow();
    return static_cast<std::int64_t>(m_v);
}

Result<std::uint64_t> Int128::toUint64() const
{
    if (m_v < 0 || m_v > static_cast<Native>(std::numeric_limits<std::uint64_t>::max()))
        return overflow();
    return static_cast<std::uint64_t>(m_v);
}

Result<Int128> Int128::plus(Int128 other) const
{
    Native out;
    return __builtin_add_overflow(m_v, other.m_v, &out) ? Result<Int128>(overflow()) : Int128(out, 0);
}

Result<Int128> Int128::minus(Int128 other) const
{
    Native out;
    return __builtin_sub_overflow(m_v, other.m_v, &out) ? Result<Int128>(overflow()) : Int128(out, 0);
}

Result<Int128> Int128::times(Int128 other) const
{
    Native out;
    return __builtin_mul_overflow(m_v, other.m_v, &out) ? Result<Int128>(overflow()) : Int128(out, 0);
}

Result<Int128> Int128::negated() const
{
    return Int128(0).minus(*this);
}

Result<Int128> Int128::dividedRounded(Int128 divisor) const
{
    if (divisor.m_v == 0)
        return fail(errors::kOverflow, "division by zero");
    const Unsigned a = magnitude(m_v);
    const Unsigned b = magnitude(divisor.m_v);
    Unsigned quotient = a / b;
    const Unsigned rest = a % b;
    const Unsigned complement = b - rest; // compare rest with b/2 without doubling
    if (rest > complement || (rest == complement && (quotient & 1) != 0))
        ++quotient;
    const bool negative = (m_v < 0) != (divisor.m_v < 0);
    if (quotient > kMaxMagnitude + (negative ? 1 : 0))
        return overflow();
    return Int128(static_cast<Native>(negative ? Unsigned{0} - quotient : quotient), 0);
}

Result<Int128> Int128::dividedTruncated(Int128 divisor) const
{
    if (divisor.m_v == 0)
        return fail(errors::kOverflow, "division by zero");
    if (divisor.m_v == -1)
        return negated();
    return Int128(m_v / divisor.m_v, 0);
}

Result<Int128> Int128::powerOfTen(int exponent)
{
    if (exponent < 0 || exponent > 38)
        return overflow();
    Native value = 1;
    for (int i = 0; i < exponent; ++i)
        value *= 10;
    return Int128(value, 0);
}

} // namespace outpost
