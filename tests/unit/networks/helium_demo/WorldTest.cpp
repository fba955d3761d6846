// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/networks/helium/demo/HotspotDevice.h"
#include "tests/unit/networks/helium_demo/DemoWorld.h"

namespace outpost::heliumdemo {

using namespace std::chrono_literals;

class DemoWorldTest : public DemoWorld {};

TEST_F(DemoWorldTest, PopulatesWithinASecond)
{
    const auto start = std::chrono::steady_clock::now();
    open(5);
    const auto took = std::chrono::steady_clock::now() - start;
    RecordProperty("milliseconds", static_cast<int>(took / 1ms));
    EXPECT_LT(took, 5s) << "budget: one second in a release build";
}

TEST_F(DemoWorldTest, StarterBringsEightDevicesAndSomeMoney)
{
    withStarter();
    const auto assets = world().assetsOf(user().key);
    ASSERT_EQ(assets.size(), 8u);
    for (int i = 0; i < kStockSize; ++i)
        EXPECT_EQ(assetOf(stock(i).key).owner, user().key);
    const std::uint64_t money = world().account(user().key)->lamports;
    EXPECT_GE(money, 45'000'000u);
    EXPECT_LE(money, 62'000'000u);
}

TEST_F(DemoWorldTest, ASecondWalletGetsOtherDevices)
{
    withStarter();
    const Pubkey second = named("second").key;
    ASSERT_TRUE(world().starter(second).has_value());
    ASSERT_EQ(world().assetsOf(second).size(), 8u);
    EXPECT_EQ(world().assetsOf(user().key).size(), 8u);
}

TEST_F(DemoWorldTest, TheNumberOfStarterDevicesCanBeChosen)
{
    open(1, 13);
    withStarter();
    EXPECT_EQ(world().assetsOf(user().key).size(), 13u);
}

TEST_F(DemoWorldTest, OneSeedMakesOneWorld)
{
    const auto portrait = [&] {
        withStarter();
        Json all = Json::array();
        for (int i = 0; i < kStockSize; ++i)
            all.push_back({stock(i).key.address(), DeviceBook(world()).lifetime(stock(i).key.address()),
                           assetOf(stock(i).key).id.text()});
        for (const auto& sample : world().history(user().key))
            all.push_back(sample.lifetime.base.toString());
        return all.dump();
    };
    open(42);
    const std::string first = portrait();
    open(42);
    EXPECT_EQ(portrait(), first);
    open(43);
    EXPECT_NE(portrait(), first);
}

TEST_F(DemoWorldTest, HistoryIsHalfAYearOfLifetimeTotalsThatNeverFall)
{
    withStarter();
    const auto samples = world().history(user().key);
    std::map<std::string, std::vector<EarningSample>> byDevice;
    for (const auto& sample : samples)
        byDevice[sample.device.str()].push_back(sample);
    ASSERT_EQ(byDevice.size(), 8u);
    const auto& oldest = byDevice["helium:" + stock(0).key.address()];
    ASSERT_EQ(oldest.size(), 181u);
    for (std::size_t i = 1; i < oldest.size(); ++i) {
        EXPECT_GE(oldest[i].lifetime.base, oldest[i - 1].lifetime.base);
        EXPECT_EQ(oldest[i].at - oldest[i - 1].at, 24h);
    }
    EXPECT_EQ(oldest.back().lifetime.base, Int128::fromUnsigned(DeviceBook(world()).lifetime(stock(0).key.address())));
    EXPECT_EQ(oldest.back().lifetime.asset.str(), "solana:hntyVP6YFm1Hg25TN9WGLqM12b8TQmcknKrdu1oxWux");
}

TEST_F(DemoWorldTest, WeekendsAreQuieterAndAnOutageEarnsNothing)
{
    DeviceBook book(world());
    const auto record = *book.find(stock(0).key.address());
    std::uint64_t sundays = 0, wednesdays = 0;
    for (std::int64_t week = 0; week < 20; ++week) {
        sundays += book.earnedOn(record, 20'000 + 7 * week + 2); // day 20002 was a Sunday
        wednesdays += book.earnedOn(record, 20'000 + 7 * week + 5);
    }
    EXPECT_LT(sundays * 100, wednesdays * 85);

    const auto broken = *book.find(stock(2).key.address());
    const std::int64_t outage = world().day() - stock(2).outageDaysAgo;
    const auto totals = book.lifetimes(broken, outage - 1, outage + 8);
    EXPECT_LT(totals[0], totals[1]);
    for (int i = 1; i < 6; ++i)
        EXPECT_EQ(totals[1], totals[static_cast<std::size_t>(i)]);
    EXPECT_LT(totals[6], totals[7]);
}

TEST_F(DemoWorldTest, SixDevicesHaveBeenCollectedSixDaysAgoAndTwoNever)
{
    withStarter();
    int never = 0;
    for (int i = 0; i < kStockSize; ++i) {
        const auto state = recipientState(assetOf(stock(i).key).id);
        never += state ? 0 : 1;
        if (state) {
            EXPECT_GT(DeviceBook(world()).lifetime(stock(i).key.address()), state->totalRewards);
        }
    }
    EXPECT_EQ(never, 2);
}

TEST_F(DemoWorldTest, EveryMidnightAddsADayForTheDevicesThatAreOnline)
{
    DeviceBook book(world());
    const auto working = *book.find(stock(0).key.address());
    const auto offline = *book.find(stock(kOfflineIndex).key.address());
    const std::uint64_t before = book.lifetime(working.address);
    const std::uint64_t offlineBefore = book.lifetime(offline.address);
    const std::int64_t today = world().day();
    days(2);
    EXPECT_EQ(book.lifetime(working.address),
              before + book.earnedOn(working, today) + book.earnedOn(working, today + 1));
    EXPECT_EQ(book.lifetime(offline.address), offlineBefore);
}

TEST_F(DemoWorldTest, TheOfflineDeviceEarnsAgainOnceItIsBackOnWifi)
{
    const auto device = hotspotDevice(4);
    const auto start = codec::ByteWriter().u8(0x0a).u8(17).bytes(asBytes("FRITZ!Box 7590 KX")).u8(0x12).u8(13);
    Bytes request = codec::ByteWriter(start).bytes(asBytes("correct horse")).done();
    ASSERT_TRUE(world().begin().has_value());
    const auto reply = device->write(world(), std::string(gatt::kWifiConnect), request);
    ASSERT_TRUE(world().end().has_value());
    ASSERT_EQ(reply.outcome, demo::GattReply::Outcome::Ok);
    pass(5s);
    EXPECT_EQ(asText(device->read(world(), std::string(gatt::kWifiConnect)).value), "connected");
    DeviceBook book(world());
    const std::string address = stock(kOfflineIndex).key.address();
    const std::uint64_t before = book.lifetime(address);
    days(1);
    const std::uint64_t after = book.lifetime(address);
    EXPECT_GT(after, before);
    days(1);
    EXPECT_GT(book.lifetime(address), after);
}

TEST_F(DemoWorldTest, OneDeviceHasNoPlace)
{
    int without = 0;
    for (int i = 0; i < kStockSize; ++i)
        without += infoOf(stock(i).key).location ? 0 : 1;
    EXPECT_EQ(without, 1);
    EXPECT_FALSE(infoOf(stock(kNoPlaceIndex).key).location.has_value());
}

TEST_F(DemoWorldTest, ThePriceAccountMovesAndStaysFresh)
{
    const auto price = [&] { return *PriceUpdate::decode(*world().account(kHntPriceAccount)); };
    const auto first = price();
    EXPECT_GT(first.emaPrice, 0);
    EXPECT_EQ(first.exponent, -8);
    pass(10min);
    const auto second = price();
    EXPECT_GE(second.publishTime, first.publishTime + 600);
    days(3);
    EXPECT_NE(price().price, first.price);
}

TEST_F(DemoWorldTest, ThePriceAccountGrowsStaleWhileTheFeedIsGone)
{
    const auto first = PriceUpdate::decode(*world().account(kHntPriceAccount))->publishTime;
    world().faults().add({demo::Fault::PriceFeedGone, 100, {}});
    pass(20min);
    EXPECT_EQ(PriceUpdate::decode(*world().account(kHntPriceAccount))->publishTime, first);
}

TEST_F(DemoWorldTest, RadiosHaveTheKeysThatTheirDevicesReport)
{
    for (std::size_t i = 0; i < radios().size(); ++i) {
        const auto device = hotspotDevice(i);
        EXPECT_EQ(asText(device->read(world(), std::string(gatt::kPublicKey)).value), radioKey(world(), i).address());
        EXPECT_EQ(device->advertisement(world()).services, std::vector<std::string>{std::string(gatt::kService)});
    }
    EXPECT_EQ(radioKey(world(), 4).address(), stock(kOfflineIndex).key.address());
}

TEST_F(DemoWorldTest, ALongScanOfTheDataOnlyDeviceIsHalvedUntilItFits)
{
    const auto device = hotspotDevice(3);
    EXPECT_LE(device->read(world(), std::string(gatt::kWifiServices)).value.size(), 512u);
}

TEST_F(DemoWorldTest, TheNextPassphraseIsRefusedUnderTheFault)
{
    world().faults().add({demo::Fault::WrongWifiPassword, 1, {}});
    const auto device = hotspotDevice(0);
    const Bytes request = codec::ByteWriter()
                              .u8(0x0a)
                              .u8(9)
                              .bytes(asBytes("Werkstatt"))
                              .u8(0x12)
                              .u8(13)
                              .bytes(asBytes("correct horse"))
                              .done();
    const auto refused = device->write(world(), std::string(gatt::kWifiConnect), request);
    ASSERT_EQ(refused.notifications.size(), 2u);
    EXPECT_EQ(asText(refused.notifications[1].value), "invalid");
    m_real += 5'000;
    const auto taken = device->write(world(), std::string(gatt::kWifiConnect), request);
    EXPECT_EQ(asText(taken.notifications[1].value), "connected");
}

} // namespace outpost::heliumdemo
