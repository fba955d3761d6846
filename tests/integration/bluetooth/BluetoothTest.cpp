// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Encoding.h"
#include "core/links/LinkErrors.h"
#include "core/links/bluetooth/BluetoothProvider.h"
#include "core/networks/helium/ble/HotspotErrors.h"
#include "core/networks/helium/client/HeliumNetwork.h"
#include "core/networks/helium/protocol/AddGateway.h"
#include "core/services/NearbyDevices.h"
#include "tests/integration/bluetooth/Peripheral.h"
#include "tests/support/Await.h"
#include "tests/support/ScriptedHttpClient.h"

#include <QTemporaryDir>

#include <gtest/gtest.h>

// The console's own Bluetooth, from scan to the signed registration, against devices that another program plays from
// the protocol's description.

namespace outpost::helium {
namespace {

using namespace std::chrono_literals;
using test::await;

constexpr const char* kWallet = "4vJ9JU1bJJE96FWSJKvHsmmFADCg4gpZQff4P3bkLKi";

struct BluetoothTest : testing::Test {
    BluetoothTest() : provider(clock), network({http, rpc, clock, delay}, {}, {})
    {
        db = store::Database::open({.file = std::filesystem::path(home.path().toStdString()) / "store.db",
                                    .backups = std::filesystem::path(home.path().toStdString()) / "backups",
                                    .demo = true,
                                    .keepBackups = 1},
                                   clock)
                 .value();
        settings = std::make_unique<store::Settings>(*db);
        nearby =
            std::make_unique<services::NearbyDevices>(services::NearbyDevices::Ports{provider, clock, delay, *settings},
                                                      std::vector<networks::Network*>{&network});
    }

