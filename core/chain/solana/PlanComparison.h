// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chain/solana/Message.h"

namespace outpost::solana {

/// Holds a message that somebody else built against what we would have built: the same calls with the same data and
/// accounts in the same order, and no account allowed to sign or be written that the plan does not ask for. Compute
/// budget instructions, account layout, lookup tables and blockhash may differ; the fee payer must be the named one.
/// errors::kSolanaDiffersFromPlan says where in `detail`.
Result<void> checkAgainstPlan(const Message& built, std::span<const LookupTable> tables,
                              std::span<const Instruction> plan, const PublicKey& feePayer);

} // namespace outpost::solana
