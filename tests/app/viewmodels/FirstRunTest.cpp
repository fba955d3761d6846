// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/FirstRunViewModel.h"
#include "core/wallet/WalletErrors.h"
#include "tests/app/viewmodels/DemoHome.h"

#include <QFile>
#include <QFileSystemWatcher>

namespace outpost::app {
namespace {

class FirstRunTest : public test::DemoHomeTest {
protected:
    FirstRunTest()
    {
        open(Start::Empty);
        m_first = std::make_unique<FirstRunViewModel>(engine(), m_format, nullptr);
    }
    void settle()
    {
        ASSERT_TRUE(test::until(m_first.get(), &FirstRunViewModel::changed, [this] { return !m_first->busy(); }));
    }
    void create(const QString& password, const QString& again)
    {
        m_first->choose(FirstRunViewModel::NewWallet);
        type(m_password, password);
        type(m_again, again);
        m_first->create(&m_password, &m_again);
        settle();
    }
    void createGood() { create(QString::fromLatin1(test::kPassword), QString::fromLatin1(test::kPassword)); }
    /// Answers the three questions, the last of them wrongly when asked to.
    void answer(bool wrongly)
    {
        const auto words = engine().wallets().words(engine().wallets().current()->id);
        ASSERT_TRUE(words);
        std::array<SecretInput, 3> fields;
        for (std::size_t i = 0; i < fields.size(); ++i) {
            const int position = m_first->positions().at(static_cast<qsizetype>(i));
            const std::string word(words->word(position - 1));
            type(fields[i], i == 2 && wrongly ? QStringLiteral("zebrafish") : QString::fromStdString(word));
        }
        m_first->check(&fields[0], &fields[1], &fields[2]);
        settle();
    }

