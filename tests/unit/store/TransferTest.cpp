// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/Transfer.h"

#include "core/domain/Cells.h"
#include "core/store/Devices.h"
#include "core/store/Journal.h"
#include "core/store/Records.h"
#include "core/store/Series.h"
#include "core/store/StoreErrors.h"
#include "tests/unit/store/StoreFixture.h"

namespace outpost::test {
namespace {

using namespace std::chrono_literals;

using store::Sql;

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
        place.centre = {53.5512345, -9.9};
        place.cell = *cellAt(place.centre, 12);
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
    /// The content of fillOld() after the old computer's records were changed with SQL.
    Bytes changedBy(const std::string& statement)
    {
        EXPECT_TRUE(await(oldDb->write([statement](Sql& sql) { return sql.exec(statement); }))) << statement;
        return take().content;
    }
    /// The byte of the state of the one operation that fillOld() writes.
    static std::size_t stateOf(const Bytes& content)
    {
        const std::string_view kind = "net.collect";
        const auto at = std::search(content.begin(), content.end(), kind.begin(), kind.end());
        return static_cast<std::size_t>(at - content.begin()) + kind.size() + 4; // behind the empty subject
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

TEST_F(TransferTest, AnOperationThatCouldBeTriedAgainStaysBehind)
{
    fillOld();
    ASSERT_TRUE(await(old->journal.add(operation("failed", OperationState::Failed))));
    ASSERT_TRUE(await(old->journal.add(operation("expired", OperationState::Expired))));
    ASSERT_TRUE(await(old->journal.add(operation("partly", OperationState::PartlyDone))));
    ASSERT_TRUE(await(old->journal.add(operation("cancelled", OperationState::Cancelled))));
    const auto taken = take();
    EXPECT_EQ(taken.operations, 2);
    EXPECT_EQ(taken.unfinished, 3);
    ASSERT_TRUE(merge(taken.content));
    EXPECT_TRUE(await(fresh->journal.find(OperationId("cancelled"))));
    for (const char* id : {"failed", "expired", "partly"})
        EXPECT_TRUE(await(fresh->journal.find(OperationId(id))).error().is(errors::kStoreNotFound)) << id;
}

TEST_F(TransferTest, AForeignOperationThatCouldBeTriedAgainIsRefused)
{
    fillOld();
    const Bytes content = take().content;
    const std::size_t at = stateOf(content);
    ASSERT_EQ(content.at(at), static_cast<std::uint8_t>(OperationState::Done));
    for (int state = 0; state <= static_cast<int>(OperationState::PartlyDone); ++state) {
        Bytes foreign = content;
        foreign[at] = static_cast<std::uint8_t>(state);
        const auto s = static_cast<OperationState>(state);
        if (s == OperationState::Finalised || s == OperationState::Done || s == OperationState::Cancelled)
            continue;
        const auto merged = merge(foreign);
        ASSERT_FALSE(merged) << stateName(s);
        EXPECT_TRUE(merged.error().is(errors::kMalformed)) << stateName(s);
    }
}

TEST_F(TransferTest, APlaceThatCannotBeIsRefused)
{
    fillOld();
    const std::vector<std::string> wrongs{"latitude = 'nan'",   "latitude = 'inf'",
                                          "latitude = 91",      "latitude = '53,5'",
                                          "latitude = NULL",    "longitude = -181",
                                          "longitude = '9x'",   "longitude = NULL",
                                          "cell = 1",           "cell = -1",
                                          "cell = NULL",        "elevation = 3000000000",
                                          "gain = -3000000000", "gain = 9223372036854775807"};
    const std::string cell = std::to_string(device(kOne, "").place->cell);
    for (const std::string& wrong : wrongs) {
        const Bytes content =
            changedBy("UPDATE devices SET latitude = 53.5512345, longitude = -9.9, cell = " + cell +
                      ", elevation = 3, gain = 26; UPDATE devices SET " + wrong + " WHERE id = 'net:two'");
        const auto merged = merge(content);
        ASSERT_FALSE(merged) << wrong;
        EXPECT_TRUE(merged.error().is(errors::kMalformed)) << wrong;
        EXPECT_EQ(await(fresh->devices.count({})).value(), 0) << wrong;
    }
}

TEST_F(TransferTest, APointWithoutACellAndADeviceWithoutAPlaceAreTaken)
{
    fillOld();
    const auto merged = merge(changedBy(
        "UPDATE devices SET cell = 0, latitude = 1e-7, longitude = 180 WHERE id = 'net:one'; UPDATE devices SET cell = "
        "NULL, latitude = NULL, longitude = NULL, elevation = NULL, gain = NULL WHERE id = 'net:two'"));
    ASSERT_TRUE(merged) << merged.error().detail;
    const auto one = await(fresh->devices.find(kOne));
    EXPECT_DOUBLE_EQ(one->place->centre.latitude, 1e-7);
    EXPECT_DOUBLE_EQ(one->place->centre.longitude, 180);
    EXPECT_FALSE(await(fresh->devices.find(kTwo))->place);
}

TEST_F(TransferTest, DamagedRecordsOfThisComputerAreNotSaidOfTheFile)
{
    fillOld();
    const Bytes content = take().content;
    ASSERT_TRUE(merge(content));
    ASSERT_TRUE(await(newDb->write([](Sql& sql) { return sql.exec("UPDATE series SET data = x'07'"); })));
    EXPECT_TRUE(merge(content).error().is(errors::kStoreDamaged));
    EXPECT_TRUE(merge(changedBy("UPDATE series SET data = x'07'")).error().is(errors::kMalformed));
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
    struct Seen {
        bool accepted = false;
        std::int64_t devices = 0;
        std::int64_t harm = 0; ///< rows that may never come out of a file
    };
    int accepted = 0;
    int refused = 0;
    for (std::size_t at = 0; at < content.size(); ++at) {
        for (const std::uint8_t bits : {0x01, 0x80, 0xFF}) {
            Bytes bad = content;
            bad[at] ^= bits;
            Seen seen;
            // Answers an error, so that each changed byte meets an empty store.
            const auto looked = await(newDb->write([&](Sql& sql) -> Result<void> {
                const auto merged = store::mergeContent(sql, bad, kSettings);
                if (!merged)
                    return std::unexpected(merged.error());
                OUTPOST_TRY(auto rows, sql.prepare("SELECT count(*) FROM devices"));
                OUTPOST_CHECK(rows->step());
                OUTPOST_TRY(auto harm,
                            sql.prepare("SELECT (SELECT count(*) FROM operations WHERE state NOT IN (7, 8, 11)) + "
                                        "(SELECT count(*) FROM settings WHERE substr(key, 1, 3) <> 'ui.') + "
                                        "(SELECT count(*) FROM devices WHERE latitude NOT BETWEEN -90 AND 90 OR "
                                        "longitude NOT BETWEEN -180 AND 180)"));
                OUTPOST_CHECK(harm->step());
                seen = {true, rows->integer(0), harm->integer(0)};
                return fail(errors::kCancelled);
            }));
            ASSERT_FALSE(looked);
            ASSERT_TRUE(looked.error().is(seen.accepted ? errors::kCancelled : errors::kMalformed) ||
                        looked.error().is(errors::kStoreTooNew))
                << at << looked.error().detail;
            ASSERT_LE(seen.devices, 2) << at;
            ASSERT_EQ(seen.harm, 0) << at;
            ++(seen.accepted ? accepted : refused);
        }
    }
    EXPECT_GT(accepted, 0);
    EXPECT_GT(refused, 0);
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
