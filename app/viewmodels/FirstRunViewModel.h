// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/composition/Engine.h"
#include "app/format/Format.h"
#include "app/platform/SecretInput.h"
#include "app/platform/SecretWords.h"

#include <QQmlEngine>

namespace outpost::app {

/// From nothing to a wallet: choose, password, words, check; or restore, or watch. Also runs the check of the words
/// later. Secrets come and go in C++ items. **Thread:** GUI.
class FirstRunViewModel final : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("owned by AppViewModel")
    Q_PROPERTY(Step step READ step NOTIFY changed FINAL)
    Q_PROPERTY(bool isDemo READ isDemo CONSTANT FINAL)
    Q_PROPERTY(bool hasWallet READ hasWallet NOTIFY changed FINAL)
    Q_PROPERTY(bool busy READ busy NOTIFY changed FINAL)
    Q_PROPERTY(QString error READ error NOTIFY changed FINAL)
    Q_PROPERTY(int strength READ strength NOTIFY strengthChanged FINAL)
    Q_PROPERTY(QString strengthText READ strengthText NOTIFY strengthChanged FINAL)
    Q_PROPERTY(QList<int> positions READ positions NOTIFY changed FINAL)

public:
    enum Step { Choose = 0, NewWallet, Words, Check, Restore, Watch };
    Q_ENUM(Step)

    FirstRunViewModel(Engine& engine, Format& format, QObject* parent);

    Step step() const { return m_step; }
    bool isDemo() const { return m_engine.isDemo(); }
    bool hasWallet() const { return m_engine.wallets().current() != nullptr; }
    bool busy() const { return m_busy; }
    QString error() const { return m_error; }
    int strength() const { return m_strength; } ///< 0 nothing yet, 1 too weak, 2 enough, 3 strong
    QString strengthText() const;
    QList<int> positions() const;

    Q_INVOKABLE void choose(outpost::app::FirstRunViewModel::Step step);
    Q_INVOKABLE void back();
    Q_INVOKABLE void judge(outpost::app::SecretInput* password);
    Q_INVOKABLE void create(outpost::app::SecretInput* password, outpost::app::SecretInput* again);
    Q_INVOKABLE void showWords(outpost::app::SecretWords* place);
    Q_INVOKABLE void check(outpost::app::SecretInput* first, outpost::app::SecretInput* second,
                           outpost::app::SecretInput* third);
    /// Leaves without the check; what needs it stays refused.
    Q_INVOKABLE void later();
    Q_INVOKABLE void restore(outpost::app::SecretInput* words, outpost::app::SecretInput* password,
                             outpost::app::SecretInput* again);
    Q_INVOKABLE void watch(const QString& address);
    Q_INVOKABLE void support() { Q_EMIT supportRequested(); }

Q_SIGNALS:
    void changed();
    void strengthChanged();
    void finished(); ///< there is a wallet to show
    void supportRequested();

private:
    void go(Step step);
    void refuse(const Error& error);
    void begin();
    std::shared_ptr<wallet::Password> passwordFrom(SecretInput* password, SecretInput* again);

    Engine& m_engine;
    Step m_step = Choose;
    bool m_busy = false;
    QString m_error;
    int m_strength = 0;
    std::optional<wallet::BackupCheck> m_check;
};

} // namespace outpost::app
