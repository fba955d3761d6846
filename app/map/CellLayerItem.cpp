// SPDX-License-Identifier: GPL-3.0-or-later
#include "CellLayerItem.h"

#include <QFuture>
#include <QPainter>
#include <QQuickWindow>
#include <QSGGeometryNode>
#include <QSGImageNode>
#include <QSGVertexColorMaterial>
#include <QtConcurrentRun>

#include <algorithm>
#include <cmath>

namespace outpost::map {

namespace {

// How much more than the view is built, as a share of it on each side.
constexpr double kMargin = 0.35;
constexpr std::size_t kCachedShapes = 200'000;
constexpr int kCoalesceMs = 100;
// Each cell is drawn a little smaller than it is: the gap is the line between neighbours.
constexpr double kShrink = 0.965;
constexpr int kMaxModelRows = 200'000;

int roleNamed(const QAbstractItemModel& model, const char* name)
{
    const auto roles = model.roleNames();
    for (auto it = roles.cbegin(); it != roles.cend(); ++it) {
        if (it.value() == name)
            return it.key();
    }
    return -1;
}

std::vector<MapCell> cellsOf(const QAbstractItemModel& model)
{
    std::vector<MapCell> cells;
    const int cellRole = roleNamed(model, "cell");
    const int weightRole = roleNamed(model, "weight");
    if (cellRole < 0)
        return cells;
    const int rows = std::min(model.rowCount(), kMaxModelRows);
    cells.reserve(static_cast<std::size_t>(rows));
    for (int row = 0; row < rows; ++row) {
        const QModelIndex index = model.index(row, 0);
        const auto cell = cellFromText(model.data(index, cellRole).toString());
        if (!cell)
            continue;
        const QVariant weight = weightRole < 0 ? QVariant() : model.data(index, weightRole);
        cells.push_back({*cell, weight.isValid() ? weight.toFloat() : 1.0F});
    }
    return cells;
}

class CellNode : public QSGTransformNode {
public:
    CellNode()
    {
        m_fill.setGeometry(&m_geometry);
        m_fill.setMaterial(&m_material);
        m_geometry.setDrawingMode(QSGGeometry::DrawTriangles);
        m_geometry.setVertexDataPattern(QSGGeometry::DynamicPattern);
        appendChildNode(&m_fill);
        m_fill.setFlag(OwnedByParent, false);
    }

