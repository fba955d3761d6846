// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/SolanaRpc.h"

#include "core/base/Encoding.h"
#include "core/chain/solana/Programs.h"
#include "core/chain/solana/Transaction.h"
#include "core/ledger/LedgerErrors.h"
#include "core/ledger/SolanaReplies.h"
#include "core/net/NetErrors.h"

#include <set>

namespace outpost::ledger {

namespace {

using codec::Json;
using codec::JsonArray;
using codec::JsonObject;

constexpr std::size_t kMaxAccounts = 10'000;
constexpr std::size_t kMaxFeeAccounts = 128;

// Codes of the node's own errors (rpc-client-api of agave, custom_error.rs).
constexpr std::int64_t kPreflightFailure = -32002;
constexpr std::int64_t kSignatureFailure = -32003;
constexpr std::int64_t kNodeUnhealthy = -32005;
constexpr std::int64_t kBehindContextSlot = -32016;

std::string_view name(Commitment commitment)
{
    switch (commitment) {
    case Commitment::Processed:
        return "processed";
    case Commitment::Confirmed:
        return "confirmed";
    case Commitment::Finalized:
        break;
    }
    return "finalized";
}

template <class Key> JsonArray keyList(const std::vector<Key>& keys)
{
    JsonArray out;
    for (const Key& key : keys)
        out.add(key.toBase58());
    return out;
}

Error errorOf(const net::RpcFault& fault, const std::string& host)
{
    if (fault.code == kNodeUnhealthy || fault.code == kBehindContextSlot)
        return Error(errors::kLedgerBehind, fault.message, {host}).canRetry();
    if (fault.message.starts_with("Database Error: RecordNotFound"))
        return Error(errors::kLedgerNotIndexed, fault.message, {host}).canRetry();
    return net::faultError(fault, host);
}

/// What a refused transaction means. The reason is in data.err of a failed preflight, and the message repeats it.
Result<Signature> sendFault(const net::RpcFault& fault, const Signature& id, const std::string& host)
{
    const auto reason = replies::failureText(fault.data["err"]);
    const auto isReason = [&](std::string_view word) { return reason && *reason == word; };
    if (isReason("AlreadyProcessed") || fault.message.contains("already been processed"))
        return id;
    if (isReason("BlockhashNotFound"))
        return fail(Error(errors::kLedgerBlockhashNotFound, fault.message, {host}).canRetry());
    if (fault.code == kPreflightFailure || fault.code == kSignatureFailure)
        return fail(errors::kLedgerRefused, fault.message, {host, reason.value_or(fault.message)});
    return fail(errorOf(fault, host));
}

template <class T> Future<T> tooMany(const char* what)
{
    return async::failed<T>(Error(errors::kTooLong, what));
}

net::JsonRpcClient::Endpoint withoutRetries(net::JsonRpcClient::Endpoint endpoint)
{
    endpoint.attempts = 1;
    return endpoint;
}

} // namespace

struct SolanaRpc::Core {
    Core(HttpClient& http, const Clock& clock, const net::JsonRpcClient::Endpoint& endpoint,
         const net::JsonRpcClient::Endpoint& indexEndpoint)
        : rpc(http, clock, endpoint), once(http, clock, withoutRetries(endpoint)), index(http, clock, indexEndpoint)
    {}

    net::JsonRpcClient rpc;
    net::JsonRpcClient once;
    net::JsonRpcClient index;
    std::atomic<bool> stopped = false;

