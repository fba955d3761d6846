// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"

#include <map>
#include <mutex>
#include <string>

namespace outpost::net {

struct Rate {
    double perSecond = 10; ///< how fast tokens come back; must be positive
    double burst = 20;     ///< how many there can be; at least one
};

/// A token bucket per host. reserve() takes a token that may not be there yet and says how long to wait for it, so that
/// waiting requests are served in the order in which they came. **Thread:** any.
class RateLimiter {
public:
    /// Time is taken from Clock::monotonic(). The clock must outlive the limiter.
    explicit RateLimiter(const Clock& clock, Rate rate = {}) : m_clock(clock), m_rate(rate) {}

    /// Replaces the rate for one host.
    void setRate(const std::string& host, Rate rate);
    std::chrono::milliseconds reserve(const std::string& host);
    /// The host asked for a pause: nobody is sent there before it is over.
    void pause(const std::string& host, std::chrono::milliseconds time);

private:
    struct Bucket {
        Rate rate;
        double tokens = 0; ///< negative: that many are promised
        std::chrono::milliseconds at{0};
        std::chrono::milliseconds pausedUntil{0};
    };
    Bucket& bucket(const std::string& host);

    const Clock& m_clock;
    Rate m_rate;
    std::mutex m_mutex;
    std::map<std::string, Bucket> m_buckets;
};

} // namespace outpost::net
