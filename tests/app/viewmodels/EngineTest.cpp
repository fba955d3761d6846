// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/viewmodels/DemoHome.h"

namespace outpost::app {
namespace {

/// The end of an engine: nothing of what runs may outlive what it uses.
class EngineTest : public test::DemoHomeTest {
protected:
    /// Leaves while all of this is under way, after the event loop went round `rounds` times; every future is decided.
    template <class... Futures> void endAfter(int rounds, Futures... running)
    {
        for (int i = 0; i < rounds; ++i)
            (void)test::await(engine().devices().count({}));
        endEngine();
        const bool decided[] = {running.isFinished()...};
        for (std::size_t i = 0; i < sizeof...(running); ++i)
            EXPECT_TRUE(decided[i]) << "future " << i << " after " << rounds << " rounds";
    }
};

TEST_F(EngineTest, EndingItInTheMiddleOfAnythingLeavesNothingRunning)
{
    for (const int rounds : {0, 1, 3, 10, 30, 100}) {
        open(Start::WithUnlocked);
        endAfter(rounds, engine().acts().reviewCollect({}), engine().sync().refresh(Currency::Eur),
                 engine().refreshPrices(), engine().acts().resumeAll(), engine().earnings().home(Currency::Eur),
                 engine().delay().after(std::chrono::hours(1)));
    }
}

TEST_F(EngineTest, EndingItWhileADeviceIsAskedLeavesNothingRunning)
{
    for (const int rounds : {0, 5, 50}) {
        open(Start::WithUnlocked);
        ASSERT_TRUE(engine().nearby().startScan());
        ASSERT_TRUE(test::until(&engine().nearby(), &services::NearbyDevices::changed,
                                [&] { return !engine().nearby().found().empty(); }));
        endAfter(rounds, engine().nearby().identify(engine().nearby().found().front().linkId));
    }
}

TEST_F(EngineTest, WhatWasBeingCollectedAtTheEndIsCollectedByTheNext)
{
    open(Start::WithUnlocked);
    auto review = test::await(engine().acts().reviewCollect({}));
    ASSERT_TRUE(review) << review.error().detail;
    QSignalSpy started(&engine().acts(), &services::Acts::started);
    const auto running = engine().acts().start(std::move(*review));
    ASSERT_TRUE(!started.isEmpty() || started.wait(20'000));
    const auto id = started.front().front().value<OperationId>();
    reopen();
    EXPECT_TRUE(running.isFinished());
    unlock();
    ASSERT_TRUE(test::await(engine().acts().resumeAll(), 60'000));
    const auto ended = test::await(engine().journal().find(id));
    ASSERT_TRUE(ended);
    EXPECT_EQ(ended->state, OperationState::Done);
}

} // namespace
} // namespace outpost::app
