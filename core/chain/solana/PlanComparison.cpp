// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chain/solana/PlanComparison.h"

#include "core/chain/solana/Programs.h"
#include "core/chain/solana/SolanaErrors.h"

#include <map>

namespace outpost::solana {

namespace {

struct Rights {
    bool signs = false;
    bool writes = false;
};

/// A message grants rights per account, not per call, so both sides are compared by their union.
std::map<PublicKey, Rights> rightsOf(std::span<const Instruction> instructions, const PublicKey& feePayer)
{
    std::map<PublicKey, Rights> rights{{feePayer, {true, true}}};
    for (const Instruction& instruction : instructions) {
        rights[instruction.program];
        for (const AccountMeta& meta : instruction.accounts) {
            rights[meta.key].signs |= meta.isSigner;
            rights[meta.key].writes |= meta.isWritable;
        }
    }
    return rights;
}

std::unexpected<Error> differs(std::string where)
{
    return fail(errors::kSolanaDiffersFromPlan, std::move(where));
}

} // namespace

Result<void> checkAgainstPlan(const Message& built, std::span<const LookupTable> tables,
                              std::span<const Instruction> plan, const PublicKey& feePayer)
{
    if (built.feePayer() != feePayer)
        return differs("fee payer is " + built.feePayer().toBase58());
    OUTPOST_TRY(std::vector<Instruction> theirs, built.instructions(tables));
    std::erase_if(theirs, [](const Instruction& i) { return i.program == programs::kComputeBudget; });
    if (theirs.size() != plan.size())
        return differs(std::to_string(theirs.size()) + " instructions instead of " + std::to_string(plan.size()));
    for (std::size_t i = 0; i < plan.size(); ++i) {
        const std::string where = "instruction " + std::to_string(i + 1);
        if (theirs[i].program != plan[i].program)
            return differs(where + ": program " + theirs[i].program.toBase58());
        if (theirs[i].data != plan[i].data)
            return differs(where + ": data " + toHex(theirs[i].data));
        if (!std::equal(theirs[i].accounts.begin(), theirs[i].accounts.end(), plan[i].accounts.begin(),
                        plan[i].accounts.end(),
                        [](const AccountMeta& a, const AccountMeta& b) { return a.key == b.key; }))
            return differs(where + ": accounts");
    }
    const auto planned = rightsOf(plan, feePayer);
    OUTPOST_TRY(const std::vector<AccountMeta> granted, built.accounts(tables));
    for (const AccountMeta& meta : granted) {
        const auto wanted = planned.find(meta.key);
        const bool mayCompute = meta.key == programs::kComputeBudget && !meta.isSigner && !meta.isWritable;
        if (wanted == planned.end() && !mayCompute)
            return differs("account " + meta.key.toBase58());
        if (wanted != planned.end() &&
            (meta.isSigner != wanted->second.signs || meta.isWritable != wanted->second.writes))
            return differs("rights of " + meta.key.toBase58());
    }
    return {};
}

} // namespace outpost::solana
