// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/map/CellGrid.h"

#include <gtest/gtest.h>
#include <h3api.h>

namespace outpost::map {
namespace {

std::vector<MapCell> disk(int rings, float step)
{
    std::int64_t room = 0;
    EXPECT_EQ(maxGridDiskSize(rings, &room), static_cast<H3Error>(E_SUCCESS));
    std::vector<H3Index> found(static_cast<std::size_t>(room));
    EXPECT_EQ(gridDisk(*cellAt(51.2, 10.4, 9), rings, found.data()), static_cast<H3Error>(E_SUCCESS));
    std::vector<MapCell> cells;
    float weight = 0;
    for (const H3Index index : found) {
        weight = weight + step > 1 ? 0 : weight + step;
        cells.push_back({index, weight});
    }
    return cells;
}

TEST(CellReweigh, GivesTheSameAsAGridMadeAnew)
{
    const auto before = disk(30, 0.1F);
    const auto now = disk(30, 0.037F);
    const CellGrid grid(before);
    const auto same = grid.reweighted(before, now);
    ASSERT_TRUE(same);
    const CellGrid fresh(now);
    for (int resolution = 3; resolution <= 9; ++resolution) {
        const auto& a = same->level(resolution);
        const auto& b = fresh.level(resolution);
        ASSERT_EQ(a.size(), b.size()) << resolution;
        for (std::size_t i = 0; i < a.size(); ++i) {
            ASSERT_EQ(a[i].cell, b[i].cell);
            ASSERT_FLOAT_EQ(a[i].weight, b[i].weight) << resolution << " " << i;
            ASSERT_EQ(a[i].count, b[i].count);
        }
    }
}

TEST(CellReweigh, DuplicatesAndInvalidCellsStayOut)
{
    auto before = disk(3, 0.1F);
    before.push_back(before.front());
    before.push_back({0, 1});
    auto now = before;
    for (MapCell& cell : now)
        cell.weight = 0.25F;
    now[before.size() - 2].weight = 0.75F; // the duplicate is the stronger one
    const auto same = CellGrid(before).reweighted(before, now);
    ASSERT_TRUE(same);
    const auto& cells = same->level(9);
    EXPECT_EQ(cells.size(), 37u);
    EXPECT_EQ(std::ranges::count(cells, 0.75F, &CellGrid::Cell::weight), 1);
}

TEST(CellReweigh, OtherCellsAreNotTheSame)
{
    const auto before = disk(3, 0.1F);
    auto fewer = before;
    fewer.pop_back();
    auto others = before;
    std::swap(others[0], others[1]);
    const CellGrid grid(before);
    EXPECT_FALSE(grid.reweighted(before, fewer));
    EXPECT_FALSE(grid.reweighted(before, others));
    EXPECT_FALSE(CellGrid().reweighted({}, {}));
}

TEST(CellReweigh, TooManyForTheViewAreDrawnCoarser)
{
    const auto cells = disk(60, 0.1F); // 10,981
    const CellGrid grid(cells);
    const QRectF world(-1, 0, 3, 1);
    EXPECT_EQ(grid.resolutionFor(16, world, 20'000), 9);
    const int coarser = grid.resolutionFor(16, world, 3000);
    EXPECT_EQ(coarser, 8);
    EXPECT_LE(grid.level(coarser).size(), 3000u);
}

} // namespace
} // namespace outpost::map
