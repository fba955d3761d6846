// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/TransactionSender.h"

#include "LedgerFixtures.h"

#include "core/ledger/LedgerErrors.h"
#include "core/net/NetErrors.h"
#include "tests/support/Await.h"
#include "tests/support/FakeDelay.h"
#include "tests/support/ScriptedRpc.h"

#include <gtest/gtest.h>

namespace outpost::ledger {
namespace {

using namespace std::chrono_literals;
using test::await;

constexpr std::uint64_t kLast = 1000; // last valid block height in all of these tests

Sighting silent()
{
    return {};
}
Sighting lacking(std::uint64_t height)
{
    return {height, std::optional<SignatureStatus>()};
}
Sighting having(Commitment level, std::optional<std::string> failure = {}, std::uint64_t height = 900)
{
    return {height, SignatureStatus{77, level, std::move(failure)}};
}

struct Row {
    const char* name;
    Sighting first;
    std::optional<Sighting> second;
    TrackState expected;
};

class ExpiryRule : public testing::TestWithParam<Row> {};

TEST_P(ExpiryRule, JudgesAsTheTableSays)
{
    EXPECT_EQ(judge(GetParam().first, GetParam().second, kLast).state, GetParam().expected);
}

INSTANTIATE_TEST_SUITE_P(
    Table, ExpiryRule,
    testing::Values(
        Row{"BothLackItPastTheMargin", lacking(1033), lacking(1033), TrackState::Expired},
        Row{"BothLackItAtTheMargin", lacking(1032), lacking(1033), TrackState::Unknown},
        Row{"OnlyOneHostIsPastTheMargin", lacking(5000), lacking(1001), TrackState::Unknown},
        Row{"OneHostIsConfigured", lacking(5000), std::nullopt, TrackState::Unknown},
        Row{"TheSecondHostIsSilent", lacking(5000), silent(), TrackState::Unknown},
        Row{"TheFirstHostIsSilent", silent(), lacking(5000), TrackState::Unknown},
        Row{"TheSecondGivesNoHeight", lacking(5000), Sighting{std::nullopt, std::optional<SignatureStatus>()},
            TrackState::Unknown},
        Row{"TheSecondGivesNoHistory", lacking(5000), Sighting{5000, std::nullopt}, TrackState::Unknown},
        Row{"NobodyAnswers", silent(), silent(), TrackState::Unknown},
        Row{"NotSeenAndStillValid", lacking(1000), lacking(999), TrackState::Pending},
        Row{"NotSeenStillValidOneHost", lacking(1000), std::nullopt, TrackState::Pending},
        Row{"ProcessedOnOne", having(Commitment::Processed), lacking(900), TrackState::Pending},
        Row{"ConfirmedOnOne", having(Commitment::Confirmed), lacking(900), TrackState::Confirmed},
        Row{"ConfirmedOnTheSecondOnly", lacking(900), having(Commitment::Confirmed), TrackState::Confirmed},
        Row{"ConfirmedOnTheOneThatIsAhead", having(Commitment::Processed), having(Commitment::Confirmed),
            TrackState::Confirmed},
        Row{"ConfirmedPastTheMargin", having(Commitment::Confirmed, {}, 5000), lacking(5000), TrackState::Confirmed},
        Row{"FinalisedOnOne", lacking(5000), having(Commitment::Finalized), TrackState::Finalised},
        Row{"FinalisedOnBoth", having(Commitment::Finalized), having(Commitment::Finalized), TrackState::Finalised},
        Row{"FailedForGood", having(Commitment::Finalized, "x"), lacking(5000), TrackState::Failed},
        Row{"FailedButNotForGood", having(Commitment::Confirmed, "x"), lacking(900), TrackState::Pending},
        Row{"OneSaysFailedAndTheOtherHasSeenItSucceed", having(Commitment::Finalized, "x"),
            having(Commitment::Confirmed), TrackState::Unknown},
        Row{"OneSaysDoneAndTheOtherHasSeenItFail", having(Commitment::Confirmed, "x"), having(Commitment::Finalized),
            TrackState::Unknown},
        Row{"TheHostsContradictEachOther", having(Commitment::Finalized, "x"), having(Commitment::Finalized),
            TrackState::Unknown}),
    [](const auto& row) { return std::string(row.param.name); });

TEST(ExpiryRuleBounds, AHeightNearTheEndOfNumbersNeverExpires)
{
    EXPECT_NE(judge(lacking(~0ull), lacking(~0ull), ~0ull).state, TrackState::Expired);
    EXPECT_NE(judge(lacking(~0ull), lacking(~0ull), ~0ull - 10).state, TrackState::Expired);
}

class TransactionSenderTest : public testing::Test {
protected:
    static std::string status(const char* level, const char* error = "null")
    {
        return inContext(std::string(R"([{"slot":77,"confirmations":1,"err":)") + error + R"(,"confirmationStatus":")" +
                         level + R"("}])");
    }
    void heights(int value)
    {
        serverA.on("getBlockHeight", std::to_string(value));
        serverB.on("getBlockHeight", std::to_string(value));
    }
    void lack()
    {
        serverA.on("getSignatureStatuses", inContext("[null]"));
        serverB.on("getSignatureStatuses", inContext("[null]"));
    }
    void SetUp() override
    {
        heights(900);
        lack();
        serverA.on("sendTransaction", '"' + transfer.id.toBase58() + '"');
        serverB.on("sendTransaction", '"' + transfer.id.toBase58() + '"');
    }
    Result<Tracked> watch(TrackState until = TrackState::Finalised, CancelToken cancel = {})
    {
        return await(
            sender->watch(transfer.bytes, kLast, until, [this](const Tracked& t) { told.push_back(t.state); }, cancel));
    }

    const SignedTransfer transfer = signedTransfer();
    std::vector<TrackState> told;
    test::FakeClock clock;
    test::FakeDelay delay{clock};
    test::ScriptedRpc serverA, serverB;
    SolanaRpc a{serverA, clock, {.url = "https://a.example.org"}};
    SolanaRpc b{serverB, clock, {.url = "https://b.example.org"}};
    std::unique_ptr<TransactionSender> sender = std::make_unique<TransactionSender>(a, &b, delay, clock);
};

