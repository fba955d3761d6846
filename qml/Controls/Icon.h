// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QImage>
#include <QQuickItem>
#include <QString>

namespace outpost::qml {

// A picture of one colour from resources/icons, drawn at its size in device pixels. Works with every scene
// graph back end. An unknown name paints nothing and warns once, so that the gallery test finds it.
//
// **Thread:** GUI; only the finished picture crosses to the render thread.
class Icon : public QQuickItem {
    Q_OBJECT
    QML_ELEMENT
    // File name without its ending.
    Q_PROPERTY(QString name READ name WRITE setName NOTIFY nameChanged FINAL)
    Q_PROPERTY(QColor color READ color WRITE setColor NOTIFY colorChanged FINAL)
    // Width and height, in device independent pixels.
    Q_PROPERTY(int size READ size WRITE setSize NOTIFY sizeChanged FINAL)

public:
    explicit Icon(QQuickItem* parent = nullptr);

    QString name() const { return m_name; }
    QColor color() const { return m_color; }
    int size() const { return m_size; }
    void setName(const QString& name);
    void setColor(const QColor& color);
    void setSize(int size);

    // The names that exist, sorted.
    static QStringList names();

Q_SIGNALS:
    void nameChanged();
    void colorChanged();
    void sizeChanged();

protected:
    void updatePolish() override;
    QSGNode* updatePaintNode(QSGNode* old, UpdatePaintNodeData* data) override;
    void itemChange(ItemChange change, const ItemChangeData& data) override;

private:
    QString m_name;
    QColor m_color{Qt::black};
    int m_size = 20;
    QImage m_image;
    bool m_imageChanged = false;
};

} // namespace outpost::qml
