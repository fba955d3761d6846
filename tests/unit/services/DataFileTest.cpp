// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/DataFile.h"

#include "core/services/ServiceErrors.h"
#include "tests/support/FakeRng.h"
#include "tests/support/KdfFloorForTests.h"

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

} // namespace
} // namespace outpost::services
