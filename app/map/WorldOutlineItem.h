// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "MapLayer.h"
#include "WorldShapes.h"

#include <QColor>
#include <QImage>

#include <array>
#include <memory>

namespace outpost::map {

// Land, coasts, borders and a faint grid of degrees: the map that needs no internet. It paints a picture a little
// larger than the view and moves it while the map is dragged, so that panning costs nothing; coarser shapes serve
// small scales. The shapes are read on a pool thread the first time their scale is needed.
class WorldOutlineItem : public MapLayer {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QColor water MEMBER m_water NOTIFY styleChanged FINAL)
    Q_PROPERTY(QColor land MEMBER m_land NOTIFY styleChanged FINAL)
    Q_PROPERTY(QColor coast MEMBER m_coast NOTIFY styleChanged FINAL)
    // The shapes of the scale that the view needs are there.
    Q_PROPERTY(bool ready READ isReady NOTIFY readyChanged FINAL)

public:
    explicit WorldOutlineItem(QQuickItem* parent = nullptr);

    bool isReady() const { return m_ready; }

    // Reads all shapes now (about 20 ms), for pictures that must be complete at once.
    static void preload();

Q_SIGNALS:
    void styleChanged();
    void readyChanged();

protected:
    void cameraMoved() override;
    QSGNode* updatePaintNode(QSGNode* old, UpdatePaintNodeData* data) override;
    void geometryChange(const QRectF& now, const QRectF& before) override;
    void updatePolish() override;

private:
    struct Picture {
        QImage image;
        // What it shows: the top left in the Mercator square (may be below 0 or above 1) and its scale.
        QPointF topLeft;
        QSizeF size;
        double zoom = -1;
    };

    bool covers() const;
    void paintPicture();
    void requestShapes(std::size_t level);

    QColor m_water{Qt::lightGray};
    QColor m_land{Qt::white};
    QColor m_coast{Qt::gray};
    std::array<std::shared_ptr<const WorldShapes>, 3> m_levels;
    std::array<bool, 3> m_requested{};
    Picture m_picture;
    bool m_pictureChanged = false;
    bool m_ready = false;
};

} // namespace outpost::map
