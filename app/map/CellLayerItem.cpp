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
constexpr double kMargin = 0.2;
// A picture is made anew before it is stretched visibly.
constexpr double kPictureStretch = 0.25;
constexpr std::size_t kCachedShapes = 200'000;
constexpr int kCoalesceMs = 100;
// Each cell is drawn a little smaller than it is: the gap is the line between neighbours.
constexpr double kShrink = 0.965;
constexpr int kMaxModelRows = 200'000;

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
    if (*m_cells == cells)
        return;
    m_cells = std::make_shared<const std::vector<MapCell>>(std::move(cells));
    Q_EMIT changed();
}

CellLayerItem::CellLayerItem(QQuickItem* parent) : MapLayer(parent), m_grid(std::make_shared<CellGrid>())
{
    m_read.setSingleShot(true);
    m_read.setInterval(kCoalesceMs);
    connect(&m_read, &QTimer::timeout, this, &CellLayerItem::readCells);
    connect(this, &CellLayerItem::styleChanged, this, [this] {
        m_recolor = true;
        if (isPicture())
            repaintPicture();
        update();
    });
}

void CellLayerItem::setModel(QAbstractItemModel* model)
{
    if (m_model == model)
        return;
    follow(m_model, model, [this] { scheduleRead(); });
    m_model = model;
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

std::vector<MapCell> CellLayerItem::cellsOf(const QAbstractItemModel& model)
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

void CellLayerItem::readCells()
{
    m_read.stop();
    if (m_source != nullptr)
        arrange(m_source->shared());
    else
        arrange(std::make_shared<const std::vector<MapCell>>(m_model != nullptr ? cellsOf(*m_model)
                                                                                : std::vector<MapCell>()));
}

void CellLayerItem::arrange(Cells cells)
{
    struct Arranged {
        std::shared_ptr<const CellGrid> grid;
        bool onlyWeights = false;
    };
    const auto work = [before = m_cells, grid = m_grid, cells]() -> Arranged {
        if (before != nullptr) {
            if (auto same = grid->reweighted(*before, *cells))
                return {std::make_shared<const CellGrid>(std::move(*same)), true};
        }
        return {std::make_shared<const CellGrid>(*cells), false};
    };
    const quint64 generation = ++m_generation;
    const auto take = [this, cells](const Arranged& arranged) {
        m_cells = cells;
        useGrid(arranged.grid, arranged.onlyWeights);
    };
    if (cells->size() <= kSyncCells) {
        take(work());
        return;
    }
    QtConcurrent::run(work).then(this, [this, generation, take](const Arranged& arranged) {
        // A newer set may be on its way, or already be here.
        if (generation == m_generation)
            take(arranged);
    });
}

void CellLayerItem::useGrid(std::shared_ptr<const CellGrid> grid, bool onlyWeights)
{
    m_grid = std::move(grid);
    if (onlyWeights && !m_rebuild) {
        const auto& level = m_grid->level(m_builtResolution);
        for (Drawn& drawn : m_drawn) {
            if (drawn.weight >= 0 && drawn.place < level.size())
                drawn.weight = level[drawn.place].weight;
        }
        m_recolor = true;
        if (isPicture())
            repaintPicture();
    } else {
        m_rebuild = true;
        polish();
    }
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
    if (m_rebuild || camera() == nullptr)
        return false;
    if (isPicture() && std::abs(camera()->zoom() - m_builtZoom) > kPictureStretch)
        return false;
    // What is built may be coarser than the zoom allows; finer or far too coarse it may not be.
    if (std::abs(camera()->zoom() - m_builtZoom) > 0.5 &&
        m_grid->resolutionFor(camera()->zoom()) != m_grid->resolutionFor(m_builtZoom))
        return false;
    // Zoomed in a long way, the part that was built is much larger than the view, and floats lose precision.
    if (std::abs(camera()->zoom() - m_builtZoom) > 1.5)
        return false;
    return isViewIn(m_built);
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
    m_built = viewWith(kMargin);
    m_anchor = m_built.center();
    m_builtZoom = camera()->zoom();
    m_builtResolution = m_grid->resolutionFor(m_builtZoom, m_built, kMaxDrawn);
    m_drawn.clear();
    const auto& level = m_grid->level(m_builtResolution);
    for (const std::uint32_t place : m_grid->placesInside(m_builtResolution, m_built, kMaxDrawn)) {
        if (const CellShape* shape = shapeOf(level[place].cell))
            m_drawn.push_back({*shape, level[place].weight, place});
    }
    if (const auto outlined = cellFromText(m_outlinedCell)) {
        // A negative weight marks the outlined one.
        if (const CellShape* shape = shapeOf(*outlined))
            m_drawn.push_back({*shape, -1, 0});
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
    if (isPicture())
        makePicture();
    else
        ++m_pictureGeneration; // none that is being made is wanted any more
    update();
}

bool CellLayerItem::isPicture() const
{
    return m_drawn.size() > kPictureCells && !isSoftware();
}

std::vector<QRgb> CellLayerItem::colors() const
{
    // Two hundred and fifty-six steps between the colours are more than anybody sees.
    constexpr int kSteps = 255;
    const auto packed = [](const QColor& color, int alpha) {
        return qRgba(premultiplied(color.red(), alpha), premultiplied(color.green(), alpha),
                     premultiplied(color.blue(), alpha), alpha);
    };
    std::array<QRgb, kSteps + 1> steps{};
    for (int i = 0; i <= kSteps; ++i) {
        const QColor color = colorFor(static_cast<float>(i) / kSteps);
        steps[static_cast<std::size_t>(i)] = packed(color, color.alpha());
    }
    std::vector<QRgb> result;
    result.reserve(m_drawn.size());
    for (const Drawn& drawn : m_drawn)
        result.push_back(drawn.weight < 0
                             ? packed(m_outlineColor, m_outlineColor.alpha() * 2 / 3)
                             : steps[static_cast<std::size_t>(std::clamp(drawn.weight, 0.0F, 1.0F) * kSteps)]);
    return result;
}

void CellLayerItem::makePicture()
{
    const double ratio = pixelRatio();
    Picture picture;
    picture.anchor = m_anchor;
    picture.zoom = m_builtZoom;
    picture.size = m_built.size() * worldSize(m_builtZoom);
    std::vector<CellShape> shapes;
    shapes.reserve(m_drawn.size());
    const QPointF middle(picture.size.width() / 2, picture.size.height() / 2);
    for (const Drawn& drawn : m_drawn) {
        CellShape& shape = shapes.emplace_back(drawn.shape);
        for (std::uint8_t i = 0; i < shape.count; ++i)
            shape.corners[i] = (shape.corners[i] + middle) * ratio;
    }
    const QSize pixels = (picture.size * ratio).toSize();
    QtConcurrent::run([picture, pixels, shapes = std::move(shapes), colors = colors()]() mutable -> Picture {
        picture.raster = std::make_shared<const CellRaster>(shapes, pixels);
        picture.image = picture.raster->painted(colors);
        return picture;
    }).then(this, [this, generation = ++m_pictureGeneration](const Picture& made) { usePicture(generation, made); });
}

void CellLayerItem::repaintPicture()
{
    if (m_picture.raster == nullptr || m_picture.anchor != m_anchor || m_picture.zoom != m_builtZoom) {
        makePicture(); // the one that is being made has the old colours
        return;
    }
    QtConcurrent::run([picture = m_picture, colors = colors()]() mutable -> Picture {
        picture.image = picture.raster->painted(colors);
        return picture;
    }).then(this, [this, generation = ++m_pictureGeneration](const Picture& made) { usePicture(generation, made); });
}

void CellLayerItem::usePicture(quint64 generation, Picture picture)
{
    if (generation != m_pictureGeneration)
        return;
    m_picture = std::move(picture);
    m_newTexture = true;
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
        m_node = Node::None;
        return nullptr;
    }
    if (isSoftware())
        return updatePicture(old);
    // A picture of another view stands at its own place until the new one is there.
    if (isPicture() && m_picture.image.isNull()) {
        delete old;
        m_node = Node::None;
        return nullptr;
    }
    const Node wanted = isPicture() ? Node::Raster : Node::Geometry;
    if (old == nullptr || wanted != m_node) {
        delete old;
        old = nullptr;
    }
    m_node = wanted;
    return wanted == Node::Raster ? updateRaster(old) : updateGeometry(old);
}

QSGNode* CellLayerItem::updateRaster(QSGNode* old)
{
    auto* node = static_cast<QSGImageNode*>(old);
    if (node == nullptr) {
        node = window()->createImageNode();
        node->setOwnsTexture(true);
        node->setFiltering(QSGTexture::Linear);
        m_newTexture = true;
    }
    if (std::exchange(m_newTexture, false))
        node->setTexture(window()->createTextureFromImage(m_picture.image, QQuickWindow::TextureHasAlphaChannel));
    const double stretch = std::exp2(camera()->zoom() - m_picture.zoom);
    const QPointF at = camera()->screenFromWorld(m_picture.anchor);
    const QSizeF shown = m_picture.size * stretch;
    node->setRect(QRectF(at - QPointF(shown.width() / 2, shown.height() / 2), shown));
    return node;
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