TEST_F(TransactionSenderTest, TheFirstSendingIsLookedAtByTheNode)
{
    EXPECT_EQ(await(sender->send(transfer.bytes)), transfer.id);
    EXPECT_EQ(serverA.lastParams("sendTransaction").items().at(1).booleanAt("skipPreflight"), false);
    EXPECT_EQ(serverB.count("sendTransaction"), 0);
}

TEST_F(TransactionSenderTest, OnlyAClearRefusalMeansThatNothingIsOnItsWay)
{
    EXPECT_FALSE(TransactionSender::mayHaveArrived(Error(errors::kLedgerRefused)));
    EXPECT_FALSE(TransactionSender::mayHaveArrived(Error(errors::kNetHostNotListed)));
    for (const auto& code : {errors::kNetTimeout, errors::kNetUnreachable, errors::kNetStatus5xx, errors::kNetGarbage,
                             errors::kCancelled, errors::kNetRpcError})
        EXPECT_TRUE(TransactionSender::mayHaveArrived(Error(code))) << code.name;
}

TEST_F(TransactionSenderTest, FollowsATransactionToItsEnd)
{
    serverA.then("getSignatureStatuses", inContext("[null]"))
        .then("getSignatureStatuses", status("confirmed"))
        .on("getSignatureStatuses", status("finalized"));
    const auto tracked = watch();
    ASSERT_TRUE(tracked);
    EXPECT_EQ(tracked->state, TrackState::Finalised);
    EXPECT_EQ(tracked->slot, 77u);
    EXPECT_EQ(told, (std::vector{TrackState::Pending, TrackState::Confirmed, TrackState::Finalised}));
}

TEST_F(TransactionSenderTest, MayStopWhenConfirmed)
{
    serverA.on("getSignatureStatuses", status("confirmed"));
    EXPECT_EQ(watch(TrackState::Confirmed)->state, TrackState::Confirmed);
}

TEST_F(TransactionSenderTest, AFailureKeepsTheWordsOfTheChain)
{
    serverA.on("getSignatureStatuses", status("finalized", R"({"InstructionError":[1,{"Custom":6001}]})"));
    const auto tracked = watch();
    EXPECT_EQ(tracked->state, TrackState::Failed);
    EXPECT_EQ(tracked->words, R"({"InstructionError":[1,{"Custom":6001}]})");
}

TEST_F(TransactionSenderTest, TheSameBytesAreSentAgainToBothHostsEveryFourSeconds)
{
    serverA.then("getSignatureStatuses", inContext("[null]"))
        .then("getSignatureStatuses", inContext("[null]"))
        .then("getSignatureStatuses", inContext("[null]"))
        .then("getSignatureStatuses", inContext("[null]"))
        .then("getSignatureStatuses", inContext("[null]"))
        .on("getSignatureStatuses", status("finalized"));
    EXPECT_EQ(watch()->state, TrackState::Finalised);
    EXPECT_EQ(serverA.count("sendTransaction"), 2); // after 4 and 8 of 10 seconds
    EXPECT_EQ(serverB.count("sendTransaction"), 2);
    EXPECT_EQ(serverB.lastParams("sendTransaction").items().at(0).string(), toBase64(transfer.bytes));
    EXPECT_EQ(serverB.lastParams("sendTransaction").items().at(1).booleanAt("skipPreflight"), true);
}