    QSGGeometryNode m_fill;
    QSGGeometry m_geometry{QSGGeometry::defaultAttributes_ColoredPoint2D(), 0, 0, QSGGeometry::UnsignedIntType};
    QSGVertexColorMaterial m_material;
};

uchar premultiplied(int channel, int alpha)
{
    return static_cast<uchar>(channel * alpha / 255);
}

} // namespace

void CellSource::setCells(std::vector<MapCell> cells)
{
    if (m_cells == cells)
        return;
    m_cells = std::move(cells);
    Q_EMIT changed();
}

CellLayerItem::CellLayerItem(QQuickItem* parent) : MapLayer(parent), m_grid(std::make_shared<CellGrid>())
{
    m_read.setSingleShot(true);
    m_read.setInterval(kCoalesceMs);
    connect(&m_read, &QTimer::timeout, this, &CellLayerItem::readCells);
    connect(this, &CellLayerItem::styleChanged, this, [this] {
        m_recolor = true;
        update();
    });
}

void CellLayerItem::setModel(QAbstractItemModel* model)
{
    if (m_model == model)
        return;
    if (m_model != nullptr)
        disconnect(m_model, nullptr, this, nullptr);
    m_model = model;
    if (m_model != nullptr) {
        connect(m_model, &QAbstractItemModel::modelReset, this, &CellLayerItem::scheduleRead);
        connect(m_model, &QAbstractItemModel::rowsInserted, this, &CellLayerItem::scheduleRead);
        connect(m_model, &QAbstractItemModel::rowsRemoved, this, &CellLayerItem::scheduleRead);
        connect(m_model, &QAbstractItemModel::dataChanged, this, &CellLayerItem::scheduleRead);
    }
    readCells();
    Q_EMIT modelChanged();
}

void CellLayerItem::setSource(CellSource* source)
{
    if (m_source == source)
        return;
    if (m_source != nullptr)
        disconnect(m_source, nullptr, this, nullptr);
    m_source = source;
    if (m_source != nullptr)
        connect(m_source, &CellSource::changed, this, &CellLayerItem::scheduleRead);
    readCells();
    Q_EMIT sourceChanged();
}

void CellLayerItem::setOutlinedCell(const QString& cell)
{
    if (m_outlinedCell == cell)
        return;
    m_outlinedCell = cell;
    m_rebuild = true;
    polish();
    Q_EMIT outlinedCellChanged();
}

int CellLayerItem::cellCount() const
{
    return static_cast<int>(m_grid->level(m_grid->resolution()).size());
}

void CellLayerItem::scheduleRead()
{
    if (!m_read.isActive())
        m_read.start();
}

void CellLayerItem::readCells()
{
    m_read.stop();
    std::vector<MapCell> cells;
    if (m_source != nullptr)
        cells = m_source->cells();
    else if (m_model != nullptr)
        cells = cellsOf(*m_model);
    arrange(std::move(cells));
}

void CellLayerItem::arrange(std::vector<MapCell> cells)
{
    const quint64 generation = ++m_generation;
    if (cells.size() <= kSyncCells) {
        useGrid(std::make_shared<const CellGrid>(cells));
        return;
    }
    QtConcurrent::run([cells = std::move(cells)]() -> std::shared_ptr<const CellGrid> {
        return std::make_shared<const CellGrid>(cells);
    }).then(this, [this, generation](const std::shared_ptr<const CellGrid>& grid) {
        // A newer set may be on its way, or already be here.
        if (generation == m_generation)
            useGrid(grid);
    });
}

void CellLayerItem::useGrid(std::shared_ptr<const CellGrid> grid)
{
    m_grid = std::move(grid);
    m_rebuild = true;
    polish();
    update();
    Q_EMIT cellsChanged();
}

QRectF CellLayerItem::worldBounds() const
{
    QRectF bounds;
    for (const CellGrid::Cell& cell : m_grid->level(m_grid->resolution())) {
        const QRectF point(cell.centre, QSizeF(1e-9, 1e-9));
        bounds = bounds.isNull() ? point : bounds.united(point);
    }
    return bounds;
}

QString CellLayerItem::cellAtPoint(double x, double y) const
{
    if (camera() == nullptr || m_grid->isEmpty() || m_builtResolution < 0)
        return {};
    const auto cell = outpost::map::cellAt(camera()->latitudeAt(x, y), camera()->longitudeAt(x, y), m_builtResolution);
    if (!cell)
        return {};
    const auto& level = m_grid->level(m_builtResolution);
    const auto found = std::ranges::lower_bound(level, *cell, {}, &CellGrid::Cell::cell);
    return found != level.end() && found->cell == *cell ? cellText(*cell) : QString();
}

void CellLayerItem::cameraMoved()
{
    if (!covers())
        polish();
    update();
}

void CellLayerItem::geometryChange(const QRectF& now, const QRectF& before)
{
    MapLayer::geometryChange(now, before);
    polish();
}

bool CellLayerItem::covers() const
{
    if (m_rebuild || camera() == nullptr || m_grid->resolutionFor(camera()->zoom()) != m_builtResolution)
        return false;
    // Zoomed in a long way, the part that was built is much larger than the view, and floats lose precision.
    if (std::abs(camera()->zoom() - m_builtZoom) > 1.5)
        return false;
    const double size = worldSize(camera()->zoom());
    const QPointF topLeft = camera()->worldFromScreen({0, 0});
    const double left = wrapped(topLeft.x() - m_built.left());
    return left >= 0 && left + width() / size <= m_built.width() && topLeft.y() >= m_built.top() &&
           topLeft.y() + height() / size <= m_built.bottom();
}

void CellLayerItem::updatePolish()
{
    if (camera() != nullptr && width() > 0 && height() > 0 && !covers())
        selectCells();
}

const CellShape* CellLayerItem::shapeOf(std::uint64_t cell)
{
    if (const auto found = m_shapes.find(cell); found != m_shapes.end())
        return &found->second;
    if (m_shapes.size() >= kCachedShapes)
        m_shapes.clear();
    const auto shape = cellShape(cell);
    return shape ? &m_shapes.emplace(cell, *shape).first->second : nullptr;
}

void CellLayerItem::selectCells()
{
    const double size = worldSize(camera()->zoom());
    const QSizeF margin(width() * kMargin, height() * kMargin);
    m_built = QRectF(camera()->worldFromScreen({-margin.width(), -margin.height()}),
                     QSizeF((width() + 2 * margin.width()) / size, (height() + 2 * margin.height()) / size));
    m_anchor = m_built.center();
    m_builtZoom = camera()->zoom();
    m_builtResolution = m_grid->resolutionFor(m_builtZoom);
    m_drawn.clear();
    for (const CellGrid::Cell& cell : m_grid->inside(m_builtResolution, m_built, kMaxDrawn)) {
        if (const CellShape* shape = shapeOf(cell.cell))
            m_drawn.push_back({*shape, cell.weight});
    }
    if (const auto outlined = cellFromText(m_outlinedCell)) {
        // A negative weight marks the outlined one.
        if (const CellShape* shape = shapeOf(*outlined))
            m_drawn.push_back({*shape, -1});
    }
    // Relative to the anchor and by the shortest way, so that floats are exact enough at every zoom.
    for (Drawn& drawn : m_drawn) {
        const double turn =
            m_anchor.x() + wrapped(drawn.shape.corners[0].x() - m_anchor.x()) - drawn.shape.corners[0].x();
        for (std::uint8_t i = 0; i < drawn.shape.count; ++i)
            drawn.shape.corners[i] = (drawn.shape.corners[i] + QPointF(turn, 0) - m_anchor) * worldSize(m_builtZoom);
    }
    m_rebuild = false;
    m_recolor = true;
    update();
}

QColor CellLayerItem::colorFor(float weight) const
{
    const float w = std::clamp(weight, 0.0F, 1.0F);
    const auto mix = [w](float a, float b) { return a + (b - a) * w; };
    return QColor::fromRgbF(
        mix(m_weakColor.redF(), m_strongColor.redF()), mix(m_weakColor.greenF(), m_strongColor.greenF()),
        mix(m_weakColor.blueF(), m_strongColor.blueF()), mix(m_weakColor.alphaF(), m_strongColor.alphaF()));
}

QSGNode* CellLayerItem::updatePaintNode(QSGNode* old, UpdatePaintNodeData*)
{
    if (camera() == nullptr || m_drawn.empty()) {
        delete old;
        return nullptr;
    }
    return isSoftware() ? updatePicture(old) : updateGeometry(old);
}

QSGNode* CellLayerItem::updateGeometry(QSGNode* old)
{
    auto* node = static_cast<CellNode*>(old);
    if (node == nullptr) {
        node = new CellNode;
        m_recolor = true;
    }
    if (m_recolor) {
        m_recolor = false;
        int vertices = 0;
        int indices = 0;
        for (const Drawn& drawn : m_drawn) {
            vertices += drawn.shape.count;
            indices += 3 * (drawn.shape.count - 2);
        }
        node->m_geometry.allocate(vertices, indices);
        auto* vertex = node->m_geometry.vertexDataAsColoredPoint2D();
        quint32* index = node->m_geometry.indexDataAsUInt();
        quint32 first = 0;
        for (const Drawn& drawn : m_drawn) {
            const QColor color = drawn.weight < 0 ? m_outlineColor : colorFor(drawn.weight);
            const int alpha = drawn.weight < 0 ? color.alpha() * 2 / 3 : color.alpha();
            QPointF centre;
            for (std::uint8_t i = 0; i < drawn.shape.count; ++i)
                centre += drawn.shape.corners[i] / drawn.shape.count;
            for (std::uint8_t i = 0; i < drawn.shape.count; ++i) {
                const QPointF corner = centre + (drawn.shape.corners[i] - centre) * kShrink;
                vertex++->set(static_cast<float>(corner.x()), static_cast<float>(corner.y()),
                              premultiplied(color.red(), alpha), premultiplied(color.green(), alpha),
                              premultiplied(color.blue(), alpha), static_cast<uchar>(alpha));
            }
            for (quint32 i = 2; i < drawn.shape.count; ++i) {
                *index++ = first;
                *index++ = first + i - 1;
                *index++ = first + i;
            }
            first += drawn.shape.count;
        }
        node->m_fill.markDirty(QSGNode::DirtyGeometry | QSGNode::DirtyMaterial);
    }
    const double stretch = std::exp2(camera()->zoom() - m_builtZoom);
    const QPointF at = camera()->screenFromWorld(m_anchor);
    QMatrix4x4 matrix;
    matrix.translate(static_cast<float>(at.x()), static_cast<float>(at.y()));
    matrix.scale(static_cast<float>(stretch), static_cast<float>(stretch));
    node->setMatrix(matrix);
    return node;
}

QSGNode* CellLayerItem::updatePicture(QSGNode* old)
{
    auto* node = static_cast<QSGImageNode*>(old);
    if (node == nullptr) {
        node = window()->createImageNode();
        node->setOwnsTexture(true);
    }
    m_recolor = false;
    const double ratio = pixelRatio();
    QImage image((size() * ratio).toSize().expandedTo({1, 1}), QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(ratio);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    const double stretch = std::exp2(camera()->zoom() - m_builtZoom);
    const QPointF at = camera()->screenFromWorld(m_anchor);
    for (const Drawn& drawn : m_drawn) {
        QPolygonF polygon;
        QPointF centre;
        for (std::uint8_t i = 0; i < drawn.shape.count; ++i)
            centre += drawn.shape.corners[i] / drawn.shape.count;
        for (std::uint8_t i = 0; i < drawn.shape.count; ++i)
            polygon << at + (centre + (drawn.shape.corners[i] - centre) * kShrink) * stretch;
        if (!polygon.boundingRect().intersects(boundingRect()))
            continue;
        QColor color = drawn.weight < 0 ? m_outlineColor : colorFor(drawn.weight);
        if (drawn.weight < 0)
            color.setAlpha(color.alpha() * 2 / 3);
        painter.setBrush(color);
        painter.drawPolygon(polygon);
    }
    painter.end();
    node->setTexture(window()->createTextureFromImage(image, QQuickWindow::TextureHasAlphaChannel));
    node->setRect(boundingRect());
    return node;
}

} // namespace outpost::map
