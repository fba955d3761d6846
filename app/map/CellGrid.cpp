// SPDX-License-Identifier: GPL-3.0-or-later
#include "CellGrid.h"

#include "Mercator.h"

#include <h3api.h>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace outpost::map {

namespace {

constexpr int kResolutions = 16;
// Parents coarser than this are larger than a small country: nothing is gained by merging further.
constexpr int kCoarsest = 3;
// At the equator; in the middle of Europe, where Mercator stretches everything, half as much again. Few cells are drawn
// large enough to be seen as cells; of very many the pattern counts.
constexpr double kSmallestEdgePixels = 4.0;
constexpr double kSmallestEdgePixelsOfMany = 1.9;
constexpr std::size_t kMany = 20'000;
constexpr std::uint32_t kNowhere = 0xffff'ffff;
constexpr qsizetype kMaxCellText = 16;

// The average edge of resolution 0 is about 1,282 km (H3's table of cell statistics); each step shrinks it by sqrt(7).
double edgeInWorld(int resolution)
{
    constexpr double kEdgeZero = 1281.256;
    return kEdgeZero * 1000.0 / std::pow(std::sqrt(7.0), resolution) / kEarthCircumference;
}

QPointF worldOf(const LatLng& point)
{
    constexpr double kDegrees = 180.0 / std::numbers::pi;
    return worldFromDegrees(point.lat * kDegrees, point.lng * kDegrees);
}

CellGrid::Cell parentOf(const CellGrid::Cell& child, int resolution)
{
    CellGrid::Cell parent = child;
    H3Index index = 0;
    if (cellToParent(child.cell, resolution, &index) == E_SUCCESS)
        parent.cell = index;
    return parent;
}

// Merges equal neighbours of a sorted list.
void merge(std::vector<CellGrid::Cell>& cells)
{
    std::size_t kept = 0;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (kept > 0 && cells[kept - 1].cell == cells[i].cell) {
            cells[kept - 1].weight = std::max(cells[kept - 1].weight, cells[i].weight);
            cells[kept - 1].count += cells[i].count;
        } else {
            cells[kept++] = cells[i];
        }
    }
    cells.resize(kept);
}

void place(std::vector<CellGrid::Cell>& cells)
{
    for (CellGrid::Cell& cell : cells) {
        LatLng centre{};
        if (cellToLatLng(cell.cell, &centre) == E_SUCCESS)
            cell.centre = worldOf(centre);
    }
}

} // namespace

CellGrid::CellGrid(std::span<const MapCell> cells)
{
    std::array<std::size_t, kResolutions> seen{};
    for (const MapCell& cell : cells) {
        if (isValidCell(cell.cell) != 0)
            ++seen[static_cast<std::size_t>(getResolution(cell.cell))];
    }
    const auto most = std::ranges::max_element(seen);
    if (*most == 0)
        return;
    m_resolution = static_cast<int>(most - seen.begin());
    m_coarsest = std::min(kCoarsest, m_resolution);
    std::vector<Cell> own;
    own.reserve(*most);
    for (const MapCell& cell : cells) {
        if (isValidCell(cell.cell) != 0 && getResolution(cell.cell) == m_resolution)
            own.push_back({cell.cell, std::clamp(cell.weight, 0.0F, 1.0F), 1, {}});
    }
    std::ranges::sort(own, {}, &Cell::cell);
    merge(own);
    place(own);
    m_levels.resize(static_cast<std::size_t>(m_resolution - m_coarsest + 1));
    m_levels.back() = std::move(own);
    auto order = std::make_shared<Order>();
    order->given.reserve(cells.size());
    for (const MapCell& cell : cells) {
        const auto found = std::ranges::lower_bound(m_levels.back(), cell.cell, {}, &Cell::cell);
        const bool there = found != m_levels.back().end() && found->cell == cell.cell;
        order->given.push_back(there ? static_cast<std::uint32_t>(found - m_levels.back().begin()) : kNowhere);
    }
    order->parents.resize(m_levels.size());
    // Children of one parent stand side by side in the order of their indexes, so parents come out sorted.
    for (std::size_t i = m_levels.size() - 1; i > 0; --i) {
        std::vector<Cell> parents;
        parents.reserve(m_levels[i].size());
        for (const Cell& child : m_levels[i])
            parents.push_back(parentOf(child, m_coarsest + static_cast<int>(i) - 1));
        std::uint32_t at = 0;
        for (std::size_t k = 0; k < parents.size(); ++k) {
            at += k > 0 && parents[k].cell != parents[k - 1].cell ? 1 : 0;
            order->parents[i].push_back(at);
        }
        merge(parents);
        place(parents);
        m_levels[i - 1] = std::move(parents);
    }
    m_order = std::move(order);
}

