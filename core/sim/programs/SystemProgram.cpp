// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sim/programs/Builtins.h"

#include <format>

namespace outpost::sim {

namespace {

constexpr std::uint64_t kMaxSpace = 10 * 1024 * 1024;

enum Custom : std::uint32_t { kAlreadyInUse = 0, kNegative = 1, kInvalidLength = 3 };

/// Create account, assign, transfer, allocate. Source: solana-system-interface and the validator's system processor.
class SystemProgram final : public BuiltinProgram {
public:
    Pubkey id() const override { return ids::kSystem; }
    bool isNative() const override { return true; }
    std::uint64_t baseUnits() const override { return 150; }

    Execution run(BuiltinContext& ctx) override
    {
        Arguments in(ctx.data());
        const std::uint32_t tag = in.u32();
        switch (tag) {
        case 0: {
            const std::uint64_t lamports = in.u64();
            const std::uint64_t space = in.u64();
            const Pubkey owner = in.key();
            return !in.ok() ? refuse("InvalidInstructionData") : createAccount(ctx, lamports, space, owner);
        }
        case 1: {
            const Pubkey owner = in.key();
            if (!in.ok())
                return refuse("InvalidInstructionData");
            return ctx.accounts().empty() ? refuse("MissingAccount") : assign(ctx, 0, owner);
        }
        case 2: {
            const std::uint64_t lamports = in.u64();
            if (!in.ok())
                return refuse("InvalidInstructionData");
            return ctx.accounts().size() < 2 ? refuse("MissingAccount") : transfer(ctx, 0, 1, lamports);
        }
        case 8: {
            const std::uint64_t space = in.u64();
            if (!in.ok())
                return refuse("InvalidInstructionData");
            return ctx.accounts().empty() ? refuse("MissingAccount") : allocate(ctx, 0, space);
        }
        case 3:
        case 9:
        case 10:
        case 11:
            return notSimulated(ctx, "System instructions with a seed");
        case 4:
        case 5:
        case 6:
        case 7:
        case 12:
            return notSimulated(ctx, "nonce accounts");
        default:
            return refuse("InvalidInstructionData");
        }
    }

private:
    static Execution createAccount(BuiltinContext& ctx, std::uint64_t lamports, std::uint64_t space,
                                   const Pubkey& owner)
    {
        if (ctx.accounts().size() < 2)
            return refuse("MissingAccount");
        if (ctx.read(1).lamports > 0) {
            ctx.log(std::format("Create Account: account Address {{ address: {}, base: None }} already in use",
                                ctx.accounts()[1].key.text()));
            return refuse(kAlreadyInUse);
        }
        if (auto done = allocate(ctx, 1, space); !done)
            return done;
        if (auto done = assign(ctx, 1, owner); !done)
            return done;
        return transfer(ctx, 0, 1, lamports);
    }

    static Execution allocate(BuiltinContext& ctx, std::size_t at, std::uint64_t space)
    {
        const AccountMeta& meta = ctx.accounts()[at];
        if (!meta.signer) {
            ctx.log(
                std::format("Allocate: 'to' account Address {{ address: {}, base: None }} must sign", meta.key.text()));
            return refuse("MissingRequiredSignature");
        }
        if (!ctx.read(at).data.empty() || ctx.read(at).owner != ids::kSystem) {
            ctx.log(
                std::format("Allocate: account Address {{ address: {}, base: None }} already in use", meta.key.text()));
            return refuse(kAlreadyInUse);
        }
        if (space > kMaxSpace) {
            ctx.log(std::format("Allocate: requested {}, max allowed {}", space, kMaxSpace));
            return refuse(kInvalidLength);
        }
        if (space > 0 && !meta.writable)
            return refuse("ReadonlyDataModified");
        ctx.edit(at).data.assign(space, 0);
        return {};
    }

    static Execution assign(BuiltinContext& ctx, std::size_t at, const Pubkey& owner)
    {
        const AccountMeta& meta = ctx.accounts()[at];
        if (ctx.read(at).owner == owner)
            return {};
        if (!meta.signer) {
            ctx.log(std::format("Assign: account Address {{ address: {}, base: None }} must sign", meta.key.text()));
            return refuse("MissingRequiredSignature");
        }
        if (ctx.read(at).owner != ids::kSystem || !meta.writable)
            return refuse("ModifiedProgramId");
        ctx.edit(at).owner = owner;
        return {};
    }

    static Execution transfer(BuiltinContext& ctx, std::size_t from, std::size_t to, std::uint64_t lamports)
    {
        const AccountMeta& payer = ctx.accounts()[from];
        if (!payer.signer) {
            ctx.log(std::format("Transfer: `from` account {} must sign", payer.key.text()));
            return refuse("MissingRequiredSignature");
        }
        if (!ctx.read(from).data.empty()) {
            ctx.log("Transfer: `from` must not carry data");
            return refuse("InvalidArgument");
        }
        const std::uint64_t held = ctx.read(from).lamports;
        if (lamports > held) {
            ctx.log(std::format("Transfer: insufficient lamports {}, need {}", held, lamports));
            return refuse(kNegative);
        }
        if (ctx.read(from).owner != ids::kSystem)
            return refuse("ExternalAccountLamportSpend");
        if (!payer.writable || !ctx.accounts()[to].writable)
            return refuse("ReadonlyLamportChange");
        ctx.edit(from).lamports -= lamports;
        if (ctx.read(to).lamports > UINT64_MAX - lamports)
            return refuse("ArithmeticOverflow");
        ctx.edit(to).lamports += lamports;
        return {};
    }
};

} // namespace

std::unique_ptr<Program> makeSystemProgram()
{
    return std::make_unique<SystemProgram>();
}

} // namespace outpost::sim
