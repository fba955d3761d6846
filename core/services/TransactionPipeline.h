// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chain/solana/DecodedTransaction.h"
#include "core/networks/Capabilities.h"

namespace outpost::services {

/// What an approved plan allows a transaction to take from the wallet. Amounts of different assets are never netted.
struct GateLimits {
    Address wallet;
    std::map<AssetId, Int128> mayLeave; ///< at most this much of each asset; absent assets: nothing
};

/// What two independent looks found in a draft: the offline decoder's and a fresh simulation's.
struct Review {
    networks::DraftTransaction draft;
    Address wallet;
    std::vector<solana::Sentence> sentences;
    std::set<solana::Danger> dangers;
    std::map<AssetId, Int128> leaves; ///< from the simulation, never netted with `arrives`
    std::map<AssetId, Int128> arrives;
    Int128 networkFee;               ///< lamports, by this wallet
    bool twoSources = true;          ///< false: only one host was there to ask, and the review says so
    std::string simulation;          ///< names the simulation (slot and host) that agreed
    std::chrono::milliseconds at{0}; ///< on Clock::monotonic()
    /// Why it may not be signed; nothing when it may.
    std::optional<Error> refusal;
};

struct SignedTransaction {
    Bytes transaction; ///< in wire form, every slot filled
    std::string signature;
};

enum class Track {
    Pending,   ///< not seen yet, may still land
    Confirmed, ///< seen by a majority
    Finalised,
    Failed,  ///< landed, and the network refused it
    Expired, ///< it can never land any more, by the rule of two hosts
    Unknown, ///< cannot be told now
};
struct TrackResult {
    Track state = Track::Unknown;
    std::string words; ///< the network's, for Failed
};

/// How a draft becomes a finalised transaction. **Thread:** GUI. Implementations hold no state that matters after a
/// crash.
class TransactionPipeline {
public:
    virtual ~TransactionPipeline() = default;
    /// Decodes, simulates and compares; never signs. Errors only when the looks could not be taken at all.
    virtual Future<Review> review(networks::DraftTransaction draft, GateLimits limits, CancelToken cancel) = 0;
    /// errors::kWalletLocked, or the review's refusal.
    virtual Future<SignedTransaction> sign(Review review) = 0;
    /// Hands stored bytes to the network; repeating it does no harm. errors::kSendRefused when it was refused outright,
    /// errors::kSendUnknown when there was no answer.
    virtual Future<void> send(Bytes transaction, CancelToken cancel) = 0;
    virtual Future<TrackResult> track(std::string signature, std::uint64_t expiresAfter, CancelToken cancel) = 0;
};

} // namespace outpost::services
