// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/wallet/ApprovedMessage.h"
#include "core/wallet/WalletErrors.h"

namespace outpost::wallet {

/// An Ed25519 signature (RFC 8032).
using Signature64 = std::array<std::uint8_t, 64>;

/// Persisted: never renumber.
enum class SignerKind {
    File = 1,      ///< the key is in a vault on this computer
    WatchOnly = 2, ///< no key here; always refuses
    Hardware = 3,  ///< the key is in a device
};

/// Something that can be asked to sign for one address. Blocking and possibly slow (a device asks its owner):
/// services::SigningService wraps it with a future and cancellation. **Thread:** any, one call at a time.
class Signer {
public:
    virtual ~Signer() = default;
    virtual const Address& address() const = 0;
    /// 32 bytes for Ed25519.
    virtual const Bytes& publicKey() const = 0;
    virtual SignerKind kind() const = 0;
    /// errors::kLocked, kWatchOnly, kApprovalExpired, kApprovalMismatch (other address, or the bytes are not
    /// those that were approved).
    virtual Result<Signature64> sign(const ApprovedMessage& message) = 0;
};

} // namespace outpost::wallet
