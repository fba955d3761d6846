// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/geocoding/Photon.h"

#include "core/base/Encoding.h"
#include "core/codec/Json.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace outpost::photon {

namespace {

constexpr std::size_t kLongestMember = 1024; // bytes
constexpr std::size_t kLongestText = 80;     // code points
constexpr std::size_t kMostFeatures = 200;

constexpr std::pair<std::string_view, Kind> kLayers[] = {
    {"house", Kind::House}, {"street", Kind::Street}, {"locality", Kind::Quarter}, {"district", Kind::Quarter},
    {"city", Kind::Town},   {"county", Kind::Region}, {"state", Kind::Region},     {"country", Kind::Region},
};

/// Countries that write the number of a house before its street.
constexpr std::string_view kNumberFirst[] = {"AU", "CA", "FR", "GB", "IE", "IN", "NZ", "US", "ZA"};
/// And those that write the postcode behind the town.
constexpr std::string_view kPostcodeLast[] = {"AU", "CA", "GB", "IE", "IN", "NZ", "US", "ZA"};

template <std::size_t N> bool isOneOf(const std::string_view (&list)[N], std::string_view code)
{
    return std::ranges::find(list, code) != std::end(list);
}

std::string pair(const std::string& first, const std::string& second)
{
    return first.empty() || second.empty() ? first + second : first + ' ' + second;
}

std::string streetLine(const Address& address)
{
    if (address.street.empty())
        return {};
    return isOneOf(kNumberFirst, address.countryCode) ? pair(address.number, address.street)
                                                      : pair(address.street, address.number);
}

/// Absent and null are empty; anything but a text is an error.
Result<std::string> textAt(const codec::Json& object, const char* key)
{
    const codec::Json member = object[key];
    if (!member.hasValue())
        return std::string();
    OUTPOST_TRY(const std::string text, member.string(kLongestMember));
    return plainText(text, kLongestText);
}

Result<GeoPoint> pointOf(const codec::Json& geometry)
{
    OUTPOST_TRY(const std::string type, geometry.stringAt("type", kLongestMember));
    OUTPOST_TRY(const auto numbers, geometry.arrayAt("coordinates", 3)); // a third would be the height
    if (type != "Point" || numbers.size() < 2)
        return fail(errors::kCodecShape, "no point", {"geometry"});
    OUTPOST_TRY(const double longitude, numbers[0].real());
    OUTPOST_TRY(const double latitude, numbers[1].real());
    if (!(std::abs(latitude) <= 90) || !(std::abs(longitude) <= 180))
        return fail(errors::kCodecShape, "off the globe", {"coordinates"});
    return GeoPoint{latitude, longitude};
}

Result<Address> addressOf(const codec::Json& feature)
{
    OUTPOST_TRY(const std::string type, feature.stringAt("type", kLongestMember));
    if (type != "Feature")
        return fail(errors::kCodecShape, "no feature", {"type"});
    OUTPOST_TRY(const codec::Json geometry, feature.objectAt("geometry"));
    OUTPOST_TRY(const codec::Json properties, feature.objectAt("properties"));
    Address address;
    OUTPOST_TRY(address.point, pointOf(geometry));
    constexpr std::pair<const char*, std::string Address::*> kMembers[] = {
        {"name", &Address::name},         {"housenumber", &Address::number},
        {"street", &Address::street},     {"postcode", &Address::postcode},
        {"district", &Address::district}, {"city", &Address::city},
        {"county", &Address::county},     {"state", &Address::state},
        {"country", &Address::country},   {"countrycode", &Address::countryCode}};
    for (const auto& [key, member] : kMembers) {
        OUTPOST_TRY(address.*member, textAt(properties, key));
    }
    OUTPOST_TRY(const std::string layer, textAt(properties, "type"));
    const auto* known =
        std::ranges::find(kLayers, std::string_view(layer), [](const auto& entry) { return entry.first; });
    address.kind = known == std::end(kLayers) ? Kind::Other : known->second;
    if (title(address).empty())
        return fail(errors::kCodecShape, "a place without a name", {"properties"});
    return address;
}

} // namespace

std::string_view kindName(Kind kind)
{
    constexpr std::array<std::string_view, 6> kNames{"house", "street", "quarter", "town", "region", "other"};
    return kNames.at(static_cast<std::size_t>(kind));
}

std::string title(const Address& address)
{
    if (!address.name.empty())
        return address.name;
    if (std::string line = streetLine(address); !line.empty())
        return line;
    for (const std::string* part :
         {&address.district, &address.city, &address.county, &address.state, &address.country}) {
        if (!part->empty())
            return part == &address.district || part == &address.city ? pair(*part, address.number) : *part;
    }
    return {};
}

std::string area(const Address& address)
{
    const std::string shown = title(address);
    const std::string town = isOneOf(kPostcodeLast, address.countryCode) ? pair(address.city, address.postcode)
                                                                         : pair(address.postcode, address.city);
    std::string wider = address.city.empty() ? address.county : address.state;
    if (wider == address.city) // a city that is a state of its own is said once
        wider.clear();
    std::vector<std::string> parts;
    for (const std::string& part : {streetLine(address), address.district, town, wider, address.country}) {
        if (!part.empty() && part != shown && std::ranges::find(parts, part) == parts.end())
            parts.push_back(part);
    }
    std::string line;
    for (const std::string& part : parts)
        line += (line.empty() ? "" : ", ") + part;
    return line;
}

Result<std::vector<Address>> parseReply(ByteSpan body, std::size_t maxResults)
{
    OUTPOST_TRY(const codec::Json json,
                codec::parseJson(body, {.maxBytes = kMaxReplyBytes, .maxDepth = 16, .maxValues = 50'000}));
    OUTPOST_TRY(const std::string type, json.stringAt("type", kLongestMember));
    if (type != "FeatureCollection")
        return fail(errors::kCodecShape, "no collection", {"type"});
    OUTPOST_TRY(const auto features, json.arrayAt("features", kMostFeatures));
    std::vector<Address> found;
    std::optional<Error> firstProblem;
    for (const codec::Json& feature : features) {
        if (found.size() == maxResults)
            break;
        auto address = addressOf(feature);
        if (address)
            found.push_back(std::move(*address));
        else if (!firstProblem)
            firstProblem = std::move(address.error());
    }
    if (found.empty() && firstProblem)
        return fail(std::move(*firstProblem));
    return found;
}

} // namespace outpost::photon
