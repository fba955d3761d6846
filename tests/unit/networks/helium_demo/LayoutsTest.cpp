// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/networks/helium/demo/Layouts.h"

#include "core/base/Encoding.h"

#include <gtest/gtest.h>

using namespace outpost;
using namespace outpost::heliumdemo;

namespace {

Pubkey keyOf(std::uint8_t byte)
{
    Pubkey key;
    key.bytes.fill(byte);
    return key;
}

Account owned(const Pubkey& owner, Bytes data)
{
    return {1, owner, std::move(data), false};
}

std::string head(const Bytes& data)
{
    return toHex(ByteSpan(data).first(8));
}

bool isAt(const Bytes& data, std::size_t offset, const Pubkey& key)
{
    return std::ranges::equal(ByteSpan(data).subspan(offset, 32), key.bytes);
}

} // namespace

TEST(DemoLayouts, NamesOfTypesAreThePublishedDiscriminators)
{
    EXPECT_EQ(head(KeyToAsset{}.encode()), "ea28f4409aab1db1");
    EXPECT_EQ(head(IotInfo{}.encode()), "79d035f5c7a6f64f");
    EXPECT_EQ(head(Maker{}.encode()), "61c46792b02147eb");
    EXPECT_EQ(head(DataOnlyConfig{}.encode()), "1e7a3809426a3fbc");
    EXPECT_EQ(head(EntityConfig{}.encode()), "b99a82e909a1960d");
    EXPECT_EQ(head(Recipient{}.encode(0)), "ae0ec7d9ce6c9a32");
    EXPECT_EQ(head(LazyDistributor{}.encode()), "87bab9fc0a4d63a7");
    EXPECT_EQ(head(DataCredits{}.encode()), "aba2be6036d6d6a2");
    EXPECT_EQ(head(Dao{}.encode()), "654be88def2d1dcd");
    EXPECT_EQ(head(SubDao{}.encode()), "13051f7090d65280");
    Breaker breaker;
    EXPECT_EQ(head(breaker.encode()), "cd470f9e61b6a1ba");
    breaker.kind = Breaker::Kind::Account;
    EXPECT_EQ(head(breaker.encode()), "860b45645a84aebb");
    EXPECT_EQ(head(PriceUpdate{}.encode()), "22f123639d7ef4cd");
}

TEST(DemoLayouts, FieldsThatClientsReadByOffsetAreThere)
{
    KeyToAsset entity;
    entity.asset = keyOf(4);
    EXPECT_TRUE(isAt(entity.encode(), 40, keyOf(4)));
    DataOnlyConfig config;
    config.collection = keyOf(5);
    config.merkleTree = keyOf(6);
    EXPECT_TRUE(isAt(config.encode(), 41, keyOf(5)));
    EXPECT_TRUE(isAt(config.encode(), 73, keyOf(6)));
    DataCredits credits;
    credits.hntPriceOracle = keyOf(7);
    EXPECT_TRUE(isAt(credits.encode(), 104, keyOf(7)));
    SubDao subDao;
    subDao.onboardingFee = 0x1122334455667788;
    EXPECT_EQ(toHex(ByteSpan(subDao.encode()).subspan(304, 8)), "8877665544332211");
}

TEST(DemoLayouts, ThePlaceOfAHotspotStandsBehindItsTag)
{
    IotInfo info;
    info.location = 631'253'197'010'765'823; // 8c2a9702b2807ff
    const Bytes data = info.encode();
    EXPECT_EQ(data[41], 1);
    EXPECT_EQ(toHex(ByteSpan(data).subspan(42, 8)), "ff07282b70a9c208");
    info.location.reset();
    EXPECT_EQ(info.encode()[41], 0);
}

TEST(DemoLayouts, EveryTypeReadsBackWhatItWrote)
{
    Recipient recipient;
    recipient.lazyDistributor = keyOf(1);
    recipient.asset = keyOf(2);
    recipient.totalRewards = 77;
    recipient.currentRewards = {std::nullopt, 99};
    recipient.destination = keyOf(3);
    const auto back = Recipient::decode(owned(program::kLazyDistributor, recipient.encode(Recipient::space(2))));
    ASSERT_TRUE(back.has_value());
    EXPECT_EQ(back->currentRewards, recipient.currentRewards);
    EXPECT_EQ(back->destination, recipient.destination);

    LazyDistributor distributor;
    distributor.oracles = {{keyOf(1), "https://a.example"}, {keyOf(2), "https://b.example"}};
    distributor.approver = keyOf(9);
    const auto again = LazyDistributor::decode(owned(program::kLazyDistributor, distributor.encode()));
    ASSERT_TRUE(again.has_value());
    EXPECT_EQ(again->oracles[1].url, "https://b.example");
    EXPECT_EQ(again->approver, keyOf(9));

    EntityConfig config;
    config.symbol = "IOT";
    config.minGain = -3;
    config.maxGain = 150;
    config.dataOnlyLocationFee = 50'000;
    const auto read = EntityConfig::decode(owned(program::kEntityManager, config.encode()));
    ASSERT_TRUE(read.has_value());
    EXPECT_EQ(read->minGain, -3);
    EXPECT_EQ(read->dataOnlyLocationFee, 50'000u);
}

TEST(DemoLayouts, AnAccountOfAnotherProgramIsNotRead)
{
    EXPECT_FALSE(KeyToAsset::decode(owned(program::kSubDaos, KeyToAsset{}.encode())).has_value());
}

TEST(DemoLayouts, AnAccountOfAnotherTypeOrCutOffIsNotRead)
{
    EXPECT_FALSE(KeyToAsset::decode(owned(program::kEntityManager, IotInfo{}.encode())).has_value());
    Bytes cut = KeyToAsset{}.encode();
    cut.resize(50);
    EXPECT_FALSE(KeyToAsset::decode(owned(program::kEntityManager, cut)).has_value());
}

TEST(DemoLayouts, TheSumOfABreakersWindowShrinksWithTime)
{
    Breaker breaker;
    breaker.windowSeconds = 1000;
    breaker.lastAggregate = 500;
    breaker.lastUnix = 10'000;
    EXPECT_EQ(breaker.aggregateAt(10'000), 500u);
    EXPECT_EQ(breaker.aggregateAt(10'400), 300u);
    EXPECT_EQ(breaker.aggregateAt(11'000), 0u);
    EXPECT_EQ(breaker.aggregateAt(9'000), 500u) << "a clock that went back does not forgive";
}

TEST(DemoLayouts, ALookupTableHasAHeaderOfFiftySixBytes)
{
    const Pubkey keys[] = {keyOf(1), keyOf(2)};
    const Bytes data = lookupTableBytes(keyOf(3), keys);
    EXPECT_EQ(data.size(), 56u + 64u);
    EXPECT_TRUE(isAt(data, 56, keyOf(1)));
    EXPECT_TRUE(isAt(data, 88, keyOf(2)));
}
