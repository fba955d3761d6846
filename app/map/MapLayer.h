// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "MapCamera.h"

#include <QPointer>
#include <QQuickItem>

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

private:
    QPointer<MapCamera> m_camera;
};

} // namespace outpost::map
