// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/JsonRpcClient.h"

#include "core/net/NetErrors.h"
#include "tests/support/Await.h"
#include "tests/support/FakeClock.h"
#include "tests/support/ScriptedHttpClient.h"

#include <gtest/gtest.h>

namespace outpost::net {
namespace {

using test::await;

ErrorCode refusal(std::string_view body, std::size_t maxBytes = 1 << 20)
{
    auto answer = parseRpcReply(asBytes(body), 7, "h", maxBytes);
    return answer ? ErrorCode{"accepted"} : answer.error().code;
}

TEST(RpcReply, AResultIsAnAnswer)
{
    const auto answer = parseRpcReply(asBytes(R"({"jsonrpc":"2.0","id":7,"result":42})"), 7, "h", 1000);
    ASSERT_TRUE(answer);
    EXPECT_FALSE(answer->fault);
    EXPECT_EQ(answer->result.uint(), 42u);
}

TEST(RpcReply, ANullResultIsAnAnswerToo)
{
    const auto answer = parseRpcReply(asBytes(R"({"jsonrpc":"2.0","id":7,"result":null})"), 7, "h", 1000);
    ASSERT_TRUE(answer);
    EXPECT_TRUE(answer->result.isNull());
}

TEST(RpcReply, AnErrorObjectIsAFault)
{
    const auto answer = parseRpcReply(
        asBytes(R"({"jsonrpc":"2.0","id":7,"error":{"code":-32602,"message":"Invalid params","data":{"a":1}}})"), 7,
        "h", 1000);
    ASSERT_TRUE(answer);
    ASSERT_TRUE(answer->fault);
    EXPECT_EQ(answer->fault->code, -32602);
    EXPECT_EQ(answer->fault->message, "Invalid params");
    EXPECT_EQ(answer->fault->data.uintAt("a"), 1u);
}

TEST(RpcReply, TheTextOfAFaultIsMadePlainAndShort)
{
    const std::string body =
        R"({"jsonrpc":"2.0","id":7,"error":{"code":1,"message":"a\u202Eb\n)" + std::string(5000, 'x') + R"("}})";
    const auto answer = parseRpcReply(asBytes(body), 7, "h", 10000);
    ASSERT_TRUE(answer && answer->fault);
    EXPECT_LT(answer->fault->message.size(), 310u);
    EXPECT_EQ(answer->fault->message.find('\n'), std::string::npos);
}

TEST(RpcReply, AnErrorToARequestThatCouldNotBeReadIsAFault)
{
    const auto answer = parseRpcReply(
        asBytes(R"({"jsonrpc":"2.0","id":null,"error":{"code":-32700,"message":"Parse error"}})"), 7, "h", 1000);
    ASSERT_TRUE(answer);
    EXPECT_TRUE(answer->fault);
}

TEST(RpcReply, AWebPageIsGarbage)
{
    EXPECT_EQ(refusal("<!DOCTYPE html><html><body>Blocked</body></html>"), errors::kNetGarbage);
}

TEST(RpcReply, AnEmptyReplyIsGarbage)
{
    EXPECT_EQ(refusal(""), errors::kNetGarbage);
    EXPECT_EQ(refusal("  \n"), errors::kNetGarbage);
}

TEST(RpcReply, CutOffJsonIsGarbage)
{
    EXPECT_EQ(refusal(R"({"jsonrpc":"2.0","id":7,"resu)"), errors::kNetGarbage);
}

TEST(RpcReply, TextBehindTheDocumentIsGarbage)
{
    EXPECT_EQ(refusal(R"({"jsonrpc":"2.0","id":7,"result":1}x)"), errors::kNetGarbage);
}

TEST(RpcReply, TheIdOfAnotherRequestIsGarbage)
{
    EXPECT_EQ(refusal(R"({"jsonrpc":"2.0","id":8,"result":1})"), errors::kNetGarbage);
    EXPECT_EQ(refusal(R"({"jsonrpc":"2.0","id":"7","result":1})"), errors::kNetGarbage);
    EXPECT_EQ(refusal(R"({"jsonrpc":"2.0","result":1})"), errors::kNetGarbage);
}

TEST(RpcReply, AnotherVersionIsGarbage)
{
    EXPECT_EQ(refusal(R"({"jsonrpc":"1.0","id":7,"result":1})"), errors::kNetGarbage);
    EXPECT_EQ(refusal(R"({"id":7,"result":1})"), errors::kNetGarbage);
}

TEST(RpcReply, AnArrayOrAScalarIsGarbage)
{
    EXPECT_EQ(refusal(R"([{"jsonrpc":"2.0","id":7,"result":1}])"), errors::kNetGarbage);
    EXPECT_EQ(refusal("7"), errors::kNetGarbage);
}

TEST(RpcReply, NeitherResultNorErrorIsGarbage)
{
    EXPECT_EQ(refusal(R"({"jsonrpc":"2.0","id":7})"), errors::kNetGarbage);
}

TEST(RpcReply, AnErrorOfAWrongShapeIsGarbage)
{
    EXPECT_EQ(refusal(R"({"jsonrpc":"2.0","id":7,"error":"no"})"), errors::kNetGarbage);
    EXPECT_EQ(refusal(R"({"jsonrpc":"2.0","id":7,"error":{"code":"x","message":"m"}})"), errors::kNetGarbage);
}

TEST(RpcReply, AReplyBeyondTheCapIsGarbage)
{
    EXPECT_EQ(refusal(R"({"jsonrpc":"2.0","id":7,"result":"aaaaaaaaaaaaaaaaaaaaaaaaaaaa"})", 40), errors::kNetGarbage);
}

TEST(RpcBatchReply, AnswersAreSortedByTheirIds)
{
    const auto answers = parseRpcBatchReply(
        asBytes(R"([{"jsonrpc":"2.0","id":6,"result":"b"},{"jsonrpc":"2.0","id":5,"result":"a"}])"), 5, 2, "h", 1000);
    ASSERT_TRUE(answers);
    EXPECT_EQ(answers->at(0).result.string(), "a");
    EXPECT_EQ(answers->at(1).result.string(), "b");
}

TEST(RpcBatchReply, OneFaultLeavesTheOthersAlone)
{
    const auto answers = parseRpcBatchReply(
        asBytes(R"([{"jsonrpc":"2.0","id":5,"error":{"code":1,"message":"x"}},{"jsonrpc":"2.0","id":6,"result":2}])"),
        5, 2, "h", 1000);
    ASSERT_TRUE(answers);
    EXPECT_TRUE(answers->at(0).fault);
    EXPECT_FALSE(answers->at(1).fault);
}

TEST(RpcBatchReply, AMissingARepeatedOrAForeignAnswerIsGarbage)
{
    for (const char* body : {R"([{"jsonrpc":"2.0","id":5,"result":1}])",
                             R"([{"jsonrpc":"2.0","id":5,"result":1},{"jsonrpc":"2.0","id":5,"result":1}])",
                             R"([{"jsonrpc":"2.0","id":5,"result":1},{"jsonrpc":"2.0","id":4,"result":1}])",
                             R"([{"jsonrpc":"2.0","id":5,"result":1},{"jsonrpc":"2.0","id":7,"result":1}])",
                             R"({"jsonrpc":"2.0","id":5,"result":1})"}) {
        const auto answers = parseRpcBatchReply(asBytes(body), 5, 2, "h", 1000);
        ASSERT_FALSE(answers) << body;
        EXPECT_EQ(answers.error().code, errors::kNetGarbage) << body;
    }
}

TEST(RpcBatchReply, ARefusedBatchIsAnRpcError)
{
    const auto answers = parseRpcBatchReply(
        asBytes(R"({"jsonrpc":"2.0","id":null,"error":{"code":-32600,"message":"no batches"}})"), 5, 2, "h", 1000);
    ASSERT_FALSE(answers);
    EXPECT_EQ(answers.error().code, errors::kNetRpcError);
}

class JsonRpcClientTest : public testing::Test {
protected:
    test::FakeClock clock;
    test::ScriptedHttpClient http;
    JsonRpcClient rpc{http, clock, {.url = "https://rpc.example.org/?key=secret", .headers = {{"X-Key", "k"}}}};

    Result<std::uint64_t> ask()
    {
        return await(rpc.call<std::uint64_t>("getNumber", "[1]", [](const codec::Json& r) { return r.uint(); }));
    }
};

TEST_F(JsonRpcClientTest, PostsTheCallAndReadsTheResult)
{
    http.reply(200, R"({"jsonrpc":"2.0","id":1,"result":9})");
    EXPECT_EQ(ask(), 9u);
    EXPECT_EQ(http.bodyOf(0), R"({"jsonrpc":"2.0","id":1,"method":"getNumber","params":[1]})");
    EXPECT_EQ(http.requests.at(0).method, HttpRequest::Method::Post);
    EXPECT_EQ(http.requests.at(0).headers.at(0), (std::pair<std::string, std::string>{"X-Key", "k"}));
}

TEST_F(JsonRpcClientTest, EachCallHasItsOwnId)
{
    http.reply(200, R"({"jsonrpc":"2.0","id":1,"result":9})").reply(200, R"({"jsonrpc":"2.0","id":1,"result":9})");
    EXPECT_TRUE(ask());
    EXPECT_EQ(ask().error().code, errors::kNetGarbage);
}

TEST_F(JsonRpcClientTest, AFaultNamesHostCodeAndMessage)
{
    http.reply(200, R"({"jsonrpc":"2.0","id":1,"error":{"code":-32005,"message":"behind"}})");
    const auto answer = ask();
    EXPECT_EQ(answer.error().code, errors::kNetRpcError);
    EXPECT_EQ(answer.error().args, (std::vector<std::string>{"rpc.example.org", "-32005", "behind"}));
}

TEST_F(JsonRpcClientTest, AResultOfAWrongTypeIsGarbageWithItsCause)
{
    http.reply(200, R"({"jsonrpc":"2.0","id":1,"result":"nine"})");
    const auto answer = ask();
    EXPECT_EQ(answer.error().code, errors::kNetGarbage);
    ASSERT_TRUE(answer.error().cause);
    EXPECT_EQ(answer.error().args, (std::vector<std::string>{"rpc.example.org"}));
}

TEST_F(JsonRpcClientTest, NoErrorRepeatsTheQueryOfTheUrl)
{
    http.reply(500, "x").reply(200, "<html>").reply(429, "");
    for (int i = 0; i < 3; ++i)
        EXPECT_EQ(ask().error().detail.find("secret"), std::string::npos);
}

TEST_F(JsonRpcClientTest, AStatusIsAnErrorUnlessTheBodyExplainsIt)
{
    http.reply(500, "oops");
    EXPECT_EQ(ask().error().code, errors::kNetStatus5xx);
    http.reply(400, R"({"jsonrpc":"2.0","id":2,"error":{"code":-32602,"message":"bad"}})");
    EXPECT_EQ(ask().error().code, errors::kNetRpcError);
    http.reply(429, R"({"jsonrpc":"2.0","id":3,"error":{"code":429,"message":"slow down"}})", {{"retry-after", "2"}});
    EXPECT_EQ(ask().error().code, errors::kNetRateLimited);
}

TEST_F(JsonRpcClientTest, ALongReplyIsReadOnThePool)
{
    http.reply(200, R"({"jsonrpc":"2.0","id":1,"result":")" + std::string(200'000, 'a') + R"("})");
    const auto thread = QThread::currentThread();
    const auto elsewhere = await(rpc.call<bool>("big", "[]", [thread](const codec::Json& r) -> Result<bool> {
        return r.string(300'000).has_value() && QThread::currentThread() != thread;
    }));
    EXPECT_EQ(elsewhere, true);
}

TEST_F(JsonRpcClientTest, ABatchIsOneRequest)
{
    http.reply(200, R"([{"jsonrpc":"2.0","id":1,"result":1},{"jsonrpc":"2.0","id":2,"result":2}])");
    const auto answers = await(rpc.batch({{"a", "[]"}, {"b", "[1]"}}));
    ASSERT_TRUE(answers);
    EXPECT_EQ(answers->size(), 2u);
    EXPECT_EQ(http.bodyOf(0), R"([{"jsonrpc":"2.0","id":1,"method":"a","params":[]},)"
                              R"({"jsonrpc":"2.0","id":2,"method":"b","params":[1]}])");
}

TEST_F(JsonRpcClientTest, ACallOutlivesItsClient)
{
    http.reply(200, R"({"jsonrpc":"2.0","id":1,"result":5})");
    auto shortLived =
        std::make_unique<JsonRpcClient>(http, clock, JsonRpcClient::Endpoint{.url = "https://a.example.org"});
    auto future = shortLived->call<std::uint64_t>("x", "[]", [](const codec::Json& r) { return r.uint(); });
    shortLived.reset();
    EXPECT_EQ(await(future), 5u);
}

} // namespace
} // namespace outpost::net
