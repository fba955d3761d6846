// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sim/programs/Builtins.h"

namespace outpost::sim {

namespace {

constexpr std::size_t kAccountSize = 165;
constexpr std::size_t kMintSize = 82;

enum Custom : std::uint32_t {
    kNotRentExempt = 0,
    kInsufficientFunds = 1,
    kInvalidMint = 2,
    kMintMismatch = 3,
    kOwnerMismatch = 4,
    kFixedSupply = 5,
    kAlreadyInUse = 6,
    kNativeNotSupported = 10,
    kNonNativeHasBalance = 11,
    kInvalidInstruction = 12,
    kInvalidState = 13,
    kOverflow = 14,
    kAuthorityTypeNotSupported = 15,
    kMintCannotFreeze = 16,
    kAccountFrozen = 17,
    kDecimalsMismatch = 18,
    kNonNativeNotSupported = 19,
};

struct TokenState {
    Pubkey mint;
    Pubkey owner;
    std::uint64_t amount = 0;
    std::optional<Pubkey> delegate;
    std::uint8_t state = 0;              ///< 0 not initialised, 1 in use, 2 frozen
    std::optional<std::uint64_t> native; ///< rent reserve of wrapped lamports
    std::uint64_t delegated = 0;
    std::optional<Pubkey> closeAuthority;
};

struct MintState {
    std::optional<Pubkey> authority;
    std::uint64_t supply = 0;
    std::uint8_t decimals = 0;
    bool initialised = false;
    std::optional<Pubkey> freezeAuthority;
};

Pubkey keyAt(ByteSpan data, std::size_t at)
{
    return *Pubkey::fromBytes(data.subspan(at, 32));
}

void putKey(std::span<std::uint8_t> data, std::size_t at, const Pubkey& key)
{
    std::ranges::copy(key.bytes, data.begin() + static_cast<std::ptrdiff_t>(at));
}

/// COption<Pubkey>: a word 0 or 1, then the key.
Executed<std::optional<Pubkey>> optionalKey(ByteSpan data, std::size_t at)
{
    switch (getLe(data, at, 4)) {
    case 0:
        return std::nullopt;
    case 1:
        return keyAt(data, at + 4);
    default:
        return std::unexpected(InstructionError::named("InvalidAccountData"));
    }
}

/// An absent key clears the word before it and leaves the old bytes, as the program does.
void putOptionalKey(std::span<std::uint8_t> data, std::size_t at, const std::optional<Pubkey>& key)
{
    putLe(data, at, key ? 1 : 0, 4);
    if (key)
        putKey(data, at + 4, *key);
}

Executed<TokenState> readAny(const Account& account)
{
    const ByteSpan data = account.data;
    if (data.size() != kAccountSize)
        return std::unexpected(InstructionError::named("InvalidAccountData"));
    TokenState state;
    state.mint = keyAt(data, 0);
    state.owner = keyAt(data, 32);
    state.amount = getLe(data, 64, 8);
    const auto delegate = optionalKey(data, 72);
    const auto close = optionalKey(data, 129);
    const std::uint64_t native = getLe(data, 109, 4);
    if (!delegate || !close || native > 1 || data[108] > 2)
        return std::unexpected(InstructionError::named("InvalidAccountData"));
    state.delegate = *delegate;
    state.state = data[108];
    if (native == 1)
        state.native = getLe(data, 113, 8);
    state.delegated = getLe(data, 121, 8);
    state.closeAuthority = *close;
    return state;
}

Executed<TokenState> readToken(const Account& account)
{
    auto state = readAny(account);
    if (state && state->state == 0)
        return std::unexpected(InstructionError::named("UninitializedAccount"));
    return state;
}

void writeToken(Account& account, const TokenState& state)
{
    const std::span<std::uint8_t> data = account.data;
    putKey(data, 0, state.mint);
    putKey(data, 32, state.owner);
    putLe(data, 64, state.amount, 8);
    putOptionalKey(data, 72, state.delegate);
    data[108] = state.state;
    putLe(data, 109, state.native ? 1 : 0, 4);
    if (state.native)
        putLe(data, 113, *state.native, 8);
    putLe(data, 121, state.delegated, 8);
    putOptionalKey(data, 129, state.closeAuthority);
}

Executed<MintState> readAnyMint(const Account& account)
{
    const ByteSpan data = account.data;
    if (data.size() != kMintSize)
        return std::unexpected(InstructionError::named("InvalidAccountData"));
    MintState state;
    const auto authority = optionalKey(data, 0);
    const auto freeze = optionalKey(data, 46);
    if (!authority || !freeze || data[45] > 1)
        return std::unexpected(InstructionError::named("InvalidAccountData"));
    state.authority = *authority;
    state.supply = getLe(data, 36, 8);
    state.decimals = data[44];
    state.initialised = data[45] == 1;
    state.freezeAuthority = *freeze;
    return state;
}

Executed<MintState> readMint(const Account& account)
{
    auto state = readAnyMint(account);
    if (state && !state->initialised)
        return std::unexpected(InstructionError::named("UninitializedAccount"));
    return state;
}

void writeMint(Account& account, const MintState& state)
{
    const std::span<std::uint8_t> data = account.data;
    putOptionalKey(data, 0, state.authority);
    putLe(data, 36, state.supply, 8);
    data[44] = state.decimals;
    data[45] = state.initialised ? 1 : 0;
    putOptionalKey(data, 46, state.freezeAuthority);
}

#define TOKEN_TRY(decl, ...) OUTPOST_TRY_IMPL(OUTPOST_TRY_CONCAT(tokenTry, __LINE__), return, decl, __VA_ARGS__)
#define TOKEN_CHECK(...) OUTPOST_CHECK_IMPL(OUTPOST_TRY_CONCAT(tokenTry, __LINE__), return, __VA_ARGS__)

/// The SPL Token program without multisig. Source: solana-program/token (public), whose order of checks this follows.
class TokenProgram final : public BuiltinProgram {
public:
    Pubkey id() const override { return ids::kToken; }
    std::uint64_t baseUnits() const override { return 150; }

