// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/wallet/Keyring.h"
#include "core/wallet/TryLimiter.h"
#include "core/wallet/Vault.h"

#include <functional>

namespace outpost::wallet {

/// One wallet file through its day: locked, unlocked, locked again. While locked nothing secret is in memory, and
/// info() keeps what was public, so that read-only views go on. **Thread:** any; isUnlocked(), lock() and info() never
/// wait for the slow calls (unlock, create, changePassword: a second or more; the rest: some milliseconds).
class FileWallet {
public:
    /// The environment's references must outlive the wallet and its signers.
    FileWallet(const VaultEnvironment& environment, std::filesystem::path path);

    /// A new file, unlocked. Errors of Vault::create() and Keyring::unlock().
    static Result<std::unique_ptr<FileWallet>> create(const VaultEnvironment& environment,
                                                      const std::filesystem::path& path, const Password& password,
                                                      WalletContent content, const KdfParams& params,
                                                      ByteSpan passphrase = {});

    const std::filesystem::path& path() const { return m_path; }
    bool isUnlocked() const { return m_keyring->isUnlocked(); }
    /// Nothing before the first unlock in this process.
    std::optional<WalletInfo> info() const;

    /// errors::kTooManyTries, kWrongPassword, kWrongPassphrase, those of Vault::open(), kLocked (locked meanwhile).
    Result<void> unlock(const Password& password, ByteSpan passphrase = {});
    /// Wipes the keys before it returns. What a slow call still holds is wiped when that call ends.
    void lock();

    // errors::kLocked, and those of Vault::save().
    Result<void> rename(std::string name);
    Result<void> labelAccount(const Address& address, std::string label); ///< also errors::kNoSuchAccount
    /// Derives and saves; an account that is there already stays as it is. Also the errors of derivePrivateKey(), and
    /// kWrongPassphrase.
    Result<void> addAccount(const DerivationScheme& scheme, std::string label, ByteSpan passphrase = {});
    /// These accounts and no others, in this order; labels of those that stay are kept. Nothing is lost by leaving one
    /// out: the words give it again. Also the errors of scanCandidates(), kDerivationImpossible (none is left), and
    /// kWrongPassphrase.
    Result<void> keepAccounts(std::span<const DerivationScheme> schemes, ByteSpan passphrase = {});
    Result<void> recordBackupVerified(Time when);
    Result<void> changePassword(const Password& current, const Password& next, const KdfParams& params);
    /// The words, to show them or to check a backup. errors::kLocked.
    Result<Mnemonic> words();
    /// Compares with the recorded key, for asking again before something grave. errors::kLocked, kTooManyTries,
    /// kWrongPassword.
    Result<void> confirmPassword(const Password& password);

    /// Works while unlocked and answers errors::kLocked otherwise. errors::kNoSuchAccount: no Ed25519 account with this
    /// address, or not unlocked yet in this process.
    Result<std::shared_ptr<Signer>> signer(const Address& address) const;

private:
    class Work;
    Result<void> changeInfo(const Work& work, const std::function<Result<void>(WalletInfo&)>& change);
    Result<void> tryPassword(const std::function<Result<void>()>& attempt);
    Result<void> openKeys(std::unique_ptr<Vault> vault, ByteSpan passphrase);
    void publishInfo();

    VaultEnvironment m_environment;
    std::filesystem::path m_path;
    std::shared_ptr<Keyring> m_keyring; ///< shared with signers, which may outlive this
    mutable std::mutex m_work;          ///< held through the slow calls
    std::unique_ptr<Vault> m_vault;     ///< guarded by m_work; empty while locked
    TryLimiter m_tries;                 ///< guarded by m_work
    mutable std::mutex m_infoMutex;
    std::optional<WalletInfo> m_info; ///< guarded by m_infoMutex
    std::atomic<bool> m_lockWanted = true;
};

} // namespace outpost::wallet
