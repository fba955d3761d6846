// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/SolanaRpc.h"

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

class SolanaRpcTest : public testing::Test {
protected:
    test::FakeClock clock;
    test::ScriptedRpc server;
    SolanaRpc rpc{server, clock, {.url = "https://rpc.example.org"}};
};

TEST_F(SolanaRpcTest, AsksForAccountsInHundreds)
{
    std::vector<PublicKey> keys(150, key(3));
    std::string hundred;
    for (int i = 0; i < 100; ++i)
        hundred += i ? ",null" : "null";
    std::string fifty;
    for (int i = 0; i < 50; ++i)
        fifty += i ? ",null" : "null";
    server.then("getMultipleAccounts", inContext("[" + hundred + "]", 900))
        .then("getMultipleAccounts", inContext("[" + fifty + "]", 800));
    const auto at = await(rpc.accounts(keys));
    ASSERT_TRUE(at);
    EXPECT_EQ(at->accounts.size(), 150u);
    EXPECT_EQ(at->slot, 800u);
    EXPECT_EQ(server.count("getMultipleAccounts"), 2);
}

/// Answers by host.
class TwoHosts final : public HttpClient {
public:
    Future<HttpResponse> send(HttpRequest request, CancelToken cancel = {}) override
    {
        return (request.url.contains("index") ? index : node).send(std::move(request), std::move(cancel));
    }
    test::ScriptedRpc node;
    test::ScriptedRpc index;
};

TEST_F(SolanaRpcTest, AssetsAreAskedOfTheIndexAndEverythingElseOfTheNode)
{
    TwoHosts hosts;
    SolanaRpc both(hosts, clock, {.url = "https://node.example.org"}, {{.url = "https://index.example.org"}});
    hosts.index.on("searchAssets", R"({"total":0,"limit":1000,"page":1,"items":[]})");
    hosts.node.on("getMultipleAccounts", inContext("[null]"));
    EXPECT_TRUE(await(both.searchAllAssets({.owner = key(3)})));
    EXPECT_TRUE(await(both.accounts({key(3)})));
    const auto proof = await(both.assetProof(key(3)));
    EXPECT_EQ(proof.error().args.front(), "index.example.org"); // who did not know is named
    EXPECT_EQ(hosts.node.calls.size(), 1u);
    EXPECT_EQ(hosts.index.calls.size(), 2u);
    EXPECT_EQ(both.host(), "node.example.org");
}

TEST_F(SolanaRpcTest, NamesEncodingCommitmentAndSlotOfAnAccountRead)
{
    server.on("getMultipleAccounts", inContext("[null]"));
    ASSERT_TRUE(await(rpc.accounts({key(3)}, Commitment::Finalized, 77)));
    EXPECT_EQ(server.lastParams("getMultipleAccounts").toText(),
              R"([[")" + key(3).toBase58() +
                  R"("],{"encoding":"base64","commitment":"finalized","minContextSlot":77}])");
}

TEST_F(SolanaRpcTest, ANodeThatIsBehindCanBeAskedAgain)
{
    server.onFault("getMultipleAccounts", -32016, "Minimum context slot has not been reached");
    const auto at = await(rpc.accounts({key(3)}));
    EXPECT_EQ(at.error().code, errors::kLedgerBehind);
    EXPECT_TRUE(at.error().retryable);
}

TEST_F(SolanaRpcTest, SendsSignedBytesOnceAndChecksTheSignature)
{
    const auto transfer = signedTransfer();
    server.on("sendTransaction", '"' + transfer.id.toBase58() + '"');
    EXPECT_EQ(await(rpc.send(transfer.bytes, false)), transfer.id);
    EXPECT_EQ(server.lastParams("sendTransaction").items().at(0).string(), toBase64(transfer.bytes));
    EXPECT_EQ(server.lastParams("sendTransaction").items().at(1).uintAt("maxRetries"), 0u);
}

TEST_F(SolanaRpcTest, TheSignatureOfAnotherTransactionIsGarbage)
{
    server.on("sendTransaction", '"' + signedTransfer(8).id.toBase58() + '"');
    EXPECT_EQ(await(rpc.send(signedTransfer(9).bytes, false)).error().code, errors::kNetGarbage);
}

TEST_F(SolanaRpcTest, AnUnsignedTransactionIsNotSent)
{
    auto bytes = signedTransfer().bytes;
    std::fill(bytes.begin() + 1, bytes.begin() + 65, std::uint8_t{0});
    EXPECT_FALSE(await(rpc.send(bytes, false)));
    EXPECT_TRUE(server.calls.empty());
}

TEST_F(SolanaRpcTest, AFailedPreflightIsARefusalWithItsReason)
{
    server.onFault("sendTransaction", -32002, "Transaction simulation failed: custom program error: 0x1",
                   R"({"err":{"InstructionError":[0,{"Custom":1}]},"logs":[]})");
    const auto sent = await(rpc.send(signedTransfer().bytes, false));
    EXPECT_EQ(sent.error().code, errors::kLedgerRefused);
    EXPECT_EQ(sent.error().args.at(1), R"({"InstructionError":[0,{"Custom":1}]})");
}

