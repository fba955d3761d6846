// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/CancelToken.h"
#include "core/base/Clock.h"
#include "core/base/Error.h"
#include "core/base/Id.h"
#include "core/base/UniqueFunction.h"

#include <gtest/gtest.h>

#include <atomic>
#include <set>
#include <thread>

namespace outpost {
namespace {

TEST(CancelToken, CopiesShareOneState)
{
    const CancelToken token;
    const CancelToken copy = token;
    EXPECT_FALSE(copy.isCancelled());
    token.cancel();
    EXPECT_TRUE(copy.isCancelled());
}

TEST(CancelToken, CallbackRunsOnceAndAtOnceWhenLate)
{
    const CancelToken token;
    int runs = 0;
    token.onCancel([&] { ++runs; });
    token.cancel();
    token.cancel();
    EXPECT_EQ(runs, 1);
    EXPECT_EQ(token.onCancel([&] { ++runs; }), 0);
    EXPECT_EQ(runs, 2);
}

TEST(CancelToken, ForgottenCallbackDoesNotRun)
{
    const CancelToken token;
    int runs = 0;
    const int id = token.onCancel([&] { ++runs; });
    token.forget(id);
    token.forget(id + 100);
    token.cancel();
    EXPECT_EQ(runs, 0);
}

TEST(CancelToken, CallbackMayUseTheToken)
{
    const CancelToken token;
    bool wasCancelled = false;
    token.onCancel([&, token] { wasCancelled = token.isCancelled(); });
    token.cancel();
    EXPECT_TRUE(wasCancelled);
}

TEST(CancelToken, EachCallbackRunsOnceUnderContention)
{
    const CancelToken token;
    std::atomic<int> runs = 0;
    std::thread adding([&] {
        for (int i = 0; i < 1000; ++i)
            token.onCancel([&] { ++runs; });
    });
    std::thread cancelling([&] { token.cancel(); });
    adding.join();
    cancelling.join();
    EXPECT_EQ(runs, 1000);
}

TEST(UniqueFunction, HoldsMoveOnlyThings)
{
    UniqueFunction<int(int)> add = [value = std::make_unique<int>(40)](int more) { return *value + more; };
    EXPECT_EQ(add(2), 42);
    UniqueFunction<int(int)> moved = std::move(add);
    EXPECT_EQ(moved(3), 43);
    EXPECT_FALSE(UniqueFunction<void()>());
    EXPECT_TRUE(moved);
}

TEST(Error, CodesAreEqualByName)
{
    constexpr ErrorCode kOne{"a.b", ExitClass::Refused};
    constexpr ErrorCode kSame{"a.b", ExitClass::Internal};
    EXPECT_EQ(kOne, kSame);
    EXPECT_TRUE(Error(kOne).is(kSame));
    EXPECT_FALSE(Error(kOne).is(errors::kInternal));
}

TEST(Error, KeepsItsCauseThroughCopies)
{
    Error outer(errors::kFileFailed, "outer");
    outer.causedBy(Error(errors::kDiskFull, "inner")).canRetry(std::chrono::seconds(3));
    const Error copy = outer;
    ASSERT_TRUE(copy.cause);
    EXPECT_TRUE(copy.cause->is(errors::kDiskFull));
    EXPECT_TRUE(copy.retryable);
    EXPECT_EQ(copy.retryAfter, std::chrono::seconds(3));
}

TEST(Error, BaseCodesHaveDifferentNames)
{
    std::set<std::string_view> names;
    for (const ErrorCode& code : errors::kBase)
        EXPECT_TRUE(names.insert(code.name).second) << code.name;
}

Result<int> half(int value)
{
    return value % 2 == 0 ? Result<int>(value / 2) : fail(errors::kMalformed, "odd");
}
Result<int> quarter(int value)
{
    OUTPOST_TRY(const int once, half(value));
    OUTPOST_CHECK(half(once));
    return half(once);
}

TEST(Error, TryPassesErrorsOnAndNamesValues)
{
    EXPECT_EQ(*quarter(12), 3);
    EXPECT_EQ(quarter(6).error().detail, "odd");
    EXPECT_EQ(quarter(3).error().code, errors::kMalformed);
}

TEST(Id, DifferentTagsAreDifferentTypes)
{
    using First = Id<struct FirstTag>;
    using Second = Id<struct SecondTag>;
    static_assert(!std::is_convertible_v<First, Second>);
    static_assert(!std::is_convertible_v<std::string, First>);
    EXPECT_LT(First("a"), First("b"));
    EXPECT_EQ(std::hash<First>()(First("a")), std::hash<First>()(First("a")));
    EXPECT_TRUE(First().isEmpty());
}

TEST(Clock, UnixTimesConvertBothWays)
{
    EXPECT_EQ(toUnixMillis(fromUnixMillis(-1)), -1);
    EXPECT_EQ(toUnixSeconds(fromUnixMillis(1'999)), 1);
    EXPECT_EQ(toUnixSeconds(fromUnixMillis(-1)), -1);
    EXPECT_EQ(toUnixMillis(fromUnixSeconds(1'790'000'000)), 1'790'000'000'000);
}

TEST(Clock, ElapsedTimeOfTheSystemNeverGoesBack)
{
    const SystemClock clock;
    auto last = clock.monotonic();
    for (int i = 0; i < 1000; ++i) {
        const auto now = clock.monotonic();
        EXPECT_GE(now, last);
        last = now;
    }
}

} // namespace
} // namespace outpost
