// SPDX-License-Identifier: GPL-3.0-or-later
#include "MarkerLayerItem.h"

#include <QPainter>
#include <QPainterPath>
#include <QQuickWindow>
#include <QSGImageNode>

#include <algorithm>
#include <cmath>
#include <memory>
#include <unordered_map>

namespace outpost::map {

namespace {

constexpr double kMargin = 0.25;
constexpr int kCoalesceMs = 100;
constexpr double kClusterGrid = 56;
// Closer than this two signs hide each other, however few there are.
constexpr double kOverlapGrid = 32;
constexpr double kSingleRadius = 8;
constexpr double kClusterRadius = 16;
// A target is at least 32 pixels across.
constexpr double kHitRadius = 16;
// A drop is this much taller than a disc of its width, and its belly this much lower than its middle.
constexpr double kDropHeight = 1.35;
constexpr double kDropSink = 0.3;
constexpr std::size_t kMaxSigns = 3000;
constexpr std::size_t kMaxTextures = 1000;

// A drop around the middle, its tip up.
QPainterPath dropPath(double r)
{
    QPainterPath path;
    const double belly = r * kDropSink;
    path.moveTo(0, -r * kDropHeight);
    path.cubicTo(r * 0.25, -r * 0.7, r, belly - r * 0.55, r, belly);
    path.arcTo(QRectF(-r, belly - r, 2 * r, 2 * r), 0, -180);
    path.cubicTo(-r, belly - r * 0.55, -r * 0.25, -r * 0.7, 0, -r * kDropHeight);
    path.closeSubpath();
    return path;
}

// Holds the pictures that the signs share, and gives each sign one child.
class SignsNode : public QSGNode {
public:
    std::unordered_map<std::string, std::unique_ptr<QSGTexture>> textures;

    ~SignsNode() override
    {
        // The children point at the textures: they go first.
        removeAllOwned();
    }

