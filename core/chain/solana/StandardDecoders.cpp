// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chain/solana/Builders.h"
#include "core/chain/solana/DecodeParts.h"
#include "core/codec/ByteReader.h"

namespace outpost::solana {

namespace {

using codec::ByteReader;

Int128 whole(std::uint64_t v)
{
    return Int128::fromUnsigned(v);
}

class SystemDecoder final : public InstructionDecoder {
public:
    PublicKey program() const override { return programs::kSystem; }
    std::string programName() const override { return "System"; }
    DecodedInstruction decode(const DecodeScope& scope) const override
    {
        const auto& accounts = scope.instruction().accounts;
        ByteReader in(scope.instruction().data);
        const std::uint32_t tag = in.u32();
        if (tag == 0 && accounts.size() == 2)
            return createAccount(scope, in);
        if (tag == 1 && accounts.size() == 1) {
            const PublicKey owner(in.array<32>());
            auto decoded = made(scope, "assign", {{"account", accounts[0].key}, {"program", owner}});
            decoded.effects = {accountEffect(EffectKind::AuthorityChange, accounts[0].key, owner)};
            decoded.dangers = {Danger::AssignsAccount};
            return whole(in, scope, std::move(decoded));
        }
        if (tag == 2 && accounts.size() == 2) {
            const std::uint64_t lamports = in.u64();
            const Int128 amount = Int128::fromUnsigned(lamports);
            auto decoded = made(scope, "transfer",
                                {{"amount", Lamports{amount}}, {"from", accounts[0].key}, {"to", accounts[1].key}});
            decoded.effects = {lamportsDebit(accounts[0].key, amount), lamportsCredit(accounts[1].key, amount)};
            flagUnlimited(decoded, lamports);
            return whole(in, scope, std::move(decoded));
        }
        if (tag == 4 && accounts.size() == 3) {
            auto decoded = made(scope, "advanceNonce", {{"account", accounts[0].key}, {"authority", accounts[2].key}});
            decoded.effects = {accountEffect(EffectKind::StateChange, accounts[0].key)};
            decoded.dangers = {Danger::DurableNonce};
            return whole(in, scope, std::move(decoded));
        }
        return notUnderstood(scope, programName());
    }

private:
    DecodedInstruction made(const DecodeScope& scope, std::string name, std::vector<SentenceArg> args) const
    {
        return understood(scope, programName(), "system", std::move(name), std::move(args));
    }
    DecodedInstruction whole(const ByteReader& in, const DecodeScope& scope, DecodedInstruction decoded) const
    {
        return in.finish() ? std::move(decoded) : notUnderstood(scope, programName());
    }
    DecodedInstruction createAccount(const DecodeScope& scope, ByteReader& in) const
    {
        const auto& accounts = scope.instruction().accounts;
        const Int128 lamports = Int128::fromUnsigned(in.u64());
        const Int128 length = Int128::fromUnsigned(in.u64());
        const PublicKey owner(in.array<32>());
        auto decoded = made(
            scope, "createAccount",
            {{"account", accounts[1].key}, {"amount", Lamports{lamports}}, {"length", length}, {"program", owner}});
        decoded.effects = {lamportsDebit(accounts[0].key, lamports), lamportsCredit(accounts[1].key, lamports),
                           accountEffect(EffectKind::AccountCreate, accounts[1].key, owner)};
        return whole(in, scope, std::move(decoded));
    }
};

/// Classic SPL Token; multi-signature owners are not understood.
class TokenDecoder final : public InstructionDecoder {
public:
    PublicKey program() const override { return programs::kToken; }
    std::string programName() const override { return "Token"; }
    DecodedInstruction decode(const DecodeScope& scope) const override
    {
        ByteReader in(scope.instruction().data);
        const std::uint8_t tag = in.u8();
        auto decoded = byTag(scope, tag, in);
        return in.finish() && decoded ? *std::move(decoded) : notUnderstood(scope, programName());
    }

private:
    using Maybe = std::optional<DecodedInstruction>;

    static const PublicKey& key(const DecodeScope& scope, std::size_t i) { return scope.instruction().accounts[i].key; }

    DecodedInstruction made(const DecodeScope& scope, std::string name, std::vector<SentenceArg> args) const
    {
        return understood(scope, programName(), "token", std::move(name), std::move(args));
    }

