// SPDX-License-Identifier: GPL-3.0-or-later
#include "WorldOutlineItem.h"

#include <QFile>
#include <QPainter>
#include <QPainterPath>
#include <QQuickWindow>
#include <QSGImageNode>
#include <QtConcurrentRun>

#include <algorithm>
#include <cmath>

namespace outpost::map {

namespace {

struct Level {
    const char* file;
    // Used from this zoom on.
    double from;
};

constexpr std::array<Level, 3> kLevels{{{"world-110m", -1}, {"world-50m", 3.2}, {"world-10m", 6.0}}};
// Room around the view, as a share of it, that panning can use before a new picture.
constexpr double kMargin = 0.3;
constexpr double kGridPixels = 170;
constexpr std::array kGridSteps{30.0, 10.0, 5.0, 2.0, 1.0, 0.5, 0.2, 0.1, 0.05, 0.02, 0.01, 0.005, 0.002};
constexpr double kEdge = 1e-6;
constexpr double kBordersBelow = 10;

std::shared_ptr<const WorldShapes> readLevel(std::size_t level)
{
    QFile file(QStringLiteral(":/qt/qml/Outpost/Map/world/%1.bin").arg(QLatin1StringView(kLevels[level].file)));
    if (!file.open(QIODevice::ReadOnly))
        return nullptr;
    const QByteArray bytes = file.readAll();
    auto shapes = WorldShapes::read(bytes);
    return shapes ? std::make_shared<const WorldShapes>(std::move(*shapes)) : nullptr;
}

// The shapes never change: every map of the program shares one copy.
std::shared_ptr<const WorldShapes>& shared(std::size_t level)
{
    static std::array<std::shared_ptr<const WorldShapes>, kLevels.size()> levels;
    return levels[level];
}

std::size_t levelFor(double zoom)
{
    std::size_t level = 0;
    for (std::size_t i = 0; i < kLevels.size(); ++i) {
        if (zoom >= kLevels[i].from)
            level = i;
    }
    return level;
}

// The edge along the pole, and the two that lead to it, are no coast.
bool isCut(const QPointF& a, const QPointF& b)
{
    return a.y() > 1 - kEdge || b.y() > 1 - kEdge;
}

// True for a side that clipping added.
bool onRect(const QPointF& a, const QPointF& b, const QRectF& r)
{
    const auto same = [](double p, double q, double side) {
        return std::abs(p - side) < 1e-12 && std::abs(q - side) < 1e-12;
    };
    return same(a.x(), b.x(), r.left()) || same(a.x(), b.x(), r.right()) || same(a.y(), b.y(), r.top()) ||
           same(a.y(), b.y(), r.bottom());
}

template <typename ToPicture> void addLine(QPainterPath& path, const std::vector<QPointF>& points, ToPicture toPicture)
{
    path.moveTo(toPicture(points.front()));
    for (std::size_t i = 1; i < points.size(); ++i)
        path.lineTo(toPicture(points[i]));
}

void addGrid(QPainterPath& path, const QRectF& view, double size)
{
    double step = kGridSteps.front();
    for (const double candidate : kGridSteps) {
        if (candidate / 360.0 * size >= kGridPixels)
            step = candidate;
    }
    const double west = view.left() * 360.0 - 180.0;
    const double east = view.right() * 360.0 - 180.0;
    for (double lon = std::ceil(west / step) * step; lon <= east; lon += step) {
        const double x = (lon + 180.0) / 360.0;
        path.moveTo((x - view.left()) * size, 0);
        path.lineTo((x - view.left()) * size, view.height() * size);
    }
    const double south = latitudeOf(std::min(1.0, view.bottom()));
    const double north = latitudeOf(std::max(0.0, view.top()));
    for (double lat = std::ceil(south / step) * step; lat <= north; lat += step) {
        const double y = (worldFromDegrees(lat, 0).y() - view.top()) * size;
        path.moveTo(0, y);
        path.lineTo(view.width() * size, y);
    }
}

} // namespace

WorldOutlineItem::WorldOutlineItem(QQuickItem* parent) : MapLayer(parent)
{
    connect(this, &WorldOutlineItem::styleChanged, this, [this] {
        m_picture.zoom = -1;
        polish();
    });
}

void WorldOutlineItem::preload()
{
    for (std::size_t level = 0; level < kLevels.size(); ++level) {
        if (shared(level) == nullptr)
            shared(level) = readLevel(level);
    }
}

void WorldOutlineItem::requestShapes(std::size_t level)
{
    if (m_requested[level])
        return;
    m_requested[level] = true;
    const auto arrived = [this, level](const std::shared_ptr<const WorldShapes>& shapes) {
        shared(level) = shapes;
        m_levels[level] = shapes;
        m_picture.zoom = -1;
        polish();
    };
    if (shared(level) != nullptr)
        arrived(shared(level));
    else if (level == 0)
        arrived(readLevel(level)); // 12 kB: at once, so that the first frame is not empty
    else
        QtConcurrent::run(readLevel, level).then(this, arrived);
}

void WorldOutlineItem::cameraMoved()
{
    if (!covers())
        polish();
    update();
}

void WorldOutlineItem::geometryChange(const QRectF& now, const QRectF& before)
{
    MapLayer::geometryChange(now, before);
    polish();
}

bool WorldOutlineItem::covers() const
{
    if (camera() == nullptr || m_picture.zoom != camera()->zoom())
        return false;
    const double scale = worldSize(m_picture.zoom);
    const QPointF topLeft = camera()->worldFromScreen({0, 0});
    const double left = wrapped(topLeft.x() - m_picture.topLeft.x()) * scale;
    const double top = (topLeft.y() - m_picture.topLeft.y()) * scale;
    return left >= 0 && top >= 0 && left + width() <= m_picture.size.width() &&
           top + height() <= m_picture.size.height();
}

void WorldOutlineItem::updatePolish()
{
    if (camera() != nullptr && width() > 0 && height() > 0 && !covers())
        paintPicture();
}

void WorldOutlineItem::paintPicture()
{
    const double zoom = camera()->zoom();
    const std::size_t wanted = levelFor(zoom);
    requestShapes(0);
    requestShapes(wanted);
    if (wanted > 1 && zoom < kBordersBelow)
        requestShapes(1);
    std::size_t level = wanted;
    while (level > 0 && m_levels[level] == nullptr)
        --level;
    const bool ready = m_levels[wanted] != nullptr;

    const double size = worldSize(zoom);
    const QPointF margin(std::ceil(width() * kMargin), std::ceil(height() * kMargin));
    m_picture.size = QSizeF(width() + 2 * margin.x(), height() + 2 * margin.y());
    m_picture.topLeft = camera()->worldFromScreen({-margin.x(), -margin.y()});
    m_picture.zoom = zoom;
    const double ratio = pixelRatio();
    QImage image((m_picture.size * ratio).toSize(), QImage::Format_RGB32);
    image.setDevicePixelRatio(ratio);
    image.fill(m_water);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);

