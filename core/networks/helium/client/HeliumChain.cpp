// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/networks/helium/client/HeliumChain.h"

#include "core/chain/solana/Builders.h"
#include "core/chain/solana/TokenAccounts.h"
#include "core/chain/solana/Transaction.h"
#include "core/ledger/FeeMarket.h"
#include "core/ledger/LedgerErrors.h"
#include "core/networks/helium/client/ClientErrors.h"
#include "core/networks/helium/protocol/ProtocolErrors.h"

namespace outpost::helium {

using ledger::AccountInfo;
using solana::Instruction;
using solana::Message;

namespace {

// Data lengths of the accounts that a wallet may have to pay rent for (interface descriptions, with the programs'
// slack). The programs may reserve more; simulation has the last word before anything is signed.
constexpr std::uint64_t kRecipientLength = 127 + 64;
constexpr std::uint64_t kPerOracleLength = 9;
constexpr std::uint64_t kKeyToAssetLength = 8 + 32 + 32 + 4 + 38 + 1 + 1;
constexpr std::uint64_t kHotspotInfoLength = 8 + 32 + 1 + 9 + 5 + 5 + 1 + 2 + 1 + 8;

Result<const AccountInfo*> ownedBy(const std::optional<AccountInfo>& account, const PublicKey& program,
                                   const char* what)
{
    if (!account)
        return fail(errors::kLedgerNoAccount, what, {what});
    if (account->owner != program)
        return fail(errors::kHeliumBadAccount, std::string(what) + " belongs to another program");
    return &*account;
}

} // namespace

AssetId solAsset()
{
    return AssetId("solana:native");
}

AssetId tokenAsset(const PublicKey& mint)
{
    return AssetId("solana:" + mint.toBase58());
}

std::uint64_t networkFee(const ChainFees& fees, std::uint32_t signatures, std::uint32_t units)
{
    const std::uint64_t priority = (std::uint64_t{units} * fees.microLamportsPerUnit + 999'999) / 1'000'000;
    return fees.lamportsPerSignature * signatures + priority;
}

Result<Int128> tokensForCredits(std::uint64_t credits, Int128 nanoUsdPerToken)
{
    if (!nanoUsdPerToken.isPositive())
        return fail(errors::kHeliumBadAccount, "no price for credits");
    // credits * 10^-5 USD / price, in 10^-8 tokens: credits * 10^(9 - 5 + 8) / nano, rounded up.
    OUTPOST_TRY(const Int128 scale, Int128::powerOfTen(9 - 5 + kHntDecimals));
    OUTPOST_TRY(Int128 numerator, Int128::fromUnsigned(credits).times(scale));
    OUTPOST_TRY(const Int128 less, nanoUsdPerToken.minus(1));
    OUTPOST_TRY(numerator, numerator.plus(less));
    return numerator.dividedTruncated(nanoUsdPerToken);
}

Future<HotspotOnChain> HeliumChain::hotspot(Bytes entityKey, CancelToken cancel)
{
    return async::toFuture([](ledger::SolanaRpc* rpc, Bytes key, CancelToken token) -> Task<HotspotOnChain> {
        HotspotOnChain found;
        found.keyToAssetKey = pda::keyToAsset(key);
        found.infoKey = pda::iotInfo(key);
        OUTPOST_CO_TRY(const auto read, co_await rpc->accounts({found.keyToAssetKey, found.infoKey},
                                                               ledger::Commitment::Confirmed, std::nullopt, token));
        if (read.accounts[0]) {
            OUTPOST_CO_TRY(const AccountInfo* account,
                           ownedBy(read.accounts[0], program::kEntityManager, "registration"));
            OUTPOST_CO_TRY(found.keyToAsset, parseKeyToAsset(account->data));
            if (found.keyToAsset->entityKey != key || found.keyToAsset->dao != pda::fixed().dao)
                co_return fail(errors::kHeliumBadAccount, "registration of another device");
        }
        if (read.accounts[1]) {
            OUTPOST_CO_TRY(const AccountInfo* account, ownedBy(read.accounts[1], program::kEntityManager, "place"));
            OUTPOST_CO_TRY(found.info, parseIotHotspotInfo(account->data));
        }
        co_return found;
    }(&m_rpc, std::move(entityKey), std::move(cancel)));
}

Future<ProvenAsset> HeliumChain::provenAsset(PublicKey asset, CancelToken cancel)
{
    return async::toFuture([](ledger::SolanaRpc* rpc, PublicKey id, CancelToken token) -> Task<ProvenAsset> {
        ProvenAsset proven;
        OUTPOST_CO_TRY(proven.asset, co_await rpc->asset(id, token));
        if (!proven.asset.compression)
            co_return fail(errors::kHeliumBadProof, "not a compressed asset");
        OUTPOST_CO_TRY(const auto raw, co_await rpc->assetProof(id, token));
        AssetProof proof;
        proof.merkleTree = proven.asset.compression->tree;
        proof.owner = proven.asset.owner;
        proof.delegate = proven.asset.delegate;
        proof.dataHash = proven.asset.compression->dataHash;
        proof.creatorHash = proven.asset.compression->creatorHash;
        proof.leafId = static_cast<std::uint32_t>(proven.asset.compression->leafId);
        proof.root = raw.root;
        for (const PublicKey& node : raw.proof)
            proof.nodes.push_back(node.bytes());
        if (raw.tree != proof.merkleTree || !leadsToRoot(proof)) // the index lags behind a change: ask again later
            co_return fail(std::move(Error(errors::kHeliumBadProof, "proof does not lead to its root").canRetry()));
        proven.merkleTree = proof.merkleTree;
        proven.leafDelegate = proof.leafDelegate();
        OUTPOST_CO_TRY(const auto read,
                       co_await rpc->accounts({proof.merkleTree}, ledger::Commitment::Confirmed, std::nullopt, token));
        OUTPOST_CO_TRY(const AccountInfo* account, ownedBy(read.accounts[0], program::kCompression, "tree"));
        OUTPOST_CO_TRY(const MerkleTree tree, parseMerkleTree(account->data, account->data.size()));
        OUTPOST_CO_TRY(proven.proof, trimmedProof(proof, tree.maxDepth, tree.canopyDepth));
        co_return proven;
    }(&m_rpc, asset, std::move(cancel)));
}

Future<LazyDistributor> HeliumChain::distributor(CancelToken cancel)
{
    return async::toFuture([](ledger::SolanaRpc* rpc, CancelToken token) -> Task<LazyDistributor> {
        const pda::Distributor known = pda::distributor(mint::kHnt);
        OUTPOST_CO_TRY(const auto read, co_await rpc->accounts({known.lazyDistributor}, ledger::Commitment::Confirmed,
                                                               std::nullopt, token));
        OUTPOST_CO_TRY(const AccountInfo* account, ownedBy(read.accounts[0], program::kLazyDistributor, "distributor"));
        OUTPOST_CO_TRY(LazyDistributor parsed, parseLazyDistributor(account->data));
        if (parsed.rewardsMint != mint::kHnt || parsed.rewardsEscrow != known.escrow || parsed.oracles.empty())
            co_return fail(errors::kHeliumBadAccount, "distributor");
        co_return parsed;
    }(&m_rpc, std::move(cancel)));
}

Future<std::vector<std::optional<Recipient>>> HeliumChain::recipients(std::vector<PublicKey> assets, CancelToken cancel)
{
    using List = std::vector<std::optional<Recipient>>;
    return async::toFuture([](ledger::SolanaRpc* rpc, std::vector<PublicKey> ids, CancelToken token) -> Task<List> {
        const PublicKey distributor = pda::distributor(mint::kHnt).lazyDistributor;
        std::vector<PublicKey> keys;
        for (const PublicKey& id : ids)
            keys.push_back(pda::recipient(distributor, id));
        OUTPOST_CO_TRY(const auto read,
                       co_await rpc->accounts(keys, ledger::Commitment::Confirmed, std::nullopt, token));
        List list;
        for (std::size_t i = 0; i < ids.size(); ++i) {
            if (!read.accounts[i]) {
                list.emplace_back();
                continue;
            }
            OUTPOST_CO_TRY(const AccountInfo* account,
                           ownedBy(read.accounts[i], program::kLazyDistributor, "recipient"));
            OUTPOST_CO_TRY(Recipient recipient, parseRecipient(account->data));
            if (recipient.asset != ids[i] || recipient.lazyDistributor != distributor)
                co_return fail(errors::kHeliumBadAccount, "recipient of another device");
            list.emplace_back(std::move(recipient));
        }
        co_return list;
    }(&m_rpc, std::move(assets), std::move(cancel)));
}

Future<ChainFees> HeliumChain::fees(CancelToken cancel)
{
    return async::toFuture([](HeliumChain* self, CancelToken token) -> Task<ChainFees> {
        ledger::SolanaRpc& rpc = self->m_rpc;
        ChainFees fees;
        const auto& fixed = pda::fixed();
        OUTPOST_CO_TRY(const auto read, co_await rpc.accounts({fixed.iotSubDao, fixed.iotConfig},
                                                              ledger::Commitment::Confirmed, std::nullopt, token));
        OUTPOST_CO_TRY(const AccountInfo* subDao, ownedBy(read.accounts[0], program::kSubDaos, "fees"));
        OUTPOST_CO_TRY(const SubDaoFees subFees, parseSubDaoFees(subDao->data));
        OUTPOST_CO_TRY(const AccountInfo* config, ownedBy(read.accounts[1], program::kEntityManager, "rules"));
        OUTPOST_CO_TRY(const RewardableEntityConfig rules, parseRewardableEntityConfig(config->data));
        fees.dcOnboardDataOnly = subFees.onboardingDataOnlyDcFee;
        fees.dcOnboardFull = subFees.onboardingDcFee;
        fees.dcLocationDataOnly = rules.dataOnlyLocationStakingFee;
        fees.dcLocationFull = rules.fullLocationStakingFee;
        fees.minGain = rules.minGain;
        fees.maxGain = rules.maxGain;
        OUTPOST_CO_TRY(const LazyDistributor distributor, co_await self->distributor(token));
        OUTPOST_CO_TRY(
            fees.rentRecipient,
            co_await rpc.rentMinimum(kRecipientLength + kPerOracleLength * distributor.oracles.size(), token));
        OUTPOST_CO_TRY(fees.rentTokenAccount, co_await rpc.rentMinimum(solana::token::kAccountLength, token));
        OUTPOST_CO_TRY(fees.rentKeyToAsset, co_await rpc.rentMinimum(kKeyToAssetLength, token));
        OUTPOST_CO_TRY(fees.rentHotspotInfo, co_await rpc.rentMinimum(kHotspotInfoLength, token));

        // The fee of one signature, asked for with a message that has one.
        OUTPOST_CO_TRY(const auto blockhash, co_await rpc.latestBlockhash(ledger::Commitment::Confirmed, token));
        const std::vector<Instruction> probe{solana::systemProgram::transfer(fixed.dao, fixed.dao, 0)};
        OUTPOST_CO_TRY(const Message message,
                       Message::compile(solana::MessageVersion::Legacy, fixed.dao, blockhash.hash, probe));
        OUTPOST_CO_TRY(const auto fee, co_await rpc.feeFor(message.serialize(), token));
        if (!fee)
            co_return fail(std::move(Error(errors::kLedgerBehind, "fee of a message", {rpc.host()}).canRetry()));
        fees.lamportsPerSignature = *fee;

        // A plain node has no estimate of its own; then what was paid lately is looked at.
        OUTPOST_CO_TRY(const auto bid, co_await ledger::FeeMarket(rpc).quote({fixed.dao}, token));
        fees.microLamportsPerUnit = bid.microLamports;
        co_return fees;
    }(this, std::move(cancel)));
}

Future<HeliumChain::CreditPrice> HeliumChain::creditPrice(CancelToken cancel)
{
    return async::toFuture([](HeliumChain* self, CancelToken token) -> Task<CreditPrice> {
        OUTPOST_CO_TRY(const auto first,
                       co_await self->m_rpc.accounts({pda::fixed().dataCredits}, ledger::Commitment::Confirmed,
                                                     std::nullopt, token));
        OUTPOST_CO_TRY(const AccountInfo* config, ownedBy(first.accounts[0], program::kDataCredits, "credits"));
        OUTPOST_CO_TRY(const DataCredits credits, parseDataCredits(config->data));
        OUTPOST_CO_TRY(const auto second,
                       co_await self->m_rpc.accounts({credits.hntPriceOracle}, ledger::Commitment::Confirmed,
                                                     std::nullopt, token));
        if (!second.accounts[0] || (second.accounts[0]->owner != program::kPythReceiver &&
                                    second.accounts[0]->owner != program::kPythReceiverPro))
            co_return fail(errors::kHeliumBadAccount, "price account");
        OUTPOST_CO_TRY(const PriceUpdate price, parsePriceUpdate(second.accounts[0]->data));
        // nano = mintPrice * 10^(exponent + 9)
        const int shift = price.exponent + 9;
        OUTPOST_CO_TRY(const Int128 scale, Int128::powerOfTen(shift < 0 ? -shift : shift));
        const auto nano = shift < 0 ? price.mintPrice().dividedTruncated(scale) : price.mintPrice().times(scale);
        if (!nano)
            co_return std::unexpected(nano.error());
        co_return CreditPrice{credits.hntPriceOracle, *nano};
    }(this, std::move(cancel)));
}

Future<std::vector<solana::LookupTable>> HeliumChain::lookupTables(CancelToken cancel)
{
    using Tables = std::vector<solana::LookupTable>;
    return async::toFuture([](ledger::SolanaRpc* rpc, CancelToken token) -> Task<Tables> {
        OUTPOST_CO_TRY(const auto read, co_await rpc->accounts({kCommonLookupTable}, ledger::Commitment::Confirmed,
                                                               std::nullopt, token));
        if (!read.accounts[0])
            co_return Tables{};
        OUTPOST_CO_TRY(auto table, solana::lookupTable::parseAccount(kCommonLookupTable, read.accounts[0]->data));
        co_return Tables{std::move(table)};
    }(&m_rpc, std::move(cancel)));
}

Future<std::uint64_t> HeliumChain::tokenBalance(PublicKey owner, PublicKey mint, CancelToken cancel)
{
    return async::toFuture(
        [](ledger::SolanaRpc* rpc, PublicKey who, PublicKey what, CancelToken token) -> Task<std::uint64_t> {
            OUTPOST_CO_TRY(const auto read, co_await rpc->accounts({solana::associatedTokenAddress(who, what)},
                                                                   ledger::Commitment::Confirmed, std::nullopt, token));
            if (!read.accounts[0])
                co_return std::uint64_t{0};
            OUTPOST_CO_TRY(const auto account, solana::parseTokenAccount(read.accounts[0]->data));
            co_return account.amount;
        }(&m_rpc, owner, mint, std::move(cancel)));
}

Future<networks::DraftTransaction> HeliumChain::draft(solana::MessageVersion version, PublicKey payer,
                                                      std::uint32_t units, std::uint64_t microLamports,
                                                      std::vector<Instruction> instructions, CancelToken cancel)
{
    return async::toFuture([](HeliumChain* self, solana::MessageVersion v, PublicKey from, std::uint32_t limit,
                              std::uint64_t price, std::vector<Instruction> calls,
                              CancelToken token) -> Task<networks::DraftTransaction> {
        std::vector<Instruction> all{solana::computeBudget::setUnitLimit(limit),
                                     solana::computeBudget::setUnitPrice(price)};
        all.insert(all.end(), std::make_move_iterator(calls.begin()), std::make_move_iterator(calls.end()));
        std::vector<solana::LookupTable> tables;
        if (v == solana::MessageVersion::V0) {
            OUTPOST_CO_TRY(tables, co_await self->lookupTables(token));
        }
        OUTPOST_CO_TRY(const auto blockhash,
                       co_await self->m_rpc.latestBlockhash(ledger::Commitment::Confirmed, token));
        OUTPOST_CO_TRY(Message message, Message::compile(v, from, blockhash.hash, all, tables));
        networks::DraftTransaction draft;
        draft.transaction = solana::Transaction(std::move(message)).serialize();
        draft.expiresAfter = blockhash.lastValidBlockHeight;
        co_return draft;
    }(this, version, payer, units, microLamports, std::move(instructions), std::move(cancel)));
}

} // namespace outpost::helium
