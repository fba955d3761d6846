// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/SolanaTypes.h"
#include "core/net/JsonRpcClient.h"

namespace outpost::ledger {

/// One Solana host: the node's methods, and those of the digital asset index beside it. Typed, strictly read, capped.
/// Copies are handles on the original, for coroutines that may outlive it: once the original is gone, all that is asked
/// through them answers kCancelled. HTTP client and clock must outlive the original.
/// **Thread:** any with an event loop; futures finish there.
/// Errors: those of net, and kLedgerRefused, kLedgerBlockhashNotFound, kLedgerBehind, kLedgerNotIndexed.
class SolanaRpc {
public:
    /// `index`: who is asked for digital assets where the node has no index of them; without it the node is.
    SolanaRpc(HttpClient& http, const Clock& clock, net::JsonRpcClient::Endpoint endpoint,
              std::optional<net::JsonRpcClient::Endpoint> index = {});
    SolanaRpc(const SolanaRpc& original) : m_core(original.m_core), m_isOriginal(false) {}
    SolanaRpc& operator=(const SolanaRpc&) = delete;
    ~SolanaRpc();

    /// The node's, as the list of hosts spells it.
    const std::string& host() const;

    Future<LatestBlockhash> latestBlockhash(Commitment commitment = Commitment::Confirmed, CancelToken cancel = {});
    /// Any number up to 10,000; asked for in hundreds, one call after another.
    Future<AccountsAt> accounts(std::vector<PublicKey> keys, Commitment commitment = Commitment::Confirmed,
                                std::optional<std::uint64_t> minContextSlot = {}, CancelToken cancel = {});
    Future<std::uint64_t> balance(PublicKey key, Commitment commitment = Commitment::Confirmed,
                                  CancelToken cancel = {});
    /// Of the classic token program; sorted by mint, then account.
    Future<std::vector<TokenHolding>> tokenAccounts(PublicKey owner, CancelToken cancel = {});
    /// Signatures are not verified by the node, so slots may be empty.
    Future<SimulationReply> simulate(Bytes transaction, SimulateOptions options, CancelToken cancel = {});
    /// Asked for exactly once, without hidden retries, so that a refusal is about this sending. A node that already has
    /// the transaction answers its signature. With `skipPreflight` the node does not look before passing on.
    Future<Signature> send(Bytes transaction, bool skipPreflight, CancelToken cancel = {});
    /// At most 256; `searchHistory` looks beyond the recent ones.
    Future<std::vector<std::optional<SignatureStatus>>> statuses(std::vector<Signature> signatures, bool searchHistory,
                                                                 CancelToken cancel = {});
    /// Newest first, at most 1000.
    Future<std::vector<SignatureInfo>> signaturesFor(PublicKey address, int limit, std::optional<Signature> before = {},
                                                     CancelToken cancel = {});
    /// Nothing when the node does not know it.
    Future<std::optional<TransactionRecord>> transaction(Signature signature, CancelToken cancel = {});
    Future<std::uint64_t> blockHeight(Commitment commitment, CancelToken cancel = {});
    Future<EpochInfo> epochInfo(CancelToken cancel = {});
    /// Lamports that an account with so many bytes of data must hold.
    Future<std::uint64_t> rentMinimum(std::uint64_t dataBytes, CancelToken cancel = {});
    /// Lamports; nothing when the message's blockhash is no longer known.
    Future<std::optional<std::uint64_t>> feeFor(Bytes message, CancelToken cancel = {});
    /// Of recent slots in which these accounts were written; at most 128 accounts.
    Future<std::vector<PrioritizationFee>> recentPrioritizationFees(std::vector<PublicKey> writable,
                                                                    CancelToken cancel = {});
    /// Micro-lamports per compute unit; an extension that many public hosts have, and others answer with net.rpcError.
    Future<std::uint64_t> priorityFeeEstimate(std::vector<PublicKey> writable, CancelToken cancel = {});

    // Digital assets, asked of the index. Plain nodes have none and answer net.rpcError.

    Future<DigitalAsset> asset(PublicKey id, CancelToken cancel = {});
    /// At most 1000; in the order of `ids`, nothing where the index has none.
    Future<std::vector<std::optional<DigitalAsset>>> assets(std::vector<PublicKey> ids, CancelToken cancel = {});
    Future<AssetProof> assetProof(PublicKey id, CancelToken cancel = {});
    Future<std::vector<std::optional<AssetProof>>> assetProofs(std::vector<PublicKey> ids, CancelToken cancel = {});
    /// One page, counted from 1.
    Future<AssetPage> searchAssets(AssetQuery query, int page, int pageSize = 1000, CancelToken cancel = {});
    /// All pages; kTooLong when there are more than `maxAssets`. An asset that two pages repeat is kept once.
    Future<std::vector<DigitalAsset>> searchAllAssets(AssetQuery query, std::size_t maxAssets = 100'000,
                                                      CancelToken cancel = {});

private:
    struct Core;
    static Task<AccountsAt> accountsInParts(std::shared_ptr<Core> core, std::vector<PublicKey> keys,
                                            Commitment commitment, std::optional<std::uint64_t> minContextSlot,
                                            CancelToken cancel);
    static Task<std::vector<DigitalAsset>> searchPages(std::shared_ptr<Core> core, AssetQuery query,
                                                       std::size_t maxAssets, CancelToken cancel);
    std::shared_ptr<Core> m_core; ///< shared with handles and running coroutines, which see that it has stopped
    const bool m_isOriginal = true;
};

} // namespace outpost::ledger
