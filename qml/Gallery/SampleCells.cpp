// SPDX-License-Identifier: GPL-3.0-or-later
#include "SampleCells.h"

#include "app/map/CellGrid.h"

#include <h3api.h>

#include <algorithm>

namespace outpost::qml {

namespace {
constexpr double kLatitude = 52.3702;
constexpr double kLongitude = 4.8952;
constexpr int kResolution = 8;
constexpr int kMaxRings = 600;
} // namespace

SampleCells::SampleCells(QObject* parent) : CellSource(parent)
{
    fill();
}

void SampleCells::setRings(int rings)
{
    rings = std::clamp(rings, 0, kMaxRings);
    if (m_rings == rings)
        return;
    m_rings = rings;
    fill();
    Q_EMIT ringsChanged();
}

void SampleCells::fill()
{
    const auto origin = map::cellAt(kLatitude, kLongitude, kResolution);
    std::int64_t room = 0;
    if (!origin || maxGridDiskSize(m_rings, &room) != E_SUCCESS)
        return;
    std::vector<H3Index> found(static_cast<std::size_t>(room));
    std::vector<int> distances(static_cast<std::size_t>(room));
    if (gridDiskDistances(*origin, m_rings, found.data(), distances.data()) != E_SUCCESS)
        return;
    std::vector<map::MapCell> cells;
    // A fixed sequence of a linear congruential generator: holes at the edge, strong in the middle.
    std::uint32_t state = 12'345;
    for (std::size_t i = 0; i < found.size(); ++i) {
        state = state * 1'664'525U + 1'013'904'223U;
        const float noise = static_cast<float>(state >> 8U) / static_cast<float>(1U << 24U);
        const float nearness = 1.0F - static_cast<float>(distances[i]) / static_cast<float>(m_rings + 1);
        if (found[i] != 0 && noise < nearness * 2.2F)
            cells.push_back({found[i], nearness * (0.4F + 0.6F * noise)});
    }
    setCells(std::move(cells));
}

} // namespace outpost::qml
