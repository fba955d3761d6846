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
constexpr double kSmallestEdgePixels = 4.0;
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
    // Children of one parent stand side by side in the order of their indexes, so parents come out sorted.
    for (std::size_t i = m_levels.size() - 1; i > 0; --i) {
        std::vector<Cell> parents;
        parents.reserve(m_levels[i].size());
        for (const Cell& child : m_levels[i])
            parents.push_back(parentOf(child, m_coarsest + static_cast<int>(i) - 1));
        merge(parents);
        place(parents);
        m_levels[i - 1] = std::move(parents);
    }
}

int CellGrid::resolutionFor(double zoom) const
{
    if (isEmpty())
        return -1;
    const double size = worldSize(zoom);
    int resolution = m_resolution;
    while (resolution > m_coarsest && edgeInWorld(resolution) * size < kSmallestEdgePixels)
        --resolution;
    return resolution;
}

const std::vector<CellGrid::Cell>& CellGrid::level(int resolution) const
{
    static const std::vector<Cell> kNone;
    const int index = resolution - m_coarsest;
    return index < 0 || index >= static_cast<int>(m_levels.size()) ? kNone : m_levels[static_cast<std::size_t>(index)];
}

std::vector<CellGrid::Cell> CellGrid::inside(int resolution, const QRectF& rect, std::size_t limit) const
{
    std::vector<Cell> result;
    const double middle = rect.center().x();
    const double half = rect.width() / 2.0;
    for (const Cell& cell : level(resolution)) {
        if (cell.centre.y() < rect.top() || cell.centre.y() > rect.bottom() ||
            std::abs(wrapped(cell.centre.x() - middle)) > half)
            continue;
        if (result.size() >= limit)
            break;
        result.push_back(cell);
    }
    return result;
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
