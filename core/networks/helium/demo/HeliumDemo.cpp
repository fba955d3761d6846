// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/networks/helium/demo/HeliumDemo.h"

#include "core/base/Encoding.h"
#include "core/codec/ByteWriter.h"
#include "core/networks/helium/demo/Cast.h"
#include "core/networks/helium/demo/DeviceBook.h"
#include "core/networks/helium/demo/HotspotDevice.h"
#include "core/networks/helium/demo/Populate.h"
#include "core/networks/helium/demo/Programs.h"
#include "core/networks/helium/demo/Services.h"

namespace outpost::heliumdemo {

namespace {

using namespace std::chrono_literals;

constexpr std::int64_t kHistoryDays = 180;
/// Beyond this many devices of one wallet the history is short: nobody has watched ten thousand hotspots daily.
constexpr std::size_t kFullHistoryDevices = 200;

Instruction bubblegumTransfer(const World& world, const demo::Asset& asset, const Pubkey& to)
{
    Instruction transfer;
    transfer.program = demo::ids::kBubblegum;
    transfer.accounts = {{treeAuthorityOf(asset.tree), false, false},
                         {asset.owner, true, false},
                         {asset.delegate, false, false},
                         {to, false, false},
                         {asset.tree, false, true},
                         {demo::ids::kNoop, false, false},
                         {demo::ids::kCompression, false, false},
                         {demo::ids::kSystem, false, false}};
    for (const Pubkey& node : world.trimmedProof(asset.tree, asset.index))
        transfer.accounts.push_back({node, false, false});
    const auto name = demo::anchorDiscriminator("transfer");
    transfer.data = codec::ByteWriter()
                        .bytes(name)
                        .bytes(world.treeRoot(asset.tree).span())
                        .bytes(asset.dataHash.span())
                        .bytes(asset.creatorHash.span())
                        .u64(asset.index)
                        .u32(asset.index)
                        .done();
    return transfer;
}

/// The device's address behind an NFT of this network; nothing for any other.
std::optional<std::string> addressBehind(const World& world, const demo::Asset& asset)
{
    if (asset.symbol != "HOTSPOT" || asset.creators.size() < 2)
        return std::nullopt;
    const Account* account = world.account(asset.creators[1].address);
    const auto entity = account ? KeyToAsset::decode(*account) : std::nullopt;
    return entity ? std::optional(toBase58(entity->entityKey)) : std::nullopt;
}

class HeliumDemo final : public demo::Demo {
public:
    std::string network() const override { return std::string(kNetwork); }

    std::vector<std::unique_ptr<demo::Program>> programs() override
    {
        std::vector<std::unique_ptr<demo::Program>> all;
        all.push_back(lazyDistributorProgram());
        all.push_back(rewardsOracleProgram());
        all.push_back(circuitBreakerProgram());
        all.push_back(dataCreditsProgram());
        all.push_back(entityManagerProgram());
        all.push_back(subDaosProgram());
        return all;
    }

    std::vector<std::unique_ptr<demo::HttpService>> services() override
    {
        std::vector<std::unique_ptr<demo::HttpService>> all;
        for (std::size_t i = 0; i < oracles().size(); ++i)
            all.push_back(rewardOracleService(i));
        all.push_back(onboardingService());
        all.push_back(eccVerifierService());
        all.push_back(entityService());
        return all;
    }

    std::vector<std::unique_ptr<demo::DemoDevice>> devices() override
    {
        std::vector<std::unique_ptr<demo::DemoDevice>> all;
        for (std::size_t i = 0; i < radios().size(); ++i)
            all.push_back(hotspotDevice(i));
        return all;
    }

