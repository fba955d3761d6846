// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chain/solana/DecodedTransaction.h"

/// What decoders, of this folder and of networks, have in common: building their answers.
namespace outpost::solana {

/// Starts an answer: name, sentence id "<family>.<name>", understood.
DecodedInstruction understood(const DecodeScope& scope, std::string programName, std::string family, std::string name,
                              std::vector<SentenceArg> args = {});

Effect lamportsDebit(const PublicKey& account, std::optional<Int128> amount, bool isUpperBound = false);
Effect lamportsCredit(const PublicKey& account, std::optional<Int128> amount, bool isUpperBound = false);
/// The owner comes from the context, or from the address when it is the derived one of `likelyOwner`.
Effect tokenEffect(EffectKind kind, const DecodeScope& scope, const PublicKey& account, std::optional<PublicKey> mint,
                   std::optional<Int128> amount, std::optional<PublicKey> likelyOwner = std::nullopt,
                   bool isUpperBound = false);
Effect accountEffect(EffectKind kind, const PublicKey& account, std::optional<PublicKey> counterparty = std::nullopt);

std::optional<KnownTokenAccount> knownTokenAccount(const DecodeScope& scope, const PublicKey& account);
std::optional<int> knownDecimals(const DecodeScope& scope, const PublicKey& mint);
/// Adds Danger::UnlimitedAmount for the largest number the field holds.
void flagUnlimited(DecodedInstruction& decoded, std::uint64_t amount);

} // namespace outpost::solana
