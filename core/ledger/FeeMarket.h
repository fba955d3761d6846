// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/SolanaRpc.h"

namespace outpost::ledger {

/// What a priority fee may cost per compute unit; more never helped a small transaction, and an odd answer must not
/// empty a wallet. The bounds are those of the reference command line wallet of the network that this was first written
/// for.
inline constexpr std::uint64_t kLowestMicroLamports = 1;
inline constexpr std::uint64_t kHighestMicroLamports = 2'500'000;

struct FeeQuote {
    enum class Source { Estimate, RecentSlots };
    std::uint64_t microLamports = kLowestMicroLamports; ///< per compute unit, within the bounds
    Source source = Source::Estimate;
    friend bool operator==(const FeeQuote&, const FeeQuote&) = default;
};

std::uint64_t clampPrice(std::uint64_t microLamports);
/// The highest fee of each slot, of those the latest twenty, of these the median (the lower one of two); nothing
/// without any slot.
std::optional<std::uint64_t> medianOfRecent(const std::vector<PrioritizationFee>& fees);
/// Units to ask for when a simulation used so many: a tenth more, at least 1,000 more, at most what the chain allows.
std::uint32_t unitsToAsk(std::uint64_t simulated);

/// Says what to bid for a place in the next blocks. **Thread:** any with an event loop; the client must outlive it.
class FeeMarket {
public:
    explicit FeeMarket(SolanaRpc& rpc) : m_rpc(rpc) {}
    /// Asks the host's estimate, and where it has none looks at recent slots itself. `writable`: the accounts that the
    /// transaction writes; those beyond 128 are not asked about. Errors: SolanaRpc's, when neither answered.
    Future<FeeQuote> quote(std::vector<PublicKey> writable, CancelToken cancel = {});

private:
    SolanaRpc m_rpc;
};

} // namespace outpost::ledger
