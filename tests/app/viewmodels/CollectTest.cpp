// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/format/Phrase.h"
#include "app/viewmodels/CollectViewModel.h"
#include "core/services/ServiceErrors.h"
#include "core/wallet/WalletErrors.h"
#include "tests/app/viewmodels/DemoHome.h"

namespace outpost::app {
namespace {

class CollectTest : public test::DemoHomeTest {
protected:
    void make(Start start)
    {
        open(start);
        m_collect = std::make_unique<CollectViewModel>(engine(), m_format, nullptr);
        EXPECT_GT(test::watchModels(*m_collect), 0);
    }
    bool reaches(std::initializer_list<CollectViewModel::Stage> stages)
    {
        return test::until(m_collect.get(), &CollectViewModel::changed,
                           [&] { return std::find(stages.begin(), stages.end(), m_collect->stage()) != stages.end(); });
    }
    /// To the review of one device that has something.
    bool review()
    {
        const auto ready = test::await(engine().earnings().ready(Currency::Eur));
        if (!ready || ready->empty())
            return false;
        m_collect->collect({toQString(ready->front().first.device.str())});
        return reaches({CollectViewModel::Reviewing, CollectViewModel::Failed}) &&
               m_collect->stage() == CollectViewModel::Reviewing;
    }
    std::size_t operations()
    {
        store::OperationFilter filter;
        filter.openOnly = true;
        const auto open = test::await(engine().journal().list(filter));
        EXPECT_TRUE(open);
        return open ? open->size() : 0;
    }

