// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/base/FileSystem.h"
#include "core/wallet/WalletErrors.h"

namespace outpost::wallet {

/// Slows down guessing at the keyboard: after five wrong passwords each further try waits, 30 s at first, doubling up
/// to 15 minutes, also across restarts (a small text file beside the vault). It does not stop somebody who copies the
/// vault; Argon2id's cost does that. A missing or damaged file means no wrong tries. **Thread:** any, one at a time.
class TryLimiter {
public:
    TryLimiter(FileSystem& files, const Clock& clock, std::filesystem::path path);

    /// errors::kTooManyTries with retryAfter while a wait is on.
    Result<void> check();
    void recordWrong();
    void recordRight();

    static std::chrono::milliseconds delayAfter(std::uint32_t wrongTries);

private:
    void load();

    FileSystem& m_files;
    const Clock& m_clock;
    std::filesystem::path m_path;
    std::uint32_t m_wrongTries = 0;
    std::int64_t m_lastWrong = 0;         ///< unix milliseconds by the calendar: all that survives a restart
    std::chrono::milliseconds m_until{0}; ///< on the monotonic clock
};

} // namespace outpost::wallet
