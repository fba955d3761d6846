// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chain/solana/Transaction.h"
#include "tests/peers/cpp/PeerProcess.h"

#include <gtest/gtest.h>
#include <sodium.h>

#include <ostream>

namespace outpost::solana {

// Names for messages of failed tests.
inline void PrintTo(const PublicKey& key, std::ostream* out)
{
    *out << key.toBase58();
}
inline void PrintTo(const AccountMeta& meta, std::ostream* out)
{
    *out << meta.key.toBase58() << (meta.isSigner ? " signer" : "") << (meta.isWritable ? " writable" : "");
}

} // namespace outpost::solana

namespace outpost::test {

inline solana::PublicKey keyOf(const std::string& text)
{
    const auto key = solana::PublicKey::fromBase58(text);
    EXPECT_TRUE(key) << text;
    return key.value_or(solana::PublicKey());
}

inline Bytes hexOf(const PeerJson& json)
{
    const auto bytes = fromHex(json.get<std::string>());
    EXPECT_TRUE(bytes);
    return bytes.value_or(Bytes());
}

inline std::string textOf(const PeerJson& json)
{
    return json.is_string() ? json.get<std::string>() : "not text: " + json.dump();
}

inline std::uint64_t numberOf(const PeerJson& json)
{
    return json.is_string() ? std::stoull(json.get<std::string>()) : json.get<std::uint64_t>();
}

/// A key that a test may sign with: the seed is SHA-256 of a name.
struct TestKey {
    explicit TestKey(std::string_view name)
    {
        const auto seed = sha256(asBytes(name));
        std::array<std::uint8_t, 32> point{};
        crypto_sign_seed_keypair(point.data(), secret.data(), seed.data());
        key = solana::PublicKey(point);
    }
    solana::Signature sign(ByteSpan message) const
    {
        std::array<std::uint8_t, 64> out{};
        crypto_sign_detached(out.data(), nullptr, message.data(), message.size(), secret.data());
        return solana::Signature(out);
    }
    std::array<std::uint8_t, 64> secret{};
    solana::PublicKey key;
};

} // namespace outpost::test
