// SPDX-License-Identifier: GPL-3.0-or-later
#include "FirstRunViewModel.h"

#include "core/services/ServiceErrors.h"
#include "core/wallet/WalletErrors.h"

#include <QCoreApplication>
#include <QProcess>

namespace outpost::app {

namespace {
constexpr int kStrongBits = 70;
} // namespace

FirstRunViewModel::FirstRunViewModel(Engine& engine, Format& format, QObject* parent)
    : QObject(parent), m_engine(engine), m_format(format), m_addresses(this)
{
    connect(&engine.wallets(), &services::WalletService::changed, this, &FirstRunViewModel::changed);
    connect(&engine.wallets(), &services::WalletService::locked, this, [this] {
        if (m_step == Addresses) {
            forgetRestored();
            go(Choose);
        }
    });
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
    m_notice.clear();
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
    if (m_step == Addresses && !choosesAgain()) {
        forgetRestored();
        go(Restore);
    } else if (m_step == Addresses) {
        later();
    } else if (m_step == Check)
        go(Words);
    else if (m_step == Choose || m_step == Words)
        later();
    else
        go(Choose);
}

void FirstRunViewModel::setWordCount(int count)
{
    if (count == m_wordCount || (count != 12 && count != 24))
        return;
    m_wordCount = count;
    Q_EMIT changed();
}

void FirstRunViewModel::tryDemo()
{
    m_error.clear();
    m_notice.clear();
    const std::filesystem::path& home = m_engine.options().home;
    if (Engine::isOpen(home / "demo")) {
        m_notice = tr("The demo is open already, in a window of its own.");
    } else if (const QString program =
                   m_demoProgram.isEmpty() ? QCoreApplication::applicationFilePath() : m_demoProgram;
               QProcess::startDetached(program, {QStringLiteral("--demo"), QStringLiteral("--home"),
                                                 QString::fromStdString(home.string())})) {
        m_notice = tr("The demo opens in a window of its own.");
    } else {
        m_error = tr("The demo could not be started. Start it yourself with: outpost --demo");
    }
    Q_EMIT changed();
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
        .create(tr("My wallet").toStdString(), std::move(chosen), m_wordCount)
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
    forgetRestored();
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
    words->wipe();
    password->wipe();
    again->wipe();
    // Before anybody is asked about addresses of real money.
    if (isDemo()) {
        refuse(Error(outpost::errors::kDemoImportRefused));
        return;
    }
    auto found = m_engine.wallets().scan(*read);
    if (!found || found->empty()) {
        refuse(found ? Error(outpost::errors::kDerivationImpossible) : found.error());
        return;
    }
    forgetRestored();
    m_words = std::make_shared<wallet::Mnemonic>(std::move(*read));
    m_password = std::move(chosen);
    m_accounts = std::move(*found);
    go(Addresses);
    look();
}

void FirstRunViewModel::chooseAddresses()
{
    const auto* entry = m_engine.wallets().current();
    if (m_busy || entry == nullptr || entry->watchOnly)
        return;
    forgetRestored();
    auto found = m_engine.wallets().candidates(entry->id);
    go(Addresses);
    if (!found) {
        refuse(found.error());
        return;
    }
    m_wallet = entry->id;
    m_accounts = std::move(*found);
    look();
}

void FirstRunViewModel::forgetRestored()
{
    m_look.cancel();
    m_look = CancelToken();
    m_looking = false;
    m_words.reset();
    m_password.reset();
    m_wallet = WalletId();
    m_accounts.clear();
    m_report = {};
    m_kept.clear();
    m_allShown = false;
    m_addresses.setRows({});
}

void FirstRunViewModel::lookAgain()
{
    if (m_step == Addresses && !m_busy && !m_accounts.empty())
        look();
}

void FirstRunViewModel::look()
{
    begin();
    m_looking = true;
    Q_EMIT changed();
    m_look = CancelToken();
    services::findUse(m_engine.networks(), m_accounts, m_look)
        .then(this, [this, token = m_look](const Result<services::AddressReport>& found) {
            if (token.isCancelled())
                return;
            m_looking = false;
            if (!found) {
                refuse(found.error());
                return;
            }
            m_busy = false;
            m_report = *found;
            m_kept.clear();
            for (const std::size_t i : m_report.proposed)
                m_kept.push_back(m_report.addresses[i].account.scheme.id);
            // What a wallet has already stays, and so does where it receives.
            if (const auto* entry = m_engine.wallets().current(); choosesAgain() && entry != nullptr) {
                std::vector<std::string> kept;
                for (const Address& address : entry->addresses) {
                    for (const auto& use : m_report.addresses) {
                        if (use.account.address == address)
                            kept.push_back(use.account.scheme.id);
                    }
                }
                for (const std::string& key : m_kept) {
                    if (m_report.anyInUse && std::find(kept.begin(), kept.end(), key) == kept.end())
                        kept.push_back(key);
                }
                m_kept = std::move(kept);
            }
            showAddresses();
        });
}

QString FirstRunViewModel::holdingsOf(const services::AddressUse& use) const
{
    QStringList parts;
    QStringList unknown;
    if (use.devices.hasValue() && *use.devices.value > 0)
        parts += tr("%n device(s)", nullptr, *use.devices.value);
    else if (!use.devices.hasValue())
        unknown += tr("devices not known");
    std::vector<Amount> amounts = use.tokens.value.value_or(std::vector<Amount>());
    if (use.coin.hasValue() && use.coin.value->base.isPositive())
        amounts.push_back(*use.coin.value);
    for (const Amount& amount : amounts) {
        if (const Asset* asset = m_engine.earnings().asset(amount.asset))
            parts += m_format.amount(amount, *asset);
    }
    if (!use.coin.hasValue() || !use.tokens.hasValue())
        unknown += tr("money not known");
    if (parts.isEmpty() && unknown.isEmpty())
        return tr("Nothing there");
    return (parts + unknown).join(QStringLiteral(" \u00b7 "));
}

void FirstRunViewModel::showAddresses()
{
    std::vector<Row> rows;
    for (std::size_t i = 0; i < m_report.addresses.size(); ++i) {
        const services::AddressUse& use = m_report.addresses[i];
        const auto& scheme = use.account.scheme;
        const auto kept = std::find(m_kept.begin(), m_kept.end(), scheme.id);
        const bool isStandard = i == 0;
        if (!m_allShown && !use.isInUse() && !isStandard && kept == m_kept.end())
            continue;
        //: How an address is made of the recovery words, where no path is.
        QString path = scheme.kind == wallet::SchemeKind::RawEntropySeed ? tr("the words themselves")
                                                                         : toQString(scheme.path.toString());
        if (isStandard)
            //: %1: a derivation path, for instance m/44'/501'/0'/0'
            path = tr("%1, the standard one").arg(path);
        rows.push_back({.key = toQString(scheme.id),
                        .title = Format::shortAddress(use.account.address),
                        .note = holdingsOf(use),
                        .amountNote = path,
                        .level = kept == m_kept.end()     ? NotKept
                                 : kept == m_kept.begin() ? Receives
                                                          : Kept});
    }
    m_addresses.setRows(std::move(rows));
    Q_EMIT changed();
}

QString FirstRunViewModel::addressNotice() const
{
    if (m_looking || m_report.addresses.empty())
        return {};
    const bool nobody = std::none_of(m_report.addresses.begin(), m_report.addresses.end(), [](const auto& use) {
        return use.coin.hasValue() || use.tokens.hasValue() || use.devices.hasValue();
    });
    if (nobody)
        return tr("The network could not be asked. The standard address is chosen; look again when there is a "
                  "connection, now or later in Wallet.");
    if (!m_report.complete)
        return tr("Not everything could be asked. What is not known may still be in use; look again.");
    if (!m_report.anyInUse)
        return tr("Nothing was found at any of these addresses. The standard one is chosen.");
    return {};
}

void FirstRunViewModel::showAllAddresses()
{
    m_allShown = true;
    showAddresses();
}

void FirstRunViewModel::keepAddress(const QString& key, bool keep)
{
    const std::string id = key.toStdString();
    const auto at = std::find(m_kept.begin(), m_kept.end(), id);
    if (keep && at == m_kept.end())
        m_kept.push_back(id);
    else if (!keep && at != m_kept.end() && m_kept.size() > 1) // a wallet has one at least
        m_kept.erase(at);
    showAddresses();
}

void FirstRunViewModel::receiveAt(const QString& key)
{
    const std::string id = key.toStdString();
    std::erase(m_kept, id);
    m_kept.insert(m_kept.begin(), id);
    showAddresses();
}

void FirstRunViewModel::confirmAddresses()
{
    std::vector<wallet::DerivationScheme> schemes;
    for (const std::string& key : m_kept) {
        for (const auto& account : m_accounts) {
            if (account.scheme.id == key)
                schemes.push_back(account.scheme);
        }
    }
    if (m_step != Addresses || m_busy || schemes.empty())
        return;
    begin();
    const auto done = [this](const auto& result) {
        if (!result) {
            refuse(result.error());
            return;
        }
        forgetRestored();
        go(Choose);
        Q_EMIT finished();
    };
    if (choosesAgain())
        m_engine.wallets().keepAddresses(m_wallet, std::move(schemes)).then(this, [done](const Result<void>& kept) {
            done(kept);
        });
    else
        m_engine.wallets()
            .import(tr("My wallet").toStdString(), m_password, m_words, std::move(schemes))
            .then(this, [done](const Result<WalletId>& made) { done(made); });
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
