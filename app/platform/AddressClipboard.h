// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>

namespace outpost::app {

/// Puts public text (an address, a signature) on the clipboard and takes it off again after 30 seconds, unless somebody
/// copied something else since. Never for secrets. **Thread:** GUI.
class AddressClipboard final : public QObject {
    Q_OBJECT
public:
    explicit AddressClipboard(QObject* parent = nullptr);
    ~AddressClipboard() override;
    void copy(const QString& text);

private:
    void clear();

    QString m_text;
    QTimer m_timer;
};

} // namespace outpost::app
