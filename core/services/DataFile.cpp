// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/DataFile.h"

#include "core/codec/ByteReader.h"
#include "core/codec/ByteWriter.h"
#include "core/services/ServiceErrors.h"

#include <sodium.h>

#include <algorithm>

namespace outpost::services {

namespace {

// The two differ in seven bytes, so that no single damaged byte turns one into the other.
constexpr std::string_view kRealMagic = "OUTPOSTD";
constexpr std::string_view kDemoMagic = "DEMO-OPD";
constexpr std::uint16_t kVersion = 1;
constexpr std::uint8_t kArgon2id13 = 1;
constexpr std::uint8_t kSecretStream = 2;
constexpr std::uint8_t kLanes = 1;
constexpr std::size_t kChecksumAt = 72; ///< also the size of the authenticated part of the header
constexpr std::size_t kHeaderSize = kChecksumAt + 32;
constexpr std::size_t kChunk = 65'536; ///< of content; in the file each has kChunkMore bytes more
constexpr std::size_t kChunkMore = crypto_secretstream_xchacha20poly1305_ABYTES;
static_assert(kChunkMore == 17);
static_assert(crypto_secretstream_xchacha20poly1305_HEADERBYTES == 24);

std::unexpected<Error> damaged(std::string detail)
{
    return fail(errors::kDataDamaged, std::move(detail));
}

/// Over everything but itself: tells damage from a wrong password. It keeps nobody out; the cipher's tags do.
std::array<std::uint8_t, 32> checksum(ByteSpan file)
{
    crypto_hash_sha256_state state;
    crypto_hash_sha256_init(&state);
    crypto_hash_sha256_update(&state, file.data(), kChecksumAt);
    crypto_hash_sha256_update(&state, file.data() + kHeaderSize, file.size() - kHeaderSize);
    std::array<std::uint8_t, 32> sum{};
    crypto_hash_sha256_final(&state, sum.data());
    return sum;
}

std::size_t sealedSize(std::size_t content)
{
    const std::size_t chunks = std::max<std::size_t>(1, (content + kChunk - 1) / kChunk);
    return content + chunks * kChunkMore;
}

struct Header {
    wallet::World world = wallet::World::Real;
    wallet::KdfParams kdf;
    wallet::Salt salt{};
    std::array<std::uint8_t, crypto_secretstream_xchacha20poly1305_HEADERBYTES> stream{};
};

Result<Header> parseHeader(ByteSpan file)
{
    if (file.size() < kHeaderSize + kChunkMore || file.size() > kMaxDataFile)
        return damaged("file size");
    Header header;
    const std::string_view magic = asText(file.first(kRealMagic.size()));
    if (magic != kRealMagic && magic != kDemoMagic)
        return damaged("magic");
    header.world = magic == kDemoMagic ? wallet::World::Demo : wallet::World::Real;
    const auto sum = checksum(file);
    if (!std::equal(sum.begin(), sum.end(), file.begin() + kChecksumAt))
        return damaged("checksum");
    codec::ByteReader in(file.first(kChecksumAt).subspan(magic.size()));
    const std::uint16_t version = in.u16();
    if (version > kVersion)
        return fail(errors::kDataTooNew, "format version");
    if (version != kVersion || in.u16() != kHeaderSize)
        return damaged("header fields");
    if (in.u8() != kArgon2id13 || in.u8() != kSecretStream || in.u8() != kLanes)
        return fail(errors::kDataTooNew, "algorithms");
    const bool isReserved = in.u8() != 0;
    header.kdf.memoryKiB = in.u32();
    header.kdf.passes = in.u32();
    if (isReserved || in.u64() != file.size() - kHeaderSize)
        return damaged("header fields");
    header.salt = in.array<wallet::kSaltSize>();
    header.stream = in.array<crypto_secretstream_xchacha20poly1305_HEADERBYTES>();
    OUTPOST_CHECK(in.finish());
    return header;
}

} // namespace

Result<Bytes> sealData(ByteSpan content, wallet::World world, const wallet::Password& password,
                       const wallet::KdfParams& params, SecureRng& rng)
{
    wallet::Salt salt{};
    rng.fill(salt);
    OUTPOST_TRY(const SecureBytes key, wallet::deriveVaultKey(password, salt, params));
    crypto_secretstream_xchacha20poly1305_state state;
    std::array<std::uint8_t, crypto_secretstream_xchacha20poly1305_HEADERBYTES> stream{};
    crypto_secretstream_xchacha20poly1305_init_push(&state, stream.data(), key.data());

    codec::ByteWriter header;
    header.bytes(asBytes(world == wallet::World::Demo ? kDemoMagic : kRealMagic))
        .u16(kVersion)
        .u16(kHeaderSize)
        .u8(kArgon2id13)
        .u8(kSecretStream)
        .u8(kLanes)
        .u8(0)
        .u32(params.memoryKiB)
        .u32(params.passes)
        .u64(sealedSize(content.size()))
        .bytes(salt)
        .bytes(stream);
    Bytes file = header.done();
    file.resize(kHeaderSize + sealedSize(content.size()));

    std::size_t from = 0;
    std::size_t to = kHeaderSize;
    bool isLast = false;
    while (!isLast) {
        const std::size_t size = std::min(kChunk, content.size() - from);
        isLast = from + size == content.size();
        crypto_secretstream_xchacha20poly1305_push(&state, file.data() + to, nullptr, content.data() + from, size,
                                                   file.data(), kChecksumAt,
                                                   isLast ? crypto_secretstream_xchacha20poly1305_TAG_FINAL : 0);
        from += size;
        to += size + kChunkMore;
    }
    sodium_memzero(&state, sizeof state);
    const auto sum = checksum(file);
    std::copy(sum.begin(), sum.end(), file.begin() + kChecksumAt);
    return file;
}

Result<Bytes> unsealData(ByteSpan file, wallet::World world, const wallet::Password& password,
                         const wallet::KdfFloor& floor)
{
    OUTPOST_TRY(const Header header, parseHeader(file));
    if (header.world != world)
        return fail(header.world == wallet::World::Demo ? errors::kDataIsDemo : errors::kDataIsReal);
    OUTPOST_CHECK(wallet::checkKdf(header.kdf, floor));
    OUTPOST_TRY(const SecureBytes key, wallet::deriveVaultKey(password, header.salt, header.kdf));
    crypto_secretstream_xchacha20poly1305_state state;
    if (crypto_secretstream_xchacha20poly1305_init_pull(&state, header.stream.data(), key.data()) != 0)
        return damaged("stream header");
    Bytes content;
    content.reserve(file.size() - kHeaderSize);
    Bytes chunk(kChunk);
    ByteSpan rest = file.subspan(kHeaderSize);
    bool isFirst = true;
    bool isFinal = false;
    while (!rest.empty()) {
        const std::size_t sealed = std::min(kChunk + kChunkMore, rest.size());
        unsigned long long size = 0;
        unsigned char tag = 0;
        if (isFinal || sealed < kChunkMore ||
            crypto_secretstream_xchacha20poly1305_pull(&state, chunk.data(), &size, &tag, rest.data(), sealed,
                                                       file.data(), kChecksumAt) != 0) {
            sodium_memzero(&state, sizeof state);
            // The checksum holds: what does not fit at the start is the key.
            return isFirst ? fail(errors::kDataWrongPassword, "the first part does not open with this key")
                           : damaged("a part does not open");
        }
        content.insert(content.end(), chunk.begin(), chunk.begin() + static_cast<std::ptrdiff_t>(size));
        rest = rest.subspan(sealed);
        isFirst = false;
        isFinal = tag == crypto_secretstream_xchacha20poly1305_TAG_FINAL;
    }
    sodium_memzero(&state, sizeof state);
    if (!isFinal)
        return damaged("the end is missing");
    return content;
}

} // namespace outpost::services
