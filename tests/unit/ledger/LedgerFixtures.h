// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Encoding.h"
#include "core/chain/solana/Programs.h"
#include "core/chain/solana/Transaction.h"
#include "core/codec/Json.h"
#include "core/ledger/SolanaTypes.h"

#include <sodium.h>

namespace outpost::ledger {

inline PublicKey key(std::uint8_t fill)
{
    std::array<std::uint8_t, 32> bytes;
    bytes.fill(fill);
    return PublicKey(bytes);
}

inline codec::Json json(std::string_view text)
{
    return codec::parseJson(text).value();
}

/// {"context":{"slot":...},"value":...}
inline std::string inContext(const std::string& value, std::uint64_t slot = 300)
{
    return R"({"context":{"apiVersion":"2.1.9","slot":)" + std::to_string(slot) + R"(},"value":)" + value + "}";
}

inline std::string accountText(const PublicKey& owner, std::uint64_t lamports, const Bytes& data)
{
    return codec::JsonObject()
        .add("lamports", lamports)
        .add("owner", owner.toBase58())
        .add("data", codec::JsonArray().add(toBase64(data)).add("base64"))
        .add("executable", false)
        .raw("rentEpoch", "18446744073709551615")
        .add("space", data.size())
        .text();
}

/// A token account of the classic program: 165 bytes.
inline Bytes tokenAccountData(const PublicKey& mint, const PublicKey& owner, std::uint64_t amount)
{
    Bytes out(165, 0);
    std::ranges::copy(mint.bytes(), out.begin());
    std::ranges::copy(owner.bytes(), out.begin() + 32);
    for (int i = 0; i < 8; ++i)
        out[static_cast<std::size_t>(64 + i)] = static_cast<std::uint8_t>(amount >> (8 * i));
    out[108] = 1; // initialised
    return out;
}

/// A signed transaction of one transfer, from a key made of a fixed seed.
struct SignedTransfer {
    PublicKey payer;
    Bytes bytes;
    Signature id;
};
inline SignedTransfer signedTransfer(std::uint8_t seedFill = 9)
{
    std::array<std::uint8_t, 32> seed;
    seed.fill(seedFill);
    std::array<std::uint8_t, 32> publicKey;
    std::array<std::uint8_t, 64> secretKey;
    crypto_sign_seed_keypair(publicKey.data(), secretKey.data(), seed.data());
    const PublicKey payer(publicKey);
    std::array<std::uint8_t, 32> hash;
    hash.fill(7);
    const solana::Instruction transfer{solana::programs::kSystem,
                                       {solana::writableSigner(payer), solana::writable(key(3))},
                                       {2, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0}};
    const auto message =
        solana::Message::compile(solana::MessageVersion::V0, payer, Blockhash(hash), std::span(&transfer, 1));
    solana::Transaction transaction(message.value());
    const Bytes toSign = message->serialize();
    std::array<std::uint8_t, 64> signature;
    crypto_sign_detached(signature.data(), nullptr, toSign.data(), toSign.size(), secretKey.data());
    transaction.setSignature(payer, Signature(signature)).value();
    return {payer, transaction.serialize(), Signature(signature)};
}

} // namespace outpost::ledger