TEST_F(SolanaRpcTest, ABlockhashTheNodeDoesNotKnowIsNoRefusal)
{
    server.onFault("sendTransaction", -32002, "Transaction simulation failed: Blockhash not found",
                   R"({"err":"BlockhashNotFound","logs":[]})");
    EXPECT_EQ(await(rpc.send(signedTransfer().bytes, false)).error().code, errors::kLedgerBlockhashNotFound);
}

TEST_F(SolanaRpcTest, ATransactionThatIsThereAlreadyWasSent)
{
    const auto transfer = signedTransfer();
    server.onFault("sendTransaction", -32002,
                   "Transaction simulation failed: This transaction has already been processed",
                   R"({"err":"AlreadyProcessed","logs":[]})");
    EXPECT_EQ(await(rpc.send(transfer.bytes, false)), transfer.id);
}

TEST_F(SolanaRpcTest, SimulatesWithoutVerifyingSignaturesAndAsksForAccounts)
{
    server.on("simulateTransaction", inContext(R"({"err":null,"logs":[],"unitsConsumed":1,"accounts":[null]})"));
    ASSERT_TRUE(await(rpc.simulate(signedTransfer().bytes, {.accounts = {key(3)}, .minContextSlot = 5})));
    const auto options = server.lastParams("simulateTransaction").items().at(1);
    EXPECT_EQ(options.booleanAt("sigVerify"), false);
    EXPECT_EQ(options.uintAt("minContextSlot"), 5u);
    EXPECT_EQ(options["accounts"]["addresses"].items().at(0).string(), key(3).toBase58());
}

TEST_F(SolanaRpcTest, AnAssetThatIsNotIndexedYetCanBeAskedForAgain)
{
    server.onFault("getAsset", -32000, "Database Error: RecordNotFound Error: Asset Not Found");
    const auto asset = await(rpc.asset(key(3)));
    EXPECT_EQ(asset.error().code, errors::kLedgerNotIndexed);
    EXPECT_TRUE(asset.error().retryable);
}

std::string page(int number, int from, int count)
{
    std::string items;
    for (int i = from; i < from + count; ++i) {
        std::array<std::uint8_t, 32> id{};
        id[0] = static_cast<std::uint8_t>(i);
        id[1] = static_cast<std::uint8_t>(i >> 8);
        items +=
            (items.empty() ? "" : ",") + (R"({"interface":"V1_NFT","id":")" + PublicKey(id).toBase58() +
                                          R"(","ownership":{"owner":")" + key(1).toBase58() + R"(","frozen":false}})");
    }
    return R"({"total":)" + std::to_string(count) + R"(,"limit":1000,"page":)" + std::to_string(number) +
           R"(,"items":[)" + items + "]}";
}

TEST_F(SolanaRpcTest, SearchReadsAllPages)
{
    server.then("searchAssets", page(1, 0, 1000)).then("searchAssets", page(2, 1000, 200));
    const auto all = await(rpc.searchAllAssets({.owner = key(1), .creator = key(2)}));
    ASSERT_TRUE(all) << all.error().detail;
    EXPECT_EQ(all->size(), 1200u);
    EXPECT_EQ(server.lastParams("searchAssets").toText(), R"({"ownerAddress":")" + key(1).toBase58() +
                                                              R"(","creatorAddress":")" + key(2).toBase58() +
                                                              R"(","creatorVerified":true,"page":2,"limit":1000})");
}

TEST_F(SolanaRpcTest, ASearchThatRepeatsItselfEnds)
{
    server.on("searchAssets", page(1, 0, 1000));
    const auto all = await(rpc.searchAllAssets({.owner = key(1)}));
    ASSERT_TRUE(all);
    EXPECT_EQ(all->size(), 1000u);
    EXPECT_EQ(server.count("searchAssets"), 2);
}

TEST_F(SolanaRpcTest, ASearchBeyondTheCapIsAnError)
{
    server.on("searchAssets", page(1, 0, 1000));
    EXPECT_EQ(await(rpc.searchAllAssets({.owner = key(1)}, 999)).error().code, errors::kTooLong);
}

TEST_F(SolanaRpcTest, AFeeOfAnOldBlockhashIsNotZero)
{
    server.on("getFeeForMessage", inContext("null"));
    const auto fee = await(rpc.feeFor({1, 2, 3}));
    ASSERT_TRUE(fee);
    EXPECT_EQ(*fee, std::nullopt);
}

TEST_F(SolanaRpcTest, AWebPageIsGarbage)
{
    test::ScriptedHttpClient html;
    html.reply(200, "<html>captive portal</html>");
    SolanaRpc captive(html, clock, {.url = "https://rpc.example.org"});
    EXPECT_EQ(await(captive.blockHeight(Commitment::Finalized)).error().code, errors::kNetGarbage);
}

TEST_F(SolanaRpcTest, AWrongTypeIsGarbage)
{
    server.on("getBlockHeight", R"("high")");
    EXPECT_EQ(await(rpc.blockHeight(Commitment::Finalized)).error().code, errors::kNetGarbage);
}

} // namespace
} // namespace outpost::ledger
