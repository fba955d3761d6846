// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sim/rpc/AddressService.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <format>

namespace outpost::sim {

namespace {

using demo::DemoHttpRequest;
using demo::DemoHttpResponse;
using demo::Json;
using demo::KnownTown;

constexpr int kUsualLimit = 15;
constexpr int kMostResults = 50;
constexpr int kHighestNumber = 250;
constexpr double kBetweenHouses = 0.0001; // degrees of latitude, about eleven metres

struct Country {
    std::string_view english, german, code;
    std::array<std::string_view, 4> streets;
};
constexpr Country kCountries[] = {
    {"Germany", "Deutschland", "DE", {"Hauptstraße", "Bahnhofstraße", "Gartenweg", "Am Markt"}},
    {"Netherlands", "Niederlande", "NL", {"Stationsstraat", "Kerkstraat", "Molenweg", "Dorpsplein"}},
    {"Portugal", "Portugal", "PT", {"Rua Direita", "Rua da Estação", "Avenida da República", "Largo da Igreja"}},
    {"France", "Frankreich", "FR", {"Rue de la Gare", "Rue de l'Église", "Avenue du Parc", "Place du Marché"}},
    {"Spain", "Spanien", "ES", {"Gran Vía", "Paseo de la Estación", "Avenida del Parque", "Plaza Mayor"}},
};
constexpr Country kElsewhere{"", "", "", {"Station Road", "Church Street", "Mill Lane", "Market Square"}};

constexpr std::pair<std::string_view, std::string_view> kGermanTowns[] = {{"Hanover", "Hannover"},
                                                                          {"Lisbon", "Lissabon"}};

const Country& countryOf(const KnownTown& town)
{
    const auto* found = std::ranges::find(kCountries, town.country, &Country::english);
    return found == std::end(kCountries) ? kElsewhere : *found;
}

std::string_view germanName(const KnownTown& town)
{
    const auto* found =
        std::ranges::find(kGermanTowns, std::string_view(town.name), [](const auto& e) { return e.first; });
    return found == std::end(kGermanTowns) ? std::string_view(town.name) : found->second;
}

/// Lower case, without the accents of the languages above, anything but letters and digits a space.
std::string folded(std::string_view text)
{
    static constexpr std::pair<std::string_view, std::string_view> kPlain[] = {
        {"ä", "a"}, {"ö", "o"}, {"ü", "u"}, {"Ä", "a"}, {"Ö", "o"}, {"Ü", "u"}, {"ß", "ss"}, {"é", "e"},
        {"É", "e"}, {"è", "e"}, {"ú", "u"}, {"ã", "a"}, {"ç", "c"}, {"ó", "o"}, {"ñ", "n"},  {"í", "i"}};
    std::string out;
    while (!text.empty()) {
        const auto* accent =
            std::ranges::find_if(kPlain, [&](const auto& entry) { return text.starts_with(entry.first); });
        if (accent != std::end(kPlain)) {
            out += accent->second;
            text.remove_prefix(accent->first.size());
            continue;
        }
        const char c = text.front();
        if (c >= 'A' && c <= 'Z')
            out += static_cast<char>(c - 'A' + 'a');
        else
            out += (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ? c : ' ';
        text.remove_prefix(1);
    }
    return out;
}

std::vector<std::string> wordsOf(std::string_view text)
{
    std::vector<std::string> words;
    std::string word;
    for (const char c : folded(text) + ' ') {
        if (c != ' ')
            word += c;
        else if (!word.empty())
            words.push_back(std::exchange(word, {}));
    }
    return words;
}

/// Some word of the text begins with this one.
bool contains(const std::vector<std::string>& text, const std::string& word)
{
    return std::ranges::any_of(text, [&](const std::string& known) { return known.starts_with(word); });
}

std::optional<int> number(const std::string& text)
{
    int value = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
    return problem == std::errc() && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

class Photon final : public demo::HttpService {
public:
    explicit Photon(std::vector<KnownTown> towns) : m_towns(std::move(towns)) {}
    std::vector<std::string> hosts() const override { return {"photon.komoot.io"}; }

    DemoHttpResponse handle(demo::World& world, const DemoHttpRequest& request) override
    {
        if (request.method != "GET" || (request.path != "/api" && request.path != "/api/"))
            return DemoHttpResponse::ofJson({{"message", "Endpoint GET " + request.path + " not found"}}, 404);
        const std::string lang = request.queryValue("lang");
        if (!lang.empty() && lang != "default" && lang != "en" && lang != "de" && lang != "fr")
            return DemoHttpResponse::ofJson(
                {{"message", "Language is not supported. Supported are: default, de, en, fr"}}, 400);
        const auto words = wordsOf(request.queryValue("q"));
        if (words.empty())
            return DemoHttpResponse::ofJson({{"message", "missing search term 'q': /?q=berlin"}}, 400);
        const int limit = number(request.queryValue("limit")).value_or(kUsualLimit);
        return DemoHttpResponse::ofJson(
            {{"type", "FeatureCollection"},
             {"features", find(world, words, lang, static_cast<std::size_t>(std::clamp(limit, 1, kMostResults)))}});
    }

private:
    /// Streets come before the towns that they are in, as what matches more of the words.
    Json find(const demo::World& world, const std::vector<std::string>& words, const std::string& lang,
              std::size_t limit) const
    {
        std::optional<int> house;
        std::vector<std::string> names;
        for (const std::string& word : words) {
            if (const auto value = number(word))
                house = value;
            else
                names.push_back(word);
        }
        Json streets = Json::array();
        Json places = Json::array();
        for (const KnownTown& town : m_towns) {
            const Country& country = countryOf(town);
            const auto around =
                wordsOf(std::format("{} {} {} {}", town.name, germanName(town), country.english, country.german));
            if (std::ranges::all_of(names, [&](const auto& word) { return contains(around, word); })) {
                if (!names.empty())
                    places.push_back(townFeature(town, lang));
                continue;
            }
            for (const std::string_view street : country.streets) {
                const auto own = wordsOf(street);
                if (std::ranges::all_of(
                        names, [&](const auto& word) { return contains(own, word) || contains(around, word); }))
                    streets.push_back(streetFeature(world, town, street, house, lang));
            }
        }
        Json all = Json::array();
        for (const Json* list : {&streets, &places}) {
            for (const Json& feature : *list) {
                if (all.size() < limit)
                    all.push_back(feature);
            }
        }
        return all;
    }

    static Json feature(Json properties, double latitude, double longitude)
    {
        return {{"type", "Feature"},
                {"geometry", {{"type", "Point"}, {"coordinates", {longitude, latitude}}}},
                {"properties", std::move(properties)}};
    }

    static Json about(const KnownTown& town, const std::string& lang)
    {
        const Country& country = countryOf(town);
        Json properties{{"osm_type", "N"}, {"osm_id", std::llround(town.latitude * 1e6)}};
        if (!country.code.empty())
            properties["countrycode"] = country.code;
        properties["country"] = lang == "de" && !country.german.empty() ? std::string(country.german) : town.country;
        return properties;
    }

    static std::string nameOf(const KnownTown& town, const std::string& lang)
    {
        return lang == "de" ? std::string(germanName(town)) : town.name;
    }

    static Json townFeature(const KnownTown& town, const std::string& lang)
    {
        Json properties = about(town, lang);
        properties["type"] = "city";
        properties["osm_key"] = "place";
        properties["osm_value"] = "city";
        properties["name"] = nameOf(town, lang);
        // West, north, east, south: Photon's own order.
        properties["extent"] = {town.longitude - town.spread, town.latitude + town.spread, town.longitude + town.spread,
                                town.latitude - town.spread};
        return feature(std::move(properties), town.latitude, town.longitude);
    }

    static Json streetFeature(const demo::World& world, const KnownTown& town, std::string_view street,
                              std::optional<int> house, const std::string& lang)
    {
        auto random = world.random(std::format("street.{}.{}", town.name, street));
        const double north = town.latitude + random.normal() * town.spread * 0.3;
        const double west = town.longitude + random.normal() * town.spread * 0.3;
        const bool hasHouse = house && *house >= 1 && *house <= kHighestNumber;
        Json properties = about(town, lang);
        properties["osm_type"] = "W";
        properties["city"] = nameOf(town, lang);
        properties["postcode"] = std::format("{:05}", random.between(10'000, 99'999));
        properties["type"] = hasHouse ? "house" : "street";
        properties["osm_key"] = hasHouse ? "building" : "highway";
        properties["osm_value"] = hasHouse ? "residential" : "tertiary";
        if (hasHouse) {
            properties["street"] = street;
            properties["housenumber"] = std::to_string(*house);
        } else {
            properties["name"] = street;
        }
        return feature(std::move(properties), north - (hasHouse ? *house * kBetweenHouses : 0), west);
    }

    std::vector<KnownTown> m_towns;
};

} // namespace

std::unique_ptr<demo::HttpService> makeAddressService(std::vector<demo::KnownTown> towns)
{
    return std::make_unique<Photon>(std::move(towns));
}

} // namespace outpost::sim
