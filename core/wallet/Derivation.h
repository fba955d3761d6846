// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/Ids.h"
#include "core/wallet/DerivationPath.h"
#include "core/wallet/Mnemonic.h"

#include <span>

namespace outpost::wallet {

/// Persisted: never renumber.
enum class Curve : std::uint8_t {
    Ed25519 = 1,
    Secp256k1 = 2,
};

/// How words become a key. Persisted: never renumber.
enum class SchemeKind : std::uint8_t {
    /// The BIP-39 seed and a path: SLIP-0010 for Ed25519 (hardened steps only), BIP-32 for secp256k1.
    Path = 1,
    /// The entropy itself is the Ed25519 seed: 32 bytes as they are, 16 bytes twice in a row. No passphrase, no path.
    RawEntropySeed = 2,
};

/// One way to derive a key, as data: a network brings its list. `id` is the network's name for it and is persisted.
struct DerivationScheme {
    std::string id;
    SchemeKind kind = SchemeKind::Path;
    Curve curve = Curve::Ed25519;
    DerivationPath path;

    friend bool operator==(const DerivationScheme&, const DerivationScheme&) = default;
};

/// A key's public half and how to get at it again.
struct Account {
    DerivationScheme scheme;
    Bytes publicKey; ///< 32 bytes for Ed25519, 33 (compressed) for secp256k1
    std::string label;

    /// How the vault names the key, the same for every network: base58 of the public key. It is the address itself
    /// where a chain spells addresses so; a network with another spelling converts.
    Address address() const;
    friend bool operator==(const Account&, const Account&) = default;
};

/// The 32-byte private key (an Ed25519 seed, or a secp256k1 scalar). errors::kDerivationImpossible (a step that is not
/// hardened with Ed25519, entropy of another length, an invalid scalar), kPasswordNotText (passphrase).
Result<SecureBytes> derivePrivateKey(const Mnemonic& words, ByteSpan passphrase, const DerivationScheme& scheme);
/// The same from the 64-byte BIP-39 seed, for SchemeKind::Path.
Result<SecureBytes> derivePathKey(const SecureBytes& seed, Curve curve, const DerivationPath& path);
Result<Bytes> publicKeyOf(Curve curve, const SecureBytes& privateKey);

/// The accounts that the words give under each scheme, in the order of the list; schemes that these words cannot have
/// (raw entropy of another length) are left out. Some milliseconds; keys are wiped before it returns.
Result<std::vector<Account>> scanCandidates(const Mnemonic& words, ByteSpan passphrase,
                                            std::span<const DerivationScheme> schemes);

} // namespace outpost::wallet
