// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chain/solana/PublicKey.h"

/// Ids of the programs and accounts that every Solana wallet meets. They come from the build, never from a
/// setting.
namespace outpost::solana::programs {

inline constexpr PublicKey kSystem{};
inline constexpr PublicKey kToken = PublicKey::literal("TokenkegQfeZyiNwAJbNbGKPFXCWuBvf9Ss623VQ5DA");
inline constexpr PublicKey kAssociatedToken = PublicKey::literal("ATokenGPvbdGVxr1b2hvZbsiqW5xWH25efTNsLJA8knL");
inline constexpr PublicKey kMemo = PublicKey::literal("MemoSq4gqABAXKb96qnH8TysNcWxMyWCqXgDLGmfcHr");
inline constexpr PublicKey kComputeBudget = PublicKey::literal("ComputeBudget111111111111111111111111111111");
inline constexpr PublicKey kLookupTable = PublicKey::literal("AddressLookupTab1e1111111111111111111111111");
inline constexpr PublicKey kEd25519 = PublicKey::literal("Ed25519SigVerify111111111111111111111111111");
inline constexpr PublicKey kSysvarInstructions = PublicKey::literal("Sysvar1nstructions1111111111111111111111111");
inline constexpr PublicKey kSysvarRecentBlockhashes = PublicKey::literal("SysvarRecentB1ockHashes11111111111111111111");
inline constexpr PublicKey kSysvarRent = PublicKey::literal("SysvarRent111111111111111111111111111111111");
/// Mint of wrapped SOL.
inline constexpr PublicKey kNativeMint = PublicKey::literal("So11111111111111111111111111111111111111112");

} // namespace outpost::solana::programs
