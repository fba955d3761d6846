// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/networks/helium/demo/DeviceKey.h"

#include "core/base/Encoding.h"

#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/param_build.h>
#include <sodium.h>

namespace outpost::heliumdemo {

namespace {

template <auto Free> struct Freer {
    template <class T> void operator()(T* p) const { Free(p); }
};
using Group = std::unique_ptr<EC_GROUP, Freer<EC_GROUP_free>>;
using Point = std::unique_ptr<EC_POINT, Freer<EC_POINT_free>>;
using Number = std::unique_ptr<BIGNUM, Freer<BN_free>>;
using Scratch = std::unique_ptr<BN_CTX, Freer<BN_CTX_free>>;
using Key = std::unique_ptr<EVP_PKEY, Freer<EVP_PKEY_free>>;
using KeyContext = std::unique_ptr<EVP_PKEY_CTX, Freer<EVP_PKEY_CTX_free>>;
using Digest = std::unique_ptr<EVP_MD_CTX, Freer<EVP_MD_CTX_free>>;
using Builder = std::unique_ptr<OSSL_PARAM_BLD, Freer<OSSL_PARAM_BLD_free>>;
using Params = std::unique_ptr<OSSL_PARAM, Freer<OSSL_PARAM_free>>;

struct Curve {
    Group group{EC_GROUP_new_by_curve_name(NID_X9_62_prime256v1)};
    Scratch scratch{BN_CTX_new()};
    Number prime{BN_new()};
    Curve() { EC_GROUP_get_curve(group.get(), prime.get(), nullptr, nullptr, scratch.get()); }

    Number padded(ByteSpan bytes) const { return Number(BN_bin2bn(bytes.data(), int(bytes.size()), nullptr)); }

    /// True when y is the larger of y and p - y.
    bool isLarger(const BIGNUM* y) const
    {
        Number other(BN_new());
        BN_sub(other.get(), prime.get(), y);
        return BN_cmp(y, other.get()) > 0;
    }

    /// The key of a point, with its secret when there is one.
    Key key(const EC_POINT* point, const BIGNUM* secret) const
    {
        Bytes encoded(65);
        EC_POINT_point2oct(group.get(), point, POINT_CONVERSION_UNCOMPRESSED, encoded.data(), encoded.size(),
                           scratch.get());
        Builder builder(OSSL_PARAM_BLD_new());
        OSSL_PARAM_BLD_push_utf8_string(builder.get(), OSSL_PKEY_PARAM_GROUP_NAME, "prime256v1", 0);
        OSSL_PARAM_BLD_push_octet_string(builder.get(), OSSL_PKEY_PARAM_PUB_KEY, encoded.data(), encoded.size());
        if (secret)
            OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_PRIV_KEY, secret);
        Params params(OSSL_PARAM_BLD_to_param(builder.get()));
        KeyContext context(EVP_PKEY_CTX_new_from_name(nullptr, "EC", nullptr));
        EVP_PKEY* made = nullptr;
        if (EVP_PKEY_fromdata_init(context.get()) != 1 ||
            EVP_PKEY_fromdata(context.get(), &made, secret ? EVP_PKEY_KEYPAIR : EVP_PKEY_PUBLIC_KEY, params.get()) != 1)
            return {};
        return Key(made);
    }

    Point point(const BIGNUM* secret) const
    {
        Point p(EC_POINT_new(group.get()));
        EC_POINT_mul(group.get(), p.get(), secret, nullptr, nullptr, scratch.get());
        return p;
    }

    /// The point with this x and the smaller y; none when x is on no point.
    Point point(ByteSpan x32) const
    {
        const Number x = padded(x32);
        Point p(EC_POINT_new(group.get()));
        if (EC_POINT_set_compressed_coordinates(group.get(), p.get(), x.get(), 0, scratch.get()) != 1)
            return {};
        Number y(BN_new());
        EC_POINT_get_affine_coordinates(group.get(), p.get(), nullptr, y.get(), scratch.get());
        if (isLarger(y.get()))
            EC_POINT_invert(group.get(), p.get(), scratch.get());
        return p;
    }
};

} // namespace

