// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"

#include <mutex>

namespace outpost::test {

/// Time that stands still until it is told to move. **Thread:** any.
class FakeClock final : public Clock {
public:
    explicit FakeClock(Time start = fromUnixSeconds(1'790'000'000)) : m_now(start) {}

    Time now() const override
    {
        const std::scoped_lock lock(m_mutex);
        return m_now;
    }
    std::chrono::milliseconds monotonic() const override
    {
        const std::scoped_lock lock(m_mutex);
        return m_monotonic;
    }
    void advance(std::chrono::milliseconds time)
    {
        const std::scoped_lock lock(m_mutex);
        m_now += time;
        m_monotonic += time;
    }
    /// The calendar jumps; elapsed time does not.
    void setNow(Time now)
    {
        const std::scoped_lock lock(m_mutex);
        m_now = now;
    }

private:
    mutable std::mutex m_mutex;
    Time m_now;
    std::chrono::milliseconds m_monotonic{1'000'000};
};

} // namespace outpost::test
