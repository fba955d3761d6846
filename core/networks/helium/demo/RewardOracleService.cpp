// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Encoding.h"
#include "core/networks/helium/demo/Cast.h"
#include "core/networks/helium/demo/DeviceBook.h"
#include "core/networks/helium/demo/Programs.h"
#include "core/networks/helium/demo/Services.h"

namespace outpost::heliumdemo {

namespace {

using demo::DemoHttpRequest;
using demo::DemoHttpResponse;

constexpr std::size_t kMostKeys = 1000;

DemoHttpResponse bad(std::string_view message, int status = 400)
{
    return DemoHttpResponse::ofJson({{"error", message}}, status);
}

std::optional<KeyToAsset> entityAt(const World& world, const Pubkey& key)
{
    const Account* account = world.account(key);
    return account ? KeyToAsset::decode(*account) : std::nullopt;
}

class RewardOracle final : public demo::HttpService {
public:
    explicit RewardOracle(std::size_t index) : m_index(index) {}

    /// The first also answers for the host that the network has and the demo's chain does not name.
    std::vector<std::string> hosts() const override
    {
        std::vector<std::string> names{std::string(oracles()[m_index].host)};
        if (m_index == 0)
            names.emplace_back("mobile-rewards.oracle.helium.io");
        return names;
    }

    DemoHttpResponse handle(World& world, const DemoHttpRequest& request) override
    {
        if (request.method == "GET" && request.path == "/health")
            return DemoHttpResponse::ofJson({{"ok", true}});
        if (request.method == "GET" && request.path == "/")
            return one(world, request);
        if (request.method == "GET" && request.path == "/rewards")
            return summed(world, request);
        if (request.method == "POST" && request.path == "/bulk-rewards")
            return bulk(world, request.json());
        if (request.method == "POST" && request.path == "/v1/sign")
            return sign(world, request.json());
        return bad("Not found", 404);
    }

private:
    /// This oracle's figure: the second tells another one while the fault lasts.
    std::uint64_t figure(const World& world, std::uint64_t truth) const
    {
        if (m_index != 1 || !world.hasFault(demo::Fault::OracleDisagrees))
            return truth;
        return truth + truth / 4 + 100'000'000;
    }

    DemoHttpResponse one(World& world, const DemoHttpRequest& request)
    {
        std::string address = request.queryValue("entityKey");
        if (address.empty()) {
            const auto id = Pubkey::fromText(request.queryValue("assetId"));
            const auto asset = id ? world.asset(*id) : std::nullopt;
            if (!asset || asset->creators.size() < 2)
                return bad("asset not found", 404);
            const auto entity = entityAt(world, asset->creators[1].address);
            if (!entity)
                return bad("asset not found", 404);
            address = toBase58(entity->entityKey);
        }
        const std::uint64_t total = figure(world, DeviceBook(world).lifetime(address));
        if (m_index == 1)
            (void)world.takeFault(demo::Fault::OracleDisagrees);
        return DemoHttpResponse::ofJson({{"currentRewards", std::to_string(total)}});
    }

    DemoHttpResponse summed(World& world, const DemoHttpRequest& request)
    {
        const auto owner = Pubkey::fromText(request.queryValue("owner"));
        if (!owner)
            return bad("owner or destination is required");
        std::uint64_t lifetime = 0;
        std::uint64_t paid = 0;
        for (const demo::Asset& asset : world.assetsOf(*owner)) {
            if (asset.creators.size() < 2)
                continue;
            const auto entity = entityAt(world, asset.creators[1].address);
            if (!entity)
                continue;
            lifetime += figure(world, DeviceBook(world).lifetime(toBase58(entity->entityKey)));
            const Account* account = world.account(recipientOf(asset.id));
            if (const auto recipient = account ? Recipient::decode(*account) : std::nullopt)
                paid += recipient->totalRewards;
        }
        return DemoHttpResponse::ofJson(
            {{"lifetime", std::to_string(lifetime)}, {"pending", std::to_string(lifetime - std::min(lifetime, paid))}});
    }

    DemoHttpResponse bulk(World& world, const Json& body)
    {
        if (!body.is_object() || !body.contains("entityKeys") || !body["entityKeys"].is_array() ||
            body["entityKeys"].size() > kMostKeys)
            return bad("entityKeys must be an array");
        DeviceBook book(world);
        Json rewards = Json::object();
        for (const Json& key : body["entityKeys"]) {
            if (!key.is_string())
                return bad("entityKeys must be strings");
            const std::string address = key.get<std::string>();
            rewards[address] = std::to_string(figure(world, book.lifetime(address)));
        }
        if (m_index == 1)
            (void)world.takeFault(demo::Fault::OracleDisagrees);
        return DemoHttpResponse::ofJson({{"currentRewards", rewards}});
    }

    DemoHttpResponse sign(World& world, const Json& body)
    {
        if (!body.is_object() || !body.contains("keyToAssetKeys") || !body["keyToAssetKeys"].is_array() ||
            body["keyToAssetKeys"].size() > kMostKeys)
            return bad("keyToAssetKeys must be an array");
        const Keypair oracle = oracleKey(world, m_index);
        DeviceBook book(world);
        Json messages = Json::array();
        for (const Json& text : body["keyToAssetKeys"]) {
            const auto key =
                text.is_string() ? Pubkey::fromText(text.get<std::string>()) : Result<Pubkey>(fail(errors::kMalformed));
            const auto entity = key ? entityAt(world, *key) : std::nullopt;
            if (!entity)
                return bad("key to asset not found", 404);
            const std::uint64_t total = figure(world, book.lifetime(toBase58(entity->entityKey)));
            const Bytes message =
                oracleMessage(derived().lazyDistributor, static_cast<std::uint16_t>(m_index), total, entity->asset);
            const auto signature = oracle.sign(message);
            messages.push_back({{"serialized", toBase64(message)},
                                {"message",
                                 {{"lazyDistributor", derived().lazyDistributor.text()},
                                  {"oracleIndex", m_index},
                                  {"currentRewards", std::to_string(total)},
                                  {"asset", entity->asset.text()}}},
                                {"signature", toBase64(signature)}});
        }
        return DemoHttpResponse::ofJson({{"oracle", oracle.key.text()}, {"messages", messages}});
    }

    std::size_t m_index;
};

} // namespace

std::unique_ptr<demo::HttpService> rewardOracleService(std::size_t index)
{
    return std::make_unique<RewardOracle>(index);
}

} // namespace outpost::heliumdemo
