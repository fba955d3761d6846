// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Encoding.h"
#include "core/networks/helium/demo/AnimalName.h"
#include "core/networks/helium/demo/Cast.h"
#include "core/networks/helium/demo/DeviceBook.h"
#include "core/networks/helium/demo/Services.h"

#include <charconv>

namespace outpost::heliumdemo {

namespace {

using demo::DemoHttpRequest;
using demo::DemoHttpResponse;

constexpr std::size_t kPageSize = 250;
constexpr int kPublishedResolution = 8; ///< places are coarsened before they are published

DemoHttpResponse notFound(std::string_view message)
{
    return DemoHttpResponse::ofJson({{"statusCode", 404}, {"error", "Not Found"}, {"message", message}}, 404);
}

/// "2026-11-20T00:00:00.000Z"
std::string isoDay(Time at)
{
    return std::format("{:%FT%T}Z", at);
}

/// What this service knows of one hotspot.
struct Hotspot {
    std::string address;
    Pubkey keyToAsset;
    Pubkey asset; ///< zero for hotspots that are only on the map
    std::optional<IotInfo> info;
    std::optional<std::uint64_t> cell; ///< coarse
    std::string_view city, country;
};

GeoPoint coarse(std::uint64_t cell)
{
    return *cellCentre(*cellParent(cell, kPublishedResolution));
}

class EntityService final : public demo::HttpService {
public:
    std::vector<std::string> hosts() const override { return {"entities.nft.helium.io"}; }

    DemoHttpResponse handle(World& world, const DemoHttpRequest& request) override
    {
        const std::string& path = request.path;
        if (request.method != "GET")
            return notFound(std::format("Route {}:{} not found", request.method, path));
        if (path == "/health")
            return DemoHttpResponse::ofJson({{"ok", true}});
        if (path.starts_with("/v2/wallet/"))
            return wallet(world, path.substr(11));
        if (path == "/v2/hotspots/pagination-metadata")
            return pagination(world);
        if (path == "/v2/hotspots")
            return page(world, request.queryValue("cursor"));
        if (path.starts_with("/v2/hotspot/"))
            return hotspot(world, path.substr(12));
        if (path.starts_with("/v1/"))
            return hotspot(world, path.substr(4));
        if (path.starts_with("/v2/tokens/"))
            return token(path.substr(11));
        if (path == "/v2/merkles")
            return merkles(world);
        if (const auto entityKey = entityKeyOf(std::string_view(path).substr(1)))
            return hotspot(world, keyToAssetOf(*entityKey).text());
        return notFound(std::format("Route GET:{} not found", path));
    }

private:
    struct MapEntry {
        std::string address;
        Pubkey keyToAsset;
        std::optional<GeoPoint> point;
    };

    std::optional<Hotspot> find(const World& world, const Pubkey& keyToAsset)
    {
        Hotspot found;
        found.keyToAsset = keyToAsset;
        if (const Account* account = world.account(keyToAsset)) {
            const auto entity = KeyToAsset::decode(*account);
            if (!entity)
                return std::nullopt;
            found.address = toBase58(entity->entityKey);
            found.asset = entity->asset;
            const Account* infoAccount = world.account(iotInfoOf(entity->entityKey));
            found.info = infoAccount ? IotInfo::decode(*infoAccount) : std::nullopt;
            if (found.info && found.info->location && isValidCell(*found.info->location))
                found.cell = *found.info->location;
            if (const auto town = found.cell ? townAt(coarse(*found.cell)) : std::nullopt) {
                found.city = town->city;
                found.country = town->country;
            }
            return found;
        }
        for (const Stranger& stranger : others(world)) {
            if (stranger.keyToAsset != keyToAsset)
                continue;
            found.address = stranger.address;
            found.cell = *cellAt(stranger.point, 12);
            found.city = stranger.city;
            found.country = stranger.country;
            return found;
        }
        return std::nullopt;
    }

    static Json describe(const World& world, const Hotspot& hotspot)
    {
        const std::string name = animalName(hotspot.address);
        const Bytes entityKey = *fromBase58(hotspot.address, 64);
        Json iot{{"address", iotInfoOf(entityKey).text()},
                 {"asset", hotspot.asset.text()},
                 {"street", nullptr},
                 {"city", hotspot.city.empty() ? Json() : Json(hotspot.city)},
                 {"state", nullptr},
                 {"country", hotspot.country.empty() ? Json() : Json(hotspot.country)},
                 {"is_active", false},
                 {"created_at", isoDay(std::chrono::floor<std::chrono::days>(world.createdAt()))}};
        if (hotspot.cell) {
            const GeoPoint at = coarse(*hotspot.cell);
            iot["location"] = std::to_string(*cellParent(*hotspot.cell, kPublishedResolution));
            iot["lat"] = at.latitude;
            iot["long"] = at.longitude;
        }
        Json attributes = Json::array();
        const auto attribute = [&](std::string_view type, Json value) {
            attributes.push_back({{"trait_type", type}, {"value", std::move(value)}});
        };
        attribute("ecc_compact", hotspot.address);
        attribute("entity_key_string", hotspot.address);
        attribute("entity_key", toBase64(entityKey));
        attribute("rewardable", true);
        Json infos = Json::object();
        Json networks = Json::array();
        if (hotspot.info || hotspot.asset.isZero()) {
            if (hotspot.info) {
                iot["elevation"] = hotspot.info->elevation ? Json(*hotspot.info->elevation) : Json();
                iot["gain"] = hotspot.info->gain ? Json(*hotspot.info->gain) : Json();
                iot["dc_onboarding_fee_paid"] = std::to_string(hotspot.info->dcOnboardingFeePaid);
            }
            infos["iot"] = iot;
            networks.push_back("iot");
            if (iot.contains("lat")) {
                attribute("iot_lat", iot["lat"]);
                attribute("iot_long", iot["long"]);
            }
        }
        attribute("networks", networks);
        return {{"name", name},
                {"description", "A Rewardable NFT on Helium"},
                {"image", "https://shdw-drive.genesysgo.net/none/hotspot.png"},
                {"asset_id", hotspot.asset.text()},
                {"key_to_asset_key", hotspot.keyToAsset.text()},
                {"entity_key_b64", toBase64(entityKey)},
                {"key_serialization", "b58"},
                {"entity_key_str", hotspot.address},
                {"hotspot_infos", infos},
                {"attributes", attributes}};
    }

