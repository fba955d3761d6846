// SPDX-License-Identifier: GPL-3.0-or-later
#include "ServeFixture.h"

#include "core/links/LinkErrors.h"
#include "core/net/CurlHttpClient.h"
#include "core/sim/radio/SimLinkProvider.h"
#include "tests/support/Await.h"

namespace outpost::sim::test {
namespace {

using namespace std::chrono_literals;
using outpost::test::await;

class Radio : public testing::Test {
protected:
    void SetUp() override
    {
        HostOptions options;
        options.world.seed = 7;
        auto host = DemoHost::startOrAttach(m_directory.path() / "demo", options, fakeNetworks);
        ASSERT_TRUE(host.has_value()) << host.error().detail;
        m_host = std::move(*host);
        const std::string url = m_host->endpoints().base(kRadioHost);
        ASSERT_TRUE(m_hosts.allowUrl(url, "demo").has_value());
        auto http = net::CurlHttpClient::create(m_hosts);
        ASSERT_TRUE(http.has_value());
        m_http = std::move(*http);
        m_radio = std::make_unique<SimLinkProvider>(*m_http, url, m_clock);
    }
    void remember(const std::string& key, Json value)
    {
        ASSERT_TRUE(m_host->router()
                        ->withWorld([&](SimWorld& world) { world.remember("fake", key, std::move(value)); })
                        .has_value());
    }
    std::optional<links::Advertisement> scan(const std::string& service = FakeDevice::kService)
    {
        std::optional<links::Advertisement> seen;
        QObject context;
        QObject::connect(m_radio.get(), &links::LinkProvider::found, &context,
                         [&](const links::Advertisement& ad) { seen = ad; });
        QSignalSpy found(m_radio.get(), &links::LinkProvider::found);
        EXPECT_TRUE(m_radio->startScan({service}).has_value());
        if (found.isEmpty())
            found.wait(1'000);
        m_radio->stopScan();
        return seen;
    }
    std::unique_ptr<links::GattClient> connected()
    {
        EXPECT_TRUE(scan().has_value());
        auto client = m_radio->open("C0:FF:EE:00:00:01");
        EXPECT_TRUE(client.has_value());
        const auto done = await((*client)->connectToDevice());
        EXPECT_TRUE(done.has_value());
        return std::move(*client);
    }
    static std::string text(const Result<Bytes>& value)
    {
        return value ? std::string(asText(*value)) : std::string(value.error().code.name);
    }
    static std::string name(const Result<void>& done) { return done ? "ok" : std::string(done.error().code.name); }
    static Bytes bytes(std::string_view value) { return toBytes(asBytes(value)); }
    Result<Bytes> read(links::GattClient& client)
    {
        return await(client.read(FakeDevice::kService, FakeDevice::kValue));
    }
    Result<void> write(links::GattClient& client, std::string_view value,
                       const std::string& characteristic = FakeDevice::kValue)
    {
        return await(client.write(FakeDevice::kService, characteristic, bytes(value)));
    }

    TempDirectory m_directory;
    std::unique_ptr<DemoHost> m_host;
    net::HostRegistry m_hosts;
    SystemClock m_clock;
    std::unique_ptr<net::CurlHttpClient> m_http;
    std::unique_ptr<SimLinkProvider> m_radio;
};

TEST_F(Radio, AScanFindsTheDeviceByItsService)
{
    const auto seen = scan();
    ASSERT_TRUE(seen.has_value());
    EXPECT_EQ(seen->name, "Fake device");
    EXPECT_EQ(seen->linkId, "C0:FF:EE:00:00:01");
    EXPECT_NEAR(seen->rssiDbm, -55, 4);
}

TEST_F(Radio, AScanForAnotherServiceFindsNothing)
{
    EXPECT_FALSE(scan("00001800-0000-1000-8000-00805f9b34fb").has_value());
}

TEST_F(Radio, ADeviceThatDoesNotAdvertiseIsNotFound)
{
    remember("off", true);
    EXPECT_FALSE(scan().has_value());
}

TEST_F(Radio, ADeviceNeverSeenCannotBeOpened)
{
    const auto client = m_radio->open("00:00:00:00:00:00");
    ASSERT_FALSE(client.has_value());
    EXPECT_TRUE(client.error().is(errors::kLinkNotFound));
}

TEST_F(Radio, ADeviceThatStoppedAdvertisingCannotBeReached)
{
    ASSERT_TRUE(scan().has_value());
    remember("off", true);
    auto client = m_radio->open("C0:FF:EE:00:00:01");
    EXPECT_EQ(name(await((*client)->connectToDevice())), "links.notFound");
}

TEST_F(Radio, ValuesAreReadAndWritten)
{
    const auto client = connected();
    EXPECT_EQ(text(read(*client)), "init");
    EXPECT_EQ(name(write(*client, "hello")), "ok");
    EXPECT_EQ(text(read(*client)), "hello");
}

TEST_F(Radio, CallsAreServedInOrder)
{
    const auto client = connected();
    auto first = client->write(FakeDevice::kService, FakeDevice::kValue, bytes("slow"));
    auto second = client->read(FakeDevice::kService, FakeDevice::kValue);
    auto third = client->write(FakeDevice::kService, FakeDevice::kValue, bytes("later"));
    auto fourth = client->read(FakeDevice::kService, FakeDevice::kValue);
    EXPECT_EQ(text(await(fourth)), "later");
    EXPECT_EQ(text(await(second)), "slow");
    EXPECT_TRUE(await(first).has_value());
    EXPECT_TRUE(await(third).has_value());
}

TEST_F(Radio, ARefusedWriteIsRefused)
{
    const auto client = connected();
    EXPECT_EQ(name(write(*client, "x", FakeDevice::kWriteOnly)), "links.refused");
    EXPECT_EQ(text(read(*client)), "init");
}

TEST_F(Radio, ACharacteristicThatIsNotThereIsSaidToBeMissing)
{
    const auto client = connected();
    EXPECT_FALSE(client->hasCharacteristic(FakeDevice::kService, "00002a29-0000-1000-8000-00805f9b34fb"));
    EXPECT_EQ(text(await(client->read(FakeDevice::kService, "00002a29-0000-1000-8000-00805f9b34fb"))),
              "links.noCharacteristic");
}

TEST_F(Radio, ValuesOver512BytesAreRefused)
{
    const auto client = connected();
    EXPECT_EQ(name(write(*client, std::string(513, 'x'))), "base.tooLong");
}

TEST_F(Radio, NotificationsComeInTheirTime)
{
    const auto client = connected();
    std::vector<std::string> heard;
    QObject context;
    QObject::connect(client.get(), &links::GattClient::notified, &context,
                     [&](const std::string&, const Bytes& value) { heard.emplace_back(asText(value)); });
    QSignalSpy notified(client.get(), &links::GattClient::notified);
    ASSERT_TRUE(await(client->subscribe(FakeDevice::kService, FakeDevice::kValue)).has_value());
    ASSERT_TRUE(write(*client, "go").has_value());
    while (heard.size() < 2 && notified.wait(5'000)) {
    }
    EXPECT_EQ(heard, (std::vector<std::string>{"first", "second"}));
}

TEST_F(Radio, WithoutASubscriptionNothingIsHeard)
{
    const auto client = connected();
    QSignalSpy notified(client.get(), &links::GattClient::notified);
    ASSERT_TRUE(write(*client, "go").has_value());
    EXPECT_FALSE(notified.wait(200));
}

TEST_F(Radio, ADeviceThatDropsTheLinkIsLost)
{
    const auto client = connected();
    QSignalSpy lost(client.get(), &links::GattClient::lost);
    EXPECT_EQ(name(write(*client, "drop")), "links.lost");
    EXPECT_TRUE(lost.size() == 1 || lost.wait(2'000));
    EXPECT_EQ(client->state(), links::GattClient::State::Closed);
    EXPECT_EQ(text(read(*client)), "links.lost");
}

TEST_F(Radio, TheFaultDropsTheLinkMidWriteAndNothingIsWritten)
{
    ASSERT_TRUE(DemoControl(m_host->endpoints()).setFaults({"device-drop-mid-write"}).has_value());
    {
        const auto client = connected();
        EXPECT_EQ(name(write(*client, "never")), "links.lost");
    }
    const auto again = connected();
    EXPECT_EQ(text(read(*again)), "init");
    EXPECT_EQ(name(write(*again, "now")), "ok");
}

TEST_F(Radio, ANewConnectionEndsTheOneBefore)
{
    const auto first = connected();
    QSignalSpy lost(first.get(), &links::GattClient::lost);
    const auto second = connected();
    EXPECT_TRUE(lost.size() == 1 || lost.wait(2'000));
    EXPECT_EQ(text(read(*second)), "init");
}

TEST_F(Radio, WhenTheDemoGoesTheLinkIsLost)
{
    const auto client = connected();
    QSignalSpy lost(client.get(), &links::GattClient::lost);
    m_host.reset();
    EXPECT_TRUE(lost.size() == 1 || lost.wait(5'000));
}

TEST_F(Radio, ACancelledCallIsNotSent)
{
    const auto client = connected();
    CancelToken cancel;
    auto slow = client->write(FakeDevice::kService, FakeDevice::kValue, bytes("slow"));
    auto reading = client->read(FakeDevice::kService, FakeDevice::kValue);
    auto unwanted = client->write(FakeDevice::kService, FakeDevice::kValue, bytes("unwanted"), cancel);
    cancel.cancel();
    EXPECT_EQ(name(await(unwanted)), "base.cancelled");
    EXPECT_EQ(text(read(*client)), "slow");
    EXPECT_TRUE(await(slow).has_value());
    EXPECT_TRUE(await(reading).has_value());
}

TEST_F(Radio, ClosingLetsTheDeviceKnow)
{
    const auto client = connected();
    client->close();
    EXPECT_EQ(client->state(), links::GattClient::State::Closed);
    const auto again = connected(); // answered after the goodbye or instead of it; either way the device was told
    std::optional<Json> left;
    ASSERT_TRUE(m_host->router()->withWorld([&](SimWorld& world) { left = world.recall("fake", "left"); }).has_value());
    EXPECT_EQ(left, Json(true));
}

} // namespace
} // namespace outpost::sim::test
