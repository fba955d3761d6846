// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/networks/helium/protocol/Decoders.h"

#include "core/chain/solana/Builders.h"
#include "core/chain/solana/DecodeParts.h"
#include "core/codec/ByteReader.h"
#include "core/networks/helium/protocol/Address.h"
#include "core/networks/helium/protocol/AnimalName.h"
#include "core/networks/helium/protocol/Instructions.h"
#include "core/networks/helium/protocol/Pdas.h"

#include <format>

namespace outpost::helium {

namespace {

using solana::accountEffect;
using solana::Danger;
using solana::DecodedInstruction;
using solana::DecodeScope;
using solana::Effect;
using solana::EffectKind;
using solana::lamportsDebit;
using solana::SentenceArg;
using solana::tokenEffect;
using solana::TokenQuantity;
using solana::understood;

std::optional<Int128> known(const std::optional<std::uint64_t>& value)
{
    return value ? std::optional(Int128::fromUnsigned(*value)) : std::nullopt;
}

int decimalsOf(const PublicKey& mint)
{
    return mint == mint::kHnt ? kHntDecimals : mint == mint::kDc ? kDcDecimals : kIotDecimals;
}

/// Fees in credits leave the payer's own credit account.
Effect creditFee(const DecodeScope& scope, const PublicKey& payer, const std::optional<std::uint64_t>& fee)
{
    return tokenEffect(EffectKind::TokenDebit, scope, solana::associatedTokenAddress(payer, mint::kDc), mint::kDc,
                       known(fee), payer, true);
}

std::optional<std::uint64_t> sum(std::optional<std::uint64_t> a, std::optional<std::uint64_t> b)
{
    return a && b && *a <= ~std::uint64_t{0} - *b ? std::optional(*a + *b) : std::nullopt;
}

void addWhere(std::vector<SentenceArg>& args, const Whereabouts& where)
{
    if (where.location)
        args.push_back({"cell", std::format("{:x}", *where.location)});
    if (where.elevation)
        args.push_back({"elevation", Int128(std::int64_t{*where.elevation})});
    if (where.gain)
        args.push_back({"gain", Int128(std::int64_t{*where.gain})});
}

class EntityManagerDecoder final : public solana::InstructionDecoder {
public:
    EntityManagerDecoder(NetworkKeys keys, KnownFees fees) : m_keys(keys), m_fees(fees) {}
    PublicKey program() const override { return program::kEntityManager; }
    std::string programName() const override { return "Helium Entity Manager"; }

    DecodedInstruction decode(const DecodeScope& scope) const override
    {
        const Instruction& i = scope.instruction();
        if (const auto a = IssueDataOnlyEntity::parse(i, m_keys))
            return registered(scope, a->payer, a->recipient, a->entityKey, std::nullopt);
        if (const auto a = IssueEntity::parse(i, m_keys))
            return registered(scope, a->payer, a->recipient, a->entityKey, a->maker);
        if (const auto a = OnboardDataOnlyIot::parse(i))
            return onboarded(scope, *a, m_fees.dcOnboardDataOnly, std::nullopt);
        if (const auto a = OnboardIot::parse(i))
            return onboarded(scope, *a, m_fees.dcOnboardFull, a->maker);
        if (const auto a = UpdateIotInfo::parse(i))
            return updated(scope, *a);
        return solana::notUnderstood(scope, programName());
    }

private:
    DecodedInstruction registered(const DecodeScope& scope, const PublicKey& payer, const PublicKey& owner,
                                  const Bytes& entityKey, std::optional<PublicKey> maker) const
    {
        const std::string address = toBase58(entityKey);
        if (!HotspotKey::parse(address))
            return solana::notUnderstood(scope, programName());
        std::vector<SentenceArg> args{{"device", animalTitle(address)}, {"address", address}, {"owner", owner}};
        if (maker)
            args.push_back({"maker", *maker});
        auto decoded = understood(scope, programName(), "device", "register", std::move(args));
        const PublicKey keyToAsset = pda::keyToAsset(entityKey);
        Effect arrives = accountEffect(EffectKind::AssetIn, keyToAsset);
        arrives.owner = owner;
        decoded.effects = {lamportsDebit(payer, known(m_fees.rentKeyToAsset), true),
                           accountEffect(EffectKind::AccountCreate, keyToAsset, program::kEntityManager), arrives};
        return decoded;
    }

