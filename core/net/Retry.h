// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/net/HttpClient.h"

namespace outpost::net {

struct RetryPolicy {
    std::chrono::milliseconds base{250};
    std::chrono::milliseconds longest{8'000};
    /// A server that asks for more than this is not waited for: the caller is told instead.
    std::chrono::milliseconds longestRetryAfter{30'000};
};

/// A small generator for spreading retries out (SplitMix64); nothing secret depends on it. **Thread:** one at a time.
class JitterSource {
public:
    explicit JitterSource(std::uint64_t seed) : m_state(seed) {}
    std::uint64_t next();

private:
    std::uint64_t m_state;
};

/// Exponential back-off with full jitter: evenly between 0 and min(longest, base * 2^failures). `failures` counts those
/// before this wait, from 0. Pure.
std::chrono::milliseconds backoff(const RetryPolicy& policy, int failures, std::uint64_t random);

/// Whether and after what time to try again; `failures` counts those so far, this one included. Nothing: do not.
/// Only idempotent requests with attempts left; only failures on the way, 429, 500, 502, 503 and 504.
std::optional<std::chrono::milliseconds> retryWait(const RetryPolicy& policy, const HttpRequest& request,
                                                   const Result<HttpResponse>& outcome, int failures,
                                                   std::uint64_t random, Time now);

} // namespace outpost::net
