// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/Simulator.h"

#include "core/chain/solana/Programs.h"
#include "core/ledger/LedgerErrors.h"
#include "core/ledger/SolanaReplies.h"

namespace outpost::ledger {

namespace {

constexpr int kRounds = 3;

std::optional<solana::TokenAccount> tokenOf(const std::optional<AccountInfo>& account)
{
    if (!account || account->owner != solana::programs::kToken)
        return std::nullopt;
    auto token = solana::parseTokenAccount(account->data);
    return token ? std::optional(std::move(*token)) : std::nullopt;
}

/// A node gives a closed account as one with nothing in it that belongs to the system program.
std::optional<AccountInfo> existing(std::optional<AccountInfo> account)
{
    if (account && account->lamports == 0 && account->data.empty())
        account.reset();
    return account;
}

std::vector<AccountChange> changesOf(const std::vector<PublicKey>& keys, std::vector<std::optional<AccountInfo>> before,
                                     std::vector<std::optional<AccountInfo>> after)
{
    std::vector<AccountChange> out;
    for (std::size_t i = 0; i < keys.size(); ++i) {
        AccountChange change;
        change.account = keys[i];
        change.before = existing(std::move(before[i]));
        change.after = existing(std::move(after[i]));
        if (change.before == change.after)
            continue;
        change.tokenBefore = tokenOf(change.before);
        change.tokenAfter = tokenOf(change.after);
        out.push_back(std::move(change));
    }
    return out;
}

} // namespace

Int128 AccountChange::lamportsDelta() const
{
    const auto a = after ? Int128::fromUnsigned(after->lamports) : Int128();
    const auto b = before ? Int128::fromUnsigned(before->lamports) : Int128();
    return a.minus(b).value(); // both are of 64 bits
}

bool AccountChange::changesTokenAuthority() const
{
    if (tokenBefore.has_value() != tokenAfter.has_value())
        return true;
    return tokenBefore && (tokenBefore->mint != tokenAfter->mint || tokenBefore->owner != tokenAfter->owner ||
                           tokenBefore->delegate != tokenAfter->delegate || tokenBefore->state != tokenAfter->state ||
                           tokenBefore->closeAuthority != tokenAfter->closeAuthority);
}

Future<SimulatedEffects> Simulator::simulate(const solana::Transaction& transaction,
                                             const std::vector<solana::LookupTable>& tables, CancelToken cancel)
{
    const auto accounts = transaction.message().accounts(tables);
    if (!accounts)
        return async::failed<SimulatedEffects>(accounts.error());
    std::vector<PublicKey> writable;
    for (const auto& meta : *accounts) {
        if (meta.isWritable)
            writable.push_back(meta.key);
    }
    if (writable.size() > replies::kMaxAccountsPerCall)
        return async::failed<SimulatedEffects>(Error(errors::kTooLong, "writable accounts"));
    return async::toFuture(run(m_rpc, transaction.serialize(), std::move(writable), std::move(cancel)));
}

Task<SimulatedEffects> Simulator::run(SolanaRpc rpc, Bytes transaction, std::vector<PublicKey> writable,
                                      CancelToken cancel)
{
    auto asked = rpc.accounts(writable, Commitment::Confirmed, std::nullopt, cancel);
    OUTPOST_CO_TRY(AccountsAt before, co_await qCoro(asked).takeResult());
    for (int round = 0; round < kRounds; ++round) {
        auto sent = rpc.simulate(transaction, {.accounts = writable, .minContextSlot = before.slot}, cancel);
        OUTPOST_CO_TRY(SimulationReply reply, co_await qCoro(sent).takeResult());
        SimulatedEffects effects;
        effects.host = rpc.host();
        effects.slot = reply.slot;
        effects.units = reply.units;
        effects.logs = std::move(reply.logs);
        if (reply.failure) {
            effects.failure = std::move(reply.failure);
            co_return effects;
        }
        if (reply.slot != before.slot) {
            auto again = rpc.accounts(writable, Commitment::Confirmed, reply.slot, cancel);
            OUTPOST_CO_TRY(AccountsAt later, co_await qCoro(again).takeResult());
            const bool stoodStill = later.accounts == before.accounts;
            before = std::move(later);
            if (!stoodStill)
                continue;
        }
        effects.changes = changesOf(writable, std::move(before.accounts), std::move(reply.accounts));
        co_return effects;
    }
    co_return fail(
        Error(errors::kLedgerUnsettled, "accounts changed during every simulation", {rpc.host()}).canRetry());
}

} // namespace outpost::ledger
