// SPDX-License-Identifier: GPL-3.0-or-later
#include "SecretInput.h"

#include <QClipboard>
#include <QCursor>
#include <QFontMetricsF>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QPainter>

namespace outpost::app {

namespace {

constexpr std::size_t kMostBytes = 1024; // 24 words of eight letters are 215
constexpr qreal kDot = 6;
constexpr qreal kDotStep = 10;
constexpr qreal kLineHeight = 1.5;

bool isStart(std::uint8_t byte)
{
    return (byte & 0xc0) != 0x80; // not a continuation byte of UTF-8
}

std::size_t sequenceLength(std::uint8_t first)
{
    return first < 0x80 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
}

} // namespace

SecretInput::SecretInput(QQuickItem* parent) : QQuickPaintedItem(parent)
{
    setAcceptedMouseButtons(Qt::LeftButton);
    setFlag(ItemAcceptsInputMethod); // dead keys and compose sequences come this way
    setFlag(ItemIsFocusScope, false);
    setActiveFocusOnTab(true);
    setCursor(Qt::IBeamCursor);
    setAntialiasing(true);
}

int SecretInput::length() const
{
    return static_cast<int>(std::count_if(m_bytes.span().begin(), m_bytes.span().end(), isStart));
}

int SecretInput::words() const
{
    int count = 0;
    bool inside = false;
    for (const std::uint8_t byte : m_bytes.span()) {
        const bool space = byte == ' ';
        count += !space && !inside ? 1 : 0;
        inside = !space;
    }
    return count;
}

void SecretInput::setRevealed(bool revealed)
{
    if (m_revealed == revealed)
        return;
    m_revealed = revealed;
    Q_EMIT lookChanged();
    update();
}

void SecretInput::setFont(const QFont& font)
{
    if (m_font == font)
        return;
    m_font = font;
    Q_EMIT lookChanged();
    update();
}

void SecretInput::setInk(const QColor& ink)
{
    if (m_ink == ink)
        return;
    m_ink = ink;
    Q_EMIT lookChanged();
    update();
}

void SecretInput::setMultiLine(bool multiLine)
{
    if (m_multiLine == multiLine)
        return;
    m_multiLine = multiLine;
    Q_EMIT lookChanged();
    update();
}

void SecretInput::changed()
{
    Q_EMIT lengthChanged();
    update();
}

void SecretInput::wipe()
{
    m_bytes.wipe();
    setRevealed(false);
    changed();
}

void SecretInput::append(const QString& text)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        char32_t code = text[i].unicode();
        if (text[i].isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate()) {
            code = QChar::surrogateToUcs4(text[i], text[i + 1]);
            ++i;
        }
        if (code == '\n' || code == '\r' || code == '\t')
            code = ' ';
        if (code < ' ' || code == 0x7f)
            continue;
        std::array<std::uint8_t, 4> utf8{};
        std::size_t size = 0;
        if (code < 0x80) {
            utf8[size++] = static_cast<std::uint8_t>(code);
        } else if (code < 0x800) {
            utf8[size++] = static_cast<std::uint8_t>(0xc0 | (code >> 6));
            utf8[size++] = static_cast<std::uint8_t>(0x80 | (code & 0x3f));
        } else if (code < 0x10000) {
            utf8[size++] = static_cast<std::uint8_t>(0xe0 | (code >> 12));
            utf8[size++] = static_cast<std::uint8_t>(0x80 | ((code >> 6) & 0x3f));
            utf8[size++] = static_cast<std::uint8_t>(0x80 | (code & 0x3f));
        } else {
            utf8[size++] = static_cast<std::uint8_t>(0xf0 | (code >> 18));
            utf8[size++] = static_cast<std::uint8_t>(0x80 | ((code >> 12) & 0x3f));
            utf8[size++] = static_cast<std::uint8_t>(0x80 | ((code >> 6) & 0x3f));
            utf8[size++] = static_cast<std::uint8_t>(0x80 | (code & 0x3f));
        }
        if (m_bytes.size() + size > kMostBytes)
            break;
        m_bytes.append(ByteSpan(utf8).first(size));
        SecureBytes::zero(utf8.data(), utf8.size());
    }
    changed();
}

void SecretInput::eraseLast()
{
    std::size_t size = m_bytes.size();
    while (size > 0 && !isStart(m_bytes.data()[size - 1]))
        --size;
    if (size > 0)
        m_bytes.truncate(size - 1);
    changed();
}

void SecretInput::paste()
{
    QString text = QGuiApplication::clipboard()->text();
    append(text);
    text.fill(u'\0');
}

