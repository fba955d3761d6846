// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wallet/LockPolicy.h"

#include <algorithm>

namespace outpost::wallet {

LockPolicy::LockPolicy(const Clock& clock, LockSettings settings) : m_clock(clock), m_settings(settings) {}

void LockPolicy::unlocked()
{
    m_unlocked = true;
    m_lastActivity = m_clock.monotonic();
}

void LockPolicy::activity()
{
    if (timeLeft().value_or(std::chrono::milliseconds(0)).count() > 0)
        m_lastActivity = m_clock.monotonic();
}

std::optional<LockReason> LockPolicy::tick()
{
    const auto left = timeLeft();
    return left && left->count() == 0 ? lockFor(LockReason::Idle) : std::nullopt;
}

std::optional<LockReason> LockPolicy::lockNow()
{
    return lockFor(LockReason::Asked);
}

std::optional<LockReason> LockPolicy::aboutToSleep()
{
    return m_settings.onSleep ? lockFor(LockReason::Sleep) : std::nullopt;
}

std::optional<LockReason> LockPolicy::sessionLocked()
{
    return m_settings.onSessionLock ? lockFor(LockReason::SessionLocked) : std::nullopt;
}

std::optional<std::chrono::milliseconds> LockPolicy::timeLeft() const
{
    if (!m_unlocked)
        return std::nullopt;
    const auto left = m_settings.idle - (m_clock.monotonic() - m_lastActivity);
    return std::max(left, std::chrono::milliseconds(0));
}

std::optional<LockReason> LockPolicy::lockFor(LockReason reason)
{
    if (!m_unlocked)
        return std::nullopt;
    m_unlocked = false;
    return reason;
}

} // namespace outpost::wallet
