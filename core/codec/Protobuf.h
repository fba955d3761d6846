// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Bytes.h"
#include "core/codec/CodecErrors.h"

#include <optional>

namespace outpost::codec {

/// One field of a protobuf message (https://protobuf.dev/programming-guides/encoding).
struct ProtobufField {
    enum class Wire : std::uint8_t { Varint = 0, Fixed64 = 1, Bytes = 2, Fixed32 = 5 };

    std::uint32_t number = 0;
    Wire wire = Wire::Varint;
    std::uint64_t value = 0; ///< Varint, Fixed64, Fixed32
    ByteSpan bytes;          ///< Bytes; points into the source
};

/// Walks the fields of a message in order; the caller skips what it does not know. Groups (deprecated),
/// over-long varints, field number 0 and lengths past the end are refused. Does not own the bytes.
class ProtobufReader {
public:
    explicit ProtobufReader(ByteSpan message) : m_rest(message) {}
    /// The next field; absent at the end. Errors: kCodecTruncated, kCodecInvalid.
    Result<std::optional<ProtobufField>> next();

private:
    Result<std::uint64_t> varint();
    ByteSpan m_rest;
};

/// Writes proto3: zero numbers and empty bytes are left out, as that version does.
class ProtobufWriter {
public:
    ProtobufWriter& number(std::uint32_t field, std::uint64_t value);
    ProtobufWriter& bytes(std::uint32_t field, ByteSpan value);
    ProtobufWriter& text(std::uint32_t field, std::string_view value) { return bytes(field, asBytes(value)); }
    /// Written even when empty: members of repeated fields and of oneofs.
    ProtobufWriter& element(std::uint32_t field, ByteSpan value);

    Bytes done() { return std::move(m_bytes); }

private:
    void varint(std::uint64_t value);
    Bytes m_bytes;
};

} // namespace outpost::codec
