// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sim/programs/Builtins.h"

namespace outpost::sim {

namespace {

constexpr std::size_t kHeader = 56;
constexpr std::size_t kMostAddresses = 256;

/// Offsets in a table's account: type u32, deactivation slot u64, last extended slot u64, start index u8, authority
/// option, padding.
struct Table {
    std::uint64_t deactivated = UINT64_MAX;
    std::uint64_t extended = 0;
    std::uint8_t start = 0;
    std::optional<Pubkey> authority;

    static Executed<Table> read(const Account& account)
    {
        const ByteSpan data = account.data;
        if (data.size() < kHeader || getLe(data, 0, 4) != 1)
            return std::unexpected(InstructionError::named(
                data.empty() || getLe(data, 0, std::min<std::size_t>(4, data.size())) == 0 ? "UninitializedAccount"
                                                                                           : "InvalidAccountData"));
        Table table{getLe(data, 4, 8), getLe(data, 12, 8), data[20], std::nullopt};
        if (data[21] == 1)
            table.authority = *Pubkey::fromBytes(data.subspan(22, 32));
        return table;
    }
    void write(Account& account) const
    {
        const std::span<std::uint8_t> data = account.data;
        putLe(data, 0, 1, 4);
        putLe(data, 4, deactivated, 8);
        putLe(data, 12, extended, 8);
        data[20] = start;
        std::ranges::fill(data.subspan(21, kHeader - 21), std::uint8_t{0});
        if (authority) {
            data[21] = 1;
            std::ranges::copy(authority->bytes, data.begin() + 22);
        }
    }
};

/// Create, freeze, extend, deactivate, close. Source: solana-program/address-lookup-table (public).
class LookupTableProgram final : public BuiltinProgram {
public:
    Pubkey id() const override { return ids::kLookupTable; }
    std::uint64_t baseUnits() const override { return 3'000; }

    Execution run(BuiltinContext& ctx) override
    {
        Arguments in(ctx.data());
        const std::uint32_t tag = in.u32();
        if (!in.ok())
            return refuse("InvalidInstructionData");
        switch (tag) {
        case 0: {
            const std::uint64_t slot = in.u64();
            const std::uint8_t bump = in.u8();
            return in.ok() ? create(ctx, slot, bump) : refuse("InvalidInstructionData");
        }
        case 1:
            return freeze(ctx);
        case 2:
            return extend(ctx, in);
        case 3:
            return deactivate(ctx);
        case 4:
            return close(ctx);
        default:
            return refuse("InvalidInstructionData");
        }
    }

private:
    static Execution create(BuiltinContext& ctx, std::uint64_t slot, std::uint8_t bump)
    {
        ctx.log("Instruction: CreateLookupTable");
        if (ctx.accounts().size() < 4)
            return refuse("NotEnoughAccountKeys");
        const Pubkey table = ctx.accounts()[0].key;
        const Pubkey authority = ctx.accounts()[1].key;
        if (!ctx.accounts()[2].signer) {
            ctx.log("Payer account must be a signer");
            return refuse("MissingRequiredSignature");
        }
        if (!ctx.isRecentSlot(slot)) {
            ctx.log(std::to_string(slot) + " is not a recent slot");
            return refuse("InvalidInstructionData");
        }
        Bytes slotBytes(8);
        putLe(slotBytes, 0, slot, 8);
        const std::vector<Bytes> seeds{toBytes(authority.bytes), slotBytes, {bump}};
        const auto derived = createProgramAddress(seeds, ids::kLookupTable);
        if (!derived)
            return refuse("InvalidSeeds");
        if (*derived != table) {
            ctx.log("Table address must match derived address: " + derived->text());
            return refuse("InvalidArgument");
        }
        if (ctx.read(0).owner == ids::kLookupTable)
            return {};
        if (auto done = ctx.createDerived(2, 0, kHeader, seeds); !done)
            return done;
        Table fresh;
        fresh.authority = authority;
        fresh.write(ctx.edit(0));
        return {};
    }

    /// The table at position 0 with its authority at position 1, not frozen, signed.
    static Executed<Table> authorised(BuiltinContext& ctx)
    {
        if (ctx.accounts().size() < 2)
            return std::unexpected(InstructionError::named("NotEnoughAccountKeys"));
        if (ctx.read(0).owner != ids::kLookupTable)
            return std::unexpected(InstructionError::named("InvalidAccountOwner"));
        if (!ctx.accounts()[1].signer) {
            ctx.log("Authority account must be a signer");
            return std::unexpected(InstructionError::named("MissingRequiredSignature"));
        }
        auto table = Table::read(ctx.read(0));
        if (!table)
            return table;
        if (!table->authority) {
            ctx.log("Lookup table is already frozen");
            return std::unexpected(InstructionError::named("Immutable"));
        }
        if (*table->authority != ctx.accounts()[1].key)
            return std::unexpected(InstructionError::named("IncorrectAuthority"));
        return table;
    }

    static Execution freeze(BuiltinContext& ctx)
    {
        ctx.log("Instruction: FreezeLookupTable");
        auto table = authorised(ctx);
        if (!table)
            return std::unexpected(table.error());
        if (table->deactivated != UINT64_MAX) {
            ctx.log("Deactivated tables cannot be frozen");
            return refuse("InvalidArgument");
        }
        if (ctx.read(0).data.size() == kHeader) {
            ctx.log("Empty lookup tables cannot be frozen");
            return refuse("InvalidInstructionData");
        }
        table->authority.reset();
        table->write(ctx.edit(0));
        return {};
    }

    static Execution extend(BuiltinContext& ctx, Arguments& in)
    {
        const std::uint64_t count = in.u64();
        if (!in.ok() || count > in.left() / 32)
            return refuse("InvalidInstructionData");
        std::vector<Pubkey> added;
        for (std::uint64_t i = 0; i < count; ++i)
            added.push_back(in.key());
        ctx.log("Instruction: ExtendLookupTable");
        auto table = authorised(ctx);
        if (!table)
            return std::unexpected(table.error());
        if (table->deactivated != UINT64_MAX) {
            ctx.log("Deactivated tables cannot be extended");
            return refuse("InvalidArgument");
        }
        const std::size_t held = (ctx.read(0).data.size() - kHeader) / 32;
        if (held >= kMostAddresses) {
            ctx.log("Lookup table is full and cannot contain more addresses");
            return refuse("InvalidArgument");
        }
        if (added.empty()) {
            ctx.log("Must extend with at least one address");
            return refuse("InvalidInstructionData");
        }
        if (held + added.size() > kMostAddresses) {
            ctx.log("Extended lookup table length " + std::to_string(held + added.size()) +
                    " would exceed max capacity of 256");
            return refuse("InvalidInstructionData");
        }
        if (ctx.clock().slot != table->extended) {
            table->extended = ctx.clock().slot;
            table->start = static_cast<std::uint8_t>(held);
        }
        Account& account = ctx.edit(0);
        for (const auto& key : added)
            account.data.insert(account.data.end(), key.bytes.begin(), key.bytes.end());
        table->write(account);
        const std::uint64_t minimum = rentMinimum(account.data.size());
        if (minimum <= account.lamports)
            return {};
        if (ctx.accounts().size() < 3)
            return refuse("NotEnoughAccountKeys");
        if (!ctx.accounts()[2].signer) {
            ctx.log("Payer account must be a signer");
            return refuse("MissingRequiredSignature");
        }
        return ctx.invoke(
            make::systemTransfer(ctx.accounts()[2].key, ctx.accounts()[0].key, minimum - account.lamports));
    }

    static Execution deactivate(BuiltinContext& ctx)
    {
        ctx.log("Instruction: DeactivateLookupTable");
        auto table = authorised(ctx);
        if (!table)
            return std::unexpected(table.error());
        if (table->deactivated != UINT64_MAX) {
            ctx.log("Lookup table is already deactivated");
            return refuse("InvalidArgument");
        }
        table->deactivated = ctx.clock().slot;
        table->write(ctx.edit(0));
        return {};
    }

    static Execution close(BuiltinContext& ctx)
    {
        ctx.log("Instruction: CloseLookupTable");
        if (ctx.accounts().size() < 3)
            return refuse("NotEnoughAccountKeys");
        if (ctx.accounts()[0].key == ctx.accounts()[2].key) {
            ctx.log("Lookup table cannot be the recipient of reclaimed lamports");
            return refuse("InvalidArgument");
        }
        const auto table = authorised(ctx);
        if (!table)
            return std::unexpected(table.error());
        if (table->deactivated == UINT64_MAX) {
            ctx.log("Lookup table is not deactivated");
            return refuse("InvalidArgument");
        }
        if (table->deactivated == ctx.clock().slot || ctx.isRecentSlot(table->deactivated)) {
            ctx.log("Table cannot be closed until it's fully deactivated");
            return refuse("InvalidArgument");
        }
        ctx.edit(2).lamports += ctx.read(0).lamports;
        ctx.edit(0).lamports = 0;
        ctx.edit(0).data.clear();
        return {};
    }
};

} // namespace

std::unique_ptr<Program> makeLookupTableProgram()
{
    return std::make_unique<LookupTableProgram>();
}

} // namespace outpost::sim
