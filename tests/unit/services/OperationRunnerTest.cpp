// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/OperationRunner.h"

#include "core/ledger/LedgerErrors.h"
#include "core/services/ServiceErrors.h"
#include "core/store/StoreErrors.h"
#include "tests/support/FakeDelay.h"
#include "tests/support/FakeRng.h"
#include "tests/unit/store/StoreFixture.h"

namespace outpost::test {
namespace {

using namespace std::chrono_literals;
using networks::StepOutcome;

/// The outside: what has landed, by signature, and what that did.
struct Outside {
    std::map<std::string, int> landed; ///< how often each transaction's effect happened; a chain takes a signature once
    std::set<std::string> done;        ///< steps whose effect is there
    int sends = 0;
    int signatures = 0;
};

/// Signs and sends without a chain. What goes wrong is chosen per test.
class ScriptedPipeline final : public services::TransactionPipeline {
public:
    explicit ScriptedPipeline(Outside& outside) : m_outside(outside) {}

    Future<services::Review> review(networks::DraftTransaction draft, services::GateLimits limits, CancelToken) override
    {
        if (unsettledReviews > 0) {
            --unsettledReviews;
            return async::failed<services::Review>(std::move(Error(errors::kLedgerUnsettled).canRetry()));
        }
        services::Review review;
        review.draft = std::move(draft);
        review.wallet = limits.wallet;
        review.leaves = leaves;
        mayLeave.push_back(limits.mayLeave);
        review.refusal = refusal;
        return async::ready<services::Review>(std::move(review));
    }
    Future<services::SignedTransaction> sign(services::Review review) override
    {
        if (locked)
            return async::failed<services::SignedTransaction>(Error(errors::kWalletLocked));
        const std::string signature =
            std::string(asText(review.draft.transaction)) + "#" + std::to_string(++m_outside.signatures);
        return async::ready<services::SignedTransaction>(
            services::SignedTransaction{toBytes(asBytes(signature)), signature});
    }
    Future<void> send(Bytes transaction, CancelToken) override
    {
        ++m_outside.sends;
        const std::string signature(asText(transaction));
        if (dropFirstSends > 0) {
            --dropFirstSends;
        } else if (m_outside.landed[signature] == 0) {
            m_outside.landed[signature] = 1;
            m_outside.done.insert(signature.substr(0, signature.find('#')));
        }
        return answerLost ? async::failed<void>(std::move(Error(errors::kSendUnknown).canRetry()))
                          : async::ready<void>({});
    }
    Future<services::TrackResult> track(std::string signature, std::uint64_t, CancelToken) override
    {
        services::TrackResult result;
        if (m_outside.landed[signature] > 0)
            result = {failLanded ? services::Track::Failed : services::Track::Finalised, "no"};
        else
            result.state = expireUnlanded ? services::Track::Expired : services::Track::Pending;
        return async::ready<services::TrackResult>(std::move(result));
    }

    std::optional<Error> refusal;
    std::map<AssetId, Int128> leaves;                ///< by every transaction
    std::vector<std::map<AssetId, Int128>> mayLeave; ///< what each review allowed
    bool locked = false;
    bool answerLost = false;
    bool expireUnlanded = false;
    bool failLanded = false;
    int dropFirstSends = 0;
    int unsettledReviews = 0; ///< so often the accounts change while they are looked at

private:
    Outside& m_outside;
};

/// Steps whose effect is a transaction each.
class ScriptedFlow final : public networks::Flow {
public:
    ScriptedFlow(Outside& outside, bool independent) : m_outside(outside), m_independent(independent) {}
    std::string kind() const override { return "test"; }
    bool stepsAreIndependent() const override { return m_independent; }
    networks::FlowOutcome outcomeOf(const Operation& operation) const override
    {
        const auto done = std::ranges::count(operation.steps, OperationState::Done, &OperationStep::state);
        const Amount received{AssetId("coin"), Int128(5 * done)};
        const Amount paid{AssetId("fuel"), Int128(done)};
        return {{std::to_string(done)},
                {received},
                {{CostLine::Kind::NetworkFee, paid, {}}, {CostLine::Kind::OneTimeDeposit, paid, "the maker"}}};
    }
    Future<StepOutcome> findOut(const Operation&, std::size_t step, networks::FlowContext) override
    {
        StepOutcome outcome;
        outcome.kind =
            m_outside.done.contains(name(step)) && lag-- <= 0 ? StepOutcome::Kind::Done : StepOutcome::Kind::NotDone;
        return async::ready<StepOutcome>(std::move(outcome));
    }
    Future<StepOutcome> perform(const Operation&, std::size_t step, networks::FlowContext) override
    {
        if (failing.contains(step))
            return async::failed<StepOutcome>(Error(errors::kGateMismatch));
        StepOutcome outcome;
        outcome.kind = StepOutcome::Kind::Sign;
        outcome.draft = networks::DraftTransaction{};
        outcome.draft->transaction = toBytes(asBytes(name(step)));
        return async::ready<StepOutcome>(std::move(outcome));
    }
    static std::string name(std::size_t step) { return "step" + std::to_string(step); }

