// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chain/solana/FixedBytes.h"

#include <initializer_list>
#include <optional>

namespace outpost::solana {

/// An account's address: an Ed25519 public key, or a program-derived address that is none.
class PublicKey final : public FixedBytes<32, PublicKey> {
public:
    using FixedBytes::FixedBytes;
    /// True when the bytes decode to a point of the curve, so that a private key may exist.
    bool isOnCurve() const;
};

class Signature final : public FixedBytes<64, Signature> {
public:
    using FixedBytes::FixedBytes;
    /// Ed25519 (RFC 8032) by libsodium.
    bool verifies(ByteSpan message, const PublicKey& key) const;
};

/// A recent blockhash or a durable nonce.
class Blockhash final : public FixedBytes<32, Blockhash> {
public:
    using FixedBytes::FixedBytes;
};

struct ProgramAddress {
    PublicKey key;
    std::uint8_t bump = 0;
    friend bool operator==(const ProgramAddress&, const ProgramAddress&) = default;
};

/// SHA-256(seeds, program, "ProgramDerivedAddress") when it is off the curve. At most 16 seeds of 32 bytes.
/// Errors: errors::kMalformed (on the curve), errors::kTooLong.
Result<PublicKey> createProgramAddress(std::span<const ByteSpan> seeds, const PublicKey& program);
/// The same with the highest bump seed that works; at most 15 seeds.
Result<ProgramAddress> findProgramAddress(std::span<const ByteSpan> seeds, const PublicKey& program);
/// For seeds that are well formed by construction; a programmer's error otherwise.
PublicKey deriveAddress(std::initializer_list<ByteSpan> seeds, const PublicKey& program);

} // namespace outpost::solana

template <> struct std::hash<outpost::solana::PublicKey> : outpost::solana::FixedBytesHash {};
template <> struct std::hash<outpost::solana::Signature> : outpost::solana::FixedBytesHash {};
