// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/Transfer.h"

#include "core/store/Devices.h"
#include "core/store/Journal.h"
#include "core/store/Records.h"
#include "core/store/Series.h"
#include "core/store/StoreErrors.h"
#include "tests/unit/store/StoreFixture.h"

namespace outpost::test {
namespace {

using namespace std::chrono_literals;

const std::vector<std::string> kSettings{"ui."};
const AssetId kAsset("solana:token");
const DeviceId kOne("net:one");
const DeviceId kTwo("net:two");

/// A store with the parts that the tests look at.
struct Records {
    explicit Records(store::Database& database, const Clock& clock)
        : db(database),
          devices(db),
          series(db),
          prices(db),
          activities(db),
          settings(db),
          journal(db, clock, "test"),
          transfer(db)
    {}
    store::Database& db;
    store::Devices devices;
    store::Series series;
    store::Prices prices;
    store::Activities activities;
    store::Settings settings;
    store::Journal journal;
    store::Transfer transfer;
};

class TransferTest : public StoreTest {
protected:
    void SetUp() override
    {
        clock.setNow(Time(std::chrono::days(20'780)));
        oldDb = openStore();
        auto other = options();
        other.file = other.file.parent_path() / "new.db";
        newDb = *store::Database::open(other, clock);
        old.emplace(*oldDb, clock);
        fresh.emplace(*newDb, clock);
    }
    static Device device(const DeviceId& id, const std::string& name)
    {
        Device d;
        d.id = id;
        d.network = NetworkId("net");
        d.owner = Address("owner");
        d.name = name;
        d.kind = "kind";
        d.city = "Hamburg";
        Place place;
        place.cell = 0x8c2a9702b2807ff;
        place.centre = {53.5512345, -9.9};
        place.gainTenthDbi = 26;
        d.place = place;
        d.addedAt = Time(100h);
        d.networkData = R"({"key":"value"})";
        return d;
    }
    static EarningSample sample(const DeviceId& id, int day, std::int64_t total, std::chrono::hours hour = 1h)
    {
        return {id, Amount{kAsset, total}, Time(std::chrono::days(day)) + hour, "oracle"};
    }
    static Operation operation(const std::string& id, OperationState state)
    {
        Operation o;
        o.id = OperationId(id);
        o.kind = "net.collect";
        o.state = state;
        o.idempotencyKey = "collect";
        o.signedBytes = {1, 2, 3};
        return o;
    }
    void fillOld()
    {
        ASSERT_TRUE(await(old->devices.upsert({device(kOne, "one"), device(kTwo, "two")})));
        ASSERT_TRUE(await(old->devices.setLabels(kOne, "Attic", "north side")));
        ASSERT_TRUE(
            await(old->series.ingest({sample(kOne, 20'700, 5), sample(kOne, 20'701, 9), sample(kTwo, 20'760, 7)})));
        ASSERT_TRUE(await(old->prices.add({{kAsset, Currency::Eur, 2'000'000'000, "CoinGecko", Time(100h)}})));
        ASSERT_TRUE(
            await(old->activities.add({{Time(50h), "activity.collected", "s", {"1"}, {{kAsset, 9}}, {}, "once"}})));
        ASSERT_TRUE(await(old->settings.set("ui.currency", "USD")));
        ASSERT_TRUE(await(old->settings.set("wallet.abc", "note")));
        ASSERT_TRUE(await(old->journal.add(operation("done", OperationState::Done))));
    }
    store::Taken take() { return *await(old->transfer.take(kSettings)); }
    Result<store::Merged> merge(Bytes content) { return await(fresh->transfer.merge(std::move(content), kSettings)); }

    std::unique_ptr<store::Database> oldDb;
    std::unique_ptr<store::Database> newDb;
    std::optional<Records> old;
    std::optional<Records> fresh;
};

TEST_F(TransferTest, AnEmptyComputerHasEverythingAfterwards)
{
    fillOld();
    const auto taken = take();
    EXPECT_EQ(taken.devices, 2);
    EXPECT_EQ(taken.months, 2);
    const auto merged = merge(taken.content);
    ASSERT_TRUE(merged) << merged.error().detail;
    EXPECT_EQ(merged->devices, 2);
    EXPECT_EQ(merged->months, 2);
    EXPECT_EQ(merged->prices, 1);
    EXPECT_EQ(merged->activities, 1);
    EXPECT_EQ(merged->operations, 1);
    EXPECT_EQ(merged->settings, 1);

    const auto one = await(fresh->devices.find(kOne));
    ASSERT_TRUE(one);
    Device expected = device(kOne, "one");
    EXPECT_EQ(one->nickname, "Attic");
    EXPECT_EQ(one->note, "north side");
    EXPECT_EQ(one->place->cell, expected.place->cell);
    EXPECT_DOUBLE_EQ(one->place->centre.latitude, 53.5512345);
    EXPECT_EQ(one->place->gainTenthDbi, 26);
    EXPECT_EQ(one->networkData, expected.networkData);
    EXPECT_EQ(one->addedAt, expected.addedAt);
    const auto days = await(fresh->series.days(kOne, kAsset, 20'700, 20'702, 20'780));
    ASSERT_EQ(days->size(), 1u);
    EXPECT_EQ(days->front().amount.base, Int128(4));
    EXPECT_EQ(await(fresh->prices.latest(Currency::Eur))->size(), 1u);
    EXPECT_EQ(await(fresh->activities.page({}, 0, 10))->front().in.front().base, Int128(9));
    const auto done = await(fresh->journal.find(OperationId("done")));
    ASSERT_TRUE(done);
    EXPECT_EQ(done->signedBytes, (Bytes{1, 2, 3}));
    EXPECT_EQ(await(fresh->journal.log(OperationId("done")))->size(), 1u);
    store::DeviceQuery query;
    query.text = "attic";
    EXPECT_EQ(await(fresh->devices.count(query)).value(), 1);
}

TEST_F(TransferTest, TheSameFileTwiceChangesNothing)
{
    fillOld();
    const auto taken = take();
    ASSERT_TRUE(merge(taken.content));
    const auto again = merge(taken.content);
    ASSERT_TRUE(again);
    EXPECT_EQ(again->devices + again->labels + again->months + again->prices + again->activities + again->operations +
                  again->settings,
              0);
    EXPECT_EQ(await(fresh->activities.page({}, 0, 10))->size(), 1u);
}

TEST_F(TransferTest, WhatIsHereWinsAndWhatIsMissingIsFilledIn)
{
    fillOld();
    Device renamed = device(kOne, "newer name");
    ASSERT_TRUE(await(fresh->devices.upsert({renamed, device(kTwo, "two")})));
    ASSERT_TRUE(await(fresh->devices.setLabels(kOne, "Roof", "")));
    ASSERT_TRUE(await(fresh->series.ingest({sample(kOne, 20'701, 9, 5h), sample(kOne, 20'702, 12)})));
    ASSERT_TRUE(await(fresh->settings.set("ui.currency", "JPY")));
    const auto merged = merge(take().content);
    ASSERT_TRUE(merged);
    EXPECT_EQ(merged->devices, 0);
    EXPECT_EQ(merged->labels, 1);
    EXPECT_EQ(merged->contradictions, 0);
    const auto one = await(fresh->devices.find(kOne));
    EXPECT_EQ(one->name, "newer name");
    EXPECT_EQ(one->nickname, "Roof");
    EXPECT_EQ(one->note, "north side");
    const auto days = await(fresh->series.days(kOne, kAsset, 20'700, 20'703, 20'780));
    ASSERT_EQ(days->size(), 2u);
    EXPECT_EQ(days->at(0).amount.base, Int128(4));
    EXPECT_EQ(days->at(1).amount.base, Int128(3));
    EXPECT_EQ(await(fresh->settings.all())->at("ui.currency"), "JPY");
}

TEST_F(TransferTest, SamplesThatContradictThisComputersAreCountedAndLeftOut)
{
    fillOld();
    ASSERT_TRUE(await(fresh->devices.upsert({device(kOne, "one"), device(kTwo, "two")})));
    ASSERT_TRUE(await(fresh->series.ingest({sample(kOne, 20'699, 100), sample(kOne, 20'702, 101)})));
    const auto merged = merge(take().content);
    ASSERT_TRUE(merged);
    EXPECT_EQ(merged->contradictions, 1);
    EXPECT_EQ(await(fresh->series.days(kOne, kAsset, 20'700, 20'702, 20'780))->back().day, 20'702);
}

TEST_F(TransferTest, NotesOfWalletsAndUnfinishedOperationsStayBehind)
{
    fillOld();
    ASSERT_TRUE(await(old->journal.add(operation("open", OperationState::Approved))));
    const auto taken = take();
    EXPECT_EQ(taken.operations, 1);
    EXPECT_EQ(taken.unfinished, 1);
    ASSERT_TRUE(merge(taken.content));
    EXPECT_TRUE(await(fresh->journal.find(OperationId("open"))).error().is(errors::kStoreNotFound));
    EXPECT_FALSE(await(fresh->settings.all())->contains("wallet.abc"));
}

TEST_F(TransferTest, ContentThatIsCutAnywhereChangesNothing)
{
    fillOld();
    const Bytes content = take().content;
    for (std::size_t length = 0; length < content.size(); length += length < 64 ? 1 : 17) {
        const auto merged = merge(Bytes(content.begin(), content.begin() + static_cast<std::ptrdiff_t>(length)));
        EXPECT_FALSE(merged) << length;
        EXPECT_EQ(await(fresh->devices.count({})).value(), 0) << length;
    }
    Bytes longer = content;
    longer.push_back(0);
    EXPECT_FALSE(merge(longer));
    EXPECT_EQ(await(fresh->devices.count({})).value(), 0);
}

TEST_F(TransferTest, AnyChangedByteIsRefusedOrReadWithoutHarm)
{
    fillOld();
    const Bytes content = take().content;
    for (std::size_t at = 0; at < content.size(); at += 3) {
        Bytes bad = content;
        bad[at] ^= 0xFF;
        (void)merge(std::move(bad)); // it is sealed by a cipher; here only that nothing runs away
    }
    EXPECT_TRUE(merge(content));
}

TEST_F(TransferTest, ContentOfALaterVersionIsNamedAsSuch)
{
    Bytes later = take().content;
    later[0] = 2;
    EXPECT_TRUE(merge(later).error().is(errors::kStoreTooNew));
}

} // namespace
} // namespace outpost::test
