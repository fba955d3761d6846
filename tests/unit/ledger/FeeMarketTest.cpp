// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/FeeMarket.h"

#include "LedgerFixtures.h"

#include "core/net/NetErrors.h"
#include "tests/support/Await.h"
#include "tests/support/FakeClock.h"
#include "tests/support/ScriptedRpc.h"

#include <gtest/gtest.h>

namespace outpost::ledger {
namespace {

using test::await;

class FeeMarketTest : public testing::Test {
protected:
    test::FakeClock clock;
    test::ScriptedRpc server;
    SolanaRpc rpc{server, clock, {.url = "https://rpc.example.org"}};
    FeeMarket market{rpc};
};

TEST_F(FeeMarketTest, TakesTheEstimateOfTheHost)
{
    server.on("getPriorityFeeEstimate", R"({"priorityFeeEstimate":10082.5})");
    EXPECT_EQ(await(market.quote({key(3)})), (FeeQuote{10083, FeeQuote::Source::Estimate}));
}

TEST_F(FeeMarketTest, AnOutrageousEstimateIsCutToTheBound)
{
    server.on("getPriorityFeeEstimate", R"({"priorityFeeEstimate":900000000000})");
    EXPECT_EQ(await(market.quote({}))->microLamports, kHighestMicroLamports);
}

TEST_F(FeeMarketTest, AFreeMarketStillBidsTheLowestPrice)
{
    server.on("getPriorityFeeEstimate", R"({"priorityFeeEstimate":0})");
    EXPECT_EQ(await(market.quote({}))->microLamports, kLowestMicroLamports);
}

TEST_F(FeeMarketTest, AHostWithoutEstimatesIsAskedForRecentSlots)
{
    server.on(
        "getRecentPrioritizationFees",
        R"([{"slot":1,"prioritizationFee":100},{"slot":2,"prioritizationFee":300},{"slot":3,"prioritizationFee":200}])");
    EXPECT_EQ(await(market.quote({key(3)})), (FeeQuote{200, FeeQuote::Source::RecentSlots}));
}

TEST_F(FeeMarketTest, WhenNeitherAnswersThereIsNoQuote)
{
    server.goAway(Error(errors::kNetUnreachable));
    EXPECT_EQ(await(market.quote({})).error().code, errors::kNetUnreachable);
}

TEST_F(FeeMarketTest, AsksAboutAtMost128Accounts)
{
    server.on("getPriorityFeeEstimate", R"({"priorityFeeEstimate":1})");
    ASSERT_TRUE(await(market.quote(std::vector<PublicKey>(200, key(3)))));
    EXPECT_EQ(server.calls.at(0).params.items().at(0)["accountKeys"].size(), 128u);
}

TEST(MedianOfRecent, CountsTheHighestFeeOfASlot)
{
    EXPECT_EQ(medianOfRecent({{1, 5}, {1, 50}, {1, 7}}), 50u);
}

TEST(MedianOfRecent, LooksAtTheLatestTwentySlotsOnly)
{
    std::vector<PrioritizationFee> fees;
    for (std::uint64_t slot = 1; slot <= 40; ++slot)
        fees.push_back({slot, slot <= 20 ? 1'000'000u : 10u});
    EXPECT_EQ(medianOfRecent(fees), 10u);
}

TEST(MedianOfRecent, OfNothingIsNothing)
{
    EXPECT_EQ(medianOfRecent({}), std::nullopt);
}

TEST(UnitsToAsk, AddsATenthAndStaysWithinTheChainsLimit)
{
    EXPECT_EQ(unitsToAsk(100'000), 110'000u);
    EXPECT_EQ(unitsToAsk(150), 1'150u);
    EXPECT_EQ(unitsToAsk(1'390'000), 1'400'000u);
    EXPECT_EQ(unitsToAsk(~std::uint64_t{0}), 1'400'000u);
}

} // namespace
} // namespace outpost::ledger
