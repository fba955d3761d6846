// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/wallet/VaultFixture.h"

#include <set>

namespace outpost::wallet {
namespace {

namespace fsys = std::filesystem;

class VaultTest : public VaultFixture {
protected:
    std::vector<VaultCopy> copies() { return *Vault::copies(files, path); }
};

TEST_F(VaultTest, OpensWithItsPassword)
{
    const WalletInfo info = makeVault().info();
    const auto vault = Vault::open(environment(), path, password());
    ASSERT_TRUE(vault);
    EXPECT_EQ(vault->info(), info);
    EXPECT_TRUE(vault->words().entropy().equals(words().entropy().span()));
    EXPECT_EQ(vault->kdf(), kCheap);
}

TEST_F(VaultTest, WrongPasswordIsSaidAsSuch)
{
    makeVault();
    EXPECT_EQ(openCode(path, "correct horsf"), "wallet.wrongPassword");
    EXPECT_EQ(openCode(path, "Correct horse"), "wallet.wrongPassword");
}

TEST_F(VaultTest, PasswordTypedOnAnotherKeyboardOpens)
{
    ASSERT_TRUE(Vault::create(environment(), path, password("Z\xC3\xBCrich"), makeContent(), kCheap));
    EXPECT_EQ(openCode(path, "Zu\xCC\x88rich"), "");
}

TEST_F(VaultTest, MissingFileIsSaidAsSuch)
{
    EXPECT_EQ(openCode(path), "wallet.vaultMissing");
}

TEST_F(VaultTest, ExistingFileIsNeverReplacedByCreate)
{
    files.put(path, asBytes("precious"));
    const auto vault = Vault::create(environment(), path, password(), makeContent(), kCheap);
    ASSERT_FALSE(vault);
    EXPECT_EQ(vault.error().code, errors::kVaultExists);
    EXPECT_EQ(files.content(path), toBytes(asBytes("precious")));
}

TEST_F(VaultTest, ParametersBelowTheFloorAreRefusedAtCreation)
{
    VaultEnvironment real = environment();
    real.floor = KdfFloor();
    const auto vault = Vault::create(real, path, password(), makeContent(), kCheap);
    EXPECT_EQ(vault.error().code, errors::kVaultParametersWeak);
    EXPECT_FALSE(files.exists(path));
}

TEST_F(VaultTest, ParametersBelowTheFloorAreRefusedWhenOpening)
{
    makeVault();
    VaultEnvironment real = environment();
    real.floor = KdfFloor();
    EXPECT_EQ(Vault::open(real, path, password()).error().code, errors::kVaultParametersWeak);
}

TEST_F(VaultTest, ParametersAboveTheCeilingAreRefusedBeforeAnyWork)
{
    const auto plain = encodeContent(makeInfo(), words(), World::Real);
    const VaultHeader header{.world = World::Real, .kdf = {4u * 1024 * 1024, 1000}, .salt = {}, .nonce = {}};
    files.put(path, sealVault(header, *plain, SecureBytes(32)));
    EXPECT_EQ(openCode(path), "wallet.vaultParametersTooCostly");
}

TEST_F(VaultTest, DemoFileIsRefusedForRealMoneyAndTheReverse)
{
    makeVault(World::Demo);
    EXPECT_EQ(openCode(path, "correct horse", World::Demo), "");
    EXPECT_EQ(openCode(path, "correct horse", World::Real), "wallet.vaultIsDemo");
    path = "/home/wallets/real.vault";
    makeVault(World::Real);
    EXPECT_EQ(openCode(path, "correct horse", World::Demo), "wallet.vaultIsReal");
}

TEST_F(VaultTest, DemoBodyUnderARealHeaderDoesNotOpen)
{
    makeVault(World::Demo);
    Bytes file = files.content(path);
    const std::string_view magic = "OUTPOSTW";
    std::copy(magic.begin(), magic.end(), file.begin());
    Bytes covered(file.begin(), file.begin() + 72);
    covered.insert(covered.end(), file.begin() + kVaultHeaderSize, file.end());
    const auto sum = sha256(covered);
    std::copy(sum.begin(), sum.end(), file.begin() + 72);
    files.put("/home/wallets/forged.vault", file);
    EXPECT_EQ(openCode("/home/wallets/forged.vault"), "wallet.wrongPassword") << "the magic is authenticated";
}

TEST_F(VaultTest, SaveChangesTheContentOnly)
{
    Vault vault = makeVault();
    WalletInfo info = vault.info();
    info.name = "Renamed";
    info.backupVerifiedAt = clock.now();
    ASSERT_TRUE(vault.save(info));
    EXPECT_EQ(vault.info(), info);
    EXPECT_EQ(Vault::open(environment(), path, password())->info(), info);
}

TEST_F(VaultTest, InvalidContentIsNotSaved)
{
    Vault vault = makeVault();
    const Bytes before = files.content(path);
    WalletInfo info = vault.info();
    info.name.clear();
    EXPECT_EQ(vault.save(info).error().code, errors::kWalletContentInvalid);
    EXPECT_EQ(files.content(path), before);
    EXPECT_EQ(vault.info().name, "Home");
}

TEST_F(VaultTest, SaveOfAnotherProcessIsNotOverwritten)
{
    Vault mine = makeVault();
    auto other = Vault::open(environment(), path, password());
    WalletInfo theirs = other->info();
    theirs.name = "Theirs";
    ASSERT_TRUE(other->save(theirs));
    EXPECT_EQ(mine.save(mine.info()).error().code, errors::kVaultChangedOnDisk);
    EXPECT_EQ(Vault::open(environment(), path, password())->info().name, "Theirs");
}

TEST_F(VaultTest, SaveDoesNotBringBackAFileThatIsGone)
{
    Vault vault = makeVault();
    ASSERT_TRUE(files.removeFile(path));
    EXPECT_EQ(vault.save(vault.info()).error().code, errors::kVaultMissing);
}

TEST_F(VaultTest, FiveNewestCopiesAreKept)
{
    Vault vault = makeVault();
    for (int i = 0; i < 9; ++i) {
        clock.advance(std::chrono::hours(1));
        WalletInfo info = vault.info();
        info.name = "Save " + std::to_string(i);
        ASSERT_TRUE(vault.save(info));
    }
    const auto kept = copies();
    ASSERT_EQ(kept.size(), Vault::kCopies);
    EXPECT_EQ(kept.front().number, 10u);
    EXPECT_EQ(kept.back().number, 6u);
    for (std::size_t i = 0; i < kept.size(); ++i) {
        const auto copy = Vault::open(environment(), kept[i].path, password());
        ASSERT_TRUE(copy);
        EXPECT_EQ(copy->info().name, "Save " + std::to_string(8 - static_cast<int>(i)));
    }
}

TEST_F(VaultTest, CopyIsDatedInUtc)
{
    clock.setNow(fromUnixSeconds(1'795'237'882));
    makeVault();
    ASSERT_EQ(copies().size(), 1u);
    EXPECT_EQ(copies().front().savedAt, "20261121T051122Z");
    EXPECT_EQ(copies().front().path, "/home/wallets/backups/home.vault.000001.20261121T051122Z");
}

TEST_F(VaultTest, CalendarSetBackDoesNotDropTheNewestCopy)
{
    Vault vault = makeVault();
    for (int i = 0; i < 7; ++i) {
        clock.setNow(clock.now() - std::chrono::hours(24));
        ASSERT_TRUE(vault.save(vault.info()));
    }
    EXPECT_EQ(files.content(copies().front().path), files.content(path));
}

TEST_F(VaultTest, CopiesOfOtherWalletsAndForeignFilesAreLeftAlone)
{
    const fsys::path foreign[] = {"/home/wallets/backups/other.vault.000001.20261121T051122Z",
                                  "/home/wallets/backups/home.vault.notes.txt",
                                  "/home/wallets/backups/home.vault.000001.yesterday",
                                  "/home/wallets/backups/home.vault.999999999999999999999.20261121T051122Z"};
    for (const auto& file : foreign)
        files.put(file, asBytes("mine"));
    Vault vault = makeVault();
    for (int i = 0; i < 8; ++i)
        ASSERT_TRUE(vault.save(vault.info()));
    for (const auto& file : foreign)
        EXPECT_TRUE(files.exists(file)) << file;
    EXPECT_EQ(copies().size(), Vault::kCopies);
}

TEST_F(VaultTest, PasswordChangeTakesEffect)
{
    Vault vault = makeVault();
    ASSERT_TRUE(vault.changePassword(password(), password("battery staple"), {16, 2}));
    EXPECT_EQ(openCode(path), "wallet.wrongPassword");
    const auto again = Vault::open(environment(), path, password("battery staple"));
    ASSERT_TRUE(again);
    EXPECT_EQ(again->kdf(), (KdfParams{16, 2}));
    ASSERT_TRUE(vault.save(vault.info())) << "the open vault goes on with the new key";
    EXPECT_EQ(openCode(path, "battery staple"), "");
}

TEST_F(VaultTest, PasswordChangeNeedsTheCurrentOne)
{
    Vault vault = makeVault();
    const Bytes before = files.content(path);
    EXPECT_EQ(vault.changePassword(password("guess"), password("battery staple"), kCheap).error().code,
              errors::kWrongPassword);
    EXPECT_EQ(files.content(path), before);
}

TEST_F(VaultTest, PasswordChangeDrawsANewSalt)
{
    Vault vault = makeVault();
    const Bytes before = files.content(path);
    ASSERT_TRUE(vault.changePassword(password(), password(), kCheap));
    const Bytes after = files.content(path);
    EXPECT_FALSE(std::equal(before.begin() + 32, before.begin() + 48, after.begin() + 32));
}

TEST_F(VaultTest, DamagedVaultIsRestoredFromItsNewestCopy)
{
    const WalletInfo info = makeVault().info();
    files.put(path, asBytes("garbage"));
    ASSERT_EQ(openCode(path), "wallet.vaultDamaged");
    ASSERT_TRUE(Vault::restoreCopy(environment(), copies().front(), path, password()));
    EXPECT_EQ(Vault::open(environment(), path, password())->info(), info);
    bool isKept = false;
    for (const auto& file : files.all())
        isKept = isKept || (file.string().ends_with(".replaced") && files.content(file) == toBytes(asBytes("garbage")));
    EXPECT_TRUE(isKept) << "what was there is kept";
}

TEST_F(VaultTest, CopyThatDoesNotOpenIsNotPutInPlace)
{
    makeVault();
    const Bytes before = files.content(path);
    const VaultCopy copy = copies().front();
    EXPECT_EQ(Vault::restoreCopy(environment(), copy, path, password("guess")).error().code, errors::kWrongPassword);
    files.put(copy.path, asBytes("garbage"));
    EXPECT_EQ(Vault::restoreCopy(environment(), copy, path, password()).error().code, errors::kVaultDamaged);
    EXPECT_EQ(files.content(path), before);
}

TEST_F(VaultTest, OldTemporaryFilesAreTidiedAndYoungOnesLeft)
{
    Vault vault = makeVault();
    files.put("/home/wallets/home.vault.aaaa.new", asBytes("old"));
    files.setModified("/home/wallets/home.vault.aaaa.new", clock.now() - std::chrono::hours(2));
    files.put("/home/wallets/home.vault.bbbb.new", asBytes("being written elsewhere"));
    ASSERT_TRUE(vault.save(vault.info()));
    EXPECT_FALSE(files.exists("/home/wallets/home.vault.aaaa.new"));
    EXPECT_TRUE(files.exists("/home/wallets/home.vault.bbbb.new"));
}

TEST_F(VaultTest, ReadOnlyDiskIsSaidAndLosesNothing)
{
    Vault vault = makeVault();
    const Bytes before = files.content(path);
    files.setReadOnly(true);
    WalletInfo info = vault.info();
    info.name = "Renamed";
    EXPECT_EQ(vault.save(info).error().code, errors::kFileDenied);
    EXPECT_EQ(files.content(path), before);
    EXPECT_EQ(vault.info().name, "Home");
    files.setReadOnly(false);
    EXPECT_TRUE(vault.save(info));
}

// Two of three tests at the real cost; each takes about a second.
TEST(VaultRealCost, VaultAtTheFloorOpensAgain)
{
    test::FakeClock clock;
    SodiumRng rng;
    test::MemoryFileSystem files(&clock);
    const VaultEnvironment environment{
        .files = files, .rng = rng, .clock = clock, .world = World::Real, .floor = KdfFloor()};
    auto words = Mnemonic::generate(rng, 24);
    WalletInfo info{.id = newWalletId(rng),
                    .name = "Real",
                    .accounts = {},
                    .usesPassphrase = false,
                    .createdAt = clock.now(),
                    .backupVerifiedAt = std::nullopt};
    const Password password = *Password::create(asBytes("correct horse"));
    ASSERT_TRUE(Vault::create(environment, "/w.vault", password, {info, std::move(*words)}, KdfParams{}));
    EXPECT_TRUE(Vault::open(environment, "/w.vault", password));
}

TEST(VaultRealCost, KeyAtTheFloorIsTheOneArgon2idGives)
{
    // Computed with Python's PyNaCl 1.5 (nacl.bindings.crypto_pwhash_alg), 256 MiB, 3 passes.
    const Password password = *Password::create(asBytes("correct horse"));
    Salt salt{};
    for (std::size_t i = 0; i < salt.size(); ++i)
        salt[i] = static_cast<std::uint8_t>(i);
    EXPECT_EQ(toHex(deriveVaultKey(password, salt, KdfParams{})->span()),
              "eebe26b451a68d4c43a23f45a8df1386550eeacb028ed6209232f2875f938676");
}

} // namespace
} // namespace outpost::wallet
