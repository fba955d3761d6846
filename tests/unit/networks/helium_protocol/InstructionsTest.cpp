// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/networks/helium/protocol/Instructions.h"

#include "core/chain/solana/Builders.h"
#include "core/chain/solana/Transaction.h"
#include "core/networks/helium/protocol/Address.h"
#include "core/networks/helium/protocol/Anchor.h"
#include "core/networks/helium/protocol/Pdas.h"
#include "tests/unit/networks/helium_protocol/KeyPair.h"

#include <gtest/gtest.h>

namespace outpost::helium {
namespace {

using test::keyOf;
using test::KeyPair;
using test::repeated;

constexpr std::uint64_t kCell = 631253197010765823;

LeafProof leaf()
{
    return {repeated(1), repeated(2), repeated(3), 42, {}};
}

/// Hashes 01, 02, 03 and index 42 as the data of an instruction has them.
const std::string kLeafHex = toHex(repeated(1)) + toHex(repeated(2)) + toHex(repeated(3)) + "2a000000";

Bytes entityKey()
{
    return HotspotKey::parse("14ivpToFabfUhxpcwQawc49dbK3V63o1t5fGGDbbd1MqyLSppFh")->entityKey();
}

Discriminator hashed(std::string_view preimage)
{
    const auto digest = sha256(asBytes(preimage));
    Discriminator out;
    std::copy_n(digest.begin(), out.size(), out.begin());
    return out;
}

TEST(Anchor, InstructionDiscriminatorsAreHashesOfTheirNames)
{
    EXPECT_EQ(instruction::kIssueEntityV0, hashed("global:issue_entity_v0"));
    EXPECT_EQ(instruction::kIssueDataOnlyEntityV0, hashed("global:issue_data_only_entity_v0"));
    EXPECT_EQ(instruction::kOnboardIotHotspotV0, hashed("global:onboard_iot_hotspot_v0"));
    EXPECT_EQ(instruction::kOnboardDataOnlyIotHotspotV0, hashed("global:onboard_data_only_iot_hotspot_v0"));
    EXPECT_EQ(instruction::kUpdateIotInfoV0, hashed("global:update_iot_info_v0"));
    EXPECT_EQ(instruction::kInitializeCompressionRecipientV0, hashed("global:initialize_compression_recipient_v0"));
    EXPECT_EQ(instruction::kSetCurrentRewardsWrapperV2, hashed("global:set_current_rewards_wrapper_v2"));
    EXPECT_EQ(instruction::kDistributeCompressionRewardsV0, hashed("global:distribute_compression_rewards_v0"));
    EXPECT_EQ(instruction::kDistributeCustomDestinationV0, hashed("global:distribute_custom_destination_v0"));
    EXPECT_EQ(instruction::kUpdateCompressionDestinationV0, hashed("global:update_compression_destination_v0"));
    EXPECT_EQ(instruction::kMintDataCreditsV0, hashed("global:mint_data_credits_v0"));
    EXPECT_EQ(instruction::kTransfer, hashed("global:transfer"));
}

TEST(Anchor, AccountDiscriminatorsAreHashesOfTheirNames)
{
    EXPECT_EQ(accountKind::kKeyToAssetV0, hashed("account:KeyToAssetV0"));
    EXPECT_EQ(accountKind::kIotHotspotInfoV0, hashed("account:IotHotspotInfoV0"));
    EXPECT_EQ(accountKind::kMobileHotspotInfoV0, hashed("account:MobileHotspotInfoV0"));
    EXPECT_EQ(accountKind::kMakerV0, hashed("account:MakerV0"));
    EXPECT_EQ(accountKind::kDataOnlyConfigV0, hashed("account:DataOnlyConfigV0"));
    EXPECT_EQ(accountKind::kRewardableEntityConfigV0, hashed("account:RewardableEntityConfigV0"));
    EXPECT_EQ(accountKind::kRecipientV0, hashed("account:RecipientV0"));
    EXPECT_EQ(accountKind::kLazyDistributorV0, hashed("account:LazyDistributorV0"));
    EXPECT_EQ(accountKind::kDataCreditsV0, hashed("account:DataCreditsV0"));
    EXPECT_EQ(accountKind::kSubDaoV0, hashed("account:SubDaoV0"));
    EXPECT_EQ(accountKind::kMintWindowedCircuitBreakerV0, hashed("account:MintWindowedCircuitBreakerV0"));
    EXPECT_EQ(accountKind::kAccountWindowedCircuitBreakerV0, hashed("account:AccountWindowedCircuitBreakerV0"));
    EXPECT_EQ(kSetCurrentRewardsMessage, hashed("account:SetCurrentRewardsTransactionV0"));
}

// Data computed with Anchor 0.31.1's coder on @helium/idls 0.11.27.
TEST(InstructionData, IssueDataOnlyEntity)
{
    IssueDataOnlyEntity i;
    i.entityKey = entityKey();
    EXPECT_EQ(toHex(i.build().data), "bf60f52e3f49cf11"
                                     "26000000"
                                     "0001ea4a6c63e29c520abef5507b132ec5f9954776aebebe7b92421eea691446d22c63a865b8");
}

TEST(InstructionData, OnboardDataOnlyIot)
{
    OnboardDataOnlyIot i;
    i.proof = leaf();
    i.where = {kCell, 10, 12};
    EXPECT_EQ(toHex(i.build().data), "62b37f333abfaebc" + kLeafHex + "01ff07282b70a9c208010a000000010c000000");
    i.where = {};
    EXPECT_EQ(toHex(i.build().data), "62b37f333abfaebc" + kLeafHex + "000000");
}

TEST(InstructionData, UpdateIotInfoHasItsOptionsFirst)
{
    UpdateIotInfo i;
    i.proof = leaf();
    i.where = {kCell, -5, 58};
    EXPECT_EQ(toHex(i.build().data), "d3ebcd1d6d56992701ff07282b70a9c20801fbffffff013a000000" + kLeafHex);
}

TEST(InstructionData, MintDataCredits)
{
    MintDataCredits i;
    i.dcAmount = 100000;
    EXPECT_EQ(toHex(i.build().data), "4e6da984905edd390001a086010000000000");
    i.dcAmount.reset();
    i.hntAmount = 150000000;
    EXPECT_EQ(toHex(i.build().data), "4e6da984905edd390180d1f0080000000000");
}

TEST(InstructionData, SetCurrentRewardsAndRecipients)
{
    SetCurrentRewards set;
    set.currentRewards = 123456789012;
    EXPECT_EQ(toHex(set.build().data), "fb93f1b425970d7f0000141a99be1c000000");
    InitializeRecipient open;
    open.proof = leaf();
    EXPECT_EQ(toHex(open.build().data), "509097151a90daae" + kLeafHex);
    DistributeRewards pay;
    pay.proof = leaf();
    EXPECT_EQ(toHex(pay.build().data), "a030b8390569e947" + kLeafHex);
}

TEST(OracleMessage, PublishedMessageAndSignatureCheck)
{
    const OracleMessage message{pda::distributor(mint::kHnt).lazyDistributor, 0, 123456789012, keyOf(5)};
    const Bytes bytes = message.serialize();
    EXPECT_EQ(toHex(bytes),
              "31d561bed315efca54704b839c0bd82941690d7da5a51de717f3bdf0435bdd78bf643085504763080000141a99be1c000000"
              "0505050505050505050505050505050505050505050505050505050505050505");
    const KeyPair oracle(0x0B);
    EXPECT_EQ(oracle.key.toBase58(), "7v54NWdBtkjuAFJrLGsS2SXnuk8nKam81mZJeeYxVFi9");
    const auto signature = oracle.sign(bytes);
    EXPECT_EQ(toHex(signature.span()), "53472559e285fd96d3c04b4f4c5cbe25a66744ea49bd5646d594119e8bf65d20"
                                       "1f674decf658ff8026906a921e4470d7ae332d0b57c21fb56fa14a74c7f2c503");
    const Instruction verify = solana::ed25519::verify(oracle.key, signature, bytes);
    EXPECT_EQ(verify.data.size(), 194u);
    EXPECT_EQ(toHex(ByteSpan(verify.data).first(16)), "01003000ffff1000ffff70005200ffff");
    EXPECT_EQ(*OracleMessage::parse(bytes), message);
}

TEST(OracleMessage, OtherBytesAreRefused)
{
    Bytes bytes = OracleMessage{keyOf(1), 0, 5, keyOf(2)}.serialize();
    EXPECT_FALSE(OracleMessage::parse(ByteSpan(bytes).first(81)));
    bytes.push_back(0);
    EXPECT_FALSE(OracleMessage::parse(bytes));
    bytes.pop_back();
    bytes[0] ^= 1;
    EXPECT_FALSE(OracleMessage::parse(bytes));
}

/// The signed credit purchase that was computed with web3.js 1.x: owner of seed 09 pays, blockhash 07 x32.
std::string signedMint(solana::MessageVersion version)
{
    const KeyPair owner(9);
    MintDataCredits mint;
    mint.priceOracle = PublicKey::literal("He5mhwVQQNvjFxqjEjFDb7enJWFwFJ7Rq7zknqBz89A5");
    mint.owner = owner.key;
    mint.recipient = owner.key;
    mint.dcAmount = 100000;
    const Instruction instructions[] = {solana::computeBudget::setUnitLimit(300000),
                                        solana::computeBudget::setUnitPrice(1), mint.build()};
    solana::Transaction t(*solana::Message::compile(version, owner.key, solana::Blockhash(repeated(7)), instructions));
    EXPECT_TRUE(t.setSignature(owner.key, owner.sign(t.message().serialize())));
    return toBase64(t.serialize());
}

TEST(GoldenTransaction, LegacyCreditPurchaseByteForByte)
{
    EXPECT_EQ(signedMint(solana::MessageVersion::Legacy),
              "AbbE7xvL0H9nryRDqNiY1cHGVuGxhk0hmx7RtLxlcxOUgeSAMejCcEkUbQylTX6kz7CzSWG7snaPqTuAN4XcCAoBAAgO"
              "/RckOFqgx1tk+3jNYC+h2ZH96/drE8WO1wLqyDXp9hi6EAwLL5Kc4lt8fYmIVnknKE3kMo5mLNfrSds9K28gjsZX6yq5"
              "cGuCWOKZ7eWHqqzVYy6F5xeP+TbFvnCTZdZlCnMgk5GFYffdf8vsSr2FE97KGpZ/etejnWO0HtiTgIsJYYJhA+HVfWbB"
              "3n81bErvzDojWEO2g6kltXxbC+XklAzz/lVUi2qFKK91ustaJy7Bc2AJUJSyuTEChTvXl+VxAwZGb+UhFzL/7K26csOb"
              "57yM5bvF9xJrLEObOkAAAAAJL3dg525vJw/4+q1Sk0fK+SCJr3EktvhTMtcqvLiilrJiaEwVyG7dAczoHoxvI+Zu1wXi"
              "DLU+pg6xGGYl3h/J9zrgBwu2UrzZA/wW8nIijGnvmtlr6KduDr9+s0v1FJYJJqd77vTv7JgOkUlFpy4g15yEIafrTrjf"
              "/OWd5ifyCwbd9uHXZaGT2cvhRs7reawctIXtX1s3kTqM9YV+/wCpAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
              "AACMlyWPTiSJ8bs9ECkUjg2DC1oTmdr/EIQEjnvY2+n4WQcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHAwYA"
              "BQLgkwQABgAJAwEAAAAAAAAABw0ICQECAAADBAUKCwwNEk5tqYSQXt05AAGghgEAAAAAAA==");
}

TEST(GoldenTransaction, VersionedCreditPurchaseByteForByte)
{
    EXPECT_EQ(signedMint(solana::MessageVersion::V0),
              "AZThL2JQ9M6nC2Aqp5Lbx46iFRcvnLCGDAzBn0oTnkCeTNstp91SHXIu3NomFFWZhcwiMZzHV6gtkFW/P1mOTAqAAQAI"
              "Dv0XJDhaoMdbZPt4zWAvodmR/ev3axPFjtcC6sg16fYYuhAMCy+SnOJbfH2JiFZ5JyhN5DKOZizX60nbPStvII7GV+sq"
              "uXBrgljime3lh6qs1WMuhecXj/k2xb5wk2XWZQpzIJORhWH33X/L7Eq9hRPeyhqWf3rXo51jtB7Yk4CLCWGCYQPh1X1m"
              "wd5/NWxK78w6I1hDtoOpJbV8Wwvl5JQM8/5VVItqhSivdbrLWicuwXNgCVCUsrkxAoU715flcQMGRm/lIRcy/+ytunLD"
              "m+e8jOW7xfcSayxDmzpAAAAACS93YOdubycP+PqtUpNHyvkgia9xJLb4UzLXKry4opayYmhMFchu3QHM6B6MbyPmbtcF"
              "4gy1PqYOsRhmJd4fyfc64AcLtlK82QP8FvJyIoxp75rZa+inbg6/frNL9RSWCSane+707+yYDpFJRacuINechCGn6064"
              "3/zlneYn8gsG3fbh12Whk9nL4UbO63msHLSF7V9bN5E6jPWFfv8AqQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
              "AAAAjJclj04kifG7PRApFI4NgwtaE5na/xCEBI572Nvp+FkHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwMG"
              "AAUC4JMEAAYACQMBAAAAAAAAAAcNCAkBAgAAAwQFCgsMDRJObamEkF7dOQABoIYBAAAAAAAA");
}

TEST(InstructionParse, IsTheInverseOfBuild)
{
    LeafProof proof = leaf();
    proof.nodes = {keyOf(90), keyOf(91)};
    const OnboardDataOnlyIot onboard{keyOf(10), keyOf(11), keyOf(12),      keyOf(13),
                                     keyOf(14), keyOf(15), {kCell, 3, {}}, proof};
    const auto back = OnboardDataOnlyIot::parse(onboard.build());
    ASSERT_TRUE(back);
    EXPECT_EQ(back->build(), onboard.build());
    EXPECT_EQ(back->where, onboard.where);
    EXPECT_EQ(back->proof.nodes, proof.nodes);
}

TEST(InstructionParse, AccountThatCannotBeExplainedIsRefused)
{
    const MintDataCredits mint{keyOf(1), keyOf(2), keyOf(2), std::nullopt, 5};
    const Instruction good = mint.build();
    ASSERT_TRUE(MintDataCredits::parse(good));
    for (std::size_t i = 0; i < good.accounts.size(); ++i) {
        if (i == 1) // the price account is read from the chain and may be any
            continue;
        Instruction forged = good;
        forged.accounts[i].key = keyOf(77);
        EXPECT_FALSE(MintDataCredits::parse(forged)) << i;
    }
}

TEST(InstructionParse, MissingSignerIsRefused)
{
    Instruction i = MintDataCredits{keyOf(1), keyOf(2), keyOf(2), std::nullopt, 5}.build();
    i.accounts[5].isSigner = false;
    EXPECT_FALSE(MintDataCredits::parse(i));
}

TEST(InstructionParse, TrailingByteIsRefused)
{
    Instruction i = MintDataCredits{keyOf(1), keyOf(2), keyOf(2), std::nullopt, 5}.build();
    i.data.push_back(0);
    EXPECT_FALSE(MintDataCredits::parse(i));
}

TEST(InstructionParse, BothOrNoAmountIsRefused)
{
    EXPECT_FALSE(MintDataCredits::parse(MintDataCredits{keyOf(1), keyOf(2), keyOf(2), 5, 5}.build()));
    EXPECT_FALSE(MintDataCredits::parse(MintDataCredits{keyOf(1), keyOf(2), keyOf(2), {}, {}}.build()));
}

TEST(InstructionParse, ForeignVerifierIsRefused)
{
    IssueDataOnlyEntity i;
    i.entityKey = entityKey();
    i.eccVerifier = keyOf(66);
    EXPECT_FALSE(IssueDataOnlyEntity::parse(i.build()));
    EXPECT_TRUE(IssueDataOnlyEntity::parse(i.build(), NetworkKeys{keyOf(66)}));
}

} // namespace
} // namespace outpost::helium
