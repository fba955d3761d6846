// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QQuickPaintedItem>
#include <QString>

namespace outpost::qml {

// A QR code, always black on white with its quiet zone of four modules, so that every camera reads it in the dark
// theme too. Modules fall on whole device pixels. A value that is too long gives valid == false and paints nothing.
//
// **Thread:** GUI.
class QrCode : public QQuickPaintedItem {
    Q_OBJECT
    QML_ELEMENT
    // Text to encode, at most 2,000 bytes of UTF-8. Public by nature: never give it a secret.
    Q_PROPERTY(QString value READ value WRITE setValue NOTIFY valueChanged FINAL)
    Q_PROPERTY(bool valid READ isValid NOTIFY valueChanged FINAL)

public:
    explicit QrCode(QQuickItem* parent = nullptr);

    QString value() const { return m_value; }
    bool isValid() const { return !m_modules.isNull(); }
    void setValue(const QString& value);

    // One pixel for each module, without the quiet zone.
    QImage modules() const { return m_modules; }

    void paint(QPainter* painter) override;

Q_SIGNALS:
    void valueChanged();

private:
    QString m_value;
    QImage m_modules;
};

} // namespace outpost::qml
