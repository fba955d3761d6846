// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/Shortfall.h"

namespace outpost::services {

namespace {

Task<Shortfall> compare(ledger::SolanaRpc* rpc, Address wallet, std::vector<CostLine> lines, CancelToken cancel)
{
    OUTPOST_CO_TRY(const auto key, solana::PublicKey::fromBase58(wallet.str()));
    OUTPOST_CO_TRY(const std::uint64_t lamports, co_await rpc->balance(key, ledger::Commitment::Confirmed, cancel));
    OUTPOST_CO_TRY(const auto holdings, co_await rpc->tokenAccounts(key, cancel));
    Shortfall answer;
    answer.native = Int128::fromUnsigned(lamports);
    std::map<AssetId, Int128> there{{nativeAsset(), answer.native}};
    for (const auto& holding : holdings) {
        auto& sum = there[AssetId("solana:" + holding.token.mint.toBase58())];
        OUTPOST_CO_TRY(sum, sum.plus(Int128::fromUnsigned(holding.token.amount)));
    }
    std::map<AssetId, Int128> wanted;
    for (const CostLine& line : lines) {
        if (!line.paidBy.empty() || line.covered)
            continue;
        auto& sum = wanted[line.amount.asset];
        OUTPOST_CO_TRY(sum, sum.plus(line.amount.base));
    }
    for (const auto& [asset, base] : wanted) {
        const auto held = there.find(asset);
        OUTPOST_CO_TRY(const Int128 gap, base.minus(held == there.end() ? Int128(0) : held->second));
        if (gap.isPositive())
            answer.missing.emplace(asset, gap);
    }
    co_return answer;
}

} // namespace

AssetId nativeAsset()
{
    return AssetId("solana:native");
}

Future<Shortfall> shortfall(ledger::SolanaRpc& rpc, Address wallet, std::vector<CostLine> lines, CancelToken cancel)
{
    return async::toFuture(compare(&rpc, std::move(wallet), std::move(lines), std::move(cancel)));
}

} // namespace outpost::services
