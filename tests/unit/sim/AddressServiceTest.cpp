// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sim/rpc/AddressService.h"

#include "FakeDemo.h"
#include "SimFixture.h"

namespace outpost::sim::test {
namespace {

class AddressServiceTest : public SimTest {
protected:
    demo::DemoHttpResponse ask(std::multimap<std::string, std::string> query, const std::string& path = "/api/")
    {
        const auto service = makeAddressService({{"Hanover", "Germany", 52.374, 9.738, 0.03},
                                                 {"Utrecht", "Netherlands", 52.090, 5.121, 0.025},
                                                 {"Reykjavik", "Iceland", 64.147, -21.943, 0.03}});
        demo::DemoHttpRequest request;
        request.method = "GET";
        request.host = service->hosts().front();
        request.path = path;
        request.query = std::move(query);
        return service->handle(*m_world, request);
    }
    Json features(const std::string& q, const std::string& lang = "en")
    {
        const auto reply = ask({{"q", q}, {"lang", lang}});
        EXPECT_EQ(reply.status, 200) << reply.body;
        const Json json = Json::parse(reply.body);
        EXPECT_EQ(json.at("type"), "FeatureCollection");
        return json.at("features");
    }
};

TEST_F(AddressServiceTest, FindsAHouseInEachTownThatHasTheStreet)
{
    const Json found = features("Kerkstraat 12");
    ASSERT_EQ(found.size(), 1u);
    const Json& properties = found[0].at("properties");
    EXPECT_EQ(properties.at("type"), "house");
    EXPECT_EQ(properties.at("street"), "Kerkstraat");
    EXPECT_EQ(properties.at("housenumber"), "12");
    EXPECT_EQ(properties.at("city"), "Utrecht");
    EXPECT_EQ(properties.at("countrycode"), "NL");
    EXPECT_EQ(found[0].at("type"), "Feature");
    const Json& at = found[0].at("geometry").at("coordinates");
    EXPECT_NEAR(at[0].get<double>(), 5.121, 0.1) << "longitude first";
    EXPECT_NEAR(at[1].get<double>(), 52.090, 0.1);
    EXPECT_EQ(features("Kerkstraat 12"), found) << "the same in every run";
    EXPECT_NE(features("Kerkstraat 13")[0].at("geometry"), found[0].at("geometry"));
}

TEST_F(AddressServiceTest, FindsAStreetWithoutANumberAndATownByItself)
{
    const Json street = features("hauptstrasse hanover");
    ASSERT_EQ(street.size(), 1u);
    EXPECT_EQ(street[0].at("properties").at("name"), "Hauptstraße");
    EXPECT_EQ(street[0].at("properties").at("type"), "street");
    const Json town = features("Hannover", "de");
    ASSERT_EQ(town.size(), 1u);
    EXPECT_EQ(town[0].at("properties").at("name"), "Hannover");
    EXPECT_EQ(town[0].at("properties").at("country"), "Deutschland");
    EXPECT_EQ(town[0].at("properties").at("type"), "city");
    EXPECT_EQ(features("Station Road").size(), 1u) << "a country that nobody wrote streets for";
}

TEST_F(AddressServiceTest, FindsNothingWhereNothingIs)
{
    for (const char* words : {"Nirgendwo 7", "12345", "Kerkstraat Hanover", "Hauptstraße Utrecht"})
        EXPECT_TRUE(features(words).empty()) << words;
}

TEST_F(AddressServiceTest, AnswersAsManyAsAreWanted)
{
    EXPECT_EQ(Json::parse(ask({{"q", "st"}, {"limit", "1"}}).body).at("features").size(), 1u);
    EXPECT_EQ(features("st").size(), 3u); // Stationsstraat, Station Road, Church Street
}

TEST_F(AddressServiceTest, RefusesWhatIsNotDocumented)
{
    EXPECT_EQ(ask({{"q", "Utrecht"}}, "/reverse").status, 404);
    EXPECT_EQ(ask({}).status, 400);
    EXPECT_EQ(ask({{"q", " ,"}}).status, 400);
    EXPECT_EQ(ask({{"q", "Utrecht"}, {"lang", "it"}}).status, 400);
    EXPECT_EQ(ask({{"q", "Utrecht"}}, "/api").status, 200);
}

} // namespace
} // namespace outpost::sim::test
