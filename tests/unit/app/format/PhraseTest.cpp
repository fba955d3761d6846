// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/format/Phrase.h"

#include "app/composition/Networks.h"
#include "app/format/ErrorText.h"
#include "tests/support/FakeDelay.h"
#include "tests/support/ScriptedHttpClient.h"
#include "tests/unit/app/format/Sources.h"

#include <gtest/gtest.h>

namespace outpost::app {
namespace {

using test::Sources;

constexpr const char* kTable = "app/format/Phrase.cpp";

class PhraseTest : public ::testing::Test {
protected:
    PhraseTest()
    {
        test::ScriptedHttpClient http;
        test::FakeClock clock;
        test::FakeDelay delay(clock);
        ledger::SolanaRpc rpc(http, clock, {.url = "https://node.example"});
        for (const auto& network : makeNetworks({http, rpc, clock, delay}, {}, true))
            ErrorText::addNetworkTexts(network->texts());
    }
    static std::set<std::string> prefixes()
    {
        std::set<std::string> all;
        for (const std::string& id : Sources::get().tableIds(kTable))
            all.insert(id.substr(0, id.find('.')));
        return all;
    }

    Format m_format{QLocale(QLocale::English, QLocale::Ireland)};
    const Asset m_coin{AssetId("solana:native"), "SOL", "Solana", 9};
};

TEST_F(PhraseTest, EveryIdThatASourceNamesHasWords)
{
    const auto ids = Sources::get().idsWith(prefixes(), kTable);
    EXPECT_GT(ids.size(), 30u);
    const std::set<std::string> beginnings{"problem.earns"}; // compared with the beginning of an id, never shown
    for (const std::string& id : ids)
        EXPECT_TRUE(beginnings.contains(id) || Phrase::knows(id) || ErrorText::knows(id)) << id;
}

TEST_F(PhraseTest, EveryValueOfAnEnumIsSpelledInWords)
{
    for (const auto kind : {CostLine::Kind::NetworkFee, CostLine::Kind::PlaceFee})
        EXPECT_FALSE(Phrase::of(kind).contains(u'.'));
    for (int i = 0; i <= static_cast<int>(OperationState::PartlyDone); ++i)
        EXPECT_FALSE(Phrase::of(static_cast<OperationState>(i)).startsWith(QStringLiteral("state."))) << i;
    for (int i = 0; i <= static_cast<int>(DeviceStatus::NotSetUp); ++i)
        EXPECT_FALSE(Phrase::of(static_cast<DeviceStatus>(i)).startsWith(QStringLiteral("status."))) << i;
    for (int i = 0; i <= static_cast<int>(Lamp::Kind::Earning); ++i)
        EXPECT_FALSE(Phrase::of(static_cast<Lamp::Kind>(i)).startsWith(QStringLiteral("lampKind."))) << i;
    for (int i = 0; i <= static_cast<int>(solana::Danger::ForeignFeePayer); ++i)
        EXPECT_FALSE(Phrase::of(static_cast<solana::Danger>(i)).startsWith(QStringLiteral("danger."))) << i;
    EXPECT_EQ(Phrase::of(wallet::LockReason::Asked), u"Locked.");
}

TEST_F(PhraseTest, AnIdThatNobodyKnowsIsShownAsItIs)
{
    EXPECT_EQ(Phrase::of("no.such"), u"no.such");
    EXPECT_FALSE(Phrase::knows("no.such"));
}

TEST_F(PhraseTest, ASentenceSpellsQuantitiesInTheirCoinAndAddressesShort)
{
    solana::Sentence sentence;
    sentence.id = "system.transfer";
    const auto key = solana::PublicKey::fromBase58("11111111111111111111111111111112");
    ASSERT_TRUE(key);
    sentence.args = {{"amount", solana::Lamports{Int128(1'500'000'000)}}, {"from", *key}, {"to", *key}};
    const QString text = Phrase::of(sentence, m_format, std::span(&m_coin, 1));
    EXPECT_TRUE(text.startsWith(QStringLiteral("Send 1.5\u00a0SOL from "))) << text.toStdString();
    EXPECT_TRUE(text.contains(QStringLiteral("1111\u20261112")));
}

TEST_F(PhraseTest, ASentenceWithAMissingPartShowsADash)
{
    solana::Sentence sentence;
    sentence.id = "system.transfer";
    EXPECT_EQ(Phrase::of(sentence, m_format, {}), u"Send \u2014 from \u2014 to \u2014");
}

TEST_F(PhraseTest, TextFromAMemoCannotTurnTheLineAround)
{
    solana::Sentence sentence;
    sentence.id = "memo.write";
    sentence.args = {{"text", std::string("pay\u202E{amount}\u0007")}};
    EXPECT_EQ(Phrase::of(sentence, m_format, {}), u"Note: pay{amount}");
}

} // namespace
} // namespace outpost::app
