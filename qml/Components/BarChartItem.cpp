// SPDX-License-Identifier: GPL-3.0-or-later
#include "BarChartItem.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace outpost::qml {

namespace {

constexpr double kGap = 2;
constexpr double kSmallestBar = 2;
constexpr double kUnknownHeight = 2;
constexpr double kRadius = 2;
constexpr double kMarkRoom = 4;
// More bars than this are no chart; the rest is not drawn.
constexpr qsizetype kMaxBars = 4000;

} // namespace

BarChartItem::BarChartItem(QQuickItem* parent) : QQuickPaintedItem(parent)
{
    setAntialiasing(true);
}

void BarChartItem::setValues(const QList<double>& values)
{
    const QList<double> kept = values.first(std::min(values.size(), kMaxBars));
    const bool same = std::ranges::equal(m_values, kept,
                                         [](double a, double b) { return a == b || (std::isnan(a) && std::isnan(b)); });
    if (same)
        return;
    m_values = kept;
    m_highest = 0;
    for (const double value : m_values) {
        if (std::isfinite(value))
            m_highest = std::max(m_highest, value);
    }
    if (m_currentIndex >= m_values.size())
        setCurrentIndex(-1);
    update();
    Q_EMIT valuesChanged();
}

void BarChartItem::setHighlightFrom(int index)
{
    if (m_highlightFrom == index)
        return;
    m_highlightFrom = index;
    update();
    Q_EMIT highlightFromChanged();
}

void BarChartItem::setCurrentIndex(int index)
{
    if (m_currentIndex == index)
        return;
    m_currentIndex = index;
    Q_EMIT currentIndexChanged();
}

void BarChartItem::setMarkedIndex(int index)
{
    if (m_markedIndex == index)
        return;
    m_markedIndex = index;
    update();
    Q_EMIT markedIndexChanged();
}

void BarChartItem::setColor(QColor& member, const QColor& color)
{
    if (member == color)
        return;
    member = color;
    update();
    Q_EMIT colorsChanged();
}

void BarChartItem::setBarColor(const QColor& color)
{
    setColor(m_barColor, color);
}
void BarChartItem::setHighlightColor(const QColor& color)
{
    setColor(m_highlightColor, color);
}
void BarChartItem::setUnknownColor(const QColor& color)
{
    setColor(m_unknownColor, color);
}
void BarChartItem::setMarkColor(const QColor& color)
{
    setColor(m_markColor, color);
}

double BarChartItem::slotWidth() const
{
    return m_values.isEmpty() ? 0 : width() / static_cast<double>(m_values.size());
}

int BarChartItem::barAt(double x) const
{
    if (m_values.isEmpty() || x < 0 || x >= width())
        return -1;
    return std::min(static_cast<int>(x / slotWidth()), static_cast<int>(m_values.size()) - 1);
}

double BarChartItem::barCentre(int index) const
{
    const QRectF rect = barRect(index);
    return rect.isEmpty() ? 0 : rect.center().x();
}

QRectF BarChartItem::barRect(int index) const
{
    if (index < 0 || index >= m_values.size())
        return {};
    const double slot = slotWidth();
    const double gap = slot > 2 * kGap ? kGap : 0;
    // Whole pixels, so that all bars and gaps look alike.
    const double left = std::round(slot * index);
    const double right = std::max(left + 1, std::round(slot * (index + 1)) - gap);
    const double room = std::max(0.0, height() - kMarkRoom);
    const double value = m_values.at(index);
    double tall = kUnknownHeight;
    if (std::isfinite(value)) {
        const double share = m_highest > 0 ? std::max(0.0, value) / m_highest : 0;
        tall = value > 0 ? std::max(kSmallestBar, std::round(share * room)) : 1;
    }
    return {left, height() - tall, right - left, tall};
}

void BarChartItem::paint(QPainter* painter)
{
    painter->setPen(Qt::NoPen);
    for (int i = 0; i < m_values.size(); ++i) {
        const QRectF rect = barRect(i);
        const bool known = std::isfinite(m_values.at(i));
        const bool strong = m_highlightFrom >= 0 && i >= m_highlightFrom;
        const QColor color = !known ? m_unknownColor : strong ? m_highlightColor : m_barColor;
        painter->setBrush(color);
        if (rect.width() < 2 * kRadius || rect.height() < 2 * kRadius || !known) {
            painter->drawRect(rect);
        } else {
            // Round at the top only: the bar stands on the base line.
            QPainterPath path;
            path.moveTo(rect.bottomLeft());
            path.lineTo(rect.left(), rect.top() + kRadius);
            path.quadTo(rect.topLeft(), QPointF(rect.left() + kRadius, rect.top()));
            path.lineTo(rect.right() - kRadius, rect.top());
            path.quadTo(rect.topRight(), QPointF(rect.right(), rect.top() + kRadius));
            path.lineTo(rect.bottomRight());
            path.closeSubpath();
            painter->drawPath(path);
        }
        if (i == m_markedIndex) {
            painter->setBrush(m_markColor);
            painter->drawRect(QRectF(rect.left(), rect.top() - 3, rect.width(), 2));
        }
    }
}

} // namespace outpost::qml
