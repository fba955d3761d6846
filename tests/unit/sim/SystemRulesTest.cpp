// SPDX-License-Identifier: GPL-3.0-or-later
#include "SimFixture.h"

namespace outpost::sim::test {
namespace {

class SystemRules : public SimTest {
protected:
    void SetUp() override
    {
        SimTest::SetUp();
        give(m_alice.key, 10 * kSol);
    }
    Keypair m_alice = person("alice");
    Keypair m_bob = person("bob");
};

TEST_F(SystemRules, TransferMovesLamportsAndTakesTheFee)
{
    const Outcome out = mustSend({make::systemTransfer(m_alice.key, m_bob.key, kSol)}, {m_alice});
    EXPECT_EQ(out.fee, 5'000u);
    EXPECT_EQ(lamports(m_alice.key), 9 * kSol - 5'000);
    EXPECT_EQ(lamports(m_bob.key), kSol);
}

TEST_F(SystemRules, LogsAreInTheRuntimesForm)
{
    const Outcome out = mustSend({make::systemTransfer(m_alice.key, m_bob.key, kSol)}, {m_alice});
    EXPECT_EQ(out.logs, (std::vector<std::string>{"Program 11111111111111111111111111111111 invoke [1]",
                                                  "Program 11111111111111111111111111111111 success"}));
}

TEST_F(SystemRules, TransferOfMoreThanThereIsFailsAndStillCostsTheFee)
{
    const Outcome out = send({make::systemTransfer(m_alice.key, m_bob.key, 11 * kSol)}, {m_alice});
    EXPECT_EQ(verdict(out), custom(1));
    EXPECT_TRUE(out.isRecorded);
    EXPECT_EQ(lamports(m_alice.key), 10 * kSol - 5'000);
    EXPECT_EQ(lamports(m_bob.key), 0u);
}

TEST_F(SystemRules, AFailingInstructionUndoesThoseBeforeIt)
{
    const Outcome out = send(
        {make::systemTransfer(m_alice.key, m_bob.key, kSol), make::systemTransfer(m_alice.key, m_bob.key, 100 * kSol)},
        {m_alice});
    EXPECT_EQ(verdict(out), custom(1, 1));
    EXPECT_EQ(lamports(m_bob.key), 0u);
}

TEST_F(SystemRules, TransferFromAnAccountThatDidNotSignIsRefused)
{
    give(m_bob.key, kSol);
    Instruction steal = make::systemTransfer(m_bob.key, m_alice.key, 5);
    steal.accounts[0].signer = false;
    EXPECT_EQ(verdict(send({steal}, {m_alice})), named("MissingRequiredSignature"));
}

TEST_F(SystemRules, TransferToAReadOnlyAccountIsRefused)
{
    give(m_bob.key, kSol);
    Instruction transfer = make::systemTransfer(m_alice.key, m_bob.key, 5);
    transfer.accounts[1].writable = false;
    EXPECT_EQ(verdict(send({transfer}, {m_alice})), named("ReadonlyLamportChange"));
}

TEST_F(SystemRules, TransferFromAReadOnlySignerIsRefused)
{
    give(m_bob.key, kSol);
    Instruction transfer = make::systemTransfer(m_bob.key, m_alice.key, 5);
    transfer.accounts[0].writable = false;
    EXPECT_EQ(verdict(send({transfer}, {m_alice, m_bob})), named("ReadonlyLamportChange"));
}

TEST_F(SystemRules, TransferThatLeavesTheReceiverBelowRentIsRefused)
{
    const Outcome out = send({make::systemTransfer(m_alice.key, m_bob.key, 890'879)}, {m_alice});
    EXPECT_EQ(verdict(out), R"({"InsufficientFundsForRent":{"account_index":1}})");
    EXPECT_EQ(lamports(m_alice.key), 10 * kSol - 5'000);
}

TEST_F(SystemRules, TransferOfExactlyTheRentMinimumIsAllowed)
{
    mustSend({make::systemTransfer(m_alice.key, m_bob.key, 890'880)}, {m_alice});
    EXPECT_EQ(lamports(m_bob.key), 890'880u);
}

TEST_F(SystemRules, AnAccountMayBeEmptiedToZero)
{
    give(m_bob.key, kSol);
    mustSend({make::systemTransfer(m_bob.key, m_alice.key, kSol)}, {m_alice, m_bob});
    EXPECT_EQ(m_world->account(m_bob.key), nullptr);
}

TEST_F(SystemRules, TransferToOneselfChangesNothingButTheFee)
{
    mustSend({make::systemTransfer(m_alice.key, m_alice.key, kSol)}, {m_alice});
    EXPECT_EQ(lamports(m_alice.key), 10 * kSol - 5'000);
}

TEST_F(SystemRules, CreateAccountSetsOwnerSizeAndRent)
{
    const Keypair fresh = person("fresh");
    mustSend({make::systemCreateAccount(m_alice.key, fresh.key, rentMinimum(82), 82, ids::kToken)}, {m_alice, fresh});
    const Account* made = m_world->account(fresh.key);
    ASSERT_NE(made, nullptr);
    EXPECT_EQ(made->owner, ids::kToken);
    EXPECT_EQ(made->data, Bytes(82));
    EXPECT_EQ(made->lamports, rentMinimum(82));
}

TEST_F(SystemRules, CreateAccountThatExistsIsAlreadyInUse)
{
    give(m_bob.key, kSol);
    EXPECT_EQ(
        verdict(send({make::systemCreateAccount(m_alice.key, m_bob.key, kSol, 10, ids::kToken)}, {m_alice, m_bob})),
        custom(0));
}

TEST_F(SystemRules, CreateAccountWithoutItsSignatureIsRefused)
{
    Instruction create = make::systemCreateAccount(m_alice.key, m_bob.key, kSol, 10, ids::kToken);
    create.accounts[1].signer = false;
    EXPECT_EQ(verdict(send({create}, {m_alice})), named("MissingRequiredSignature"));
}

TEST_F(SystemRules, CreateAccountBelowRentIsRefused)
{
    const Keypair fresh = person("fresh");
    EXPECT_EQ(verdict(send({make::systemCreateAccount(m_alice.key, fresh.key, 1'000'000, 200, ids::kToken)},
                           {m_alice, fresh})),
              R"({"InsufficientFundsForRent":{"account_index":1}})");
}

TEST_F(SystemRules, CreateAccountLargerThanTenMegabytesIsRefused)
{
    const Keypair fresh = person("fresh");
    EXPECT_EQ(verdict(send({make::systemCreateAccount(m_alice.key, fresh.key, kSol, 10 * 1024 * 1024 + 1, ids::kToken)},
                           {m_alice, fresh})),
              custom(3));
}

TEST_F(SystemRules, AssignGivesAnAccountToAProgram)
{
    give(m_bob.key, kSol);
    mustSend({{ids::kSystem, {{m_bob.key, true, true}}, joined({le(1, 4), toBytes(ids::kToken.bytes)})}},
             {m_alice, m_bob});
    EXPECT_EQ(m_world->account(m_bob.key)->owner, ids::kToken);
}

TEST_F(SystemRules, AssignedAccountsCannotBeSpentFromBySystem)
{
    give(m_bob.key, kSol);
    mustSend({{ids::kSystem, {{m_bob.key, true, true}}, joined({le(1, 4), toBytes(ids::kToken.bytes)})}},
             {m_alice, m_bob});
    EXPECT_EQ(verdict(send({make::systemTransfer(m_bob.key, m_alice.key, 5)}, {m_alice, m_bob})),
              named("ExternalAccountLamportSpend"));
}

TEST_F(SystemRules, AllocateGivesSpace)
{
    give(m_bob.key, kSol);
    mustSend({{ids::kSystem, {{m_bob.key, true, true}}, joined({le(8, 4), le(33)})}}, {m_alice, m_bob});
    EXPECT_EQ(data(m_bob.key), Bytes(33));
}

TEST_F(SystemRules, TransferFromAnAccountWithDataIsRefused)
{
    give(m_bob.key, kSol);
    mustSend({{ids::kSystem, {{m_bob.key, true, true}}, joined({le(8, 4), le(33)})}}, {m_alice, m_bob});
    EXPECT_EQ(verdict(send({make::systemTransfer(m_bob.key, m_alice.key, 5)}, {m_alice, m_bob})),
              named("InvalidArgument"));
}

TEST_F(SystemRules, ShortDataIsInvalid)
{
    EXPECT_EQ(verdict(send({{ids::kSystem, {{m_alice.key, true, true}, {m_bob.key, false, true}}, {2, 0, 0, 0, 9}}},
                           {m_alice})),
              named("InvalidInstructionData"));
}

TEST_F(SystemRules, AnUnknownInstructionIsInvalid)
{
    EXPECT_EQ(verdict(send({{ids::kSystem, {{m_alice.key, true, true}}, {99, 0, 0, 0}}}, {m_alice})),
              named("InvalidInstructionData"));
}

TEST_F(SystemRules, TooFewAccountsAreRefused)
{
    EXPECT_EQ(verdict(send({{ids::kSystem, {{m_alice.key, true, true}}, joined({le(2, 4), le(5)})}}, {m_alice})),
              named("MissingAccount"));
}

TEST_F(SystemRules, InstructionsWithASeedSayThatTheyAreNotSimulated)
{
    const Outcome out = send({{ids::kSystem, {{m_alice.key, true, true}}, joined({le(3, 4), Bytes(80)})}}, {m_alice});
    EXPECT_EQ(verdict(out), named("UnsupportedProgramId"));
    EXPECT_TRUE(std::ranges::any_of(out.logs, [](const auto& line) { return line.contains("not simulated"); }));
}

} // namespace
} // namespace outpost::sim::test
