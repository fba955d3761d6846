// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/PagedDeviceModel.h"

#include "app/models/RecordModel.h"
#include "tests/support/Await.h"
#include "tests/support/FakeClock.h"

#include <QAbstractItemModelTester>
#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace outpost::app {
namespace {

using test::await;

class PagedDeviceModelTest : public ::testing::Test {
protected:
    PagedDeviceModelTest()
    {
        const std::filesystem::path home(m_directory.path().toStdString());
        auto db = store::Database::open({.file = home / "store.db", .backups = home / "backups"}, m_clock);
        m_db = std::move(*db);
        m_devices = std::make_unique<store::Devices>(*m_db);
        m_model = std::make_unique<PagedDeviceModel>(*m_devices, m_format, m_clock, nullptr);
        m_tester = std::make_unique<QAbstractItemModelTester>(m_model.get(),
                                                              QAbstractItemModelTester::FailureReportingMode::Fatal);
    }

    static Device device(int number)
    {
        Device d;
        d.id = DeviceId(std::format("net:{:05}", number));
        d.network = NetworkId("net");
        d.name = std::format("Device {:05}", number);
        d.status = number % 10 == 0 ? DeviceStatus::Offline : DeviceStatus::Working;
        return d;
    }
    void fill(int count)
    {
        std::vector<Device> list;
        for (int i = 0; i < count; ++i)
            list.push_back(device(i));
        ASSERT_TRUE(await(m_devices->upsert(std::move(list))));
    }
    /// A quick store answers before anybody waits.
    static void waitFor(QSignalSpy& spy)
    {
        if (spy.isEmpty()) {
            ASSERT_TRUE(spy.wait());
        }
        spy.clear();
    }
    void load(store::DeviceQuery query = {})
    {
        QSignalSpy loaded(m_model.get(), &PagedDeviceModel::loaded);
        m_model->setQuery(std::move(query));
        waitFor(loaded);
    }
    QString name(int row) const { return m_model->index(row).data(PagedDeviceModel::NameRole).toString(); }

