// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/QuorumReader.h"

#include "LedgerFixtures.h"

#include "core/ledger/LedgerErrors.h"
#include "core/net/NetErrors.h"
#include "tests/support/Await.h"
#include "tests/support/FakeClock.h"
#include "tests/support/ScriptedRpc.h"

#include <gtest/gtest.h>

namespace outpost::ledger {
namespace {

using test::await;

class QuorumReaderTest : public testing::Test {
protected:
    static std::string one(const PublicKey& owner, std::uint64_t lamports, const Bytes& data, std::uint64_t slot = 300)
    {
        return inContext("[" + accountText(owner, lamports, data) + "]", slot);
    }
    static constexpr const char* kMethod = "getMultipleAccounts";

    test::FakeClock clock;
    test::ScriptedRpc serverA, serverB;
    SolanaRpc a{serverA, clock, {.url = "https://a.example.org"}};
    SolanaRpc b{serverB, clock, {.url = "https://b.example.org"}};
    QuorumReader reader{a, &b};
};

TEST_F(QuorumReaderTest, TwoHostsThatSayTheSameAgree)
{
    serverA.on(kMethod, one(key(1), 5, {1, 2}, 300));
    serverB.on(kMethod, one(key(1), 5, {1, 2}, 290));
    const auto read = await(reader.accounts({key(9)}));
    ASSERT_TRUE(read);
    EXPECT_EQ(read->agreement, Agreement::TwoSources);
    EXPECT_EQ(read->slot, 290u);
}

TEST_F(QuorumReaderTest, TwoHostsThatBothHaveNothingAgree)
{
    serverA.on(kMethod, inContext("[null]"));
    serverB.on(kMethod, inContext("[null]"));
    EXPECT_EQ(await(reader.accounts({key(9)}))->agreement, Agreement::TwoSources);
}

TEST_F(QuorumReaderTest, DifferentDataIsADisagreementThatNamesHostsAndAccount)
{
    serverA.on(kMethod, one(key(1), 5, {1, 2}));
    serverB.on(kMethod, one(key(1), 5, {1, 3}));
    const auto read = await(reader.accounts({key(9)}));
    ASSERT_FALSE(read);
    EXPECT_EQ(read.error().code, errors::kLedgerDisagree);
    EXPECT_EQ(read.error().args, (std::vector<std::string>{"a.example.org", "b.example.org", key(9).toBase58()}));
}

TEST_F(QuorumReaderTest, ADifferentOwnerIsADisagreement)
{
    serverA.on(kMethod, one(key(1), 5, {1}));
    serverB.on(kMethod, one(key(2), 5, {1}));
    EXPECT_EQ(await(reader.accounts({key(9)})).error().code, errors::kLedgerDisagree);
}

TEST_F(QuorumReaderTest, AnAccountThatOnlyOneHostHasIsADisagreement)
{
    serverA.on(kMethod, one(key(1), 5, {1}));
    serverB.on(kMethod, inContext("[null]"));
    EXPECT_EQ(await(reader.accounts({key(9)})).error().code, errors::kLedgerDisagree);
}

TEST_F(QuorumReaderTest, AHostThatWasBehindMayCatchUp)
{
    serverA.on(kMethod, one(key(1), 5, {2}, 300));
    serverB.then(kMethod, one(key(1), 5, {1}, 290)).on(kMethod, one(key(1), 5, {2}, 301));
    EXPECT_EQ(await(reader.accounts({key(9)}))->agreement, Agreement::TwoSources);
    EXPECT_EQ(serverB.lastParams(kMethod).items().at(1).uintAt("minContextSlot"), 300u);
}

TEST_F(QuorumReaderTest, AHostThatFallsSilentAfterADifferenceHasNotAgreed)
{
    serverA.on(kMethod, one(key(1), 5, {2}));
    serverB.then(kMethod, one(key(1), 5, {1})).onFault(kMethod, -32016, "Minimum context slot has not been reached");
    EXPECT_EQ(await(reader.accounts({key(9)})).error().code, errors::kLedgerDisagree);
}

TEST_F(QuorumReaderTest, LamportsDoNotMatterUnlessAskedFor)
{
    serverA.on(kMethod, one(key(1), 5, {1}));
    serverB.on(kMethod, one(key(1), 6, {1}));
    EXPECT_EQ(await(reader.accounts({key(9)}))->agreement, Agreement::TwoSources);
}

TEST_F(QuorumReaderTest, ATokenAccountsBalanceMayDifferWhereOnlyItsHolderMatters)
{
    serverA.on(kMethod, one(solana::programs::kToken, 5, tokenAccountData(key(4), key(5), 10)));
    serverB.on(kMethod, one(solana::programs::kToken, 5, tokenAccountData(key(4), key(5), 11)));
    EXPECT_EQ(await(reader.accounts({key(9)}, tokenAuthority))->agreement, Agreement::TwoSources);
}

TEST_F(QuorumReaderTest, ATokenAccountsHolderMayNot)
{
    serverA.on(kMethod, one(solana::programs::kToken, 5, tokenAccountData(key(4), key(5), 10)));
    serverB.on(kMethod, one(solana::programs::kToken, 5, tokenAccountData(key(4), key(6), 10)));
    EXPECT_EQ(await(reader.accounts({key(9)}, tokenAuthority)).error().code, errors::kLedgerDisagree);
}

TEST_F(QuorumReaderTest, OneHostThatAnswersIsOneSource)
{
    serverA.goAway(Error(errors::kNetTimeout));
    serverB.on(kMethod, one(key(1), 5, {1}));
    const auto read = await(reader.accounts({key(9)}));
    EXPECT_EQ(read->agreement, Agreement::OneSource);
    EXPECT_EQ(read->accounts.at(0)->data, (Bytes{1}));
}

TEST_F(QuorumReaderTest, NoHostThatAnswersIsTheFirstOnesError)
{
    serverA.goAway(Error(errors::kNetTimeout));
    serverB.goAway(Error(errors::kNetTls));
    EXPECT_EQ(await(reader.accounts({key(9)})).error().code, errors::kNetTimeout);
}

TEST_F(QuorumReaderTest, TwoUrlsOfOneHostAreOneSource)
{
    SolanaRpc again(serverB, clock, {.url = "https://A.example.org/other"});
    QuorumReader fake(a, &again);
    serverA.on(kMethod, one(key(1), 5, {1}));
    EXPECT_FALSE(fake.hasTwoHosts());
    EXPECT_EQ(await(fake.accounts({key(9)}))->agreement, Agreement::OneSource);
    EXPECT_TRUE(serverB.calls.empty());
}

} // namespace
} // namespace outpost::ledger
