// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/RateLimiter.h"

#include <algorithm>
#include <cmath>

namespace outpost::net {

RateLimiter::Bucket& RateLimiter::bucket(const std::string& host)
{
    const auto now = m_clock.monotonic();
    const auto [it, isNew] = m_buckets.try_emplace(host, Bucket{m_rate, m_rate.burst, now, now});
    Bucket& b = it->second;
    const double seconds = static_cast<double>((now - b.at).count()) / 1000.0;
    b.tokens = std::min(b.rate.burst, b.tokens + std::max(0.0, seconds) * b.rate.perSecond);
    b.at = now;
    return b;
}

void RateLimiter::setRate(const std::string& host, Rate rate)
{
    const std::scoped_lock lock(m_mutex);
    Bucket& b = bucket(host);
    // Tokens in excess of the new size are gone; promised ones stay promised.
    b.tokens = std::min(b.tokens, rate.burst);
    b.rate = rate;
}

std::chrono::milliseconds RateLimiter::reserve(const std::string& host)
{
    const std::scoped_lock lock(m_mutex);
    Bucket& b = bucket(host);
    b.tokens -= 1;
    const auto forToken = b.tokens >= 0 ? 0.0 : std::ceil(-b.tokens / b.rate.perSecond * 1000.0);
    const auto pause = b.pausedUntil - b.at;
    return std::max(
        {std::chrono::milliseconds(static_cast<std::int64_t>(forToken)), pause, std::chrono::milliseconds(0)});
}

void RateLimiter::pause(const std::string& host, std::chrono::milliseconds time)
{
    const std::scoped_lock lock(m_mutex);
    Bucket& b = bucket(host);
    b.pausedUntil = std::max(b.pausedUntil, b.at + time);
}

} // namespace outpost::net
