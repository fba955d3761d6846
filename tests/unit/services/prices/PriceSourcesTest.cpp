// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/prices/PriceSources.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace outpost::services {
namespace {

codec::Json json(std::string_view text)
{
    return codec::parseJson(text).value();
}
auto coinGecko(std::string_view text)
{
    return parseCoinGecko(json(text), {"alpha", "beta"});
}

TEST(CoinGecko, ReadsEachCurrencyFromTheTextOfItsNumber)
{
    const auto prices =
        coinGecko(R"({"alpha":{"usd":2.513456789123,"eur":2.3,"gbp":1e-3,"jpy":380,"last_updated_at":1790000000}})");
    ASSERT_TRUE(prices);
    const auto& alpha = prices->at("alpha");
    EXPECT_EQ(alpha.nano.at(Currency::Usd), Int128(2'513'456'789));
    EXPECT_EQ(alpha.nano.at(Currency::Eur), Int128(2'300'000'000));
    EXPECT_EQ(alpha.nano.at(Currency::Gbp), Int128(1'000'000));
    EXPECT_EQ(alpha.nano.at(Currency::Jpy), Int128(380'000'000'000));
    EXPECT_EQ(alpha.updatedAt, fromUnixSeconds(1790000000));
}

TEST(CoinGecko, ANumberThatADoubleCannotHoldIsExact)
{
    // The nearest double of this is 9007199254.740993499755859375.
    EXPECT_EQ(coinGecko(R"({"alpha":{"usd":9007199254.740993000}})")->at("alpha").nano.at(Currency::Usd),
              Int128(9'007'199'254'740'993'000));
}

TEST(CoinGecko, AMissingOrNullPriceIsNoPrice)
{
    EXPECT_TRUE(coinGecko("{}")->empty());
    EXPECT_TRUE(coinGecko(R"({"alpha":{}})")->empty());
    EXPECT_TRUE(coinGecko(R"({"alpha":{"usd":null}})")->empty());
}

TEST(CoinGecko, APriceOfZeroIsNoPrice)
{
    EXPECT_TRUE(coinGecko(R"({"alpha":{"usd":0}})")->empty());
    EXPECT_TRUE(coinGecko(R"({"alpha":{"usd":0.00000000001}})")->empty());
}

TEST(CoinGecko, AnAssetNobodyAskedForIsPassedOver)
{
    EXPECT_TRUE(coinGecko(R"({"gamma":{"usd":1}})")->empty());
}

TEST(CoinGecko, APriceOfAWrongTypeOrRangeIsRefused)
{
    for (const char* bad : {R"({"alpha":{"usd":"2.5"}})", R"({"alpha":{"usd":-1}})", R"({"alpha":{"usd":[]}})",
                            R"({"alpha":{"usd":1e13}})", R"({"alpha":{"usd":1e300}})", R"({"alpha":2.5})", "[]",
                            R"({"alpha":{"usd":1,"last_updated_at":"now"}})"})
        EXPECT_FALSE(coinGecko(bad)) << bad;
}

TEST(Jupiter, ReadsDollarsByMint)
{
    const auto prices = parseJupiter(json(R"({"m1":{"usdPrice":2.5,"blockId":1},"m2":null})"), {"m1", "m2", "m3"});
    ASSERT_TRUE(prices);
    EXPECT_EQ(prices->size(), 1u);
    EXPECT_EQ(prices->at("m1").nano.at(Currency::Usd), Int128(2'500'000'000));
}

TEST(Jupiter, AQuoteOfAWrongTypeIsRefused)
{
    EXPECT_FALSE(parseJupiter(json(R"({"m1":{"usdPrice":"2.5"}})"), {"m1"}));
    EXPECT_FALSE(parseJupiter(json(R"({"m1":2.5})"), {"m1"}));
}

TEST(DollarRates, ComeFromTheAssetWithTheMostDigits)
{
    const auto prices = coinGecko(R"({"alpha":{"usd":0.001,"eur":0.0009},"beta":{"usd":200,"eur":184}})");
    const auto rates = dollarRates(*prices);
    EXPECT_EQ(convertDollars(1'000'000'000, rates.at(Currency::Eur)), Int128(920'000'000));
    EXPECT_EQ(convertDollars(1'000'000'000, rates.at(Currency::Usd)), Int128(1'000'000'000));
    EXPECT_FALSE(rates.contains(Currency::Jpy));
}

TEST(DollarRates, ConvertingTheAssetItselfGivesItsOwnPrice)
{
    rc::check([] {
        const auto usd = *rc::gen::inRange<std::int64_t>(1, 1'000'000'000'000);
        const auto other = *rc::gen::inRange<std::int64_t>(1, 1'000'000'000'000);
        const bool isSame = convertDollars(usd, DollarRate{other, usd}).value() == Int128(other);
        RC_ASSERT(isSame);
    });
}

TEST(DifferBy, IsMeasuredAgainstTheSmallerOne)
{
    EXPECT_FALSE(differBy(100, 110, 10));
    EXPECT_TRUE(differBy(100, 111, 10));
    EXPECT_TRUE(differBy(111, 100, 10));
    EXPECT_FALSE(differBy(5, 5, 0));
}

} // namespace
} // namespace outpost::services