    std::unique_ptr<CollectViewModel> m_collect;
};

TEST_F(CollectTest, TheReviewSaysWhatComesAndWhatItCostsAndNeverNetsThem)
{
    make(Start::WithUnlocked);
    ASSERT_TRUE(review()) << m_collect->resultText().toStdString();
    EXPECT_TRUE(m_collect->receives());
    EXPECT_TRUE(m_collect->receiveTotal().startsWith(u'€'));
    EXPECT_FALSE(m_collect->payTotal().isEmpty());
    EXPECT_TRUE(m_collect->refusal().isEmpty());
    EXPECT_TRUE(m_collect->confirmText().contains(m_collect->receiveTotal()));
    EXPECT_GT(m_collect->payLines()->rowCount(), 0);
    EXPECT_GT(m_collect->sentences()->rowCount(), 0);
    EXPECT_EQ(operations(), 0u) << "a review writes nothing";
}

TEST_F(CollectTest, WhatAnotherAddressOfTheWalletHasReadyIsNamedAndCollectedFromThere)
{
    open(Start::WithUnlocked);
    auto& wallets = engine().wallets();
    const WalletId id = wallets.current()->id;
    const auto all = wallets.candidates(id);
    ASSERT_TRUE(all && all->size() > 1);
    ASSERT_TRUE(test::await(wallets.keepAddresses(id, {(*all)[1].scheme, (*all)[0].scheme})));
    const auto elsewhere = test::await(engine().acts().reviewCollect({}));
    ASSERT_FALSE(elsewhere);
    EXPECT_EQ(elsewhere.error().code, outpost::errors::kAllLeftOut);
    EXPECT_EQ(elsewhere.error().args, std::vector<std::string>{"left.otherAddress"});
    ASSERT_TRUE(test::await(wallets.keepAddresses(id, {(*all)[0].scheme, (*all)[1].scheme})));
    const auto here = test::await(engine().acts().reviewCollect({}));
    ASSERT_TRUE(here) << here.error().detail;
    EXPECT_TRUE(std::ranges::none_of(here->plan.leftOut,
                                     [](const networks::LeftOut& left) { return left.reason == "left.otherAddress"; }));
}

TEST_F(CollectTest, WhatIsOnlyWatchedIsNotToldAsOnesOwn)
{
    open(Start::WithUnlocked);
    auto& wallets = engine().wallets();
    const auto all = wallets.candidates(wallets.current()->id);
    ASSERT_TRUE(all);
    const Address first = *wallets.currentAddress();
    ASSERT_TRUE(test::await(wallets.watch("Watched", {{engine().networks().front()->id(), first, {}}})));
    // The watched wallet is the current one; its address is the same as that of the wallet with the key.
    const WalletId watched = wallets.current()->id;
    for (const auto& entry : wallets.wallets()) {
        if (entry.id != watched)
            ASSERT_TRUE(test::await(wallets.keepAddresses(entry.id, {(*all)[1].scheme})));
    }
    for (const auto& entry : wallets.wallets()) {
        if (entry.id != watched)
            ASSERT_TRUE(wallets.setCurrent(entry.id));
    }
    const auto review = test::await(engine().acts().reviewCollect({}));
    ASSERT_FALSE(review);
    EXPECT_EQ(review.error().code, outpost::errors::kNothingToCollect);
}

TEST_F(CollectTest, ConfirmingPaysAndSaysSo)
{
    make(Start::WithUnlocked);
    ASSERT_TRUE(review()) << m_collect->resultText().toStdString();
    QSignalSpy finished(m_collect.get(), &CollectViewModel::finished);
    m_collect->confirm();
    ASSERT_TRUE(reaches({CollectViewModel::Done, CollectViewModel::Failed}));
    EXPECT_EQ(m_collect->stage(), CollectViewModel::Done) << m_collect->resultText().toStdString();
    EXPECT_TRUE(m_collect->resultText().startsWith(QStringLiteral("Done. ")));
    EXPECT_TRUE(m_collect->resultAction().isEmpty());
    EXPECT_EQ(finished.count(), 1);
}

TEST_F(CollectTest, LeavingTheReviewSendsNothing)
{
    make(Start::WithUnlocked);
    ASSERT_TRUE(review());
    m_collect->leave();
    EXPECT_EQ(m_collect->stage(), CollectViewModel::Idle);
    m_collect->confirm();
    EXPECT_EQ(m_collect->stage(), CollectViewModel::Idle);
    EXPECT_EQ(operations(), 0u);
}

TEST_F(CollectTest, ALockedWalletIsToldToUnlock)
{
    make(Start::WithUnlocked);
    ASSERT_TRUE(review());
    engine().wallets().lock();
    m_collect->confirm();
    ASSERT_TRUE(reaches({CollectViewModel::Done, CollectViewModel::Failed}));
    EXPECT_EQ(m_collect->stage(), CollectViewModel::Failed);
    EXPECT_EQ(m_collect->resultText(), sentence(outpost::errors::kWalletLocked));
    EXPECT_EQ(m_collect->resultAction(), action(outpost::errors::kWalletLocked));
}

TEST_F(CollectTest, ALockWhileItRunsLosesNothing)
{
    make(Start::WithUnlocked);
    ASSERT_TRUE(review());
    QSignalSpy started(&engine().acts(), &services::Acts::started);
    m_collect->confirm();
    ASSERT_TRUE(!started.isEmpty() || started.wait(20'000));
    const OperationId id = started.front().front().value<OperationId>();
    engine().wallets().lock();
    ASSERT_TRUE(reaches({CollectViewModel::Done, CollectViewModel::Failed}));
    const auto kept = test::await(engine().journal().find(id));
    ASSERT_TRUE(kept);
    if (m_collect->stage() == CollectViewModel::Done) {
        EXPECT_EQ(kept->state, OperationState::Done); // it had been signed before
        return;
    }
    EXPECT_FALSE(m_collect->resultText().isEmpty());
    unlock();
    const auto resumed = test::await(engine().acts().resumeAll(), 60'000);
    ASSERT_TRUE(resumed);
    const auto ended = test::await(engine().journal().find(id));
    ASSERT_TRUE(ended);
    EXPECT_TRUE(ended->state == OperationState::Done || ended->state == OperationState::Failed ||
                ended->state == OperationState::Cancelled)
        << static_cast<int>(ended->state);
}

TEST_F(CollectTest, WithTheNetworkAwayThereIsNoReviewAndTheSentenceNamesTheHost)
{
    make(Start::WithUnlocked);
    takeNetworkAway();
    m_collect->collect({});
    ASSERT_TRUE(reaches({CollectViewModel::Reviewing, CollectViewModel::Failed}));
    EXPECT_EQ(m_collect->stage(), CollectViewModel::Failed);
    EXPECT_TRUE(m_collect->resultText().contains(QStringLiteral(".demo")) ||
                m_collect->resultText().contains(QStringLiteral("has a problem of its own")))
        << m_collect->resultText().toStdString();
    EXPECT_FALSE(m_collect->resultAction().isEmpty());
    EXPECT_EQ(operations(), 0u);
}

TEST_F(CollectTest, ADeviceThatHasNothingIsToldSo)
{
    make(Start::WithUnlocked);
    m_collect->collect({QStringLiteral("helium:11111111111111111111")});
    ASSERT_TRUE(reaches({CollectViewModel::Reviewing, CollectViewModel::Failed}));
    EXPECT_EQ(m_collect->stage(), CollectViewModel::Failed);
    EXPECT_EQ(m_collect->resultText(), sentence(outpost::errors::kNothingToCollect));
    EXPECT_EQ(m_collect->resultAction(), action(outpost::errors::kNothingToCollect));
}

TEST_F(CollectTest, ANodeThatDisagreesMeansThatNothingIsSigned)
{
    make(Start::WithUnlocked);
    fault("oracle-disagrees:*");
    m_collect->collect({});
    ASSERT_TRUE(reaches({CollectViewModel::Reviewing, CollectViewModel::Failed}));
    if (m_collect->stage() == CollectViewModel::Reviewing) {
        EXPECT_FALSE(m_collect->leftOut().isEmpty() && m_collect->refusal().isEmpty());
    } else {
        EXPECT_FALSE(m_collect->resultText().isEmpty());
        EXPECT_FALSE(m_collect->resultAction().isEmpty());
    }
    EXPECT_EQ(operations(), 0u);
}

TEST_F(CollectTest, WhatAnInterruptedCollectionLeftIsGoneOnWithByTheNext)
{
    make(Start::WithUnlocked);
    ASSERT_TRUE(review());
    QSignalSpy started(&engine().acts(), &services::Acts::started);
    m_collect->confirm();
    ASSERT_TRUE(!started.isEmpty() || started.wait(20'000));
    engine().wallets().lock();
    ASSERT_TRUE(reaches({CollectViewModel::Done, CollectViewModel::Failed}));
    if (m_collect->stage() == CollectViewModel::Done)
        GTEST_SKIP() << "it had been signed before the lock";
    EXPECT_EQ(operations(), 1u);
    unlock();
    ASSERT_TRUE(review()) << m_collect->resultText().toStdString();
    m_collect->confirm();
    ASSERT_TRUE(reaches({CollectViewModel::Done, CollectViewModel::Failed}));
    EXPECT_EQ(m_collect->stage(), CollectViewModel::Done) << m_collect->resultText().toStdString();
    EXPECT_EQ(operations(), 0u);
}

TEST_F(CollectTest, WithoutTheMoneyForItItSaysWhatIsMissingAndGoesOnWhenThatArrived)
{
    make(Start::WithUnlocked);
    const auto devices = test::await(engine().devices().all());
    ASSERT_TRUE(devices);
    const auto place = test::await(engine().acts().choosePlace({}, {52.4, 13.2}, 12));
    ASSERT_TRUE(place);
    networks::Network* network = nullptr;
    bool found = false;
    for (const Device& device : *devices) {
        network = engine().network(device.network);
        if (network == nullptr || network->onboarding() == nullptr)
            continue;
        m_collect->reviewPlace(device.id, place->place, QStringLiteral("It"));
        ASSERT_TRUE(reaches({CollectViewModel::Reviewing, CollectViewModel::Failed}));
        found = m_collect->stage() == CollectViewModel::Reviewing && m_collect->waitsForMoney();
        if (found)
            break;
        m_collect->leave();
    }
    ASSERT_TRUE(found) << "no device whose owner pays for its place";
    const auto address = engine().wallets().currentAddress();
    ASSERT_TRUE(address);
    EXPECT_TRUE(m_collect->refusal().contains(toQString(address->str()))) << m_collect->refusal().toStdString();
    QSignalSpy copied(m_collect.get(), &CollectViewModel::copyRequested);
    m_collect->copyAddress();
    EXPECT_EQ(copied.front().front().toString(), toQString(address->str()));
    m_collect->confirm();
    EXPECT_EQ(m_collect->stage(), CollectViewModel::Reviewing) << "nothing is begun without the money";
    std::string mint;
    for (const auto& ids : network->priceIds()) {
        if (ids.coinGecko == "helium")
            mint = ids.mint;
    }
    ASSERT_FALSE(mint.empty());
    ASSERT_TRUE(engine().demoControl()->fund(address->str(), 1'000'000'000, mint));
    ASSERT_TRUE(test::until(m_collect.get(), &CollectViewModel::changed, [&] {
        return m_collect->stage() == CollectViewModel::Reviewing && !m_collect->waitsForMoney();
    }));
    EXPECT_TRUE(m_collect->refusal().isEmpty()) << m_collect->refusal().toStdString();
}

TEST_F(CollectTest, ASoldDeviceIsNotCollectedFromForItsBuyer)
{
    make(Start::WithUnlocked);
    const auto ready = test::await(engine().earnings().ready(Currency::Eur));
    ASSERT_TRUE(ready && !ready->empty());
    auto sold = test::await(engine().devices().find(ready->front().first.device));
    ASSERT_TRUE(sold);
    otherWallet();
    const auto me = engine().wallets().currentAddress();
    ASSERT_TRUE(me);
    ASSERT_NE(*me, sold->owner);
    // The records still say that it is mine; the chain knows better.
    sold->owner = *me;
    ASSERT_TRUE(test::await(engine().devices().upsert({*sold})));
    m_collect->collect({toQString(sold->id.str())});
    ASSERT_TRUE(reaches({CollectViewModel::Reviewing, CollectViewModel::Failed}));
    ASSERT_EQ(m_collect->stage(), CollectViewModel::Reviewing) << m_collect->resultText().toStdString();
    EXPECT_FALSE(m_collect->refusal().isEmpty());
    EXPECT_FALSE(m_collect->waitsForMoney()) << "money does not help";
    m_collect->confirm();
    EXPECT_EQ(m_collect->stage(), CollectViewModel::Reviewing) << "there is nothing to confirm";
    EXPECT_EQ(operations(), 0u);
}

TEST_F(CollectTest, ARefusedDeviceIsNotCountedInWhatComesAndWhatItCosts)
{
    make(Start::WithUnlocked);
    const auto ready = test::await(engine().earnings().ready(Currency::Eur));
    ASSERT_TRUE(ready && ready->size() > 1);
    auto sold = test::await(engine().devices().find(ready->at(1).first.device));
    ASSERT_TRUE(sold);
    otherWallet();
    const auto me = engine().wallets().currentAddress();
    ASSERT_TRUE(me);
    ASSERT_TRUE(test::await(engine().sync().refresh(Currency::Eur), 60'000));
    sold->owner = *me;
    ASSERT_TRUE(test::await(engine().devices().upsert({*sold})));
    std::vector<DeviceId> both{sold->id};
    const auto all = test::await(engine().devices().all());
    for (const Device& device : *all) {
        if (device.owner == *me && device.id != sold->id)
            both.push_back(device.id);
    }
    ASSERT_GT(both.size(), 1u);
    const auto review = test::await(engine().acts().reviewCollect(both), 60'000);
    ASSERT_TRUE(review) << review.error().detail;
    ASSERT_EQ(review->refused.size(), 1u);
    EXPECT_EQ(review->refused.front().second.code.name, "helium.ownedByOther");
    EXPECT_EQ(review->plan.operation.steps.size(), review->transactions.size());
    Int128 pending;
    for (const OperationStep& step : review->plan.operation.steps)
        pending = *pending.plus(*Int128::parse(step.data.at("pending")));
    ASSERT_EQ(review->plan.operation.receive.size(), 1u);
    EXPECT_EQ(review->plan.operation.receive.front().base, pending);
}

TEST_F(CollectTest, AGarbledReplyMidwayStopsItWithASentenceAndItIsPaidOnceAfterwards)
{
    for (const char* order : {"http-garbage", "http-10mb"}) {
        make(Start::WithUnlocked);
        ASSERT_TRUE(review()) << order;
        fault(order);
        m_collect->confirm();
        ASSERT_TRUE(reaches({CollectViewModel::Done, CollectViewModel::Failed})) << order;
        ASSERT_TRUE(engine().demoControl()->clearFaults());
        if (m_collect->stage() == CollectViewModel::Failed) { // it met a question that is not repeated
            EXPECT_FALSE(m_collect->resultText().isEmpty()) << order;
            ASSERT_TRUE(test::await(engine().acts().resumeAll(), 60'000)) << order;
        }
        EXPECT_EQ(operations(), 0u) << order;
        const auto told = test::await(engine().activities().page({}, 0, 50));
        ASSERT_TRUE(told);
        EXPECT_EQ(std::count_if(told->begin(), told->end(), [](const auto& entry) { return !entry.in.empty(); }), 1)
            << order;
        m_collect.reset();
    }
}

/// What goes wrong while a collection runs, and which activity the person sees because of it; empty: no other.
struct MidwayFault {
    const char* order;
    const char* activity;
};

class CollectFaultTest : public CollectTest, public ::testing::WithParamInterface<MidwayFault> {};

TEST_P(CollectFaultTest, WhatIsOutlivedEndsInOnePaymentAndSaysSo)
{
    make(Start::WithUnlocked);
    ASSERT_TRUE(review()) << m_collect->resultText().toStdString();
    QStringList seen;
    QObject::connect(m_collect.get(), &CollectViewModel::progressChanged, m_collect.get(),
                     [&] { seen.append(m_collect->progressText()); });
    fault(GetParam().order);
    m_collect->confirm();
    ASSERT_TRUE(reaches({CollectViewModel::Done, CollectViewModel::Failed})) << m_collect->progressText().toStdString();
    EXPECT_EQ(m_collect->stage(), CollectViewModel::Done) << m_collect->resultText().toStdString();
    EXPECT_TRUE(m_collect->resultText().startsWith(QStringLiteral("Done. "))) << m_collect->resultText().toStdString();
    EXPECT_TRUE(seen.contains(Phrase::of("progress.signing"))) << seen.join(u'\n').toStdString();
    if (*GetParam().activity != '\0') {
        EXPECT_GT(seen.count(Phrase::of(GetParam().activity)), 1) << seen.join(u'\n').toStdString();
    }
    const auto told = test::await(engine().activities().page({}, 0, 50));
    ASSERT_TRUE(told);
    EXPECT_EQ(std::count_if(told->begin(), told->end(), [](const auto& entry) { return !entry.in.empty(); }), 1)
        << "paid once";
    EXPECT_EQ(operations(), 0u);
}

INSTANTIATE_TEST_SUITE_P(Faults, CollectFaultTest,
                         ::testing::Values(MidwayFault{"rpc-timeout-after-accept", ""},
                                           MidwayFault{"blockhash-expires", "progress.checking"},
                                           MidwayFault{"clock-skew:*", ""}, MidwayFault{"http-429:2", ""},
                                           MidwayFault{"http-500:2", ""}),
                         [](const auto& info) {
                             std::string name;
                             for (const char c : std::string_view(info.param.order)) {
                                 if (std::isalnum(static_cast<unsigned char>(c)))
                                     name += c;
                             }
                             return name;
                         });

TEST_F(CollectTest, EachKindOfServiceThatStaysAwayHasASentenceOfItsOwn)
{
    make(Start::WithUnlocked);
    const std::pair<const char*, QString> cases[] = {
        {"http-429:*", QStringLiteral(" asks for a pause.")},
        {"http-500:*", QStringLiteral(" has a problem of its own (500).")},
        {"http-garbage:*", QStringLiteral(" answered something that Outpost does not understand.")},
        {"http-10mb:*", QStringLiteral(" sent more than Outpost accepts.")},
    };
    for (const auto& [order, words] : cases) {
        fault(order);
        m_collect->collect({});
        ASSERT_TRUE(reaches({CollectViewModel::Reviewing, CollectViewModel::Failed})) << order;
        EXPECT_EQ(m_collect->stage(), CollectViewModel::Failed) << order;
        EXPECT_TRUE(m_collect->resultText().endsWith(words)) << order << ": " << m_collect->resultText().toStdString();
        EXPECT_FALSE(m_collect->resultAction().isEmpty()) << order;
        EXPECT_EQ(operations(), 0u) << order;
        ASSERT_TRUE(engine().demoControl()->clearFaults());
        m_collect->leave();
    }
    EXPECT_TRUE(review()) << m_collect->resultText().toStdString();
}

TEST_F(CollectTest, ASecondCollectionWaitsForTheFirst)
{
    make(Start::WithUnlocked);
    ASSERT_TRUE(review());
    m_collect->confirm();
    m_collect->collect({});
    EXPECT_EQ(m_collect->stage(), CollectViewModel::Running);
    m_collect->leave();
    EXPECT_EQ(m_collect->stage(), CollectViewModel::Running) << "what runs goes on";
    EXPECT_TRUE(reaches({CollectViewModel::Done, CollectViewModel::Failed}));
}

} // namespace
} // namespace outpost::app
