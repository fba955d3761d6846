// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/wallet/Derivation.h"

namespace outpost::wallet {

/// Real money or the demo network. A file of one refuses to open in the other.
enum class World : std::uint8_t {
    Real,
    Demo,
};

/// What a wallet file says besides its secret. Copies freely; nothing in it can spend.
struct WalletInfo {
    WalletId id; ///< 16 hex digits, drawn at creation
    std::string name;
    std::vector<Account> accounts;
    bool usesPassphrase = false; ///< the words alone do not give the keys; the passphrase itself is never stored
    Time createdAt;
    std::optional<Time> backupVerifiedAt; ///< when the owner proved that the words are written down

    const Account* account(const Address& address) const; ///< null when there is none
    friend bool operator==(const WalletInfo&, const WalletInfo&) = default;
};

/// All that is inside a vault. Move-only.
struct WalletContent {
    WalletInfo info;
    Mnemonic words;
};

WalletId newWalletId(SecureRng& rng);

/// The limits that a vault keeps, and the wall between the worlds: demo accounts derive below the demo branch only,
/// real ones never. errors::kWalletContentInvalid; the detail names the field.
Result<void> checkWalletInfo(const WalletInfo& info, World world);

/// The body of a vault before encryption (docs/vault-format.md), padded so that its length tells nothing.
Result<SecureBytes> encodeContent(const WalletInfo& info, const Mnemonic& words, World world);
/// errors::kVaultDamaged, kVaultTooNew, kWalletContentInvalid.
Result<WalletContent> decodeContent(ByteSpan plain, World world);

} // namespace outpost::wallet
