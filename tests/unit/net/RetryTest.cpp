// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/Retry.h"

#include "core/net/NetErrors.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace outpost::net {
namespace {

using namespace std::chrono_literals;

HttpResponse status(int code, std::string retryAfterText = {})
{
    HttpResponse response;
    response.status = code;
    if (!retryAfterText.empty())
        response.headers.emplace_back("retry-after", std::move(retryAfterText));
    return response;
}

const RetryPolicy kPolicy;

auto wait(const Result<HttpResponse>& outcome, int failures = 1, HttpRequest request = {})
{
    return retryWait(kPolicy, request, outcome, failures, 0, Time{});
}

TEST(Backoff, NeverLeavesTheBoundOfItsFailure)
{
    rc::check([](std::uint64_t random) {
        const int failures = *rc::gen::inRange(0, 40);
        const auto top =
            std::min<std::chrono::milliseconds>(kPolicy.longest, kPolicy.base * (1ll << std::min(failures, 20)));
        const auto time = backoff(kPolicy, failures, random);
        RC_ASSERT(time >= 0ms);
        RC_ASSERT(time <= top);
    });
}

TEST(Backoff, ReachesBothEndsOfItsRange)
{
    EXPECT_EQ(backoff(kPolicy, 2, 0), 0ms);
    EXPECT_EQ(backoff(kPolicy, 2, 1000), 1000ms);
    EXPECT_EQ(backoff(kPolicy, 2, 1001), 0ms);
}

TEST(JitterSource, IsTheSameForTheSameSeedAndAnotherForAnother)
{
    JitterSource a(1), b(1), c(2);
    const auto first = a.next();
    EXPECT_EQ(first, b.next());
    EXPECT_NE(first, c.next());
    EXPECT_NE(first, a.next());
}

TEST(Retry, AFailureOnTheWayIsTriedAgain)
{
    EXPECT_TRUE(wait(fail(Error(errors::kNetUnreachable).canRetry())));
}

TEST(Retry, ARefusalIsNot)
{
    EXPECT_FALSE(wait(fail(errors::kNetTls)));
    EXPECT_FALSE(wait(fail(errors::kCancelled)));
}

TEST(Retry, ServerErrorsAndRateLimitsAreTriedAgain)
{
    for (const int code : {429, 500, 502, 503, 504})
        EXPECT_TRUE(wait(status(code))) << code;
}

TEST(Retry, EveryOtherStatusIsAnAnswer)
{
    for (const int code : {200, 204, 301, 400, 401, 403, 404, 409, 501})
        EXPECT_FALSE(wait(status(code))) << code;
}

TEST(Retry, WhatMustNotHappenTwiceIsAskedOnce)
{
    HttpRequest request;
    request.idempotent = false;
    EXPECT_FALSE(wait(status(503), 1, request));
    EXPECT_FALSE(wait(fail(Error(errors::kNetTimeout).canRetry()), 1, request));
}

TEST(Retry, EndsWithTheLastAttempt)
{
    HttpRequest request;
    request.attempts = 3;
    EXPECT_TRUE(wait(status(500), 2, request));
    EXPECT_FALSE(wait(status(500), 3, request));
}

TEST(Retry, RetryAfterIsHonoured)
{
    EXPECT_EQ(wait(status(429, "5")), 5s);
}

TEST(Retry, ALongRetryAfterIsTheCallersDecision)
{
    EXPECT_EQ(wait(status(429, "31")), std::nullopt);
}

} // namespace
} // namespace outpost::net
