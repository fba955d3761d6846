// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "CellSource.h"

#include <QPointF>
#include <QRectF>
#include <QString>

#include <array>
#include <memory>
#include <optional>
#include <span>
#include <unordered_map>
#include <vector>

namespace outpost::map {

// A corner list of at most ten points (pentagons on an icosahedron edge have that many).
struct CellShape {
    std::array<QPointF, 10> corners{};
    std::uint8_t count = 0;
};

// H3 cells arranged for drawing: for each resolution up to their own, the cells merged into their parents with the
// strongest weight, so that a view of a continent draws as little as a view of a street. Pure: no Qt Quick, no scene.
class CellGrid {
public:
    struct Cell {
        std::uint64_t cell = 0;
        float weight = 0;
        std::uint32_t count = 0;
        QPointF centre; // in the Mercator square
    };

    // Cells of the most frequent resolution are kept; duplicates are merged.
    explicit CellGrid(std::span<const MapCell> cells);
    CellGrid() = default;
    // The same cells in the same order with other weights: nothing is sorted or placed again. Nothing when they are
    // other cells.
    std::optional<CellGrid> reweighted(std::span<const MapCell> before, std::span<const MapCell> now) const;

    bool isEmpty() const { return m_levels.empty(); }
    // The resolution of the cells themselves, -1 without any.
    int resolution() const { return m_resolution; }
    // What to draw so that an edge is at least a few pixels long, fewer where there are very many cells; a zoom as in
    // MapCamera.
    int resolutionFor(double zoom) const;
    // Cells of a resolution (at most resolution()) whose centre lies in the rectangle of the Mercator square, which
    // may reach below 0 and above 1 in x. Never more than limit.
    std::vector<Cell> inside(int resolution, const QRectF& rect, std::size_t limit) const;
    // Their places in level(resolution).
    std::vector<std::uint32_t> placesInside(int resolution, const QRectF& rect, std::size_t limit) const;
    const std::vector<Cell>& level(int resolution) const;
    // The coarser of the two: resolutionFor(), or the first of which no more than limit lie in the rectangle.
    int resolutionFor(double zoom, const QRectF& rect, std::size_t limit) const;

private:
    int m_resolution = -1;
    int m_coarsest = 0;
    // Index 0 is the coarsest level that is kept.
    std::vector<std::vector<Cell>> m_levels;
    // For reweighted(), shared between grids of the same cells: where each given cell stands in the finest level, and
    // where the parent of each cell of a level stands in the one above.
    struct Order {
        std::vector<std::uint32_t> given;
        std::vector<std::vector<std::uint32_t>> parents;
    };
    std::shared_ptr<const Order> m_order;
};

// The corners of a cell in the Mercator square, x unwrapped around its centre; nothing for an invalid cell.
std::optional<CellShape> cellShape(std::uint64_t cell);

// The cell of a place, or nothing outside -90..90 and -180..180 degrees or resolution 0..15.
std::optional<std::uint64_t> cellAt(double latitude, double longitude, int resolution);

// Fifteen lower-case hexadecimal digits as H3 writes them, and back; nothing for anything else.
QString cellText(std::uint64_t cell);
std::optional<std::uint64_t> cellFromText(const QString& text);

} // namespace outpost::map