    template <class T>
    DecodedInstruction onboarded(const DecodeScope& scope, const T& a, std::optional<std::uint64_t> fee,
                                 std::optional<PublicKey> maker) const
    {
        std::vector<SentenceArg> args{{"owner", a.owner}, {"info", a.iotInfo}, {"keyToAsset", a.keyToAsset}};
        addWhere(args, a.where);
        if (maker)
            args.push_back({"maker", *maker});
        auto decoded = understood(scope, programName(), "device", "onboard", std::move(args));
        const auto total = a.where.location ? sum(fee, m_fees.dcLocation) : fee;
        decoded.effects = {creditFee(scope, a.dcFeePayer, total),
                           lamportsDebit(a.payer, known(m_fees.rentHotspotInfo), true),
                           accountEffect(EffectKind::AccountCreate, a.iotInfo, program::kEntityManager)};
        return decoded;
    }

    DecodedInstruction updated(const DecodeScope& scope, const UpdateIotInfo& a) const
    {
        std::vector<SentenceArg> args{{"owner", a.owner}, {"info", a.iotInfo}};
        addWhere(args, a.where);
        auto decoded = understood(scope, programName(), "device", "updatePlace", std::move(args));
        if (a.where.location) // height and antenna alone are free
            decoded.effects.push_back(creditFee(scope, a.dcFeePayer, m_fees.dcLocation));
        decoded.effects.push_back(accountEffect(EffectKind::StateChange, a.iotInfo));
        return decoded;
    }

    NetworkKeys m_keys;
    KnownFees m_fees;
};

class LazyDistributorDecoder final : public solana::InstructionDecoder {
public:
    explicit LazyDistributorDecoder(KnownFees fees) : m_fees(fees) {}
    PublicKey program() const override { return program::kLazyDistributor; }
    std::string programName() const override { return "Helium Lazy Distributor"; }

    DecodedInstruction decode(const DecodeScope& scope) const override
    {
        const Instruction& i = scope.instruction();
        if (const auto a = InitializeRecipient::parse(i)) {
            auto decoded = understood(scope, programName(), "rewards", "open", {{"recipient", a->recipient}});
            decoded.effects = {lamportsDebit(a->payer, known(m_fees.rentRecipient), true),
                               accountEffect(EffectKind::AccountCreate, a->recipient, program::kLazyDistributor)};
            return decoded;
        }
        if (const auto a = DistributeRewards::parse(i))
            return paid(scope, a->payer, a->rewardsMint, a->recipient, a->owner);
        if (const auto a = DistributeToDestination::parse(i))
            return paid(scope, a->payer, a->rewardsMint, a->recipient, a->destination);
        if (const auto a = UpdateDestination::parse(i)) {
            auto decoded = understood(scope, programName(), "rewards", "redirect",
                                      {{"recipient", a->recipient}, {"to", a->destination}});
            decoded.effects = {accountEffect(EffectKind::AuthorityChange, a->recipient, a->destination)};
            if (!a->destination.isZero() && a->destination != a->owner)
                decoded.dangers = {Danger::RedirectsEarnings};
            return decoded;
        }
        return solana::notUnderstood(scope, programName());
    }

private:
    /// What arrives is the oracle's total less what was paid before, which only the chain knows: a bound from the
    /// oracle's total where this message carries it.
    DecodedInstruction paid(const DecodeScope& scope, const PublicKey& payer, const PublicKey& rewardsMint,
                            const PublicKey& recipient, const PublicKey& owner) const
    {
        std::optional<Int128> atMost;
        for (std::size_t k = 0; k < scope.index; ++k) {
            const auto total = SetCurrentRewards::parse(scope.all[k]);
            if (total && total->recipient == recipient && total->rewardsMint == rewardsMint) {
                const Int128 value = Int128::fromUnsigned(total->currentRewards);
                atMost = atMost ? std::max(*atMost, value) : value;
            }
        }
        const PublicKey account = solana::associatedTokenAddress(owner, rewardsMint);
        std::vector<SentenceArg> args{{"mint", rewardsMint}, {"to", owner}, {"recipient", recipient}};
        if (atMost)
            args.push_back({"atMost", TokenQuantity{*atMost, rewardsMint, decimalsOf(rewardsMint)}});
        auto decoded = understood(scope, programName(), "rewards", "pay", std::move(args));
        decoded.effects = {tokenEffect(EffectKind::TokenCredit, scope, account, rewardsMint, atMost, owner, true),
                           lamportsDebit(payer, scope.context.rentFor(solana::token::kAccountLength), true)};
        return decoded;
    }

    KnownFees m_fees;
};

class RewardsOracleDecoder final : public solana::InstructionDecoder {
public:
    PublicKey program() const override { return program::kRewardsOracle; }
    std::string programName() const override { return "Helium Rewards Oracle"; }

