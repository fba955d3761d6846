// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/WalletService.h"

#include "core/services/ServiceErrors.h"
#include "core/wallet/WalletErrors.h"
#include "tests/support/FakeRng.h"
#include "tests/support/KdfFloorForTests.h"
#include "tests/support/MemoryFileSystem.h"
#include "tests/unit/store/StoreFixture.h"

namespace outpost::test {
namespace {

using services::WalletService;
using wallet::DerivationScheme;

const std::filesystem::path kFolder = "/home/wallets";

std::vector<DerivationScheme> schemes()
{
    std::vector<DerivationScheme> list;
    for (const char* path : {"m/44'/501'/0'/0'", "m/44'/501'/1'/0'", "m/44'/501'/2'/0'"})
        list.push_back({path, wallet::SchemeKind::Path, wallet::Curve::Ed25519, *wallet::DerivationPath::parse(path)});
    return list;
}

std::shared_ptr<wallet::Password> password()
{
    return std::make_shared<wallet::Password>(
        std::move(*wallet::Password::create(asBytes("correct horse battery staple 9"))));
}

std::shared_ptr<wallet::Mnemonic> words()
{
    return std::make_shared<wallet::Mnemonic>(std::move(*wallet::Mnemonic::parse(
        asBytes("drill toddler tongue laundry access silly few faint glove birth crumble add"))));
}

class WalletServiceTest : public StoreTest {
protected:
    void SetUp() override
    {
        db = openStore();
        settings = std::make_unique<store::Settings>(*db);
        start();
    }
    /// As the next run of the program: nothing is unlocked.
    void start()
    {
        wallets.reset();
        wallets = std::make_unique<WalletService>(WalletService::Ports{files, rng, clock, *settings}, kFolder,
                                                  wallet::World::Real, wallet::KdfFloorForTests::floor(), schemes());
        loaded = await(wallets->load());
    }
    void import()
    {
        const auto made = await(wallets->import("Home", password(), words(), {schemes().front()}));
        ASSERT_TRUE(made) << made.error().code.name;
        id = *made;
        address = wallets->current()->addresses.front();
    }
    void watchTheSame() { ASSERT_TRUE(await(wallets->watch("Watched", {{NetworkId("net"), firstAddress(), {}}}))); }
    Address firstAddress() { return wallets->scan(*words())->front().address; }
    ErrorCode refusal()
    {
        const auto signer = wallets->signerFor(address);
        return signer ? ErrorCode{"signs"} : signer.error().code;
    }

