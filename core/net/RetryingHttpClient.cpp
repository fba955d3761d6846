// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/RetryingHttpClient.h"

#include "core/net/HttpStatus.h"
#include "core/net/HttpTarget.h"
#include "core/net/NetErrors.h"

#include <atomic>
#include <mutex>

namespace outpost::net {

struct RetryingHttpClient::State {
    State(HttpClient& i, RateLimiter& l, Delay& d, const Clock& c, std::uint64_t seed, RetryPolicy p)
        : inner(i), limiter(l), delay(d), clock(c), policy(p), jitter(seed)
    {}

    HttpClient& inner;
    RateLimiter& limiter;
    Delay& delay;
    const Clock& clock;
    const RetryPolicy policy;
    std::mutex jitterMutex;
    JitterSource jitter;
    std::atomic<bool> stopped = false;

    std::uint64_t random()
    {
        const std::scoped_lock lock(jitterMutex);
        return jitter.next();
    }
};

RetryingHttpClient::RetryingHttpClient(HttpClient& inner, RateLimiter& limiter, Delay& delay, const Clock& clock,
                                       std::uint64_t jitterSeed, RetryPolicy policy)
    : m_state(std::make_shared<State>(inner, limiter, delay, clock, jitterSeed, policy))
{}

RetryingHttpClient::~RetryingHttpClient()
{
    m_state->stopped = true;
}

Future<HttpResponse> RetryingHttpClient::send(HttpRequest request, CancelToken cancel)
{
    return async::toFuture(run(m_state, std::move(request), std::move(cancel)));
}

Task<HttpResponse> RetryingHttpClient::run(std::shared_ptr<State> state, HttpRequest request, CancelToken cancel)
{
    OUTPOST_CO_TRY(const HttpTarget target, parseTarget(request.url));
    for (int failures = 0;;) {
        const auto forRate = state->limiter.reserve(target.host);
        if (forRate > state->policy.longestRetryAfter) {
            co_return fail(
                Error(errors::kNetRateLimited, "the host asked for a pause", {target.host}).canRetry(forRate));
        }
        if (forRate.count() > 0)
            OUTPOST_CO_CHECK(co_await state->delay.after(forRate, cancel));
        if (state->stopped || cancel.isCancelled())
            co_return fail(errors::kCancelled);

        auto outcome = co_await state->inner.send(request, cancel);
        if (state->stopped)
            co_return fail(errors::kCancelled);
        ++failures;
        const Time now = state->clock.now();
        if (outcome && (outcome->status == 429 || outcome->status == 503)) {
            if (const auto asked = retryAfter(*outcome, now))
                state->limiter.pause(target.host, *asked);
        }
        const auto wait = retryWait(state->policy, request, outcome, failures, state->random(), now);
        if (!wait)
            co_return outcome;
        OUTPOST_CO_CHECK(co_await state->delay.after(*wait, cancel));
        if (state->stopped)
            co_return fail(errors::kCancelled);
    }
}

} // namespace outpost::net
