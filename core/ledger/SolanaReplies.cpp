// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/SolanaReplies.h"

#include "core/base/Encoding.h"
#include "core/codec/Decimal.h"

#include <map>

namespace outpost::ledger::replies {

namespace {

constexpr std::size_t kMaxList = 20'000;
constexpr std::size_t kMaxLogLines = 1'000;
constexpr std::size_t kMaxLogLine = 400;
constexpr std::size_t kMaxProof = 64;

template <class Key> Result<Key> base58(const Json& value)
{
    OUTPOST_TRY(const std::string text, value.string(128));
    return Key::fromBase58(text);
}

template <class Key> Result<std::optional<Key>> optionalBase58(const Json& value)
{
    if (!value.hasValue())
        return std::optional<Key>();
    OUTPOST_TRY(const Key key, base58<Key>(value));
    return std::optional<Key>(key);
}

/// Some indexes write these in base58, some as "0x" and hexadecimal digits.
Result<Hash32> hash(const Json& value)
{
    OUTPOST_TRY(const std::string text, value.string(128));
    Bytes bytes;
    if (text.starts_with("0x")) {
        OUTPOST_TRY(bytes, fromHex(std::string_view(text).substr(2), 32));
    } else {
        OUTPOST_TRY(bytes, fromBase58(text, 32));
    }
    if (bytes.size() != 32)
        return fail(errors::kMalformed, "a hash of another length");
    Hash32 out;
    std::ranges::copy(bytes, out.begin());
    return out;
}

Result<std::uint64_t> contextSlot(const Json& result)
{
    OUTPOST_TRY(const Json context, result.objectAt("context"));
    return context.uintAt("slot");
}

/// ["<base64>", "base64"]
Result<Bytes> base64Pair(const Json& value, std::size_t maxBytes)
{
    OUTPOST_TRY(const auto pair, value.array(2));
    if (pair.size() != 2)
        return fail(errors::kMalformed, "data without its encoding");
    OUTPOST_TRY(const std::string encoding, pair[1].string(32));
    if (encoding != "base64")
        return fail(errors::kMalformed, "data in another encoding");
    OUTPOST_TRY(const std::string text, pair[0].string(maxBytes / 3 * 4 + 8));
    return fromBase64(text, maxBytes);
}

Result<AccountInfo> account(const Json& value)
{
    AccountInfo info;
    OUTPOST_TRY(info.owner, base58<PublicKey>(value["owner"]));
    OUTPOST_TRY(info.lamports, value.uintAt("lamports"));
    OUTPOST_TRY(info.isExecutable, value.booleanAt("executable"));
    OUTPOST_TRY(info.data, base64Pair(value["data"], kMaxAccountBytes));
    return info;
}

Result<std::vector<std::optional<AccountInfo>>> accountList(const Json& value, std::size_t count)
{
    OUTPOST_TRY(const auto items, value.array(count));
    if (items.size() != count)
        return fail(errors::kMalformed, "another number of accounts than asked for");
    std::vector<std::optional<AccountInfo>> out;
    for (const Json& item : items) {
        if (item.isNull()) {
            out.emplace_back();
            continue;
        }
        OUTPOST_TRY(AccountInfo info, account(item));
        out.emplace_back(std::move(info));
    }
    return out;
}

Result<std::vector<std::string>> logLines(const Json& value)
{
    std::vector<std::string> out;
    if (!value.hasValue())
        return out;
    OUTPOST_TRY(const auto lines, value.array(kMaxList));
    for (const Json& line : lines) {
        if (out.size() == kMaxLogLines)
            break;
        OUTPOST_TRY(const std::string text, line.string(1 << 20));
        out.push_back(plainText(text, kMaxLogLine));
    }
    return out;
}

Result<Commitment> commitment(const Json& value)
{
    OUTPOST_TRY(const std::string text, value.string(32));
    if (text == "processed")
        return Commitment::Processed;
    if (text == "confirmed")
        return Commitment::Confirmed;
    if (text == "finalized")
        return Commitment::Finalized;
    return fail(errors::kMalformed, "an unknown confirmation status");
}

Result<std::optional<Time>> blockTime(const Json& value)
{
    if (!value.hasValue())
        return std::optional<Time>();
    OUTPOST_TRY(const std::int64_t seconds, value.integer());
    constexpr std::int64_t kYear9999 = 253'402'300'800;
    if (seconds < 0 || seconds > kYear9999)
        return fail(errors::kMalformed, "a time out of range");
    return std::optional<Time>(fromUnixSeconds(seconds));
}

Result<std::vector<std::uint64_t>> numbers(const Json& value)
{
    OUTPOST_TRY(const auto items, value.array(256));
    std::vector<std::uint64_t> out;
    for (const Json& item : items) {
        OUTPOST_TRY(const std::uint64_t number, item.uint());
        out.push_back(number);
    }
    return out;
}

Result<std::vector<PublicKey>> keys(const Json& value, std::size_t max)
{
    OUTPOST_TRY(const auto items, value.array(max));
    std::vector<PublicKey> out;
    for (const Json& item : items) {
        OUTPOST_TRY(const PublicKey key, base58<PublicKey>(item));
        out.push_back(key);
    }
    return out;
}

Result<std::vector<TokenBalance>> tokenBalances(const Json& value)
{
    std::vector<TokenBalance> out;
    if (!value.hasValue())
        return out;
    OUTPOST_TRY(const auto items, value.array(256));
    for (const Json& item : items) {
        TokenBalance balance;
        OUTPOST_TRY(const std::uint64_t index, item.uintAt("accountIndex"));
        if (index > 255)
            return fail(errors::kMalformed, "an account index out of range");
        balance.accountIndex = static_cast<std::uint32_t>(index);
        OUTPOST_TRY(balance.mint, base58<PublicKey>(item["mint"]));
        OUTPOST_TRY(balance.owner, optionalBase58<PublicKey>(item["owner"]));
        OUTPOST_TRY(const Json amount, item.objectAt("uiTokenAmount"));
        OUTPOST_TRY(const std::string text, amount.stringAt("amount", 40));
        OUTPOST_TRY(balance.amount, Int128::parse(text));
        OUTPOST_TRY(const std::uint64_t decimals, amount.uintAt("decimals"));
        if (decimals > 38 || balance.amount.isNegative())
            return fail(errors::kMalformed, "a token amount out of range");
        balance.decimals = static_cast<int>(decimals);
        out.push_back(balance);
    }
    return out;
}

Result<std::string> shortText(const Json& value, std::size_t maxCodePoints)
{
    if (!value.hasValue())
        return std::string();
    OUTPOST_TRY(const std::string text, value.string(1 << 16));
    return plainText(text, maxCodePoints);
}

Result<std::optional<DigitalAsset::Compression>> compression(const Json& value)
{
    if (!value.hasValue())
        return std::optional<DigitalAsset::Compression>();
    OUTPOST_TRY(const bool isCompressed, value.booleanAt("compressed"));
    if (!isCompressed)
        return std::optional<DigitalAsset::Compression>();
    DigitalAsset::Compression out;
    OUTPOST_TRY(out.dataHash, hash(value["data_hash"]));
    OUTPOST_TRY(out.creatorHash, hash(value["creator_hash"]));
    OUTPOST_TRY(out.assetHash, hash(value["asset_hash"]));
    OUTPOST_TRY(out.tree, base58<PublicKey>(value["tree"]));
    OUTPOST_TRY(out.seq, value.uintAt("seq"));
    OUTPOST_TRY(out.leafId, value.uintAt("leaf_id"));
    return std::optional<DigitalAsset::Compression>(out);
}

Result<std::vector<AssetCreator>> creators(const Json& value)
{
    std::vector<AssetCreator> out;
    if (!value.hasValue())
        return out;
    OUTPOST_TRY(const auto items, value.array(32));
    for (const Json& item : items) {
        AssetCreator creator;
        OUTPOST_TRY(creator.address, base58<PublicKey>(item["address"]));
        OUTPOST_TRY(creator.verified, item.booleanAt("verified"));
        OUTPOST_TRY(const std::uint64_t share, item.uintAt("share"));
        if (share > 100)
            return fail(errors::kMalformed, "a share over 100 percent");
        creator.share = static_cast<int>(share);
        out.push_back(creator);
    }
    return out;
}

Result<std::optional<PublicKey>> collectionOf(const Json& grouping)
{
    if (!grouping.hasValue())
        return std::optional<PublicKey>();
    OUTPOST_TRY(const auto groups, grouping.array(32));
    for (const Json& group : groups) {
        OUTPOST_TRY(const std::string key, group.stringAt("group_key", 64));
        if (key == "collection")
            return optionalBase58<PublicKey>(group["group_value"]);
    }
    return std::optional<PublicKey>();
}

/// What a person may be shown of an asset. Anybody can mint anything with any text, so a trait of an odd type is left
/// out.
Result<void> readContent(const Json& content, DigitalAsset& out)
{
    if (!content.hasValue())
        return {};
    OUTPOST_TRY(out.jsonUri, shortText(content["json_uri"], 300));
    const Json metadata = content["metadata"];
    OUTPOST_TRY(out.name, shortText(metadata["name"], 80));
    OUTPOST_TRY(out.symbol, shortText(metadata["symbol"], 20));
    const Json attributes = metadata["attributes"];
    if (!attributes.isArray())
        return {};
    for (const Json& item : attributes.items()) {
        if (out.attributes.size() == 64)
            break;
        const auto trait = item.stringAt("trait_type", 1 << 12);
        if (!trait)
            continue;
        const Json value = item["value"];
        if (const auto text = value.string(1 << 12))
            out.attributes.emplace_back(plainText(*trait), plainText(*text, 200));
        else if (value.isNumber() || value.kind() == Json::Kind::Boolean)
            out.attributes.emplace_back(plainText(*trait), plainText(value.toText()));
    }
    return {};
}

} // namespace

std::optional<std::string> failureText(const Json& err)
{
    if (!err.hasValue())
        return std::nullopt;
    if (const auto text = err.string(1 << 12))
        return plainText(*text, 300);
    return plainText(err.toText(), 300);
}

Result<LatestBlockhash> latestBlockhash(const Json& result)
{
    LatestBlockhash out;
    OUTPOST_TRY(out.slot, contextSlot(result));
    OUTPOST_TRY(const Json value, result.objectAt("value"));
    OUTPOST_TRY(out.hash, base58<Blockhash>(value["blockhash"]));
    OUTPOST_TRY(out.lastValidBlockHeight, value.uintAt("lastValidBlockHeight"));
    return out;
}

Result<AccountsAt> accounts(const Json& result, std::size_t count)
{
    AccountsAt out;
    OUTPOST_TRY(out.slot, contextSlot(result));
    OUTPOST_TRY(out.accounts, accountList(result["value"], count));
    return out;
}

Result<std::uint64_t> valueInContext(const Json& result)
{
    OUTPOST_CHECK(contextSlot(result));
    return result.uintAt("value");
}

Result<std::vector<TokenHolding>> tokenAccounts(const Json& result, const PublicKey& owner)
{
    OUTPOST_TRY(const auto items, result.arrayAt("value", kMaxList));
    std::vector<TokenHolding> out;
    for (const Json& item : items) {
        TokenHolding holding;
        OUTPOST_TRY(holding.account, base58<PublicKey>(item["pubkey"]));
        OUTPOST_TRY(const AccountInfo info, account(item["account"]));
        OUTPOST_TRY(holding.token, solana::parseTokenAccount(info.data));
        holding.lamports = info.lamports;
        if (holding.token.owner != owner)
            return fail(errors::kMalformed, "somebody else's token account");
        out.push_back(std::move(holding));
    }
    return out;
}

Result<SimulationReply> simulation(const Json& result, std::size_t accountCount)
{
    SimulationReply out;
    OUTPOST_TRY(out.slot, contextSlot(result));
    OUTPOST_TRY(const Json value, result.objectAt("value"));
    if (value["err"].isAbsent())
        return fail(errors::kMalformed, "a simulation without outcome");
    out.failure = failureText(value["err"]);
    OUTPOST_TRY(out.logs, logLines(value["logs"]));
    if (value["unitsConsumed"].hasValue()) {
        OUTPOST_TRY(out.units, value.uintAt("unitsConsumed"));
    }
    if (!out.failure && accountCount > 0) {
        OUTPOST_TRY(out.accounts, accountList(value["accounts"], accountCount));
    }
    return out;
}

Result<Signature> signature(const Json& result)
{
    return base58<Signature>(result);
}

Result<std::vector<std::optional<SignatureStatus>>> statuses(const Json& result, std::size_t count)
{
    OUTPOST_CHECK(contextSlot(result));
    OUTPOST_TRY(const auto items, result.arrayAt("value", count));
    if (items.size() != count)
        return fail(errors::kMalformed, "another number of statuses than asked for");
    std::vector<std::optional<SignatureStatus>> out;
    for (const Json& item : items) {
        if (item.isNull()) {
            out.emplace_back();
            continue;
        }
        SignatureStatus status;
        OUTPOST_TRY(status.slot, item.uintAt("slot"));
        OUTPOST_TRY(status.level, commitment(item["confirmationStatus"]));
        if (item["err"].isAbsent())
            return fail(errors::kMalformed, "a status without outcome");
        status.failure = failureText(item["err"]);
        out.emplace_back(std::move(status));
    }
    return out;
}

Result<std::vector<SignatureInfo>> signatures(const Json& result)
{
    OUTPOST_TRY(const auto items, result.array(1000));
    std::vector<SignatureInfo> out;
    for (const Json& item : items) {
        SignatureInfo info;
        OUTPOST_TRY(info.signature, base58<Signature>(item["signature"]));
        OUTPOST_TRY(info.slot, item.uintAt("slot"));
        OUTPOST_TRY(info.at, blockTime(item["blockTime"]));
        info.failure = failureText(item["err"]);
        out.push_back(std::move(info));
    }
    return out;
}

Result<std::optional<TransactionRecord>> transaction(const Json& result)
{
    if (result.isNull())
        return std::optional<TransactionRecord>();
    TransactionRecord out;
    OUTPOST_TRY(out.slot, result.uintAt("slot"));
    OUTPOST_TRY(out.at, blockTime(result["blockTime"]));
    OUTPOST_TRY(out.transaction, base64Pair(result["transaction"], solana::kMaxTransactionBytes));
    OUTPOST_TRY(const Json meta, result.objectAt("meta"));
    OUTPOST_TRY(out.fee, meta.uintAt("fee"));
    if (meta["err"].isAbsent())
        return fail(errors::kMalformed, "a transaction without outcome");
    out.failure = failureText(meta["err"]);
    OUTPOST_TRY(out.lamportsBefore, numbers(meta["preBalances"]));
    OUTPOST_TRY(out.lamportsAfter, numbers(meta["postBalances"]));
    if (out.lamportsBefore.size() != out.lamportsAfter.size())
        return fail(errors::kMalformed, "balances that do not match");
    OUTPOST_TRY(out.tokensBefore, tokenBalances(meta["preTokenBalances"]));
    OUTPOST_TRY(out.tokensAfter, tokenBalances(meta["postTokenBalances"]));
    OUTPOST_TRY(out.logs, logLines(meta["logMessages"]));
    if (const Json loaded = meta["loadedAddresses"]; loaded.hasValue()) {
        OUTPOST_TRY(out.loadedWritable, keys(loaded["writable"], 256));
        OUTPOST_TRY(out.loadedReadonly, keys(loaded["readonly"], 256));
    }
    return std::optional<TransactionRecord>(std::move(out));
}

Result<EpochInfo> epochInfo(const Json& result)
{
    EpochInfo out;
    OUTPOST_TRY(out.epoch, result.uintAt("epoch"));
    OUTPOST_TRY(out.absoluteSlot, result.uintAt("absoluteSlot"));
    OUTPOST_TRY(out.blockHeight, result.uintAt("blockHeight"));
    return out;
}

Result<std::optional<std::uint64_t>> messageFee(const Json& result)
{
    OUTPOST_CHECK(contextSlot(result));
    if (result["value"].isNull())
        return std::optional<std::uint64_t>();
    OUTPOST_TRY(const std::uint64_t fee, result.uintAt("value"));
    return std::optional<std::uint64_t>(fee);
}

Result<std::vector<PrioritizationFee>> prioritizationFees(const Json& result)
{
    OUTPOST_TRY(const auto items, result.array(1000));
    std::vector<PrioritizationFee> out;
    for (const Json& item : items) {
        PrioritizationFee fee;
        OUTPOST_TRY(fee.slot, item.uintAt("slot"));
        OUTPOST_TRY(fee.microLamports, item.uintAt("prioritizationFee"));
        out.push_back(fee);
    }
    return out;
}

Result<std::uint64_t> priorityFeeEstimate(const Json& result)
{
    OUTPOST_TRY(const std::string text, result.numberTextAt("priorityFeeEstimate"));
    OUTPOST_TRY(const Int128 milli, codec::scaledNumber(text, 3));
    if (milli.isNegative())
        return fail(errors::kMalformed, "a negative fee");
    OUTPOST_TRY(const Int128 up, milli.plus(999));
    OUTPOST_TRY(const Int128 whole, up.dividedTruncated(1000));
    return whole.toUint64();
}

Result<DigitalAsset> asset(const Json& result)
{
    DigitalAsset out;
    OUTPOST_TRY(out.id, base58<PublicKey>(result["id"]));
    OUTPOST_TRY(out.interface, shortText(result["interface"], 40));
    OUTPOST_TRY(const Json ownership, result.objectAt("ownership"));
    OUTPOST_TRY(out.owner, base58<PublicKey>(ownership["owner"]));
    OUTPOST_TRY(out.delegate, optionalBase58<PublicKey>(ownership["delegate"]));
    OUTPOST_TRY(out.isFrozen, ownership.booleanAt("frozen"));
    if (result["burnt"].hasValue()) {
        OUTPOST_TRY(out.isBurnt, result.booleanAt("burnt"));
    }
    OUTPOST_TRY(out.compression, compression(result["compression"]));
    OUTPOST_TRY(out.creators, creators(result["creators"]));
    OUTPOST_TRY(out.collection, collectionOf(result["grouping"]));
    OUTPOST_CHECK(readContent(result["content"], out));
    return out;
}

Result<std::vector<std::optional<DigitalAsset>>> assets(const Json& result, std::span<const PublicKey> ids)
{
    OUTPOST_TRY(const auto items, result.array(kMaxAssetsPerCall));
    std::map<PublicKey, DigitalAsset> found;
    for (const Json& item : items) {
        if (item.isNull())
            continue;
        OUTPOST_TRY(DigitalAsset one, asset(item));
        const PublicKey id = one.id;
        if (std::ranges::find(ids, id) == ids.end())
            return fail(errors::kMalformed, "an asset nobody asked for");
        found.insert_or_assign(id, std::move(one));
    }
    std::vector<std::optional<DigitalAsset>> out;
    for (const PublicKey& id : ids) {
        const auto it = found.find(id);
        out.push_back(it == found.end() ? std::nullopt : std::optional(it->second));
    }
    return out;
}

Result<AssetProof> proof(const Json& result)
{
    AssetProof out;
    OUTPOST_TRY(out.root, hash(result["root"]));
    OUTPOST_TRY(out.proof, keys(result["proof"], kMaxProof));
    OUTPOST_TRY(out.nodeIndex, result.uintAt("node_index"));
    OUTPOST_TRY(out.leaf, hash(result["leaf"]));
    OUTPOST_TRY(out.tree, base58<PublicKey>(result["tree_id"]));
    return out;
}

Result<std::vector<std::optional<AssetProof>>> proofs(const Json& result, std::span<const PublicKey> ids)
{
    if (!result.isObject())
        return fail(errors::kMalformed, "proofs not keyed by asset");
    std::vector<std::optional<AssetProof>> out;
    for (const PublicKey& id : ids) {
        const Json item = result[id.toBase58()];
        if (!item.hasValue()) {
            out.emplace_back();
            continue;
        }
        OUTPOST_TRY(AssetProof one, proof(item));
        out.emplace_back(std::move(one));
    }
    return out;
}

Result<AssetPage> assetPage(const Json& result)
{
    AssetPage out;
    OUTPOST_TRY(const auto items, result.arrayAt("items", kMaxAssetsPerCall));
    for (const Json& item : items) {
        OUTPOST_TRY(DigitalAsset one, asset(item));
        out.items.push_back(std::move(one));
    }
    if (result["total"].hasValue()) {
        OUTPOST_TRY(out.total, result.uintAt("total"));
    }
    if (result["page"].hasValue()) {
        OUTPOST_TRY(out.page, result.uintAt("page"));
    }
    return out;
}

} // namespace outpost::ledger::replies
