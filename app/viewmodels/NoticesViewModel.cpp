// SPDX-License-Identifier: GPL-3.0-or-later
#include "NoticesViewModel.h"

namespace outpost::app {

NoticesViewModel::NoticesViewModel(Engine& engine, Format& format, QObject* parent)
    : QObject(parent), m_engine(engine), m_format(format)
{
    reload();
}

void NoticesViewModel::reload()
{
    const store::OpenReport report = m_engine.storeReport();
    m_recovery = report.recovered ? Notice::recovered(report, m_format) : Notice();
    Q_EMIT changed();
    m_engine.wordsFiles().existing().then(this, [this](const Result<std::vector<services::WordsFile>>& found) {
        if (!found)
            return; // what was told before still holds
        m_words = found->empty() ? Notice() : Notice::wordsFile(found->front().path);
        Q_EMIT changed();
    });
}

void NoticesViewModel::dismissRecovery()
{
    m_recovery = {};
    Q_EMIT changed();
    // Where it cannot be written down, the next start tells it again.
    m_engine.database().dismissRecovery().then(this, [](const Result<void>&) {});
}

} // namespace outpost::app
