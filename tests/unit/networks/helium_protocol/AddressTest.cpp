// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/networks/helium/protocol/Address.h"

#include "core/networks/helium/protocol/AnimalName.h"
#include "core/networks/helium/protocol/ProtocolErrors.h"
#include "tests/unit/networks/helium_protocol/KeyPair.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace outpost::helium {
namespace {

struct NameCase {
    const char* address;
    KeyType type;
    const char* name;
};
// Computed with npm @helium/address and angry-purple-tiger.
const NameCase kNames[] = {
    {"11263KvqW3GZPAvag5sQYtBJSjb25azSTSwoi5Tza9kboaLRxcsv", KeyType::EccCompact, "tame-chrome-parrot"},
    {"112YR4mqBrc6DxrVonKsYE6bb6TGab3K1vVfpF8yAebRSd5YgZDy", KeyType::EccCompact, "shambolic-chocolate-sidewinder"},
    {"11TL62V8NYvSTXmV5CZCjaucskvNR1Fdar1Pg4Hzmzk5tk2JBac", KeyType::EccCompact, "wide-neon-kestrel"},
    {"14tCTJDdrecpCN29entF8btzNAoDP6qEAn8CxUiT9SdVwiyXji8", KeyType::Ed25519, "curved-rouge-toad"},
};

TEST(HotspotKey, PublishedAddressesReadAndWriteBack)
{
    for (const NameCase& c : kNames) {
        const auto key = HotspotKey::parse(c.address);
        ASSERT_TRUE(key) << c.address;
        EXPECT_EQ(key->type(), c.type);
        EXPECT_EQ(key->text(), c.address);
        EXPECT_EQ(*HotspotKey::fromBinary(key->binary()), *key);
    }
}

TEST(AnimalName, PublishedNames)
{
    for (const NameCase& c : kNames)
        EXPECT_EQ(animalName(c.address), c.name);
    EXPECT_EQ(animalTitle(kNames[0].address), "Tame Chrome Parrot");
}

TEST(HotspotKey, EntityKeyIsTheWholeDecodedText)
{
    EXPECT_EQ(toHex(HotspotKey::parse(kNames[0].address)->entityKey()),
              "00008f23e96ab6bbff48c8923cac831dc97111bcf33dba9f5a8539c00f9d93551af11c01d3ad");
}

TEST(HotspotKey, WalletHasBothSpellings)
{
    const test::KeyPair owner(9);
    const HotspotKey key = HotspotKey::fromSolana(owner.key);
    EXPECT_EQ(key.text(), "14sD2nxxY2Kn6bkDseZbTJkHVYATt5r6JhEqYgcjELiDgoEcPpk");
    EXPECT_EQ(key.solana(), owner.key);
    EXPECT_EQ(owner.key.toBase58(), "J2xccRtuG43drESLYznHhLhQkLTdfepcKYbiQ9BsJVaf");
}

TEST(HotspotKey, DeviceWithEccKeyHasNoWalletAddress)
{
    EXPECT_FALSE(HotspotKey::parse(kNames[0].address)->solana());
}

TEST(HotspotKey, ChangedCharacterIsRefused)
{
    std::string text = kNames[0].address;
    for (std::size_t i = 0; i < text.size(); ++i) {
        std::string changed = text;
        changed[i] = changed[i] == 'a' ? 'b' : 'a';
        EXPECT_FALSE(HotspotKey::parse(changed)) << i;
    }
}

TEST(HotspotKey, SolanaAddressIsRefused)
{
    EXPECT_TRUE(
        HotspotKey::parse("J2xccRtuG43drESLYznHhLhQkLTdfepcKYbiQ9BsJVaf").error().is(errors::kHeliumBadAddress));
}

TEST(HotspotKey, TestNetworkUnknownTypeAndWrongLengthAreRefused)
{
    Bytes binary(33, 1);
    binary[0] = 0x11;
    EXPECT_FALSE(HotspotKey::fromBinary(binary));
    binary[0] = 0x07;
    EXPECT_FALSE(HotspotKey::fromBinary(binary));
    binary[0] = 0x01;
    EXPECT_TRUE(HotspotKey::fromBinary(binary));
    binary.push_back(0);
    EXPECT_FALSE(HotspotKey::fromBinary(binary));
    EXPECT_FALSE(HotspotKey::fromBinary({}));
}

RC_GTEST_PROP(HotspotKeyProperty, NoiseIsRefusedOrReadsBack, (const std::string& noise))
{
    if (const auto key = HotspotKey::parse(noise))
        RC_ASSERT(key->text() == noise);
}

} // namespace
} // namespace outpost::helium
