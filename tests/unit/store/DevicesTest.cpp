// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/Devices.h"

#include "core/store/StoreErrors.h"
#include "tests/unit/store/StoreFixture.h"

namespace outpost::test {
namespace {

Device device(const std::string& id, const std::string& name, DeviceStatus status = DeviceStatus::Working)
{
    Device d;
    d.id = DeviceId(id);
    d.network = NetworkId("net");
    d.owner = Address("owner");
    d.name = name;
    d.kind = "kind";
    d.status = status;
    d.place = Place{0x8c2a9702b280fff, {53.5512345, -9.9912345}, 8, 26};
    return d;
}

class DevicesTest : public StoreTest {
protected:
    void SetUp() override
    {
        db = openStore();
        devices = std::make_unique<store::Devices>(*db);
        ASSERT_TRUE(await(
            devices->upsert({device("a", "Amber Swift Finch"), device("b", "Bald Copper Lynx", DeviceStatus::Offline),
                             device("c", "Calm Juniper Otter")})));
    }
    std::vector<std::string> ids(const store::DeviceQuery& query)
    {
        std::vector<std::string> list;
        const auto rows = await(devices->page(query, 0, 100)); // named: a temporary would end before the loop
        for (const auto& row : *rows)
            list.push_back(row.device.id.str());
        return list;
    }

    std::unique_ptr<store::Database> db;
    std::unique_ptr<store::Devices> devices;
};

TEST_F(DevicesTest, AStoredDeviceComesBackWhole)
{
    const auto found = await(devices->find(DeviceId("a")));
    ASSERT_TRUE(found);
    EXPECT_EQ(found->name, "Amber Swift Finch");
    ASSERT_TRUE(found->place);
    EXPECT_EQ(found->place->cell, 0x8c2a9702b280fffu);
    EXPECT_NEAR(found->place->centre.latitude, 53.5512345, 1e-7);
    EXPECT_NEAR(found->place->centre.longitude, -9.9912345, 1e-7);
    EXPECT_EQ(found->place->gainTenthDbi, 26);
}

TEST_F(DevicesTest, WhatANetworkSaysNeverOverwritesWhatTheOwnerWrote)
{
    ASSERT_TRUE(await(devices->setLabels(DeviceId("a"), "Roof", "behind the chimney")));
    ASSERT_TRUE(await(devices->upsert({device("a", "Other Name")})));
    const auto found = await(devices->find(DeviceId("a")));
    EXPECT_EQ(found->nickname, "Roof");
    EXPECT_EQ(found->note, "behind the chimney");
    EXPECT_EQ(found->shownName(), "Roof");
    EXPECT_EQ(ids({.text = "chimney", .status = {}, .network = {}}), std::vector<std::string>{"a"});
}

TEST_F(DevicesTest, EveryWordOfASearchMustOccur)
{
    EXPECT_EQ(ids({.text = "SWIFT amb", .status = {}, .network = {}}), std::vector<std::string>{"a"});
    EXPECT_TRUE(ids({.text = "swift lynx", .status = {}, .network = {}}).empty());
}

TEST_F(DevicesTest, SearchTextIsNeverSql)
{
    EXPECT_TRUE(ids({.text = "' OR 1=1 --", .status = {}, .network = {}}).empty());
    EXPECT_EQ(await(devices->counts({})).value().all, 3);
}

TEST_F(DevicesTest, CountsIgnoreTheStatusThatIsFilteredBy)
{
    const auto counts = await(devices->counts({.text = {}, .status = DeviceStatus::Offline, .network = {}}));
    EXPECT_EQ(counts->all, 3);
    EXPECT_EQ(counts->byStatus[static_cast<std::size_t>(DeviceStatus::Offline)], 1);
    EXPECT_EQ(ids({.text = {}, .status = DeviceStatus::Offline, .network = {}}), std::vector<std::string>{"b"});
}

TEST_F(DevicesTest, ListsSortByFigures)
{
    ASSERT_TRUE(
        await(devices->setFigures({{DeviceId("a"), 5, 0, 0}, {DeviceId("b"), 9, 0, 0}, {DeviceId("c"), 1, 0, 0}})));
    const auto sorted =
        ids({.text = {}, .status = {}, .network = {}, .sort = store::DeviceQuery::Sort::Ready, .descending = true});
    EXPECT_EQ(sorted, (std::vector<std::string>{"b", "a", "c"}));
}

TEST_F(DevicesTest, AFigureThatIsNotKnownIsNotZero)
{
    ASSERT_TRUE(await(devices->setFigures({{DeviceId("a"), 0, std::nullopt, std::nullopt}})));
    const auto rows = await(devices->page({}, 0, 1));
    ASSERT_TRUE(rows);
    ASSERT_EQ(rows->front().device.id, DeviceId("a"));
    EXPECT_EQ(rows->front().readyMinor, 0);
    EXPECT_EQ(rows->front().monthMinor, std::nullopt);
    EXPECT_EQ(rows->front().previousMinor, std::nullopt);
}

TEST_F(DevicesTest, AFigureThatIsNotGivenAgainIsNotKnownAnyMore)
{
    ASSERT_TRUE(await(devices->setFigures({{DeviceId("a"), 5, 6, 7}, {DeviceId("b"), std::nullopt, 9, 8}})));
    ASSERT_TRUE(await(devices->setFigures({{DeviceId("a"), 1, 2, 3}})));
    const auto rows = await(devices->page({}, 0, 3));
    ASSERT_EQ(rows->size(), 3u);
    for (const store::DeviceRow& row : *rows) {
        const bool given = row.device.id == DeviceId("a");
        EXPECT_EQ(row.readyMinor, given ? std::optional<std::int64_t>(1) : std::nullopt);
        EXPECT_EQ(row.monthMinor, given ? std::optional<std::int64_t>(2) : std::nullopt);
        EXPECT_EQ(row.previousMinor, given ? std::optional<std::int64_t>(3) : std::nullopt);
    }
}

TEST_F(DevicesTest, AnUnknownDeviceIsSaidToBeUnknown)
{
    EXPECT_TRUE(await(devices->find(DeviceId("zz"))).error().is(errors::kStoreNotFound));
    EXPECT_TRUE(await(devices->setLabels(DeviceId("zz"), "", "")).error().is(errors::kStoreNotFound));
    EXPECT_TRUE(await(devices->forget(DeviceId("zz"))).error().is(errors::kStoreNotFound));
}

} // namespace
} // namespace outpost::test
