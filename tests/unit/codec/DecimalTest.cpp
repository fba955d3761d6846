// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/codec/Decimal.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace outpost::codec {
namespace {

TEST(ScaledNumber, RoundsHalfToEven)
{
    const auto scaled = [](std::string_view text, int decimals) { return scaledNumber(text, decimals)->toString(); };
    EXPECT_EQ(scaled("2.5", 0), "2");
    EXPECT_EQ(scaled("3.5", 0), "4");
    EXPECT_EQ(scaled("2.5000001", 0), "3");
    EXPECT_EQ(scaled("0.5", 0), "0");
    EXPECT_EQ(scaled("0.51", 0), "1");
    EXPECT_EQ(scaled("-1.5", 0), "-2");
    EXPECT_EQ(scaled("2.098765432109", 6), "2098765");
}

TEST(ScaledNumber, ReadsExponents)
{
    EXPECT_EQ(scaledNumber("1.25e-7", 9)->toString(), "125");
    EXPECT_EQ(scaledNumber("1E3", 2)->toString(), "100000");
    EXPECT_EQ(scaledNumber("1e-40", 8)->toString(), "0");
    EXPECT_EQ(scaledNumber("0e999", 8)->toString(), "0");
}

TEST(ScaledNumber, OutOfRangeOrMalformedIsRefused)
{
    EXPECT_TRUE(scaledNumber("1e40", 0).error().is(errors::kOverflow));
    for (const char* bad : {"", "-", "1e", "e5", "1.", "abc", "1e99999"})
        EXPECT_FALSE(scaledNumber(bad, 2)) << bad;
}

RC_GTEST_PROP(ScaledNumberProperty, WholeNumbersAreScaledExactly, (std::int64_t value))
{
    const int decimals = *rc::gen::inRange(0, 19);
    const auto expected = Int128(value).times(*Int128::powerOfTen(decimals));
    RC_ASSERT(*scaledNumber(std::to_string(value), decimals) == *expected);
    RC_ASSERT(*scaledNumber(std::to_string(value) + ".000e0", decimals) == *expected);
}

RC_GTEST_PROP(ScaledNumberProperty, NoiseIsSurvived, (const std::string& noise))
{
    (void)scaledNumber(noise, 8);
}

} // namespace
} // namespace outpost::codec
