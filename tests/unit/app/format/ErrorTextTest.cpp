// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/format/ErrorText.h"

#include "app/composition/Networks.h"
#include "core/services/ServiceErrors.h"
#include "core/wallet/WalletErrors.h"
#include "tests/support/FakeDelay.h"
#include "tests/support/ScriptedHttpClient.h"
#include "tests/unit/app/format/Sources.h"

#include <QRegularExpression>

#include <gtest/gtest.h>

#include <regex>

namespace outpost::app {
namespace {

using test::Sources;

constexpr const char* kTable = "app/format/ErrorText.cpp";

/// What the tour finds wrong is for whoever reads its output, never for a person at the window.
bool isForPeople(const std::string& code)
{
    return !code.starts_with("tour.");
}

/// The networks' own sentences are there, as in the programs.
class ErrorTextTest : public ::testing::Test {
protected:
    ErrorTextTest()
    {
        test::ScriptedHttpClient http;
        test::FakeClock clock;
        test::FakeDelay delay(clock);
        ledger::SolanaRpc rpc(http, clock, {.url = "https://node.example"});
        for (const auto& network : makeNetworks({http, rpc, clock, delay}, {}, true)) {
            const auto texts = network->texts();
            ErrorText::addNetworkTexts(texts);
            m_texts.insert(m_texts.end(), texts.begin(), texts.end());
        }
    }
    static QString message(ErrorCode code, std::vector<std::string> args = {}, std::string detail = {})
    {
        return ErrorText::of(Error(code, std::move(detail), std::move(args))).message;
    }

