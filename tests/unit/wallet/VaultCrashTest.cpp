// SPDX-License-Identifier: GPL-3.0-or-later
// At every call that the vault makes to the disk: a refusal, a full disk, a killed process, a power loss. An openable
// wallet must remain every time, with the old content or the new, and the words must be the same.
#include "tests/unit/wallet/VaultFixture.h"

#include <functional>

namespace outpost::wallet {
namespace {

using test::FileFault;
using test::Survival;

struct Act {
    const char* name;
    std::function<Result<void>(Vault&)> run;
};

class VaultCrash : public VaultFixture {
protected:
    static Result<void> save(Vault& vault)
    {
        WalletInfo info = vault.info();
        info.name = "New";
        return vault.save(info);
    }
    static Result<void> changePassword(Vault& vault)
    {
        return vault.changePassword(password(), password("battery staple"), kCheap);
    }

    /// A fresh disk with a vault that has been saved a few times, so that copies rotate in the act.
    std::optional<Vault> freshVault()
    {
        files.restart(Survival::OnlySynced);
        for (const auto& file : files.all())
            std::ignore = files.removeFile(file);
        std::ignore = files.syncDirectory("/home/wallets");
        std::ignore = files.syncDirectory("/home/wallets/backups");
        Vault vault = makeVault();
        for (int i = 0; i < 5; ++i)
            EXPECT_TRUE(vault.save(vault.info()));
        return std::optional<Vault>(std::move(vault));
    }

    /// The name inside the vault, whichever password opens it; empty when none does.
    std::string nameInVault()
    {
        for (const std::string_view text : {"correct horse", "battery staple"}) {
            auto vault = Vault::open(environment(), path, password(text));
            if (vault && vault->words().entropy().equals(words().entropy().span()))
                return vault->info().name;
        }
        return {};
    }

    void expectSafeAtEveryCall(const Act& act, FileFault fault, Survival survival)
    {
        int reached = 0;
        for (int call = 1;; ++call) {
            auto vault = freshVault();
            files.faultAt(call, fault);
            const Result<void> result = act.run(*vault);
            const int calls = files.calls();
            const bool isHit = calls >= call;
            const std::string where = std::string(act.name) + ", call " + std::to_string(call) +
                                      (files.log().empty() ? "" : ": " + files.log().back());
            files.faultAt(0, FileFault::Fail);
            if (files.hasCrashed())
                files.restart(survival, static_cast<unsigned>(call));
            ASSERT_NE(nameInVault(), "") << where;
            if (!isHit) {
                EXPECT_TRUE(result) << where;
                break;
            }
            ++reached;
            // Whatever happened, the next session opens and saves.
            const bool isNew = Vault::open(environment(), path, password("battery staple")).has_value();
            auto next = Vault::open(environment(), path, password(isNew ? "battery staple" : "correct horse"));
            ASSERT_TRUE(next) << where;
            ASSERT_TRUE(next->save(next->info())) << where;
        }
        EXPECT_GT(reached, 8) << "the act made too few calls to prove anything";
    }
};

TEST_F(VaultCrash, SaveSurvivesARefusalAtEveryCall)
{
    expectSafeAtEveryCall({"save", save}, FileFault::Fail, Survival::Everything);
    expectSafeAtEveryCall({"save", save}, FileFault::Denied, Survival::Everything);
}

TEST_F(VaultCrash, SaveSurvivesAFullDiskAtEveryCall)
{
    expectSafeAtEveryCall({"save", save}, FileFault::DiskFull, Survival::Everything);
}

TEST_F(VaultCrash, SaveSurvivesAKillAtEveryCall)
{
    for (const FileFault fault : {FileFault::CrashBefore, FileFault::CrashMiddle, FileFault::CrashAfter})
        expectSafeAtEveryCall({"save", save}, fault, Survival::Everything);
}

TEST_F(VaultCrash, SaveSurvivesAPowerLossAtEveryCall)
{
    for (const FileFault fault : {FileFault::CrashBefore, FileFault::CrashMiddle, FileFault::CrashAfter}) {
        expectSafeAtEveryCall({"save", save}, fault, Survival::OnlySynced);
        expectSafeAtEveryCall({"save", save}, fault, Survival::Some);
    }
}

TEST_F(VaultCrash, PasswordChangeSurvivesEverythingAtEveryCall)
{
    const Act act{"changePassword", changePassword};
    for (const FileFault fault : {FileFault::Fail, FileFault::DiskFull})
        expectSafeAtEveryCall(act, fault, Survival::Everything);
    for (const FileFault fault : {FileFault::CrashBefore, FileFault::CrashMiddle, FileFault::CrashAfter}) {
        for (const Survival survival : {Survival::Everything, Survival::OnlySynced, Survival::Some})
            expectSafeAtEveryCall(act, fault, survival);
    }
}

TEST_F(VaultCrash, FailedSaveIsNotTakenForDone)
{
    auto vault = freshVault();
    files.faultAt(2, FileFault::DiskFull); // writing the temporary file
    const auto result = save(*vault);
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, errors::kDiskFull);
    EXPECT_EQ(vault->info().name, "Home");
    EXPECT_TRUE(save(*vault)) << "and can be tried again";
    EXPECT_EQ(nameInVault(), "New");
}

TEST_F(VaultCrash, FailedSaveLeavesNoTemporaryFile)
{
    for (int call = 1; call < 12; ++call) {
        auto vault = freshVault();
        files.faultAt(call, FileFault::DiskFull);
        std::ignore = save(*vault);
        files.faultAt(0, FileFault::Fail);
        for (const auto& file : files.all())
            EXPECT_NE(file.extension(), ".new") << call;
    }
}

TEST_F(VaultCrash, CreationInterruptedAnywhereCanBeDoneAgain)
{
    for (const FileFault fault : {FileFault::CrashBefore, FileFault::CrashMiddle, FileFault::CrashAfter}) {
        for (int call = 1; call < 20; ++call) {
            path = std::format("/home/new{}/{}/a.vault", static_cast<int>(fault), call);
            files.faultAt(call, fault);
            std::ignore = Vault::create(environment(), path, password(), makeContent(), kCheap);
            files.faultAt(0, FileFault::Fail);
            if (files.hasCrashed())
                files.restart(Survival::Some, static_cast<unsigned>(call));
            const std::string code = openCode(path);
            if (code.empty())
                continue;
            ASSERT_EQ(code, "wallet.vaultMissing") << call;
            ASSERT_TRUE(Vault::create(environment(), path, password(), makeContent(), kCheap)) << call;
        }
    }
}

TEST_F(VaultCrash, RestoringACopySurvivesACrashAtEveryCall)
{
    for (int call = 1; call < 16; ++call) {
        freshVault();
        files.put(path, asBytes("garbage"));
        const auto copies = Vault::copies(files, path);
        files.faultAt(call, FileFault::CrashMiddle);
        std::ignore = Vault::restoreCopy(environment(), copies->front(), path, password());
        files.faultAt(0, FileFault::Fail);
        if (files.hasCrashed())
            files.restart(Survival::OnlySynced);
        const auto left = Vault::copies(files, path);
        ASSERT_TRUE(left);
        ASSERT_FALSE(left->empty());
        ASSERT_EQ(openCode(left->front().path), "") << call;
        ASSERT_TRUE(openCode(path).empty() || Vault::restoreCopy(environment(), left->front(), path, password()))
            << call;
    }
}

} // namespace
} // namespace outpost::wallet
