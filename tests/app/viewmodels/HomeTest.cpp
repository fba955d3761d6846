// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/HomeViewModel.h"
#include "tests/app/viewmodels/DemoHome.h"

namespace outpost::app {
namespace {

class HomeTest : public test::DemoHomeTest {
protected:
    void make(Start start)
    {
        open(start);
        m_home = std::make_unique<HomeViewModel>(engine(), m_format, nullptr);
        EXPECT_GT(test::watchModels(*m_home), 0);
    }
    bool reaches(ScreenViewModel::Phase phase)
    {
        return test::until(m_home.get(), &ScreenViewModel::phaseChanged, [&] { return m_home->phase() == phase; });
    }

    std::unique_ptr<HomeViewModel> m_home;
};

TEST_F(HomeTest, WorkOnThePoolEndsBeforeTheEngineGoes)
{
    open(Start::Empty);
    constexpr int kQuestions = 300; // more than fit between asking and closing
    auto work = async::onPool([endpoints = engine().demoHost()->endpoints()] {
        sim::DemoControl control(endpoints);
        int answers = 0;
        for (int i = 0; i < kQuestions; ++i)
            answers += control.state() ? 1 : 0;
        return answers;
    });
    reopen();
    ASSERT_TRUE(work.isFinished());
    EXPECT_EQ(work.result(), kQuestions);
}

TEST_F(HomeTest, WithoutAWalletThereIsNothingToShow)
{
    make(Start::Empty);
    EXPECT_TRUE(reaches(ScreenViewModel::Empty));
    EXPECT_TRUE(m_home->problem().isEmpty());
}

TEST_F(HomeTest, EveryDeviceIsCountedInOneStateOrAnother)
{
    make(Start::WithWallet);
    ASSERT_TRUE(reaches(ScreenViewModel::Ready));
    const auto devices = test::await(engine().devices().all());
    ASSERT_TRUE(devices);
    EXPECT_GE(devices->size(), 8u);
    EXPECT_EQ(m_home->working() + m_home->check() + m_home->offline() + m_home->notSetUp(),
              static_cast<int>(devices->size()));
}

TEST_F(HomeTest, WhatIsReadyCanBeCollectedAndSaysWhatItIsWorth)
{
    make(Start::WithWallet);
    ASSERT_TRUE(reaches(ScreenViewModel::Ready));
    EXPECT_TRUE(m_home->canCollect());
    EXPECT_TRUE(m_home->readyAmount().startsWith(u'€')) << m_home->readyAmount().toStdString();
    EXPECT_TRUE(m_home->readyUnknown().isEmpty());
}

TEST_F(HomeTest, AWatchedWalletCollectsNothing)
{
    open(Start::WithWallet);
    watchOnly();
    m_home = std::make_unique<HomeViewModel>(engine(), m_format, nullptr);
    EXPECT_GT(test::watchModels(*m_home), 0);
    ASSERT_TRUE(reaches(ScreenViewModel::Ready));
    EXPECT_TRUE(m_home->watchOnly());
    EXPECT_FALSE(m_home->canCollect());
}

TEST_F(HomeTest, WithTheNetworkAwayTheFiguresStayAndSayHowOldTheyAre)
{
    make(Start::WithUnlocked);
    ASSERT_TRUE(reaches(ScreenViewModel::Ready));
    const QString before = m_home->readyAmount();
    takeNetworkAway();
    m_home->refresh();
    ASSERT_TRUE(
        test::until(m_home.get(), &ScreenViewModel::staleChanged, [this] { return !m_home->staleText().isEmpty(); }));
    EXPECT_TRUE(m_home->staleText().startsWith(QStringLiteral("Not up to date: ")));
    EXPECT_EQ(m_home->phase(), ScreenViewModel::Ready);
    EXPECT_EQ(m_home->readyAmount(), before);
}

TEST_F(HomeTest, OnceTheNetworkIsBackTheFiguresAreFreshAgain)
{
    make(Start::WithUnlocked);
    ASSERT_TRUE(reaches(ScreenViewModel::Ready));
    takeNetworkAway();
    m_home->refresh();
    ASSERT_TRUE(
        test::until(m_home.get(), &ScreenViewModel::staleChanged, [this] { return !m_home->staleText().isEmpty(); }));
    ASSERT_TRUE(engine().demoControl()->clearFaults());
    m_home->refresh();
    EXPECT_TRUE(
        test::until(m_home.get(), &ScreenViewModel::staleChanged, [this] { return m_home->staleText().isEmpty(); }));
}

TEST_F(HomeTest, TroubleNamesTheDeviceAndWhatToDo)
{
    open(Start::WithWallet);
    const auto devices = test::await(engine().devices().all());
    ASSERT_TRUE(devices && !devices->empty());
    const Device& device = devices->front();
    ASSERT_TRUE(test::await(
        engine().devices().setStatus(device.id, DeviceStatus::Offline, "problem.earnsNothing", std::nullopt)));
    m_home = std::make_unique<HomeViewModel>(engine(), m_format, nullptr);
    EXPECT_GT(test::watchModels(*m_home), 0);
    ASSERT_TRUE(reaches(ScreenViewModel::Ready));
    QStringList names;
    for (int i = 0; i < m_home->attention()->rowCount(); ++i) {
        const auto row = m_home->attention()->index(i, 0);
        names << row.data(Qt::UserRole + 2).toString();
        EXPECT_FALSE(row.data(Qt::UserRole + 3).toString().isEmpty());
        EXPECT_FALSE(row.data(Qt::UserRole + 6).toString().isEmpty()) << "no action";
    }
    EXPECT_TRUE(names.contains(shownName(device)));
    EXPECT_GE(m_home->attentionCount(), m_home->attention()->rowCount());
}

} // namespace
} // namespace outpost::app
