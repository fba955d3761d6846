// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/networks/helium/protocol/EccCompact.h"

#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/obj_mac.h>
#include <openssl/params.h>

#include <array>
#include <memory>
#include <optional>

namespace outpost::helium {

namespace {

template <auto Free> struct Freer {
    template <class T> void operator()(T* p) const { Free(p); }
};
using Group = std::unique_ptr<EC_GROUP, Freer<EC_GROUP_free>>;
using Point = std::unique_ptr<EC_POINT, Freer<EC_POINT_free>>;
using Number = std::unique_ptr<BIGNUM, Freer<BN_free>>;
using NumberContext = std::unique_ptr<BN_CTX, Freer<BN_CTX_free>>;
using KeyContext = std::unique_ptr<EVP_PKEY_CTX, Freer<EVP_PKEY_CTX_free>>;
using Key = std::unique_ptr<EVP_PKEY, Freer<EVP_PKEY_free>>;
using DigestContext = std::unique_ptr<EVP_MD_CTX, Freer<EVP_MD_CTX_free>>;

constexpr std::size_t kCoordinate = 32;
constexpr std::size_t kLongestDer = 72;
using UncompressedPoint = std::array<std::uint8_t, 1 + 2 * kCoordinate>;

/// The point with this x and the smaller y; absent when x is not on the curve.
std::optional<UncompressedPoint> decompress(ByteSpan x)
{
    const Group group(EC_GROUP_new_by_curve_name(NID_X9_62_prime256v1));
    const NumberContext context(BN_CTX_new());
    const Number prime(BN_new());
    const Number xNumber(BN_bin2bn(x.data(), static_cast<int>(x.size()), nullptr));
    const Number y(BN_new());
    const Number other(BN_new());
    const Point point(EC_POINT_new(group.get()));
    if (!group || !context || !prime || !xNumber || !y || !other || !point ||
        EC_GROUP_get_curve(group.get(), prime.get(), nullptr, nullptr, context.get()) != 1 ||
        BN_cmp(xNumber.get(), prime.get()) >= 0 ||
        EC_POINT_set_compressed_coordinates(group.get(), point.get(), xNumber.get(), 0, context.get()) != 1 ||
        EC_POINT_get_affine_coordinates(group.get(), point.get(), nullptr, y.get(), context.get()) != 1 ||
        BN_sub(other.get(), prime.get(), y.get()) != 1)
        return std::nullopt;
    const BIGNUM* smaller = BN_cmp(y.get(), other.get()) < 0 ? y.get() : other.get();
    UncompressedPoint out{POINT_CONVERSION_UNCOMPRESSED};
    std::copy(x.begin(), x.end(), out.begin() + 1);
    if (BN_bn2binpad(smaller, out.data() + 1 + kCoordinate, static_cast<int>(kCoordinate)) !=
        static_cast<int>(kCoordinate))
        return std::nullopt;
    return out;
}

Key importKey(UncompressedPoint point)
{
    char curve[] = "prime256v1";
    const OSSL_PARAM parameters[] = {
        OSSL_PARAM_construct_utf8_string(OSSL_PKEY_PARAM_GROUP_NAME, curve, 0),
        OSSL_PARAM_construct_octet_string(OSSL_PKEY_PARAM_PUB_KEY, point.data(), point.size()),
        OSSL_PARAM_construct_end()};
    const KeyContext context(EVP_PKEY_CTX_new_from_name(nullptr, "EC", nullptr));
    EVP_PKEY* key = nullptr;
    if (!context || EVP_PKEY_fromdata_init(context.get()) != 1 ||
        EVP_PKEY_fromdata(context.get(), &key, EVP_PKEY_PUBLIC_KEY, const_cast<OSSL_PARAM*>(parameters)) != 1)
        return nullptr;
    return Key(key);
}

} // namespace

bool verifyEccCompact(ByteSpan x, ByteSpan message, ByteSpan derSignature)
{
    if (x.size() != kCoordinate || derSignature.empty() || derSignature.size() > kLongestDer)
        return false;
    const auto point = decompress(x);
    const Key key = point ? importKey(*point) : nullptr;
    const DigestContext digest(EVP_MD_CTX_new());
    return key && digest && EVP_DigestVerifyInit(digest.get(), nullptr, EVP_sha256(), nullptr, key.get()) == 1 &&
           EVP_DigestVerify(digest.get(), derSignature.data(), derSignature.size(), message.data(), message.size()) ==
               1;
}

} // namespace outpost::helium