    MemoryFileSystem files{&clock};
    FakeRng rng;
    std::unique_ptr<store::Database> db;
    std::unique_ptr<store::Settings> settings;
    std::unique_ptr<WalletService> wallets;
    Result<void> loaded;
    WalletId id;
    Address address;
};

TEST_F(WalletServiceTest, AWalletThatWasNeverUnlockedInThisRunIsLockedAndNotUnknown)
{
    import();
    start();
    EXPECT_EQ(refusal(), errors::kWalletLocked);
    ASSERT_TRUE(await(wallets->unlock(id, password())));
    EXPECT_TRUE(wallets->signerFor(address));
}

TEST_F(WalletServiceTest, AWalletThatWasLockedAgainIsLocked)
{
    import();
    wallets->lock();
    EXPECT_EQ(refusal(), errors::kWalletLocked);
}

TEST_F(WalletServiceTest, ALockedWalletWhoseRecordsWereLostMayHaveTheKey)
{
    import();
    ASSERT_TRUE(await(settings->set("wallet." + id.str(), "not a note")));
    start();
    ASSERT_TRUE(wallets->current()->addresses.empty());
    EXPECT_EQ(refusal(), errors::kWalletLocked);
}

TEST_F(WalletServiceTest, AnAddressOfNobodyIsNotCalledLockedWhereEveryWalletIsKnown)
{
    import();
    start();
    EXPECT_EQ(wallets->signerFor(Address("somebody")).error().code, errors::kNoWallet);
}

TEST_F(WalletServiceTest, TheAddressesThatAreKeptAreTheWalletsInTheirOrder)
{
    import();
    const auto all = schemes();
    ASSERT_TRUE(await(wallets->keepAddresses(id, {all[2], all[0]})));
    const auto found = wallets->candidates(id);
    ASSERT_TRUE(found);
    const std::vector<Address> wanted{(*found)[2].address, (*found)[0].address};
    EXPECT_EQ(wallets->current()->addresses, wanted);
    EXPECT_TRUE(wallets->signerFor(wanted.front()));
    start(); // from the note, while it is locked
    EXPECT_EQ(wallets->current()->addresses, wanted);
    ASSERT_TRUE(await(wallets->unlock(id, password())));
    EXPECT_EQ(wallets->current()->addresses, wanted);
    EXPECT_TRUE(wallets->signerFor(wanted.front()));
    ASSERT_TRUE(await(wallets->keepAddresses(id, {all[1]})));
    EXPECT_EQ(wallets->signerFor(wanted.front()).error().code, errors::kNoWallet);
}

TEST_F(WalletServiceTest, AWalletCannotBeLeftWithoutAnAddress)
{
    import();
    EXPECT_EQ(await(wallets->keepAddresses(id, {})).error().code, errors::kDerivationImpossible);
    EXPECT_EQ(wallets->current()->addresses, std::vector<Address>{address});
}

TEST_F(WalletServiceTest, ALockedWalletTellsNoCandidatesAndChangesNothing)
{
    import();
    wallets->lock();
    EXPECT_EQ(wallets->candidates(id).error().code, errors::kLocked);
    EXPECT_EQ(await(wallets->keepAddresses(id, {schemes()[1]})).error().code, errors::kLocked);
    EXPECT_EQ(wallets->current()->addresses, std::vector<Address>{address});
}

TEST_F(WalletServiceTest, AWatchedEntryThatIsOlderDoesNotHideTheKey)
{
    watchTheSame();
    import();
    const auto signer = wallets->signerFor(address);
    ASSERT_TRUE(signer);
    EXPECT_EQ((*signer)->kind(), wallet::SignerKind::File);
    start();
    EXPECT_EQ(refusal(), errors::kWalletLocked);
}

TEST_F(WalletServiceTest, AnAddressThatIsOnlyWatchedSaysSoWhenItIsAskedToSign)
{
    watchTheSame();
    address = firstAddress();
    const auto signer = wallets->signerFor(address);
    ASSERT_TRUE(signer);
    EXPECT_EQ((*signer)->kind(), wallet::SignerKind::WatchOnly);
}

TEST_F(WalletServiceTest, ADamagedWatchFileHidesNoOtherWallet)
{
    import();
    watchTheSame();
    files.put(kFolder / "0000000000000001.watch", asBytes("{ damaged"));
    files.put(kFolder / "ffffffffffffffff.watch", asBytes(""));
    start();
    EXPECT_TRUE(loaded);
    EXPECT_EQ(wallets->wallets().size(), 2u);
    ASSERT_NE(wallets->current(), nullptr);
    ASSERT_EQ(wallets->unreadable().size(), 2u);
    EXPECT_EQ(wallets->unreadable().front().code, errors::kVaultDamaged);
    EXPECT_EQ(wallets->unreadable().front().args, std::vector<std::string>{"/home/wallets/0000000000000001.watch"});
    EXPECT_TRUE(files.exists(kFolder / "0000000000000001.watch"));
}

TEST_F(WalletServiceTest, AWatchFileOfTheDemoIsLeftOutAndTold)
{
    import();
    const wallet::WatchOnlyWallet demo{.id = WalletId("0123456789abcdef"),
                                       .name = "Demo",
                                       .world = wallet::World::Demo,
                                       .addresses = {{NetworkId("net"), Address("somebody"), {}}},
                                       .createdAt = clock.now()};
    ASSERT_TRUE(wallet::saveWatchOnly(files, kFolder / "0123456789abcdef.watch", demo));
    start();
    EXPECT_EQ(wallets->wallets().size(), 1u);
    ASSERT_EQ(wallets->unreadable().size(), 1u);
    EXPECT_EQ(wallets->unreadable().front().code, errors::kVaultIsDemo);
}

TEST_F(WalletServiceTest, WalletsAreThereAlsoWhenTheRecordsCannotBeRead)
{
    import();
    db->close();
    start();
    EXPECT_FALSE(loaded);
    ASSERT_EQ(wallets->wallets().size(), 1u);
    EXPECT_EQ(wallets->current()->id, id);
    ASSERT_TRUE(await(wallets->unlock(id, password())));
    EXPECT_EQ(*wallets->currentAddress(), address);
}

} // namespace
} // namespace outpost::test
