// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/codec/Decimal.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace outpost::codec {
namespace {

std::string parsed(std::string_view text, int decimals)
{
    const auto amount = parseAmountText(text, decimals);
    return amount ? amount->toString() : std::string(amount.error().code.name);
}

TEST(AmountText, ReadsWholeAndFractionalParts)
{
    EXPECT_EQ(parsed("12.5", 8), "1250000000");
    EXPECT_EQ(parsed("0", 8), "0");
    EXPECT_EQ(parsed(".5", 1), "5");
    EXPECT_EQ(parsed("007", 0), "7");
    EXPECT_EQ(parsed("0.00000001", 8), "1");
}

TEST(AmountText, MoreDigitsThanTheAssetHasIsRefusedNotRounded)
{
    EXPECT_EQ(parsed("0.000000001", 8), "codec.tooPrecise");
    EXPECT_EQ(parsed("1.0", 0), "codec.tooPrecise");
}

TEST(AmountText, AnythingButDigitsAndAPointIsRefused)
{
    for (const char* bad : {"", ".", "1.", "-1", "+1", "1e3", "1,5", "1 000", "0x10", "1.2.3", "NaN", "\xD9\xA1"})
        EXPECT_EQ(parsed(bad, 8), "codec.notAnAmount") << bad;
}

TEST(AmountText, LargerThanTheIntegerIsRefused)
{
    EXPECT_EQ(parsed("1" + std::string(39, '0'), 8), "base.overflow");
}

TEST(AmountText, WritesWithAndWithoutZeroes)
{
    EXPECT_EQ(amountText(1250000000, 8), "12.5");
    EXPECT_EQ(amountText(1250000000, 8, true), "12.50000000");
    EXPECT_EQ(amountText(1, 8), "0.00000001");
    EXPECT_EQ(amountText(0, 8), "0");
    EXPECT_EQ(amountText(100, 0), "100");
    EXPECT_EQ(amountText(-150, 2), "-1.5");
}

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

RC_GTEST_PROP(AmountTextProperty, WrittenAmountReadsBack, (std::uint64_t units))
{
    const int decimals = *rc::gen::inRange(0, 20);
    const Int128 amount = Int128::fromUnsigned(units);
    RC_ASSERT(*parseAmountText(amountText(amount, decimals), decimals) == amount);
    RC_ASSERT(*scaledNumber(amountText(amount, decimals, true), decimals) == amount);
}

} // namespace
} // namespace outpost::codec
