// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sim/programs/Builtins.h"

namespace outpost::sim {

namespace {

std::vector<Pubkey> proofFrom(const ProgramContext& ctx, std::size_t first)
{
    std::vector<Pubkey> proof;
    for (std::size_t i = first; i < ctx.accounts().size(); ++i)
        proof.push_back(ctx.accounts()[i].key);
    return proof;
}

bool startsWith(ByteSpan data, std::string_view instruction)
{
    const auto wanted = anchorDiscriminator(instruction);
    return data.size() >= 8 && std::ranges::equal(data.first(8), wanted);
}

/// verify_leaf when called by itself; other programs reach the trees through their context.
class CompressionProgram final : public BuiltinProgram {
public:
    Pubkey id() const override { return ids::kCompression; }
    std::uint64_t baseUnits() const override { return 2'000; }

    Execution run(BuiltinContext& ctx) override
    {
        if (!startsWith(ctx.data(), "verify_leaf"))
            return notSimulated(ctx, "this instruction of the account-compression program");
        Arguments in(ctx.data().subspan(8));
        const Pubkey root = in.key();
        const Pubkey leaf = in.key();
        const std::uint32_t index = in.u32();
        if (!in.ok())
            return refuse(102);
        if (ctx.accounts().empty())
            return refuse(3005);
        return ctx.verifyLeaf(ctx.accounts()[0].key, root, leaf, index, proofFrom(ctx, 1));
    }
};

/// Transfer of a compressed NFT. Source: mpl-bubblegum (public).
class BubblegumProgram final : public BuiltinProgram {
public:
    Pubkey id() const override { return ids::kBubblegum; }
    std::uint64_t baseUnits() const override { return 25'000; }

    Execution run(BuiltinContext& ctx) override
    {
        if (!startsWith(ctx.data(), "transfer"))
            return notSimulated(ctx, "this instruction of the compressed-NFT program");
        ctx.log("Instruction: Transfer");
        Arguments in(ctx.data().subspan(8));
        const Pubkey root = in.key();
        const Pubkey dataHash = in.key();
        const Pubkey creatorHash = in.key();
        const std::uint64_t nonce = in.u64();
        const std::uint32_t index = in.u32();
        if (!in.ok())
            return refuse(102); // InstructionDidNotDeserialize
        if (ctx.accounts().size() < 8)
            return refuse(3005); // AccountNotEnoughKeys
        const auto key = [&ctx](std::size_t at) { return ctx.accounts()[at].key; };
        const Pubkey tree = key(4);
        if (key(0) != findProgramAddress({tree.bytes}, id()).key)
            return anchor(ctx, "ConstraintSeeds", 2006, "A seeds constraint was violated");
        if (key(5) != ids::kNoop || key(6) != ids::kCompression || key(7) != ids::kSystem)
            return anchor(ctx, "InvalidProgramId", 3008, "Program ID was not as expected");
        if (!ctx.accounts()[1].signer && !ctx.accounts()[2].signer)
            return anchor(ctx, "LeafAuthorityMustSign", 6025,
                          "Transfer must be signed by either leaf owner or delegate");
        const Pubkey id = assetId(tree, nonce);
        const Pubkey before = leafHash(id, key(1), key(2), nonce, dataHash, creatorHash);
        const Pubkey after = leafHash(id, key(3), key(3), nonce, dataHash, creatorHash);
        if (auto done = ctx.replaceLeaf(tree, root, before, after, index, proofFrom(ctx, 8)); !done)
            return done;
        if (auto asset = ctx.asset(id)) {
            asset->owner = key(3);
            asset->delegate = key(3);
            if (const auto view = MerkleTree::openReadOnly(ctx.read(4).data))
                asset->sequence = view->sequence();
            ctx.recordAsset(*asset);
        }
        return {};
    }

private:
    static Execution anchor(BuiltinContext& ctx, std::string_view name, std::uint32_t code, std::string_view text)
    {
        ctx.log(anchorErrorLog(name, code, text));
        return refuse(code);
    }
};

} // namespace

std::unique_ptr<Program> makeCompressionProgram()
{
    return std::make_unique<CompressionProgram>();
}
std::unique_ptr<Program> makeBubblegumProgram()
{
    return std::make_unique<BubblegumProgram>();
}

} // namespace outpost::sim
