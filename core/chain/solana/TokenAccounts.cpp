// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chain/solana/TokenAccounts.h"

#include "core/chain/solana/Builders.h"
#include "core/chain/solana/SolanaErrors.h"
#include "core/codec/ByteReader.h"

namespace outpost::solana {

namespace {

/// The token program writes options with a tag of four bytes and always leaves room for the value.
bool tag(codec::ByteReader& in)
{
    const std::uint32_t value = in.u32();
    if (value > 1)
        in.invalidate();
    return value == 1;
}

std::optional<PublicKey> optionalKey(codec::ByteReader& in)
{
    const bool isPresent = tag(in);
    const PublicKey key(in.array<32>());
    return isPresent ? std::optional(key) : std::nullopt;
}

} // namespace

Result<TokenAccount> parseTokenAccount(ByteSpan data)
{
    if (data.size() != token::kAccountLength)
        return fail(errors::kSolanaBadAccountData, "a token account has 165 bytes");
    codec::ByteReader in(data);
    TokenAccount account;
    account.mint = PublicKey(in.array<32>());
    account.owner = PublicKey(in.array<32>());
    account.amount = in.u64();
    account.delegate = optionalKey(in);
    const std::uint8_t state = in.u8();
    const bool isNative = tag(in);
    const std::uint64_t reserve = in.u64();
    account.delegatedAmount = in.u64();
    account.closeAuthority = optionalKey(in);
    if (!in.finish() || state == 0 || state > 2)
        return fail(errors::kSolanaBadAccountData, "not an initialised token account");
    account.state = static_cast<TokenAccount::State>(state);
    if (isNative)
        account.nativeReserve = reserve;
    return account;
}

Result<Mint> parseMint(ByteSpan data)
{
    if (data.size() != token::kMintLength)
        return fail(errors::kSolanaBadAccountData, "a mint has 82 bytes");
    codec::ByteReader in(data);
    Mint mint;
    mint.mintAuthority = optionalKey(in);
    mint.supply = in.u64();
    mint.decimals = in.u8();
    mint.isInitialised = in.boolean();
    mint.freezeAuthority = optionalKey(in);
    if (!in.finish() || !mint.isInitialised)
        return fail(errors::kSolanaBadAccountData, "not an initialised mint");
    return mint;
}

} // namespace outpost::solana