    std::set<std::size_t> failing;
    int lag = 0; ///< how often the host does not show yet what has landed

private:
    Outside& m_outside;
    bool m_independent;
};

class NoDevices final : public services::DeviceAccess {
public:
    Future<links::GattClient*> connected(DeviceId, CancelToken) override
    {
        return async::failed<links::GattClient*>(std::move(Error(errors::kDeviceAway).canRetry()));
    }
};

class OperationRunnerTest : public StoreTest {
protected:
    void SetUp() override
    {
        db = openStore();
        journal = std::make_unique<store::Journal>(*db, clock, "process");
        makeRunner(false);
    }
    void makeRunner(bool independent)
    {
        runner.reset();
        flow = std::make_unique<ScriptedFlow>(outside, independent);
        runner = std::make_unique<services::OperationRunner>(
            services::OperationRunner::Ports{*journal, pipeline, devices, clock, delay, rng},
            std::vector<networks::Flow*>{flow.get()});
    }
    Operation operation(std::size_t steps)
    {
        Operation o;
        o.kind = "test";
        o.idempotencyKey = "key";
        for (std::size_t i = 0; i < steps; ++i)
            o.steps.push_back({"step", OperationState::Planned, {}});
        return o;
    }
    /// An operation and its transaction as a process leaves them that ends at this point.
    std::pair<Operation, Operation> cutOff(OperationState state)
    {
        Operation parent = operation(1);
        parent.id = OperationId("parent");
        parent.state = OperationState::Approved;
        Operation child;
        child.id = OperationId("child");
        child.parent = parent.id;
        child.kind = "transaction";
        child.subject = "0";
        child.state = state;
        child.idempotencyKey = "parent/0";
        return {std::move(parent), std::move(child)};
    }
    int effects() const
    {
        int sum = 0;
        for (const auto& [signature, times] : outside.landed)
            sum += times;
        return sum;
    }