    std::vector<demo::QuotedAsset> quotedAssets() const override
    {
        return {{"helium", mint::kHnt.text(), 2'380'000'000, 0.028, 8}};
    }

    std::vector<demo::KnownTown> towns() const override { return heliumdemo::towns(); }

    void populate(World& world) override
    {
        populateNetwork(world);
        stockUp(world, 0, starterCount(world));
        world.remember(kNetwork, "batches", 0);
    }

    void newDay(World& world, std::int64_t day) override
    {
        DeviceBook book(world);
        for (std::size_t i = 0; i < radios().size(); ++i)
            lookAfter(world, book, radioKey(world, i).address(), day, isRadioOnline(world, i));
        for (const std::string& address : book.announced())
            if (!isRadio(world, address))
                lookAfter(world, book, address, day, true);
    }

    void refresh(World& world) override
    {
        if (!world.hasFault(demo::Fault::PriceFeedGone))
            crankPrice(world);
    }

    Result<void> starter(World& world, const Pubkey& wallet) override
    {
        const int batch = world.recall(kNetwork, "batches").value_or(0).get<int>();
        const int count = starterCount(world);
        if (batch > 0)
            stockUp(world, batch, count); // the first batch has been on the shelf since the world was made
        world.remember(kNetwork, "batches", batch + 1);
        const Keypair seller = shop(world);
        const auto money = static_cast<std::uint64_t>(
            world.random(std::format("helium.starter.{}", batch)).between(45, 62) * 1'000'000);
        OUTPOST_CHECK(world.submit({demo::make::systemTransfer(seller.key, wallet, money)}, {seller}));
        int moved = 0;
        for (const demo::Asset& asset : world.assetsOf(seller.key)) {
            if (moved++ == count)
                break;
            OUTPOST_CHECK(world.submit({demo::make::computeUnitLimit(200'000), bubblegumTransfer(world, asset, wallet)},
                                       {seller}));
        }
        return {};
    }

    std::vector<EarningSample> history(World& world, const Pubkey& wallet) override
    {
        DeviceBook book(world);
        const std::vector<demo::Asset> owned = world.assetsOf(wallet);
        const std::int64_t today = world.day();
        const std::int64_t first = today - (owned.size() > kFullHistoryDevices ? 14 : kHistoryDays);
        const AssetId hnt("solana:" + mint::kHnt.text());
        const std::string source(oracles()[0].host);
        std::vector<EarningSample> samples;
        for (const demo::Asset& asset : owned) {
            const auto address = addressBehind(world, asset);
            const auto record = address ? book.find(*address) : std::nullopt;
            if (!record || record->online.empty())
                continue;
            const std::int64_t from = std::max(first, record->online.front().from);
            const auto totals = book.lifetimes(*record, from, today);
            const DeviceId device(std::string(kNetwork) + ":" + *address);
            for (std::size_t i = 0; i < totals.size(); ++i) {
                const std::int64_t day = from + static_cast<std::int64_t>(i);
                samples.push_back({device, Amount{hnt, Int128::fromUnsigned(totals[i])},
                                   fromUnixSeconds(day * 86'400 + 600), source});
            }
        }
        std::ranges::stable_sort(samples, {}, &EarningSample::at);
        return samples;
    }

private:
    static int starterCount(const World& world)
    {
        return std::clamp(world.wantedDevices().value_or(kStockSize), 0, 100'000);
    }

    static bool isRadio(const World& world, const std::string& address)
    {
        for (std::size_t i = 0; i < radios().size(); ++i)
            if (radioKey(world, i).address() == address)
                return true;
        return false;
    }

    /// Opens or closes the device's time online as it is found at midnight; one that is registered and online has
    /// earned the day that ends.
    static void lookAfter(World& world, DeviceBook& book, const std::string& address, std::int64_t day, bool isOnline)
    {
        const auto entityKey = entityKeyOf(address);
        const Pubkey infoKey = iotInfoOf(*entityKey);
        const Account* account = world.account(infoKey);
        auto info = account ? IotInfo::decode(*account) : std::nullopt;
        if (!info)
            return; // not registered yet
        auto record = book.find(address);
        if (!record) {
            auto random = world.random("helium.daily." + address);
            record = DeviceRecord{address, static_cast<std::uint64_t>(random.between(20'000'000, 48'000'000)), {}};
        }
        if (record->isOnline() == isOnline)
            return;
        if (!isOnline) {
            record->online.back().to = day - 1;
        } else {
            record->online.push_back({day - 1, DeviceRecord::Span::kOpen});
            info->isActive = true;
            world.setData(infoKey, program::kEntityManager, info->encode());
        }
        book.put(*record);
    }
};

} // namespace

std::unique_ptr<demo::Demo> makeDemo()
{
    return std::make_unique<HeliumDemo>();
}

std::string eccVerifierAddress()
{
    return eccVerifier().key.text();
}

} // namespace outpost::heliumdemo