    Maybe byTag(const DecodeScope& scope, std::uint8_t tag, ByteReader& in) const
    {
        const std::size_t accounts = scope.instruction().accounts.size();
        switch (tag) {
        case 3:
            return accounts == 3 ? transfer(scope, in.u64()) : Maybe();
        case 4:
            return accounts == 3 ? approve(scope, in.u64(), std::nullopt, std::nullopt) : Maybe();
        case 5:
            return accounts == 2 ? Maybe(made(scope, "revoke", {{"account", key(scope, 0)}})) : Maybe();
        case 6:
            return accounts == 2 ? setAuthority(scope, in) : Maybe();
        case 8:
            return accounts == 3 ? Maybe(burn(scope, in.u64(), std::nullopt)) : Maybe();
        case 9:
            return accounts == 3 ? Maybe(close(scope)) : Maybe();
        case 12: {
            const std::uint64_t amount = in.u64();
            const int decimals = in.u8();
            return accounts == 4 ? Maybe(move(scope, amount, key(scope, 1), decimals, key(scope, 0), key(scope, 2),
                                              key(scope, 3)))
                                 : Maybe();
        }
        case 13: {
            const std::uint64_t amount = in.u64();
            const int decimals = in.u8();
            return accounts == 4 ? approve(scope, amount, key(scope, 1), decimals) : Maybe();
        }
        case 15: {
            const std::uint64_t amount = in.u64();
            const int decimals = in.u8();
            return accounts == 3 ? Maybe(burn(scope, amount, decimals)) : Maybe();
        }
        case 17:
            return accounts == 1 ? Maybe(made(scope, "syncNative", {{"account", key(scope, 0)}})) : Maybe();
        default:
            return {};
        }
    }

    /// The old form names no mint; without a witness for it nobody can say what moves.
    Maybe transfer(const DecodeScope& scope, std::uint64_t amount) const
    {
        auto known = knownTokenAccount(scope, key(scope, 0));
        if (!known)
            known = knownTokenAccount(scope, key(scope, 1));
        if (!known)
            return {};
        return move(scope, amount, known->mint, std::nullopt, key(scope, 0), key(scope, 1), key(scope, 2));
    }

    DecodedInstruction move(const DecodeScope& scope, std::uint64_t amount, const PublicKey& mint,
                            std::optional<int> decimals, const PublicKey& from, const PublicKey& to,
                            const PublicKey& authority) const
    {
        const Int128 units = whole(amount);
        const Effect debit = tokenEffect(EffectKind::TokenDebit, scope, from, mint, units, authority);
        const Effect credit = tokenEffect(EffectKind::TokenCredit, scope, to, mint, units);
        auto decoded =
            made(scope, "transfer",
                 {{"amount", TokenQuantity{units, mint, knownDecimals(scope, mint).or_else([&] { return decimals; })}},
                  {"from", debit.owner.value_or(from)},
                  {"to", credit.owner.value_or(to)},
                  {"toAccount", to}});
        decoded.effects = {debit, credit};
        flagUnlimited(decoded, amount);
        return decoded;
    }

    Maybe approve(const DecodeScope& scope, std::uint64_t amount, std::optional<PublicKey> mint,
                  std::optional<int> decimals) const
    {
        const PublicKey& source = key(scope, 0);
        const PublicKey& delegate = key(scope, mint ? 2 : 1);
        const auto known = knownTokenAccount(scope, source);
        if (!mint && known)
            mint = known->mint;
        auto decoded = made(
            scope, "approve",
            {{"amount", TokenQuantity{whole(amount), mint, decimals}}, {"account", source}, {"delegate", delegate}});
        Effect effect = accountEffect(EffectKind::AuthorityChange, source, delegate);
        effect.mint = mint;
        effect.amount = whole(amount);
        effect.isUpperBound = true;
        decoded.effects = {effect};
        decoded.dangers = {Danger::DelegatesTokens};
        flagUnlimited(decoded, amount);
        return decoded;
    }

