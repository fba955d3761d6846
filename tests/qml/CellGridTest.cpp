// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/map/CellGrid.h"

#include "app/map/CellLayerItem.h"
#include "app/map/Mercator.h"
#include "app/map/PlaceCell.h"

#include <QStandardItemModel>

#include <gtest/gtest.h>
#include <h3api.h>

#include <set>

using namespace outpost::map;

namespace {

std::vector<MapCell> diskAround(double latitude, double longitude, int resolution, int rings)
{
    std::int64_t room = 0;
    EXPECT_EQ(maxGridDiskSize(rings, &room), static_cast<H3Error>(E_SUCCESS));
    std::vector<H3Index> found(static_cast<std::size_t>(room));
    EXPECT_EQ(gridDisk(*cellAt(latitude, longitude, resolution), rings, found.data()), static_cast<H3Error>(E_SUCCESS));
    std::vector<MapCell> cells;
    float weight = 0;
    for (const H3Index index : found) {
        weight = weight > 0.9F ? 0.0F : weight + 0.1F;
        if (index != 0)
            cells.push_back({index, weight});
    }
    return cells;
}

QRectF worldBox(double south, double west, double north, double east)
{
    return {worldFromDegrees(north, west), worldFromDegrees(south, east)};
}

} // namespace

TEST(CellTextTest, GoesThereAndBack)
{
    const auto cell = cellAt(52.3702, 4.8952, 12);
    ASSERT_TRUE(cell);
    EXPECT_EQ(cellText(*cell).size(), 15);
    EXPECT_EQ(cellFromText(cellText(*cell)), cell);
}

TEST(CellTextTest, KnownCell)
{
    // From H3's own documentation: 37.3615593, -122.0553238 at resolution 5.
    EXPECT_EQ(cellText(*cellAt(37.3615593, -122.0553238, 5)), QStringLiteral("85283473fffffff"));
}

TEST(CellTextTest, RefusesWhatIsNoCell)
{
    for (const char* text : {"", "0", "xyz", "85283473ffffffg", "ffffffffffffffff", "85283473fffffff0000"})
        EXPECT_FALSE(cellFromText(QLatin1StringView(text))) << text;
}

TEST(CellAtTest, RefusesPlacesThatAreNone)
{
    EXPECT_FALSE(cellAt(91, 0, 8));
    EXPECT_FALSE(cellAt(0, 181, 8));
    EXPECT_FALSE(cellAt(std::nan(""), 0, 8));
    EXPECT_FALSE(cellAt(0, 0, 16));
    EXPECT_FALSE(cellAt(0, 0, -1));
}

TEST(CellGridTest, EmptyGridDrawsNothing)
{
    const CellGrid grid{std::span<const MapCell>{}};
    EXPECT_TRUE(grid.isEmpty());
    EXPECT_EQ(grid.resolutionFor(10), -1);
    EXPECT_TRUE(grid.inside(8, {0, 0, 1, 1}, 100).empty());
}

TEST(CellGridTest, InvalidCellsAreLeftOut)
{
    auto cells = diskAround(52.37, 4.89, 8, 1);
    cells.push_back({42, 1});
    const CellGrid grid(cells);
    EXPECT_EQ(grid.level(8).size(), 7U);
}

TEST(CellGridTest, DuplicatesKeepTheStrongestWeight)
{
    const auto cell = *cellAt(52.37, 4.89, 8);
    const std::vector<MapCell> cells{{cell, 0.2F}, {cell, 0.9F}, {cell, 0.4F}};
    const CellGrid grid(cells);
    ASSERT_EQ(grid.level(8).size(), 1U);
    EXPECT_FLOAT_EQ(grid.level(8).front().weight, 0.9F);
}

TEST(CellGridTest, ParentsCountTheirChildrenOnce)
{
    const auto cells = diskAround(52.37, 4.89, 9, 20);
    const CellGrid grid(cells);
    for (int resolution = 3; resolution <= 9; ++resolution) {
        std::size_t total = 0;
        std::set<std::uint64_t> seen;
        for (const CellGrid::Cell& cell : grid.level(resolution)) {
            EXPECT_EQ(getResolution(cell.cell), resolution);
            EXPECT_TRUE(seen.insert(cell.cell).second);
            total += cell.count;
        }
        EXPECT_EQ(total, cells.size()) << resolution;
    }
}

TEST(CellGridTest, ParentHasTheStrongestWeightOfItsChildren)
{
    const auto cells = diskAround(52.37, 4.89, 8, 6);
    const CellGrid grid(cells);
    for (const CellGrid::Cell& parent : grid.level(7)) {
        float strongest = 0;
        for (const MapCell& child : cells) {
            H3Index index = 0;
            cellToParent(child.cell, 7, &index);
            if (index == parent.cell)
                strongest = std::max(strongest, child.weight);
        }
        EXPECT_FLOAT_EQ(parent.weight, strongest);
    }
}

