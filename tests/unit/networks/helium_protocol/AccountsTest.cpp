// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/networks/helium/protocol/Accounts.h"

#include "core/codec/ByteWriter.h"
#include "core/networks/helium/protocol/Anchor.h"
#include "core/networks/helium/protocol/ProtocolErrors.h"
#include "tests/unit/networks/helium_protocol/KeyPair.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace outpost::helium {
namespace {

using codec::ByteWriter;
using test::keyOf;

ByteWriter account(const Discriminator& kind)
{
    ByteWriter out;
    out.bytes(kind);
    return out;
}

ByteWriter& keys(ByteWriter& out, std::initializer_list<std::uint8_t> which)
{
    for (const std::uint8_t n : which)
        out.bytes(keyOf(n).span());
    return out;
}

Bytes iotInfo(std::optional<std::uint64_t> location, std::optional<std::int32_t> gain)
{
    ByteWriter out = account(accountKind::kIotHotspotInfoV0);
    keys(out, {5}).u8(254).optional(location).optional(std::optional<std::int32_t>(-3)).optional(gain);
    return out.boolean(true).u16(2).boolean(true).u64(50000).done();
}

TEST(Accounts, IotHotspotInfoHasItsLocationTagAtByte41)
{
    const Bytes data = iotInfo(631253197010765823u, 12);
    EXPECT_EQ(data[41], 1);
    const auto info = parseIotHotspotInfo(data);
    ASSERT_TRUE(info);
    EXPECT_EQ(info->asset, keyOf(5));
    EXPECT_EQ(info->location, 631253197010765823u);
    EXPECT_EQ(info->elevation, -3);
    EXPECT_EQ(info->gain, 12);
    EXPECT_TRUE(info->isFullHotspot);
    EXPECT_EQ(info->locationAsserts, 2);
    EXPECT_EQ(info->dcOnboardingFeePaid, 50000u);
}

TEST(Accounts, IotHotspotInfoWithoutAPlace)
{
    const auto info = parseIotHotspotInfo(iotInfo(std::nullopt, std::nullopt));
    EXPECT_FALSE(info->location);
    EXPECT_FALSE(info->gain);
}

TEST(Accounts, PaddingBehindTheLayoutIsIgnored)
{
    Bytes data = iotInfo(7, 12);
    data.resize(data.size() + 64);
    EXPECT_TRUE(parseIotHotspotInfo(data));
}

TEST(Accounts, EveryTruncationIsRefused)
{
    const Bytes data = iotInfo(7, 12);
    for (std::size_t n = 0; n < data.size(); ++n)
        EXPECT_TRUE(parseIotHotspotInfo(ByteSpan(data).first(n)).error().is(errors::kHeliumBadAccount)) << n;
}

TEST(Accounts, AnotherKindOfAccountIsRefused)
{
    EXPECT_FALSE(parseMobileHotspotInfo(iotInfo(7, 12)));
    EXPECT_FALSE(parseKeyToAsset(iotInfo(7, 12)));
}

TEST(Accounts, KeyToAssetHasItsAssetAtByte40)
{
    ByteWriter out = account(accountKind::kKeyToAssetV0);
    keys(out, {1, 2}).lengthPrefixed(Bytes{9, 8, 7}).u8(255).u8(0);
    const Bytes data = out.done();
    EXPECT_EQ(data[40], 2);
    const auto a = parseKeyToAsset(data);
    EXPECT_EQ(a->asset, keyOf(2));
    EXPECT_EQ(a->entityKey, (Bytes{9, 8, 7}));
    EXPECT_TRUE(a->isBase58Key);
}

TEST(Accounts, KeyToAssetWithAHugeKeyIsRefused)
{
    ByteWriter out = account(accountKind::kKeyToAssetV0);
    keys(out, {1, 2}).u32(0xFFFFFFFF).u8(255).u8(0);
    EXPECT_FALSE(parseKeyToAsset(out.done()));
}

TEST(Accounts, MobileHotspotInfo)
{
    ByteWriter out = account(accountKind::kMobileHotspotInfoV0);
    keys(out, {5}).u8(1).optional(std::optional<std::uint64_t>(7)).boolean(false).u16(1).boolean(true).u64(9).u8(2);
    EXPECT_EQ(parseMobileHotspotInfo(out.done())->device, MobileDevice::WifiOutdoor);
}

TEST(Accounts, MakerAndDataOnlyConfig)
{
    ByteWriter maker = account(accountKind::kMakerV0);
    keys(maker, {1, 2}).string("Nebra Ltd").u8(1);
    keys(maker, {3, 4}).u8(1);
    keys(maker, {5});
    const auto m = parseMaker(maker.done());
    EXPECT_EQ(m->name, "Nebra Ltd");
    EXPECT_EQ(m->issuingAuthority, keyOf(2));
    EXPECT_EQ(m->merkleTree, keyOf(4));

    ByteWriter config = account(accountKind::kDataOnlyConfigV0);
    keys(config, {1}).u8(1);
    keys(config, {2, 3}).u8(1);
    const Bytes data = keys(config, {4}).u32(14).u32(64).u64(31800).u64(1).done();
    EXPECT_EQ(data[41], 2);
    EXPECT_EQ(data[73], 3);
    EXPECT_EQ(parseDataOnlyConfig(data)->merkleTree, keyOf(3));
}

TEST(Accounts, RewardableEntityConfigOfIot)
{
    ByteWriter out = account(accountKind::kRewardableEntityConfigV0);
    keys(out, {1}).string("IOT");
    keys(out, {2}).u8(0).i32(10).i32(150).u64(100000).u64(50000).u8(1).u64(0);
    const auto config = parseRewardableEntityConfig(out.done());
    ASSERT_TRUE(config);
    EXPECT_EQ(config->symbol, "IOT");
    EXPECT_EQ(config->minGain, 10);
    EXPECT_EQ(config->maxGain, 150);
    EXPECT_EQ(config->dataOnlyLocationStakingFee, 50000u);
}

TEST(Accounts, RewardableEntityConfigOfMobile)
{
    ByteWriter out = account(accountKind::kRewardableEntityConfigV0);
    keys(out, {1}).string("MOBILE");
    keys(out, {2}).u8(3).u32(2);
    for (const std::uint8_t device : {1, 3})
        out.u8(device).u64(200000u * device).u64(0).bytes(Bytes(72, 0));
    const auto config = parseRewardableEntityConfig(out.u8(1).u64(5).done());
    ASSERT_TRUE(config);
    ASSERT_EQ(config->mobile.size(), 2u);
    EXPECT_EQ(config->mobile[1].device, MobileDevice::WifiDataOnly);
    EXPECT_EQ(config->mobile[1].dcOnboardingFee, 600000u);
    EXPECT_EQ(config->stakingRequirement, 5u);
}

TEST(Accounts, RecipientWithAndWithoutADestination)
{
    const auto recipient = [](std::uint8_t destination) {
        ByteWriter out = account(accountKind::kRecipientV0);
        keys(out, {1, 2}).u64(777).u16(0).u32(2).u8(0).u8(1).u64(9).u8(255).u64(0);
        return *parseRecipient(keys(out, {destination}).done());
    };
    EXPECT_EQ(recipient(0).totalRewards, 777u);
    EXPECT_FALSE(recipient(0).destination);
    EXPECT_EQ(recipient(6).destination, keyOf(6));
    EXPECT_EQ(recipient(0).currentRewards, (std::vector<std::optional<std::uint64_t>>{std::nullopt, 9}));
}

TEST(Accounts, LazyDistributorNamesItsOracles)
{
    ByteWriter out = account(accountKind::kLazyDistributorV0);
    out.u16(0);
    keys(out, {1, 2, 3}).u32(1);
    keys(out, {4}).string("https://hnt-rewards.oracle.helium.io").u8(255).u8(1);
    const auto d = parseLazyDistributor(keys(out, {5}).done());
    ASSERT_TRUE(d);
    ASSERT_EQ(d->oracles.size(), 1u);
    EXPECT_EQ(d->oracles[0].key, keyOf(4));
    EXPECT_EQ(d->approver, keyOf(5));
    EXPECT_EQ(d->rewardsEscrow, keyOf(2));
}

TEST(Accounts, DataCreditsHasItsPriceFeedAtByte104)
{
    ByteWriter out = account(accountKind::kDataCreditsV0);
    const Bytes data = keys(out, {1, 2, 3, 4}).u8(1).done();
    EXPECT_EQ(data[104], 4);
    EXPECT_EQ(parseDataCredits(data)->hntPriceOracle, keyOf(4));
}

TEST(Accounts, SubDaoHasItsOnboardingFeeAtByte304)
{
    ByteWriter out = account(accountKind::kSubDaoV0);
    keys(out, {1, 2, 3, 4, 5}).u64(0).u64(0).i64(0).u64(0).u64(0);
    keys(out, {6, 7, 8}).u64(1000000).u32(1).i64(1).u64(2).u8(255);
    const Bytes data = keys(out, {9}).u64(0).u64(50000).u64(0).done();
    EXPECT_EQ(data[304], 0x40);
    const auto fees = parseSubDaoFees(data);
    ASSERT_TRUE(fees);
    EXPECT_EQ(fees->onboardingDcFee, 1000000u);
    EXPECT_EQ(fees->onboardingDataOnlyDcFee, 50000u);
}

CircuitBreaker breaker(std::uint8_t type, std::uint64_t threshold)
{
    ByteWriter out = account(accountKind::kAccountWindowedCircuitBreakerV0);
    keys(out, {1, 2, 3}).u64(86400).u8(type).u64(threshold).u64(600).i64(1'000'000).u8(255);
    return *parseCircuitBreaker(out.done());
}

TEST(CircuitBreaker, WhatWentOutFadesOverTheWindow)
{
    const CircuitBreaker b = breaker(1, 1000);
    EXPECT_EQ(b.available(1'000'000, 0), 400u);
    EXPECT_EQ(b.available(1'000'000 + 43200, 0), 700u);
    EXPECT_EQ(b.available(1'000'000 + 86400, 0), 1000u);
    EXPECT_EQ(b.available(9'000'000, 0), 1000u);
    EXPECT_EQ(b.available(0, 0), 400u);
}

TEST(CircuitBreaker, ShareOfTheBalance)
{
    const CircuitBreaker half = breaker(0, ~std::uint64_t{0} / 2);
    EXPECT_EQ(half.available(9'000'000, 2000), 999u);
    EXPECT_EQ(half.available(1'000'000, 1000), 0u);
    const CircuitBreaker all = breaker(0, ~std::uint64_t{0});
    EXPECT_GE(all.available(9'000'000, ~std::uint64_t{0}), ~std::uint64_t{0} - 1);
}

Bytes price(std::uint8_t verification, std::int32_t exponent)
{
    ByteWriter out;
    out.bytes(Bytes(40, 0)).u8(verification);
    if (verification == 0)
        out.u8(5);
    out.bytes(Bytes(32, 6)).i64(210'000'000).u64(100).i32(exponent).i64(1'700'000'000).i64(0);
    return out.i64(200'000'000).u64(1'000'000).u64(9).done();
}

TEST(PriceUpdate, AverageLessTwoConfidences)
{
    const auto p = parsePriceUpdate(price(1, -8));
    ASSERT_TRUE(p);
    EXPECT_TRUE(p->isFullyVerified);
    EXPECT_EQ(p->price, 210'000'000);
    EXPECT_EQ(p->mintPrice(), Int128(198'000'000));
    EXPECT_EQ(p->publishTime, 1'700'000'000);
}

TEST(PriceUpdate, PartialVerificationIsSaid)
{
    const auto p = parsePriceUpdate(price(0, -8));
    ASSERT_TRUE(p);
    EXPECT_FALSE(p->isFullyVerified);
    EXPECT_EQ(p->price, 210'000'000);
}

TEST(PriceUpdate, AbsurdExponentOrVerificationIsRefused)
{
    EXPECT_FALSE(parsePriceUpdate(price(1, 3)));
    EXPECT_FALSE(parsePriceUpdate(price(1, -40)));
    EXPECT_FALSE(parsePriceUpdate(price(2, -8)));
}

Bytes tree(std::uint32_t buffer, std::uint32_t depth)
{
    ByteWriter out;
    out.u8(1).u8(0).u32(buffer).u32(depth);
    return keys(out, {3}).u64(0).bytes(Bytes(6, 0)).done();
}

TEST(MerkleTree, CanopyFollowsFromTheLength)
{
    EXPECT_EQ(tree(64, 14).size(), kMerkleTreeHeaderLength);
    EXPECT_EQ(parseMerkleTree(tree(64, 14), 31800)->canopyDepth, 0u);
    for (std::uint32_t canopy = 1; canopy <= 14; ++canopy) {
        const std::uint64_t nodes = (std::uint64_t{2} << canopy) - 2;
        const auto parsed = parseMerkleTree(tree(64, 14), 31800 + nodes * 32);
        ASSERT_TRUE(parsed) << canopy;
        EXPECT_EQ(parsed->canopyDepth, canopy);
    }
    EXPECT_EQ(parseMerkleTree(tree(64, 14), 31800)->authority, keyOf(3));
}

TEST(MerkleTree, LengthThatFitsNoCanopyIsRefused)
{
    EXPECT_FALSE(parseMerkleTree(tree(64, 14), 31799));
    EXPECT_FALSE(parseMerkleTree(tree(64, 14), 31801));
    EXPECT_FALSE(parseMerkleTree(tree(64, 14), 31800 + 3 * 32));
    EXPECT_FALSE(parseMerkleTree(tree(64, 14), 31800 + ((std::uint64_t{2} << 15) - 2) * 32));
}

TEST(MerkleTree, AbsurdHeaderIsRefused)
{
    EXPECT_FALSE(parseMerkleTree(tree(64, 0), 31800));
    EXPECT_FALSE(parseMerkleTree(tree(64, 31), 31800));
    EXPECT_FALSE(parseMerkleTree(tree(0, 14), 31800));
    EXPECT_FALSE(parseMerkleTree({}, 31800));
}

RC_GTEST_PROP(AccountsProperty, NoiseIsSurvived, (const Bytes& noise))
{
    for (const Discriminator& kind :
         {accountKind::kKeyToAssetV0, accountKind::kIotHotspotInfoV0, accountKind::kMakerV0, accountKind::kRecipientV0,
          accountKind::kRewardableEntityConfigV0, accountKind::kLazyDistributorV0, accountKind::kSubDaoV0,
          accountKind::kAccountWindowedCircuitBreakerV0}) {
        Bytes data(kind.begin(), kind.end());
        data.insert(data.end(), noise.begin(), noise.end());
        (void)parseKeyToAsset(data);
        (void)parseIotHotspotInfo(data);
        (void)parseMaker(data);
        (void)parseRewardableEntityConfig(data);
        (void)parseRecipient(data);
        (void)parseLazyDistributor(data);
        (void)parseSubDaoFees(data);
        (void)parseCircuitBreaker(data);
        (void)parsePriceUpdate(data);
        (void)parseMerkleTree(data, data.size());
    }
}

} // namespace
} // namespace outpost::helium
