// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/FeeMarket.h"

#include <algorithm>
#include <map>

namespace outpost::ledger {

namespace {

constexpr std::size_t kSlots = 20;
constexpr std::size_t kMaxAccounts = 128;
constexpr std::uint64_t kMaxUnits = 1'400'000; // of one transaction

Task<FeeQuote> fallBack(Future<std::uint64_t> estimate, std::function<Future<std::vector<PrioritizationFee>>()> recent)
{
    auto estimated = co_await qCoro(estimate).takeResult();
    if (estimated)
        co_return FeeQuote{clampPrice(*estimated), FeeQuote::Source::Estimate};
    if (estimated.error().is(errors::kCancelled))
        co_return fail(std::move(estimated.error()));
    auto asked = recent();
    OUTPOST_CO_TRY(const auto fees, co_await qCoro(asked).takeResult());
    // No fees in recent slots means that nobody bids.
    co_return FeeQuote{clampPrice(medianOfRecent(fees).value_or(0)), FeeQuote::Source::RecentSlots};
}

} // namespace

std::uint64_t clampPrice(std::uint64_t microLamports)
{
    return std::clamp(microLamports, kLowestMicroLamports, kHighestMicroLamports);
}

std::optional<std::uint64_t> medianOfRecent(const std::vector<PrioritizationFee>& fees)
{
    std::map<std::uint64_t, std::uint64_t, std::greater<>> bySlot; // newest first
    for (const PrioritizationFee& fee : fees) {
        auto& highest = bySlot[fee.slot];
        highest = std::max(highest, fee.microLamports);
    }
    std::vector<std::uint64_t> latest;
    for (const auto& [slot, fee] : bySlot) {
        if (latest.size() == kSlots)
            break;
        latest.push_back(fee);
    }
    if (latest.empty())
        return std::nullopt;
    std::ranges::sort(latest);
    return latest[(latest.size() - 1) / 2];
}

std::uint32_t unitsToAsk(std::uint64_t simulated)
{
    const std::uint64_t used = std::min(simulated, kMaxUnits);
    return static_cast<std::uint32_t>(std::min(kMaxUnits, used + std::max<std::uint64_t>(1'000, used / 10)));
}

Future<FeeQuote> FeeMarket::quote(std::vector<PublicKey> writable, CancelToken cancel)
{
    if (writable.size() > kMaxAccounts)
        writable.resize(kMaxAccounts);
    auto estimate = m_rpc.priorityFeeEstimate(writable, cancel);
    return async::toFuture(fallBack(std::move(estimate), [rpc = m_rpc, writable, cancel]() mutable {
        return rpc.recentPrioritizationFees(std::move(writable), std::move(cancel));
    }));
}

} // namespace outpost::ledger
