// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Mercator.h"

#include <QObject>
#include <QPointF>
#include <QSizeF>
#include <QtQmlIntegration>

namespace outpost::map {

// What part of the world a map shows. All layers of one map share one camera; pixels are device independent and
// start at the top left of the map. The view never leaves the Mercator square to the north or south and goes round
// the world to the east and west.
//
// **Thread:** GUI.
class MapCamera : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(double latitude READ latitude NOTIFY changed FINAL)
    Q_PROPERTY(double longitude READ longitude NOTIFY changed FINAL)
    // The world is 256 * 2^zoom pixels wide.
    Q_PROPERTY(double zoom READ zoom NOTIFY changed FINAL)
    Q_PROPERTY(double minimumZoom READ minimumZoom NOTIFY changed FINAL)
    Q_PROPERTY(double maximumZoom READ maximumZoom CONSTANT FINAL)
    Q_PROPERTY(QSizeF viewport READ viewport WRITE setViewport NOTIFY changed FINAL)
    // Ground length of one pixel at the centre.
    Q_PROPERTY(double metresPerPixel READ metresPerPixel NOTIFY changed FINAL)

public:
    static constexpr double kMaximumZoom = 20.0;

    explicit MapCamera(QObject* parent = nullptr) : QObject(parent) {}

    double latitude() const { return latitudeOf(m_centre.y()); }
    double longitude() const { return longitudeOf(m_centre.x()); }
    double zoom() const { return m_zoom; }
    double minimumZoom() const;
    double maximumZoom() const { return kMaximumZoom; }
    QSizeF viewport() const { return m_viewport; }
    double metresPerPixel() const;
    // Centre in the Mercator square, x in [0, 1).
    QPointF centre() const { return m_centre; }

    void setViewport(const QSizeF& viewport);

    Q_INVOKABLE void centerOn(double latitude, double longitude, double zoom);
    // Moves the map content by so many pixels.
    Q_INVOKABLE void panBy(double dx, double dy);
    // Changes the zoom and keeps what is under (x, y) where it is.
    Q_INVOKABLE void zoomAt(double x, double y, double delta);
    // Shows the box with so many pixels of room around it; a single point is shown at pointZoom. A box whose west is
    // greater than its east crosses the date line.
    Q_INVOKABLE void fit(double south, double west, double north, double east, double room, double pointZoom);

    Q_INVOKABLE QPointF toScreen(double latitude, double longitude) const;
    Q_INVOKABLE double latitudeAt(double x, double y) const;
    Q_INVOKABLE double longitudeAt(double x, double y) const;
    // The longest of 1, 2 or 5 times a power of ten metres that is at most so many pixels long; 0 without a size.
    Q_INVOKABLE double scaleMetres(double pixels) const;

    // From the Mercator square to pixels, by the copy of the world that is nearest to the centre.
    QPointF screenFromWorld(const QPointF& world) const;
    QPointF worldFromScreen(const QPointF& screen) const;

Q_SIGNALS:
    void changed();

private:
    void set(QPointF centre, double zoom);

    QPointF m_centre{0.5, 0.5};
    double m_zoom = 1.0;
    QSizeF m_viewport{0, 0};
};

} // namespace outpost::map
