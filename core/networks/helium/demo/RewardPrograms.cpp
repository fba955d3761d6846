// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/codec/ByteWriter.h"
#include "core/networks/helium/demo/Anchor.h"
#include "core/networks/helium/demo/Layouts.h"
#include "core/networks/helium/demo/Programs.h"

namespace outpost::heliumdemo {

namespace {

using codec::ByteReader;
using codec::ByteWriter;
using demo::Executed;
using demo::ids::kSystem;

constexpr std::array<std::uint8_t, 8> kOracleMessage{0x31, 0xd5, 0x61, 0xbe, 0xd3, 0x15, 0xef, 0xca};

Bytes seedText(std::string_view text)
{
    return toBytes(asBytes(text));
}

struct RewardArgs {
    std::uint16_t oracleIndex = 0;
    std::uint64_t currentRewards = 0;

    static std::optional<RewardArgs> read(ByteSpan data)
    {
        ByteReader reader(data.subspan(8));
        RewardArgs args{reader.u16(), reader.u64()};
        return reader.finish() ? std::optional(args) : std::nullopt;
    }
    Bytes encode(std::string_view instruction) const
    {
        const auto discriminator = demo::anchorDiscriminator(instruction);
        return ByteWriter().bytes(discriminator).u16(oracleIndex).u64(currentRewards).done();
    }
};

// --- Circuit breaker
// ---------------------------------------------------------------------------------------------------

class CircuitBreaker final : public demo::Program {
public:
    Pubkey id() const override { return program::kCircuitBreaker; }
    std::uint64_t baseUnits() const override { return 12'000; }

    Execution execute(ProgramContext& context) override
    {
        if (isInstruction(context.data(), "transfer_v0"))
            return transfer(context);
        if (isInstruction(context.data(), "mint_v0"))
            return mintTokens(context);
        return notSimulated(context);
    }

private:
    /// Adds to the window's sum; 6000 when that passes the limit.
    Execution spend(ProgramContext& context, const Anchor& anchor, std::size_t at, Breaker breaker,
                    std::uint64_t amount, std::uint64_t whole)
    {
        const std::int64_t now = context.clock().unixSeconds;
        std::uint64_t limit = breaker.threshold;
        if (breaker.thresholdType == 0) {
            const auto share = Int128::fromUnsigned(whole).times(Int128::fromUnsigned(breaker.threshold));
            limit = *share->dividedTruncated(Int128::fromUnsigned(~0ull))->toUint64();
        }
        const std::uint64_t before = breaker.aggregateAt(now);
        if (amount > limit || before > limit - amount)
            return anchor.error("CircuitBreakerTriggered", 6000, "The circuit breaker was triggered");
        breaker.lastAggregate = before + amount;
        breaker.lastUnix = now;
        context.edit(at).data = breaker.encode();
        return {};
    }

    Execution transfer(ProgramContext& context)
    {
        static const AccountRule rules[] = {writable("from"), writable("to"), signer("owner"),
                                            writable("circuit_breaker"), fixed("token_program", demo::ids::kToken)};
        const Anchor anchor(context, rules);
        logInstruction(context, "TransferV0");
        DEMO_CHECK(anchor.accounts());
        ByteReader reader(context.data().subspan(8));
        const std::uint64_t amount = reader.u64();
        if (!reader.finish())
            return badArguments(context);
        DEMO_TRY(const Breaker breaker, anchor.load<Breaker>(3, id()));
        DEMO_CHECK(anchor.raw(breaker.kind == Breaker::Kind::Account, 3));
        DEMO_CHECK(anchor.hasOne(0, breaker.subject));
        DEMO_CHECK(anchor.hasOne(2, breaker.holder));
        const auto from = demo::tokenAccount(anchor.account(0));
        if (!from)
            return anchor.unreadable(0, demo::ids::kToken);
        DEMO_CHECK(spend(context, anchor, 3, breaker, amount, from->amount));
        return context.invoke(
            demo::make::tokenTransfer(anchor.key(0), anchor.key(1), anchor.key(3), amount),
            {{seedText("account_windowed_breaker"), toBytes(breaker.subject.span()), {breaker.bump}}});
    }

    Execution mintTokens(ProgramContext& context)
    {
        static const AccountRule rules[] = {writable("mint"), writable("to"), signer("mint_authority"),
                                            writable("circuit_breaker"), fixed("token_program", demo::ids::kToken)};
        const Anchor anchor(context, rules);
        logInstruction(context, "MintV0");
        DEMO_CHECK(anchor.accounts());
        ByteReader reader(context.data().subspan(8));
        const std::uint64_t amount = reader.u64();
        if (!reader.finish())
            return badArguments(context);
        DEMO_TRY(const Breaker breaker, anchor.load<Breaker>(3, id()));
        DEMO_CHECK(anchor.raw(breaker.kind == Breaker::Kind::Mint, 3));
        DEMO_CHECK(anchor.hasOne(0, breaker.subject));
        DEMO_CHECK(anchor.hasOne(2, breaker.holder));
        const auto mint = demo::tokenMint(anchor.account(0));
        if (!mint)
            return anchor.unreadable(0, demo::ids::kToken);
        DEMO_CHECK(spend(context, anchor, 3, breaker, amount, mint->supply));
        return context.invoke(demo::make::tokenMintTo(anchor.key(0), anchor.key(1), anchor.key(3), amount),
                              {{seedText("mint_windowed_breaker"), toBytes(breaker.subject.span()), {breaker.bump}}});
    }
};

// --- Lazy distributor
// --------------------------------------------------------------------------------------------------

class LazyDistributorProgram final : public demo::Program {
public:
    Pubkey id() const override { return program::kLazyDistributor; }
    std::uint64_t baseUnits() const override { return 18'000; }

    Execution execute(ProgramContext& context) override
    {
        const ByteSpan data = context.data();
        if (isInstruction(data, "initialize_compression_recipient_v0"))
            return initializeRecipient(context);
        if (isInstruction(data, "set_current_rewards_v0"))
            return setRewardsByOracle(context);
        if (isInstruction(data, "set_current_rewards_v1"))
            return setRewardsBySignature(context);
        if (isInstruction(data, "distribute_compression_rewards_v0"))
            return distribute(context, true);
        if (isInstruction(data, "distribute_custom_destination_v0"))
            return distribute(context, false);
        if (isInstruction(data, "update_compression_destination_v0"))
            return updateDestination(context);
        return notSimulated(context);
    }

private:
    Execution initializeRecipient(ProgramContext& context)
    {
        static const AccountRule rules[] = {writableSigner("payer"),
                                            plain("lazy_distributor"),
                                            writable("recipient"),
                                            plain("merkle_tree"),
                                            plain("owner"),
                                            plain("delegate"),
                                            fixed("compression_program", demo::ids::kCompression),
                                            fixed("system_program", kSystem)};
        const Anchor anchor(context, rules);
        logInstruction(context, "InitializeCompressionRecipientV0");
        DEMO_CHECK(anchor.accounts());
        ByteReader reader(context.data().subspan(8));
        const LeafArgs leaf = LeafArgs::read(reader);
        if (!reader.finish())
            return badArguments(context);
        DEMO_TRY(const LazyDistributor distributor, anchor.load<LazyDistributor>(1, id()));
        DEMO_CHECK(anchor.seeds(1, distributorOf(distributor.rewardsMint)));
        const Pubkey asset = demo::assetId(anchor.key(3), leaf.index);
        const auto place = demo::findProgramAddress({asBytes("recipient"), anchor.key(1).span(), asset.span()}, id());
        DEMO_CHECK(anchor.seeds(2, place.key));
        DEMO_CHECK(verifyOwner(context, anchor.key(3), leaf, anchor.key(4), anchor.key(5), anchor.proof()));

        const std::size_t space = Recipient::space(distributor.oracles.size());
        DEMO_CHECK(context.createDerived(
            0, 2, space, {seedText("recipient"), toBytes(anchor.key(1).span()), toBytes(asset.span()), {place.bump}}));
        Recipient recipient;
        recipient.lazyDistributor = anchor.key(1);
        recipient.asset = asset;
        recipient.configVersion = distributor.version;
        recipient.currentRewards.resize(distributor.oracles.size());
        recipient.bump = place.bump;
        context.edit(2).data = recipient.encode(space);
        return {};
    }

    static Pubkey distributorOf(const Pubkey& mint)
    {
        return demo::findProgramAddress({asBytes("lazy_distributor"), mint.span()}, program::kLazyDistributor).key;
    }

    /// Writes one oracle's figure; a figure below what was already paid is refused.
    Execution store(ProgramContext& context, const Anchor& anchor, const LazyDistributor& distributor,
                    Recipient recipient, const RewardArgs& args)
    {
        if (args.currentRewards < recipient.totalRewards)
            return anchor.error("InvalidCurrentRewards", 6008, "Invalid current rewards");
        if (recipient.configVersion != distributor.version ||
            recipient.currentRewards.size() != distributor.oracles.size()) {
            recipient.configVersion = distributor.version;
            recipient.currentRewards.assign(distributor.oracles.size(), std::nullopt);
        }
        recipient.currentRewards[args.oracleIndex] = args.currentRewards;
        Bytes& data = context.edit(2).data;
        data = recipient.encode(data.size());
        return {};
    }

    /// The approver, where there is one, must be among the appended accounts and sign.
    Execution approved(ProgramContext& context, const Anchor& anchor, const LazyDistributor& distributor,
                       std::size_t listed)
    {
        if (!distributor.approver)
            return {};
        for (const AccountMeta& meta : context.accounts().subspan(listed))
            if (meta.key == *distributor.approver && meta.signer)
                return {};
        return anchor.error("InvalidApproverSignature", 6004, "Approver signature required");
    }

    Execution setRewardsByOracle(ProgramContext& context)
    {
        static const AccountRule rules[] = {writableSigner("payer"), plain("lazy_distributor"), writable("recipient"),
                                            signer("oracle"), fixed("system_program", kSystem)};
        const Anchor anchor(context, rules);
        logInstruction(context, "SetCurrentRewardsV0");
        DEMO_CHECK(anchor.accounts());
        const auto args = RewardArgs::read(context.data());
        if (!args)
            return badArguments(context);
        DEMO_TRY(const LazyDistributor distributor, anchor.load<LazyDistributor>(1, id()));
        DEMO_TRY(const Recipient recipient, anchor.load<Recipient>(2, id()));
        DEMO_CHECK(anchor.hasOne(1, recipient.lazyDistributor));
        DEMO_CHECK(approved(context, anchor, distributor, std::size(rules)));
        if (args->oracleIndex >= distributor.oracles.size())
            return anchor.error("InvalidOracleIndex", 6003, "Oracle index was out of range");
        if (distributor.oracles[args->oracleIndex].key != anchor.key(3))
            return anchor.error("InvalidOracle", 6006, "Invalid oracle");
        return store(context, anchor, distributor, recipient, *args);
    }

    Execution setRewardsBySignature(ProgramContext& context)
    {
        static const AccountRule rules[] = {writableSigner("payer"), plain("lazy_distributor"), writable("recipient"),
                                            fixed("sysvar_instructions", demo::ids::kSysvarInstructions),
                                            fixed("system_program", kSystem)};
        const Anchor anchor(context, rules);
        logInstruction(context, "SetCurrentRewardsV1");
        DEMO_CHECK(anchor.accounts());
        const auto args = RewardArgs::read(context.data());
        if (!args)
            return badArguments(context);
        DEMO_TRY(const LazyDistributor distributor, anchor.load<LazyDistributor>(1, id()));
        DEMO_TRY(const Recipient recipient, anchor.load<Recipient>(2, id()));
        DEMO_CHECK(anchor.hasOne(1, recipient.lazyDistributor));
        DEMO_CHECK(approved(context, anchor, distributor, std::size(rules)));
        if (args->oracleIndex >= distributor.oracles.size())
            return anchor.error("InvalidOracleIndex", 6003, "Oracle index was out of range");

        const auto verified = signatureBefore(context);
        if (!verified)
            return anchor.error("SigVerificationFailed", 6010, "Signature verification failed");
        if (verified->key != distributor.oracles[args->oracleIndex].key)
            return anchor.error("InvalidOracle", 6006, "Invalid oracle");
        if (verified->message.size() < 8 || !std::ranges::equal(ByteSpan(verified->message).first(8), kOracleMessage))
            return anchor.error("InvalidDiscriminator", 6009, "Invalid discriminator");
        if (verified->message != oracleMessage(anchor.key(1), args->oracleIndex, args->currentRewards, recipient.asset))
            return anchor.error("SigVerificationFailed", 6010, "Signature verification failed");
        return store(context, anchor, distributor, recipient, *args);
    }

    struct Verified {
        Pubkey key;
        Bytes message;
    };
    /// What the Ed25519 instruction directly before the running one has verified; its layout is fixed to the byte.
    static std::optional<Verified> signatureBefore(ProgramContext& context)
    {
        const std::size_t current = context.currentInstruction();
        const auto all = context.transactionInstructions();
        if (current == 0 || current > all.size())
            return std::nullopt;
        const Instruction& before = all[current - 1];
        if (before.program != demo::ids::kEd25519 || !before.accounts.empty() || before.data.size() < 112)
            return std::nullopt;
        const auto length = static_cast<std::uint16_t>(before.data.size() - 112);
        const Bytes head =
            ByteWriter().u8(1).u8(0).u16(48).u16(0xffff).u16(16).u16(0xffff).u16(112).u16(length).u16(0xffff).done();
        const ByteSpan data(before.data);
        if (!std::ranges::equal(data.first(16), head))
            return std::nullopt;
        Verified verified;
        std::ranges::copy(data.subspan(16, 32), verified.key.bytes.begin());
        verified.message = toBytes(data.subspan(112));
        return verified;
    }

    Execution distribute(ProgramContext& context, bool byLeaf)
    {
        static const AccountRule rules[] = {writableSigner("payer"),
                                            plain("lazy_distributor"),
                                            writable("recipient"),
                                            plain("rewards_mint"),
                                            writable("rewards_escrow"),
                                            writable("circuit_breaker"),
                                            writable("owner"),
                                            writable("destination_account"),
                                            fixed("associated_token_program", demo::ids::kAssociatedToken),
                                            fixed("circuit_breaker_program", program::kCircuitBreaker),
                                            fixed("system_program", kSystem),
                                            fixed("token_program", demo::ids::kToken),
                                            plain("merkle_tree"),
                                            fixed("compression_program", demo::ids::kCompression)};
        const Anchor anchor(context, std::span(rules).first(byLeaf ? 14 : 12));
        logInstruction(context, byLeaf ? "DistributeCompressionRewardsV0" : "DistributeCustomDestinationV0");
        DEMO_CHECK(anchor.accounts());
        ByteReader reader(context.data().subspan(8));
        const LeafArgs leaf = byLeaf ? LeafArgs::read(reader) : LeafArgs{};
        if (!reader.finish())
            return badArguments(context);

        DEMO_TRY(const LazyDistributor distributor, anchor.load<LazyDistributor>(1, id()));
        DEMO_TRY(Recipient recipient, anchor.load<Recipient>(2, id()));
        DEMO_CHECK(anchor.hasOne(1, recipient.lazyDistributor));
        DEMO_CHECK(anchor.hasOne(3, distributor.rewardsMint));
        DEMO_CHECK(anchor.hasOne(4, distributor.rewardsEscrow));
        DEMO_CHECK(anchor.seeds(5, demo::findProgramAddress({asBytes("account_windowed_breaker"), anchor.key(4).span()},
                                                            program::kCircuitBreaker)
                                       .key));
        DEMO_CHECK(anchor.seeds(7, demo::associatedTokenAddress(anchor.key(6), anchor.key(3))));
        if (byLeaf) {
            if (!recipient.destination.isZero())
                return anchor.error("CustomDestination", 6005,
                                    "This recipient uses a custom destination. Use distribute_custom_destination_v0");
            if (recipient.asset != demo::assetId(anchor.key(12), leaf.index))
                return anchor.error("InvalidAsset", 6002, "Provided asset was invalid");
            DEMO_CHECK(verifyOwner(context, anchor.key(12), leaf, anchor.key(6), anchor.key(6), anchor.proof()));
        } else {
            DEMO_CHECK(anchor.raw(!recipient.destination.isZero() && recipient.destination == anchor.key(6), 6));
        }

        std::vector<std::uint64_t> given;
        for (const auto& rewards : recipient.currentRewards)
            if (rewards)
                given.push_back(*rewards);
        if (given.empty()) {
            context.log("panicked: no oracle has set rewards");
            return demo::refuse("ProgramFailedToComplete");
        }
        std::ranges::sort(given);
        const std::uint64_t median = given[given.size() / 2];
        const std::uint64_t amount = median - recipient.totalRewards; // store() refused anything less
        recipient.totalRewards = median;
        recipient.currentRewards.assign(distributor.oracles.size(), std::nullopt);
        Bytes& data = context.edit(2).data;
        data = recipient.encode(data.size());

        DEMO_CHECK(context.invoke(demo::make::createAssociatedToken(anchor.key(0), anchor.key(6), anchor.key(3))));
        Instruction transfer;
        transfer.program = program::kCircuitBreaker;
        transfer.accounts = {{anchor.key(4), false, true},
                             {anchor.key(7), false, true},
                             {anchor.key(1), true, false},
                             {anchor.key(5), false, true},
                             {demo::ids::kToken, false, false}};
        const auto name = demo::anchorDiscriminator("transfer_v0");
        transfer.data = ByteWriter().bytes(name).u64(amount).done();
        return context.invoke(
            transfer, {{seedText("lazy_distributor"), toBytes(distributor.rewardsMint.span()), {distributor.bump}}});
    }

    Execution updateDestination(ProgramContext& context)
    {
        static const AccountRule rules[] = {writable("recipient"), signer("owner"), plain("destination"),
                                            plain("merkle_tree"),
                                            fixed("compression_program", demo::ids::kCompression)};
        const Anchor anchor(context, rules);
        logInstruction(context, "UpdateCompressionDestinationV0");
        DEMO_CHECK(anchor.accounts());
        ByteReader reader(context.data().subspan(8));
        const LeafArgs leaf = LeafArgs::read(reader);
        if (!reader.finish())
            return badArguments(context);
        DEMO_TRY(Recipient recipient, anchor.load<Recipient>(0, id()));
        if (recipient.asset != demo::assetId(anchor.key(3), leaf.index))
            return anchor.error("InvalidAsset", 6002, "Provided asset was invalid");
        DEMO_CHECK(verifyOwner(context, anchor.key(3), leaf, anchor.key(1), anchor.key(1), anchor.proof()));
        recipient.destination = anchor.key(2);
        Bytes& data = context.edit(0).data;
        data = recipient.encode(data.size());
        return {};
    }
};

// --- Rewards oracle
// ----------------------------------------------------------------------------------------------------

class RewardsOracle final : public demo::Program {
public:
    Pubkey id() const override { return program::kRewardsOracle; }
    std::uint64_t baseUnits() const override { return 14'000; }

    Execution execute(ProgramContext& context) override
    {
        if (isInstruction(context.data(), "set_current_rewards_wrapper_v1"))
            return wrap(context, false);
        if (isInstruction(context.data(), "set_current_rewards_wrapper_v2"))
            return wrap(context, true);
        return notSimulated(context);
    }

private:
    Execution wrap(ProgramContext& context, bool bySignature)
    {
        static const AccountRule rules[] = {writableSigner("payer"),
                                            plain("lazy_distributor"),
                                            writable("recipient"),
                                            plain("key_to_asset"),
                                            plain("oracle_signer"),
                                            fixed("lazy_distributor_program", program::kLazyDistributor),
                                            fixed("system_program", kSystem),
                                            fixed("sysvar_instructions", demo::ids::kSysvarInstructions)};
        const Anchor anchor(context, std::span(rules).first(bySignature ? 8 : 7));
        logInstruction(context, bySignature ? "SetCurrentRewardsWrapperV2" : "SetCurrentRewardsWrapperV1");
        DEMO_CHECK(anchor.accounts());
        const auto args = RewardArgs::read(context.data());
        if (!args)
            return badArguments(context);
        DEMO_TRY(const Recipient recipient, anchor.load<Recipient>(2, program::kLazyDistributor));
        DEMO_TRY(const KeyToAsset entity, anchor.load<KeyToAsset>(3, program::kEntityManager));
        DEMO_CHECK(anchor.hasOne(1, recipient.lazyDistributor));
        DEMO_CHECK(anchor.raw(recipient.asset == entity.asset, 3));
        DEMO_CHECK(anchor.seeds(4, derived().oracleSigner));

        Instruction call;
        call.program = program::kLazyDistributor;
        call.accounts = {{anchor.key(0), true, true},
                         {anchor.key(1), false, false},
                         {anchor.key(2), false, true},
                         bySignature ? AccountMeta{anchor.key(7), false, false}
                                     : AccountMeta{anchor.key(0), true, false},
                         {kSystem, false, false},
                         {anchor.key(4), true, false}};
        call.data = args->encode(bySignature ? "set_current_rewards_v1" : "set_current_rewards_v0");
        return context.invoke(call, {{seedText("oracle_signer"), {derived().oracleSignerBump}}});
    }
};

} // namespace

Bytes oracleMessage(const Pubkey& lazyDistributor, std::uint16_t oracleIndex, std::uint64_t currentRewards,
                    const Pubkey& asset)
{
    return ByteWriter()
        .bytes(kOracleMessage)
        .bytes(lazyDistributor.span())
        .u16(oracleIndex)
        .u64(currentRewards)
        .bytes(asset.span())
        .done();
}

std::unique_ptr<demo::Program> lazyDistributorProgram()
{
    return std::make_unique<LazyDistributorProgram>();
}

std::unique_ptr<demo::Program> rewardsOracleProgram()
{
    return std::make_unique<RewardsOracle>();
}

std::unique_ptr<demo::Program> circuitBreakerProgram()
{
    return std::make_unique<CircuitBreaker>();
}

} // namespace outpost::heliumdemo
