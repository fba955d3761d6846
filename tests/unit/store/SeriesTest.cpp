// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/Series.h"

#include "core/store/Devices.h"
#include "core/store/StoreErrors.h"
#include "tests/unit/store/StoreFixture.h"

#include <rapidcheck.h>

namespace outpost::test {
namespace {

constexpr std::int64_t kDay = 86'400;
constexpr std::int64_t kNovember = 20'758; // 2026-11-01

const AssetId kAsset("solana:token");

EarningSample sample(std::int64_t day, std::int64_t total, std::int64_t secondsIntoDay = 600)
{
    return {DeviceId("a"), {kAsset, total}, fromUnixSeconds(day * kDay + secondsIntoDay), "oracle"};
}

class SeriesTest : public StoreTest {
protected:
    void SetUp() override
    {
        db = openStore();
        store::Devices devices(*db);
        Device device;
        device.id = DeviceId("a");
        ASSERT_TRUE(await(devices.upsert({device})));
        series = std::make_unique<store::Series>(*db);
    }
    std::vector<std::pair<std::int32_t, std::string>> days(std::int32_t from, std::int32_t to,
                                                           std::int32_t today = 99'999)
    {
        std::vector<std::pair<std::int32_t, std::string>> list;
        const auto found = await(series->days(DeviceId("a"), kAsset, from, to, today));
        for (const auto& day : *found)
            list.emplace_back(day.day, day.amount.base.toString() + (day.complete ? "" : "?"));
        return list;
    }

    std::unique_ptr<store::Database> db;
    std::unique_ptr<store::Series> series;
};

using Days = std::vector<std::pair<std::int32_t, std::string>>;

TEST_F(SeriesTest, DailyEarningsAreDifferencesAcrossMonths)
{
    ASSERT_TRUE(
        await(series->ingest({sample(kNovember - 1, 100), sample(kNovember, 107), sample(kNovember + 1, 110)})));
    EXPECT_EQ(days(kNovember, kNovember + 1), (Days{{kNovember, "7"}, {kNovember + 1, "3"}}));
}

TEST_F(SeriesTest, TheLastSampleOfADayCounts)
{
    ASSERT_TRUE(await(series->ingest({sample(kNovember, 100), sample(kNovember + 1, 105),
                                      sample(kNovember + 1, 109, 7200), sample(kNovember + 1, 106, 3600)})));
    EXPECT_EQ(days(kNovember, kNovember + 1), (Days{{kNovember + 1, "9"}}));
}

TEST_F(SeriesTest, AGapIsSpreadOverItsDaysAndSaidToBeIncomplete)
{
    ASSERT_TRUE(await(series->ingest({sample(kNovember, 100), sample(kNovember + 3, 110)})));
    EXPECT_EQ(days(kNovember, kNovember + 3),
              (Days{{kNovember + 1, "3?"}, {kNovember + 2, "3?"}, {kNovember + 3, "4?"}}));
}

TEST_F(SeriesTest, TodayIsNeverComplete)
{
    ASSERT_TRUE(await(series->ingest({sample(kNovember, 100), sample(kNovember + 1, 110)})));
    EXPECT_EQ(days(kNovember, kNovember + 1, kNovember + 1), (Days{{kNovember + 1, "10?"}}));
}

TEST_F(SeriesTest, ATotalThatGoesDownIsRefusedAndCounted)
{
    ASSERT_TRUE(await(series->ingest({sample(kNovember, 100)})));
    const auto report = await(series->ingest({sample(kNovember + 1, 99), sample(kNovember + 1, -5)}));
    EXPECT_EQ(report->decreased, 2);
    EXPECT_TRUE(days(kNovember, kNovember + 1).empty());
}

TEST_F(SeriesTest, HistoryMayArriveAfterTheNewestSample)
{
    ASSERT_TRUE(await(series->ingest({sample(kNovember + 2, 120)})));
    const auto report = await(series->ingest({sample(kNovember, 100), sample(kNovember + 1, 110)}));
    EXPECT_EQ(report->stored, 2);
    EXPECT_EQ(days(kNovember, kNovember + 2), (Days{{kNovember + 1, "10"}, {kNovember + 2, "10"}}));
    EXPECT_EQ(*await(series->firstDay()), std::optional<std::int32_t>(kNovember));
}

TEST_F(SeriesTest, SamplesOfAnUnknownDeviceAreCountedAndNotStored)
{
    auto stranger = sample(kNovember, 5);
    stranger.device = DeviceId("zz");
    EXPECT_EQ(await(series->ingest({stranger}))->unknownDevice, 1);
}

TEST(PackedSeries, WhatIsPackedComesBack)
{
    EXPECT_TRUE(rc::check([] {
        std::vector<store::SeriesPoint> points;
        Int128 total = *rc::gen::inRange<std::int64_t>(0, 1'000'000'000'000);
        for (int day = 0; day < *rc::gen::inRange(0, 30); ++day) {
            total = *total.plus(*rc::gen::inRange<std::int64_t>(0, 1'000'000'000));
            points.push_back({kNovember * kDay + day * kDay + *rc::gen::inRange(1, 80'000), total});
        }
        const auto back = store::unpackSeries(kNovember * kDay, store::packSeries(kNovember * kDay, points));
        RC_ASSERT(back.has_value());
        RC_ASSERT(*back == points);
    }));
}

TEST(PackedSeries, DamagedBytesAreRefusedOrReadAndNeverCrash)
{
    EXPECT_TRUE(rc::check([](const std::vector<std::uint8_t>& noise) {
        const auto points = store::unpackSeries(kNovember * kDay, noise);
        if (points)
            RC_ASSERT(points->size() <= 31u);
    }));
    EXPECT_FALSE(store::unpackSeries(kNovember * kDay, {}));
    EXPECT_FALSE(store::unpackSeries(kNovember * kDay, Bytes{1, 0x80}));
}

TEST(PackedSeries, AMonthOfOneDeviceTakesLessThanThreeHundredBytes)
{
    std::vector<store::SeriesPoint> points;
    for (int day = 0; day < 30; ++day)
        points.push_back({kNovember * kDay + day * kDay + 600, Int128(5'000'000'000LL + day * 40'000'000LL)});
    EXPECT_LT(store::packSeries(kNovember * kDay, points).size(), 300u);
}

} // namespace
} // namespace outpost::test
