// SPDX-License-Identifier: GPL-3.0-or-later
#include "StationReplies.h"

#include "core/networks/weatherxm/client/CloudErrors.h"
#include "core/networks/weatherxm/client/WeatherXmNetwork.h"
#include "tests/support/Await.h"
#include "tests/support/FakeClock.h"
#include "tests/support/ScriptedHttpClient.h"

#include <gtest/gtest.h>

#include <set>

namespace outpost::weatherxm {
namespace {

using golden::with;
using test::await;

const std::optional<std::string> kPaidTo = "0x00000000000000000000000000000000000000Ff";
const Time kNow = fromUnixSeconds(1'795'271'400 + 240);

Station read(const std::string& reply)
{
    const auto json = codec::parseJson(reply);
    auto station = json ? parseStation(*json) : fail(errors::kMalformed);
    EXPECT_TRUE(station) << reply;
    return station ? *station : Station();
}
Station changed(const std::string& part, const std::string& other)
{
    return read(with(golden::kStation, part, other));
}
std::string sentenceOf(const networks::DeviceReport& report, Lamp::Kind kind)
{
    for (const Lamp& lamp : report.lamps) {
        if (lamp.kind == kind)
            return lamp.sentence;
    }
    return {};
}

TEST(StationInTheList, IsItsOwnersWithItsPlaceAndTown)
{
    const Device device = deviceOf(read(golden::kStation), kPaidTo);
    EXPECT_EQ(device.id.str(), "weatherxm:76d13810-ab5d-11ec-812e-6312632e9ec0");
    EXPECT_EQ(device.network.str(), "weatherxm");
    EXPECT_EQ(device.owner.str(), *kPaidTo);
    EXPECT_EQ(device.kind, "weather.station");
    EXPECT_EQ(device.city, "Athens");
    EXPECT_EQ(device.status, DeviceStatus::Working);
    EXPECT_EQ(device.problem, "");
    ASSERT_TRUE(device.place);
    EXPECT_EQ(device.place->centre, (GeoPoint{37.981262, 23.730503}));
}

TEST(StationInTheList, SaysWhatIsWrongWithIt)
{
    const auto problem = [](const Station& station, const std::optional<std::string>& wallet) {
        const Device device = deviceOf(station, wallet);
        return std::pair(device.status, device.problem);
    };
    using P = std::pair<DeviceStatus, std::string>;
    EXPECT_EQ(problem(changed("\"isActive\": true", "\"isActive\": false"), kPaidTo),
              P(DeviceStatus::Offline, "weatherxm.silent"));
    EXPECT_EQ(problem(changed("\"pol_reason\": null", "\"pol_reason\": \"NO_LOCATION_DATA\""), kPaidTo),
              P(DeviceStatus::Check, "weatherxm.placeDoubted"));
    EXPECT_EQ(problem(changed("\"bat_state\": \"ok\"", "\"bat_state\": \"low\""), kPaidTo),
              P(DeviceStatus::Check, "weatherxm.batteryLowProblem"));
    EXPECT_EQ(problem(read(golden::kStation), std::string()), P(DeviceStatus::Check, "weatherxm.noWallet"));
    EXPECT_EQ(problem(read(golden::kStation), std::nullopt), P(DeviceStatus::Working, ""))
        << "not knowing the wallet is not having none";
    EXPECT_EQ(problem(changed("\"isActive\": true", "\"isActive\": null"), kPaidTo),
              P(DeviceStatus::Check, "weatherxm.activityUnknown"));
}

TEST(StationReport, EveryLampNamesItsSource)
{
    const auto details = parseStationInfo(*codec::parseJson(golden::kInfo));
    const auto report = reportOf(read(golden::kStation), *details, kNow);
    ASSERT_EQ(report.lamps.size(), 3u);
    for (const Lamp& lamp : report.lamps)
        EXPECT_EQ(lamp.source, "source.stationCloud");
    EXPECT_EQ(sentenceOf(report, Lamp::Kind::Process), "weatherxm.firmwareWaits");
    EXPECT_EQ(sentenceOf(report, Lamp::Kind::RadioAndKey), "weatherxm.batteryOkHeard");
    EXPECT_EQ(sentenceOf(report, Lamp::Kind::Network), "weatherxm.sends");
}

TEST(StationReport, WhatIsNotSaidHasNoLamp)
{
    const auto report = reportOf(read(golden::kFollowed), std::nullopt, kNow);
    EXPECT_TRUE(report.lamps.empty());
    EXPECT_EQ(report.readings.state, Knowledge::NotOffered);
    EXPECT_FALSE(report.readings.hasValue());
}

TEST(StationReport, ReadingsGrowStaleAfterAnHour)
{
    const Station station = read(golden::kStation);
    const auto fresh = reportOf(station, std::nullopt, kNow).readings;
    EXPECT_EQ(fresh.state, Knowledge::Known);
    EXPECT_EQ(fresh.asOf, station.weather->at);
    ASSERT_EQ(fresh.value->size(), 6u);
    EXPECT_EQ(fresh.value->front().what, "reading.temperature");
    EXPECT_EQ(fresh.value->front().unit, "°C");
    const auto old = reportOf(station, std::nullopt, kNow + std::chrono::hours(2)).readings;
    EXPECT_EQ(old.state, Knowledge::Stale);
    EXPECT_TRUE(old.hasValue());
}

class WeatherXmNetworkTest : public testing::Test {
protected:
    test::ScriptedHttpClient m_http;
    test::FakeClock m_clock{kNow};
    WeatherXmNetwork m_network{{m_http, m_clock},
                               "https://api.weatherxm.com",
                               Credentials{"me@example.org", std::make_shared<SecureBytes>(asBytes("password"))}};
    networks::Network& network() { return m_network; }
    std::string m_devices = "[" + golden::kStation + "," + golden::kFollowed + "]";
    int m_walletStatus = 200;

    void SetUp() override
    {
        m_http.handler = [this](const HttpRequest& request) -> Result<HttpResponse> {
            const auto answer = [](int status, const std::string& body) {
                return test::ScriptedHttpClient::response(status, body);
            };
            if (request.url.ends_with("/auth/login"))
                return answer(200, golden::kTokens);
            if (request.url.ends_with("/me/wallet"))
                return answer(m_walletStatus, golden::kWallet);
            if (request.url.ends_with("/info"))
                return answer(500, "");
            if (request.url.ends_with("/me/devices"))
                return answer(200, m_devices);
            return answer(200, golden::kStation);
        };
    }
    std::vector<Device> devices()
    {
        auto list = await(network().directory()->devicesOf(Address(), {}));
        EXPECT_TRUE(list);
        return list ? *list : std::vector<Device>();
    }
};

TEST_F(WeatherXmNetworkTest, HasOnlyWhatItCanDo)
{
    EXPECT_NE(network().directory(), nullptr);
    EXPECT_NE(network().earnings(), nullptr);
    EXPECT_NE(network().health(), nullptr);
    EXPECT_NE(network().session(), nullptr);
    EXPECT_EQ(network().account(), nullptr);
    EXPECT_EQ(network().collecting(), nullptr);
    EXPECT_EQ(network().onboarding(), nullptr);
    EXPECT_EQ(network().localProtocol(), nullptr);
    EXPECT_TRUE(network().flows().empty());
    EXPECT_EQ(network().earnings()->payout(), "weatherxm.payout");
    EXPECT_FALSE(network().session()->state().isOfficial);
}

TEST_F(WeatherXmNetworkTest, ListsItsOwnStationsAndNotThoseItFollows)
{
    const auto list = devices();
    ASSERT_EQ(list.size(), 1u);
    EXPECT_EQ(list[0].name, "Big Blue Cloud");
}

TEST_F(WeatherXmNetworkTest, AWalletThatCannotBeReadKeepsNoStationBack)
{
    m_walletStatus = 500;
    const auto list = devices();
    ASSERT_EQ(list.size(), 1u);
    EXPECT_EQ(list[0].status, DeviceStatus::Working);
}

TEST_F(WeatherXmNetworkTest, SamplesAreWholeBaseUnitsAndOnlyWhatWasSaid)
{
    const auto list = devices();
    auto samples = await(network().earnings()->sample(list, {}));
    ASSERT_TRUE(samples);
    ASSERT_EQ(samples->size(), 1u);
    EXPECT_EQ(samples->front().lifetime.base.toString(), "3523650000000000000000");
    EXPECT_EQ(samples->front().lifetime.asset, network().assets().front().id);
    EXPECT_EQ(samples->front().at, kNow);
    m_devices = with(m_devices, "\"total_rewards\": 3523.65", "\"total_rewards\": null");
    samples = await(network().earnings()->sample(list, {}));
    ASSERT_TRUE(samples);
    EXPECT_TRUE(samples->empty()) << "not said is not zero";
}

TEST_F(WeatherXmNetworkTest, NothingIsClaimable)
{
    const auto claimable = await(network().earnings()->claimable(devices(), {}));
    ASSERT_TRUE(claimable);
    EXPECT_TRUE(claimable->empty());
}

TEST_F(WeatherXmNetworkTest, AReportComesWithoutTheDetailsToo)
{
    const auto report = await(network().health()->report(devices().front(), {}));
    ASSERT_TRUE(report);
    EXPECT_EQ(sentenceOf(*report, Lamp::Kind::RadioAndKey), "weatherxm.batteryOk");
}

TEST_F(WeatherXmNetworkTest, EverythingItSaysHasItsWords)
{
    std::set<std::string> known;
    for (const networks::NetworkText& text : network().texts())
        EXPECT_TRUE(known.insert(text.id).second) << text.id;
    for (const ErrorCode& code : errors::kWeatherXm)
        EXPECT_TRUE(known.contains(std::string(code.name))) << code.name;
    const Station station = read(golden::kStation);
    const auto details = parseStationInfo(*codec::parseJson(golden::kInfo));
    for (const auto& [part, other] : {std::pair("\"isActive\": true", "\"isActive\": false"),
                                      std::pair("\"pol_reason\": null", "\"pol_reason\": \"X\""),
                                      std::pair("\"bat_state\": \"ok\"", "\"bat_state\": \"low\""),
                                      std::pair("\"bat_state\": \"ok\"", "\"bat_state\": null"),
                                      std::pair("\"assigned\": \"1.0.1\"", "\"assigned\": null")}) {
        const Station one = changed(part, other);
        const Device device = deviceOf(one, kPaidTo);
        EXPECT_TRUE(device.problem.empty() || known.contains(device.problem)) << device.problem;
        for (const auto& info : {std::optional<StationInfo>(), std::optional(*details)}) {
            const auto report = reportOf(one, info, kNow);
            for (const Lamp& lamp : report.lamps)
                EXPECT_TRUE(known.contains(lamp.sentence)) << lamp.sentence;
            for (const auto& reading : *report.readings.value)
                EXPECT_TRUE(known.contains(reading.what)) << reading.what;
        }
    }
    EXPECT_TRUE(known.contains(deviceOf(station, kPaidTo).kind));
    EXPECT_TRUE(known.contains("source.stationCloud"));
    EXPECT_TRUE(known.contains(network().earnings()->payout()));
}

} // namespace
} // namespace outpost::weatherxm