    Maybe setAuthority(const DecodeScope& scope, ByteReader& in) const
    {
        const std::uint8_t what = in.u8();
        std::optional<PublicKey> authority;
        if (in.optionTag())
            authority = PublicKey(in.array<32>());
        if (what > 3)
            return {};
        std::vector<SentenceArg> args{{"account", key(scope, 0)}};
        if (authority)
            args.push_back({"authority", *authority});
        auto decoded = made(scope, "setAuthority", std::move(args));
        decoded.effects = {accountEffect(EffectKind::AuthorityChange, key(scope, 0), authority)};
        decoded.dangers = {Danger::ChangesAuthority};
        return decoded;
    }

    DecodedInstruction burn(const DecodeScope& scope, std::uint64_t amount, std::optional<int> decimals) const
    {
        const PublicKey& mint = key(scope, 1);
        auto decoded =
            made(scope, "burn", {{"amount", TokenQuantity{whole(amount), mint, decimals}}, {"account", key(scope, 0)}});
        decoded.effects = {
            tokenEffect(EffectKind::TokenDebit, scope, key(scope, 0), mint, whole(amount), key(scope, 2))};
        decoded.dangers = {Danger::BurnsTokens};
        flagUnlimited(decoded, amount);
        return decoded;
    }

    DecodedInstruction close(const DecodeScope& scope) const
    {
        auto decoded = made(scope, "closeAccount", {{"account", key(scope, 0)}, {"to", key(scope, 1)}});
        decoded.effects = {accountEffect(EffectKind::AccountClose, key(scope, 0), key(scope, 1)),
                           lamportsCredit(key(scope, 1), std::nullopt)};
        decoded.dangers = {Danger::ClosesAccount};
        return decoded;
    }
};

class AssociatedTokenDecoder final : public InstructionDecoder {
public:
    PublicKey program() const override { return programs::kAssociatedToken; }
    std::string programName() const override { return "Associated Token"; }
    DecodedInstruction decode(const DecodeScope& scope) const override
    {
        const auto& accounts = scope.instruction().accounts;
        const Bytes& data = scope.instruction().data;
        const bool isCreate = data.empty() || (data.size() == 1 && data[0] <= 1);
        const bool hasRentSysvar = accounts.size() == 7 && accounts[6].key == programs::kSysvarRent;
        if (!isCreate || (accounts.size() != 6 && !hasRentSysvar) || accounts[4].key != programs::kSystem ||
            accounts[5].key != programs::kToken ||
            associatedTokenAddress(accounts[2].key, accounts[3].key) != accounts[1].key)
            return notUnderstood(scope, programName());
        const auto rent = scope.context.rentFor(token::kAccountLength);
        auto decoded =
            understood(scope, programName(), "associatedToken", "create",
                       {{"owner", accounts[2].key}, {"mint", accounts[3].key}, {"account", accounts[1].key}});
        Effect created = accountEffect(EffectKind::AccountCreate, accounts[1].key, programs::kToken);
        created.owner = accounts[2].key;
        created.mint = accounts[3].key;
        decoded.effects = {lamportsDebit(accounts[0].key, rent, true), created};
        return decoded;
    }
};

class MemoDecoder final : public InstructionDecoder {
public:
    PublicKey program() const override { return programs::kMemo; }
    std::string programName() const override { return "Memo"; }
    DecodedInstruction decode(const DecodeScope& scope) const override
    {
        const auto& accounts = scope.instruction().accounts;
        const std::string_view text = asText(scope.instruction().data);
        if (!isUtf8(text) || !std::all_of(accounts.begin(), accounts.end(), [](const auto& a) { return a.isSigner; }))
            return notUnderstood(scope, programName());
        constexpr std::size_t kShown = 600;
        return understood(scope, programName(), "memo", "write", {{"text", plainText(text, kShown)}});
    }
};

class ComputeBudgetDecoder final : public InstructionDecoder {
public:
    PublicKey program() const override { return programs::kComputeBudget; }
    std::string programName() const override { return "Compute Budget"; }
    DecodedInstruction decode(const DecodeScope& scope) const override
    {
        ByteReader in(scope.instruction().data);
        const std::uint8_t tag = in.u8();
        const char* name = nullptr;
        std::uint64_t value = 0;
        if (tag == 2) {
            name = "unitLimit";
            value = in.u32();
        } else if (tag == 3) {
            name = "unitPrice";
            value = in.u64();
        } else if (tag == 4) {
            name = "loadedAccountsLimit";
            value = in.u32();
        }
        if (name == nullptr || !in.finish() || !scope.instruction().accounts.empty())
            return notUnderstood(scope, programName());
        return understood(scope, programName(), "computeBudget", name, {{"value", whole(value)}});
    }
};

class LookupTableDecoder final : public InstructionDecoder {
public:
    PublicKey program() const override { return programs::kLookupTable; }
    std::string programName() const override { return "Address Lookup Table"; }
    DecodedInstruction decode(const DecodeScope& scope) const override
    {
        const auto& accounts = scope.instruction().accounts;
        ByteReader in(scope.instruction().data);
        const std::uint32_t tag = in.u32();
        if (accounts.empty())
            return notUnderstood(scope, programName());
        const PublicKey& table = accounts[0].key;
        std::optional<DecodedInstruction> decoded;
        if (tag == 0 && accounts.size() == 4) {
            in.skip(sizeof(std::uint64_t) + 1);
            decoded = made(scope, "create", {{"table", table}});
            decoded->effects = {lamportsDebit(accounts[2].key, scope.context.rentFor(kHeaderLength), true),
                                accountEffect(EffectKind::AccountCreate, table, programs::kLookupTable)};
        } else if (tag == 2 && accounts.size() == 4) {
            const std::uint64_t count = in.u64();
            if (count > kMostAddresses)
                return notUnderstood(scope, programName());
            in.skip(count * PublicKey::kSize);
            decoded = made(scope, "extend", {{"table", table}, {"count", whole(count)}});
            decoded->effects = {lamportsDebit(accounts[2].key, std::nullopt, true),
                                accountEffect(EffectKind::StateChange, table)};
        } else if (tag == 3 && accounts.size() == 2) {
            decoded = made(scope, "deactivate", {{"table", table}});
            decoded->effects = {accountEffect(EffectKind::StateChange, table)};
        } else if (tag == 4 && accounts.size() == 3) {
            decoded = made(scope, "close", {{"table", table}, {"to", accounts[2].key}});
            decoded->effects = {accountEffect(EffectKind::AccountClose, table, accounts[2].key),
                                lamportsCredit(accounts[2].key, std::nullopt)};
            decoded->dangers = {Danger::ClosesAccount};
        }
        return decoded && in.finish() ? *std::move(decoded) : notUnderstood(scope, programName());
    }

private:
    static constexpr std::uint64_t kHeaderLength = 56;
    static constexpr std::uint64_t kMostAddresses = 256;

