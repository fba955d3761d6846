// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/codec/ByteReader.h"

#include "core/base/Encoding.h"

namespace outpost::codec {

ByteSpan ByteReader::take(std::size_t count)
{
    if (count > m_rest.size()) {
        invalidate(errors::kCodecTruncated);
        return {};
    }
    const ByteSpan head = m_rest.first(count);
    m_rest = m_rest.subspan(count);
    return head;
}

std::uint16_t ByteReader::compactU16()
{
    std::uint32_t value = 0;
    for (unsigned i = 0; i < 3; ++i) {
        const std::uint8_t byte = u8();
        if (!m_ok)
            return 0;
        value |= static_cast<std::uint32_t>(byte & 0x7F) << (7 * i);
        if ((byte & 0x80) != 0)
            continue;
        if ((i > 0 && byte == 0) || value > 0xFFFF)
            break;
        return static_cast<std::uint16_t>(value);
    }
    invalidate();
    return 0;
}

std::size_t ByteReader::compactCount(std::size_t leastBytesEach)
{
    const std::size_t n = compactU16();
    if (n * leastBytesEach > m_rest.size()) {
        invalidate(errors::kCodecTruncated);
        return 0;
    }
    return n;
}

bool ByteReader::boolean()
{
    const std::uint8_t byte = u8();
    if (byte > 1)
        invalidate();
    return byte == 1;
}

std::uint32_t ByteReader::count(std::size_t leastBytesEach)
{
    const std::uint32_t n = u32();
    if (std::uint64_t{n} * leastBytesEach > m_rest.size()) {
        invalidate(errors::kCodecTruncated);
        return 0;
    }
    return n;
}

ByteSpan ByteReader::lengthPrefixed(std::size_t maxBytes)
{
    const std::uint32_t length = u32();
    if (length > maxBytes) {
        invalidate(errors::kCodecTooLong);
        return {};
    }
    return take(length);
}

std::string ByteReader::string(std::size_t maxBytes)
{
    const std::string_view text = asText(lengthPrefixed(maxBytes));
    if (!isUtf8(text)) {
        invalidate();
        return {};
    }
    return std::string(text);
}

Result<void> ByteReader::check() const
{
    if (!m_ok)
        return fail(m_error);
    return {};
}

Result<void> ByteReader::finish() const
{
    OUTPOST_CHECK(check());
    if (!m_rest.empty())
        return fail(errors::kCodecTrailing, std::to_string(m_rest.size()) + " bytes left over");
    return {};
}

} // namespace outpost::codec
