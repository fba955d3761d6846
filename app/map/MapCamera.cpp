// SPDX-License-Identifier: GPL-3.0-or-later
#include "MapCamera.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace outpost::map {

double MapCamera::minimumZoom() const
{
    // As far out as the world still fills the height.
    const double side = std::max(m_viewport.height(), kTileSize);
    return std::log2(side / kTileSize);
}

double MapCamera::metresPerPixel() const
{
    return kEarthCircumference * std::cos(latitude() * std::numbers::pi / 180.0) / worldSize(m_zoom);
}

void MapCamera::set(QPointF centre, double zoom)
{
    if (!std::isfinite(centre.x()) || !std::isfinite(centre.y()) || !std::isfinite(zoom))
        return;
    const double kept = std::clamp(zoom, std::min(minimumZoom(), kMaximumZoom), kMaximumZoom);
    const double half = std::min(0.5, m_viewport.height() / worldSize(kept) / 2.0);
    centre.setX(centre.x() - std::floor(centre.x()));
    centre.setY(std::clamp(centre.y(), half, 1.0 - half));
    if (m_centre == centre && m_zoom == kept)
        return;
    m_centre = centre;
    m_zoom = kept;
    Q_EMIT changed();
}

void MapCamera::setViewport(const QSizeF& viewport)
{
    if (m_viewport == viewport)
        return;
    m_viewport = viewport;
    const QPointF centre = m_centre;
    const double zoom = m_zoom;
    set(centre, zoom);
    if (m_centre == centre && m_zoom == zoom)
        Q_EMIT changed();
}

void MapCamera::centerOn(double latitude, double longitude, double zoom)
{
    set(worldFromDegrees(latitude, longitude), zoom);
}

void MapCamera::panBy(double dx, double dy)
{
    const double size = worldSize(m_zoom);
    set(m_centre - QPointF(dx / size, dy / size), m_zoom);
}

void MapCamera::zoomAt(double x, double y, double delta)
{
    const QPointF fixed = worldFromScreen({x, y});
    const double zoom = std::clamp(m_zoom + delta, minimumZoom(), kMaximumZoom);
    const QPointF offset(x - m_viewport.width() / 2.0, y - m_viewport.height() / 2.0);
    set(fixed - offset / worldSize(zoom), zoom);
}

void MapCamera::fit(double south, double west, double north, double east, double room, double pointZoom)
{
    const QPointF low = worldFromDegrees(south, west);
    const QPointF high = worldFromDegrees(north, east);
    double width = high.x() - low.x();
    if (width < 0)
        width += 1.0;
    const double height = low.y() - high.y();
    const QPointF centre(low.x() + width / 2.0, (low.y() + high.y()) / 2.0);
    const double roomX = std::max(1.0, m_viewport.width() - 2.0 * room);
    const double roomY = std::max(1.0, m_viewport.height() - 2.0 * room);
    double zoom = pointZoom;
    if (width > 0)
        zoom = std::min(zoom, std::log2(roomX / (width * kTileSize)));
    if (height > 0)
        zoom = std::min(zoom, std::log2(roomY / (height * kTileSize)));
    set(centre, zoom);
}

QPointF MapCamera::screenFromWorld(const QPointF& world) const
{
    const double size = worldSize(m_zoom);
    return {wrapped(world.x() - m_centre.x()) * size + m_viewport.width() / 2.0,
            (world.y() - m_centre.y()) * size + m_viewport.height() / 2.0};
}

QPointF MapCamera::worldFromScreen(const QPointF& screen) const
{
    const double size = worldSize(m_zoom);
    return {m_centre.x() + (screen.x() - m_viewport.width() / 2.0) / size,
            m_centre.y() + (screen.y() - m_viewport.height() / 2.0) / size};
}

QPointF MapCamera::toScreen(double latitude, double longitude) const
{
    return screenFromWorld(worldFromDegrees(latitude, longitude));
}

double MapCamera::latitudeAt(double x, double y) const
{
    return latitudeOf(worldFromScreen({x, y}).y());
}

double MapCamera::longitudeAt(double x, double y) const
{
    return longitudeOf(worldFromScreen({x, y}).x());
}

double MapCamera::scaleMetres(double pixels) const
{
    const double longest = metresPerPixel() * pixels;
    if (!(longest > 0))
        return 0;
    const double power = std::pow(10.0, std::floor(std::log10(longest)));
    const double lead = longest / power;
    return power * (lead >= 5 ? 5 : lead >= 2 ? 2 : 1);
}

} // namespace outpost::map