    /// The first device of the network that the scan finds.
    std::string scan()
    {
        QSignalSpy changed(nearby.get(), &services::NearbyDevices::changed);
        if (const auto started = nearby->startScan(); !started)
            return {};
        while (nearby->found().empty()) {
            if (!changed.wait(10'000))
                return {};
        }
        return nearby->found().front().linkId;
    }
    /// Scans and identifies; the id is empty when that failed.
    DeviceId meet()
    {
        const auto identity = await(nearby->identify(scan()));
        return identity ? identity->id : DeviceId();
    }
    Result<void> join(const DeviceId& id, std::string_view ssid, std::string_view passphrase)
    {
        return await(nearby->joinWifi(id, toBytes(asBytes(ssid)), std::make_shared<SecureBytes>(asBytes(passphrase))),
                     90'000);
    }
    Result<Bytes> registration(const DeviceId& id)
    {
        const auto client = await(nearby->connected(id, {}));
        if (!client)
            return std::unexpected(client.error());
        const std::string owner = HotspotKey::fromSolana(solana::PublicKey::fromBase58(kWallet).value()).text();
        return await(protocol.signAddGateway(**client, owner, owner, {}), 90'000);
    }

    QTemporaryDir home;
    test::Peripheral peripheral;
    SystemClock clock;
    TimerDelay delay;
    test::ScriptedHttpClient http;
    ledger::SolanaRpc rpc{http, clock, {.url = "https://unused.invalid"}};
    links::BluetoothProvider provider;
    HeliumNetwork network;
    HotspotProtocol protocol{clock, delay};
    std::unique_ptr<store::Database> db;
    std::unique_ptr<store::Settings> settings;
    std::unique_ptr<services::NearbyDevices> nearby;
};

TEST_F(BluetoothTest, ScanFindsTheHotspotAndNoneOfTheStrangers)
{
    peripheral.reset(R"({"seed": "11", "rssi": -52})", 4);
    ASSERT_FALSE(scan().empty());
    await(delay.after(1500ms)); // time for the others to turn up, if they are going to
    ASSERT_EQ(nearby->found().size(), 1u);
    EXPECT_NEAR(nearby->found().front().rssiDbm, -52, 4); // as a real one it wavers
    EXPECT_EQ(nearby->found().front().network.str(), "helium");
}

TEST_F(BluetoothTest, IdentityIsTheKeyThatTheDeviceHolds)
{
    peripheral.reset(R"({"seed": "12", "firmware": "2023.04.06.0"})");
    const auto identity = await(nearby->identify(scan()));
    ASSERT_TRUE(identity) << identity.error().code.name;
    EXPECT_EQ(identity->publicKey, peripheral.device()[QStringLiteral("publicKey")].toString().toStdString());
    EXPECT_EQ(identity->firmware, "2023.04.06.0");
    EXPECT_EQ(identity->style, "reference");
    EXPECT_FALSE(identity->name.empty());
}

TEST_F(BluetoothTest, TheOtherFirmwareFamilyIsToldApart)
{
    peripheral.reset(R"({"seed": "13", "style": "nebra", "onboardingSeed": "14"})");
    const auto identity = await(nearby->identify(scan()));
    ASSERT_TRUE(identity) << identity.error().code.name;
    EXPECT_EQ(identity->style, "nebra");
    EXPECT_EQ(identity->registrationKey, peripheral.device()[QStringLiteral("onboardingKey")].toString().toStdString());
    EXPECT_NE(identity->registrationKey, identity->publicKey);
}

TEST_F(BluetoothTest, WifiNamesArriveByteForByte)
{
    peripheral.reset(R"({"seed": "15"})");
    const DeviceId id = meet();
    ASSERT_FALSE(id.isEmpty());
    const auto wifi = await(nearby->wifi(id));
    ASSERT_TRUE(wifi) << wifi.error().code.name;
    std::vector<Bytes> names;
    for (const auto& row : wifi->networks)
        names.push_back(row.ssid);
    const auto has = [&](std::string_view name) {
        return std::find(names.begin(), names.end(), toBytes(asBytes(name))) != names.end();
    };
    EXPECT_TRUE(has("hotspot-wifi"));
    EXPECT_TRUE(has("Café Größe ☕"));
    EXPECT_TRUE(has("日本語ネット"));
    EXPECT_TRUE(has("Caf\xe9-1")) << "a name that is no text at all";
    EXPECT_TRUE(has(std::string(32, 'x')));
}

TEST_F(BluetoothTest, JoiningWithTheRightPassphraseEndsOnline)
{
    peripheral.reset(R"({"seed": "16"})");
    const DeviceId id = meet();
    const auto joined = join(id, "Café Größe ☕", "très secret é");
    ASSERT_TRUE(joined) << joined.error().code.name;
    EXPECT_EQ(peripheral.device()[QStringLiteral("ssidHex")].toString().toStdString(), toHex(asBytes("Café Größe ☕")));
}

TEST_F(BluetoothTest, AWrongPassphraseIsSaid)
{
    peripheral.reset(R"({"seed": "17"})");
    const auto joined = join(meet(), "hotspot-wifi", "not the password");
    ASSERT_FALSE(joined);
    EXPECT_TRUE(joined.error().is(errors::kHotspotWifiWrongPassphrase)) << joined.error().code.name;
}

TEST_F(BluetoothTest, AnErrorWhileItConnectsIsNoFailure)
{
    peripheral.reset(R"({"seed": "18", "style": "nebra", "wifiMs": 2500, "tickMs": 200})");
    const auto joined = join(meet(), "hotspot-wifi", "!cilantro1983!");
    EXPECT_TRUE(joined) << joined.error().code.name;
}

TEST_F(BluetoothTest, ANotificationBeforeTheWriteIsAnsweredCounts)
{
    peripheral.reset(R"({"seed": "19", "notifyEarly": true})");
    const DeviceId id = meet();
    EXPECT_TRUE(join(id, "hotspot-wifi", "!cilantro1983!"));
    const auto again = join(id, "hotspot-wifi", "wrong this time");
    ASSERT_FALSE(again) << "what was said about the earlier attempt must not count";
    EXPECT_TRUE(again.error().is(errors::kHotspotWifiWrongPassphrase)) << again.error().code.name;
}

TEST_F(BluetoothTest, ADeviceThatGetsNoAddressTimesOut)
{
    peripheral.reset(R"({"seed": "20", "wifiOutcome": "timeout"})");
    const auto joined = join(meet(), "hotspot-wifi", "!cilantro1983!");
    ASSERT_FALSE(joined);
    EXPECT_TRUE(joined.error().is(errors::kHotspotWifiTimeout)) << joined.error().code.name;
}

TEST_F(BluetoothTest, AnOpenNetworkIsRefusedBeforeAnythingIsWritten)
{
    peripheral.reset(R"({"seed": "21"})");
    const auto joined = join(meet(), "open house", "");
    ASSERT_FALSE(joined);
    EXPECT_TRUE(joined.error().is(errors::kHotspotWifiOpenNetwork)) << joined.error().code.name;
    EXPECT_TRUE(peripheral.device()[QStringLiteral("written")].toArray().isEmpty());
}

TEST_F(BluetoothTest, DiagnosticsAreAskedForUntilTheyAreReady)
{
    peripheral.reset(R"({"seed": "22", "diagnosticsWait": 2})");
    const auto diagnostics = await(nearby->diagnostics(meet()));
    ASSERT_TRUE(diagnostics) << diagnostics.error().code.name;
    EXPECT_FALSE(diagnostics->values.empty());
    EXPECT_FALSE(diagnostics->lamps.empty());
}

TEST_F(BluetoothTest, DiagnosticsThatTheFirmwareCannotGiveAreSaid)
{
    peripheral.reset(R"({"seed": "23", "diagnostics": "unknown"})");
    const auto diagnostics = await(nearby->diagnostics(meet()));
    ASSERT_FALSE(diagnostics);
    EXPECT_TRUE(diagnostics.error().is(errors::kHotspotNotReady)) << diagnostics.error().code.name;
}

TEST_F(BluetoothTest, NonsenseIsNotShown)
{
    peripheral.reset(
        R"({"seed": "24", "garbage": {"diagnostics": "ffffffffffffffffffffffffffffffffffffffffffffffffff"}})");
    const auto diagnostics = await(nearby->diagnostics(meet()));
    ASSERT_FALSE(diagnostics);
    EXPECT_TRUE(diagnostics.error().is(errors::kHotspotNonsense)) << diagnostics.error().code.name;
}

TEST_F(BluetoothTest, AKeyThatIsNoKeyIsNonsense)
{
    peripheral.reset(R"({"seed": "25", "garbage": {"public_key": "6e6f206b6579"}})");
    const auto identity = await(nearby->identify(scan()));
    ASSERT_FALSE(identity);
    EXPECT_TRUE(identity.error().is(errors::kHotspotNonsense)) << identity.error().code.name;
    ASSERT_TRUE(nearby->found().front().problem);
}

TEST_F(BluetoothTest, TheRegistrationIsSignedByTheDevicesOwnKey)
{
    peripheral.reset(R"({"seed": "26"})");
    const auto identity = await(nearby->identify(scan()));
    ASSERT_TRUE(identity) << identity.error().code.name;
    const auto blob = registration(identity->id);
    ASSERT_TRUE(blob) << blob.error().code.name;
    const auto parsed = parseAddGateway(*blob);
    ASSERT_TRUE(parsed) << parsed.error().code.name;
    EXPECT_TRUE(parsed->signatureVerifies());
    EXPECT_EQ(parsed->gateway.text(), identity->publicKey);
    EXPECT_EQ(parsed->owner->text(), HotspotKey::fromSolana(solana::PublicKey::fromBase58(kWallet).value()).text());
}

TEST_F(BluetoothTest, ARegistrationByTheOtherKindOfKeyVerifiesToo)
{
    peripheral.reset(R"({"seed": "27", "key": "ed25519", "processingReads": 3})");
    const auto blob = registration(meet());
    ASSERT_TRUE(blob) << blob.error().code.name;
    EXPECT_TRUE(parseAddGateway(*blob));
}

struct StaleFirmwareTest : BluetoothTest, testing::WithParamInterface<const char*> {};

TEST_P(StaleFirmwareTest, ThatCannotRegisterIsSaid)
{
    peripheral.reset((std::string(R"({"seed": "28", "addGateway": ")") + GetParam() + R"("})").c_str());
    const auto blob = registration(meet());
    ASSERT_FALSE(blob);
    EXPECT_TRUE(blob.error().is(errors::kHotspotStaleFirmware)) << blob.error().code.name;
}

INSTANTIATE_TEST_SUITE_P(Words, StaleFirmwareTest, testing::Values("unknown", "error", "gw_not_found"));

TEST_F(BluetoothTest, ALinkThatBreaksInAWriteIsLost)
{
    peripheral.reset(R"({"seed": "29", "dropOnWrite": "add_gateway"})");
    const DeviceId id = meet();
    const auto first = registration(id);
    ASSERT_FALSE(first);
    EXPECT_TRUE(first.error().is(errors::kLinkLost)) << first.error().code.name;
    const auto second = registration(id);
    EXPECT_TRUE(second) << "connects anew: " << second.error().code.name;
}

TEST_F(BluetoothTest, ALinkThatBreaksInAReadIsLost)
{
    peripheral.reset(R"({"seed": "30", "dropOnRead": "diagnostics"})");
    const DeviceId id = meet();
    const auto first = await(nearby->diagnostics(id));
    ASSERT_FALSE(first);
    EXPECT_TRUE(first.error().is(errors::kLinkLost)) << first.error().code.name;
    EXPECT_TRUE(await(nearby->diagnostics(id)));
}

TEST_F(BluetoothTest, AConnectionThatFailsFirstIsTriedAgain)
{
    peripheral.reset(R"({"seed": "31", "connectFails": 1})");
    const auto identity = await(nearby->identify(scan()));
    EXPECT_TRUE(identity) << identity.error().code.name;
}

TEST_F(BluetoothTest, SlowReadsAreWaitedFor)
{
    peripheral.reset(R"({"seed": "32", "slow": {"wifi_services": 12000}})");
    const auto wifi = await(nearby->wifi(meet()), 40'000);
    ASSERT_TRUE(wifi) << wifi.error().code.name;
    EXPECT_FALSE(wifi->networks.empty());
}

TEST_F(BluetoothTest, ValuesAreReadOneAtATime)
{
    peripheral.reset(R"({"seed": "33", "readMs": 60})");
    const DeviceId id = meet();
    auto wifi = nearby->wifi(id);
    auto diagnostics = nearby->diagnostics(id);
    EXPECT_TRUE(await(wifi));
    EXPECT_TRUE(await(diagnostics));
    EXPECT_EQ(peripheral.device()[QStringLiteral("refused")].toInt(), 0);
}

TEST_F(BluetoothTest, AFirmwareWithoutACharacteristicIsSaid)
{
    peripheral.reset(R"({"seed": "34", "missing": ["diagnostics"]})");
    const auto diagnostics = await(nearby->diagnostics(meet()));
    ASSERT_FALSE(diagnostics);
    EXPECT_TRUE(diagnostics.error().is(errors::kLinkNoCharacteristic)) << diagnostics.error().code.name;
}

TEST_F(BluetoothTest, ARadioThatIsOffIsAStateAndAnError)
{
    peripheral.reset(R"({"seed": "35"})");
    peripheral.power(false);
    QSignalSpy changed(nearby.get(), &services::NearbyDevices::changed);
    while (nearby->radioState() != links::RadioState::Off)
        ASSERT_TRUE(changed.wait(5000));
    const auto started = nearby->startScan();
    ASSERT_FALSE(started);
    EXPECT_TRUE(started.error().is(errors::kLinkRadioOff));
    peripheral.power(true);
    while (nearby->radioState() != links::RadioState::Ready)
        ASSERT_TRUE(changed.wait(5000));
    EXPECT_FALSE(scan().empty());
}

using BluetoothWithoutAdapter = BluetoothTest;

TEST_F(BluetoothWithoutAdapter, IsAStateAndAnError)
{
    EXPECT_EQ(nearby->radioState(), links::RadioState::NoAdapter);
    const auto started = nearby->startScan();
    ASSERT_FALSE(started);
    EXPECT_TRUE(started.error().is(errors::kLinkNoAdapter));
}

} // namespace
} // namespace outpost::helium
