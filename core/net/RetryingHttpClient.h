// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/HttpClient.h"
#include "core/net/RateLimiter.h"
#include "core/net/Retry.h"

namespace outpost::net {

/// Adds manners to a client: waits for the host's rate, and asks again after failures on the way, with back-off, full
/// jitter and Retry-After. A status that is left after the last attempt is still a response.
/// **Thread:** any that has an event loop; the future finishes on the caller's thread. All references must outlive it;
/// running requests answer errors::kCancelled after it is gone.
class RetryingHttpClient final : public HttpClient {
public:
    RetryingHttpClient(HttpClient& inner, RateLimiter& limiter, Delay& delay, const Clock& clock,
                       std::uint64_t jitterSeed, RetryPolicy policy = {});
    ~RetryingHttpClient() override;

    Future<HttpResponse> send(HttpRequest request, CancelToken cancel = {}) override;

private:
    struct State;
    static Task<HttpResponse> run(std::shared_ptr<State> state, HttpRequest request, CancelToken cancel);
    std::shared_ptr<State> m_state; ///< shared with the coroutines of running requests
};

} // namespace outpost::net