    template <class T>
    Future<T> ask(const char* method, const JsonArray& params, net::JsonRpcClient::Parser<T> parse, CancelToken cancel)
    {
        return askText<T>(rpc, method, params.text(), std::move(parse), std::move(cancel));
    }
    /// Digital assets.
    template <class T>
    Future<T> askIndex(const char* method, const JsonObject& params, net::JsonRpcClient::Parser<T> parse,
                       CancelToken cancel)
    {
        return askText<T>(index, method, params.text(), std::move(parse), std::move(cancel));
    }
    template <class T>
    Future<T> askText(net::JsonRpcClient& client, const char* method, const std::string& params,
                      net::JsonRpcClient::Parser<T> parse, CancelToken cancel)
    {
        if (stopped)
            return async::failed<T>(Error(errors::kCancelled));
        return client.callForAnswer<T>(
            method, params,
            [parse = std::move(parse), host = client.host()](const net::RpcAnswer& answer) -> Result<T> {
                if (answer.fault)
                    return fail(errorOf(*answer.fault, host));
                return parse(answer.result);
            },
            std::move(cancel));
    }

    Future<AccountsAt> accountsOnce(const std::vector<PublicKey>& keys, Commitment commitment,
                                    std::optional<std::uint64_t> minContextSlot, CancelToken cancel)
    {
        JsonObject options;
        options.add("encoding", "base64").add("commitment", name(commitment));
        if (minContextSlot)
            options.add("minContextSlot", *minContextSlot);
        return ask<AccountsAt>(
            "getMultipleAccounts", JsonArray().add(keyList(keys)).add(options),
            [count = keys.size()](const Json& r) { return replies::accounts(r, count); }, std::move(cancel));
    }

