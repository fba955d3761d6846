// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>

// The Web Mercator square: x runs from 0 at 180° west to 1 at 180° east, y from 0 at 85.05° north to 1 at 85.05° south.
namespace outpost::map {

inline constexpr double kMaxLatitude = 85.0511287798066;
// Side of one tile in device independent pixels: the whole world is kTileSize * 2^zoom wide.
inline constexpr double kTileSize = 256.0;
inline constexpr double kEarthCircumference = 40'075'016.686; // metres at the equator, WGS 84

// Latitude and longitude in degrees. Latitudes beyond the square are brought inside.
QPointF worldFromDegrees(double latitude, double longitude);
double latitudeOf(double worldY);
double longitudeOf(double worldX);

// Side of the world in device independent pixels.
double worldSize(double zoom);

// dx brought into [-0.5, 0.5]: the shortest way around the world.
double wrapped(double dx);

} // namespace outpost::map
