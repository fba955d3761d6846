// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/HttpStatus.h"

#include "core/net/NetErrors.h"

#include <gtest/gtest.h>

namespace outpost::net {
namespace {

using namespace std::chrono_literals;

constexpr Time kNow{1'790'000'000'000ms}; // 2026-09-21 14:13:20 UTC

HttpResponse with(int status, std::string retryAfterText = {})
{
    HttpResponse response;
    response.status = status;
    if (!retryAfterText.empty())
        response.headers.emplace_back("retry-after", std::move(retryAfterText));
    return response;
}

TEST(HttpStatus, SuccessPassesThrough)
{
    EXPECT_EQ(expectOk(with(204), "h", kNow)->status, 204);
}

TEST(HttpStatus, EachClassOfFailureHasItsCode)
{
    EXPECT_EQ(expectOk(with(404), "h", kNow).error().code, errors::kNetStatus4xx);
    EXPECT_EQ(expectOk(with(500), "h", kNow).error().code, errors::kNetStatus5xx);
    EXPECT_EQ(expectOk(with(304), "h", kNow).error().code, errors::kNetStatusOther);
    EXPECT_EQ(expectOk(with(0), "h", kNow).error().code, errors::kNetStatusOther);
    EXPECT_EQ(expectOk(with(429), "h", kNow).error().code, errors::kNetRateLimited);
}

TEST(HttpStatus, TheErrorNamesHostAndStatus)
{
    EXPECT_EQ(expectOk(with(404), "api.example.org", kNow).error().args,
              (std::vector<std::string>{"api.example.org", "404"}));
}

TEST(HttpStatus, RetryAfterInSecondsReachesTheCaller)
{
    EXPECT_EQ(expectOk(with(429, "7"), "h", kNow).error().retryAfter, 7s);
    EXPECT_EQ(expectOk(with(503, "7"), "h", kNow).error().code, errors::kNetRateLimited);
}

TEST(HttpStatus, RetryAfterAsADateIsADifference)
{
    EXPECT_EQ(retryAfter(with(429, "Mon, 21 Sep 2026 14:14:20 GMT"), kNow), 60s);
    EXPECT_EQ(retryAfter(with(429, "Mon, 21 Sep 2026 14:00:00 GMT"), kNow), 0s);
}

TEST(HttpStatus, RetryAfterIsCappedAtAnHour)
{
    EXPECT_EQ(retryAfter(with(429, "999999"), kNow), 1h);
    EXPECT_EQ(retryAfter(with(429, "Mon, 21 Sep 2099 14:14:20 GMT"), kNow), 1h);
}

TEST(HttpStatus, RetryAfterThatIsNotUnderstoodIsIgnored)
{
    for (const char* text : {"-1", "soon", "1.5", "99999999999999", "Mon, 41 Sep 2026 14:14:20 GMT"})
        EXPECT_EQ(retryAfter(with(429, text), kNow), std::nullopt) << text;
}

TEST(HttpStatus, ReadsTheDateOfRfc9110)
{
    EXPECT_EQ(parseHttpDate("Sun, 06 Nov 1994 08:49:37 GMT"), fromUnixSeconds(784111777));
    EXPECT_EQ(parseHttpDate("Sunday, 06-Nov-94 08:49:37 GMT"), std::nullopt);
    EXPECT_EQ(parseHttpDate("Sun, 06 anF 1994 08:49:37 GMT"), std::nullopt);
}

} // namespace
} // namespace outpost::net
