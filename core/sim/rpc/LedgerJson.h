// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sim/ledger/Runtime.h"

namespace outpost::sim {

struct StoredTransaction;

// How Solana's JSON-RPC writes ledger values (https://solana.com/docs/rpc).

Json accountJson(const Account& account, std::optional<std::pair<std::size_t, std::size_t>> slice = std::nullopt);
/// `jsonParsed` form of a token account; falls back to base64 for anything else.
Json parsedAccountJson(const Account& account, int decimals);
Json tokenAmountJson(std::uint64_t amount, int decimals);
/// The "meta" of a transaction.
Json metaJson(const Outcome& outcome);
Json innerInstructionsJson(const Outcome& outcome);
/// The answer of getTransaction. `encoding` is "base64", "base58" or "json".
Json transactionJson(const StoredTransaction& transaction, const std::string& encoding, std::int64_t blockTime);

} // namespace outpost::sim
