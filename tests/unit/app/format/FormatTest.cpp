// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/format/Format.h"

#include <QTranslator>

#include <gtest/gtest.h>

#include <limits>

namespace outpost::app {
namespace {

constexpr std::int64_t kSomeDay = 1'790'000'000; // 21 September 2026, 14:13:20 UTC

Int128 largest()
{
    return *Int128::parse("170141183460469231731687303715884105727");
}

services::Worth worth(std::int64_t minor)
{
    services::Worth worth;
    worth.amounts = {{AssetId("x"), Int128(1)}};
    worth.minor = Int128(minor);
    return worth;
}

class FormatTest : public ::testing::Test {
protected:
    const Asset m_coin{AssetId("x"), "XYZ", "Some coin", 8};
    Format m_english{QLocale(QLocale::English, QLocale::UnitedKingdom)};
    Format m_german{QLocale(QLocale::German, QLocale::Germany)};
    static Amount base(std::int64_t units) { return {AssetId("x"), Int128(units)}; }
};

/// German figures with the German texts around them.
class GermanFormatTest : public FormatTest {
protected:
    GermanFormatTest()
    {
        if (m_translator.load(QStringLiteral(":/i18n/outpost_de.qm")))
            QCoreApplication::installTranslator(&m_translator);
    }
    ~GermanFormatTest() override { QCoreApplication::removeTranslator(&m_translator); }
    QTranslator m_translator;
};

TEST_F(FormatTest, EveryCurrencyHasItsOwnDecimals)
{
    EXPECT_EQ(m_english.moneyMinor(Int128(123456), Currency::Eur), u"€1,234.56");
    EXPECT_EQ(m_english.moneyMinor(Int128(123456), Currency::Usd), u"$1,234.56");
    EXPECT_EQ(m_english.moneyMinor(Int128(123456), Currency::Gbp), u"£1,234.56");
    EXPECT_EQ(m_english.moneyMinor(Int128(123456), Currency::Jpy), u"¥123,456");
}

TEST_F(GermanFormatTest, MoneyStandsBeforeItsSignInGerman)
{
    EXPECT_EQ(m_german.moneyMinor(Int128(123456), Currency::Eur), u"1.234,56\u00a0€");
    EXPECT_EQ(m_german.moneyMinor(Int128(123456), Currency::Usd), u"1.234,56\u00a0$");
    EXPECT_EQ(m_german.moneyMinor(Int128(123456), Currency::Gbp), u"1.234,56\u00a0£");
    EXPECT_EQ(m_german.moneyMinor(Int128(123456), Currency::Jpy), u"123.456\u00a0¥");
}

TEST_F(FormatTest, SmallMoneyKeepsItsZeros)
{
    EXPECT_EQ(m_english.moneyMinor(Int128(0), Currency::Eur), u"€0.00");
    EXPECT_EQ(m_english.moneyMinor(Int128(5), Currency::Eur), u"€0.05");
    EXPECT_EQ(m_english.moneyMinor(Int128(0), Currency::Jpy), u"¥0");
}

TEST_F(FormatTest, NegativeMoneyHasARealMinusInFront)
{
    EXPECT_EQ(m_english.moneyMinor(Int128(-31), Currency::Eur), u"\u2212€0.31");
    EXPECT_EQ(m_german.moneyMinor(Int128(-123456), Currency::Eur), u"\u22121.234,56\u00a0€");
}

TEST_F(FormatTest, TheLargestFigureIsSpelledToItsLastDigit)
{
    EXPECT_EQ(m_english.moneyMinor(largest(), Currency::Jpy), u"¥170,141,183,460,469,231,731,687,303,715,884,105,727");
    EXPECT_EQ(m_english.amountExact({AssetId("x"), largest()}, m_coin),
              u"1,701,411,834,604,692,317,316,873,037,158.84105727\u00a0XYZ");
    EXPECT_EQ(m_english.moneyMinor(*Int128::parse("-170141183460469231731687303715884105728"), Currency::Eur),
              u"\u2212€1,701,411,834,604,692,317,316,873,037,158,841,057.28");
}

TEST_F(FormatTest, WithoutAPriceThereIsADashAndNeverAZero)
{
    services::Worth none = worth(0);
    none.minor.reset();
    EXPECT_EQ(m_english.money(none), u"\u2014");
    EXPECT_EQ(m_english.moneyMinor(std::optional<Int128>()), u"\u2014");
}

TEST_F(FormatTest, SomethingThatRoundsToNothingIsUnderTheSmallestCoin)
{
    EXPECT_EQ(m_english.money(worth(0)), u"under €0.01");
    m_english.setCurrency(Currency::Jpy);
    EXPECT_EQ(m_english.money(worth(0)), u"under ¥1");
    services::Worth nothing = worth(0);
    nothing.amounts = {{AssetId("x"), Int128(0)}};
    EXPECT_EQ(m_english.money(nothing), u"¥0");
}

TEST_F(GermanFormatTest, SomethingThatRoundsToNothingInGerman)
{
    // gate: allow spelling - German
    EXPECT_EQ(m_german.money(worth(0)), u"unter 0,01\u00a0€");
}

TEST_F(FormatTest, AnAmountIsShortenedTowardsZero)
{
    EXPECT_EQ(m_english.amount(base(123'456'789'999), m_coin), u"1,234.5678\u00a0XYZ");
    EXPECT_EQ(m_english.amount(base(199'999), m_coin), u"0.001999\u00a0XYZ");
    EXPECT_EQ(m_english.amount(base(1), m_coin), u"0.00000001\u00a0XYZ");
    EXPECT_EQ(m_english.amount(base(300'000'000), m_coin), u"3\u00a0XYZ");
    EXPECT_EQ(m_english.amount(base(-150'000'000), m_coin), u"\u22121.5\u00a0XYZ");
    EXPECT_EQ(m_german.amount(base(123'456'789'999), m_coin), u"1.234,5678\u00a0XYZ");
}

TEST_F(FormatTest, AnExactAmountKeepsEveryDecimal)
{
    EXPECT_EQ(m_english.amountExact(base(123'456'789'999), m_coin), u"1,234.56789999\u00a0XYZ");
    EXPECT_EQ(m_german.amountExact(base(123'456'789'999), m_coin), u"1.234,56789999\u00a0XYZ");
}

TEST_F(FormatTest, DatesReadAsInEnglish)
{
    EXPECT_EQ(m_english.date(fromUnixSeconds(kSomeDay)), u"21 Sept 2026");
    EXPECT_EQ(m_english.dateTime(fromUnixSeconds(kSomeDay)), u"21 Sept 2026, 14:13");
    EXPECT_EQ(m_english.day(0), u"1 Jan");
    EXPECT_EQ(m_english.month(0), u"January");
}

TEST_F(GermanFormatTest, DatesReadAsInGerman)
{
    EXPECT_EQ(m_german.date(fromUnixSeconds(kSomeDay)), u"21. Sept. 2026");
    EXPECT_EQ(m_german.dateTime(fromUnixSeconds(kSomeDay)), u"21. Sept. 2026, 14:13");
    EXPECT_EQ(m_german.day(0), u"1. Jan.");
    // gate: allow spelling - German
    EXPECT_EQ(m_german.month(0), u"Januar");
}

TEST_F(FormatTest, AgesGrowFromSecondsToADate)
{
    using namespace std::chrono_literals;
    const Time now = fromUnixSeconds(kSomeDay);
    EXPECT_EQ(m_english.ago(now, now), u"just now");
    EXPECT_EQ(m_english.ago(now, now + 1h), u"just now"); // a clock that was put back
    EXPECT_EQ(m_english.ago(now, now - 12s), u"12 s ago");
    EXPECT_EQ(m_english.ago(now, now - 59min), u"59 min ago");
    EXPECT_EQ(m_english.ago(now, now - 23h), u"23 h ago");
    EXPECT_EQ(m_english.ago(now, now - 24h), u"20 Sept 2026");
    EXPECT_EQ(m_english.ago(now, std::optional<Time>()), u"\u2014");
}

TEST_F(FormatTest, DistancesChangeTheirUnitWithoutAThousandMetres)
{
    EXPECT_EQ(m_english.distance(18.6), u"19 m");
    EXPECT_EQ(m_english.distance(999.4), u"999 m");
    EXPECT_EQ(m_english.distance(999.6), u"1.0 km");
    EXPECT_EQ(m_english.distance(9'949), u"9.9 km");
    EXPECT_EQ(m_english.distance(9'960), u"10 km");
    EXPECT_EQ(m_english.distance(1'234'567), u"1,235 km");
    EXPECT_EQ(m_german.distance(1'540), u"1,5 km");
}

TEST_F(FormatTest, ADistanceThatIsNoNumberIsADash)
{
    EXPECT_EQ(m_english.distance(std::numeric_limits<double>::quiet_NaN()), u"\u2014");
    EXPECT_EQ(m_english.distance(std::numeric_limits<double>::infinity()), u"\u2014");
}

TEST_F(FormatTest, CoordinatesCanBePastedElsewhereInEveryLanguage)
{
    EXPECT_EQ(m_german.coordinates({52.37021, -4.88321}), u"\u206652.3702, \u22124.8832\u2069");
    EXPECT_EQ(m_german.coordinates({-0.00001, 0}), u"\u20660.0000, 0.0000\u2069");
    EXPECT_EQ(m_german.coordinates({1000, 1000}), u"\u2014");
}

TEST_F(FormatTest, PercentagesHaveNoSignAndNoAnswerWithoutABasis)
{
    EXPECT_EQ(m_english.percentChange(Int128(112), Int128(100)), u"12\u00a0%");
    EXPECT_EQ(m_english.percentChange(Int128(88), Int128(100)), u"12\u00a0%");
    EXPECT_EQ(m_english.percentChange(Int128(1), Int128(0)), u"\u2014");
    EXPECT_EQ(m_english.percentChange(std::nullopt, Int128(1)), u"\u2014");
    EXPECT_EQ(m_english.percentChange(largest(), Int128(1)), u"\u2014"); // does not fit
}

TEST_F(FormatTest, WaitingTimesAreRoundedUpSoThatTheyNeverReadZeroTooEarly)
{
    using namespace std::chrono_literals;
    EXPECT_EQ(m_english.duration(1ms), u"1 s");
    EXPECT_EQ(m_english.duration(59'001ms), u"60 s");
    EXPECT_EQ(m_english.duration(61s), u"2 min");
    EXPECT_EQ(m_english.duration(-1s), u"0 s");
}

TEST_F(FormatTest, AnAddressIsShortAndReadsLeftToRight)
{
    EXPECT_EQ(Format::shortAddress(Address("7xKXtg2CW87d97TXJSDpbD5jBkheTqA83TZRuJosg9fQz")),
              u"\u20667xKX\u20269fQz\u2069");
    EXPECT_EQ(Format::shortAddress(Address("short")), u"\u2066short\u2069");
}

TEST_F(FormatTest, CharactersThatTurnTheDirectionAreTakenOutOfNames)
{
    Device device;
    device.name = "Attic\u202Egnp.exe\u202C\u2066\u200F\u061C";
    EXPECT_EQ(shownName(device), u"Atticgnp.exe");
}

TEST_F(FormatTest, ControlCharactersAreTakenOutOfNames)
{
    Device device;
    device.name = std::string("Roof\0\x1b[31m\nred\x7f", 15);
    EXPECT_EQ(shownName(device), u"Roof[31m red");
}

TEST_F(FormatTest, ANameInAScriptFromTheRightIsKeptToItself)
{
    Device device;
    device.name = "\u05D2\u05D2 7";
    EXPECT_EQ(shownName(device), u"\u2068\u05D2\u05D2 7\u2069");
    device.name = "\U0001F4E1 roof"; // a sign beyond 16 bits is not such a script
    EXPECT_EQ(shownName(device), u"\U0001F4E1 roof");
}

TEST_F(FormatTest, ANameWithoutAnEndIsCutAndBrokenTextIsMarked)
{
    EXPECT_EQ(shownText(std::string(5000, 'a')).size(), 301);
    EXPECT_EQ(shownText("a\xffz"), u"a\uFFFDz");
}

} // namespace
} // namespace outpost::app
