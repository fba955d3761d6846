// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/wallet/Mnemonic.h"

#include <QFont>
#include <QQuickPaintedItem>

namespace outpost::app {

/// Shows recovery words in numbered columns, for as long as it is visible. C++ hands them over; QML sees how many there
/// are, never which. **Thread:** GUI.
class SecretWords : public QQuickPaintedItem {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(int count READ count NOTIFY countChanged FINAL)
    Q_PROPERTY(int columns READ columns WRITE setColumns NOTIFY lookChanged FINAL)
    Q_PROPERTY(QFont font READ font WRITE setFont NOTIFY lookChanged FINAL)
    Q_PROPERTY(QColor ink READ ink WRITE setInk NOTIFY lookChanged FINAL)
    Q_PROPERTY(QColor numberInk READ numberInk WRITE setNumberInk NOTIFY lookChanged FINAL)

public:
    explicit SecretWords(QQuickItem* parent = nullptr);

    int count() const { return m_words ? m_words->wordCount() : 0; }
    int columns() const { return m_columns; }
    void setColumns(int columns);
    QFont font() const { return m_font; }
    void setFont(const QFont& font);
    QColor ink() const { return m_ink; }
    void setInk(const QColor& ink);
    QColor numberInk() const { return m_numberInk; }
    void setNumberInk(const QColor& ink);

    /// Not visible to QML.
    void show(wallet::Mnemonic words);
    Q_INVOKABLE void wipe();
    void paint(QPainter* painter) override;

Q_SIGNALS:
    void countChanged();
    void lookChanged();

protected:
    void itemChange(ItemChange change, const ItemChangeData& data) override;

private:
    void look();
    qreal rowHeight() const;

    std::optional<wallet::Mnemonic> m_words;
    int m_columns = 4;
    QFont m_font;
    QColor m_ink;
    QColor m_numberInk;
};

} // namespace outpost::app
