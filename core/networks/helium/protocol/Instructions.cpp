// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/networks/helium/protocol/Instructions.h"

#include "core/chain/solana/Builders.h"
#include "core/codec/ByteReader.h"
#include "core/codec/ByteWriter.h"
#include "core/networks/helium/protocol/Anchor.h"
#include "core/networks/helium/protocol/Pdas.h"
#include "core/networks/helium/protocol/ProtocolErrors.h"

namespace outpost::helium {

namespace {

using codec::ByteReader;
using codec::ByteWriter;
using solana::AccountMeta;
using solana::associatedTokenAddress;
using solana::readOnly;
using solana::signer;
using solana::writable;
using solana::writableSigner;
namespace sol = solana::programs;

constexpr std::size_t kLongestEntityKey = 128;
constexpr std::size_t kDeepestTree = 30;

ByteWriter start(const Discriminator& which)
{
    ByteWriter out;
    out.bytes(which);
    return out;
}

ByteReader open(const Instruction& instruction, const Discriminator& which)
{
    ByteReader in(instruction.data);
    if (in.array<8>() != which)
        in.invalidate();
    return in;
}

/// data hash, creator hash, root, index: the order of every instruction but bubblegum's.
void writeLeaf(ByteWriter& out, const LeafProof& proof)
{
    out.bytes(proof.dataHash).bytes(proof.creatorHash).bytes(proof.root).u32(proof.index);
}

LeafProof readLeaf(ByteReader& in)
{
    LeafProof proof;
    proof.dataHash = in.array<32>();
    proof.creatorHash = in.array<32>();
    proof.root = in.array<32>();
    proof.index = in.u32();
    return proof;
}

void writeWhere(ByteWriter& out, const Whereabouts& where)
{
    out.optional(where.location).optional(where.elevation).optional(where.gain);
}

Whereabouts readWhere(ByteReader& in)
{
    Whereabouts where;
    where.location = in.optional<std::uint64_t>();
    where.elevation = in.optional<std::int32_t>();
    where.gain = in.optional<std::int32_t>();
    return where;
}

void appendProof(std::vector<AccountMeta>& accounts, const LeafProof& proof)
{
    for (const PublicKey& node : proof.nodes)
        accounts.push_back(readOnly(node));
}

/// Takes the accounts behind the first `fixed` as proof.
void takeProof(const Instruction& instruction, std::size_t fixed, LeafProof& proof)
{
    for (std::size_t i = fixed; i < instruction.accounts.size(); ++i)
        proof.nodes.push_back(instruction.accounts[i].key);
}

bool hasAccounts(const Instruction& instruction, std::size_t fixed, bool withProof)
{
    const std::size_t n = instruction.accounts.size();
    return withProof ? n >= fixed && n <= fixed + kDeepestTree : n == fixed;
}

/// The rights that a message grants may be wider than one instruction asks for, so only what is asked for is compared.
template <class T> std::optional<T> ifSame(const Instruction& given, const T& parsed, const ByteReader& in)
{
    if (!in.finish())
        return std::nullopt;
    const Instruction rebuilt = parsed.build();
    const auto covers = [](const AccountMeta& have, const AccountMeta& need) {
        return have.key == need.key && have.isSigner >= need.isSigner && have.isWritable >= need.isWritable;
    };
    if (rebuilt.program != given.program || rebuilt.data != given.data ||
        !std::equal(given.accounts.begin(), given.accounts.end(), rebuilt.accounts.begin(), rebuilt.accounts.end(),
                    covers))
        return std::nullopt;
    return parsed;
}

const PublicKey& at(const Instruction& instruction, std::size_t i)
{
    return instruction.accounts[i].key;
}

/// Which of the three distributors the account is; HNT's when none, which then does not compare equal.
PublicKey mintOfDistributor(const PublicKey& lazyDistributor)
{
    for (const pda::Distributor& d : pda::distributors()) {
        if (d.lazyDistributor == lazyDistributor)
            return d.mint;
    }
    return mint::kHnt;
}

std::vector<AccountMeta> distributeAccounts(const PublicKey& payer, const PublicKey& rewardsMint,
                                            const PublicKey& recipient, const PublicKey& paid)
{
    const pda::Distributor d = pda::distributor(rewardsMint);
    return {writableSigner(payer),
            readOnly(d.lazyDistributor),
            writable(recipient),
            readOnly(d.mint),
            writable(d.escrow),
            writable(d.escrowBreaker),
            writable(paid),
            writable(associatedTokenAddress(paid, d.mint)),
            readOnly(sol::kAssociatedToken),
            readOnly(program::kCircuitBreaker),
            readOnly(sol::kSystem),
            readOnly(sol::kToken)};
}

} // namespace

Instruction IssueEntity::build() const
{
    const pda::Fixed& f = pda::fixed();
    ByteWriter data = start(instruction::kIssueEntityV0);
    data.lengthPrefixed(entityKey);
    return {program::kEntityManager,
            {writableSigner(payer), signer(eccVerifier), signer(issuingAuthority), readOnly(collection),
             writable(pda::tokenMetadata(collection)), readOnly(pda::masterEdition(collection)), writable(maker),
             readOnly(f.entityCreator), readOnly(f.dao), writable(pda::keyToAsset(entityKey)),
             writable(pda::treeAuthority(merkleTree)), readOnly(recipient), writable(merkleTree),
             readOnly(f.bubblegumSigner), readOnly(program::kTokenMetadata), readOnly(program::kNoop),
             readOnly(program::kBubblegum), readOnly(program::kCompression), readOnly(sol::kSystem)},
            data.done()};
}

std::optional<IssueEntity> IssueEntity::parse(const Instruction& i, const NetworkKeys& keys)
{
    ByteReader in = open(i, instruction::kIssueEntityV0);
    const Bytes key = toBytes(in.lengthPrefixed(kLongestEntityKey));
    if (!in.ok() || !hasAccounts(i, 19, false))
        return std::nullopt;
    return ifSame(i, IssueEntity{at(i, 0), keys.eccVerifier, at(i, 2), at(i, 3), at(i, 6), at(i, 11), at(i, 12), key},
                  in);
}

Instruction IssueDataOnlyEntity::build() const
{
    const pda::Fixed& f = pda::fixed();
    ByteWriter data = start(instruction::kIssueDataOnlyEntityV0);
    data.lengthPrefixed(entityKey);
    return {program::kEntityManager,
            {writableSigner(payer), signer(eccVerifier), readOnly(collection), writable(pda::tokenMetadata(collection)),
             readOnly(pda::masterEdition(collection)), writable(f.dataOnlyConfig), readOnly(f.entityCreator),
             readOnly(f.dao), writable(pda::keyToAsset(entityKey)), writable(pda::treeAuthority(merkleTree)),
             readOnly(recipient), writable(merkleTree), writable(f.dataOnlyEscrow), readOnly(f.bubblegumSigner),
             readOnly(program::kTokenMetadata), readOnly(program::kNoop), readOnly(program::kBubblegum),
             readOnly(program::kCompression), readOnly(sol::kSystem)},
            data.done()};
}

std::optional<IssueDataOnlyEntity> IssueDataOnlyEntity::parse(const Instruction& i, const NetworkKeys& keys)
{
    ByteReader in = open(i, instruction::kIssueDataOnlyEntityV0);
    const Bytes key = toBytes(in.lengthPrefixed(kLongestEntityKey));
    if (!in.ok() || !hasAccounts(i, 19, false))
        return std::nullopt;
    return ifSame(i, IssueDataOnlyEntity{at(i, 0), keys.eccVerifier, at(i, 2), at(i, 10), at(i, 11), key}, in);
}

Instruction OnboardIot::build() const
{
    const pda::Fixed& f = pda::fixed();
    ByteWriter data = start(instruction::kOnboardIotHotspotV0);
    writeLeaf(data, proof);
    writeWhere(data, where);
    Instruction out{program::kEntityManager,
                    {writableSigner(payer),
                     writableSigner(dcFeePayer),
                     signer(issuingAuthority),
                     writable(iotInfo),
                     writableSigner(owner),
                     readOnly(merkleTree),
                     writable(associatedTokenAddress(dcFeePayer, mint::kDc)),
                     readOnly(f.iotConfig),
                     readOnly(pda::makerApproval(f.iotConfig, maker)),
                     readOnly(maker),
                     readOnly(f.dao),
                     readOnly(keyToAsset),
                     writable(f.iotSubDao),
                     writable(mint::kDc),
                     readOnly(f.dataCredits),
                     readOnly(program::kCompression),
                     readOnly(program::kDataCredits),
                     readOnly(sol::kToken),
                     readOnly(sol::kAssociatedToken),
                     readOnly(sol::kSystem),
                     readOnly(program::kSubDaos)},
                    data.done()};
    appendProof(out.accounts, proof);
    return out;
}

std::optional<OnboardIot> OnboardIot::parse(const Instruction& i)
{
    ByteReader in = open(i, instruction::kOnboardIotHotspotV0);
    LeafProof proof = readLeaf(in);
    const Whereabouts where = readWhere(in);
    if (!in.ok() || !hasAccounts(i, 21, true))
        return std::nullopt;
    takeProof(i, 21, proof);
    return ifSame(i,
                  OnboardIot{at(i, 0), at(i, 1), at(i, 2), at(i, 3), at(i, 4), at(i, 5), at(i, 9), at(i, 11), where,
                             std::move(proof)},
                  in);
}

Instruction OnboardDataOnlyIot::build() const
{
    const pda::Fixed& f = pda::fixed();
    ByteWriter data = start(instruction::kOnboardDataOnlyIotHotspotV0);
    writeLeaf(data, proof);
    writeWhere(data, where);
    Instruction out{program::kEntityManager,
                    {writableSigner(payer), writableSigner(dcFeePayer), writable(iotInfo), writableSigner(owner),
                     readOnly(merkleTree), writable(associatedTokenAddress(dcFeePayer, mint::kDc)),
                     readOnly(f.iotConfig), readOnly(f.dataOnlyConfig), readOnly(f.dao), readOnly(keyToAsset),
                     writable(f.iotSubDao), writable(mint::kDc), readOnly(f.dataCredits),
                     readOnly(program::kCompression), readOnly(program::kDataCredits), readOnly(sol::kToken),
                     readOnly(sol::kAssociatedToken), readOnly(sol::kSystem), readOnly(program::kSubDaos)},
                    data.done()};
    appendProof(out.accounts, proof);
    return out;
}

std::optional<OnboardDataOnlyIot> OnboardDataOnlyIot::parse(const Instruction& i)
{
    ByteReader in = open(i, instruction::kOnboardDataOnlyIotHotspotV0);
    LeafProof proof = readLeaf(in);
    const Whereabouts where = readWhere(in);
    if (!in.ok() || !hasAccounts(i, 19, true))
        return std::nullopt;
    takeProof(i, 19, proof);
    return ifSame(
        i, OnboardDataOnlyIot{at(i, 0), at(i, 1), at(i, 2), at(i, 3), at(i, 4), at(i, 9), where, std::move(proof)}, in);
}

Instruction UpdateIotInfo::build() const
{
    const pda::Fixed& f = pda::fixed();
    ByteWriter data = start(instruction::kUpdateIotInfoV0);
    writeWhere(data, where); // the other way round than in onboard
    writeLeaf(data, proof);
    Instruction out{program::kEntityManager,
                    {writableSigner(payer), writableSigner(dcFeePayer), writable(iotInfo), writableSigner(owner),
                     readOnly(merkleTree), readOnly(pda::treeAuthority(merkleTree)),
                     writable(associatedTokenAddress(dcFeePayer, mint::kDc)), readOnly(f.iotConfig), readOnly(f.dao),
                     readOnly(f.iotSubDao), writable(mint::kDc), readOnly(f.dataCredits), readOnly(program::kBubblegum),
                     readOnly(program::kCompression), readOnly(program::kDataCredits), readOnly(sol::kToken),
                     readOnly(sol::kAssociatedToken), readOnly(sol::kSystem)},
                    data.done()};
    appendProof(out.accounts, proof);
    return out;
}

std::optional<UpdateIotInfo> UpdateIotInfo::parse(const Instruction& i)
{
    ByteReader in = open(i, instruction::kUpdateIotInfoV0);
    const Whereabouts where = readWhere(in);
    LeafProof proof = readLeaf(in);
    if (!in.ok() || !hasAccounts(i, 18, true))
        return std::nullopt;
    takeProof(i, 18, proof);
    return ifSame(i, UpdateIotInfo{at(i, 0), at(i, 1), at(i, 2), at(i, 3), at(i, 4), where, std::move(proof)}, in);
}

Instruction InitializeRecipient::build() const
{
    ByteWriter data = start(instruction::kInitializeCompressionRecipientV0);
    writeLeaf(data, proof);
    Instruction out{program::kLazyDistributor,
                    {writableSigner(payer), readOnly(pda::distributor(rewardsMint).lazyDistributor),
                     writable(recipient), readOnly(merkleTree), readOnly(owner), readOnly(delegate),
                     readOnly(program::kCompression), readOnly(sol::kSystem)},
                    data.done()};
    appendProof(out.accounts, proof);
    return out;
}

std::optional<InitializeRecipient> InitializeRecipient::parse(const Instruction& i)
{
    ByteReader in = open(i, instruction::kInitializeCompressionRecipientV0);
    LeafProof proof = readLeaf(in);
    if (!in.ok() || !hasAccounts(i, 8, true))
        return std::nullopt;
    takeProof(i, 8, proof);
    return ifSame(i,
                  InitializeRecipient{at(i, 0), mintOfDistributor(at(i, 1)), at(i, 2), at(i, 3), at(i, 4), at(i, 5),
                                      std::move(proof)},
                  in);
}

Instruction SetCurrentRewards::build() const
{
    ByteWriter data = start(instruction::kSetCurrentRewardsWrapperV2);
    data.u16(oracleIndex).u64(currentRewards);
    return {program::kRewardsOracle,
            {writableSigner(payer), readOnly(pda::distributor(rewardsMint).lazyDistributor), writable(recipient),
             readOnly(keyToAsset), readOnly(pda::fixed().oracleSigner), readOnly(program::kLazyDistributor),
             readOnly(sol::kSystem), readOnly(sol::kSysvarInstructions)},
            data.done()};
}

std::optional<SetCurrentRewards> SetCurrentRewards::parse(const Instruction& i)
{
    ByteReader in = open(i, instruction::kSetCurrentRewardsWrapperV2);
    const std::uint16_t index = in.u16();
    const std::uint64_t rewards = in.u64();
    if (!in.ok() || !hasAccounts(i, 8, false))
        return std::nullopt;
    return ifSame(i, SetCurrentRewards{at(i, 0), mintOfDistributor(at(i, 1)), at(i, 2), at(i, 3), index, rewards}, in);
}

Instruction DistributeRewards::build() const
{
    ByteWriter data = start(instruction::kDistributeCompressionRewardsV0);
    writeLeaf(data, proof);
    Instruction out{program::kLazyDistributor, distributeAccounts(payer, rewardsMint, recipient, owner), data.done()};
    out.accounts.push_back(readOnly(merkleTree));
    out.accounts.push_back(readOnly(program::kCompression));
    appendProof(out.accounts, proof);
    return out;
}

std::optional<DistributeRewards> DistributeRewards::parse(const Instruction& i)
{
    ByteReader in = open(i, instruction::kDistributeCompressionRewardsV0);
    LeafProof proof = readLeaf(in);
    if (!in.ok() || !hasAccounts(i, 14, true))
        return std::nullopt;
    takeProof(i, 14, proof);
    return ifSame(
        i, DistributeRewards{at(i, 0), mintOfDistributor(at(i, 1)), at(i, 2), at(i, 6), at(i, 12), std::move(proof)},
        in);
}

Instruction DistributeToDestination::build() const
{
    return {program::kLazyDistributor, distributeAccounts(payer, rewardsMint, recipient, destination),
            start(instruction::kDistributeCustomDestinationV0).done()};
}

std::optional<DistributeToDestination> DistributeToDestination::parse(const Instruction& i)
{
    const ByteReader in = open(i, instruction::kDistributeCustomDestinationV0);
    if (!in.ok() || !hasAccounts(i, 12, false))
        return std::nullopt;
    return ifSame(i, DistributeToDestination{at(i, 0), mintOfDistributor(at(i, 1)), at(i, 2), at(i, 6)}, in);
}

Instruction UpdateDestination::build() const
{
    ByteWriter data = start(instruction::kUpdateCompressionDestinationV0);
    writeLeaf(data, proof);
    Instruction out{program::kLazyDistributor,
                    {writable(recipient), signer(owner), readOnly(destination), readOnly(merkleTree),
                     readOnly(program::kCompression)},
                    data.done()};
    appendProof(out.accounts, proof);
    return out;
}

std::optional<UpdateDestination> UpdateDestination::parse(const Instruction& i)
{
    ByteReader in = open(i, instruction::kUpdateCompressionDestinationV0);
    LeafProof proof = readLeaf(in);
    if (!in.ok() || !hasAccounts(i, 5, true))
        return std::nullopt;
    takeProof(i, 5, proof);
    return ifSame(i, UpdateDestination{at(i, 0), at(i, 1), at(i, 2), at(i, 3), std::move(proof)}, in);
}

Instruction MintDataCredits::build() const
{
    const pda::Fixed& f = pda::fixed();
    ByteWriter data = start(instruction::kMintDataCreditsV0);
    data.optional(hntAmount).optional(dcAmount);
    return {program::kDataCredits,
            {readOnly(f.dataCredits), readOnly(priceOracle), writable(associatedTokenAddress(owner, mint::kHnt)),
             writable(associatedTokenAddress(recipient, mint::kDc)), readOnly(recipient), writableSigner(owner),
             writable(mint::kHnt), writable(mint::kDc), writable(f.dcMintBreaker), readOnly(program::kCircuitBreaker),
             readOnly(sol::kToken), readOnly(sol::kSystem), readOnly(sol::kAssociatedToken)},
            data.done()};
}

std::optional<MintDataCredits> MintDataCredits::parse(const Instruction& i)
{
    ByteReader in = open(i, instruction::kMintDataCreditsV0);
    const auto hnt = in.optional<std::uint64_t>();
    const auto dc = in.optional<std::uint64_t>();
    if (!in.ok() || hnt.has_value() == dc.has_value() || !hasAccounts(i, 13, false))
        return std::nullopt;
    return ifSame(i, MintDataCredits{at(i, 1), at(i, 5), at(i, 4), hnt, dc}, in);
}

Instruction TransferAsset::build() const
{
    ByteWriter data = start(instruction::kTransfer);
    data.bytes(proof.root).bytes(proof.dataHash).bytes(proof.creatorHash).u64(proof.index).u32(proof.index);
    // The interface flags nobody as signer; the program wants the owner or the delegate to be one.
    Instruction out{program::kBubblegum,
                    {readOnly(pda::treeAuthority(merkleTree)), signer(owner), readOnly(delegate), readOnly(newOwner),
                     writable(merkleTree), readOnly(program::kNoop), readOnly(program::kCompression),
                     readOnly(sol::kSystem)},
                    data.done()};
    appendProof(out.accounts, proof);
    return out;
}

std::optional<TransferAsset> TransferAsset::parse(const Instruction& i)
{
    ByteReader in = open(i, instruction::kTransfer);
    LeafProof proof;
    proof.root = in.array<32>();
    proof.dataHash = in.array<32>();
    proof.creatorHash = in.array<32>();
    in.u64();
    proof.index = in.u32();
    if (!in.ok() || !hasAccounts(i, 8, true))
        return std::nullopt;
    takeProof(i, 8, proof);
    return ifSame(i, TransferAsset{at(i, 1), at(i, 2), at(i, 3), at(i, 4), std::move(proof)}, in);
}

Bytes OracleMessage::serialize() const
{
    ByteWriter out = start(kSetCurrentRewardsMessage);
    return out.bytes(lazyDistributor.span()).u16(oracleIndex).u64(currentRewards).bytes(asset.span()).done();
}

Result<OracleMessage> OracleMessage::parse(ByteSpan bytes)
{
    ByteReader in(bytes);
    const bool isKnown = in.array<8>() == kSetCurrentRewardsMessage;
    OracleMessage m;
    m.lazyDistributor = PublicKey(in.array<32>());
    m.oracleIndex = in.u16();
    m.currentRewards = in.u64();
    m.asset = PublicKey(in.array<32>());
    if (!isKnown || !in.finish())
        return fail(errors::kHeliumBadOracleMessage, "not a statement about rewards");
    return m;
}

} // namespace outpost::helium
