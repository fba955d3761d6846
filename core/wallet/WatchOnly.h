// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/FileSystem.h"
#include "core/base/SecureRng.h"
#include "core/wallet/Signer.h"
#include "core/wallet/WalletContent.h"

namespace outpost::wallet {

struct WatchedAddress {
    NetworkId network;
    Address address;
    std::string label;
    friend bool operator==(const WatchedAddress&, const WatchedAddress&) = default;
};

/// A wallet that only looks: addresses in a small JSON file, no key and no password. Copies freely.
struct WatchOnlyWallet {
    WalletId id;
    std::string name;
    World world = World::Real;
    std::vector<WatchedAddress> addresses;
    Time createdAt;
    friend bool operator==(const WatchOnlyWallet&, const WatchOnlyWallet&) = default;
};

/// errors::kWalletContentInvalid (no name, no address, text that cannot be shown, more than 1000 addresses).
Result<std::string> encodeWatchOnly(const WatchOnlyWallet& wallet);
/// errors::kVaultDamaged, kVaultTooNew, kWalletContentInvalid, kVaultIsDemo, kVaultIsReal.
Result<WatchOnlyWallet> decodeWatchOnly(ByteSpan json, World expected);

/// Replaces the file in one step. Blocking.
Result<void> saveWatchOnly(FileSystem& files, const std::filesystem::path& path, const WatchOnlyWallet& wallet);
/// errors::kVaultMissing and those of decodeWatchOnly().
Result<WatchOnlyWallet> loadWatchOnly(FileSystem& files, const std::filesystem::path& path, World expected);

/// Stands for an address whose key is elsewhere: refuses with errors::kWatchOnly.
class WatchOnlySigner final : public Signer {
public:
    explicit WatchOnlySigner(Address address) : m_address(std::move(address)) {}
    const Address& address() const override { return m_address; }
    const Bytes& publicKey() const override { return m_publicKey; } ///< empty: not known
    SignerKind kind() const override { return SignerKind::WatchOnly; }
    Result<Signature64> sign(const ApprovedMessage& message) override;

private:
    Address m_address;
    Bytes m_publicKey;
};

} // namespace outpost::wallet
