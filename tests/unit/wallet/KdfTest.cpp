// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wallet/Kdf.h"

#include "core/base/Encoding.h"
#include "tests/support/FakeClock.h"
#include "tests/support/KdfFloorForTests.h"

#include <gtest/gtest.h>

namespace outpost::wallet {
namespace {

using std::chrono::milliseconds;

TEST(Kdf, FloorIs256MiBAndThreePasses)
{
    EXPECT_EQ(KdfFloor().params(), (KdfParams{256 * 1024, 3}));
    EXPECT_TRUE(checkKdf({256 * 1024, 3}, KdfFloor()));
}

TEST(Kdf, LessThanTheFloorIsWeak)
{
    EXPECT_EQ(checkKdf({256 * 1024 - 1, 3}, KdfFloor()).error().code, errors::kVaultParametersWeak);
    EXPECT_EQ(checkKdf({256 * 1024, 2}, KdfFloor()).error().code, errors::kVaultParametersWeak);
    EXPECT_EQ(checkKdf({0, 0}, KdfFloor()).error().code, errors::kVaultParametersWeak);
}

TEST(Kdf, MoreThanTheCeilingIsTooCostly)
{
    EXPECT_TRUE(checkKdf({256 * 1024, 64}, KdfFloor()));
    EXPECT_TRUE(checkKdf({1024 * 1024, 16}, KdfFloor()));
    for (const KdfParams& params :
         {KdfParams{1024 * 1024 + 1, 3}, KdfParams{256 * 1024, 65}, KdfParams{1024 * 1024, 17},
          KdfParams{0xFFFF'FFFF, 0xFFFF'FFFF}, KdfParams{1, 0xFFFF'FFFF}})
        EXPECT_EQ(checkKdf(params, KdfFloor()).error().code, errors::kVaultParametersTooCostly);
}

TEST(Kdf, ScalingFillsTheTargetAndKeepsWithinTheLimits)
{
    constexpr KdfParams kFloor{256 * 1024, 3};
    const auto passes = [&](int tookMs) { return scaledKdf(kFloor, milliseconds(tookMs), milliseconds(1000)).passes; };
    EXPECT_EQ(passes(250), 12u);
    EXPECT_EQ(passes(1000), 3u);
    EXPECT_EQ(passes(5000), 3u);
    EXPECT_EQ(passes(1), 64u);
    EXPECT_EQ(passes(0), 64u);
    EXPECT_EQ(scaledKdf(kFloor, milliseconds(100), milliseconds(1000)).memoryKiB, kFloor.memoryKiB);
}

TEST(Kdf, CheapKeysDifferWithPasswordSaltAndCost)
{
    const Password password = *Password::create(asBytes("one"));
    const auto key = [](const Password& p, std::uint8_t salt, KdfParams params) {
        Salt bytes{};
        bytes.fill(salt);
        return toHex(deriveVaultKey(p, bytes, params)->span());
    };
    const auto base = key(password, 1, {8, 1});
    EXPECT_EQ(base, key(password, 1, {8, 1}));
    EXPECT_NE(base, key(*Password::create(asBytes("two")), 1, {8, 1}));
    EXPECT_NE(base, key(password, 2, {8, 1}));
    EXPECT_NE(base, key(password, 1, {9, 1}));
    EXPECT_NE(base, key(password, 1, {8, 2}));
}

// One of three tests at the real cost; each takes about a second.
TEST(KdfRealCost, CalibrationGivesParametersAboveTheFloor)
{
    const test::FakeClock clock; // stands still: the fastest computer there is
    const auto params = calibratedKdf(clock);
    ASSERT_TRUE(params);
    EXPECT_EQ(*params, (KdfParams{256 * 1024, 64}));
    EXPECT_TRUE(checkKdf(*params, KdfFloor()));
}

} // namespace
} // namespace outpost::wallet
