// SPDX-License-Identifier: GPL-3.0-or-later
#include "MarkerClusters.h"

#include "Mercator.h"

#include <cmath>
#include <cstdint>
#include <unordered_map>

namespace outpost::map {

namespace {

// Groups nearer than this share of the grid are joined.
constexpr double kJoinShare = 0.6;

bool isInside(const QPointF& world, const QRectF& view)
{
    return world.y() >= view.top() && world.y() <= view.bottom() &&
           std::abs(wrapped(world.x() - view.center().x())) <= view.width() / 2.0;
}

using Slots = std::unordered_map<std::uint64_t, std::size_t>;

std::uint64_t slotAt(std::uint64_t column, std::uint64_t row)
{
    return (column << 32U) | (row & 0xffffffffU);
}

// Joins b to a; b is left empty.
void join(MarkerGroup& a, MarkerGroup& b)
{
    const int count = a.count + b.count;
    a.world += (b.world - a.world) * (static_cast<double>(b.count) / count);
    if (severity(b.worst) > severity(a.worst)) {
        a.worst = b.worst;
        a.first = b.first;
    }
    a.count = count;
    b.count = 0;
}

// Two groups on either side of a grid line may nearly touch: the smaller one goes into the larger one.
void joinNeighbours(std::vector<MarkerGroup>& groups, const Slots& taken, double distance)
{
    for (const auto& [slot, index] : taken) {
        const std::uint64_t column = slot >> 32U;
        const std::uint64_t row = slot & 0xffffffffU;
        // Each pair once: right, below, and both diagonals below.
        const std::uint64_t others[] = {slotAt(column + 1, row), slotAt(column, row + 1), slotAt(column + 1, row + 1),
                                        slotAt(column - 1, row + 1)};
        for (const std::uint64_t other : others) {
            const auto found = taken.find(other);
            if (found == taken.end())
                continue;
            MarkerGroup& a = groups[index];
            MarkerGroup& b = groups[found->second];
            const QPointF apart = a.world - b.world;
            if (a.count == 0 || b.count == 0 || std::hypot(apart.x(), apart.y()) >= distance)
                continue;
            if (a.count >= b.count)
                join(a, b);
            else
                join(b, a);
        }
    }
    std::erase_if(groups, [](const MarkerGroup& group) { return group.count == 0; });
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
    Slots taken;
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
        const auto [slot, fresh] = taken.try_emplace(slotAt(column, row), groups.size());
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
    joinNeighbours(groups, taken, kJoinShare / scale);
    return groups;
}

} // namespace outpost::map
