// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chain/solana/PublicKey.h"

#include <sodium.h>

namespace outpost::helium::test {

/// The Ed25519 key of a seed that repeats one byte: the keys of the published vectors.
struct KeyPair {
    explicit KeyPair(std::uint8_t seedByte)
    {
        std::array<std::uint8_t, 32> seed;
        seed.fill(seedByte);
        std::array<std::uint8_t, 32> pub;
        crypto_sign_seed_keypair(pub.data(), secret.data(), seed.data());
        key = solana::PublicKey(pub);
    }
    solana::Signature sign(ByteSpan message) const
    {
        std::array<std::uint8_t, 64> out;
        crypto_sign_detached(out.data(), nullptr, message.data(), message.size(), secret.data());
        return solana::Signature(out);
    }

    std::array<std::uint8_t, 64> secret;
    solana::PublicKey key;
};

inline std::array<std::uint8_t, 32> repeated(std::uint8_t byte)
{
    std::array<std::uint8_t, 32> out;
    out.fill(byte);
    return out;
}
inline solana::PublicKey keyOf(std::uint8_t byte)
{
    return solana::PublicKey(repeated(byte));
}

} // namespace outpost::helium::test
