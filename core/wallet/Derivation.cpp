// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wallet/Derivation.h"

#include "core/base/Encoding.h"

#include <secp256k1.h>
#include <sodium.h>

#include <algorithm>
#include <array>
#include <cstring>

namespace outpost::wallet {

namespace {

constexpr std::size_t kKeySize = 32;

/// Key and chain code side by side, as HMAC-SHA512 puts them out.
SecureBytes hmacSha512(ByteSpan key, std::initializer_list<ByteSpan> parts)
{
    SecureBytes out(crypto_auth_hmacsha512_BYTES);
    SecureBytes stateMemory(sizeof(crypto_auth_hmacsha512_state) + alignof(crypto_auth_hmacsha512_state));
    void* at = stateMemory.data();
    std::size_t space = stateMemory.size();
    std::align(alignof(crypto_auth_hmacsha512_state), sizeof(crypto_auth_hmacsha512_state), at, space);
    auto* state = static_cast<crypto_auth_hmacsha512_state*>(at);
    crypto_auth_hmacsha512_init(state, key.data(), key.size());
    for (const ByteSpan part : parts)
        crypto_auth_hmacsha512_update(state, part.data(), part.size());
    crypto_auth_hmacsha512_final(state, out.data());
    return out;
}

const secp256k1_context* secpContext()
{
    // Shared by all threads: the library allows concurrent use of a context that is not changed.
    static const secp256k1_context* const context = [] {
        secp256k1_context* made = secp256k1_context_create(SECP256K1_CONTEXT_NONE);
        std::array<std::uint8_t, 32> blind{};
        // gate: allow second-rng - blinds the library against timing; no key or nonce comes of it
        randombytes_buf(blind.data(), blind.size());
        std::ignore = secp256k1_context_randomize(made, blind.data());
        return made;
    }();
    return context;
}

std::unexpected<Error> impossible(std::string detail)
{
    return fail(errors::kDerivationImpossible, std::move(detail));
}

Result<Bytes> secpPublicKey(ByteSpan privateKey)
{
    secp256k1_pubkey point;
    if (secp256k1_ec_pubkey_create(secpContext(), &point, privateKey.data()) != 1)
        return impossible("not a valid secp256k1 key");
    Bytes out(33);
    std::size_t size = out.size();
    secp256k1_ec_pubkey_serialize(secpContext(), out.data(), &size, &point, SECP256K1_EC_COMPRESSED);
    return out;
}

/// One step of SLIP-0010 (Ed25519) or BIP-32 (secp256k1); `node` is key and chain code.
Result<SecureBytes> childOf(const SecureBytes& node, Curve curve, std::uint32_t step)
{
    const ByteSpan key = node.span().first(kKeySize);
    const ByteSpan chainCode = node.span().subspan(kKeySize);
    const std::array<std::uint8_t, 4> index{static_cast<std::uint8_t>(step >> 24),
                                            static_cast<std::uint8_t>(step >> 16), static_cast<std::uint8_t>(step >> 8),
                                            static_cast<std::uint8_t>(step)};
    constexpr std::array<std::uint8_t, 1> kZero{0};
    if ((step & DerivationPath::kHardened) != 0) {
        SecureBytes child = hmacSha512(chainCode, {kZero, key, index});
        if (curve == Curve::Secp256k1 && secp256k1_ec_seckey_tweak_add(secpContext(), child.data(), key.data()) != 1)
            return impossible("step gives no valid key");
        return child;
    }
    if (curve == Curve::Ed25519)
        return impossible("Ed25519 keys derive by hardened steps only");
    OUTPOST_TRY(const Bytes parent, secpPublicKey(key));
    SecureBytes child = hmacSha512(chainCode, {parent, index});
    if (secp256k1_ec_seckey_tweak_add(secpContext(), child.data(), key.data()) != 1)
        return impossible("step gives no valid key");
    return child;
}

Result<SecureBytes> rawEntropyKey(const Mnemonic& words, const DerivationScheme& scheme)
{
    if (scheme.curve != Curve::Ed25519)
        return impossible("raw entropy makes Ed25519 keys only");
    const SecureBytes& entropy = words.entropy();
    if (entropy.size() == kKeySize)
        return entropy.clone();
    if (entropy.size() == kKeySize / 2)
        return entropy.joined(entropy.span());
    return impossible("raw entropy needs 12 or 24 words");
}

} // namespace

Address Account::address() const
{
    return Address(toBase58(publicKey));
}

Result<SecureBytes> derivePathKey(const SecureBytes& seed, Curve curve, const DerivationPath& path)
{
    constexpr std::string_view kEd25519 = "ed25519 seed";
    constexpr std::string_view kSecp256k1 = "Bitcoin seed";
    SecureBytes node = hmacSha512(asBytes(curve == Curve::Ed25519 ? kEd25519 : kSecp256k1), {seed.span()});
    if (curve == Curve::Secp256k1 && secp256k1_ec_seckey_verify(secpContext(), node.data()) != 1)
        return impossible("seed gives no valid key");
    for (const std::uint32_t step : path.steps()) {
        OUTPOST_TRY(node, childOf(node, curve, step));
    }
    node.truncate(kKeySize);
    return node;
}

Result<SecureBytes> derivePrivateKey(const Mnemonic& words, ByteSpan passphrase, const DerivationScheme& scheme)
{
    if (scheme.kind == SchemeKind::RawEntropySeed)
        return rawEntropyKey(words, scheme);
    OUTPOST_TRY(const SecureBytes seed, words.seed(passphrase));
    return derivePathKey(seed, scheme.curve, scheme.path);
}

Result<Bytes> publicKeyOf(Curve curve, const SecureBytes& privateKey)
{
    if (privateKey.size() != kKeySize)
        return impossible("private keys have 32 bytes");
    if (curve == Curve::Secp256k1)
        return secpPublicKey(privateKey.span());
    SecureBytes secret(crypto_sign_SECRETKEYBYTES);
    Bytes out(crypto_sign_PUBLICKEYBYTES);
    crypto_sign_seed_keypair(out.data(), secret.data(), privateKey.data());
    return out;
}

Result<std::vector<Account>> scanCandidates(const Mnemonic& words, ByteSpan passphrase,
                                            std::span<const DerivationScheme> schemes)
{
    OUTPOST_TRY(const SecureBytes seed, words.seed(passphrase));
    std::vector<Account> accounts;
    for (const DerivationScheme& scheme : schemes) {
        auto key = scheme.kind == SchemeKind::RawEntropySeed ? rawEntropyKey(words, scheme)
                                                             : derivePathKey(seed, scheme.curve, scheme.path);
        if (!key && key.error().is(errors::kDerivationImpossible))
            continue;
        if (!key)
            return std::unexpected(std::move(key.error()));
        OUTPOST_TRY(Bytes publicKey, publicKeyOf(scheme.curve, *key));
        accounts.push_back({scheme, std::move(publicKey), {}});
    }
    return accounts;
}

} // namespace outpost::wallet
