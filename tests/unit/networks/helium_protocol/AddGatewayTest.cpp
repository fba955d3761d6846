// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/networks/helium/protocol/AddGateway.h"

#include "core/codec/Protobuf.h"
#include "core/networks/helium/protocol/ProtocolErrors.h"
#include "tests/unit/networks/helium_protocol/KeyPair.h"

#include <gtest/gtest.h>
#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <rapidcheck/gtest.h>

namespace outpost::helium {
namespace {

// Gateway = Ed25519 seed 07 x32, owner = payer = seed 09 x32; computed with npm @helium/transactions.
constexpr const char* kEnvelope =
    "CqsBCiEB/RckOFqgx1tk+3jNYC+h2ZH96/drE8WO1wLqyDXp9hgSIQHqSmxj4pxSCr71UHsTLsX5lUd2rr6+e5JCHupp"
    "FEbSLCJA4v8syG8HXa2fgn1nqDPwDKmix0YTy2KC0TqtOeMnDNdSV3OP5kksT4pC39kvepycH+ut+o/dihlrsYyO7vRX"
    "AyohAf0XJDhaoMdbZPt4zWAvodmR/ev3axPFjtcC6sg16fYY";

Bytes envelope()
{
    return *fromBase64(kEnvelope);
}

TEST(AddGateway, ReadsAndVerifiesThePublishedBlob)
{
    const auto a = parseAddGateway(envelope());
    ASSERT_TRUE(a);
    EXPECT_EQ(a->gateway.text(), "14ivpToFabfUhxpcwQawc49dbK3V63o1t5fGGDbbd1MqyLSppFh");
    EXPECT_EQ(a->owner->text(), "14sD2nxxY2Kn6bkDseZbTJkHVYATt5r6JhEqYgcjELiDgoEcPpk");
    EXPECT_EQ(a->payer, a->owner);
    EXPECT_EQ(a->fee, 0u);
    EXPECT_EQ(toHex(a->signedMessage()),
              "0a2101fd1724385aa0c75b64fb78cd602fa1d991fdebf76b13c58ed702eac835e9f618122101ea4a6c63e29c520a"
              "bef5507b132ec5f9954776aebebe7b92421eea691446d22c2a2101fd1724385aa0c75b64fb78cd602fa1d991fdeb"
              "f76b13c58ed702eac835e9f618");
    EXPECT_EQ(a->serialize(), envelope());
}

TEST(AddGateway, AnyChangedByteIsRefused)
{
    const Bytes good = envelope();
    for (std::size_t i = 0; i < good.size(); ++i) {
        Bytes changed = good;
        changed[i] ^= 0x01;
        const auto a = parseAddGateway(changed);
        ASSERT_FALSE(a) << i;
        EXPECT_TRUE(a.error().is(errors::kHeliumBadRegistration) || a.error().is(errors::kHeliumRegistrationForged));
    }
}

TEST(AddGateway, EveryTruncationIsRefused)
{
    const Bytes good = envelope();
    for (std::size_t n = 0; n < good.size(); ++n)
        EXPECT_FALSE(parseAddGateway(ByteSpan(good).first(n))) << n;
}

TEST(AddGateway, TrailingOrUnknownFieldIsRefused)
{
    Bytes longer = envelope();
    longer.insert(longer.end(), {0x10, 1});
    EXPECT_FALSE(parseAddGateway(longer));
}

TEST(AddGateway, StatusTextOfTheDeviceIsRefused)
{
    for (const char* token : {"init", "wait", "error", "processing", ""})
        EXPECT_FALSE(parseAddGateway(asBytes(token))) << token;
}

TEST(AddGateway, OverlongBlobIsRefusedUnread)
{
    EXPECT_FALSE(parseAddGateway(Bytes(1025, 0x0A)));
}

TEST(AddGateway, ShortFormWithoutOwnerVerifies)
{
    const test::KeyPair device(7);
    AddGateway a{HotspotKey::fromSolana(device.key), std::nullopt, std::nullopt, 0, 0, {}};
    a.gatewaySignature = toBytes(device.sign(a.signedMessage()).span());
    const auto back = parseAddGateway(a.serialize());
    ASSERT_TRUE(back);
    EXPECT_FALSE(back->owner);
}

TEST(AddGateway, RequestNamesOwnerAndPayerAsText)
{
    const HotspotKey owner = HotspotKey::fromSolana(test::KeyPair(9).key);
    const Bytes request = addGatewayRequest(owner, owner);
    codec::ProtobufReader in(request);
    const auto first = *in.next();
    EXPECT_EQ(first->number, 1u);
    EXPECT_EQ(asText(first->bytes), owner.text());
    const auto second = *in.next();
    EXPECT_EQ(second->number, 4u);
    EXPECT_FALSE(*in.next());
    EXPECT_EQ(request.size(), 106u);
}

/// A P-256 key of which the network stores x alone, made by OpenSSL; its y is the smaller root or it is made so.
class EccDevice {
public:
    EccDevice()
    {
        for (;;) {
            m_key = EVP_EC_gen("P-256");
            std::array<std::uint8_t, 65> point{};
            std::size_t length = 0;
            EVP_PKEY_get_octet_string_param(m_key, OSSL_PKEY_PARAM_ENCODED_PUBLIC_KEY, point.data(), point.size(),
                                            &length);
            // Half of all keys have the smaller root: y below p / 2, and p begins ffffffff 00000001.
            const auto half = point[33] < 0x7F;
            if (length == 65 && half) {
                m_x.assign(point.begin() + 1, point.begin() + 33);
                return;
            }
            EVP_PKEY_free(m_key);
        }
    }
    ~EccDevice() { EVP_PKEY_free(m_key); }
    EccDevice(const EccDevice&) = delete;
    EccDevice& operator=(const EccDevice&) = delete;

