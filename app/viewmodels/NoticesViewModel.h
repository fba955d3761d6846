// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/composition/Engine.h"
#include "app/format/Notice.h"

#include <QQmlEngine>

namespace outpost::app {

/// What stays in sight until it is dealt with: that the records were recovered, and that a file with recovery words
/// lies on this computer. Empty texts where there is nothing to say. **Thread:** GUI.
class NoticesViewModel final : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("owned by AppViewModel")
    Q_PROPERTY(QString recovery READ recovery NOTIFY changed FINAL)
    Q_PROPERTY(QString recoveryDetail READ recoveryDetail NOTIFY changed FINAL)
    Q_PROPERTY(QString wordsFile READ wordsFile NOTIFY changed FINAL)
    Q_PROPERTY(QString wordsFileDetail READ wordsFileDetail NOTIFY changed FINAL)

public:
    NoticesViewModel(Engine& engine, Format& format, QObject* parent);

    QString recovery() const { return m_recovery.text; }
    QString recoveryDetail() const { return m_recovery.detail; }
    QString wordsFile() const { return m_words.text; }
    QString wordsFileDetail() const { return m_words.detail; }

    /// Looks again: a file may have been deleted meanwhile.
    Q_INVOKABLE void reload();
    /// The person has seen it; it is not told again, neither here nor on the command line.
    Q_INVOKABLE void dismissRecovery();

Q_SIGNALS:
    void changed();

private:
    Engine& m_engine;
    Format& m_format;
    Notice m_recovery;
    Notice m_words;
};

} // namespace outpost::app
