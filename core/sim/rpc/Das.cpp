// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sim/rpc/JsonRpc.h"

namespace outpost::sim {

// The indexer's methods (Digital Asset Standard, https://docs.metaplex.com/smart-contracts/bubblegum).

namespace {

constexpr std::size_t kMostIds = 1000;

std::optional<Pubkey> keyFrom(const Json& value)
{
    if (!value.is_string())
        return std::nullopt;
    const auto key = Pubkey::fromText(value.get_ref<const std::string&>());
    return key ? std::optional(*key) : std::nullopt;
}

/// Parameters come as one object; some clients wrap it in an array.
Json parameters(const Json& params)
{
    return params.is_array() && params.size() == 1 && params[0].is_object() ? params[0] : params;
}

} // namespace

JsonRpc::Answer JsonRpc::callAssets(const std::string& method, const Json& given, bool& known)
{
    const Json params = parameters(given);
    const auto missing = [](const std::string& what) {
        return failure(-32000, "Database Error: RecordNotFound Error: " + what + " Not Found");
    };
    if (method == "searchAssets")
        return searchAssets(params);
    if (method == "getAsset" || method == "getAssetProof") {
        const auto id = params.is_object() ? keyFrom(params.value("id", Json())) : std::nullopt;
        if (!id)
            return invalid("Pubkey Validation Err: id is invalid");
        const Asset* asset = m_world.indexedAsset(*id);
        if (!asset)
            return missing(method == "getAsset" ? "Asset" : "Asset Proof");
        return method == "getAsset" ? Answer(assetJson(*asset)) : proofJson(*id);
    }
    if (method == "getAssetBatch" || method == "getAssetProofBatch") {
        const Json list = params.is_object() ? params.value("ids", Json()) : Json();
        if (!list.is_array() || list.size() > kMostIds)
            return invalid("Batch Size Error: at most 1000 ids");
        const bool proofs = method == "getAssetProofBatch";
        Json out = proofs ? Json::object() : Json::array();
        for (const auto& text : list) {
            const auto id = keyFrom(text);
            if (!id)
                return invalid("Pubkey Validation Err: id is invalid");
            const Asset* asset = m_world.indexedAsset(*id);
            if (proofs)
                out[id->text()] = asset ? proofJson(*id).value_or(Json()) : Json();
            else
                out.push_back(asset ? assetJson(*asset) : Json());
        }
        return out;
    }
    known = false;
    return Json();
}

Json JsonRpc::assetJson(const Asset& asset) const
{
    Json creators = Json::array();
    for (const auto& creator : asset.creators)
        creators.push_back(
            {{"address", creator.address.text()}, {"share", creator.share}, {"verified", creator.verified}});
    Json grouping = Json::array();
    if (!asset.collection.isZero())
        grouping.push_back({{"group_key", "collection"}, {"group_value", asset.collection.text()}});
    const bool isDelegated = asset.delegate != asset.owner;
    return {{"interface", "V1_NFT"},
            {"id", asset.id.text()},
            {"content",
             {{"$schema", "https://schema.metaplex.com/nft1.0.json"},
              {"json_uri", asset.uri},
              {"files", Json::array()},
              {"metadata", {{"name", asset.name}, {"symbol", asset.symbol}, {"attributes", Json::array()}}},
              {"links", Json::object()}}},
            {"authorities", Json::array()},
            {"compression",
             {{"eligible", false},
              {"compressed", true},
              {"data_hash", asset.dataHash.text()},
              {"creator_hash", asset.creatorHash.text()},
              {"asset_hash", leafHash(asset).text()},
              {"tree", asset.tree.text()},
              {"seq", asset.sequence},
              {"leaf_id", asset.index}}},
            {"grouping", grouping},
            {"royalty",
             {{"royalty_model", "creators"},
              {"percent", 0.0},
              {"basis_points", 0},
              {"primary_sale_happened", true},
              {"locked", false}}},
            {"creators", creators},
            {"ownership",
             {{"frozen", false},
              {"delegated", isDelegated},
              {"delegate", isDelegated ? Json(asset.delegate.text()) : Json()},
              {"ownership_model", "single"},
              {"owner", asset.owner.text()}}},
            {"supply", {{"print_max_supply", 0}, {"print_current_supply", 0}, {"edition_nonce", nullptr}}},
            {"mutable", true},
            {"burnt", asset.burnt}};
}

std::expected<Json, JsonRpc::Failure> JsonRpc::proofJson(const Pubkey& id) const
{
    const Asset* asset = m_world.indexedAsset(id);
    const auto nodes = asset ? m_world.treeProof(asset->tree, asset->index) : std::vector<Pubkey>();
    if (nodes.empty())
        return failure(-32000, "Database Error: RecordNotFound Error: Asset Proof Not Found");
    Json proof = Json::array();
    for (const auto& node : nodes)
        proof.push_back(node.text());
    return Json{{"root", m_world.treeRoot(asset->tree).text()},
                {"proof", proof},
                {"node_index", (std::uint64_t{1} << nodes.size()) + asset->index},
                {"leaf", leafHash(*asset).text()},
                {"tree_id", asset->tree.text()}};
}

JsonRpc::Answer JsonRpc::searchAssets(const Json& params)
{
    if (!params.is_object())
        return invalid("Invalid params");
    const auto key = [&params](const char* name) { return keyFrom(params.value(name, Json())); };
    for (const char* name : {"ownerAddress", "creatorAddress"}) {
        if (params.contains(name) && !key(name))
            return invalid(std::string("Pubkey Validation Err: ") + name + " is invalid");
    }
    const Json pageValue = params.value("page", Json(1));
    const Json limitValue = params.value("limit", Json(1000));
    if (!pageValue.is_number_unsigned() || !limitValue.is_number_unsigned() || pageValue < 1 || limitValue < 1 ||
        limitValue > 1000)
        return invalid("Pagination Error: page counts from 1, limit is at most 1000");
    const auto page = pageValue.get<std::size_t>();
    const auto limit = limitValue.get<std::size_t>();
    const auto owner = key("ownerAddress");
    const auto creator = key("creatorAddress");
    const bool mustBeVerified = params.value("creatorVerified", false);
    std::optional<Pubkey> collection;
    if (const Json grouping = params.value("grouping", Json()); grouping.is_array() && grouping.size() == 2)
        collection = keyFrom(grouping[1]);
    const Json burnt = params.value("burnt", Json());
    const bool wantsFungible = params.value("tokenType", "") == "fungible";

    Json items = Json::array();
    std::size_t matched = 0;
    for (const auto& asset : m_world.allAssets()) {
        const auto isCreator = [&](const Creator& c) {
            return c.address == *creator && (c.verified || !mustBeVerified);
        };
        if (wantsFungible || !m_world.indexedAsset(asset.id) || (owner && asset.owner != *owner) ||
            (creator && std::ranges::none_of(asset.creators, isCreator)) ||
            (collection && asset.collection != *collection) ||
            (burnt.is_boolean() ? asset.burnt != burnt.get<bool>() : asset.burnt))
            continue;
        ++matched;
        if (matched > (page - 1) * limit && items.size() < limit)
            items.push_back(assetJson(asset));
    }
    return Json{{"total", items.size()}, {"limit", limit}, {"page", page}, {"items", items}};
}

} // namespace outpost::sim
