// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/TransactionSender.h"

#include "core/chain/solana/Transaction.h"
#include "core/ledger/LedgerErrors.h"
#include "core/net/NetErrors.h"

namespace outpost::ledger {

namespace {

/// What a host says for sure: a status that it has finalised.
const SignatureStatus* finalised(const Sighting& sighting)
{
    if (!sighting.history || !*sighting.history || (*sighting.history)->level != Commitment::Finalized)
        return nullptr;
    return &**sighting.history;
}

const SignatureStatus* seen(const Sighting& sighting)
{
    return sighting.history && *sighting.history ? &**sighting.history : nullptr;
}

bool lacksItForGood(const Sighting& sighting, std::uint64_t lastValid)
{
    const std::uint64_t limit =
        lastValid > ~std::uint64_t{0} - kExpiryMargin ? ~std::uint64_t{0} : lastValid + kExpiryMargin;
    return sighting.history && !*sighting.history && sighting.finalisedHeight && *sighting.finalisedHeight > limit;
}

bool isPast(const Sighting& sighting, std::uint64_t lastValid)
{
    return sighting.finalisedHeight && *sighting.finalisedHeight > lastValid;
}

QCoro::Task<Sighting> sightingOf(SolanaRpc rpc, Signature signature, CancelToken cancel)
{
    Sighting out;
    auto height = rpc.blockHeight(Commitment::Finalized, cancel);
    if (const auto answer = co_await qCoro(height).takeResult())
        out.finalisedHeight = *answer;
    auto statuses = rpc.statuses({signature}, true, cancel);
    if (const auto answer = co_await qCoro(statuses).takeResult())
        out.history = answer->front();
    co_return out;
}

} // namespace

Tracked judge(const Sighting& first, const std::optional<Sighting>& second, std::uint64_t lastValidBlockHeight)
{
    const Sighting none;
    const Sighting& other = second ? *second : none;
    const SignatureStatus* a = finalised(first);
    const SignatureStatus* b = finalised(other);
    if (a != nullptr && b != nullptr && a->failure.has_value() != b->failure.has_value())
        return {TrackState::Unknown, "two hosts disagree about the outcome", 0};
    if (const SignatureStatus* sure = a != nullptr ? a : b) {
        // One host may lie or be on a fork; while the other has seen the opposite, nothing is decided.
        const SignatureStatus* opinion = seen(a != nullptr ? other : first);
        if (opinion != nullptr && opinion->failure.has_value() != sure->failure.has_value())
            return {TrackState::Unknown, "two hosts disagree about the outcome", 0};
        return {sure->failure ? TrackState::Failed : TrackState::Finalised, sure->failure.value_or(std::string()),
                sure->slot};
    }
    const SignatureStatus* best = seen(first);
    if (const SignatureStatus* status = seen(other);
        status != nullptr && (best == nullptr || status->level > best->level))
        best = status;
    if (best != nullptr) {
        // A failure that is not final could still become a success in another fork.
        const bool isConfirmed = best->level == Commitment::Confirmed && !best->failure;
        return {isConfirmed ? TrackState::Confirmed : TrackState::Pending, best->failure.value_or(std::string()),
                best->slot};
    }
    if (second && lacksItForGood(first, lastValidBlockHeight) && lacksItForGood(*second, lastValidBlockHeight))
        return {TrackState::Expired, {}, 0};
    const bool nobodyAnswered = !first.history && !other.history;
    const bool mayBeGone = isPast(first, lastValidBlockHeight) || isPast(other, lastValidBlockHeight);
    return {nobodyAnswered || mayBeGone ? TrackState::Unknown : TrackState::Pending, {}, 0};
}

TransactionSender::TransactionSender(SolanaRpc& first, SolanaRpc* second, Delay& delay, const Clock& clock,
                                     Timing timing)
    : m_ports{first, {}, &delay, &clock, timing, m_alive.flag}
{
    if (second != nullptr && second->host() != first.host())
        m_ports.second.emplace(*second);
}

Future<Signature> TransactionSender::send(Bytes transaction, CancelToken cancel)
{
    return m_ports.first.send(std::move(transaction), false, std::move(cancel));
}

bool TransactionSender::mayHaveArrived(const Error& error)
{
    return !error.is(errors::kLedgerRefused) && !error.is(errors::kNetHostNotListed) &&
           !error.is(errors::kNetNotAllowed);
}

Future<Tracked> TransactionSender::look(Signature signature, std::uint64_t lastValidBlockHeight, CancelToken cancel)
{
    return async::toFuture(lookTask(m_ports, signature, lastValidBlockHeight, std::move(cancel)));
}

Task<Tracked> TransactionSender::lookTask(Ports ports, Signature signature, std::uint64_t lastValid, CancelToken cancel)
{
    auto askedFirst = async::toFuture(sightingOf(ports.first, signature, cancel));
    std::optional<Sighting> second;
    if (ports.second) {
        auto askedSecond = async::toFuture(sightingOf(*ports.second, signature, cancel));
        second = co_await qCoro(askedSecond).takeResult();
    }
    const Sighting first = co_await qCoro(askedFirst).takeResult();
    if (cancel.isCancelled())
        co_return fail(errors::kCancelled);
    co_return judge(first, second, lastValid);
}

Future<Tracked> TransactionSender::watch(Bytes transaction, std::uint64_t lastValidBlockHeight, TrackState until,
                                         std::function<void(const Tracked&)> changed, CancelToken cancel)
{
    return async::toFuture(
        watchTask(m_ports, std::move(transaction), lastValidBlockHeight, until, std::move(changed), std::move(cancel)));
}

Task<Tracked> TransactionSender::watchTask(Ports ports, Bytes transaction, std::uint64_t lastValid, TrackState until,
                                           std::function<void(const Tracked&)> changed, CancelToken cancel)
{
    OUTPOST_CO_TRY(const solana::Transaction parsed, solana::Transaction::parse(transaction));
    const auto id = parsed.id();
    if (!id)
        co_return fail(errors::kInternal, "watching a transaction that is not signed");
    const auto startedAt = ports.clock->monotonic();
    auto sentAt = startedAt; // the caller has just sent it
    std::optional<Tracked> last;
    for (;;) {
        auto looked = async::toFuture(lookTask(ports, *id, lastValid, cancel));
        OUTPOST_CO_TRY(const Tracked now, co_await qCoro(looked).takeResult());
        if (!*ports.alive)
            co_return fail(errors::kCancelled);
        if (last != now && changed)
            changed(now);
        last = now;
        const bool isThere = now.state == until || now.state == TrackState::Finalised;
        if (isThere || now.state == TrackState::Failed || now.state == TrackState::Expired)
            co_return now;
        const auto elapsed = ports.clock->monotonic() - startedAt;
        if (elapsed >= ports.timing.giveUp) // what is pending now may land later: nobody can tell
            co_return now.state == TrackState::Pending ? Tracked{TrackState::Unknown, now.words, now.slot} : now;
        const bool mayLand = now.slot == 0;
        if (mayLand && ports.clock->monotonic() - sentAt >= ports.timing.resend) {
            sentAt = ports.clock->monotonic();
            // Both hosts get it: one of them may be the one that drops it. What they answer changes nothing.
            auto again = ports.first.send(transaction, true, cancel);
            if (ports.second) {
                auto other = ports.second->send(transaction, true, cancel);
                [[maybe_unused]] const auto ignored = co_await qCoro(other).takeResult();
            }
            [[maybe_unused]] const auto ignored = co_await qCoro(again).takeResult();
            if (!*ports.alive)
                co_return fail(errors::kCancelled);
        }
        OUTPOST_CO_CHECK(co_await ports.delay->after(ports.timing.poll, cancel));
        if (!*ports.alive)
            co_return fail(errors::kCancelled);
    }
}

} // namespace outpost::ledger
