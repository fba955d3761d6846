// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/wallet/Kdf.h"
#include "core/wallet/WalletContent.h"

namespace outpost::wallet {

/// The bytes of a vault file; docs/vault-format.md describes them for other readers. Pure; **Thread:** any.

inline constexpr std::size_t kNonceSize = 24;
using Nonce = std::array<std::uint8_t, kNonceSize>;

inline constexpr std::size_t kVaultHeaderSize = 104;
/// A file larger than this is not looked at.
inline constexpr std::uint64_t kMaxVaultSize = 1024 * 1024;

struct VaultHeader {
    World world = World::Real;
    KdfParams kdf;
    Salt salt{};
    Nonce nonce{};
};

/// Checks length, magic, checksum, version and algorithms, in this order, but not the world nor the cost.
/// errors::kVaultDamaged, kVaultTooNew.
Result<VaultHeader> parseVaultHeader(ByteSpan file);

/// Header and encrypted body. The key has 32 bytes; a nonce is used once.
Bytes sealVault(const VaultHeader& header, const SecureBytes& plain, const SecureBytes& key);

/// The body of a file whose header has been parsed. errors::kWrongPassword: the checksum over the file holds, so what
/// does not fit is the key (or somebody altered the file on purpose, which is refused just the same).
Result<SecureBytes> unsealVault(ByteSpan file, const VaultHeader& header, const SecureBytes& key);

} // namespace outpost::wallet
