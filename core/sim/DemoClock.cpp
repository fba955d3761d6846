// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sim/DemoClock.h"

#include <algorithm>
#include <fstream>

namespace outpost::sim {

DemoClock::DemoClock(std::filesystem::path clockFile) : m_file(std::move(clockFile)) {}

void DemoClock::look() const
{
    const auto passed = m_system.monotonic();
    if (passed - m_lastLook < std::chrono::milliseconds(100))
        return;
    m_lastLook = passed;
    std::error_code missing;
    const auto written = std::filesystem::last_write_time(m_file, missing);
    if (missing || written == m_written)
        return;
    std::ifstream in(m_file);
    std::int64_t demo = 0;
    std::int64_t real = 0;
    double speed = 1;
    std::int64_t skew = 0;
    if (!(in >> demo >> real >> speed >> skew))
        return;
    m_written = written;
    m_demo = demo;
    m_real = real;
    m_speed = speed;
    m_skew = skew;
}

Time DemoClock::now() const
{
    const std::scoped_lock lock(m_mutex);
    look();
    const std::int64_t real = toUnixMillis(m_system.now());
    if (m_real == 0)
        return fromUnixMillis(real);
    const std::int64_t passed = std::max<std::int64_t>(0, real - m_real);
    return fromUnixMillis(m_demo + m_skew + static_cast<std::int64_t>(static_cast<double>(passed) * m_speed));
}

} // namespace outpost::sim
