// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "MapCamera.h"

#include <QAbstractItemModel>
#include <QPointer>
#include <QQuickItem>

#include <functional>

namespace outpost::map {

// What every layer shares: the camera, and a repaint when it moves.
//
// **Thread:** GUI; updatePaintNode runs on the render thread while the GUI thread waits.
class MapLayer : public QQuickItem {
    Q_OBJECT
    QML_ANONYMOUS
    Q_PROPERTY(outpost::map::MapCamera* camera READ camera WRITE setCamera NOTIFY cameraChanged FINAL)

public:
    explicit MapLayer(QQuickItem* parent = nullptr);

    MapCamera* camera() const { return m_camera; }
    void setCamera(MapCamera* camera);

Q_SIGNALS:
    void cameraChanged();

protected:
    // The camera moved or was exchanged.
    virtual void cameraMoved() { update(); }
    // Qt Quick's software back end draws no geometry nodes: such layers paint a picture there.
    bool isSoftware() const;
    double pixelRatio() const;
    // The view with so much more on each side, as a share of it: a part of the Mercator square, x not wrapped.
    QRectF viewWith(double margin) const;
    // Whether the view still lies within such a part.
    bool isViewIn(const QRectF& part) const;
    // Calls `changed` when rows of the model come, go or change; leaves the one before alone from now on.
    void follow(QAbstractItemModel* before, QAbstractItemModel* model, std::function<void()> changed);
    // The role of that name, or -1.
    static int roleNamed(const QAbstractItemModel& model, const char* name);

private:
    QPointer<MapCamera> m_camera;
};

} // namespace outpost::map
