// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/FileSystem.h"
#include "core/wallet/VaultFormat.h"

namespace outpost::wallet {

/// What a vault needs from outside. The references must outlive it.
struct VaultEnvironment {
    FileSystem& files;
    SecureRng& rng;
    const Clock& clock; ///< dates the copies
    World world = World::Real;
    KdfFloor floor;
};

/// One of the dated copies beside a vault.
struct VaultCopy {
    std::filesystem::path path;
    std::uint64_t number = 0; ///< grows with every save; the highest is the newest
    std::string savedAt;      ///< UTC, as 20261121T051122Z
    friend bool operator==(const VaultCopy&, const VaultCopy&) = default;
};

/// An opened wallet file: content in the clear and the key to save it again. Destroying it wipes both.
/// Each save is written to a temporary file, synced, read back and decrypted, kept as one of five dated copies in the
/// folder `backups` beside the file, and only then put in place; at every moment an openable file exists. No folder is
/// ever removed. **Thread:** any, one at a time; open, create and changePassword take a second, save a few
/// milliseconds, so call them off the GUI thread. File errors of FileSystem pass through.
class Vault {
public:
    static constexpr std::size_t kCopies = 5;

    /// errors::kVaultExists, kVaultParametersWeak, kVaultParametersTooCostly, kWalletContentInvalid, kOutOfMemory.
    static Result<Vault> create(const VaultEnvironment& environment, const std::filesystem::path& path,
                                const Password& password, WalletContent content, const KdfParams& params);
    /// errors::kVaultMissing, kVaultDamaged, kVaultTooNew, kVaultIsDemo, kVaultIsReal, kVaultParametersWeak,
    /// kVaultParametersTooCostly, kWrongPassword, kOutOfMemory.
    static Result<Vault> open(const VaultEnvironment& environment, const std::filesystem::path& path,
                              const Password& password);

    const std::filesystem::path& path() const { return m_path; }
    const WalletInfo& info() const { return m_content.info; }
    const Mnemonic& words() const { return m_content.words; }
    const KdfParams& kdf() const { return m_header.kdf; }

    /// errors::kVaultChangedOnDisk when another process saved meanwhile (open again), kWalletContentInvalid.
    Result<void> save(WalletInfo info);
    /// Whether this is the password it was opened with; as slow as open(). errors::kWrongPassword, kOutOfMemory.
    Result<void> confirm(const Password& password) const;
    /// errors::kWrongPassword (current), kVaultChangedOnDisk, the parameters' errors. Copies made before keep opening
    /// with the password of their time, until five later saves have replaced them.
    Result<void> changePassword(const Password& current, const Password& next, const KdfParams& params);

    /// Newest first. Reads names only.
    static Result<std::vector<VaultCopy>> copies(FileSystem& files, const std::filesystem::path& path);
    /// Puts a copy in the vault's place after opening it with the password; what was there is kept in `backups` under
    /// a name ending in ".replaced". Errors as open().
    static Result<void> restoreCopy(const VaultEnvironment& environment, const VaultCopy& copy,
                                    const std::filesystem::path& path, const Password& password);

private:
    Vault(const VaultEnvironment& environment, std::filesystem::path path, VaultHeader header, SecureBytes key,
          WalletContent content);
    Result<void> write(const WalletInfo& info, VaultHeader header, const SecureBytes& key, bool mustExist);

    VaultEnvironment m_environment;
    std::filesystem::path m_path;
    VaultHeader m_header;
    SecureBytes m_key;
    WalletContent m_content;
    std::array<std::uint8_t, 32> m_digest{}; ///< of the file as we last read or wrote it
};

} // namespace outpost::wallet
