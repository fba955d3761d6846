// SPDX-License-Identifier: GPL-3.0-or-later
#include "SimFixture.h"

namespace outpost::sim::test {
namespace {

class FeeRules : public SimTest {
protected:
    Keypair m_alice = person("alice");
    Keypair m_bob = person("bob");
    Instruction budget(std::initializer_list<Bytes> parts) const { return {ids::kComputeBudget, {}, joined(parts)}; }
};

TEST_F(FeeRules, APayerThatDoesNotExistIsRefusedWithoutARecord)
{
    const Outcome out = send({make::systemTransfer(m_alice.key, m_bob.key, 1)}, {m_alice});
    EXPECT_EQ(verdict(out), "\"AccountNotFound\"");
    EXPECT_FALSE(out.isRecorded);
}

TEST_F(FeeRules, APayerWithLessThanTheFeeIsRefused)
{
    give(m_alice.key, 4'999);
    EXPECT_EQ(verdict(send({make::systemTransfer(m_alice.key, m_bob.key, 1)}, {m_alice})),
              "\"InsufficientFundsForFee\"");
}

TEST_F(FeeRules, APayerMayNotFallBelowRentByTheFee)
{
    give(m_alice.key, 890'880 + 4'999);
    EXPECT_EQ(verdict(send({make::memo("hi")}, {m_alice})), R"({"InsufficientFundsForRent":{"account_index":0}})");
}

TEST_F(FeeRules, APayerOwnedByAnotherProgramIsRefused)
{
    m_world->setAccount(m_alice.key, {kSol, ids::kToken, {}, false});
    EXPECT_EQ(verdict(send({make::memo("hi")}, {m_alice})), "\"InvalidAccountForFee\"");
}

TEST_F(FeeRules, EverySignatureCosts)
{
    give(m_alice.key, kSol);
    give(m_bob.key, kSol);
    EXPECT_EQ(mustSend({make::systemTransfer(m_bob.key, m_alice.key, 5)}, {m_alice, m_bob}).fee, 10'000u);
}

TEST_F(FeeRules, AVerifiedEd25519SignatureCostsLikeAnother)
{
    give(m_alice.key, kSol);
    EXPECT_EQ(mustSend({make::ed25519Verify(m_bob, asBytes("message"))}, {m_alice}).fee, 10'000u);
}

TEST_F(FeeRules, PriorityIsPriceTimesLimitRoundedUp)
{
    give(m_alice.key, kSol);
    const Outcome out =
        mustSend({make::computeUnitLimit(100'001), make::computeUnitPrice(15), make::memo("hi")}, {m_alice});
    EXPECT_EQ(out.fee, 5'000u + 2u);
}

TEST_F(FeeRules, PriorityWithoutALimitCountsTheStandardUnits)
{
    give(m_alice.key, kSol);
    const Outcome out = mustSend({make::computeUnitPrice(1'000'000), make::memo("hi")}, {m_alice});
    EXPECT_EQ(out.fee, 5'000u + 203'000u);
}

TEST_F(FeeRules, NativeProgramsCountThreeThousandUnits)
{
    give(m_alice.key, kSol);
    const Outcome out = mustSend(
        {make::computeUnitPrice(1'000'000), make::systemTransfer(m_alice.key, m_bob.key, kSol / 2)}, {m_alice});
    EXPECT_EQ(out.fee, 5'000u + 6'000u);
}

TEST_F(FeeRules, TheLimitIsCappedAt1400000)
{
    give(m_alice.key, kSol);
    const Outcome out =
        mustSend({make::computeUnitLimit(9'000'000), make::computeUnitPrice(1'000'000), make::memo("hi")}, {m_alice});
    EXPECT_EQ(out.fee, 5'000u + 1'400'000u);
}

TEST_F(FeeRules, TwoLimitsAreADuplicateInstruction)
{
    give(m_alice.key, kSol);
    EXPECT_EQ(verdict(send({make::computeUnitLimit(1), make::computeUnitLimit(2)}, {m_alice})),
              R"({"DuplicateInstruction":1})");
}

TEST_F(FeeRules, MalformedBudgetIsInvalidInstructionData)
{
    give(m_alice.key, kSol);
    EXPECT_EQ(verdict(send({budget({{2, 1}})}, {m_alice})), named("InvalidInstructionData"));
}

TEST_F(FeeRules, AHeapThatIsNotAMultipleOf1024IsInvalid)
{
    give(m_alice.key, kSol);
    EXPECT_EQ(verdict(send({budget({{1}, le(40'000, 4)})}, {m_alice})), named("InvalidInstructionData"));
}

TEST_F(FeeRules, ADataSizeLimitOfZeroIsRefused)
{
    give(m_alice.key, kSol);
    EXPECT_EQ(verdict(send({budget({{4}, le(0, 4)})}, {m_alice})), "\"InvalidLoadedAccountsDataSizeLimit\"");
}

TEST_F(FeeRules, ALimitTooLowForTheWorkFails)
{
    give(m_alice.key, kSol);
    EXPECT_EQ(verdict(send({make::computeUnitLimit(300), make::memo("hello there")}, {m_alice})),
              named("ComputationalBudgetExceeded", 1));
}

TEST_F(FeeRules, AProgramThatDoesNotExistCostsTheFee)
{
    give(m_alice.key, kSol);
    const Outcome out = send({{person("nobody").key, {}, {1}}}, {m_alice});
    EXPECT_EQ(verdict(out), "\"ProgramAccountNotFound\"");
    EXPECT_EQ(lamports(m_alice.key), kSol - 5'000);
}

TEST_F(FeeRules, AnAccountThatIsNoProgramCannotBeCalled)
{
    give(m_alice.key, kSol);
    give(m_bob.key, kSol);
    const Outcome out = send({{m_bob.key, {}, {1}}}, {m_alice});
    EXPECT_EQ(verdict(out), "\"InvalidProgramForExecution\"");
}

} // namespace
} // namespace outpost::sim::test
