// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/QuorumReader.h"

#include "core/chain/solana/Programs.h"
#include "core/ledger/LedgerErrors.h"

#include <format>

namespace outpost::ledger {

namespace {

constexpr int kRounds = 3;

/// Index of the first account on which the two differ; nothing when they agree.
std::optional<std::size_t> firstDifference(const AccountsAt& a, const AccountsAt& b, const Projection& whatMatters)
{
    for (std::size_t i = 0; i < a.accounts.size(); ++i) {
        const auto& left = a.accounts[i];
        const auto& right = b.accounts[i];
        if (left.has_value() != right.has_value() || (left && whatMatters(*left) != whatMatters(*right)))
            return i;
    }
    return std::nullopt;
}

} // namespace

Bytes ownerAndData(const AccountInfo& account)
{
    Bytes out = toBytes(account.owner.span());
    out.insert(out.end(), account.data.begin(), account.data.end());
    return out;
}

Bytes tokenAuthority(const AccountInfo& account)
{
    const auto token = solana::parseTokenAccount(account.data);
    if (account.owner != solana::programs::kToken || !token)
        return ownerAndData(account);
    Bytes out = toBytes(account.owner.span());
    const auto append = [&out](const PublicKey& key) { out.insert(out.end(), key.bytes().begin(), key.bytes().end()); };
    const auto appendOptional = [&](const std::optional<PublicKey>& key) {
        out.push_back(key ? 1 : 0);
        append(key.value_or(PublicKey()));
    };
    append(token->mint);
    append(token->owner);
    appendOptional(token->delegate);
    out.push_back(static_cast<std::uint8_t>(token->state));
    appendOptional(token->closeAuthority);
    return out;
}

QuorumReader::QuorumReader(SolanaRpc& first, SolanaRpc* second) : m_first(first)
{
    if (second != nullptr && second->host() != first.host())
        m_second.emplace(*second);
}

Future<QuorumAccounts> QuorumReader::accounts(std::vector<PublicKey> keys, Projection whatMatters, CancelToken cancel)
{
    return async::toFuture(read(m_first, m_second, std::move(keys), std::move(whatMatters), std::move(cancel)));
}

Task<QuorumAccounts> QuorumReader::read(SolanaRpc first, std::optional<SolanaRpc> second, std::vector<PublicKey> keys,
                                        Projection whatMatters, CancelToken cancel)
{
    std::optional<std::uint64_t> atLeast;
    std::size_t difference = 0;
    for (int round = 0; round < kRounds; ++round) {
        auto askedFirst = first.accounts(keys, Commitment::Confirmed, atLeast, cancel);
        Result<AccountsAt> b = fail(errors::kLedgerBehind);
        if (second) {
            auto askedSecond = second->accounts(keys, Commitment::Confirmed, atLeast, cancel);
            b = co_await qCoro(askedSecond).takeResult();
        }
        auto a = co_await qCoro(askedFirst).takeResult();
        if (cancel.isCancelled())
            co_return fail(errors::kCancelled);
        if (!a && !b)
            co_return fail(std::move(a.error()));
        // A host that differed before and is silent now has not agreed.
        if (round > 0 && (!a || !b))
            break;
        if (!a || !b) {
            AccountsAt& only = a ? *a : *b;
            co_return QuorumAccounts{Agreement::OneSource, only.slot, std::move(only.accounts)};
        }
        const auto differs = firstDifference(*a, *b, whatMatters);
        if (!differs)
            co_return QuorumAccounts{Agreement::TwoSources, std::min(a->slot, b->slot), std::move(a->accounts)};
        difference = *differs;
        atLeast = std::max(a->slot, b->slot);
    }
    const std::string account = keys[difference].toBase58();
    co_return fail(errors::kLedgerDisagree, std::format("{} and {} on {}", first.host(), second->host(), account),
                   {first.host(), second->host(), account});
}

} // namespace outpost::ledger
