// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/networks/helium/protocol/Decoders.h"

#include "core/chain/solana/Builders.h"
#include "core/networks/helium/protocol/Address.h"
#include "core/networks/helium/protocol/Instructions.h"
#include "core/networks/helium/protocol/Pdas.h"
#include "tests/unit/networks/helium_protocol/KeyPair.h"

#include <gtest/gtest.h>

namespace outpost::helium {
namespace {

using solana::ArgValue;
using solana::Danger;
using solana::DecodedTransaction;
using solana::EffectKind;
using solana::TokenQuantity;
using test::keyOf;
using test::KeyPair;
using test::repeated;

constexpr const char* kDevice = "14ivpToFabfUhxpcwQawc49dbK3V63o1t5fGGDbbd1MqyLSppFh";
const PublicKey kOwner = keyOf(1);
const PublicKey kTree = keyOf(20);
const PublicKey kAsset = keyOf(5);

DecodedTransaction decoded(std::vector<Instruction> instructions, const KnownFees& fees = {})
{
    solana::DecoderRegistry registry;
    solana::addStandardDecoders(registry);
    addDecoders(registry, {}, fees);
    const auto message =
        solana::Message::compile(solana::MessageVersion::V0, kOwner, solana::Blockhash(), instructions);
    EXPECT_TRUE(message);
    return *solana::decodeMessage(*message, {}, {}, registry);
}

LeafProof leaf()
{
    return {repeated(6), repeated(7), repeated(8), 42, {keyOf(90)}};
}

const PublicKey& distributor()
{
    static const PublicKey kKey = pda::distributor(mint::kHnt).lazyDistributor;
    return kKey;
}

/// A claim as it is sent: open, prove, set, pay.
std::vector<Instruction> claim(std::uint64_t said, std::uint64_t set)
{
    const KeyPair oracle(0x0B);
    const PublicKey recipient = pda::recipient(distributor(), kAsset);
    const Bytes message = OracleMessage{distributor(), 0, said, kAsset}.serialize();
    InitializeRecipient open{kOwner, mint::kHnt, recipient, kTree, kOwner, kOwner, leaf()};
    return {open.build(), solana::ed25519::verify(oracle.key, oracle.sign(message), message),
            SetCurrentRewards{kOwner, mint::kHnt, recipient, keyOf(30), 0, set}.build(),
            DistributeRewards{kOwner, mint::kHnt, recipient, kOwner, kTree, leaf()}.build()};
}

TEST(HeliumDecoders, ClaimIsUnderstoodWholeAndBoundedByTheOracle)
{
    const auto d = decoded(claim(123456, 123456), {.rentRecipient = 2422080});
    ASSERT_TRUE(d.isFullyUnderstood());
    EXPECT_TRUE(d.allDangers().empty());
    EXPECT_EQ(d.instructions[0].sentence.id, "rewards.open");
    EXPECT_EQ(d.instructions[0].effects[0].amount, Int128(2422080));
    EXPECT_EQ(d.instructions[2].sentence.id, "rewards.setTotal");
    const auto& pay = d.instructions[3];
    EXPECT_EQ(pay.sentence.id, "rewards.pay");
    EXPECT_EQ(pay.effects[0].kind, EffectKind::TokenCredit);
    EXPECT_EQ(pay.effects[0].owner, kOwner);
    EXPECT_EQ(pay.effects[0].mint, mint::kHnt);
    EXPECT_EQ(pay.effects[0].amount, Int128(123456));
    EXPECT_TRUE(pay.effects[0].isUpperBound);
}

TEST(HeliumDecoders, TotalThatDiffersFromTheOraclesIsNotUnderstood)
{
    EXPECT_FALSE(decoded(claim(123456, 123457)).isFullyUnderstood());
}

TEST(HeliumDecoders, TotalWithoutASignatureInFrontIsNotUnderstood)
{
    auto instructions = claim(5, 5);
    std::swap(instructions[0], instructions[1]);
    EXPECT_FALSE(decoded(instructions).isFullyUnderstood());
}

TEST(HeliumDecoders, RewardsPaidIntoAForeignTokenAccountAreNotUnderstood)
{
    auto instructions = claim(5, 5);
    instructions[3].accounts[7].key = solana::associatedTokenAddress(keyOf(66), mint::kHnt);
    EXPECT_FALSE(decoded(instructions).isFullyUnderstood());
}

TEST(HeliumDecoders, RegistrationNamesTheDevice)
{
    const Bytes entityKey = HotspotKey::parse(kDevice)->entityKey();
    const IssueDataOnlyEntity issue{kOwner, kEccVerifier, keyOf(40), kOwner, kTree, entityKey};
    const auto d = decoded({issue.build()});
    ASSERT_TRUE(d.isFullyUnderstood());
    EXPECT_EQ(d.instructions[0].sentence.id, "device.register");
    EXPECT_EQ(*d.instructions[0].sentence.find("address"), ArgValue(std::string(kDevice)));
    EXPECT_EQ(*d.instructions[0].sentence.find("owner"), ArgValue(kOwner));
}

TEST(HeliumDecoders, RegistrationOfWhatIsNoDeviceIsNotUnderstood)
{
    const IssueDataOnlyEntity issue{kOwner, kEccVerifier, keyOf(40), kOwner, kTree, Bytes(38, 1)};
    EXPECT_FALSE(decoded({issue.build()}).isFullyUnderstood());
}

TEST(HeliumDecoders, OnboardingCostsBothFees)
{
    const Bytes entityKey = HotspotKey::parse(kDevice)->entityKey();
    OnboardDataOnlyIot onboard{kOwner,
                               kOwner,
                               pda::iotInfo(entityKey),
                               kOwner,
                               kTree,
                               pda::keyToAsset(entityKey),
                               {631253197010765823u, 10, 12},
                               leaf()};
    const KnownFees fees{.dcOnboardDataOnly = 50000, .dcLocation = 50000};
    const auto d = decoded({onboard.build()}, fees);
    ASSERT_TRUE(d.isFullyUnderstood());
    EXPECT_EQ(*d.instructions[0].sentence.find("cell"), ArgValue(std::string("8c2a9702b2807ff")));
    EXPECT_EQ(d.instructions[0].effects[0].amount, Int128(100000));
    EXPECT_EQ(d.instructions[0].effects[0].mint, mint::kDc);
    onboard.where = {};
    EXPECT_EQ(decoded({onboard.build()}, fees).instructions[0].effects[0].amount, Int128(50000));
    EXPECT_FALSE(decoded({onboard.build()}).instructions[0].effects[0].amount);
}

TEST(HeliumDecoders, HeightAndAntennaAloneCostNothing)
{
    UpdateIotInfo update{kOwner, kOwner, keyOf(50), kOwner, kTree, {std::nullopt, 3, 40}, leaf()};
    const auto d = decoded({update.build()});
    ASSERT_TRUE(d.isFullyUnderstood());
    for (const auto& effect : d.allEffects())
        EXPECT_NE(effect.kind, EffectKind::TokenDebit);
}

TEST(HeliumDecoders, CreditsBoughtForAFixedAmountOfHnt)
{
    const auto d = decoded({MintDataCredits{keyOf(70), kOwner, kOwner, 150000000, {}}.build()});
    ASSERT_TRUE(d.isFullyUnderstood());
    EXPECT_EQ(d.instructions[0].effects[0].amount, Int128(150000000));
    EXPECT_FALSE(d.instructions[0].effects[0].isUpperBound);
    EXPECT_EQ(*d.instructions[0].sentence.find("paid"), ArgValue(TokenQuantity{150000000, mint::kHnt, 8}));
}

TEST(HeliumDecoders, FixedCreditsAreBoundedByThePriceJustRead)
{
    const Instruction i = MintDataCredits{keyOf(70), kOwner, kOwner, {}, 100000}.build();
    EXPECT_FALSE(decoded({i}).instructions[0].effects[0].amount);
    const auto d = decoded({i}, {.hntForCredits = 51000000});
    EXPECT_EQ(d.instructions[0].effects[0].amount, Int128(51000000));
    EXPECT_TRUE(d.instructions[0].effects[0].isUpperBound);
}

TEST(HeliumDecoders, AssetThatIsGivenAwayIsNamed)
{
    const auto d = decoded({TransferAsset{kOwner, kOwner, keyOf(2), kTree, leaf()}.build()});
    ASSERT_TRUE(d.isFullyUnderstood());
    EXPECT_EQ(*d.instructions[0].sentence.find("asset"), ArgValue(pda::asset(kTree, 42)));
    EXPECT_EQ(d.instructions[0].effects[0].kind, EffectKind::AssetOut);
    EXPECT_EQ(d.instructions[0].effects[0].counterparty, keyOf(2));
}

TEST(HeliumDecoders, RedirectingEarningsIsFlaggedUnlessItComesHome)
{
    UpdateDestination update{keyOf(31), kOwner, keyOf(2), kTree, leaf()};
    EXPECT_TRUE(decoded({update.build()}).allDangers().contains(Danger::RedirectsEarnings));
    update.destination = kOwner;
    EXPECT_TRUE(decoded({update.build()}).allDangers().empty());
    EXPECT_TRUE(decoded({update.build()}).isFullyUnderstood());
}

TEST(HeliumDecoders, OtherInstructionsOfTheProgramsAreNotUnderstood)
{
    for (const PublicKey& program : {program::kEntityManager, program::kLazyDistributor, program::kRewardsOracle,
                                     program::kDataCredits, program::kBubblegum}) {
        const auto d = decoded({Instruction{program, {solana::writable(keyOf(3))}, {1, 2, 3, 4, 5, 6, 7, 8, 9}}});
        EXPECT_FALSE(d.isFullyUnderstood());
        EXPECT_TRUE(d.allDangers().contains(Danger::UnknownInstruction));
    }
}

} // namespace
} // namespace outpost::helium
