// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chain/solana/TokenAccounts.h"

#include "core/chain/solana/Builders.h"
#include "core/codec/ByteWriter.h"

#include <gtest/gtest.h>

namespace outpost::solana {
namespace {

Bytes tokenAccount(std::uint64_t amount)
{
    Bytes data(165, 0);
    data[0] = 3;
    data[32] = 1;
    const Bytes units = codec::ByteWriter().u64(amount).done();
    std::copy(units.begin(), units.end(), data.begin() + 64);
    data[108] = 1;
    return data;
}

TEST(TokenAccount, ReadsMintOwnerAndAmount)
{
    const auto account = parseTokenAccount(tokenAccount(12345));
    ASSERT_TRUE(account);
    EXPECT_EQ(account->mint.bytes()[0], 3);
    EXPECT_EQ(account->owner.bytes()[0], 1);
    EXPECT_EQ(account->amount, 12345u);
    EXPECT_FALSE(account->delegate);
}

TEST(TokenAccount, FrozenStateAndDelegateAreRead)
{
    Bytes data = tokenAccount(1);
    data[108] = 2;
    data[72] = 1;
    data[76] = 9;
    const auto account = parseTokenAccount(data);
    EXPECT_EQ(account->state, TokenAccount::State::Frozen);
    EXPECT_EQ(account->delegate->bytes()[0], 9);
}

TEST(TokenAccount, OtherLengthIsRefused)
{
    Bytes data = tokenAccount(1);
    data.push_back(0);
    EXPECT_FALSE(parseTokenAccount(data));
    EXPECT_FALSE(parseTokenAccount({}));
}

TEST(TokenAccount, UninitialisedIsRefused)
{
    EXPECT_FALSE(parseTokenAccount(Bytes(165, 0)));
}

TEST(Mint, ReadsDecimals)
{
    Bytes data(82, 0);
    data[44] = 8;
    data[45] = 1;
    EXPECT_EQ(parseMint(data)->decimals, 8);
}

TEST(Mint, UninitialisedIsRefused)
{
    EXPECT_FALSE(parseMint(Bytes(82, 0)));
}

TEST(LookupTableAccount, AddressesFollowTheHeader)
{
    Bytes data(56 + 64, 0);
    data[0] = 1;
    data[56] = 7;
    const auto table = lookupTable::parseAccount(PublicKey(), data);
    ASSERT_TRUE(table);
    ASSERT_EQ(table->addresses.size(), 2u);
    EXPECT_EQ(table->addresses[0].bytes()[0], 7);
}

TEST(LookupTableAccount, PartOfAnAddressIsRefused)
{
    Bytes data(56 + 33, 0);
    data[0] = 1;
    EXPECT_FALSE(lookupTable::parseAccount(PublicKey(), data));
}

TEST(LookupTableAccount, UninitialisedIsRefused)
{
    EXPECT_FALSE(lookupTable::parseAccount(PublicKey(), Bytes(56, 0)));
}

} // namespace
} // namespace outpost::solana
