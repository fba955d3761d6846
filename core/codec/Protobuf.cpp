// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/codec/Protobuf.h"

namespace outpost::codec {

namespace {

std::uint64_t littleEndian(ByteSpan bytes)
{
    std::uint64_t value = 0;
    for (std::size_t i = bytes.size(); i-- > 0;)
        value = value << 8 | bytes[i];
    return value;
}

} // namespace

Result<std::uint64_t> ProtobufReader::varint()
{
    std::uint64_t value = 0;
    for (unsigned shift = 0; shift < 70; shift += 7) {
        if (m_rest.empty())
            return fail(errors::kCodecTruncated, "varint cut off");
        const std::uint8_t byte = m_rest.front();
        m_rest = m_rest.subspan(1);
        if (shift == 63 && byte > 1)
            break;
        value |= static_cast<std::uint64_t>(byte & 0x7F) << shift;
        if ((byte & 0x80) == 0)
            return value;
    }
    return fail(errors::kCodecInvalid, "varint longer than 64 bits");
}

Result<std::optional<ProtobufField>> ProtobufReader::next()
{
    if (m_rest.empty())
        return std::nullopt;
    OUTPOST_TRY(const std::uint64_t tag, varint());
    ProtobufField field;
    if (tag >> 3 == 0 || tag >> 3 > 0x1FFFFFFF)
        return fail(errors::kCodecInvalid, "field number out of range");
    field.number = static_cast<std::uint32_t>(tag >> 3);
    std::size_t length = 0;
    switch (tag & 7) {
    case 0: {
        field.wire = ProtobufField::Wire::Varint;
        OUTPOST_TRY(field.value, varint());
        return field;
    }
    case 1:
        field.wire = ProtobufField::Wire::Fixed64;
        length = 8;
        break;
    case 2: {
        field.wire = ProtobufField::Wire::Bytes;
        OUTPOST_TRY(const std::uint64_t announced, varint());
        if (announced > m_rest.size())
            return fail(errors::kCodecTruncated, "field longer than the message");
        length = static_cast<std::size_t>(announced);
        break;
    }
    case 5:
        field.wire = ProtobufField::Wire::Fixed32;
        length = 4;
        break;
    default:
        return fail(errors::kCodecInvalid, "unknown wire type");
    }
    if (length > m_rest.size())
        return fail(errors::kCodecTruncated, "field longer than the message");
    const ByteSpan payload = m_rest.first(length);
    m_rest = m_rest.subspan(length);
    if (field.wire == ProtobufField::Wire::Bytes)
        field.bytes = payload;
    else
        field.value = littleEndian(payload);
    return field;
}

void ProtobufWriter::varint(std::uint64_t value)
{
    for (; value >= 0x80; value >>= 7)
        m_bytes.push_back(static_cast<std::uint8_t>(value | 0x80));
    m_bytes.push_back(static_cast<std::uint8_t>(value));
}

ProtobufWriter& ProtobufWriter::number(std::uint32_t field, std::uint64_t value)
{
    if (value != 0) {
        varint(std::uint64_t{field} << 3);
        varint(value);
    }
    return *this;
}

ProtobufWriter& ProtobufWriter::bytes(std::uint32_t field, ByteSpan value)
{
    return value.empty() ? *this : element(field, value);
}

ProtobufWriter& ProtobufWriter::element(std::uint32_t field, ByteSpan value)
{
    varint(std::uint64_t{field} << 3 | 2);
    varint(value.size());
    m_bytes.insert(m_bytes.end(), value.begin(), value.end());
    return *this;
}

} // namespace outpost::codec
