// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wallet/LockPolicy.h"
#include "core/wallet/ProcessHardening.h"
#include "core/wallet/TryLimiter.h"
#include "tests/support/FakeClock.h"
#include "tests/support/MemoryFileSystem.h"

#include <gtest/gtest.h>
#include <sys/resource.h>

namespace outpost::wallet {
namespace {

using std::chrono::milliseconds;
using std::chrono::minutes;
using std::chrono::seconds;

class LockPolicyTest : public ::testing::Test {
protected:
    test::FakeClock clock;
    LockPolicy policy{clock};
};

TEST_F(LockPolicyTest, LocksAfterTenIdleMinutesAndSaysSoOnce)
{
    policy.unlocked();
    clock.advance(minutes(10) - milliseconds(1));
    EXPECT_EQ(policy.tick(), std::nullopt);
    clock.advance(milliseconds(1));
    EXPECT_EQ(policy.tick(), LockReason::Idle);
    EXPECT_EQ(policy.tick(), std::nullopt);
    EXPECT_FALSE(policy.isUnlocked());
}

TEST_F(LockPolicyTest, ActivityStartsTheTimeAnew)
{
    policy.unlocked();
    clock.advance(minutes(9));
    policy.activity();
    clock.advance(minutes(9));
    EXPECT_EQ(policy.tick(), std::nullopt);
    EXPECT_EQ(policy.timeLeft(), minutes(1));
}

TEST_F(LockPolicyTest, ActivityAfterTheTimeHasPassedDoesNotRevive)
{
    policy.unlocked();
    clock.advance(minutes(11)); // asleep, say: no tick in between
    policy.activity();
    EXPECT_EQ(policy.tick(), LockReason::Idle);
}

TEST_F(LockPolicyTest, JumpOfTheCalendarChangesNothing)
{
    policy.unlocked();
    clock.setNow(clock.now() + std::chrono::hours(1000));
    EXPECT_EQ(policy.tick(), std::nullopt);
}

TEST_F(LockPolicyTest, LockNowSleepAndScreenLockActAtOnce)
{
    policy.unlocked();
    EXPECT_EQ(policy.lockNow(), LockReason::Asked);
    policy.unlocked();
    EXPECT_EQ(policy.aboutToSleep(), LockReason::Sleep);
    policy.unlocked();
    EXPECT_EQ(policy.sessionLocked(), LockReason::SessionLocked);
    EXPECT_EQ(policy.sessionLocked(), std::nullopt) << "locked already";
}

TEST_F(LockPolicyTest, SettingsSwitchSleepAndScreenLockOff)
{
    policy.setSettings({.idle = minutes(1), .onSleep = false, .onSessionLock = false});
    policy.unlocked();
    EXPECT_EQ(policy.aboutToSleep(), std::nullopt);
    EXPECT_EQ(policy.sessionLocked(), std::nullopt);
    clock.advance(minutes(1));
    EXPECT_EQ(policy.tick(), LockReason::Idle);
}

TEST_F(LockPolicyTest, NothingHappensWhileLocked)
{
    clock.advance(minutes(100));
    policy.activity();
    EXPECT_EQ(policy.tick(), std::nullopt);
    EXPECT_EQ(policy.lockNow(), std::nullopt);
    EXPECT_EQ(policy.timeLeft(), std::nullopt);
}

class TryLimiterTest : public ::testing::Test {
protected:
    void SetUp() override { ASSERT_TRUE(files.makeDirectories("/w")); }
    TryLimiter limiter() { return {files, clock, "/w/tries"}; }
    static milliseconds waitOf(TryLimiter& one)
    {
        const auto checked = one.check();
        return checked ? milliseconds(0) : *checked.error().retryAfter;
    }
    test::FakeClock clock;
    test::MemoryFileSystem files{&clock};
};

TEST_F(TryLimiterTest, DelayGrowsFromTheFifthTryAndHasATop)
{
    EXPECT_EQ(TryLimiter::delayAfter(0), seconds(0));
    EXPECT_EQ(TryLimiter::delayAfter(4), seconds(0));
    EXPECT_EQ(TryLimiter::delayAfter(5), seconds(30));
    EXPECT_EQ(TryLimiter::delayAfter(6), seconds(60));
    EXPECT_EQ(TryLimiter::delayAfter(9), seconds(480));
    EXPECT_EQ(TryLimiter::delayAfter(10), minutes(15));
    EXPECT_EQ(TryLimiter::delayAfter(4'000'000'000), minutes(15));
}

TEST_F(TryLimiterTest, WaitIsKeptAcrossARestart)
{
    auto first = limiter();
    for (int i = 0; i < 6; ++i)
        first.recordWrong();
    clock.advance(seconds(10));
    auto second = limiter();
    EXPECT_EQ(waitOf(second), seconds(50));
    clock.advance(seconds(50));
    EXPECT_TRUE(second.check());
}

TEST_F(TryLimiterTest, CalendarSetBackCostsOneFullWaitAndNoMore)
{
    auto first = limiter();
    for (int i = 0; i < 5; ++i)
        first.recordWrong();
    clock.setNow(clock.now() - std::chrono::hours(48));
    auto second = limiter();
    EXPECT_EQ(waitOf(second), seconds(30));
    clock.advance(seconds(30));
    EXPECT_TRUE(second.check());
}

TEST_F(TryLimiterTest, CalendarSetForwardDoesNotShortenTheWaitOfThisProcess)
{
    auto one = limiter();
    for (int i = 0; i < 5; ++i)
        one.recordWrong();
    clock.setNow(clock.now() + std::chrono::hours(1));
    EXPECT_EQ(waitOf(one), seconds(30));
}

TEST_F(TryLimiterTest, RightPasswordForgetsTheWrongOnes)
{
    auto one = limiter();
    for (int i = 0; i < 7; ++i)
        one.recordWrong();
    one.recordRight();
    EXPECT_TRUE(one.check());
    EXPECT_FALSE(files.exists("/w/tries"));
    one.recordWrong();
    EXPECT_TRUE(one.check());
}

TEST_F(TryLimiterTest, TriesOfAnotherProcessCount)
{
    auto mine = limiter();
    EXPECT_TRUE(mine.check());
    auto other = limiter();
    for (int i = 0; i < 5; ++i)
        other.recordWrong();
    EXPECT_EQ(waitOf(mine), seconds(30));
}

TEST_F(TryLimiterTest, DamagedFileCountsAsNoTries)
{
    for (const std::string_view text : {"", "junk", "outpost-wrong-passwords 1 ", "outpost-wrong-passwords 1 9",
                                        "outpost-wrong-passwords 1 9 x", "outpost-wrong-passwords 2 9 9"}) {
        files.put("/w/tries", asBytes(text));
        auto one = limiter();
        EXPECT_TRUE(one.check()) << text;
    }
}

TEST_F(TryLimiterTest, WaitHoldsOnADiskThatCannotBeWritten)
{
    files.setReadOnly(true);
    auto one = limiter();
    for (int i = 0; i < 5; ++i)
        one.recordWrong();
    EXPECT_EQ(waitOf(one), seconds(30));
}

TEST(ProcessHardening, NoCoreFilesAfterwards)
{
    ASSERT_TRUE(hardenProcess());
    rlimit limit{};
    ASSERT_EQ(::getrlimit(RLIMIT_CORE, &limit), 0);
    EXPECT_EQ(limit.rlim_cur, 0u);
    EXPECT_EQ(limit.rlim_max, 0u);
}

} // namespace
} // namespace outpost::wallet
