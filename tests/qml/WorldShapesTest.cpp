// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/map/WorldShapes.h"

#include "app/map/Mercator.h"

#include <QFile>

#include <gtest/gtest.h>

using namespace outpost::map;

namespace {

QByteArray fileOf(const char* scale)
{
    QFile file(QStringLiteral(OUTPOST_SOURCE_DIR "/resources/world/world-%1.bin").arg(QLatin1StringView(scale)));
    EXPECT_TRUE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

bool isLand(const WorldShapes& shapes, double latitude, double longitude)
{
    bool inside = false;
    for (const double turn : {-1.0, 0.0, 1.0}) {
        const QPointF p = worldFromDegrees(latitude, longitude) + QPointF(turn, 0);
        for (const WorldRing& ring : shapes.rings) {
            if (!ring.closed)
                continue;
            for (std::size_t i = 0, j = ring.points.size() - 1; i < ring.points.size(); j = i++) {
                const QPointF& a = ring.points[i];
                const QPointF& b = ring.points[j];
                if ((a.y() > p.y()) != (b.y() > p.y()) &&
                    p.x() < (b.x() - a.x()) * (p.y() - a.y()) / (b.y() - a.y()) + a.x())
                    inside = !inside;
            }
        }
    }
    return inside;
}

QByteArray header(quint8 version, quint8 bits, quint8 rings)
{
    QByteArray bytes("OWLD");
    bytes.append(static_cast<char>(version)).append(static_cast<char>(bits)).append(2, '\0');
    bytes.append(static_cast<char>(rings)).append(3, '\0');
    return bytes;
}

class WorldFileTest : public testing::TestWithParam<const char*> {};

} // namespace

TEST_P(WorldFileTest, LandIsLandAndSeaIsSea)
{
    const auto shapes = WorldShapes::read(fileOf(GetParam()));
    ASSERT_TRUE(shapes);
    EXPECT_TRUE(isLand(*shapes, 48.85, 2.35)) << "Paris";
    EXPECT_TRUE(isLand(*shapes, 39.9, 116.4)) << "Beijing";
    EXPECT_TRUE(isLand(*shapes, 67.0, 179.0)) << "Chukotka, west of the date line";
    EXPECT_TRUE(isLand(*shapes, 66.5, -176.0)) << "Chukotka, east of the date line";
    EXPECT_TRUE(isLand(*shapes, -82.0, 0.0)) << "Antarctica";
    EXPECT_TRUE(isLand(*shapes, -75.0, 130.0)) << "Antarctica on the other side";
    EXPECT_FALSE(isLand(*shapes, 45.0, -30.0)) << "Atlantic";
    EXPECT_FALSE(isLand(*shapes, 0.0, -150.0)) << "Pacific";
    EXPECT_FALSE(isLand(*shapes, 80.0, 160.0)) << "Arctic sea";
}

INSTANTIATE_TEST_SUITE_P(Scales, WorldFileTest, testing::Values("110m", "50m", "10m"));

TEST(WorldShapesTest, OnlyOneScaleHasBorders)
{
    const auto shapes = WorldShapes::read(fileOf("50m"));
    ASSERT_TRUE(shapes);
    EXPECT_TRUE(std::ranges::any_of(shapes->rings, [](const WorldRing& ring) { return !ring.closed; }));
}

TEST(WorldShapesTest, RefusesEveryTruncation)
{
    const QByteArray bytes = fileOf("110m");
    for (qsizetype size = 0; size < bytes.size(); size += 97)
        EXPECT_FALSE(WorldShapes::read(QByteArrayView(bytes).first(size))) << size;
}

TEST(WorldShapesTest, RefusesBytesAfterTheEnd)
{
    EXPECT_FALSE(WorldShapes::read(fileOf("110m") + QByteArray(1, '\0')));
}

TEST(WorldShapesTest, RefusesAnotherVersion)
{
    EXPECT_FALSE(WorldShapes::read(header(2, 14, 0)));
}

TEST(WorldShapesTest, RefusesAnotherFormat)
{
    EXPECT_FALSE(WorldShapes::read("PNG?........"));
}

TEST(WorldShapesTest, RefusesMorePointsThanBytes)
{
    // One ring that says it has 2^27 points.
    EXPECT_FALSE(WorldShapes::read(header(1, 14, 1) + QByteArray::fromHex("ffffff7f") + QByteArray(20, '\1')));
}

TEST(WorldShapesTest, RefusesPointsOutsideTheWorld)
{
    // Ring of two points; x difference of 2^20 at 14 bits per axis is 64 worlds.
    EXPECT_FALSE(WorldShapes::read(header(1, 14, 1) + QByteArray::fromHex("04"
                                                                          "80808001"
                                                                          "00"
                                                                          "00"
                                                                          "00")));
}

TEST(WorldShapesTest, ReadsAnEmptyWorld)
{
    const auto shapes = WorldShapes::read(header(1, 14, 0));
    ASSERT_TRUE(shapes);
    EXPECT_TRUE(shapes->rings.empty());
}

TEST(ClippedRingTest, RingInsideStaysAsItIs)
{
    const std::vector<QPointF> ring{{0.4, 0.4}, {0.6, 0.4}, {0.5, 0.6}};
    EXPECT_EQ(clippedRing(ring, QRectF(0, 0, 1, 1)), ring);
}

TEST(ClippedRingTest, RingOutsideVanishes)
{
    EXPECT_TRUE(clippedRing({{2, 2}, {3, 2}, {2, 3}}, QRectF(0, 0, 1, 1)).empty());
}

TEST(ClippedRingTest, RingAroundBecomesTheRectangle)
{
    const auto clipped = clippedRing({{-5, -5}, {5, -5}, {5, 5}, {-5, 5}}, QRectF(0, 0, 1, 1));
    ASSERT_EQ(clipped.size(), 4U);
    for (const QPointF& p : clipped) {
        EXPECT_TRUE(p.x() == 0 || p.x() == 1);
        EXPECT_TRUE(p.y() == 0 || p.y() == 1);
    }
}
