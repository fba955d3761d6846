// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/SecureRng.h"
#include "core/wallet/Kdf.h"
#include "core/wallet/WalletContent.h"

namespace outpost::services {

/// The encrypted file of `data export`; docs/data-file.md describes its bytes for other readers. Key derivation as for
/// a vault, the content in chunks of libsodium's secretstream. Pure; **Thread:** any, but not the GUI's: the key takes
/// a second.

/// A file larger than this is not looked at.
inline constexpr std::uint64_t kMaxDataFile = (std::uint64_t{1} << 30) + (1u << 20);

/// errors::kOutOfMemory, the parameters' errors of wallet/Kdf.h.
Result<Bytes> sealData(ByteSpan content, wallet::World world, const wallet::Password& password,
                       const wallet::KdfParams& params, SecureRng& rng);

/// errors::kDataDamaged (a byte changed, an end missing, another kind of file), kDataTooNew, kDataIsDemo, kDataIsReal,
/// kDataWrongPassword, kOutOfMemory, kVaultParametersWeak, kVaultParametersTooCostly; in this order.
Result<Bytes> unsealData(ByteSpan file, wallet::World world, const wallet::Password& password,
                         const wallet::KdfFloor& floor);

} // namespace outpost::services
