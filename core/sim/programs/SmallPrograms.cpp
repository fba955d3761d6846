// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Encoding.h"
#include "core/sim/programs/Builtins.h"

#include <format>

namespace outpost::sim {

namespace {

/// Looked at before the transaction runs (budgetOf); by itself it does nothing.
class ComputeBudgetProgram final : public BuiltinProgram {
public:
    Pubkey id() const override { return ids::kComputeBudget; }
    bool isNative() const override { return true; }
    std::uint64_t baseUnits() const override { return 150; }
    Execution run(BuiltinContext&) override { return {}; }
};

/// Memo version 2: every account named must sign, the text must be UTF-8.
class MemoProgram final : public BuiltinProgram {
public:
    Pubkey id() const override { return ids::kMemo; }
    std::uint64_t baseUnits() const override { return 100; }

    Execution run(BuiltinContext& ctx) override
    {
        if (!ctx.accounts().empty())
            ctx.log("Signed by:");
        for (const auto& meta : ctx.accounts()) {
            if (!meta.signer)
                return refuse("MissingRequiredSignature");
            ctx.log(meta.key.text());
        }
        const std::string_view text = asText(ctx.data());
        ctx.log(std::format("Memo (len {})", text.size()));
        ctx.consume(ctx.data().size());
        if (!isUtf8(text))
            return refuse("ProgramFailedToComplete");
        ctx.log(text);
        return {};
    }
};

/// Data for indexers; does nothing.
class NoopProgram final : public BuiltinProgram {
public:
    Pubkey id() const override { return ids::kNoop; }
    std::uint64_t baseUnits() const override { return 40; }
    Execution run(BuiltinContext&) override { return {}; }
};

/// Verifies signatures that instruction data holds or refers to. Source: the validator's Ed25519 precompile.
class Ed25519Program final : public BuiltinProgram {
public:
    Pubkey id() const override { return ids::kEd25519; }
    bool isNative() const override { return true; }
    bool isSilent() const override { return true; }
    std::uint64_t baseUnits() const override { return 0; }

    Execution run(BuiltinContext& ctx) override
    {
        enum Custom : std::uint32_t {
            kInvalidPublicKey = 0,
            kInvalidSignature = 2,
            kInvalidOffsets = 3,
            kInvalidSize = 4
        };
        const ByteSpan data = ctx.data();
        if (data.size() < 2)
            return refuse(kInvalidSize);
        const std::size_t count = data[0];
        if (count == 0 && data.size() > 2)
            return refuse(kInvalidSize);
        if (data.size() < 2 + 14 * count)
            return refuse(kInvalidSize);
        for (std::size_t i = 0; i < count; ++i) {
            std::array<std::size_t, 7> f{};
            for (std::size_t field = 0; field < 7; ++field)
                f[field] = getLe(data, 2 + 14 * i + 2 * field, 2);
            const auto signature = part(ctx, f[1], f[0], 64);
            const auto key = part(ctx, f[3], f[2], 32);
            const auto message = part(ctx, f[6], f[4], f[5]);
            if (!signature || !key || !message)
                return refuse(kInvalidOffsets);
            const auto pubkey = Pubkey::fromBytes(*key);
            if (!isOnCurve(*pubkey))
                return refuse(kInvalidPublicKey);
            if (!verifySignature(*pubkey, *message, *signature))
                return refuse(kInvalidSignature);
        }
        return {};
    }

private:
    static std::optional<ByteSpan> part(const BuiltinContext& ctx, std::size_t instruction, std::size_t offset,
                                        std::size_t size)
    {
        const auto data = instruction == 0xffff ? std::optional(ctx.data()) : ctx.instructionData(instruction);
        if (!data || offset > data->size() || size > data->size() - offset)
            return std::nullopt;
        return data->subspan(offset, size);
    }
};

} // namespace

std::unique_ptr<Program> makeComputeBudgetProgram()
{
    return std::make_unique<ComputeBudgetProgram>();
}
std::unique_ptr<Program> makeMemoProgram()
{
    return std::make_unique<MemoProgram>();
}
std::unique_ptr<Program> makeNoopProgram()
{
    return std::make_unique<NoopProgram>();
}
std::unique_ptr<Program> makeEd25519Program()
{
    return std::make_unique<Ed25519Program>();
}

} // namespace outpost::sim
