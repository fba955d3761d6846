// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wallet/VaultFormat.h"

#include "core/base/Encoding.h"

#include <sodium.h>

#include <algorithm>
#include <cstring>

namespace outpost::wallet {

namespace {

// The two differ in seven bytes, so that no single damaged byte turns one into the other.
constexpr std::string_view kRealMagic = "OUTPOSTW";
constexpr std::string_view kDemoMagic = "DEMO-OPW";
constexpr std::uint16_t kVersion = 1;
constexpr std::uint8_t kArgon2id13 = 1;
constexpr std::uint8_t kXChaCha20Poly1305 = 1;
constexpr std::uint8_t kLanes = 1;

constexpr std::size_t kVersionAt = 8;
constexpr std::size_t kHeaderSizeAt = 10;
constexpr std::size_t kKdfAt = 12;
constexpr std::size_t kCipherAt = 13;
constexpr std::size_t kLanesAt = 14;
constexpr std::size_t kReservedAt = 15;
constexpr std::size_t kMemoryAt = 16;
constexpr std::size_t kPassesAt = 20;
constexpr std::size_t kBodySizeAt = 24;
constexpr std::size_t kReserved2At = 28;
constexpr std::size_t kSaltAt = 32;
constexpr std::size_t kNonceAt = 48;
constexpr std::size_t kChecksumAt = 72; ///< also the size of the authenticated part
constexpr std::size_t kTagSize = 16;
static_assert(kChecksumAt + 32 == kVaultHeaderSize);
static_assert(kNonceSize == crypto_aead_xchacha20poly1305_ietf_NPUBBYTES);
static_assert(kTagSize == crypto_aead_xchacha20poly1305_ietf_ABYTES);

template <class T> void put(Bytes& file, std::size_t at, T value)
{
    for (std::size_t i = 0; i < sizeof(T); ++i)
        file[at + i] = static_cast<std::uint8_t>(value >> (8 * i));
}

template <class T> T number(ByteSpan file, std::size_t at)
{
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < sizeof(T); ++i)
        value |= std::uint64_t{file[at + i]} << (8 * i);
    return static_cast<T>(value);
}

/// Over everything but itself: tells damage from a wrong password. It keeps nobody out; the cipher's tag does.
std::array<std::uint8_t, 32> fileChecksum(ByteSpan file)
{
    crypto_hash_sha256_state state;
    crypto_hash_sha256_init(&state);
    crypto_hash_sha256_update(&state, file.data(), kChecksumAt);
    crypto_hash_sha256_update(&state, file.data() + kVaultHeaderSize, file.size() - kVaultHeaderSize);
    std::array<std::uint8_t, 32> sum{};
    crypto_hash_sha256_final(&state, sum.data());
    return sum;
}

std::unexpected<Error> damaged(std::string detail)
{
    return fail(errors::kVaultDamaged, std::move(detail));
}

} // namespace

Result<VaultHeader> parseVaultHeader(ByteSpan file)
{
    if (file.size() < kVaultHeaderSize + kTagSize || file.size() > kMaxVaultSize)
        return damaged("file size");
    VaultHeader header;
    const std::string_view magic = asText(file.first(kVersionAt));
    if (magic != kRealMagic && magic != kDemoMagic)
        return damaged("magic");
    header.world = magic == kDemoMagic ? World::Demo : World::Real;
    const auto sum = fileChecksum(file);
    if (!std::equal(sum.begin(), sum.end(), file.begin() + kChecksumAt))
        return damaged("checksum");
    if (number<std::uint16_t>(file, kVersionAt) > kVersion)
        return fail(errors::kVaultTooNew, "format version");
    if (number<std::uint16_t>(file, kVersionAt) != kVersion ||
        number<std::uint16_t>(file, kHeaderSizeAt) != kVaultHeaderSize ||
        number<std::uint32_t>(file, kBodySizeAt) != file.size() - kVaultHeaderSize || file[kReservedAt] != 0 ||
        number<std::uint32_t>(file, kReserved2At) != 0)
        return damaged("header fields");
    if (file[kKdfAt] != kArgon2id13 || file[kCipherAt] != kXChaCha20Poly1305 || file[kLanesAt] != kLanes)
        return fail(errors::kVaultTooNew, "algorithms");
    header.kdf = {number<std::uint32_t>(file, kMemoryAt), number<std::uint32_t>(file, kPassesAt)};
    std::copy_n(file.begin() + kSaltAt, kSaltSize, header.salt.begin());
    std::copy_n(file.begin() + kNonceAt, kNonceSize, header.nonce.begin());
    return header;
}

Bytes sealVault(const VaultHeader& header, const SecureBytes& plain, const SecureBytes& key)
{
    Bytes file(kVaultHeaderSize + plain.size() + kTagSize);
    const std::string_view magic = header.world == World::Demo ? kDemoMagic : kRealMagic;
    std::copy(magic.begin(), magic.end(), file.begin());
    put(file, kVersionAt, kVersion);
    put(file, kHeaderSizeAt, static_cast<std::uint16_t>(kVaultHeaderSize));
    file[kKdfAt] = kArgon2id13;
    file[kCipherAt] = kXChaCha20Poly1305;
    file[kLanesAt] = kLanes;
    put(file, kMemoryAt, header.kdf.memoryKiB);
    put(file, kPassesAt, header.kdf.passes);
    put(file, kBodySizeAt, static_cast<std::uint32_t>(plain.size() + kTagSize));
    std::copy(header.salt.begin(), header.salt.end(), file.begin() + kSaltAt);
    std::copy(header.nonce.begin(), header.nonce.end(), file.begin() + kNonceAt);
    crypto_aead_xchacha20poly1305_ietf_encrypt(file.data() + kVaultHeaderSize, nullptr, plain.data(), plain.size(),
                                               file.data(), kChecksumAt, nullptr, header.nonce.data(), key.data());
    const auto sum = fileChecksum(file);
    std::copy(sum.begin(), sum.end(), file.begin() + kChecksumAt);
    return file;
}

Result<SecureBytes> unsealVault(ByteSpan file, const VaultHeader& header, const SecureBytes& key)
{
    if (file.size() < kVaultHeaderSize + kTagSize)
        return damaged("file size");
    SecureBytes plain(file.size() - kVaultHeaderSize - kTagSize);
    if (crypto_aead_xchacha20poly1305_ietf_decrypt(plain.data(), nullptr, nullptr, file.data() + kVaultHeaderSize,
                                                   file.size() - kVaultHeaderSize, file.data(), kChecksumAt,
                                                   header.nonce.data(), key.data()) != 0)
        return fail(errors::kWrongPassword, "the body does not open with this key");
    return plain;
}

} // namespace outpost::wallet
