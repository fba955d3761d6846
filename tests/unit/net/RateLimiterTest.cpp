// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/RateLimiter.h"

#include "tests/support/FakeClock.h"

#include <gtest/gtest.h>

namespace outpost::net {
namespace {

using namespace std::chrono_literals;

TEST(RateLimiter, LetsTheBurstPassAtOnceAndSpacesTheRest)
{
    test::FakeClock clock;
    RateLimiter limiter(clock, {.perSecond = 2, .burst = 2});
    EXPECT_EQ(limiter.reserve("a"), 0ms);
    EXPECT_EQ(limiter.reserve("a"), 0ms);
    EXPECT_EQ(limiter.reserve("a"), 500ms);
    EXPECT_EQ(limiter.reserve("a"), 1000ms);
}

TEST(RateLimiter, TokensComeBackWithTimeUpToTheBurst)
{
    test::FakeClock clock;
    RateLimiter limiter(clock, {.perSecond = 1, .burst = 2});
    limiter.reserve("a");
    limiter.reserve("a");
    clock.advance(1h);
    EXPECT_EQ(limiter.reserve("a"), 0ms);
    EXPECT_EQ(limiter.reserve("a"), 0ms);
    EXPECT_EQ(limiter.reserve("a"), 1000ms);
}

TEST(RateLimiter, HostsDoNotShareTokens)
{
    test::FakeClock clock;
    RateLimiter limiter(clock, {.perSecond = 1, .burst = 1});
    EXPECT_EQ(limiter.reserve("a"), 0ms);
    EXPECT_EQ(limiter.reserve("b"), 0ms);
}

TEST(RateLimiter, AHostMayHaveARateOfItsOwn)
{
    test::FakeClock clock;
    RateLimiter limiter(clock, {.perSecond = 100, .burst = 100});
    limiter.setRate("slow", {.perSecond = 0.5, .burst = 1});
    EXPECT_EQ(limiter.reserve("slow"), 0ms);
    EXPECT_EQ(limiter.reserve("slow"), 2000ms);
}

TEST(RateLimiter, APauseHoldsEverybodyUntilItIsOver)
{
    test::FakeClock clock;
    RateLimiter limiter(clock, {.perSecond = 10, .burst = 10});
    limiter.pause("a", 3s);
    EXPECT_EQ(limiter.reserve("a"), 3s);
    clock.advance(3s);
    EXPECT_EQ(limiter.reserve("a"), 0ms);
}

} // namespace
} // namespace outpost::net