    SecretInput m_password;
    SecretInput m_again;
    std::unique_ptr<FirstRunViewModel> m_first;
};

TEST_F(FirstRunTest, ANewWalletLeadsToItsWords)
{
    createGood();
    EXPECT_EQ(m_first->step(), FirstRunViewModel::Words);
    EXPECT_TRUE(m_first->hasWallet());
    EXPECT_TRUE(m_first->error().isEmpty());
}

TEST_F(FirstRunTest, ANewWalletHasAsManyWordsAsWereChosen)
{
    EXPECT_EQ(m_first->wordCount(), 24);
    m_first->setWordCount(13);
    EXPECT_EQ(m_first->wordCount(), 24);
    m_first->setWordCount(12);
    createGood();
    const auto words = engine().wallets().words(engine().wallets().current()->id);
    ASSERT_TRUE(words);
    EXPECT_EQ(words->wordCount(), 12);
}

TEST_F(FirstRunTest, TheDemoIsStartedWithItsOwnWorldInTheSameHome)
{
    const QTemporaryDir folder;
    const QString program = folder.filePath(QStringLiteral("program"));
    const QString said = folder.filePath(QStringLiteral("said"));
    QFile script(program);
    ASSERT_TRUE(script.open(QIODevice::WriteOnly));
    script.write(QStringLiteral("#!/bin/sh\necho \"$@\" > %1.part\nmv %1.part %1\n").arg(said).toUtf8());
    script.close();
    ASSERT_TRUE(script.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    QFileSystemWatcher watcher({folder.path()});
    m_first->setDemoProgram(program);
    m_first->tryDemo();
    EXPECT_TRUE(m_first->error().isEmpty()) << m_first->error().toStdString();
    EXPECT_FALSE(m_first->notice().isEmpty());
    ASSERT_TRUE(test::until(&watcher, &QFileSystemWatcher::directoryChanged, [&] { return QFile::exists(said); }));
    QFile file(said);
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    EXPECT_EQ(file.readAll().trimmed().toStdString(), "--demo --home " + engine().options().home.string());
}

TEST_F(FirstRunTest, ADemoThatCannotBeStartedIsSaidWithWhatToType)
{
    m_first->setDemoProgram(QStringLiteral("/nowhere/at/all"));
    m_first->tryDemo();
    EXPECT_TRUE(m_first->error().contains(QStringLiteral("outpost --demo"))) << m_first->error().toStdString();
    EXPECT_TRUE(m_first->notice().isEmpty());
}

TEST_F(FirstRunTest, TwoPasswordsThatDifferMakeNoWallet)
{
    create(QString::fromLatin1(test::kPassword), QStringLiteral("something else"));
    EXPECT_EQ(m_first->step(), FirstRunViewModel::NewWallet);
    EXPECT_FALSE(m_first->error().isEmpty());
    EXPECT_FALSE(m_first->hasWallet());
}

TEST_F(FirstRunTest, AWeakPasswordIsRefusedWithAdvice)
{
    create(QStringLiteral("password"), QStringLiteral("password"));
    EXPECT_EQ(m_first->error(), both(outpost::errors::kPasswordTooWeak));
    EXPECT_FALSE(m_first->hasWallet());
}

TEST_F(FirstRunTest, ThePasswordIsJudgedWhileItIsTyped)
{
    m_first->judge(&m_password);
    EXPECT_EQ(m_first->strength(), 0);
    type(m_password, QStringLiteral("1234"));
    m_first->judge(&m_password);
    EXPECT_EQ(m_first->strength(), 1);
    m_password.wipe();
    type(m_password, QString::fromLatin1(test::kPassword));
    m_first->judge(&m_password);
    EXPECT_GE(m_first->strength(), 2);
}

TEST_F(FirstRunTest, AWrongWordNamesItsPositionAndConfirmsNothing)
{
    createGood();
    m_first->choose(FirstRunViewModel::Check);
    QSignalSpy finished(m_first.get(), &FirstRunViewModel::finished);
    const auto position = std::to_string(m_first->positions().at(2));
    answer(true);
    EXPECT_EQ(m_first->error(), both(outpost::errors::kBackupCheckFailed, {position}));
    EXPECT_EQ(finished.count(), 0);
    EXPECT_FALSE(engine().wallets().requireVerifiedBackup());
}

TEST_F(FirstRunTest, TheRightWordsFinish)
{
    createGood();
    m_first->choose(FirstRunViewModel::Check);
    QSignalSpy finished(m_first.get(), &FirstRunViewModel::finished);
    answer(false);
    EXPECT_EQ(finished.count(), 1);
    EXPECT_TRUE(engine().wallets().requireVerifiedBackup());
}

TEST_F(FirstRunTest, LeavingBeforeTheCheckKeepsWhatNeedsItRefused)
{
    createGood();
    QSignalSpy finished(m_first.get(), &FirstRunViewModel::finished);
    m_first->later();
    EXPECT_EQ(finished.count(), 1);
    EXPECT_FALSE(engine().wallets().requireVerifiedBackup());
}

TEST_F(FirstRunTest, RecoveryWordsAreRefusedOnTheDemo)
{
    SecretInput words;
    type(words, QStringLiteral("abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon "
                               "abandon about"));
    type(m_password, QString::fromLatin1(test::kPassword));
    type(m_again, QString::fromLatin1(test::kPassword));
    m_first->restore(&words, &m_password, &m_again);
    settle();
    EXPECT_EQ(m_first->error(), both(outpost::errors::kDemoImportRefused));
    EXPECT_FALSE(m_first->hasWallet());
}

TEST_F(FirstRunTest, WordsThatDoNotBelongTogetherAreRefusedBeforeAnythingElse)
{
    SecretInput words;
    type(words, QStringLiteral("zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo"));
    m_first->restore(&words, &m_password, &m_again);
    EXPECT_EQ(m_first->error(), both(outpost::errors::kWordsChecksum));
}

TEST_F(FirstRunTest, AnAddressThatIsNoneIsNotWatched)
{
    m_first->watch(QStringLiteral("not an address"));
    EXPECT_FALSE(m_first->error().isEmpty());
    EXPECT_FALSE(m_first->hasWallet());
}

TEST_F(FirstRunTest, AnAddressIsWatchedWithoutItsKey)
{
    QSignalSpy finished(m_first.get(), &FirstRunViewModel::finished);
    m_first->watch(QStringLiteral("9xQeWvG816bUx9EPjHmaT23yvVM2ZWbrrpZb9PusVFin"));
    settle();
    EXPECT_EQ(finished.count(), 1) << m_first->error().toStdString();
    EXPECT_TRUE(engine().wallets().current()->watchOnly);
}

} // namespace
} // namespace outpost::app
