// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/networks/Capabilities.h"
#include "core/services/WalletService.h"

namespace outpost::services {

/// One address that recovery words give, and what the networks say is there. What nobody answered is not known, which
/// is not zero.
struct AddressUse {
    FoundAccount account;
    Known<Amount> coin; ///< what fees are paid in
    Known<std::vector<Amount>> tokens;
    Known<int> devices;

    bool isInUse() const; ///< something is known to be there
    bool isKnown() const; ///< everything was answered
};

/// What was found, and what is proposed.
struct AddressReport {
    std::vector<AddressUse> addresses; ///< in the order of the accounts that were asked for
    /// Indexes of those in use, the one with most first: devices count before tokens, and these before the coin for
    /// fees. The standard one alone (the first) when none is known to be in use.
    std::vector<std::size_t> proposed;
    bool anyInUse = false;
    bool complete = false; ///< everybody answered about every address
};

/// Asks every network that has accounts what is at each of these addresses; never fails for want of an answer.
/// `networks` must outlive the future. **Thread:** GUI. Errors: kCancelled.
Future<AddressReport> findUse(std::vector<networks::Network*> networks, std::vector<FoundAccount> accounts,
                              CancelToken cancel = {});

} // namespace outpost::services
