// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chain/solana/Transaction.h"
#include "core/ledger/SolanaRpc.h"

namespace outpost::ledger {

/// What one account was before and would be after.
struct AccountChange {
    PublicKey account;
    std::optional<AccountInfo> before; ///< nothing: it did not exist
    std::optional<AccountInfo> after;  ///< nothing: it would be gone
    /// The token side, where the account belongs to the classic token program and is in use.
    std::optional<solana::TokenAccount> tokenBefore;
    std::optional<solana::TokenAccount> tokenAfter;

    Int128 lamportsDelta() const;
    bool isCreated() const { return !before && after; }
    bool isClosed() const { return before && !after; }
    bool changesProgram() const { return before && after && before->owner != after->owner; }
    bool changesData() const { return before && after && before->data != after->data; }
    /// Mint, holder, delegate, state or close authority of a token account, or that it is one at all.
    bool changesTokenAuthority() const;
};

/// What a node says a transaction would do, for the signing gate to hold against what the decoder says.
struct SimulatedEffects {
    std::string host;
    std::uint64_t slot = 0;
    /// Accounts that differ, in the order of the message; all others that it may write stay as they are.
    std::vector<AccountChange> changes;
    std::uint64_t units = 0;
    std::vector<std::string> logs; ///< plain and capped
    /// Why it would fail; then there are no changes.
    std::optional<std::string> failure;
};

/// Simulates a transaction between two reads of the accounts that it may write; when they changed in between, it starts
/// over, so that before and after belong together. A fee payer's fee is among the changes on nodes that charge it while
/// simulating.
/// **Thread:** any with an event loop; the client must outlive it.
/// Errors: SolanaRpc's, the message's, kTooLong (over 100 writable accounts), kLedgerUnsettled.
class Simulator {
public:
    explicit Simulator(SolanaRpc& rpc) : m_rpc(rpc) {}
    /// `tables`: every lookup table that the message names. Slots of signatures may be empty.
    Future<SimulatedEffects> simulate(const solana::Transaction& transaction,
                                      const std::vector<solana::LookupTable>& tables, CancelToken cancel = {});

private:
    static Task<SimulatedEffects> run(SolanaRpc rpc, Bytes transaction, std::vector<PublicKey> writable,
                                      CancelToken cancel);
    SolanaRpc m_rpc;
};

} // namespace outpost::ledger
