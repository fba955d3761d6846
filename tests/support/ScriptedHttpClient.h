// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/HttpClient.h"

#include <deque>
#include <functional>

namespace outpost::test {

/// Answers from a script: first the queued replies in order, then the handler. Without either, net.unreachable-like
/// failure errors::kInternal says that the script ended. Remembers every request. **Thread:** one.
class ScriptedHttpClient final : public HttpClient {
public:
    using Handler = std::function<Result<HttpResponse>(const HttpRequest&)>;

    Future<HttpResponse> send(HttpRequest request, CancelToken cancel = {}) override
    {
        requests.push_back(request);
        if (cancel.isCancelled())
            return async::failed<HttpResponse>(Error(errors::kCancelled));
        if (!m_replies.empty()) {
            auto reply = std::move(m_replies.front());
            m_replies.pop_front();
            return async::ready<HttpResponse>(std::move(reply));
        }
        if (handler)
            return async::ready<HttpResponse>(handler(request));
        return async::failed<HttpResponse>(Error(errors::kInternal, "the script has no more replies"));
    }

    static HttpResponse response(int status, std::string_view body,
                                 std::vector<std::pair<std::string, std::string>> headers = {})
    {
        return {status, std::move(headers), toBytes(asBytes(body))};
    }
    ScriptedHttpClient& reply(int status, std::string_view body,
                              std::vector<std::pair<std::string, std::string>> headers = {})
    {
        m_replies.emplace_back(response(status, body, std::move(headers)));
        return *this;
    }
    ScriptedHttpClient& failWith(Error error)
    {
        m_replies.emplace_back(std::unexpected(std::move(error)));
        return *this;
    }
    std::string bodyOf(std::size_t index) const { return std::string(asText(requests.at(index).body)); }

    std::vector<HttpRequest> requests;
    Handler handler;

private:
    std::deque<Result<HttpResponse>> m_replies;
};

} // namespace outpost::test
