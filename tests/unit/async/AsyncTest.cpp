// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/async/Async.h"

#include "tests/support/Await.h"

#include <QTimer>

#include <gtest/gtest.h>

namespace outpost::test {
namespace {

using namespace std::chrono_literals;

TEST(EndableDelay, WaitsAsTheOtherOneDoes)
{
    TimerDelay timers;
    EndableDelay delay(timers);
    EXPECT_TRUE(await(delay.after(1ms)));
}

TEST(EndableDelay, CancelsWithTheCallersToken)
{
    TimerDelay timers;
    EndableDelay delay(timers);
    const CancelToken token;
    auto waiting = delay.after(1h, token);
    token.cancel();
    EXPECT_EQ(await(std::move(waiting)).error().code, errors::kCancelled);
}

TEST(EndableDelay, EndsWhatWaitsAndWhatComesLater)
{
    TimerDelay timers;
    EndableDelay delay(timers);
    auto first = delay.after(1h);
    auto second = delay.after(2h);
    delay.end();
    EXPECT_EQ(await(std::move(first)).error().code, errors::kCancelled);
    EXPECT_EQ(await(std::move(second)).error().code, errors::kCancelled);
    auto late = delay.after(1h);
    ASSERT_TRUE(late.isFinished());
    EXPECT_EQ(late.takeResult().error().code, errors::kCancelled);
}

/// Waits for a delay, the pool and the pool again, and says how it ended.
Task<int> threeSteps(Delay* delay)
{
    const auto waited = co_await delay->after(1h);
    int sum = waited ? 1000 : 1;
    sum += co_await async::onPool([] { return 10; });
    sum += co_await async::onPool([] { return 100; });
    co_return sum;
}

TEST(Settle, LeavesNoCoroutineBehindOnceTheSourcesAreClosed)
{
    TimerDelay timers;
    EndableDelay delay(timers);
    std::vector<Future<int>> running;
    for (int i = 0; i < 20; ++i)
        running.push_back(async::toFuture(threeSteps(&delay)));
    delay.end();
    async::settle();
    for (auto& future : running) {
        ASSERT_TRUE(future.isFinished());
        EXPECT_EQ(future.takeResult(), 111);
    }
}

TEST(Settle, DeliversNeitherTimersNorQueuedCalls)
{
    QObject context;
    bool called = false;
    QTimer::singleShot(0, &context, [&] { called = true; });
    QMetaObject::invokeMethod(&context, [&] { called = true; }, Qt::QueuedConnection);
    async::settle();
    EXPECT_FALSE(called);
}

} // namespace
} // namespace outpost::test
