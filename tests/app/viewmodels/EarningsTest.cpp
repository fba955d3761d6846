// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/EarningsViewModel.h"
#include "tests/app/viewmodels/DemoHome.h"

#include <QFile>
#include <QUrl>

namespace outpost::app {
namespace {

class EarningsTest : public test::DemoHomeTest {
protected:
    void make(Start start)
    {
        open(start);
        m_earnings = std::make_unique<EarningsViewModel>(engine(), m_format, nullptr);
        EXPECT_GT(test::watchModels(*m_earnings), 0);
    }
    bool reaches(ScreenViewModel::Phase phase)
    {
        return test::until(m_earnings.get(), &ScreenViewModel::phaseChanged,
                           [&] { return m_earnings->phase() == phase; });
    }
    bool saves(const QString& file)
    {
        QSignalSpy told(m_earnings.get(), &EarningsViewModel::exportChanged);
        m_earnings->exportCsv(QUrl::fromLocalFile(file));
        return told.wait(20'000);
    }

    QTemporaryDir m_folder;
    std::unique_ptr<EarningsViewModel> m_earnings;
};

TEST_F(EarningsTest, WithoutDevicesThereIsNothing)
{
    make(Start::Empty);
    EXPECT_TRUE(reaches(ScreenViewModel::Empty));
}

TEST_F(EarningsTest, EachDayHasABarAndALine)
{
    make(Start::WithWallet);
    ASSERT_TRUE(reaches(ScreenViewModel::Ready));
    EXPECT_EQ(m_earnings->bars().size(), m_earnings->period());
    EXPECT_EQ(m_earnings->barLabels().size(), m_earnings->period());
    EXPECT_GT(m_earnings->days()->rowCount(), 20);
    EXPECT_TRUE(m_earnings->total().startsWith(u'€'));
    EXPECT_TRUE(m_earnings->totalUnknown().isEmpty());
}

TEST_F(EarningsTest, AnotherPeriodShowsItsOwnDays)
{
    make(Start::WithWallet);
    ASSERT_TRUE(reaches(ScreenViewModel::Ready));
    m_earnings->setPeriod(7);
    EXPECT_TRUE(
        test::until(m_earnings.get(), &EarningsViewModel::changed, [this] { return m_earnings->bars().size() == 7; }));
    m_earnings->setPeriod(-3);
    EXPECT_EQ(m_earnings->period(), 7);
}

TEST_F(EarningsTest, TheDevicesThatEarnedMostComeFirst)
{
    make(Start::WithWallet);
    ASSERT_TRUE(reaches(ScreenViewModel::Ready));
    EXPECT_GE(m_earnings->devices()->rowCount(), 8);
    EXPECT_FALSE(m_earnings->devices()->index(0, 0).data(Qt::UserRole + 3).toString().isEmpty());
}

TEST_F(EarningsTest, AWatchedWalletSeesWhatIsReadyAndCannotCollectIt)
{
    open(Start::WithWallet);
    watchOnly();
    m_earnings = std::make_unique<EarningsViewModel>(engine(), m_format, nullptr);
    EXPECT_GT(test::watchModels(*m_earnings), 0);
    ASSERT_TRUE(reaches(ScreenViewModel::Ready));
    EXPECT_FALSE(m_earnings->readyAmount().isEmpty());
    EXPECT_FALSE(m_earnings->canCollect());
}

TEST_F(EarningsTest, AnExportSaysThatItIsADemo)
{
    make(Start::WithWallet);
    ASSERT_TRUE(reaches(ScreenViewModel::Ready));
    const QString name = m_folder.filePath(QStringLiteral("earnings.csv"));
    ASSERT_TRUE(saves(name));
    EXPECT_FALSE(m_earnings->exportFailed()) << m_earnings->exportText().toStdString();
    QFile file(name);
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    const QByteArray text = file.readAll();
    EXPECT_GT(text.count('\n'), 20);
    EXPECT_GT(text.count("Demo, not real money"), 20);
}

TEST_F(EarningsTest, AnExportReplacesNoFile)
{
    make(Start::WithWallet);
    ASSERT_TRUE(reaches(ScreenViewModel::Ready));
    const QString name = m_folder.filePath(QStringLiteral("mine.txt"));
    QFile file(name);
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write("mine");
    file.close();
    ASSERT_TRUE(saves(name));
    EXPECT_TRUE(m_earnings->exportFailed());
    EXPECT_TRUE(m_earnings->exportText().startsWith(sentence(outpost::errors::kFileExists)));
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    EXPECT_EQ(file.readAll(), "mine");
}

TEST_F(EarningsTest, AnExportIntoAFolderThatIsNotThereSaysSo)
{
    make(Start::WithWallet);
    ASSERT_TRUE(reaches(ScreenViewModel::Ready));
    ASSERT_TRUE(saves(m_folder.filePath(QStringLiteral("no/such/folder.csv"))));
    EXPECT_TRUE(m_earnings->exportFailed());
    EXPECT_FALSE(m_earnings->exportText().isEmpty());
}

} // namespace
} // namespace outpost::app
