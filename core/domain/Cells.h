// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"
#include "core/domain/Device.h"

namespace outpost {

// H3 cells (https://h3geo.org), by the reference library. Pure; **Thread:** any.

bool isValidPoint(GeoPoint point); ///< finite and in range
bool isValidCell(std::uint64_t cell);
int cellResolution(std::uint64_t cell); ///< 0 to 15; the cell must be valid
/// errors::kMalformed for a point out of range or a resolution that does not exist.
Result<std::uint64_t> cellAt(GeoPoint point, int resolution);
Result<GeoPoint> cellCentre(std::uint64_t cell);
/// Corners in order, five to ten of them, not closed.
Result<std::vector<GeoPoint>> cellBoundary(std::uint64_t cell);
Result<std::uint64_t> cellParent(std::uint64_t cell, int resolution);
/// Lower-case hexadecimal, as the H3 documentation writes cells, and back.
std::string cellText(std::uint64_t cell);
Result<std::uint64_t> parseCell(std::string_view hex);
/// Great-circle distance in metres.
double distanceMetres(GeoPoint a, GeoPoint b);
/// Mean distance between opposite corners of a cell of this resolution, in metres: what a person is told as "across".
double cellAcrossMetres(int resolution);

} // namespace outpost