    HotspotKey key() const
    {
        Bytes binary{0};
        binary.insert(binary.end(), m_x.begin(), m_x.end());
        return *HotspotKey::fromBinary(binary);
    }
    Bytes sign(ByteSpan message) const
    {
        EVP_MD_CTX* context = EVP_MD_CTX_new();
        Bytes der(80);
        std::size_t length = der.size();
        EVP_DigestSignInit(context, nullptr, EVP_sha256(), nullptr, m_key);
        EVP_DigestSign(context, der.data(), &length, message.data(), message.size());
        EVP_MD_CTX_free(context);
        der.resize(length);
        return der;
    }

private:
    EVP_PKEY* m_key = nullptr;
    Bytes m_x;
};

TEST(EccCompact, SignatureVerifiesWithTheXCoordinateAlone)
{
    for (int i = 0; i < 8; ++i) {
        const EccDevice device;
        const Bytes message(50 + i, 0x42);
        EXPECT_TRUE(device.key().verifies(message, device.sign(message)));
    }
}

TEST(EccCompact, OtherMessageKeyOrSignatureIsRefused)
{
    const EccDevice device;
    const EccDevice other;
    const Bytes message(50, 0x42);
    Bytes signature = device.sign(message);
    EXPECT_FALSE(device.key().verifies(Bytes(50, 0x43), signature));
    EXPECT_FALSE(other.key().verifies(message, signature));
    EXPECT_FALSE(device.key().verifies(message, {}));
    EXPECT_FALSE(device.key().verifies(message, Bytes(64, 1)));
    signature.push_back(0);
    EXPECT_FALSE(device.key().verifies(message, signature));
}

TEST(EccCompact, XThatIsNotOnTheCurveIsRefused)
{
    Bytes binary(33, 0xFF); // above the prime
    binary[0] = 0;
    EXPECT_FALSE(HotspotKey::fromBinary(binary)->verifies(Bytes(3, 1), Bytes(70, 1)));
}

TEST(EccCompact, BlobOfAnEccDeviceVerifies)
{
    const EccDevice device;
    const HotspotKey owner = HotspotKey::fromSolana(test::KeyPair(9).key);
    AddGateway a{device.key(), owner, owner, 0, 0, {}};
    a.gatewaySignature = device.sign(a.signedMessage());
    const Bytes bytes = a.serialize();
    EXPECT_GE(bytes.size(), 170u);
    EXPECT_TRUE(parseAddGateway(bytes));
    a.gatewaySignature = device.sign(Bytes(3, 3));
    EXPECT_TRUE(parseAddGateway(a.serialize()).error().is(errors::kHeliumRegistrationForged));
}

RC_GTEST_PROP(AddGatewayProperty, NoiseIsRefused, (const Bytes& noise))
{
    RC_ASSERT(!parseAddGateway(noise).has_value());
}

} // namespace
} // namespace outpost::helium
