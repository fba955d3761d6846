// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "CellGrid.h"

#include <QImage>

#include <span>

namespace outpost::map {

// Very many small cells as a picture. Which cell a pixel belongs to is worked out once for a view; after that new
// colours cost one look-up per pixel. Pure; **Thread:** any, one at a time.
class CellRaster {
public:
    // Corners in pixels from the top left. A pixel belongs to the cell that its centre lies in; where cells overlap, to
    // the last one. What lies outside the size is cut off.
    CellRaster(std::span<const CellShape> cells, QSize size);

    QSize size() const { return m_size; }
    // The index of the cell at a pixel, or -1.
    int cellAt(int x, int y) const;
    // One premultiplied colour per cell; pixels without a cell are transparent.
    QImage painted(std::span<const QRgb> colors) const;

private:
    void fill(const CellShape& cell, std::uint32_t mark);

    QSize m_size;
    std::vector<std::uint32_t> m_marks; // index + 1, row by row; 0: none
};

} // namespace outpost::map
