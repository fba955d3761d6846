// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Bytes.h"
#include "core/codec/CodecErrors.h"

#include <array>
#include <concepts>
#include <optional>

namespace outpost::codec {

/// Reads foreign bytes from front to back. The first read past the end, or value out of range, fails the
/// reader for good: from then on every read answers zeroes and finish() the error, so that a layout can be
/// read straight and checked once. Counts that were read are already limited by what is left, so no loop over
/// them can run away. Does not own the bytes. **Thread:** one at a time.
class ByteReader {
public:
    explicit ByteReader(ByteSpan bytes) : m_rest(bytes) {}

    std::uint8_t u8() { return integer<std::uint8_t>(); }
    std::uint16_t u16() { return integer<std::uint16_t>(); }
    std::uint32_t u32() { return integer<std::uint32_t>(); }
    std::uint64_t u64() { return integer<std::uint64_t>(); }
    std::int32_t i32() { return static_cast<std::int32_t>(u32()); }
    std::int64_t i64() { return static_cast<std::int64_t>(u64()); }
    std::uint16_t u16be() { return static_cast<std::uint16_t>(__builtin_bswap16(u16())); }
    std::uint32_t u32be() { return __builtin_bswap32(u32()); }
    /// Points into the source.
    ByteSpan take(std::size_t count);
    template <std::size_t N> std::array<std::uint8_t, N> array()
    {
        std::array<std::uint8_t, N> out{};
        const ByteSpan bytes = take(N);
        if (m_ok)
            std::copy(bytes.begin(), bytes.end(), out.begin());
        return out;
    }
    void skip(std::size_t count) { (void)take(count); }

    /// Solana's compact-u16: one to three bytes, seven bits each; a longer spelling than needed is refused.
    std::uint16_t compactU16();
    /// A compact-u16 count of things of at least `leastBytesEach` bytes.
    std::size_t compactCount(std::size_t leastBytesEach);

    // Borsh.
    bool boolean(); ///< 0 or 1
    bool optionTag() { return boolean(); }
    std::uint32_t count(std::size_t leastBytesEach); ///< u32 length, limited by what is left
    ByteSpan lengthPrefixed(std::size_t maxBytes);   ///< u32 length, then bytes
    std::string string(std::size_t maxBytes);        ///< UTF-8 checked
    template <class T>
        requires std::integral<T>
    std::optional<T> optional()
    {
        if (!optionTag() || !m_ok)
            return std::nullopt;
        return static_cast<T>(integer<std::make_unsigned_t<T>>());
    }

    std::size_t left() const { return m_rest.size(); }
    ByteSpan rest() const { return m_rest; }
    bool atEnd() const { return m_ok && m_rest.empty(); }
    bool ok() const { return m_ok; }
    void invalidate(ErrorCode code = errors::kCodecInvalid)
    {
        if (m_ok)
            m_error = code;
        m_ok = false;
        m_rest = {};
    }

    /// Fails unless everything was read and nothing is left.
    Result<void> finish() const;
    /// Fails when a read failed; bytes may be left (accounts are often padded).
    Result<void> check() const;

private:
    template <class T> T integer()
    {
        const ByteSpan bytes = take(sizeof(T));
        if (!m_ok)
            return 0;
        T value = 0;
        for (std::size_t i = 0; i < sizeof(T); ++i)
            value = static_cast<T>(value | static_cast<T>(static_cast<T>(bytes[i]) << (8 * i)));
        return value;
    }

    ByteSpan m_rest;
    bool m_ok = true;
    ErrorCode m_error = errors::kCodecTruncated;
};

} // namespace outpost::codec
