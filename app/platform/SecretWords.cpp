// SPDX-License-Identifier: GPL-3.0-or-later
#include "SecretWords.h"

#include <QFontMetricsF>
#include <QPainter>

namespace outpost::app {

namespace {
constexpr qreal kRow = 2.0; ///< heights of the font
constexpr int kMostColumns = 6;
} // namespace

SecretWords::SecretWords(QQuickItem* parent) : QQuickPaintedItem(parent)
{
    setAntialiasing(true);
}

void SecretWords::show(wallet::Mnemonic words)
{
    m_words = std::move(words);
    Q_EMIT countChanged();
    look();
}

void SecretWords::wipe()
{
    m_words.reset();
    Q_EMIT countChanged();
    look();
}

void SecretWords::setColumns(int columns)
{
    columns = std::clamp(columns, 1, kMostColumns);
    if (columns == m_columns)
        return;
    m_columns = columns;
    look();
}

void SecretWords::setFont(const QFont& font)
{
    if (font == m_font)
        return;
    m_font = font;
    look();
}

void SecretWords::setInk(const QColor& ink)
{
    if (ink == m_ink)
        return;
    m_ink = ink;
    look();
}

void SecretWords::setNumberInk(const QColor& ink)
{
    if (ink == m_numberInk)
        return;
    m_numberInk = ink;
    look();
}

qreal SecretWords::rowHeight() const
{
    return QFontMetricsF(m_font).height() * kRow;
}

void SecretWords::look()
{
    const int rows = (count() + m_columns - 1) / m_columns;
    setImplicitHeight(rows * rowHeight());
    Q_EMIT lookChanged();
    update();
}

void SecretWords::itemChange(ItemChange change, const ItemChangeData& data)
{
    if (change == ItemVisibleHasChanged && !data.boolValue && m_words)
        wipe();
    QQuickPaintedItem::itemChange(change, data);
}

void SecretWords::paint(QPainter* painter)
{
    if (!m_words)
        return;
    const QFontMetricsF metrics(m_font);
    painter->setFont(m_font);
    const int rows = (count() + m_columns - 1) / m_columns;
    const qreal column = width() / m_columns;
    const qreal number = metrics.horizontalAdvance(QStringLiteral("24")) + metrics.height() / 2;
    for (int i = 0; i < count(); ++i) {
        // Down the columns: the order in which people write lists.
        const qreal x = static_cast<qreal>(i / rows) * column;
        const qreal y =
            (static_cast<qreal>(i % rows) + 0.5) * rowHeight() + metrics.ascent() / 2 - metrics.descent() / 2;
        painter->setPen(m_numberInk);
        painter->drawText(QPointF(x, y), QString::number(i + 1));
        painter->setPen(m_ink);
        qreal at = x + number;
        for (const char letter : m_words->word(i)) {
            const QString glyph(QChar::fromLatin1(letter));
            painter->drawText(QPointF(at, y), glyph);
            at += metrics.horizontalAdvance(glyph);
        }
    }
}

} // namespace outpost::app
