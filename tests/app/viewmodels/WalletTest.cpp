// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/WalletViewModel.h"
#include "tests/app/viewmodels/DemoHome.h"

namespace outpost::app {
namespace {

class WalletTest : public test::DemoHomeTest {
protected:
    void make(Start start)
    {
        open(start);
        m_wallet = std::make_unique<WalletViewModel>(engine(), m_format, nullptr);
        EXPECT_GT(test::watchModels(*m_wallet), 0);
    }
    bool read()
    {
        m_wallet->reload();
        return test::until(m_wallet.get(), &WalletViewModel::changed, [this] { return !m_wallet->loading(); });
    }

    std::unique_ptr<WalletViewModel> m_wallet;
};

TEST_F(WalletTest, WithoutAWalletNothingIsAsked)
{
    make(Start::Empty);
    m_wallet->reload();
    EXPECT_FALSE(m_wallet->loading());
    EXPECT_FALSE(m_wallet->hasWallet());
    EXPECT_TRUE(m_wallet->address().isEmpty());
}

TEST_F(WalletTest, BalancesAreShownWithTheirWorthAndItsSource)
{
    make(Start::WithWallet);
    ASSERT_TRUE(read());
    EXPECT_TRUE(m_wallet->error().isEmpty()) << m_wallet->error().toStdString();
    ASSERT_GT(m_wallet->balances()->count(), 0);
    EXPECT_TRUE(m_wallet->total().startsWith(u'€')) << m_wallet->total().toStdString();
    EXPECT_FALSE(m_wallet->priceNote().isEmpty());
}

TEST_F(WalletTest, ALockedWalletStillShowsWhatItHolds)
{
    make(Start::WithWallet);
    ASSERT_TRUE(read());
    EXPECT_FALSE(engine().wallets().isUnlocked());
    EXPECT_FALSE(m_wallet->address().isEmpty());
    EXPECT_GT(m_wallet->balances()->count(), 0);
}

TEST_F(WalletTest, WithTheNetworkAwayBeforeAnythingWasReadTheTotalIsUnknownAndSaysWhy)
{
    make(Start::WithWallet);
    takeNetworkAway();
    ASSERT_TRUE(read());
    EXPECT_FALSE(m_wallet->error().isEmpty());
    EXPECT_FALSE(m_wallet->errorAction().isEmpty());
    EXPECT_FALSE(m_wallet->stale());
    EXPECT_EQ(m_wallet->totalUnknownReason(), m_wallet->error());
    EXPECT_EQ(m_wallet->balances()->count(), 0);
}

TEST_F(WalletTest, WithTheNetworkAwayWhatWasReadStaysAndIsCalledOld)
{
    make(Start::WithWallet);
    ASSERT_TRUE(read());
    const QString total = m_wallet->total();
    takeNetworkAway();
    ASSERT_TRUE(read());
    EXPECT_TRUE(m_wallet->stale());
    EXPECT_EQ(m_wallet->total(), total);
    EXPECT_FALSE(m_wallet->errorAction().isEmpty());
}

TEST_F(WalletTest, AnAnswerThatIsNoneIsSaidAndNotTakenForZero)
{
    make(Start::WithWallet);
    fault("http-garbage:*");
    ASSERT_TRUE(read());
    EXPECT_TRUE(m_wallet->error().endsWith(QStringLiteral("answered something that Outpost does not understand.")))
        << m_wallet->error().toStdString();
    EXPECT_EQ(m_wallet->balances()->count(), 0);
}

TEST_F(WalletTest, AnotherWalletsFiguresAreNeverShownUnderThisName)
{
    make(Start::WithWallet);
    ASSERT_TRUE(read());
    ASSERT_GT(m_wallet->balances()->count(), 0);
    takeNetworkAway();
    const auto id = test::await(engine().wallets().watch(
        "Other", {{engine().networks().front()->id(), Address("9xQeWvG816bUx9EPjHmaT23yvVM2ZWbrrpZb9PusVFin"), {}}}));
    ASSERT_TRUE(id);
    ASSERT_TRUE(engine().wallets().setCurrent(*id));
    ASSERT_TRUE(read());
    EXPECT_EQ(m_wallet->balances()->count(), 0);
    EXPECT_FALSE(m_wallet->error().isEmpty());
}

TEST_F(WalletTest, AWatchedWalletIsNotAskedForFees)
{
    open(Start::WithWallet);
    watchOnly();
    m_wallet = std::make_unique<WalletViewModel>(engine(), m_format, nullptr);
    EXPECT_GT(test::watchModels(*m_wallet), 0);
    ASSERT_TRUE(read());
    EXPECT_TRUE(m_wallet->watchOnly());
    EXPECT_TRUE(m_wallet->fundsNotice().isEmpty());
}

TEST_F(WalletTest, TheAddressIsCopiedWhole)
{
    make(Start::WithWallet);
    QSignalSpy copied(m_wallet.get(), &WalletViewModel::copyRequested);
    m_wallet->copyAddress();
    ASSERT_EQ(copied.count(), 1);
    EXPECT_EQ(copied.front().front().toString(), m_wallet->address());
    EXPECT_GE(m_wallet->address().size(), 32);
}

} // namespace
} // namespace outpost::app
