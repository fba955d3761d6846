// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/networks/weatherxm/client/CloudErrors.h"
#include "core/networks/weatherxm/client/WeatherXmNetwork.h"
#include "core/networks/weatherxm/demo/StationService.h"
#include "core/networks/weatherxm/demo/WeatherXmDemo.h"
#include "core/sim/world/SimWorld.h"
#include "tests/support/Await.h"
#include "tests/support/FakeClock.h"
#include "tests/support/ScriptedHttpClient.h"

#include <gtest/gtest.h>

#include <filesystem>

namespace outpost::weatherxm {
namespace {

using test::await;

/// The client against the demo's cloud, which shares no code with it.
class DemoCloud : public testing::Test {
protected:
    void SetUp() override
    {
        std::string pattern = (std::filesystem::temp_directory_path() / "outpost-demo-XXXXXX").string();
        m_folder = mkdtemp(pattern.data());
        sim::WorldOptions options;
        options.seed = 1;
        options.startTime = fromUnixSeconds(1'795'338'000); // 22 November 2026, 09:00
        options.realMillis = [] { return std::int64_t{1'795'338'000'000}; };
        std::vector<std::unique_ptr<demo::Demo>> networks;
        networks.push_back(weatherxmdemo::makeDemo());
        auto opened = sim::SimWorld::open(m_folder, options, std::move(networks));
        ASSERT_TRUE(opened.has_value());
        m_world = std::move(*opened);
        m_clock.setNow(m_world->now());
        m_http.handler = [this](const HttpRequest& request) -> Result<HttpResponse> {
            demo::DemoHttpRequest asked;
            asked.method = request.method == HttpRequest::Method::Post ? "POST" : "GET";
            asked.path = request.url.substr(std::string_view("https://api.weatherxm.com").size());
            asked.body = asText(request.body);
            for (const auto& [name, value] : request.headers) {
                std::string lower = name;
                std::ranges::transform(lower, lower.begin(),
                                       [](char c) { return static_cast<char>(c >= 'A' && c <= 'Z' ? c | 0x20 : c); });
                asked.headers.emplace(lower, value);
            }
            const auto reply = m_service->handle(*m_world, asked);
            return test::ScriptedHttpClient::response(reply.status, reply.body);
        };
    }
    void TearDown() override
    {
        m_world.reset();
        std::filesystem::remove_all(m_folder);
    }
    std::unique_ptr<WeatherXmNetwork> network(const std::string& password)
    {
        return std::make_unique<WeatherXmNetwork>(
            WeatherXmNetwork::Ports{m_http, m_clock}, "https://api.weatherxm.com",
            Credentials{"demo@example.org", std::make_shared<SecureBytes>(asBytes(password))});
    }
    std::vector<Device> devicesOf(networks::Network& one)
    {
        auto list = await(one.directory()->devicesOf(Address("anybody"), {}));
        EXPECT_TRUE(list) << list.error().detail;
        return list ? *list : std::vector<Device>();
    }

    std::filesystem::path m_folder;
    std::unique_ptr<sim::SimWorld> m_world;
    std::unique_ptr<demo::HttpService> m_service = weatherxmdemo::stationService();
    test::FakeClock m_clock;
    test::ScriptedHttpClient m_http;
};

TEST_F(DemoCloud, ShowsFourStationsInThreeTowns)
{
    const auto client = network("demo password");
    const auto devices = devicesOf(*client);
    ASSERT_EQ(devices.size(), 4u);
    std::map<std::string, int> towns;
    std::map<std::string, int> problems;
    for (const Device& device : devices) {
        EXPECT_TRUE(device.place);
        ++towns[device.city];
        ++problems[device.problem];
    }
    EXPECT_EQ(towns, (std::map<std::string, int>{{"Amsterdam", 1}, {"Hamburg", 2}, {"Lisbon", 1}}));
    EXPECT_EQ(problems, (std::map<std::string, int>{{"", 2}, {"weatherxm.placeDoubted", 1}, {"weatherxm.silent", 1}}));
}

TEST_F(DemoCloud, RefusesAWrongPassword)
{
    const auto client = network("the wrong one");
    const auto list = await(static_cast<networks::Network&>(*client).directory()->devicesOf(Address(), {}));
    ASSERT_FALSE(list);
    EXPECT_TRUE(list.error().is(errors::kWeatherXmSignInRefused));
}

TEST_F(DemoCloud, AStationThatWorksHasReadingsAndASilentOneHasNone)
{
    const auto client = network("demo password");
    for (const Device& device : devicesOf(*client)) {
        const auto report = await(static_cast<networks::Network&>(*client).health()->report(device, {}));
        ASSERT_TRUE(report) << report.error().detail;
        EXPECT_EQ(report->lamps.size(), 3u);
        const bool isSilent = device.problem == "weatherxm.silent";
        EXPECT_EQ(report->readings.state, isSilent ? Knowledge::NotOffered : Knowledge::Known) << device.name;
    }
}

TEST_F(DemoCloud, TheSampledPastNeverLiesAboveWhatTheCloudSaysNow)
{
    const auto client = network("demo password");
    const auto now = await(static_cast<networks::Network&>(*client).earnings()->sample(devicesOf(*client), {}));
    ASSERT_TRUE(now);
    ASSERT_EQ(now->size(), 4u);
    const auto demo = weatherxmdemo::makeDemo();
    std::map<DeviceId, EarningSample> last;
    std::size_t count = 0;
    for (const EarningSample& sample : demo->history(*m_world, demo::Pubkey())) {
        ++count;
        if (const auto before = last.find(sample.device); before != last.end()) {
            EXPECT_LT(before->second.at, sample.at);
            EXPECT_LE(before->second.lifetime.base, sample.lifetime.base);
        }
        last[sample.device] = sample;
    }
    EXPECT_EQ(count, 4u * 180);
    for (const EarningSample& sample : *now) {
        ASSERT_TRUE(last.contains(sample.device));
        EXPECT_EQ(last[sample.device].lifetime.asset, sample.lifetime.asset);
        EXPECT_EQ(last[sample.device].source, sample.source);
        EXPECT_LE(last[sample.device].lifetime.base, sample.lifetime.base);
        EXPECT_LT(last[sample.device].at, sample.at);
    }
}

} // namespace
} // namespace outpost::weatherxm