    Execution run(BuiltinContext& ctx) override
    {
        Arguments in(ctx.data());
        if (in.left() == 0)
            return refuse(kInvalidInstruction);
        const std::uint8_t tag = in.u8();
        switch (tag) {
        case 0:
        case 20:
            return initializeMint(ctx, in, tag == 20);
        case 1:
            return initializeAccount(ctx, std::nullopt, true);
        case 16:
        case 18: {
            const Pubkey owner = in.key();
            if (!in.ok())
                return refuse(kInvalidInstruction);
            return initializeAccount(ctx, owner, tag == 16);
        }
        case 3:
            return withAmount(ctx, in, false, &TokenProgram::transfer);
        case 12:
            return withAmount(ctx, in, true, &TokenProgram::transfer);
        case 4:
            return withAmount(ctx, in, false, &TokenProgram::approve);
        case 13:
            return withAmount(ctx, in, true, &TokenProgram::approve);
        case 7:
            return withAmount(ctx, in, false, &TokenProgram::mintTo);
        case 14:
            return withAmount(ctx, in, true, &TokenProgram::mintTo);
        case 8:
            return withAmount(ctx, in, false, &TokenProgram::burn);
        case 15:
            return withAmount(ctx, in, true, &TokenProgram::burn);
        case 5:
            return revoke(ctx);
        case 6:
            return setAuthority(ctx, in);
        case 9:
            return closeAccount(ctx);
        case 10:
        case 11:
            return freeze(ctx, tag == 10);
        case 17:
            return syncNative(ctx);
        case 22:
            return immutableOwner(ctx);
        case 21:
            return accountDataSize(ctx);
        case 2:
        case 19:
            return notSimulated(ctx, "multisig token authorities");
        case 23:
        case 24:
            return notSimulated(ctx, "amounts as text");
        default:
            return refuse(kInvalidInstruction);
        }
    }

private:
    struct Quantity {
        std::uint64_t amount = 0;
        std::optional<std::uint8_t> decimals; ///< given in the Checked forms
    };
    using Handler = Execution (TokenProgram::*)(BuiltinContext&, const Quantity&);