    const QRectF view(m_picture.topLeft, m_picture.size / size);
    QPainterPath land;
    QPainterPath coast;
    QPainterPath border;
    // Borders are kept at one scale only; near the ground they would be off by more than a line.
    const WorldShapes* bordersFrom = level > 0 && zoom < kBordersBelow ? m_levels[1].get() : nullptr;
    if (m_levels[level] != nullptr) {
        // Each copy of the world that the view touches; rings across the date line reach into the next one.
        const int last = static_cast<int>(std::floor(view.right())) + 1;
        for (int copy = static_cast<int>(std::floor(view.left())) - 1; copy <= last; ++copy) {
            const QRectF window = view.translated(-copy, 0);
            const QRectF wide = window.adjusted(-8 / size, -8 / size, 8 / size, 8 / size);
            const auto toPicture = [&](const QPointF& p) { return (p - window.topLeft()) * size; };
            if (bordersFrom != nullptr) {
                for (const WorldRing& ring : bordersFrom->rings) {
                    if (!ring.closed && ring.box.intersects(wide))
                        addLine(border, ring.points, toPicture);
                }
            }
            for (const WorldRing& ring : m_levels[level]->rings) {
                if (!ring.closed || !ring.box.intersects(wide))
                    continue;
                const std::vector<QPointF> inside =
                    wide.contains(ring.box) ? ring.points : clippedRing(ring.points, wide);
                if (inside.size() < 3)
                    continue;
                land.moveTo(toPicture(inside.front()));
                coast.moveTo(toPicture(inside.front()));
                for (std::size_t i = 1; i <= inside.size(); ++i) {
                    const QPointF& from = inside[i - 1];
                    const QPointF& to = inside[i % inside.size()];
                    land.lineTo(toPicture(to));
                    if (isCut(from, to) || onRect(from, to, wide))
                        coast.moveTo(toPicture(to));
                    else
                        coast.lineTo(toPicture(to));
                }
                land.closeSubpath();
            }
        }
    }
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_land);
    painter.drawPath(land);
    painter.setBrush(Qt::NoBrush);
    QColor faint = m_coast;
    faint.setAlphaF(0.45F);
    QPainterPath grid;
    addGrid(grid, view, size);
    painter.setPen(QPen(faint, 1));
    painter.drawPath(grid);
    painter.setPen(QPen(m_coast, 1, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPath(border);
    painter.setPen(QPen(m_coast, 1.2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPath(coast);
    painter.end();
    m_picture.image = image;
    m_pictureChanged = true;
    update();
    if (m_ready != ready) {
        m_ready = ready;
        Q_EMIT readyChanged();
    }
}

QSGNode* WorldOutlineItem::updatePaintNode(QSGNode* old, UpdatePaintNodeData*)
{
    auto* node = static_cast<QSGImageNode*>(old);
    if (m_picture.image.isNull() || camera() == nullptr) {
        delete node;
        return nullptr;
    }
    if (node == nullptr) {
        node = window()->createImageNode();
        node->setOwnsTexture(true);
        node->setFiltering(QSGTexture::Linear);
        m_pictureChanged = true;
    }
    if (m_pictureChanged) {
        node->setTexture(window()->createTextureFromImage(m_picture.image, QQuickWindow::TextureIsOpaque));
        m_pictureChanged = false;
    }
    // Between two pictures the last one is stretched to where it belongs.
    const double size = worldSize(camera()->zoom());
    const QPointF topLeft = camera()->worldFromScreen({0, 0});
    const double stretch = size / worldSize(m_picture.zoom < 0 ? camera()->zoom() : m_picture.zoom);
    node->setRect(QRectF(
        QPointF(-wrapped(topLeft.x() - m_picture.topLeft.x()) * size, (m_picture.topLeft.y() - topLeft.y()) * size),
        m_picture.size * stretch));
    return node;
}

} // namespace outpost::map
