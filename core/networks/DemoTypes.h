// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Bytes.h"
#include "core/base/Error.h"

#include <array>
#include <compare>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace outpost::demo {

// Values that the demo network's ledger and the networks' demo folders share. All of this exists a second time in
// core/chain on purpose: the demo reads transactions with eyes of its own.

/// An account's address on the demo ledger, or any other 32 bytes (a hash, a Merkle node).
struct Pubkey {
    std::array<std::uint8_t, 32> bytes{};

    static Result<Pubkey> fromText(std::string_view base58); ///< errors::kMalformed
    static Result<Pubkey> fromBytes(ByteSpan bytes);         ///< errors::kMalformed unless 32 bytes
    std::string text() const;                                ///< base58
    ByteSpan span() const { return bytes; }
    bool isZero() const { return bytes == std::array<std::uint8_t, 32>{}; }
    friend auto operator<=>(const Pubkey&, const Pubkey&) = default;
    friend bool operator==(const Pubkey&, const Pubkey&) = default;
};

/// For constants in the source: ends the process when the text is not base58 of 32 bytes.
Pubkey pubkeyOf(std::string_view base58);

/// A demo key pair: made from the world's seed, never from or for a real wallet.
struct Keypair {
    Pubkey key;
    std::array<std::uint8_t, 64> secret{}; ///< libsodium's form: seed then public key

    static Keypair fromSeed(const std::array<std::uint8_t, 32>& seed);
    std::array<std::uint8_t, 64> sign(ByteSpan message) const;
};

/// Strict verification as the runtime does it.
bool verifySignature(const Pubkey& key, ByteSpan message, ByteSpan signature);

/// A deterministic stream of numbers; equal seeds and labels give equal streams on every computer. Not for keys that
/// guard anything.
class Random {
public:
    Random(std::uint64_t seed, std::string_view label);
    std::uint64_t next();
    std::uint64_t below(std::uint64_t bound);                  ///< 0 to bound - 1; 0 for bound 0
    std::int64_t between(std::int64_t low, std::int64_t high); ///< both included
    double unit();                                             ///< 0 <= x < 1
    double normal();                                           ///< mean 0, deviation 1
    bool chance(double probability) { return unit() < probability; }
    Bytes bytes(std::size_t count);
    std::array<std::uint8_t, 32> bytes32();

private:
    std::array<std::uint64_t, 4> m_state{};
};

/// Keccak-256 (the one of Ethereum and of compressed trees, not SHA3-256), over the parts one behind the other.
Pubkey keccak256(std::initializer_list<ByteSpan> parts);

/// True when the bytes are a point of the ed25519 curve; a program-derived address must not be.
bool isOnCurve(const Pubkey& key);

struct ProgramAddress {
    Pubkey key;
    std::uint8_t bump = 0;
};
/// The first bump from 255 down that leaves the curve. Seeds of at most 32 bytes each, at most 15 of them.
ProgramAddress findProgramAddress(std::initializer_list<ByteSpan> seeds, const Pubkey& program);
/// With the bump as the last seed; errors::kMalformed when the result is on the curve or a seed is too long.
Result<Pubkey> createProgramAddress(const std::vector<Bytes>& seeds, const Pubkey& program);

/// First eight bytes of sha256("global:" + snake_case_name): how Anchor programs name an instruction.
std::array<std::uint8_t, 8> anchorDiscriminator(std::string_view instructionName);
/// The same of "account:" + PascalCaseName.
std::array<std::uint8_t, 8> anchorAccountDiscriminator(std::string_view accountName);

/// Well-known programs and accounts of Solana. Inline, so that constants elsewhere may be derived from them.
namespace ids {
inline const Pubkey kSystem = pubkeyOf("11111111111111111111111111111111");
inline const Pubkey kToken = pubkeyOf("TokenkegQfeZyiNwAJbNbGKPFXCWuBvf9Ss623VQ5DA");
inline const Pubkey kToken2022 = pubkeyOf("TokenzQdBNbLqP5VEhdkAS6EPFLC1PHnBqCXEpPxuEb");
inline const Pubkey kAssociatedToken = pubkeyOf("ATokenGPvbdGVxr1b2hvZbsiqW5xWH25efTNsLJA8knL");
inline const Pubkey kComputeBudget = pubkeyOf("ComputeBudget111111111111111111111111111111");
inline const Pubkey kMemo = pubkeyOf("MemoSq4gqABAXKb96qnH8TysNcWxMyWCqXgDLGmfcHr");
inline const Pubkey kLookupTable = pubkeyOf("AddressLookupTab1e1111111111111111111111111");
inline const Pubkey kEd25519 = pubkeyOf("Ed25519SigVerify111111111111111111111111111");
inline const Pubkey kSecp256k1 = pubkeyOf("KeccakSecp256k11111111111111111111111111111");
inline const Pubkey kNativeLoader = pubkeyOf("NativeLoader1111111111111111111111111111111");
inline const Pubkey kUpgradeableLoader = pubkeyOf("BPFLoaderUpgradeab1e11111111111111111111111");
inline const Pubkey kLoader2 = pubkeyOf("BPFLoader2111111111111111111111111111111111");
inline const Pubkey kBubblegum = pubkeyOf("BGUMAp9Gq7iTEuizy4pqaxsTyUCBK68MDfK752saRPUY");
inline const Pubkey kCompression = pubkeyOf("cmtDvXumGCrqC1Age74AVPhSRVXJMd8PJS91L8KbNCK");
inline const Pubkey kNoop = pubkeyOf("noopb9bkMVfRPU8AsbpTUg8AQkHtKwMYZiFUjNRtMmV");
inline const Pubkey kTokenMetadata = pubkeyOf("metaqbxxUerdq28cj1RbAWkYQm3ybzjb6a8bt518x1s");
inline const Pubkey kNativeMint = pubkeyOf("So11111111111111111111111111111111111111112");
inline const Pubkey kSysvarInstructions = pubkeyOf("Sysvar1nstructions1111111111111111111111111");
inline const Pubkey kSysvarClock = pubkeyOf("SysvarC1ock11111111111111111111111111111111");
inline const Pubkey kSysvarRent = pubkeyOf("SysvarRent111111111111111111111111111111111");
inline const Pubkey kSysvarSlotHashes = pubkeyOf("SysvarS1otHashes111111111111111111111111111");
inline const Pubkey kSysvarRecentBlockhashes = pubkeyOf("SysvarRecentB1ockHashes11111111111111111111");
} // namespace ids

} // namespace outpost::demo

template <> struct std::hash<outpost::demo::Pubkey> {
    std::size_t operator()(const outpost::demo::Pubkey& key) const noexcept
    {
        std::size_t value = 0;
        for (int i = 0; i < 8; ++i)
            value = value << 8 | key.bytes[static_cast<std::size_t>(i)];
        return value ^ (static_cast<std::size_t>(key.bytes[16]) << 7) ^ key.bytes[31];
    }
};
