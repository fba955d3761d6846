// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sim/programs/Builtins.h"

namespace outpost::sim {

namespace {

/// Create and CreateIdempotent. Source: solana-program/associated-token-account (public).
class AssociatedTokenProgram final : public BuiltinProgram {
public:
    Pubkey id() const override { return ids::kAssociatedToken; }
    std::uint64_t baseUnits() const override { return 7'500; }

    Execution run(BuiltinContext& ctx) override
    {
        const ByteSpan data = ctx.data();
        const std::uint8_t kind = data.empty() ? 0 : data[0];
        if (data.size() > 1 || kind > 2)
            return refuse("InvalidInstructionData");
        if (kind == 2)
            return notSimulated(ctx, "recovering nested associated accounts");
        ctx.log(kind == 1 ? "CreateIdempotent" : "Create");
        if (ctx.accounts().size() < 6)
            return refuse("NotEnoughAccountKeys");
        const Pubkey wallet = ctx.accounts()[2].key;
        const Pubkey mint = ctx.accounts()[3].key;
        const Pubkey tokenProgram = ctx.accounts()[5].key;
        const auto derived = findProgramAddress({wallet.bytes, tokenProgram.bytes, mint.bytes}, id());
        if (derived.key != ctx.accounts()[1].key) {
            ctx.log("Error: Associated address does not match seed derivation");
            return refuse("InvalidSeeds");
        }
        if (kind == 1 && ctx.read(1).owner == tokenProgram) {
            if (const auto held = tokenAccount(ctx.read(1))) {
                if (held->owner != wallet) {
                    ctx.log("Error: Associated token account owner does not match address derivation");
                    return refuse(0);
                }
                if (held->mint != mint)
                    return refuse("InvalidAccountData");
                return {};
            }
        }
        if (ctx.read(1).owner != ids::kSystem)
            return refuse("IllegalOwner");
        return create(ctx, derived.bump, wallet, mint, tokenProgram);
    }

private:
    static Execution create(BuiltinContext& ctx, std::uint8_t bump, const Pubkey& wallet, const Pubkey& mint,
                            const Pubkey& tokenProgram)
    {
        const Pubkey account = ctx.accounts()[1].key;
        if (auto done = ctx.invoke({tokenProgram, {{mint, false, false}}, {21, 7, 0}}); !done)
            return done;
        const std::vector<Bytes> seeds{toBytes(wallet.bytes), toBytes(tokenProgram.bytes), toBytes(mint.bytes), {bump}};
        if (auto done = makeAccount(ctx, account, seeds, tokenProgram); !done)
            return done;
        ctx.log("Initialize the associated token account");
        if (auto done = ctx.invoke({tokenProgram, {{account, false, true}}, {22}}); !done)
            return done;
        Instruction initialise{tokenProgram, {{account, false, true}, {mint, false, false}}, {18}};
        initialise.data.insert(initialise.data.end(), wallet.bytes.begin(), wallet.bytes.end());
        return ctx.invoke(initialise);
    }

    static Execution makeAccount(BuiltinContext& ctx, const Pubkey& account, const std::vector<Bytes>& seeds,
                                 const Pubkey& owner)
    {
        constexpr std::uint64_t kSize = 165;
        const std::uint64_t minimum = rentMinimum(kSize);
        const std::uint64_t held = ctx.read(1).lamports;
        const Pubkey payer = ctx.accounts()[0].key;
        if (held == 0)
            return ctx.invoke(make::systemCreateAccount(payer, account, minimum, kSize, owner), {seeds});
        if (held < minimum) {
            if (auto done = ctx.invoke(make::systemTransfer(payer, account, minimum - held)); !done)
                return done;
        }
        Instruction allocate{ids::kSystem, {{account, true, true}}, {8, 0, 0, 0, kSize, 0, 0, 0, 0, 0, 0, 0}};
        if (auto done = ctx.invoke(allocate, {seeds}); !done)
            return done;
        Instruction assign{ids::kSystem, {{account, true, true}}, {1, 0, 0, 0}};
        assign.data.insert(assign.data.end(), owner.bytes.begin(), owner.bytes.end());
        return ctx.invoke(assign, {seeds});
    }
};

} // namespace

std::unique_ptr<Program> makeAssociatedTokenProgram()
{
    return std::make_unique<AssociatedTokenProgram>();
}

} // namespace outpost::sim