    Outside outside;
    FakeDelay delay{clock};
    FakeRng rng;
    NoDevices devices;
    ScriptedPipeline pipeline{outside};
    std::unique_ptr<store::Database> db;
    std::unique_ptr<store::Journal> journal;
    std::unique_ptr<ScriptedFlow> flow;
    std::unique_ptr<services::OperationRunner> runner;
};

TEST_F(OperationRunnerTest, EachStepIsSignedAndSentOnce)
{
    const auto done = await(runner->start(operation(3), Address("w")));
    ASSERT_TRUE(done) << done.error().detail;
    EXPECT_EQ(done->state, OperationState::Done);
    EXPECT_EQ(outside.signatures, 3);
    EXPECT_EQ(effects(), 3);
}

TEST_F(OperationRunnerTest, AnAnswerThatGetsLostAfterSendingDoesNotSendAnotherTransaction)
{
    pipeline.answerLost = true;
    const auto done = await(runner->start(operation(1), Address("w")));
    ASSERT_TRUE(done);
    EXPECT_EQ(done->state, OperationState::Done);
    EXPECT_EQ(outside.signatures, 1);
    EXPECT_EQ(effects(), 1);
}

TEST_F(OperationRunnerTest, WhatAHostDroppedIsSentAgainWithTheSameBytes)
{
    pipeline.dropFirstSends = 2;
    const auto done = await(runner->start(operation(1), Address("w")));
    ASSERT_TRUE(done);
    EXPECT_EQ(outside.signatures, 1);
    EXPECT_GT(outside.sends, 2);
    EXPECT_EQ(effects(), 1);
}

TEST_F(OperationRunnerTest, AnExpiredTransactionIsMadeAnew)
{
    pipeline.dropFirstSends = 1;
    pipeline.expireUnlanded = true;
    const auto done = await(runner->start(operation(1), Address("w")));
    ASSERT_TRUE(done);
    EXPECT_EQ(done->state, OperationState::Done);
    EXPECT_EQ(outside.signatures, 2);
    EXPECT_EQ(effects(), 1);
}

TEST_F(OperationRunnerTest, WhatTheGateRefusesIsNeverSigned)
{
    pipeline.refusal = Error(errors::kGateMismatch);
    const auto failed = await(runner->start(operation(2), Address("w")));
    ASSERT_TRUE(failed);
    EXPECT_EQ(failed->state, OperationState::Failed);
    EXPECT_EQ(failed->errorCode, errors::kGateMismatch.name);
    EXPECT_EQ(outside.signatures, 0);
    EXPECT_EQ(outside.sends, 0);
}

TEST_F(OperationRunnerTest, ALockedWalletPausesAndGoesOnAfterUnlocking)
{
    pipeline.locked = true;
    const auto paused = await(runner->start(operation(1), Address("w")));
    ASSERT_TRUE(paused);
    EXPECT_FALSE(isFinal(paused->state));
    pipeline.locked = false;
    const auto done = await(runner->resume(paused->id));
    EXPECT_EQ(done->state, OperationState::Done);
    EXPECT_EQ(effects(), 1);
}

TEST_F(OperationRunnerTest, AnOperationCutOffAfterSigningIsTakenUpWithTheSameBytes)
{
    // What a process leaves that ends between writing the signature down and sending.
    auto [parent, signedOne] = cutOff(OperationState::Signed);
    signedOne.signature = "step0#77";
    signedOne.signedBytes = toBytes(asBytes("step0#77"));
    ASSERT_TRUE(await(journal->addAll({parent, signedOne})));
    const auto done = await(runner->resume(parent.id));
    ASSERT_TRUE(done) << done.error().detail;
    EXPECT_EQ(done->state, OperationState::Done);
    EXPECT_EQ(outside.signatures, 0);
    EXPECT_EQ(outside.landed["step0#77"], 1);
}

TEST_F(OperationRunnerTest, AnOperationCutOffBeforeSigningIsSignedAnew)
{
    const auto [parent, waiting] = cutOff(OperationState::AwaitingSignature);
    ASSERT_TRUE(await(journal->addAll({parent, waiting})));
    const auto done = await(runner->resume(parent.id));
    ASSERT_TRUE(done) << done.error().detail;
    EXPECT_EQ(done->state, OperationState::Done);
    EXPECT_EQ(effects(), 1);
    EXPECT_EQ(await(journal->find(OperationId("child")))->state, OperationState::Cancelled);
}

TEST_F(OperationRunnerTest, ATransactionThatTheChainRefusedFailsTheStepWithItsWords)
{
    pipeline.failLanded = true;
    pipeline.answerLost = false;
    outside.done.clear();
    const auto failed = await(runner->start(operation(1), Address("w")));
    // The flow sees its effect only when the transaction succeeded; here it was recorded by the fake on landing.
    ASSERT_TRUE(failed);
    EXPECT_EQ(failed->state, OperationState::Failed);
    EXPECT_EQ(failed->errorCode, errors::kSendFailed.name);
}

TEST_F(OperationRunnerTest, IndependentStepsGoOnAfterOneFailsAndOnlyTheFailedOneIsRetried)
{
    makeRunner(true);
    flow->failing = {1};
    const auto partly = await(runner->start(operation(3), Address("w")));
    ASSERT_TRUE(partly);
    EXPECT_EQ(partly->state, OperationState::PartlyDone);
    EXPECT_EQ(effects(), 2);
    flow->failing.clear();
    const auto done = await(runner->retry(partly->id));
    ASSERT_TRUE(done) << done.error().detail;
    EXPECT_EQ(done->state, OperationState::Done);
    EXPECT_EQ(effects(), 3);
    EXPECT_EQ(outside.signatures, 3);
}

TEST_F(OperationRunnerTest, WhatIsDoneIsToldOnceAndBroughtUpToDateWhenTheRestIsDone)
{
    makeRunner(true);
    flow->failing = {1};
    const auto partly = await(runner->start(operation(3), Address("w")));
    store::Activities activities(*db);
    auto told = await(activities.page({}, 0, 10));
    ASSERT_TRUE(told);
    ASSERT_EQ(told->size(), 1U);
    EXPECT_EQ(told->front().args, std::vector<std::string>{"2"});
    EXPECT_EQ(told->front().in.front().base, Int128(10));
    ASSERT_EQ(told->front().out.size(), 1U) << "what the maker pays is no cost of the person's";
    flow->failing.clear();
    ASSERT_TRUE(await(runner->retry(partly->id)));
    told = await(activities.page({}, 0, 10));
    ASSERT_EQ(told->size(), 1U);
    EXPECT_EQ(told->front().args, std::vector<std::string>{"3"});
    EXPECT_EQ(told->front().in.front().base, Int128(15));
}

TEST_F(OperationRunnerTest, AnOperationThatFailedIsNotToldAsDone)
{
    flow->failing = {0};
    EXPECT_EQ(await(runner->start(operation(1), Address("w")))->state, OperationState::Failed);
    EXPECT_TRUE(await(store::Activities(*db).page({}, 0, 10))->empty());
}

TEST_F(OperationRunnerTest, AFailedStepStopsTheOnesBehindItWhereTheyDependOnIt)
{
    flow->failing = {1};
    const auto failed = await(runner->start(operation(3), Address("w")));
    EXPECT_EQ(failed->state, OperationState::Failed);
    EXPECT_EQ(effects(), 1);
}

TEST_F(OperationRunnerTest, TheSameActCannotBeStartedTwice)
{
    pipeline.locked = true; // keeps the first one open
    ASSERT_TRUE(await(runner->start(operation(1), Address("w"))));
    const auto second = await(runner->start(operation(1), Address("w")));
    ASSERT_FALSE(second);
    EXPECT_TRUE(second.error().is(errors::kStoreDuplicate));
}

TEST_F(OperationRunnerTest, AccountsThatOthersKeepChangingAreLookedAtAgain)
{
    pipeline.unsettledReviews = 6;
    const auto done = await(runner->start(operation(2), Address("w")));
    ASSERT_TRUE(done) << done.error().detail;
    EXPECT_EQ(done->state, OperationState::Done);
    EXPECT_EQ(outside.signatures, 2);
}

TEST_F(OperationRunnerTest, AccountsThatNeverStandStillLeaveTheOperationToBeTakenUp)
{
    pipeline.unsettledReviews = 1'000;
    const auto left = await(runner->start(operation(1), Address("w")));
    ASSERT_TRUE(left);
    EXPECT_FALSE(isFinal(left->state));
    EXPECT_EQ(left->errorCode, errors::kLedgerUnsettled.name);
    EXPECT_EQ(outside.signatures, 0);
}

TEST_F(OperationRunnerTest, AHostThatLagsBehindTheChainDoesNotMakeItPayTwice)
{
    flow->lag = 20;
    const auto done = await(runner->start(operation(1), Address("w")));
    ASSERT_TRUE(done) << done.error().detail;
    EXPECT_EQ(done->state, OperationState::Done);
    EXPECT_EQ(outside.signatures, 1);
}

TEST_F(OperationRunnerTest, AHostThatLagsBehindAfterARestartDoesNotMakeItPayTwice)
{
    flow->lag = 20;
    auto [parent, landed] = cutOff(OperationState::Finalised);
    landed.signature = "step0#5";
    outside.landed["step0#5"] = 1;
    outside.done.insert("step0");
    ASSERT_TRUE(await(journal->addAll({parent, landed})));
    const auto done = await(runner->resume(parent.id));
    ASSERT_TRUE(done) << done.error().detail;
    EXPECT_EQ(done->state, OperationState::Done);
    EXPECT_EQ(outside.signatures, 0);
}

TEST_F(OperationRunnerTest, WhatEarlierTransactionsTookIsNotAllowedAgain)
{
    pipeline.leaves = {{AssetId("fuel"), Int128(4)}};
    Operation two = operation(2);
    two.cost = {{CostLine::Kind::NetworkFee, {AssetId("fuel"), Int128(10)}, {}, 2}};
    ASSERT_TRUE(await(runner->start(two, Address("w"))));
    ASSERT_EQ(pipeline.mayLeave.size(), 2U);
    EXPECT_EQ(pipeline.mayLeave[0].at(AssetId("fuel")), Int128(10));
    EXPECT_EQ(pipeline.mayLeave[1].at(AssetId("fuel")), Int128(6));
}

TEST_F(OperationRunnerTest, WhileItIsFollowedNobodyElseTakesItOver)
{
    pipeline.dropFirstSends = 1'000; // stays pending until it is given up for this run
    store::Journal other(*db, clock, "another");
    std::vector<Future<void>> tries;
    Operation one = operation(1);
    one.id = OperationId("followed");
    delay.onWait = [&](std::size_t count) {
        if (count % 10 == 0)
            tries.push_back(other.lease(one.id, std::chrono::seconds(60)));
    };
    const auto left = await(runner->start(one, Address("w")));
    ASSERT_TRUE(left);
    EXPECT_FALSE(isFinal(left->state));
    ASSERT_GT(tries.size(), 8U) << "for longer than a lease lasts";
    for (auto& attempt : tries)
        EXPECT_TRUE(await(std::move(attempt)).error().is(errors::kStoreLeased));
}

TEST_F(OperationRunnerTest, WhatAnotherProcessRunsIsNotCancelled)
{
    auto [parent, child] = cutOff(OperationState::AwaitingSignature);
    ASSERT_TRUE(await(journal->addAll({parent, child})));
    store::Journal other(*db, clock, "another");
    ASSERT_TRUE(await(other.lease(parent.id, std::chrono::seconds(60))));
    EXPECT_TRUE(await(runner->cancel(parent.id)).error().is(errors::kStoreLeased));
    EXPECT_EQ(await(journal->find(parent.id))->state, OperationState::Approved);
    ASSERT_TRUE(await(other.release(parent.id)));
    EXPECT_EQ(await(runner->cancel(parent.id))->state, OperationState::Cancelled);
    EXPECT_TRUE(await(store::Activities(*db).page({}, 0, 10))->empty()) << "nothing was paid";
}

TEST_F(OperationRunnerTest, WhatWasPaidBeforeItWasGivenUpIsTold)
{
    auto [parent, paid] = cutOff(OperationState::Finalised);
    paid.cost = {{CostLine::Kind::NetworkFee, {AssetId("fuel"), Int128(7)}, {}, 1}};
    ASSERT_TRUE(await(journal->addAll({parent, paid})));
    EXPECT_EQ(await(runner->cancel(parent.id))->state, OperationState::Cancelled);
    const auto told = await(store::Activities(*db).page({}, 0, 10));
    ASSERT_EQ(told->size(), 1U);
    EXPECT_EQ(told->front().kind, "activity.givenUp");
    ASSERT_EQ(told->front().out.size(), 1U);
    EXPECT_EQ(told->front().out.front().base, Int128(7));
    EXPECT_TRUE(told->front().in.empty());
}

TEST_F(OperationRunnerTest, AFailedOneIsNotRetriedBesideTheSameBegunAnew)
{
    flow->failing = {0};
    const auto failed = await(runner->start(operation(1), Address("w")));
    ASSERT_EQ(failed->state, OperationState::Failed);
    flow->failing.clear();
    pipeline.locked = true; // keeps the second one open
    ASSERT_TRUE(await(runner->start(operation(1), Address("w"))));
    EXPECT_TRUE(await(runner->retry(failed->id)).error().is(errors::kStoreDuplicate));
}

TEST_F(OperationRunnerTest, ARetryThatEndedBeforeItBeganIsTakenUp)
{
    auto [parent, child] = cutOff(OperationState::Cancelled);
    parent.state = OperationState::Planned;
    ASSERT_TRUE(await(journal->addAll({parent, child})));
    const auto done = await(runner->resume(parent.id));
    ASSERT_TRUE(done) << done.error().detail;
    EXPECT_EQ(done->state, OperationState::Done);
}

TEST_F(OperationRunnerTest, WhatMayBeOnItsWayCannotBeCancelled)
{
    Operation parent = operation(1);
    parent.id = OperationId("parent");
    parent.state = OperationState::Approved;
    Operation sent;
    sent.id = OperationId("child");
    sent.parent = parent.id;
    sent.kind = "transaction";
    sent.subject = "0";
    sent.state = OperationState::Sent;
    ASSERT_TRUE(await(journal->addAll({parent, sent})));
    EXPECT_TRUE(await(runner->cancel(parent.id)).error().is(errors::kStoreBadTransition));
}

} // namespace
} // namespace outpost::test
