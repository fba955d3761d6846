// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/codec/Json.h"
#include "core/net/HttpClient.h"

#include <atomic>
#include <functional>

namespace outpost::net {

/// The error object of a reply.
struct RpcFault {
    std::int64_t code = 0;
    std::string message; ///< plain and capped
    codec::Json data;    ///< absent where there is none
};

/// One answer: a result, or a fault.
struct RpcAnswer {
    codec::Json result; ///< may be null
    std::optional<RpcFault> fault;
};

/// One call of a batch.
struct RpcCall {
    std::string method;
    std::string params; ///< a JSON array or object, as JsonArray::text() writes it
};

/// A single reply by JSON-RPC 2.0: an object with "jsonrpc": "2.0", the id that was sent, and either a result or an
/// error. Anything else is kNetGarbage. Pure; **Thread:** any.
Result<RpcAnswer> parseRpcReply(ByteSpan body, std::uint64_t id, std::string_view host, std::size_t maxBytes);
/// The same for a batch whose ids are firstId, firstId + 1, ...; the server may answer in any order, but must answer
/// each once.
Result<std::vector<RpcAnswer>> parseRpcBatchReply(ByteSpan body, std::uint64_t firstId, std::size_t count,
                                                  std::string_view host, std::size_t maxBytes);
/// kNetRpcError with host, code and message.
Error faultError(const RpcFault& fault, std::string_view host);

/// JSON-RPC 2.0 over HTTP POST. **Thread:** any with an event loop; futures finish there. The client may go before its
/// requests; what it refers to must not. Errors: HttpClient's and HttpStatus's, kNetGarbage, kNetRpcError.
class JsonRpcClient {
public:
    struct Endpoint {
        std::string url = {};
        std::vector<std::pair<std::string, std::string>> headers = {};
        std::chrono::milliseconds timeout{20'000};
        std::size_t maxBytes = 8u << 20;
        int attempts = 3;
    };
    /// Reads a result; its errors are passed through asGarbage(). Runs on the pool when the reply is long.
    template <class T> using Parser = std::function<Result<T>(const codec::Json& result)>;
    /// The same for callers to whom a fault can be an answer.
    template <class T> using AnswerParser = std::function<Result<T>(const RpcAnswer& answer)>;

    JsonRpcClient(HttpClient& http, const Clock& clock, Endpoint endpoint);

    /// As the list of hosts spells it; for messages and for comparing independence.
    const std::string& host() const { return m_host; }

    template <class T>
    Future<T> call(const std::string& method, const std::string& params, Parser<T> parse, CancelToken cancel = {})
    {
        return callForAnswer<T>(
            method, params,
            [host = m_host, parse = std::move(parse)](const RpcAnswer& answer) -> Result<T> {
                if (answer.fault)
                    return fail(faultError(*answer.fault, host));
                return parse(answer.result);
            },
            std::move(cancel));
    }
    template <class T>
    Future<T> callForAnswer(const std::string& method, const std::string& params, AnswerParser<T> parse,
                            CancelToken cancel = {})
    {
        const std::uint64_t id = ++m_lastId;
        auto read = [host = m_host, method, id, max = m_endpoint.maxBytes,
                     parse = std::move(parse)](const HttpResponse& response, Time now) -> Result<T> {
            OUTPOST_TRY(const RpcAnswer answer, readReply(response, id, host, max, now));
            auto value = parse(answer);
            if (!value)
                return fail(asCallError(host, method, std::move(value.error())));
            return value;
        };
        return async::toFuture(finish<T>(m_http.send(request(callText(method, params, id)), std::move(cancel)),
                                         std::move(read), m_clock.now()));
    }
    Future<std::vector<RpcAnswer>> batch(const std::vector<RpcCall>& calls, CancelToken cancel = {});

private:
    template <class T> using Reader = std::function<Result<T>(const HttpResponse& response, Time now)>;

    static std::string callText(const std::string& method, const std::string& params, std::uint64_t id);
    static Result<RpcAnswer> readReply(const HttpResponse& response, std::uint64_t id, const std::string& host,
                                       std::size_t maxBytes, Time now);
    static Error asCallError(const std::string& host, const std::string& method, Error error);
    HttpRequest request(const std::string& body) const;

    /// Touches nothing of the client: it may be gone when the reply comes.
    template <class T> static Task<T> finish(Future<HttpResponse> sent, Reader<T> read, Time askedAt)
    {
        constexpr std::size_t kWorthAThread = 64u << 10;
        OUTPOST_CO_TRY(HttpResponse response, co_await qCoro(sent).takeResult());
        if (response.body.size() < kWorthAThread)
            co_return read(response, askedAt);
        const auto shared = std::make_shared<const HttpResponse>(std::move(response)); // with the pool's thread
        co_return co_await async::onPool([shared, read, askedAt] { return read(*shared, askedAt); });
    }

    HttpClient& m_http;
    const Clock& m_clock;
    const Endpoint m_endpoint;
    const std::string m_host;
    std::atomic<std::uint64_t> m_lastId = 0;
};

} // namespace outpost::net
