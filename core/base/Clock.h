// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>

namespace outpost {

/// Wall-clock time in UTC with millisecond precision.
using Time = std::chrono::sys_time<std::chrono::milliseconds>;

inline std::int64_t toUnixMillis(Time t)
{
    return t.time_since_epoch().count();
}
inline std::int64_t toUnixSeconds(Time t)
{
    return std::chrono::floor<std::chrono::seconds>(t).time_since_epoch().count();
}
inline Time fromUnixMillis(std::int64_t ms)
{
    return Time(std::chrono::milliseconds(ms));
}
inline Time fromUnixSeconds(std::int64_t s)
{
    return Time(std::chrono::seconds(s));
}

/// The time, as far as Outpost is concerned. **Thread:** any.
class Clock {
public:
    virtual ~Clock() = default;
    /// What a calendar says; may jump. On the demo network this is the demo's own time.
    virtual Time now() const = 0;
    /// Real elapsed time, counting sleep where the system can; never jumps back. Locks and time-outs use this.
    virtual std::chrono::milliseconds monotonic() const = 0;
};

class SystemClock final : public Clock {
public:
    Time now() const override;
    std::chrono::milliseconds monotonic() const override;
};

} // namespace outpost
