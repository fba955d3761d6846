// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chain/solana/Message.h"

#include "core/chain/solana/SolanaErrors.h"
#include "core/codec/ByteReader.h"
#include "core/codec/ByteWriter.h"

#include <unordered_set>

namespace outpost::solana {

namespace {

constexpr std::uint8_t kVersionFlag = 0x80;
constexpr std::size_t kMaxAccounts = 256;

/// What all instructions together ask of one account.
struct Needs {
    PublicKey key;
    bool isSigner = false;
    bool isWritable = false;
    bool isInvoked = false;
    bool isInTable = false;
};

/// Accounts in order of first appearance, each with the union of what is asked of it. A message has few enough accounts
/// that looking through them is quicker than hashing.
class KeyCollector {
public:
    KeyCollector() { m_needs.reserve(32); }
    Needs& need(const PublicKey& key)
    {
        const auto found =
            std::find_if(m_needs.begin(), m_needs.end(), [&](const Needs& needs) { return needs.key == key; });
        return found != m_needs.end() ? *found : m_needs.emplace_back(Needs{key});
    }
    std::vector<Needs>& all() { return m_needs; }

private:
    std::vector<Needs> m_needs;
};

KeyCollector collect(const PublicKey& payer, std::span<const Instruction> instructions)
{
    KeyCollector keys;
    Needs& first = keys.need(payer);
    first.isSigner = true;
    first.isWritable = true;
    for (const Instruction& instruction : instructions) {
        keys.need(instruction.program).isInvoked = true;
        for (const AccountMeta& meta : instruction.accounts) {
            Needs& needs = keys.need(meta.key);
            needs.isSigner |= meta.isSigner;
            needs.isWritable |= meta.isWritable;
        }
    }
    return keys;
}

/// Moves what the table holds out of the static keys; answers their positions in the table.
Bytes drain(std::vector<Needs>& all, const LookupTable& table, bool isWritable, std::vector<PublicKey>& drained)
{
    Bytes positions;
    for (Needs& needs : all) {
        if (needs.isInTable || needs.isSigner || needs.isInvoked || needs.isWritable != isWritable)
            continue;
        const auto found = std::find(table.addresses.begin(), table.addresses.end(), needs.key);
        const auto position = found - table.addresses.begin();
        if (found == table.addresses.end() || position > 255)
            continue;
        needs.isInTable = true;
        positions.push_back(static_cast<std::uint8_t>(position));
        drained.push_back(needs.key);
    }
    return positions;
}

bool hasRepeats(std::span<const AccountMeta> accounts)
{
    std::unordered_set<PublicKey> seen;
    return !std::all_of(accounts.begin(), accounts.end(),
                        [&](const AccountMeta& meta) { return seen.insert(meta.key).second; });
}

void writeIndexed(codec::ByteWriter& out, ByteSpan bytes)
{
    out.compactU16(static_cast<std::uint16_t>(bytes.size())).bytes(bytes);
}

Bytes readIndexed(codec::ByteReader& in)
{
    return toBytes(in.take(in.compactCount(1)));
}

} // namespace

Result<Message> Message::compile(MessageVersion version, const PublicKey& payer, const Blockhash& blockhash,
                                 std::span<const Instruction> instructions, std::span<const LookupTable> tables)
{
    KeyCollector keys = collect(payer, instructions);
    Message m;
    m.m_version = version;
    m.m_blockhash = blockhash;

    std::vector<PublicKey> lookedUpWritable;
    std::vector<PublicKey> lookedUpReadonly;
    if (version == MessageVersion::V0) {
        for (const LookupTable& table : tables) {
            AddressTableLookup lookup{table.key, drain(keys.all(), table, true, lookedUpWritable),
                                      drain(keys.all(), table, false, lookedUpReadonly)};
            if (!lookup.writableIndexes.empty() || !lookup.readonlyIndexes.empty())
                m.m_lookups.push_back(std::move(lookup));
        }
    }

    std::array<std::size_t, 4> groupSizes{};
    for (std::size_t group = 0; group < 4; ++group) {
        for (const Needs& needs : keys.all()) {
            if (needs.isInTable || needs.isSigner != (group < 2) || needs.isWritable != (group % 2 == 0))
                continue;
            m.m_staticKeys.push_back(needs.key);
            ++groupSizes[group];
        }
    }
    const std::size_t total = m.m_staticKeys.size() + lookedUpWritable.size() + lookedUpReadonly.size();
    if (total > kMaxAccounts || groupSizes[0] + groupSizes[1] >= kVersionFlag)
        return fail(errors::kSolanaTooManyAccounts, std::to_string(total) + " accounts");
    m.m_header = {static_cast<std::uint8_t>(groupSizes[0] + groupSizes[1]), static_cast<std::uint8_t>(groupSizes[1]),
                  static_cast<std::uint8_t>(groupSizes[3])};

    std::vector<PublicKey> all = m.m_staticKeys;
    all.insert(all.end(), lookedUpWritable.begin(), lookedUpWritable.end());
    all.insert(all.end(), lookedUpReadonly.begin(), lookedUpReadonly.end());
    const auto indexOf = [&all](const PublicKey& key) {
        return static_cast<std::uint8_t>(std::find(all.begin(), all.end(), key) - all.begin());
    };
    for (const Instruction& instruction : instructions) {
        if (instruction.data.size() > kMaxTransactionBytes || instruction.accounts.size() > kMaxTransactionBytes)
            return fail(errors::kSolanaTooLarge, "instruction larger than a transaction");
        CompiledInstruction compiled{indexOf(instruction.program), {}, instruction.data};
        for (const AccountMeta& meta : instruction.accounts)
            compiled.accountIndexes.push_back(indexOf(meta.key));
        m.m_instructions.push_back(std::move(compiled));
    }
    OUTPOST_CHECK(m.check());
    return m;
}

Result<Message> Message::parse(ByteSpan bytes)
{
    if (bytes.size() > kMaxTransactionBytes)
        return fail(errors::kSolanaTooLarge, "message longer than a transaction may be");
    codec::ByteReader in(bytes);
    Message m;
    std::uint8_t first = in.u8();
    if ((first & kVersionFlag) != 0) {
        if (first != kVersionFlag)
            return fail(errors::kSolanaUnsupportedVersion, "message version " + std::to_string(first & 0x7F));
        m.m_version = MessageVersion::V0;
        first = in.u8();
    }
    m.m_header.requiredSignatures = first;
    m.m_header.readonlySigned = in.u8();
    m.m_header.readonlyUnsigned = in.u8();
    const std::size_t keyCount = in.compactCount(PublicKey::kSize);
    m.m_staticKeys.reserve(keyCount);
    for (std::size_t i = 0; i < keyCount; ++i)
        m.m_staticKeys.emplace_back(in.array<32>());
    m.m_blockhash = Blockhash(in.array<32>());
    const std::size_t instructionCount = in.compactCount(3);
    for (std::size_t i = 0; i < instructionCount && in.ok(); ++i) {
        CompiledInstruction instruction;
        instruction.programIndex = in.u8();
        instruction.accountIndexes = readIndexed(in);
        instruction.data = readIndexed(in);
        m.m_instructions.push_back(std::move(instruction));
    }
    if (m.m_version == MessageVersion::V0) {
        const std::size_t lookupCount = in.compactCount(PublicKey::kSize + 2);
        for (std::size_t i = 0; i < lookupCount && in.ok(); ++i) {
            AddressTableLookup lookup;
            lookup.table = PublicKey(in.array<32>());
            lookup.writableIndexes = readIndexed(in);
            lookup.readonlyIndexes = readIndexed(in);
            m.m_lookups.push_back(std::move(lookup));
        }
    }
    if (const auto whole = in.finish(); !whole) {
        Error error(errors::kSolanaMalformed, "message cut off, or followed by other bytes");
        return fail(std::move(error.causedBy(whole.error())));
    }
    OUTPOST_CHECK(m.check());
    return m;
}

Result<void> Message::check() const
{
    const auto malformed = [](const char* what) { return fail(errors::kSolanaMalformed, what); };
    if (m_header.requiredSignatures == 0 || m_header.requiredSignatures >= kVersionFlag ||
        m_header.requiredSignatures > m_staticKeys.size())
        return malformed("number of signers does not fit the accounts");
    if (m_header.readonlySigned >= m_header.requiredSignatures)
        return malformed("the fee payer must be writable");
    if (m_header.requiredSignatures + m_header.readonlyUnsigned > m_staticKeys.size())
        return malformed("number of read-only accounts does not fit");
    const std::size_t total = accountCount();
    if (total > kMaxAccounts)
        return fail(errors::kSolanaTooManyAccounts, std::to_string(total) + " accounts");
    for (auto key = m_staticKeys.begin(); key != m_staticKeys.end(); ++key) {
        if (std::find(m_staticKeys.begin(), key, *key) != key)
            return malformed("an account appears twice");
    }
    for (const AddressTableLookup& lookup : m_lookups) {
        if (lookup.writableIndexes.empty() && lookup.readonlyIndexes.empty())
            return malformed("a lookup that loads nothing");
    }
    for (const CompiledInstruction& instruction : m_instructions) {
        // The fee payer cannot be a program, and programs never come from tables.
        if (instruction.programIndex == 0 || instruction.programIndex >= m_staticKeys.size())
            return malformed("program index out of range");
        if (std::any_of(instruction.accountIndexes.begin(), instruction.accountIndexes.end(),
                        [&](std::uint8_t index) { return index >= total; }))
            return malformed("account index out of range");
    }
    if (1 + Signature::kSize * m_header.requiredSignatures + writtenSize() > kMaxTransactionBytes)
        return fail(errors::kSolanaTooLarge, "transaction longer than 1232 bytes");
    return {};
}

std::size_t Message::writtenSize() const
{
    const auto prefixed = [](std::size_t n) { return n + (n < 0x80 ? 1 : n < 0x4000 ? 2 : 3); };
    const auto lengthOfCount = [&](std::size_t n) { return prefixed(n) - n; };
    std::size_t size = 3 + lengthOfCount(m_staticKeys.size()) + m_staticKeys.size() * PublicKey::kSize +
                       Blockhash::kSize + lengthOfCount(m_instructions.size());
    for (const CompiledInstruction& i : m_instructions)
        size += 1 + prefixed(i.accountIndexes.size()) + prefixed(i.data.size());
    if (m_version == MessageVersion::V0) {
        size += 1 + lengthOfCount(m_lookups.size());
        for (const AddressTableLookup& l : m_lookups)
            size += PublicKey::kSize + prefixed(l.writableIndexes.size()) + prefixed(l.readonlyIndexes.size());
    }
    return size;
}

Bytes Message::serialize() const
{
    codec::ByteWriter out;
    if (m_version == MessageVersion::V0)
        out.u8(kVersionFlag);
    out.u8(m_header.requiredSignatures).u8(m_header.readonlySigned).u8(m_header.readonlyUnsigned);
    out.compactU16(static_cast<std::uint16_t>(m_staticKeys.size()));
    for (const PublicKey& key : m_staticKeys)
        out.bytes(key.span());
    out.bytes(m_blockhash.span());
    out.compactU16(static_cast<std::uint16_t>(m_instructions.size()));
    for (const CompiledInstruction& instruction : m_instructions) {
        out.u8(instruction.programIndex);
        writeIndexed(out, instruction.accountIndexes);
        writeIndexed(out, instruction.data);
    }
    if (m_version == MessageVersion::V0) {
        out.compactU16(static_cast<std::uint16_t>(m_lookups.size()));
        for (const AddressTableLookup& lookup : m_lookups) {
            out.bytes(lookup.table.span());
            writeIndexed(out, lookup.writableIndexes);
            writeIndexed(out, lookup.readonlyIndexes);
        }
    }
    return out.done();
}

std::size_t Message::accountCount() const
{
    std::size_t count = m_staticKeys.size();
    for (const AddressTableLookup& lookup : m_lookups)
        count += lookup.writableIndexes.size() + lookup.readonlyIndexes.size();
    return count;
}

bool Message::isWritable(std::size_t index) const
{
    const std::size_t statics = m_staticKeys.size();
    if (index < m_header.requiredSignatures)
        return index < static_cast<std::size_t>(m_header.requiredSignatures - m_header.readonlySigned);
    if (index < statics)
        return index < statics - m_header.readonlyUnsigned;
    std::size_t lookedUpForWriting = 0;
    for (const AddressTableLookup& lookup : m_lookups)
        lookedUpForWriting += lookup.writableIndexes.size();
    return index < statics + lookedUpForWriting;
}

Result<std::vector<AccountMeta>> Message::accounts(std::span<const LookupTable> tables) const
{
    std::vector<AccountMeta> all;
    all.reserve(accountCount());
    for (std::size_t i = 0; i < m_staticKeys.size(); ++i)
        all.push_back({m_staticKeys[i], isSigner(i), isWritable(i)});
    for (const bool forWriting : {true, false}) {
        for (const AddressTableLookup& lookup : m_lookups) {
            const auto table =
                std::find_if(tables.begin(), tables.end(), [&](const LookupTable& t) { return t.key == lookup.table; });
            if (table == tables.end())
                return fail(errors::kSolanaLookupTableMissing, lookup.table.toBase58(), {lookup.table.toBase58()});
            for (const std::uint8_t index : forWriting ? lookup.writableIndexes : lookup.readonlyIndexes) {
                if (index >= table->addresses.size())
                    return fail(errors::kSolanaMalformed, "position beyond the end of the lookup table");
                all.push_back({table->addresses[index], false, forWriting});
            }
        }
    }
    if (hasRepeats(all))
        return fail(errors::kSolanaMalformed, "an account appears twice");
    return all;
}

Result<std::vector<Instruction>> Message::instructions(std::span<const LookupTable> tables) const
{
    OUTPOST_TRY(const std::vector<AccountMeta> all, accounts(tables));
    std::vector<Instruction> out;
    out.reserve(m_instructions.size());
    for (const CompiledInstruction& compiled : m_instructions) {
        Instruction instruction{m_staticKeys[compiled.programIndex], {}, compiled.data};
        instruction.accounts.reserve(compiled.accountIndexes.size());
        for (const std::uint8_t index : compiled.accountIndexes)
            instruction.accounts.push_back(all[index]);
        out.push_back(std::move(instruction));
    }
    return out;
}

Message Message::withBlockhash(const Blockhash& blockhash) const
{
    Message copy = *this;
    copy.m_blockhash = blockhash;
    return copy;
}

} // namespace outpost::solana
