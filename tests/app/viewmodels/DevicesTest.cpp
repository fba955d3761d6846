// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/DevicesViewModel.h"
#include "tests/app/viewmodels/DemoHome.h"

namespace outpost::app {
namespace {

class DevicesTest : public test::DemoHomeTest {
protected:
    void make(Start start)
    {
        open(start);
        m_devices = std::make_unique<DevicesViewModel>(engine(), m_format, nullptr);
        EXPECT_GT(test::watchModels(*m_devices), 0);
    }
    bool reaches(ScreenViewModel::Phase phase)
    {
        return test::until(m_devices.get(), &ScreenViewModel::phaseChanged,
                           [&] { return m_devices->phase() == phase; });
    }
    bool counts(int rows)
    {
        return test::until(m_devices.get(), &DevicesViewModel::countsChanged,
                           [&] { return m_devices->devices()->rowCount() == rows; });
    }
    QString name(int row) { return m_devices->devices()->index(row, 0).data(PagedDeviceModel::NameRole).toString(); }

    std::unique_ptr<DevicesViewModel> m_devices;
};

TEST_F(DevicesTest, WithoutDevicesTheScreenIsEmptyAndNothingWasSearched)
{
    make(Start::Empty);
    EXPECT_TRUE(reaches(ScreenViewModel::Empty));
    EXPECT_FALSE(m_devices->nothingFound());
    EXPECT_EQ(m_devices->total(), u"0");
}

TEST_F(DevicesTest, AllAreListedByName)
{
    make(Start::WithWallet);
    ASSERT_TRUE(reaches(ScreenViewModel::Ready));
    const int all = m_devices->devices()->rowCount();
    EXPECT_GE(all, 8);
    EXPECT_EQ(m_devices->total(), QString::number(all));
    for (int i = 1; i < all; ++i)
        EXPECT_LE(name(i - 1).toLower(), name(i).toLower());
}

TEST_F(DevicesTest, ASearchThatFindsNothingIsNotAnEmptyFleet)
{
    make(Start::WithWallet);
    ASSERT_TRUE(reaches(ScreenViewModel::Ready));
    m_devices->setText(QStringLiteral("no device has such a name"));
    ASSERT_TRUE(counts(0));
    EXPECT_TRUE(m_devices->nothingFound());
    EXPECT_EQ(m_devices->phase(), ScreenViewModel::Ready);
    m_devices->setText({});
    EXPECT_TRUE(test::until(m_devices.get(), &DevicesViewModel::countsChanged,
                            [&] { return m_devices->devices()->rowCount() >= 8; }));
}

TEST_F(DevicesTest, AStateFiltersAndAnImpossibleOneIsIgnored)
{
    make(Start::WithWallet);
    ASSERT_TRUE(reaches(ScreenViewModel::Ready));
    m_devices->setStatus(17);
    EXPECT_EQ(m_devices->status(), -1);
    const int working = m_devices->working().toInt();
    m_devices->setStatus(static_cast<int>(DeviceStatus::Working));
    EXPECT_TRUE(counts(working));
}

TEST_F(DevicesTest, TheSameColumnAgainTurnsTheOrderRound)
{
    make(Start::WithWallet);
    ASSERT_TRUE(reaches(ScreenViewModel::Ready));
    const QString first = name(0);
    m_devices->sortBy(0);
    EXPECT_TRUE(m_devices->descending());
    const int last = m_devices->devices()->rowCount() - 1;
    EXPECT_TRUE(test::until(m_devices.get(), &DevicesViewModel::countsChanged, [&] { return name(last) == first; }));
}

TEST_F(DevicesTest, MoneyIsSortedLargestFirst)
{
    make(Start::WithWallet);
    m_devices->sortBy(static_cast<int>(store::DeviceQuery::Sort::Ready));
    EXPECT_TRUE(m_devices->descending());
}

TEST_F(DevicesTest, ASelectionHoldsEachDeviceOnce)
{
    make(Start::WithWallet);
    m_devices->select(QStringLiteral("a"), true);
    m_devices->select(QStringLiteral("a"), true);
    m_devices->select(QString(), true);
    EXPECT_EQ(m_devices->selection(), QStringList{QStringLiteral("a")});
    m_devices->clearSelection();
    EXPECT_EQ(m_devices->selectedCount(), 0);
}

TEST_F(DevicesTest, WithTheNetworkAwayTheListStays)
{
    make(Start::WithUnlocked);
    ASSERT_TRUE(reaches(ScreenViewModel::Ready));
    const int all = m_devices->devices()->rowCount();
    takeNetworkAway();
    m_devices->refresh();
    ASSERT_TRUE(test::until(m_devices.get(), &ScreenViewModel::staleChanged,
                            [this] { return !m_devices->staleText().isEmpty(); }));
    EXPECT_EQ(m_devices->phase(), ScreenViewModel::Ready);
    EXPECT_EQ(m_devices->devices()->rowCount(), all);
}

} // namespace
} // namespace outpost::app
