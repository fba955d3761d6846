// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/networks/DemoTransaction.h"

#include <algorithm>

namespace outpost::demo {

namespace {

constexpr std::size_t kPacketBytes = 1232;

/// Reads forward through bytes; after the first failure everything fails.
class Cursor {
public:
    explicit Cursor(ByteSpan bytes) : m_bytes(bytes) {}

    bool failed() const { return m_failed; }
    std::size_t left() const { return m_bytes.size() - m_at; }
    std::size_t position() const { return m_at; }
    std::uint8_t byte()
    {
        const auto span = take(1);
        return span.empty() ? 0 : span[0];
    }
    ByteSpan take(std::size_t count)
    {
        if (m_failed || left() < count) {
            m_failed = true;
            return {};
        }
        const auto span = m_bytes.subspan(m_at, count);
        m_at += count;
        return span;
    }
    Pubkey key()
    {
        Pubkey key;
        if (const auto span = take(32); !span.empty())
            std::ranges::copy(span, key.bytes.begin());
        return key;
    }
    /// Solana's compact length: seven bits a byte, at most three bytes and 65,535, no longer than needed.
    std::size_t length()
    {
        std::uint32_t value = 0;
        for (int i = 0; i < 3; ++i) {
            const std::uint8_t part = byte();
            if (m_failed)
                return 0;
            value |= static_cast<std::uint32_t>(part & 0x7f) << (7 * i);
            if (part & 0x80)
                continue;
            if ((i > 0 && part == 0) || value > 0xffff)
                break;
            return value;
        }
        m_failed = true;
        return 0;
    }
    std::vector<std::uint8_t> indexes()
    {
        const auto span = take(length());
        return {span.begin(), span.end()};
    }

private:
    ByteSpan m_bytes;
    std::size_t m_at = 0;
    bool m_failed = false;
};

void appendLength(Bytes& out, std::size_t value)
{
    while (value > 0x7f) {
        out.push_back(static_cast<std::uint8_t>(value & 0x7f) | 0x80);
        value >>= 7;
    }
    out.push_back(static_cast<std::uint8_t>(value));
}

void appendKey(Bytes& out, const Pubkey& key)
{
    out.insert(out.end(), key.bytes.begin(), key.bytes.end());
}

template <class T> void appendLe(Bytes& out, T value)
{
    for (std::size_t i = 0; i < sizeof(T); ++i)
        out.push_back(static_cast<std::uint8_t>(value >> (8 * i)));
}

const char* unsane(const ParsedMessage& m)
{
    std::size_t total = m.keys.size();
    for (const auto& lookup : m.lookups) {
        if (lookup.writable.empty() && lookup.readonly.empty())
            return "a table lookup looks nothing up";
        total += lookup.writable.size() + lookup.readonly.size();
    }
    if (total > 256)
        return "more than 256 accounts";
    if (static_cast<std::size_t>(m.requiredSignatures) + m.readonlyUnsigned > m.keys.size())
        return "the header counts more accounts than there are";
    if (m.readonlySigned >= m.requiredSignatures)
        return "the fee payer is not writable";
    for (const auto& instruction : m.instructions) {
        if (instruction.program == 0)
            return "the fee payer is called as a program";
        if (instruction.program >= m.keys.size())
            return "a program is not among the message's own accounts";
        for (const auto index : instruction.accounts) {
            if (index >= total)
                return "an instruction names an account that is not there";
        }
    }
    return nullptr;
}

} // namespace

bool ParsedMessage::isHeaderWritable(std::size_t index) const
{
    if (index < requiredSignatures)
        return index < static_cast<std::size_t>(requiredSignatures - readonlySigned);
    return index < keys.size() - readonlyUnsigned;
}

std::vector<Instruction> ParsedMessage::resolved() const
{
    std::vector<Instruction> out;
    for (const auto& compiled : instructions) {
        Instruction instruction{keys[compiled.program], {}, compiled.data};
        for (const auto index : compiled.accounts) {
            if (index < keys.size())
                instruction.accounts.push_back({keys[index], isSigner(index), isHeaderWritable(index)});
        }
        out.push_back(std::move(instruction));
    }
    return out;
}

Result<ParsedMessage> parseMessage(ByteSpan bytes)
{
    Cursor in(bytes);
    ParsedMessage m;
    std::uint8_t first = in.byte();
    if (first & 0x80) {
        if ((first & 0x7f) != 0)
            return fail(errors::kMalformed, "a message of an unknown version");
        m.isVersioned = true;
        first = in.byte();
    }
    m.requiredSignatures = first;
    m.readonlySigned = in.byte();
    m.readonlyUnsigned = in.byte();
    const std::size_t keys = in.length();
    if (in.failed() || in.left() / 32 < keys)
        return fail(errors::kMalformed, "the message ends early");
    for (std::size_t i = 0; i < keys; ++i)
        m.keys.push_back(in.key());
    m.blockhash = in.key();
    const std::size_t instructions = in.length();
    for (std::size_t i = 0; i < instructions && !in.failed(); ++i) {
        CompiledInstruction instruction;
        instruction.program = in.byte();
        instruction.accounts = in.indexes();
        instruction.data = toBytes(in.take(in.length()));
        m.instructions.push_back(std::move(instruction));
    }
    if (m.isVersioned) {
        const std::size_t lookups = in.length();
        for (std::size_t i = 0; i < lookups && !in.failed(); ++i) {
            TableLookup lookup;
            lookup.table = in.key();
            lookup.writable = in.indexes();
            lookup.readonly = in.indexes();
            m.lookups.push_back(std::move(lookup));
        }
    }
    if (in.failed())
        return fail(errors::kMalformed, "the message ends early");
    if (in.left() != 0)
        return fail(errors::kMalformed, "there are bytes behind the message");
    if (const char* why = unsane(m))
        return fail(errors::kMalformed, why);
    return m;
}

Result<ParsedTransaction> parseTransaction(ByteSpan bytes)
{
    if (bytes.size() > kPacketBytes)
        return fail(errors::kTooLong, "a transaction has at most 1232 bytes");
    Cursor in(bytes);
    ParsedTransaction tx;
    const std::size_t signatures = in.length();
    if (in.failed() || in.left() / 64 < signatures)
        return fail(errors::kMalformed, "the transaction ends early");
    for (std::size_t i = 0; i < signatures; ++i) {
        std::array<std::uint8_t, 64> signature{};
        std::ranges::copy(in.take(64), signature.begin());
        tx.signatures.push_back(signature);
    }
    tx.messageBytes = toBytes(bytes.subspan(in.position()));
    OUTPOST_TRY(tx.message, parseMessage(tx.messageBytes));
    if (tx.signatures.size() != tx.message.requiredSignatures)
        return fail(errors::kMalformed, "the number of signatures is not the one the message wants");
    return tx;
}

Bytes compileMessage(const Pubkey& payer, const std::vector<Instruction>& instructions, const Pubkey& blockhash,
                     bool versioned)
{
    std::vector<AccountMeta> all{{payer, true, true}};
    const auto add = [&all](const AccountMeta& meta) {
        const auto known = std::ranges::find(all, meta.key, &AccountMeta::key);
        if (known == all.end()) {
            all.push_back(meta);
        } else {
            known->signer |= meta.signer;
            known->writable |= meta.writable;
        }
    };
    for (const auto& instruction : instructions) {
        add({instruction.program, false, false});
        std::ranges::for_each(instruction.accounts, add);
    }
    const auto group = [](const AccountMeta& m) { return (m.signer ? 0 : 2) + (m.writable ? 0 : 1); };
    std::stable_sort(all.begin() + 1, all.end(),
                     [&](const AccountMeta& a, const AccountMeta& b) { return group(a) < group(b); });
    const auto indexOf = [&all](const Pubkey& key) {
        return static_cast<std::uint8_t>(std::ranges::find(all, key, &AccountMeta::key) - all.begin());
    };
    const auto count = [&](bool signer, bool writable) {
        return static_cast<std::uint8_t>(std::ranges::count_if(
            all, [&](const AccountMeta& m) { return m.signer == signer && m.writable == writable; }));
    };

    Bytes out;
    if (versioned)
        out.push_back(0x80);
    out.push_back(static_cast<std::uint8_t>(count(true, true) + count(true, false)));
    out.push_back(count(true, false));
    out.push_back(count(false, false));
    appendLength(out, all.size());
    for (const auto& meta : all)
        appendKey(out, meta.key);
    appendKey(out, blockhash);
    appendLength(out, instructions.size());
    for (const auto& instruction : instructions) {
        out.push_back(indexOf(instruction.program));
        appendLength(out, instruction.accounts.size());
        for (const auto& meta : instruction.accounts)
            out.push_back(indexOf(meta.key));
        appendLength(out, instruction.data.size());
        out.insert(out.end(), instruction.data.begin(), instruction.data.end());
    }
    if (versioned)
        appendLength(out, 0);
    return out;
}

Bytes signedTransaction(ByteSpan message, std::span<const Keypair> signers)
{
    const auto parsed = parseMessage(message);
    Bytes out;
    const std::size_t wanted = parsed ? parsed->requiredSignatures : 0;
    appendLength(out, wanted);
    for (std::size_t i = 0; i < wanted; ++i) {
        const auto signer = std::ranges::find(signers, parsed->keys[i], &Keypair::key);
        const auto signature = signer == signers.end() ? std::array<std::uint8_t, 64>{} : signer->sign(message);
        out.insert(out.end(), signature.begin(), signature.end());
    }
    out.insert(out.end(), message.begin(), message.end());
    return out;
}

Result<Bytes> coSigned(ByteSpan transaction, const Keypair& signer)
{
    OUTPOST_TRY(const ParsedTransaction parsed, parseTransaction(transaction));
    Bytes out = toBytes(transaction);
    const std::size_t start = out.size() - parsed.messageBytes.size() - 64 * parsed.signatures.size();
    for (std::size_t i = 0; i < parsed.signatures.size(); ++i) {
        if (parsed.message.keys[i] == signer.key) {
            std::ranges::copy(signer.sign(parsed.messageBytes),
                              out.begin() + static_cast<std::ptrdiff_t>(start + 64 * i));
            return out;
        }
    }
    return fail(errors::kMalformed, "this key is not among the transaction's signers");
}

namespace make {

Instruction systemTransfer(const Pubkey& from, const Pubkey& to, std::uint64_t lamports)
{
    Instruction out{ids::kSystem, {{from, true, true}, {to, false, true}}, {2, 0, 0, 0}};
    appendLe(out.data, lamports);
    return out;
}

Instruction systemCreateAccount(const Pubkey& payer, const Pubkey& account, std::uint64_t lamports, std::uint64_t space,
                                const Pubkey& owner)
{
    Instruction out{ids::kSystem, {{payer, true, true}, {account, true, true}}, {0, 0, 0, 0}};
    appendLe(out.data, lamports);
    appendLe(out.data, space);
    appendKey(out.data, owner);
    return out;
}

Instruction tokenTransfer(const Pubkey& source, const Pubkey& destination, const Pubkey& owner, std::uint64_t amount)
{
    Instruction out{ids::kToken, {{source, false, true}, {destination, false, true}, {owner, true, false}}, {3}};
    appendLe(out.data, amount);
    return out;
}

Instruction tokenMintTo(const Pubkey& mint, const Pubkey& account, const Pubkey& authority, std::uint64_t amount)
{
    Instruction out{ids::kToken, {{mint, false, true}, {account, false, true}, {authority, true, false}}, {7}};
    appendLe(out.data, amount);
    return out;
}

Instruction tokenBurn(const Pubkey& account, const Pubkey& mint, const Pubkey& owner, std::uint64_t amount)
{
    Instruction out{ids::kToken, {{account, false, true}, {mint, false, true}, {owner, true, false}}, {8}};
    appendLe(out.data, amount);
    return out;
}

Instruction createAssociatedToken(const Pubkey& payer, const Pubkey& owner, const Pubkey& mint, bool idempotent)
{
    return {ids::kAssociatedToken,
            {{payer, true, true},
             {associatedTokenAddress(owner, mint), false, true},
             {owner, false, false},
             {mint, false, false},
             {ids::kSystem, false, false},
             {ids::kToken, false, false}},
            {static_cast<std::uint8_t>(idempotent ? 1 : 0)}};
}

Instruction computeUnitLimit(std::uint32_t units)
{
    Instruction out{ids::kComputeBudget, {}, {2}};
    appendLe(out.data, units);
    return out;
}

Instruction computeUnitPrice(std::uint64_t microLamports)
{
    Instruction out{ids::kComputeBudget, {}, {3}};
    appendLe(out.data, microLamports);
    return out;
}

Instruction memo(std::string_view text, const std::vector<Pubkey>& signers)
{
    Instruction out{ids::kMemo, {}, toBytes(asBytes(text))};
    for (const auto& signer : signers)
        out.accounts.push_back({signer, true, false});
    return out;
}

Instruction ed25519Verify(const Keypair& signer, ByteSpan message)
{
    Instruction out{ids::kEd25519, {}, {1, 0}};
    for (const int value : {48, 0xffff, 16, 0xffff, 112, static_cast<int>(message.size()), 0xffff})
        appendLe(out.data, static_cast<std::uint16_t>(value));
    appendKey(out.data, signer.key);
    const auto signature = signer.sign(message);
    out.data.insert(out.data.end(), signature.begin(), signature.end());
    out.data.insert(out.data.end(), message.begin(), message.end());
    return out;
}

} // namespace make

Pubkey associatedTokenAddress(const Pubkey& owner, const Pubkey& mint)
{
    return findProgramAddress({owner.bytes, ids::kToken.bytes, mint.bytes}, ids::kAssociatedToken).key;
}

} // namespace outpost::demo