TEST_F(TransactionSenderTest, ARefusedRepetitionChangesNothing)
{
    serverA.onFault("sendTransaction", -32002, "x", R"({"err":{"InstructionError":[0,{"Custom":1}]}})");
    for (int i = 0; i < 4; ++i)
        serverA.then("getSignatureStatuses", inContext("[null]"));
    serverA.on("getSignatureStatuses", status("finalized"));
    EXPECT_EQ(watch()->state, TrackState::Finalised);
}

TEST_F(TransactionSenderTest, ATransactionThatLandedIsNotSentAgain)
{
    for (int i = 0; i < 10; ++i)
        serverA.then("getSignatureStatuses", status("confirmed"));
    serverA.on("getSignatureStatuses", status("finalized"));
    EXPECT_EQ(watch()->state, TrackState::Finalised);
    EXPECT_EQ(serverA.count("sendTransaction"), 0);
}

TEST_F(TransactionSenderTest, ExpiresWhenBothHostsArePastIt)
{
    heights(1033);
    EXPECT_EQ(watch()->state, TrackState::Expired);
}

TEST_F(TransactionSenderTest, WithOneHostItNeverExpires)
{
    heights(5000);
    sender = std::make_unique<TransactionSender>(a, nullptr, delay, clock);
    EXPECT_EQ(watch()->state, TrackState::Unknown);
}

TEST_F(TransactionSenderTest, TwoUrlsOfOneHostAreOneHost)
{
    heights(5000);
    SolanaRpc again(serverB, clock, {.url = "https://a.example.org/b"});
    sender = std::make_unique<TransactionSender>(a, &again, delay, clock);
    EXPECT_EQ(await(sender->look(transfer.id, kLast))->state, TrackState::Unknown);
}

TEST_F(TransactionSenderTest, WhatIsStillPendingWhenTheTimeIsUpIsUnknown)
{
    EXPECT_EQ(watch()->state, TrackState::Unknown);
    EXPECT_LE(delay.waits.size(), 46u);
}

TEST_F(TransactionSenderTest, AHostThatComesBackIsBelieved)
{
    serverA.goAway(Error(errors::kNetUnreachable));
    serverB.goAway(Error(errors::kNetUnreachable));
    delay.onWait = [this](std::size_t count) {
        if (count == 3) {
            serverA.comeBack();
            serverA.on("getSignatureStatuses", status("finalized"));
        }
    };
    EXPECT_EQ(watch()->state, TrackState::Finalised);
    EXPECT_EQ(told, (std::vector{TrackState::Unknown, TrackState::Finalised}));
}

TEST_F(TransactionSenderTest, TheHeightIsReadBeforeTheHistory)
{
    ASSERT_TRUE(await(sender->look(transfer.id, kLast)));
    EXPECT_EQ(serverA.calls.at(0).method, "getBlockHeight");
    EXPECT_EQ(serverA.calls.at(0).params.items().at(0).stringAt("commitment"), "finalized");
    EXPECT_EQ(serverA.calls.at(1).method, "getSignatureStatuses");
    EXPECT_EQ(serverA.calls.at(1).params.items().at(1).booleanAt("searchTransactionHistory"), true);
}

TEST_F(TransactionSenderTest, CancellingEndsTheWatch)
{
    const CancelToken cancel;
    delay.onWait = [&](std::size_t) { cancel.cancel(); };
    EXPECT_EQ(watch(TrackState::Finalised, cancel).error().code, errors::kCancelled);
}

TEST_F(TransactionSenderTest, AWatchThatOutlivesTheSenderIsCancelled)
{
    delay.onWait = [this](std::size_t) { sender.reset(); };
    auto future = sender->watch(transfer.bytes, kLast, TrackState::Finalised);
    EXPECT_EQ(await(future).error().code, errors::kCancelled);
}

TEST_F(TransactionSenderTest, AHandleOnAClientThatIsGoneAnswersCancelled)
{
    auto original =
        std::make_unique<SolanaRpc>(serverA, clock, net::JsonRpcClient::Endpoint{.url = "https://a.example.org"});
    SolanaRpc handle(*original);
    EXPECT_TRUE(await(handle.blockHeight(Commitment::Finalized)));
    original.reset();
    EXPECT_EQ(await(handle.blockHeight(Commitment::Finalized)).error().code, errors::kCancelled);
}

} // namespace
} // namespace outpost::ledger
