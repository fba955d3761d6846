// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wallet/BackupCheck.h"

#include "tests/support/FakeRng.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace outpost::wallet {
namespace {

constexpr std::string_view kWords = "drill toddler tongue laundry access silly few faint glove birth crumble add";

class BackupCheckTest : public ::testing::Test {
protected:
    std::vector<SecureBytes> answers(const BackupCheck& check, const Mnemonic& from)
    {
        std::vector<SecureBytes> given;
        for (const int position : check.positions())
            given.emplace_back(asBytes(from.word(position - 1)));
        return given;
    }
    test::FakeRng rng;
    Mnemonic words = std::move(*Mnemonic::parse(asBytes(kWords)));
};

TEST_F(BackupCheckTest, AsksForDifferentPositionsInOrder)
{
    std::set<int> seen;
    for (int i = 0; i < 300; ++i) {
        const BackupCheck check(rng, 12);
        const auto& positions = check.positions();
        ASSERT_EQ(positions.size(), 3u);
        EXPECT_TRUE(std::is_sorted(positions.begin(), positions.end()));
        EXPECT_EQ(std::set<int>(positions.begin(), positions.end()).size(), 3u);
        seen.insert(positions.begin(), positions.end());
    }
    EXPECT_EQ(seen.size(), 12u);
    EXPECT_EQ(*seen.begin(), 1);
    EXPECT_EQ(*seen.rbegin(), 12);
}

TEST_F(BackupCheckTest, RightWordsPassInAnyCase)
{
    const BackupCheck check(rng, 12);
    EXPECT_TRUE(check.verify(words, answers(check, words)));
    auto shouted = answers(check, words);
    for (SecureBytes& answer : shouted) {
        for (std::uint8_t& c : answer.writable())
            c = static_cast<std::uint8_t>(c - 32);
        answer.append(asBytes(" \n"));
    }
    EXPECT_TRUE(check.verify(words, shouted));
}

TEST_F(BackupCheckTest, WrongMissingOrShortenedWordFailsWithItsPosition)
{
    const BackupCheck check(rng, 12);
    for (std::size_t i = 0; i < check.positions().size(); ++i) {
        for (const std::string_view wrong : {"zoo", "", " "}) {
            auto given = answers(check, words);
            given[i] = SecureBytes(asBytes(wrong));
            const auto result = check.verify(words, given);
            ASSERT_FALSE(result);
            EXPECT_EQ(result.error().code, errors::kBackupCheckFailed);
            EXPECT_EQ(result.error().args[0], std::to_string(check.positions()[i]));
        }
    }
    EXPECT_FALSE(check.verify(words, {}));
}

TEST_F(BackupCheckTest, AllWordsFromAFilePass)
{
    EXPECT_TRUE(BackupCheck::verifyAll(words, asBytes(std::string(kWords) + "\n")));
}

TEST_F(BackupCheckTest, OtherWordsFromAFileFail)
{
    const auto other = BackupCheck::verifyAll(
        words, asBytes("ritual ice harbor gas modify seed control solve burden people stay million"));
    EXPECT_EQ(other.error().code, errors::kBackupCheckFailed);
    EXPECT_EQ(other.error().args[0], "1");
    EXPECT_EQ(BackupCheck::verifyAll(words, asBytes("drill toddler")).error().code, errors::kWordCount);
}

} // namespace
} // namespace outpost::wallet
