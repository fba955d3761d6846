// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Encoding.h"
#include "core/networks/helium/demo/AddGateway.h"
#include "core/networks/helium/demo/Addresses.h"
#include "core/networks/helium/demo/AnimalName.h"
#include "core/networks/helium/demo/HeliumDemo.h"
#include "core/networks/helium/demo/Programs.h"

#include <gtest/gtest.h>

using namespace outpost;
using namespace outpost::heliumdemo;

namespace {

Bytes repeated(std::uint8_t byte)
{
    return Bytes(32, byte);
}

Pubkey keyOf(std::uint8_t byte)
{
    Pubkey key;
    key.bytes.fill(byte);
    return key;
}

// Made with npm @helium/address, angry-purple-tiger and @solana/web3.js.
struct Vector {
    const char* address;
    const char* name;
    const char* keyToAsset;
};
constexpr Vector kVectors[] = {
    {"11263KvqW3GZPAvag5sQYtBJSjb25azSTSwoi5Tza9kboaLRxcsv", "tame-chrome-parrot",
     "56BW7Kx3UtKX6gSBfEL5W8kEjZabpA6KLBBWtftzbLMD"},
    {"112YR4mqBrc6DxrVonKsYE6bb6TGab3K1vVfpF8yAebRSd5YgZDy", "shambolic-chocolate-sidewinder",
     "4FS6pskzqvWs8Q1SFs232Sd8mrexBFs8pj24Mdroyn6J"},
    {"11TL62V8NYvSTXmV5CZCjaucskvNR1Fdar1Pg4Hzmzk5tk2JBac", "wide-neon-kestrel",
     "5DmipdiRngYPtt7YGPpPiLy5DwUEZg2bUHvPoMcCteEg"},
    {"14tCTJDdrecpCN29entF8btzNAoDP6qEAn8CxUiT9SdVwiyXji8", "curved-rouge-toad",
     "9kgcC2FzN145gsaR3cxNms1oHyrV3fxaUe6opL1QNuvp"},
};

} // namespace

TEST(DemoIdentity, AddressesHaveTheirPublishedNamesAndEntityAccounts)
{
    for (const Vector& vector : kVectors) {
        EXPECT_EQ(animalName(vector.address), vector.name);
        EXPECT_EQ(keyToAssetOf(*entityKeyOf(vector.address)).text(), vector.keyToAsset);
    }
}

TEST(DemoIdentity, EntityKeyHasThirtyEightBytesWithVersionAndChecksum)
{
    EXPECT_EQ(toHex(*entityKeyOf(kVectors[0].address)),
              "00008f23e96ab6bbff48c8923cac831dc97111bcf33dba9f5a8539c00f9d93551af11c01d3ad");
    EXPECT_EQ(iotInfoOf(*entityKeyOf(kVectors[0].address)).text(), "5fGYd38ZGV4JXHhGbnHnwAgn7QY5hou3nDjcfihA6Dhk");
}

TEST(DemoIdentity, AnAddressWithAWrongLetterIsRefused)
{
    std::string address = kVectors[0].address;
    address[10] = address[10] == 'x' ? 'y' : 'x';
    EXPECT_FALSE(binaryOf(address).has_value());
    EXPECT_FALSE(entityKeyOf(address).has_value());
}

TEST(DemoIdentity, ASolanaAddressIsNoAddressOfADevice)
{
    EXPECT_FALSE(binaryOf("J2xccRtuG43drESLYznHhLhQkLTdfepcKYbiQ9BsJVaf").has_value());
}

TEST(DemoIdentity, AnEdKeyHasThePublishedAddressOfItsSeed)
{
    EXPECT_EQ(DeviceKey::fromSeed(DeviceKey::Kind::Ed25519, repeated(7)).address(),
              "14ivpToFabfUhxpcwQawc49dbK3V63o1t5fGGDbbd1MqyLSppFh");
    EXPECT_EQ(DeviceKey::fromSeed(DeviceKey::Kind::Ed25519, repeated(9)).address(),
              "14sD2nxxY2Kn6bkDseZbTJkHVYATt5r6JhEqYgcjELiDgoEcPpk");
}

