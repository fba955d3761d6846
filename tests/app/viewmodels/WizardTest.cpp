// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewmodels/WizardViewModel.h"
#include "core/codec/CodecErrors.h"
#include "core/links/LinkErrors.h"
#include "core/services/ServiceErrors.h"
#include "tests/app/viewmodels/DemoHome.h"

namespace outpost::app {
namespace {

constexpr const char* kFreeDevice = ":01"; // end of its link; nobody owns it, and its maker pays

class WizardTest : public test::DemoHomeTest {
protected:
    void make(Start start)
    {
        open(start);
        begin();
    }
    void begin()
    {
        m_wizard = std::make_unique<WizardViewModel>(engine(), m_format, nullptr);
        EXPECT_GT(test::watchModels(*m_wizard), 0);
        m_wizard->open();
    }
    template <class Condition> bool until(Condition condition, int limitMs = 30'000)
    {
        return test::until(m_wizard.get(), &WizardViewModel::changed, condition, limitMs);
    }
    bool settles()
    {
        return until([this] { return !m_wizard->busy(); });
    }
    static QString cell(WizardRows* rows, int row, int column)
    {
        return rows->index(row).data(Qt::UserRole + column).toString();
    }
    QString freeLink()
    {
        for (int i = 0; i < m_wizard->nearby()->count(); ++i) {
            if (cell(m_wizard->nearby(), i, 0).endsWith(QLatin1String(kFreeDevice)))
                return cell(m_wizard->nearby(), i, 0);
        }
        return {};
    }
    bool finds()
    {
        return until([this] { return !freeLink().isEmpty(); });
    }
    /// To "Check it", with its verdict and cost.
    void check()
    {
        ASSERT_TRUE(finds());
        m_wizard->choose(freeLink());
        ASSERT_TRUE(until(
            [this] { return !m_wizard->busy() && (!m_wizard->problem().isEmpty() || !m_wizard->total().isEmpty()); }));
        ASSERT_TRUE(m_wizard->verdictGood()) << m_wizard->verdict().toStdString() << m_wizard->problem().toStdString();
    }
    void internet()
    {
        check();
        m_wizard->goTo(WizardViewModel::Internet);
        ASSERT_TRUE(settles());
        ASSERT_GT(m_wizard->wifi()->count(), 0) << m_wizard->problem().toStdString();
    }
    void join()
    {
        m_wizard->setChosenWifi(0);
        SecretInput secret;
        type(secret, QStringLiteral("freifunk-passwort"));
        m_wizard->joinWifi(&secret);
        EXPECT_EQ(secret.length(), 0);
        ASSERT_TRUE(settles());
    }
    void place()
    {
        m_wizard->goTo(WizardViewModel::PlaceStep);
        m_wizard->pick(53.55, 10.0);
        ASSERT_TRUE(until([this] { return m_wizard->hasPlace(); }));
    }
    /// Until it is registered, or a problem says why not.
    void awaitEnd()
    {
        const bool ended = until(
            [this] { return m_wizard->step() == WizardViewModel::Finished || !m_wizard->problem().isEmpty(); }, 60'000);
        EXPECT_TRUE(ended) << m_wizard->busyText().toStdString();
        for (int i = 0; i < m_wizard->progress()->count() && !ended; ++i)
            ADD_FAILURE() << cell(m_wizard->progress(), i, 0).toStdString() << ": "
                          << cell(m_wizard->progress(), i, 1).toStdString() << " "
                          << cell(m_wizard->progress(), i, 2).toStdString();
    }
    void review()
    {
        check();
        place();
        m_wizard->goTo(WizardViewModel::Review);
        ASSERT_TRUE(until([this] { return !m_wizard->busy() && m_wizard->sentences()->count() > 0; }));
        ASSERT_TRUE(m_wizard->problem().isEmpty()) << m_wizard->problem().toStdString();
    }

    std::unique_ptr<WizardViewModel> m_wizard;
};

TEST_F(WizardTest, TheDevicesBesideTheComputerAreListed)
{
    make(Start::Empty);
    EXPECT_TRUE(finds());
    EXPECT_TRUE(m_wizard->radioTitle().isEmpty());
    for (int i = 0; i < m_wizard->nearby()->count(); ++i)
        EXPECT_FALSE(cell(m_wizard->nearby(), i, 1).isEmpty()) << "a device without a name has words for it";
}

TEST_F(WizardTest, WithoutAWalletTheWayLeadsToOne)
{
    make(Start::Empty);
    EXPECT_EQ(m_wizard->gate(), u"wallet");
    EXPECT_FALSE(m_wizard->gateSentence().isEmpty());
    EXPECT_FALSE(m_wizard->gateAction().isEmpty());
    QSignalSpy asked(m_wizard.get(), &WizardViewModel::gateRequested);
    m_wizard->passGate();
    ASSERT_EQ(asked.count(), 1);
    EXPECT_EQ(asked.front().front().toString(), u"wallet");
}

TEST_F(WizardTest, WordsThatWereNotCheckedComeBeforeRegistering)
{
    make(Start::Empty);
    auto password = wallet::Password::create(asBytes(test::kPassword));
    ASSERT_TRUE(password);
    ASSERT_TRUE(
        test::await(engine().wallets().create("New", std::make_shared<wallet::Password>(std::move(*password)), 12)));
    EXPECT_EQ(m_wizard->gate(), u"backup");
    EXPECT_FALSE(m_wizard->gateAction().isEmpty());
}

TEST_F(WizardTest, ALockedWalletIsAskedToBeUnlocked)
{
    make(Start::WithWallet);
    EXPECT_EQ(m_wizard->gate(), u"unlock");
    unlock();
    EXPECT_TRUE(m_wizard->gate().isEmpty());
}

TEST_F(WizardTest, AFreeDeviceCanBeRegisteredAndSaysWhoPays)
{
    make(Start::WithUnlocked);
    check();
    EXPECT_EQ(m_wizard->step(), WizardViewModel::Check);
    EXPECT_TRUE(m_wizard->primaryEnabled());
    EXPECT_GT(m_wizard->facts()->count(), 4);
    EXPECT_GT(m_wizard->cost()->count(), 0);
    EXPECT_FALSE(m_wizard->mine());
}

TEST_F(WizardTest, WithTheNetworkAwayTheCheckFailsAndTryingAgainWorks)
{
    make(Start::WithUnlocked);
    ASSERT_TRUE(finds());
    fault("http-500:*@onboarding.demo");
    takeNetworkAway();
    const QString link = freeLink();
    m_wizard->choose(link);
    ASSERT_TRUE(until([this] { return !m_wizard->busy() && !m_wizard->problem().isEmpty(); }));
    EXPECT_FALSE(m_wizard->problemAction().isEmpty());
    EXPECT_TRUE(m_wizard->canTryAgain());
    EXPECT_FALSE(m_wizard->primaryEnabled());
    ASSERT_TRUE(engine().demoControl()->clearFaults());
    if (m_wizard->step() == WizardViewModel::Find)
        m_wizard->choose(link);
    else
        m_wizard->tryAgain();
    EXPECT_TRUE(until([this] { return !m_wizard->busy() && m_wizard->verdictGood(); }));
    EXPECT_TRUE(m_wizard->problem().isEmpty());
}

TEST_F(WizardTest, JoiningAWifiBringsTheDeviceOnline)
{
    make(Start::WithUnlocked);
    internet();
    EXPECT_FALSE(m_wizard->online());
    join();
    EXPECT_TRUE(m_wizard->problem().isEmpty()) << m_wizard->problem().toStdString();
    EXPECT_TRUE(m_wizard->online());
    EXPECT_TRUE(m_wizard->connection().startsWith(QStringLiteral("Connected to ")));
}

TEST_F(WizardTest, AWrongWifiPasswordSaysSoAndTheNextTryWorks)
{
    make(Start::WithUnlocked);
    internet();
    fault("wrong-wifi-password");
    join();
    const ErrorText text = ErrorText::of(Error(ErrorCode{"helium.wifiWrongPassphrase"}));
    EXPECT_EQ(m_wizard->problem(), text.message);
    EXPECT_EQ(m_wizard->problemAction(), text.action);
    EXPECT_FALSE(m_wizard->online());
    EXPECT_FALSE(m_wizard->joining());
    join();
    EXPECT_TRUE(m_wizard->online()) << m_wizard->problem().toStdString();
}

TEST_F(WizardTest, ADeviceThatDropsWhileJoiningIsSaidWithWhatToDo)
{
    make(Start::WithUnlocked);
    internet();
    fault("device-drop-mid-write:20");
    join();
    EXPECT_FALSE(m_wizard->online());
    EXPECT_TRUE(m_wizard->problem() == sentence(outpost::errors::kLinkLost) ||
                m_wizard->problem() == sentence(outpost::errors::kLinkNotFound) ||
                m_wizard->problem() == sentence(outpost::errors::kDeviceAway) ||
                m_wizard->problem() == sentence(outpost::errors::kLinkTimeout))
        << m_wizard->problem().toStdString();
    EXPECT_FALSE(m_wizard->problemAction().isEmpty());
    EXPECT_TRUE(m_wizard->canTryAgain());
}

TEST_F(WizardTest, NamesOfNetworksThatAreNoTextAreShownAsTheirBytes)
{
    make(Start::WithUnlocked);
    internet();
    bool found = false;
    for (int i = 0; i < m_wizard->wifi()->count(); ++i)
        found = found || !cell(m_wizard->wifi(), i, 1).isEmpty();
    EXPECT_TRUE(found);
}

TEST_F(WizardTest, APlaceThatIsNoneSaysHowToWriteOne)
{
    make(Start::WithUnlocked);
    check();
    m_wizard->goTo(WizardViewModel::PlaceStep);
    m_wizard->typePlace(QStringLiteral("somewhere nice"));
    EXPECT_EQ(m_wizard->placeError(), both(outpost::errors::kCodecNotAPlace));
    EXPECT_EQ(m_wizard->placeText(), u"somewhere nice");
    EXPECT_FALSE(m_wizard->primaryEnabled());
}

TEST_F(WizardTest, ATypedPlaceIsTakenAndTheMapIsTold)
{
    make(Start::WithUnlocked);
    check();
    m_wizard->goTo(WizardViewModel::PlaceStep);
    QSignalSpy typed(m_wizard.get(), &WizardViewModel::placeTyped);
    m_wizard->typePlace(QStringLiteral("53.55, 10.0"));
    ASSERT_TRUE(until([this] { return m_wizard->hasPlace(); }));
    EXPECT_EQ(typed.count(), 1);
    EXPECT_NEAR(m_wizard->latitude(), 53.55, 1e-9);
    EXPECT_FALSE(m_wizard->cellLine().isEmpty());
    EXPECT_TRUE(m_wizard->primaryEnabled());
}

TEST_F(WizardTest, AGainThatNoAntennaHasIsRefusedWithItsLimits)
{
    make(Start::WithUnlocked);
    check();
    place();
    m_wizard->typeGain(QStringLiteral("99"));
    EXPECT_TRUE(m_wizard->gainError().contains(m_wizard->gainHint()));
    EXPECT_FALSE(m_wizard->primaryEnabled());
    m_wizard->typeGain(QStringLiteral("2,6"));
    EXPECT_TRUE(m_wizard->gainError().isEmpty()) << "a decimal comma is as good as a point";
    EXPECT_TRUE(m_wizard->primaryEnabled());
}

TEST_F(WizardTest, AHeightThatIsNoNumberIsRefused)
{
    make(Start::WithUnlocked);
    check();
    place();
    for (const char* bad : {"high", "-1", "1001", "3.5"}) {
        m_wizard->typeHeight(QString::fromLatin1(bad));
        EXPECT_FALSE(m_wizard->heightError().isEmpty()) << bad;
        EXPECT_FALSE(m_wizard->primaryEnabled()) << bad;
    }
    m_wizard->typeHeight({});
    EXPECT_TRUE(m_wizard->heightError().isEmpty());
}

TEST_F(WizardTest, RegisteringEndsWithWhatTheNetworkReadsBack)
{
    make(Start::WithUnlocked);
    review();
    ASSERT_TRUE(m_wizard->primaryEnabled());
    m_wizard->primary();
    awaitEnd();
    EXPECT_EQ(m_wizard->step(), WizardViewModel::Finished) << m_wizard->problem().toStdString();
    EXPECT_GE(m_wizard->result()->count(), 4);
    EXPECT_FALSE(cell(m_wizard->result(), 1, 1).isEmpty()) << "no place was read back";
    EXPECT_EQ(m_wizard->unfinished()->count(), 0);
    QSignalSpy shown(m_wizard.get(), &WizardViewModel::finishedDevice);
    m_wizard->primary();
    ASSERT_EQ(shown.count(), 1);
    EXPECT_EQ(shown.front().front().toString(), m_wizard->deviceId());
}

class WizardFaultTest : public WizardTest, public ::testing::WithParamInterface<const char*> {};

TEST_P(WizardFaultTest, WhatIsOutlivedEndsWithWhatTheNetworkReadsBack)
{
    make(Start::WithUnlocked);
    review();
    fault(GetParam());
    m_wizard->primary();
    awaitEnd();
    if (m_wizard->step() != WizardViewModel::Finished) { // what could not be outlived is said, and goes on when asked
        EXPECT_FALSE(m_wizard->problem().isEmpty());
        EXPECT_FALSE(m_wizard->problemAction().isEmpty());
        EXPECT_TRUE(m_wizard->canTryAgain());
        ASSERT_TRUE(engine().demoControl()->clearFaults());
        m_wizard->tryAgain();
        ASSERT_TRUE(
            until([this] { return m_wizard->step() == WizardViewModel::Finished || !m_wizard->problem().isEmpty(); },
                  60'000));
    }
    EXPECT_EQ(m_wizard->step(), WizardViewModel::Finished) << m_wizard->problem().toStdString();
    EXPECT_GE(m_wizard->result()->count(), 4);
    EXPECT_FALSE(cell(m_wizard->result(), 1, 1).isEmpty()) << "no place was read back";
    EXPECT_EQ(m_wizard->unfinished()->count(), 0);
    store::OperationFilter filter;
    filter.topLevelOnly = true;
    const auto all = test::await(engine().journal().list(filter));
    ASSERT_TRUE(all);
    EXPECT_EQ(all->size(), 1u) << "registered twice";
}

INSTANTIATE_TEST_SUITE_P(Faults, WizardFaultTest,
                         ::testing::Values("rpc-timeout-after-accept", "blockhash-expires", "clock-skew:*",
                                           "http-garbage:2", "http-10mb:2"),
                         [](const auto& info) {
                             std::string name;
                             for (const char c : std::string_view(info.param)) {
                                 if (std::isalnum(static_cast<unsigned char>(c)))
                                     name += c;
                             }
                             return name;
                         });

TEST_F(WizardTest, ALockWhileRegisteringIsSaidAndUnlockingGoesOn)
{
    make(Start::WithUnlocked);
    review();
    m_wizard->primary();
    ASSERT_TRUE(until([this] { return m_wizard->started() || !m_wizard->problem().isEmpty(); }));
    engine().wallets().lock();
    awaitEnd();
    if (m_wizard->step() != WizardViewModel::Finished) {
        EXPECT_EQ(m_wizard->problem(), sentence(outpost::errors::kWalletLocked));
        EXPECT_EQ(m_wizard->gate(), u"unlock");
        unlock();
        m_wizard->tryAgain();
        ASSERT_TRUE(
            until([this] { return m_wizard->step() == WizardViewModel::Finished || !m_wizard->problem().isEmpty(); },
                  60'000));
    }
    EXPECT_EQ(m_wizard->step(), WizardViewModel::Finished) << m_wizard->problem().toStdString();
}

TEST_F(WizardTest, WhatWasChosenIsKeptForAnotherDay)
{
    make(Start::WithUnlocked);
    check();
    place();
    m_wizard->typeGain(QStringLiteral("2.6"));
    const QString device = m_wizard->deviceId();
    m_wizard->leave();
    begin();
    ASSERT_TRUE(until([this] { return m_wizard->unfinished()->count() == 1; }));
    EXPECT_EQ(cell(m_wizard->unfinished(), 0, 0), device);
    m_wizard->resumeDevice(device);
    ASSERT_TRUE(until([this] { return m_wizard->step() == WizardViewModel::PlaceStep && m_wizard->hasPlace(); }));
    EXPECT_NEAR(m_wizard->latitude(), 53.55, 1e-9);
    EXPECT_EQ(m_wizard->gainText(), u"2.6");
}

TEST_F(WizardTest, AFailedRegistrationOfOneDeviceIsNotAnothersToTryAgain)
{
    make(Start::WithUnlocked);
    check();
    place();
    const QString device = m_wizard->deviceId();
    m_wizard->leave();
    ASSERT_TRUE(test::await(engine().settings().set("wizard.helium:a", R"({"name":"A","step":4,"operation":"gone"})")));
    begin();
    ASSERT_TRUE(until([this] { return m_wizard->unfinished()->count() == 2; }));
    m_wizard->resumeDevice(QStringLiteral("helium:a"));
    ASSERT_TRUE(until([this] { return m_wizard->started() && !m_wizard->problem().isEmpty(); }));
    m_wizard->resumeDevice(device);
    ASSERT_TRUE(until([this] { return m_wizard->step() == WizardViewModel::PlaceStep && m_wizard->hasPlace(); }));
    EXPECT_EQ(m_wizard->deviceId(), device);
    m_wizard->goTo(WizardViewModel::Review);
    EXPECT_FALSE(m_wizard->started());
    ASSERT_TRUE(until([this] { return !m_wizard->busy() && m_wizard->sentences()->count() > 0; }));
    EXPECT_TRUE(m_wizard->primaryEnabled());
    const auto kept = test::await(engine().settings().all());
    ASSERT_TRUE(kept);
    EXPECT_EQ(kept->at("wizard." + device.toStdString()).find("gone"), std::string::npos);
}

TEST_F(WizardTest, ARegistrationThatEndsWhileAnotherDeviceIsShownIsNotThatDevices)
{
    open(Start::WithUnlocked);
    ASSERT_TRUE(test::await(engine().settings().set("wizard.helium:a", R"({"name":"A","step":4,"operation":"gone"})")));
    begin();
    ASSERT_TRUE(until([this] { return m_wizard->unfinished()->count() == 1; }));
    review();
    const QString device = m_wizard->deviceId();
    QSignalSpy finished(&engine().runner(), &services::OperationRunner::finished);
    m_wizard->primary();
    ASSERT_TRUE(until([this] { return m_wizard->started(); }));
    ASSERT_TRUE(finished.isEmpty());
    m_wizard->resumeDevice(QStringLiteral("helium:a"));
    ASSERT_TRUE(until([this] { return !m_wizard->problem().isEmpty(); }));
    ASSERT_TRUE(test::until(
        &engine().runner(), &services::OperationRunner::finished, [&] { return !finished.isEmpty(); }, 60'000));
    // What would be told of it has been by then.
    EXPECT_TRUE(test::await(engine().sync().refresh(m_format.currency()), 60'000));
    for (int i = 0; i < 100; ++i)
        ASSERT_TRUE(test::await(engine().devices().count({})));
    EXPECT_EQ(m_wizard->deviceId(), u"helium:a");
    EXPECT_FALSE(m_wizard->problem().isEmpty());
    EXPECT_NE(m_wizard->step(), WizardViewModel::Finished);
    EXPECT_EQ(m_wizard->result()->count(), 0);
    m_wizard->resumeDevice(device);
    awaitEnd();
    EXPECT_EQ(m_wizard->step(), WizardViewModel::Finished) << m_wizard->problem().toStdString();
}

TEST_F(WizardTest, WhatIsForgottenDoesNotComeBack)
{
    make(Start::WithUnlocked);
    check();
    const QString device = m_wizard->deviceId();
    m_wizard->leave();
    m_wizard->forgetUnfinished(device);
    ASSERT_TRUE(until([this] { return m_wizard->unfinished()->count() == 0; }));
    begin();
    ASSERT_TRUE(finds());
    EXPECT_EQ(m_wizard->unfinished()->count(), 0);
}

TEST_F(WizardTest, NonsenseInTheStoreIsNoUnfinishedDeviceToWorryAbout)
{
    open(Start::WithWallet);
    ASSERT_TRUE(test::await(engine().settings().set("wizard.helium:x", "{\"step\":99,\"latitude\":\"north\"}")));
    ASSERT_TRUE(test::await(engine().settings().set("wizard.helium:y", std::string(5000, 'x'))));
    begin();
    ASSERT_TRUE(until([this] { return m_wizard->unfinished()->count() > 0; }));
    EXPECT_EQ(m_wizard->unfinished()->count(), 1);
    m_wizard->resumeDevice(QStringLiteral("helium:y"));
    EXPECT_EQ(m_wizard->step(), WizardViewModel::Find);
}

TEST_F(WizardTest, GoingBackKeepsTheDeviceAndForwardNeedsOne)
{
    make(Start::WithUnlocked);
    m_wizard->goTo(WizardViewModel::Review);
    EXPECT_EQ(m_wizard->step(), WizardViewModel::Find);
    check();
    m_wizard->goTo(WizardViewModel::PlaceStep);
    m_wizard->back();
    EXPECT_EQ(m_wizard->step(), WizardViewModel::Internet);
    EXPECT_FALSE(m_wizard->deviceId().isEmpty());
}

} // namespace
} // namespace outpost::app
