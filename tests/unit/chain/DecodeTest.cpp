// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chain/solana/Builders.h"
#include "core/chain/solana/DecodedTransaction.h"
#include "core/codec/ByteWriter.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>
#include <sodium.h>

namespace outpost::solana {
namespace {

PublicKey keyOf(std::uint8_t n)
{
    std::array<std::uint8_t, 32> bytes{};
    bytes.fill(n);
    return PublicKey(bytes);
}

const PublicKey kMe = keyOf(1);
const PublicKey kYou = keyOf(2);
const PublicKey kMint = keyOf(3);

DecodedTransaction decoded(std::vector<Instruction> instructions, DecodeContext context = {})
{
    DecoderRegistry registry;
    addStandardDecoders(registry);
    const auto message = Message::compile(MessageVersion::V0, kMe, Blockhash(), instructions);
    return *decodeMessage(*message, {}, context, registry);
}

TEST(Decode, SystemTransferSaysWhoPaysWhomAndHowMuch)
{
    const auto d = decoded({systemProgram::transfer(kMe, kYou, 5'000'000)});
    ASSERT_TRUE(d.isFullyUnderstood());
    EXPECT_EQ(d.instructions[0].sentence.id, "system.transfer");
    EXPECT_EQ(*d.instructions[0].sentence.find("to"), ArgValue(kYou));
    EXPECT_EQ(*d.instructions[0].sentence.find("amount"), ArgValue(Lamports{5'000'000}));
    ASSERT_EQ(d.allEffects().size(), 2u);
    EXPECT_EQ(d.allEffects()[0].kind, EffectKind::LamportsDebit);
    EXPECT_EQ(d.allEffects()[0].account, kMe);
    EXPECT_EQ(d.allEffects()[0].amount, Int128(5'000'000));
    EXPECT_TRUE(d.allDangers().empty());
}

TEST(Decode, TokenTransferNamesOwnersOfDerivedAccounts)
{
    const PublicKey mine = associatedTokenAddress(kMe, kMint);
    const PublicKey yours = associatedTokenAddress(kYou, kMint);
    const auto d = decoded(
        {associatedToken::createIdempotent(kMe, kYou, kMint), token::transferChecked(mine, kMint, yours, kMe, 150, 8)},
        {.tokenAccounts = {}, .mintDecimals = {}, .ownKeys = {}, .rentByLength = {{165, 2039280}}});
    ASSERT_TRUE(d.isFullyUnderstood());
    const auto& create = d.instructions[0];
    EXPECT_EQ(create.effects[0].amount, Int128(2039280));
    EXPECT_TRUE(create.effects[0].isUpperBound);
    const auto& transfer = d.instructions[1];
    EXPECT_EQ(transfer.effects[0].owner, kMe);
    EXPECT_EQ(transfer.effects[1].owner, kYou);
    EXPECT_EQ(transfer.effects[1].mint, kMint);
    EXPECT_EQ(*transfer.sentence.find("amount"), ArgValue(TokenQuantity{150, kMint, 8}));
}

TEST(Decode, TransferThatNamesNoMintNeedsAWitness)
{
    const Instruction old{programs::kToken,
                          {writable(keyOf(8)), writable(keyOf(9)), signer(kMe)},
                          codec::ByteWriter().u8(3).u64(7).done()};
    EXPECT_FALSE(decoded({old}).isFullyUnderstood());
    DecodeContext context;
    context.tokenAccounts[keyOf(8)] = {kMint, kMe};
    const auto d = decoded({old}, context);
    ASSERT_TRUE(d.isFullyUnderstood());
    EXPECT_EQ(d.allEffects()[0].mint, kMint);
}

TEST(Decode, AccountForSomebodyElsesAddressIsNotUnderstood)
{
    Instruction forged = associatedToken::createIdempotent(kMe, kYou, kMint);
    forged.accounts[1].key = keyOf(77);
    EXPECT_FALSE(decoded({forged}).isFullyUnderstood());
}

TEST(Decode, UnknownProgramIsDangerousAndTouchesWhatItMayWrite)
{
    const auto d = decoded({Instruction{keyOf(50), {writable(kYou), readOnly(keyOf(6))}, {1, 2}}});
    EXPECT_FALSE(d.isFullyUnderstood());
    EXPECT_TRUE(d.allDangers().contains(Danger::UnknownProgram));
    ASSERT_EQ(d.allEffects().size(), 1u);
    EXPECT_EQ(d.allEffects()[0].kind, EffectKind::Unknown);
    EXPECT_EQ(d.allEffects()[0].account, kYou);
}

TEST(Decode, NothingIsNotUnderstood)
{
    EXPECT_FALSE(decoded({}).isFullyUnderstood());
}

TEST(Decode, TrailingByteMakesAnInstructionUnknown)
{
    Instruction transfer = systemProgram::transfer(kMe, kYou, 5);
    transfer.data.push_back(0);
    const auto d = decoded({transfer});
    EXPECT_FALSE(d.isFullyUnderstood());
    EXPECT_TRUE(d.allDangers().contains(Danger::UnknownInstruction));
}

TEST(Decode, ExtraAccountMakesAnInstructionUnknown)
{
    Instruction transfer = systemProgram::transfer(kMe, kYou, 5);
    transfer.accounts.push_back(writable(keyOf(9)));
    EXPECT_FALSE(decoded({transfer}).isFullyUnderstood());
}

TEST(Decode, AssignIsFlagged)
{
    const Instruction assign{
        programs::kSystem, {writableSigner(kMe)}, codec::ByteWriter().u32(1).bytes(kYou.span()).done()};
    EXPECT_TRUE(decoded({assign}).allDangers().contains(Danger::AssignsAccount));
}

TEST(Decode, DurableNonceIsFlagged)
{
    const Instruction advance{programs::kSystem,
                              {writable(keyOf(9)), readOnly(programs::kSysvarRecentBlockhashes), signer(kMe)},
                              codec::ByteWriter().u32(4).done()};
    EXPECT_TRUE(decoded({advance}).allDangers().contains(Danger::DurableNonce));
}

TEST(Decode, UnlimitedApprovalIsFlaggedTwice)
{
    const Instruction approve{programs::kToken,
                              {writable(keyOf(8)), readOnly(kYou), signer(kMe)},
                              codec::ByteWriter().u8(4).u64(~std::uint64_t{0}).done()};
    const auto dangers = decoded({approve}).allDangers();
    EXPECT_TRUE(dangers.contains(Danger::DelegatesTokens));
    EXPECT_TRUE(dangers.contains(Danger::UnlimitedAmount));
}

TEST(Decode, SetAuthorityIsFlaggedAndNamesTheNewOne)
{
    const Instruction set{programs::kToken,
                          {writable(keyOf(8)), signer(kMe)},
                          codec::ByteWriter().u8(6).u8(2).u8(1).bytes(kYou.span()).done()};
    const auto d = decoded({set});
    EXPECT_TRUE(d.allDangers().contains(Danger::ChangesAuthority));
    EXPECT_EQ(*d.instructions[0].sentence.find("authority"), ArgValue(kYou));
}

TEST(Decode, ClosingAnAccountIsFlagged)
{
    EXPECT_TRUE(decoded({token::closeAccount(keyOf(8), kMe, kMe)}).allDangers().contains(Danger::ClosesAccount));
}

TEST(Decode, MemoTextIsMadeSafeToShow)
{
    const auto d = decoded({memo::write("pay\xE2\x80\xAE me\n")});
    EXPECT_EQ(*d.instructions[0].sentence.find("text"), ArgValue(std::string("pay me ")));
}

TEST(Decode, ComputeBudgetGivesThePriorityFeeRoundedUp)
{
    const auto d = decoded({computeBudget::setUnitLimit(300'001), computeBudget::setUnitPrice(7),
                            computeBudget::setLoadedAccountsLimit(64000), memo::write("x")});
    EXPECT_EQ(d.computeUnitLimit, 300'001u);
    EXPECT_EQ(d.loadedAccountsBytes, 64000u);
    EXPECT_EQ(d.priorityFee(), Int128(3));
}

TEST(Decode, ForeignFeePayerIsFlagged)
{
    DecodeContext context;
    context.ownKeys = {kYou};
    EXPECT_TRUE(decoded({memo::write("x")}, context).allDangers().contains(Danger::ForeignFeePayer));
}

TEST(Decode, VerifiedSignatureCountsForTheFee)
{
    std::array<std::uint8_t, 32> seed{};
    std::array<std::uint8_t, 32> pub;
    std::array<std::uint8_t, 64> secret;
    std::array<std::uint8_t, 64> signature;
    crypto_sign_seed_keypair(pub.data(), secret.data(), seed.data());
    const Bytes message = {1, 2, 3};
    crypto_sign_detached(signature.data(), nullptr, message.data(), message.size(), secret.data());
    Instruction verify = ed25519::verify(PublicKey(pub), Signature(signature), message);
    const auto good = decoded({verify});
    EXPECT_TRUE(good.isFullyUnderstood());
    EXPECT_EQ(good.paidSignatures, 2u);
    verify.data.back() ^= 1;
    EXPECT_FALSE(decoded({verify}).isFullyUnderstood());
}

// Foreign data for every standard program: decoding ends, and what it does not understand is never called understood.
RC_GTEST_PROP(DecodeProperty, NoiseIsSurvived, (const Bytes& data, const std::vector<bool>& flags))
{
    const PublicKey program =
        *rc::gen::element(programs::kSystem, programs::kToken, programs::kAssociatedToken, programs::kMemo,
                          programs::kComputeBudget, programs::kLookupTable, programs::kEd25519);
    Instruction instruction{program, {}, data};
    for (std::size_t i = 0; i < std::min<std::size_t>(flags.size(), 8); ++i)
        instruction.accounts.push_back({keyOf(static_cast<std::uint8_t>(10 + i)), flags[i], true});
    if (data.size() > 500)
        return;
    const auto d = decoded({instruction});
    RC_ASSERT(d.instructions.size() == 1u);
    RC_ASSERT(d.isFullyUnderstood() != d.allDangers().contains(Danger::UnknownInstruction));
}

} // namespace
} // namespace outpost::solana
