// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/SecureBytes.h"

#include "core/base/SecureRng.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace outpost {
namespace {

TEST(SecureBytes, BeginsZeroedOfTheAskedSize)
{
    const SecureBytes bytes(100);
    EXPECT_EQ(bytes.size(), 100u);
    EXPECT_TRUE(std::all_of(bytes.span().begin(), bytes.span().end(), [](std::uint8_t b) { return b == 0; }));
    EXPECT_TRUE(SecureBytes().isEmpty());
    EXPECT_TRUE(SecureBytes(0).isEmpty());
}

TEST(SecureBytes, MovesAndNeverCopiesByItself)
{
    static_assert(!std::is_copy_constructible_v<SecureBytes> && !std::is_copy_assignable_v<SecureBytes>);
    SecureBytes first(asBytes("secret"));
    SecureBytes second(std::move(first));
    EXPECT_TRUE(first.isEmpty()); // NOLINT: what a moved-from buffer is, is the point
    EXPECT_TRUE(second.equals(asBytes("secret")));
    SecureBytes third(asBytes("other"));
    third = std::move(second);
    EXPECT_TRUE(third.equals(asBytes("secret")));
    SecureBytes& alias = third;
    third = std::move(alias);
    EXPECT_TRUE(third.equals(asBytes("secret")));
}

TEST(SecureBytes, CloneIsIndependent)
{
    SecureBytes original(asBytes("secret"));
    const SecureBytes copy = original.clone();
    original.data()[0] = 'X';
    EXPECT_TRUE(copy.equals(asBytes("secret")));
}

TEST(SecureBytes, GrowsShrinksAndWipes)
{
    SecureBytes bytes(asBytes("ab"));
    bytes.append(asBytes("cd"));
    EXPECT_TRUE(bytes.equals(asBytes("abcd")));
    EXPECT_TRUE(bytes.joined(asBytes("!")).equals(asBytes("abcd!")));
    EXPECT_TRUE(SecureBytes().joined(asBytes("x")).equals(asBytes("x")));
    bytes.truncate(9);
    EXPECT_EQ(bytes.size(), 4u);
    bytes.truncate(1);
    EXPECT_TRUE(bytes.equals(asBytes("a")));
    bytes.wipe();
    EXPECT_TRUE(bytes.isEmpty());
    EXPECT_EQ(bytes.data(), nullptr);
    bytes.wipe();
}

TEST(SecureBytes, ComparesLengthAndContent)
{
    const SecureBytes bytes(asBytes("abc"));
    EXPECT_TRUE(bytes.equals(asBytes("abc")));
    EXPECT_FALSE(bytes.equals(asBytes("abd")));
    EXPECT_FALSE(bytes.equals(asBytes("ab")));
    EXPECT_FALSE(bytes.equals({}));
    EXPECT_TRUE(SecureBytes().equals({}));
}

TEST(SecureBytesDeathTest, ReadingBehindTheEndStopsTheProcess)
{
    GTEST_FLAG_SET(death_test_style, "threadsafe");
    EXPECT_DEATH(
        {
            SecureBytes bytes(4096);
            const volatile std::uint8_t* data = bytes.data();
            const std::uint8_t behind = data[4096];
            static_cast<void>(behind);
        },
        "");
}

TEST(SecureBytes, ZeroOverwritesOrdinaryMemory)
{
    Bytes plain(64, 0xAA);
    SecureBytes::zero(plain.data(), plain.size());
    EXPECT_EQ(plain, Bytes(64, 0));
}

TEST(SodiumRng, NeverRepeats)
{
    SodiumRng rng;
    std::set<Bytes> seen;
    for (int i = 0; i < 1000; ++i) {
        Bytes bytes(16);
        rng.fill(bytes);
        EXPECT_TRUE(seen.insert(bytes).second);
    }
}

} // namespace
} // namespace outpost
