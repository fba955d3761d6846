// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/SolanaRpc.h"

namespace outpost::ledger {

/// How many blocks beyond its last valid one a transaction is given before it counts as gone.
inline constexpr std::uint64_t kExpiryMargin = 32;

enum class TrackState {
    Pending,   ///< not seen yet, may still land
    Confirmed, ///< seen by a majority; may still be undone in theory
    Finalised,
    Failed,  ///< finalised, and the chain refused its instructions; the fee is gone
    Expired, ///< it can never land any more
    Unknown, ///< cannot be told now: no answer, one host only, or two that contradict each other
};

struct Tracked {
    TrackState state = TrackState::Unknown;
    std::string words;      ///< the chain's error, where it landed with one
    std::uint64_t slot = 0; ///< where it landed; 0 when it did not
    friend bool operator==(const Tracked&, const Tracked&) = default;
};

/// What one host says about a transaction. The height is read first, the history after it: a host that had finalised
/// all blocks in which the transaction could be, and then does not have it, will never have it.
struct Sighting {
    std::optional<std::uint64_t> finalisedHeight;          ///< nothing: no answer
    std::optional<std::optional<SignatureStatus>> history; ///< nothing: no answer; inner nothing: it lacks it
};

/// The rule: landed where any host has it finalised; expired only when finalised block height from two hosts is past
/// `lastValidBlockHeight` + 32 and both hosts' history lacks it. Pure.
Tracked judge(const Sighting& first, const std::optional<Sighting>& second, std::uint64_t lastValidBlockHeight);

/// Brings signed bytes, which the caller has stored before, onto the chain. Sending the same bytes again does no harm:
/// the chain takes a signature once. Never signs or changes anything.
/// **Thread:** any with an event loop. References must outlive it; `second` may be null or of the same host: then
/// nothing ever counts as expired.
class TransactionSender {
public:
    struct Timing {
        std::chrono::milliseconds poll{2'000};
        std::chrono::milliseconds resend{4'000};
        std::chrono::milliseconds giveUp{90'000}; ///< watch() then answers what it knows
    };
    TransactionSender(SolanaRpc& first, SolanaRpc* second, Delay& delay, const Clock& clock, Timing timing);
    TransactionSender(SolanaRpc& first, SolanaRpc* second, Delay& delay, const Clock& clock)
        : TransactionSender(first, second, delay, clock, Timing())
    {}

    /// Hands the bytes to the first host, which looks at them before it passes them on. kLedgerRefused: this host did
    /// not pass them on, and if they were never sent before, they cannot land. After any other error than
    /// kLedgerRefused, net.hostNotListed and net.notAllowed they may be on their way.
    Future<Signature> send(Bytes transaction, CancelToken cancel = {});
    /// Whether bytes may be on their way after send() failed with this error.
    static bool mayHaveArrived(const Error& error);

    /// One look at both hosts.
    Future<Tracked> look(Signature signature, std::uint64_t lastValidBlockHeight, CancelToken cancel = {});
    /// Looks, and passes the bytes to both hosts again while they may still land, until the state is one of `until`,
    /// Failed or Expired, or the time is up. `changed` is told of each new state. `until`: Confirmed or Finalised.
    Future<Tracked> watch(Bytes transaction, std::uint64_t lastValidBlockHeight, TrackState until,
                          std::function<void(const Tracked&)> changed = {}, CancelToken cancel = {});

private:
    struct Ports {
        SolanaRpc first;
        std::optional<SolanaRpc> second;
        Delay* delay;
        const Clock* clock;
        Timing timing;
        std::shared_ptr<bool> alive; ///< false once the sender is gone, and with it what the pointers point to
    };
    static Task<Tracked> lookTask(Ports ports, Signature signature, std::uint64_t lastValid, CancelToken cancel);
    static Task<Tracked> watchTask(Ports ports, Bytes transaction, std::uint64_t lastValid, TrackState until,
                                   std::function<void(const Tracked&)> changed, CancelToken cancel);

    class Alive {
    public:
        ~Alive() { *flag = false; }
        std::shared_ptr<bool> flag = std::make_shared<bool>(true); ///< shared with running coroutines
    };
    Alive m_alive;
    Ports m_ports;
};

} // namespace outpost::ledger
