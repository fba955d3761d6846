// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"

#include <optional>

namespace outpost::wallet {

enum class LockReason {
    Idle,          ///< nobody touched keyboard or mouse
    Asked,         ///< lock-now
    Sleep,         ///< the computer goes to sleep, or was found to have slept
    SessionLocked, ///< the desktop locked its screen
};

struct LockSettings {
    std::chrono::milliseconds idle = std::chrono::minutes(10);
    bool onSleep = true;
    bool onSessionLock = true;
};

/// When an unlocked wallet locks itself. It decides and does not act: the caller reports events, calls tick() about
/// once a second, and locks when an event or tick answers a reason. Each reason is answered once. Time is the monotonic
/// clock, never the demo's. **Thread:** one.
class LockPolicy {
public:
    explicit LockPolicy(const Clock& clock, LockSettings settings = {});

    bool isUnlocked() const { return m_unlocked; }
    void unlocked();
    /// A key press or a pointer movement. Too late when the idle time has passed already: the next tick still locks.
    void activity();
    [[nodiscard]] std::optional<LockReason> tick();
    [[nodiscard]] std::optional<LockReason> lockNow();
    [[nodiscard]] std::optional<LockReason> aboutToSleep();
    [[nodiscard]] std::optional<LockReason> sessionLocked();
    /// Idle time left; nothing while locked.
    std::optional<std::chrono::milliseconds> timeLeft() const;
    void setSettings(LockSettings settings) { m_settings = settings; }

private:
    std::optional<LockReason> lockFor(LockReason reason);

    const Clock& m_clock;
    LockSettings m_settings;
    bool m_unlocked = false;
    std::chrono::milliseconds m_lastActivity{0};
};

} // namespace outpost::wallet
