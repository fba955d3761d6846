// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chain/solana/PublicKey.h"

#include <sodium.h>

#include <cassert>

namespace outpost::solana {

namespace {

constexpr std::string_view kMarker = "ProgramDerivedAddress";
constexpr std::size_t kMaxSeeds = 16;

} // namespace

bool PublicKey::isOnCurve() const
{
    // Adding is the one libsodium call that decodes a point without also asking for its order.
    std::array<std::uint8_t, 32> sum;
    return crypto_core_ed25519_add(sum.data(), bytes().data(), bytes().data()) == 0;
}

bool Signature::verifies(ByteSpan message, const PublicKey& key) const
{
    return crypto_sign_verify_detached(bytes().data(), message.data(), message.size(), key.bytes().data()) == 0;
}

Result<PublicKey> createProgramAddress(std::span<const ByteSpan> seeds, const PublicKey& program)
{
    if (seeds.size() > kMaxSeeds)
        return fail(errors::kTooLong, "too many seeds");
    Bytes all;
    for (const ByteSpan seed : seeds) {
        if (seed.size() > PublicKey::kSize)
            return fail(errors::kTooLong, "seed longer than 32 bytes");
        all.insert(all.end(), seed.begin(), seed.end());
    }
    const ByteSpan marker = asBytes(kMarker);
    all.insert(all.end(), program.bytes().begin(), program.bytes().end());
    all.insert(all.end(), marker.begin(), marker.end());
    const PublicKey key(sha256(all));
    if (key.isOnCurve())
        return fail(errors::kMalformed, "the address is on the curve");
    return key;
}

Result<ProgramAddress> findProgramAddress(std::span<const ByteSpan> seeds, const PublicKey& program)
{
    if (seeds.size() >= kMaxSeeds)
        return fail(errors::kTooLong, "too many seeds");
    std::vector<ByteSpan> all(seeds.begin(), seeds.end());
    std::uint8_t bump = 255;
    all.emplace_back(&bump, 1);
    for (;; --bump) {
        const auto key = createProgramAddress(all, program);
        if (key)
            return ProgramAddress{*key, bump};
        if (key.error().is(errors::kTooLong) || bump == 0)
            return fail(key.error());
    }
}

PublicKey deriveAddress(std::initializer_list<ByteSpan> seeds, const PublicKey& program)
{
    const auto found = findProgramAddress(std::span(seeds.begin(), seeds.size()), program);
    assert(found);
    return found ? found->key : PublicKey();
}

} // namespace outpost::solana
