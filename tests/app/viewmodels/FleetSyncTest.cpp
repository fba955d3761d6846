// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/viewmodels/DemoHome.h"

namespace outpost::app {
namespace {

class FleetSyncTest : public test::DemoHomeTest {
protected:
    /// A device that the records call ours and that the directory does not name, with something to collect.
    Device soldOne()
    {
        const auto ready = test::await(engine().series().claimables());
        EXPECT_TRUE(ready && !ready->empty());
        auto device = test::await(engine().devices().find(ready->front().device));
        EXPECT_TRUE(device);
        device->id = DeviceId(device->id.str() + "x");
        device->name = "Sold";
        EXPECT_TRUE(test::await(engine().devices().upsert({*device})));
        Claimable claimable = ready->front();
        claimable.device = device->id;
        EXPECT_TRUE(test::await(engine().series().setClaimables({claimable})));
        return *device;
    }
    Int128 readyOf(const DeviceId& id)
    {
        Int128 sum;
        const auto all = test::await(engine().series().claimables());
        for (const Claimable& claimable : *all) {
            if (claimable.device == id)
                sum = *sum.plus(claimable.amount.base);
        }
        return sum;
    }
};

TEST_F(FleetSyncTest, ADeviceThatTheDirectoryNamesNoMoreIsNotOursAndHasNothingReady)
{
    open(Start::WithWallet);
    const Device sold = soldOne();
    ASSERT_TRUE(readyOf(sold.id).isPositive());
    ASSERT_TRUE(test::await(engine().sync().refresh(Currency::Eur), 60'000));
    const auto now = test::await(engine().devices().find(sold.id));
    ASSERT_TRUE(now);
    EXPECT_TRUE(now->owner.isEmpty());
    EXPECT_EQ(now->problem, "problem.notYours");
    EXPECT_TRUE(readyOf(sold.id).isZero());
    ASSERT_TRUE(test::await(engine().sync().refresh(Currency::Eur), 60'000));
    EXPECT_EQ(test::await(engine().devices().find(sold.id))->problem, "problem.notYours") << "and it stays so";
}

TEST_F(FleetSyncTest, WithTheDirectoryAwayNothingIsTakenForSold)
{
    open(Start::WithWallet);
    const Device device = soldOne();
    takeNetworkAway();
    (void)test::await(engine().sync().refresh(Currency::Eur), 60'000);
    const auto now = test::await(engine().devices().find(device.id));
    ASSERT_TRUE(now);
    EXPECT_EQ(now->owner, device.owner);
    EXPECT_TRUE(readyOf(device.id).isPositive());
}

TEST_F(FleetSyncTest, PricesThatDoNotComeAreBehind)
{
    open(Start::WithWallet);
    engine().sync().notePrices(fail(outpost::errors::kCancelled));
    ASSERT_TRUE(test::await(engine().sync().refresh(Currency::Eur), 60'000));
    ASSERT_FALSE(engine().sync().freshness().behind.empty());
    EXPECT_EQ(engine().sync().freshness().behind.front().first, "source.prices");
    engine().sync().notePrices({});
    ASSERT_TRUE(test::await(engine().sync().refresh(Currency::Eur), 60'000));
    EXPECT_TRUE(engine().sync().freshness().behind.empty());
}

} // namespace
} // namespace outpost::app
