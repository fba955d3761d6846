// SPDX-License-Identifier: GPL-3.0-or-later
#include "StationReplies.h"

#include "core/domain/Cells.h"
#include "core/networks/weatherxm/client/StationReplies.h"

#include <gtest/gtest.h>

namespace outpost::weatherxm {
namespace {

using golden::with;

codec::Json json(const std::string& text)
{
    const auto parsed = codec::parseJson(text);
    EXPECT_TRUE(parsed) << text;
    return parsed ? *parsed : codec::Json();
}
Result<Station> station(const std::string& part, const std::string& other)
{
    return parseStation(json(with(golden::kStation, part, other)));
}

TEST(StationReplies, AStationIsReadWithEveryDocumentedMember)
{
    const auto read = parseStation(json(golden::kStation));
    ASSERT_TRUE(read) << read.error().detail;
    EXPECT_EQ(read->id, "76d13810-ab5d-11ec-812e-6312632e9ec0");
    EXPECT_EQ(read->name, "Big Blue Cloud");
    EXPECT_EQ(read->model, "M5");
    EXPECT_TRUE(read->isOwned);
    EXPECT_EQ(read->point, (GeoPoint{37.981262, 23.730503}));
    EXPECT_EQ(read->cell, *parseCell("873f728d0ffffff"));
    EXPECT_EQ(read->city, "Athens");
    EXPECT_EQ(read->isActive, true);
    EXPECT_EQ(toUnixSeconds(*read->lastActivity), 1'795'271'400);
    EXPECT_EQ(read->battery, "ok");
    EXPECT_EQ(read->firmware, "1.0.0");
    EXPECT_EQ(read->assignedFirmware, "1.0.1");
    EXPECT_EQ(read->placeDoubt, "");
    EXPECT_EQ(read->lifetime->toString(), "3523650000000000000000");
    ASSERT_TRUE(read->weather);
    EXPECT_EQ(read->weather->at, *read->lastActivity);
    ASSERT_EQ(read->weather->measures.size(), 6u);
    EXPECT_EQ(read->weather->measures[0].name, "temperature");
    EXPECT_EQ(read->weather->measures[0].value, -38.8);
}

TEST(StationReplies, WhatIsMissingOrNullWasNotSaid)
{
    const auto read = parseStation(json(golden::kFollowed));
    ASSERT_TRUE(read) << read.error().detail;
    EXPECT_FALSE(read->isOwned);
    EXPECT_FALSE(read->point);
    EXPECT_FALSE(read->cell);
    EXPECT_FALSE(read->isActive);
    EXPECT_FALSE(read->lastActivity);
    EXPECT_FALSE(read->weather);
    const auto unpaid = station(R"("total_rewards": 3523.65)", R"("total_rewards": null)");
    ASSERT_TRUE(unpaid);
    EXPECT_FALSE(unpaid->lifetime) << "nothing said is not nothing earned";
}

TEST(StationReplies, AMemberOfAnotherKindIsAChangedShape)
{
    const std::pair<const char*, const char*> changes[] = {
        {R"("relation": "owned")", R"("relation": 7)"},
        {R"("isActive": true)", R"("isActive": "yes")"},
        {R"("2026-11-21T17:30:00+03:00")", R"("yesterday")"},
        {R"({"lat": 37.981262, "lon": 23.730503})", R"([37.98, 23.73])"},
        {R"({"lat": 37.981262, "lon": 23.730503})", R"({"lat": 97.98, "lon": 23.73})"},
        {R"("873f728d0ffffff")", R"("not a cell")"},
        {R"("total_rewards": 3523.65)", R"("total_rewards": "3523.65")"},
        {R"("total_rewards": 3523.65)", R"("total_rewards": -1)"},
        {R"("total_rewards": 3523.65)", R"("total_rewards": 1e30)"},
        {R"({"total_rewards": 3523.65, "actual_reward": 1.16})", R"(3523.65)"},
        {R"("temperature": -38.8)", R"("temperature": "cold")"},
        {R"("temperature": -38.8)", R"("temperature": 1e300)"},
        {R"("name": "Big Blue Cloud")", R"("name": null)"},
        {R"("id": "76d13810-ab5d-11ec-812e-6312632e9ec0")", R"("id": "../../wallet")"},
        {R"("id": "76d13810-ab5d-11ec-812e-6312632e9ec0")", R"("id": "")"},
    };
    for (const auto& [part, other] : changes)
        EXPECT_FALSE(station(part, other)) << other;
    EXPECT_FALSE(parseStation(json("[]")));
    EXPECT_FALSE(parseStations(json("{}"))) << "an object where the list was";
}

TEST(StationReplies, OneStationThatCannotBeReadDoesNotVanishSilently)
{
    EXPECT_TRUE(parseStations(json("[" + golden::kStation + "," + golden::kFollowed + "]")));
    EXPECT_FALSE(parseStations(json("[" + golden::kStation + ", 5]")));
}

TEST(StationReplies, NamesAreMadeHarmless)
{
    const auto read = station("Big Blue Cloud", std::string("a\\u202Eb\\n") + std::string(200, 'x'));
    ASSERT_TRUE(read);
    EXPECT_EQ(read->name.find('\n'), std::string::npos);
    EXPECT_EQ(read->name.find("\u202E"), std::string::npos);
    EXPECT_LT(read->name.size(), 90u);
    EXPECT_FALSE(station("Big Blue Cloud", std::string(5000, 'x'))) << "beyond any name";
}

TEST(StationReplies, ACellMayBeOfAnyResolution)
{
    const std::uint64_t fine = *cellAt({37.981262, 23.730503}, 10);
    const auto read = station("873f728d0ffffff", cellText(fine));
    ASSERT_TRUE(read);
    EXPECT_EQ(read->cell, fine);
    EXPECT_EQ(cellResolution(*read->cell), 10);
}

TEST(StationReplies, DetailsAreReadAlsoWhereNumbersAreTexts)
{
    const auto read = parseStationInfo(json(golden::kInfo));
    ASSERT_TRUE(read) << read.error().detail;
    EXPECT_EQ(read->gatewayModel, "WG3000");
    EXPECT_EQ(read->satellites, 3);
    EXPECT_EQ(read->wifiDbm, -60);
    EXPECT_EQ(read->networkDbm, -90);
    EXPECT_EQ(read->stationDbm, -71);
    EXPECT_EQ(toUnixSeconds(*read->claimedAt), 1'679'409'457);
    EXPECT_TRUE(parseStationInfo(json("{}")));
    EXPECT_FALSE(parseStationInfo(json("[]")));
    EXPECT_FALSE(parseStationInfo(json(with(golden::kInfo, "-71", "\"strong\""))));
}

TEST(StationReplies, TokensMayOnlyHaveWhatFitsIntoAHeader)
{
    const auto read = parseTokens(json(golden::kTokens));
    ASSERT_TRUE(read);
    EXPECT_EQ(asText(read->access.span()), "aaa.bbb.ccc");
    EXPECT_EQ(asText(read->refresh.span()), "ddd.eee.fff");
    EXPECT_TRUE(parseTokens(json(R"({"token": "a"})"))->refresh.isEmpty());
    for (const char* bad : {R"({})", R"({"token": ""})", R"({"token": "a\r\nHost: b"})", R"({"token": 5})",
                            R"({"token": "a", "refreshToken": "b c"})", R"([])"})
        EXPECT_FALSE(parseTokens(json(bad))) << bad;
    EXPECT_FALSE(parseTokens(json("{\"token\": \"" + std::string(10'000, 'a') + "\"}")));
}

TEST(StationReplies, AnAccountMayHaveNoWallet)
{
    EXPECT_EQ(*parseWallet(json(golden::kWallet)), "0x00000000000000000000000000000000000000Ff");
    EXPECT_EQ(*parseWallet(json(R"({"address": null})")), "");
    EXPECT_FALSE(parseWallet(json(R"({"address": "0x00"})")));
    EXPECT_FALSE(parseWallet(json(R"([])")));
}

TEST(StationReplies, TimesAreReadInEveryZone)
{
    const auto seconds = [](std::string_view text) { return toUnixMillis(*parseCloudTime(text)); };
    EXPECT_EQ(seconds("2026-11-21T14:30:00Z"), 1'795'271'400'000);
    EXPECT_EQ(seconds("2026-11-21T17:30:00+03:00"), 1'795'271'400'000);
    EXPECT_EQ(seconds("2026-11-21T05:00:00-0930"), 1'795'271'400'000);
    EXPECT_EQ(seconds("2026-11-21T14:30:00.25Z"), 1'795'271'400'250);
    EXPECT_EQ(seconds("2026-11-21T14:30:00.123456789Z"), 1'795'271'400'123);
    for (const char* bad :
         {"", "2026-11-21", "2026-11-21T14:30:00", "2026-11-21 14:30:00Z", "2026-13-01T00:00:00Z",
          "2026-02-30T00:00:00Z", "2026-11-21T24:00:00Z", "2026-11-21T14:60:00Z", "2026-11-21T14:30:00.Z",
          "2026-11-21T14:30:00Zx", "2026-11-21T14:30:00+19:00", "-026-11-21T14:30:00Z", "2026-11-21T14:30:00+03:0"})
        EXPECT_FALSE(parseCloudTime(bad)) << bad;
}

} // namespace
} // namespace outpost::weatherxm
