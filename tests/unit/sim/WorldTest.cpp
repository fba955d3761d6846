// SPDX-License-Identifier: GPL-3.0-or-later
#include "FakeDemo.h"
#include "SimFixture.h"

namespace outpost::sim::test {
namespace {

using namespace std::chrono_literals;

class WorldTest : public SimTest {
protected:
    std::vector<std::unique_ptr<demo::Demo>> networks() override
    {
        std::vector<std::unique_ptr<demo::Demo>> all;
        all.push_back(std::make_unique<FakeDemo>());
        return all;
    }
    void serve()
    {
        ASSERT_TRUE(m_world->begin().has_value());
        ASSERT_TRUE(m_world->end().has_value());
    }
    Keypair m_alice = person("alice");
    Keypair m_bob = person("bob");
};

TEST_F(WorldTest, EverythingIsThereAfterARestart)
{
    give(m_alice.key, kSol);
    NewAsset wanted;
    wanted.tree = FakeDemo::tree();
    wanted.owner = m_alice.key;
    wanted.name = "kept";
    const Asset minted = m_world->mintCompressed(wanted);
    m_world->remember("fake", "kept", {{"a", 1}});
    mustSend({make::systemTransfer(m_alice.key, m_bob.key, kSol / 2)}, {m_alice});
    const Pubkey root = m_world->treeRoot(FakeDemo::tree());
    const auto proof = m_world->treeProof(FakeDemo::tree(), 0);
    reopen();
    EXPECT_EQ(lamports(m_bob.key), kSol / 2);
    EXPECT_EQ(m_world->asset(minted.id)->name, "kept");
    EXPECT_EQ(m_world->treeRoot(FakeDemo::tree()), root);
    EXPECT_EQ(m_world->treeProof(FakeDemo::tree(), 0), proof);
    EXPECT_EQ(m_world->recall("fake", "kept"), (Json{{"a", 1}}));
}

TEST_F(WorldTest, AProcessedTransactionIsNotProcessedAgainAfterARestart)
{
    give(m_alice.key, kSol);
    const Bytes bytes = wire({make::systemTransfer(m_alice.key, m_bob.key, kSol / 2)}, {m_alice});
    EXPECT_EQ(verdict(sendWire(bytes)), "ok");
    reopen();
    EXPECT_EQ(verdict(sendWire(bytes)), "\"AlreadyProcessed\"");
}

TEST_F(WorldTest, ABlockhashGivenBeforeARestartIsStillGood)
{
    give(m_alice.key, kSol);
    const Bytes bytes = wire({make::memo("hi")}, {m_alice});
    reopen();
    EXPECT_EQ(verdict(sendWire(bytes)), "ok");
}

TEST_F(WorldTest, TheSeedIsTheWorldsOwn)
{
    const std::uint64_t seed = m_world->seed();
    const Pubkey faucet = m_world->keypair("faucet").key;
    reopen();
    EXPECT_EQ(m_world->seed(), seed);
    EXPECT_EQ(m_world->keypair("faucet").key, faucet);
}

TEST_F(WorldTest, WhatWasAbandonedIsUndone)
{
    ASSERT_TRUE(m_world->begin().has_value());
    m_world->airdrop(m_alice.key, kSol);
    m_world->remember("fake", "gone", 1);
    m_world->abandon();
    EXPECT_EQ(lamports(m_alice.key), 0u);
    EXPECT_EQ(m_world->recall("fake", "gone"), std::nullopt);
}

TEST_F(WorldTest, AFileThatIsNoWorldIsRefused)
{
    m_world.reset();
    std::ofstream(m_directory.path() / "world.sqlite", std::ios::trunc) << std::string(4096, 'x');
    const auto opened = SimWorld::open(m_directory.path(), options(), {});
    ASSERT_FALSE(opened.has_value());
    EXPECT_TRUE(opened.error().is(errors::kFileFailed));
}

TEST_F(WorldTest, DemoTimeRunsAtItsSpeed)
{
    const Time before = m_world->now();
    m_world->setSpeed(60);
    pass(2s);
    EXPECT_EQ(m_world->now() - before, 120s);
}

TEST_F(WorldTest, TimeGoesOnWhileNobodyServes)
{
    const Time before = m_world->now();
    m_world.reset();
    pass(3h);
    open();
    EXPECT_EQ(m_world->now() - before, 3h);
}

TEST_F(WorldTest, TimeNeverGoesBackWhenTheComputersClockDoes)
{
    const Time before = m_world->now();
    m_world.reset();
    m_real -= 3'600'000;
    open();
    EXPECT_GE(m_world->now(), before);
}

TEST_F(WorldTest, EveryMidnightIsADayForTheNetworks)
{
    ASSERT_TRUE(m_world->begin().has_value());
    m_world->advance(std::chrono::days(3));
    ASSERT_TRUE(m_world->end().has_value());
    serve();
    EXPECT_EQ(m_world->recall("fake", "days"), Json(3));
    EXPECT_EQ(m_world->recall("fake", "last day"), Json(m_world->day()));
    // During a day's work the time is its midnight.
    EXPECT_EQ(m_world->recall("fake", "time of last day"), Json(m_world->day() * 86'400));
}

TEST_F(WorldTest, AdvancedTimeIsKept)
{
    ASSERT_TRUE(m_world->begin().has_value());
    m_world->advance(std::chrono::days(10));
    ASSERT_TRUE(m_world->end().has_value());
    const Time after = m_world->now();
    reopen();
    EXPECT_EQ(m_world->now(), after);
}

TEST_F(WorldTest, SlotsLast400Milliseconds)
{
    const std::uint64_t before = m_world->slot(Commitment::Processed);
    pass(4s);
    EXPECT_EQ(m_world->slot(Commitment::Processed), before + 10);
}

TEST_F(WorldTest, CommitmentsFollowOneAnother)
{
    EXPECT_EQ(m_world->slot(Commitment::Processed) - m_world->slot(Commitment::Confirmed), 2u);
    EXPECT_EQ(m_world->slot(Commitment::Processed) - m_world->slot(Commitment::Finalized), 32u);
}

TEST_F(WorldTest, AStatusGrowsFromProcessedToFinalized)
{
    give(m_alice.key, kSol);
    const Bytes bytes = wire({make::memo("hi")}, {m_alice});
    sendWire(bytes);
    const Signature signature = parseTransaction(bytes)->signatures[0];
    EXPECT_EQ(m_world->status(signature)->commitment, Commitment::Processed);
    pass(1s);
    EXPECT_EQ(m_world->status(signature)->commitment, Commitment::Confirmed);
    pass(12s);
    EXPECT_EQ(m_world->status(signature)->commitment, Commitment::Finalized);
    EXPECT_EQ(m_world->status(signature)->confirmations, std::nullopt);
}

TEST_F(WorldTest, LaggingReadsShowTheStateOfThatMoment)
{
    give(m_alice.key, kSol);
    pass(30s);
    give(m_alice.key, kSol);
    const auto at = [&](Commitment level) { return m_world->accountAt(m_alice.key, level)->lamports; };
    EXPECT_EQ(at(Commitment::Processed), 2 * kSol);
    EXPECT_EQ(at(Commitment::Confirmed), kSol);
    pass(1s);
    EXPECT_EQ(at(Commitment::Confirmed), 2 * kSol);
    EXPECT_EQ(at(Commitment::Finalized), kSol);
    pass(12s);
    EXPECT_EQ(at(Commitment::Finalized), 2 * kSol);
}

TEST_F(WorldTest, AnAccountMadeJustNowIsNotThereForFinalizedReaders)
{
    give(m_alice.key, kSol);
    EXPECT_EQ(m_world->accountAt(m_alice.key, Commitment::Finalized), nullptr);
}

TEST_F(WorldTest, PricesMoveAndAreTheSameWhenAskedAgain)
{
    const Time then = m_world->now() - std::chrono::days(30);
    const std::uint64_t before = m_world->priceNanoUsd("fake-coin", then);
    const std::uint64_t now = m_world->priceNanoUsd("fake-coin");
    EXPECT_NE(before, now);
    EXPECT_GT(before, 1'000'000'000u);
    EXPECT_LT(before, 6'000'000'000u);
    reopen();
    EXPECT_EQ(m_world->priceNanoUsd("fake-coin", then), before);
}

TEST_F(WorldTest, AnUnknownAssetHasNoPrice)
{
    EXPECT_EQ(m_world->priceNanoUsd("no-such-coin"), 0u);
}

TEST_F(WorldTest, AStarterIsGivenOnce)
{
    EXPECT_TRUE(m_world->starter(m_alice.key).value_or(false));
    EXPECT_EQ(m_world->tokenBalance(FakeDemo::mint(), m_alice.key), 77u);
    EXPECT_FALSE(m_world->starter(m_alice.key).value_or(true));
    EXPECT_EQ(m_world->tokenBalance(FakeDemo::mint(), m_alice.key), 77u);
}

TEST_F(WorldTest, SubmittedTransactionsAreExecutedLikeAll)
{
    const auto sent = m_world->sendFromFaucet(m_alice.key, kSol);
    ASSERT_TRUE(sent.has_value()) << sent.error().detail;
    EXPECT_EQ(lamports(m_alice.key), kSol);
    const auto refused = m_world->submit({make::systemTransfer(m_alice.key, m_bob.key, 9 * kSol)}, {m_alice});
    ASSERT_FALSE(refused.has_value());
    EXPECT_TRUE(refused.error().detail.contains("custom program error: 0x1"));
}

TEST(FaultNames, AreReadWithCountAndHost)
{
    const auto order = FaultOrder::parse("http-429:3@rpc-one.demo");
    ASSERT_TRUE(order.has_value());
    EXPECT_EQ(order->fault, demo::Fault::Http429);
    EXPECT_EQ(order->count, 3);
    EXPECT_EQ(order->host, "rpc-one.demo");
    EXPECT_EQ(order->text(), "http-429:3@rpc-one.demo");
}

TEST(FaultNames, AreAllKnownByTheirText)
{
    for (const auto fault : demo::allFaults())
        EXPECT_EQ(demo::faultFromName(demo::faultName(fault)), fault);
    EXPECT_EQ(demo::allFaults().size(), 11u);
}

TEST(FaultNames, UnknownOnesAreRefusedWithTheListOfThoseThereAre)
{
    const auto order = FaultOrder::parse("http-418");
    ASSERT_FALSE(order.has_value());
    EXPECT_TRUE(order.error().detail.contains("device-drop-mid-write"));
    EXPECT_FALSE(FaultOrder::parse("http-429:0").has_value());
    EXPECT_FALSE(FaultOrder::parse("http-429:x").has_value());
}

TEST(FaultBoards, CountDownAndEnd)
{
    FaultBoard board;
    board.add(*FaultOrder::parse("http-500:2"));
    EXPECT_TRUE(board.take(demo::Fault::Http500));
    EXPECT_TRUE(board.has(demo::Fault::Http500));
    EXPECT_TRUE(board.take(demo::Fault::Http500));
    EXPECT_FALSE(board.take(demo::Fault::Http500));
}

TEST(FaultBoards, StrikeOneHostOnly)
{
    FaultBoard board;
    board.add(*FaultOrder::parse("http-500:*@rpc-two.demo"));
    board.setHost("rpc-one.demo");
    EXPECT_FALSE(board.take(demo::Fault::Http500));
    board.setHost("rpc-two.demo");
    EXPECT_TRUE(board.take(demo::Fault::Http500));
    EXPECT_TRUE(board.take(demo::Fault::Http500));
}

TEST(RandomStreams, AreTheSameEverywhere)
{
    Random stream(42, "label");
    EXPECT_EQ(stream.next(), Random(42, "label").next());
    EXPECT_NE(Random(42, "label").next(), Random(43, "label").next());
    EXPECT_NE(Random(42, "label").next(), Random(42, "other").next());
}

TEST(ProgramAddresses, MatchPublishedOnes)
{
    // The associated token account of a public test vector: owner J2xccRtu..., mint of wrapped lamports.
    const Pubkey owner = pubkeyOf("J2xccRtuG43drESLYznHhLhQkLTdfepcKYbiQ9BsJVaf");
    EXPECT_EQ(Keypair::fromSeed(
                  {9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9})
                  .key,
              owner);
    EXPECT_EQ(associatedTokenAddress(owner, pubkeyOf("hntyVP6YFm1Hg25TN9WGLqM12b8TQmcknKrdu1oxWux")).text(),
              "DXK2PJk13LZ3cyNcQPo3UPHfg71q3zdXixwhmR8hJfCq");
}

} // namespace
} // namespace outpost::sim::test
