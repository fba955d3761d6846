// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wallet/WatchOnly.h"

#include "tests/support/MemoryFileSystem.h"
#include "tests/unit/wallet/TestSigningGate.h"

#include <gtest/gtest.h>

namespace outpost::wallet {
namespace {

const std::filesystem::path kPath = "/w/watch.json";

WatchOnlyWallet wallet()
{
    return {.id = WalletId("0011223344556677"),
            .name = "Aunt's roof",
            .world = World::Real,
            .addresses = {{NetworkId("net"), Address("2EqLoU9div1QPiCwUk8iccYjzYGg6U1G5NvNT8aAasoQ"), "roof \"1\""}},
            .createdAt = fromUnixMillis(1'790'000'000'123)};
}
std::string codeOf(std::string_view json)
{
    const auto read = decodeWatchOnly(asBytes(json), World::Real);
    return read ? std::string() : std::string(read.error().code.name);
}
std::string replaced(std::string text, std::string_view what, std::string_view with)
{
    const auto at = text.find(what);
    EXPECT_NE(at, std::string::npos) << what;
    return text.replace(at, what.size(), with);
}

TEST(WatchOnly, ReadsWhatItWrites)
{
    test::MemoryFileSystem files;
    ASSERT_TRUE(files.makeDirectories("/w"));
    ASSERT_TRUE(saveWatchOnly(files, kPath, wallet()));
    const auto read = loadWatchOnly(files, kPath, World::Real);
    ASSERT_TRUE(read);
    EXPECT_EQ(*read, wallet());
}

TEST(WatchOnly, SignerAlwaysRefuses)
{
    WatchOnlySigner signer(Address("addr"));
    EXPECT_EQ(signer.kind(), SignerKind::WatchOnly);
    const auto message = outpost::services::SigningGate::approve(Address("addr"), {1}, std::chrono::milliseconds(0));
    EXPECT_EQ(signer.sign(message).error().code, errors::kWatchOnly);
}

TEST(WatchOnly, FileOfTheOtherWorldIsRefused)
{
    const std::string json = *encodeWatchOnly(wallet());
    EXPECT_EQ(decodeWatchOnly(asBytes(json), World::Demo).error().code, errors::kVaultIsReal);
    EXPECT_EQ(codeOf(replaced(json, "\"demo\":false", "\"demo\":true")), "wallet.vaultIsDemo");
}

TEST(WatchOnly, AnyCutOfTheFileIsDamage)
{
    const std::string json = *encodeWatchOnly(wallet());
    for (std::size_t length = 0; length + 2 < json.size(); ++length)
        ASSERT_EQ(codeOf(json.substr(0, length)), "wallet.vaultDamaged") << length;
}

TEST(WatchOnly, WrongShapesAreRefused)
{
    const std::string json = *encodeWatchOnly(wallet());
    for (const auto& [what, with] : std::vector<std::pair<std::string_view, std::string_view>>{
             {"\"version\":1", "\"version\":\"1\""},
             {"\"version\":1", "\"version\":0"},
             {"\"demo\":false", "\"demo\":0"},
             {"outpost-watch-only", "outpost-wallet"},
             {"\"createdAt\":1790000000123", "\"createdAt\":1.5"},
             {"\"createdAt\":1790000000123", "\"createdAt\":99999999999999999999"},
             {"\"network\":\"net\"", "\"network\":null"}})
        EXPECT_EQ(codeOf(replaced(json, what, with)), "wallet.vaultDamaged") << with;
    EXPECT_EQ(codeOf(replaced(json, "\"version\":1", "\"version\":2")), "wallet.vaultTooNew");
    EXPECT_EQ(codeOf("[]"), "wallet.vaultDamaged");
    EXPECT_EQ(codeOf(std::string(100'000, '[')), "wallet.vaultDamaged");
    EXPECT_EQ(codeOf(replaced(json, "Aunt's roof", "two\\nlines")), "wallet.contentInvalid");
    EXPECT_EQ(codeOf(replaced(json, "\"net\"", "\"a b\"")), "wallet.contentInvalid");
    EXPECT_EQ(codeOf(replaced(json, "0011223344556677", "short")), "wallet.contentInvalid");
}

TEST(WatchOnly, EmptyOrNamelessWalletIsNotWritten)
{
    WatchOnlyWallet empty = wallet();
    empty.addresses.clear();
    EXPECT_EQ(encodeWatchOnly(empty).error().code, errors::kWalletContentInvalid);
    WatchOnlyWallet nameless = wallet();
    nameless.name.clear();
    EXPECT_EQ(encodeWatchOnly(nameless).error().code, errors::kWalletContentInvalid);
}

TEST(WatchOnly, MissingFileIsSaidAsSuch)
{
    test::MemoryFileSystem files;
    EXPECT_EQ(loadWatchOnly(files, kPath, World::Real).error().code, errors::kVaultMissing);
}

} // namespace
} // namespace outpost::wallet
