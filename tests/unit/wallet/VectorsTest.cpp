// SPDX-License-Identifier: GPL-3.0-or-later
// The libraries behind the wallet against published vectors, so that a wrong or patched library shows.
#include "tests/support/Vectors.h"

#include "core/base/SecureBytes.h"

#include <openssl/evp.h>
#include <sodium.h>

namespace outpost {
namespace {

using test::hexAt;
using test::vectors;

TEST(Vectors, Ed25519OfWycheproof)
{
    int valid = 0;
    int refused = 0;
    for (const codec::Json& one : vectors("wycheproof_ed25519.json")["cases"].items()) {
        const Bytes key = hexAt(one, "key");
        const Bytes message = hexAt(one, "msg");
        const Bytes signature = hexAt(one, "sig");
        const bool isAccepted =
            key.size() == crypto_sign_PUBLICKEYBYTES && signature.size() == crypto_sign_BYTES &&
            crypto_sign_verify_detached(signature.data(), message.data(), message.size(), key.data()) == 0;
        EXPECT_EQ(isAccepted, *one.stringAt("result") == "valid") << *one.integerAt("id");
        ++(isAccepted ? valid : refused);
    }
    EXPECT_EQ(valid + refused, 151);
    EXPECT_GT(refused, 40);
}

TEST(Vectors, Ed25519OfRfc8032)
{
    int count = 0;
    for (const codec::Json& one : vectors("rfc8032.json")["cases"].items()) {
        const Bytes seed = hexAt(one, "seed");
        const Bytes message = hexAt(one, "msg");
        Bytes key(crypto_sign_PUBLICKEYBYTES);
        SecureBytes secret(crypto_sign_SECRETKEYBYTES);
        crypto_sign_seed_keypair(key.data(), secret.data(), seed.data());
        EXPECT_EQ(key, hexAt(one, "key"));
        Bytes signature(crypto_sign_BYTES);
        crypto_sign_detached(signature.data(), nullptr, message.data(), message.size(), secret.data());
        EXPECT_EQ(signature, hexAt(one, "sig"));
        ++count;
    }
    EXPECT_EQ(count, 4);
}

TEST(Vectors, XChaCha20Poly1305OfWycheproof)
{
    int count = 0;
    for (const codec::Json& one : vectors("wycheproof_xchacha20_poly1305.json")["cases"].items()) {
        ++count;
        const Bytes key = hexAt(one, "key");
        const Bytes nonce = hexAt(one, "iv");
        const Bytes aad = hexAt(one, "aad");
        Bytes sealed = hexAt(one, "ct");
        const Bytes tag = hexAt(one, "tag");
        sealed.insert(sealed.end(), tag.begin(), tag.end());
        const bool fits = key.size() == crypto_aead_xchacha20poly1305_ietf_KEYBYTES &&
                          nonce.size() == crypto_aead_xchacha20poly1305_ietf_NPUBBYTES &&
                          tag.size() == crypto_aead_xchacha20poly1305_ietf_ABYTES;
        Bytes plain(sealed.size());
        unsigned long long length = 0;
        const bool isAccepted = fits && crypto_aead_xchacha20poly1305_ietf_decrypt(
                                            plain.data(), &length, nullptr, sealed.data(), sealed.size(), aad.data(),
                                            aad.size(), nonce.data(), key.data()) == 0;
        ASSERT_EQ(isAccepted, *one.stringAt("result") == "valid") << *one.integerAt("id");
        if (!isAccepted)
            continue;
        plain.resize(length);
        EXPECT_EQ(plain, hexAt(one, "msg")) << *one.integerAt("id");
    }
    EXPECT_EQ(count, 315);
}

TEST(Vectors, Pbkdf2Sha512OfWycheproof)
{
    int count = 0;
    for (const codec::Json& one : vectors("wycheproof_pbkdf2_sha512.json")["cases"].items()) {
        const Bytes password = hexAt(one, "password");
        const Bytes salt = hexAt(one, "salt");
        const Bytes expected = hexAt(one, "dk");
        Bytes out(expected.size());
        ASSERT_EQ(PKCS5_PBKDF2_HMAC(reinterpret_cast<const char*>(password.data()), static_cast<int>(password.size()),
                                    salt.data(), static_cast<int>(salt.size()),
                                    static_cast<int>(*one.integerAt("iterations")), EVP_sha512(),
                                    static_cast<int>(out.size()), out.data()),
                  1);
        EXPECT_EQ(out == expected, *one.stringAt("result") == "valid") << *one.integerAt("id");
        ++count;
    }
    EXPECT_EQ(count, 58);
}

TEST(Vectors, Argon2idOfLibsodium)
{
    int count = 0;
    for (const codec::Json& one : vectors("argon2id.json")["cases"].items()) {
        const Bytes password = hexAt(one, "password");
        const Bytes salt = hexAt(one, "salt");
        Bytes out(static_cast<std::size_t>(*one.integerAt("length")));
        ASSERT_GE(salt.size(), std::size_t{crypto_pwhash_SALTBYTES});
        const bool isDone =
            crypto_pwhash(out.data(), out.size(), reinterpret_cast<const char*>(password.data()), password.size(),
                          salt.data(), static_cast<unsigned long long>(*one.integerAt("ops")),
                          static_cast<std::size_t>(*one.integerAt("memBytes")), crypto_pwhash_ALG_ARGON2ID13) == 0;
        EXPECT_EQ(isDone, *one.booleanAt("ok"));
        if (isDone) {
            EXPECT_EQ(toHex(out), *one.stringAt("out"));
        }
        ++count;
    }
    EXPECT_EQ(count, 10);
}

} // namespace
} // namespace outpost
