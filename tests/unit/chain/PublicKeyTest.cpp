// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chain/solana/Builders.h"

#include <gtest/gtest.h>

namespace outpost::solana {
namespace {

constexpr PublicKey kDaoProgram = PublicKey::literal("hdaoVTCqhfHHo75XdAMxBKdUqvq1i5bF23sisBqVgGR");
constexpr PublicKey kHnt = PublicKey::literal("hntyVP6YFm1Hg25TN9WGLqM12b8TQmcknKrdu1oxWux");

TEST(PublicKey, LiteralEqualsRunTimeDecoding)
{
    EXPECT_EQ(*PublicKey::fromBase58("TokenkegQfeZyiNwAJbNbGKPFXCWuBvf9Ss623VQ5DA"), programs::kToken);
    EXPECT_EQ(*PublicKey::fromBase58("11111111111111111111111111111111"), programs::kSystem);
    EXPECT_EQ(programs::kComputeBudget.toBase58(), "ComputeBudget111111111111111111111111111111");
}

TEST(PublicKey, TextOfOtherLengthIsRefused)
{
    EXPECT_FALSE(PublicKey::fromBase58(""));
    EXPECT_FALSE(PublicKey::fromBase58("1111111111111111111111111111111"));
    EXPECT_FALSE(PublicKey::fromBase58("111111111111111111111111111111111"));
    EXPECT_FALSE(PublicKey::fromBase58("TokenkegQfeZyiNwAJbNbGKPFXCWuBvf9Ss623VQ5DATokenkeg"));
    EXPECT_FALSE(PublicKey::fromBase58("0OIl"));
}

TEST(PublicKey, KeyOfAPersonIsOnTheCurve)
{
    EXPECT_TRUE(PublicKey::literal("J2xccRtuG43drESLYznHhLhQkLTdfepcKYbiQ9BsJVaf").isOnCurve());
}

// Mainnet accounts that Helium's own repositories publish.
TEST(ProgramAddress, EqualsPublishedMainnetAccount)
{
    const PublicKey dao = deriveAddress({asBytes("dao"), kHnt.span()}, kDaoProgram);
    EXPECT_EQ(dao.toBase58(), "BQ3MCuTT5zVBhNfQ4SjMh3NPVhFy73MPV8rjfq5d1zie");
    EXPECT_FALSE(dao.isOnCurve());
}

TEST(ProgramAddress, AssociatedTokenAccountEqualsReference)
{
    const auto owner = PublicKey::literal("J2xccRtuG43drESLYznHhLhQkLTdfepcKYbiQ9BsJVaf");
    EXPECT_EQ(associatedTokenAddress(owner, kHnt).toBase58(), "DXK2PJk13LZ3cyNcQPo3UPHfg71q3zdXixwhmR8hJfCq");
}

TEST(ProgramAddress, BumpReproducesTheAddress)
{
    const Bytes seed(32, 7);
    const ByteSpan seeds[] = {seed};
    const auto found = findProgramAddress(seeds, programs::kToken);
    ASSERT_TRUE(found);
    const ByteSpan withBump[] = {seed, ByteSpan(&found->bump, 1)};
    EXPECT_EQ(*createProgramAddress(withBump, programs::kToken), found->key);
}

TEST(ProgramAddress, SeedLongerThan32BytesIsRefused)
{
    const Bytes seed(33, 7);
    const ByteSpan seeds[] = {seed};
    EXPECT_FALSE(findProgramAddress(seeds, programs::kToken));
}

TEST(ProgramAddress, SixteenSeedsLeaveNoRoomForTheBump)
{
    const std::vector<ByteSpan> seeds(16);
    EXPECT_FALSE(findProgramAddress(seeds, programs::kToken));
}

} // namespace
} // namespace outpost::solana