TEST(DemoIdentity, AnEccKeySignsSoThatItsCompactFormVerifies)
{
    for (std::uint8_t n = 1; n < 12; ++n) {
        const DeviceKey key = DeviceKey::fromSeed(DeviceKey::Kind::EccCompact, repeated(n));
        ASSERT_EQ(key.binary().size(), 33u);
        EXPECT_EQ(key.binary()[0], 0);
        EXPECT_EQ(*binaryOf(key.address()), key.binary());
        const Bytes signature = key.sign(asBytes("hello"));
        EXPECT_EQ(signature[0], 0x30) << "DER starts with a sequence";
        EXPECT_TRUE(verifies(key.binary(), asBytes("hello"), signature));
        EXPECT_FALSE(verifies(key.binary(), asBytes("hellp"), signature));
    }
}

TEST(DemoIdentity, AnEccSignatureIsTheSameEachTime)
{
    const DeviceKey key = DeviceKey::fromSeed(DeviceKey::Kind::EccCompact, repeated(3));
    EXPECT_EQ(key.sign(asBytes("once")), key.sign(asBytes("once")));
}

TEST(DemoIdentity, NonsenseForAKeyVerifiesNothing)
{
    Bytes nowhere(33, 0xff);
    nowhere[0] = 0;
    const Bytes signature = DeviceKey::fromSeed(DeviceKey::Kind::EccCompact, repeated(3)).sign(asBytes("x"));
    EXPECT_FALSE(verifies(nowhere, asBytes("x"), signature));
    EXPECT_FALSE(verifies(Bytes(12), asBytes("x"), signature));
}

TEST(DemoIdentity, AddGatewayHasThePublishedBytes)
{
    const DeviceKey gateway = DeviceKey::fromSeed(DeviceKey::Kind::Ed25519, repeated(7));
    const DeviceKey owner = DeviceKey::fromSeed(DeviceKey::Kind::Ed25519, repeated(9));
    AddGateway txn;
    txn.owner = txn.payer = owner.binary();
    txn.gateway = gateway.binary();
    EXPECT_EQ(
        toHex(txn.signedPart()),
        "0a2101fd1724385aa0c75b64fb78cd602fa1d991fdebf76b13c58ed702eac835e9f618122101ea4a6c63e29c520abef5507b132ec5f9"
        "954776aebebe7b92421eea691446d22c2a2101fd1724385aa0c75b64fb78cd602fa1d991fdebf76b13c58ed702eac835e9f618");
    txn.gatewaySignature = gateway.sign(txn.signedPart());
    EXPECT_EQ(
        toBase64(txn.envelope()),
        "CqsBCiEB/RckOFqgx1tk+3jNYC+h2ZH96/drE8WO1wLqyDXp9hgSIQHqSmxj4pxSCr71UHsTLsX5lUd2rr6+e5JCHuppFEbSLCJA4v8syG8H"
        "Xa2fgn1nqDPwDKmix0YTy2KC0TqtOeMnDNdSV3OP5kksT4pC39kvepycH+ut+o/dihlrsYyO7vRXAyohAf0XJDhaoMdbZPt4zWAvodmR/ev3"
        "axPFjtcC6sg16fYY");
    const auto read = AddGateway::parseEnvelope(txn.envelope());
    ASSERT_TRUE(read.has_value());
    EXPECT_EQ(read->gatewaySignature, txn.gatewaySignature);
    EXPECT_EQ(read->signedPart(), txn.signedPart());
}

TEST(DemoIdentity, AnEnvelopeOfSomethingElseIsRefused)
{
    EXPECT_FALSE(AddGateway::parseEnvelope(*fromHex("12020801")).has_value());
    EXPECT_FALSE(AddGateway::parseEnvelope(Bytes(5000, 0x0a)).has_value());
    EXPECT_FALSE(AddGateway::parseEnvelope({}).has_value());
}

