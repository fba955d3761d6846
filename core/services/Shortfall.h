// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/Earning.h"
#include "core/ledger/SolanaRpc.h"

namespace outpost::services {

/// What a wallet holds beside what an act costs it.
struct Shortfall {
    std::map<AssetId, Int128> missing; ///< per asset, since one never pays for another; empty: enough is there
    Int128 native;                     ///< what there is of the coin that network fees are paid in
};

/// Asks the node what `wallet` holds and compares it with what it pays itself of `lines`. The client must outlive the
/// answer. Errors: the client's.
Future<Shortfall> shortfall(ledger::SolanaRpc& rpc, Address wallet, std::vector<CostLine> lines,
                            CancelToken cancel = {});

/// The coin that network fees are paid in.
AssetId nativeAsset();

} // namespace outpost::services
