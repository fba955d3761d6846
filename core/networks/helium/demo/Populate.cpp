// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/networks/helium/demo/Populate.h"

#include "core/base/Encoding.h"
#include "core/networks/helium/demo/AnimalName.h"
#include "core/networks/helium/demo/DeviceBook.h"

namespace outpost::heliumdemo {

namespace {

using namespace std::chrono_literals;

constexpr std::uint64_t kHnt = 100'000'000;
constexpr std::uint64_t kSol = 1'000'000'000;
constexpr std::string_view kHntFeed = "649fdd7ec08e8e2a20f425729854e90293dcbe2376abc47197a14da6ff339756";
constexpr int kTreeDepth = 14;
constexpr int kTreeBuffer = 64;
constexpr int kCanopy = 11;

Pubkey authority(const World& world)
{
    return world.keypair("helium.authority").key;
}

/// Rewrites 32 bytes of a token account: whoever may move its tokens.
void handOver(World& world, const Pubkey& tokenAccount, const Pubkey& newOwner)
{
    Account account = *world.account(tokenAccount);
    std::ranges::copy(newOwner.bytes, account.data.begin() + 32);
    world.setAccount(tokenAccount, account);
}

void createMints(World& world)
{
    const Derived& d = derived();
    world.createMint({mint::kHnt, 8, d.hntBreaker, std::nullopt});
    world.createMint({mint::kDc, 0, d.dcBreaker, d.dataCredits});
    world.createMint({mint::kIot, 6, authority(world), std::nullopt});
    world.createMint({mint::kMobile, 6, authority(world), std::nullopt});
    for (const Pubkey& holder : {makerOf(makers()[0].name), makerOf(makers()[1].name), d.dataOnlyConfig})
        world.createMint({collectionOf(holder), 0, d.entityCreator, std::nullopt});
}

void createDaos(World& world)
{
    const Derived& d = derived();
    auto random = world.random("helium.fees");
    Dao dao;
    dao.authority = authority(world);
    dao.registrar = demo::pubkeyOf("BMnWRWZrWqb6JMKznaDqNxWaWAHoaTzVabM6Qwyh3WKz");
    dao.bump = d.daoBump;
    dao.scheduleStart = 1'785'542'400; // 1 August 2026
    dao.emissionPerEpoch = 7'500'000 * kHnt / 365;
    world.setData(d.dao, program::kSubDaos, dao.encode());

    const auto subDao = [&](const Pubkey& key, std::uint8_t bump, const Pubkey& dnt, std::uint64_t fee,
                            std::uint64_t dataOnlyFee) {
        SubDao sub;
        sub.dao = d.dao;
        sub.dntMint = dnt;
        sub.authority = sub.dcBurnAuthority = sub.activeDeviceAuthority = authority(world);
        sub.registrar = dao.registrar;
        sub.onboardingFee = fee;
        sub.dataOnlyOnboardingFee = dataOnlyFee;
        sub.bump = bump;
        world.setData(key, program::kSubDaos, sub.encode());
    };
    // Half a dollar as published, a little more or less by the seed: a client must read the fee, not know it.
    const auto fee = [&] { return static_cast<std::uint64_t>(random.between(9, 11)) * 5'000; };
    subDao(d.iotSubDao, d.iotSubDaoBump, mint::kIot, fee(), fee());
    subDao(d.mobileSubDao, d.mobileSubDaoBump, mint::kMobile, 2'000'000, 200'000);

    EntityConfig iot;
    iot.authority = authority(world);
    iot.symbol = "IOT";
    iot.subDao = d.iotSubDao;
    iot.minGain = 10;
    iot.maxGain = 150;
    iot.fullLocationFee = fee();
    iot.dataOnlyLocationFee = fee();
    iot.bump = d.iotConfigBump;
    world.setData(d.iotConfig, program::kEntityManager, iot.encode());
    EntityConfig mobile;
    mobile.authority = authority(world);
    mobile.symbol = "MOBILE";
    mobile.subDao = d.mobileSubDao;
    mobile.mobileFees = {{1, 2'000'000, 0, 0}, {2, 3'000'000, 0, 0}, {3, 200'000, 0, 0}};
    world.setData(d.mobileConfig, program::kEntityManager, mobile.encode());
}

void createMakers(World& world)
{
    const Derived& d = derived();
    for (const MakerSpec& spec : makers()) {
        const Pubkey key = makerOf(spec.name);
        const Pubkey wallet = makerWallet(world, spec).key;
        Maker maker;
        maker.updateAuthority = maker.issuingAuthority = wallet;
        maker.name = spec.name;
        maker.collection = collectionOf(key);
        maker.merkleTree = makerTree(world, spec);
        maker.dao = d.dao;
        world.setData(key, program::kEntityManager, maker.encode());
        MakerApproval approval;
        approval.rewardableEntityConfig = d.iotConfig;
        approval.maker = key;
        world.setData(makerApprovalOf(d.iotConfig, key), program::kEntityManager, approval.encode());
        world.createTree({maker.merkleTree, kTreeDepth, kTreeBuffer, kCanopy, wallet});
        world.airdrop(wallet, 20 * kSol);
        giveCredits(world, wallet, spec.hasCredits ? 40'000'000 : 120);
    }
    DataOnlyConfig config;
    config.authority = authority(world);
    config.bump = d.dataOnlyConfigBump;
    config.collection = collectionOf(d.dataOnlyConfig);
    config.merkleTree = dataOnlyTree(world);
    config.dao = d.dao;
    const bool many = world.wantedDevices().value_or(0) > 10'000;
    config.newTreeDepth = many ? 20 : kTreeDepth;
    config.newTreeBufferSize = many ? 256 : kTreeBuffer;
    config.newTreeFeeLamports = kSol;
    world.setData(d.dataOnlyConfig, program::kEntityManager, config.encode());
    world.createTree({config.merkleTree, many ? 20 : kTreeDepth, many ? 256 : kTreeBuffer, kCanopy, config.authority});
}

void createDistributor(World& world)
{
    const Derived& d = derived();
    LazyDistributor distributor;
    distributor.rewardsMint = mint::kHnt;
    distributor.rewardsEscrow = d.rewardsEscrow;
    distributor.authority = authority(world);
    for (std::size_t i = 0; i < oracles().size(); ++i)
        distributor.oracles.push_back({oracleKey(world, i).key, "https://" + std::string(oracles()[i].host)});
    distributor.bump = d.lazyDistributorBump;
    distributor.approver = d.oracleSigner;
    world.setData(d.lazyDistributor, program::kLazyDistributor, distributor.encode());
    world.issueTokens(mint::kHnt, d.lazyDistributor, 4'000'000 * kHnt);
    handOver(world, d.rewardsEscrow, d.escrowBreaker);

    const auto breaker = [&](Breaker::Kind kind, const Pubkey& key, std::uint8_t bump, const Pubkey& subject,
                             const Pubkey& holder, std::uint64_t limit) {
        Breaker state;
        state.kind = kind;
        state.subject = subject;
        state.authority = authority(world);
        state.holder = holder;
        state.windowSeconds = 86'400;
        state.threshold = limit;
        state.lastUnix = toUnixSeconds(world.now());
        state.bump = bump;
        world.setData(key, program::kCircuitBreaker, state.encode());
    };
    breaker(Breaker::Kind::Account, d.escrowBreaker, d.escrowBreakerBump, d.rewardsEscrow, d.lazyDistributor,
            400'000 * kHnt);
    breaker(Breaker::Kind::Mint, d.dcBreaker, d.dcBreakerBump, mint::kDc, d.dataCredits, 10'000'000'000);
    breaker(Breaker::Kind::Mint, d.hntBreaker, d.hntBreakerBump, mint::kHnt, d.dao, 100'000 * kHnt);

    DataCredits credits;
    credits.dcMint = mint::kDc;
    credits.hntMint = mint::kHnt;
    credits.authority = authority(world);
    credits.hntPriceOracle = kHntPriceAccount;
    credits.bump = d.dataCreditsBump;
    credits.accountPayer = d.accountPayer;
    credits.accountPayerBump = d.accountPayerBump;
    world.setData(d.dataCredits, program::kDataCredits, credits.encode());
}

void createLookupTable(World& world)
{
    const Derived& d = derived();
    namespace ids = demo::ids;
    const std::vector<Pubkey> keys = {ids::kSystem,
                                      ids::kToken,
                                      ids::kAssociatedToken,
                                      ids::kCompression,
                                      ids::kNoop,
                                      ids::kBubblegum,
                                      ids::kTokenMetadata,
                                      ids::kSysvarInstructions,
                                      program::kEntityManager,
                                      program::kSubDaos,
                                      program::kLazyDistributor,
                                      program::kRewardsOracle,
                                      program::kDataCredits,
                                      program::kCircuitBreaker,
                                      mint::kHnt,
                                      mint::kDc,
                                      mint::kIot,
                                      mint::kMobile,
                                      d.dao,
                                      d.iotSubDao,
                                      d.mobileSubDao,
                                      d.iotConfig,
                                      d.mobileConfig,
                                      d.entityCreator,
                                      d.dataOnlyConfig,
                                      d.dataOnlyEscrow,
                                      d.dataCredits,
                                      d.lazyDistributor,
                                      d.rewardsEscrow,
                                      d.escrowBreaker,
                                      d.dcBreaker,
                                      d.oracleSigner,
                                      d.bubblegumSigner,
                                      kHntPriceAccount,
                                      dataOnlyTree(world),
                                      treeAuthorityOf(dataOnlyTree(world)),
                                      makerTree(world, makers()[0]),
                                      makerTree(world, makers()[1])};
    world.setData(kLookupTable, ids::kLookupTable, lookupTableBytes(authority(world), keys));
}

/// The tree that a device's NFT stands in, and the collection it belongs to.
std::pair<Pubkey, Pubkey> treeFor(const World& world, bool isFull)
{
    if (isFull)
        return {makerTree(world, makers()[0]), collectionOf(makerOf(makers()[0].name))};
    return {dataOnlyTree(world), collectionOf(derived().dataOnlyConfig)};
}

void writeRecord(World& world, DeviceBook& book, const StockDevice& device, const Pubkey& asset)
{
    const std::int64_t today = world.day();
    DeviceRecord record;
    record.address = device.key.address();
    record.daily = device.daily;
    std::int64_t from = today - device.ageDays;
    if (device.outageDaysAgo > 0) {
        record.online.push_back({from, today - device.outageDaysAgo});
        from = today - device.outageDaysAgo + device.outageLength;
    }
    record.online.push_back(
        {from, device.offlineSinceDays > 0 ? today - device.offlineSinceDays : DeviceRecord::Span::kOpen});
    book.put(record);
    if (device.collectedDaysAgo == 0)
        return;
    Recipient recipient;
    const Pubkey key = recipientOf(asset);
    recipient.lazyDistributor = derived().lazyDistributor;
    recipient.asset = asset;
    recipient.totalRewards = book.lifetime(record, today - device.collectedDaysAgo);
    recipient.currentRewards.resize(oracles().size());
    recipient.bump = demo::findProgramAddress({asBytes("recipient"), recipient.lazyDistributor.span(), asset.span()},
                                              program::kLazyDistributor)
                         .bump;
    world.setData(key, program::kLazyDistributor, recipient.encode(Recipient::space(oracles().size())));
}

} // namespace

void populateNetwork(World& world)
{
    createMints(world);
    createDaos(world);
    createMakers(world);
    createDistributor(world);
    createLookupTable(world);
    crankPrice(world);
    world.airdrop(shop(world).key, 500 * kSol);
    world.airdrop(derived().accountPayer, kSol);
}

std::vector<Pubkey> stockUp(World& world, int batch, int count)
{
    const Derived& d = derived();
    const Account* settings = world.account(d.iotConfig);
    const Account* subDaoAccount = world.account(d.iotSubDao);
    const auto config = EntityConfig::decode(*settings);
    const auto subDao = SubDao::decode(*subDaoAccount);
    DeviceBook book(world);
    std::vector<Pubkey> assets;
    for (int i = 0; i < count; ++i) {
        const StockDevice device = stockDevice(world, batch, i);
        const Bytes entityKey = device.key.entityKey();
        const std::string address = device.key.address();
        const auto hash = sha256(entityKey);
        const auto place =
            demo::findProgramAddress({asBytes("key_to_asset"), d.dao.span(), hash}, program::kEntityManager);

        const auto [tree, collection] = treeFor(world, device.isFull);
        demo::NewAsset asset;
        asset.tree = tree;
        asset.owner = shop(world).key;
        asset.name = animalNftName(address);
        asset.symbol = "HOTSPOT";
        asset.uri = "https://entities.nft.helium.io/v2/hotspot/" + place.key.text();
        asset.creators = {{d.entityCreator, true, 100}, {place.key, true, 0}};
        asset.collection = collection;
        const demo::Asset minted = world.mintCompressed(asset);
        assets.push_back(minted.id);

        KeyToAsset entity;
        entity.dao = d.dao;
        entity.asset = minted.id;
        entity.entityKey = entityKey;
        entity.bump = place.bump;
        world.setData(place.key, program::kEntityManager, entity.encode());
        IotInfo info;
        info.asset = minted.id;
        info.bump =
            demo::findProgramAddress({asBytes("iot_info"), d.iotConfig.span(), hash}, program::kEntityManager).bump;
        if (device.hasPlace) {
            info.location = *cellAt(device.point, 12);
            info.elevation = 8;
            info.gain = 26;
            info.locationAsserts = 1;
        }
        info.isFullHotspot = device.isFull;
        info.isActive = true;
        info.dcOnboardingFeePaid = device.isFull ? subDao->onboardingFee : subDao->dataOnlyOnboardingFee;
        world.setData(iotInfoOf(entityKey), program::kEntityManager, info.encode());
        writeRecord(world, book, device, minted.id);
    }
    return assets;
}

void crankPrice(World& world)
{
    const std::int64_t now = toUnixSeconds(world.now());
    PriceUpdate update;
    if (const Account* account = world.account(kHntPriceAccount)) {
        if (const auto last = PriceUpdate::decode(*account)) {
            if (now - last->publishTime < 240 && now >= last->publishTime)
                return;
            update.previousPublishTime = last->publishTime;
        }
    }
    update.writeAuthority = authority(world);
    const Bytes feed = *fromHex(kHntFeed);
    std::ranges::copy(feed, update.feed.bytes.begin());
    update.price = static_cast<std::int64_t>(world.priceNanoUsd("helium") / 10);
    std::int64_t sum = 0;
    for (int i = 0; i < 6; ++i)
        sum += static_cast<std::int64_t>(world.priceNanoUsd("helium", world.now() - i * 10min) / 10);
    update.emaPrice = sum / 6;
    update.confidence = static_cast<std::uint64_t>(update.price) / 900;
    update.emaConfidence = static_cast<std::uint64_t>(update.emaPrice) / 1000;
    update.publishTime = now;
    if (update.previousPublishTime == 0)
        update.previousPublishTime = now - 300;
    update.postedSlot = world.chainClock().slot;
    world.setData(kHntPriceAccount, program::kPythReceiver, update.encode());
}

void giveCredits(World& world, const Pubkey& owner, std::uint64_t amount)
{
    world.issueTokens(mint::kDc, owner, amount);
    const Pubkey key = demo::associatedTokenAddress(owner, mint::kDc);
    Account account = *world.account(key);
    account.data[108] = 2; // frozen
    world.setAccount(key, account);
}

} // namespace outpost::heliumdemo
