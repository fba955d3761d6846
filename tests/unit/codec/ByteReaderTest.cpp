// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/codec/ByteReader.h"

#include "core/codec/ByteWriter.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace outpost::codec {
namespace {

TEST(ByteReader, ReadsLittleEndian)
{
    const Bytes bytes = {1, 2, 1, 4, 3, 2, 1, 8, 7, 6, 5, 4, 3, 2, 1};
    ByteReader in(bytes);
    EXPECT_EQ(in.u8(), 1);
    EXPECT_EQ(in.u16(), 0x0102);
    EXPECT_EQ(in.u32(), 0x01020304u);
    EXPECT_EQ(in.u64(), 0x0102030405060708u);
    EXPECT_TRUE(in.finish());
}

TEST(ByteReader, FirstReadPastTheEndFailsAllThatFollow)
{
    const Bytes bytes = {1, 2, 3, 4, 5};
    ByteReader in(bytes);
    in.u32();
    EXPECT_EQ(in.u16(), 0);
    EXPECT_EQ(in.u8(), 0);
    EXPECT_TRUE(in.finish().error().is(errors::kCodecTruncated));
}

TEST(ByteReader, FinishRefusesTrailingBytes)
{
    const Bytes bytes = {1, 2};
    ByteReader in(bytes);
    in.u8();
    EXPECT_TRUE(in.check());
    EXPECT_TRUE(in.finish().error().is(errors::kCodecTrailing));
}

TEST(ByteReader, CountLargerThanTheRestIsRefusedBeforeAnyLoop)
{
    const Bytes bytes = {0xFF, 0xFF, 0xFF, 0xFF, 1, 2};
    ByteReader in(bytes);
    EXPECT_EQ(in.count(1), 0u);
    EXPECT_FALSE(in.ok());
}

TEST(ByteReader, BooleanOtherThanZeroOrOneIsRefused)
{
    const Bytes bytes = {2};
    ByteReader in(bytes);
    in.boolean();
    EXPECT_TRUE(in.finish().error().is(errors::kCodecInvalid));
}

TEST(ByteReader, StringThatIsNotUtf8IsRefused)
{
    const Bytes bytes = {1, 0, 0, 0, 0xFF};
    ByteReader in(bytes);
    EXPECT_EQ(in.string(10), "");
    EXPECT_FALSE(in.ok());
}

TEST(ByteReader, StringLongerThanAllowedIsRefused)
{
    const Bytes bytes = ByteWriter().string("hello").done();
    ByteReader in(bytes);
    in.string(4);
    EXPECT_TRUE(in.finish().error().is(errors::kCodecTooLong));
}

TEST(CompactU16, EdgesAreWrittenAsSolanaDoes)
{
    const auto written = [](std::uint16_t v) { return ByteWriter().compactU16(v).done(); };
    EXPECT_EQ(written(0), (Bytes{0}));
    EXPECT_EQ(written(0x7F), (Bytes{0x7F}));
    EXPECT_EQ(written(0x80), (Bytes{0x80, 1}));
    EXPECT_EQ(written(0x3FFF), (Bytes{0xFF, 0x7F}));
    EXPECT_EQ(written(0x4000), (Bytes{0x80, 0x80, 1}));
    EXPECT_EQ(written(0xFFFF), (Bytes{0xFF, 0xFF, 3}));
}

TEST(CompactU16, EveryValueReadsBack)
{
    for (std::uint32_t v = 0; v <= 0xFFFF; ++v) {
        const Bytes bytes = ByteWriter().compactU16(static_cast<std::uint16_t>(v)).done();
        ByteReader in(bytes);
        ASSERT_EQ(in.compactU16(), v);
        ASSERT_TRUE(in.finish());
    }
}

TEST(CompactU16, OverlongOrTooLargeIsRefused)
{
    for (const Bytes& bytes : {Bytes{0x80, 0}, Bytes{0x80, 0x80, 0}, Bytes{0xFF, 0xFF, 4}, Bytes{0x80, 0x80, 0x80, 1},
                               Bytes{0x80}, Bytes{}}) {
        ByteReader in(bytes);
        in.compactU16();
        EXPECT_FALSE(in.ok());
    }
}

RC_GTEST_PROP(ByteReaderProperty, OptionalReadsBack, (bool has, std::int32_t value, std::uint64_t other))
{
    const std::optional<std::int32_t> first = has ? std::optional(value) : std::nullopt;
    const std::optional<std::uint64_t> second = has ? std::nullopt : std::optional(other);
    const Bytes bytes = ByteWriter().optional(first).optional(second).done();
    ByteReader in(bytes);
    RC_ASSERT(in.optional<std::int32_t>() == first);
    RC_ASSERT(in.optional<std::uint64_t>() == second);
    RC_ASSERT(in.finish().has_value());
}

} // namespace
} // namespace outpost::codec
