// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/Simulator.h"

#include "LedgerFixtures.h"

#include "core/ledger/LedgerErrors.h"
#include "tests/support/Await.h"
#include "tests/support/FakeClock.h"
#include "tests/support/ScriptedRpc.h"

#include <gtest/gtest.h>

namespace outpost::ledger {
namespace {

using test::await;

/// The transaction of the fixture writes two accounts: its payer and the one that receives.
class SimulatorTest : public testing::Test {
protected:
    static std::string pair(const std::string& payer, const std::string& receiver)
    {
        return "[" + payer + "," + receiver + "]";
    }
    static std::string system(std::uint64_t lamports) { return accountText(solana::programs::kSystem, lamports, {}); }
    static std::string token(const PublicKey& owner, std::uint64_t amount)
    {
        return accountText(solana::programs::kToken, 2039280, tokenAccountData(key(4), owner, amount));
    }
    void before(const std::string& accounts, std::uint64_t slot)
    {
        server.then("getMultipleAccounts", inContext(accounts, slot));
    }
    void after(const std::string& accounts, std::uint64_t slot)
    {
        server.then("simulateTransaction",
                    inContext(R"({"err":null,"logs":["ok"],"unitsConsumed":450,"accounts":)" + accounts + "}", slot));
    }
    Result<SimulatedEffects> run()
    {
        return await(simulator.simulate(solana::Transaction::parse(transfer.bytes).value(), {}));
    }

    const SignedTransfer transfer = signedTransfer();
    test::FakeClock clock;
    test::ScriptedRpc server;
    SolanaRpc rpc{server, clock, {.url = "https://rpc.example.org"}};
    Simulator simulator{rpc};
};

TEST_F(SimulatorTest, SaysWhatEachAccountGainsAndLoses)
{
    before(pair(system(10'000), "null"), 300);
    after(pair(system(4'999), system(1)), 300);
    const auto effects = run();
    ASSERT_TRUE(effects) << effects.error().detail;
    EXPECT_EQ(effects->host, "rpc.example.org");
    EXPECT_EQ(effects->units, 450u);
    ASSERT_EQ(effects->changes.size(), 2u);
    EXPECT_EQ(effects->changes[0].account, transfer.payer);
    EXPECT_EQ(effects->changes[0].lamportsDelta(), Int128(-5'001));
    EXPECT_TRUE(effects->changes[1].isCreated());
    EXPECT_EQ(effects->changes[1].lamportsDelta(), Int128(1));
}

TEST_F(SimulatorTest, AccountsThatStayAsTheyAreAreLeftOut)
{
    before(pair(system(10'000), system(1)), 300);
    after(pair(system(9'000), system(1)), 300);
    EXPECT_EQ(run()->changes.size(), 1u);
}

TEST_F(SimulatorTest, AnAccountWithNothingInItIsClosed)
{
    before(pair(system(10'000), system(1)), 300);
    after(pair(system(10'001), system(0)), 300);
    EXPECT_TRUE(run()->changes.at(1).isClosed());
}

TEST_F(SimulatorTest, TheTokenSideOfAChangeIsRead)
{
    before(pair(system(10'000), token(key(5), 7)), 300);
    after(pair(system(10'000), token(key(5), 3)), 300);
    const auto effects = run();
    ASSERT_EQ(effects->changes.size(), 1u);
    EXPECT_EQ(effects->changes[0].tokenBefore->amount, 7u);
    EXPECT_EQ(effects->changes[0].tokenAfter->amount, 3u);
    EXPECT_FALSE(effects->changes[0].changesTokenAuthority());
    EXPECT_FALSE(effects->changes[0].changesProgram());
}

TEST_F(SimulatorTest, ANewHolderOfATokenAccountIsAChangeOfAuthority)
{
    before(pair(system(10'000), token(key(5), 7)), 300);
    after(pair(system(10'000), token(key(6), 7)), 300);
    EXPECT_TRUE(run()->changes.at(0).changesTokenAuthority());
}

TEST_F(SimulatorTest, AnAccountHandedToAProgramIsAChangeOfProgram)
{
    before(pair(system(10'000), system(1)), 300);
    after(pair(system(10'000), accountText(key(8), 1, {})), 300);
    EXPECT_TRUE(run()->changes.at(0).changesProgram());
}

TEST_F(SimulatorTest, AFailureHasNoChangesAndKeepsTheLogs)
{
    before(pair(system(10'000), "null"), 300);
    server.then(
        "simulateTransaction",
        inContext(R"({"err":{"InstructionError":[0,{"Custom":1}]},"logs":["Program failed"],"accounts":null})"));
    const auto effects = run();
    ASSERT_TRUE(effects);
    EXPECT_EQ(effects->failure, R"({"InstructionError":[0,{"Custom":1}]})");
    EXPECT_EQ(effects->logs, (std::vector<std::string>{"Program failed"}));
    EXPECT_TRUE(effects->changes.empty());
}

TEST_F(SimulatorTest, ALaterSlotIsFineWhenNothingChangedInBetween)
{
    before(pair(system(10'000), system(1)), 300);
    after(pair(system(9'000), system(1)), 301);
    before(pair(system(10'000), system(1)), 302);
    const auto effects = run();
    ASSERT_TRUE(effects);
    EXPECT_EQ(effects->changes.at(0).lamportsDelta(), Int128(-1'000));
    EXPECT_EQ(server.count("simulateTransaction"), 1);
}

TEST_F(SimulatorTest, AChangeInBetweenStartsOver)
{
    before(pair(system(10'000), system(1)), 300);
    after(pair(system(9'000), system(1)), 301);
    before(pair(system(20'000), system(1)), 302); // somebody paid in
    after(pair(system(19'000), system(1)), 302);
    const auto effects = run();
    ASSERT_TRUE(effects);
    EXPECT_EQ(effects->changes.at(0).before->lamports, 20'000u);
    EXPECT_EQ(effects->changes.at(0).lamportsDelta(), Int128(-1'000));
}

TEST_F(SimulatorTest, AStateThatNeverSettlesIsAnErrorToTryAgain)
{
    for (std::uint64_t i = 0; i < 4; ++i) {
        before(pair(system(10'000 + i), system(1)), 300 + 2 * i);
        after(pair(system(9'000), system(1)), 301 + 2 * i);
    }
    const auto effects = run();
    EXPECT_EQ(effects.error().code, errors::kLedgerUnsettled);
    EXPECT_TRUE(effects.error().retryable);
}

TEST_F(SimulatorTest, AsksTheNodeToBeAtLeastAsNewAsTheFirstRead)
{
    before(pair(system(10'000), "null"), 321);
    after(pair(system(10'000), "null"), 321);
    ASSERT_TRUE(run());
    EXPECT_EQ(server.lastParams("simulateTransaction").items().at(1).uintAt("minContextSlot"), 321u);
}

} // namespace
} // namespace outpost::ledger
