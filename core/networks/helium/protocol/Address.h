// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chain/solana/PublicKey.h"

namespace outpost::helium {

/// Low half of a key's tag byte (github.com/helium/helium-crypto-rs). Only the first two sign registrations today.
enum class KeyType : std::uint8_t { EccCompact = 0, Ed25519 = 1, MultiSig = 2, Secp256k1 = 3, Rsa = 4 };

/// A public key of the network: of a device or of a wallet. Its text is base58check with a version byte in front.
/// Three encodings are easily mixed up, hence a function each: binary() goes into protobuf messages, entityKey() on
/// chain, text() before people. A value. **Thread:** any.
class HotspotKey {
public:
    /// errors::kHeliumBadAddress: wrong alphabet, checksum, version, network or key type.
    static Result<HotspotKey> parse(std::string_view text);
    /// Tag byte and key.
    static Result<HotspotKey> fromBinary(ByteSpan tagAndKey);
    /// What a Solana wallet is called on this network.
    static HotspotKey fromSolana(const solana::PublicKey& wallet);

    KeyType type() const { return static_cast<KeyType>(m_binary[0] & 0x0F); }
    /// Without the tag: 32 bytes for EccCompact (the x coordinate) and Ed25519.
    ByteSpan keyBytes() const { return ByteSpan(m_binary).subspan(1); }
    const Bytes& binary() const { return m_binary; }
    /// Version, tag, key and checksum: what the chain's programs hash into addresses.
    Bytes entityKey() const;
    std::string text() const;
    /// The same key as a Solana address; absent unless it is Ed25519.
    std::optional<solana::PublicKey> solana() const;

    /// Whether the bytes were signed by this key: raw 64 bytes for Ed25519, DER ECDSA with SHA-256 for EccCompact.
    /// Other key types answer false.
    bool verifies(ByteSpan message, ByteSpan signature) const;

    friend bool operator==(const HotspotKey&, const HotspotKey&) = default;

private:
    explicit HotspotKey(Bytes binary) : m_binary(std::move(binary)) {}
    Bytes m_binary;
};

} // namespace outpost::helium
