// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/Retry.h"

#include "core/net/HttpStatus.h"

#include <algorithm>

namespace outpost::net {

std::uint64_t JitterSource::next()
{
    m_state += 0x9E3779B97F4A7C15u;
    std::uint64_t z = m_state;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
    return z ^ (z >> 31);
}

std::chrono::milliseconds backoff(const RetryPolicy& policy, int failures, std::uint64_t random)
{
    std::int64_t top = policy.base.count();
    for (int i = 0; i < failures && top < policy.longest.count(); ++i)
        top *= 2;
    top = std::clamp<std::int64_t>(top, 0, policy.longest.count());
    return std::chrono::milliseconds(static_cast<std::int64_t>(random % (static_cast<std::uint64_t>(top) + 1)));
}

std::optional<std::chrono::milliseconds> retryWait(const RetryPolicy& policy, const HttpRequest& request,
                                                   const Result<HttpResponse>& outcome, int failures,
                                                   std::uint64_t random, Time now)
{
    if (!request.idempotent || failures >= request.attempts)
        return std::nullopt;
    const auto wait = backoff(policy, failures - 1, random);
    if (!outcome)
        return outcome.error().retryable ? std::optional(wait) : std::nullopt;
    switch (outcome->status) {
    case 429:
    case 500:
    case 502:
    case 503:
    case 504:
        break;
    default:
        return std::nullopt;
    }
    const auto asked = retryAfter(*outcome, now);
    if (!asked)
        return wait;
    if (*asked > policy.longestRetryAfter)
        return std::nullopt;
    // Jitter on top, so that many clients told the same time do not come back together.
    return *asked + wait;
}

} // namespace outpost::net
