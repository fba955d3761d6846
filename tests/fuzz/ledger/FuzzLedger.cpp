// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chain/solana/Programs.h"
#include "core/ledger/LookupTables.h"
#include "core/ledger/SolanaReplies.h"
#include "core/services/prices/PriceSources.h"

#include <cstdlib>

using namespace outpost;
using namespace outpost::ledger;

namespace {

void require(bool condition)
{
    if (!condition)
        std::abort();
}

void readAsEverything(const codec::Json& json)
{
    using namespace replies;
    const std::vector<PublicKey> ids(2);
    (void)latestBlockhash(json);
    if (const auto read = accounts(json, 2)) {
        require(read->accounts.size() == 2);
        for (const auto& account : read->accounts) {
            if (account)
                (void)parseLookupTable(*account);
        }
    }
    (void)valueInContext(json);
    (void)tokenAccounts(json, ids[0]);
    if (const auto read = simulation(json, 2))
        require(read->failure ? read->accounts.empty() : read->accounts.size() == 2);
    (void)signature(json);
    if (const auto read = statuses(json, 2))
        require(read->size() == 2);
    (void)signatures(json);
    if (const auto read = transaction(json); read && *read)
        require((*read)->lamportsBefore.size() == (*read)->lamportsAfter.size());
    (void)epochInfo(json);
    (void)messageFee(json);
    (void)prioritizationFees(json);
    (void)priorityFeeEstimate(json);
    (void)asset(json);
    if (const auto read = assets(json, ids))
        require(read->size() == ids.size());
    (void)proof(json);
    (void)proofs(json, ids);
    (void)assetPage(json);
    for (const auto& prices : {services::parseCoinGecko(json, {"a"}), services::parseJupiter(json, {"a"})}) {
        if (!prices)
            continue;
        for (const auto& [id, entry] : *prices) {
            for (const auto& [currency, nano] : entry.nano)
                require(nano.isPositive());
        }
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const ByteSpan bytes(data, size);
    (void)parseLookupTable({solana::programs::kLookupTable, 1, toBytes(bytes), false});
    if (const auto json = codec::parseJson(bytes, 1u << 20))
        readAsEverything(*json);
    return 0;
}
