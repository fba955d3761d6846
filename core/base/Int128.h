// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

namespace outpost {

/// A signed 128-bit integer whose arithmetic reports overflow instead of wrapping. The only place that knows how the
/// compiler spells the type.
class Int128 {
public:
#if defined(__SIZEOF_INT128__)
    __extension__ typedef __int128 Native;
#else
#error "This compiler has no 128-bit integer; Int128 needs an implementation for it."
#endif

    constexpr Int128() = default;
    constexpr Int128(std::int64_t v) : m_v(v) {} // NOLINT: widening never loses anything
    static constexpr Int128 fromUnsigned(std::uint64_t v) { return Int128(static_cast<Native>(v), 0); }
    static constexpr Int128 fromNative(Native v) { return Int128(v, 0); }
    /// Digits with an optional leading minus; nothing else. errors::kMalformed or errors::kOverflow.
    static Result<Int128> parse(std::string_view text);

    constexpr Native native() const { return m_v; }
    std::string toString() const;
    Result<std::int64_t> toInt64() const;
    Result<std::uint64_t> toUint64() const;
    constexpr bool isNegative() const { return m_v < 0; }
    constexpr bool isZero() const { return m_v == 0; }
    constexpr bool isPositive() const { return m_v > 0; }

    Result<Int128> plus(Int128 other) const;
    Result<Int128> minus(Int128 other) const;
    Result<Int128> times(Int128 other) const;
    Result<Int128> negated() const;
    /// Rounds half to even, the one rounding rule of Outpost. The divisor must not be zero.
    Result<Int128> dividedRounded(Int128 divisor) const;
    /// Rounds towards zero.
    Result<Int128> dividedTruncated(Int128 divisor) const;
    /// 10^exponent for 0 <= exponent <= 38.
    static Result<Int128> powerOfTen(int exponent);

    friend constexpr auto operator<=>(const Int128& a, const Int128& b)
    {
        return a.m_v < b.m_v   ? std::strong_ordering::less
               : a.m_v > b.m_v ? std::strong_ordering::greater
                               : std::strong_ordering::equal;
    }
    friend constexpr bool operator==(const Int128& a, const Int128& b) { return a.m_v == b.m_v; }

private:
    constexpr Int128(Native v, int) : m_v(v) {}
    Native m_v = 0;
};

} // namespace outpost