TEST(DemoAddresses, DerivedAccountsAreThoseOfTheRealNetwork)
{
    const Derived& d = derived();
    EXPECT_EQ(d.dao.text(), "BQ3MCuTT5zVBhNfQ4SjMh3NPVhFy73MPV8rjfq5d1zie");
    EXPECT_EQ(d.iotSubDao.text(), "39Lw1RH6zt8AJvKn3BTxmUDofzduCM2J3kSaGDZ8L7Sk");
    EXPECT_EQ(d.mobileSubDao.text(), "Gm9xDCJawDEKDrrQW6haw94gABaYzQwCq4ZQU8h8bd22");
    EXPECT_EQ(d.iotConfig.text(), "35HAgDQY3WpgJT4ymb8gjaP1dQNZX6wTkThd84Q9qzwH");
    EXPECT_EQ(d.mobileConfig.text(), "EP1FNydbuKjGopwXVrVLR71NnC9YMRbTg9aHfk3KfMRj");
    EXPECT_EQ(d.entityCreator.text(), "Fv5hf1Fg58htfC7YEXKNEfkpuogUUQDDTLgjGWxxv48H");
    EXPECT_EQ(d.dataOnlyConfig.text(), "98c8iBGkQX93qsAzFSsVtXwL85i7vg5Wk3sQ9C3pUkoK");
    EXPECT_EQ(d.dataOnlyEscrow.text(), "Fqq9YeBsJrcDHbKWq8u3PKnb544zenufZtz38t4dbywL");
    EXPECT_EQ(d.dataCredits.text(), "D1LbvrJQ9K2WbGPMbM3Fnrf5PSsDH1TDpjqJdHuvs81n");
    EXPECT_EQ(d.accountPayer.text(), "AZ93VxpBzrYT5pmMTNiPm6hYD8Fk9gwjE7cNuKgyBAqu");
    EXPECT_EQ(d.lazyDistributor.text(), "6gcZXjHgKUBMedc2V1aZLFPwh8M1rPVRw7kpo2KqNrFq");
    EXPECT_EQ(d.rewardsEscrow.text(), "BDs6RPnpJNzmuMNv1z8cDh9cxKFgCxEVDaCfoHZWyvqJ");
    EXPECT_EQ(d.escrowBreaker.text(), "73zsmmqCXjvHHhNSib26Y8p3jYiH3UUuyKv71RJDnctW");
    EXPECT_EQ(d.dcBreaker.text(), "sZgXQVqAv9atfSuwNJnHgSf4tqsos6kRajANmBaBmSx");
    EXPECT_EQ(d.hntBreaker.text(), "3QqEkX1juz4bW8mCQBMJLWjEpHqYawvbEUvpc6iwYom3");
    EXPECT_EQ(d.oracleSigner.text(), "7WuVr8SGcZ4KxpHBEdRGVTeSwkhk1WGUXT7DEzvWpYu4");
    EXPECT_EQ(d.bubblegumSigner.text(), "4ewWZC5gT6TGpm5LZNDs9wVonfUT2q5PP5sc9kVbwMAK");
    EXPECT_EQ(recipientOf(keyOf(5)).text(), "GgHLhXb7knxeqwUToJ6ReqauKEhfbY5qyhDF63v3P7A8");
}

TEST(DemoAddresses, TheVerifierIsTheSameForEverySeedAndNotTheRealOne)
{
    EXPECT_EQ(eccVerifierAddress(), eccVerifier().key.text());
    EXPECT_NE(eccVerifierAddress(), "eccSAJM3tq7nQSpQTm8roxv4FPoipCkMsGizW2KBhqZ");
}

TEST(DemoOracle, MessageAndSignatureAreThePublishedOnes)
{
    const Bytes message = oracleMessage(derived().lazyDistributor, 0, 123'456'789'012, keyOf(5));
    EXPECT_EQ(
        toHex(message),
        "31d561bed315efca54704b839c0bd82941690d7da5a51de717f3bdf0435bdd78bf643085504763080000141a99be1c00000005050505"
        "05050505050505050505050505050505050505050505050505050505");
    std::array<std::uint8_t, 32> seed{};
    seed.fill(0x0b);
    const auto pair = Keypair::fromSeed(seed);
    EXPECT_EQ(pair.key.text(), "7v54NWdBtkjuAFJrLGsS2SXnuk8nKam81mZJeeYxVFi9");
    EXPECT_EQ(toHex(pair.sign(message)),
              "53472559e285fd96d3c04b4f4c5cbe25a66744ea49bd5646d594119e8bf65d201f674decf658ff80"
              "26906a921e4470d7ae332d0b57c21fb56fa14a74c7f2c503");
    const Bytes data = demo::make::ed25519Verify(pair, message).data;
    EXPECT_EQ(toHex(ByteSpan(data).first(16)), "01003000ffff1000ffff70005200ffff");
    EXPECT_EQ(data.size(), 194u);
}
