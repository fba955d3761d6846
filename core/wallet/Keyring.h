// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/wallet/Signer.h"
#include "core/wallet/WalletContent.h"

#include <atomic>
#include <memory>
#include <mutex>

namespace outpost::wallet {

/// The private keys of one wallet while it is unlocked, all in one piece of secure memory. Only a FileSigner can use
/// them, and only for an ApprovedMessage. **Thread:** any.
class Keyring {
public:
    /// Derives the keys of the wallet's Ed25519 accounts and compares their public halves with the recorded ones.
    /// errors::kWrongPassphrase, kWalletContentInvalid (they differ although no passphrase is in play). A few
    /// milliseconds.
    Result<void> unlock(const WalletInfo& info, const Mnemonic& words, ByteSpan passphrase);
    /// Wipes the keys at once.
    void lock();
    bool isUnlocked() const { return m_unlocked; }

private:
    friend class FileSigner;
    /// errors::kLocked, kNoSuchAccount.
    Result<Signature64> sign(ByteSpan publicKey, ByteSpan message) const;

    mutable std::mutex m_mutex;
    SecureBytes m_keys; ///< 64 bytes an account: Ed25519 seed and public key
    std::atomic<bool> m_unlocked = false;
};

/// Signs with a key of a vault. After its wallet is locked it answers errors::kLocked; it works again after unlock.
class FileSigner final : public Signer {
public:
    /// The keyring is shared because signatures in flight outlive a wallet that is closed.
    FileSigner(std::shared_ptr<const Keyring> keyring, const Clock& clock, Bytes publicKey, Address address);
    const Address& address() const override { return m_address; }
    const Bytes& publicKey() const override { return m_publicKey; }
    SignerKind kind() const override { return SignerKind::File; }
    Result<Signature64> sign(const ApprovedMessage& message) override;

private:
    std::shared_ptr<const Keyring> m_keyring;
    const Clock& m_clock;
    Bytes m_publicKey;
    Address m_address;
};

} // namespace outpost::wallet
