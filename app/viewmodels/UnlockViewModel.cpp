// SPDX-License-Identifier: GPL-3.0-or-later
#include "UnlockViewModel.h"

#include "app/format/ErrorText.h"

namespace outpost::app {

UnlockViewModel::UnlockViewModel(Engine& engine, Format&, QObject* parent) : QObject(parent), m_engine(engine)
{
    connect(&engine.wallets(), &services::WalletService::changed, this, &UnlockViewModel::changed);
    m_wait.setInterval(std::chrono::seconds(1));
    connect(&m_wait, &QTimer::timeout, this, [this] {
        if (--m_waitSeconds <= 0) {
            m_wait.stop();
            m_waitSeconds = 0;
            m_error.clear();
        }
        Q_EMIT changed();
    });
}

QString UnlockViewModel::walletName() const
{
    const auto* entry = m_engine.wallets().current();
    return entry ? toQString(entry->name) : QString();
}

void UnlockViewModel::reset(const QString& reason)
{
    m_reason = reason;
    m_error.clear();
    Q_EMIT changed();
}

void UnlockViewModel::unlock(SecretInput* field)
{
    const auto* entry = m_engine.wallets().current();
    if (field == nullptr || entry == nullptr || m_busy || m_waitSeconds > 0)
        return;
    auto password = wallet::Password::create(field->bytes());
    if (!password) {
        m_error = ErrorText::of(password.error()).message;
        Q_EMIT changed();
        return;
    }
    m_busy = true;
    m_error.clear();
    Q_EMIT changed();
    field->wipe();
    m_engine.wallets()
        .unlock(entry->id, std::make_shared<wallet::Password>(std::move(*password)))
        .then(this, [this](const Result<void>& result) {
            m_busy = false;
            if (result) {
                m_reason.clear();
                Q_EMIT changed();
                Q_EMIT unlocked();
                return;
            }
            const ErrorText text = ErrorText::of(result.error());
            m_error = text.action.isEmpty() ? text.message : text.message + u' ' + text.action;
            if (const auto after = result.error().retryAfter) {
                m_waitSeconds = static_cast<int>(std::chrono::ceil<std::chrono::seconds>(*after).count());
                m_wait.start();
            }
            Q_EMIT changed();
        });
}

} // namespace outpost::app
