// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/RetryingHttpClient.h"

#include "core/net/NetErrors.h"
#include "tests/support/Await.h"
#include "tests/support/FakeDelay.h"
#include "tests/support/ScriptedHttpClient.h"

#include <gtest/gtest.h>

namespace outpost::net {
namespace {

using namespace std::chrono_literals;
using test::await;

class RetryingHttpClientTest : public testing::Test {
protected:
    HttpRequest request()
    {
        HttpRequest r;
        r.url = "https://example.org/x";
        return r;
    }

    test::FakeClock clock;
    test::FakeDelay delay{clock};
    test::ScriptedHttpClient inner;
    RateLimiter limiter{clock, {.perSecond = 1000, .burst = 1000}};
    std::unique_ptr<RetryingHttpClient> client = std::make_unique<RetryingHttpClient>(inner, limiter, delay, clock, 7);
};

TEST_F(RetryingHttpClientTest, AFailureThenASuccessIsASuccess)
{
    inner.reply(500, "").reply(200, "ok");
    const auto reply = await(client->send(request()));
    ASSERT_TRUE(reply);
    EXPECT_EQ(reply->status, 200);
    EXPECT_EQ(inner.requests.size(), 2u);
    EXPECT_EQ(delay.waits.size(), 1u);
}

TEST_F(RetryingHttpClientTest, TheLastStatusIsAResponse)
{
    inner.reply(503, "").reply(503, "").reply(503, "");
    EXPECT_EQ(await(client->send(request()))->status, 503);
    EXPECT_EQ(inner.requests.size(), 3u);
}

TEST_F(RetryingHttpClientTest, TheLastFailureIsTheError)
{
    for (int i = 0; i < 3; ++i)
        inner.failWith(Error(errors::kNetTimeout).canRetry());
    EXPECT_EQ(await(client->send(request())).error().code, errors::kNetTimeout);
}

TEST_F(RetryingHttpClientTest, WhatMustNotHappenTwiceIsSentOnce)
{
    inner.failWith(Error(errors::kNetTimeout).canRetry());
    auto r = request();
    r.idempotent = false;
    EXPECT_FALSE(await(client->send(r)));
    EXPECT_EQ(inner.requests.size(), 1u);
}

TEST_F(RetryingHttpClientTest, RetryAfterIsWaitedFor)
{
    inner.reply(429, "", {{"retry-after", "4"}}).reply(200, "");
    EXPECT_EQ(await(client->send(request()))->status, 200);
    EXPECT_GE(delay.waits.front(), 4s);
}

TEST_F(RetryingHttpClientTest, AnotherRequestToTheHostWaitsToo)
{
    inner.reply(429, "", {{"retry-after", "20"}}).reply(200, "");
    auto once = request();
    once.attempts = 1;
    EXPECT_EQ(await(client->send(once))->status, 429);
    EXPECT_EQ(await(client->send(request()))->status, 200);
    EXPECT_EQ(delay.waits, (std::vector<std::chrono::milliseconds>{20s}));
}

TEST_F(RetryingHttpClientTest, APauseThatIsTooLongIsAnErrorAtOnce)
{
    limiter.pause("example.org", 10min);
    const auto reply = await(client->send(request()));
    EXPECT_EQ(reply.error().code, errors::kNetRateLimited);
    EXPECT_EQ(reply.error().retryAfter, 10min);
    EXPECT_TRUE(inner.requests.empty());
}

TEST_F(RetryingHttpClientTest, RequestsKeepToTheRateOfTheHost)
{
    limiter.setRate("example.org", {.perSecond = 1, .burst = 1});
    inner.handler = [](const HttpRequest&) { return test::ScriptedHttpClient::response(200, ""); };
    EXPECT_TRUE(await(client->send(request())));
    EXPECT_TRUE(await(client->send(request())));
    EXPECT_EQ(delay.waits, (std::vector<std::chrono::milliseconds>{1s}));
}

TEST_F(RetryingHttpClientTest, CancellingEndsTheWait)
{
    inner.reply(500, "").reply(200, "");
    const CancelToken cancel;
    delay.onWait = [&](std::size_t) { cancel.cancel(); };
    EXPECT_EQ(await(client->send(request(), cancel)).error().code, errors::kCancelled);
    EXPECT_EQ(inner.requests.size(), 1u);
}

TEST_F(RetryingHttpClientTest, ARequestThatOutlivesTheClientIsCancelled)
{
    inner.reply(500, "").reply(200, "");
    delay.onWait = [&](std::size_t) { client.reset(); };
    EXPECT_EQ(await(client->send(request())).error().code, errors::kCancelled);
}

TEST_F(RetryingHttpClientTest, AnAddressThatMayNotBeUsedIsRefusedBeforeAnythingElse)
{
    auto r = request();
    r.url = "http://example.org/";
    EXPECT_EQ(await(client->send(r)).error().code, errors::kNetNotAllowed);
    EXPECT_TRUE(inner.requests.empty());
}

} // namespace
} // namespace outpost::net
