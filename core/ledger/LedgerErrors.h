// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"

namespace outpost::errors {

// The first argument of each is the host, unless said otherwise.

/// The node looked at the transaction and would not take it. Arguments: host, the node's reason (plain and capped).
inline constexpr ErrorCode kLedgerRefused{"ledger.refused", ExitClass::Refused};
/// The node does not know the transaction's blockhash: too old, or newer than the node.
inline constexpr ErrorCode kLedgerBlockhashNotFound{"ledger.blockhashNotFound", ExitClass::Unreachable};
/// The node has not caught up with what we already know. Retryable.
inline constexpr ErrorCode kLedgerBehind{"ledger.behind", ExitClass::Unreachable};
/// The asset index has no such asset (yet): a new one takes seconds to tens of seconds. Retryable.
inline constexpr ErrorCode kLedgerNotIndexed{"ledger.notIndexed", ExitClass::Unreachable};
/// Two hosts describe the same account differently. Arguments: first host, second host, the account.
inline constexpr ErrorCode kLedgerDisagree{"ledger.disagree", ExitClass::Unreachable};
/// The account is not there. Arguments: host, the account.
inline constexpr ErrorCode kLedgerNoAccount{"ledger.noAccount", ExitClass::Refused};
/// The state kept changing while it was looked at. Retryable.
inline constexpr ErrorCode kLedgerUnsettled{"ledger.unsettled", ExitClass::Unreachable};
inline constexpr ErrorCode kLedger[] = {kLedgerRefused,  kLedgerBlockhashNotFound, kLedgerBehind,   kLedgerNotIndexed,
                                        kLedgerDisagree, kLedgerNoAccount,         kLedgerUnsettled};

} // namespace outpost::errors
