// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chain/solana/DecodedTransaction.h"

#include "core/chain/solana/Builders.h"
#include "core/chain/solana/DecodeParts.h"
#include "core/codec/ByteReader.h"

namespace outpost::solana {

namespace {

DecodedInstruction unknownProgram(const DecodeScope& scope)
{
    DecodedInstruction decoded = notUnderstood(scope, {});
    decoded.sentence = {"unknown.program", {{"program", decoded.program}}};
    decoded.dangers = {Danger::UnknownProgram};
    return decoded;
}

void readComputeBudget(const Instruction& instruction, DecodedTransaction& out)
{
    codec::ByteReader in(instruction.data);
    switch (in.u8()) {
    case 2:
        out.computeUnitLimit = in.u32();
        break;
    case 3:
        out.microLamportsPerUnit = in.u64();
        break;
    case 4:
        out.loadedAccountsBytes = in.u32();
        break;
    default:
        break;
    }
}

/// An associated token account that the message creates needs no witness: its address proves owner and mint.
void learnCreatedAccounts(std::span<const Instruction> instructions, DecodeContext& context)
{
    for (const Instruction& i : instructions) {
        if (i.program != programs::kAssociatedToken || i.accounts.size() < 4)
            continue;
        const PublicKey& owner = i.accounts[2].key;
        const PublicKey& mint = i.accounts[3].key;
        if (associatedTokenAddress(owner, mint) == i.accounts[1].key)
            context.tokenAccounts.try_emplace(i.accounts[1].key, KnownTokenAccount{mint, owner});
    }
}

} // namespace

std::string_view dangerName(Danger danger)
{
    switch (danger) {
    case Danger::AssignsAccount:
        return "assignsAccount";
    case Danger::ChangesAuthority:
        return "changesAuthority";
    case Danger::DelegatesTokens:
        return "delegatesTokens";
    case Danger::DelegatesAsset:
        return "delegatesAsset";
    case Danger::DurableNonce:
        return "durableNonce";
    case Danger::ClosesAccount:
        return "closesAccount";
    case Danger::BurnsTokens:
        return "burnsTokens";
    case Danger::RedirectsEarnings:
        return "redirectsEarnings";
    case Danger::UnlimitedAmount:
        return "unlimitedAmount";
    case Danger::UnknownProgram:
        return "unknownProgram";
    case Danger::UnknownInstruction:
        return "unknownInstruction";
    case Danger::ForeignFeePayer:
        return "foreignFeePayer";
    }
    return "unknown";
}

const ArgValue* Sentence::find(std::string_view name) const
{
    const auto found = std::find_if(args.begin(), args.end(), [&](const SentenceArg& arg) { return arg.name == name; });
    return found == args.end() ? nullptr : &found->value;
}

bool DecodedTransaction::isFullyUnderstood() const
{
    return !instructions.empty() && std::all_of(instructions.begin(), instructions.end(),
                                                [](const DecodedInstruction& i) { return i.isUnderstood; });
}

std::set<Danger> DecodedTransaction::allDangers() const
{
    std::set<Danger> all(dangers.begin(), dangers.end());
    for (const DecodedInstruction& instruction : instructions)
        all.insert(instruction.dangers.begin(), instruction.dangers.end());
    return all;
}

std::optional<Int128> DecodedTransaction::priorityFee() const
{
    constexpr std::int64_t kMicro = 1'000'000;
    if (!computeUnitLimit || !microLamportsPerUnit)
        return std::nullopt;
    // 32 by 64 bits cannot overflow 128.
    const Int128 micro = *Int128::fromUnsigned(*microLamportsPerUnit).times(std::int64_t{*computeUnitLimit});
    return *micro.plus(kMicro - 1)->dividedTruncated(kMicro);
}

std::vector<Effect> DecodedTransaction::allEffects() const
{
    std::vector<Effect> all;
    for (const DecodedInstruction& instruction : instructions)
        all.insert(all.end(), instruction.effects.begin(), instruction.effects.end());
    return all;
}

std::optional<Int128> DecodeContext::rentFor(std::uint64_t dataLength) const
{
    const auto found = rentByLength.find(dataLength);
    return found == rentByLength.end() ? std::nullopt : std::optional(Int128::fromUnsigned(found->second));
}

void DecoderRegistry::add(std::unique_ptr<InstructionDecoder> decoder)
{
    const PublicKey program = decoder->program();
    m_decoders[program] = std::move(decoder);
}

const InstructionDecoder* DecoderRegistry::find(const PublicKey& program) const
{
    const auto found = m_decoders.find(program);
    return found == m_decoders.end() ? nullptr : found->second.get();
}

Result<DecodedTransaction> decodeMessage(const Message& message, std::span<const LookupTable> tables,
                                         const DecodeContext& context, const DecoderRegistry& registry)
{
    OUTPOST_TRY(const std::vector<Instruction> instructions, message.instructions(tables));
    DecodedTransaction out;
    OUTPOST_TRY(out.accounts, message.accounts(tables));
    out.feePayer = message.feePayer();
    out.signers.assign(message.requiredSigners().begin(), message.requiredSigners().end());
    out.version = message.version();
    out.paidSignatures = message.header().requiredSignatures;
    if (!context.ownKeys.empty() && !context.ownKeys.contains(out.feePayer))
        out.dangers.push_back(Danger::ForeignFeePayer);

    DecodeContext known = context;
    learnCreatedAccounts(instructions, known);
    for (std::size_t i = 0; i < instructions.size(); ++i) {
        const Instruction& instruction = instructions[i];
        const DecodeScope scope{instructions, i, known};
        const InstructionDecoder* decoder = registry.find(instruction.program);
        out.instructions.push_back(decoder == nullptr ? unknownProgram(scope) : decoder->decode(scope));
        if (instruction.program == programs::kComputeBudget)
            readComputeBudget(instruction, out);
        if (instruction.program == programs::kEd25519 && !instruction.data.empty())
            out.paidSignatures += instruction.data.front();
    }
    return out;
}

} // namespace outpost::solana
