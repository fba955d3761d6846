// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/EarningsService.h"

#include "tests/unit/store/StoreFixture.h"

namespace outpost::test {
namespace {

const AssetId kAsset("solana:token");
constexpr std::int32_t kNov1 = 20'758; // 2026-11-01

class EarningsTest : public StoreTest {
protected:
    void SetUp() override
    {
        clock.setNow(Time(std::chrono::days(kNov1 + 9)) + std::chrono::hours(12));
        db = openStore();
        series = std::make_unique<store::Series>(*db);
        devices = std::make_unique<store::Devices>(*db);
        prices = std::make_unique<store::Prices>(*db);
        activities = std::make_unique<store::Activities>(*db);
        service = std::make_unique<services::EarningsService>(
            services::EarningsService::Ports{*series, *devices, *prices, *activities, clock},
            std::vector<Asset>{{kAsset, "TOK", "Token", 2}});
        Device device;
        device.id = DeviceId("a");
        ASSERT_TRUE(await(devices->upsert({device})));
    }
    void sampleDaily(std::int32_t from, std::int32_t to, std::int64_t perDay)
    {
        std::vector<EarningSample> samples;
        for (std::int32_t day = from; day <= to; ++day)
            samples.push_back({DeviceId("a"),
                               {kAsset, (day - 20'000) * perDay},
                               Time(std::chrono::days(day)) + std::chrono::minutes(10),
                               "s"});
        ASSERT_TRUE(await(series->ingest(samples)));
    }
    void priceOf(Int128 nano, Time at)
    {
        ASSERT_TRUE(await(prices->add({{kAsset, Currency::Eur, nano, "source", at}})));
    }

    std::unique_ptr<store::Database> db;
    std::unique_ptr<store::Series> series;
    std::unique_ptr<store::Devices> devices;
    std::unique_ptr<store::Prices> prices;
    std::unique_ptr<store::Activities> activities;
    std::unique_ptr<services::EarningsService> service;
};

TEST_F(EarningsTest, WithoutAPriceAnAmountHasNoWorthInsteadOfZero)
{
    sampleDaily(kNov1 - 1, kNov1 + 3, 100);
    const auto summary = await(service->days({}, kNov1, kNov1 + 3, Currency::Eur));
    EXPECT_FALSE(summary->total.minor.has_value());
    EXPECT_EQ(summary->total.amounts.front().base, Int128(400));
}

TEST_F(EarningsTest, WhatIsNotSampledAnyMoreHasNoMonth)
{
    sampleDaily(kNov1 - 1, kNov1 + 3, 100);
    priceOf(Int128(2'000'000'000), clock.now());
    ASSERT_TRUE(await(service->refreshFigures(Currency::Eur)));
    EXPECT_TRUE(await(devices->page({}, 0, 1))->front().monthMinor);
    clock.setNow(clock.now() + std::chrono::days(90));
    ASSERT_TRUE(await(service->refreshFigures(Currency::Eur)));
    EXPECT_FALSE(await(devices->page({}, 0, 1))->front().monthMinor);
}

TEST_F(EarningsTest, TheTotalIsTheSumOfWhatTheDaysShow)
{
    sampleDaily(kNov1 - 1, kNov1 + 3, 333);
    priceOf(Int128(1'234'567'890), clock.now());
    const auto summary = await(service->days({}, kNov1, kNov1 + 3, Currency::Eur));
    Int128 sum = 0;
    for (const auto& day : summary->days)
        sum = *sum.plus(*day.worth.minor);
    EXPECT_EQ(*summary->total.minor, sum);
    EXPECT_EQ(sum, Int128(4 * 411)); // 3.33 x 1.23456789 = 4.1111, rounded each day
}

TEST_F(EarningsTest, ADayIsWorthItsOwnPriceAndSaysSoWhenItIsTodays)
{
    sampleDaily(kNov1 - 1, kNov1 + 3, 100);
    priceOf(Int128(2'000'000'000), Time(std::chrono::days(kNov1 + 1)));
    priceOf(Int128(3'000'000'000), clock.now());
    const auto summary = await(service->days({}, kNov1, kNov1 + 3, Currency::Eur));
    ASSERT_EQ(summary->days.size(), 4u);
    EXPECT_EQ(*summary->days[0].worth.minor, Int128(200));
    EXPECT_FALSE(summary->days[0].todaysPrice);
    EXPECT_EQ(*summary->days[3].worth.minor, Int128(300));
    EXPECT_TRUE(summary->days[3].todaysPrice);
}

TEST_F(EarningsTest, AMonthIsComparedOnlyWithDaysThatWereAllSampled)
{
    sampleDaily(kNov1 - 1, kNov1 + 9, 100);
    priceOf(Int128(1'000'000'000), clock.now());
    EXPECT_FALSE(await(service->home(Currency::Eur))->previousSameDaysMinor.has_value());
    sampleDaily(kNov1 - 40, kNov1 - 2, 100);
    const auto home = await(service->home(Currency::Eur));
    ASSERT_TRUE(home->previousSameDaysMinor.has_value());
    EXPECT_EQ(*home->previousSameDaysMinor, Int128(1000));
    EXPECT_EQ(*home->perDayMinor, Int128(100));
}

TEST(Months, StartAndLengthFollowTheCalendar)
{
    EXPECT_EQ(services::monthStart(kNov1 + 29), kNov1);
    EXPECT_EQ(services::previousMonthStart(kNov1), kNov1 - 31);
    EXPECT_EQ(services::daysInMonth(kNov1), 30);
}

} // namespace
} // namespace outpost::test
