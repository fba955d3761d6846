// SPDX-License-Identifier: GPL-3.0-or-later
// Compile, sign and serialise a versioned transaction of 20 accounts: ours and web3.js's in the same run, the same
// shape.
#include "core/chain/solana/Transaction.h"
#include "tests/peers/cpp/PeerProcess.h"

#include <sodium.h>

#include <chrono>
#include <cstdio>

using namespace outpost;
using namespace outpost::solana;

namespace {

constexpr double kSeconds = 2;
constexpr double kBudget = 25; // times the rate of web3.js

PublicKey randomKey()
{
    std::array<std::uint8_t, 32> bytes;
    randombytes_buf(bytes.data(), bytes.size());
    return PublicKey(bytes);
}

double ourRate()
{
    std::array<std::uint8_t, 32> pub;
    std::array<std::uint8_t, 64> secret;
    crypto_sign_keypair(pub.data(), secret.data());
    const PublicKey payer(pub);
    Instruction instruction{randomKey(), {}, Bytes(111, 7)};
    for (int i = 0; i < 18; ++i)
        instruction.accounts.push_back({randomKey(), false, i % 2 == 0});

    const auto start = std::chrono::steady_clock::now();
    std::size_t count = 0;
    std::size_t bytes = 0;
    double elapsed = 0;
    while (elapsed < kSeconds) {
        auto message = Message::compile(MessageVersion::V0, payer, Blockhash(), {&instruction, 1});
        if (!message)
            return 0;
        Transaction transaction(*std::move(message));
        const Bytes toSign = transaction.message().serialize();
        std::array<std::uint8_t, 64> signature;
        crypto_sign_detached(signature.data(), nullptr, toSign.data(), toSign.size(), secret.data());
        if (!transaction.setOwnSignature(payer, Signature(signature)))
            return 0;
        bytes += transaction.serialize().size();
        ++count;
        elapsed = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    }
    return bytes == 0 ? 0 : static_cast<double>(count) / elapsed;
}

} // namespace

int main()
{
    if (sodium_init() < 0)
        return 1;
    test::PeerProcess web3("web3_messages.mjs");
    const auto answer = web3.ask({{"op", "bench"}, {"seconds", kSeconds}});
    const double theirs = answer.is_object() ? answer.value("perSecond", 0.0) : 0;
    const double ours = ourRate();
    if (theirs <= 0 || ours <= 0)
        return 1;
    std::printf("build and sign, 20 accounts: %.0f/s; web3.js %.0f/s; ratio %.1f (budget %.0f)\n", ours, theirs,
                ours / theirs, kBudget);
    return 0;
}
