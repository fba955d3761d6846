// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/geocoding/Photon.h"

#include "core/base/Encoding.h"
#include "core/codec/CodecErrors.h"

#include <nlohmann/json.hpp>
#include <rapidcheck/gtest.h>

namespace outpost::photon {
namespace {

using Json = nlohmann::json;

/// A reply in the shape that docs/api-v1.md of Photon shows.
Json house()
{
    return {{"type", "Feature"},
            {"geometry", {{"type", "Point"}, {"coordinates", {4.883972, 52.375111}}}},
            {"properties",
             {{"osm_type", "W"},
              {"osm_id", 38862723},
              {"osm_key", "building"},
              {"osm_value", "house"},
              {"type", "house"},
              {"street", "Kerkstraat"},
              {"housenumber", "12"},
              {"postcode", "1017 GC"},
              {"district", "Centrum"},
              {"city", "Amsterdam"},
              {"county", "Amsterdam"},
              {"state", "North Holland"},
              {"country", "Netherlands"},
              {"countrycode", "NL"},
              {"extent", {4.88, 52.38, 4.89, 52.37}}}}};
}

Json collection(const Json& features)
{
    return {{"type", "FeatureCollection"}, {"features", features}};
}

Result<std::vector<Address>> parsed(const Json& json, std::size_t most = kMaxResults)
{
    const std::string text = json.dump(-1, ' ', false, Json::error_handler_t::replace);
    return parseReply(asBytes(text), most);
}

Address one(const Json& feature)
{
    const auto found = parsed(collection(Json::array({feature})));
    EXPECT_TRUE(found && found->size() == 1) << feature.dump();
    return found && !found->empty() ? found->front() : Address();
}

Json with(const std::vector<std::pair<const char*, Json>>& properties)
{
    Json feature = house();
    feature["properties"] = Json::object();
    for (const auto& [key, value] : properties)
        feature["properties"][key] = value;
    return feature;
}

TEST(Photon, ReadsAHouse)
{
    const Address address = one(house());
    EXPECT_EQ(address.kind, Kind::House);
    EXPECT_EQ(address.street, "Kerkstraat");
    EXPECT_EQ(address.number, "12");
    EXPECT_NEAR(address.point.latitude, 52.375111, 1e-9);
    EXPECT_NEAR(address.point.longitude, 4.883972, 1e-9);
    EXPECT_EQ(title(address), "Kerkstraat 12");
    EXPECT_EQ(area(address), "Centrum, 1017 GC Amsterdam, North Holland, Netherlands");
}

TEST(Photon, WritesNumberAndPostcodeAsTheCountryDoes)
{
    const Address address = one(with({{"street", "Baker Street"},
                                      {"housenumber", "221b"},
                                      {"city", "London"},
                                      {"postcode", "NW1 6XE"},
                                      {"country", "United Kingdom"},
                                      {"countrycode", "GB"}}));
    EXPECT_EQ(title(address), "221b Baker Street");
    EXPECT_EQ(area(address), "London NW1 6XE, United Kingdom");
}

TEST(Photon, SaysACityThatIsAStateOnce)
{
    const Address address = one(with({{"type", "house"},
                                      {"name", "Olympic Stadium"},
                                      {"street", "Olympischer Platz"},
                                      {"housenumber", "3"},
                                      {"city", "Berlin"},
                                      {"state", "Berlin"},
                                      {"country", "Germany"},
                                      {"countrycode", "DE"}}));
    EXPECT_EQ(title(address), "Olympic Stadium");
    EXPECT_EQ(area(address), "Olympischer Platz 3, Berlin, Germany");
}

TEST(Photon, NamesAPlaceByWhatThereIs)
{
    EXPECT_EQ(title(one(with({{"type", "city"}, {"name", "Porto"}}))), "Porto");
    EXPECT_EQ(title(one(with({{"city", "Langeness"}, {"housenumber", "4"}}))), "Langeness 4");
    EXPECT_EQ(title(one(with({{"country", "Iceland"}}))), "Iceland");
    EXPECT_EQ(one(with({{"type", "city"}, {"name", "Porto"}})).kind, Kind::Town);
    EXPECT_EQ(one(with({{"type", "volcano"}, {"name", "Etna"}})).kind, Kind::Other);
}

TEST(Photon, NothingFoundIsAnEmptyList)
{
    const auto found = parsed(collection(Json::array()));
    ASSERT_TRUE(found);
    EXPECT_TRUE(found->empty());
}

TEST(Photon, KeepsAsManyAsAreWanted)
{
    Json features = Json::array();
    for (int i = 0; i < 30; ++i)
        features.push_back(house());
    EXPECT_EQ(parsed(collection(features))->size(), kMaxResults);
    EXPECT_EQ(parsed(collection(features), 3)->size(), 3u);
}

TEST(Photon, RefusesAListWithoutEnd)
{
    Json features = Json::array();
    for (int i = 0; i < 300; ++i)
        features.push_back(house());
    EXPECT_FALSE(parsed(collection(features)));
}

TEST(Photon, LooksAtTheLengthFirst)
{
    EXPECT_EQ(parseReply(asBytes(std::string(kMaxReplyBytes + 1, ' '))).error().code, errors::kCodecTooLong);
}

TEST(Photon, MakesForeignTextPlainAndShort)
{
    Json feature = house();
    feature["properties"]["name"] = "evil\u202Etxt\n\x07name" + std::string(500, 'x');
    const Address address = one(feature);
    EXPECT_EQ(address.name.find('\n'), std::string::npos);
    EXPECT_EQ(address.name.find("\u202E"), std::string::npos);
    EXPECT_LE(address.name.size(), 90u);
    EXPECT_EQ(address.name, plainText(address.name));
}

TEST(Photon, LeavesOutWhatLiesOffTheGlobe)
{
    for (const Json& coordinates : {Json{181, 10}, Json{-180.1, 10}, Json{4, 90.5}, Json{4, -91}, Json{1e300, 1},
                                    Json{4}, Json::array(), Json{"4", "52"}, Json{4, nullptr}, Json{1, 2, 3, 4}}) {
        Json feature = house();
        feature["geometry"]["coordinates"] = coordinates;
        EXPECT_FALSE(parsed(collection(Json::array({feature})))) << coordinates.dump();
        const auto found = parsed(collection(Json::array({feature, house()})));
        ASSERT_TRUE(found) << "one bad result hides no good one";
        EXPECT_EQ(found->size(), 1u);
    }
}

/// What one wrong thing in a document may lead to: it is refused, or what is read is whole.
void expectSound(const Json& json)
{
    const auto found = parsed(json);
    if (!found)
        return;
    for (const Address& address : *found) {
        EXPECT_FALSE(title(address).empty()) << json.dump();
        EXPECT_LE(std::abs(address.point.latitude), 90);
        EXPECT_LE(std::abs(address.point.longitude), 180);
    }
}

/// Each member of the document, however deep.
void eachMember(const Json& json, const Json::json_pointer& at,
                const std::function<void(const Json::json_pointer&)>& visit)
{
    if (json.is_object()) {
        for (const auto& [key, value] : json.items()) {
            visit(at / key);
            eachMember(value, at / key, visit);
        }
    } else if (json.is_array()) {
        for (std::size_t i = 0; i < json.size(); ++i) {
            visit(at / i);
            eachMember(json[i], at / i, visit);
        }
    }
}

Json parent(Json& json, const Json::json_pointer& at, const std::function<void(Json&)>& change)
{
    change(json.at(at.parent_pointer()));
    return json;
}

TEST(Photon, StandsADroppedMember)
{
    const Json whole = collection(Json::array({house()}));
    eachMember(whole, Json::json_pointer(), [&](const Json::json_pointer& at) {
        Json json = whole;
        const std::string key = at.back();
        parent(json, at, [&](Json& holder) {
            if (holder.is_object())
                holder.erase(key);
            else
                holder.erase(std::stoul(key));
        });
        expectSound(json);
    });
}

TEST(Photon, StandsARenamedMember)
{
    const Json whole = collection(Json::array({house()}));
    eachMember(whole, Json::json_pointer(), [&](const Json::json_pointer& at) {
        Json json = whole;
        const std::string key = at.back();
        parent(json, at, [&](Json& holder) {
            if (holder.is_object()) {
                holder[key + "_"] = holder[key];
                holder.erase(key);
            }
        });
        expectSound(json);
    });
}

TEST(Photon, StandsAMemberOfAnotherType)
{
    const Json whole = collection(Json::array({house()}));
    eachMember(whole, Json::json_pointer(), [&](const Json::json_pointer& at) {
        for (const Json& other : {Json(), Json(true), Json(7), Json(-1e99), Json("text"), Json::array(), Json::object(),
                                  Json(std::string(5000, 'y')), Json::array({1, 2, 3})}) {
            Json json = whole;
            json[at] = other;
            expectSound(json);
        }
    });
}

TEST(Photon, RequiresWhatMakesItACollection)
{
    for (const char* key : {"type", "features"}) {
        Json json = collection(Json::array({house()}));
        json.erase(key);
        EXPECT_EQ(parsed(json).error().code, errors::kCodecShape) << key;
        json[key] = 5;
        EXPECT_FALSE(parsed(json)) << key;
    }
    for (const char* key : {"type", "geometry", "properties"}) {
        Json feature = house();
        feature.erase(key);
        EXPECT_FALSE(parsed(collection(Json::array({feature})))) << key;
    }
    EXPECT_FALSE(parsed(Json::array({house()})));
}

TEST(Photon, RefusesEveryTruncation)
{
    const std::string text = collection(Json::array({house()})).dump();
    for (std::size_t length = 0; length < text.size(); ++length)
        EXPECT_FALSE(parseReply(asBytes(text.substr(0, length)))) << length;
}

RC_GTEST_PROP(Photon, StandsFlippedBytes, ())
{
    std::string text = collection(Json::array({house(), house()})).dump();
    const auto flips = *rc::gen::container<std::vector<std::pair<std::size_t, char>>>(
        rc::gen::pair(rc::gen::inRange<std::size_t>(0, text.size()), rc::gen::arbitrary<char>()));
    for (const auto& [at, value] : flips)
        text[at] = value;
    if (const auto found = parseReply(asBytes(text))) {
        for (const Address& address : *found) {
            RC_ASSERT(!title(address).empty());
            RC_ASSERT(isUtf8(title(address) + area(address)));
            RC_ASSERT(std::abs(address.point.latitude) <= 90 && std::abs(address.point.longitude) <= 180);
        }
    }
}

} // namespace
} // namespace outpost::photon
