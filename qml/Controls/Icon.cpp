// SPDX-License-Identifier: GPL-3.0-or-later
#include "Icon.h"

#include <QCache>
#include <QDir>
#include <QFile>
#include <QPainter>
#include <QQuickWindow>
#include <QSGImageNode>
#include <QSvgRenderer>

namespace outpost::qml {

namespace {

const QString kFolder = QStringLiteral(":/qt/qml/Outpost/Controls/icons/");
constexpr int kDefaultSize = 20;
constexpr int kCachedPictures = 512;

QImage paintIcon(const QString& name, const QColor& color, int pixels)
{
    static QCache<QString, QImage> cache(kCachedPictures);
    const QString key =
        name + QLatin1Char('/') + QString::number(color.rgba(), 16) + QLatin1Char('/') + QString::number(pixels);
    if (const QImage* found = cache.object(key))
        return *found;
    QFile file(kFolder + name + QStringLiteral(".svg"));
    if (!file.open(QIODevice::ReadOnly)) {
        qWarning("Icon: no picture named \"%s\"", qUtf8Printable(name));
        return {};
    }
    QSvgRenderer renderer(file.readAll());
    QImage image(pixels, pixels, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    renderer.render(&painter, QRectF(0, 0, pixels, pixels));
    painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
    painter.fillRect(image.rect(), color);
    painter.end();
    cache.insert(key, new QImage(image));
    return image;
}

} // namespace

Icon::Icon(QQuickItem* parent) : QQuickItem(parent)
{
    setFlag(ItemHasContents);
    setImplicitSize(kDefaultSize, kDefaultSize);
}

void Icon::setName(const QString& name)
{
    if (m_name == name)
        return;
    m_name = name;
    polish();
    Q_EMIT nameChanged();
}

void Icon::setColor(const QColor& color)
{
    if (m_color == color)
        return;
    m_color = color;
    polish();
    Q_EMIT colorChanged();
}

void Icon::setSize(int size)
{
    if (m_size == size)
        return;
    m_size = size;
    setImplicitSize(size, size);
    polish();
    Q_EMIT sizeChanged();
}

QStringList Icon::names()
{
    QStringList result;
    for (const QString& file : QDir(kFolder).entryList({QStringLiteral("*.svg")}, QDir::Files, QDir::Name))
        result.append(file.chopped(4));
    return result;
}

void Icon::updatePolish()
{
    const qreal ratio = window() != nullptr ? window()->effectiveDevicePixelRatio() : 1.0;
    const int pixels = qRound(m_size * ratio);
    m_image = m_name.isEmpty() || pixels <= 0 ? QImage() : paintIcon(m_name, m_color, pixels);
    m_imageChanged = true;
    update();
}

QSGNode* Icon::updatePaintNode(QSGNode* old, UpdatePaintNodeData*)
{
    auto* node = static_cast<QSGImageNode*>(old);
    if (m_image.isNull()) {
        delete node;
        return nullptr;
    }
    if (node == nullptr) {
        node = window()->createImageNode();
        node->setOwnsTexture(true);
        node->setFiltering(QSGTexture::Linear);
        m_imageChanged = true;
    }
    if (m_imageChanged) {
        const QQuickWindow::CreateTextureOptions options(QQuickWindow::TextureHasAlphaChannel);
        node->setTexture(window()->createTextureFromImage(m_image, options | QQuickWindow::TextureCanUseAtlas));
        m_imageChanged = false;
    }
    node->setRect(QRectF((width() - m_size) / 2, (height() - m_size) / 2, m_size, m_size));
    return node;
}

void Icon::itemChange(ItemChange change, const ItemChangeData& data)
{
    if (change == ItemDevicePixelRatioHasChanged || change == ItemSceneChange)
        polish();
    QQuickItem::itemChange(change, data);
}

} // namespace outpost::qml
