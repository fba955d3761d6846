// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/wallet/Mnemonic.h"

#include <span>

namespace outpost::wallet {

/// Finds out whether the owner has the words on paper, by asking for some of them. The caller then records the time in
/// WalletInfo::backupVerifiedAt and saves. **Thread:** any, one at a time.
class BackupCheck {
public:
    static constexpr int kQuestions = 3;

    /// Draws different positions, in ascending order.
    BackupCheck(SecureRng& rng, int wordCount, int questions = kQuestions);

    /// Positions from 1.
    const std::vector<int>& positions() const { return m_positions; }
    /// One answer for each position, in any letter case, with white space around it; whole words only.
    /// errors::kBackupCheckFailed names the first wrong position, never the right word.
    Result<void> verify(const Mnemonic& words, std::span<const SecureBytes> answers) const;
    /// All words at once, as from a file. Errors of Mnemonic::parse(), or kBackupCheckFailed.
    static Result<void> verifyAll(const Mnemonic& words, ByteSpan typed);

private:
    std::vector<int> m_positions;
};

} // namespace outpost::wallet
