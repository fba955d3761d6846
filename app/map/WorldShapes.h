// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QPointF>
#include <QRectF>

#include <optional>
#include <vector>

namespace outpost::map {

// One closed ring of land or one open line of a border, in the Mercator square; x may reach from -1 to 2, where a ring
// crosses the date line.
struct WorldRing {
    bool closed = false;
    QRectF box;
    std::vector<QPointF> points;
};

// The outlines of the world at one scale, read from the format that resources/world/README.md describes.
struct WorldShapes {
    std::vector<WorldRing> rings;

    // Nothing if the bytes are not that format, are cut short, or hold more than a sane number of points.
    static std::optional<WorldShapes> read(QByteArrayView bytes);
};

// The part of a closed ring inside a rectangle (Sutherland and Hodgman); empty if nothing is inside.
std::vector<QPointF> clippedRing(const std::vector<QPointF>& ring, const QRectF& rect);

} // namespace outpost::map
