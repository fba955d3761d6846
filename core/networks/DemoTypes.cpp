// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/networks/DemoTypes.h"

#include "core/base/Encoding.h"

#include <openssl/evp.h>
#include <sodium.h>

#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <numbers>

namespace outpost::demo {

Result<Pubkey> Pubkey::fromText(std::string_view base58)
{
    if (base58.size() < 32 || base58.size() > 44)
        return fail(errors::kMalformed, "an address has 32 to 44 characters");
    OUTPOST_TRY(const Bytes raw, fromBase58(base58, 32));
    return fromBytes(raw);
}

Result<Pubkey> Pubkey::fromBytes(ByteSpan bytes)
{
    if (bytes.size() != 32)
        return fail(errors::kMalformed, "an address is 32 bytes");
    Pubkey key;
    std::ranges::copy(bytes, key.bytes.begin());
    return key;
}

std::string Pubkey::text() const
{
    return toBase58(bytes);
}

Pubkey pubkeyOf(std::string_view base58)
{
    auto key = Pubkey::fromText(base58);
    if (!key) {
        std::fputs("a constant address in the source is malformed\n", stderr);
        std::abort();
    }
    return *key;
}

Keypair Keypair::fromSeed(const std::array<std::uint8_t, 32>& seed)
{
    Keypair pair;
    crypto_sign_seed_keypair(pair.key.bytes.data(), pair.secret.data(), seed.data());
    return pair;
}

std::array<std::uint8_t, 64> Keypair::sign(ByteSpan message) const
{
    std::array<std::uint8_t, 64> signature{};
    crypto_sign_detached(signature.data(), nullptr, message.data(), message.size(), secret.data());
    return signature;
}

bool verifySignature(const Pubkey& key, ByteSpan message, ByteSpan signature)
{
    return signature.size() == crypto_sign_BYTES &&
           crypto_sign_verify_detached(signature.data(), message.data(), message.size(), key.bytes.data()) == 0;
}

// xoshiro256** (Blackman and Vigna), filled from SHA-256 of seed and label.
Random::Random(std::uint64_t seed, std::string_view label)
{
    Bytes input;
    for (int i = 0; i < 8; ++i)
        input.push_back(static_cast<std::uint8_t>(seed >> (8 * i)));
    input.insert(input.end(), label.begin(), label.end());
    const auto digest = sha256(input);
    for (std::size_t i = 0; i < 32; ++i)
        m_state[i / 8] |= static_cast<std::uint64_t>(digest[i]) << (8 * (i % 8));
}

std::uint64_t Random::next()
{
    const auto rotate = [](std::uint64_t x, int k) { return (x << k) | (x >> (64 - k)); };
    const std::uint64_t result = rotate(m_state[1] * 5, 7) * 9;
    const std::uint64_t shifted = m_state[1] << 17;
    m_state[2] ^= m_state[0];
    m_state[3] ^= m_state[1];
    m_state[1] ^= m_state[2];
    m_state[0] ^= m_state[3];
    m_state[2] ^= shifted;
    m_state[3] = rotate(m_state[3], 45);
    return result;
}

std::uint64_t Random::below(std::uint64_t bound)
{
    if (bound == 0)
        return 0;
    const std::uint64_t limit = UINT64_MAX - UINT64_MAX % bound;
    std::uint64_t value = next();
    while (value >= limit)
        value = next();
    return value % bound;
}

std::int64_t Random::between(std::int64_t low, std::int64_t high)
{
    return low + static_cast<std::int64_t>(below(static_cast<std::uint64_t>(high - low) + 1));
}

double Random::unit()
{
    return static_cast<double>(next() >> 11) * 0x1.0p-53;
}

double Random::normal()
{
    const double u = 1.0 - unit(); // never zero
    return std::sqrt(-2.0 * std::log(u)) * std::cos(2.0 * std::numbers::pi * unit());
}

Bytes Random::bytes(std::size_t count)
{
    Bytes out(count);
    for (auto& byte : out)
        byte = static_cast<std::uint8_t>(next() >> 56);
    return out;
}

std::array<std::uint8_t, 32> Random::bytes32()
{
    std::array<std::uint8_t, 32> out{};
    std::ranges::copy(bytes(32), out.begin());
    return out;
}

Pubkey keccak256(std::initializer_list<ByteSpan> parts)
{
    // Fetching an algorithm costs more than the hash itself, so each thread does it once.
    struct Hasher {
        EVP_MD* algorithm = EVP_MD_fetch(nullptr, "KECCAK-256", nullptr);
        EVP_MD_CTX* context = EVP_MD_CTX_new();
        ~Hasher()
        {
            EVP_MD_CTX_free(context);
            EVP_MD_free(algorithm);
        }
    };
    thread_local Hasher hasher;
    Pubkey out;
    unsigned int size = 0;
    bool ok = hasher.algorithm && hasher.context && EVP_DigestInit_ex2(hasher.context, hasher.algorithm, nullptr) == 1;
    for (const auto& part : parts)
        ok = ok && EVP_DigestUpdate(hasher.context, part.data(), part.size()) == 1;
    ok = ok && EVP_DigestFinal_ex(hasher.context, out.bytes.data(), &size) == 1 && size == 32;
    if (!ok) {
        std::fputs("this computer's OpenSSL has no KECCAK-256 (3.2 or later is needed)\n", stderr);
        std::abort();
    }
    return out;
}

bool isOnCurve(const Pubkey& key)
{
    // Adding a point to itself fails exactly when the bytes are no point; libsodium's validity check would also
    // refuse points outside the main subgroup, which the chain counts as on the curve.
    Pubkey sum;
    return crypto_core_ed25519_add(sum.bytes.data(), key.bytes.data(), key.bytes.data()) == 0;
}

namespace {

std::optional<Pubkey> derive(std::span<const ByteSpan> seeds, std::optional<std::uint8_t> bump, const Pubkey& program)
{
    Bytes input;
    for (const auto& seed : seeds) {
        if (seed.size() > 32)
            return std::nullopt;
        input.insert(input.end(), seed.begin(), seed.end());
    }
    if (bump)
        input.push_back(*bump);
    input.insert(input.end(), program.bytes.begin(), program.bytes.end());
    const auto marker = asBytes("ProgramDerivedAddress");
    input.insert(input.end(), marker.begin(), marker.end());
    const Pubkey key{sha256(input)};
    if (isOnCurve(key))
        return std::nullopt;
    return key;
}

std::array<std::uint8_t, 8> firstEight(const std::string& text)
{
    const auto digest = sha256(asBytes(text));
    std::array<std::uint8_t, 8> out{};
    std::copy_n(digest.begin(), 8, out.begin());
    return out;
}

} // namespace

ProgramAddress findProgramAddress(std::initializer_list<ByteSpan> seeds, const Pubkey& program)
{
    for (int bump = 255; bump >= 0; --bump) {
        const auto value = static_cast<std::uint8_t>(bump);
        if (const auto key = derive({seeds.begin(), seeds.size()}, value, program))
            return {*key, value};
    }
    std::fputs("a program address could not be derived: a seed is longer than 32 bytes\n", stderr);
    std::abort();
}

Result<Pubkey> createProgramAddress(const std::vector<Bytes>& seeds, const Pubkey& program)
{
    if (seeds.size() > 16)
        return fail(errors::kMalformed, "more than 16 seeds");
    const std::vector<ByteSpan> spans(seeds.begin(), seeds.end());
    if (const auto key = derive(spans, std::nullopt, program))
        return *key;
    return fail(errors::kMalformed, "these seeds give no program address");
}

std::array<std::uint8_t, 8> anchorDiscriminator(std::string_view instructionName)
{
    return firstEight("global:" + std::string(instructionName));
}

std::array<std::uint8_t, 8> anchorAccountDiscriminator(std::string_view accountName)
{
    return firstEight("account:" + std::string(accountName));
}

} // namespace outpost::demo
