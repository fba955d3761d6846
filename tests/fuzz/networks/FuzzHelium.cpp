// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/networks/helium/protocol/Accounts.h"
#include "core/networks/helium/protocol/AddGateway.h"
#include "core/networks/helium/protocol/Decoders.h"
#include "core/networks/helium/protocol/Instructions.h"

#include <cstdlib>

using namespace outpost;
using namespace outpost::helium;

namespace {

/// Changes a well-formed instruction at one place: what is still accepted must build to the same again.
template <class T> void mutate(const T& good, ByteSpan bytes)
{
    solana::Instruction instruction = good.build();
    if (bytes.size() >= 3 && !instruction.data.empty())
        instruction.data[bytes[0] % instruction.data.size()] ^= bytes[1];
    if (bytes.size() >= 3 && bytes[2] % 2 == 1) {
        auto key = instruction.accounts[bytes[0] % instruction.accounts.size()].key.bytes();
        key[0] ^= bytes[1];
        instruction.accounts[bytes[0] % instruction.accounts.size()].key = PublicKey(key);
    }
    if (bytes.size() > 3)
        instruction.data.insert(instruction.data.end(), bytes.begin() + 3, bytes.end());
    if (const auto parsed = T::parse(instruction); parsed && parsed->build() != instruction)
        std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const ByteSpan bytes(data, size);
    if (const auto blob = parseAddGateway(bytes); blob && blob->serialize() != toBytes(bytes))
        std::abort();
    if (const auto key = HotspotKey::parse(asText(bytes)); key && key->text() != asText(bytes))
        std::abort();
    (void)HotspotKey::fromBinary(bytes);
    (void)parseKeyToAsset(bytes);
    (void)parseIotHotspotInfo(bytes);
    (void)parseMobileHotspotInfo(bytes);
    (void)parseMaker(bytes);
    (void)parseDataOnlyConfig(bytes);
    (void)parseRewardableEntityConfig(bytes);
    (void)parseRecipient(bytes);
    (void)parseLazyDistributor(bytes);
    (void)parseDataCredits(bytes);
    (void)parseSubDaoFees(bytes);
    if (const auto breaker = parseCircuitBreaker(bytes))
        (void)breaker->available(breaker->lastTime, breaker->threshold);
    if (const auto price = parsePriceUpdate(bytes))
        (void)price->mintPrice();
    (void)parseMerkleTree(bytes, size);
    if (const auto message = OracleMessage::parse(bytes); message && message->serialize() != toBytes(bytes))
        std::abort();

    std::array<std::uint8_t, 32> key{};
    key.fill(7);
    const PublicKey owner(key);
    mutate(MintDataCredits{owner, owner, owner, std::nullopt, 5}, bytes);
    mutate(SetCurrentRewards{owner, mint::kHnt, owner, owner, 0, 9}, bytes);
    mutate(DistributeToDestination{owner, mint::kHnt, owner, owner}, bytes);
    mutate(UpdateIotInfo{owner, owner, owner, owner, owner, {7, 8, 9}, {}}, bytes);
    mutate(TransferAsset{owner, owner, owner, owner, {}}, bytes);
    const LeafProof proof{key, key, key, 77, {owner, owner}};
    const Whereabouts where{.location = 0x8c2a1072b59abff, .elevation = -4, .gain = 12};
    const Bytes entityKey{0, 1, 9, 200, 17};
    mutate(IssueEntity{.payer = owner,
                       .issuingAuthority = owner,
                       .collection = owner,
                       .maker = owner,
                       .recipient = owner,
                       .merkleTree = owner,
                       .entityKey = entityKey},
           bytes);
    mutate(
        IssueDataOnlyEntity{
            .payer = owner, .collection = owner, .recipient = owner, .merkleTree = owner, .entityKey = entityKey},
        bytes);
    mutate(OnboardIot{owner, owner, owner, owner, owner, owner, owner, owner, where, proof}, bytes);
    mutate(OnboardDataOnlyIot{owner, owner, owner, owner, owner, owner, where, proof}, bytes);
    mutate(InitializeRecipient{owner, mint::kHnt, owner, owner, owner, owner, proof}, bytes);
    mutate(DistributeRewards{owner, mint::kHnt, owner, owner, owner, proof}, bytes);
    mutate(UpdateDestination{owner, owner, owner, owner, proof}, bytes);
    return 0;
}
