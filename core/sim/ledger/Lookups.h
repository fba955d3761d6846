// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sim/ledger/Runtime.h"

namespace outpost::sim {

struct Resolved {
    std::vector<Pubkey> writable;
    std::vector<Pubkey> readonly;
};

/// The addresses a version 0 message loads from lookup tables, as the runtime does it: those added in this very slot
/// and tables deactivated long enough ago do not count.
std::expected<Resolved, TransactionError> resolveLookups(const ParsedMessage& message, const Bank& bank);

} // namespace outpost::sim
