// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/composition/Engine.h"
#include "core/domain/Cells.h"
#include "core/links/bluetooth/BluetoothProvider.h"
#include "core/networks/helium/protocol/Ids.h"
#include "tests/integration/bluetooth/Peripheral.h"
#include "tests/support/Await.h"
#include "tests/support/KdfFloorForTests.h"

#include <QCoreApplication>
#include <QSignalSpy>
#include <QTemporaryDir>

#include <gtest/gtest.h>

// From scan to registered: the whole console on the demo's ledger, with the radio of the operating system in place of
// the demo's. The device is another program's, on the private bus; its key and its signature come through Qt Bluetooth.

namespace outpost {
namespace {

using test::await;

constexpr GeoPoint kPin{53.5503, 9.9937};
constexpr int kResolution = 12;

class RegisteredTest : public testing::Test {
protected:
    void SetUp() override
    {
        app::EngineOptions options;
        options.home = m_home.path().toStdString();
        options.demo = true;
        options.speed = 10;
        options.kdfFloor = wallet::KdfFloorForTests::floor();
        options.radio = &m_radio;
        auto engine = app::Engine::create(std::move(options));
        ASSERT_TRUE(engine) << engine.error().detail;
        m_engine = std::move(*engine);
        ASSERT_TRUE(await(m_engine->start()));
        auto password = wallet::Password::create(asBytes("correct horse battery staple 9"));
        ASSERT_TRUE(password);
        const auto id = await(
            m_engine->wallets().create("My wallet", std::make_shared<wallet::Password>(std::move(*password)), 12));
        ASSERT_TRUE(id);
        ASSERT_TRUE(await(m_engine->wallets().confirmBackup(*id)));
        ASSERT_TRUE(await(m_engine->giveStarter(), 60'000));
        // Nobody pays for a device that no maker knows: the owner buys the credits.
        ASSERT_TRUE(m_engine->demoControl()->fund(m_engine->wallets().currentAddress()->str(), 100'000'000'000,
                                                  helium::mint::kHnt.toBase58()));
    }
    void TearDown() override
    {
        m_engine.reset();
        // After the last test no event loop is there to delete what asked for it.
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
    /// The first device that the scan finds.
    std::string scan()
    {
        auto& nearby = m_engine->nearby();
        QSignalSpy changed(&nearby, &services::NearbyDevices::changed);
        if (!nearby.startScan())
            return {};
        while (nearby.found().empty()) {
            if (!changed.wait(10'000))
                return {};
        }
        return nearby.found().front().linkId;
    }

    QTemporaryDir m_home;
    SystemClock m_clock;
    test::Peripheral m_peripheral;
    links::BluetoothProvider m_radio{m_clock};
    std::unique_ptr<app::Engine> m_engine;
};

TEST_F(RegisteredTest, FromScanToThePlaceThatTheLedgerReadsBack)
{
    m_peripheral.reset(R"({"seed": "41"})");
    const auto identity = await(m_engine->nearby().identify(scan()), 30'000);
    ASSERT_TRUE(identity) << identity.error().code.name;
    ASSERT_EQ(identity->publicKey, m_peripheral.device()[QStringLiteral("publicKey")].toString().toStdString());

    const std::string_view ssid = "hotspot-wifi";
    const std::string_view passphrase = "!cilantro1983!";
    ASSERT_TRUE(await(m_engine->nearby().joinWifi(identity->id, toBytes(asBytes(ssid)),
                                                  std::make_shared<SecureBytes>(asBytes(passphrase))),
                      90'000));

    auto offer = await(m_engine->acts().examine(identity->id), 60'000);
    ASSERT_TRUE(offer) << offer.error().code.name << ' ' << offer.error().detail;
    EXPECT_FALSE(offer->alreadyRegistered);
    ASSERT_TRUE(offer->problem.empty()) << offer->problem;
    const auto choice = await(m_engine->acts().choosePlace(identity->id, kPin, kResolution));
    ASSERT_TRUE(choice);
    auto review = await(m_engine->acts().reviewOnboard(std::move(*offer), choice->place), 60'000);
    ASSERT_TRUE(review) << review.error().code.name << ' ' << review.error().detail;
    const auto done = await(m_engine->acts().start(std::move(*review)), 120'000);
    ASSERT_TRUE(done) << done.error().code.name << ' ' << done.error().detail;
    EXPECT_EQ(done->state, OperationState::Done) << done->errorCode << ' ' << done->errorDetail;

    // What the device was asked to sign went over the air, and nothing else of the kind.
    int asked = 0;
    for (const auto& entry : m_peripheral.device()[QStringLiteral("written")].toArray())
        asked += entry.toObject()[QStringLiteral("characteristic")].toString() == u"add_gateway" ? 1 : 0;
    EXPECT_EQ(asked, 1);

    // The place as the ledger has it, not as it was chosen here.
    ASSERT_TRUE(await(m_engine->sync().refresh(Currency::Eur), 60'000));
    const auto device = await(m_engine->devices().find(identity->id));
    ASSERT_TRUE(device) << "the network does not list it";
    ASSERT_TRUE(device->place);
    EXPECT_EQ(device->place->cell, cellAt(kPin, kResolution).value());
    const auto again = await(m_engine->acts().examine(identity->id), 60'000);
    ASSERT_TRUE(again) << again.error().code.name;
    EXPECT_TRUE(again->alreadyRegistered);
}

TEST_F(RegisteredTest, ALinkThatBreaksWhileTheDeviceSignsIsTakenUpAgainAndRegistersOnce)
{
    m_peripheral.reset(R"({"seed": "42", "dropOnWrite": "add_gateway"})");
    const auto identity = await(m_engine->nearby().identify(scan()), 30'000);
    ASSERT_TRUE(identity) << identity.error().code.name;
    auto offer = await(m_engine->acts().examine(identity->id), 60'000);
    ASSERT_TRUE(offer) << offer.error().code.name;
    const auto choice = await(m_engine->acts().choosePlace(identity->id, kPin, kResolution));
    ASSERT_TRUE(choice);
    auto review = await(m_engine->acts().reviewOnboard(std::move(*offer), choice->place), 60'000);
    ASSERT_TRUE(review) << review.error().code.name;
    auto done = await(m_engine->acts().start(std::move(*review)), 120'000);
    if (!done || done->state != OperationState::Done) {
        const auto resumed = await(m_engine->acts().resumeAll(), 120'000);
        ASSERT_TRUE(resumed) << resumed.error().code.name;
    }
    store::OperationFilter filter;
    filter.topLevelOnly = true;
    const auto all = await(m_engine->journal().list(filter));
    ASSERT_TRUE(all);
    ASSERT_EQ(all->size(), 1u);
    EXPECT_EQ(all->front().state, OperationState::Done) << all->front().errorCode << ' ' << all->front().errorDetail;
}

} // namespace
} // namespace outpost
