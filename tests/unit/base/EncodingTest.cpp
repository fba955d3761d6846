// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Encoding.h"

#include "tests/support/Vectors.h"

#include <rapidcheck/gtest.h>

namespace outpost {
namespace {

Bytes bytesOf(std::string_view text)
{
    return toBytes(asBytes(text));
}

TEST(Hex, ReadsEitherCaseAndWritesLower)
{
    EXPECT_EQ(*fromHex("00aBfF"), (Bytes{0x00, 0xAB, 0xFF}));
    EXPECT_EQ(toHex(Bytes{0x00, 0xAB, 0xFF}), "00abff");
    EXPECT_EQ(*fromHex(""), Bytes());
    EXPECT_EQ(toHex({}), "");
}

TEST(Hex, RefusesOddPrefixedSpacedAndForeign)
{
    for (const std::string_view bad : {"0", "0x00", "0g", " 00", "00 ", "0 0", "\xC3\xA9"})
        EXPECT_EQ(fromHex(bad).error().code, errors::kMalformed) << bad;
    EXPECT_EQ(fromHex(std::string_view("00\0", 3)).error().code, errors::kMalformed);
}

TEST(Hex, LooksAtTheLengthFirst)
{
    EXPECT_EQ(fromHex("zzzz", 1).error().code, errors::kTooLong);
    EXPECT_TRUE(fromHex("0000", 2));
}

TEST(Base64, AgreesWithRfc4648)
{
    const std::pair<std::string_view, std::string_view> cases[] = {{"", ""},
                                                                   {"f", "Zg=="},
                                                                   {"fo", "Zm8="},
                                                                   {"foo", "Zm9v"},
                                                                   {"foob", "Zm9vYg=="},
                                                                   {"fooba", "Zm9vYmE="},
                                                                   {"foobar", "Zm9vYmFy"}};
    for (const auto& [plain, encoded] : cases) {
        EXPECT_EQ(toBase64(asBytes(plain)), encoded);
        EXPECT_EQ(*fromBase64(encoded), bytesOf(plain));
    }
}

TEST(Base64, RefusesWhatIsNotCanonical)
{
    for (const std::string_view bad :
         {"Zg", "Zg=", "Zg===", "Z===", "====", "Zm9v=", "Zm 9v", "Zm9v\n", "Zm-_", "Zh=="})
        EXPECT_EQ(fromBase64(bad).error().code, errors::kMalformed) << bad;
}

TEST(Base64, NoByteOutsideTheAlphabetIsTakenForALetter)
{
    int accepted = 0;
    for (int c = 0; c < 256; ++c) {
        const std::string text = std::string("aaa") + static_cast<char>(c);
        if (const auto bytes = fromBase64(text)) {
            EXPECT_EQ(toBase64(*bytes), text) << c;
            ++accepted;
        }
    }
    EXPECT_EQ(accepted, 64);
}

TEST(Hex, NoByteOutsideTheDigitsIsTakenForOne)
{
    int accepted = 0;
    for (int c = 0; c < 256; ++c)
        accepted += fromHex(std::string("a") + static_cast<char>(c)) ? 1 : 0;
    EXPECT_EQ(accepted, 22);
}

TEST(Base64, LooksAtTheLengthFirst)
{
    EXPECT_EQ(fromBase64("AAAAAAAAAAAA", 4).error().code, errors::kTooLong);
    EXPECT_EQ(fromBase64("AAAAAA==", 3).error().code, errors::kTooLong);
    EXPECT_TRUE(fromBase64("AAAAAA==", 4));
}

TEST(Base58, AgreesWithPublishedVectors)
{
    int count = 0;
    const codec::Json file = test::vectors("base58.json");
    for (const codec::Json& one : file["cases"].items()) {
        const Bytes bytes = test::hexAt(one, "bytes");
        const std::string text = *one.stringAt("text");
        EXPECT_EQ(toBase58(bytes), text);
        EXPECT_EQ(*fromBase58(text), bytes);
        ++count;
    }
    EXPECT_EQ(count, 37);
    for (const codec::Json& bad : file["bad"].items())
        EXPECT_FALSE(fromBase58(*bad.string())) << *bad.string();
}

TEST(Base58, LooksAtTheLengthFirst)
{
    EXPECT_EQ(fromBase58(std::string(10'000'000, '0')).error().code, errors::kTooLong);
    EXPECT_EQ(fromBase58(std::string(33, '1'), 32).error().code, errors::kTooLong);
    EXPECT_TRUE(fromBase58(std::string(32, '1'), 32));
}

TEST(Base58Check, RefusesAnyChangedCharacter)
{
    const std::string text = toBase58Check(Bytes{0, 1, 2, 3, 4});
    ASSERT_TRUE(fromBase58Check(text));
    for (std::size_t i = 0; i < text.size(); ++i) {
        std::string changed = text;
        changed[i] = changed[i] == 'z' ? 'y' : 'z';
        EXPECT_FALSE(fromBase58Check(changed)) << i;
    }
    EXPECT_EQ(fromBase58Check("").error().code, errors::kMalformed);
    EXPECT_EQ(fromBase58Check("111").error().code, errors::kMalformed);
}

RC_GTEST_PROP(Encoding, EachSpellingReadsBack, (const Bytes& bytes))
{
    RC_PRE(bytes.size() <= 200);
    RC_ASSERT(*fromHex(toHex(bytes)) == bytes);
    RC_ASSERT(*fromBase64(toBase64(bytes)) == bytes);
    RC_ASSERT(*fromBase58(toBase58(bytes)) == bytes);
    RC_ASSERT(*fromBase58Check(toBase58Check(bytes)) == bytes);
}

RC_GTEST_PROP(Encoding, AcceptedTextIsTheOnlySpelling, (const std::string& text))
{
    if (const auto bytes = fromBase64(text))
        RC_ASSERT(toBase64(*bytes) == text);
    if (const auto bytes = fromBase58(text))
        RC_ASSERT(toBase58(*bytes) == text);
}

TEST(Hash, AgreesWithPublishedValues)
{
    EXPECT_EQ(toHex(sha256({})), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    EXPECT_EQ(toHex(sha256(asBytes("abc"))), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    EXPECT_EQ(toHex(sha512(asBytes("abc"))).substr(0, 32), "ddaf35a193617abacc417349ae204131");
}

TEST(Utf8, AcceptsWellFormedText)
{
    for (const std::string_view good :
         {"", "abc", "\xC2\x80", "\xDF\xBF", "\xE0\xA0\x80", "\xED\x9F\xBF", "\xEE\x80\x80", "\xF0\x90\x80\x80",
          "\xF4\x8F\xBF\xBF", "Z\xC3\xBCrich \xE6\xBC\xA2"})
        EXPECT_TRUE(isUtf8(good)) << good;
}

TEST(Utf8, RefusesOverlongSurrogatesAndCuts)
{
    for (const std::string_view bad :
         {"\x80", "\xC0\x80", "\xC1\xBF", "\xE0\x9F\xBF", "\xED\xA0\x80", "\xED\xBF\xBF", "\xF0\x8F\xBF\xBF",
          "\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "\xFF", "\xC3", "\xE2\x82", "\xF0\x9F\x98", "\xC3(", "a\xE2(\xA1"})
        EXPECT_FALSE(isUtf8(bad));
}

TEST(PlainText, KeepsOrdinaryTextOfAnyScript)
{
    for (const std::string_view text : {"Wetterstation Nr. 7", "Z\xC3\xBCrich", "\xD8\xB9\xD8\xB1", "<b>&amp;</b>"})
        EXPECT_EQ(plainText(text), text);
}

TEST(PlainText, MakesOneLine)
{
    EXPECT_EQ(plainText("a\nb\tc\r\nd"), "a b c  d");
}

TEST(PlainText, DropsControlsAndDirectionTricks)
{
    EXPECT_EQ(plainText("a\x1B[31mb\x07"), "a[31mb");
    EXPECT_EQ(plainText("pay \xE2\x80\xAE"
                        "em\xE2\x80\xAC now"),
              "pay em now"); // right-to-left override
    EXPECT_EQ(plainText("a\xE2\x80\x8B"
                        "b\xEF\xBB\xBF"
                        "c\xC2\xAD"),
              "abc");                                     // zero width, BOM, soft hyphen
    EXPECT_EQ(plainText("\xC2\x85x\xE2\x80\xA8y"), "xy"); // C1 control, line separator
    EXPECT_EQ(plainText("\xF3\xA0\x81\x81tag"), "tag");   // invisible tag character
}

TEST(PlainText, BrokenBytesBecomeReplacementCharacters)
{
    EXPECT_EQ(plainText("a\xFFz\xC3"), "a\xEF\xBF\xBDz\xEF\xBF\xBD");
}

TEST(PlainText, CutsByCodePointsWithAMark)
{
    EXPECT_EQ(plainText("abcdef", 3), "abc\xE2\x80\xA6");
    EXPECT_EQ(plainText("abc", 3), "abc");
    EXPECT_EQ(plainText("\xC3\xA4\xC3\xB6\xC3\xBC\xC3\x9F", 2), "\xC3\xA4\xC3\xB6\xE2\x80\xA6");
}

RC_GTEST_PROP(PlainText, WhateverComesInTheResultIsShowable, (const std::string& text))
{
    const std::string shown = plainText(text, 40);
    RC_ASSERT(isUtf8(shown));
    RC_ASSERT(shown.size() <= 41 * 4);
    RC_ASSERT(plainText(shown, 41) == shown);
    RC_ASSERT(shown.find('\n') == std::string::npos);
}

} // namespace
} // namespace outpost