    DecodedInstruction decode(const DecodeScope& scope) const override
    {
        const auto a = SetCurrentRewards::parse(scope.instruction());
        const auto said = a ? statementBefore(scope) : std::nullopt;
        // The program reads the signature check right in front; it has to be about the same device and figure.
        if (!said || said->currentRewards != a->currentRewards || said->oracleIndex != a->oracleIndex ||
            said->lazyDistributor != pda::distributor(a->rewardsMint).lazyDistributor ||
            pda::recipient(said->lazyDistributor, said->asset) != a->recipient)
            return solana::notUnderstood(scope, programName());
        const TokenQuantity total{Int128::fromUnsigned(a->currentRewards), a->rewardsMint, decimalsOf(a->rewardsMint)};
        auto decoded = understood(scope, programName(), "rewards", "setTotal",
                                  {{"total", total}, {"recipient", a->recipient}, {"asset", said->asset}});
        decoded.effects = {accountEffect(EffectKind::StateChange, a->recipient)};
        return decoded;
    }

private:
    static std::optional<OracleMessage> statementBefore(const DecodeScope& scope)
    {
        constexpr std::size_t kMessageAt = 112;
        if (scope.index == 0)
            return std::nullopt;
        const Instruction& before = scope.all[scope.index - 1];
        if (before.program != solana::programs::kEd25519 || before.data.size() <= kMessageAt)
            return std::nullopt;
        const auto message = OracleMessage::parse(ByteSpan(before.data).subspan(kMessageAt));
        return message ? std::optional(*message) : std::nullopt;
    }
};

class DataCreditsDecoder final : public solana::InstructionDecoder {
public:
    explicit DataCreditsDecoder(KnownFees fees) : m_fees(fees) {}
    PublicKey program() const override { return program::kDataCredits; }
    std::string programName() const override { return "Helium Data Credits"; }

    DecodedInstruction decode(const DecodeScope& scope) const override
    {
        const auto a = MintDataCredits::parse(scope.instruction());
        if (!a)
            return solana::notUnderstood(scope, programName());
        std::vector<SentenceArg> args{{"to", a->recipient}};
        if (a->hntAmount)
            args.push_back({"paid", TokenQuantity{Int128::fromUnsigned(*a->hntAmount), mint::kHnt, kHntDecimals}});
        if (a->dcAmount)
            args.push_back({"credits", TokenQuantity{Int128::fromUnsigned(*a->dcAmount), mint::kDc, kDcDecimals}});
        auto decoded = understood(scope, programName(), "credits", "mint", std::move(args));
        decoded.effects = {
            tokenEffect(EffectKind::TokenDebit, scope, solana::associatedTokenAddress(a->owner, mint::kHnt), mint::kHnt,
                        known(a->hntAmount ? a->hntAmount : m_fees.hntForCredits), a->owner, !a->hntAmount),
            tokenEffect(EffectKind::TokenCredit, scope, solana::associatedTokenAddress(a->recipient, mint::kDc),
                        mint::kDc, known(a->dcAmount), a->recipient),
            lamportsDebit(a->owner, scope.context.rentFor(solana::token::kAccountLength), true)};
        return decoded;
    }

private:
    KnownFees m_fees;
};

class BubblegumDecoder final : public solana::InstructionDecoder {
public:
    PublicKey program() const override { return program::kBubblegum; }
    std::string programName() const override { return "Bubblegum"; }

    DecodedInstruction decode(const DecodeScope& scope) const override
    {
        const auto a = TransferAsset::parse(scope.instruction());
        if (!a)
            return solana::notUnderstood(scope, programName());
        const PublicKey asset = pda::asset(a->merkleTree, a->proof.index);
        auto decoded = understood(scope, programName(), "asset", "transfer",
                                  {{"asset", asset}, {"from", a->owner}, {"to", a->newOwner}});
        Effect leaves = accountEffect(EffectKind::AssetOut, asset, a->newOwner);
        leaves.owner = a->owner;
        Effect arrives = accountEffect(EffectKind::AssetIn, asset, a->owner);
        arrives.owner = a->newOwner;
        decoded.effects = {leaves, arrives};
        return decoded;
    }
};

} // namespace

void addDecoders(solana::DecoderRegistry& registry, const NetworkKeys& keys, const KnownFees& fees)
{
    registry.add(std::make_unique<EntityManagerDecoder>(keys, fees));
    registry.add(std::make_unique<LazyDistributorDecoder>(fees));
    registry.add(std::make_unique<RewardsOracleDecoder>());
    registry.add(std::make_unique<DataCreditsDecoder>(fees));
    registry.add(std::make_unique<BubblegumDecoder>());
}

} // namespace outpost::helium