    DemoHttpResponse hotspot(const World& world, const std::string& text)
    {
        const auto key = Pubkey::fromText(text);
        const auto found = key ? find(world, *key) : std::nullopt;
        return found ? DemoHttpResponse::ofJson(describe(world, *found)) : notFound("Key to asset not found");
    }

    DemoHttpResponse wallet(const World& world, const std::string& text)
    {
        const auto owner = Pubkey::fromText(text);
        if (!owner)
            return notFound("Wallet not found");
        Json hotspots = Json::array();
        for (const demo::Asset& asset : world.assetsOf(*owner)) {
            if (asset.symbol != "HOTSPOT" || asset.creators.size() < 2)
                continue;
            if (const auto found = find(world, asset.creators[1].address))
                hotspots.push_back(describe(world, *found));
        }
        if (hotspots.empty())
            return notFound("Wallet not found");
        Json balances = Json::array();
        for (const Pubkey& token : {mint::kHnt, mint::kIot, mint::kMobile, mint::kDc})
            if (const std::uint64_t balance = world.tokenBalance(token, *owner))
                balances.push_back({{"mint", token.text()}, {"balance", std::to_string(balance)}});
        return DemoHttpResponse::ofJson(
            {{"hotspots_count", hotspots.size()}, {"hotspots", hotspots}, {"balances", balances}});
    }

    std::vector<MapEntry> wholeMap(const World& world)
    {
        std::vector<MapEntry> entries;
        for (const std::string& address : world.remembered(kNetwork, "device/")) {
            const std::string text = address.substr(7);
            const Pubkey key = keyToAssetOf(*entityKeyOf(text));
            const auto found = find(world, key);
            entries.push_back({text, key, found && found->cell ? std::optional(coarse(*found->cell)) : std::nullopt});
        }
        for (const Stranger& stranger : others(world))
            entries.push_back({stranger.address, stranger.keyToAsset, coarse(*cellAt(stranger.point, 12))});
        return entries;
    }

    DemoHttpResponse pagination(const World& world)
    {
        const std::size_t count = world.remembered(kNetwork, "device/").size() + others(world).size();
        return DemoHttpResponse::ofJson(
            {{"pageSize", kPageSize}, {"totalItems", count}, {"totalPages", (count + kPageSize - 1) / kPageSize}});
    }

    DemoHttpResponse page(const World& world, const std::string& cursor)
    {
        std::size_t from = 0;
        if (!cursor.empty()) {
            const auto parsed = std::from_chars(cursor.data(), cursor.data() + cursor.size(), from);
            if (parsed.ec != std::errc() || parsed.ptr != cursor.data() + cursor.size())
                return DemoHttpResponse::ofJson(
                    {{"statusCode", 400}, {"error", "Bad Request"}, {"message", "Invalid cursor"}}, 400);
        }
        const std::vector<MapEntry> entries = wholeMap(world);
        Json items = Json::array();
        const std::size_t to = std::min(entries.size(), from + kPageSize);
        for (std::size_t i = from; i < to; ++i) {
            const MapEntry& entry = entries[i];
            items.push_back({{"key_to_asset_key", entry.keyToAsset.text()},
                             {"entity_key_str", entry.address},
                             {"is_active", false},
                             {"lat", entry.point ? Json(entry.point->latitude) : Json()},
                             {"long", entry.point ? Json(entry.point->longitude) : Json()}});
        }
        return DemoHttpResponse::ofJson(
            {{"cursor", to < entries.size() ? Json(std::to_string(to)) : Json()}, {"items", items}});
    }

    static DemoHttpResponse token(const std::string& name)
    {
        const struct {
            std::string_view path, symbol, name;
        } tokens[] = {{"hnt", "HNT", "Helium Network Token"},
                      {"mobile", "MOBILE", "Helium Mobile"},
                      {"iot", "IOT", "Helium IOT"},
                      {"dc", "DC", "Helium Data Credit"}};
        for (const auto& known : tokens)
            if (known.path == name)
                return DemoHttpResponse::ofJson(
                    {{"name", known.name}, {"symbol", known.symbol}, {"description", known.name}});
        return notFound("Token not found");
    }

    static DemoHttpResponse merkles(const World& world)
    {
        Json depths = Json::object();
        for (const MakerSpec& maker : makers())
            depths[makerTree(world, maker).text()] = 11;
        depths[dataOnlyTree(world).text()] = 11;
        return DemoHttpResponse::ofJson(depths);
    }

    const std::vector<Stranger>& others(const World& world)
    {
        if (!m_others || m_seed != world.seed())
            m_others = strangers(world);
        m_seed = world.seed();
        return *m_others;
    }

    std::optional<std::vector<Stranger>> m_others; ///< takes milliseconds to make and never changes
    std::uint64_t m_seed = 0;
};

} // namespace

std::unique_ptr<demo::HttpService> entityService()
{
    return std::make_unique<EntityService>();
}

} // namespace outpost::heliumdemo
