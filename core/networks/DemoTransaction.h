// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/networks/DemoTypes.h"

#include <optional>
#include <span>
#include <vector>

namespace outpost::demo {

struct AccountMeta {
    Pubkey key;
    bool signer = false;
    bool writable = false;
};

struct Instruction {
    Pubkey program;
    std::vector<AccountMeta> accounts;
    Bytes data;
};

/// An instruction as a message holds it: indexes into the message's keys.
struct CompiledInstruction {
    std::uint8_t program = 0;
    std::vector<std::uint8_t> accounts;
    Bytes data;
};

struct TableLookup {
    Pubkey table;
    std::vector<std::uint8_t> writable;
    std::vector<std::uint8_t> readonly;
};

/// A message as it came, legacy or version 0 (Solana's transaction format, https://solana.com/docs/core/transactions).
struct ParsedMessage {
    bool isVersioned = false;
    std::uint8_t requiredSignatures = 0;
    std::uint8_t readonlySigned = 0;
    std::uint8_t readonlyUnsigned = 0;
    std::vector<Pubkey> keys; ///< those in the message itself
    Pubkey blockhash;
    std::vector<CompiledInstruction> instructions;
    std::vector<TableLookup> lookups;

    bool isSigner(std::size_t index) const { return index < requiredSignatures; }
    /// By the header alone; for keys in the message itself.
    bool isHeaderWritable(std::size_t index) const;
    /// For messages without lookups: the instructions with their accounts. Indexes must have been checked (parse does).
    std::vector<Instruction> resolved() const;
};

struct ParsedTransaction {
    std::vector<std::array<std::uint8_t, 64>> signatures;
    ParsedMessage message;
    Bytes messageBytes; ///< what the signatures sign
};

/// Reads a message and refuses what the runtime calls a sanitize failure: bad counts, an index out of range, a fee
/// payer that is not writable, a program named by a lookup, bytes behind the end. errors::kMalformed.
Result<ParsedMessage> parseMessage(ByteSpan bytes);
/// At most 1232 bytes, the size of a network packet; errors::kTooLong, errors::kMalformed.
Result<ParsedTransaction> parseTransaction(ByteSpan bytes);

/// The bytes of a message: payer first, then writable signers, signers, writable, others, each in order of first use.
Bytes compileMessage(const Pubkey& payer, const std::vector<Instruction>& instructions, const Pubkey& blockhash,
                     bool versioned = false);
/// A transaction of the message with the signatures of those keys that it wants; the rest stays zero.
Bytes signedTransaction(ByteSpan message, std::span<const Keypair> signers);
/// Adds or replaces one signature in a transaction; errors::kMalformed when the key is not among its signers.
Result<Bytes> coSigned(ByteSpan transaction, const Keypair& signer);

// Instructions of the standard programs, for the demo's own services and for programs that call them.
namespace make {
Instruction systemTransfer(const Pubkey& from, const Pubkey& to, std::uint64_t lamports);
Instruction systemCreateAccount(const Pubkey& payer, const Pubkey& account, std::uint64_t lamports, std::uint64_t space,
                                const Pubkey& owner);
Instruction tokenTransfer(const Pubkey& source, const Pubkey& destination, const Pubkey& owner, std::uint64_t amount);
Instruction tokenMintTo(const Pubkey& mint, const Pubkey& account, const Pubkey& authority, std::uint64_t amount);
Instruction tokenBurn(const Pubkey& account, const Pubkey& mint, const Pubkey& owner, std::uint64_t amount);
Instruction createAssociatedToken(const Pubkey& payer, const Pubkey& owner, const Pubkey& mint, bool idempotent = true);
Instruction computeUnitLimit(std::uint32_t units);
Instruction computeUnitPrice(std::uint64_t microLamports);
Instruction memo(std::string_view text, const std::vector<Pubkey>& signers = {});
/// One signature over one message, all inside the instruction's own data.
Instruction ed25519Verify(const Keypair& signer, ByteSpan message);
} // namespace make

Pubkey associatedTokenAddress(const Pubkey& owner, const Pubkey& mint);

} // namespace outpost::demo