    Execution withAmount(BuiltinContext& ctx, Arguments& in, bool checked, Handler handler)
    {
        Quantity quantity;
        quantity.amount = in.u64();
        if (checked)
            quantity.decimals = in.u8();
        if (!in.ok())
            return refuse(kInvalidInstruction);
        return (this->*handler)(ctx, quantity);
    }

    static Execution own(BuiltinContext& ctx, std::size_t at)
    {
        if (ctx.read(at).owner != ids::kToken)
            return refuse("IncorrectProgramId");
        return {};
    }
    static Execution need(BuiltinContext& ctx, std::size_t count)
    {
        if (ctx.accounts().size() < count)
            return refuse("NotEnoughAccountKeys");
        return {};
    }
    /// The account at `at` must be this authority and must have signed.
    static Execution authority(BuiltinContext& ctx, std::size_t at, const Pubkey& expected)
    {
        const AccountMeta& meta = ctx.accounts()[at];
        if (meta.key != expected)
            return refuse(kOwnerMismatch);
        if (ctx.read(at).owner == ids::kToken && ctx.read(at).data.size() == 355)
            return notSimulated(ctx, "multisig token authorities");
        if (!meta.signer)
            return refuse("MissingRequiredSignature");
        return {};
    }
    static bool isExempt(const Account& account) { return account.lamports >= rentMinimum(account.data.size()); }

    static Execution initializeMint(BuiltinContext& ctx, Arguments& in, bool second)
    {
        const std::uint8_t decimals = in.u8();
        const Pubkey mintAuthority = in.key();
        const std::uint8_t hasFreeze = in.u8();
        std::optional<Pubkey> freezeAuthority;
        if (hasFreeze == 1)
            freezeAuthority = in.key();
        if (!in.ok() || hasFreeze > 1)
            return refuse(kInvalidInstruction);
        TOKEN_CHECK(need(ctx, second ? 1 : 2));
        TOKEN_TRY(MintState mint, readAnyMint(ctx.read(0)));
        if (mint.initialised)
            return refuse(kAlreadyInUse);
        if (!isExempt(ctx.read(0)))
            return refuse(kNotRentExempt);
        mint.authority = mintAuthority;
        mint.decimals = decimals;
        mint.initialised = true;
        mint.freezeAuthority = freezeAuthority;
        writeMint(ctx.edit(0), mint);
        return {};
    }

    static Execution initializeAccount(BuiltinContext& ctx, const std::optional<Pubkey>& owner, bool rentSysvar)
    {
        TOKEN_CHECK(need(ctx, 2 + (owner ? 0 : 1) + (rentSysvar ? 1 : 0)));
        TOKEN_TRY(TokenState state, readAny(ctx.read(0)));
        if (state.state != 0)
            return refuse(kAlreadyInUse);
        if (!isExempt(ctx.read(0)))
            return refuse(kNotRentExempt);
        const Pubkey& mint = ctx.accounts()[1].key;
        if (mint != ids::kNativeMint) {
            TOKEN_CHECK(own(ctx, 1));
            if (!readMint(ctx.read(1)))
                return refuse(kInvalidMint);
        }
        state = TokenState();
        state.mint = mint;
        state.owner = owner ? *owner : ctx.accounts()[2].key;
        state.state = 1;
        if (mint == ids::kNativeMint) {
            const std::uint64_t reserve = rentMinimum(kAccountSize);
            if (ctx.read(0).lamports < reserve)
                return refuse(kOverflow);
            state.native = reserve;
            state.amount = ctx.read(0).lamports - reserve;
        }
        writeToken(ctx.edit(0), state);
        return {};
    }

