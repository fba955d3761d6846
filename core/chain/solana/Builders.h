// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chain/solana/Message.h"
#include "core/chain/solana/Programs.h"

/// Instructions of the standard programs. Amounts are base units (lamports for SOL). Pure; nothing here knows
/// a fee or a rent: those are read from the chain when they are needed.
namespace outpost::solana {

namespace computeBudget {
Instruction setUnitLimit(std::uint32_t units);
Instruction setUnitPrice(std::uint64_t microLamports);
Instruction setLoadedAccountsLimit(std::uint32_t bytes);
} // namespace computeBudget

namespace systemProgram {
Instruction transfer(const PublicKey& from, const PublicKey& to, std::uint64_t lamports);
Instruction createAccount(const PublicKey& payer, const PublicKey& account, std::uint64_t lamports,
                          std::uint64_t dataLength, const PublicKey& owner);
} // namespace systemProgram

namespace token {
/// Length of a token account and of a mint, for asking the chain for their rent.
inline constexpr std::uint64_t kAccountLength = 165;
inline constexpr std::uint64_t kMintLength = 82;

Instruction transferChecked(const PublicKey& source, const PublicKey& mint, const PublicKey& destination,
                            const PublicKey& owner, std::uint64_t amount, std::uint8_t decimals);
Instruction closeAccount(const PublicKey& account, const PublicKey& destination, const PublicKey& owner);
Instruction syncNative(const PublicKey& account);
} // namespace token

/// The one account that a wallet uses for a mint unless told otherwise.
PublicKey associatedTokenAddress(const PublicKey& owner, const PublicKey& mint,
                                 const PublicKey& tokenProgram = programs::kToken);
namespace associatedToken {
/// Does nothing when the account is already there.
Instruction createIdempotent(const PublicKey& payer, const PublicKey& owner, const PublicKey& mint);
} // namespace associatedToken

namespace memo {
/// The text is public for ever. Each signer is asserted to have signed.
Instruction write(std::string_view utf8, std::span<const PublicKey> signers = {});
} // namespace memo

namespace ed25519 {
/// Has the runtime verify one signature; offsets name this same instruction (0xFFFF). At most 1000 bytes of
/// message fit a transaction.
Instruction verify(const PublicKey& key, const Signature& signature, ByteSpan message);
} // namespace ed25519

namespace lookupTable {
/// Content of a lookup table account: 56 bytes of header, then whole addresses.
/// errors::kSolanaBadAccountData unless it is an initialised table.
Result<LookupTable> parseAccount(const PublicKey& key, ByteSpan data);
} // namespace lookupTable

} // namespace outpost::solana
