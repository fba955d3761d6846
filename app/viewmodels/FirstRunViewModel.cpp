// SPDX-License-Identifier: GPL-3.0-or-later
#include "FirstRunViewModel.h"

#include "app/format/ErrorText.h"
#include "core/services/ServiceErrors.h"

namespace outpost::app {

namespace {
constexpr int kWordCount = 24;
constexpr int kStrongBits = 70;
} // namespace

FirstRunViewModel::FirstRunViewModel(Engine& engine, Format&, QObject* parent) : QObject(parent), m_engine(engine)
{
    connect(&engine.wallets(), &services::WalletService::changed, this, &FirstRunViewModel::changed);
}

QString FirstRunViewModel::strengthText() const
{
    switch (m_strength) {
    case 1:
        return tr("Too easy to guess. Four random words are good.");
    case 2:
        return tr("Good enough.");
    case 3:
        return tr("Strong.");
    default:
        return {};
    }
}

QList<int> FirstRunViewModel::positions() const
{
    if (!m_check)
        return {};
    return {m_check->positions().begin(), m_check->positions().end()};
}

void FirstRunViewModel::go(Step step)
{
    m_step = step;
    m_error.clear();
    m_busy = false;
    m_strength = 0;
    Q_EMIT strengthChanged();
    Q_EMIT changed();
}

void FirstRunViewModel::refuse(const Error& error)
{
    const ErrorText text = ErrorText::of(error);
    m_error = text.action.isEmpty() ? text.message : text.message + u' ' + text.action;
    m_busy = false;
    Q_EMIT changed();
}

void FirstRunViewModel::begin()
{
    m_busy = true;
    m_error.clear();
    Q_EMIT changed();
}

void FirstRunViewModel::choose(Step step)
{
    if (step == Check) {
        const auto* entry = m_engine.wallets().current();
        const auto words =
            entry ? m_engine.wallets().words(entry->id) : Result<wallet::Mnemonic>(fail(outpost::errors::kNoWallet));
        if (!words) {
            refuse(words.error());
            return;
        }
        m_check = m_engine.wallets().newBackupCheck(words->wordCount());
    }
    go(step);
}

void FirstRunViewModel::back()
{
    if (m_step == Check)
        go(Words);
    else if (m_step == Choose || m_step == Words)
        later();
    else
        go(Choose);
}

void FirstRunViewModel::judge(SecretInput* password)
{
    int strength = 0;
    if (password != nullptr && password->length() > 0) {
        const auto read = wallet::Password::create(password->bytes());
        const int bits = read ? wallet::passwordBits(*read) : 0;
        strength = bits >= kStrongBits ? 3 : bits >= wallet::kMinPasswordBits ? 2 : 1;
    }
    if (strength == m_strength)
        return;
    m_strength = strength;
    Q_EMIT strengthChanged();
}

std::shared_ptr<wallet::Password> FirstRunViewModel::passwordFrom(SecretInput* password, SecretInput* again)
{
    if (password == nullptr || again == nullptr || m_busy)
        return nullptr;
    auto read = wallet::Password::create(password->bytes());
    if (!read) {
        refuse(read.error());
        return nullptr;
    }
    if (!password->copy().equals(again->bytes())) {
        m_error = tr("The two passwords differ. Type them again.");
        Q_EMIT changed();
        return nullptr;
    }
    if (const auto strong = wallet::checkPasswordStrength(*read); !strong) {
        refuse(strong.error());
        return nullptr;
    }
    return std::make_shared<wallet::Password>(std::move(*read));
}

void FirstRunViewModel::create(SecretInput* password, SecretInput* again)
{
    auto chosen = passwordFrom(password, again);
    if (!chosen)
        return;
    begin();
    password->wipe();
    again->wipe();
    m_engine.wallets()
        .create(tr("My wallet").toStdString(), std::move(chosen), kWordCount)
        .then(this, [this](const Result<WalletId>& made) {
            if (made)
                go(Words);
            else
                refuse(made.error());
        });
}

void FirstRunViewModel::showWords(SecretWords* place)
{
    const auto* entry = m_engine.wallets().current();
    if (place == nullptr || entry == nullptr)
        return;
    auto words = m_engine.wallets().words(entry->id);
    if (words)
        place->show(std::move(*words));
    else
        refuse(words.error());
}

void FirstRunViewModel::check(SecretInput* first, SecretInput* second, SecretInput* third)
{
    const auto* entry = m_engine.wallets().current();
    if (first == nullptr || second == nullptr || third == nullptr || entry == nullptr || !m_check || m_busy)
        return;
    const auto words = m_engine.wallets().words(entry->id);
    if (!words) {
        refuse(words.error());
        return;
    }
    std::array<SecureBytes, wallet::BackupCheck::kQuestions> answers{first->copy(), second->copy(), third->copy()};
    if (const auto right = m_check->verify(*words, answers); !right) {
        refuse(right.error());
        return;
    }
    begin();
    m_engine.wallets().confirmBackup(entry->id).then(this, [this](const Result<void>& saved) {
        if (!saved) {
            refuse(saved.error());
            return;
        }
        m_check.reset();
        go(Choose);
        Q_EMIT finished();
    });
}

void FirstRunViewModel::later()
{
    m_check.reset();
    go(Choose);
    if (hasWallet())
        Q_EMIT finished();
}

void FirstRunViewModel::restore(SecretInput* words, SecretInput* password, SecretInput* again)
{
    if (words == nullptr || m_busy)
        return;
    auto read = wallet::Mnemonic::parse(words->bytes());
    if (!read) {
        refuse(read.error());
        return;
    }
    auto chosen = passwordFrom(password, again);
    if (!chosen)
        return;
    std::vector<wallet::DerivationScheme> schemes;
    if (const auto found = m_engine.wallets().scan(*read)) {
        for (const auto& account : *found)
            schemes.push_back(account.scheme);
    }
    begin();
    words->wipe();
    password->wipe();
    again->wipe();
    m_engine.wallets()
        .import(tr("My wallet").toStdString(), std::move(chosen), std::make_shared<wallet::Mnemonic>(std::move(*read)),
                std::move(schemes))
        .then(this, [this](const Result<WalletId>& made) {
            if (!made) {
                refuse(made.error());
                return;
            }
            go(Choose);
            Q_EMIT finished();
        });
}

void FirstRunViewModel::watch(const QString& address)
{
    if (m_busy)
        return;
    std::optional<Error> refusal;
    for (networks::Network* network : m_engine.networks()) {
        if (network->account() == nullptr)
            continue;
        auto parsed = network->account()->parseAddress(address.trimmed().toStdString());
        if (!parsed) {
            refusal = parsed.error();
            continue;
        }
        begin();
        m_engine.wallets()
            .watch(tr("Watched wallet").toStdString(), {{network->id(), std::move(*parsed), {}}})
            .then(this, [this](const Result<WalletId>& made) {
                if (!made) {
                    refuse(made.error());
                    return;
                }
                go(Choose);
                Q_EMIT finished();
            });
        return;
    }
    refuse(refusal.value_or(Error(outpost::errors::kNotOffered)));
}

} // namespace outpost::app
