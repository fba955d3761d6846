// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/Journal.h"

#include "core/store/StoreErrors.h"
#include "tests/unit/store/ChildProcess.h"
#include "tests/unit/store/StoreFixture.h"

namespace outpost::test {
namespace {

Operation operation(const std::string& id, const std::string& key = {})
{
    Operation o;
    o.id = OperationId(id);
    o.kind = "net.collect";
    o.wallet = Address("w");
    o.title = "operation.collect";
    o.titleArgs = {"2"};
    o.steps = {{"claim", OperationState::Planned, {{"device", "d"}}}};
    o.receive = {{AssetId("x"), 7}};
    o.cost = {{CostLine::Kind::NetworkFee, {AssetId("y"), 5}, "maker", 2, true}};
    o.idempotencyKey = key;
    o.signedBytes = {1, 2, 3};
    o.signature = "sig";
    o.expiresAfter = 99;
    return o;
}

class JournalTest : public StoreTest {
protected:
    void SetUp() override
    {
        db = openStore();
        journal = std::make_unique<store::Journal>(*db, clock, "one");
        other = std::make_unique<store::Journal>(*db, clock, "two");
    }
    std::unique_ptr<store::Database> db;
    std::unique_ptr<store::Journal> journal;
    std::unique_ptr<store::Journal> other; ///< as another process sees it
};

TEST_F(JournalTest, AnOperationComesBackWholeAfterReopening)
{
    ASSERT_TRUE(await(journal->add(operation("a", "k"))));
    journal.reset();
    other.reset();
    db.reset();
    db = openStore();
    journal = std::make_unique<store::Journal>(*db, clock, "one");
    const auto found = await(journal->find(OperationId("a")));
    ASSERT_TRUE(found);
    EXPECT_EQ(found->wallet, Address("w"));
    EXPECT_EQ(found->receive, operation("a").receive);
    ASSERT_EQ(found->cost.size(), 1u);
    EXPECT_EQ(found->cost[0].paidBy, "maker");
    EXPECT_TRUE(found->cost[0].covered);
    EXPECT_EQ(found->signedBytes, (Bytes{1, 2, 3}));
    EXPECT_EQ(found->expiresAfter, 99u);
    EXPECT_EQ(found->steps[0].data.at("device"), "d");
}

TEST_F(JournalTest, TheSameActIsNotOpenTwice)
{
    ASSERT_TRUE(await(journal->add(operation("a", "k"))));
    EXPECT_TRUE(await(journal->add(operation("b", "k"))).error().is(errors::kStoreDuplicate));
    auto first = *await(journal->find(OperationId("a")));
    ASSERT_TRUE(await(journal->advance(first, OperationEvent::Cancel)));
    EXPECT_TRUE(await(journal->add(operation("b", "k"))));
}

TEST_F(JournalTest, AnEventThatTheTableDoesNotAllowIsRefused)
{
    ASSERT_TRUE(await(journal->add(operation("a"))));
    const auto refused = await(journal->advance(operation("a"), OperationEvent::Confirm));
    ASSERT_FALSE(refused);
    EXPECT_TRUE(refused.error().is(errors::kStoreBadTransition));
    EXPECT_EQ(await(journal->find(OperationId("a")))->state, OperationState::Planned);
}

TEST_F(JournalTest, AStaleCopyCannotTurnBackTheState)
{
    ASSERT_TRUE(await(journal->add(operation("a"))));
    const Operation stale = *await(journal->find(OperationId("a")));
    ASSERT_TRUE(await(journal->advance(stale, OperationEvent::Approve)));
    ASSERT_TRUE(await(journal->save(stale)));
    EXPECT_EQ(await(journal->find(OperationId("a")))->state, OperationState::Approved);
}

TEST_F(JournalTest, AnotherProcessCannotWorkOnALeasedOperation)
{
    ASSERT_TRUE(await(journal->add(operation("a"))));
    ASSERT_TRUE(await(journal->lease(OperationId("a"), std::chrono::seconds(60))));
    EXPECT_TRUE(await(other->lease(OperationId("a"), std::chrono::seconds(60))).error().is(errors::kStoreLeased));
    ASSERT_TRUE(await(journal->lease(OperationId("a"), std::chrono::seconds(60))));
    clock.advance(std::chrono::seconds(61)); // the holder died
    EXPECT_TRUE(await(other->lease(OperationId("a"), std::chrono::seconds(60))));
}

TEST_F(JournalTest, ALeaseOfAProcessThatWasKilledBindsNobody)
{
    ChildProcess child;
    store::Journal victim(*db, clock, child.name());
    store::Journal next(*db, clock, store::processName());
    ASSERT_TRUE(await(journal->add(operation("a"))));
    ASSERT_TRUE(await(victim.lease(OperationId("a"), std::chrono::seconds(120))));
    EXPECT_TRUE(await(next.lease(OperationId("a"), std::chrono::seconds(120))).error().is(errors::kStoreLeased))
        << "it lives";
    child.kill();
    EXPECT_TRUE(await(next.lease(OperationId("a"), std::chrono::seconds(120))));
    EXPECT_TRUE(await(other->lease(OperationId("a"), std::chrono::seconds(120))).error().is(errors::kStoreLeased));
}

TEST_F(JournalTest, ALeaseOfAnOperationThatDoesNotExistIsRefused)
{
    EXPECT_TRUE(await(journal->lease(OperationId("nope"), std::chrono::seconds(1))).error().is(errors::kStoreNotFound));
}

TEST_F(JournalTest, EveryChangeIsLogged)
{
    ASSERT_TRUE(await(journal->add(operation("a"))));
    ASSERT_TRUE(await(journal->advance(operation("a"), OperationEvent::Approve, "by the owner")));
    const auto log = await(journal->log(OperationId("a")));
    ASSERT_EQ(log->size(), 2u);
    EXPECT_EQ(log->at(1).event, "approve");
    EXPECT_EQ(log->at(1).detail, "by the owner");
}

TEST(OperationTable, NothingLeavesAFinalStateButARetry)
{
    for (int s = 0; s <= static_cast<int>(OperationState::PartlyDone); ++s) {
        const auto state = static_cast<OperationState>(s);
        for (int e = 0; e <= static_cast<int>(OperationEvent::CompletePartly); ++e) {
            const auto event = static_cast<OperationEvent>(e);
            if (!isFinal(state) || event == OperationEvent::Retry)
                continue;
            const bool readBack = state == OperationState::Finalised && event == OperationEvent::Complete;
            EXPECT_EQ(nextState(state, event).has_value(), readBack) << stateName(state) << ' ' << eventName(event);
        }
    }
}

TEST(OperationTable, WhatMayHaveHappenedIsNeverCancelled)
{
    for (int s = 0; s <= static_cast<int>(OperationState::PartlyDone); ++s) {
        const auto state = static_cast<OperationState>(s);
        if (mayHaveHappened(state)) {
            EXPECT_FALSE(nextState(state, OperationEvent::Cancel)) << stateName(state);
        }
    }
}

TEST(OperationRecord, DamagedJsonIsRefused)
{
    const std::string good = store::operationToJson(operation("a"));
    ASSERT_TRUE(store::operationFromJson(good));
    for (std::size_t length = 0; length < good.size(); ++length)
        EXPECT_FALSE(store::operationFromJson(std::string_view(good).substr(0, length)));
    EXPECT_FALSE(store::operationFromJson("[]"));
    EXPECT_FALSE(store::operationFromJson(R"({"id": 5})"));
}

} // namespace
} // namespace outpost::test