    Future<AssetPage> searchOnce(const AssetQuery& query, int page, int pageSize, CancelToken cancel)
    {
        JsonObject params;
        if (query.owner)
            params.add("ownerAddress", query.owner->toBase58());
        if (query.creator)
            params.add("creatorAddress", query.creator->toBase58()).add("creatorVerified", query.creatorVerified);
        if (query.collection)
            params.add("grouping", JsonArray().add("collection").add(query.collection->toBase58()));
        if (!query.tokenType.empty())
            params.add("tokenType", query.tokenType);
        params.add("page", page).add("limit", pageSize);
        return askIndex<AssetPage>("searchAssets", params, replies::assetPage, std::move(cancel));
    }
};

SolanaRpc::SolanaRpc(HttpClient& http, const Clock& clock, net::JsonRpcClient::Endpoint endpoint,
                     std::optional<net::JsonRpcClient::Endpoint> index)
    : m_core(std::make_shared<Core>(http, clock, endpoint, index.value_or(endpoint)))
{}

SolanaRpc::~SolanaRpc()
{
    if (m_isOriginal)
        m_core->stopped = true;
}

const std::string& SolanaRpc::host() const
{
    return m_core->rpc.host();
}

Future<LatestBlockhash> SolanaRpc::latestBlockhash(Commitment commitment, CancelToken cancel)
{
    return m_core->ask<LatestBlockhash>("getLatestBlockhash",
                                        JsonArray().add(JsonObject().add("commitment", name(commitment))),
                                        replies::latestBlockhash, std::move(cancel));
}

Future<AccountsAt> SolanaRpc::accounts(std::vector<PublicKey> keys, Commitment commitment,
                                       std::optional<std::uint64_t> minContextSlot, CancelToken cancel)
{
    if (keys.size() > kMaxAccounts)
        return tooMany<AccountsAt>("accounts");
    return async::toFuture(accountsInParts(m_core, std::move(keys), commitment, minContextSlot, std::move(cancel)));
}

Task<AccountsAt> SolanaRpc::accountsInParts(std::shared_ptr<Core> core, std::vector<PublicKey> keys,
                                            Commitment commitment, std::optional<std::uint64_t> minContextSlot,
                                            CancelToken cancel)
{
    AccountsAt all;
    for (std::size_t from = 0; from < keys.size(); from += replies::kMaxAccountsPerCall) {
        const auto until = std::min(keys.size(), from + replies::kMaxAccountsPerCall);
        const std::vector<PublicKey> part(keys.begin() + static_cast<std::ptrdiff_t>(from),
                                          keys.begin() + static_cast<std::ptrdiff_t>(until));
        auto sent = core->accountsOnce(part, commitment, minContextSlot, cancel);
        OUTPOST_CO_TRY(AccountsAt some, co_await qCoro(sent).takeResult());
        all.slot = from == 0 ? some.slot : std::min(all.slot, some.slot);
        std::ranges::move(some.accounts, std::back_inserter(all.accounts));
    }
    co_return all;
}

Future<std::uint64_t> SolanaRpc::balance(PublicKey key, Commitment commitment, CancelToken cancel)
{
    return m_core->ask<std::uint64_t>(
        "getBalance", JsonArray().add(key.toBase58()).add(JsonObject().add("commitment", name(commitment))),
        replies::valueInContext, std::move(cancel));
}

Future<std::vector<TokenHolding>> SolanaRpc::tokenAccounts(PublicKey owner, CancelToken cancel)
{
    return m_core->ask<std::vector<TokenHolding>>(
        "getTokenAccountsByOwner",
        JsonArray()
            .add(owner.toBase58())
            .add(JsonObject().add("programId", solana::programs::kToken.toBase58()))
            .add(JsonObject().add("encoding", "base64").add("commitment", name(Commitment::Confirmed))),
        [owner](const Json& r) -> Result<std::vector<TokenHolding>> {
            OUTPOST_TRY(auto holdings, replies::tokenAccounts(r, owner));
            std::ranges::sort(holdings, {}, [](const TokenHolding& h) { return std::pair(h.token.mint, h.account); });
            return holdings;
        },
        std::move(cancel));
}

Future<SimulationReply> SolanaRpc::simulate(Bytes transaction, SimulateOptions options, CancelToken cancel)
{
    if (options.accounts.size() > replies::kMaxAccountsPerCall)
        return tooMany<SimulationReply>("accounts of a simulation");
    JsonObject params;
    params.add("encoding", "base64")
        .add("commitment", name(Commitment::Confirmed))
        .add("sigVerify", false)
        .add("replaceRecentBlockhash", options.replaceBlockhash);
    if (!options.accounts.empty()) {
        params.add("accounts", JsonObject().add("encoding", "base64").add("addresses", keyList(options.accounts)));
    }
    if (options.minContextSlot)
        params.add("minContextSlot", *options.minContextSlot);
    return m_core->ask<SimulationReply>(
        "simulateTransaction", JsonArray().add(toBase64(transaction)).add(params),
        [count = options.accounts.size()](const Json& r) { return replies::simulation(r, count); }, std::move(cancel));
}

Future<Signature> SolanaRpc::send(Bytes transaction, bool skipPreflight, CancelToken cancel)
{
    const auto parsed = solana::Transaction::parse(transaction);
    if (!parsed)
        return async::failed<Signature>(parsed.error());
    const auto id = parsed->id();
    if (!id || !parsed->isFullySigned())
        return async::failed<Signature>(Error(errors::kInternal, "sending a transaction that is not signed"));
    if (m_core->stopped)
        return async::failed<Signature>(Error(errors::kCancelled));
    JsonObject options;
    options.add("encoding", "base64")
        .add("skipPreflight", skipPreflight)
        .add("preflightCommitment", name(Commitment::Confirmed))
        .add("maxRetries", 0); // sending again is TransactionSender's decision
    return m_core->once.callForAnswer<Signature>(
        "sendTransaction", JsonArray().add(toBase64(transaction)).add(options).text(),
        [id = *id, host = host()](const net::RpcAnswer& answer) -> Result<Signature> {
            if (answer.fault)
                return sendFault(*answer.fault, id, host);
            OUTPOST_TRY(const Signature given, replies::signature(answer.result));
            if (given != id)
                return fail(errors::kMalformed, "the signature of another transaction");
            return given;
        },
        std::move(cancel));
}

Future<std::vector<std::optional<SignatureStatus>>> SolanaRpc::statuses(std::vector<Signature> signatures,
                                                                        bool searchHistory, CancelToken cancel)
{
    using Statuses = std::vector<std::optional<SignatureStatus>>;
    if (signatures.size() > replies::kMaxStatusesPerCall)
        return tooMany<Statuses>("signatures");
    return m_core->ask<Statuses>(
        "getSignatureStatuses",
        JsonArray().add(keyList(signatures)).add(JsonObject().add("searchTransactionHistory", searchHistory)),
        [count = signatures.size()](const Json& r) { return replies::statuses(r, count); }, std::move(cancel));
}

Future<std::vector<SignatureInfo>> SolanaRpc::signaturesFor(PublicKey address, int limit,
                                                            std::optional<Signature> before, CancelToken cancel)
{
    JsonObject options;
    options.add("limit", std::clamp(limit, 1, 1000)).add("commitment", name(Commitment::Confirmed));
    if (before)
        options.add("before", before->toBase58());
    return m_core->ask<std::vector<SignatureInfo>>("getSignaturesForAddress",
                                                   JsonArray().add(address.toBase58()).add(options),
                                                   replies::signatures, std::move(cancel));
}

Future<std::optional<TransactionRecord>> SolanaRpc::transaction(Signature signature, CancelToken cancel)
{
    return m_core->ask<std::optional<TransactionRecord>>("getTransaction",
                                                         JsonArray()
                                                             .add(signature.toBase58())
                                                             .add(JsonObject()
                                                                      .add("encoding", "base64")
                                                                      .add("commitment", name(Commitment::Confirmed))
                                                                      .add("maxSupportedTransactionVersion", 0)),
                                                         replies::transaction, std::move(cancel));
}

Future<std::uint64_t> SolanaRpc::blockHeight(Commitment commitment, CancelToken cancel)
{
    return m_core->ask<std::uint64_t>(
        "getBlockHeight", JsonArray().add(JsonObject().add("commitment", name(commitment))),
        [](const Json& r) { return r.uint(); }, std::move(cancel));
}

Future<EpochInfo> SolanaRpc::epochInfo(CancelToken cancel)
{
    return m_core->ask<EpochInfo>("getEpochInfo",
                                  JsonArray().add(JsonObject().add("commitment", name(Commitment::Confirmed))),
                                  replies::epochInfo, std::move(cancel));
}

Future<std::uint64_t> SolanaRpc::rentMinimum(std::uint64_t dataBytes, CancelToken cancel)
{
    return m_core->ask<std::uint64_t>(
        "getMinimumBalanceForRentExemption", JsonArray().add(dataBytes), [](const Json& r) { return r.uint(); },
        std::move(cancel));
}

Future<std::optional<std::uint64_t>> SolanaRpc::feeFor(Bytes message, CancelToken cancel)
{
    return m_core->ask<std::optional<std::uint64_t>>(
        "getFeeForMessage",
        JsonArray().add(toBase64(message)).add(JsonObject().add("commitment", name(Commitment::Confirmed))),
        replies::messageFee, std::move(cancel));
}

Future<std::vector<PrioritizationFee>> SolanaRpc::recentPrioritizationFees(std::vector<PublicKey> writable,
                                                                           CancelToken cancel)
{
    if (writable.size() > kMaxFeeAccounts)
        return tooMany<std::vector<PrioritizationFee>>("accounts of a fee estimate");
    return m_core->ask<std::vector<PrioritizationFee>>("getRecentPrioritizationFees",
                                                       JsonArray().add(keyList(writable)), replies::prioritizationFees,
                                                       std::move(cancel));
}

Future<std::uint64_t> SolanaRpc::priorityFeeEstimate(std::vector<PublicKey> writable, CancelToken cancel)
{
    if (writable.size() > kMaxFeeAccounts)
        return tooMany<std::uint64_t>("accounts of a fee estimate");
    return m_core->ask<std::uint64_t>(
        "getPriorityFeeEstimate",
        JsonArray().add(
            JsonObject()
                .add("accountKeys", keyList(writable))
                .add("options", JsonObject().add("recommended", true).add("evaluateEmptySlotAsZero", true))),
        replies::priorityFeeEstimate, std::move(cancel));
}

Future<DigitalAsset> SolanaRpc::asset(PublicKey id, CancelToken cancel)
{
    return m_core->askIndex<DigitalAsset>(
        "getAsset", JsonObject().add("id", id.toBase58()),
        [id](const Json& r) -> Result<DigitalAsset> {
            OUTPOST_TRY(DigitalAsset one, replies::asset(r));
            if (one.id != id)
                return fail(errors::kMalformed, "another asset than asked for");
            return one;
        },
        std::move(cancel));
}

Future<std::vector<std::optional<DigitalAsset>>> SolanaRpc::assets(std::vector<PublicKey> ids, CancelToken cancel)
{
    using Assets = std::vector<std::optional<DigitalAsset>>;
    if (ids.size() > replies::kMaxAssetsPerCall)
        return tooMany<Assets>("assets");
    auto params = JsonObject().add("ids", keyList(ids));
    return m_core->askIndex<Assets>(
        "getAssetBatch", params, [ids = std::move(ids)](const Json& r) { return replies::assets(r, ids); },
        std::move(cancel));
}

Future<AssetProof> SolanaRpc::assetProof(PublicKey id, CancelToken cancel)
{
    return m_core->askIndex<AssetProof>("getAssetProof", JsonObject().add("id", id.toBase58()), replies::proof,
                                        std::move(cancel));
}

Future<std::vector<std::optional<AssetProof>>> SolanaRpc::assetProofs(std::vector<PublicKey> ids, CancelToken cancel)
{
    using Proofs = std::vector<std::optional<AssetProof>>;
    if (ids.size() > replies::kMaxAssetsPerCall)
        return tooMany<Proofs>("assets");
    auto params = JsonObject().add("ids", keyList(ids));
    return m_core->askIndex<Proofs>(
        "getAssetProofBatch", params, [ids = std::move(ids)](const Json& r) { return replies::proofs(r, ids); },
        std::move(cancel));
}

Future<AssetPage> SolanaRpc::searchAssets(AssetQuery query, int page, int pageSize, CancelToken cancel)
{
    return m_core->searchOnce(query, std::max(1, page), std::clamp(pageSize, 1, 1000), std::move(cancel));
}

Future<std::vector<DigitalAsset>> SolanaRpc::searchAllAssets(AssetQuery query, std::size_t maxAssets,
                                                             CancelToken cancel)
{
    return async::toFuture(searchPages(m_core, std::move(query), maxAssets, std::move(cancel)));
}

Task<std::vector<DigitalAsset>> SolanaRpc::searchPages(std::shared_ptr<Core> core, AssetQuery query,
                                                       std::size_t maxAssets, CancelToken cancel)
{
    constexpr int kPage = 1000;
    std::vector<DigitalAsset> all;
    std::set<PublicKey> seen;
    for (int page = 1;; ++page) {
        auto sent = core->searchOnce(query, page, kPage, cancel);
        OUTPOST_CO_TRY(AssetPage some, co_await qCoro(sent).takeResult());
        const std::size_t known = seen.size();
        const std::size_t given = some.items.size();
        for (DigitalAsset& asset : some.items) {
            if (seen.insert(asset.id).second)
                all.push_back(std::move(asset));
        }
        if (all.size() > maxAssets)
            co_return fail(errors::kTooLong, "assets of one owner");
        // "total" is the page's on some indexes, so a short page is the end; one with nothing new would repeat for
        // ever.
        if (given < static_cast<std::size_t>(kPage) || seen.size() == known)
            co_return all;
    }
}

} // namespace outpost::ledger