std::optional<CellGrid> CellGrid::reweighted(std::span<const MapCell> before, std::span<const MapCell> now) const
{
    if (isEmpty() || m_order == nullptr || m_order->given.size() != now.size() ||
        !std::ranges::equal(before, now, {}, &MapCell::cell, &MapCell::cell))
        return std::nullopt;
    CellGrid grid = *this;
    for (auto& level : grid.m_levels) {
        for (Cell& cell : level)
            cell.weight = 0;
    }
    for (std::size_t i = 0; i < now.size(); ++i) {
        if (m_order->given[i] == kNowhere)
            continue;
        float& weight = grid.m_levels.back()[m_order->given[i]].weight;
        weight = std::max(weight, std::clamp(now[i].weight, 0.0F, 1.0F));
    }
    for (std::size_t i = grid.m_levels.size() - 1; i > 0; --i) {
        for (std::size_t k = 0; k < grid.m_levels[i].size(); ++k) {
            float& weight = grid.m_levels[i - 1][m_order->parents[i][k]].weight;
            weight = std::max(weight, grid.m_levels[i][k].weight);
        }
    }
    return grid;
}

int CellGrid::resolutionFor(double zoom) const
{
    if (isEmpty())
        return -1;
    const double size = worldSize(zoom);
    const double smallest = m_levels.back().size() > kMany ? kSmallestEdgePixelsOfMany : kSmallestEdgePixels;
    int resolution = m_resolution;
    while (resolution > m_coarsest && edgeInWorld(resolution) * size < smallest)
        --resolution;
    return resolution;
}

const std::vector<CellGrid::Cell>& CellGrid::level(int resolution) const
{
    static const std::vector<Cell> kNone;
    const int index = resolution - m_coarsest;
    return index < 0 || index >= static_cast<int>(m_levels.size()) ? kNone : m_levels[static_cast<std::size_t>(index)];
}

std::vector<std::uint32_t> CellGrid::placesInside(int resolution, const QRectF& rect, std::size_t limit) const
{
    std::vector<std::uint32_t> result;
    const double middle = rect.center().x();
    const double half = rect.width() / 2.0;
    const std::vector<Cell>& cells = level(resolution);
    for (std::size_t i = 0; i < cells.size() && result.size() < limit; ++i) {
        const QPointF& centre = cells[i].centre;
        if (centre.y() >= rect.top() && centre.y() <= rect.bottom() && std::abs(wrapped(centre.x() - middle)) <= half)
            result.push_back(static_cast<std::uint32_t>(i));
    }
    return result;
}

std::vector<CellGrid::Cell> CellGrid::inside(int resolution, const QRectF& rect, std::size_t limit) const
{
    std::vector<Cell> result;
    for (const std::uint32_t place : placesInside(resolution, rect, limit))
        result.push_back(level(resolution)[place]);
    return result;
}

int CellGrid::resolutionFor(double zoom, const QRectF& rect, std::size_t limit) const
{
    int resolution = resolutionFor(zoom);
    while (resolution > m_coarsest && placesInside(resolution, rect, limit + 1).size() > limit)
        --resolution;
    return resolution;
}

std::optional<CellShape> cellShape(std::uint64_t cell)
{
    CellBoundary boundary{};
    LatLng centre{};
    if (isValidCell(cell) == 0 || cellToBoundary(cell, &boundary) != E_SUCCESS ||
        cellToLatLng(cell, &centre) != E_SUCCESS)
        return std::nullopt;
    const double middle = worldOf(centre).x();
    CellShape shape;
    shape.count = static_cast<std::uint8_t>(std::min<int>(boundary.numVerts, static_cast<int>(shape.corners.size())));
    for (std::uint8_t i = 0; i < shape.count; ++i) {
        QPointF corner = worldOf(boundary.verts[i]);
        corner.setX(middle + wrapped(corner.x() - middle));
        shape.corners[i] = corner;
    }
    return shape;
}

std::optional<std::uint64_t> cellAt(double latitude, double longitude, int resolution)
{
    if (!(latitude >= -90 && latitude <= 90 && longitude >= -180 && longitude <= 180) || resolution < 0 ||
        resolution >= kResolutions)
        return std::nullopt;
    const LatLng point{degsToRads(latitude), degsToRads(longitude)};
    H3Index index = 0;
    if (latLngToCell(&point, resolution, &index) != E_SUCCESS)
        return std::nullopt;
    return index;
}

QString cellText(std::uint64_t cell)
{
    return QString::number(cell, 16);
}

std::optional<std::uint64_t> cellFromText(const QString& text)
{
    if (text.isEmpty() || text.size() > kMaxCellText)
        return std::nullopt;
    bool ok = false;
    const qulonglong cell = text.toULongLong(&ok, 16);
    if (!ok || isValidCell(cell) == 0)
        return std::nullopt;
    return cell;
}

} // namespace outpost::map
