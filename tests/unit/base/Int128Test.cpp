// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Int128.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <limits>

namespace outpost {
namespace {

__extension__ typedef __int128 Wide;

constexpr std::string_view kMax = "170141183460469231731687303715884105727";
constexpr std::string_view kMin = "-170141183460469231731687303715884105728";

Int128 parsed(std::string_view text)
{
    const auto value = Int128::parse(text);
    EXPECT_TRUE(value) << text;
    return value.value_or(Int128(0));
}

/// Values of any size, small ones and both ends included.
rc::Gen<Int128> anyValue()
{
    return rc::gen::map(rc::gen::tuple(rc::gen::arbitrary<std::int64_t>(), rc::gen::arbitrary<std::uint64_t>(),
                                       rc::gen::inRange(0, 128)),
                        [](const std::tuple<std::int64_t, std::uint64_t, int>& parts) {
                            const auto [high, low, shift] = parts;
                            const Wide whole = static_cast<Wide>(high) * (Wide{1} << 64) + static_cast<Wide>(low);
                            return Int128::fromNative(whole >> shift);
                        });
}

TEST(Int128, SpellsBothEnds)
{
    EXPECT_EQ(parsed(kMax).toString(), kMax);
    EXPECT_EQ(parsed(kMin).toString(), kMin);
    EXPECT_EQ(parsed("0").toString(), "0");
    EXPECT_EQ(parsed("-0").toString(), "0");
    EXPECT_EQ(Int128(-1).toString(), "-1");
}

TEST(Int128, RefusesWhatIsNoInteger)
{
    for (const std::string_view bad : {"", "-", "+1", "1.0", "1e3", " 1", "1 ", "--1", "0x1", "1,000", "\xD9\xA1"})
        EXPECT_EQ(Int128::parse(bad).error().code, errors::kMalformed) << bad;
    EXPECT_EQ(Int128::parse(std::string(1'000'000, '9')).error().code, errors::kMalformed);
}

TEST(Int128, RefusesValuesBehindTheEnds)
{
    EXPECT_EQ(Int128::parse("170141183460469231731687303715884105728").error().code, errors::kOverflow);
    EXPECT_EQ(Int128::parse("-170141183460469231731687303715884105729").error().code, errors::kOverflow);
    EXPECT_EQ(Int128::parse("999999999999999999999999999999999999999").error().code, errors::kOverflow);
}

TEST(Int128, ReportsOverflowInsteadOfWrapping)
{
    const Int128 max = parsed(kMax);
    const Int128 min = parsed(kMin);
    EXPECT_EQ(max.plus(Int128(1)).error().code, errors::kOverflow);
    EXPECT_EQ(min.minus(Int128(1)).error().code, errors::kOverflow);
    EXPECT_EQ(max.times(Int128(2)).error().code, errors::kOverflow);
    EXPECT_EQ(min.times(Int128(-1)).error().code, errors::kOverflow);
    EXPECT_EQ(min.negated().error().code, errors::kOverflow);
    EXPECT_EQ(min.dividedTruncated(Int128(-1)).error().code, errors::kOverflow);
    EXPECT_EQ(min.dividedRounded(Int128(-1)).error().code, errors::kOverflow);
    EXPECT_EQ(min.dividedRounded(Int128(1))->toString(), kMin);
    EXPECT_EQ(max.dividedRounded(Int128(-1))->toString(), "-" + std::string(kMax));
}

TEST(Int128, DivisionByZeroIsAnError)
{
    EXPECT_EQ(Int128(1).dividedRounded(Int128(0)).error().code, errors::kOverflow);
    EXPECT_EQ(Int128(1).dividedTruncated(Int128(0)).error().code, errors::kOverflow);
}

TEST(Int128, RoundsHalfToEven)
{
    const auto rounded = [](std::int64_t a, std::int64_t b) { return *Int128(a).dividedRounded(Int128(b))->toInt64(); };
    EXPECT_EQ(rounded(5, 10), 0);
    EXPECT_EQ(rounded(15, 10), 2);
    EXPECT_EQ(rounded(25, 10), 2);
    EXPECT_EQ(rounded(-5, 10), 0);
    EXPECT_EQ(rounded(-15, 10), -2);
    EXPECT_EQ(rounded(-25, 10), -2);
    EXPECT_EQ(rounded(26, 10), 3);
    EXPECT_EQ(rounded(24, -10), -2);
    EXPECT_EQ(rounded(1, 3), 0);
    EXPECT_EQ(rounded(2, 3), 1);
}

TEST(Int128, NarrowsOnlyWhatFits)
{
    constexpr auto kMax64 = std::numeric_limits<std::int64_t>::max();
    constexpr auto kMaxU64 = std::numeric_limits<std::uint64_t>::max();
    EXPECT_EQ(*Int128(kMax64).toInt64(), kMax64);
    EXPECT_EQ(Int128(kMax64).plus(Int128(1))->toInt64().error().code, errors::kOverflow);
    EXPECT_EQ(*Int128::fromUnsigned(kMaxU64).toUint64(), kMaxU64);
    EXPECT_EQ(Int128::fromUnsigned(kMaxU64).plus(Int128(1))->toUint64().error().code, errors::kOverflow);
    EXPECT_EQ(Int128(-1).toUint64().error().code, errors::kOverflow);
}

TEST(Int128, PowersOfTenEndAt38)
{
    EXPECT_EQ(Int128::powerOfTen(0)->toString(), "1");
    EXPECT_EQ(Int128::powerOfTen(38)->toString(), "1" + std::string(38, '0'));
    EXPECT_EQ(Int128::powerOfTen(39).error().code, errors::kOverflow);
    EXPECT_EQ(Int128::powerOfTen(-1).error().code, errors::kOverflow);
}

RC_GTEST_PROP(Int128, ReadsWhatItWrites, ())
{
    const Int128 value = *anyValue();
    RC_ASSERT(*Int128::parse(value.toString()) == value);
}

RC_GTEST_PROP(Int128, SumsAndProductsAgreeWithTheCompiler, ())
{
    const Int128 a = *anyValue();
    const Int128 b = *anyValue();
    Wide expected = 0;
    const auto agrees = [&](const Result<Int128>& result, bool overflows) {
        return overflows ? !result && result.error().is(errors::kOverflow) : result && result->native() == expected;
    };
    RC_ASSERT(agrees(a.plus(b), __builtin_add_overflow(a.native(), b.native(), &expected)));
    RC_ASSERT(agrees(a.minus(b), __builtin_sub_overflow(a.native(), b.native(), &expected)));
    RC_ASSERT(agrees(a.times(b), __builtin_mul_overflow(a.native(), b.native(), &expected)));
}

RC_GTEST_PROP(Int128, RoundedQuotientIsTheNearest, ())
{
    const Int128 a = *anyValue();
    const Int128 b = *anyValue();
    RC_PRE(!b.isZero());
    const auto rounded = a.dividedRounded(b);
    RC_PRE(rounded.has_value());
    const auto truncated = a.dividedTruncated(b);
    RC_ASSERT(truncated.has_value());
    RC_ASSERT(truncated->native() == a.native() / b.native());
    const Wide step = rounded->native() - truncated->native();
    RC_ASSERT(step == 0 || step == 1 || step == -1);
    // With doubled values kept apart: |rest| against |b| - |rest|.
    const Wide rest = a.native() % b.native();
    const auto size = [](Wide v) {
        __extension__ typedef unsigned __int128 Unsigned;
        return v < 0 ? Unsigned{0} - static_cast<Unsigned>(v) : static_cast<Unsigned>(v);
    };
    const auto far = size(b.native()) - size(rest);
    if (size(rest) < far)
        RC_ASSERT(step == 0);
    if (size(rest) > far)
        RC_ASSERT(step != 0);
    if (size(rest) == far)
        RC_ASSERT((rounded->native() & 1) == 0);
}

RC_GTEST_PROP(Int128, OrderIsTheNumbersOrder, ())
{
    const Int128 a = *anyValue();
    const Int128 b = *anyValue();
    RC_ASSERT((a < b) == (a.native() < b.native()));
    RC_ASSERT((a == b) == (a.native() == b.native()));
    RC_ASSERT(a.isNegative() == (a < Int128(0)));
}

} // namespace
} // namespace outpost
