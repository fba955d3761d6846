// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/networks/helium/client/HeliumServices.h"
#include "core/networks/helium/protocol/Pdas.h"

namespace outpost::helium {

using networks::ServiceProbe;

namespace {

// A published test vector: a device's address and where the chain keeps its registration.
constexpr const char* kDevice = "11263KvqW3GZPAvag5sQYtBJSjb25azSTSwoi5Tza9kboaLRxcsv";
constexpr const char* kRegistration = "56BW7Kx3UtKX6gSBfEL5W8kEjZabpA6KLBBWtftzbLMD";

// What Outpost reads of each answer; the routes are in the sources that HeliumServices.h names.
constexpr const char* kAsset = R"(jsonrpc string
result.total integer
result.items list
result.items[].id string
result.items[].interface string
result.items[].burnt boolean
result.items[].ownership.owner string
result.items[].ownership.delegate? string|null
result.items[].compression.tree string
result.items[].compression.leaf_id integer
result.items[].compression.data_hash string
result.items[].compression.creator_hash string
result.items[].creators list
result.items[].creators[].address string
result.items[].creators[].verified boolean
result.items[].content.json_uri string
result.items[].content.metadata.name string)";
constexpr const char* kMap = R"(items list
items[].lat? number|null
items[].long? number|null
cursor string|null)";
constexpr const char* kWallet = R"(hotspots list
hotspots[].key_to_asset_key string
hotspots[].hotspot_infos object
hotspots[].hotspot_infos.iot? object|null)";
constexpr const char* kRegistry = R"(success boolean
data object
data.maker? object|null
data.maker.name? string
data.maker.address? string
data.maker.locationNonceLimit? integer|null)";

} // namespace

std::vector<ServiceProbe> probesOf(const ServiceUrls& urls)
{
    std::vector<ServiceProbe> probes;
    if (!urls.index.empty()) {
        const std::string params = codec::JsonObject()
                                       .add("creatorAddress", pda::fixed().entityCreator.toBase58())
                                       .add("creatorVerified", true)
                                       .add("page", 1)
                                       .add("limit", 1)
                                       .text();
        probes.push_back({"index.devices",
                          "purpose.directory",
                          urls.index,
                          codec::JsonObject()
                              .add("jsonrpc", "2.0")
                              .add("id", 1)
                              .add("method", "searchAssets")
                              .raw("params", params)
                              .text(),
                          {{200, kAsset}}});
    }
    if (!urls.entities.empty()) {
        probes.push_back(
            {"directory.map", "purpose.directory", urls.entities + "/v2/hotspots?subnetwork=iot", {}, {{200, kMap}}});
        // An address that may own nothing, which is told as 404.
        probes.push_back({"directory.wallet",
                          "purpose.directory",
                          urls.entities + "/v2/wallet/" + pda::fixed().dao.toBase58(),
                          {},
                          {{200, kWallet}, {404, {}}}});
    }
    if (!urls.onboarding.empty())
        probes.push_back({"registry.device",
                          "purpose.onboarding",
                          urls.onboarding + "/v3/hotspots/" + kDevice,
                          {},
                          {{200, kRegistry}, {404, "success boolean\nerrorMessage string"}}});
    if (!urls.eccVerifier.empty()) // nothing to verify: it has to refuse
        probes.push_back({"verifier.refusal",
                          "purpose.deviceCheck",
                          urls.eccVerifier,
                          R"({"transaction":"","msg":"","signature":""})",
                          {{400, {}}, {404, {}}, {415, {}}, {422, {}}}});
    for (const std::string& host : urls.oracleHosts) {
        const std::string base = "https://" + host;
        probes.push_back({"oracle.lifetime",
                          "purpose.rewards",
                          base + "/bulk-rewards",
                          codec::JsonObject().add("entityKeys", codec::JsonArray().add(kDevice)).text(),
                          {{200, "currentRewards object\ncurrentRewards{} string"}}});
        probes.push_back(
            {"oracle.statement",
             "purpose.rewards",
             base + "/v1/sign",
             codec::JsonObject().add("keyToAssetKeys", codec::JsonArray().add(kRegistration)).text(),
             {{200, "oracle string\nmessages list\nmessages[].serialized string\nmessages[].signature string"},
              {400, {}},
              {404, {}}}});
    }
    return probes;
}

} // namespace outpost::helium
