// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/ServiceCheck.h"

#include "core/base/Encoding.h"
#include "core/chain/solana/Builders.h"
#include "core/chain/solana/Message.h"
#include "core/chain/solana/Transaction.h"
#include "core/codec/Json.h"
#include "core/net/HttpTarget.h"

#include <algorithm>
#include <sstream>

namespace outpost::services {

using codec::Json;
using codec::JsonArray;
using codec::JsonObject;
using networks::ProbeAnswer;
using networks::ServiceProbe;

namespace {

constexpr std::size_t kMaxReply = 24u << 20;
constexpr std::size_t kMaxAsked = 300;

std::vector<std::string> split(std::string_view text, char at)
{
    std::vector<std::string> parts;
    std::istringstream in{std::string(text)};
    for (std::string part; std::getline(in, part, at);)
        parts.push_back(part);
    return parts;
}

std::string typeOf(const Json& value)
{
    switch (value.kind()) {
    case Json::Kind::Absent:
        return "missing";
    case Json::Kind::Null:
        return "null";
    case Json::Kind::Boolean:
        return "boolean";
    case Json::Kind::Number:
        return value.integer() || value.uint() ? "integer" : "number";
    case Json::Kind::String:
        return "string";
    case Json::Kind::Array:
        return "list";
    case Json::Kind::Object:
        break;
    }
    return "object";
}

bool allows(const std::vector<std::string>& types, const std::string& found)
{
    return std::ranges::find(types, found) != types.end() ||
           (found == "integer" && std::ranges::find(types, "number") != types.end());
}

/// The first value along the path that is of another type; nothing when all are right.
std::optional<std::string> firstOther(const Json& value, std::span<const std::string> path,
                                      const std::vector<std::string>& types, bool mayBeMissing)
{
    if (path.empty()) {
        const std::string found = typeOf(value);
        if (allows(types, found) || (mayBeMissing && value.isAbsent()))
            return std::nullopt;
        return found;
    }
    const std::string& name = path.front();
    if (name == "[]" || name == "{}") {
        const bool isList = name == "[]";
        if (isList ? !value.isArray() : !value.isObject())
            return mayBeMissing && !value.hasValue() ? std::nullopt : std::optional(typeOf(value));
        std::vector<Json> inner = value.items();
        for (auto& [key, member] : value.members())
            inner.push_back(std::move(member));
        for (const Json& one : inner) {
            if (auto other = firstOther(one, path.subspan(1), types, mayBeMissing))
                return other;
        }
        return std::nullopt;
    }
    // What cannot have members lacks this one, and the line about itself says of what type it is.
    return firstOther(value[std::string_view(name)], path.subspan(1), types, mayBeMissing);
}

/// "items[].name" as items, [], name.
std::vector<std::string> stepsOf(std::string_view path)
{
    std::vector<std::string> steps;
    for (const std::string& part : split(path, '.')) {
        std::string name = part;
        std::vector<std::string> suffixes;
        while (name.ends_with("[]") || name.ends_with("{}")) {
            suffixes.insert(suffixes.begin(), name.substr(name.size() - 2));
            name.resize(name.size() - 2);
        }
        if (!name.empty())
            steps.push_back(name);
        steps.insert(steps.end(), suffixes.begin(), suffixes.end());
    }
    return steps;
}

std::string statusesOf(const std::vector<ProbeAnswer>& answers)
{
    std::string text;
    for (const ProbeAnswer& answer : answers)
        text += (text.empty() ? "" : "|") + std::to_string(answer.status);
    return text;
}

/// What a service says of itself when it refuses, in one of the places where services say it.
std::string wordsOf(const Json& reply)
{
    for (const Json& place : {reply["error"]["message"], reply["errorMessage"], reply["message"], reply["error"]}) {
        if (const auto text = place.string(4096))
            return plainText(*text, 160);
    }
    return {};
}

Task<std::vector<ServiceOutcome>> checkTask(HttpClient* http, const Clock* clock, std::vector<ServiceProbe> probes,
                                            std::function<void(const ServiceOutcome&)> told, CancelToken cancel)
{
    std::vector<ServiceOutcome> outcomes;
    for (ServiceProbe& probe : probes) {
        HttpRequest request;
        request.url = probe.url;
        request.headers = {{"Accept", "application/json"}};
        request.maxBytes = kMaxReply;
        request.attempts = 2;
        if (!probe.body.empty()) {
            request.method = HttpRequest::Method::Post;
            request.headers.emplace_back("Content-Type", "application/json");
            request.body = toBytes(asBytes(probe.body));
        }
        const auto start = clock->monotonic();
        const auto answer = co_await http->send(std::move(request), cancel);
        if (cancel.isCancelled())
            co_return fail(errors::kCancelled);
        ServiceOutcome outcome = judge(std::move(probe), answer);
        outcome.took = clock->monotonic() - start;
        if (told)
            told(outcome);
        outcomes.push_back(std::move(outcome));
    }
    co_return outcomes;
}

std::string rpcBody(const char* method, const std::string& params)
{
    return JsonObject().add("jsonrpc", "2.0").add("id", 1).add("method", method).raw("params", params).text();
}

std::string rpcFields(const std::string& fields)
{
    return "jsonrpc string\nid integer\n" + fields;
}

/// A transfer of nothing from an address that nobody has the key of, to itself: it can be looked at and never happen.
struct Harmless {
    Bytes message;
    Bytes transaction;
};
std::optional<Harmless> harmless()
{
    const auto nobody = solana::PublicKey::fromBase58("1nc1nerator11111111111111111111111111111111");
    if (!nobody)
        return std::nullopt;
    const std::vector<solana::Instruction> calls{solana::systemProgram::transfer(*nobody, *nobody, 0)};
    auto message = solana::Message::compile(solana::MessageVersion::Legacy, *nobody, {}, calls);
    if (!message)
        return std::nullopt;
    Bytes bytes = message->serialize();
    return Harmless{std::move(bytes), solana::Transaction(std::move(*message)).serialize()};
}

} // namespace

std::vector<FieldDifference> compareFields(const Json& reply, std::string_view fields)
{
    std::vector<FieldDifference> differences;
    for (const std::string& line : split(fields, '\n')) {
        const auto space = line.find(' ');
        if (space == std::string::npos)
            continue;
        std::string path = line.substr(0, space);
        const std::string types = line.substr(space + 1);
        const bool mayBeMissing = path.ends_with('?');
        const std::vector<std::string> steps = stepsOf(std::string_view(path).substr(0, path.size() - mayBeMissing));
        if (const auto found = firstOther(reply, steps, split(types, '|'), mayBeMissing))
            differences.push_back({std::move(path), types, *found});
    }
    return differences;
}

ServiceOutcome judge(ServiceProbe probe, const Result<HttpResponse>& answer)
{
    using State = ServiceOutcome::State;
    ServiceOutcome outcome;
    const auto target = net::parseTarget(probe.url);
    outcome.host = target ? target->host : probe.url;
    outcome.asked = plainText((probe.body.empty() ? "GET " : "POST ") + probe.url +
                                  (probe.body.empty() ? std::string() : " " + probe.body),
                              kMaxAsked);
    outcome.probe = std::move(probe);
    if (!answer) {
        outcome.state = State::Unreachable;
        outcome.said = plainText(std::string(answer.error().code.name) + " " + answer.error().detail, 160);
        return outcome;
    }
    outcome.status = answer->status;
    const auto& answers = outcome.probe.answers;
    const auto expected =
        std::ranges::find_if(answers, [&](const ProbeAnswer& one) { return one.status == answer->status; });
    const auto reply = codec::parseJson(answer->body, kMaxReply);
    if (reply)
        outcome.said = wordsOf(*reply);
    if (expected == answers.end()) {
        const bool isDown = answer->status == 429 || answer->status >= 500;
        outcome.state = isDown ? State::Unreachable : State::Differs;
        outcome.differences.push_back({"status", statusesOf(answers), std::to_string(answer->status)});
        return outcome;
    }
    if (!expected->fields.empty()) {
        if (reply)
            outcome.differences = compareFields(*reply, expected->fields);
        else
            outcome.differences.push_back({"", "JSON", "something else"});
    }
    outcome.state = outcome.differences.empty() ? State::Good : State::Differs;
    return outcome;
}

Future<std::vector<ServiceOutcome>> checkServices(HttpClient& http, const Clock& clock,
                                                  std::vector<ServiceProbe> probes,
                                                  std::function<void(const ServiceOutcome&)> told, CancelToken cancel)
{
    return async::toFuture(checkTask(&http, &clock, std::move(probes), std::move(told), std::move(cancel)));
}

std::vector<ServiceProbe> nodeProbes(const std::string& url, const std::string& purpose)
{
    // Accounts that every cluster has.
    constexpr const char* kSystem = "11111111111111111111111111111111";
    constexpr const char* kTokens = "TokenkegQfeZyiNwAJbNbGKPFXCWuBvf9Ss623VQ5DA";
    struct Call {
        const char* id;
        const char* method;
        std::string params;
        std::string fields;
    };
    const std::string confirmed = R"({"commitment":"confirmed"})";
    std::vector<Call> calls{
        {"node.blockhash", "getLatestBlockhash", "[" + confirmed + "]",
         "result.context.slot integer\nresult.value.blockhash string\nresult.value.lastValidBlockHeight integer"},
        {"node.epoch", "getEpochInfo", "[]",
         "result.epoch integer\nresult.absoluteSlot integer\nresult.blockHeight integer"},
        {"node.height", "getBlockHeight", R"([{"commitment":"finalized"}])", "result integer"},
        {"node.rent", "getMinimumBalanceForRentExemption", "[165]", "result integer"},
        {"node.balance", "getBalance", JsonArray().add(kSystem).raw(confirmed).text(),
         "result.context.slot integer\nresult.value integer"},
        {"node.accounts", "getMultipleAccounts",
         JsonArray()
             .add(JsonArray().add(kTokens).add(kSystem))
             .raw(R"({"encoding":"base64","commitment":"confirmed"})")
             .text(),
         "result.context.slot integer\nresult.value list\nresult.value[].lamports? integer\nresult.value[].owner? "
         "string\n"
         "result.value[].data? list\nresult.value[].executable? boolean"},
        {"node.tokens", "getTokenAccountsByOwner",
         JsonArray()
             .add(kSystem)
             .raw(JsonObject().add("programId", kTokens).text())
             .raw(R"({"encoding":"base64","commitment":"confirmed"})")
             .text(),
         "result.context.slot integer\nresult.value list\nresult.value[].pubkey string\n"
         "result.value[].account.data list\nresult.value[].account.lamports integer"},
        {"node.fees", "getRecentPrioritizationFees", JsonArray().add(JsonArray().add(kSystem)).text(),
         "result list\nresult[].slot integer\nresult[].prioritizationFee integer"},
        {"node.history", "getSignaturesForAddress", JsonArray().add(kTokens).raw(R"({"limit":1})").text(),
         "result list\nresult[].signature string\nresult[].slot integer\nresult[].blockTime? integer|null\n"
         "result[].err? object|string|null"},
        {"node.statuses", "getSignatureStatuses",
         JsonArray().add(JsonArray().add(std::string(64, '1'))).raw(R"({"searchTransactionHistory":false})").text(),
         "result.context.slot integer\nresult.value list\nresult.value[] object|null"},
    };
    if (const auto nothing = harmless()) {
        calls.push_back({"node.fee", "getFeeForMessage",
                         JsonArray().add(toBase64(nothing->message)).raw(confirmed).text(),
                         "result.context.slot integer\nresult.value integer|null"});
        calls.push_back({"node.simulate", "simulateTransaction",
                         JsonArray()
                             .add(toBase64(nothing->transaction))
                             .raw(R"({"encoding":"base64","commitment":"confirmed","sigVerify":false,)"
                                  R"("replaceRecentBlockhash":true})")
                             .text(),
                         "result.context.slot integer\nresult.value object\nresult.value.err object|string|null\n"
                         "result.value.logs list|null\nresult.value.unitsConsumed? integer"});
    }
    std::vector<ServiceProbe> probes;
    for (const Call& call : calls)
        probes.push_back({call.id, purpose, url, rpcBody(call.method, call.params), {{200, rpcFields(call.fields)}}});
    return probes;
}

std::vector<ServiceProbe> indexProbes(const std::string& url)
{
    // Of an owner who has none: that there is an index at all, and how it counts.
    const std::string params = R"({"ownerAddress":"11111111111111111111111111111111","page":1,"limit":1})";
    return {{"index.owner",
             "purpose.directory",
             url,
             rpcBody("searchAssets", params),
             {{200, rpcFields("result.total integer\nresult.page integer\nresult.limit integer\nresult.items list")}}}};
}

std::vector<ServiceProbe> priceProbes(const std::string& coinGecko, const std::string& jupiter,
                                      const std::vector<networks::PriceIds>& assets)
{
    std::string ids;
    std::string mints;
    std::string fields;
    for (const auto& asset : assets) {
        if (asset.fixedNanoUsd)
            continue;
        if (!asset.coinGecko.empty()) {
            ids += (ids.empty() ? "" : ",") + asset.coinGecko;
            for (const char* currency : {"usd", "eur", "gbp", "jpy"})
                fields += asset.coinGecko + "." + currency + " number\n";
            fields += asset.coinGecko + ".last_updated_at integer\n";
        }
        if (!asset.mint.empty())
            mints += (mints.empty() ? "" : ",") + asset.mint;
    }
    std::vector<ServiceProbe> probes;
    if (!coinGecko.empty() && !ids.empty())
        probes.push_back({"prices.first",
                          "purpose.prices",
                          coinGecko + "?ids=" + ids + "&vs_currencies=eur,usd,gbp,jpy&include_last_updated_at=true",
                          {},
                          {{200, fields}}});
    if (!jupiter.empty() && !mints.empty())
        probes.push_back({"prices.second",
                          "purpose.prices",
                          jupiter + "?ids=" + mints,
                          {},
                          {{200, "{} object|null\n{}.usdPrice? number"}}});
    return probes;
}

} // namespace outpost::services
