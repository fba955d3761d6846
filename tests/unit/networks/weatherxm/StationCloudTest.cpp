// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/networks/weatherxm/client/StationCloud.h"

#include "StationReplies.h"

#include "core/net/NetErrors.h"
#include "core/networks/weatherxm/client/CloudErrors.h"
#include "tests/support/Await.h"
#include "tests/support/FakeClock.h"
#include "tests/support/ScriptedHttpClient.h"

#include <gtest/gtest.h>

namespace outpost::weatherxm {
namespace {

using test::await;

constexpr const char* kBase = "https://api.weatherxm.com";

Credentials account()
{
    return {"me@example.org", std::make_shared<SecureBytes>(asBytes("correct \"horse\""))};
}
std::string headerOf(const HttpRequest& request, std::string_view name)
{
    for (const auto& [key, value] : request.headers) {
        if (key == name)
            return value;
    }
    return {};
}

class StationCloudTest : public testing::Test {
protected:
    test::ScriptedHttpClient m_http;
    test::FakeClock m_clock;
    StationCloud m_cloud{m_http, m_clock, kBase};

    void signIn()
    {
        m_http.reply(200, golden::kTokens);
        ASSERT_TRUE(await(m_cloud.signIn(account(), {})));
        m_http.requests.clear();
    }
    Result<std::vector<Station>> stations() { return await(m_cloud.stations({})); }
};

TEST_F(StationCloudTest, NothingIsAskedBeforeSomebodySignedIn)
{
    EXPECT_FALSE(m_cloud.isSignedIn());
    const auto list = stations();
    ASSERT_FALSE(list);
    EXPECT_TRUE(list.error().is(errors::kWeatherXmSignInNeeded));
    EXPECT_TRUE(m_http.requests.empty());
}

TEST_F(StationCloudTest, SigningInSendsAddressAndPasswordOnceAndKeepsTheToken)
{
    m_http.reply(200, golden::kTokens).reply(200, "[" + golden::kStation + "]");
    ASSERT_TRUE(await(m_cloud.signIn(account(), {})));
    EXPECT_TRUE(m_cloud.isSignedIn());
    EXPECT_EQ(m_cloud.account(), "me@example.org");
    EXPECT_EQ(m_http.requests[0].url, "https://api.weatherxm.com/api/v1/auth/login");
    EXPECT_EQ(m_http.bodyOf(0), R"({"username":"me@example.org","password":"correct \"horse\""})");
    EXPECT_EQ(headerOf(m_http.requests[0], "Authorization"), "");
    ASSERT_TRUE(stations());
    EXPECT_EQ(m_http.requests[1].url, "https://api.weatherxm.com/api/v1/me/devices");
    EXPECT_EQ(headerOf(m_http.requests[1], "Authorization"), "Bearer aaa.bbb.ccc");
}

TEST_F(StationCloudTest, AWrongPasswordIsToldAsSuch)
{
    m_http.reply(401, R"({"code":"Unauthorized","message":"Invalid username or password"})");
    const auto done = await(m_cloud.signIn(account(), {}));
    ASSERT_FALSE(done);
    EXPECT_TRUE(done.error().is(errors::kWeatherXmSignInRefused));
    EXPECT_FALSE(m_cloud.isSignedIn());
}

TEST_F(StationCloudTest, APasswordIsWipedOnceItWasUsed)
{
    for (const int status : {200, 401}) {
        const Credentials typed = account();
        m_http.reply(status, golden::kTokens);
        (void)await(m_cloud.signIn(typed, {}));
        EXPECT_TRUE(typed.password->isEmpty()) << status;
    }
}

TEST_F(StationCloudTest, KnownCredentialsSignInWhenTheyAreNeeded)
{
    StationCloud cloud(m_http, m_clock, kBase, account());
    EXPECT_TRUE(cloud.isSignedIn());
    m_http.reply(200, golden::kTokens).reply(200, "[]");
    ASSERT_TRUE(await(cloud.stations({})));
    EXPECT_EQ(m_http.requests.size(), 2u);
}

TEST_F(StationCloudTest, ATokenThatRanOutIsRenewedAndTheQuestionAskedAgain)
{
    signIn();
    m_http.reply(401, "{}").reply(200, R"({"token":"new","refreshToken":"next"})").reply(200, "[]");
    ASSERT_TRUE(stations());
    ASSERT_EQ(m_http.requests.size(), 3u);
    EXPECT_EQ(m_http.requests[1].url, "https://api.weatherxm.com/api/v1/auth/refresh");
    EXPECT_EQ(m_http.bodyOf(1), R"({"refreshToken":"ddd.eee.fff"})");
    EXPECT_EQ(headerOf(m_http.requests[2], "Authorization"), "Bearer new");
}

TEST_F(StationCloudTest, ASessionThatCannotBeRenewedAsksToSignIn)
{
    signIn();
    m_http.reply(401, "{}").reply(401, "{}");
    const auto list = stations();
    ASSERT_FALSE(list);
    EXPECT_TRUE(list.error().is(errors::kWeatherXmSignInNeeded));
    EXPECT_FALSE(m_cloud.isSignedIn());
}

TEST_F(StationCloudTest, AFreshTokenThatIsRefusedEndsTheTrying)
{
    signIn();
    m_http.reply(401, "{}").reply(200, golden::kTokens).reply(401, "{}");
    const auto list = stations();
    ASSERT_FALSE(list);
    EXPECT_TRUE(list.error().is(errors::kWeatherXmSignInNeeded));
    EXPECT_EQ(m_http.requests.size(), 3u);
}

TEST_F(StationCloudTest, SigningOutForgetsTheTokens)
{
    signIn();
    m_cloud.signOut();
    EXPECT_FALSE(m_cloud.isSignedIn());
    EXPECT_FALSE(stations());
    EXPECT_TRUE(m_http.requests.empty());
}

TEST_F(StationCloudTest, UnreachableAndChangedShapeAreToldApart)
{
    signIn();
    m_http.failWith(Error(errors::kNetUnreachable, "no route", {"api.weatherxm.com"}));
    EXPECT_TRUE(stations().error().is(errors::kNetUnreachable));
    m_http.reply(500, "<html>");
    EXPECT_TRUE(stations().error().is(errors::kNetStatus5xx));
    for (const char* body : {"<!DOCTYPE html>", "", "{}", "[7]", R"([{"id":"a"}])", "[[[[", "\xff\xfe"}) {
        m_http.reply(200, body);
        const auto list = stations();
        ASSERT_FALSE(list) << body;
        EXPECT_TRUE(list.error().is(errors::kWeatherXmShape)) << body;
        EXPECT_EQ(list.error().args, std::vector<std::string>{"api.weatherxm.com"});
    }
}

TEST_F(StationCloudTest, WhatTheCloudSaysWhenItRefusesIsPassedOnHarmless)
{
    signIn();
    m_http.reply(403, R"({"code":"UnsupportedApplicationVersion","message":"Too\nold","id":"1","path":"/"})");
    const auto list = stations();
    ASSERT_FALSE(list);
    EXPECT_TRUE(list.error().is(errors::kWeatherXmRefused));
    EXPECT_EQ(list.error().args.front().find('\n'), std::string::npos);
}

TEST_F(StationCloudTest, TooManyRequestsIsAPauseAndNotARefusal)
{
    signIn();
    m_http.reply(429, R"({"message":"slow down"})", {{"retry-after", "7"}});
    const auto list = stations();
    ASSERT_FALSE(list);
    EXPECT_TRUE(list.error().is(errors::kNetRateLimited));
}

TEST_F(StationCloudTest, AnIdThatIsNoneNeverReachesAnAddress)
{
    signIn();
    EXPECT_FALSE(await(m_cloud.station("../wallet", {})));
    EXPECT_FALSE(await(m_cloud.info("a/b", {})));
    EXPECT_TRUE(m_http.requests.empty());
}

TEST_F(StationCloudTest, TokensAndPasswordsAreInNoError)
{
    signIn();
    m_http.reply(401, "{}").reply(200, R"({"token":"new secret"})");
    const auto list = stations();
    ASSERT_FALSE(list);
    EXPECT_TRUE(list.error().is(errors::kWeatherXmShape));
    EXPECT_EQ(list.error().detail.find("secret"), std::string::npos);
}

} // namespace
} // namespace outpost::weatherxm
