// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/codec/ByteWriter.h"
#include "core/networks/helium/demo/Anchor.h"
#include "core/networks/helium/demo/Layouts.h"
#include "core/networks/helium/demo/Programs.h"

namespace outpost::heliumdemo {

namespace {

using codec::ByteReader;
using codec::ByteWriter;
using demo::ids::kSystem;

constexpr std::int64_t kOldestPriceSeconds = 600;

Instruction freezeOrThaw(const Pubkey& account, const Pubkey& mint, const Pubkey& authority, bool freeze)
{
    return {demo::ids::kToken,
            {{account, false, true}, {mint, false, false}, {authority, true, false}},
            {static_cast<std::uint8_t>(freeze ? 10 : 11)}};
}

/// Data Credits never change hands: their accounts are frozen, and only this program thaws them for a moment.
class DataCreditsProgram final : public demo::Program {
public:
    Pubkey id() const override { return program::kDataCredits; }
    std::uint64_t baseUnits() const override { return 25'000; }

    Execution execute(ProgramContext& context) override
    {
        if (isInstruction(context.data(), "mint_data_credits_v0"))
            return mintCredits(context);
        if (isInstruction(context.data(), "burn_without_tracking_v0"))
            return burn(context);
        return notSimulated(context);
    }

private:
    static std::vector<std::vector<Bytes>> authority(const DataCredits& credits)
    {
        return {{toBytes(asBytes("dc")), toBytes(credits.dcMint.span()), {credits.bump}}};
    }

    Execution mintCredits(ProgramContext& context)
    {
        static const AccountRule rules[] = {plain("data_credits"),
                                            plain("hnt_price_oracle"),
                                            writable("burner"),
                                            writable("recipient_token_account"),
                                            plain("recipient"),
                                            writableSigner("owner"),
                                            writable("hnt_mint"),
                                            writable("dc_mint"),
                                            writable("circuit_breaker"),
                                            fixed("circuit_breaker_program", program::kCircuitBreaker),
                                            fixed("token_program", demo::ids::kToken),
                                            fixed("system_program", kSystem),
                                            fixed("associated_token_program", demo::ids::kAssociatedToken)};
        const Anchor anchor(context, rules);
        logInstruction(context, "MintDataCreditsV0");
        DEMO_CHECK(anchor.accounts());
        ByteReader reader(context.data().subspan(8));
        const auto hntAmount = reader.optional<std::uint64_t>();
        const auto dcAmount = reader.optional<std::uint64_t>();
        if (!reader.finish())
            return badArguments(context);

        DEMO_TRY(const DataCredits credits, anchor.load<DataCredits>(0, id()));
        DEMO_CHECK(anchor.seeds(
            0, demo::findProgramAddress({asBytes("dc"), anchor.key(7).span()}, program::kDataCredits).key));
        DEMO_CHECK(anchor.hasOne(1, credits.hntPriceOracle));
        DEMO_CHECK(anchor.hasOne(6, credits.hntMint));
        const auto burner = demo::tokenAccount(anchor.account(2));
        if (!burner)
            return anchor.unreadable(2, demo::ids::kToken);
        DEMO_CHECK(anchor.raw(burner->mint == credits.hntMint, 2));
        DEMO_CHECK(anchor.hasOne(5, burner->owner));
        DEMO_CHECK(anchor.seeds(3, demo::associatedTokenAddress(anchor.key(4), anchor.key(7))));
        DEMO_CHECK(anchor.seeds(8, demo::findProgramAddress({asBytes("mint_windowed_breaker"), anchor.key(7).span()},
                                                            program::kCircuitBreaker)
                                       .key));
        if (hntAmount.has_value() == dcAmount.has_value())
            return anchor.error("InvalidArgs", 6005, "Invalid arguments");

        DEMO_TRY(const Int128 price, usablePrice(context, anchor));
        const auto amounts = amountsAt(price, hntAmount, dcAmount);
        if (!amounts)
            return anchor.error("ArithmeticError", 6004, "Arithmetic error");

        DEMO_CHECK(context.invoke(demo::make::tokenBurn(anchor.key(2), anchor.key(6), anchor.key(5), amounts->hnt)));
        DEMO_CHECK(context.invoke(demo::make::createAssociatedToken(anchor.key(5), anchor.key(4), anchor.key(7))));
        const auto receiving = demo::tokenAccount(anchor.account(3));
        if (receiving && receiving->frozen)
            DEMO_CHECK(
                context.invoke(freezeOrThaw(anchor.key(3), anchor.key(7), anchor.key(0), false), authority(credits)));
        Instruction call;
        call.program = program::kCircuitBreaker;
        call.accounts = {{anchor.key(7), false, true},
                         {anchor.key(3), false, true},
                         {anchor.key(0), true, false},
                         {anchor.key(8), false, true},
                         {demo::ids::kToken, false, false}};
        const auto name = demo::anchorDiscriminator("mint_v0");
        call.data = ByteWriter().bytes(name).u64(amounts->credits).done();
        DEMO_CHECK(context.invoke(call, authority(credits)));
        return context.invoke(freezeOrThaw(anchor.key(3), anchor.key(7), anchor.key(0), true), authority(credits));
    }

    /// What the program reckons with: the average less twice its confidence, times 10^8.
    static demo::Executed<Int128> usablePrice(ProgramContext& context, const Anchor& anchor)
    {
        const auto update = PriceUpdate::decode(anchor.account(1));
        if (!update || update->exponent != -8)
            return std::unexpected(anchor.error("PythError", 6001, "Error loading Pyth data").error());
        if (context.clock().unixSeconds - update->publishTime > kOldestPriceSeconds)
            return std::unexpected(anchor.error("PythPriceFeedStale", 6003, "Pyth price is stale").error());
        const auto price =
            Int128(update->emaPrice).minus(*Int128::fromUnsigned(update->emaConfidence).times(Int128(2)));
        if (!price || !price->isPositive())
            return std::unexpected(anchor.error("PythPriceNotFound", 6002, "Pyth price is not available").error());
        return *price;
    }

    struct Amounts {
        std::uint64_t hnt = 0;
        std::uint64_t credits = 0;
    };
    /// One HNT (10^8 bones) at `price` x 10^-8 dollars buys price x 10^5 credits.
    static std::optional<Amounts> amountsAt(Int128 price, std::optional<std::uint64_t> hnt,
                                            std::optional<std::uint64_t> credits)
    {
        const Int128 scale(100'000'000'000); // 10^(8 + 8 - 5)
        if (hnt) {
            const auto product = Int128::fromUnsigned(*hnt).times(price);
            if (!product)
                return std::nullopt;
            const auto bought = product->dividedTruncated(scale)->toUint64();
            return bought ? std::optional(Amounts{*hnt, *bought}) : std::nullopt;
        }
        const auto product = Int128::fromUnsigned(*credits).times(scale);
        if (!product)
            return std::nullopt;
        const auto rounded = product->plus(*price.minus(Int128(1)));
        if (!rounded)
            return std::nullopt;
        const auto needed = rounded->dividedTruncated(price)->toUint64();
        return needed ? std::optional(Amounts{*needed, *credits}) : std::nullopt;
    }

    Execution burn(ProgramContext& context)
    {
        static const AccountRule rules[] = {plain("data_credits"),
                                            writable("burner"),
                                            writableSigner("owner"),
                                            writable("dc_mint"),
                                            fixed("associated_token_program", demo::ids::kAssociatedToken),
                                            fixed("token_program", demo::ids::kToken),
                                            fixed("system_program", kSystem)};
        const Anchor anchor(context, rules);
        logInstruction(context, "BurnWithoutTrackingV0");
        DEMO_CHECK(anchor.accounts());
        ByteReader reader(context.data().subspan(8));
        const std::uint64_t amount = reader.u64();
        if (!reader.finish())
            return badArguments(context);
        DEMO_TRY(const DataCredits credits, anchor.load<DataCredits>(0, id()));
        DEMO_CHECK(anchor.seeds(0, demo::findProgramAddress({asBytes("dc"), anchor.key(3).span()}, id()).key));
        DEMO_CHECK(anchor.hasOne(3, credits.dcMint));
        DEMO_CHECK(anchor.seeds(1, demo::associatedTokenAddress(anchor.key(2), anchor.key(3))));
        const auto burner = demo::tokenAccount(anchor.account(1));
        if (!burner)
            return anchor.unreadable(1, demo::ids::kToken);
        if (burner->frozen)
            DEMO_CHECK(
                context.invoke(freezeOrThaw(anchor.key(1), anchor.key(3), anchor.key(0), false), authority(credits)));
        DEMO_CHECK(context.invoke(demo::make::tokenBurn(anchor.key(1), anchor.key(3), anchor.key(2), amount)));
        return context.invoke(freezeOrThaw(anchor.key(1), anchor.key(3), anchor.key(0), true), authority(credits));
    }
};

} // namespace

std::unique_ptr<demo::Program> dataCreditsProgram()
{
    return std::make_unique<DataCreditsProgram>();
}

} // namespace outpost::heliumdemo
