// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/map/CellRaster.h"

#include <gtest/gtest.h>

#include <limits>

namespace outpost::map {
namespace {

CellShape polygon(std::initializer_list<QPointF> corners)
{
    CellShape shape;
    for (const QPointF& corner : corners)
        shape.corners[shape.count++] = corner;
    return shape;
}

CellShape box(double left, double top, double right, double bottom)
{
    return polygon({{left, top}, {right, top}, {right, bottom}, {left, bottom}});
}

TEST(CellRaster, APixelBelongsToTheCellItsCentreLiesIn)
{
    const CellShape cells[] = {box(0, 0, 4, 4), box(4, 0, 8, 4)};
    const CellRaster raster(cells, {8, 6});
    EXPECT_EQ(raster.cellAt(0, 0), 0);
    EXPECT_EQ(raster.cellAt(3, 3), 0);
    EXPECT_EQ(raster.cellAt(4, 0), 1);
    EXPECT_EQ(raster.cellAt(7, 3), 1);
    EXPECT_EQ(raster.cellAt(0, 4), -1);
}

TEST(CellRaster, NeighboursLeaveNoGapAndDoNotOverlap)
{
    // Two triangles that share a slanting edge fill their square.
    const CellShape cells[] = {polygon({{0, 0}, {9, 0}, {0, 9}}), polygon({{9, 0}, {9, 9}, {0, 9}})};
    const CellRaster raster(cells, {9, 9});
    int counted[2] = {};
    for (int y = 0; y < 9; ++y) {
        for (int x = 0; x < 9; ++x) {
            ASSERT_GE(raster.cellAt(x, y), 0) << x << ", " << y;
            ++counted[raster.cellAt(x, y)];
        }
    }
    EXPECT_EQ(counted[0] + counted[1], 81);
    EXPECT_GT(counted[0], 30);
    EXPECT_GT(counted[1], 30);
}

TEST(CellRaster, WhatLiesOutsideIsCutOff)
{
    const CellShape cells[] = {box(-100, -100, 2, 2), box(6, 6, 500, 500), box(-9, -9, -1, -1), box(90, 0, 99, 9)};
    const CellRaster raster(cells, {8, 8});
    EXPECT_EQ(raster.cellAt(0, 0), 0);
    EXPECT_EQ(raster.cellAt(7, 7), 1);
    EXPECT_EQ(raster.cellAt(4, 4), -1);
    EXPECT_EQ(raster.cellAt(-1, 0), -1);
    EXPECT_EQ(raster.cellAt(8, 0), -1);
}

TEST(CellRaster, ShapesThatAreNoneFillNothing)
{
    const double nan = std::numeric_limits<double>::quiet_NaN();
    const CellShape cells[] = {CellShape(), polygon({{0, 0}, {5, 5}}), box(nan, nan, nan, nan)};
    const CellRaster raster(cells, {8, 8});
    for (int y = 0; y < 8; ++y) {
        for (int x = 0; x < 8; ++x)
            EXPECT_EQ(raster.cellAt(x, y), -1);
    }
}

TEST(CellRaster, EachCellHasItsColourAndTheRestIsClear)
{
    const CellShape cells[] = {box(0, 0, 2, 2), box(2, 0, 4, 2)};
    const CellRaster raster(cells, {4, 4});
    const QRgb colors[] = {qRgb(10, 20, 30), qRgba(1, 2, 3, 40)};
    const QImage image = raster.painted(colors);
    EXPECT_EQ(image.size(), QSize(4, 4));
    EXPECT_EQ(reinterpret_cast<const QRgb*>(image.constScanLine(1))[1], colors[0]);
    EXPECT_EQ(reinterpret_cast<const QRgb*>(image.constScanLine(0))[3], colors[1]);
    EXPECT_EQ(reinterpret_cast<const QRgb*>(image.constScanLine(3))[0], 0u);
}

TEST(CellRaster, ACellWithoutAColourIsClear)
{
    const CellShape cells[] = {box(0, 0, 2, 2), box(2, 0, 4, 2)};
    const QRgb one[] = {qRgb(10, 20, 30)};
    const QImage image = CellRaster(cells, {4, 2}).painted(one);
    EXPECT_EQ(reinterpret_cast<const QRgb*>(image.constScanLine(0))[3], 0u);
}

TEST(CellRaster, NothingIsDrawnIntoNoSize)
{
    const CellShape cells[] = {box(0, 0, 2, 2)};
    EXPECT_TRUE(CellRaster(cells, {0, 0}).painted({}).isNull());
    EXPECT_EQ(CellRaster(cells, {-3, 5}).size(), QSize(0, 5));
}

} // namespace
} // namespace outpost::map
