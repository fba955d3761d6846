// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Encoding.h"

#include <algorithm>
#include <array>
#include <compare>
#include <cstring>
#include <functional>

namespace outpost::solana {

namespace detail {

/// base58 at compile time, for the ids that come from the build. A wrong literal does not compile.
template <std::size_t N> consteval std::array<std::uint8_t, N> base58Literal(std::string_view text)
{
    constexpr std::string_view kAlphabet = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
    std::array<std::uint8_t, N> out{};
    std::size_t zeros = 0;
    while (zeros < text.size() && text[zeros] == '1')
        ++zeros;
    for (char c : text) {
        const auto digit = kAlphabet.find(c);
        if (digit == std::string_view::npos)
            throw "not base58";
        unsigned carry = static_cast<unsigned>(digit);
        for (std::size_t i = N; i-- > 0;) {
            carry += 58u * out[i];
            out[i] = static_cast<std::uint8_t>(carry & 0xFF);
            carry >>= 8;
        }
        if (carry != 0)
            throw "too long";
    }
    for (std::size_t i = 0; i < std::min(zeros, N); ++i) {
        if (out[i] != 0)
            throw "leading zeros do not match";
    }
    if (zeros < N && out[zeros] == 0)
        throw "too short";
    return out;
}

} // namespace detail

/// N bytes that are spelled in base58, with a type of their own (Derived).
template <std::size_t N, class Derived> class FixedBytes {
public:
    static constexpr std::size_t kSize = N;

    constexpr FixedBytes() = default;
    explicit constexpr FixedBytes(const std::array<std::uint8_t, N>& bytes) : m_bytes(bytes) {}

    /// Exactly N bytes; errors::kMalformed.
    static Result<Derived> fromBytes(ByteSpan bytes)
    {
        if (bytes.size() != N)
            return fail(errors::kMalformed, "wrong number of bytes");
        std::array<std::uint8_t, N> copy;
        std::copy(bytes.begin(), bytes.end(), copy.begin());
        return Derived(copy);
    }
    /// errors::kMalformed, errors::kTooLong.
    static Result<Derived> fromBase58(std::string_view text)
    {
        OUTPOST_TRY(const Bytes bytes, outpost::fromBase58(text, N));
        return fromBytes(bytes);
    }
    static consteval Derived literal(std::string_view text) { return Derived(detail::base58Literal<N>(text)); }

    constexpr const std::array<std::uint8_t, N>& bytes() const { return m_bytes; }
    ByteSpan span() const { return m_bytes; }
    std::string toBase58() const { return outpost::toBase58(m_bytes); }
    constexpr bool isZero() const
    {
        return std::all_of(m_bytes.begin(), m_bytes.end(), [](std::uint8_t b) { return b == 0; });
    }

    friend constexpr auto operator<=>(const FixedBytes& a, const FixedBytes& b) { return a.m_bytes <=> b.m_bytes; }
    friend constexpr bool operator==(const FixedBytes& a, const FixedBytes& b) { return a.m_bytes == b.m_bytes; }

private:
    std::array<std::uint8_t, N> m_bytes{};
};

/// For hashed containers: keys are hashes or random, so their first bytes spread well enough.
struct FixedBytesHash {
    template <class T> std::size_t operator()(const T& value) const noexcept
    {
        std::size_t h = 0;
        std::memcpy(&h, value.bytes().data(), sizeof h);
        return h;
    }
};

} // namespace outpost::solana