void SecretInput::noteCapsLock(const QString& text, Qt::KeyboardModifiers modifiers)
{
    if (text.size() != 1 || text[0].toUpper() == text[0].toLower())
        return;
    const bool on = text[0].isUpper() != modifiers.testFlag(Qt::ShiftModifier);
    if (on == m_capsLock)
        return;
    m_capsLock = on;
    Q_EMIT capsLockChanged();
}

void SecretInput::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Paste)) {
        paste();
    } else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        Q_EMIT accepted();
    } else if (event->key() == Qt::Key_Backspace) {
        if (event->modifiers() & Qt::ControlModifier)
            wipe();
        else
            eraseLast();
    } else if (event->key() == Qt::Key_U && (event->modifiers() & Qt::ControlModifier)) {
        wipe();
    } else if (event->key() == Qt::Key_Tab || event->key() == Qt::Key_Backtab || event->key() == Qt::Key_Escape ||
               event->text().isEmpty() || (event->modifiers() & (Qt::ControlModifier | Qt::MetaModifier))) {
        event->ignore();
        return;
    } else {
        noteCapsLock(event->text(), event->modifiers());
        append(event->text());
    }
    event->accept();
}

void SecretInput::inputMethodEvent(QInputMethodEvent* event)
{
    if (!event->commitString().isEmpty())
        append(event->commitString());
    event->accept();
}

QVariant SecretInput::inputMethodQuery(Qt::InputMethodQuery query) const
{
    switch (query) {
    case Qt::ImEnabled:
        return true;
    case Qt::ImHints:
        return QVariant::fromValue(static_cast<int>(Qt::ImhHiddenText | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText |
                                                    Qt::ImhNoAutoUppercase));
    case Qt::ImCursorRectangle:
        return QRectF(0, 0, 1, height());
    default:
        return {};
    }
}

void SecretInput::mousePressEvent(QMouseEvent* event)
{
    forceActiveFocus(Qt::MouseFocusReason);
    event->accept();
}

void SecretInput::focusInEvent(QFocusEvent* event)
{
    QQuickPaintedItem::focusInEvent(event);
    update();
}

void SecretInput::focusOutEvent(QFocusEvent* event)
{
    QQuickPaintedItem::focusOutEvent(event);
    update();
}

void SecretInput::itemChange(ItemChange change, const ItemChangeData& data)
{
    // What nobody sees any more is not kept either.
    if (change == ItemVisibleHasChanged && !data.boolValue && !m_bytes.isEmpty())
        wipe();
    QQuickPaintedItem::itemChange(change, data);
}

void SecretInput::paint(QPainter* painter)
{
    const QFontMetricsF metrics(m_font);
    painter->setFont(m_font);
    painter->setPen(m_ink);
    painter->setBrush(m_ink);
    const qreal line = metrics.height() * kLineHeight;
    qreal y = m_multiLine ? line / 2 + metrics.height() / 4 : height() / 2;
    qreal x = 0;
    const auto widthOf = [&](const QString& glyph) { return m_revealed ? metrics.horizontalAdvance(glyph) : kDotStep; };
    const ByteSpan bytes = m_bytes.span();
    const auto glyphAt = [&](std::size_t at) {
        const std::size_t size = std::min(sequenceLength(bytes[at]), bytes.size() - at);
        return QString::fromUtf8(reinterpret_cast<const char*>(bytes.data()) + at, static_cast<qsizetype>(size));
    };
    if (!m_multiLine) { // the end stays in sight
        qreal total = 0;
        for (std::size_t i = 0; i < bytes.size(); i += sequenceLength(bytes[i]))
            total += widthOf(glyphAt(i));
        x = std::min<qreal>(0, width() - total - 2);
    }
    for (std::size_t i = 0; i < bytes.size(); i += sequenceLength(bytes[i])) {
        const QString glyph = glyphAt(i);
        const bool space = glyph == QStringLiteral(" ");
        if (m_multiLine && !space && (i == 0 || bytes[i - 1] == ' ')) {
            qreal word = 0;
            for (std::size_t k = i; k < bytes.size() && bytes[k] != ' '; k += sequenceLength(bytes[k]))
                word += widthOf(glyphAt(k));
            if (x > 0 && x + word > width()) {
                x = 0;
                y += line;
            }
        }
        if (m_revealed)
            painter->drawText(QPointF(x, y + metrics.ascent() / 2 - metrics.descent() / 2), glyph);
        else if (!space || !m_multiLine)
            painter->drawEllipse(QPointF(x + kDotStep / 2, y), kDot / 2, kDot / 2);
        x += widthOf(glyph);
    }
    if (hasActiveFocus())
        painter->fillRect(QRectF(x + 1, y - metrics.height() / 2, 1, metrics.height()), m_ink);
}

} // namespace outpost::app
