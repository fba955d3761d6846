// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/codec/Json.h"
#include "core/networks/helium/protocol/Ids.h"

#include <gtest/gtest.h>

#include <fstream>
#include <set>
#include <sstream>

namespace outpost::helium {
namespace {

codec::Json descriptor()
{
    std::ifstream file(OUTPOST_SOURCE_DIR "/resources/networks/helium.json", std::ios::binary);
    std::stringstream content;
    content << file.rdbuf();
    const auto json = codec::parseJson(content.str());
    EXPECT_TRUE(json);
    return json ? *json : codec::Json();
}

std::string hostOf(const std::string& url)
{
    const auto start = url.find("://");
    EXPECT_TRUE(url.starts_with("https://")) << url;
    const auto begin = start == std::string::npos ? 0 : start + 3;
    return url.substr(begin, url.find('/', begin) - begin);
}

TEST(HeliumDescriptor, DecimalsAreThoseOfTheBuild)
{
    const std::map<std::string, std::uint64_t> built = {
        {"HNT", kHntDecimals}, {"IOT", kIotDecimals}, {"MOBILE", kMobileDecimals}, {"DC", kDcDecimals}, {"SOL", 9}};
    std::set<std::string> seen;
    for (const auto& asset : descriptor()["assets"].items()) {
        const std::string symbol = *asset.stringAt("symbol");
        seen.insert(symbol);
        if (built.contains(symbol)) {
            EXPECT_EQ(*asset.uintAt("decimals"), built.at(symbol)) << symbol;
        }
    }
    for (const auto& [symbol, decimals] : built)
        EXPECT_TRUE(seen.contains(symbol)) << symbol;
}

TEST(HeliumDescriptor, EveryEndpointsHostIsListedWithItsPurpose)
{
    const codec::Json json = descriptor();
    std::set<std::string> listed;
    for (const auto& host : json["hosts"].items()) {
        listed.insert(*host.stringAt("host"));
        EXPECT_FALSE(host.stringAt("purpose")->empty());
    }
    const codec::Json endpoints = json["endpoints"];
    std::vector<std::string> used;
    for (const char* list : {"rpc", "das"}) {
        for (const auto& url : endpoints[list].items())
            used.push_back(hostOf(*url.string()));
    }
    for (const char* one : {"entities", "onboarding", "eccVerifier"})
        used.push_back(hostOf(*endpoints.stringAt(one)));
    for (const auto& [name, url] : endpoints["prices"].members())
        used.push_back(hostOf(*url.string()));
    for (const auto& host : endpoints["oracleHosts"].items())
        used.push_back(*host.string());
    for (const std::string& host : used)
        EXPECT_TRUE(listed.contains(host)) << host;
    EXPECT_EQ(std::set(used.begin(), used.end()).size(), listed.size());
}

TEST(HeliumDescriptor, NamesTwoHostsOfTheChain)
{
    std::set<std::string> hosts;
    for (const auto& url : descriptor()["endpoints"]["rpc"].items())
        hosts.insert(hostOf(*url.string()));
    EXPECT_GE(hosts.size(), 2u);
}

} // namespace
} // namespace outpost::helium
