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

QRectF MapLayer::viewWith(double margin) const
{
    const double size = worldSize(camera()->zoom());
    const QSizeF more(width() * margin, height() * margin);
    return {camera()->worldFromScreen({-more.width(), -more.height()}),
            QSizeF((width() + 2 * more.width()) / size, (height() + 2 * more.height()) / size)};
}

bool MapLayer::isViewIn(const QRectF& part) const
{
    const double size = worldSize(camera()->zoom());
    const QPointF topLeft = camera()->worldFromScreen({0, 0});
    const double left = wrapped(topLeft.x() - part.left());
    return left >= 0 && left + width() / size <= part.width() && topLeft.y() >= part.top() &&
           topLeft.y() + height() / size <= part.bottom();
}

void MapLayer::follow(QAbstractItemModel* before, QAbstractItemModel* model, std::function<void()> changed)
{
    if (before != nullptr)
        disconnect(before, nullptr, this, nullptr);
    if (model == nullptr)
        return;
    connect(model, &QAbstractItemModel::modelReset, this, changed);
    connect(model, &QAbstractItemModel::rowsInserted, this, changed);
    connect(model, &QAbstractItemModel::rowsRemoved, this, changed);
    connect(model, &QAbstractItemModel::dataChanged, this, std::move(changed));
}

int MapLayer::roleNamed(const QAbstractItemModel& model, const char* name)
{
    return model.roleNames().key(name, -1);
}

} // namespace outpost::map
