// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/composition/Engine.h"
#include "app/platform/SecretInput.h"

#include <QUrl>

namespace outpost::app {

/// Takes the records of this computer into one encrypted file, and those of such a file into this computer's. The field
/// is emptied when its password is taken. **Thread:** GUI.
class DataViewModel final : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("owned by AppViewModel")
    Q_PROPERTY(bool busy READ busy NOTIFY changed FINAL)
    /// A sentence with what to do; empty when the last one went well.
    Q_PROPERTY(QString error READ error NOTIFY changed FINAL)
    // Of the last one that went well: what is in the file, or what it added here.
    Q_PROPERTY(int devices READ devices NOTIFY changed FINAL)
    Q_PROPERTY(int months READ months NOTIFY changed FINAL) ///< of samples, one per device and month
    Q_PROPERTY(int operations READ operations NOTIFY changed FINAL)
    /// Acts under way, which an export leaves behind.
    Q_PROPERTY(int unfinished READ unfinished NOTIFY changed FINAL)
    /// Months of samples in which an import says otherwise than what is here, which stayed.
    Q_PROPERTY(int contradictions READ contradictions NOTIFY changed FINAL)

public:
    DataViewModel(Engine& engine, QObject* parent) : QObject(parent), m_engine(engine) {}

    bool busy() const { return m_busy; }
    QString error() const { return m_error; }
    int devices() const { return m_devices; }
    int months() const { return m_months; }
    int operations() const { return m_operations; }
    int unfinished() const { return m_unfinished; }
    int contradictions() const { return m_contradictions; }

    /// The file must not exist. The second field holds the same again: nobody sees what is typed.
    Q_INVOKABLE void exportTo(const QUrl& file, outpost::app::SecretInput* password, outpost::app::SecretInput* again);
    Q_INVOKABLE void importFrom(const QUrl& file, outpost::app::SecretInput* password);

Q_SIGNALS:
    void changed();
    void exported();
    void imported();

private:
    std::shared_ptr<wallet::Password> begin(SecretInput* field);
    void failed(const Error& error);

    Engine& m_engine;
    bool m_busy = false;
    QString m_error;
    int m_devices = 0;
    int m_months = 0;
    int m_operations = 0;
    int m_unfinished = 0;
    int m_contradictions = 0;
};

} // namespace outpost::app
