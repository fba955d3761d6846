// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/composition/Engine.h"
#include "app/format/Format.h"
#include "app/platform/SecretInput.h"

#include <QQmlEngine>

namespace outpost::app {

/// The screen before a locked wallet. Wrong passwords wait longer each time, by the wallet's own count.
/// **Thread:** GUI.
class UnlockViewModel final : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("owned by AppViewModel")
    Q_PROPERTY(QString walletName READ walletName NOTIFY changed FINAL)
    Q_PROPERTY(QString reason READ reason NOTIFY changed FINAL)
    Q_PROPERTY(bool busy READ busy NOTIFY changed FINAL)
    Q_PROPERTY(QString error READ error NOTIFY changed FINAL)
    Q_PROPERTY(int waitSeconds READ waitSeconds NOTIFY changed FINAL)
    /// The wallet's file seems damaged, and there is a copy of it that may open.
    Q_PROPERTY(bool canRestoreCopy READ canRestoreCopy NOTIFY changed FINAL)

public:
    UnlockViewModel(Engine& engine, Format& format, QObject* parent);

    QString walletName() const;
    QString reason() const { return m_reason; }
    bool busy() const { return m_busy; }
    QString error() const { return m_error; }
    int waitSeconds() const { return m_waitSeconds; }
    bool canRestoreCopy() const { return m_canRestoreCopy; }

    Q_INVOKABLE void unlock(outpost::app::SecretInput* field);
    /// Opens the newest copy that this password opens, and puts it in the place of the damaged file.
    Q_INVOKABLE void restoreCopy(outpost::app::SecretInput* field);
    Q_INVOKABLE void forgotten() { Q_EMIT restoreRequested(); }
    void reset(const QString& reason);

Q_SIGNALS:
    void changed();
    void unlocked();
    void restoreRequested();

private:
    /// Takes the password out of the field; null when it cannot be tried.
    std::shared_ptr<wallet::Password> take(SecretInput* field);
    void finish(const Result<void>& result);

    Engine& m_engine;
    QString m_reason;
    QString m_error;
    QTimer m_wait;
    bool m_busy = false;
    bool m_canRestoreCopy = false;
    int m_waitSeconds = 0;
};

} // namespace outpost::app
