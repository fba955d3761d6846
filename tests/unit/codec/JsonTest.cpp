// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/codec/Json.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace outpost::codec {
namespace {

TEST(Json, ReadsMembersByKind)
{
    const auto doc = parseJson(R"({"s":"text","n":42,"b":true,"z":null,"a":[1,2],"o":{"x":-7}})");
    ASSERT_TRUE(doc);
    EXPECT_EQ(*doc->stringAt("s"), "text");
    EXPECT_EQ(*doc->uintAt("n"), 42u);
    EXPECT_EQ(*doc->booleanAt("b"), true);
    EXPECT_TRUE((*doc)["z"].isNull());
    EXPECT_EQ((*doc)["a"].items().size(), 2u);
    EXPECT_EQ(*(*doc)["o"].integerAt("x"), -7);
}

TEST(Json, ValueOutlivesItsDocument)
{
    Json inner;
    {
        const auto doc = parseJson(R"({"a":{"b":"kept"}})");
        inner = (*doc)["a"];
    }
    EXPECT_EQ(*inner.stringAt("b"), "kept");
}

TEST(Json, AmountBeyond64BitsKeepsItsDigits)
{
    const auto doc = parseJson(R"({"n":123456789012345678901234567890,"s":"123456789012345678901234567890"})");
    EXPECT_EQ(doc->intTextAt("n")->toString(), "123456789012345678901234567890");
    EXPECT_EQ(doc->intTextAt("s")->toString(), "123456789012345678901234567890");
}

TEST(Json, DecimalNumberKeepsItsSpelling)
{
    EXPECT_EQ(*parseJson(R"({"usdPrice":2.0987654321098765432})")->numberTextAt("usdPrice"), "2.0987654321098765432");
}

TEST(Json, MissingMemberIsNamed)
{
    const auto doc = parseJson(R"({"a":1})");
    const auto missing = doc->stringAt("owner");
    ASSERT_FALSE(missing);
    EXPECT_TRUE(missing.error().is(errors::kCodecShape));
    EXPECT_EQ(missing.error().args, std::vector<std::string>{"owner"});
}

TEST(Json, MemberOfAnotherKindIsRefused)
{
    const auto doc = parseJson(R"({"a":"1","f":1.5,"n":-1,"big":18446744073709551616})");
    EXPECT_FALSE(doc->uintAt("a"));
    EXPECT_FALSE(doc->uintAt("f"));
    EXPECT_FALSE(doc->uintAt("n"));
    EXPECT_FALSE(doc->uintAt("big"));
    EXPECT_FALSE(doc->stringAt("f"));
    EXPECT_FALSE(doc->intTextAt("f"));
    EXPECT_FALSE(doc->objectAt("a"));
    EXPECT_FALSE(doc->arrayAt("a"));
}

TEST(Json, HtmlIsNotJson)
{
    EXPECT_TRUE(parseJson("<html><body>502</body></html>").error().is(errors::kCodecNotJson));
}

TEST(Json, TrailingTextIsRefused)
{
    EXPECT_FALSE(parseJson("{} {}"));
}

TEST(Json, EmptyInputIsRefused)
{
    EXPECT_FALSE(parseJson(""));
}

TEST(Json, IllFormedUtf8IsRefused)
{
    EXPECT_FALSE(parseJson("\"\xFF\""));
}

TEST(Json, RepeatedMemberIsRefused)
{
    EXPECT_FALSE(parseJson(R"({"amount":1,"amount":2})"));
    EXPECT_TRUE(parseJson(R"([{"amount":1},{"amount":2}])"));
}

TEST(Json, DocumentLongerThanAllowedIsRefusedUnread)
{
    EXPECT_TRUE(parseJson(std::string(101, ' '), 100).error().is(errors::kCodecTooLong));
}

TEST(Json, DeepNestingIsRefused)
{
    const std::string deep = std::string(100'000, '[') + std::string(100'000, ']');
    EXPECT_TRUE(parseJson(deep).error().is(errors::kCodecTooLong));
    EXPECT_TRUE(parseJson(std::string(64, '[') + std::string(64, ']')));
    EXPECT_FALSE(parseJson(std::string(65, '[') + std::string(65, ']')));
}

TEST(Json, TooManyValuesAreRefused)
{
    const JsonLimits limits{.maxValues = 3};
    EXPECT_TRUE(parseJson(asBytes("[1,2]"), limits));
    EXPECT_TRUE(parseJson(asBytes("[1,2,3]"), limits).error().is(errors::kCodecTooLong));
}

TEST(Json, TextLongerThanAllowedIsRefused)
{
    EXPECT_FALSE(parseJson(R"({"s":"12345"})")->stringAt("s", 4));
}

TEST(JsonObject, KeepsOrderAndEscapes)
{
    const std::string text =
        JsonObject().add("z", "a\"\n\xC3\xA9").add("a", 5).add("l", JsonArray().add("x").add(true)).addNull("n").text();
    EXPECT_EQ(text, "{\"z\":\"a\\\"\\n\xC3\xA9\",\"a\":5,\"l\":[\"x\",true],\"n\":null}");
}

TEST(JsonObject, IllFormedTextBecomesAReplacementMark)
{
    EXPECT_EQ(JsonObject().add("s", "\xFF").text(), "{\"s\":\"\xEF\xBF\xBD\"}");
}

TEST(Json, WritesWhatItRead)
{
    const std::string text = R"({"a":[1,2.50,null,true,"x"],"b":{}})";
    EXPECT_EQ(parseJson(text)->toText(), text);
}

RC_GTEST_PROP(JsonProperty, NoiseNeverEscapes, (const Bytes& noise))
{
    if (const auto doc = parseJson(noise))
        RC_ASSERT(parseJson(doc->toText()).has_value());
}

} // namespace
} // namespace outpost::codec