    Execution transfer(BuiltinContext& ctx, const Quantity& quantity)
    {
        const bool checked = quantity.decimals.has_value();
        TOKEN_CHECK(need(ctx, checked ? 4 : 3));
        const std::size_t to = checked ? 2 : 1;
        const std::size_t by = checked ? 3 : 2;
        TOKEN_TRY(TokenState source, readToken(ctx.read(0)));
        TOKEN_TRY(TokenState destination, readToken(ctx.read(to)));
        if (source.state == 2 || destination.state == 2)
            return refuse(kAccountFrozen);
        if (source.amount < quantity.amount)
            return refuse(kInsufficientFunds);
        if (source.mint != destination.mint)
            return refuse(kMintMismatch);
        if (checked) {
            if (ctx.accounts()[1].key != source.mint)
                return refuse(kMintMismatch);
            TOKEN_TRY(const MintState mint, readMint(ctx.read(1)));
            if (mint.decimals != *quantity.decimals)
                return refuse(kDecimalsMismatch);
        }
        const bool toSelf = ctx.accounts()[0].key == ctx.accounts()[to].key;
        TOKEN_CHECK(spend(ctx, by, source, quantity.amount, toSelf));
        if (toSelf || quantity.amount == 0) {
            TOKEN_CHECK(own(ctx, 0));
            TOKEN_CHECK(own(ctx, to));
        }
        if (toSelf)
            return {};
        source.amount -= quantity.amount;
        if (destination.amount > UINT64_MAX - quantity.amount)
            return refuse(kOverflow);
        destination.amount += quantity.amount;
        if (source.native) {
            ctx.edit(0).lamports -= quantity.amount;
            ctx.edit(to).lamports += quantity.amount;
        }
        writeToken(ctx.edit(0), source);
        writeToken(ctx.edit(to), destination);
        return {};
    }

    /// The owner's signature, or the delegate's within what it was allowed.
    static Execution spend(BuiltinContext& ctx, std::size_t by, TokenState& source, std::uint64_t amount, bool keep)
    {
        if (source.delegate && ctx.accounts()[by].key == *source.delegate) {
            TOKEN_CHECK(authority(ctx, by, *source.delegate));
            if (source.delegated < amount)
                return refuse(kInsufficientFunds);
            if (!keep) {
                source.delegated -= amount;
                if (source.delegated == 0)
                    source.delegate.reset();
            }
            return {};
        }
        return authority(ctx, by, source.owner);
    }

    Execution approve(BuiltinContext& ctx, const Quantity& quantity)
    {
        const bool checked = quantity.decimals.has_value();
        TOKEN_CHECK(need(ctx, checked ? 4 : 3));
        TOKEN_TRY(TokenState source, readToken(ctx.read(0)));
        if (source.state == 2)
            return refuse(kAccountFrozen);
        if (checked) {
            if (ctx.accounts()[1].key != source.mint)
                return refuse(kMintMismatch);
            TOKEN_TRY(const MintState mint, readMint(ctx.read(1)));
            if (mint.decimals != *quantity.decimals)
                return refuse(kDecimalsMismatch);
        }
        TOKEN_CHECK(authority(ctx, checked ? 3 : 2, source.owner));
        source.delegate = ctx.accounts()[checked ? 2 : 1].key;
        source.delegated = quantity.amount;
        writeToken(ctx.edit(0), source);
        return {};
    }

    static Execution revoke(BuiltinContext& ctx)
    {
        TOKEN_CHECK(need(ctx, 2));
        TOKEN_TRY(TokenState source, readToken(ctx.read(0)));
        if (source.state == 2)
            return refuse(kAccountFrozen);
        const bool byDelegate = source.delegate && ctx.accounts()[1].key == *source.delegate;
        TOKEN_CHECK(authority(ctx, 1, byDelegate ? *source.delegate : source.owner));
        source.delegate.reset();
        source.delegated = 0;
        writeToken(ctx.edit(0), source);
        return {};
    }

