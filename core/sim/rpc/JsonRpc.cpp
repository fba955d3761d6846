// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sim/rpc/JsonRpc.h"

#include "core/base/Encoding.h"
#include "core/sim/rpc/LedgerJson.h"

namespace outpost::sim {

namespace {

constexpr std::size_t kMostBatch = 100;
constexpr std::size_t kMostAccounts = 100;
constexpr std::size_t kMostStatuses = 256;

Json at(const Json& params, std::size_t index)
{
    return params.is_array() && index < params.size() ? params[index] : Json();
}

std::optional<Pubkey> keyFrom(const Json& value)
{
    if (!value.is_string())
        return std::nullopt;
    const auto key = Pubkey::fromText(value.get_ref<const std::string&>());
    return key ? std::optional(*key) : std::nullopt;
}

std::optional<Signature> signatureFrom(const Json& value)
{
    if (!value.is_string())
        return std::nullopt;
    const auto bytes = fromBase58(value.get_ref<const std::string&>(), 64);
    if (!bytes || bytes->size() != 64)
        return std::nullopt;
    Signature signature{};
    std::ranges::copy(*bytes, signature.begin());
    return signature;
}

} // namespace

std::unexpected<JsonRpc::Failure> JsonRpc::failure(int code, std::string message, Json data)
{
    return std::unexpected(Failure{code, std::move(message), std::move(data)});
}

JsonRpc::Reply JsonRpc::handle(const std::string& body)
{
    m_loseAnswer = false;
    const Json request = demo::parsedJson(body);
    Json answer;
    if (request.is_discarded()) {
        answer = {{"jsonrpc", "2.0"}, {"error", {{"code", -32700}, {"message", "Parse error"}}}, {"id", nullptr}};
    } else if (request.is_array() && !request.empty() && request.size() <= kMostBatch) {
        answer = Json::array();
        for (const auto& one : request)
            answer.push_back(handleOne(one));
    } else {
        answer = handleOne(request);
    }
    return {answer.dump(-1, ' ', false, Json::error_handler_t::replace), m_loseAnswer};
}

Json JsonRpc::handleOne(const Json& request)
{
    Json out{{"jsonrpc", "2.0"}};
    const auto refuse = [&out](const Failure& why) {
        out["error"] = {{"code", why.code}, {"message", why.message}};
        if (!why.data.is_null())
            out["error"]["data"] = why.data;
        return out;
    };
    out["id"] = request.is_object() ? request.value("id", Json()) : Json();
    if (!request.is_object() || request.value("jsonrpc", "") != "2.0" || !request.contains("method") ||
        !request["method"].is_string())
        return refuse({-32600, "Invalid request", nullptr});
    Answer answer;
    try {
        answer = call(request["method"], request.value("params", Json::array()));
    } catch (const Json::exception& e) {
        answer = invalid(std::string("Invalid params: ") + e.what());
    }
    if (!answer)
        return refuse(answer.error());
    out["result"] = std::move(*answer);
    return out;
}

JsonRpc::Answer JsonRpc::call(const std::string& method, const Json& params)
{
    bool known = true;
    Answer answer = callChain(method, params, known);
    if (known)
        return answer;
    known = true;
    answer = callAssets(method, params, known);
    if (known)
        return answer;
    return failure(-32601, "Method not found");
}

std::expected<Commitment, JsonRpc::Failure> JsonRpc::commitment(const Json& params, std::size_t index) const
{
    const Json wanted = option(params, index, "commitment");
    if (wanted.is_null())
        return Commitment::Finalized;
    const auto found = wanted.is_string() ? commitmentFromName(wanted.get<std::string>()) : std::nullopt;
    if (!found)
        return invalid("Invalid params: unknown commitment");
    return *found;
}

Json JsonRpc::option(const Json& params, std::size_t index, const char* name)
{
    const Json options = at(params, index);
    return options.is_object() ? options.value(name, Json()) : Json();
}

Json JsonRpc::withContext(Json value, Commitment commitment) const
{
    return {{"context", {{"apiVersion", "2.3.6"}, {"slot", m_world.slot(commitment)}}}, {"value", std::move(value)}};
}

JsonRpc::Answer JsonRpc::callChain(const std::string& method, const Json& params, bool& known)
{
    using Method = Answer (JsonRpc::*)(const Json&);
    static const std::map<std::string, Method> kMethods = {
        {"getAccountInfo", &JsonRpc::accountInfo},
        {"getMultipleAccounts", &JsonRpc::multipleAccounts},
        {"getTokenAccountsByOwner", &JsonRpc::tokenAccountsByOwner},
        {"getTokenAccountBalance", &JsonRpc::tokenAccountBalance},
        {"getLatestBlockhash", &JsonRpc::latestBlockhash},
        {"simulateTransaction", &JsonRpc::simulateTransaction},
        {"sendTransaction", &JsonRpc::sendTransaction},
        {"getSignatureStatuses", &JsonRpc::signatureStatuses},
        {"getSignaturesForAddress", &JsonRpc::signaturesForAddress},
        {"getTransaction", &JsonRpc::transaction},
        {"getEpochInfo", &JsonRpc::epochInfo},
        {"getRecentPrioritizationFees", &JsonRpc::prioritizationFees},
        {"getFeeForMessage", &JsonRpc::feeForMessage},
        {"getPriorityFeeEstimate", &JsonRpc::priorityFeeEstimate},
    };
    if (const auto found = kMethods.find(method); found != kMethods.end())
        return (this->*found->second)(params);

    if (method == "getHealth")
        return "ok";
    if (method == "getVersion")
        return Json{{"feature-set", 3294202862u}, {"solana-core", "2.3.6"}};
    if (method == "getGenesisHash")
        return m_world.genesisHash().text();
    if (method == "getMinimumBalanceForRentExemption") {
        const Json size = at(params, 0);
        if (!size.is_number_unsigned() || size.get<std::uint64_t>() > 10 * 1024 * 1024)
            return invalid("Invalid params: the size of an account is 0 to 10485760");
        return rentMinimum(size.get<std::size_t>());
    }
    if (method == "getSlot" || method == "getBlockHeight") {
        const auto level = commitment(params, 0);
        if (!level)
            return std::unexpected(level.error());
        const std::uint64_t slot = m_world.slot(*level);
        return method == "getSlot" ? slot : m_world.blockHeight(slot);
    }
    if (method == "getBalance") {
        const auto key = keyFrom(at(params, 0));
        const auto level = commitment(params, 1);
        if (!key)
            return invalid("Invalid param: Invalid");
        if (!level)
            return std::unexpected(level.error());
        const Account* account = m_world.accountAt(*key, *level);
        return withContext(account ? account->lamports : 0, *level);
    }
    if (method == "getBlockTime") {
        const Json slot = at(params, 0);
        if (!slot.is_number_unsigned())
            return invalid("Invalid params");
        if (slot.get<std::uint64_t>() > m_world.slot(Commitment::Confirmed))
            return failure(-32004, "Block not available for slot " + slot.dump());
        return m_world.timeOfSlot(slot) / 1000;
    }
    known = false;
    return Json();
}

// ---- accounts

std::expected<Json, JsonRpc::Failure> JsonRpc::encoded(const Account* account, const Json& options) const
{
    if (!account)
        return Json();
    const std::string encoding = options.is_object() ? options.value("encoding", "base64") : std::string("base64");
    if (encoding == "jsonParsed") {
        const auto token = tokenAccount(*account);
        const Account* mint = token ? m_world.account(token->mint) : nullptr;
        const auto view = mint ? tokenMint(*mint) : std::nullopt;
        return parsedAccountJson(*account, view ? view->decimals : 0);
    }
    if (encoding != "base64")
        return invalid("Invalid params: this node encodes accounts as base64 or jsonParsed");
    const Json slice = options.is_object() ? options.value("dataSlice", Json()) : Json();
    if (slice.is_object())
        return accountJson(*account,
                           std::pair{slice.at("offset").get<std::size_t>(), slice.at("length").get<std::size_t>()});
    return accountJson(*account);
}

JsonRpc::Answer JsonRpc::accountInfo(const Json& params)
{
    const auto key = keyFrom(at(params, 0));
    const auto level = commitment(params, 1);
    if (!key)
        return invalid("Invalid param: Invalid");
    if (!level)
        return std::unexpected(level.error());
    auto value = encoded(m_world.accountAt(*key, *level), at(params, 1));
    if (!value)
        return value;
    return withContext(std::move(*value), *level);
}

JsonRpc::Answer JsonRpc::multipleAccounts(const Json& params)
{
    const Json keys = at(params, 0);
    const auto level = commitment(params, 1);
    if (!keys.is_array() || keys.size() > kMostAccounts)
        return invalid("Too many inputs provided; max 100");
    if (!level)
        return std::unexpected(level.error());
    Json values = Json::array();
    for (const auto& text : keys) {
        const auto key = keyFrom(text);
        if (!key)
            return invalid("Invalid param: Invalid");
        auto value = encoded(m_world.accountAt(*key, *level), at(params, 1));
        if (!value)
            return value;
        values.push_back(std::move(*value));
    }
    return withContext(std::move(values), *level);
}

JsonRpc::Answer JsonRpc::tokenAccountsByOwner(const Json& params)
{
    const auto owner = keyFrom(at(params, 0));
    const auto level = commitment(params, 2);
    const Json filter = at(params, 1);
    if (!owner || !filter.is_object())
        return invalid("Invalid param: Invalid");
    if (!level)
        return std::unexpected(level.error());
    const auto mint = keyFrom(filter.value("mint", Json()));
    const auto program = keyFrom(filter.value("programId", Json()));
    if (!mint && !program)
        return invalid("Invalid params: a mint or a programId is needed");
    Json values = Json::array();
    if (!program || *program == ids::kToken) {
        for (const auto& [key, account] : m_world.tokenAccountsOf(*owner, *level)) {
            if (mint && tokenAccount(*account)->mint != *mint)
                continue;
            auto value = encoded(account, at(params, 2));
            if (!value)
                return value;
            values.push_back({{"pubkey", key.text()}, {"account", std::move(*value)}});
        }
    }
    return withContext(std::move(values), *level);
}

JsonRpc::Answer JsonRpc::tokenAccountBalance(const Json& params)
{
    const auto key = keyFrom(at(params, 0));
    const auto level = commitment(params, 1);
    if (!key)
        return invalid("Invalid param: Invalid");
    if (!level)
        return std::unexpected(level.error());
    const Account* account = m_world.accountAt(*key, *level);
    if (!account)
        return invalid("Invalid param: could not find account");
    const auto token = tokenAccount(*account);
    if (!token)
        return invalid("Invalid param: not a Token account");
    const Account* mint = m_world.account(token->mint);
    const auto view = mint ? tokenMint(*mint) : std::nullopt;
    return withContext(tokenAmountJson(token->amount, view ? view->decimals : 0), *level);
}

// ---- time

JsonRpc::Answer JsonRpc::latestBlockhash(const Json& params)
{
    const auto level = commitment(params, 0);
    if (!level)
        return std::unexpected(level.error());
    const std::uint64_t slot = m_world.slot(*level);
    return withContext({{"blockhash", m_world.blockhashOf(slot).text()},
                        {"lastValidBlockHeight", m_world.blockHeight(slot) + SimWorld::kBlockhashLife}},
                       *level);
}

JsonRpc::Answer JsonRpc::epochInfo(const Json& params)
{
    const auto level = commitment(params, 0);
    if (!level)
        return std::unexpected(level.error());
    const std::uint64_t slot = m_world.slot(*level);
    return Json{{"absoluteSlot", slot},    {"blockHeight", m_world.blockHeight(slot)},
                {"epoch", slot / 432'000}, {"slotIndex", slot % 432'000},
                {"slotsInEpoch", 432'000}, {"transactionCount", slot * 1'100}};
}

// ---- fees

/// What others pay for priority, in micro-lamports per unit: calm most of the time, busy now and then.
std::uint64_t JsonRpc::feeLevel(std::uint64_t slot) const
{
    Random busy(m_world.seed(), "fees." + std::to_string(slot / 600));
    Random random(m_world.seed(), "fee." + std::to_string(slot));
    const std::uint64_t base = busy.chance(0.2) ? 40'000 : 1'500;
    return random.chance(0.3) ? 0 : base / 2 + random.below(base);
}

JsonRpc::Answer JsonRpc::prioritizationFees(const Json& params)
{
    const Json keys = at(params, 0);
    if (keys.is_array()) {
        if (keys.size() > 128)
            return invalid("Too many inputs provided; max 128");
        for (const auto& key : keys) {
            if (!keyFrom(key))
                return invalid("Invalid param: Invalid");
        }
    }
    Json out = Json::array();
    const std::uint64_t slot = m_world.slot(Commitment::Processed);
    for (std::uint64_t s = slot - 149; s <= slot; ++s)
        out.push_back({{"slot", s}, {"prioritizationFee", feeLevel(s)}});
    return out;
}

JsonRpc::Answer JsonRpc::priorityFeeEstimate(const Json& params)
{
    if (!at(params, 0).is_object())
        return invalid("Invalid params");
    std::uint64_t sum = 0;
    const std::uint64_t slot = m_world.slot(Commitment::Processed);
    for (std::uint64_t s = slot - 19; s <= slot; ++s)
        sum += feeLevel(s);
    return Json{{"priorityFeeEstimate", static_cast<double>(std::max<std::uint64_t>(sum / 20, 1))}};
}

JsonRpc::Answer JsonRpc::feeForMessage(const Json& params)
{
    const Json text = at(params, 0);
    const auto level = commitment(params, 1);
    if (!level)
        return std::unexpected(level.error());
    const auto bytes = text.is_string() ? fromBase64(text.get<std::string>(), 1232) : fail(errors::kMalformed);
    const auto message = bytes ? parseMessage(*bytes) : fail(errors::kMalformed);
    if (!message)
        return invalid("invalid base64 encoding or message");
    if (!m_world.recentBlockhash(message->blockhash))
        return withContext(nullptr, *level);
    const auto fee = feeOf(*message);
    return withContext(fee ? Json(*fee) : Json(), *level);
}

// ---- transactions

std::expected<std::pair<ParsedTransaction, Bytes>, JsonRpc::Failure> JsonRpc::transactionParameter(const Json& params)
{
    const Json text = at(params, 0);
    const Json options = at(params, 1);
    const std::string encoding = options.is_object() ? options.value("encoding", "base58") : std::string("base58");
    if (!text.is_string() || (encoding != "base58" && encoding != "base64"))
        return invalid("Invalid params: a transaction in base64 or base58");
    const auto& encodedText = text.get_ref<const std::string&>();
    if (encoding == "base64" && encodedText.size() > 1644)
        return invalid("base64 encoded VersionedTransaction too large: " + std::to_string(encodedText.size()) +
                       " bytes (max: encoded/raw 1644/1232)");
    const auto bytes = encoding == "base64" ? fromBase64(encodedText, 1232) : fromBase58(encodedText, 1232);
    if (!bytes)
        return invalid("invalid " + encoding + " encoding: " + bytes.error().detail);
    auto parsed = parseTransaction(*bytes);
    if (!parsed)
        return invalid("invalid transaction: " + parsed.error().detail);
    return std::pair{std::move(*parsed), *bytes};
}

Json JsonRpc::simulationJson(const Outcome& outcome, const Json& options)
{
    Json out{{"err", outcome.error ? outcome.error->toJson() : Json()},
             {"logs", outcome.logs},
             {"unitsConsumed", outcome.units},
             {"returnData", nullptr},
             {"accounts", nullptr},
             {"innerInstructions", nullptr},
             {"fee", outcome.fee}};
    if (options.is_object() && options.value("innerInstructions", false))
        out["innerInstructions"] = innerInstructionsJson(outcome);
    const Json accounts = options.is_object() ? options.value("accounts", Json()) : Json();
    if (accounts.is_object()) {
        out["accounts"] = Json::array();
        for (const auto& text : accounts.value("addresses", Json::array())) {
            const auto key = keyFrom(text);
            const auto loaded = key ? std::ranges::find(outcome.loaded, *key, &std::pair<Pubkey, Account>::first)
                                    : outcome.loaded.end();
            if (loaded != outcome.loaded.end())
                out["accounts"].push_back(loaded->second.lamports == 0 ? Json() : accountJson(loaded->second));
            else if (const Account* stored = key ? m_world.account(*key) : nullptr)
                out["accounts"].push_back(accountJson(*stored));
            else
                out["accounts"].push_back(nullptr);
        }
    }
    return out;
}

JsonRpc::Answer JsonRpc::simulateTransaction(const Json& params)
{
    const auto transaction = transactionParameter(params);
    if (!transaction)
        return std::unexpected(transaction.error());
    const auto level = commitment(params, 1);
    if (!level)
        return std::unexpected(level.error());
    const Json options = at(params, 1);
    SimWorld::SimulationOptions how;
    if (options.is_object()) {
        how.verifySignatures = options.value("sigVerify", false);
        how.replaceBlockhash = options.value("replaceRecentBlockhash", false);
        const Json accounts = options.value("accounts", Json());
        if (accounts.is_object() && accounts.value("addresses", Json::array()).size() > kMostAccounts)
            return invalid("Too many accounts provided; max 100");
    }
    if (how.verifySignatures && how.replaceBlockhash)
        return invalid("sigVerify may not be used with replaceRecentBlockhash");
    Json value = simulationJson(m_world.dryRun(transaction->first, how), options);
    if (how.replaceBlockhash) {
        const std::uint64_t slot = m_world.slot(Commitment::Processed);
        value["replacementBlockhash"] = {
            {"blockhash", m_world.blockhashOf(slot).text()},
            {"lastValidBlockHeight", m_world.blockHeight(slot) + SimWorld::kBlockhashLife}};
    }
    return withContext(std::move(value), *level);
}

JsonRpc::Answer JsonRpc::sendTransaction(const Json& params)
{
    const auto transaction = transactionParameter(params);
    if (!transaction)
        return std::unexpected(transaction.error());
    const Json options = at(params, 1);
    const bool skipPreflight = options.is_object() && options.value("skipPreflight", false);
    // The chain moves on by more than a blockhash lives, as it does while somebody reads a review screen for two
    // minutes.
    if (m_world.takeFault(demo::Fault::BlockhashExpires))
        m_world.advance(std::chrono::milliseconds(SimWorld::kSlotMillis * 200));
    const auto& [parsed, wire] = *transaction;
    const std::string signature = toBase58(parsed.signatures.at(0));
    if (!skipPreflight) {
        const Outcome trial = m_world.dryRun(parsed, {.verifySignatures = true, .replaceBlockhash = false});
        if (trial.error && trial.error->name == "SignatureFailure")
            return failure(-32003, "Transaction signature verification failure");
        if (trial.error)
            return failure(-32002, "Transaction simulation failed: " + trial.error->text(),
                           simulationJson(trial, nullptr));
    }
    const Processed done = m_world.process(parsed, wire);
    if (done.outcome.error && !done.outcome.isRecorded && done.outcome.error->name == "SignatureFailure")
        return failure(-32003, "Transaction signature verification failure");
    // Without preflight a node passes on what it is given and answers the signature, whatever becomes of it.
    m_loseAnswer = done.outcome.isRecorded && m_world.takeFault(demo::Fault::RpcTimeoutAfterAccept);
    return signature;
}

JsonRpc::Answer JsonRpc::signatureStatuses(const Json& params)
{
    const Json list = at(params, 0);
    if (!list.is_array() || list.size() > kMostStatuses)
        return invalid("Too many inputs provided; max 256");
    const bool history = option(params, 1, "searchTransactionHistory").is_boolean() &&
                         option(params, 1, "searchTransactionHistory").get<bool>();
    Json values = Json::array();
    for (const auto& text : list) {
        const auto signature = signatureFrom(text);
        if (!signature)
            return invalid("Invalid param: Invalid");
        const auto status = m_world.status(*signature);
        // A node keeps the last 150 slots of statuses at hand; older ones are found in its history only.
        const bool isRecent = status && m_world.slot(Commitment::Processed) - status->slot <= SimWorld::kBlockhashLife;
        if (!status || (!isRecent && !history)) {
            values.push_back(nullptr);
            continue;
        }
        values.push_back({{"slot", status->slot},
                          {"confirmations", status->confirmations ? Json(*status->confirmations) : Json()},
                          {"err", status->error},
                          {"status", status->error.is_null() ? Json{{"Ok", nullptr}} : Json{{"Err", status->error}}},
                          {"confirmationStatus", commitmentName(status->commitment)}});
    }
    return withContext(std::move(values), Commitment::Processed);
}

JsonRpc::Answer JsonRpc::signaturesForAddress(const Json& params)
{
    const auto key = keyFrom(at(params, 0));
    const auto level = commitment(params, 1);
    if (!key)
        return invalid("Invalid param: Invalid");
    if (!level)
        return std::unexpected(level.error());
    const Json limit = option(params, 1, "limit");
    if (!limit.is_null() &&
        (!limit.is_number_unsigned() || limit.get<std::uint64_t>() < 1 || limit.get<std::uint64_t>() > 1000))
        return invalid("Invalid limit; max 1000");
    const auto boundary = [&](const char* name) { return signatureFrom(option(params, 1, name)); };
    Json out = Json::array();
    for (const auto& entry : m_world.storage().transactionsOf(*key, boundary("before"), boundary("until"),
                                                              limit.is_null() ? 1000 : limit.get<std::size_t>())) {
        const auto status = m_world.status(entry.signature);
        if (!status || status->commitment < *level)
            continue;
        out.push_back({{"signature", toBase58(entry.signature)},
                       {"slot", entry.slot},
                       {"err", entry.error},
                       {"memo", entry.memo.empty() ? Json() : Json(entry.memo)},
                       {"blockTime", entry.atMillis / 1000},
                       {"confirmationStatus", commitmentName(status->commitment)}});
    }
    return out;
}

JsonRpc::Answer JsonRpc::transaction(const Json& params)
{
    const auto signature = signatureFrom(at(params, 0));
    const auto level = commitment(params, 1);
    if (!signature)
        return invalid("Invalid param: Invalid");
    if (!level)
        return std::unexpected(level.error());
    const auto status = m_world.status(*signature);
    const auto entry = m_world.storage().transaction(*signature);
    if (!status || !entry || status->commitment < *level || *level == Commitment::Processed)
        return Json();
    const Json encoding = at(params, 1).is_string() ? at(params, 1) : option(params, 1, "encoding");
    Json out =
        transactionJson(*entry, encoding.is_string() ? encoding.get<std::string>() : "json", entry->atMillis / 1000);
    if (out.value("version", Json("legacy")) == 0 && option(params, 1, "maxSupportedTransactionVersion").is_null())
        return failure(
            -32015,
            "Transaction version (0) is not supported by the requesting client. Please try the request again with "
            "the following configuration parameter: \"maxSupportedTransactionVersion\": 0");
    return out;
}

} // namespace outpost::sim
