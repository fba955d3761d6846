// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "MapLayer.h"
#include "TileSource.h"

#include <QPointer>

namespace outpost::map {

// Pictures of a tile server below the other layers. Where one has not come yet, the part of a coarser one is shown, or
// nothing, so that the outline below is seen. Draws image nodes, which Qt Quick's software back end knows too.
//
// **Thread:** as MapLayer.
class TileLayerItem : public MapLayer {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(outpost::map::TileSource* source READ source WRITE setSource NOTIFY sourceChanged FINAL)

public:
    using MapLayer::MapLayer;

    TileSource* source() const { return m_source; }
    void setSource(TileSource* source);

    // Tiles that a camera sees, nearest to its centre first; never more than 256.
    static QList<TileId> inSight(const MapCamera& camera);

Q_SIGNALS:
    void sourceChanged();

protected:
    void cameraMoved() override;
    QSGNode* updatePaintNode(QSGNode* old, UpdatePaintNodeData* data) override;

private:
    void look();
    void startAnew();

    QPointer<TileSource> m_source;
    QList<TileId> m_inSight;
    bool m_otherPictures = false; // what was uploaded is of a former server
};

} // namespace outpost::map