    DecodedInstruction made(const DecodeScope& scope, std::string name, std::vector<SentenceArg> args) const
    {
        return understood(scope, programName(), "lookupTable", std::move(name), std::move(args));
    }
};

/// Understands the one layout that ed25519::verify writes; a signature that does not verify is not understood either.
class Ed25519Decoder final : public InstructionDecoder {
public:
    PublicKey program() const override { return programs::kEd25519; }
    std::string programName() const override { return "Ed25519 check"; }
    DecodedInstruction decode(const DecodeScope& scope) const override
    {
        constexpr std::size_t kHeader = 16;
        const Instruction& instruction = scope.instruction();
        ByteReader in(instruction.data);
        in.skip(kHeader);
        const PublicKey key(in.array<32>());
        const Signature signature(in.array<64>());
        const ByteSpan message = in.rest();
        if (!in.ok() || !instruction.accounts.empty() ||
            ed25519::verify(key, signature, message).data != instruction.data || !signature.verifies(message, key))
            return notUnderstood(scope, programName());
        return understood(scope, programName(), "ed25519", "verify", {{"signer", key}});
    }
};

} // namespace

void addStandardDecoders(DecoderRegistry& registry)
{
    registry.add(std::make_unique<SystemDecoder>());
    registry.add(std::make_unique<TokenDecoder>());
    registry.add(std::make_unique<AssociatedTokenDecoder>());
    registry.add(std::make_unique<MemoDecoder>());
    registry.add(std::make_unique<ComputeBudgetDecoder>());
    registry.add(std::make_unique<LookupTableDecoder>());
    registry.add(std::make_unique<Ed25519Decoder>());
}

} // namespace outpost::solana
