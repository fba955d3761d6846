// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Bytes.h"

#include <concepts>
#include <optional>

namespace outpost::codec {

/// Appends little-endian integers, compact-u16 and Borsh values to a buffer. Calls can be chained.
class ByteWriter {
public:
    ByteWriter& u8(std::uint8_t v) { return integer(v); }
    ByteWriter& u16(std::uint16_t v) { return integer(v); }
    ByteWriter& u32(std::uint32_t v) { return integer(v); }
    ByteWriter& u64(std::uint64_t v) { return integer(v); }
    ByteWriter& i32(std::int32_t v) { return u32(static_cast<std::uint32_t>(v)); }
    ByteWriter& i64(std::int64_t v) { return u64(static_cast<std::uint64_t>(v)); }
    ByteWriter& bytes(ByteSpan v)
    {
        m_bytes.insert(m_bytes.end(), v.begin(), v.end());
        return *this;
    }
    ByteWriter& compactU16(std::uint16_t v)
    {
        for (; v >= 0x80; v = static_cast<std::uint16_t>(v >> 7))
            u8(static_cast<std::uint8_t>(v | 0x80));
        return u8(static_cast<std::uint8_t>(v));
    }
    ByteWriter& boolean(bool v) { return u8(v ? 1 : 0); }
    /// Borsh bytes and strings: u32 length, then the bytes.
    ByteWriter& lengthPrefixed(ByteSpan v) { return u32(static_cast<std::uint32_t>(v.size())).bytes(v); }
    ByteWriter& string(std::string_view v) { return lengthPrefixed(asBytes(v)); }
    template <class T>
        requires std::integral<T>
    ByteWriter& optional(const std::optional<T>& v)
    {
        boolean(v.has_value());
        return v ? integer(static_cast<std::make_unsigned_t<T>>(*v)) : *this;
    }

    std::size_t size() const { return m_bytes.size(); }
    const Bytes& view() const { return m_bytes; }
    Bytes done() { return std::move(m_bytes); }

private:
    template <class T> ByteWriter& integer(T v)
    {
        for (std::size_t i = 0; i < sizeof(T); ++i)
            m_bytes.push_back(static_cast<std::uint8_t>(v >> (8 * i)));
        return *this;
    }

    Bytes m_bytes;
};

} // namespace outpost::codec
