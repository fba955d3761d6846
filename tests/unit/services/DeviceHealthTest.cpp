// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/DeviceHealth.h"

#include <gtest/gtest.h>

namespace outpost::services {
namespace {

constexpr std::int32_t kToday = 20'000;
const AssetId kCoin("test:coin");
const AssetId kOther("test:other");

/// Days up to and including today, the last value being today's.
std::vector<EarningDay> daysOf(const std::vector<std::int64_t>& values, const AssetId& asset = kCoin)
{
    std::vector<EarningDay> days;
    std::int32_t day = kToday - static_cast<std::int32_t>(values.size()) + 1;
    for (const std::int64_t value : values)
        days.push_back({DeviceId("net:a"), day++, Amount{asset, value}, day <= kToday});
    return days;
}

std::vector<std::int64_t> usual(std::vector<std::int64_t> tail)
{
    std::vector<std::int64_t> values(20, 100);
    values.insert(values.end(), tail.begin(), tail.end());
    return values;
}

TEST(DeviceHealth, ADeviceThatEarnsAsUsualWorks)
{
    const Health health = assessHealth(daysOf(usual({90, 110, 100, 5})), kToday);
    EXPECT_TRUE(health.known);
    EXPECT_EQ(health.status, DeviceStatus::Working);
    EXPECT_TRUE(health.problem.empty());
}

TEST(DeviceHealth, TodayWithoutEarningsSaysNothing)
{
    EXPECT_EQ(assessHealth(daysOf(usual({100, 100, 100, 0})), kToday).status, DeviceStatus::Working);
}

TEST(DeviceHealth, OneFullDayWithoutEarningsAsksForACheck)
{
    const Health health = assessHealth(daysOf(usual({100, 100, 0, 0})), kToday);
    EXPECT_EQ(health.status, DeviceStatus::Check);
    EXPECT_EQ(health.problem, "problem.earnsNothing");
    EXPECT_EQ(health.since, kToday - 1);
}

TEST(DeviceHealth, TwoFullDaysWithoutEarningsAreOfflineSinceTheFirst)
{
    const Health health = assessHealth(daysOf(usual({100, 0, 0, 0})), kToday);
    EXPECT_EQ(health.status, DeviceStatus::Offline);
    EXPECT_EQ(health.since, kToday - 2);
    EXPECT_EQ(health.lastEarned, kToday - 3);
}

TEST(DeviceHealth, ALongSilenceIsComparedWithTheTimeBeforeIt)
{
    const Health health = assessHealth(daysOf(usual({0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0})), kToday);
    EXPECT_EQ(health.status, DeviceStatus::Offline);
    ASSERT_EQ(health.usual.size(), 1u);
    EXPECT_EQ(health.usual.front().base, Int128(100)); // what the silence costs a day
}

TEST(DeviceHealth, FarLessThanUsualAsksForACheck)
{
    const Health health = assessHealth(daysOf(usual({30, 30, 30, 0})), kToday);
    EXPECT_EQ(health.status, DeviceStatus::Check);
    EXPECT_EQ(health.problem, "problem.earnsLess");
}

TEST(DeviceHealth, ALittleLessThanUsualIsFine)
{
    EXPECT_EQ(assessHealth(daysOf(usual({60, 60, 60, 0})), kToday).status, DeviceStatus::Working);
}

TEST(DeviceHealth, ADeviceThatNeverEarnedIsNotBlamed)
{
    const Health health = assessHealth(daysOf(std::vector<std::int64_t>(25, 0)), kToday);
    EXPECT_EQ(health.status, DeviceStatus::Working);
    EXPECT_TRUE(health.problem.empty());
}

TEST(DeviceHealth, TooFewDaysSayNothing)
{
    EXPECT_FALSE(assessHealth(daysOf({100, 100, 0, 0, 0}), kToday).known);
    EXPECT_FALSE(assessHealth({}, kToday).known);
}

TEST(DeviceHealth, OldSamplesSayNothing)
{
    auto days = daysOf(usual({0, 0, 0}));
    EXPECT_FALSE(assessHealth(days, kToday + 10).known);
}

TEST(DeviceHealth, OneAssetThatStillComesKeepsADeviceFromBeingOffline)
{
    auto days = daysOf(usual({100, 0, 0, 0}));
    const auto other = daysOf(usual({100, 100, 100, 100}), kOther);
    days.insert(days.end(), other.begin(), other.end());
    EXPECT_EQ(assessHealth(days, kToday).status, DeviceStatus::Check);
}

} // namespace
} // namespace outpost::services
