// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/Cells.h"

#include "core/base/Encoding.h"

#include <h3api.h>

#include <charconv>
#include <cmath>

namespace outpost {

namespace {

GeoPoint toDegrees(const LatLng& p)
{
    return {radsToDegs(p.lat), radsToDegs(p.lng)};
}

LatLng toRadians(GeoPoint p)
{
    return {degsToRads(p.latitude), degsToRads(p.longitude)};
}

} // namespace

bool isValidPoint(GeoPoint point)
{
    return std::isfinite(point.latitude) && std::isfinite(point.longitude) && std::abs(point.latitude) <= 90 &&
           std::abs(point.longitude) <= 180;
}

bool isValidCell(std::uint64_t cell)
{
    return ::isValidCell(cell) != 0;
}

int cellResolution(std::uint64_t cell)
{
    return getResolution(cell);
}

Result<std::uint64_t> cellAt(GeoPoint point, int resolution)
{
    if (!isValidPoint(point))
        return fail(errors::kMalformed, "no such point");
    const LatLng radians = toRadians(point);
    H3Index cell = 0;
    if (latLngToCell(&radians, resolution, &cell) != E_SUCCESS)
        return fail(errors::kMalformed, "no such cell");
    return cell;
}

Result<GeoPoint> cellCentre(std::uint64_t cell)
{
    LatLng centre{};
    if (!isValidCell(cell) || cellToLatLng(cell, &centre) != E_SUCCESS)
        return fail(errors::kMalformed, "not a cell");
    return toDegrees(centre);
}

Result<std::vector<GeoPoint>> cellBoundary(std::uint64_t cell)
{
    CellBoundary boundary{};
    if (!isValidCell(cell) || cellToBoundary(cell, &boundary) != E_SUCCESS)
        return fail(errors::kMalformed, "not a cell");
    std::vector<GeoPoint> corners;
    for (int i = 0; i < boundary.numVerts; ++i)
        corners.push_back(toDegrees(boundary.verts[i]));
    return corners;
}

Result<std::uint64_t> cellParent(std::uint64_t cell, int resolution)
{
    H3Index parent = 0;
    if (!isValidCell(cell) || cellToParent(cell, resolution, &parent) != E_SUCCESS)
        return fail(errors::kMalformed, "no such parent cell");
    return parent;
}

std::string cellText(std::uint64_t cell)
{
    return std::format("{:x}", cell);
}

Result<std::uint64_t> parseCell(std::string_view hex)
{
    std::uint64_t cell = 0;
    const auto [end, ec] = std::from_chars(hex.data(), hex.data() + hex.size(), cell, 16);
    if (hex.size() > 16 || ec != std::errc{} || end != hex.data() + hex.size() || !isValidCell(cell))
        return fail(errors::kMalformed, "not a cell");
    return cell;
}

double distanceMetres(GeoPoint a, GeoPoint b)
{
    const LatLng ra = toRadians(a);
    const LatLng rb = toRadians(b);
    return greatCircleDistanceM(&ra, &rb);
}

double cellAcrossMetres(int resolution)
{
    double edge = 0;
    return getHexagonEdgeLengthAvgM(resolution, &edge) == E_SUCCESS ? 2 * edge : 0;
}

} // namespace outpost
