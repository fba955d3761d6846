// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wallet/Mnemonic.h"

#include "core/wallet/WordList.h"
#include "tests/support/FakeRng.h"
#include "tests/support/Vectors.h"

#include <rapidcheck/gtest.h>

#include <algorithm>
#include <set>

namespace outpost::wallet {
namespace {

constexpr std::string_view kTwelve =
    "abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon about";
/// Twelve words whose checksum bits are all zero, as some early wallets made them.
constexpr std::string_view kZeroChecksum = "catch poet clog intact scare jacket throw palm illegal buyer allow figure";

std::string sentenceOf(const Mnemonic& words)
{
    return std::string(asText(words.sentence().span()));
}
ErrorCode codeOf(std::string_view text)
{
    const auto words = Mnemonic::parse(asBytes(text));
    return words ? ErrorCode{} : words.error().code;
}

TEST(WordList, IsThePublishedOne)
{
    std::string all;
    for (const std::string_view word : englishWords())
        all += std::string(word) + '\n';
    EXPECT_EQ(toHex(sha256(asBytes(all))), "2f5eed53a4727b4bf8880d8f3f199efc90e58503646d9ff8eff3a2ed3b24dbda");
}

TEST(WordList, FourLettersNameOneWord)
{
    std::set<std::string_view> prefixes;
    for (const std::string_view word : englishWords()) {
        EXPECT_TRUE(prefixes.insert(word.substr(0, 4)).second) << word;
        EXPECT_EQ(englishWords()[*findWord(word.substr(0, std::max<std::size_t>(4, word.size() - 1)))], word);
    }
}

TEST(WordList, ShortWordIsFoundAlthoughOthersBeginWithIt)
{
    ASSERT_TRUE(findWord("act"));
    EXPECT_EQ(englishWords()[*findWord("act")], "act");
    EXPECT_FALSE(findWord("acti"
                          "x"));
    EXPECT_FALSE(findWord("abc"));
    EXPECT_FALSE(findWord(""));
}

TEST(WordList, CompletionsAreInOrderAndCapped)
{
    EXPECT_EQ(completions("aban"), std::vector<std::string_view>{"abandon"});
    EXPECT_EQ(completions("a", 3), (std::vector<std::string_view>{"abandon", "ability", "able"}));
    EXPECT_TRUE(completions("").empty());
    EXPECT_TRUE(completions("zzz").empty());
}

TEST(Mnemonic, AgreesWithPublishedEnglishVectors)
{
    int count = 0;
    for (const codec::Json& one : test::vectors("bip39.json")["cases"].items()) {
        if (*one.stringAt("language") != "english")
            continue;
        const auto words = Mnemonic::fromEntropy(test::hexAt(one, "entropy"));
        ASSERT_TRUE(words);
        EXPECT_EQ(sentenceOf(*words), *one.stringAt("words"));
        const std::string passphrase = *one.stringAt("passphrase");
        EXPECT_EQ(toHex(words->seed(asBytes(passphrase))->span()), *one.stringAt("seed"));
        const std::string text = *one.stringAt("words");
        const auto parsed = Mnemonic::parse(asBytes(text));
        ASSERT_TRUE(parsed) << text;
        EXPECT_TRUE(parsed->entropy().equals(test::hexAt(one, "entropy")));
        ++count;
    }
    EXPECT_EQ(count, 24);
}

TEST(Mnemonic, SeedsOfJapaneseVectorsNeedNormalisation)
{
    int count = 0;
    for (const codec::Json& one : test::vectors("bip39_japanese.json")["cases"].items()) {
        const std::string words = *one.stringAt("words");
        const std::string passphrase = *one.stringAt("passphrase");
        const auto seed = seedFromSentence(asBytes(words), asBytes(passphrase));
        ASSERT_TRUE(seed);
        EXPECT_EQ(toHex(seed->span()), *one.stringAt("seed"));
        ++count;
    }
    EXPECT_EQ(count, 24);
}

RC_GTEST_PROP(Mnemonic, WordsAndEntropyAreTwoSpellings, ())
{
    const auto size = *rc::gen::element<std::size_t>(16, 20, 24, 28, 32);
    const auto entropy = *rc::gen::container<Bytes>(size, rc::gen::arbitrary<std::uint8_t>());
    const auto words = Mnemonic::fromEntropy(entropy);
    RC_ASSERT(words.has_value());
    const auto again = Mnemonic::parse(words->sentence().span());
    RC_ASSERT(again.has_value());
    RC_ASSERT(again->entropy().equals(entropy));
    RC_ASSERT(again->checksum() == WordsChecksum::Standard);
}

TEST(Mnemonic, GeneratesTwelveOrTwentyFourWordsFromTheGivenRandomness)
{
    test::FakeRng rng;
    EXPECT_EQ(Mnemonic::generate(rng, 12)->wordCount(), 12);
    EXPECT_EQ(Mnemonic::generate(rng, 24)->wordCount(), 24);
    EXPECT_FALSE(Mnemonic::generate(rng, 24)->entropy().equals(Mnemonic::generate(rng, 24)->entropy().span()));
    EXPECT_EQ(Mnemonic::generate(rng, 15).error().code, errors::kWordCount);
}

TEST(Mnemonic, AcceptsAnyCaseAnySpaceAndShortenedWords)
{
    const auto words = Mnemonic::parse(
        asBytes("  ABANDON aban\tabandon\nabandon abando abandon abandon abandon abandon abandon abandon About\r\n"));
    ASSERT_TRUE(words);
    EXPECT_EQ(sentenceOf(*words), kTwelve);
}

TEST(Mnemonic, AcceptsFullWidthLetters)
{
    const std::string text = "\xEF\xBD\x81" + std::string(kTwelve.substr(1)); // U+FF41 for the first letter
    EXPECT_TRUE(Mnemonic::parse(asBytes(text)));
}

TEST(Mnemonic, RefusesOtherNumbersOfWords)
{
    EXPECT_EQ(codeOf(""), errors::kWordCount);
    EXPECT_EQ(codeOf(" \n"), errors::kWordCount);
    EXPECT_EQ(codeOf("abandon abandon abandon"), errors::kWordCount);
    EXPECT_EQ(codeOf(std::string(kTwelve) + " about"), errors::kWordCount);
    std::string many;
    for (int i = 0; i < 27; ++i)
        many += "abandon ";
    EXPECT_EQ(codeOf(many), errors::kWordCount);
    EXPECT_EQ(codeOf(std::string(3000, 'a')), errors::kWordCount);
}

TEST(Mnemonic, NamesThePositionOfAnUnknownWord)
{
    std::string text(kTwelve);
    text.replace(8, 7, "abandun");
    const auto words = Mnemonic::parse(asBytes(text));
    ASSERT_FALSE(words);
    EXPECT_EQ(words.error().code, errors::kWordUnknown);
    EXPECT_EQ(words.error().args, std::vector<std::string>{"2"});
}

TEST(Mnemonic, AsksForMoreLettersWhenThreeFitSeveralWords)
{
    std::string text(kTwelve);
    text.replace(0, 7, "aba");
    EXPECT_EQ(codeOf(text), errors::kWordAmbiguous);
}

TEST(Mnemonic, RefusesBytesThatAreNotText)
{
    std::string text(kTwelve);
    text[3] = '\xFF';
    EXPECT_EQ(codeOf(text), errors::kWordUnknown);
}

TEST(Mnemonic, WrongChecksumPointsAtLookAlikes)
{
    // "grin" stands where "grid" should: one letter.
    const auto right =
        Mnemonic::parse(asBytes("ritual ice harbor gas modify seed control solve burden people stay million"));
    ASSERT_TRUE(right);
    const auto wrong =
        Mnemonic::parse(asBytes("ritual ice harbor gas modify seek control solve burden people stay million"));
    ASSERT_FALSE(wrong);
    EXPECT_EQ(wrong.error().code, errors::kWordsChecksum);
    ASSERT_EQ(wrong.error().args.size(), 1u);
    EXPECT_NE((", " + wrong.error().args[0] + ",").find(", 6,"), std::string::npos) << wrong.error().args[0];
}

TEST(Mnemonic, ExchangedNeighboursArePointedAt)
{
    const auto wrong =
        Mnemonic::parse(asBytes("ice ritual harbor gas modify seed control solve burden people stay million"));
    ASSERT_FALSE(wrong);
    EXPECT_EQ(wrong.error().code, errors::kWordsChecksum);
    EXPECT_EQ(wrong.error().args[0].substr(0, 1), "1");
}

TEST(Mnemonic, ErrorsNeverRepeatAWord)
{
    std::string text(kTwelve);
    text.replace(8, 7, "secretx");
    const auto words = Mnemonic::parse(asBytes(text));
    ASSERT_FALSE(words);
    EXPECT_EQ(words.error().detail.find("secretx"), std::string::npos);
    for (const std::string& arg : words.error().args)
        EXPECT_TRUE(std::all_of(arg.begin(), arg.end(), [](char c) { return c >= '0' && c <= '9'; })) << arg;
}

TEST(Mnemonic, ZeroChecksumIsAcceptedAndFlagged)
{
    const auto words = Mnemonic::parse(asBytes(kZeroChecksum));
    ASSERT_TRUE(words);
    EXPECT_EQ(words->checksum(), WordsChecksum::Zero);
    EXPECT_EQ(sentenceOf(*words), kZeroChecksum);
    const auto standard =
        Mnemonic::parse(asBytes("catch poet clog intact scare jacket throw palm illegal buyer allow firm"));
    ASSERT_TRUE(standard);
    EXPECT_EQ(standard->checksum(), WordsChecksum::Standard);
    EXPECT_TRUE(standard->entropy().equals(words->entropy().span()));
}

TEST(Mnemonic, ZeroChecksumOfTwentyFourWordsIsRefused)
{
    EXPECT_EQ(Mnemonic::fromEntropy(Bytes(32, 1), WordsChecksum::Zero).error().code, errors::kWordCount);
    EXPECT_EQ(Mnemonic::fromEntropy(Bytes(16, 1), static_cast<WordsChecksum>(7)).error().code, errors::kWordCount);
}

TEST(Mnemonic, EntropyOfOddLengthHasNoWords)
{
    for (const std::size_t size : {0u, 1u, 15u, 17u, 31u, 33u, 64u})
        EXPECT_EQ(Mnemonic::fromEntropy(Bytes(size, 1)).error().code, errors::kWordCount) << size;
}

} // namespace
} // namespace outpost::wallet