TEST(CellGridTest, FartherOutDrawsCoarserCells)
{
    const CellGrid grid(diskAround(52.37, 4.89, 9, 3));
    int last = grid.resolutionFor(20);
    EXPECT_EQ(last, 9);
    for (double zoom = 20; zoom >= 1; zoom -= 0.5) {
        const int now = grid.resolutionFor(zoom);
        EXPECT_LE(now, last);
        last = now;
    }
    EXPECT_LT(last, 9);
}

TEST(CellGridTest, OnlyCellsOfTheViewAreChosen)
{
    auto cells = diskAround(52.37, 4.89, 8, 3);
    const auto far = diskAround(40.7, -74.0, 8, 3);
    cells.insert(cells.end(), far.begin(), far.end());
    const CellGrid grid(cells);
    EXPECT_EQ(grid.inside(8, worldBox(51, 3, 54, 7), 1000).size(), 37U);
}

TEST(CellGridTest, ViewAcrossTheDateLineSeesBothSides)
{
    auto cells = diskAround(-17, 179.7, 6, 0);
    const auto other = diskAround(-17, -179.7, 6, 0);
    cells.insert(cells.end(), other.begin(), other.end());
    const CellGrid grid(cells);
    const QRectF view(QPointF(0.995, 0.5), QPointF(1.005, 0.6));
    EXPECT_EQ(grid.inside(6, view, 1000).size(), 2U);
}

TEST(CellGridTest, NeverMoreThanTheLimit)
{
    const CellGrid grid(diskAround(52.37, 4.89, 8, 10));
    EXPECT_EQ(grid.inside(8, {0, 0, 1, 1}, 5).size(), 5U);
}

TEST(CellShapeTest, ShapeSurroundsItsCentre)
{
    const auto shape = cellShape(*cellAt(-17, 179.99, 4));
    ASSERT_TRUE(shape);
    EXPECT_GE(shape->count, 5);
    for (std::uint8_t i = 1; i < shape->count; ++i)
        EXPECT_LT(std::abs(shape->corners[i].x() - shape->corners[0].x()), 0.01) << "unwrapped at the date line";
}

TEST(CellShapeTest, NothingForAnInvalidCell)
{
    EXPECT_FALSE(cellShape(0));
}

TEST(CellLayerItemTest, ReadsTheRolesOfAModel)
{
    QStandardItemModel model;
    model.setItemRoleNames({{Qt::UserRole, "cell"}, {Qt::UserRole + 1, "weight"}});
    auto* good = new QStandardItem;
    good->setData(cellText(*cellAt(52.37, 4.89, 8)), Qt::UserRole);
    good->setData(0.5, Qt::UserRole + 1);
    auto* bad = new QStandardItem;
    bad->setData(QStringLiteral("not a cell"), Qt::UserRole);
    model.appendRow(good);
    model.appendRow(bad);
    CellLayerItem layer;
    layer.setModel(&model);
    EXPECT_EQ(layer.cellCount(), 1);
}

TEST(CellLayerItemTest, ModelThatGoesAwayIsForgotten)
{
    CellLayerItem layer;
    {
        QStandardItemModel model;
        layer.setModel(&model);
    }
    EXPECT_EQ(layer.model(), nullptr);
    EXPECT_EQ(layer.cellCount(), 0);
}

TEST(CellLayerItemTest, BoundsHoldAllCells)
{
    CellSource source;
    source.setCells(diskAround(52.37, 4.89, 8, 4));
    CellLayerItem layer;
    layer.setSource(&source);
    EXPECT_EQ(layer.cellCount(), 61);
    EXPECT_TRUE(layer.worldBounds().contains(worldFromDegrees(52.37, 4.89)));
    EXPECT_FALSE(layer.worldBounds().contains(worldFromDegrees(53, 4.89)));
}

TEST(CellSourceTest, SameCellsSayNothing)
{
    CellSource source;
    int changes = 0;
    QObject::connect(&source, &CellSource::changed, &source, [&changes] { ++changes; });
    source.setCells(diskAround(52.37, 4.89, 8, 1));
    source.setCells(diskAround(52.37, 4.89, 8, 1));
    EXPECT_EQ(changes, 1);
}

TEST(PlaceCellTest, CellOfAPlace)
{
    PlaceCell place;
    place.setLatitude(52.37512);
    place.setLongitude(4.88398);
    ASSERT_TRUE(place.isValid());
    EXPECT_EQ(place.cell(), cellText(*cellAt(52.37512, 4.88398, 12)));
    EXPECT_GT(place.acrossMetres(), 15);
    EXPECT_LT(place.acrossMetres(), 25);
    // The corners of a cell are not all equally far from its middle.
    EXPECT_LE(place.centreMetres(), place.acrossMetres() * 0.55);
}

TEST(PlaceCellTest, NoCellWithoutAPlace)
{
    PlaceCell place;
    EXPECT_FALSE(place.isValid());
    place.setLatitude(95);
    place.setLongitude(4);
    EXPECT_FALSE(place.isValid());
    EXPECT_EQ(place.acrossMetres(), 0);
}
