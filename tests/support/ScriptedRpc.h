// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/codec/Json.h"
#include "tests/support/ScriptedHttpClient.h"

#include <map>

namespace outpost::test {

/// A JSON-RPC server in a script: answers each method with what was set for it last, or from a queue while that lasts,
/// and any other with "Method not found". **Thread:** one.
class ScriptedRpc final : public HttpClient {
public:
    struct Call {
        std::string method;
        codec::Json params;
    };

    ScriptedRpc& on(const std::string& method, const std::string& result)
    {
        m_always[method] = R"("result":)" + result;
        return *this;
    }
    ScriptedRpc& onFault(const std::string& method, int code, const std::string& message,
                         const std::string& data = "null")
    {
        m_always[method] = faultText(code, message, data);
        return *this;
    }
    /// Used once, before what is set by on().
    ScriptedRpc& then(const std::string& method, const std::string& result)
    {
        m_queued[method].push_back(R"("result":)" + result);
        return *this;
    }
    ScriptedRpc& thenFault(const std::string& method, int code, const std::string& message,
                           const std::string& data = "null")
    {
        m_queued[method].push_back(faultText(code, message, data));
        return *this;
    }
    /// The host does not answer at all.
    void goAway(Error error) { m_away = std::move(error); }
    void comeBack() { m_away.reset(); }

    Future<HttpResponse> send(HttpRequest request, CancelToken cancel = {}) override
    {
        if (cancel.isCancelled())
            return async::failed<HttpResponse>(Error(errors::kCancelled));
        const auto body = codec::parseJson(request.body);
        if (!body)
            return async::ready<HttpResponse>(ScriptedHttpClient::response(400, "not JSON"));
        const auto method = (*body)["method"].string();
        calls.push_back({method.value_or(""), (*body)["params"]});
        if (onCall)
            onCall(calls.back());
        if (m_away)
            return async::failed<HttpResponse>(*m_away);
        return async::ready<HttpResponse>(ScriptedHttpClient::response(
            200, R"({"jsonrpc":"2.0","id":)" + (*body)["id"].toText() + "," + answer(calls.back().method) + "}"));
    }

    int count(const std::string& method) const
    {
        return static_cast<int>(std::ranges::count(calls, method, &Call::method));
    }
    /// Parameters of the last call of that method; absent when there was none.
    codec::Json lastParams(const std::string& method) const
    {
        for (auto it = calls.rbegin(); it != calls.rend(); ++it) {
            if (it->method == method)
                return it->params;
        }
        return {};
    }

    std::vector<Call> calls;
    std::function<void(const Call&)> onCall; ///< before the answer is chosen

private:
    static std::string faultText(int code, const std::string& message, const std::string& data)
    {
        return R"("error":)" + codec::JsonObject().add("code", code).add("message", message).raw("data", data).text();
    }
    std::string answer(const std::string& method)
    {
        if (auto& queue = m_queued[method]; !queue.empty()) {
            std::string text = std::move(queue.front());
            queue.pop_front();
            return text;
        }
        if (const auto it = m_always.find(method); it != m_always.end())
            return it->second;
        return faultText(-32601, "Method not found", "null");
    }

    std::map<std::string, std::string> m_always;
    std::map<std::string, std::deque<std::string>> m_queued;
    std::optional<Error> m_away;
};

} // namespace outpost::test
