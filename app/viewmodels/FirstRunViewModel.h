// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "RowListModel.h"

#include "app/composition/Engine.h"
#include "app/format/ErrorText.h"
#include "app/format/Format.h"
#include "app/platform/SecretInput.h"
#include "app/platform/SecretWords.h"
#include "core/services/AddressFinder.h"

#include <QQmlEngine>

namespace outpost::app {

/// From nothing to a wallet: choose, password, words, check; or restore and say which addresses to keep; or watch. Also
/// runs the check of the words, and the search for addresses, later. Secrets come and go in C++ items; those of a
/// wallet that is being restored are kept until its addresses are chosen. **Thread:** GUI.
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
    /// Of the next new wallet: 12 or 24.
    Q_PROPERTY(int wordCount READ wordCount WRITE setWordCount NOTIFY changed FINAL)
    /// What has just been done, as a sentence.
    Q_PROPERTY(QString notice READ notice NOTIFY changed FINAL)
    Q_PROPERTY(QList<int> positions READ positions NOTIFY changed FINAL)
    /// Key: the way it is derived; title: the address, shortened; note: what is there; amountNote: its path; level: an
    /// AddressLevel.
    Q_PROPERTY(outpost::app::RowListModel* addresses READ addresses CONSTANT FINAL)
    Q_PROPERTY(bool looking READ looking NOTIFY changed FINAL)
    Q_PROPERTY(QString addressNotice READ addressNotice NOTIFY changed FINAL)
    /// Of those that the words give, how many are not in the list because nothing is known to be there.
    Q_PROPERTY(int addressesHidden READ addressesHidden NOTIFY changed FINAL)
    /// The addresses are those of a wallet that is here already.
    Q_PROPERTY(bool choosesAgain READ choosesAgain NOTIFY changed FINAL)
    /// Files of wallets that could not be read; empty when all could.
    Q_PROPERTY(QString unreadable READ unreadable NOTIFY changed FINAL)

public:
    enum Step { Choose = 0, NewWallet, Words, Check, Restore, Watch, Addresses };
    Q_ENUM(Step)
    enum AddressLevel { NotKept = 0, Kept, Receives };
    Q_ENUM(AddressLevel)

    FirstRunViewModel(Engine& engine, Format& format, QObject* parent);

    Step step() const { return m_step; }
    bool isDemo() const { return m_engine.isDemo(); }
    bool hasWallet() const { return m_engine.wallets().current() != nullptr; }
    bool busy() const { return m_busy; }
    QString error() const { return m_error; }
    int strength() const { return m_strength; } ///< 0 nothing yet, 1 too weak, 2 enough, 3 strong
    QString strengthText() const;
    int wordCount() const { return m_wordCount; }
    void setWordCount(int count);
    QString notice() const { return m_notice; }
    QList<int> positions() const;
    RowListModel* addresses() { return &m_addresses; }
    bool looking() const { return m_looking; }
    QString addressNotice() const;
    int addressesHidden() const { return static_cast<int>(m_report.addresses.size()) - m_addresses.count(); }
    bool choosesAgain() const { return !m_wallet.str().empty(); }
    QString unreadable() const { return ErrorText::listed(m_engine.wallets().unreadable()); }

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
    /// The addresses that the words of the current, unlocked wallet give.
    Q_INVOKABLE void chooseAddresses();
    Q_INVOKABLE void lookAgain();
    Q_INVOKABLE void showAllAddresses();
    Q_INVOKABLE void keepAddress(const QString& key, bool keep);
    Q_INVOKABLE void receiveAt(const QString& key);
    /// Makes the wallet with what is chosen, or changes the one that is here.
    Q_INVOKABLE void confirmAddresses();
    Q_INVOKABLE void watch(const QString& address);
    /// Opens the demo's console beside this one: the same program, in a process of its own.
    Q_INVOKABLE void tryDemo();
    Q_INVOKABLE void support() { Q_EMIT supportRequested(); }

Q_SIGNALS:
    void changed();
    void strengthChanged();
    void finished(); ///< there is a wallet to show
    void supportRequested();

public:
    /// The program that tryDemo() starts; the one that runs when this is empty.
    void setDemoProgram(QString program) { m_demoProgram = std::move(program); }

private:
    void go(Step step);
    void refuse(const Error& error);
    void begin();
    std::shared_ptr<wallet::Password> passwordFrom(SecretInput* password, SecretInput* again);
    void look();
    void forgetRestored();
    void showAddresses();
    QString holdingsOf(const services::AddressUse& use) const;

    Engine& m_engine;
    Format& m_format;
    Step m_step = Choose;
    bool m_busy = false;
    QString m_error;
    QString m_notice;
    QString m_demoProgram;
    int m_wordCount = 24;
    int m_strength = 0;
    std::optional<wallet::BackupCheck> m_check;
    // While addresses are chosen
    std::shared_ptr<wallet::Mnemonic> m_words;
    std::shared_ptr<wallet::Password> m_password;
    WalletId m_wallet; ///< the one that is here already; empty while one is restored
    std::vector<services::FoundAccount> m_accounts;
    services::AddressReport m_report;
    std::vector<std::string> m_kept; ///< ways of deriving; the first receives
    RowListModel m_addresses;
    bool m_allShown = false;
    bool m_looking = false;
    CancelToken m_look;
};

} // namespace outpost::app