    std::vector<networks::NetworkText> m_texts;
};

TEST_F(ErrorTextTest, TheSourcesWereRead)
{
    EXPECT_GT(Sources::get().codes.size(), 100u);
    EXPECT_TRUE(Sources::get().codes.contains("wallet.wrongPassword"));
    EXPECT_EQ(Sources::get().codes.at("base.cancelled").constant, "kCancelled");
}

TEST_F(ErrorTextTest, EveryCodeThatASourceDeclaresHasASentenceAndAnAction)
{
    for (const auto& [name, code] : Sources::get().codes) {
        if (!isForPeople(name))
            continue;
        EXPECT_TRUE(ErrorText::knows(name)) << name << " of " << code.file << " has no text";
        const ErrorText text = ErrorText::of(Error(ErrorCode{name}));
        EXPECT_FALSE(text.message.isEmpty()) << name;
        EXPECT_FALSE(text.action.isEmpty()) << name << " does not say what to do";
    }
}

TEST_F(ErrorTextTest, EveryTextIsForACodeThatExists)
{
    for (const std::string& id : Sources::get().tableIds(kTable))
        EXPECT_TRUE(Sources::get().codes.contains(id)) << id << " is no code any more";
}

TEST_F(ErrorTextTest, EveryTextOfANetworkIsUsed)
{
    for (const auto& text : m_texts) {
        const std::string id(text.id);
        EXPECT_TRUE(Sources::get().codes.contains(id) || Sources::get().namesElsewhere(id)) << id;
    }
}

TEST_F(ErrorTextTest, EveryCodeIsReturnedSomewhere)
{
    for (const auto& [name, code] : Sources::get().codes) {
        const bool used = Sources::get().isNamed(code.constant, code.file);
        EXPECT_TRUE(used) << name << " (" << code.constant << ") is declared and never used";
    }
}

TEST_F(ErrorTextTest, EveryModulesListHoldsAllItsCodes)
{
    static const std::regex list(R"(ErrorCode\s+k\w+\[\]\s*=\s*\{([^}]*)\})");
    std::map<std::string, std::string> lists;
    for (const auto& [file, text] : Sources::get().files) {
        std::smatch found;
        if (text.find("ErrorCode k") != std::string::npos && std::regex_search(text, found, list))
            lists[file] = found[1];
    }
    EXPECT_GT(lists.size(), 8u);
    for (const auto& [name, code] : Sources::get().codes) {
        if (!isForPeople(name))
            continue;
        ASSERT_TRUE(lists.contains(code.file)) << code.file << " has no list of its codes";
        EXPECT_TRUE(std::regex_search(lists.at(code.file), std::regex("\\b" + code.constant + "\\b")))
            << code.constant << " is missing in the list of " << code.file;
    }
}

TEST_F(ErrorTextTest, NoSentenceShowsAPlaceholderEvenWithoutItsArguments)
{
    static const QRegularExpression raw(QStringLiteral("%[0-9n]|\\{\\w+\\}"));
    for (const auto& [name, code] : Sources::get().codes) {
        const ErrorText text = ErrorText::of(Error(ErrorCode{name}));
        EXPECT_FALSE(text.message.contains(raw)) << name << ": " << text.message.toStdString();
        EXPECT_FALSE(text.action.contains(raw)) << name << ": " << text.action.toStdString();
    }
}

TEST_F(ErrorTextTest, AnUnknownCodeIsToldAsAnInternalFailureThatNamesIt)
{
    const ErrorText text = ErrorText::of(Error(ErrorCode{"some.thing"}));
    EXPECT_TRUE(text.message.contains(QStringLiteral("some.thing")));
    EXPECT_FALSE(text.action.isEmpty());
}

TEST_F(ErrorTextTest, ATailThatTheSourceDoesNotKnowIsLeftOut)
{
    EXPECT_EQ(message(outpost::errors::kVaultDamaged), u"The wallet's file is damaged.");
    EXPECT_EQ(message(outpost::errors::kVaultDamaged, {"/home/a.vault"}),
              u"The wallet's file is damaged: /home/a.vault");
    EXPECT_EQ(message(ErrorCode{"net.status4xx"}, {"node.example"}), u"node.example refused the question.");
    EXPECT_EQ(message(ErrorCode{"net.status4xx"}, {"node.example", "404"}),
              u"node.example refused the question (404).");
}

TEST_F(ErrorTextTest, AMissingArgumentInTheMiddleIsADash)
{
    EXPECT_EQ(message(outpost::errors::kTooManyTries), u"Too many wrong passwords. Wait \u2014 s.");
}

TEST_F(ErrorTextTest, ADangerIsNamedInWords)
{
    EXPECT_EQ(message(outpost::errors::kGateDangerous, {"delegatesTokens"}),
              u"Not signed: it would be dangerous. It lets somebody else spend your tokens.");
    EXPECT_EQ(message(outpost::errors::kGateDangerous), u"Not signed: it would be dangerous.");
}

TEST_F(ErrorTextTest, NoWaitIsPromisedForWhatAnotherAccountEarnsOrAFeeEatsUp)
{
    const ErrorText text =
        ErrorText::of(Error(outpost::errors::kAllLeftOut, {}, {"left.paysSomebodyElse", "left.tooSmall"}));
    EXPECT_EQ(text.message, u"Nothing can be collected now: What it earns goes to another account; Less than the "
                            u"network fee");
    EXPECT_EQ(text.action, u"Each device's page says what can be done.");
}

TEST_F(ErrorTextTest, AServersReasonStandsInForTheHostThatIsNotNamed)
{
    EXPECT_EQ(message(ErrorCode{"net.unreachable"}, {}, "connection refused"),
              u"connection refused cannot be reached.");
}

TEST_F(ErrorTextTest, AnArgumentThatLooksLikeAPlaceholderStaysAsItIs)
{
    EXPECT_EQ(message(outpost::errors::kSendRefused, {"%1 %2"}), u"Not sent: %1 %2");
}

TEST_F(ErrorTextTest, AnArgumentCannotTurnTheSentenceAround)
{
    const QString text = message(outpost::errors::kSendRefused, {"a\u202Eb\u2066c\nd"});
    EXPECT_EQ(text, u"Not sent: abc d");
}

} // namespace
} // namespace outpost::app
