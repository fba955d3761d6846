// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/QuorumReader.h"

namespace outpost::ledger {

/// An address lookup table as its account holds it (solana-address-lookup-table-interface, state.rs): 56 bytes of
/// head, then addresses of 32 bytes, at most 256.
struct LookupTableState {
    std::vector<PublicKey> addresses;
    std::uint64_t deactivationSlot = 0; ///< the largest number while it is in use
    std::uint64_t lastExtendedSlot = 0; ///< addresses added in this slot count from the next one
    bool isActive() const { return deactivationSlot == ~std::uint64_t{0}; }
};
/// errors::kSolanaBadAccountData.
Result<LookupTableState> parseLookupTable(const AccountInfo& account);

struct FetchedTables {
    Agreement agreement = Agreement::OneSource;
    std::vector<solana::LookupTable> tables; ///< in the order asked for
};

/// Reads lookup tables from two hosts. **Thread:** any with an event loop; the reader must outlive it.
/// Errors: QuorumReader's, kLedgerNoAccount, kSolanaBadAccountData (also for a table that is no longer in use).
class LookupTables {
public:
    explicit LookupTables(QuorumReader& reader) : m_reader(reader) {}
    Future<FetchedTables> fetch(std::vector<PublicKey> keys, CancelToken cancel = {});
    /// Those that a message names.
    Future<FetchedTables> fetchFor(const solana::Message& message, CancelToken cancel = {});

private:
    QuorumReader& m_reader;
};

} // namespace outpost::ledger
