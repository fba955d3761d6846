// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/Devices.h"
#include "core/store/Records.h"
#include "core/store/StoreErrors.h"
#include "tests/unit/store/StoreFixture.h"

#include <sqlite3.h>
#include <sys/stat.h>

#include <fstream>
#include <thread>

namespace outpost::test {
namespace {

using Database = StoreTest;

void overwrite(const std::filesystem::path& file, std::size_t from, std::size_t count)
{
    std::fstream out(file, std::ios::in | std::ios::out | std::ios::binary);
    out.seekp(static_cast<std::streamoff>(from));
    out << std::string(count, 'x');
}

TEST_F(Database, ANewStoreIsReadableByItsOwnerOnly)
{
    const auto db = openStore();
    struct stat st{};
    ASSERT_EQ(::stat(options().file.c_str(), &st), 0);
    EXPECT_EQ(st.st_mode & 0777, 0600u);
    EXPECT_TRUE(db->report().created);
}

TEST_F(Database, ProgramsThatMakeItAtTheSameMomentAllOpenIt)
{
    std::vector<std::string> failures(6);
    std::vector<std::thread> programs;
    for (std::string& failure : failures) {
        programs.emplace_back([this, &failure] {
            const auto db = store::Database::open(options(), clock);
            failure = db ? std::string() : db.error().detail;
        });
    }
    for (std::thread& program : programs)
        program.join();
    for (const std::string& failure : failures)
        EXPECT_EQ(failure, "");
}

TEST_F(Database, ClosingEndsWhatWasHandedInAndTakesNothingMore)
{
    const auto db = openStore();
    store::Settings settings(*db);
    std::vector<Future<void>> writing;
    for (int i = 0; i < 50; ++i)
        writing.push_back(settings.set("key" + std::to_string(i), "value"));
    db->close();
    for (auto& future : writing) {
        ASSERT_TRUE(future.isFinished());
        EXPECT_TRUE(future.takeResult());
    }
    auto late = settings.all();
    ASSERT_TRUE(late.isFinished());
    EXPECT_EQ(late.takeResult().error().code, errors::kCancelled);
    EXPECT_EQ(await(openStore()->read([](store::Sql& sql) { return sql.scalar("SELECT count(*) FROM settings"); })),
              50);
}

TEST_F(Database, AFailedTransactionLeavesNothingBehind)
{
    const auto db = openStore();
    const auto failed = await(db->write([](store::Sql& sql) -> Result<void> {
        OUTPOST_CHECK(sql.exec("INSERT INTO settings VALUES ('a', 'b')"));
        return fail(errors::kInternal);
    }));
    EXPECT_FALSE(failed);
    EXPECT_TRUE(await(store::Settings(*db).all())->empty());
}

TEST_F(Database, AStoreOfTheDemoIsRefusedOnTheRealNetworkAndTheReverse)
{
    openStore().reset();
    const auto asDemo = store::Database::open(options(true), clock);
    ASSERT_FALSE(asDemo);
    EXPECT_TRUE(asDemo.error().is(errors::kStoreWrongWorld));
}

TEST_F(Database, AStoreOfTheFirstSchemaIsBroughtUpToDateAndCopiedBefore)
{
    {
        std::ifstream script(std::filesystem::path(OUTPOST_TEST_DATA) / "store_v1.sql");
        const std::string text((std::istreambuf_iterator<char>(script)), std::istreambuf_iterator<char>());
        ASSERT_FALSE(text.empty());
        sqlite3* old = nullptr;
        ASSERT_EQ(sqlite3_open(options().file.c_str(), &old), SQLITE_OK);
        EXPECT_EQ(sqlite3_exec(old, text.c_str(), nullptr, nullptr, nullptr), SQLITE_OK) << sqlite3_errmsg(old);
        sqlite3_close(old);
    }
    const auto db = openStore();
    ASSERT_NE(db, nullptr);
    EXPECT_FALSE(db->report().recovered);
    EXPECT_TRUE(db->newestBackup().has_value());
    const auto rows = await(store::Devices(*db).page({}, 0, 10));
    ASSERT_TRUE(rows);
    ASSERT_EQ(rows->size(), 1U);
    EXPECT_EQ(rows->front().device.nickname, "Roof");
    EXPECT_EQ(rows->front().monthMinor, std::nullopt) << "what stood there may have meant nothing";
}

TEST_F(Database, TheCopyBeforeAMigrationIsOneOfThreeAsWell)
{
    for (const char* day : {"01", "02", "03"}) {
        std::filesystem::create_directories(options().backups);
        std::ofstream(options().backups / std::format("store-202601{}T000000.db", day)) << "older";
    }
    {
        std::ifstream script(std::filesystem::path(OUTPOST_TEST_DATA) / "store_v1.sql");
        const std::string text((std::istreambuf_iterator<char>(script)), std::istreambuf_iterator<char>());
        sqlite3* old = nullptr;
        ASSERT_EQ(sqlite3_open(options().file.c_str(), &old), SQLITE_OK);
        EXPECT_EQ(sqlite3_exec(old, text.c_str(), nullptr, nullptr, nullptr), SQLITE_OK) << sqlite3_errmsg(old);
        sqlite3_close(old);
    }
    const auto db = openStore();
    ASSERT_NE(db, nullptr);
    const auto copies = db->backups();
    ASSERT_EQ(copies.size(), 3u);
    EXPECT_EQ(copies.front().madeAt, std::chrono::floor<std::chrono::seconds>(clock.now()));
    EXPECT_FALSE(std::filesystem::exists(options().backups / "store-20260101T000000.db")) << "the oldest went";
}

TEST_F(Database, AStoreOfANewerProgramIsRefusedAndKept)
{
    {
        const auto db = openStore();
        ASSERT_TRUE(await(db->write([](store::Sql& sql) { return sql.exec("PRAGMA user_version = 999"); })));
    }
    const auto again = store::Database::open(options(), clock);
    ASSERT_FALSE(again);
    EXPECT_TRUE(again.error().is(errors::kStoreTooNew));
}

TEST_F(Database, ADamagedFileIsReplacedByTheNewestCopyAndKeptBeside)
{
    {
        const auto db = openStore();
        ASSERT_TRUE(await(store::Settings(*db).set("currency", "EUR")));
        ASSERT_TRUE(await(db->backup()));
    }
    overwrite(options().file, 0, 4096);
    const auto db = openStore();
    ASSERT_NE(db, nullptr);
    EXPECT_TRUE(db->report().recovered);
    EXPECT_FALSE(db->report().recoveredFrom.empty());
    EXPECT_TRUE(db->report().recoveredAsOf.has_value());
    EXPECT_TRUE(std::filesystem::exists(db->report().damagedFile));
    EXPECT_EQ(await(store::Settings(*db).all())->at("currency"), "EUR");
}

TEST_F(Database, ThatItWasRecoveredIsToldByLaterRunsUntilAPersonHasSeenIt)
{
    {
        const auto db = openStore();
        ASSERT_TRUE(await(db->backup()));
    }
    const auto copiedAt = std::chrono::floor<std::chrono::seconds>(clock.now());
    clock.advance(std::chrono::hours(5));
    overwrite(options().file, 0, 4096);
    const auto first = openStore()->report();
    {
        const auto db = openStore();
        const auto later = db->report();
        EXPECT_TRUE(later.recovered);
        EXPECT_FALSE(later.created);
        EXPECT_EQ(later.damagedFile, first.damagedFile);
        EXPECT_EQ(later.recoveredFrom, first.recoveredFrom);
        EXPECT_EQ(later.recoveredAsOf, copiedAt);
        ASSERT_TRUE(await(db->dismissRecovery()));
        EXPECT_FALSE(db->report().recovered);
    }
    EXPECT_FALSE(openStore()->report().recovered);
}

TEST_F(Database, WhatStartedAnewIsToldByLaterRunsAsWell)
{
    openStore().reset();
    overwrite(options().file, 0, 4096);
    openStore().reset();
    const auto later = openStore()->report();
    EXPECT_TRUE(later.recovered);
    EXPECT_TRUE(later.recoveredFrom.empty());
    EXPECT_EQ(later.recoveredAsOf, std::nullopt);
}

TEST_F(Database, ACopyOfARecoveredStoreDoesNotTellAnOlderRecovery)
{
    {
        const auto db = openStore();
        ASSERT_TRUE(await(db->backup()));
    }
    overwrite(options().file, 0, 4096);
    {
        const auto db = openStore(); // from the copy, and says so
        clock.advance(std::chrono::hours(24));
        ASSERT_TRUE(await(db->backup())); // with that in it
    }
    clock.advance(std::chrono::hours(24));
    for (const auto& copy : openStore()->backups())
        std::filesystem::resize_file(copy.file, 100);
    overwrite(options().file, 0, 4096);
    const auto report = openStore()->report();
    EXPECT_TRUE(report.recovered);
    EXPECT_TRUE(report.recoveredFrom.empty()) << "no copy was good, whatever one of them says";
}

TEST_F(Database, WritingGoesOnWhileACopyIsMade)
{
    const auto db = openStore();
    store::Settings settings(*db);
    auto copying = db->backup();
    EXPECT_TRUE(await(settings.set("currency", "EUR")));
    const auto copy = await(std::move(copying));
    ASSERT_TRUE(copy) << copy.error().detail;
    struct stat st{};
    ASSERT_EQ(::stat(copy->c_str(), &st), 0);
    EXPECT_EQ(st.st_mode & 0777, 0600u);
}

TEST_F(Database, WhatACrashLeftOfACopyIsRemovedWithTheNext)
{
    const auto db = openStore();
    std::filesystem::create_directories(options().backups);
    const auto left = options().backups / "store-20260101T000000.db.77.new";
    const auto young = options().backups / "store-20260101T000000.db.78.new";
    std::ofstream(left) << "half";
    std::ofstream(young) << "being made";
    std::filesystem::last_write_time(left, std::filesystem::file_time_type::clock::now() - std::chrono::hours(2));
    ASSERT_TRUE(await(db->backup()));
    EXPECT_FALSE(std::filesystem::exists(left));
    EXPECT_TRUE(std::filesystem::exists(young));
    EXPECT_EQ(db->backups().size(), 1u);
}

TEST_F(Database, ADamagedFileWithoutACopyStartsAnewAndSaysSo)
{
    openStore().reset();
    overwrite(options().file, 0, 4096);
    const auto db = openStore();
    ASSERT_NE(db, nullptr);
    EXPECT_TRUE(db->report().recovered);
    EXPECT_TRUE(db->report().recoveredFrom.empty());
}

TEST_F(Database, ATruncatedFileIsReplacedByTheNewestCopy)
{
    {
        const auto db = openStore();
        ASSERT_TRUE(await(store::Settings(*db).set("currency", "JPY")));
        ASSERT_TRUE(await(db->backup()));
    }
    std::filesystem::resize_file(options().file, 5000);
    const auto db = openStore();
    ASSERT_NE(db, nullptr);
    EXPECT_TRUE(db->report().recovered);
    EXPECT_EQ(await(store::Settings(*db).all())->at("currency"), "JPY");
}

TEST_F(Database, TheLastCopyIsTheNewestThoughTheClockWasSetBack)
{
    const auto db = openStore();
    const auto first = await(db->backup());
    ASSERT_TRUE(first);
    clock.setNow(clock.now() - std::chrono::seconds(8));
    const auto second = await(db->backup());
    ASSERT_TRUE(second);
    EXPECT_NE(*first, *second);
    ASSERT_EQ(db->backups().size(), 2U);
    EXPECT_EQ(db->backups().front().file, *second);
}

TEST_F(Database, OnlyThreeCopiesAreKept)
{
    const auto db = openStore();
    for (int i = 0; i < 5; ++i) {
        clock.advance(std::chrono::hours(24));
        ASSERT_TRUE(await(db->backup()));
    }
    const auto files = std::distance(std::filesystem::directory_iterator(options().backups), {});
    EXPECT_EQ(files, 3);
    EXPECT_EQ(db->newestBackup(), std::chrono::floor<std::chrono::seconds>(clock.now()));
}

TEST_F(Database, TheSameActivityReadTwiceIsStoredOnce)
{
    const auto db = openStore();
    store::Activities activities(*db);
    const store::Activity activity{.at = clock.now(),
                                   .kind = "activity.collected",
                                   .subject = "x",
                                   .args = {"a"},
                                   .in = {{AssetId("solana:native"), 5}},
                                   .out = {},
                                   .uniqueKey = "k"};
    ASSERT_TRUE(await(activities.add({activity, activity})));
    const auto page = await(activities.page({}, 0, 10));
    ASSERT_EQ(page->size(), 1u);
    EXPECT_EQ(page->front().in, activity.in);
}

TEST_F(Database, APastPriceIsFoundWithinItsAgeOnly)
{
    const auto db = openStore();
    store::Prices prices(*db);
    const AssetId asset("solana:native");
    ASSERT_TRUE(await(prices.add({{asset, Currency::Eur, Int128(7), "s", clock.now()}})));
    const auto near =
        await(prices.at(asset, Currency::Eur, clock.now() + std::chrono::hours(3), std::chrono::hours(4)));
    ASSERT_TRUE(near->has_value());
    EXPECT_EQ((*near)->nano, Int128(7));
    EXPECT_FALSE(await(prices.at(asset, Currency::Eur, clock.now() + std::chrono::hours(9), std::chrono::hours(4)))
                     ->has_value());
    EXPECT_FALSE(await(prices.at(asset, Currency::Usd, clock.now(), std::chrono::hours(4)))->has_value());
}

} // namespace
} // namespace outpost::test
