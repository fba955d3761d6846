// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "CellRaster.h"
#include "MapLayer.h"

#include <QAbstractItemModel>
#include <QColor>
#include <QTimer>

#include <memory>
#include <unordered_map>

namespace outpost::map {

// H3 cells, coloured by weight between two colours. Some thousands are one geometry node, more are a picture that is
// made on a pool thread; moving the map only moves either until the view leaves the part that was built, and new
// weights of the same cells only change colours. Under Qt Quick's software back end cells are painted.
//
// Cells come either from a model with the roles "cell" (hexadecimal text) and "weight" (0 to 1), meant for thousands,
// or from a CellSource, meant for any number: more than kSyncCells are arranged on a pool thread.
class CellLayerItem : public MapLayer {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QAbstractItemModel* model READ model WRITE setModel NOTIFY modelChanged FINAL)
    Q_PROPERTY(outpost::map::CellSource* source READ source WRITE setSource NOTIFY sourceChanged FINAL)
    // One more cell with an outline: the cell that a device would be registered in. Empty for none.
    Q_PROPERTY(QString outlinedCell READ outlinedCell WRITE setOutlinedCell NOTIFY outlinedCellChanged FINAL)
    Q_PROPERTY(QColor weakColor MEMBER m_weakColor NOTIFY styleChanged FINAL)
    Q_PROPERTY(QColor strongColor MEMBER m_strongColor NOTIFY styleChanged FINAL)
    Q_PROPERTY(QColor outlineColor MEMBER m_outlineColor NOTIFY styleChanged FINAL)
    Q_PROPERTY(int cellCount READ cellCount NOTIFY cellsChanged FINAL)

public:
    static constexpr std::size_t kSyncCells = 20'000;
    // More than this is never drawn at once: coarser cells are.
    static constexpr std::size_t kMaxDrawn = 60'000;
    // From here on a picture is drawn faster than triangles, on computers that draw triangles themselves.
    static constexpr std::size_t kPictureCells = 6'000;

    explicit CellLayerItem(QQuickItem* parent = nullptr);

    QAbstractItemModel* model() const { return m_model; }
    void setModel(QAbstractItemModel* model);
    CellSource* source() const { return m_source; }
    void setSource(CellSource* source);
    QString outlinedCell() const { return m_outlinedCell; }
    void setOutlinedCell(const QString& cell);
    int cellCount() const;
    // How many were chosen for drawing, of the level that fits the zoom.
    int drawnCount() const { return static_cast<int>(m_drawn.size()); }

    // Geographic bounds of all cells, in the Mercator square; empty without cells.
    QRectF worldBounds() const;
    // The cell under a point of the item, or 0.
    Q_INVOKABLE QString cellAtPoint(double x, double y) const;

Q_SIGNALS:
    void modelChanged();
    void sourceChanged();
    void outlinedCellChanged();
    void styleChanged();
    void cellsChanged();

protected:
    void cameraMoved() override;
    void updatePolish() override;
    QSGNode* updatePaintNode(QSGNode* old, UpdatePaintNodeData* data) override;
    void geometryChange(const QRectF& now, const QRectF& before) override;

private:
    struct Drawn {
        CellShape shape;
        float weight = 0;
        std::uint32_t place = 0; // in the level that is drawn
    };
    // A part of the map as a picture, and where it belongs.
    struct Picture {
        std::shared_ptr<const CellRaster> raster;
        QImage image;
        QPointF anchor; // the centre, in the Mercator square
        double zoom = 0;
        QSizeF size; // in pixels at that zoom
    };
    using Cells = std::shared_ptr<const std::vector<MapCell>>; // shared with the pool thread that arranges them

    void scheduleRead();
    void readCells();
    static std::vector<MapCell> cellsOf(const QAbstractItemModel& model);
    void arrange(Cells cells);
    void useGrid(std::shared_ptr<const CellGrid> grid, bool onlyWeights);
    bool covers() const;
    void selectCells();
    const CellShape* shapeOf(std::uint64_t cell);
    QColor colorFor(float weight) const;
    bool isPicture() const;
    std::vector<QRgb> colors() const;
    void makePicture();
    void repaintPicture();
    void usePicture(quint64 generation, Picture picture);
    QSGNode* updateGeometry(QSGNode* old);
    QSGNode* updateRaster(QSGNode* old);
    QSGNode* updatePicture(QSGNode* old);

    QPointer<QAbstractItemModel> m_model;
    QPointer<CellSource> m_source;
    QString m_outlinedCell;
    QColor m_weakColor{Qt::lightGray};
    QColor m_strongColor{Qt::darkGreen};
    QColor m_outlineColor{Qt::darkGreen};
    QTimer m_read;
    std::shared_ptr<const CellGrid> m_grid;
    Cells m_cells; // of m_grid
    quint64 m_generation = 0;
    Picture m_picture;
    quint64 m_pictureGeneration = 0;
    bool m_newTexture = false;
    enum class Node { None, Geometry, Raster } m_node = Node::None;
    // What was chosen for drawing: a part of the Mercator square at one resolution.
    std::vector<Drawn> m_drawn;
    QRectF m_built;
    QPointF m_anchor;
    double m_builtZoom = 0;
    int m_builtResolution = -1;
    bool m_rebuild = true;
    bool m_recolor = false;
    std::unordered_map<std::uint64_t, CellShape> m_shapes;
};

} // namespace outpost::map