DeviceKey DeviceKey::fromSeed(Kind kind, ByteSpan seed32)
{
    DeviceKey key;
    key.m_kind = kind;
    key.m_public = {static_cast<std::uint8_t>(kind)};
    if (kind == Kind::Ed25519) {
        std::array<std::uint8_t, 32> open{};
        crypto_sign_seed_keypair(open.data(), key.m_secret.data(), seed32.data());
        key.m_public.insert(key.m_public.end(), open.begin(), open.end());
        return key;
    }
    const Curve curve;
    Number secret = curve.padded(seed32);
    const BIGNUM* order = EC_GROUP_get0_order(curve.group.get());
    BN_mod(secret.get(), secret.get(), order, curve.scratch.get());
    if (BN_is_zero(secret.get()))
        BN_one(secret.get());
    Number x(BN_new());
    Number y(BN_new());
    EC_POINT_get_affine_coordinates(curve.group.get(), curve.point(secret.get()).get(), x.get(), y.get(),
                                    curve.scratch.get());
    if (curve.isLarger(y.get()))
        BN_sub(secret.get(), order, secret.get());
    key.m_public.resize(33);
    BN_bn2binpad(x.get(), key.m_public.data() + 1, 32);
    BN_bn2binpad(secret.get(), key.m_secret.data(), 32);
    return key;
}

std::string DeviceKey::address() const
{
    return addressOf(m_public);
}

Bytes DeviceKey::entityKey() const
{
    return *entityKeyOf(address());
}

Bytes DeviceKey::sign(ByteSpan message) const
{
    if (m_kind == Kind::Ed25519) {
        Bytes signature(crypto_sign_BYTES);
        crypto_sign_detached(signature.data(), nullptr, message.data(), message.size(), m_secret.data());
        return signature;
    }
    const Curve curve;
    const Number secret = curve.padded(ByteSpan(m_secret).first(32));
    const Key key = curve.key(curve.point(secret.get()).get(), secret.get());
    const Digest digest(EVP_MD_CTX_new());
    // The nonce follows from key and message (RFC 6979) where OpenSSL offers it (3.2), so that a seed repeats a run to
    // the byte.
    unsigned deterministic = 1;
    const OSSL_PARAM params[] = {OSSL_PARAM_construct_uint(OSSL_SIGNATURE_PARAM_NONCE_TYPE, &deterministic),
                                 OSSL_PARAM_construct_end()};
    std::size_t length = 0;
    Bytes signature;
    if (EVP_DigestSignInit_ex(digest.get(), nullptr, "SHA256", nullptr, nullptr, key.get(), params) == 1 &&
        EVP_DigestSign(digest.get(), nullptr, &length, message.data(), message.size()) == 1) {
        signature.resize(length);
        EVP_DigestSign(digest.get(), signature.data(), &length, message.data(), message.size());
    }
    signature.resize(length);
    return signature;
}

std::string addressOf(ByteSpan binary33)
{
    Bytes payload{0};
    payload.insert(payload.end(), binary33.begin(), binary33.end());
    return toBase58Check(payload);
}

Result<Bytes> binaryOf(std::string_view address)
{
    if (address.size() > 64)
        return fail(errors::kMalformed, "address too long");
    OUTPOST_TRY(Bytes payload, fromBase58Check(address, 40));
    if (payload.size() != 34 || payload[0] != 0 || payload[1] > 1)
        return fail(errors::kMalformed, "not an address of this network");
    payload.erase(payload.begin());
    return payload;
}

Result<Bytes> entityKeyOf(std::string_view address)
{
    OUTPOST_CHECK(binaryOf(address));
    return fromBase58(address, 38);
}

bool verifies(ByteSpan binary33, ByteSpan message, ByteSpan signature)
{
    if (binary33.size() != 33 || signature.empty() || signature.size() > 80)
        return false;
    const ByteSpan key = binary33.subspan(1);
    if (binary33[0] == static_cast<std::uint8_t>(DeviceKey::Kind::Ed25519))
        return signature.size() == crypto_sign_BYTES &&
               crypto_sign_verify_detached(signature.data(), message.data(), message.size(), key.data()) == 0;
    if (binary33[0] != static_cast<std::uint8_t>(DeviceKey::Kind::EccCompact))
        return false;
    const Curve curve;
    const Point point = curve.point(key);
    if (!point)
        return false;
    const Key open = curve.key(point.get(), nullptr);
    const Digest digest(EVP_MD_CTX_new());
    return EVP_DigestVerifyInit_ex(digest.get(), nullptr, "SHA256", nullptr, nullptr, open.get(), nullptr) == 1 &&
           EVP_DigestVerify(digest.get(), signature.data(), signature.size(), message.data(), message.size()) == 1;
}

} // namespace outpost::heliumdemo
