// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/map/MapCamera.h"

#include <QSignalSpy>

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

using namespace outpost::map;

namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

struct MapCameraTest : testing::Test {
    MapCamera camera;

    void SetUp() override { camera.setViewport({800, 600}); }
};

} // namespace

TEST(MercatorTest, NullIslandIsTheMiddle)
{
    EXPECT_DOUBLE_EQ(worldFromDegrees(0, 0).x(), 0.5);
    EXPECT_NEAR(worldFromDegrees(0, 0).y(), 0.5, 1e-15);
}

TEST(MercatorTest, CornersOfTheSquare)
{
    EXPECT_NEAR(worldFromDegrees(kMaxLatitude, -180).y(), 0, 1e-12);
    EXPECT_NEAR(worldFromDegrees(-kMaxLatitude, -180).y(), 1, 1e-12);
    EXPECT_DOUBLE_EQ(worldFromDegrees(0, -180).x(), 0);
    EXPECT_DOUBLE_EQ(worldFromDegrees(0, 180).x(), 1);
}

TEST(MercatorTest, KnownTileOfAmsterdam)
{
    // Tile 12/2103/1346 of the usual slippy map scheme holds 52.37 N 4.89 E.
    const QPointF world = worldFromDegrees(52.3702, 4.8952);
    EXPECT_EQ(static_cast<int>(world.x() * 4096), 2103);
    EXPECT_EQ(static_cast<int>(world.y() * 4096), 1346);
}

TEST(MercatorTest, GoesThereAndBack)
{
    for (double lat = -85; lat <= 85; lat += 8.5) {
        for (double lon = -179; lon < 180; lon += 23.7) {
            const QPointF world = worldFromDegrees(lat, lon);
            EXPECT_NEAR(latitudeOf(world.y()), lat, 1e-9);
            EXPECT_NEAR(longitudeOf(world.x()), lon, 1e-9);
        }
    }
}

TEST(MercatorTest, PolesAreBroughtInside)
{
    EXPECT_NEAR(worldFromDegrees(90, 0).y(), 0, 1e-12);
    EXPECT_NEAR(worldFromDegrees(-90, 0).y(), 1, 1e-12);
}

TEST(MercatorTest, WrapTakesTheShortWay)
{
    EXPECT_NEAR(wrapped(0.9), -0.1, 1e-12);
    EXPECT_NEAR(wrapped(-0.9), 0.1, 1e-12);
    EXPECT_NEAR(wrapped(0.2), 0.2, 1e-12);
}

TEST_F(MapCameraTest, CentreIsInTheMiddleOfTheView)
{
    camera.centerOn(52.37, 4.89, 12);
    const QPointF at = camera.toScreen(52.37, 4.89);
    EXPECT_NEAR(at.x(), 400, 1e-6);
    EXPECT_NEAR(at.y(), 300, 1e-6);
}

TEST_F(MapCameraTest, ZoomKeepsWhatIsUnderThePointer)
{
    camera.centerOn(52.37, 4.89, 12);
    const double lat = camera.latitudeAt(123, 77);
    const double lon = camera.longitudeAt(123, 77);
    camera.zoomAt(123, 77, 1.7);
    EXPECT_NEAR(camera.latitudeAt(123, 77), lat, 1e-9);
    EXPECT_NEAR(camera.longitudeAt(123, 77), lon, 1e-9);
    EXPECT_NEAR(camera.zoom(), 13.7, 1e-12);
}

TEST_F(MapCameraTest, PanMovesTheContentByPixels)
{
    camera.centerOn(10, 20, 9);
    const QPointF before = camera.toScreen(10, 20);
    camera.panBy(30, -12);
    const QPointF after = camera.toScreen(10, 20);
    EXPECT_NEAR(after.x() - before.x(), 30, 1e-6);
    EXPECT_NEAR(after.y() - before.y(), -12, 1e-6);
}

TEST_F(MapCameraTest, NeverShowsBeyondThePoles)
{
    camera.centerOn(89, 0, 3);
    EXPECT_GE(camera.worldFromScreen({0, 0}).y(), -1e-9);
    camera.centerOn(-89, 0, 3);
    EXPECT_LE(camera.worldFromScreen({0, 600}).y(), 1 + 1e-9);
}

TEST_F(MapCameraTest, ZoomStaysBetweenItsEnds)
{
    camera.centerOn(0, 0, 99);
    EXPECT_DOUBLE_EQ(camera.zoom(), camera.maximumZoom());
    camera.centerOn(0, 0, -5);
    EXPECT_NEAR(camera.zoom(), std::log2(600.0 / 256.0), 1e-12);
}

TEST_F(MapCameraTest, PansRoundTheWorld)
{
    camera.centerOn(0, 179.9, 8);
    camera.panBy(-200, 0);
    EXPECT_LT(camera.longitude(), -179);
}

TEST_F(MapCameraTest, PlaceBeyondTheDateLineIsNear)
{
    camera.centerOn(0, 179.9, 8);
    EXPECT_NEAR(camera.toScreen(0, -179.9).x(), 400 + 0.2 / 360 * worldSize(8), 1e-6);
}

TEST_F(MapCameraTest, FitShowsTheWholeBox)
{
    camera.fit(50, 3, 54, 8, 40, 16);
    EXPECT_GE(camera.toScreen(50, 3).x(), 40 - 1e-6);
    EXPECT_LE(camera.toScreen(50, 8).x(), 760 + 1e-6);
    EXPECT_GE(camera.toScreen(54, 3).y(), 40 - 1e-6);
    EXPECT_LE(camera.toScreen(50, 3).y(), 560 + 1e-6);
}

TEST_F(MapCameraTest, FitOfOnePointUsesThePointZoom)
{
    camera.fit(52, 4, 52, 4, 40, 13);
    EXPECT_DOUBLE_EQ(camera.zoom(), 13);
    EXPECT_NEAR(camera.longitude(), 4, 1e-9);
}

TEST_F(MapCameraTest, FitGoesOverTheDateLine)
{
    camera.fit(-20, 177, -15, -178, 40, 16);
    EXPECT_NEAR(std::abs(camera.longitude()), 179.5, 1e-6);
    EXPECT_GT(camera.zoom(), 5);
}

TEST_F(MapCameraTest, ScaleIsARoundNumberThatFits)
{
    camera.centerOn(52.37, 4.89, 14);
    const double metres = camera.scaleMetres(110);
    EXPECT_LE(metres / camera.metresPerPixel(), 110);
    EXPECT_GT(metres / camera.metresPerPixel(), 110 / 2.6);
    const double lead = metres / std::pow(10, std::floor(std::log10(metres)));
    EXPECT_TRUE(std::abs(lead - 1) < 1e-9 || std::abs(lead - 2) < 1e-9 || std::abs(lead - 5) < 1e-9);
}

TEST_F(MapCameraTest, NotANumberChangesNothing)
{
    camera.centerOn(10, 10, 5);
    QSignalSpy changed(&camera, &MapCamera::changed);
    camera.centerOn(kNaN, 10, 5);
    camera.panBy(kNaN, 0);
    EXPECT_EQ(changed.count(), 0);
    EXPECT_NEAR(camera.latitude(), 10, 1e-9);
}

TEST_F(MapCameraTest, SameViewSaysNothing)
{
    camera.centerOn(10, 10, 5);
    QSignalSpy changed(&camera, &MapCamera::changed);
    camera.centerOn(10, 10, 5);
    camera.setViewport({800, 600});
    EXPECT_EQ(changed.count(), 0);
}
