// SPDX-License-Identifier: GPL-3.0-or-later
#include "QrCode.h"

#include <QPainter>
#include <QQuickWindow>
#include <qrcodegen.hpp>

#include <algorithm>
#include <cmath>

namespace outpost::qml {

namespace {

constexpr qsizetype kMaxBytes = 2000;
constexpr int kQuietZone = 4;

QImage encode(const QByteArray& text)
{
    if (text.isEmpty() || text.size() > kMaxBytes)
        return {};
    try {
        const auto code = qrcodegen::QrCode::encodeText(text.constData(), qrcodegen::QrCode::Ecc::MEDIUM);
        QImage image(code.getSize(), code.getSize(), QImage::Format_RGB32);
        for (int y = 0; y < code.getSize(); ++y) {
            for (int x = 0; x < code.getSize(); ++x)
                image.setPixelColor(x, y, code.getModule(x, y) ? Qt::black : Qt::white);
        }
        return image;
    } catch (const std::exception&) {
        // Only "data too long" is possible here; it is an answer, not a fault.
        return {};
    }
}

} // namespace

QrCode::QrCode(QQuickItem* parent) : QQuickPaintedItem(parent)
{
    setImplicitSize(200, 200);
}

void QrCode::setValue(const QString& value)
{
    if (m_value == value)
        return;
    m_value = value;
    m_modules = encode(value.toUtf8());
    update();
    Q_EMIT valueChanged();
}

void QrCode::paint(QPainter* painter)
{
    if (m_modules.isNull())
        return;
    const double ratio = window() != nullptr ? window()->effectiveDevicePixelRatio() : 1.0;
    const double side = std::min(width(), height());
    const int count = m_modules.width() + 2 * kQuietZone;
    const double module = std::max(1.0, std::floor(side * ratio / count)) / ratio;
    const double code = module * m_modules.width();
    painter->fillRect(QRectF((width() - side) / 2, (height() - side) / 2, side, side), Qt::white);
    painter->setRenderHint(QPainter::SmoothPixmapTransform, false);
    const double left = std::round((width() - code) / 2 * ratio) / ratio;
    const double top = std::round((height() - code) / 2 * ratio) / ratio;
    painter->drawImage(QRectF(left, top, code, code), m_modules);
}

} // namespace outpost::qml
