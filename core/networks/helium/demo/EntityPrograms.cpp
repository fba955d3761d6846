// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Encoding.h"
#include "core/codec/ByteWriter.h"
#include "core/networks/helium/demo/Anchor.h"
#include "core/networks/helium/demo/AnimalName.h"
#include "core/networks/helium/demo/Layouts.h"
#include "core/networks/helium/demo/Programs.h"

namespace outpost::heliumdemo {

namespace {

using codec::ByteReader;
using codec::ByteWriter;
using demo::ids::kSystem;

Bytes seedText(std::string_view text)
{
    return toBytes(asBytes(text));
}

const Pubkey& verifierKey()
{
    return eccVerifier().key;
}

struct Place {
    std::optional<std::uint64_t> location;
    std::optional<std::int32_t> elevation, gain;

    static Place read(ByteReader& reader)
    {
        Place place;
        place.location = reader.optional<std::uint64_t>();
        place.elevation = reader.optional<std::int32_t>();
        place.gain = reader.optional<std::int32_t>();
        return place;
    }
};

bool isGainAllowed(const EntityConfig& config, std::optional<std::int32_t> gain)
{
    return !gain || (*gain >= config.minGain && *gain <= config.maxGain);
}

/// Burns Data Credits of the payer; both are accounts of the running instruction.
Execution burnCredits(ProgramContext& context, const Pubkey& payer, const Pubkey& credits, const Pubkey& burner,
                      const Pubkey& dcMint, std::uint64_t amount)
{
    Instruction call;
    call.program = program::kDataCredits;
    call.accounts = {{credits, false, false},
                     {burner, false, true},
                     {payer, true, true},
                     {dcMint, false, true},
                     {demo::ids::kAssociatedToken, false, false},
                     {demo::ids::kToken, false, false},
                     {kSystem, false, false}};
    const auto name = demo::anchorDiscriminator("burn_without_tracking_v0");
    call.data = ByteWriter().bytes(name).u64(amount).done();
    return context.invoke(call);
}

class EntityManager final : public demo::Program {
public:
    Pubkey id() const override { return program::kEntityManager; }
    std::uint64_t baseUnits() const override { return 45'000; }

    Execution execute(ProgramContext& context) override
    {
        const ByteSpan data = context.data();
        if (isInstruction(data, "issue_entity_v0"))
            return issueByMaker(context);
        if (isInstruction(data, "issue_data_only_entity_v0"))
            return issueDataOnly(context);
        if (isInstruction(data, "onboard_iot_hotspot_v0"))
            return onboardByMaker(context);
        if (isInstruction(data, "onboard_data_only_iot_hotspot_v0"))
            return onboardDataOnly(context);
        if (isInstruction(data, "update_iot_info_v0"))
            return updateInfo(context);
        return notSimulated(context);
    }

private:
    /// Positions of the accounts that issuing needs, in either form.
    struct IssueAccounts {
        std::size_t collection, collectionMetadata, collectionEdition, entityCreator, dao, keyToAsset, treeAuthority,
            recipient;
        std::size_t merkleTree, bubblegumSigner;
    };

    Execution issue(ProgramContext& context, const Anchor& anchor, const IssueAccounts& at, const Bytes& entityKey)
    {
        const Derived& d = derived();
        if (!Dao::is(anchor.account(at.dao)))
            return anchor.unreadable(at.dao, program::kSubDaos);
        DEMO_CHECK(anchor.seeds(at.collectionMetadata, metadataOf(anchor.key(at.collection))));
        DEMO_CHECK(anchor.seeds(at.collectionEdition, editionOf(anchor.key(at.collection))));
        DEMO_CHECK(anchor.seeds(at.entityCreator, d.entityCreator));
        DEMO_CHECK(anchor.seeds(at.treeAuthority, treeAuthorityOf(anchor.key(at.merkleTree))));
        DEMO_CHECK(anchor.seeds(at.bubblegumSigner, d.bubblegumSigner));
        const auto hash = sha256(entityKey);
        const auto place = demo::findProgramAddress({asBytes("key_to_asset"), anchor.key(at.dao).span(), hash}, id());
        DEMO_CHECK(anchor.seeds(at.keyToAsset, place.key));

        const std::string address = toBase58(entityKey);
        demo::NewAsset asset;
        asset.tree = anchor.key(at.merkleTree);
        asset.owner = anchor.key(at.recipient);
        asset.name = animalNftName(address);
        asset.symbol = "HOTSPOT";
        asset.uri = "https://entities.nft.helium.io/v2/hotspot/" + place.key.text();
        asset.creators = {{d.entityCreator, true, 100}, {place.key, true, 0}};
        asset.collection = anchor.key(at.collection);

        KeyToAsset entity;
        entity.dao = anchor.key(at.dao);
        entity.entityKey = entityKey;
        entity.bump = place.bump;
        const std::size_t space = entity.encode().size();
        DEMO_CHECK(context.createDerived(
            0, at.keyToAsset, space,
            {seedText("key_to_asset"), toBytes(entity.dao.span()), Bytes(hash.begin(), hash.end()), {place.bump}}));
        DEMO_TRY(const demo::Asset minted, context.mintCompressed(asset));
        entity.asset = minted.id;
        context.edit(at.keyToAsset).data = entity.encode();
        return {};
    }

    static std::optional<Bytes> entityKeyArgument(ProgramContext& context)
    {
        ByteReader reader(context.data().subspan(8));
        Bytes entityKey = toBytes(reader.lengthPrefixed(128));
        if (!reader.finish() || entityKey.empty())
            return std::nullopt;
        return entityKey;
    }

    Execution issueByMaker(ProgramContext& context)
    {
        static const AccountRule rules[] = {writableSigner("payer"),
                                            {"ecc_verifier", true, false, &verifierKey()},
                                            signer("issuing_authority"),
                                            plain("collection"),
                                            writable("collection_metadata"),
                                            plain("collection_master_edition"),
                                            writable("maker"),
                                            plain("entity_creator"),
                                            plain("dao"),
                                            writable("key_to_asset"),
                                            writable("tree_authority"),
                                            plain("recipient"),
                                            writable("merkle_tree"),
                                            plain("bubblegum_signer"),
                                            fixed("token_metadata_program", demo::ids::kTokenMetadata),
                                            fixed("log_wrapper", demo::ids::kNoop),
                                            fixed("bubblegum_program", demo::ids::kBubblegum),
                                            fixed("compression_program", demo::ids::kCompression),
                                            fixed("system_program", kSystem)};
        const Anchor anchor(context, rules);
        logInstruction(context, "IssueEntityV0");
        DEMO_CHECK(anchor.accounts());
        const auto entityKey = entityKeyArgument(context);
        if (!entityKey)
            return badArguments(context);
        DEMO_TRY(const Maker maker, anchor.load<Maker>(6, id()));
        DEMO_CHECK(anchor.hasOne(2, maker.issuingAuthority));
        DEMO_CHECK(anchor.hasOne(3, maker.collection));
        DEMO_CHECK(anchor.hasOne(8, maker.dao));
        DEMO_CHECK(anchor.hasOne(12, maker.merkleTree));
        return issue(context, anchor, {3, 4, 5, 7, 8, 9, 10, 11, 12, 13}, *entityKey);
    }

    Execution issueDataOnly(ProgramContext& context)
    {
        static const AccountRule rules[] = {writableSigner("payer"),
                                            {"ecc_verifier", true, false, &verifierKey()},
                                            plain("collection"),
                                            writable("collection_metadata"),
                                            plain("collection_master_edition"),
                                            writable("data_only_config"),
                                            plain("entity_creator"),
                                            plain("dao"),
                                            writable("key_to_asset"),
                                            writable("tree_authority"),
                                            plain("recipient"),
                                            writable("merkle_tree"),
                                            writable("data_only_escrow"),
                                            plain("bubblegum_signer"),
                                            fixed("token_metadata_program", demo::ids::kTokenMetadata),
                                            fixed("log_wrapper", demo::ids::kNoop),
                                            fixed("bubblegum_program", demo::ids::kBubblegum),
                                            fixed("compression_program", demo::ids::kCompression),
                                            fixed("system_program", kSystem)};
        const Anchor anchor(context, rules);
        logInstruction(context, "IssueDataOnlyEntityV0");
        DEMO_CHECK(anchor.accounts());
        const auto entityKey = entityKeyArgument(context);
        if (!entityKey)
            return badArguments(context);
        DEMO_TRY(const DataOnlyConfig config, anchor.load<DataOnlyConfig>(5, id()));
        DEMO_CHECK(anchor.seeds(5, derived().dataOnlyConfig));
        DEMO_CHECK(anchor.seeds(12, derived().dataOnlyEscrow));
        DEMO_CHECK(anchor.hasOne(2, config.collection));
        DEMO_CHECK(anchor.hasOne(7, config.dao));
        DEMO_CHECK(anchor.hasOne(11, config.merkleTree));
        return issue(context, anchor, {2, 3, 4, 6, 7, 8, 9, 10, 11, 13}, *entityKey);
    }

    /// Positions of the accounts that onboarding needs, in either form.
    struct OnboardAccounts {
        std::size_t iotInfo, owner, tree, burner, config, dao, keyToAsset, subDao, dcMint, credits;
    };

    Execution onboard(ProgramContext& context, const Anchor& anchor, const OnboardAccounts& at, bool isFull,
                      const LeafArgs& leaf, const Place& place)
    {
        DEMO_TRY(const KeyToAsset entity, anchor.load<KeyToAsset>(at.keyToAsset, id()));
        DEMO_TRY(const SubDao subDao, anchor.load<SubDao>(at.subDao, program::kSubDaos));
        DEMO_TRY(const EntityConfig config, anchor.load<EntityConfig>(at.config, id()));
        DEMO_TRY(const DataCredits credits, anchor.load<DataCredits>(at.credits, program::kDataCredits));
        if (!Dao::is(anchor.account(at.dao)))
            return anchor.unreadable(at.dao, program::kSubDaos);
        DEMO_CHECK(anchor.raw(config.symbol == "IOT" && isGainAllowed(config, place.gain), at.config));
        DEMO_CHECK(anchor.hasOne(at.subDao, config.subDao));
        DEMO_CHECK(anchor.hasOne(at.dao, subDao.dao));
        DEMO_CHECK(anchor.hasOne(at.dao, entity.dao));
        DEMO_CHECK(anchor.seeds(
            at.credits,
            demo::findProgramAddress({asBytes("dc"), anchor.key(at.dcMint).span()}, program::kDataCredits).key));
        DEMO_CHECK(anchor.hasOne(at.dcMint, credits.dcMint));
        DEMO_CHECK(anchor.seeds(at.burner, demo::associatedTokenAddress(anchor.key(1), anchor.key(at.dcMint))));
        const auto hash = sha256(entity.entityKey);
        const auto infoPlace =
            demo::findProgramAddress({asBytes("iot_info"), anchor.key(at.config).span(), hash}, id());
        DEMO_CHECK(anchor.seeds(at.iotInfo, infoPlace.key));
        DEMO_CHECK(anchor.raw(entity.asset == demo::assetId(anchor.key(at.tree), leaf.index), at.keyToAsset));
        DEMO_CHECK(verifyOwner(context, anchor.key(at.tree), leaf, anchor.key(at.owner), anchor.key(at.owner),
                               anchor.proof()));

        DEMO_CHECK(context.createDerived(0, at.iotInfo, IotInfo::kSpace,
                                         {seedText("iot_info"),
                                          toBytes(anchor.key(at.config).span()),
                                          Bytes(hash.begin(), hash.end()),
                                          {infoPlace.bump}}));
        IotInfo info;
        info.asset = entity.asset;
        info.bump = infoPlace.bump;
        info.location = place.location;
        info.elevation = place.elevation;
        info.gain = place.gain;
        info.isFullHotspot = isFull;
        info.dcOnboardingFeePaid = isFull ? subDao.onboardingFee : subDao.dataOnlyOnboardingFee;
        std::uint64_t fee = info.dcOnboardingFeePaid;
        if (place.location) {
            info.locationAsserts = 1;
            fee += isFull ? config.fullLocationFee : config.dataOnlyLocationFee;
        }
        context.edit(at.iotInfo).data = info.encode();
        if (fee > 0)
            DEMO_CHECK(burnCredits(context, anchor.key(1), anchor.key(at.credits), anchor.key(at.burner),
                                   anchor.key(at.dcMint), fee));

        Instruction track;
        track.program = program::kSubDaos;
        track.accounts = {{anchor.key(at.config), true, false}, {anchor.key(at.subDao), false, true}};
        const auto name = demo::anchorDiscriminator("track_dc_onboarding_fees_v0");
        track.data = ByteWriter().bytes(name).u64(info.dcOnboardingFeePaid).boolean(true).string(config.symbol).done();
        return context.invoke(track, {{seedText("rewardable_entity_config"),
                                       toBytes(config.subDao.span()),
                                       seedText(config.symbol),
                                       {config.bump}}});
    }

    Execution onboardByMaker(ProgramContext& context)
    {
        static const AccountRule rules[] = {writableSigner("payer"),
                                            writableSigner("dc_fee_payer"),
                                            signer("issuing_authority"),
                                            writable("iot_info"),
                                            writableSigner("hotspot_owner"),
                                            plain("merkle_tree"),
                                            writable("dc_burner"),
                                            plain("rewardable_entity_config"),
                                            plain("maker_approval"),
                                            plain("maker"),
                                            plain("dao"),
                                            plain("key_to_asset"),
                                            writable("sub_dao"),
                                            writable("dc_mint"),
                                            plain("dc"),
                                            fixed("compression_program", demo::ids::kCompression),
                                            fixed("data_credits_program", program::kDataCredits),
                                            fixed("token_program", demo::ids::kToken),
                                            fixed("associated_token_program", demo::ids::kAssociatedToken),
                                            fixed("system_program", kSystem),
                                            fixed("helium_sub_daos_program", program::kSubDaos)};
        const Anchor anchor(context, rules);
        logInstruction(context, "OnboardIotHotspotV0");
        DEMO_CHECK(anchor.accounts());
        ByteReader reader(context.data().subspan(8));
        const LeafArgs leaf = LeafArgs::read(reader);
        const Place place = Place::read(reader);
        if (!reader.finish())
            return badArguments(context);
        DEMO_TRY(const Maker maker, anchor.load<Maker>(9, id()));
        DEMO_TRY(const MakerApproval approval, anchor.load<MakerApproval>(8, id()));
        DEMO_CHECK(anchor.hasOne(2, maker.issuingAuthority));
        DEMO_CHECK(anchor.hasOne(5, maker.merkleTree));
        DEMO_CHECK(anchor.hasOne(10, maker.dao));
        DEMO_CHECK(anchor.seeds(8, makerApprovalOf(anchor.key(7), anchor.key(9))));
        DEMO_CHECK(anchor.hasOne(7, approval.rewardableEntityConfig));
        DEMO_CHECK(anchor.hasOne(9, approval.maker));
        return onboard(context, anchor, {3, 4, 5, 6, 7, 10, 11, 12, 13, 14}, true, leaf, place);
    }

    Execution onboardDataOnly(ProgramContext& context)
    {
        static const AccountRule rules[] = {writableSigner("payer"),
                                            writableSigner("dc_fee_payer"),
                                            writable("iot_info"),
                                            writableSigner("hotspot_owner"),
                                            plain("merkle_tree"),
                                            writable("dc_burner"),
                                            plain("rewardable_entity_config"),
                                            plain("data_only_config"),
                                            plain("dao"),
                                            plain("key_to_asset"),
                                            writable("sub_dao"),
                                            writable("dc_mint"),
                                            plain("dc"),
                                            fixed("compression_program", demo::ids::kCompression),
                                            fixed("data_credits_program", program::kDataCredits),
                                            fixed("token_program", demo::ids::kToken),
                                            fixed("associated_token_program", demo::ids::kAssociatedToken),
                                            fixed("system_program", kSystem),
                                            fixed("helium_sub_daos_program", program::kSubDaos)};
        const Anchor anchor(context, rules);
        logInstruction(context, "OnboardDataOnlyIotHotspotV0");
        DEMO_CHECK(anchor.accounts());
        ByteReader reader(context.data().subspan(8));
        const LeafArgs leaf = LeafArgs::read(reader);
        const Place place = Place::read(reader);
        if (!reader.finish())
            return badArguments(context);
        DEMO_TRY(const DataOnlyConfig config, anchor.load<DataOnlyConfig>(7, id()));
        DEMO_CHECK(anchor.seeds(7, derived().dataOnlyConfig));
        DEMO_CHECK(anchor.hasOne(4, config.merkleTree));
        return onboard(context, anchor, {2, 3, 4, 5, 6, 8, 9, 10, 11, 12}, false, leaf, place);
    }

    Execution updateInfo(ProgramContext& context)
    {
        static const AccountRule rules[] = {writableSigner("payer"),
                                            writableSigner("dc_fee_payer"),
                                            writable("iot_info"),
                                            writableSigner("hotspot_owner"),
                                            plain("merkle_tree"),
                                            plain("tree_authority"),
                                            writable("dc_burner"),
                                            plain("rewardable_entity_config"),
                                            plain("dao"),
                                            plain("sub_dao"),
                                            writable("dc_mint"),
                                            plain("dc"),
                                            fixed("bubblegum_program", demo::ids::kBubblegum),
                                            fixed("compression_program", demo::ids::kCompression),
                                            fixed("data_credits_program", program::kDataCredits),
                                            fixed("token_program", demo::ids::kToken),
                                            fixed("associated_token_program", demo::ids::kAssociatedToken),
                                            fixed("system_program", kSystem)};
        const Anchor anchor(context, rules);
        logInstruction(context, "UpdateIotInfoV0");
        DEMO_CHECK(anchor.accounts());
        ByteReader reader(context.data().subspan(8));
        const Place place = Place::read(reader);
        const LeafArgs leaf = LeafArgs::read(reader);
        if (!reader.finish())
            return badArguments(context);
        DEMO_TRY(IotInfo info, anchor.load<IotInfo>(2, id()));
        DEMO_TRY(const EntityConfig config, anchor.load<EntityConfig>(7, id()));
        DEMO_TRY(const SubDao subDao, anchor.load<SubDao>(9, program::kSubDaos));
        DEMO_TRY(const DataCredits credits, anchor.load<DataCredits>(11, program::kDataCredits));
        DEMO_CHECK(anchor.raw(info.asset == demo::assetId(anchor.key(4), leaf.index), 2));
        DEMO_CHECK(anchor.seeds(5, treeAuthorityOf(anchor.key(4))));
        DEMO_CHECK(anchor.seeds(6, demo::associatedTokenAddress(anchor.key(1), anchor.key(10))));
        DEMO_CHECK(anchor.raw(config.symbol == "IOT" && isGainAllowed(config, place.gain), 7));
        DEMO_CHECK(anchor.hasOne(9, config.subDao));
        DEMO_CHECK(anchor.hasOne(8, subDao.dao));
        DEMO_CHECK(anchor.seeds(
            11, demo::findProgramAddress({asBytes("dc"), anchor.key(10).span()}, program::kDataCredits).key));
        DEMO_CHECK(anchor.hasOne(10, credits.dcMint));
        DEMO_CHECK(verifyOwner(context, anchor.key(4), leaf, anchor.key(3), anchor.key(3), anchor.proof()));

        std::uint64_t fee = 0;
        if (place.location && place.location != info.location) {
            fee = info.isFullHotspot ? config.fullLocationFee : config.dataOnlyLocationFee;
            info.location = place.location;
            ++info.locationAsserts;
        }
        if (place.elevation)
            info.elevation = place.elevation;
        if (place.gain)
            info.gain = place.gain;
        context.edit(2).data = info.encode();
        if (fee == 0)
            return {};
        return burnCredits(context, anchor.key(1), anchor.key(11), anchor.key(6), anchor.key(10), fee);
    }
};

class SubDaos final : public demo::Program {
public:
    Pubkey id() const override { return program::kSubDaos; }
    std::uint64_t baseUnits() const override { return 6'000; }

    Execution execute(ProgramContext& context) override
    {
        if (!isInstruction(context.data(), "track_dc_onboarding_fees_v0"))
            return notSimulated(context);
        static const AccountRule rules[] = {signer("hem_auth"), writable("sub_dao")};
        const Anchor anchor(context, rules);
        logInstruction(context, "TrackDcOnboardingFeesV0");
        DEMO_CHECK(anchor.accounts());
        ByteReader reader(context.data().subspan(8));
        const std::uint64_t amount = reader.u64();
        const bool add = reader.boolean();
        const std::string symbol = reader.string(32);
        if (!reader.finish())
            return badArguments(context);
        DEMO_TRY(SubDao subDao, anchor.load<SubDao>(1, id()));
        DEMO_CHECK(anchor.seeds(0, demo::findProgramAddress({asBytes("rewardable_entity_config"), anchor.key(1).span(),
                                                             asBytes(std::string_view(symbol).substr(0, 32))},
                                                            program::kEntityManager)
                                       .key));
        subDao.onboardingFeesPaid = add ? subDao.onboardingFeesPaid + amount
                                        : subDao.onboardingFeesPaid - std::min(subDao.onboardingFeesPaid, amount);
        context.edit(1).data = subDao.encode();
        return {};
    }
};

} // namespace

std::unique_ptr<demo::Program> entityManagerProgram()
{
    return std::make_unique<EntityManager>();
}

std::unique_ptr<demo::Program> subDaosProgram()
{
    return std::make_unique<SubDaos>();
}

} // namespace outpost::heliumdemo
