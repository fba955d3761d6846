// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/codec/Json.h"
#include "core/networks/weatherxm/client/WeatherXmNetwork.h"
#include "tests/support/FakeClock.h"
#include "tests/support/ScriptedHttpClient.h"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

namespace outpost::weatherxm {
namespace {

codec::Json descriptor()
{
    std::ifstream file(OUTPOST_SOURCE_DIR "/resources/networks/weatherxm.json", std::ios::binary);
    std::stringstream content;
    content << file.rdbuf();
    const auto json = codec::parseJson(content.str());
    EXPECT_TRUE(json);
    return json ? *json : codec::Json();
}

TEST(WeatherXmDescriptor, SaysOfTheTokenWhatTheBuildSays)
{
    test::ScriptedHttpClient http;
    test::FakeClock clock;
    WeatherXmNetwork network({http, clock}, "https://api.weatherxm.com");
    const auto assets = descriptor()["assets"].items();
    ASSERT_EQ(assets.size(), network.assets().size());
    const Asset built = network.assets().front();
    EXPECT_EQ(*assets[0].stringAt("symbol"), built.symbol);
    EXPECT_EQ(*assets[0].uintAt("decimals"), static_cast<std::uint64_t>(built.decimals));
    EXPECT_EQ(*assets[0].stringAt("coingecko"), network.priceIds().front().coinGecko);
    EXPECT_EQ(network.priceIds().front().asset, built.id);
}

TEST(WeatherXmDescriptor, ItsCloudIsTheHostItLists)
{
    const codec::Json json = descriptor();
    EXPECT_EQ(*json.stringAt("id"), "weatherxm");
    EXPECT_EQ(*json["endpoints"].stringAt("cloud"), "https://api.weatherxm.com");
    const auto hosts = json["hosts"].items();
    ASSERT_EQ(hosts.size(), 1u);
    EXPECT_EQ(*hosts[0].stringAt("host"), "api.weatherxm.com");
    EXPECT_FALSE(hosts[0].stringAt("purpose")->empty());
}

} // namespace
} // namespace outpost::weatherxm
