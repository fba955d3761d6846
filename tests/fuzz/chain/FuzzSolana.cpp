// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chain/solana/Builders.h"
#include "core/chain/solana/DecodedTransaction.h"
#include "core/chain/solana/TokenAccounts.h"
#include "core/chain/solana/Transaction.h"

#include <cstdlib>

using namespace outpost;
using namespace outpost::solana;

namespace {

const DecoderRegistry& registry()
{
    static const DecoderRegistry kRegistry = [] {
        DecoderRegistry all;
        addStandardDecoders(all);
        return all;
    }();
    return kRegistry;
}

void decode(const Message& message)
{
    const auto decoded = decodeMessage(message, {}, {}, registry());
    if (!decoded)
        return;
    if (decoded->isFullyUnderstood() && decoded->allDangers().contains(Danger::UnknownProgram))
        std::abort();
    (void)decoded->priorityFee();
    (void)decoded->allEffects();
}

/// Lets the fuzzer reach the programs' decoders without having to invent a message around their data.
void decodeInstruction(ByteSpan bytes)
{
    static const PublicKey kPrograms[] = {programs::kSystem, programs::kToken,         programs::kAssociatedToken,
                                          programs::kMemo,   programs::kComputeBudget, programs::kLookupTable,
                                          programs::kEd25519};
    if (bytes.size() < 2)
        return;
    Instruction instruction{kPrograms[bytes[0] % std::size(kPrograms)], {}, toBytes(bytes.subspan(2))};
    std::array<std::uint8_t, 32> key{};
    key.fill(1);
    const PublicKey payer(key);
    for (unsigned i = 0; i < bytes[1] % 9u; ++i) {
        key[0] = static_cast<std::uint8_t>(i);
        instruction.accounts.push_back({PublicKey(key), i % 2 == 0, i % 3 == 0});
    }
    if (const auto message = Message::compile(MessageVersion::V0, payer, Blockhash(), {&instruction, 1}))
        decode(*message);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const ByteSpan bytes(data, size);
    if (const auto message = Message::parse(bytes)) {
        if (message->serialize() != toBytes(bytes))
            std::abort();
        decode(*message);
    }
    if (const auto transaction = Transaction::parse(bytes)) {
        if (transaction->serialize() != toBytes(bytes))
            std::abort();
        (void)transaction->missingSigners();
        decode(transaction->message());
    }
    decodeInstruction(bytes);
    (void)parseTokenAccount(bytes);
    (void)parseMint(bytes);
    (void)lookupTable::parseAccount(PublicKey(), bytes);
    if (const auto key = PublicKey::fromBase58(asText(bytes)); key && key->toBase58() != asText(bytes))
        std::abort();
    return 0;
}
