// SPDX-License-Identifier: GPL-3.0-or-later
#include "MapLayer.h"

#include <QQuickWindow>
#include <QSGRendererInterface>

namespace outpost::map {

MapLayer::MapLayer(QQuickItem* parent) : QQuickItem(parent)
{
    setFlag(ItemHasContents);
    setClip(true);
}

void MapLayer::setCamera(MapCamera* camera)
{
    if (m_camera == camera)
        return;
    if (m_camera != nullptr)
        disconnect(m_camera, nullptr, this, nullptr);
    m_camera = camera;
    if (m_camera != nullptr)
        connect(m_camera, &MapCamera::changed, this, [this] { cameraMoved(); });
    cameraMoved();
    Q_EMIT cameraChanged();
}

bool MapLayer::isSoftware() const
{
    return window() != nullptr && window()->rendererInterface()->graphicsApi() == QSGRendererInterface::Software;
}

double MapLayer::pixelRatio() const
{
    return window() != nullptr ? window()->effectiveDevicePixelRatio() : 1.0;
}

} // namespace outpost::map
