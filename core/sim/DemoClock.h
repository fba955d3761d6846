// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"

#include <filesystem>
#include <mutex>

namespace outpost::sim {

/// The demo's time for everybody who is given a Clock: reads what the serving process wrote and goes on from there at
/// the demo's speed. Until the file is there it is the computer's time. **Thread:** any.
class DemoClock final : public Clock {
public:
    explicit DemoClock(std::filesystem::path clockFile);
    Time now() const override;
    /// Real: locks and time-outs do not run faster on the demo.
    std::chrono::milliseconds monotonic() const override { return m_system.monotonic(); }

private:
    void look() const;

    SystemClock m_system;
    std::filesystem::path m_file;
    mutable std::mutex m_mutex;
    mutable std::chrono::milliseconds m_lastLook{-1'000'000};
    mutable std::filesystem::file_time_type m_written;
    mutable std::int64_t m_demo = 0;
    mutable std::int64_t m_real = 0;
    mutable double m_speed = 1;
    mutable std::int64_t m_skew = 0;
};

} // namespace outpost::sim
