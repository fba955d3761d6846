// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chain/solana/Builders.h"

#include "core/chain/solana/SolanaErrors.h"
#include "core/codec/ByteReader.h"
#include "core/codec/ByteWriter.h"

namespace outpost::solana {

using codec::ByteWriter;

namespace computeBudget {

Instruction setUnitLimit(std::uint32_t units)
{
    return {programs::kComputeBudget, {}, ByteWriter().u8(2).u32(units).done()};
}

Instruction setUnitPrice(std::uint64_t microLamports)
{
    return {programs::kComputeBudget, {}, ByteWriter().u8(3).u64(microLamports).done()};
}

Instruction setLoadedAccountsLimit(std::uint32_t bytes)
{
    return {programs::kComputeBudget, {}, ByteWriter().u8(4).u32(bytes).done()};
}

} // namespace computeBudget

namespace systemProgram {

Instruction transfer(const PublicKey& from, const PublicKey& to, std::uint64_t lamports)
{
    return {programs::kSystem, {writableSigner(from), writable(to)}, ByteWriter().u32(2).u64(lamports).done()};
}

Instruction createAccount(const PublicKey& payer, const PublicKey& account, std::uint64_t lamports,
                          std::uint64_t dataLength, const PublicKey& owner)
{
    return {programs::kSystem,
            {writableSigner(payer), writableSigner(account)},
            ByteWriter().u32(0).u64(lamports).u64(dataLength).bytes(owner.span()).done()};
}

} // namespace systemProgram

namespace token {

Instruction transferChecked(const PublicKey& source, const PublicKey& mint, const PublicKey& destination,
                            const PublicKey& owner, std::uint64_t amount, std::uint8_t decimals)
{
    return {programs::kToken,
            {writable(source), readOnly(mint), writable(destination), signer(owner)},
            ByteWriter().u8(12).u64(amount).u8(decimals).done()};
}

Instruction closeAccount(const PublicKey& account, const PublicKey& destination, const PublicKey& owner)
{
    return {programs::kToken, {writable(account), writable(destination), signer(owner)}, {9}};
}

Instruction syncNative(const PublicKey& account)
{
    return {programs::kToken, {writable(account)}, {17}};
}

} // namespace token

PublicKey associatedTokenAddress(const PublicKey& owner, const PublicKey& mint, const PublicKey& tokenProgram)
{
    return deriveAddress({owner.span(), tokenProgram.span(), mint.span()}, programs::kAssociatedToken);
}

namespace associatedToken {

Instruction createIdempotent(const PublicKey& payer, const PublicKey& owner, const PublicKey& mint)
{
    return {programs::kAssociatedToken,
            {writableSigner(payer), writable(associatedTokenAddress(owner, mint)), readOnly(owner), readOnly(mint),
             readOnly(programs::kSystem), readOnly(programs::kToken)},
            {1}};
}

} // namespace associatedToken

namespace memo {

Instruction write(std::string_view utf8, std::span<const PublicKey> signers)
{
    Instruction instruction{programs::kMemo, {}, toBytes(asBytes(utf8))};
    for (const PublicKey& key : signers)
        instruction.accounts.push_back(signer(key));
    return instruction;
}

} // namespace memo

namespace ed25519 {

Instruction verify(const PublicKey& key, const Signature& signature, ByteSpan message)
{
    constexpr std::uint16_t kThisInstruction = 0xFFFF;
    constexpr std::uint16_t kKeyAt = 16;
    constexpr std::uint16_t kSignatureAt = kKeyAt + PublicKey::kSize;
    constexpr std::uint16_t kMessageAt = kSignatureAt + Signature::kSize;
    ByteWriter data;
    data.u8(1).u8(0);
    data.u16(kSignatureAt).u16(kThisInstruction).u16(kKeyAt).u16(kThisInstruction);
    data.u16(kMessageAt).u16(static_cast<std::uint16_t>(message.size())).u16(kThisInstruction);
    data.bytes(key.span()).bytes(signature.span()).bytes(message);
    return {programs::kEd25519, {}, data.done()};
}

} // namespace ed25519

namespace lookupTable {

Result<LookupTable> parseAccount(const PublicKey& key, ByteSpan data)
{
    constexpr std::size_t kHeader = 56;
    constexpr std::size_t kMostAddresses = 256;
    constexpr std::uint32_t kInitialised = 1;
    codec::ByteReader in(data);
    if (data.size() < kHeader || (data.size() - kHeader) % PublicKey::kSize != 0 ||
        data.size() > kHeader + kMostAddresses * PublicKey::kSize || in.u32() != kInitialised)
        return fail(errors::kSolanaBadAccountData, "not a lookup table");
    in.skip(kHeader - sizeof(std::uint32_t));
    LookupTable table{key, {}};
    while (in.left() > 0)
        table.addresses.emplace_back(in.array<32>());
    OUTPOST_CHECK(in.finish());
    return table;
}

} // namespace lookupTable

} // namespace outpost::solana
