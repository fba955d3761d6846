// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wallet/Keyring.h"

#include <sodium.h>

#include <algorithm>

namespace outpost::wallet {

namespace {

constexpr std::size_t kSeed = crypto_sign_SEEDBYTES;
constexpr std::size_t kEntry = crypto_sign_SECRETKEYBYTES;
static_assert(kEntry == kSeed + crypto_sign_PUBLICKEYBYTES);

} // namespace

Result<void> Keyring::unlock(const WalletInfo& info, const Mnemonic& words, ByteSpan passphrase)
{
    std::vector<const Account*> accounts;
    for (const Account& account : info.accounts) {
        if (account.scheme.curve == Curve::Ed25519)
            accounts.push_back(&account);
    }
    OUTPOST_TRY(const SecureBytes seed, words.seed(passphrase));
    SecureBytes keys(accounts.size() * kEntry);
    for (std::size_t i = 0; i < accounts.size(); ++i) {
        const DerivationScheme& scheme = accounts[i]->scheme;
        OUTPOST_TRY(const SecureBytes key, scheme.kind == SchemeKind::RawEntropySeed
                                               ? derivePrivateKey(words, passphrase, scheme)
                                               : derivePathKey(seed, scheme.curve, scheme.path));
        Bytes publicKey(crypto_sign_PUBLICKEYBYTES);
        crypto_sign_seed_keypair(publicKey.data(), keys.data() + i * kEntry, key.data());
        if (publicKey != accounts[i]->publicKey)
            return fail(info.usesPassphrase ? errors::kWrongPassphrase : errors::kWalletContentInvalid,
                        "derived key differs from the recorded one");
    }
    const std::scoped_lock lock(m_mutex);
    m_keys = std::move(keys);
    m_unlocked = true;
    return {};
}

void Keyring::lock()
{
    const std::scoped_lock lock(m_mutex);
    m_unlocked = false;
    m_keys.wipe();
}

Result<Signature64> Keyring::sign(ByteSpan publicKey, ByteSpan message) const
{
    const std::scoped_lock lock(m_mutex);
    if (!m_unlocked)
        return fail(errors::kLocked, "wallet is locked");
    for (std::size_t at = 0; at < m_keys.size(); at += kEntry) {
        const ByteSpan entry = m_keys.span().subspan(at, kEntry);
        const ByteSpan entryPublic = entry.subspan(kSeed);
        if (!std::equal(publicKey.begin(), publicKey.end(), entryPublic.begin(), entryPublic.end()))
            continue;
        Signature64 signature{};
        crypto_sign_detached(signature.data(), nullptr, message.data(), message.size(), entry.data());
        return signature;
    }
    return fail(errors::kNoSuchAccount, "no key for this account");
}

FileSigner::FileSigner(std::shared_ptr<const Keyring> keyring, const Clock& clock, Bytes publicKey, Address address)
    : m_keyring(std::move(keyring)), m_clock(clock), m_publicKey(std::move(publicKey)), m_address(std::move(address))
{}

Result<Signature64> FileSigner::sign(const ApprovedMessage& message)
{
    if (message.signer() != m_address)
        return fail(errors::kApprovalMismatch, "approved for another address");
    if (sha256(message.message()) != message.digest())
        return fail(errors::kApprovalMismatch, "bytes changed after approval");
    if (message.isExpired(m_clock.monotonic()))
        return fail(errors::kApprovalExpired, "approved too long ago");
    return m_keyring->sign(m_publicKey, message.message());
}

} // namespace outpost::wallet
