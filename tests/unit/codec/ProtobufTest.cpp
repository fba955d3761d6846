// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/codec/Protobuf.h"

#include "core/base/Encoding.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace outpost::codec {
namespace {

// Values published by @helium/proto-ble's tests.
TEST(Protobuf, WritesTheReferenceWifiConnectMessage)
{
    const Bytes bytes = ProtobufWriter().text(1, "hotspot-wifi").text(2, "!cilantro1983!").done();
    EXPECT_EQ(toBase64(bytes), "Cgxob3RzcG90LXdpZmkSDiFjaWxhbnRybzE5ODMh");
}

TEST(Protobuf, ReadsTheReferenceWifiList)
{
    const Bytes bytes = *fromBase64("Cgxob3RzcG90LXdpZmkKBXRhY29z");
    ProtobufReader in(bytes);
    EXPECT_EQ(asText((*in.next())->bytes), "hotspot-wifi");
    EXPECT_EQ(asText((*in.next())->bytes), "tacos");
    EXPECT_FALSE(*in.next());
}

TEST(Protobuf, LeavesOutZeroesAndEmptyBytes)
{
    EXPECT_TRUE(ProtobufWriter().number(1, 0).bytes(2, {}).done().empty());
    EXPECT_EQ(ProtobufWriter().element(1, {}).done(), (Bytes{0x0A, 0}));
}

TEST(Protobuf, FixedFieldsAreReadLittleEndian)
{
    const Bytes bytes = {0x0D, 1, 0, 0, 0x80, 0x11, 1, 2, 3, 4, 5, 6, 7, 8};
    ProtobufReader in(bytes);
    EXPECT_EQ((*in.next())->value, 0x80000001u);
    EXPECT_EQ((*in.next())->value, 0x0807060504030201u);
}

TEST(Protobuf, LengthPastTheEndIsRefused)
{
    const Bytes bytes = {0x0A, 5, 'a'};
    EXPECT_TRUE(ProtobufReader(bytes).next().error().is(errors::kCodecTruncated));
}

TEST(Protobuf, HugeLengthIsRefused)
{
    const Bytes bytes = {0x0A, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 1};
    EXPECT_TRUE(ProtobufReader(bytes).next().error().is(errors::kCodecTruncated));
}

TEST(Protobuf, VarintOfMoreThan64BitsIsRefused)
{
    const Bytes bytes = {0x08, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 2};
    EXPECT_TRUE(ProtobufReader(bytes).next().error().is(errors::kCodecInvalid));
}

TEST(Protobuf, FieldNumberZeroIsRefused)
{
    const Bytes bytes = {0x02, 0};
    EXPECT_FALSE(ProtobufReader(bytes).next());
}

TEST(Protobuf, GroupsAreRefused)
{
    const Bytes bytes = {0x0B};
    EXPECT_FALSE(ProtobufReader(bytes).next());
}

RC_GTEST_PROP(ProtobufProperty, WrittenFieldsReadBack, (std::uint64_t number, const std::string& text))
{
    const Bytes bytes = ProtobufWriter().number(7, number).element(3000, asBytes(text)).done();
    ProtobufReader in(bytes);
    if (number != 0) {
        const auto first = *in.next();
        RC_ASSERT(first->number == 7u);
        RC_ASSERT(first->value == number);
    }
    const auto second = *in.next();
    RC_ASSERT(second->number == 3000u);
    RC_ASSERT(asText(second->bytes) == text);
    RC_ASSERT(!in.next()->has_value());
}

RC_GTEST_PROP(ProtobufProperty, NoiseEndsOrFails, (const Bytes& noise))
{
    ProtobufReader in(noise);
    for (std::size_t i = 0; i <= noise.size(); ++i) {
        const auto field = in.next();
        if (!field || !*field)
            return;
    }
    RC_FAIL("more fields than bytes");
}

} // namespace
} // namespace outpost::codec
