// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/HostRegistry.h"

#include "core/net/NetErrors.h"

#include <gtest/gtest.h>

namespace outpost::net {
namespace {

TEST(HostRegistry, ListsAHostByTheUrlItIsNeededFor)
{
    HostRegistry hosts;
    ASSERT_TRUE(hosts.allowUrl("https://RPC.example.org:444/x", "host.rpc", "n"));
    EXPECT_TRUE(hosts.isListed("rpc.example.org"));
    EXPECT_FALSE(hosts.isListed("example.org"));
    EXPECT_EQ(hosts.entries(), (std::vector<HostEntry>{{"rpc.example.org", "host.rpc", "n"}}));
}

TEST(HostRegistry, KeepsEveryPurposeOfAHostOnce)
{
    HostRegistry hosts;
    hosts.allow({"a", "two", ""});
    hosts.allow({"a", "one", ""});
    hosts.allow({"a", "two", ""});
    EXPECT_EQ(hosts.entries(), (std::vector<HostEntry>{{"a", "one", ""}, {"a", "two", ""}}));
}

TEST(HostRegistry, ForgetsAHostWithAllItsPurposes)
{
    HostRegistry hosts;
    hosts.allow({"a", "one", ""});
    hosts.allow({"a", "two", ""});
    hosts.forget("a");
    EXPECT_FALSE(hosts.isListed("a"));
}

TEST(HostRegistry, ForgetsOnePurposeAndKeepsTheOthers)
{
    HostRegistry hosts;
    hosts.allow({"a", "one", ""});
    hosts.allow({"a", "two", ""});
    hosts.allow({"b", "two", ""});
    hosts.forget("a", "two");
    EXPECT_EQ(hosts.entries(), (std::vector<HostEntry>{{"a", "one", ""}, {"b", "two", ""}}));
    hosts.forget("a", "one");
    EXPECT_FALSE(hosts.isListed("a"));
}

TEST(HostRegistry, RefusesAnUrlThatMayNotBeUsedAnyway)
{
    HostRegistry hosts;
    EXPECT_EQ(hosts.allowUrl("http://example.org/", "x").error().code, errors::kNetNotAllowed);
    EXPECT_TRUE(hosts.entries().empty());
}

} // namespace
} // namespace outpost::net
