// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chain/solana/Instruction.h"

namespace outpost::solana {

/// The most bytes that a serialised transaction may have: an IPv6 packet of 1280 less its headers.
inline constexpr std::size_t kMaxTransactionBytes = 1232;

enum class MessageVersion { Legacy, V0 };

struct MessageHeader {
    std::uint8_t requiredSignatures = 0;
    std::uint8_t readonlySigned = 0;
    std::uint8_t readonlyUnsigned = 0;
    friend bool operator==(const MessageHeader&, const MessageHeader&) = default;
};

struct CompiledInstruction {
    std::uint8_t programIndex = 0;
    Bytes accountIndexes;
    Bytes data;
    friend bool operator==(const CompiledInstruction&, const CompiledInstruction&) = default;
};

struct AddressTableLookup {
    PublicKey table;
    Bytes writableIndexes;
    Bytes readonlyIndexes;
    friend bool operator==(const AddressTableLookup&, const AddressTableLookup&) = default;
};

/// The content of an address lookup table, as read from the chain.
struct LookupTable {
    PublicKey key;
    std::vector<PublicKey> addresses;
};

/// What signers sign: legacy or version 0. A value; immutable once made, and always well formed: indexes in
/// range, at least one signer, no account twice, no program from a lookup table, at most kMaxTransactionBytes
/// with signatures.
/// **Thread:** any. Errors: those of SolanaErrors.h.
class Message {
public:
    /// Lays accounts out as @solana/web3.js 1.x TransactionMessage does: payer, writable signers, read-only
    /// signers, writable others, read-only others; inside a group in order of first appearance, a program
    /// counted before its accounts. Version 0 takes accounts that neither sign nor are called from the tables
    /// where it can.
    static Result<Message> compile(MessageVersion version, const PublicKey& payer, const Blockhash& blockhash,
                                   std::span<const Instruction> instructions, std::span<const LookupTable> tables = {});
    /// Every byte accounted for; trailing bytes, non-minimal lengths and unknown versions are refused.
    static Result<Message> parse(ByteSpan bytes);

    Bytes serialize() const;

    MessageVersion version() const { return m_version; }
    const MessageHeader& header() const { return m_header; }
    const std::vector<PublicKey>& staticKeys() const { return m_staticKeys; }
    const Blockhash& blockhash() const { return m_blockhash; }
    const std::vector<CompiledInstruction>& compiledInstructions() const { return m_instructions; }
    const std::vector<AddressTableLookup>& lookups() const { return m_lookups; }

    const PublicKey& feePayer() const { return m_staticKeys.front(); }
    std::span<const PublicKey> requiredSigners() const
    {
        return std::span(m_staticKeys).first(m_header.requiredSignatures);
    }
    /// Static and looked-up accounts together.
    std::size_t accountCount() const;
    bool isSigner(std::size_t index) const { return index < m_header.requiredSignatures; }
    /// As the header says; the runtime may demote a program or a sysvar afterwards.
    bool isWritable(std::size_t index) const;

    /// All accounts in index order: static, then looked up for writing, then for reading.
    /// `tables` must hold every table that the message names.
    Result<std::vector<AccountMeta>> accounts(std::span<const LookupTable> tables = {}) const;
    /// The calls with whole addresses and the flags of the message.
    Result<std::vector<Instruction>> instructions(std::span<const LookupTable> tables = {}) const;

    /// The same message on another blockhash.
    Message withBlockhash(const Blockhash& blockhash) const;

    friend bool operator==(const Message&, const Message&) = default;

private:
    Message() = default;
    Result<void> check() const;
    std::size_t writtenSize() const;

    MessageVersion m_version = MessageVersion::Legacy;
    MessageHeader m_header;
    std::vector<PublicKey> m_staticKeys;
    Blockhash m_blockhash;
    std::vector<CompiledInstruction> m_instructions;
    std::vector<AddressTableLookup> m_lookups;
};

} // namespace outpost::solana
