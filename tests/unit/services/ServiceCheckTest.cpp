// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/ServiceCheck.h"

#include "core/codec/Json.h"
#include "core/net/NetErrors.h"
#include "tests/support/Await.h"
#include "tests/support/FakeClock.h"
#include "tests/support/ScriptedHttpClient.h"

#include <gtest/gtest.h>

namespace outpost::test {
namespace {

using networks::ServiceProbe;
using services::compareFields;
using services::FieldDifference;
using services::ServiceOutcome;
using State = ServiceOutcome::State;

using Differences = std::vector<FieldDifference>;

Differences compare(std::string_view reply, std::string_view fields)
{
    return compareFields(codec::parseJson(reply).value(), fields);
}

ServiceProbe probe(std::string fields = "name string")
{
    return {.id = "thing",
            .purpose = "purpose.prices",
            .url = "https://host.example/thing",
            .body = {},
            .answers = {{200, std::move(fields)}, {404, {}}}};
}

ServiceOutcome judged(int status, std::string_view body, std::string fields = "name string")
{
    return services::judge(probe(std::move(fields)), ScriptedHttpClient::response(status, body));
}

TEST(CompareFields, WhatIsAsDescribedHasNoDifference)
{
    EXPECT_EQ(
        compare(R"({"a":{"b":1},"c":[{"d":"x"},{"d":"y","e":null}],"f":1.5,"g":{"k":"1","l":"2"}})",
                "a.b integer\na.b number\nc list\nc[].d string\nc[].e? null|string\nf number\ng{} string\nh? list"),
        Differences());
}

TEST(CompareFields, AMissingFieldIsToldByItsPath)
{
    EXPECT_EQ(compare(R"({"a":{}})", "a.b integer\na object"), (Differences{{"a.b", "integer", "missing"}}));
}

TEST(CompareFields, AnotherTypeIsTold)
{
    EXPECT_EQ(compare(R"({"a":"1","b":1.5,"c":null})", "a integer\nb integer\nc string|list"),
              (Differences{{"a", "integer", "string"}, {"b", "integer", "number"}, {"c", "string|list", "null"}}));
}

TEST(CompareFields, OneElementOfAListThatDiffersIsTold)
{
    EXPECT_EQ(compare(R"({"items":[{"id":"a"},{"id":7}]})", "items[].id string"),
              (Differences{{"items[].id", "string", "integer"}}));
    EXPECT_EQ(compare(R"({"items":[]})", "items[].id string"), Differences());
    EXPECT_EQ(compare(R"({"items":{"id":"a"}})", "items[].id string"),
              (Differences{{"items[].id", "string", "object"}}));
}

TEST(CompareFields, AValueOfAnObjectWhoseNamesNobodyKnowsIsTold)
{
    EXPECT_EQ(compare(R"({"k1":{"usd":1},"k2":{"usd":"1"}})", "{}.usd number"),
              (Differences{{"{}.usd", "number", "string"}}));
    EXPECT_EQ(compare("[]", "{}.usd number"), (Differences{{"{}.usd", "number", "list"}}));
}

TEST(CompareFields, AFieldThatMayBeMissingMustHaveItsTypeWhereItIs)
{
    EXPECT_EQ(compare(R"({"a":1})", "a? string\nb? string\nc[].d? string"), (Differences{{"a?", "string", "integer"}}));
}

TEST(ServiceCheck, AnAnswerAsExpectedIsGood)
{
    EXPECT_EQ(judged(200, R"({"name":"x"})").state, State::Good);
    EXPECT_EQ(judged(404, "not here").state, State::Good);
    EXPECT_EQ(judged(200, R"({"name":"x"})").host, "host.example");
}

TEST(ServiceCheck, NonsenseDiffers)
{
    const auto outcome = judged(200, "<html>Sign in</html>");
    EXPECT_EQ(outcome.state, State::Differs);
    EXPECT_EQ(outcome.differences, (Differences{{"", "JSON", "something else"}}));
}

TEST(ServiceCheck, AnotherFieldDiffersAndIsNamed)
{
    EXPECT_EQ(judged(200, R"({"title":"x"})").differences, (Differences{{"name", "string", "missing"}}));
}

TEST(ServiceCheck, AStatusThatNobodyExpectsDiffersWithTheServicesOwnWords)
{
    const auto outcome = judged(403, R"({"errorMessage":"Who are you?\u202e"})");
    EXPECT_EQ(outcome.state, State::Differs);
    EXPECT_EQ(outcome.differences, (Differences{{"status", "200|404", "403"}}));
    EXPECT_TRUE(outcome.said.starts_with("Who are you?"));
    EXPECT_EQ(outcome.said.find("\u202e"), std::string::npos);
}

TEST(ServiceCheck, AServiceThatIsDownOrBusyIsUnreachable)
{
    for (const int status : {429, 500, 503})
        EXPECT_EQ(judged(status, "").state, State::Unreachable) << status;
}

TEST(ServiceCheck, NoAnswerIsUnreachableAndItsReasonIsKept)
{
    const auto outcome = services::judge(probe(), fail(errors::kNetUnreachable, "connection refused"));
    EXPECT_EQ(outcome.state, State::Unreachable);
    EXPECT_EQ(outcome.status, 0);
    EXPECT_TRUE(outcome.said.contains("connection refused"));
}

TEST(ServiceCheck, AFaultOfANodeIsADifferenceThatKeepsItsWords)
{
    const auto outcome = judged(200, R"({"jsonrpc":"2.0","id":1,"error":{"code":-32601,"message":"Method not found"}})",
                                "jsonrpc string\nresult integer");
    EXPECT_EQ(outcome.differences, (Differences{{"result", "integer", "missing"}}));
    EXPECT_EQ(outcome.said, "Method not found");
}

TEST(ServiceCheck, EachIsAskedOnceAndToldAsItComes)
{
    ScriptedHttpClient http;
    FakeClock clock;
    http.reply(200, R"({"name":"x"})").failWith(Error(errors::kNetUnreachable)).reply(200, "{}");
    std::vector<State> told;
    const auto outcomes = await(services::checkServices(http, clock, {probe(), probe(), probe()},
                                                        [&](const ServiceOutcome& one) { told.push_back(one.state); }));
    ASSERT_TRUE(outcomes);
    EXPECT_EQ(told, (std::vector{State::Good, State::Unreachable, State::Differs}));
    EXPECT_EQ(outcomes->size(), 3u);
    EXPECT_EQ(http.requests.size(), 3u);
}

TEST(ServiceCheck, AProbeWithABodySendsItAndOneWithoutOnlyReads)
{
    ScriptedHttpClient http;
    FakeClock clock;
    http.reply(200, "{}").reply(200, "{}");
    ServiceProbe sends = probe();
    sends.body = R"({"a":1})";
    ASSERT_TRUE(await(services::checkServices(http, clock, {probe(), sends}, {})));
    EXPECT_EQ(http.requests[0].method, HttpRequest::Method::Get);
    EXPECT_EQ(http.requests[1].method, HttpRequest::Method::Post);
    EXPECT_EQ(http.bodyOf(1), R"({"a":1})");
}

TEST(ServiceCheck, ANodeIsNeverSentATransaction)
{
    const auto probes = services::nodeProbes("https://node.example/", "purpose.chain");
    EXPECT_GE(probes.size(), 10u);
    for (const ServiceProbe& one : probes) {
        const auto body = codec::parseJson(one.body);
        ASSERT_TRUE(body) << one.id;
        EXPECT_NE((*body)["method"].string().value_or(""), "sendTransaction");
        EXPECT_FALSE(one.answers.front().fields.empty());
    }
}

TEST(ServiceCheck, AssetsWithAFixedPriceAreAskedOfNobody)
{
    const auto probes = services::priceProbes(
        "https://one.example/price", "https://two.example/price",
        {{AssetId("a"), "first", "mint", std::nullopt}, {AssetId("b"), "fixed", "fixed", Int128(1)}});
    ASSERT_EQ(probes.size(), 2u);
    for (const ServiceProbe& one : probes)
        EXPECT_EQ(one.url.find("fixed"), std::string::npos);
    EXPECT_TRUE(services::priceProbes("", "", {{AssetId("a"), "first", "mint", std::nullopt}}).empty());
}

} // namespace
} // namespace outpost::test
