// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/LookupTables.h"

#include "LedgerFixtures.h"

#include "core/chain/solana/SolanaErrors.h"
#include "core/ledger/LedgerErrors.h"
#include "tests/support/Await.h"
#include "tests/support/FakeClock.h"
#include "tests/support/ScriptedRpc.h"

#include <gtest/gtest.h>

namespace outpost::ledger {
namespace {

using test::await;

Bytes tableData(std::vector<PublicKey> addresses, bool isActive = true)
{
    Bytes out(56, 0);
    out[0] = 1;
    for (std::size_t i = 0; i < 8; ++i)
        out[4 + i] = isActive ? 0xff : 0x01;
    out[12] = 77;
    for (const PublicKey& address : addresses)
        out.insert(out.end(), address.bytes().begin(), address.bytes().end());
    return out;
}

AccountInfo table(Bytes data)
{
    return {solana::programs::kLookupTable, 1, std::move(data), false};
}

TEST(LookupTable, ReadsItsAddresses)
{
    const auto state = parseLookupTable(table(tableData({key(1), key(2)})));
    ASSERT_TRUE(state);
    EXPECT_EQ(state->addresses, (std::vector<PublicKey>{key(1), key(2)}));
    EXPECT_EQ(state->lastExtendedSlot, 77u);
    EXPECT_TRUE(state->isActive());
}

TEST(LookupTable, MayBeEmpty)
{
    EXPECT_TRUE(parseLookupTable(table(tableData({})))->addresses.empty());
}

TEST(LookupTable, AnotherProgramsAccountIsRefused)
{
    auto account = table(tableData({key(1)}));
    account.owner = key(9);
    EXPECT_EQ(parseLookupTable(account).error().code, errors::kSolanaBadAccountData);
}

TEST(LookupTable, ACutOffAddressIsRefused)
{
    auto data = tableData({key(1)});
    data.pop_back();
    EXPECT_FALSE(parseLookupTable(table(data)));
    EXPECT_FALSE(parseLookupTable(table(Bytes(55, 0))));
}

TEST(LookupTable, AnUninitialisedOneIsRefused)
{
    auto data = tableData({key(1)});
    data[0] = 0;
    EXPECT_FALSE(parseLookupTable(table(data)));
}

TEST(LookupTable, MoreThan256AddressesAreRefused)
{
    EXPECT_TRUE(parseLookupTable(table(tableData(std::vector<PublicKey>(256, key(1))))));
    EXPECT_FALSE(parseLookupTable(table(tableData(std::vector<PublicKey>(257, key(1))))));
}

class LookupTablesTest : public testing::Test {
protected:
    void answer(const std::string& value)
    {
        serverA.on("getMultipleAccounts", inContext("[" + value + "]"));
        serverB.on("getMultipleAccounts", inContext("[" + value + "]"));
    }
    test::FakeClock clock;
    test::ScriptedRpc serverA, serverB;
    SolanaRpc a{serverA, clock, {.url = "https://a.example.org"}};
    SolanaRpc b{serverB, clock, {.url = "https://b.example.org"}};
    QuorumReader reader{a, &b};
    LookupTables tables{reader};
};

TEST_F(LookupTablesTest, FetchesFromTwoHosts)
{
    answer(accountText(solana::programs::kLookupTable, 1, tableData({key(1)})));
    const auto fetched = await(tables.fetch({key(8)}));
    ASSERT_TRUE(fetched);
    EXPECT_EQ(fetched->agreement, Agreement::TwoSources);
    EXPECT_EQ(fetched->tables.at(0).key, key(8));
    EXPECT_EQ(fetched->tables.at(0).addresses, (std::vector<PublicKey>{key(1)}));
}

TEST_F(LookupTablesTest, AMissingTableIsAnError)
{
    answer("null");
    EXPECT_EQ(await(tables.fetch({key(8)})).error().code, errors::kLedgerNoAccount);
}

TEST_F(LookupTablesTest, ATableOutOfUseIsAnError)
{
    answer(accountText(solana::programs::kLookupTable, 1, tableData({key(1)}, false)));
    EXPECT_EQ(await(tables.fetch({key(8)})).error().code, errors::kSolanaBadAccountData);
}

TEST_F(LookupTablesTest, AMessageWithoutTablesAsksNobody)
{
    EXPECT_TRUE(await(tables.fetchFor(solana::Transaction::parse(signedTransfer().bytes)->message())));
    EXPECT_TRUE(serverA.calls.empty());
}

} // namespace
} // namespace outpost::ledger
