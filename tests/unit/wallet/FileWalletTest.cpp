// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wallet/FileWallet.h"

#include "tests/unit/wallet/TestSigningGate.h"
#include "tests/unit/wallet/VaultFixture.h"

#include <sodium.h>

#include <thread>

namespace outpost::wallet {
namespace {

using outpost::services::SigningGate;

class FileWalletTest : public VaultFixture {
protected:
    std::unique_ptr<FileWallet> makeWallet()
    {
        auto wallet = FileWallet::create(environment(), path, password(), makeContent(), kCheap);
        EXPECT_TRUE(wallet) << wallet.error().code.name;
        return std::move(*wallet);
    }
    Address address() { return makeInfo().accounts.front().address(); }
    ApprovedMessage approved(Bytes message = {1, 2, 3})
    {
        return SigningGate::approve(address(), std::move(message), clock.monotonic());
    }
};

TEST_F(FileWalletTest, SignatureVerifiesWithTheAccountsKey)
{
    const auto wallet = makeWallet();
    const auto signer = wallet->signer(address());
    ASSERT_TRUE(signer);
    EXPECT_EQ((*signer)->kind(), SignerKind::File);
    EXPECT_EQ((*signer)->address(), address());
    const ApprovedMessage message = approved();
    const auto signature = (*signer)->sign(message);
    ASSERT_TRUE(signature);
    EXPECT_EQ(crypto_sign_verify_detached(signature->data(), message.message().data(), message.message().size(),
                                          (*signer)->publicKey().data()),
              0);
}

TEST_F(FileWalletTest, LockedWalletRefusesToSignAndUnlockedSignsAgain)
{
    const auto wallet = makeWallet();
    const auto signer = *wallet->signer(address());
    wallet->lock();
    EXPECT_FALSE(wallet->isUnlocked());
    EXPECT_EQ(signer->sign(approved()).error().code, errors::kLocked);
    ASSERT_TRUE(wallet->unlock(password()));
    EXPECT_TRUE(signer->sign(approved()));
}

TEST_F(FileWalletTest, SignerOutlivesItsWalletAndRefuses)
{
    auto wallet = makeWallet();
    const auto signer = *wallet->signer(address());
    wallet->lock();
    wallet.reset();
    EXPECT_EQ(signer->sign(approved()).error().code, errors::kLocked);
}

TEST_F(FileWalletTest, ApprovalForAnotherAddressIsRefused)
{
    const auto wallet = makeWallet();
    const auto signer = *wallet->signer(address());
    const auto message = SigningGate::approve(Address("somebody else"), {1}, clock.monotonic());
    EXPECT_EQ(signer->sign(message).error().code, errors::kApprovalMismatch);
}

TEST_F(FileWalletTest, OldApprovalIsRefused)
{
    const auto wallet = makeWallet();
    const auto signer = *wallet->signer(address());
    const ApprovedMessage message = approved();
    clock.advance(ApprovedMessage::kDefaultLifetime);
    EXPECT_TRUE(signer->sign(message));
    clock.advance(std::chrono::milliseconds(1));
    EXPECT_EQ(signer->sign(message).error().code, errors::kApprovalExpired);
}

TEST_F(FileWalletTest, ApprovalFromTheFutureIsRefused)
{
    const auto wallet = makeWallet();
    const auto signer = *wallet->signer(address());
    const auto message = SigningGate::approve(address(), {1}, clock.monotonic() + std::chrono::milliseconds(1));
    EXPECT_EQ(signer->sign(message).error().code, errors::kApprovalExpired);
}

TEST_F(FileWalletTest, ApprovedMessageIsMoveOnlyAndNamesItsDigest)
{
    static_assert(!std::is_copy_constructible_v<ApprovedMessage>);
    static_assert(!std::is_default_constructible_v<ApprovedMessage>);
    static_assert(!std::is_constructible_v<ApprovedMessage, Address, Bytes, std::vector<std::string>, std::string,
                                           std::chrono::milliseconds>);
    const ApprovedMessage message = approved({'a', 'b', 'c'});
    EXPECT_EQ(toHex(message.digest()), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST_F(FileWalletTest, InfoStaysReadableWhileLocked)
{
    const auto wallet = makeWallet();
    wallet->lock();
    ASSERT_TRUE(wallet->info());
    EXPECT_EQ(wallet->info()->name, "Home");
    FileWallet fresh(environment(), path);
    EXPECT_FALSE(fresh.info());
    EXPECT_EQ(fresh.signer(address()).error().code, errors::kNoSuchAccount);
}

TEST_F(FileWalletTest, LockedWalletAnswersNothingSecret)
{
    const auto wallet = makeWallet();
    ASSERT_TRUE(wallet->words());
    wallet->lock();
    EXPECT_EQ(wallet->words().error().code, errors::kLocked);
    EXPECT_EQ(wallet->rename("x").error().code, errors::kLocked);
    EXPECT_EQ(wallet->confirmPassword(password()).error().code, errors::kLocked);
    EXPECT_EQ(wallet->changePassword(password(), password("n"), kCheap).error().code, errors::kLocked);
}

TEST_F(FileWalletTest, RenamingLabellingAndBackupDateAreSaved)
{
    const auto wallet = makeWallet();
    ASSERT_TRUE(wallet->rename("Cabin"));
    ASSERT_TRUE(wallet->labelAccount(address(), "savings"));
    ASSERT_TRUE(wallet->recordBackupVerified(clock.now()));
    EXPECT_EQ(wallet->labelAccount(Address("none"), "x").error().code, errors::kNoSuchAccount);
    FileWallet again(environment(), path);
    ASSERT_TRUE(again.unlock(password()));
    EXPECT_EQ(again.info()->name, "Cabin");
    EXPECT_EQ(again.info()->accounts.front().label, "savings");
    EXPECT_EQ(again.info()->backupVerifiedAt, clock.now());
}

TEST_F(FileWalletTest, AddedAccountSignsAtOnceAndAfterReopening)
{
    const auto wallet = makeWallet();
    ASSERT_TRUE(wallet->addAccount(scheme("m/44'/501'/1'/0'"), "second"));
    ASSERT_TRUE(wallet->addAccount(scheme("m/44'/501'/1'/0'"), "second")) << "again changes nothing";
    ASSERT_EQ(wallet->info()->accounts.size(), 2u);
    const Address second = wallet->info()->accounts[1].address();
    const auto message = [&] { return SigningGate::approve(second, {9}, clock.monotonic()); };
    EXPECT_TRUE((*wallet->signer(second))->sign(message()));
    FileWallet again(environment(), path);
    ASSERT_TRUE(again.unlock(password()));
    EXPECT_TRUE((*again.signer(second))->sign(message()));
}

TEST_F(FileWalletTest, AccountOfTheOtherWorldIsNotAdded)
{
    const auto wallet = makeWallet();
    DerivationScheme demo = scheme();
    demo.path = demo.path.inDemoBranch();
    EXPECT_EQ(wallet->addAccount(demo, "").error().code, errors::kWalletContentInvalid);
}

TEST_F(FileWalletTest, PassphraseIsAskedForAndChecked)
{
    WalletContent content = makeContent();
    const DerivationScheme one = scheme();
    content.info.usesPassphrase = true;
    content.info.accounts = *scanCandidates(content.words, asBytes("extra"), std::span(&one, 1));
    auto wallet = FileWallet::create(environment(), path, password(), std::move(content), kCheap, asBytes("extra"));
    ASSERT_TRUE(wallet);
    (*wallet)->lock();
    EXPECT_EQ((*wallet)->unlock(password()).error().code, errors::kWrongPassphrase);
    EXPECT_EQ((*wallet)->unlock(password(), asBytes("wrong")).error().code, errors::kWrongPassphrase);
    EXPECT_FALSE((*wallet)->isUnlocked());
    EXPECT_TRUE((*wallet)->unlock(password(), asBytes("extra")));
    EXPECT_EQ((*wallet)->addAccount(scheme("m/44'/501'/1'/0'"), "", asBytes("wrong")).error().code,
              errors::kWrongPassphrase);
    EXPECT_EQ((*wallet)->info()->accounts.size(), 1u);
}

TEST_F(FileWalletTest, RecordedKeyThatTheWordsDoNotGiveMakesNoWallet)
{
    WalletContent content = makeContent();
    content.info.accounts.front().publicKey[0] ^= 1;
    const auto wallet = FileWallet::create(environment(), path, password(), std::move(content), kCheap);
    ASSERT_FALSE(wallet);
    EXPECT_EQ(wallet.error().code, errors::kWalletContentInvalid);
    EXPECT_FALSE(files.exists(path));
}

TEST_F(FileWalletTest, FiveWrongPasswordsMakeTheSixthWait)
{
    const auto wallet = makeWallet();
    wallet->lock();
    for (int i = 0; i < 5; ++i)
        EXPECT_EQ(wallet->unlock(password("guess")).error().code, errors::kWrongPassword) << i;
    const auto waiting = wallet->unlock(password());
    ASSERT_FALSE(waiting);
    EXPECT_EQ(waiting.error().code, errors::kTooManyTries);
    EXPECT_EQ(waiting.error().retryAfter, std::chrono::seconds(30));
    clock.advance(std::chrono::seconds(30));
    EXPECT_TRUE(wallet->unlock(password()));
}

TEST_F(FileWalletTest, WrongPasswordWhileUnlockedLeavesItUnlocked)
{
    const auto wallet = makeWallet();
    EXPECT_EQ(wallet->unlock(password("guess")).error().code, errors::kWrongPassword);
    EXPECT_TRUE(wallet->isUnlocked());
    EXPECT_TRUE(wallet->words());
    EXPECT_EQ(wallet->confirmPassword(password("guess")).error().code, errors::kWrongPassword);
    EXPECT_TRUE(wallet->confirmPassword(password()));
}

TEST_F(FileWalletTest, LockDuringSlowWorkWinsInTheEnd)
{
    const auto wallet = makeWallet();
    std::thread worker([&] {
        for (int i = 0; i < 40; ++i) {
            std::ignore = wallet->unlock(password());
            std::ignore = wallet->rename("Name " + std::to_string(i));
        }
    });
    std::thread signing([&] {
        const auto signer = *wallet->signer(address());
        for (int i = 0; i < 500; ++i)
            std::ignore = signer->sign(approved());
    });
    for (int i = 0; i < 500; ++i)
        wallet->lock();
    worker.join();
    signing.join();
    wallet->lock();
    EXPECT_FALSE(wallet->isUnlocked());
    EXPECT_EQ(wallet->words().error().code, errors::kLocked);
    EXPECT_TRUE(wallet->unlock(password()));
}

} // namespace
} // namespace outpost::wallet
