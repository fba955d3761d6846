// SPDX-License-Identifier: GPL-3.0-or-later
#include "TileLayerItem.h"

#include <QQuickWindow>
#include <QSGImageNode>
#include <QSGTexture>

#include <algorithm>
#include <cmath>
#include <map>
#include <memory>
#include <utility>

namespace outpost::map {

namespace {

constexpr int kFinestZoom = 19; // beyond it servers have nothing
constexpr qsizetype kMostTiles = 256;
constexpr int kCoarserTried = 5;
constexpr std::size_t kMostTextures = 192;

// Owns the textures that its children show, so that a picture is uploaded once. A transform (that changes nothing), as
// the software renderer remembers place and clip of children that come later only for such nodes.
struct TilesNode : QSGTransformNode {
    std::map<TileId, std::unique_ptr<QSGTexture>> textures;

    ~TilesNode() override { clear(); }
    void clear()
    {
        while (QSGNode* child = firstChild()) {
            removeChildNode(child);
            delete child;
        }
    }
};

QRectF rectOf(const TileId& id, const MapCamera& camera)
{
    const double across = std::exp2(-id.zoom);
    const double side = kTileSize * std::exp2(camera.zoom() - id.zoom);
    const QPointF middle = camera.screenFromWorld({(id.x + 0.5) * across, (id.y + 0.5) * across});
    return {middle.x() - side / 2, middle.y() - side / 2, side, side};
}

} // namespace

void TileLayerItem::setSource(TileSource* source)
{
    if (m_source == source)
        return;
    if (m_source != nullptr)
        disconnect(m_source, nullptr, this, nullptr);
    m_source = source;
    if (m_source != nullptr) {
        connect(m_source, &TileSource::arrived, this, &QQuickItem::update);
        connect(m_source, &TileSource::changed, this, &TileLayerItem::startAnew);
    }
    startAnew();
    Q_EMIT sourceChanged();
}

void TileLayerItem::startAnew()
{
    m_otherPictures = true; // the same tile may look different now
    look();
}

void TileLayerItem::cameraMoved()
{
    look();
}

void TileLayerItem::look()
{
    m_inSight.clear();
    if (m_source != nullptr && m_source->isActive() && camera() != nullptr && !camera()->viewport().isEmpty()) {
        m_inSight = inSight(*camera());
        m_source->want(m_inSight);
    }
    update();
}

QList<TileId> TileLayerItem::inSight(const MapCamera& camera)
{
    const int zoom = std::clamp(static_cast<int>(std::lround(camera.zoom())), 0, kFinestZoom);
    const int count = 1 << zoom;
    const double world = kTileSize * std::exp2(camera.zoom());
    const QPointF centre = camera.centre() * count;
    const double halfX = camera.viewport().width() / world * count / 2;
    const double halfY = camera.viewport().height() / world * count / 2;
    const int west = static_cast<int>(std::floor(centre.x() - halfX));
    const int east = std::min(static_cast<int>(std::floor(centre.x() + halfX)), west + count - 1);
    const int north = std::max(static_cast<int>(std::floor(centre.y() - halfY)), 0);
    const int south = std::min(static_cast<int>(std::floor(centre.y() + halfY)), count - 1);
    struct Seen {
        TileId id;
        double distance;
    };
    std::vector<Seen> seen;
    for (int y = north; y <= south; ++y) {
        for (int x = west; x <= east && std::ssize(seen) < kMostTiles; ++x)
            seen.push_back(
                {{zoom, ((x % count) + count) % count, y}, std::hypot(x + 0.5 - centre.x(), y + 0.5 - centre.y())});
    }
    std::ranges::stable_sort(seen, {}, &Seen::distance);
    QList<TileId> ids;
    for (const Seen& tile : seen)
        ids.append(tile.id);
    return ids;
}

QSGNode* TileLayerItem::updatePaintNode(QSGNode* old, UpdatePaintNodeData*)
{
    if (m_inSight.isEmpty() || m_source == nullptr || camera() == nullptr || window() == nullptr) {
        delete old;
        return nullptr;
    }
    auto* node = static_cast<TilesNode*>(old);
    if (node == nullptr)
        node = new TilesNode;
    node->clear();
    if (std::exchange(m_otherPictures, false) || node->textures.size() > kMostTextures)
        node->textures.clear();
    for (const TileId& id : m_inSight) {
        // The tile itself, else the part of the nearest coarser one that is there.
        TileId from = id;
        QImage image;
        for (int up = 0; up <= kCoarserTried && from.zoom >= 0; ++up, from = from.parent()) {
            image = m_source->tile(from);
            if (!image.isNull())
                break;
        }
        if (image.isNull())
            continue;
        auto& texture = node->textures[from];
        if (texture == nullptr)
            texture.reset(window()->createTextureFromImage(image));
        if (texture == nullptr)
            continue;
        const int parts = 1 << (id.zoom - from.zoom);
        const QSizeF part = QSizeF(texture->textureSize()) / parts;
        QSGImageNode* shown = window()->createImageNode();
        shown->setTexture(texture.get());
        shown->setOwnsTexture(false);
        shown->setFiltering(QSGTexture::Linear);
        shown->setRect(rectOf(id, *camera()));
        shown->setSourceRect(QRectF(QPointF((id.x % parts) * part.width(), (id.y % parts) * part.height()), part));
        node->appendChildNode(shown);
    }
    return node;
}

} // namespace outpost::map
