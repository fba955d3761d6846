// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/networks/weatherxm/demo/StationService.h"

#include "core/domain/Cells.h"
#include "core/networks/weatherxm/demo/Stations.h"
#include "core/networks/weatherxm/demo/WeatherXmDemo.h"
#include "core/sim/world/SimWorld.h"

#include <gtest/gtest.h>

#include <filesystem>

namespace outpost::weatherxmdemo {

using demo::Json;

class DemoStations : public testing::Test {
protected:
    void SetUp() override { open(1); }
    void TearDown() override
    {
        m_world.reset();
        std::filesystem::remove_all(m_folder);
    }
    void open(std::uint64_t seed)
    {
        m_world.reset();
        std::string pattern = (std::filesystem::temp_directory_path() / "outpost-demo-XXXXXX").string();
        m_folder = mkdtemp(pattern.data());
        sim::WorldOptions options;
        options.seed = seed;
        options.startTime = fromUnixSeconds(1'795'338'000); // 22 November 2026, 09:00
        options.realMillis = [] { return std::int64_t{1'795'338'000'000}; };
        std::vector<std::unique_ptr<demo::Demo>> networks;
        networks.push_back(makeDemo());
        auto opened = sim::SimWorld::open(m_folder, options, std::move(networks));
        ASSERT_TRUE(opened.has_value());
        m_world = std::move(*opened);
    }
    sim::SimWorld& world() { return *m_world; }

    Json ask(const std::string& method, const std::string& path, const Json& body, int status,
             const std::string& token = {}, const std::pair<std::string, std::string>& query = {})
    {
        demo::DemoHttpRequest request;
        request.method = method;
        request.path = path;
        request.body = body.dump();
        if (!query.first.empty())
            request.query.insert(query);
        if (!token.empty())
            request.headers.emplace("authorization", "Bearer " + token);
        const auto reply = m_service->handle(world(), request);
        EXPECT_EQ(reply.status, status) << path << "\n" << reply.body.substr(0, 400);
        return Json::parse(reply.body);
    }
    std::string token()
    {
        return ask("POST", "/api/v1/auth/login", {{"username", "me@example.org"}, {"password", "correct horse"}},
                   200)["token"]
            .get<std::string>();
    }

private:
    std::filesystem::path m_folder;
    std::unique_ptr<sim::SimWorld> m_world;
    std::unique_ptr<demo::HttpService> m_service = stationService();
};

TEST_F(DemoStations, AWrongPasswordIsUnauthorised)
{
    for (const char* password : {"short", "the wrong one"}) {
        const Json reply =
            ask("POST", "/api/v1/auth/login", {{"username", "me@example.org"}, {"password", password}}, 401);
        EXPECT_EQ(reply["code"], "Unauthorized");
        EXPECT_EQ(reply["path"], "/api/v1/auth/login");
    }
    ask("POST", "/api/v1/auth/login", Json::array(), 401);
}

TEST_F(DemoStations, ATokenCanBeRenewedWithItsRefreshTokenOnly)
{
    const Json pair =
        ask("POST", "/api/v1/auth/login", {{"username", "me@example.org"}, {"password", "correct horse"}}, 200);
    EXPECT_TRUE(ask("POST", "/api/v1/auth/refresh", {{"refreshToken", pair["refreshToken"]}}, 200).contains("token"));
    ask("POST", "/api/v1/auth/refresh", {{"refreshToken", "guessed"}}, 401);
}

TEST_F(DemoStations, StationsAreShownOnlyToTheirOwner)
{
    ask("GET", "/api/v1/me/devices", {}, 401);
    ask("GET", "/api/v1/me/devices", {}, 401, "guessed");
    EXPECT_EQ(ask("GET", "/api/v1/me/devices", {}, 200, token()).size(), 4u);
}

TEST_F(DemoStations, AStationHasTheDocumentedMembersAndItsCells)
{
    const Json all = ask("GET", "/api/v1/me/devices", {}, 200, token());
    for (const Json& station : all) {
        for (const char* member : {"id", "name", "label", "timezone", "bundle", "relation", "bat_state", "location",
                                   "metrics", "attributes", "rewards"})
            EXPECT_TRUE(station.contains(member)) << member;
        const std::string index = station["attributes"]["hex7"]["index"].get<std::string>();
        EXPECT_EQ(cellResolution(*parseCell(index)), 7);
        EXPECT_EQ(ask("GET", "/api/v1/me/devices/" + station["id"].get<std::string>(), {}, 200, token()), station);
        EXPECT_EQ(ask("GET", "/api/v1/cells/" + index + "/devices", {}, 200)[0]["id"], station["id"]);
    }
    EXPECT_EQ(ask("GET", "/api/v1/me/devices/none", {}, 404, token())["code"], "DeviceNotFound");
}

TEST_F(DemoStations, ASilentStationEarnsNothingAndADoubtedPlaceEarnsHalf)
{
    const auto all = stations(world());
    EXPECT_EQ(rewardOn(world(), all[3], world().day() - 1), 0u);
    EXPECT_FALSE(all[3].isActive);
    EXPECT_GT(rewardOn(world(), all[0], world().day() - 1), 0u);
    EXPECT_LT(rewardOn(world(), all[2], world().day() - 1) * 2, rewardOn(world(), all[0], world().day() - 1))
        << "scores of at most 77, halved, against at least 85";
    const Json latest = ask("GET", "/api/v1/devices/" + all[2].id + "/rewards", {}, 200);
    EXPECT_EQ(latest["latest"]["annotation_summary"].size(), 1u);
}

TEST_F(DemoStations, HalfAYearOfRewardsIsThere)
{
    const Json year = ask("GET", "/api/v1/me/devices/rewards", {}, 200, token(), {"mode", "year"});
    int paid = 0;
    for (const Json& day : year["data"])
        paid += day["total_rewards"].get<double>() > 0 ? 1 : 0;
    EXPECT_GE(paid, 180);
    EXPECT_EQ(ask("GET", "/api/v1/me/devices/rewards", {}, 200, token(), {"mode", "week"})["data"].size(), 7u);
}

TEST_F(DemoStations, WhatCouldBeWithdrawnIsWholeBaseUnitsAndTheSumOfAllStations)
{
    const std::string address = ask("GET", "/api/v1/me/wallet", {}, 200, token())["address"].get<std::string>();
    const Json reply = ask("GET", "/api/v1/network/rewards/withdraw", {}, 200, {}, {"address", address});
    Int128 sum;
    for (const Station& station : stations(world()))
        sum = *sum.plus(rewardBefore(world(), station, world().day()));
    EXPECT_EQ(reply["cumulative_amount"], sum.toString());
    EXPECT_EQ(reply["available"], sum.toString());
    EXPECT_TRUE(Int128::parse(reply["cumulative_amount"].get<std::string>())->isPositive());
    ask("GET", "/api/v1/network/rewards/withdraw", {}, 404, {}, {"address", "0x0"});
}

TEST_F(DemoStations, TheMapIsPublicAndCountsItsStations)
{
    const Json cells = ask("GET", "/api/v1/cells", {}, 200);
    EXPECT_GE(cells.size(), 20u);
    int devices = 0;
    for (const Json& cell : cells) {
        EXPECT_GE(cell["polygon"].size(), 5u);
        EXPECT_LE(cell["active_device_count"], cell["device_count"]);
        devices += cell["device_count"].get<int>();
    }
    EXPECT_EQ(devices, 4 + 4 * 24);
}

TEST_F(DemoStations, OneSeedMakesTheSameStations)
{
    const std::string first = ask("GET", "/api/v1/me/devices", {}, 200, token()).dump();
    open(1);
    EXPECT_EQ(ask("GET", "/api/v1/me/devices", {}, 200, token()).dump(), first);
    open(2);
    EXPECT_NE(ask("GET", "/api/v1/me/devices", {}, 200, token()).dump(), first);
}

TEST_F(DemoStations, OtherRoutesAreNotFound)
{
    ask("GET", "/api/v2/me", {}, 404);
    ask("DELETE", "/api/v1/me", {}, 404, token());
}

} // namespace outpost::weatherxmdemo
