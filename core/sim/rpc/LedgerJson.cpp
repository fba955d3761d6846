// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sim/rpc/LedgerJson.h"

#include "core/base/Encoding.h"
#include "core/domain/Amount.h"
#include "core/sim/world/Storage.h"

#include <cmath>

namespace outpost::sim {

namespace {

Json keysJson(std::span<const Pubkey> keys)
{
    Json out = Json::array();
    for (const auto& key : keys)
        out.push_back(key.text());
    return out;
}

Json tokenBalancesJson(const std::vector<TokenBalance>& balances)
{
    Json out = Json::array();
    for (const auto& balance : balances) {
        out.push_back({{"accountIndex", balance.account},
                       {"mint", balance.mint.text()},
                       {"owner", balance.owner.text()},
                       {"programId", ids::kToken.text()},
                       {"uiTokenAmount", tokenAmountJson(balance.amount, balance.decimals)}});
    }
    return out;
}

Json compiledJson(const CompiledInstruction& instruction, const Json& stackHeight)
{
    return {{"programIdIndex", instruction.program},
            {"accounts", instruction.accounts},
            {"data", toBase58(instruction.data)},
            {"stackHeight", stackHeight}};
}

Json messageJson(const ParsedMessage& message)
{
    Json instructions = Json::array();
    for (const auto& instruction : message.instructions)
        instructions.push_back(compiledJson(instruction, 1));
    Json out{{"header",
              {{"numRequiredSignatures", message.requiredSignatures},
               {"numReadonlySignedAccounts", message.readonlySigned},
               {"numReadonlyUnsignedAccounts", message.readonlyUnsigned}}},
             {"accountKeys", keysJson(message.keys)},
             {"recentBlockhash", message.blockhash.text()},
             {"instructions", instructions}};
    if (message.isVersioned) {
        Json lookups = Json::array();
        for (const auto& lookup : message.lookups) {
            lookups.push_back({{"accountKey", lookup.table.text()},
                               {"writableIndexes", lookup.writable},
                               {"readonlyIndexes", lookup.readonly}});
        }
        out["addressTableLookups"] = lookups;
    }
    return out;
}

} // namespace

Json tokenAmountJson(std::uint64_t amount, int decimals)
{
    const std::string text = decimalText(Int128::fromUnsigned(amount), decimals);
    return {{"amount", std::to_string(amount)},
            {"decimals", decimals},
            {"uiAmount", static_cast<double>(amount) / std::pow(10.0, decimals)},
            {"uiAmountString", text}};
}

Json accountJson(const Account& account, std::optional<std::pair<std::size_t, std::size_t>> slice)
{
    ByteSpan data = account.data;
    if (slice) {
        const std::size_t from = std::min(slice->first, data.size());
        data = data.subspan(from, std::min(slice->second, data.size() - from));
    }
    return {{"data", Json::array({toBase64(data), "base64"})},
            {"executable", account.executable},
            {"lamports", account.lamports},
            {"owner", account.owner.text()},
            {"rentEpoch", UINT64_MAX},
            {"space", account.data.size()}};
}

Json parsedAccountJson(const Account& account, int decimals)
{
    const auto token = tokenAccount(account);
    if (!token)
        return accountJson(account);
    Json out = accountJson(account);
    out["data"] = {{"program", "spl-token"},
                   {"space", account.data.size()},
                   {"parsed",
                    {{"type", "account"},
                     {"info",
                      {{"isNative", token->mint == ids::kNativeMint},
                       {"mint", token->mint.text()},
                       {"owner", token->owner.text()},
                       {"state", token->frozen ? "frozen" : "initialized"},
                       {"tokenAmount", tokenAmountJson(token->amount, decimals)}}}}}};
    return out;
}

Json innerInstructionsJson(const Outcome& outcome)
{
    Json out = Json::array();
    for (const auto& inner : outcome.inner) {
        if (out.empty() || out.back()["index"] != inner.outer)
            out.push_back({{"index", inner.outer}, {"instructions", Json::array()}});
        out.back()["instructions"].push_back({{"programIdIndex", inner.program},
                                              {"accounts", inner.accounts},
                                              {"data", toBase58(inner.data)},
                                              {"stackHeight", inner.height}});
    }
    return out;
}

Json metaJson(const Outcome& outcome)
{
    const std::size_t own = outcome.keys.size() - outcome.loadedWritable - outcome.loadedReadonly;
    const std::span keys(outcome.keys);
    const Json error = outcome.error ? outcome.error->toJson() : Json();
    return {{"err", error},
            {"status", outcome.error ? Json{{"Err", error}} : Json{{"Ok", nullptr}}},
            {"fee", outcome.fee},
            {"preBalances", outcome.before},
            {"postBalances", outcome.after},
            {"preTokenBalances", tokenBalancesJson(outcome.tokensBefore)},
            {"postTokenBalances", tokenBalancesJson(outcome.tokensAfter)},
            {"innerInstructions", innerInstructionsJson(outcome)},
            {"logMessages", outcome.logs},
            {"computeUnitsConsumed", outcome.units},
            {"rewards", Json::array()},
            {"loadedAddresses",
             {{"writable", keysJson(keys.subspan(own, outcome.loadedWritable))},
              {"readonly", keysJson(keys.subspan(own + outcome.loadedWritable))}}}};
}

Json transactionJson(const StoredTransaction& transaction, const std::string& encoding, std::int64_t blockTime)
{
    Json out{{"slot", transaction.slot}, {"blockTime", blockTime}, {"meta", transaction.meta}};
    const auto parsed = parseTransaction(transaction.wire);
    if (parsed)
        out["version"] = parsed->message.isVersioned ? Json(0) : Json("legacy");
    if (encoding == "base64") {
        out["transaction"] = Json::array({toBase64(transaction.wire), "base64"});
    } else if (encoding == "base58") {
        out["transaction"] = Json::array({toBase58(transaction.wire), "base58"});
    } else if (parsed) {
        Json signatures = Json::array();
        for (const auto& signature : parsed->signatures)
            signatures.push_back(toBase58(signature));
        out["transaction"] = {{"signatures", signatures}, {"message", messageJson(parsed->message)}};
    }
    return out;
}

} // namespace outpost::sim