    static Execution setAuthority(BuiltinContext& ctx, Arguments& in)
    {
        const std::uint8_t kind = in.u8();
        const std::uint8_t hasNew = in.u8();
        std::optional<Pubkey> wanted;
        if (hasNew == 1)
            wanted = in.key();
        if (!in.ok() || kind > 3 || hasNew > 1)
            return refuse(kInvalidInstruction);
        TOKEN_CHECK(need(ctx, 2));
        if (ctx.read(0).data.size() == kAccountSize) {
            TOKEN_TRY(TokenState state, readToken(ctx.read(0)));
            if (state.state == 2)
                return refuse(kAccountFrozen);
            if (kind == 2) {
                TOKEN_CHECK(authority(ctx, 1, state.owner));
                if (!wanted)
                    return refuse(kInvalidInstruction);
                state.owner = *wanted;
                state.delegate.reset();
                state.delegated = 0;
                if (state.native)
                    state.closeAuthority.reset();
            } else if (kind == 3) {
                TOKEN_CHECK(authority(ctx, 1, state.closeAuthority.value_or(state.owner)));
                state.closeAuthority = wanted;
            } else {
                return refuse(kAuthorityTypeNotSupported);
            }
            writeToken(ctx.edit(0), state);
            return {};
        }
        if (ctx.read(0).data.size() != kMintSize)
            return refuse("InvalidArgument");
        TOKEN_TRY(MintState mint, readMint(ctx.read(0)));
        if (kind == 0) {
            if (!mint.authority)
                return refuse(kFixedSupply);
            TOKEN_CHECK(authority(ctx, 1, *mint.authority));
            mint.authority = wanted;
        } else if (kind == 1) {
            if (!mint.freezeAuthority)
                return refuse(kMintCannotFreeze);
            TOKEN_CHECK(authority(ctx, 1, *mint.freezeAuthority));
            mint.freezeAuthority = wanted;
        } else {
            return refuse(kAuthorityTypeNotSupported);
        }
        writeMint(ctx.edit(0), mint);
        return {};
    }

    Execution mintTo(BuiltinContext& ctx, const Quantity& quantity)
    {
        TOKEN_CHECK(need(ctx, 3));
        TOKEN_TRY(TokenState destination, readToken(ctx.read(1)));
        if (destination.state == 2)
            return refuse(kAccountFrozen);
        if (destination.native)
            return refuse(kNativeNotSupported);
        if (ctx.accounts()[0].key != destination.mint)
            return refuse(kMintMismatch);
        TOKEN_TRY(MintState mint, readMint(ctx.read(0)));
        if (quantity.decimals && *quantity.decimals != mint.decimals)
            return refuse(kDecimalsMismatch);
        if (!mint.authority)
            return refuse(kFixedSupply);
        TOKEN_CHECK(authority(ctx, 2, *mint.authority));
        if (quantity.amount == 0) {
            TOKEN_CHECK(own(ctx, 0));
            TOKEN_CHECK(own(ctx, 1));
        }
        if (destination.amount > UINT64_MAX - quantity.amount || mint.supply > UINT64_MAX - quantity.amount)
            return refuse(kOverflow);
        destination.amount += quantity.amount;
        mint.supply += quantity.amount;
        writeToken(ctx.edit(1), destination);
        writeMint(ctx.edit(0), mint);
        return {};
    }

