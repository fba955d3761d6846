// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/StoreCopies.h"

#include "core/store/StoreErrors.h"
#include "tests/support/FakeDelay.h"
#include "tests/unit/store/StoreFixture.h"

#include <QTest>

#include <sys/resource.h>

#include <csignal>

namespace outpost::test {
namespace {

using namespace std::chrono_literals;
using services::StoreCopies;

class StoreCopiesTest : public StoreTest {
protected:
    StoreCopiesTest() : db(openStore()), copies({*db, clock, delay}) {}
    auto files() const { return db->backups().size(); }

    std::unique_ptr<store::Database> db;
    FakeDelay delay{clock};
    StoreCopies copies;
};

TEST_F(StoreCopiesTest, WithoutACopyOneIsMadeAndAnotherOnlyAfterADay)
{
    EXPECT_EQ(await(copies.makeIfDue()), true);
    clock.advance(24h - 2s);
    EXPECT_EQ(await(copies.makeIfDue()), false);
    EXPECT_EQ(files(), 1u);
    clock.advance(2s);
    EXPECT_EQ(await(copies.makeIfDue()), true);
    EXPECT_EQ(files(), 2u);
}

TEST_F(StoreCopiesTest, ACopyThatIsBeingMadeIsNotMadeTwice)
{
    auto first = copies.makeIfDue();
    EXPECT_EQ(await(copies.makeIfDue()), false);
    EXPECT_EQ(await(std::move(first)), true);
    EXPECT_EQ(files(), 1u);
}

TEST_F(StoreCopiesTest, AClockThatIsSetBackALittleMakesNoSecondCopy)
{
    const Time right = clock.now();
    clock.advance(3h);
    ASSERT_EQ(await(copies.makeIfDue()), true);
    clock.setNow(right);
    EXPECT_EQ(await(copies.makeIfDue()), false);
}

/// Real time passes for the copies on the pool, none for the waits.
class Waits final : public Delay {
public:
    Waits(FakeClock& clock, std::size_t most) : m_clock(clock), m_most(most) {}
    Future<void> after(std::chrono::milliseconds time, CancelToken) override
    {
        if (asked.size() == m_most)
            return async::failed<void>(Error(errors::kCancelled));
        asked.push_back(time);
        m_clock.advance(time);
        return async::ready<void>({});
    }
    std::vector<std::chrono::milliseconds> asked;
    bool ended() const { return asked.size() == m_most; }

private:
    FakeClock& m_clock;
    std::size_t m_most;
};

TEST_F(StoreCopiesTest, AProgramThatRunsForDaysMakesOneADayAndKeepsThree)
{
    Waits waits(clock, 24 * 5);
    StoreCopies running({*db, clock, waits});
    std::vector<Time> made;
    QObject::connect(&running, &StoreCopies::changed, &running, [&] { made.push_back(*db->newestBackup()); });
    running.start();
    EXPECT_TRUE(QTest::qWaitFor([&] { return waits.ended() && made.size() == 5; }, 20'000));
    ASSERT_EQ(made.size(), 5u);
    for (std::size_t i = 1; i < made.size(); ++i)
        EXPECT_EQ(made[i] - made[i - 1], 24h);
    EXPECT_EQ(files(), 3u);
    EXPECT_EQ(waits.asked.front(), StoreCopies::kFirstLook) << "the start is the person's";
}

TEST_F(StoreCopiesTest, ACopyFromTheFutureKeepsNobodyFromMakingOneAndIsTheFirstToGo)
{
    const Time right = clock.now();
    clock.setNow(right + 24h * 400);
    ASSERT_EQ(await(copies.makeIfDue()), true);
    const auto wrong = db->backups().front().file;
    clock.setNow(right);
    EXPECT_EQ(db->newestBackup(), std::nullopt);
    for (int day = 0; day < 3; ++day) {
        EXPECT_EQ(await(copies.makeIfDue()), true);
        clock.advance(24h);
    }
    EXPECT_EQ(files(), 3u);
    EXPECT_FALSE(std::filesystem::exists(wrong));
}

TEST_F(StoreCopiesTest, ADiskWithoutRoomIsToldAndBreaksNothing)
{
    ASSERT_EQ(await(copies.makeIfDue()), true);
    clock.advance(25h);
    rlimit before{};
    ASSERT_EQ(::getrlimit(RLIMIT_FSIZE, &before), 0);
    const auto handler = std::signal(SIGXFSZ, SIG_IGN);
    const rlimit small{8192, before.rlim_max};
    ASSERT_EQ(::setrlimit(RLIMIT_FSIZE, &small), 0);
    const auto made = await(copies.makeIfDue());
    ASSERT_EQ(::setrlimit(RLIMIT_FSIZE, &before), 0);
    std::signal(SIGXFSZ, handler);
    ASSERT_FALSE(made);
    EXPECT_TRUE(made.error().is(errors::kStoreFull)) << made.error().detail;
    ASSERT_TRUE(copies.problem());
    EXPECT_EQ(std::distance(std::filesystem::directory_iterator(options().backups), {}), 1) << "nothing half is left";
    EXPECT_TRUE(await(db->read([](store::Sql& sql) { return sql.scalar("SELECT count(*) FROM devices"); })));
    EXPECT_EQ(await(copies.makeIfDue()), true) << "tried again";
    EXPECT_FALSE(copies.problem());
}

} // namespace
} // namespace outpost::test
