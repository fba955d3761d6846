// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>
#include <QRectF>
#include <QString>

#include <vector>

namespace outpost::map {

// The states of a device in the order that the console uses everywhere.
enum class MarkerStatus : int { Working = 0, Check = 1, Offline = 2, NotSetUp = 3, Unknown = 4 };

// What needs a person most comes first; 0 is the mildest.
int severity(MarkerStatus status);

// What kind of device stands there: the outline of its sign.
enum class MarkerShape : int { Round = 0, Drop = 1 };

struct Marker {
    QString key;
    QString name;
    QPointF world; // in the Mercator square
    MarkerStatus status = MarkerStatus::Unknown;
    MarkerShape shape = MarkerShape::Round;
};

// One sign on the map: a single marker, or several that would overlap.
struct MarkerGroup {
    QPointF world;
    MarkerStatus worst = MarkerStatus::Unknown;
    int count = 0;
    // Index of the marker with the worst status.
    std::size_t first = 0;
};

// Groups the markers of a view by a grid of gridPixels at a zoom. The grid is fixed to the world, so that groups do not
// change while the map is dragged. The marker with the kept key stays alone. view is a part of the Mercator square and
// may reach below 0 and above 1 in x.
std::vector<MarkerGroup> groupMarkers(const std::vector<Marker>& markers, const QRectF& view, double zoom,
                                      double gridPixels, const QString& keptKey);

// How many of the markers lie in the view.
std::size_t markersIn(const std::vector<Marker>& markers, const QRectF& view);

} // namespace outpost::map
