// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/DataFile.h"

#include "core/services/DataTransfer.h"
#include "core/services/ServiceErrors.h"
#include "core/store/Devices.h"
#include "core/store/Records.h"
#include "core/store/Series.h"
#include "core/store/StoreErrors.h"
#include "tests/support/FakeRng.h"
#include "tests/support/KdfFloorForTests.h"
#include "tests/unit/store/StoreFixture.h"

#include <gtest/gtest.h>

namespace outpost::services {
namespace {

using wallet::KdfFloorForTests;
using wallet::World;

wallet::Password password(std::string_view text = "correct horse battery")
{
    return std::move(*wallet::Password::create(asBytes(text)));
}

Bytes sealed(const Bytes& content, World world = World::Real)
{
    test::FakeRng rng;
    auto file = sealData(content, world, password(), KdfFloorForTests::kCheap, rng);
    EXPECT_TRUE(file);
    return file ? std::move(*file) : Bytes();
}

Result<Bytes> opened(ByteSpan file, World world = World::Real, std::string_view text = "correct horse battery")
{
    return unsealData(file, world, password(text), KdfFloorForTests::floor());
}

Bytes counted(std::size_t size)
{
    Bytes content(size);
    for (std::size_t i = 0; i < size; ++i)
        content[i] = static_cast<std::uint8_t>(i * 31 + (i >> 8));
    return content;
}

TEST(DataFile, WhatIsSealedOpensAgainWhateverItsLength)
{
    for (const std::size_t size : {std::size_t{0}, std::size_t{1}, std::size_t{65'535}, std::size_t{65'536},
                                   std::size_t{65'537}, std::size_t{300'000}}) {
        const Bytes content = counted(size);
        const auto back = opened(sealed(content));
        ASSERT_TRUE(back) << size << back.error().detail;
        EXPECT_EQ(*back, content) << size;
    }
}

TEST(DataFile, TheContentIsNotInTheFile)
{
    const Bytes content = toBytes(asBytes("a note that nobody else is to read"));
    const Bytes file = sealed(content);
    EXPECT_TRUE(std::search(file.begin(), file.end(), content.begin(), content.end()) == file.end());
}

TEST(DataFile, AnotherPasswordIsSaidToBeWrong)
{
    EXPECT_TRUE(opened(sealed(counted(100)), World::Real, "another one").error().is(errors::kDataWrongPassword));
}

TEST(DataFile, AnyChangedByteIsDamage)
{
    const Bytes good = sealed(counted(400));
    for (std::size_t at = 0; at < good.size(); ++at) {
        Bytes bad = good;
        bad[at] ^= 0x10;
        const auto result = opened(bad);
        ASSERT_FALSE(result) << at;
        EXPECT_TRUE(result.error().is(errors::kDataDamaged)) << at << ' ' << result.error().code.name;
    }
}

TEST(DataFile, AFileThatIsCutAnywhereIsDamage)
{
    const Bytes good = sealed(counted(400));
    for (std::size_t length = 0; length < good.size(); ++length)
        EXPECT_TRUE(opened(ByteSpan(good).first(length)).error().is(errors::kDataDamaged)) << length;
}

TEST(DataFile, AFileOfTheOtherWorldIsRefusedByName)
{
    EXPECT_TRUE(opened(sealed(counted(10), World::Demo), World::Real).error().is(errors::kDataIsDemo));
    EXPECT_TRUE(opened(sealed(counted(10), World::Real), World::Demo).error().is(errors::kDataIsReal));
}

TEST(DataFile, AFileThatIsProtectedTooWeaklyIsRefused)
{
    EXPECT_TRUE(unsealData(sealed(counted(10)), World::Real, password(), wallet::KdfFloor())
                    .error()
                    .is(errors::kVaultParametersWeak));
}

TEST(DataFile, AnEmptyFileAndOneOfAnotherKindAreDamage)
{
    EXPECT_TRUE(opened({}).error().is(errors::kDataDamaged));
    EXPECT_TRUE(opened(counted(5'000)).error().is(errors::kDataDamaged));
}

/// Two computers, and a file between them.
class DataTransferTest : public test::StoreTest {
protected:
    void SetUp() override
    {
        oldDb = openStore();
        auto other = options();
        other.file = other.file.parent_path() / "new.db";
        newDb = *store::Database::open(other, clock);
        oldSettings.emplace(*oldDb);
        for (const char* key :
             {"ui.currency", "map.tiles", "map.tileCredit", "address.server", "net.proxy", "wallet.note"})
            ASSERT_TRUE(test::await(oldSettings->set(key, "value")));
        file = options().file.parent_path() / "records";
    }
    DataTransfer of(store::Database& db)
    {
        return {DataTransfer::Ports{db, files, rng, clock}, World::Real, KdfFloorForTests::floor()};
    }
    static std::shared_ptr<wallet::Password> secret()
    {
        return std::make_shared<wallet::Password>(password("seventeen grey herons walk upstream"));
    }
    Result<store::Merged> import()
    {
        auto transfer = of(*newDb);
        return test::await(transfer.importFrom(file, secret()));
    }
    /// A file with what export would not take.
    void writeFile(const Bytes& content)
    {
        auto bytes = sealData(content, World::Real, *secret(), KdfFloorForTests::kCheap, rng);
        ASSERT_TRUE(bytes);
        ASSERT_TRUE(files.writeNew(file, *bytes));
    }
    std::vector<std::string> newKeys()
    {
        std::vector<std::string> keys;
        store::Settings settings(*newDb);
        for (const auto& [key, value] : *test::await(settings.all()))
            keys.push_back(key);
        return keys;
    }

    PosixFileSystem files;
    test::FakeRng rng;
    std::unique_ptr<store::Database> oldDb;
    std::unique_ptr<store::Database> newDb;
    std::optional<store::Settings> oldSettings;
    std::filesystem::path file;
};

TEST_F(DataTransferTest, OnlyPreferencesOfTheWindowAreWritten)
{
    auto transfer = of(*oldDb);
    ASSERT_TRUE(test::await(transfer.exportTo(file, secret())));
    const auto content = unsealData(*files.read(file, 1u << 20), World::Real, *secret(), KdfFloorForTests::floor());
    ASSERT_TRUE(content);
    const std::string_view text = asText(*content);
    EXPECT_TRUE(text.contains("ui.currency"));
    for (const char* key : {"map.", "net.", "wallet."})
        EXPECT_FALSE(text.contains(key)) << key;
}

TEST_F(DataTransferTest, AFileDecidesNeitherOnAProxyNorOnAMapServer)
{
    store::Transfer transfer(*oldDb);
    writeFile(test::await(transfer.take({"ui.", "map.", "net.", "wallet."}))->content);
    ASSERT_TRUE(import());
    EXPECT_EQ(newKeys(), std::vector<std::string>{"ui.currency"});
}

TEST_F(DataTransferTest, DamagedContentIsSaidOfTheFileAndDamagedRecordsOfThisComputer)
{
    Device device;
    device.id = DeviceId("net:one");
    store::Devices devices(*oldDb);
    store::Series series(*oldDb);
    ASSERT_TRUE(test::await(devices.upsert({device})));
    ASSERT_TRUE(test::await(series.ingest({{device.id, {AssetId("solana:token"), 5}, clock.now(), "oracle"}})));
    store::Transfer transfer(*oldDb);
    const Bytes good = test::await(transfer.take({}))->content;
    writeFile(good);
    ASSERT_TRUE(import());
    ASSERT_TRUE(test::await(newDb->write([](store::Sql& sql) { return sql.exec("UPDATE series SET data = x'07'"); })));
    const auto own = import();
    ASSERT_FALSE(own);
    EXPECT_TRUE(own.error().is(errors::kStoreDamaged)) << own.error().detail;

    ASSERT_TRUE(test::await(newDb->write([](store::Sql& sql) { return sql.exec("DELETE FROM series"); })));
    file += "-cut";
    writeFile(Bytes(good.begin(), good.end() - 1));
    const auto theirs = import();
    ASSERT_FALSE(theirs);
    EXPECT_TRUE(theirs.error().is(errors::kDataDamaged)) << theirs.error().detail;
}

} // namespace
} // namespace outpost::services
