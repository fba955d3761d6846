// SPDX-License-Identifier: GPL-3.0-or-later
#include "FakeDemo.h"
#include "SimFixture.h"

namespace outpost::sim::test {
namespace {

using namespace std::chrono_literals;

class RpcTest : public SimTest {
protected:
    void SetUp() override
    {
        SimTest::SetUp();
        give(m_alice.key, 10 * kSol);
        m_world->issueTokens(FakeDemo::mint(), m_alice.key, 1'234'500'000);
        NewAsset wanted;
        wanted.tree = FakeDemo::tree();
        wanted.owner = m_alice.key;
        wanted.name = "thing one";
        wanted.symbol = "THING";
        wanted.uri = "https://example.test/one";
        wanted.creators = {{kMinter, true, 100}, {person("second").key, false, 0}};
        m_asset = m_world->mintCompressed(wanted);
        ASSERT_TRUE(m_world->end().has_value());
        pass(30s);
    }
    std::vector<std::unique_ptr<demo::Demo>> networks() override
    {
        std::vector<std::unique_ptr<demo::Demo>> all;
        all.push_back(std::make_unique<FakeDemo>());
        return all;
    }
    Json raw(const std::string& body)
    {
        JsonRpc rpc(*m_world);
        EXPECT_TRUE(m_world->begin().has_value());
        auto reply = rpc.handle(body);
        EXPECT_TRUE(m_world->end().has_value());
        m_lostAnswer = reply.loseAnswer;
        return Json::parse(reply.body);
    }
    Json ask(const std::string& method, Json params = Json::array())
    {
        return raw(Json{{"jsonrpc", "2.0"}, {"id", 7}, {"method", method}, {"params", std::move(params)}}.dump());
    }
    Json result(const std::string& method, Json params = Json::array())
    {
        const Json reply = ask(method, std::move(params));
        EXPECT_TRUE(reply.contains("result")) << reply.dump();
        return reply.value("result", Json());
    }
    int errorCode(const std::string& method, Json params = Json::array())
    {
        return ask(method, std::move(params)).value("/error/code"_json_pointer, 0);
    }
    Json sendParams(const Bytes& bytes, Json options = Json::object()) const
    {
        options["encoding"] = "base64";
        return Json::array({toBase64(bytes), options});
    }
    Keypair m_alice = person("alice");
    Keypair m_bob = person("bob");
    Asset m_asset;
    bool m_lostAnswer = false;
};

TEST_F(RpcTest, AnUnknownMethodIsNotFound)
{
    const Json reply = ask("getProgramAccountsByMagic");
    EXPECT_EQ(reply["error"]["code"], -32601);
    EXPECT_EQ(reply["id"], 7);
    EXPECT_EQ(reply["jsonrpc"], "2.0");
}

TEST_F(RpcTest, GarbageIsAParseError)
{
    EXPECT_EQ(raw("<html>")["error"]["code"], -32700);
    EXPECT_EQ(raw("{\"id\":1}")["error"]["code"], -32600);
}

TEST_F(RpcTest, ABatchIsAnsweredInOrder)
{
    const Json reply =
        raw(R"([{"jsonrpc":"2.0","id":1,"method":"getHealth"},{"jsonrpc":"2.0","id":2,"method":"nothing"}])");
    ASSERT_EQ(reply.size(), 2u);
    EXPECT_EQ(reply[0]["result"], "ok");
    EXPECT_EQ(reply[1]["error"]["code"], -32601);
}

TEST_F(RpcTest, BalanceHasContextAndValue)
{
    const Json out = result("getBalance", {m_alice.key.text()});
    EXPECT_EQ(out["value"], 10 * kSol);
    EXPECT_EQ(out["context"]["slot"], m_world->slot(Commitment::Finalized));
}

TEST_F(RpcTest, BalanceOfNobodyIsZero)
{
    EXPECT_EQ(result("getBalance", {m_bob.key.text()})["value"], 0);
}

TEST_F(RpcTest, AWrongAddressIsInvalidParams)
{
    EXPECT_EQ(errorCode("getBalance", {"not an address"}), -32602);
    EXPECT_EQ(errorCode("getBalance", Json::array({m_alice.key.text(), {{"commitment", "certain"}}})), -32602);
}

TEST_F(RpcTest, AccountInfoIsBase64WithItsFields)
{
    const Json value =
        result("getAccountInfo", Json::array({FakeDemo::mint().text(), {{"encoding", "base64"}}}))["value"];
    EXPECT_EQ(value["data"][1], "base64");
    EXPECT_EQ(fromBase64(value["data"][0].get<std::string>())->size(), 82u);
    EXPECT_EQ(value["owner"], ids::kToken.text());
    EXPECT_EQ(value["executable"], false);
    EXPECT_EQ(value["space"], 82);
    EXPECT_EQ(value["rentEpoch"], UINT64_MAX);
}

TEST_F(RpcTest, AnAccountThatIsNotThereIsNull)
{
    EXPECT_TRUE(result("getAccountInfo", {m_bob.key.text()})["value"].is_null());
}

TEST_F(RpcTest, ASliceOfAnAccountIsASlice)
{
    const Json value =
        result("getAccountInfo",
               Json::array({FakeDemo::mint().text(),
                            {{"encoding", "base64"}, {"dataSlice", {{"offset", 44}, {"length", 1}}}}}))["value"];
    EXPECT_EQ(*fromBase64(value["data"][0].get<std::string>()), Bytes{8});
}

TEST_F(RpcTest, ManyAccountsComeInOrderWithNullForThoseMissing)
{
    const Json value =
        result("getMultipleAccounts", Json::array({Json::array({m_bob.key.text(), m_alice.key.text()})}))["value"];
    EXPECT_TRUE(value[0].is_null());
    EXPECT_EQ(value[1]["lamports"], 10 * kSol);
}

TEST_F(RpcTest, MoreThan100AccountsAreTooMany)
{
    EXPECT_EQ(errorCode("getMultipleAccounts", Json::array({std::vector<std::string>(101, m_bob.key.text())})), -32602);
}

TEST_F(RpcTest, TokenAccountsComeParsedAndRaw)
{
    const Json filter{{"mint", FakeDemo::mint().text()}};
    const Json parsed = result("getTokenAccountsByOwner",
                               Json::array({m_alice.key.text(), filter, {{"encoding", "jsonParsed"}}}))["value"];
    ASSERT_EQ(parsed.size(), 1u);
    EXPECT_EQ(parsed[0]["account"]["data"]["parsed"]["info"]["tokenAmount"]["uiAmountString"], "12.345");
    const Json raw64 = result(
        "getTokenAccountsByOwner",
        Json::array({m_alice.key.text(), {{"programId", ids::kToken.text()}}, {{"encoding", "base64"}}}))["value"];
    ASSERT_EQ(raw64.size(), 1u);
    EXPECT_EQ(raw64[0]["pubkey"], associatedTokenAddress(m_alice.key, FakeDemo::mint()).text());
}

TEST_F(RpcTest, TokenBalanceHasAmountAndDecimals)
{
    const Json value =
        result("getTokenAccountBalance", {associatedTokenAddress(m_alice.key, FakeDemo::mint()).text()})["value"];
    EXPECT_EQ(value["amount"], "1234500000");
    EXPECT_EQ(value["decimals"], 8);
    EXPECT_EQ(errorCode("getTokenAccountBalance", {m_alice.key.text()}), -32602);
}

TEST_F(RpcTest, ABlockhashComesWithItsLastHeight)
{
    const Json out = result("getLatestBlockhash", Json::array({{{"commitment", "confirmed"}}}));
    const std::uint64_t height = result("getBlockHeight", Json::array({{{"commitment", "confirmed"}}}));
    EXPECT_EQ(out["value"]["lastValidBlockHeight"], height + 150);
    EXPECT_TRUE(Pubkey::fromText(out["value"]["blockhash"].get<std::string>()).has_value());
}

TEST_F(RpcTest, ASentTransactionIsConfirmedAndFound)
{
    const Bytes bytes = wire({make::systemTransfer(m_alice.key, m_bob.key, kSol), make::memo("thanks")}, {m_alice});
    const std::string signature = result("sendTransaction", sendParams(bytes));
    Json status = result("getSignatureStatuses", Json::array({Json::array({signature})}))["value"][0];
    EXPECT_EQ(status["confirmationStatus"], "processed");
    EXPECT_TRUE(status["err"].is_null());
    pass(14s);
    status = result("getSignatureStatuses", Json::array({Json::array({signature})}))["value"][0];
    EXPECT_EQ(status["confirmationStatus"], "finalized");
    EXPECT_TRUE(status["confirmations"].is_null());
    const Json found = result(
        "getTransaction", Json::array({signature, {{"encoding", "base64"}, {"maxSupportedTransactionVersion", 0}}}));
    EXPECT_EQ(found["transaction"][0], toBase64(bytes));
    EXPECT_EQ(found["meta"]["fee"], 5'000);
    EXPECT_EQ(found["meta"]["postBalances"][1], kSol);
    EXPECT_EQ(found["version"], "legacy");
    const Json history = result("getSignaturesForAddress", Json::array({m_bob.key.text(), {{"limit", 5}}}));
    ASSERT_EQ(history.size(), 1u);
    EXPECT_EQ(history[0]["signature"], signature);
    EXPECT_EQ(history[0]["memo"], "[6] thanks");
}

TEST_F(RpcTest, TransactionsComeAsJsonToo)
{
    const std::string signature =
        result("sendTransaction", sendParams(wire({make::systemTransfer(m_alice.key, m_bob.key, kSol)}, {m_alice})));
    pass(14s);
    const Json message =
        result("getTransaction", Json::array({signature, {{"encoding", "json"}}}))["transaction"]["message"];
    EXPECT_EQ(message["accountKeys"][0], m_alice.key.text());
    EXPECT_EQ(message["header"]["numRequiredSignatures"], 1);
    EXPECT_EQ(message["instructions"][0]["data"], "3Bxs3zzLZLuLQEYX");
}

TEST_F(RpcTest, AVersionedTransactionWantsAClientThatKnowsThem)
{
    const std::string signature = result("sendTransaction", sendParams(wire({make::memo("v0")}, {m_alice}, true)));
    pass(14s);
    EXPECT_EQ(errorCode("getTransaction", {signature}), -32015);
    EXPECT_EQ(result("getTransaction", Json::array({signature, {{"maxSupportedTransactionVersion", 0}}}))["version"],
              0);
}

TEST_F(RpcTest, ATransactionOfTheLastSecondsIsNotFinalized)
{
    const std::string signature = result("sendTransaction", sendParams(wire({make::memo("hi")}, {m_alice})));
    EXPECT_TRUE(result("getTransaction", {signature}).is_null());
    EXPECT_TRUE(result("getSignaturesForAddress", {m_alice.key.text()}).empty());
}

TEST_F(RpcTest, PreflightRefusesWithLogs)
{
    const Json reply =
        ask("sendTransaction", sendParams(wire({make::systemTransfer(m_alice.key, m_bob.key, 99 * kSol)}, {m_alice})));
    EXPECT_EQ(reply["error"]["code"], -32002);
    EXPECT_EQ(reply["error"]["message"],
              "Transaction simulation failed: Error processing Instruction 0: custom program error: 0x1");
    EXPECT_EQ(reply["error"]["data"]["err"], Json::parse(custom(1)));
    EXPECT_FALSE(reply["error"]["data"]["logs"].empty());
    EXPECT_EQ(lamports(m_alice.key), 10 * kSol);
}

TEST_F(RpcTest, WithoutPreflightAFailureIsRecordedAndCosts)
{
    const std::string signature =
        result("sendTransaction", sendParams(wire({make::systemTransfer(m_alice.key, m_bob.key, 99 * kSol)}, {m_alice}),
                                             {{"skipPreflight", true}}));
    const Json status = result("getSignatureStatuses", Json::array({Json::array({signature})}))["value"][0];
    EXPECT_EQ(status["err"], Json::parse(custom(1)));
    EXPECT_EQ(lamports(m_alice.key), 10 * kSol - 5'000);
}

TEST_F(RpcTest, ABadSignatureHasItsOwnCode)
{
    Bytes bytes = wire({make::memo("hi")}, {m_alice});
    bytes[20] ^= 1;
    EXPECT_EQ(errorCode("sendTransaction", sendParams(bytes)), -32003);
}

TEST_F(RpcTest, TheSameTransactionTwiceIsAlreadyProcessed)
{
    const Bytes bytes = wire({make::memo("hi")}, {m_alice});
    result("sendTransaction", sendParams(bytes));
    EXPECT_EQ(ask("sendTransaction", sendParams(bytes))["error"]["message"],
              "Transaction simulation failed: This transaction has already been processed");
}

TEST_F(RpcTest, AnOldBlockhashIsNotFound)
{
    const Bytes bytes = wire({make::memo("hi")}, {m_alice});
    pass(61s);
    EXPECT_EQ(ask("sendTransaction", sendParams(bytes))["error"]["message"],
              "Transaction simulation failed: Blockhash not found");
}

TEST_F(RpcTest, NoiseIsNoTransaction)
{
    EXPECT_EQ(errorCode("sendTransaction", sendParams(Bytes(100, 3))), -32602);
    EXPECT_EQ(errorCode("sendTransaction", Json::array({"!!!", {{"encoding", "base64"}}})), -32602);
    EXPECT_EQ(errorCode("sendTransaction"), -32602);
}

TEST_F(RpcTest, ASimulationShowsAccountsAndChangesNothing)
{
    const Json options{{"sigVerify", true},
                       {"accounts", {{"encoding", "base64"}, {"addresses", {m_bob.key.text(), m_alice.key.text()}}}}};
    const Json value =
        result("simulateTransaction",
               sendParams(wire({make::systemTransfer(m_alice.key, m_bob.key, kSol)}, {m_alice}), options))["value"];
    EXPECT_TRUE(value["err"].is_null());
    EXPECT_EQ(value["accounts"][0]["lamports"], kSol);
    EXPECT_EQ(value["accounts"][1]["lamports"], 9 * kSol - 5'000);
    EXPECT_EQ(value["unitsConsumed"], 150);
    EXPECT_EQ(lamports(m_bob.key), 0u);
}

TEST_F(RpcTest, ASimulationMayReplaceTheBlockhashAndNeedsNoSignature)
{
    const Bytes message = compileMessage(m_alice.key, {make::memo("hi")}, person("old").key);
    const Bytes unsignedBytes = signedTransaction(message, {});
    EXPECT_EQ(result("simulateTransaction", sendParams(unsignedBytes))["value"]["err"], "BlockhashNotFound");
    const Json value =
        result("simulateTransaction", sendParams(unsignedBytes, {{"replaceRecentBlockhash", true}}))["value"];
    EXPECT_TRUE(value["err"].is_null());
    EXPECT_TRUE(value["replacementBlockhash"].contains("lastValidBlockHeight"));
    EXPECT_EQ(errorCode("simulateTransaction",
                        sendParams(unsignedBytes, {{"replaceRecentBlockhash", true}, {"sigVerify", true}})),
              -32602);
}

TEST_F(RpcTest, InnerInstructionsComeWhenAskedFor)
{
    const Bytes bytes = wire({make::createAssociatedToken(m_alice.key, m_bob.key, FakeDemo::mint())}, {m_alice});
    const Json value = result("simulateTransaction", sendParams(bytes, {{"innerInstructions", true}}))["value"];
    ASSERT_EQ(value["innerInstructions"].size(), 1u);
    EXPECT_EQ(value["innerInstructions"][0]["index"], 0);
    EXPECT_EQ(value["innerInstructions"][0]["instructions"].size(), 4u);
}

TEST_F(RpcTest, AFeeIsToldForAMessage)
{
    const Bytes message = compileMessage(
        m_alice.key, {make::computeUnitLimit(1'000'000), make::computeUnitPrice(2'000'000), make::memo("hi")},
        m_world->latestBlockhash());
    EXPECT_EQ(result("getFeeForMessage", {toBase64(message)})["value"], 2'005'000);
    pass(61s);
    EXPECT_TRUE(result("getFeeForMessage", {toBase64(message)})["value"].is_null());
}

TEST_F(RpcTest, RentIsTheChainsOwn)
{
    EXPECT_EQ(result("getMinimumBalanceForRentExemption", {0}), 890'880);
    EXPECT_EQ(result("getMinimumBalanceForRentExemption", {165}), 2'039'280);
    EXPECT_EQ(errorCode("getMinimumBalanceForRentExemption", {-1}), -32602);
}

TEST_F(RpcTest, PriorityFeesOfTheLast150SlotsAreTold)
{
    const Json out = result("getRecentPrioritizationFees", Json::array({Json::array({m_alice.key.text()})}));
    ASSERT_EQ(out.size(), 150u);
    EXPECT_TRUE(out[0].contains("slot"));
    EXPECT_TRUE(out[0].contains("prioritizationFee"));
    EXPECT_TRUE(result("getPriorityFeeEstimate", Json::array({{{"accountKeys", Json::array()}}}))["priorityFeeEstimate"]
                    .is_number_float());
}

TEST_F(RpcTest, EpochSlotAndTimeFitEachOther)
{
    const Json epoch = result("getEpochInfo");
    EXPECT_EQ(epoch["absoluteSlot"].get<std::uint64_t>(),
              epoch["epoch"].get<std::uint64_t>() * 432'000 + epoch["slotIndex"].get<std::uint64_t>());
    const std::uint64_t slot = result("getSlot");
    EXPECT_EQ(result("getBlockTime", {slot}), toUnixSeconds(m_world->now() - 13s) - 1)
        << "the second in which the slot began";
    EXPECT_EQ(errorCode("getBlockTime", {slot + 1000}), -32004);
}

TEST_F(RpcTest, TheNodeSaysWhoItIs)
{
    EXPECT_EQ(result("getHealth"), "ok");
    EXPECT_TRUE(result("getVersion").contains("solana-core"));
    EXPECT_NE(result("getGenesisHash"), "5eykt4UsFv8P8NJdTREpY1vzqKqZKvdpKuc147dw2N9d")
        << "the demo must not look like the main network";
}

TEST_F(RpcTest, AnAssetHasTheDocumentedFields)
{
    const Json asset = result("getAsset", {{"id", m_asset.id.text()}});
    EXPECT_EQ(asset["id"], m_asset.id.text());
    EXPECT_EQ(asset["compression"]["compressed"], true);
    EXPECT_EQ(asset["compression"]["tree"], FakeDemo::tree().text());
    EXPECT_EQ(asset["compression"]["leaf_id"], 0);
    EXPECT_EQ(asset["compression"]["data_hash"], m_asset.dataHash.text());
    EXPECT_EQ(asset["ownership"]["owner"], m_alice.key.text());
    EXPECT_EQ(asset["ownership"]["delegated"], false);
    EXPECT_EQ(asset["creators"][1]["address"], person("second").key.text());
    EXPECT_EQ(asset["creators"][0]["verified"], true);
    EXPECT_EQ(asset["content"]["json_uri"], "https://example.test/one");
    EXPECT_EQ(asset["content"]["metadata"]["name"], "thing one");
    EXPECT_EQ(asset["burnt"], false);
}

TEST_F(RpcTest, AProofLeadsFromTheLeafToTheRoot)
{
    const Json proof = result("getAssetProof", {{"id", m_asset.id.text()}});
    EXPECT_EQ(proof["proof"].size(), 5u);
    EXPECT_EQ(proof["node_index"], 32);
    EXPECT_EQ(proof["tree_id"], FakeDemo::tree().text());
    EXPECT_EQ(proof["leaf"], leafHash(m_asset).text());
    EXPECT_EQ(proof["root"], m_world->treeRoot(FakeDemo::tree()).text());
}

TEST_F(RpcTest, AnUnknownAssetIsNotFoundInTheDocumentedWords)
{
    const Json reply = ask("getAsset", {{"id", m_bob.key.text()}});
    EXPECT_TRUE(reply["error"]["message"].get<std::string>().starts_with("Database Error: RecordNotFound"));
}

TEST_F(RpcTest, BatchesOfAssetsAndProofs)
{
    const Json ids{{"ids", {m_asset.id.text(), m_bob.key.text()}}};
    const Json assets = result("getAssetBatch", ids);
    EXPECT_EQ(assets[0]["id"], m_asset.id.text());
    EXPECT_TRUE(assets[1].is_null());
    const Json proofs = result("getAssetProofBatch", ids);
    EXPECT_EQ(proofs[m_asset.id.text()]["node_index"], 32);
    EXPECT_TRUE(proofs[m_bob.key.text()].is_null());
}

TEST_F(RpcTest, AssetsAreFoundByOwnerAndVerifiedCreatorInPages)
{
    const auto search = [&](const Pubkey& creator, int page, int limit) {
        return result("searchAssets", {{"ownerAddress", m_alice.key.text()},
                                       {"creatorAddress", creator.text()},
                                       {"creatorVerified", true},
                                       {"page", page},
                                       {"limit", limit}});
    };
    EXPECT_EQ(search(kMinter, 1, 1000)["items"][0]["id"], m_asset.id.text());
    EXPECT_EQ(search(kMinter, 1, 1000)["total"], 1);
    EXPECT_TRUE(search(kMinter, 2, 1000)["items"].empty());
    EXPECT_TRUE(search(person("second").key, 1, 1000)["items"].empty()) << "not verified";
    EXPECT_EQ(errorCode("searchAssets", {{"page", 0}}), -32602);
    EXPECT_EQ(errorCode("searchAssets", {{"limit", 1001}}), -32602);
}

TEST_F(RpcTest, AnAnswerGetsLostAfterTheTransactionWasTaken)
{
    m_world->faults().add(*FaultOrder::parse("rpc-timeout-after-accept"));
    const Bytes bytes = wire({make::systemTransfer(m_alice.key, m_bob.key, kSol)}, {m_alice});
    ask("sendTransaction", sendParams(bytes));
    EXPECT_TRUE(m_lostAnswer);
    EXPECT_EQ(lamports(m_bob.key), kSol);
    ask("sendTransaction", sendParams(wire({make::memo("second")}, {m_alice})));
    EXPECT_FALSE(m_lostAnswer);
}

TEST_F(RpcTest, ABlockhashExpiresWhileItIsSent)
{
    const std::uint64_t height = result("getBlockHeight");
    m_world->faults().add(*FaultOrder::parse("blockhash-expires"));
    EXPECT_EQ(ask("sendTransaction", sendParams(wire({make::memo("hi")}, {m_alice})))["error"]["data"]["err"],
              "BlockhashNotFound");
    EXPECT_GE(result("getBlockHeight").get<std::uint64_t>(), height + 183)
        << "finalised height must pass the point at which a rebuild is allowed";
}

} // namespace
} // namespace outpost::sim::test
