// SPDX-License-Identifier: GPL-3.0-or-later
// Instructions, derived accounts, names and addresses of the network against its own packages, for random inputs.
#include "core/chain/solana/Builders.h"
#include "core/networks/helium/protocol/Address.h"
#include "core/networks/helium/protocol/AnimalName.h"
#include "core/networks/helium/protocol/Instructions.h"
#include "core/networks/helium/protocol/Pdas.h"
#include "tests/peers/cpp/PeerValues.h"

#include <map>

namespace outpost::helium {
namespace {

using test::hexOf;
using test::keyOf;
using test::numberOf;
using test::PeerJson;
using test::textOf;

template <std::size_t N> std::array<std::uint8_t, N> arrayOf(const PeerJson& hex)
{
    const Bytes bytes = hexOf(hex);
    std::array<std::uint8_t, N> out{};
    EXPECT_EQ(bytes.size(), N);
    std::copy_n(bytes.begin(), std::min(N, bytes.size()), out.begin());
    return out;
}

template <class T> std::optional<T> optionalOf(const PeerJson& json)
{
    if (json.is_null())
        return std::nullopt;
    if constexpr (std::is_same_v<T, std::uint64_t>)
        return numberOf(json);
    else
        return json.get<T>();
}

Bytes entityKeyOf(const PeerJson& inputs)
{
    const auto key = HotspotKey::parse(inputs["entityKey"].get<std::string>());
    EXPECT_TRUE(key);
    return key ? key->entityKey() : Bytes();
}

LeafProof proofOf(const PeerJson& json)
{
    const auto& args = json["args"];
    LeafProof out{.dataHash = arrayOf<32>(args["data_hash"]),
                  .creatorHash = arrayOf<32>(args["creator_hash"]),
                  .root = arrayOf<32>(args["root"]),
                  .index = args["index"],
                  .nodes = {}};
    for (const auto& node : json["proof"])
        out.nodes.push_back(keyOf(node));
    return out;
}

Whereabouts whereOf(const PeerJson& args)
{
    return {.location = optionalOf<std::uint64_t>(args["location"]),
            .elevation = optionalOf<std::int32_t>(args["elevation"]),
            .gain = optionalOf<std::int32_t>(args["gain"])};
}

const std::map<std::string, PublicKey> kMints{{"hnt", mint::kHnt}, {"iot", mint::kIot}, {"mobile", mint::kMobile}};

PublicKey recipientOf(const PeerJson& in)
{
    return pda::recipient(pda::distributor(kMints.at(in["rewards"])).lazyDistributor, keyOf(in["asset"]));
}

/// Builds what the console would build from the same inputs, and reads it back from theirs.
struct Built {
    Instruction ours;
    bool reads = false;
};

template <class T, class... Keys> Built built(const T& wanted, const Instruction& theirs, const Keys&... keys)
{
    return {wanted.build(), T::parse(theirs, keys...).has_value()};
}

using Builder = std::function<Built(const PeerJson& json, const PeerJson& in, const Instruction& theirs)>;

const std::map<std::string, Builder> kBuilders{
    {"issue_entity_v0",
     [](const PeerJson&, const PeerJson& in, const Instruction& theirs) {
         return built(IssueEntity{.payer = keyOf(in["payer"]),
                                  .eccVerifier = keyOf(in["eccVerifier"]),
                                  .issuingAuthority = keyOf(in["issuingAuthority"]),
                                  .collection = keyOf(in["collection"]),
                                  .maker = pda::maker(in["makerName"].get<std::string>()),
                                  .recipient = keyOf(in["recipient"]),
                                  .merkleTree = keyOf(in["merkleTree"]),
                                  .entityKey = entityKeyOf(in)},
                      theirs, NetworkKeys{.eccVerifier = keyOf(in["eccVerifier"])});
     }},
    {"issue_data_only_entity_v0",
     [](const PeerJson&, const PeerJson& in, const Instruction& theirs) {
         return built(IssueDataOnlyEntity{.payer = keyOf(in["payer"]),
                                          .eccVerifier = keyOf(in["eccVerifier"]),
                                          .collection = keyOf(in["collection"]),
                                          .recipient = keyOf(in["recipient"]),
                                          .merkleTree = keyOf(in["merkleTree"]),
                                          .entityKey = entityKeyOf(in)},
                      theirs, NetworkKeys{.eccVerifier = keyOf(in["eccVerifier"])});
     }},
    {"onboard_iot_hotspot_v0",
     [](const PeerJson& json, const PeerJson& in, const Instruction& theirs) {
         return built(OnboardIot{.payer = keyOf(in["payer"]),
                                 .dcFeePayer = keyOf(in["feePayer"]),
                                 .issuingAuthority = keyOf(in["issuingAuthority"]),
                                 .iotInfo = pda::iotInfo(entityKeyOf(in)),
                                 .owner = keyOf(in["owner"]),
                                 .merkleTree = keyOf(in["merkleTree"]),
                                 .maker = pda::maker(in["makerName"].get<std::string>()),
                                 .keyToAsset = pda::keyToAsset(entityKeyOf(in)),
                                 .where = whereOf(json["args"]),
                                 .proof = proofOf(json)},
                      theirs);
     }},
    {"onboard_data_only_iot_hotspot_v0",
     [](const PeerJson& json, const PeerJson& in, const Instruction& theirs) {
         return built(OnboardDataOnlyIot{.payer = keyOf(in["payer"]),
                                         .dcFeePayer = keyOf(in["feePayer"]),
                                         .iotInfo = pda::iotInfo(entityKeyOf(in)),
                                         .owner = keyOf(in["owner"]),
                                         .merkleTree = keyOf(in["merkleTree"]),
                                         .keyToAsset = pda::keyToAsset(entityKeyOf(in)),
                                         .where = whereOf(json["args"]),
                                         .proof = proofOf(json)},
                      theirs);
     }},
    {"update_iot_info_v0",
     [](const PeerJson& json, const PeerJson& in, const Instruction& theirs) {
         return built(UpdateIotInfo{.payer = keyOf(in["payer"]),
                                    .dcFeePayer = keyOf(in["feePayer"]),
                                    .iotInfo = pda::iotInfo(entityKeyOf(in)),
                                    .owner = keyOf(in["owner"]),
                                    .merkleTree = keyOf(in["merkleTree"]),
                                    .where = whereOf(json["args"]),
                                    .proof = proofOf(json)},
                      theirs);
     }},
    {"initialize_compression_recipient_v0",
     [](const PeerJson& json, const PeerJson& in, const Instruction& theirs) {
         return built(InitializeRecipient{.payer = keyOf(in["payer"]),
                                          .rewardsMint = kMints.at(in["rewards"]),
                                          .recipient = recipientOf(in),
                                          .merkleTree = keyOf(in["merkleTree"]),
                                          .owner = keyOf(in["owner"]),
                                          .delegate = keyOf(in["delegate"]),
                                          .proof = proofOf(json)},
                      theirs);
     }},
    {"set_current_rewards_wrapper_v2",
     [](const PeerJson& json, const PeerJson& in, const Instruction& theirs) {
         return built(SetCurrentRewards{.payer = keyOf(in["payer"]),
                                        .rewardsMint = kMints.at(in["rewards"]),
                                        .recipient = recipientOf(in),
                                        .keyToAsset = pda::keyToAsset(entityKeyOf(in)),
                                        .oracleIndex = json["args"]["oracle_index"],
                                        .currentRewards = numberOf(json["args"]["current_rewards"])},
                      theirs);
     }},
    {"distribute_compression_rewards_v0",
     [](const PeerJson& json, const PeerJson& in, const Instruction& theirs) {
         return built(DistributeRewards{.payer = keyOf(in["payer"]),
                                        .rewardsMint = kMints.at(in["rewards"]),
                                        .recipient = recipientOf(in),
                                        .owner = keyOf(in["owner"]),
                                        .merkleTree = keyOf(in["merkleTree"]),
                                        .proof = proofOf(json)},
                      theirs);
     }},
    {"distribute_custom_destination_v0",
     [](const PeerJson&, const PeerJson& in, const Instruction& theirs) {
         return built(DistributeToDestination{.payer = keyOf(in["payer"]),
                                              .rewardsMint = kMints.at(in["rewards"]),
                                              .recipient = recipientOf(in),
                                              .destination = keyOf(in["destination"])},
                      theirs);
     }},
    {"update_compression_destination_v0",
     [](const PeerJson& json, const PeerJson& in, const Instruction& theirs) {
         return built(UpdateDestination{.recipient = recipientOf(in),
                                        .owner = keyOf(in["owner"]),
                                        .destination = keyOf(in["destination"]),
                                        .merkleTree = keyOf(in["merkleTree"]),
                                        .proof = proofOf(json)},
                      theirs);
     }},
    {"mint_data_credits_v0",
     [](const PeerJson& json, const PeerJson& in, const Instruction& theirs) {
         return built(MintDataCredits{.priceOracle = keyOf(in["priceOracle"]),
                                      .owner = keyOf(in["owner"]),
                                      .recipient = keyOf(in["recipient"]),
                                      .hntAmount = optionalOf<std::uint64_t>(json["args"]["hnt_amount"]),
                                      .dcAmount = optionalOf<std::uint64_t>(json["args"]["dc_amount"])},
                      theirs);
     }},
};

Instruction theirsOf(const PeerJson& json)
{
    Instruction out{.program = keyOf(json["programId"]), .accounts = {}, .data = hexOf(json["dataHex"])};
    for (const auto& meta : json["metas"])
        out.accounts.push_back({keyOf(meta["pubkey"]), meta["signer"], meta["writable"]});
    return out;
}

void expectSame(const PeerJson& json)
{
    const Instruction theirs = theirsOf(json);
    Built result;
    if (json["instruction"] == "transfer") {
        const auto& in = json["inputs"];
        const TransferAsset wanted{.owner = keyOf(in["owner"]),
                                   .delegate = keyOf(in["delegate"]),
                                   .newOwner = keyOf(in["newOwner"]),
                                   .merkleTree = keyOf(in["merkleTree"]),
                                   .proof = proofOf(json)};
        result = built(wanted, theirs);
    } else {
        const auto builder = kBuilders.find(json["instruction"].get<std::string>());
        ASSERT_NE(builder, kBuilders.end());
        result = builder->second(json, json["inputs"], theirs);
    }
    EXPECT_EQ(result.ours.program, theirs.program);
    EXPECT_EQ(toHex(result.ours.data), toHex(theirs.data));
    EXPECT_EQ(result.ours.accounts, theirs.accounts);
    EXPECT_TRUE(result.reads) << "our decoder does not recognise theirs";
}

void expectDerived(const PeerJson& in, const PeerJson& expected)
{
    const Bytes key = entityKeyOf(in);
    const PublicKey maker = pda::maker(in["makerName"].get<std::string>());
    const PublicKey lazy = pda::distributor(kMints.at(in["rewards"])).lazyDistributor;
    const PublicKey delegated = pda::delegatedDataCredits(pda::fixed().iotSubDao, in["routerKey"].get<std::string>());
    const std::pair<const char*, PublicKey> rows[] = {
        {"keyToAsset", pda::keyToAsset(key)},
        {"iotInfo", pda::iotInfo(key)},
        {"mobileInfo", pda::mobileInfo(key)},
        {"maker", maker},
        {"collection", pda::collection(maker)},
        {"iotApproval", pda::makerApproval(pda::fixed().iotConfig, maker)},
        {"mobileApproval", pda::makerApproval(pda::fixed().mobileConfig, maker)},
        {"lazyDistributor", lazy},
        {"recipient", pda::recipient(lazy, keyOf(in["asset"]))},
        {"delegatedDataCredits", delegated},
        {"escrowDcAccount", pda::escrowDcAccount(delegated)},
        {"daoEpochInfo", pda::daoEpochInfo(in["epoch"])},
        {"subDaoEpochInfo", pda::subDaoEpochInfo(pda::fixed().iotSubDao, in["epoch"])},
        {"treeAuthority", pda::treeAuthority(keyOf(in["merkleTree"]))},
        {"collectionMetadata", pda::tokenMetadata(keyOf(in["collection"]))},
        {"collectionMasterEdition", pda::masterEdition(keyOf(in["collection"]))},
        {"hntAccount", solana::associatedTokenAddress(keyOf(in["owner"]), mint::kHnt)},
        {"dcAccount", solana::associatedTokenAddress(keyOf(in["owner"]), mint::kDc)},
    };
    EXPECT_EQ(toHex(key), textOf(expected["entityKeyHex"]));
    EXPECT_EQ(expected.size(), std::size(rows) + 1);
    for (const auto& [name, ours] : rows)
        EXPECT_EQ(ours.toBase58(), expected.value(name, "absent")) << name;
}

void expectFixed(const PeerJson& json)
{
    const auto& f = pda::fixed();
    const std::pair<const char*, PublicKey> rows[] = {
        {"dao", f.dao},
        {"entityCreator", f.entityCreator},
        {"dataOnlyConfig", f.dataOnlyConfig},
        {"dataOnlyEscrow", f.dataOnlyEscrow},
        {"dataCredits", f.dataCredits},
        {"accountPayer", f.accountPayer},
        {"oracleSigner", f.oracleSigner},
        {"dcMintBreaker", f.dcMintBreaker},
        {"hntMintBreaker", f.hntMintBreaker},
        {"bubblegumSigner", f.bubblegumSigner},
        {"iotSubDao", f.iotSubDao},
        {"iotConfig", f.iotConfig},
        {"mobileSubDao", f.mobileSubDao},
        {"mobileConfig", f.mobileConfig},
    };
    for (const auto& [name, ours] : rows)
        EXPECT_EQ(ours.toBase58(), json["expected"].value(name, "absent")) << name;
    for (const auto& [name, mint] : kMints) {
        const auto distributor = pda::distributor(mint);
        EXPECT_EQ(mint.toBase58(), textOf(json["mints"][name]));
        EXPECT_EQ(distributor.lazyDistributor.toBase58(), textOf(json["expected"][name + "LazyDistributor"]));
        EXPECT_EQ(distributor.escrow.toBase58(), textOf(json["expected"][name + "RewardsEscrow"]));
        EXPECT_EQ(distributor.escrowBreaker.toBase58(), textOf(json["expected"][name + "EscrowBreaker"]));
    }
}

TEST(HeliumPeer, BuildsTheSameInstructionsAndDerivesTheSameAccountsForRandomInputs)
{
    std::map<std::string, int> seen;
    for (const auto& json : test::randomCases("helium_instructions.mjs", 25)) {
        const std::string kind = json["kind"];
        const std::string what = kind == "instruction" ? json["instruction"].get<std::string>() : kind;
        SCOPED_TRACE(what + " case " + (json.contains("case") ? json["case"].dump() : ""));
        ++seen[what];
        if (kind == "fixed")
            expectFixed(json);
        else if (kind == "derived")
            expectDerived(json["inputs"], json["expected"]);
        else
            expectSame(json);
    }
    EXPECT_EQ(seen.size(), kBuilders.size() + 3);
}

TEST(HeliumPeer, NamesAndAddressesAreTheSameForRandomKeys)
{
    for (const auto& json : test::randomCases("names_and_addresses.mjs", 150)) {
        const std::string address = json["address"];
        SCOPED_TRACE(address);
        const auto key = HotspotKey::parse(address);
        ASSERT_TRUE(key);
        EXPECT_EQ(key->text(), address);
        EXPECT_EQ(toHex(key->binary()), textOf(json["binaryHex"]));
        EXPECT_EQ(toHex(key->keyBytes()), textOf(json["publicKeyHex"]));
        EXPECT_EQ(toHex(key->entityKey()), textOf(json["entityKeyHex"]));
        EXPECT_EQ(static_cast<int>(key->type()), json["keyType"].get<int>());
        EXPECT_EQ(animalName(address), textOf(json["name"]));
        EXPECT_EQ(animalTitle(address), textOf(json["displayName"]));
        EXPECT_EQ(key->solana().has_value(), json.contains("solana"));
        if (key->solana()) {
            EXPECT_EQ(key->solana()->toBase58(), textOf(json["solana"]));
            EXPECT_EQ(HotspotKey::fromSolana(*key->solana()).text(), address);
        }
    }
}

} // namespace
} // namespace outpost::helium