    void removeAllOwned()
    {
        while (QSGNode* child = firstChild()) {
            removeChildNode(child);
            delete child;
        }
    }
};

} // namespace

MarkerLayerItem::MarkerLayerItem(QQuickItem* parent) : MapLayer(parent)
{
    m_read.setSingleShot(true);
    m_read.setInterval(kCoalesceMs);
    connect(&m_read, &QTimer::timeout, this, &MarkerLayerItem::readMarkers);
    connect(this, &MarkerLayerItem::styleChanged, this, [this] {
        m_styleDirty = true;
        m_regroup = true;
        polish();
        update();
    });
}

void MarkerLayerItem::setModel(QAbstractItemModel* model)
{
    if (m_model == model)
        return;
    follow(m_model, model, [this] { scheduleRead(); });
    m_model = model;
    readMarkers();
    Q_EMIT modelChanged();
}

void MarkerLayerItem::setSelectedKey(const QString& key)
{
    if (m_selectedKey == key)
        return;
    m_selectedKey = key;
    m_regroup = true;
    polish();
    update();
    Q_EMIT selectedKeyChanged();
}

void MarkerLayerItem::scheduleRead()
{
    if (!m_read.isActive())
        m_read.start();
}

void MarkerLayerItem::readMarkers()
{
    m_read.stop();
    m_markers.clear();
    if (m_model != nullptr) {
        const int key = roleNamed(*m_model, "key");
        const int name = roleNamed(*m_model, "name");
        const int latitude = roleNamed(*m_model, "latitude");
        const int longitude = roleNamed(*m_model, "longitude");
        const int status = roleNamed(*m_model, "status");
        const int shape = roleNamed(*m_model, "shape");
        const int rows = key < 0 || latitude < 0 || longitude < 0 ? 0 : std::min(m_model->rowCount(), kMaxRows);
        m_markers.reserve(static_cast<std::size_t>(rows));
        for (int row = 0; row < rows; ++row) {
            const QModelIndex index = m_model->index(row, 0);
            bool hasLatitude = false;
            bool hasLongitude = false;
            const double lat = m_model->data(index, latitude).toDouble(&hasLatitude);
            const double lon = m_model->data(index, longitude).toDouble(&hasLongitude);
            if (!hasLatitude || !hasLongitude || !(std::abs(lat) <= 90) || !(std::abs(lon) <= 180))
                continue;
            const int state = status < 0 ? 4 : std::clamp(m_model->data(index, status).toInt(), 0, 4);
            const bool isDrop =
                shape >= 0 && m_model->data(index, shape).toInt() == static_cast<int>(MarkerShape::Drop);
            m_markers.push_back({m_model->data(index, key).toString(),
                                 name < 0 ? QString() : m_model->data(index, name).toString(),
                                 worldFromDegrees(lat, lon), static_cast<MarkerStatus>(state),
                                 isDrop ? MarkerShape::Drop : MarkerShape::Round});
        }
    }
    m_regroup = true;
    polish();
    update();
    Q_EMIT markersChanged();
}

void MarkerLayerItem::cameraMoved()
{
    if (!covers())
        polish();
    update();
}

void MarkerLayerItem::geometryChange(const QRectF& now, const QRectF& before)
{
    MapLayer::geometryChange(now, before);
    polish();
}

bool MarkerLayerItem::covers() const
{
    if (m_regroup || camera() == nullptr || m_groupedZoom != std::floor(camera()->zoom() * 2.0))
        return false;
    return isViewIn(m_grouped);
}

void MarkerLayerItem::updatePolish()
{
    if (camera() != nullptr && width() > 0 && height() > 0 && !covers())
        regroup();
}

const std::vector<MarkerGroup>& MarkerLayerItem::groups()
{
    updatePolish();
    return m_groups;
}

void MarkerLayerItem::regroup()
{
    m_grouped = viewWith(kMargin);
    m_groupedZoom = std::floor(camera()->zoom() * 2.0);
    const bool many = markersIn(m_markers, m_grouped) > static_cast<std::size_t>(std::max(0, m_clusterAbove));
    m_groups = groupMarkers(m_markers, m_grouped, camera()->zoom(), (many ? kClusterGrid : kOverlapGrid) * m_scale,
                            m_selectedKey);
    if (m_groups.size() > kMaxSigns)
        m_groups.resize(kMaxSigns);
    m_regroup = false;
    update();
}

double MarkerLayerItem::radiusOf(const MarkerGroup& group) const
{
    if (group.count == 1)
        return kSingleRadius * m_scale;
    // Wider discs for longer numbers.
    const int digits = static_cast<int>(std::log10(group.count)) + 1;
    return (kClusterRadius + 3.5 * std::max(0, digits - 2)) * m_scale;
}

const MarkerGroup* MarkerLayerItem::groupAt(double x, double y) const
{
    const MarkerGroup* best = nullptr;
    double nearest = 1e9;
    if (camera() == nullptr)
        return nullptr;
    for (const MarkerGroup& group : m_groups) {
        const QPointF at = camera()->screenFromWorld(group.world);
        const double distance = std::hypot(at.x() - x, at.y() - y);
        if (distance <= std::max(kHitRadius, radiusOf(group)) && distance < nearest) {
            nearest = distance;
            best = &group;
        }
    }
    return best;
}

QString MarkerLayerItem::keyAt(double x, double y) const
{
    const MarkerGroup* group = groupAt(x, y);
    return group != nullptr && group->count == 1 ? m_markers[group->first].key : QString();
}

QString MarkerLayerItem::nameAt(double x, double y) const
{
    const MarkerGroup* group = groupAt(x, y);
    return group != nullptr && group->count == 1 ? m_markers[group->first].name : QString();
}

int MarkerLayerItem::countAt(double x, double y) const
{
    const MarkerGroup* group = groupAt(x, y);
    return group != nullptr ? group->count : 0;
}

bool MarkerLayerItem::fitMarkers(const std::vector<const Marker*>& markers, double room, double pointZoom)
{
    if (markers.empty() || camera() == nullptr)
        return false;
    // Around the first marker, so that a fleet on both sides of the date line is not shown as a whole world.
    const QPointF origin = markers.front()->world;
    double left = 0;
    double right = 0;
    double top = origin.y();
    double bottom = origin.y();
    for (const Marker* marker : markers) {
        const double dx = wrapped(marker->world.x() - origin.x());
        left = std::min(left, dx);
        right = std::max(right, dx);
        top = std::min(top, marker->world.y());
        bottom = std::max(bottom, marker->world.y());
    }
    const double west = longitudeOf(origin.x() + left);
    // One point has the same longitude twice; a hair's breadth of rounding must not send it round the world.
    const double east = right > left ? longitudeOf(origin.x() + right) : west;
    camera()->fit(latitudeOf(bottom), west, latitudeOf(top), east, room, pointZoom);
    return true;
}

bool MarkerLayerItem::fitAll(double room, double pointZoom)
{
    std::vector<const Marker*> all;
    all.reserve(m_markers.size());
    for (const Marker& marker : m_markers)
        all.push_back(&marker);
    return fitMarkers(all, room, pointZoom);
}

bool MarkerLayerItem::fitGroupAt(double x, double y, double room, double pointZoom)
{
    const MarkerGroup* group = groupAt(x, y);
    if (group == nullptr)
        return false;
    // The members are those that are nearer to this group than to any other: the same grid cell, or close to it.
    std::vector<const Marker*> members;
    const double reach = kClusterGrid * m_scale * 1.5 / worldSize(camera()->zoom());
    for (const Marker& marker : m_markers) {
        if (std::abs(wrapped(marker.world.x() - group->world.x())) < reach / 2 &&
            std::abs(marker.world.y() - group->world.y()) < reach / 2)
            members.push_back(&marker);
    }
    return fitMarkers(members, room, pointZoom);
}

QString MarkerLayerItem::neighbour(const QString& key, int step) const
{
    if (m_markers.empty())
        return {};
    const auto found = std::ranges::find(m_markers, key, &Marker::key);
    if (found == m_markers.end())
        return m_markers.front().key;
    const auto count = static_cast<qsizetype>(m_markers.size());
    const qsizetype at = ((found - m_markers.begin()) + step % count + count) % count;
    return m_markers[static_cast<std::size_t>(at)].key;
}

bool MarkerLayerItem::centerOn(const QString& key)
{
    const auto found = std::ranges::find(m_markers, key, &Marker::key);
    if (found == m_markers.end() || camera() == nullptr)
        return false;
    camera()->centerOn(latitudeOf(found->world.y()), longitudeOf(found->world.x()), camera()->zoom());
    return true;
}

QColor MarkerLayerItem::colorOf(MarkerStatus status) const
{
    switch (status) {
    case MarkerStatus::Working:
        return m_workingColor;
    case MarkerStatus::Check:
        return m_checkColor;
    case MarkerStatus::Offline:
        return m_offlineColor;
    case MarkerStatus::NotSetUp:
    case MarkerStatus::Unknown:
        break;
    }
    return m_otherColor;
}

QImage MarkerLayerItem::paintSign(const MarkerGroup& group, bool selected) const
{
    const double ratio = pixelRatio();
    const bool isDrop = group.count == 1 && m_markers[group.first].shape == MarkerShape::Drop;
    const double radius = radiusOf(group) * (isDrop ? kDropHeight : 1) + (selected ? 5 * m_scale : 1);
    const int side = static_cast<int>(std::ceil(radius * 2)) + 2;
    QImage image(QSize(side, side) * ratio, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(ratio);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(side / 2.0, side / 2.0);
    const QColor color = colorOf(group.worst);
    if (group.count > 1) {
        const double r = radiusOf(group) - 1;
        painter.setPen(QPen(color, 2.2));
        painter.setBrush(m_surface);
        painter.drawEllipse(QPointF(), r, r);
        painter.setPen(m_textColor);
        painter.setFont(m_font);
        painter.drawText(QRectF(-r, -r, 2 * r, 2 * r), Qt::AlignCenter, QString::number(group.count));
        return image;
    }
    if (selected) {
        painter.setPen(QPen(color, 2));
        painter.setBrush(m_surface);
        painter.drawEllipse(QPointF(), radius - 1.5, radius - 1.5);
    }
    const double outer = kSingleRadius * m_scale;
    const double inner = outer - 2.2 * m_scale;
    if (isDrop) {
        painter.setPen(Qt::NoPen);
        painter.fillPath(dropPath(outer), m_surface);
        painter.fillPath(dropPath(inner), color);
    }
    const auto draw = [&](double r, const QColor& fill) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(fill);
        if (group.worst == MarkerStatus::Offline) {
            painter.drawRect(QRectF(-r * 0.9, -r * 0.9, r * 1.8, r * 1.8));
        } else if (group.worst == MarkerStatus::Check) {
            const double tip = r * 1.12;
            painter.drawPolygon(QPolygonF{{0, -tip}, {tip, 0}, {0, tip}, {-tip, 0}});
        } else {
            painter.drawEllipse(QPointF(), r, r);
        }
    };
    if (isDrop) {
        // A plain drop works; any other state stands in it with the shape that it has elsewhere.
        if (group.worst != MarkerStatus::Working) {
            painter.translate(0, outer * kDropSink);
            draw(inner * 0.55, m_surface);
        }
        return image;
    }
    draw(outer, m_surface);
    draw(inner, color);
    if (group.worst == MarkerStatus::NotSetUp || group.worst == MarkerStatus::Unknown)
        draw(inner * 0.5, m_surface);
    return image;
}

QSGNode* MarkerLayerItem::updatePaintNode(QSGNode* old, UpdatePaintNodeData*)
{
    auto* root = static_cast<SignsNode*>(old);
    if (camera() == nullptr || m_groups.empty()) {
        delete root;
        return nullptr;
    }
    if (root == nullptr)
        root = new SignsNode;
    if (m_styleDirty || root->textures.size() > kMaxTextures) {
        m_styleDirty = false;
        root->removeAllOwned();
        root->textures.clear();
    }
    auto* child = static_cast<QSGImageNode*>(root->firstChild());
    // The selected one is drawn last, over its neighbours; else the order is that of the groups.
    std::vector<const MarkerGroup*> order;
    order.reserve(m_groups.size());
    const MarkerGroup* chosen = nullptr;
    for (const MarkerGroup& group : m_groups) {
        if (group.count == 1 && !m_selectedKey.isEmpty() && m_markers[group.first].key == m_selectedKey)
            chosen = &group;
        else
            order.push_back(&group);
    }
    if (chosen != nullptr)
        order.push_back(chosen);
    for (const MarkerGroup* group : order) {
        const bool selected = group == chosen;
        const bool isDrop = group->count == 1 && m_markers[group->first].shape == MarkerShape::Drop;
        const std::string name = std::to_string(static_cast<int>(group->worst)) + (selected ? "s" : "n") +
                                 (isDrop ? "d" : "r") + std::to_string(group->count);
        std::unique_ptr<QSGTexture>& texture = root->textures[name];
        if (texture == nullptr) {
            texture.reset(
                window()->createTextureFromImage(paintSign(*group, selected), QQuickWindow::TextureHasAlphaChannel));
        }
        const bool fresh = child == nullptr;
        if (fresh) {
            child = window()->createImageNode();
            child->setOwnsTexture(false);
            child->setFiltering(QSGTexture::Linear);
        }
        child->setTexture(texture.get());
        const QSizeF side = QSizeF(texture->textureSize()) / pixelRatio();
        const QPointF at = camera()->screenFromWorld(group->world);
        child->setRect(
            QRectF(QPointF(std::round(at.x() - side.width() / 2), std::round(at.y() - side.height() / 2)), side));
        child->setSourceRect(QRectF(QPointF(), QSizeF(texture->textureSize())));
        // Only a finished node: the software renderer looks at its texture as soon as it is part of the scene.
        if (fresh)
            root->appendChildNode(child);
        child = static_cast<QSGImageNode*>(child->nextSibling());
    }
    while (child != nullptr) {
        auto* next = static_cast<QSGImageNode*>(child->nextSibling());
        root->removeChildNode(child);
        delete child;
        child = next;
    }
    return root;
}

} // namespace outpost::map
