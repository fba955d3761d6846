// SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/Components/BarChartItem.h"
#include "qml/Components/QrCode.h"

#include <QImage>
#include <QPainter>
#include <QSignalSpy>

#include <gtest/gtest.h>

#include <limits>

using namespace outpost::qml;

namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

struct BarChartTest : testing::Test {
    BarChartItem chart;

    void SetUp() override
    {
        chart.setSize({300, 104});
        chart.setValues({10, 20, 0, kNaN, 5, -3});
    }
};

} // namespace

TEST_F(BarChartTest, TheHighestBarFillsTheRoom)
{
    EXPECT_EQ(chart.barRect(1).height(), 100);
    EXPECT_EQ(chart.barRect(0).height(), 50);
}

TEST_F(BarChartTest, BarsStandOnTheBaseLine)
{
    for (int i = 0; i < 6; ++i)
        EXPECT_EQ(chart.barRect(i).bottom(), 104) << i;
}

TEST_F(BarChartTest, UnknownIsADashAndZeroIsThinner)
{
    EXPECT_EQ(chart.barRect(3).height(), 2);
    EXPECT_EQ(chart.barRect(2).height(), 1);
    EXPECT_EQ(chart.barRect(5).height(), 1) << "a negative value counts as zero";
}

TEST_F(BarChartTest, EveryPointBelongsToOneBar)
{
    EXPECT_EQ(chart.barAt(0), 0);
    EXPECT_EQ(chart.barAt(49.9), 0);
    EXPECT_EQ(chart.barAt(50), 1);
    EXPECT_EQ(chart.barAt(299.9), 5);
    EXPECT_EQ(chart.barAt(300), -1);
    EXPECT_EQ(chart.barAt(-1), -1);
}

TEST_F(BarChartTest, CentreLiesInTheBar)
{
    for (int i = 0; i < 6; ++i)
        EXPECT_EQ(chart.barAt(chart.barCentre(i)), i);
}

TEST_F(BarChartTest, NoValuesNoBars)
{
    chart.setValues({});
    EXPECT_EQ(chart.barAt(10), -1);
    EXPECT_TRUE(chart.barRect(0).isEmpty());
}

TEST_F(BarChartTest, SameValuesSayNothing)
{
    QSignalSpy changed(&chart, &BarChartItem::valuesChanged);
    chart.setValues({10, 20, 0, kNaN, 5, -3});
    EXPECT_EQ(changed.count(), 0);
}

TEST_F(BarChartTest, CurrentBarGoesWhenItIsNoMore)
{
    chart.setCurrentIndex(5);
    chart.setValues({1, 2});
    EXPECT_EQ(chart.currentIndex(), -1);
}

TEST_F(BarChartTest, PaintsHighlightFromItsIndexOn)
{
    chart.setBarColor(Qt::gray);
    chart.setHighlightColor(Qt::green);
    chart.setHighlightFrom(1);
    QImage image(300, 104, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::white);
    QPainter painter(&image);
    chart.paint(&painter);
    painter.end();
    EXPECT_EQ(image.pixelColor(static_cast<int>(chart.barCentre(0)), 100), QColor(Qt::gray));
    EXPECT_EQ(image.pixelColor(static_cast<int>(chart.barCentre(1)), 100), QColor(Qt::green));
}

TEST(QrCodeTest, HasTheThreeFinderPatterns)
{
    QrCode code;
    code.setValue(QStringLiteral("solana:7xKXtg2CW87d97TXJSDpbD5jBkheTqA83TZRuJosgAsU"));
    ASSERT_TRUE(code.isValid());
    const QImage modules = code.modules();
    const int last = modules.width() - 7;
    for (const QPoint corner : {QPoint(0, 0), QPoint(last, 0), QPoint(0, last)}) {
        EXPECT_EQ(modules.pixelColor(corner), QColor(Qt::black));
        EXPECT_EQ(modules.pixelColor(corner + QPoint(1, 1)), QColor(Qt::white));
        EXPECT_EQ(modules.pixelColor(corner + QPoint(3, 3)), QColor(Qt::black));
    }
}

TEST(QrCodeTest, SameTextSameCode)
{
    QrCode a;
    QrCode b;
    a.setValue(QStringLiteral("outpost"));
    b.setValue(QStringLiteral("outpost"));
    EXPECT_EQ(a.modules(), b.modules());
}

TEST(QrCodeTest, EmptyIsNotValid)
{
    QrCode code;
    EXPECT_FALSE(code.isValid());
}

TEST(QrCodeTest, TooLongIsNotValid)
{
    QrCode code;
    code.setValue(QString(2001, QLatin1Char('a')));
    EXPECT_FALSE(code.isValid());
    code.setValue(QString(2000, QLatin1Char('a')));
    EXPECT_TRUE(code.isValid());
}