    QTemporaryDir m_directory;
    test::FakeClock m_clock;
    Format m_format{QLocale(QLocale::English, QLocale::Ireland)};
    std::unique_ptr<store::Database> m_db;
    std::unique_ptr<store::Devices> m_devices;
    std::unique_ptr<PagedDeviceModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

TEST_F(PagedDeviceModelTest, WhatIsCollectedElsewhereHasNothingReady)
{
    fill(2);
    ASSERT_TRUE(
        await(m_devices->setFigures({{DeviceId("net:00000"), 100, 0, 0}, {DeviceId("net:00001"), 500, 700, 0}})));
    m_model->setPayout(
        [](const Device& device) { return device.id.str() == "net:00001" ? QStringLiteral("elsewhere") : QString(); });
    load();
    const auto cell = [this](int row, PagedDeviceModel::Role role) {
        return m_model->index(row).data(role).toString();
    };
    EXPECT_EQ(cell(1, PagedDeviceModel::PayoutRole), u"elsewhere");
    EXPECT_EQ(cell(1, PagedDeviceModel::ReadyRole), u"");
    EXPECT_NE(cell(1, PagedDeviceModel::MonthRole), u"");
    EXPECT_EQ(cell(0, PagedDeviceModel::PayoutRole), u"");
    EXPECT_NE(cell(0, PagedDeviceModel::ReadyRole), u"");
}

TEST_F(PagedDeviceModelTest, WhatIsNotKnownIsNotShownAsZero)
{
    fill(2);
    ASSERT_TRUE(await(m_devices->setFigures({{DeviceId("net:00001"), 0, 0, 0}})));
    load();
    for (const auto role : {PagedDeviceModel::ReadyRole, PagedDeviceModel::MonthRole}) {
        EXPECT_EQ(m_model->index(0).data(role).toString(), u"");
        EXPECT_EQ(m_model->index(1).data(role).toString(), u"€0.00");
    }
}

TEST_F(PagedDeviceModelTest, IsEmptyWithoutDevices)
{
    load();
    EXPECT_EQ(m_model->rowCount(), 0);
}

TEST_F(PagedDeviceModelTest, KnowsEveryRowAndReadsTheFirstPage)
{
    fill(350);
    load();
    EXPECT_EQ(m_model->rowCount(), 350);
    EXPECT_EQ(name(0), u"Device 00000");
    EXPECT_EQ(m_model->index(0).data(PagedDeviceModel::KeyRole).toString(), u"net:00000");
}

TEST_F(PagedDeviceModelTest, FetchesAPageWhenARowOfItIsLookedAt)
{
    fill(350);
    load();
    QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
    const bool there = m_model->index(260).data(PagedDeviceModel::LoadedRole).toBool();
    EXPECT_FALSE(there);
    while (!m_model->index(260).data(PagedDeviceModel::LoadedRole).toBool())
        ASSERT_TRUE(changed.wait());
    EXPECT_EQ(name(260), u"Device 00260");
}

TEST_F(PagedDeviceModelTest, FiltersByStateInTheStore)
{
    fill(50);
    store::DeviceQuery query;
    query.status = DeviceStatus::Offline;
    load(query);
    EXPECT_EQ(m_model->rowCount(), 5);
    EXPECT_EQ(name(1), u"Device 00010");
}

TEST_F(PagedDeviceModelTest, SortsTheOtherWayRound)
{
    fill(150);
    store::DeviceQuery query;
    query.descending = true;
    load(query);
    EXPECT_EQ(name(0), u"Device 00149");
}

TEST_F(PagedDeviceModelTest, ARefreshTellsOnlyWhatDiffersAndResetsNothing)
{
    fill(20);
    load();
    QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
    QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
    QSignalSpy loaded(m_model.get(), &PagedDeviceModel::loaded);
    m_model->refresh();
    waitFor(loaded);
    EXPECT_EQ(changed.count(), 0);
    ASSERT_TRUE(await(m_devices->setLabels(DeviceId("net:00003"), "Attic", {})));
    m_model->refresh();
    waitFor(loaded);
    EXPECT_EQ(changed.count(), 1);
    EXPECT_EQ(reset.count(), 0);
    EXPECT_EQ(name(0), u"Attic");
}

TEST_F(PagedDeviceModelTest, RowsComeAndGoWithARefresh)
{
    fill(20);
    load();
    QSignalSpy loaded(m_model.get(), &PagedDeviceModel::loaded);
    ASSERT_TRUE(await(m_devices->forget(DeviceId("net:00000"))));
    m_model->refresh();
    waitFor(loaded);
    EXPECT_EQ(m_model->rowCount(), 19);
    fill(30);
    m_model->refresh();
    waitFor(loaded);
    EXPECT_EQ(m_model->rowCount(), 30);
}

TEST_F(PagedDeviceModelTest, OnlyTheLastOfManyQueriesCounts)
{
    fill(40);
    load();
    QSignalSpy loaded(m_model.get(), &PagedDeviceModel::loaded);
    for (const char* text : {"0", "00", "00012"}) {
        store::DeviceQuery query;
        query.text = text;
        m_model->setQuery(query);
    }
    while (m_model->rowCount() != 1 && !HasFatalFailure()) // a quick store has answered the first one by now
        waitFor(loaded);
    ASSERT_TRUE(await(m_devices->count({}))); // what the others asked has been answered before this
    QCoreApplication::processEvents();
    EXPECT_EQ(m_model->rowCount(), 1);
}

TEST(RecordModel, LaysNewRowsOverOldOnesByKey)
{
    RecordModel model({"key", "text"}, nullptr);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setRows({{QStringLiteral("a"), 1}, {QStringLiteral("b"), 2}, {QStringLiteral("c"), 3}});
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.setRows({{QStringLiteral("c"), 3}, {QStringLiteral("d"), 4}, {QStringLiteral("a"), 9}});
    EXPECT_EQ(reset.count(), 0);
    EXPECT_EQ(changed.count(), 1); // only "a" has another value
    EXPECT_EQ(model.rowCount(), 3);
    EXPECT_EQ(model.index(0).data(Qt::UserRole + 1).toString(), u"c");
    EXPECT_EQ(model.index(2).data(Qt::UserRole + 2).toInt(), 9);
}

} // namespace
} // namespace outpost::app
