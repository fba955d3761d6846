// SPDX-License-Identifier: GPL-3.0-or-later
#include "UnlockViewModel.h"

#include "app/format/ErrorText.h"
#include "core/wallet/WalletErrors.h"

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

std::shared_ptr<wallet::Password> UnlockViewModel::take(SecretInput* field)
{
    if (field == nullptr || m_engine.wallets().current() == nullptr || m_busy || m_waitSeconds > 0)
        return nullptr;
    auto password = wallet::Password::create(field->bytes());
    if (!password) {
        m_error = ErrorText::of(password.error()).message;
        Q_EMIT changed();
        return nullptr;
    }
    m_busy = true;
    m_error.clear();
    Q_EMIT changed();
    field->wipe();
    return std::make_shared<wallet::Password>(std::move(*password));
}

void UnlockViewModel::unlock(SecretInput* field)
{
    if (auto password = take(field))
        m_engine.wallets()
            .unlock(m_engine.wallets().current()->id, std::move(password))
            .then(this, [this](const Result<void>& result) { finish(result); });
}

void UnlockViewModel::restoreCopy(SecretInput* field)
{
    if (auto password = take(field))
        m_engine.wallets()
            .restoreFromCopy(m_engine.wallets().current()->id, std::move(password))
            .then(this, [this](const Result<wallet::VaultCopy>& copy) {
                finish(copy ? Result<void>() : Result<void>(std::unexpected(copy.error())));
            });
}

void UnlockViewModel::finish(const Result<void>& result)
{
    m_busy = false;
    m_canRestoreCopy = false;
    if (result) {
        m_reason.clear();
        Q_EMIT changed();
        Q_EMIT unlocked();
        return;
    }
    const Error& error = result.error();
    const ErrorText text = ErrorText::of(error);
    m_error = text.action.isEmpty() ? text.message : text.message + u' ' + text.action;
    // A change in the sealed part cannot be told from another password.
    if (const auto* entry = m_engine.wallets().current();
        entry != nullptr && (error.is(outpost::errors::kVaultDamaged) || error.is(outpost::errors::kWrongPassword)))
        m_canRestoreCopy = m_engine.wallets().hasOtherCopy(entry->id);
    if (const auto after = error.retryAfter) {
        m_waitSeconds = static_cast<int>(std::chrono::ceil<std::chrono::seconds>(*after).count());
        m_wait.start();
    }
    Q_EMIT changed();
}

} // namespace outpost::app