    Execution burn(BuiltinContext& ctx, const Quantity& quantity)
    {
        TOKEN_CHECK(need(ctx, 3));
        TOKEN_TRY(TokenState source, readToken(ctx.read(0)));
        TOKEN_TRY(MintState mint, readMint(ctx.read(1)));
        if (source.state == 2)
            return refuse(kAccountFrozen);
        if (source.native)
            return refuse(kNativeNotSupported);
        if (source.amount < quantity.amount)
            return refuse(kInsufficientFunds);
        if (ctx.accounts()[1].key != source.mint)
            return refuse(kMintMismatch);
        if (quantity.decimals && *quantity.decimals != mint.decimals)
            return refuse(kDecimalsMismatch);
        TOKEN_CHECK(spend(ctx, 2, source, quantity.amount, false));
        if (quantity.amount == 0) {
            TOKEN_CHECK(own(ctx, 0));
            TOKEN_CHECK(own(ctx, 1));
        }
        source.amount -= quantity.amount;
        mint.supply -= quantity.amount;
        writeToken(ctx.edit(0), source);
        writeMint(ctx.edit(1), mint);
        return {};
    }

    static Execution closeAccount(BuiltinContext& ctx)
    {
        TOKEN_CHECK(need(ctx, 3));
        if (ctx.accounts()[0].key == ctx.accounts()[1].key)
            return refuse("InvalidAccountData");
        TOKEN_TRY(const TokenState source, readToken(ctx.read(0)));
        if (!source.native && source.amount != 0)
            return refuse(kNonNativeHasBalance);
        TOKEN_CHECK(authority(ctx, 2, source.closeAuthority.value_or(source.owner)));
        ctx.edit(1).lamports += ctx.read(0).lamports;
        ctx.edit(0).lamports = 0;
        ctx.edit(0).data.clear();
        ctx.edit(0).owner = ids::kSystem;
        return {};
    }

    static Execution freeze(BuiltinContext& ctx, bool on)
    {
        TOKEN_CHECK(need(ctx, 3));
        TOKEN_TRY(TokenState source, readToken(ctx.read(0)));
        if ((source.state == 2) == on)
            return refuse(kInvalidState);
        if (source.native)
            return refuse(kNativeNotSupported);
        if (ctx.accounts()[1].key != source.mint)
            return refuse(kMintMismatch);
        TOKEN_TRY(const MintState mint, readMint(ctx.read(1)));
        if (!mint.freezeAuthority)
            return refuse(kMintCannotFreeze);
        TOKEN_CHECK(authority(ctx, 2, *mint.freezeAuthority));
        source.state = on ? 2 : 1;
        writeToken(ctx.edit(0), source);
        return {};
    }

    static Execution syncNative(BuiltinContext& ctx)
    {
        TOKEN_CHECK(need(ctx, 1));
        TOKEN_CHECK(own(ctx, 0));
        TOKEN_TRY(TokenState state, readToken(ctx.read(0)));
        if (!state.native)
            return refuse(kNonNativeNotSupported);
        if (ctx.read(0).lamports < *state.native)
            return refuse(kOverflow);
        const std::uint64_t amount = ctx.read(0).lamports - *state.native;
        if (amount < state.amount)
            return refuse(kInvalidState);
        state.amount = amount;
        writeToken(ctx.edit(0), state);
        return {};
    }

    static Execution immutableOwner(BuiltinContext& ctx)
    {
        TOKEN_CHECK(need(ctx, 1));
        TOKEN_TRY(const TokenState state, readAny(ctx.read(0)));
        if (state.state != 0)
            return refuse(kAlreadyInUse);
        ctx.log("Please upgrade to SPL Token 2022 for immutable owner support");
        return {};
    }

    static Execution accountDataSize(BuiltinContext& ctx)
    {
        TOKEN_CHECK(need(ctx, 1));
        TOKEN_CHECK(own(ctx, 0));
        if (!readMint(ctx.read(0)))
            return refuse(kInvalidMint);
        return {};
    }
};

} // namespace

std::unique_ptr<Program> makeTokenProgram()
{
    return std::make_unique<TokenProgram>();
}

} // namespace outpost::sim
