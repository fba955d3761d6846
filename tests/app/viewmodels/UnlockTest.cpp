// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/UnlockViewModel.h"
#include "core/wallet/WalletErrors.h"
#include "tests/app/viewmodels/DemoHome.h"

namespace outpost::app {
namespace {

class UnlockTest : public test::DemoHomeTest {
protected:
    UnlockTest()
    {
        open(Start::WithWallet);
        m_unlock = std::make_unique<UnlockViewModel>(engine(), m_format, nullptr);
    }
    void tryWith(const QString& password)
    {
        m_field.wipe();
        if (!password.isEmpty())
            type(m_field, password);
        m_unlock->unlock(&m_field);
        ASSERT_TRUE(test::until(m_unlock.get(), &UnlockViewModel::changed, [this] { return !m_unlock->busy(); }));
    }

    SecretInput m_field;
    std::unique_ptr<UnlockViewModel> m_unlock;
};

TEST_F(UnlockTest, TheRightPasswordOpensTheWallet)
{
    QSignalSpy unlocked(m_unlock.get(), &UnlockViewModel::unlocked);
    tryWith(QString::fromLatin1(test::kPassword));
    EXPECT_EQ(unlocked.count(), 1);
    EXPECT_TRUE(m_unlock->error().isEmpty());
    EXPECT_TRUE(engine().wallets().isUnlocked());
}

TEST_F(UnlockTest, AWrongPasswordSaysSoAndWhatElseOpensTheWallet)
{
    QSignalSpy unlocked(m_unlock.get(), &UnlockViewModel::unlocked);
    tryWith(QStringLiteral("wrong"));
    EXPECT_EQ(m_unlock->error(), both(outpost::errors::kWrongPassword));
    EXPECT_EQ(unlocked.count(), 0);
    EXPECT_FALSE(engine().wallets().isUnlocked());
}

TEST_F(UnlockTest, WhatWasTypedIsGoneAfterEachTry)
{
    tryWith(QStringLiteral("wrong"));
    EXPECT_EQ(m_field.length(), 0);
}

TEST_F(UnlockTest, NothingTypedIsNoTry)
{
    tryWith({});
    EXPECT_EQ(m_unlock->error(), sentence(outpost::errors::kPasswordEmpty));
}

TEST_F(UnlockTest, ManyWrongPasswordsMakeOneWaitAndThenEvenTheRightOneIsNotTried)
{
    for (int i = 0; i < 20 && m_unlock->waitSeconds() == 0; ++i)
        tryWith(QStringLiteral("wrong"));
    ASSERT_GT(m_unlock->waitSeconds(), 0);
    EXPECT_TRUE(m_unlock->error().contains(action(outpost::errors::kTooManyTries)) ||
                m_unlock->error() == both(outpost::errors::kWrongPassword))
        << m_unlock->error().toStdString();
    QSignalSpy unlocked(m_unlock.get(), &UnlockViewModel::unlocked);
    type(m_field, QString::fromLatin1(test::kPassword));
    m_unlock->unlock(&m_field);
    EXPECT_FALSE(m_unlock->busy());
    EXPECT_EQ(unlocked.count(), 0);
}

TEST_F(UnlockTest, AVaultThatWasDamagedMeanwhileIsNamedWithTheWayOut)
{
    for (const auto& entry : std::filesystem::directory_iterator(engine().worldHome() / "wallets")) {
        if (entry.path().extension() == ".vault")
            std::filesystem::resize_file(entry.path(), 40);
    }
    tryWith(QString::fromLatin1(test::kPassword));
    EXPECT_TRUE(m_unlock->error().endsWith(action(outpost::errors::kVaultDamaged))) << m_unlock->error().toStdString();
    EXPECT_FALSE(engine().wallets().isUnlocked());
}

TEST_F(UnlockTest, ADamagedVaultIsOpenedFromItsCopyWithTheSamePasswordOnly)
{
    const auto id = engine().wallets().current()->id;
    const auto file = engine().worldHome() / "wallets" / (id.str() + ".vault");
    const auto whole = std::filesystem::file_size(file);
    for (const std::uintmax_t size : {std::uintmax_t{40}, std::uintmax_t{0}}) {
        std::filesystem::resize_file(file, size);
        tryWith(QString::fromLatin1(test::kPassword));
        ASSERT_TRUE(m_unlock->canRestoreCopy());
        const auto restore = [&](const QString& password) {
            type(m_field, password);
            m_unlock->restoreCopy(&m_field);
            ASSERT_TRUE(test::until(m_unlock.get(), &UnlockViewModel::changed, [this] { return !m_unlock->busy(); }));
        };
        restore(QStringLiteral("wrong"));
        EXPECT_EQ(m_unlock->error(), both(outpost::errors::kWrongPassword));
        EXPECT_EQ(std::filesystem::file_size(file), size);
        QSignalSpy unlocked(m_unlock.get(), &UnlockViewModel::unlocked);
        restore(QString::fromLatin1(test::kPassword));
        EXPECT_EQ(unlocked.count(), 1) << m_unlock->error().toStdString();
        EXPECT_EQ(std::filesystem::file_size(file), whole);
        EXPECT_TRUE(engine().wallets().isUnlocked());
        EXPECT_FALSE(m_unlock->canRestoreCopy());
        engine().wallets().lock();
    }
}

TEST_F(UnlockTest, AWrongPasswordOfAWholeVaultOffersNoCopy)
{
    tryWith(QStringLiteral("wrong"));
    EXPECT_FALSE(m_unlock->canRestoreCopy());
}

TEST_F(UnlockTest, AForgottenPasswordLeadsToTheRecoveryWords)
{
    QSignalSpy restore(m_unlock.get(), &UnlockViewModel::restoreRequested);
    m_unlock->forgotten();
    EXPECT_EQ(restore.count(), 1);
}

TEST_F(UnlockTest, TheReasonOfTheLockIsShownAndThePastErrorIsNot)
{
    tryWith(QStringLiteral("wrong"));
    m_unlock->reset(QStringLiteral("Locked because nobody used it for a while."));
    EXPECT_EQ(m_unlock->reason(), u"Locked because nobody used it for a while.");
    EXPECT_TRUE(m_unlock->error().isEmpty());
}

} // namespace
} // namespace outpost::app
