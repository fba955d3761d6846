// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/HttpClient.h"
#include "core/sim/serve/DemoEndpoints.h"

namespace outpost::app {

/// Leads every https address to the demo's socket, and nowhere else: on the demo no request reaches the internet.
/// Addresses are the only thing in which the demo differs, so the clients above know nothing of it.
class DemoHttpClient final : public HttpClient {
public:
    DemoHttpClient(HttpClient& inner, sim::DemoEndpoints endpoints) : m_inner(inner), m_endpoints(std::move(endpoints))
    {}

    Future<HttpResponse> send(HttpRequest request, CancelToken cancel) override
    {
        constexpr std::string_view kScheme = "https://";
        if (!request.url.starts_with(kScheme))
            return m_inner.send(std::move(request), std::move(cancel));
        const auto slash = request.url.find('/', kScheme.size());
        std::string host = request.url.substr(kScheme.size(), slash - kScheme.size());
        request.url = m_endpoints.base(host) + (slash == std::string::npos ? "/" : request.url.substr(slash));
        return async::toFuture(named(m_inner.send(std::move(request), std::move(cancel)), std::move(host)));
    }

private:
    /// What goes wrong is said of the host that was asked, not of the socket that stands for it.
    static Task<HttpResponse> named(Future<HttpResponse> sent, std::string host)
    {
        auto response = co_await std::move(sent);
        if (!response) {
            for (std::string& arg : response.error().args) {
                if (arg.starts_with("unix:"))
                    arg = host;
            }
        }
        co_return response;
    }

    HttpClient& m_inner;
    sim::DemoEndpoints m_endpoints;
};

} // namespace outpost::app
