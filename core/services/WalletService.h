// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/Async.h"
#include "core/store/Records.h"
#include "core/wallet/BackupCheck.h"
#include "core/wallet/FileWallet.h"
#include "core/wallet/LockPolicy.h"
#include "core/wallet/PasswordStrength.h"
#include "core/wallet/WatchOnly.h"

#include <QObject>
#include <QTimer>

namespace outpost::services {

/// A wallet as lists show it; what is public only. Known also while it is locked, from the last time it was open.
struct WalletEntry {
    WalletId id;
    std::string name;
    std::vector<Address> addresses; ///< the first is the one that pays and receives
    bool watchOnly = false;
    bool unlocked = false;
    std::optional<Time> backupVerifiedAt;
    std::optional<Time> createdAt;
};

/// One derivation of existing words.
struct FoundAccount {
    wallet::DerivationScheme scheme;
    Address address;
    Bytes publicKey;
};

/// The wallets of this home: files `wallets/<id>.vault` and `wallets/<id>.watch`. Slow work runs on the pool; state and
/// signals belong to the GUI thread. Secrets pass through as wallet types and stay nowhere here.
/// **Thread:** GUI. Errors: wallet.*, services.noWallet.
class WalletService final : public QObject {
    Q_OBJECT
public:
    struct Ports {
        FileSystem& files;
        SecureRng& rng;
        const Clock& clock;
        store::Settings& settings;
    };
    WalletService(Ports ports, std::filesystem::path directory, wallet::World world, wallet::KdfFloor floor,
                  std::vector<wallet::DerivationScheme> schemes);
    ~WalletService() override;

    /// Reads what is there; call once before anything else. What can be read is there afterwards, also when the answer
    /// is an error.
    Future<void> load();

    const std::vector<WalletEntry>& wallets() const { return m_entries; }
    /// Files of wallets that could not be read and are left out; they stay where they are. args: the path.
    const std::vector<Error>& unreadable() const { return m_unreadable; }
    /// The wallet that screens and commands are about; null when there is none.
    const WalletEntry* current() const;
    Result<void> setCurrent(const WalletId& id);
    /// As setCurrent, until the program ends: the next run is about the one that was current before.
    Result<void> useForThisRun(const WalletId& id);
    /// The paying and receiving account of the current wallet.
    Result<Address> currentAddress() const;

    Future<WalletId> create(std::string name, std::shared_ptr<wallet::Password> password, int wordCount);
    /// What the words give under every scheme that owners are known to have used.
    Result<std::vector<FoundAccount>> scan(const wallet::Mnemonic& words) const;
    /// The same for an unlocked wallet, and what it has besides. errors::kLocked, kNoWallet, kWatchOnly.
    Result<std::vector<FoundAccount>> candidates(const WalletId& id);
    /// Refused on the demo network. The first scheme's address pays and receives; none: the standard one.
    Future<WalletId> import(std::string name, std::shared_ptr<wallet::Password> password,
                            std::shared_ptr<wallet::Mnemonic> words, std::vector<wallet::DerivationScheme> schemes);
    /// The addresses of an unlocked wallet: these and no others, the first pays and receives.
    Future<void> keepAddresses(WalletId id, std::vector<wallet::DerivationScheme> schemes);
    Future<WalletId> watch(std::string name, std::vector<wallet::WatchedAddress> addresses);

    Future<void> unlock(WalletId id, std::shared_ptr<wallet::Password> password);
    /// Whether a wallet that does not open has a copy that may: its file is not what was last saved.
    bool hasOtherCopy(const WalletId& id) const;
    /// Puts the newest copy that the password opens in the place of the wallet's file, which is kept beside, and
    /// unlocks it. Without such a copy the error of the newest one; errors::kVaultDamaged when there is none.
    Future<wallet::VaultCopy> restoreFromCopy(WalletId id, std::shared_ptr<wallet::Password> password);
    void lock(wallet::LockReason reason = wallet::LockReason::Asked);
    Future<void> rename(WalletId id, std::string name);
    Future<void> changePassword(WalletId id, std::shared_ptr<wallet::Password> from,
                                std::shared_ptr<wallet::Password> to);

    /// The words of an unlocked wallet, to show them once. The caller keeps them as short as it can.
    Result<wallet::Mnemonic> words(const WalletId& id);
    /// Positions to ask for, drawn anew by each call.
    wallet::BackupCheck newBackupCheck(int wordCount);
    Future<void> confirmBackup(WalletId id);
    /// errors::kBackupNotVerified until the current wallet's words were checked; watch-only wallets pass.
    Result<void> requireVerifiedBackup() const;

    /// The one that can sign now, whatever else is known of the address. errors::kWalletLocked where a locked wallet
    /// has the key, or may have it: a wallet whose records were lost tells its addresses only when it is opened.
    /// errors::kNoWallet.
    Result<std::shared_ptr<wallet::Signer>> signerFor(const Address& address) const;

    // The lock. Idle time counts while a wallet is unlocked.
    void activity();
    void setIdleLimit(std::chrono::milliseconds idle);
    std::optional<std::chrono::milliseconds> timeToLock() const;
    bool isUnlocked() const;

Q_SIGNALS:
    void changed();
    void locked(outpost::wallet::LockReason reason);

private:
    struct Opened {
        WalletEntry entry;
        std::shared_ptr<wallet::FileWallet> file; ///< shared with work on the pool; null for watch-only
        std::optional<wallet::WatchOnlyWallet> watched;
    };
    Opened* find(const WalletId& id);
    void adopt(Opened opened);
    void publish();
    void remember(const WalletEntry& entry);
    void rememberCurrent();
    std::filesystem::path vaultPath(const WalletId& id) const;
    wallet::VaultEnvironment environment() const;
    Future<WalletId> createFrom(std::string name, std::shared_ptr<wallet::Password> password,
                                std::shared_ptr<wallet::Mnemonic> words, std::vector<wallet::DerivationScheme> schemes,
                                bool verified);
    void refresh(Opened& opened);
    Task<void> loadAll();

    Ports m_ports;
    std::filesystem::path m_directory;
    wallet::World m_world;
    wallet::KdfFloor m_floor;
    std::vector<wallet::DerivationScheme> m_schemes;
    std::vector<Opened> m_opened;
    std::vector<WalletEntry> m_entries;
    std::vector<Error> m_unreadable;
    WalletId m_current;
    wallet::LockPolicy m_lock;
    QTimer m_tick;
};

} // namespace outpost::services
