// SPDX-License-Identifier: GPL-3.0-or-later
#include "Mercator.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace outpost::map {

namespace {
constexpr double kRadians = std::numbers::pi / 180.0;
}

QPointF worldFromDegrees(double latitude, double longitude)
{
    const double lat = std::clamp(latitude, -kMaxLatitude, kMaxLatitude) * kRadians;
    return {(longitude + 180.0) / 360.0, (1.0 - std::asinh(std::tan(lat)) / std::numbers::pi) / 2.0};
}

double latitudeOf(double worldY)
{
    return std::atan(std::sinh(std::numbers::pi * (1.0 - 2.0 * worldY))) / kRadians;
}

double longitudeOf(double worldX)
{
    const double turned = worldX - std::floor(worldX);
    return turned * 360.0 - 180.0;
}

double worldSize(double zoom)
{
    return kTileSize * std::exp2(zoom);
}

double wrapped(double dx)
{
    return dx - std::round(dx);
}

} // namespace outpost::map
