// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/HttpTarget.h"

#include "core/base/Encoding.h"
#include "core/net/NetErrors.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace outpost::net {
namespace {

ErrorCode refusal(std::string_view url)
{
    auto target = parseTarget(url);
    return target ? ErrorCode{"accepted"} : target.error().code;
}

TEST(HttpTarget, HttpsNamesItsHostInLowerCaseWithoutPort)
{
    const auto target = parseTarget("https://API.Example.org:8443/a?b=c");
    ASSERT_TRUE(target);
    EXPECT_EQ(target->kind, HttpTarget::Kind::Https);
    EXPECT_EQ(target->host, "api.example.org");
    EXPECT_EQ(target->port, 8443);
}

TEST(HttpTarget, PlainHttpIsForLoopbackOnly)
{
    for (const char* url : {"http://127.0.0.1/", "http://127.8.9.10:99/", "http://localhost:8080/x", "http://[::1]:1/"})
        EXPECT_TRUE(parseTarget(url)) << url;
    for (const char* url : {"http://example.org/", "http://10.0.0.1/", "http://192.168.1.1/", "http://[::2]/",
                            "http://127.0.0.1.example.org/", "http://localhost.example.org/", "http://128.0.0.1/"})
        EXPECT_EQ(refusal(url), errors::kNetNotAllowed) << url;
}

TEST(HttpTarget, OddSpellingsOfAddressesAreReadAsTheTransportReadsThem)
{
    EXPECT_EQ(parseTarget("http://2130706433/")->host, "127.0.0.1");
    EXPECT_EQ(refusal("http://0xa000001/"), errors::kNetNotAllowed); // 10.0.0.1
}

TEST(HttpTarget, OtherSchemesAreRefused)
{
    for (const char* url : {"ftp://example.org/", "file:///etc/passwd", "gopher://127.0.0.1/", "javascript:alert(1)"})
        EXPECT_NE(refusal(url), ErrorCode{"accepted"}) << url;
}

TEST(HttpTarget, CredentialsInAnUrlAreRefused)
{
    EXPECT_EQ(refusal("https://user:secret@example.org/"), errors::kNetNotAllowed);
    EXPECT_EQ(refusal("https://user@example.org/"), errors::kNetNotAllowed);
}

TEST(HttpTarget, AnUrlWithoutASchemeIsRefused)
{
    EXPECT_EQ(refusal("example.org/path"), errors::kMalformed);
    EXPECT_EQ(refusal(""), errors::kMalformed);
}

TEST(HttpTarget, BlanksAndControlCharactersAreRefused)
{
    for (const char* url : {"https://example.org/a b", "https://example.org/\r\nHost: x", "https://exa\tmple.org/"})
        EXPECT_EQ(refusal(url), errors::kMalformed) << url;
}

TEST(HttpTarget, AnOverlongUrlIsRefused)
{
    EXPECT_EQ(refusal("https://example.org/" + std::string(kMaxUrlBytes, 'a')), errors::kTooLong);
}

TEST(HttpTarget, AUnixSocketIsNamedByItsPercentEncodedPath)
{
    const auto target = parseTarget("http+unix://%2Frun%2Fdemo%20net.sock/rpc?x=1");
    ASSERT_TRUE(target);
    EXPECT_EQ(target->kind, HttpTarget::Kind::UnixSocket);
    EXPECT_EQ(target->socketPath, "/run/demo net.sock");
    EXPECT_EQ(target->host, "unix:/run/demo net.sock");
    EXPECT_EQ(target->url, "http://localhost/rpc?x=1");
}

TEST(HttpTarget, AUnixSocketNeedsAnAbsolutePathThatFits)
{
    EXPECT_EQ(refusal("http+unix:///rpc"), errors::kMalformed);
    EXPECT_EQ(refusal("http+unix://relative.sock/rpc"), errors::kMalformed);
    EXPECT_EQ(refusal("http+unix://%2Fa%0/rpc"), errors::kMalformed);
    EXPECT_EQ(refusal("http+unix://%2Fa%00b/rpc"), errors::kMalformed);
    EXPECT_EQ(refusal("http+unix://%2F" + std::string(107, 'a') + "/rpc"), errors::kTooLong);
}

TEST(HttpTarget, ARedirectFromHttpsToHttpIsRefusedEvenToThisComputer)
{
    const auto from = parseTarget("https://example.org/a");
    EXPECT_EQ(redirectTarget(*from, "http://example.org/b").error().code, errors::kNetNotAllowed);
    EXPECT_EQ(redirectTarget(*from, "http://127.0.0.1/b").error().code, errors::kNetNotAllowed);
}

TEST(HttpTarget, ARelativeRedirectStaysOnTheHost)
{
    const auto next = redirectTarget(*parseTarget("https://example.org/a/b"), "../c?d=e");
    ASSERT_TRUE(next);
    EXPECT_EQ(next->url, "https://example.org/c?d=e");
}

TEST(HttpTarget, ARedirectFromASocketStaysOnIt)
{
    const auto from = parseTarget("http+unix://%2Frun%2Fa.sock/x");
    const auto next = redirectTarget(*from, "/y");
    ASSERT_TRUE(next);
    EXPECT_EQ(next->socketPath, "/run/a.sock");
    EXPECT_EQ(redirectTarget(*from, "https://example.org/").error().code, errors::kNetNotAllowed);
    EXPECT_EQ(redirectTarget(*from, "http://127.0.0.1/").error().code, errors::kNetNotAllowed);
}

TEST(HttpTarget, WhateverIsAcceptedObeysTheSchemeRules)
{
    rc::check([](const std::string& tail) {
        for (const std::string prefix : {"", "http://", "https://", "http+unix://", "http://127.0.0.1"}) {
            const auto target = parseTarget(prefix + tail);
            if (!target)
                continue;
            RC_ASSERT(!target->host.empty());
            const bool isHttps = target->kind == HttpTarget::Kind::Https;
            RC_ASSERT(target->url.starts_with(isHttps ? "https://" : "http://"));
            RC_ASSERT((target->kind == HttpTarget::Kind::UnixSocket) == !target->socketPath.empty());
        }
    });
}

} // namespace
} // namespace outpost::net
