// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/networks/helium/demo/AnimalName.h"
#include "tests/unit/networks/helium_demo/DemoWorld.h"

namespace outpost::heliumdemo {

namespace {

constexpr const char* kIssue = "e8c27a44a7f677c5";
constexpr const char* kIssueDataOnly = "bf60f52e3f49cf11";
constexpr const char* kOnboard = "2d1881260e41070f";
constexpr const char* kOnboardDataOnly = "62b37f333abfaebc";
constexpr const char* kUpdate = "d3ebcd1d6d569927";
constexpr const char* kMintCredits = "4e6da984905edd39";
constexpr const char* kBurnCredits = "816a2b04348f66d0";
constexpr std::uint64_t kCell = 631'253'197'010'765'823; // H3 8c2a9702b2807ff

} // namespace

/// Registering, places and Data Credits, with instructions written by hand from the published layouts.
class DemoEntityTest : public DemoWorld {
protected:
    void SetUp() override
    {
        DemoWorld::SetUp();
        world().airdrop(user().key, 1'000'000'000);
        device = DeviceKey::fromSeed(DeviceKey::Kind::Ed25519, Bytes(32, 0x21));
    }

    DataOnlyConfig dataOnly() { return *DataOnlyConfig::decode(*world().account(derived().dataOnlyConfig)); }

    Instruction issueDataOnly()
    {
        const DataOnlyConfig config = dataOnly();
        return {program::kEntityManager,
                {srw(user().key), sro(eccVerifier().key), ro(config.collection), rw(metadataOf(config.collection)),
                 ro(editionOf(config.collection)), rw(derived().dataOnlyConfig), ro(derived().entityCreator),
                 ro(derived().dao), rw(keyToAssetOf(device.entityKey())), rw(treeAuthorityOf(config.merkleTree)),
                 ro(user().key), rw(config.merkleTree), rw(derived().dataOnlyEscrow), ro(derived().bubblegumSigner),
                 ro(demo::ids::kTokenMetadata), ro(demo::ids::kNoop), ro(demo::ids::kBubblegum),
                 ro(demo::ids::kCompression), ro(demo::ids::kSystem)},
                data(kIssueDataOnly, codec::ByteWriter().lengthPrefixed(device.entityKey()).done())};
    }
    Instruction issueByMaker(const MakerSpec& spec)
    {
        const Pubkey maker = makerOf(spec.name);
        const Pubkey tree = makerTree(world(), spec);
        return {program::kEntityManager,
                {srw(user().key), sro(eccVerifier().key), sro(makerWallet(world(), spec).key), ro(collectionOf(maker)),
                 rw(metadataOf(collectionOf(maker))), ro(editionOf(collectionOf(maker))), rw(maker),
                 ro(derived().entityCreator), ro(derived().dao), rw(keyToAssetOf(device.entityKey())),
                 rw(treeAuthorityOf(tree)), ro(user().key), rw(tree), ro(derived().bubblegumSigner),
                 ro(demo::ids::kTokenMetadata), ro(demo::ids::kNoop), ro(demo::ids::kBubblegum),
                 ro(demo::ids::kCompression), ro(demo::ids::kSystem)},
                data(kIssue, codec::ByteWriter().lengthPrefixed(device.entityKey()).done())};
    }
    void issued()
    {
        const auto done = run({issueDataOnly()}, {user(), eccVerifier()});
        ASSERT_EQ(codeOf(done), "") << logsOf(done);
    }
    static Bytes place(std::optional<std::uint64_t> cell, std::optional<std::int32_t> elevation,
                       std::optional<std::int32_t> gain)
    {
        return codec::ByteWriter().optional(cell).optional(elevation).optional(gain).done();
    }
    Bytes joined(Bytes first, const Bytes& second)
    {
        first.insert(first.end(), second.begin(), second.end());
        return first;
    }
    Instruction onboardDataOnly(const Bytes& where)
    {
        const demo::Asset nft = assetOf(device);
        Instruction call{program::kEntityManager,
                         {srw(user().key), srw(user().key), rw(iotInfoOf(device.entityKey())), srw(user().key),
                          ro(nft.tree), rw(demo::associatedTokenAddress(user().key, mint::kDc)),
                          ro(derived().iotConfig), ro(derived().dataOnlyConfig), ro(derived().dao),
                          ro(keyToAssetOf(device.entityKey())), rw(derived().iotSubDao), rw(mint::kDc),
                          ro(derived().dataCredits), ro(demo::ids::kCompression), ro(program::kDataCredits),
                          ro(demo::ids::kToken), ro(demo::ids::kAssociatedToken), ro(demo::ids::kSystem),
                          ro(program::kSubDaos)},
                         data(kOnboardDataOnly, joined(leafArgs(nft), where))};
        addProof(call, nft);
        return call;
    }
    Instruction onboardByMaker(const MakerSpec& spec, const Pubkey& payer, const Bytes& where)
    {
        const demo::Asset nft = assetOf(device);
        const Pubkey maker = makerOf(spec.name);
        Instruction call{program::kEntityManager,
                         {srw(payer),
                          srw(payer),
                          sro(makerWallet(world(), spec).key),
                          rw(iotInfoOf(device.entityKey())),
                          srw(user().key),
                          ro(nft.tree),
                          rw(demo::associatedTokenAddress(payer, mint::kDc)),
                          ro(derived().iotConfig),
                          ro(makerApprovalOf(derived().iotConfig, maker)),
                          ro(maker),
                          ro(derived().dao),
                          ro(keyToAssetOf(device.entityKey())),
                          rw(derived().iotSubDao),
                          rw(mint::kDc),
                          ro(derived().dataCredits),
                          ro(demo::ids::kCompression),
                          ro(program::kDataCredits),
                          ro(demo::ids::kToken),
                          ro(demo::ids::kAssociatedToken),
                          ro(demo::ids::kSystem),
                          ro(program::kSubDaos)},
                         data(kOnboard, joined(leafArgs(nft), where))};
        addProof(call, nft);
        return call;
    }
    Instruction update(const Bytes& where, const Keypair& owner)
    {
        const demo::Asset nft = assetOf(device);
        Instruction call{program::kEntityManager,
                         {srw(owner.key), srw(owner.key), rw(iotInfoOf(device.entityKey())), srw(owner.key),
                          ro(nft.tree), ro(treeAuthorityOf(nft.tree)),
                          rw(demo::associatedTokenAddress(owner.key, mint::kDc)), ro(derived().iotConfig),
                          ro(derived().dao), ro(derived().iotSubDao), rw(mint::kDc), ro(derived().dataCredits),
                          ro(demo::ids::kBubblegum), ro(demo::ids::kCompression), ro(program::kDataCredits),
                          ro(demo::ids::kToken), ro(demo::ids::kAssociatedToken), ro(demo::ids::kSystem)},
                         data(kUpdate, joined(where, leafArgs(nft)))};
        addProof(call, nft);
        return call;
    }
    Instruction mintCredits(std::optional<std::uint64_t> hnt, std::optional<std::uint64_t> credits)
    {
        return {program::kDataCredits,
                {ro(derived().dataCredits), ro(kHntPriceAccount),
                 rw(demo::associatedTokenAddress(user().key, mint::kHnt)),
                 rw(demo::associatedTokenAddress(user().key, mint::kDc)), ro(user().key), srw(user().key),
                 rw(mint::kHnt), rw(mint::kDc), rw(derived().dcBreaker), ro(program::kCircuitBreaker),
                 ro(demo::ids::kToken), ro(demo::ids::kSystem), ro(demo::ids::kAssociatedToken)},
                data(kMintCredits, codec::ByteWriter().optional(hnt).optional(credits).done())};
    }
    EntityConfig config() { return *EntityConfig::decode(*world().account(derived().iotConfig)); }
    SubDao subDao() { return *SubDao::decode(*world().account(derived().iotSubDao)); }
    std::uint64_t credits() { return world().tokenBalance(mint::kDc, user().key); }

    DeviceKey device;
};

TEST_F(DemoEntityTest, IssuingMakesANamedNftOfTheOwner)
{
    issued();
    const KeyToAsset entity = entityOf(device);
    EXPECT_EQ(entity.entityKey, device.entityKey());
    const demo::Asset nft = assetOf(device);
    EXPECT_EQ(nft.owner, user().key);
    EXPECT_EQ(nft.name, animalNftName(device.address()));
    EXPECT_EQ(nft.symbol, "HOTSPOT");
    EXPECT_EQ(nft.uri, "https://entities.nft.helium.io/v2/hotspot/" + keyToAssetOf(device.entityKey()).text());
    ASSERT_EQ(nft.creators.size(), 2u);
    EXPECT_EQ(nft.creators[0].address, derived().entityCreator);
    EXPECT_EQ(nft.creators[1].address, keyToAssetOf(device.entityKey()));
    EXPECT_EQ(nft.collection, collectionOf(derived().dataOnlyConfig));
}

TEST_F(DemoEntityTest, OneDeviceIsIssuedOnce)
{
    issued();
    EXPECT_EQ(codeOf(run({issueDataOnly()}, {user(), eccVerifier()})), "0");
}

TEST_F(DemoEntityTest, WithoutTheVerifierNothingIsIssued)
{
    Instruction call = issueDataOnly();
    call.accounts[1].signer = false;
    EXPECT_EQ(codeOf(run({call}, {user()})), "3010");
    call = issueDataOnly();
    call.accounts[1] = sro(named("not the verifier").key);
    EXPECT_EQ(codeOf(run({call}, {user(), named("not the verifier")})), "2012");
}

TEST_F(DemoEntityTest, AnotherTreeOrCollectionThanTheConfiguredOneIsRefused)
{
    Instruction call = issueDataOnly();
    call.accounts[11] = rw(makerTree(world(), makers()[0]));
    call.accounts[9] = rw(treeAuthorityOf(makerTree(world(), makers()[0])));
    EXPECT_EQ(codeOf(run({call}, {user(), eccVerifier()})), "2001");
    call = issueDataOnly();
    call.accounts[2] = ro(collectionOf(makerOf(makers()[0].name)));
    EXPECT_EQ(codeOf(run({call}, {user(), eccVerifier()})), "2001");
}

TEST_F(DemoEntityTest, TheAccountOfAnotherDeviceIsRefused)
{
    Instruction call = issueDataOnly();
    call.accounts[8] = rw(keyToAssetOf(stock(0).key.entityKey()));
    EXPECT_EQ(codeOf(run({call}, {user(), eccVerifier()})), "2006");
}

TEST_F(DemoEntityTest, AMakerIssuesWithItsOwnSignature)
{
    const auto done = run({issueByMaker(makers()[0])}, {user(), eccVerifier(), makerWallet(world(), makers()[0])});
    ASSERT_EQ(codeOf(done), "") << logsOf(done);
    EXPECT_EQ(assetOf(device).collection, collectionOf(makerOf(makers()[0].name)));
}

TEST_F(DemoEntityTest, AnotherMakersSignatureIsRefused)
{
    Instruction call = issueByMaker(makers()[0]);
    call.accounts[2] = sro(makerWallet(world(), makers()[1]).key);
    EXPECT_EQ(codeOf(run({call}, {user(), eccVerifier(), makerWallet(world(), makers()[1])})), "2001");
}

TEST_F(DemoEntityTest, OnboardingTakesTheFeesAndWritesThePlace)
{
    issued();
    giveCredits(world(), user().key, 500'000);
    const std::uint64_t paidBefore = subDao().onboardingFeesPaid;
    const auto done = run({onboardDataOnly(place(kCell, 10, 12))}, {user()});
    ASSERT_EQ(codeOf(done), "") << logsOf(done);
    const IotInfo info = infoOf(device);
    EXPECT_EQ(info.location, kCell);
    EXPECT_EQ(info.elevation, 10);
    EXPECT_EQ(info.gain, 12);
    EXPECT_FALSE(info.isFullHotspot);
    EXPECT_EQ(info.locationAsserts, 1);
    EXPECT_EQ(info.asset, assetOf(device).id);
    EXPECT_EQ(info.dcOnboardingFeePaid, subDao().dataOnlyOnboardingFee);
    EXPECT_EQ(500'000 - credits(), subDao().dataOnlyOnboardingFee + config().dataOnlyLocationFee);
    EXPECT_EQ(subDao().onboardingFeesPaid - paidBefore, subDao().dataOnlyOnboardingFee);
}

TEST_F(DemoEntityTest, OnboardingWithoutAPlaceCostsOnlyTheRegistration)
{
    issued();
    giveCredits(world(), user().key, 500'000);
    ASSERT_EQ(codeOf(run({onboardDataOnly(place({}, {}, {}))}, {user()})), "");
    EXPECT_FALSE(infoOf(device).location.has_value());
    EXPECT_EQ(500'000 - credits(), subDao().dataOnlyOnboardingFee);
}

TEST_F(DemoEntityTest, OnboardingWithoutCreditsLeavesNothingBehind)
{
    issued();
    giveCredits(world(), user().key, 100);
    EXPECT_EQ(codeOf(run({onboardDataOnly(place(kCell, {}, {}))}, {user()})), "1") << "Token: insufficient funds";
    EXPECT_EQ(world().account(iotInfoOf(device.entityKey())), nullptr);
    EXPECT_EQ(credits(), 100u);
}

TEST_F(DemoEntityTest, OnboardingTwiceIsRefused)
{
    issued();
    giveCredits(world(), user().key, 500'000);
    ASSERT_EQ(codeOf(run({onboardDataOnly(place({}, {}, {}))}, {user()})), "");
    EXPECT_EQ(codeOf(run({onboardDataOnly(place({}, {}, {}))}, {user()})), "0");
}

TEST_F(DemoEntityTest, AGainOutsideTheAllowedRangeIsRefused)
{
    issued();
    giveCredits(world(), user().key, 500'000);
    EXPECT_EQ(codeOf(run({onboardDataOnly(place(kCell, 10, 151))}, {user()})), "2003");
    EXPECT_EQ(codeOf(run({onboardDataOnly(place(kCell, 10, 9))}, {user()})), "2003");
}

TEST_F(DemoEntityTest, OnlyTheOwnerOnboards)
{
    issued();
    const Keypair thief = named("a thief");
    world().airdrop(thief.key, 1'000'000'000);
    giveCredits(world(), thief.key, 500'000);
    Instruction call = onboardDataOnly(place({}, {}, {}));
    for (const std::size_t at : {0u, 1u, 3u})
        call.accounts[at] = srw(thief.key);
    call.accounts[5] = rw(demo::associatedTokenAddress(thief.key, mint::kDc));
    EXPECT_NE(codeOf(run({call}, {thief})), "");
    call = onboardDataOnly(place({}, {}, {}));
    call.accounts[3].signer = false;
    call.accounts[0] = srw(thief.key);
    call.accounts[1] = srw(thief.key);
    call.accounts[5] = rw(demo::associatedTokenAddress(thief.key, mint::kDc));
    EXPECT_EQ(codeOf(run({call}, {thief})), "3010");
}

TEST_F(DemoEntityTest, TheCreditsOfSomebodyElseAreNotTaken)
{
    issued();
    giveCredits(world(), named("rich").key, 500'000);
    Instruction call = onboardDataOnly(place({}, {}, {}));
    call.accounts[5] = rw(demo::associatedTokenAddress(named("rich").key, mint::kDc));
    EXPECT_EQ(codeOf(run({call}, {user()})), "2006");
}

TEST_F(DemoEntityTest, AMakerPaysForItsDevice)
{
    const MakerSpec& spec = makers()[0];
    const Keypair maker = makerWallet(world(), spec);
    ASSERT_EQ(codeOf(run({issueByMaker(spec)}, {user(), eccVerifier(), maker})), "");
    const std::uint64_t before = world().tokenBalance(mint::kDc, maker.key);
    const auto done = run({onboardByMaker(spec, maker.key, place(kCell, {}, {}))}, {maker, user()});
    ASSERT_EQ(codeOf(done), "") << logsOf(done);
    EXPECT_TRUE(infoOf(device).isFullHotspot);
    EXPECT_EQ(before - world().tokenBalance(mint::kDc, maker.key), subDao().onboardingFee + config().fullLocationFee);
}

TEST_F(DemoEntityTest, AMakerThatWasNotApprovedIsRefused)
{
    const MakerSpec& spec = makers()[0];
    const Keypair maker = makerWallet(world(), spec);
    ASSERT_EQ(codeOf(run({issueByMaker(spec)}, {user(), eccVerifier(), maker})), "");
    Instruction call = onboardByMaker(spec, maker.key, place(kCell, {}, {}));
    call.accounts[8] = ro(makerApprovalOf(derived().mobileConfig, makerOf(spec.name)));
    EXPECT_EQ(codeOf(run({call}, {maker, user()})), "3012");
}

TEST_F(DemoEntityTest, MovingCostsTheFeeAndChangingHeightCostsNothing)
{
    issued();
    giveCredits(world(), user().key, 500'000);
    ASSERT_EQ(codeOf(run({onboardDataOnly(place({}, {}, {}))}, {user()})), "");
    const std::uint64_t before = credits();
    ASSERT_EQ(codeOf(run({update(place({}, -5, 58), user())}, {user()})), "");
    EXPECT_EQ(credits(), before);
    EXPECT_EQ(infoOf(device).elevation, -5);
    ASSERT_EQ(codeOf(run({update(place(kCell, {}, {}), user())}, {user()})), "");
    EXPECT_EQ(before - credits(), config().dataOnlyLocationFee);
    EXPECT_EQ(infoOf(device).locationAsserts, 1);
    EXPECT_EQ(infoOf(device).elevation, -5) << "None leaves a field as it is";
    ASSERT_EQ(codeOf(run({update(place(kCell, {}, {}), user())}, {user()})), "");
    EXPECT_EQ(before - credits(), config().dataOnlyLocationFee) << "the same place again is free";
}

TEST_F(DemoEntityTest, AGainOutOfRangeIsRefusedWhenUpdating)
{
    issued();
    giveCredits(world(), user().key, 500'000);
    ASSERT_EQ(codeOf(run({onboardDataOnly(place({}, {}, {}))}, {user()})), "");
    EXPECT_EQ(codeOf(run({update(place({}, {}, 999), user())}, {user()})), "2003");
}

TEST_F(DemoEntityTest, UpdatingWithTheArgumentsInTheOrderOfOnboardingIsRefused)
{
    issued();
    giveCredits(world(), user().key, 500'000);
    ASSERT_EQ(codeOf(run({onboardDataOnly(place({}, {}, {}))}, {user()})), "");
    Instruction call = update(place(kCell, {}, {}), user());
    call.data = data(kUpdate, joined(leafArgs(assetOf(device)), place(kCell, {}, {})));
    EXPECT_NE(codeOf(run({call}, {user()})), "");
}

TEST_F(DemoEntityTest, MintingCreditsUsesTheAverageLessTwiceItsConfidence)
{
    world().issueTokens(mint::kHnt, user().key, 10'0000'0000);
    const PriceUpdate price = *PriceUpdate::decode(*world().account(kHntPriceAccount));
    const std::uint64_t usable = static_cast<std::uint64_t>(price.emaPrice) - 2 * price.emaConfidence;
    const auto done = run({mintCredits(1'5000'0000, std::nullopt)}, {user()});
    ASSERT_EQ(codeOf(done), "") << logsOf(done);
    EXPECT_EQ(credits(), 150'000'000ull * usable / 100'000'000'000ull);
    EXPECT_EQ(world().tokenBalance(mint::kHnt, user().key), 8'5000'0000u);
    EXPECT_TRUE(demo::tokenAccount(*world().account(demo::associatedTokenAddress(user().key, mint::kDc)))->frozen);

    const std::uint64_t before = world().tokenBalance(mint::kHnt, user().key);
    const std::uint64_t had = credits();
    ASSERT_EQ(codeOf(run({mintCredits(std::nullopt, 100'000)}, {user()})), "");
    EXPECT_EQ(credits(), had + 100'000);
    EXPECT_EQ(before - world().tokenBalance(mint::kHnt, user().key),
              (100'000ull * 100'000'000'000ull + usable - 1) / usable);
}

TEST_F(DemoEntityTest, MintingWantsExactlyOneAmount)
{
    world().issueTokens(mint::kHnt, user().key, 10'0000'0000);
    EXPECT_EQ(codeOf(run({mintCredits(1, 1)}, {user()})), "6005");
    EXPECT_EQ(codeOf(run({mintCredits(std::nullopt, std::nullopt)}, {user()})), "6005");
}

TEST_F(DemoEntityTest, AStalePriceIsRefused)
{
    world().issueTokens(mint::kHnt, user().key, 10'0000'0000);
    world().faults().add({demo::Fault::PriceFeedGone, 100, {}});
    pass(std::chrono::minutes(11));
    EXPECT_EQ(codeOf(run({mintCredits(1'0000'0000, std::nullopt)}, {user()})), "6003");
}

TEST_F(DemoEntityTest, AnotherPriceAccountIsRefused)
{
    world().issueTokens(mint::kHnt, user().key, 10'0000'0000);
    Instruction call = mintCredits(1'0000'0000, std::nullopt);
    call.accounts[1] = ro(named("my own feed").key);
    EXPECT_EQ(codeOf(run({call}, {user()})), "2001");
}

TEST_F(DemoEntityTest, TheTokensOfSomebodyElseAreNotBurnt)
{
    world().issueTokens(mint::kHnt, named("rich").key, 10'0000'0000);
    Instruction call = mintCredits(1'0000'0000, std::nullopt);
    call.accounts[2] = rw(demo::associatedTokenAddress(named("rich").key, mint::kHnt));
    EXPECT_EQ(codeOf(run({call}, {user()})), "2001");
}

TEST_F(DemoEntityTest, OwnCreditsCanBeBurntAndStayFrozen)
{
    giveCredits(world(), user().key, 1'000);
    const Instruction call{program::kDataCredits,
                           {ro(derived().dataCredits), rw(demo::associatedTokenAddress(user().key, mint::kDc)),
                            srw(user().key), rw(mint::kDc), ro(demo::ids::kAssociatedToken), ro(demo::ids::kToken),
                            ro(demo::ids::kSystem)},
                           data(kBurnCredits, codec::ByteWriter().u64(400).done())};
    const auto done = run({call}, {user()});
    ASSERT_EQ(codeOf(done), "") << logsOf(done);
    EXPECT_EQ(credits(), 600u);
    EXPECT_TRUE(demo::tokenAccount(*world().account(demo::associatedTokenAddress(user().key, mint::kDc)))->frozen);
}

TEST_F(DemoEntityTest, FeesOfOnboardingCannotBeBookedByAnybody)
{
    const Bytes arguments = codec::ByteWriter().u64(5).boolean(true).string("IOT").done();
    const Instruction call{
        program::kSubDaos, {sro(user().key), rw(derived().iotSubDao)}, data("d08f434b1fc1878e", arguments)};
    EXPECT_EQ(codeOf(run({call}, {user()})), "2006");
}

TEST_F(DemoEntityTest, ANewlyRegisteredDeviceEarnsFromTheNextMidnight)
{
    DeviceBook(world()).announce(device.address());
    issued();
    giveCredits(world(), user().key, 500'000);
    ASSERT_EQ(codeOf(run({onboardDataOnly(place(kCell, {}, {}))}, {user()})), "");
    EXPECT_EQ(DeviceBook(world()).lifetime(device.address()), 0u);
    days(1);
    const std::uint64_t first = DeviceBook(world()).lifetime(device.address());
    EXPECT_GT(first, 0u);
    EXPECT_TRUE(infoOf(device).isActive);
    days(2);
    EXPECT_GT(DeviceBook(world()).lifetime(device.address()), first);
}

} // namespace outpost::heliumdemo
