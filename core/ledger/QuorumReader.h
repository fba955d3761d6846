// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/SolanaRpc.h"

namespace outpost::ledger {

enum class Agreement {
    TwoSources, ///< two independent hosts say the same
    OneSource,  ///< only one host is configured, or the other did not answer; a person is told
};

struct QuorumAccounts {
    Agreement agreement = Agreement::OneSource;
    std::uint64_t slot = 0;
    std::vector<std::optional<AccountInfo>> accounts; ///< the first host's, in the order asked for
};

/// The parts of an account that matter to the asker, as bytes to compare; a balance that changes every second may be
/// left out.
using Projection = std::function<Bytes(const AccountInfo& account)>;
/// The owner and all data, but not the lamports, which anybody can add to.
Bytes ownerAndData(const AccountInfo& account);
/// Owner, mint, holder, delegate, state and close authority of a token account, without its amounts; ownerAndData for
/// anything that is none.
Bytes tokenAuthority(const AccountInfo& account);

/// Reads accounts whose owner or destination matters from two independent hosts. Two URLs of one host are one source.
/// When they differ, one may simply be ahead: both are asked again for a state at least as new as the newer one, a few
/// times.
/// **Thread:** any with an event loop. References must outlive it; `second` may be null.
/// Errors: kLedgerDisagree; both hosts' errors when neither answered (the first's is given).
class QuorumReader {
public:
    QuorumReader(SolanaRpc& first, SolanaRpc* second);

    bool hasTwoHosts() const { return m_second.has_value(); }
    Future<QuorumAccounts> accounts(std::vector<PublicKey> keys, Projection whatMatters = ownerAndData,
                                    CancelToken cancel = {});

private:
    static Task<QuorumAccounts> read(SolanaRpc first, std::optional<SolanaRpc> second, std::vector<PublicKey> keys,
                                     Projection whatMatters, CancelToken cancel);
    SolanaRpc m_first;
    std::optional<SolanaRpc> m_second;
};

} // namespace outpost::ledger
