// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/codec/ByteReader.h"
#include "core/networks/helium/demo/Addresses.h"

namespace outpost::heliumdemo {

/// One account of an instruction as the interface description gives it.
struct AccountRule {
    std::string_view name;
    bool signer = false;
    bool writable = false;
    const Pubkey* address = nullptr; ///< when fixed
};

inline AccountRule plain(std::string_view name)
{
    return {name, false, false, nullptr};
}
inline AccountRule writable(std::string_view name)
{
    return {name, false, true, nullptr};
}
inline AccountRule signer(std::string_view name)
{
    return {name, true, false, nullptr};
}
inline AccountRule writableSigner(std::string_view name)
{
    return {name, true, true, nullptr};
}
inline AccountRule fixed(std::string_view name, const Pubkey& address)
{
    return {name, false, false, &address};
}

/// One instruction of a program that uses the Anchor framework: checks accounts in order and refuses with the
/// framework's codes, and logs what it logs. Every check answers an Execution to be passed on with DEMO_CHECK.
class Anchor {
public:
    Anchor(ProgramContext& context, std::span<const AccountRule> rules) : m_context(context), m_rules(rules) {}

    /// Number, signers, writable, fixed addresses.
    Execution accounts() const;
    const Pubkey& key(std::size_t index) const { return m_context.accounts()[index].key; }
    const Account& account(std::size_t index) const { return m_context.read(index); }
    std::string_view name(std::size_t index) const { return m_rules[index].name; }

    Execution hasOne(std::size_t index, const Pubkey& wanted) const; ///< 2001
    Execution seeds(std::size_t index, const Pubkey& wanted) const;  ///< 2006
    Execution raw(bool holds, std::size_t index) const;              ///< 2003
    /// An account that a type was read from; 3012 when there is none, 3007 or 3002 when it is another.
    template <class T> demo::Executed<T> load(std::size_t index, const Pubkey& owner) const
    {
        if (auto value = T::decode(account(index)))
            return std::move(*value);
        return std::unexpected(unreadable(index, owner).error());
    }
    Execution unreadable(std::size_t index, const Pubkey& owner) const;
    Execution error(std::string_view codeName, std::uint32_t code, std::string_view message) const;

    /// Keys appended behind the listed accounts: a proof.
    std::vector<Pubkey> proof() const;

private:
    Execution atAccount(std::size_t index, std::string_view codeName, std::uint32_t code,
                        std::string_view message) const;

    ProgramContext& m_context;
    std::span<const AccountRule> m_rules;
};

/// What four instructions carry about a leaf, in this order.
struct LeafArgs {
    Pubkey dataHash, creatorHash, root;
    std::uint32_t index = 0;

    static LeafArgs read(codec::ByteReader& reader);
};

/// Asks the compression program whether the asset is owned by this key and delegated to nobody else.
Execution verifyOwner(ProgramContext& context, const Pubkey& tree, const LeafArgs& leaf, const Pubkey& owner,
                      const Pubkey& delegate, const std::vector<Pubkey>& proof);

/// Arguments that could not be read: 102 InstructionDidNotDeserialize.
Execution badArguments(ProgramContext& context);
/// An instruction that the demo does not execute.
Execution notSimulated(ProgramContext& context);
/// True when the data starts with this instruction's discriminator.
bool isInstruction(ByteSpan data, std::string_view name);
/// "Program log: Instruction: NAME", which every such program writes first.
void logInstruction(ProgramContext& context, std::string_view name);

} // namespace outpost::heliumdemo

#define DEMO_CHECK(...)                                                                                                \
    if (auto demoChecked = (__VA_ARGS__); !demoChecked)                                                                \
    return std::unexpected(demoChecked.error())
#define DEMO_TRY(decl, ...) OUTPOST_TRY(decl, __VA_ARGS__)
