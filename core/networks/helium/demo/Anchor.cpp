// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/networks/helium/demo/Anchor.h"

namespace outpost::heliumdemo {

Execution Anchor::accounts() const
{
    const auto metas = m_context.accounts();
    if (metas.size() < m_rules.size())
        return error("AccountNotEnoughKeys", 3005, "Not enough account keys given to the instruction");
    for (std::size_t i = 0; i < m_rules.size(); ++i) {
        const AccountRule& rule = m_rules[i];
        if (rule.signer && !metas[i].signer)
            return atAccount(i, "AccountNotSigner", 3010, "The given account did not sign");
        if (rule.writable && !metas[i].writable)
            return atAccount(i, "ConstraintMut", 2000, "A mut constraint was violated");
        if (rule.address && metas[i].key != *rule.address) {
            if (m_context.read(i).executable || rule.name.ends_with("_program"))
                return atAccount(i, "InvalidProgramId", 3008, "Program ID was not as expected");
            return atAccount(i, "ConstraintAddress", 2012, "An address constraint was violated");
        }
    }
    return {};
}

Execution Anchor::hasOne(std::size_t index, const Pubkey& wanted) const
{
    if (key(index) == wanted)
        return {};
    return atAccount(index, "ConstraintHasOne", 2001, "A has one constraint was violated");
}

Execution Anchor::seeds(std::size_t index, const Pubkey& wanted) const
{
    if (key(index) == wanted)
        return {};
    return atAccount(index, "ConstraintSeeds", 2006, "A seeds constraint was violated");
}

Execution Anchor::raw(bool holds, std::size_t index) const
{
    if (holds)
        return {};
    return atAccount(index, "ConstraintRaw", 2003, "A raw constraint was violated");
}

Execution Anchor::unreadable(std::size_t index, const Pubkey& owner) const
{
    const Account& found = account(index);
    if (found.owner == demo::ids::kSystem && found.data.empty())
        return atAccount(index, "AccountNotInitialized", 3012,
                         "The program expected this account to be already initialized");
    if (found.owner != owner)
        return atAccount(index, "AccountOwnedByWrongProgram", 3007,
                         "The given account is owned by a different program than expected");
    return atAccount(index, "AccountDiscriminatorMismatch", 3002,
                     "Account discriminator did not match what was expected");
}

Execution Anchor::error(std::string_view codeName, std::uint32_t code, std::string_view message) const
{
    m_context.log(demo::anchorErrorLog(codeName, code, message));
    return demo::refuse(code);
}

Execution Anchor::atAccount(std::size_t index, std::string_view codeName, std::uint32_t code,
                            std::string_view message) const
{
    m_context.log(std::format("AnchorError caused by account: {}. Error Code: {}. Error Number: {}. Error Message: {}.",
                              m_rules[index].name, codeName, code, message));
    return demo::refuse(code);
}

std::vector<Pubkey> Anchor::proof() const
{
    std::vector<Pubkey> nodes;
    for (const AccountMeta& meta : m_context.accounts().subspan(m_rules.size()))
        nodes.push_back(meta.key);
    return nodes;
}

LeafArgs LeafArgs::read(codec::ByteReader& reader)
{
    LeafArgs args;
    args.dataHash.bytes = reader.array<32>();
    args.creatorHash.bytes = reader.array<32>();
    args.root.bytes = reader.array<32>();
    args.index = reader.u32();
    return args;
}

Execution verifyOwner(ProgramContext& context, const Pubkey& tree, const LeafArgs& leaf, const Pubkey& owner,
                      const Pubkey& delegate, const std::vector<Pubkey>& proof)
{
    const Pubkey id = demo::assetId(tree, leaf.index);
    const Pubkey hash = demo::leafHash(id, owner, delegate, leaf.index, leaf.dataHash, leaf.creatorHash);
    return context.verifyLeaf(tree, leaf.root, hash, leaf.index, proof);
}

Execution badArguments(ProgramContext& context)
{
    context.log(demo::anchorErrorLog("InstructionDidNotDeserialize", 102,
                                     "The program could not deserialize the given instruction"));
    return demo::refuse(102);
}

Execution notSimulated(ProgramContext& context)
{
    context.log("not simulated: the demo network does not execute this instruction");
    return demo::refuse("UnsupportedProgramId"); // as the engine does for the programs of its own
}

bool isInstruction(ByteSpan data, std::string_view name)
{
    const auto discriminator = demo::anchorDiscriminator(name);
    return data.size() >= 8 && std::ranges::equal(data.first(8), discriminator);
}

void logInstruction(ProgramContext& context, std::string_view name)
{
    context.log(std::format("Instruction: {}", name));
}

} // namespace outpost::heliumdemo
