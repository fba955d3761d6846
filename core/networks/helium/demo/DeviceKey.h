// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Bytes.h"
#include "core/base/Error.h"

#include <array>

namespace outpost::heliumdemo {

/// A device's or a wallet's key in the network's own spelling (helium-crypto): one tag byte (0 for P-256, x only, with
/// the smaller y; 1 for Ed25519) and 32 bytes. As text: base58check with version byte 0.
class DeviceKey {
public:
    enum class Kind : std::uint8_t { EccCompact = 0, Ed25519 = 1 };

    /// A key that follows from 32 bytes.
    static DeviceKey fromSeed(Kind kind, ByteSpan seed32);

    Kind kind() const { return m_kind; }
    /// 33 bytes: tag and key.
    const Bytes& binary() const { return m_public; }
    std::string address() const;
    /// 38 bytes: version, tag, key, checksum; what the chain calls the entity key.
    Bytes entityKey() const;
    /// Ed25519: 64 bytes. P-256: ECDSA over SHA-256, DER.
    Bytes sign(ByteSpan message) const;

private:
    Kind m_kind = Kind::Ed25519;
    Bytes m_public;
    std::array<std::uint8_t, 64> m_secret{};
};

std::string addressOf(ByteSpan binary33);
/// The 33 bytes of a text address; errors::kMalformed for a bad checksum, version, tag or length.
Result<Bytes> binaryOf(std::string_view address);
/// The 38 bytes of a text address; the same errors.
Result<Bytes> entityKeyOf(std::string_view address);
/// Whether the signature is the key's; false for a key that is none.
bool verifies(ByteSpan binary33, ByteSpan message, ByteSpan signature);

} // namespace outpost::heliumdemo
