// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QList>
#include <QQuickPaintedItem>
#include <QRectF>

namespace outpost::qml {

// Paints the bars of BarChart and knows where each one is. Values are heights only; the words come from outside.
// A value that is not finite is unknown and drawn as a dash on the base line; a negative one counts as zero.
//
// **Thread:** GUI; painting happens while the GUI thread waits.
class BarChartItem : public QQuickPaintedItem {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QList<double> values READ values WRITE setValues NOTIFY valuesChanged FINAL)
    // Bars from this index on are strong; -1 for none.
    Q_PROPERTY(int highlightFrom READ highlightFrom WRITE setHighlightFrom NOTIFY highlightFromChanged FINAL)
    // The bar that the keyboard stands on, -1 for none.
    Q_PROPERTY(int currentIndex READ currentIndex WRITE setCurrentIndex NOTIFY currentIndexChanged FINAL)
    // The bar that is pointed at, -1 for none.
    Q_PROPERTY(int markedIndex READ markedIndex WRITE setMarkedIndex NOTIFY markedIndexChanged FINAL)
    Q_PROPERTY(QColor barColor READ barColor WRITE setBarColor NOTIFY colorsChanged FINAL)
    Q_PROPERTY(QColor highlightColor READ highlightColor WRITE setHighlightColor NOTIFY colorsChanged FINAL)
    Q_PROPERTY(QColor unknownColor READ unknownColor WRITE setUnknownColor NOTIFY colorsChanged FINAL)
    Q_PROPERTY(QColor markColor READ markColor WRITE setMarkColor NOTIFY colorsChanged FINAL)

public:
    explicit BarChartItem(QQuickItem* parent = nullptr);

    QList<double> values() const { return m_values; }
    int highlightFrom() const { return m_highlightFrom; }
    int currentIndex() const { return m_currentIndex; }
    int markedIndex() const { return m_markedIndex; }
    QColor barColor() const { return m_barColor; }
    QColor highlightColor() const { return m_highlightColor; }
    QColor unknownColor() const { return m_unknownColor; }
    QColor markColor() const { return m_markColor; }

    void setValues(const QList<double>& values);
    void setHighlightFrom(int index);
    void setCurrentIndex(int index);
    void setMarkedIndex(int index);
    void setBarColor(const QColor& color);
    void setHighlightColor(const QColor& color);
    void setUnknownColor(const QColor& color);
    void setMarkColor(const QColor& color);

    // The bar at x in item coordinates (the gap to its right belongs to it), or -1.
    Q_INVOKABLE int barAt(double x) const;
    // The middle of a bar in item coordinates; 0 for an index out of range.
    Q_INVOKABLE double barCentre(int index) const;
    // Where a bar is painted; empty for an index out of range.
    QRectF barRect(int index) const;

    void paint(QPainter* painter) override;

Q_SIGNALS:
    void valuesChanged();
    void highlightFromChanged();
    void currentIndexChanged();
    void markedIndexChanged();
    void colorsChanged();

private:
    void setColor(QColor& member, const QColor& color);
    double slotWidth() const;

    QList<double> m_values;
    double m_highest = 0;
    int m_highlightFrom = -1;
    int m_currentIndex = -1;
    int m_markedIndex = -1;
    QColor m_barColor{Qt::gray};
    QColor m_highlightColor{Qt::darkGreen};
    QColor m_unknownColor{Qt::gray};
    QColor m_markColor{Qt::black};
};

} // namespace outpost::qml
