// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chain/solana/DecodeParts.h"

#include "core/chain/solana/Builders.h"

#include <limits>

namespace outpost::solana {

DecodedInstruction understood(const DecodeScope& scope, std::string programName, std::string family, std::string name,
                              std::vector<SentenceArg> args)
{
    DecodedInstruction decoded;
    decoded.program = scope.instruction().program;
    decoded.programName = std::move(programName);
    decoded.sentence = {family + "." + name, std::move(args)};
    decoded.name = std::move(name);
    decoded.isUnderstood = true;
    return decoded;
}

DecodedInstruction notUnderstood(const DecodeScope& scope, std::string programName)
{
    DecodedInstruction decoded;
    decoded.program = scope.instruction().program;
    decoded.programName = std::move(programName);
    decoded.sentence = {"unknown.instruction", {{"program", decoded.program}}};
    decoded.dangers = {Danger::UnknownInstruction};
    for (const AccountMeta& meta : scope.instruction().accounts) {
        if (meta.isWritable || meta.isSigner)
            decoded.effects.push_back(accountEffect(EffectKind::Unknown, meta.key));
    }
    return decoded;
}

Effect lamportsDebit(const PublicKey& account, std::optional<Int128> amount, bool isUpperBound)
{
    return {EffectKind::LamportsDebit, account, account, std::nullopt, std::nullopt, amount, isUpperBound};
}

Effect lamportsCredit(const PublicKey& account, std::optional<Int128> amount, bool isUpperBound)
{
    return {EffectKind::LamportsCredit, account, account, std::nullopt, std::nullopt, amount, isUpperBound};
}

Effect accountEffect(EffectKind kind, const PublicKey& account, std::optional<PublicKey> counterparty)
{
    return {kind, account, std::nullopt, std::nullopt, counterparty, std::nullopt, false};
}

Effect tokenEffect(EffectKind kind, const DecodeScope& scope, const PublicKey& account, std::optional<PublicKey> mint,
                   std::optional<Int128> amount, std::optional<PublicKey> likelyOwner, bool isUpperBound)
{
    Effect effect{kind, account, std::nullopt, mint, std::nullopt, amount, isUpperBound};
    if (const auto known = knownTokenAccount(scope, account)) {
        effect.owner = known->owner;
        effect.mint = mint ? mint : known->mint;
    } else if (likelyOwner && mint && associatedTokenAddress(*likelyOwner, *mint) == account) {
        effect.owner = likelyOwner;
    }
    return effect;
}

std::optional<KnownTokenAccount> knownTokenAccount(const DecodeScope& scope, const PublicKey& account)
{
    const auto found = scope.context.tokenAccounts.find(account);
    return found == scope.context.tokenAccounts.end() ? std::nullopt : std::optional(found->second);
}

std::optional<int> knownDecimals(const DecodeScope& scope, const PublicKey& mint)
{
    const auto found = scope.context.mintDecimals.find(mint);
    return found == scope.context.mintDecimals.end() ? std::nullopt : std::optional(found->second);
}

void flagUnlimited(DecodedInstruction& decoded, std::uint64_t amount)
{
    if (amount == std::numeric_limits<std::uint64_t>::max())
        decoded.dangers.push_back(Danger::UnlimitedAmount);
}

} // namespace outpost::solana
