// SPDX-License-Identifier: GPL-3.0-or-later
#include "PlaceCell.h"

#include "CellGrid.h"

#include <h3api.h>

#include <cmath>
#include <limits>

namespace outpost::map {

PlaceCell::PlaceCell(QObject* parent)
    : QObject(parent),
      m_latitude(std::numeric_limits<double>::quiet_NaN()),
      m_longitude(std::numeric_limits<double>::quiet_NaN())
{}

void PlaceCell::setLatitude(double latitude)
{
    if (m_latitude == latitude || (std::isnan(m_latitude) && std::isnan(latitude)))
        return;
    m_latitude = latitude;
    compute();
}

void PlaceCell::setLongitude(double longitude)
{
    if (m_longitude == longitude || (std::isnan(m_longitude) && std::isnan(longitude)))
        return;
    m_longitude = longitude;
    compute();
}

void PlaceCell::setResolution(int resolution)
{
    if (m_resolution == resolution)
        return;
    m_resolution = resolution;
    compute();
}

void PlaceCell::compute()
{
    m_cell.clear();
    m_across = 0;
    m_centre = 0;
    if (const auto cell = cellAt(m_latitude, m_longitude, m_resolution)) {
        m_cell = cellText(*cell);
        LatLng middle{};
        CellBoundary corners{};
        const LatLng place{degsToRads(m_latitude), degsToRads(m_longitude)};
        if (cellToLatLng(*cell, &middle) == E_SUCCESS && cellToBoundary(*cell, &corners) == E_SUCCESS) {
            m_centre = greatCircleDistanceM(&place, &middle);
            m_across = 2 * greatCircleDistanceM(&middle, &corners.verts[0]);
        }
    }
    Q_EMIT changed();
}

} // namespace outpost::map
