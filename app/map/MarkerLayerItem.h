// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "MapLayer.h"
#include "MarkerClusters.h"

#include <QAbstractItemModel>
#include <QColor>
#include <QFont>
#include <QTimer>

namespace outpost::map {

// Devices as signs: shape and colour say the state, several that would overlap become one disc with their number. What
// measures is a drop with the state in it.
//
// Roles of the model: "key" (text), "latitude" and "longitude" (degrees), "status" (MarkerStatus), "name" (text),
// "shape" (MarkerShape, may be missing). Rows without a finite place are left out. At most kMaxRows rows are read.
class MarkerLayerItem : public MapLayer {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QAbstractItemModel* model READ model WRITE setModel NOTIFY modelChanged FINAL)
    Q_PROPERTY(QString selectedKey READ selectedKey WRITE setSelectedKey NOTIFY selectedKeyChanged FINAL)
    // With more than this many in view, neighbours are gathered.
    Q_PROPERTY(int clusterAbove MEMBER m_clusterAbove NOTIFY styleChanged FINAL)
    Q_PROPERTY(QColor workingColor MEMBER m_workingColor NOTIFY styleChanged FINAL)
    Q_PROPERTY(QColor checkColor MEMBER m_checkColor NOTIFY styleChanged FINAL)
    Q_PROPERTY(QColor offlineColor MEMBER m_offlineColor NOTIFY styleChanged FINAL)
    Q_PROPERTY(QColor otherColor MEMBER m_otherColor NOTIFY styleChanged FINAL)
    Q_PROPERTY(QColor surface MEMBER m_surface NOTIFY styleChanged FINAL)
    Q_PROPERTY(QColor textColor MEMBER m_textColor NOTIFY styleChanged FINAL)
    Q_PROPERTY(QFont font MEMBER m_font NOTIFY styleChanged FINAL)
    // 1 for the size of the drawings; follows the text scale.
    Q_PROPERTY(double scaleFactor MEMBER m_scale NOTIFY styleChanged FINAL)
    Q_PROPERTY(int count READ count NOTIFY markersChanged FINAL)

public:
    static constexpr int kMaxRows = 200'000;

    explicit MarkerLayerItem(QQuickItem* parent = nullptr);

    QAbstractItemModel* model() const { return m_model; }
    void setModel(QAbstractItemModel* model);
    QString selectedKey() const { return m_selectedKey; }
    void setSelectedKey(const QString& key);
    int count() const { return static_cast<int>(m_markers.size()); }

    // The key of the marker under a point of the item, nearest first; empty for none or for several.
    Q_INVOKABLE QString keyAt(double x, double y) const;
    // What to say about the sign under a point: its name; empty for none or for several.
    Q_INVOKABLE QString nameAt(double x, double y) const;
    // How many markers the sign under a point stands for.
    Q_INVOKABLE int countAt(double x, double y) const;
    // Moves the camera so that all markers (or, for a point, those of the sign there) are seen; false without any.
    Q_INVOKABLE bool fitAll(double room, double pointZoom);
    Q_INVOKABLE bool fitGroupAt(double x, double y, double room, double pointZoom);
    // The key that stands so many rows after another one, going round; the first for an unknown key.
    Q_INVOKABLE QString neighbour(const QString& key, int step) const;
    // Centres on a marker; false for an unknown key.
    Q_INVOKABLE bool centerOn(const QString& key);

    const std::vector<Marker>& markers() const { return m_markers; }
    const std::vector<MarkerGroup>& groups();

Q_SIGNALS:
    void modelChanged();
    void selectedKeyChanged();
    void styleChanged();
    void markersChanged();

protected:
    void cameraMoved() override;
    void updatePolish() override;
    QSGNode* updatePaintNode(QSGNode* old, UpdatePaintNodeData* data) override;
    void geometryChange(const QRectF& now, const QRectF& before) override;

private:
    void scheduleRead();
    void readMarkers();
    void regroup();
    bool covers() const;
    const MarkerGroup* groupAt(double x, double y) const;
    bool fitMarkers(const std::vector<const Marker*>& markers, double room, double pointZoom);
    double radiusOf(const MarkerGroup& group) const;
    QColor colorOf(MarkerStatus status) const;
    QImage paintSign(const MarkerGroup& group, bool selected) const;

    QPointer<QAbstractItemModel> m_model;
    QString m_selectedKey;
    int m_clusterAbove = 60;
    QColor m_workingColor{Qt::darkGreen};
    QColor m_checkColor{Qt::darkYellow};
    QColor m_offlineColor{Qt::darkRed};
    QColor m_otherColor{Qt::darkGray};
    QColor m_surface{Qt::white};
    QColor m_textColor{Qt::black};
    QFont m_font;
    double m_scale = 1.0;
    QTimer m_read;
    std::vector<Marker> m_markers;
    std::vector<MarkerGroup> m_groups;
    QRectF m_grouped;
    double m_groupedZoom = -1;
    bool m_regroup = true;
    bool m_styleDirty = true;
};

} // namespace outpost::map
