// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/SecureBytes.h"

#include <QFont>
#include <QQuickPaintedItem>

namespace outpost::app {

/// Takes a password or recovery words from the keyboard, character by character, straight into secure memory. QML
/// places it and sees how many characters there are, never which. Painted glyph by glyph, so that no string of it is
/// kept for layout. Enter emits accepted(). **Thread:** GUI.
class SecretInput : public QQuickPaintedItem {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(int length READ length NOTIFY lengthChanged FINAL)
    Q_PROPERTY(int words READ words NOTIFY lengthChanged FINAL)
    Q_PROPERTY(bool revealed READ revealed WRITE setRevealed NOTIFY lookChanged FINAL)
    /// Whether Caps Lock seems to be on, from what the keys wrote.
    Q_PROPERTY(bool capsLock READ capsLock NOTIFY capsLockChanged FINAL)
    Q_PROPERTY(QFont font READ font WRITE setFont NOTIFY lookChanged FINAL)
    Q_PROPERTY(QColor ink READ ink WRITE setInk NOTIFY lookChanged FINAL)
    /// Breaks lines between words.
    Q_PROPERTY(bool multiLine READ multiLine WRITE setMultiLine NOTIFY lookChanged FINAL)

public:
    explicit SecretInput(QQuickItem* parent = nullptr);

    int length() const;
    int words() const;
    bool revealed() const { return m_revealed; }
    void setRevealed(bool revealed);
    bool capsLock() const { return m_capsLock; }
    QFont font() const { return m_font; }
    void setFont(const QFont& font);
    QColor ink() const { return m_ink; }
    void setInk(const QColor& ink);
    bool multiLine() const { return m_multiLine; }
    void setMultiLine(bool multiLine);

    /// What was typed, UTF-8; it stays here too. Not visible to QML.
    SecureBytes copy() const { return m_bytes.clone(); }
    ByteSpan bytes() const { return m_bytes.span(); }
    Q_INVOKABLE void wipe();

    void paint(QPainter* painter) override;

Q_SIGNALS:
    void lengthChanged();
    void lookChanged();
    void capsLockChanged();
    void accepted();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void inputMethodEvent(QInputMethodEvent* event) override;
    QVariant inputMethodQuery(Qt::InputMethodQuery query) const override;
    void mousePressEvent(QMouseEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void itemChange(ItemChange change, const ItemChangeData& data) override;

private:
    void append(const QString& text);
    void eraseLast();
    void paste();
    void noteCapsLock(const QString& text, Qt::KeyboardModifiers modifiers);
    void changed();

    SecureBytes m_bytes;
    QFont m_font;
    QColor m_ink;
    bool m_revealed = false;
    bool m_multiLine = false;
    bool m_capsLock = false;
};

} // namespace outpost::app
