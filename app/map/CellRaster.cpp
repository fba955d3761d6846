// SPDX-License-Identifier: GPL-3.0-or-later
#include "CellRaster.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace outpost::map {

CellRaster::CellRaster(std::span<const CellShape> cells, QSize size)
    : m_size(size.expandedTo({0, 0})),
      m_marks(static_cast<std::size_t>(m_size.width()) * static_cast<std::size_t>(m_size.height()))
{
    for (std::size_t i = 0; i < cells.size(); ++i)
        fill(cells[i], static_cast<std::uint32_t>(i) + 1);
}

void CellRaster::fill(const CellShape& cell, std::uint32_t mark)
{
    if (cell.count < 3)
        return;
    double top = std::numeric_limits<double>::max();
    double bottom = std::numeric_limits<double>::lowest();
    for (std::uint8_t i = 0; i < cell.count; ++i) {
        top = std::min(top, cell.corners[i].y());
        bottom = std::max(bottom, cell.corners[i].y());
    }
    if (!(bottom > 0) || !(top < m_size.height()))
        return;
    const int first = std::max(0, static_cast<int>(std::ceil(std::max(top, 0.0) - 0.5)));
    const int last = std::min(m_size.height() - 1, static_cast<int>(std::floor(std::min(bottom, 1e6) - 0.5)));
    for (int y = first; y <= last; ++y) {
        const double middle = y + 0.5;
        double left = std::numeric_limits<double>::max();
        double right = std::numeric_limits<double>::lowest();
        for (std::uint8_t i = 0; i < cell.count; ++i) {
            const QPointF& a = cell.corners[i];
            const QPointF& b = cell.corners[i + 1 == cell.count ? 0 : i + 1];
            if ((a.y() <= middle) == (b.y() <= middle))
                continue;
            const double x = a.x() + (middle - a.y()) * (b.x() - a.x()) / (b.y() - a.y());
            left = std::min(left, x);
            right = std::max(right, x);
        }
        const int from = static_cast<int>(std::ceil(std::clamp(left, -1.0, m_size.width() + 1.0) - 0.5));
        const int to = static_cast<int>(std::ceil(std::clamp(right, -1.0, m_size.width() + 1.0) - 0.5));
        auto* row = m_marks.data() + static_cast<std::size_t>(y) * static_cast<std::size_t>(m_size.width());
        for (int x = std::max(from, 0); x < std::min(to, m_size.width()); ++x)
            row[x] = mark;
    }
}

int CellRaster::cellAt(int x, int y) const
{
    if (!QRect({0, 0}, m_size).contains(x, y))
        return -1;
    const auto at =
        static_cast<std::size_t>(y) * static_cast<std::size_t>(m_size.width()) + static_cast<std::size_t>(x);
    return static_cast<int>(m_marks[at]) - 1;
}

QImage CellRaster::painted(std::span<const QRgb> colors) const
{
    std::vector<QRgb> table(colors.size() + 1, 0);
    std::ranges::copy(colors, table.begin() + 1);
    QImage image(m_size, QImage::Format_ARGB32_Premultiplied);
    const std::uint32_t* mark = m_marks.data();
    for (int y = 0; y < m_size.height(); ++y) {
        auto* pixel = reinterpret_cast<QRgb*>(image.scanLine(y));
        for (int x = 0; x < m_size.width(); ++x, ++mark)
            pixel[x] = *mark < table.size() ? table[*mark] : 0;
    }
    return image;
}

} // namespace outpost::map
