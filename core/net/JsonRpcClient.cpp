// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/JsonRpcClient.h"

#include "core/base/Encoding.h"
#include "core/net/HttpStatus.h"
#include "core/net/HttpTarget.h"
#include "core/net/JsonReply.h"
#include "core/net/NetErrors.h"

#include <format>

namespace outpost::net {

namespace {

constexpr std::size_t kMaxBatch = 100;

std::unexpected<Error> garbage(std::string_view host, std::string_view what)
{
    return fail(errors::kNetGarbage, std::format("{}: JSON-RPC: {}", host, what), {std::string(host)});
}

/// Empty for an URL that the client will refuse anyway.
std::string hostOf(const std::string& url)
{
    const auto target = parseTarget(url);
    return target ? target->host : std::string();
}

Result<RpcFault> readFault(const codec::Json& error)
{
    RpcFault fault;
    OUTPOST_TRY(fault.code, error.integerAt("code"));
    OUTPOST_TRY(const std::string message, error.stringAt("message", 1 << 20));
    fault.message = plainText(message, 300);
    fault.data = error["data"];
    return fault;
}

Result<RpcAnswer> readAnswer(const codec::Json& reply, std::string_view host)
{
    const codec::Json error = reply["error"];
    if (error.hasValue()) {
        auto fault = readFault(error);
        if (!fault)
            return fail(asGarbage(host, "error object", std::move(fault.error())));
        return RpcAnswer{{}, std::move(*fault)};
    }
    if (reply["result"].isAbsent())
        return garbage(host, "neither result nor error");
    return RpcAnswer{reply["result"], std::nullopt};
}

Result<void> checkFrame(const codec::Json& reply, std::string_view host)
{
    if (!reply.isObject())
        return garbage(host, "not an object");
    const auto version = reply.stringAt("jsonrpc", 16);
    if (!version || *version != "2.0")
        return garbage(host, "not version 2.0");
    return {};
}

} // namespace

Result<RpcAnswer> parseRpcReply(ByteSpan body, std::uint64_t id, std::string_view host, std::size_t maxBytes)
{
    OUTPOST_TRY(const codec::Json reply, jsonOf(body, host, "JSON-RPC", maxBytes));
    OUTPOST_CHECK(checkFrame(reply, host));
    // A server that could not even read the request answers an error with id null.
    if (reply["id"].isNull() && reply["error"].hasValue())
        return readAnswer(reply, host);
    const auto given = reply.uintAt("id");
    if (!given || *given != id)
        return garbage(host, "the id of another request");
    return readAnswer(reply, host);
}

Result<std::vector<RpcAnswer>> parseRpcBatchReply(ByteSpan body, std::uint64_t firstId, std::size_t count,
                                                  std::string_view host, std::size_t maxBytes)
{
    OUTPOST_TRY(const codec::Json reply, jsonOf(body, host, "JSON-RPC batch", maxBytes));
    if (reply.isObject()) { // the whole batch was refused
        OUTPOST_CHECK(checkFrame(reply, host));
        OUTPOST_TRY(const RpcAnswer answer, readAnswer(reply, host));
        if (!answer.fault)
            return garbage(host, "one answer to a batch");
        return fail(faultError(*answer.fault, host));
    }
    if (!reply.isArray() || reply.size() != count)
        return garbage(host, "a batch with another number of answers");
    std::vector<std::optional<RpcAnswer>> sorted(count);
    for (const codec::Json& item : reply.items()) {
        OUTPOST_CHECK(checkFrame(item, host));
        const auto id = item.uintAt("id");
        if (!id || *id < firstId || *id - firstId >= count || sorted[*id - firstId])
            return garbage(host, "the id of another request");
        OUTPOST_TRY(sorted[*id - firstId], readAnswer(item, host));
    }
    std::vector<RpcAnswer> answers;
    for (auto& answer : sorted)
        answers.push_back(std::move(*answer));
    return answers;
}

Error faultError(const RpcFault& fault, std::string_view host)
{
    return Error(errors::kNetRpcError, std::format("{}: JSON-RPC error {}: {}", host, fault.code, fault.message),
                 {std::string(host), std::to_string(fault.code), fault.message});
}

JsonRpcClient::JsonRpcClient(HttpClient& http, const Clock& clock, Endpoint endpoint)
    : m_http(http), m_clock(clock), m_endpoint(std::move(endpoint)), m_host(hostOf(m_endpoint.url))
{}

std::string JsonRpcClient::callText(const std::string& method, const std::string& params, std::uint64_t id)
{
    return codec::JsonObject().add("jsonrpc", "2.0").add("id", id).add("method", method).raw("params", params).text();
}

HttpRequest JsonRpcClient::request(const std::string& body) const
{
    HttpRequest request;
    request.method = HttpRequest::Method::Post;
    request.url = m_endpoint.url;
    request.headers = m_endpoint.headers;
    request.headers.emplace_back("Content-Type", "application/json");
    request.headers.emplace_back("Accept", "application/json");
    request.body = toBytes(asBytes(body));
    request.timeout = m_endpoint.timeout;
    request.maxBytes = m_endpoint.maxBytes;
    request.attempts = m_endpoint.attempts;
    return request;
}

Result<RpcAnswer> JsonRpcClient::readReply(const HttpResponse& response, std::uint64_t id, const std::string& host,
                                           std::size_t maxBytes, Time now)
{
    if (auto ok = expectOk(HttpResponse{response.status, response.headers, {}}, host, now); !ok) {
        // Some servers put the error object under a status of its own; it says more than the number.
        const bool mayExplain = ok.error().is(errors::kNetStatus4xx) || ok.error().is(errors::kNetStatus5xx);
        if (mayExplain) {
            auto explained = parseRpcReply(response.body, id, host, maxBytes);
            if (explained && explained->fault)
                return explained;
        }
        return fail(std::move(ok.error()));
    }
    return parseRpcReply(response.body, id, host, maxBytes);
}

Error JsonRpcClient::asCallError(const std::string& host, const std::string& method, Error error)
{
    return asGarbage(host, method, std::move(error));
}

Future<std::vector<RpcAnswer>> JsonRpcClient::batch(const std::vector<RpcCall>& calls, CancelToken cancel)
{
    if (calls.empty())
        return async::ready<std::vector<RpcAnswer>>(std::vector<RpcAnswer>{});
    if (calls.size() > kMaxBatch)
        return async::failed<std::vector<RpcAnswer>>(Error(errors::kTooLong, "JSON-RPC batch"));
    const std::uint64_t firstId = m_lastId.fetch_add(calls.size()) + 1;
    codec::JsonArray body;
    for (std::size_t i = 0; i < calls.size(); ++i)
        body.raw(callText(calls[i].method, calls[i].params, firstId + i));
    auto read = [host = m_host, firstId, count = calls.size(),
                 max = m_endpoint.maxBytes](const HttpResponse& response, Time now) -> Result<std::vector<RpcAnswer>> {
        OUTPOST_CHECK(expectOk(HttpResponse{response.status, response.headers, {}}, host, now));
        return parseRpcBatchReply(response.body, firstId, count, host, max);
    };
    return async::toFuture(finish<std::vector<RpcAnswer>>(m_http.send(request(body.text()), std::move(cancel)),
                                                          std::move(read), m_clock.now()));
}

} // namespace outpost::net
