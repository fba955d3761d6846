// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/NoticesViewModel.h"
#include "core/store/StoreErrors.h"
#include "tests/app/viewmodels/DemoHome.h"

#include <fstream>

namespace outpost::app {
namespace {

class NoticesTest : public test::DemoHomeTest {
protected:
    NoticesTest() { open(Start::WithWallet); }
    std::unique_ptr<NoticesViewModel> made()
    {
        auto notices = std::make_unique<NoticesViewModel>(engine(), m_format, nullptr);
        QSignalSpy changed(notices.get(), &NoticesViewModel::changed);
        EXPECT_TRUE(changed.wait());
        return notices;
    }
    /// Ends the program, spoils its records and starts it again.
    void damage()
    {
        const auto file = engine().worldHome() / "store.db";
        endEngine();
        for (const char* suffix : {"-wal", "-shm"})
            std::filesystem::remove(file.string() + suffix);
        std::ofstream(file) << std::string(9000, 'x');
        reopen();
    }
};

TEST_F(NoticesTest, WhereNothingHappenedNothingIsSaid)
{
    const auto notices = made();
    EXPECT_EQ(notices->recovery(), QString());
    EXPECT_EQ(notices->wordsFile(), QString());
}

TEST_F(NoticesTest, RecoveredRecordsAreToldWithTheirDateAtEachStartUntilThatWasRead)
{
    ASSERT_TRUE(test::await(engine().database().backup()));
    const auto madeAt = engine().database().newestBackup();
    ASSERT_TRUE(madeAt);
    damage();
    EXPECT_TRUE(made()->recovery().contains(m_format.dateTime(*madeAt))) << made()->recovery().toStdString();
    reopen();
    {
        const auto notices = made();
        EXPECT_TRUE(notices->recovery().contains(m_format.dateTime(*madeAt)));
        EXPECT_TRUE(notices->recoveryDetail().contains(u"damaged-")) << "where the damaged file is";
        notices->dismissRecovery();
        EXPECT_EQ(notices->recovery(), QString());
        ASSERT_TRUE(test::await(engine().settings().all())); // written by then
    }
    reopen();
    EXPECT_EQ(made()->recovery(), QString());
}

TEST_F(NoticesTest, RecordsThatStartAnewSayThatWhatWasSampledIsLost)
{
    for (const auto& copy : engine().database().backups())
        std::filesystem::remove(copy.file);
    damage();
    const auto notices = made();
    EXPECT_NE(notices->recovery(), QString());
    EXPECT_TRUE(notices->recoveryDetail().contains(u"lost")) << notices->recoveryDetail().toStdString();
}

TEST_F(NoticesTest, AFileWithRecoveryWordsIsNamedUntilItIsGone)
{
    const auto file = engine().worldHome() / "my words";
    std::ofstream(file) << "words";
    ASSERT_TRUE(test::await(engine().wordsFiles().note(engine().wallets().current()->id, file)));
    const auto notices = made();
    EXPECT_TRUE(notices->wordsFile().contains(QString::fromStdString(file.string())));
    std::filesystem::remove(file);
    notices->reload();
    EXPECT_TRUE(test::until(notices.get(), &NoticesViewModel::changed, [&] { return notices->wordsFile().isEmpty(); }));
}

} // namespace
} // namespace outpost::app
