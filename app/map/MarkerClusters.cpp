// SPDX-License-Identifier: GPL-3.0-or-later
#include "MarkerClusters.h"

#include "Mercator.h"

#include <cmath>
#include <cstdint>
#include <unordered_map>

namespace outpost::map {

namespace {

bool isInside(const QPointF& world, const QRectF& view)
{
    return world.y() >= view.top() && world.y() <= view.bottom() &&
           std::abs(wrapped(world.x() - view.center().x())) <= view.width() / 2.0;
}

} // namespace

int severity(MarkerStatus status)
{
    switch (status) {
    case MarkerStatus::Offline:
        return 4;
    case MarkerStatus::Check:
        return 3;
    case MarkerStatus::NotSetUp:
        return 2;
    case MarkerStatus::Working:
        return 1;
    case MarkerStatus::Unknown:
        break;
    }
    return 0;
}

std::size_t markersIn(const std::vector<Marker>& markers, const QRectF& view)
{
    std::size_t count = 0;
    for (const Marker& marker : markers)
        count += isInside(marker.world, view) ? 1 : 0;
    return count;
}

std::vector<MarkerGroup> groupMarkers(const std::vector<Marker>& markers, const QRectF& view, double zoom,
                                      double gridPixels, const QString& keptKey)
{
    std::vector<MarkerGroup> groups;
    std::unordered_map<std::uint64_t, std::size_t> taken;
    // Whole steps of half a zoom level: the grid changes seldom while the zoom moves.
    const double scale = worldSize(std::floor(zoom * 2.0) / 2.0) / gridPixels;
    for (std::size_t i = 0; i < markers.size(); ++i) {
        const Marker& marker = markers[i];
        if (!isInside(marker.world, view))
            continue;
        if (!keptKey.isEmpty() && marker.key == keptKey) {
            groups.push_back({marker.world, marker.status, 1, i});
            continue;
        }
        const auto column = static_cast<std::uint64_t>(marker.world.x() * scale);
        const auto row = static_cast<std::uint64_t>(marker.world.y() * scale);
        const auto [slot, fresh] = taken.try_emplace((column << 32U) | row, groups.size());
        if (fresh) {
            groups.push_back({marker.world, marker.status, 1, i});
            continue;
        }
        MarkerGroup& group = groups[slot->second];
        ++group.count;
        group.world += (marker.world - group.world) / group.count;
        if (severity(marker.status) > severity(group.worst)) {
            group.worst = marker.status;
            group.first = i;
        }
    }
    return groups;
}

} // namespace outpost::map
