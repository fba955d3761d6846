// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/Async.h"
#include "tests/support/FakeClock.h"

namespace outpost::test {

/// Waiting that takes no time: moves the clock instead, and remembers what was asked for.
class FakeDelay final : public Delay {
public:
    explicit FakeDelay(FakeClock& clock) : m_clock(clock) {}

    Future<void> after(std::chrono::milliseconds time, CancelToken cancel = {}) override
    {
        waits.push_back(time);
        if (onWait)
            onWait(waits.size());
        if (cancel.isCancelled())
            return async::failed<void>(Error(errors::kCancelled));
        m_clock.advance(time);
        return async::ready<void>({});
    }

    std::vector<std::chrono::milliseconds> waits;
    std::function<void(std::size_t count)> onWait; ///< called before each wait ends

private:
    FakeClock& m_clock;
};

} // namespace outpost::test
