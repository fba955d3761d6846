// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Encoding.h"
#include "core/wallet/Vault.h"
#include "tests/support/FakeClock.h"
#include "tests/support/FakeRng.h"
#include "tests/support/KdfFloorForTests.h"
#include "tests/support/MemoryFileSystem.h"

#include <gtest/gtest.h>

namespace outpost::wallet {

/// A vault on a disk in memory, cheap to open.
class VaultFixture : public ::testing::Test {
public:
    static constexpr KdfParams kCheap = KdfFloorForTests::kCheap;
    static constexpr std::string_view kWords =
        "drill toddler tongue laundry access silly few faint glove birth crumble add";

    static Password password(std::string_view text = "correct horse")
    {
        auto made = Password::create(asBytes(text));
        EXPECT_TRUE(made);
        return std::move(*made);
    }
    static DerivationScheme scheme(std::string_view path = "m/44'/501'/0'/0'")
    {
        return {"default", SchemeKind::Path, Curve::Ed25519, *DerivationPath::parse(path)};
    }
    static Mnemonic words() { return std::move(*Mnemonic::parse(asBytes(kWords))); }

    WalletInfo makeInfo(World world = World::Real, const std::string& name = "Home")
    {
        DerivationScheme one = scheme();
        if (world == World::Demo)
            one.path = one.path.inDemoBranch();
        const auto accounts = scanCandidates(words(), {}, std::span(&one, 1));
        return {.id = WalletId("0011223344556677"),
                .name = name,
                .accounts = *accounts,
                .usesPassphrase = false,
                .createdAt = clock.now(),
                .backupVerifiedAt = std::nullopt};
    }
    WalletContent makeContent(World world = World::Real) { return {makeInfo(world), words()}; }
    VaultEnvironment environment(World world = World::Real)
    {
        return {.files = files, .rng = rng, .clock = clock, .world = world, .floor = KdfFloorForTests::floor()};
    }
    Vault makeVault(World world = World::Real)
    {
        auto vault = Vault::create(environment(world), path, password(), makeContent(world), kCheap);
        EXPECT_TRUE(vault) << vault.error().code.name << vault.error().detail;
        return std::move(*vault);
    }
    /// The code that opening answers; empty when it opens.
    std::string openCode(const std::filesystem::path& file, std::string_view text = "correct horse",
                         World world = World::Real)
    {
        const auto vault = Vault::open(environment(world), file, password(text));
        return vault ? std::string() : std::string(vault.error().code.name);
    }

    test::FakeClock clock;
    test::FakeRng rng;
    test::MemoryFileSystem files{&clock};
    std::filesystem::path path = "/home/wallets/home.vault";
};

} // namespace outpost::wallet
