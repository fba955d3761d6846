// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/SolanaReplies.h"

#include "LedgerFixtures.h"

#include <gtest/gtest.h>

namespace outpost::ledger::replies {
namespace {

const std::string kKey3 = key(3).toBase58();
const std::string kKey4 = key(4).toBase58();

std::string with(std::string text, const std::string& from, const std::string& to)
{
    const auto at = text.find(from);
    EXPECT_NE(at, std::string::npos) << from;
    return text.replace(at, from.size(), to);
}

TEST(SolanaReplies, ReadsTheLatestBlockhash)
{
    const auto latest = latestBlockhash(json(inContext(
        R"({"blockhash":"EkSnNWid2cvwEVnVx9aBqawnmiCNiDgp3gUdkDPTKN1N","lastValidBlockHeight":3090})", 2792)));
    ASSERT_TRUE(latest);
    EXPECT_EQ(latest->lastValidBlockHeight, 3090u);
    EXPECT_EQ(latest->slot, 2792u);
    EXPECT_EQ(latest->hash.toBase58(), "EkSnNWid2cvwEVnVx9aBqawnmiCNiDgp3gUdkDPTKN1N");
}

TEST(SolanaReplies, ABlockhashOfAnotherLengthIsRefused)
{
    EXPECT_FALSE(latestBlockhash(json(inContext(R"({"blockhash":"abc","lastValidBlockHeight":3090})"))));
}

TEST(SolanaReplies, ReadsAccountsAndKeepsTheMissingOnesPlaces)
{
    const auto at = accounts(json(inContext("[null," + accountText(key(3), 5, {1, 2, 3}) + "]")), 2);
    ASSERT_TRUE(at);
    EXPECT_FALSE(at->accounts[0]);
    EXPECT_EQ(at->accounts[1]->data, (Bytes{1, 2, 3}));
    EXPECT_EQ(at->accounts[1]->lamports, 5u);
}

TEST(SolanaReplies, AnotherNumberOfAccountsIsRefused)
{
    EXPECT_FALSE(accounts(json(inContext("[null]")), 2));
    EXPECT_FALSE(accounts(json(inContext("[null,null,null]")), 2));
}

TEST(SolanaReplies, AnAccountInAnotherEncodingIsRefused)
{
    const auto good = accountText(key(3), 5, {1});
    EXPECT_FALSE(accounts(json(inContext("[" + with(good, R"("base64"])", R"("base58"])") + "]")), 1));
    EXPECT_FALSE(accounts(json(inContext("[" + with(good, R"(["AQ==","base64"])", R"("AQ==")") + "]")), 1));
    EXPECT_FALSE(accounts(json(inContext("[" + with(good, "AQ==", "A!==") + "]")), 1));
}

TEST(SolanaReplies, LamportsThatAreNoWholeNumberAreRefused)
{
    const auto good = accountText(key(3), 5, {1});
    for (const char* bad : {R"("lamports":5.5)", R"("lamports":-5)", R"("lamports":"5")", R"("lamports":1e3)"})
        EXPECT_FALSE(accounts(json(inContext("[" + with(good, R"("lamports":5)", bad) + "]")), 1)) << bad;
}

TEST(SolanaReplies, TokenAccountsOfSomebodyElseAreRefused)
{
    const std::string entry = R"({"pubkey":")" + kKey4 + R"(","account":)" +
                              accountText(solana::programs::kToken, 2039280, tokenAccountData(key(5), key(3), 77)) +
                              "}";
    const auto mine = tokenAccounts(json(inContext("[" + entry + "]")), key(3));
    ASSERT_TRUE(mine);
    EXPECT_EQ(mine->at(0).token.amount, 77u);
    EXPECT_FALSE(tokenAccounts(json(inContext("[" + entry + "]")), key(6)));
}

TEST(SolanaReplies, ReadsASimulationWithItsAccounts)
{
    const auto reply = simulation(
        json(inContext(R"({"err":null,"logs":["Program x success"],"unitsConsumed":150,"accounts":[null]})")), 1);
    ASSERT_TRUE(reply);
    EXPECT_FALSE(reply->failure);
    EXPECT_EQ(reply->units, 150u);
    EXPECT_EQ(reply->logs, (std::vector<std::string>{"Program x success"}));
    ASSERT_EQ(reply->accounts.size(), 1u);
}

TEST(SolanaReplies, AFailedSimulationKeepsItsReason)
{
    const auto reply =
        simulation(json(inContext(R"({"err":{"InstructionError":[0,{"Custom":1}]},"logs":null,"accounts":null})")), 1);
    ASSERT_TRUE(reply);
    EXPECT_EQ(reply->failure, R"({"InstructionError":[0,{"Custom":1}]})");
    EXPECT_TRUE(reply->accounts.empty());
}

TEST(SolanaReplies, ASimulationThatDoesNotSayHowItEndedIsRefused)
{
    EXPECT_FALSE(simulation(json(inContext(R"({"logs":[]})")), 0));
}

TEST(SolanaReplies, ReadsStatusesAndKeepsTheUnknownOnesPlaces)
{
    const auto list = statuses(
        json(inContext(
            R"([{"slot":72,"confirmations":10,"err":null,"status":{"Ok":null},"confirmationStatus":"confirmed"},null])")),
        2);
    ASSERT_TRUE(list);
    EXPECT_EQ(list->at(0)->level, Commitment::Confirmed);
    EXPECT_FALSE(list->at(0)->failure);
    EXPECT_FALSE(list->at(1));
}

TEST(SolanaReplies, AStatusWithoutOutcomeOrWithAnUnknownLevelIsRefused)
{
    EXPECT_FALSE(statuses(json(inContext(R"([{"slot":72,"confirmationStatus":"confirmed"}])")), 1));
    EXPECT_FALSE(statuses(json(inContext(R"([{"slot":72,"err":null,"confirmationStatus":"maybe"}])")), 1));
    EXPECT_FALSE(statuses(json(inContext("[]")), 1));
}

TEST(SolanaReplies, AMissingTransactionIsNothing)
{
    const auto record = transaction(json("null"));
    ASSERT_TRUE(record);
    EXPECT_FALSE(*record);
}

const std::string kTransaction =
    R"({"slot":430,"blockTime":1790000000,"version":0,"transaction":["AQID","base64"],"meta":{"err":null,"fee":5000,)"
    R"("preBalances":[10,20],"postBalances":[5,25],"logMessages":["a"],"loadedAddresses":{"writable":[],"readonly":[]},)"
    R"("preTokenBalances":[],"postTokenBalances":[{"accountIndex":1,"mint":")" +
    kKey3 + R"(","owner":")" + kKey4 +
    R"(","uiTokenAmount":{"amount":"18446744073709551616","decimals":8,"uiAmount":1.5,"uiAmountString":"1"}}]}})";

TEST(SolanaReplies, ReadsATransactionWithItsBalances)
{
    const auto record = transaction(json(kTransaction));
    ASSERT_TRUE(record) << record.error().detail;
    ASSERT_TRUE(*record);
    EXPECT_EQ((*record)->fee, 5000u);
    EXPECT_EQ((*record)->at, fromUnixSeconds(1790000000));
    EXPECT_EQ((*record)->tokensAfter.at(0).amount.toString(), "18446744073709551616");
    EXPECT_EQ((*record)->tokensAfter.at(0).owner, key(4));
}

TEST(SolanaReplies, ATransactionOfABadShapeIsRefused)
{
    EXPECT_FALSE(transaction(json(with(kTransaction, "[5,25]", "[5]"))));
    EXPECT_FALSE(transaction(json(with(kTransaction, R"("err":null,)", ""))));
    EXPECT_FALSE(transaction(json(with(kTransaction, "1790000000", "-1"))));
    EXPECT_FALSE(transaction(json(with(kTransaction, R"("18446744073709551616")", R"("-1")"))));
    EXPECT_FALSE(transaction(json(with(kTransaction, R"("accountIndex":1)", R"("accountIndex":999)"))));
    EXPECT_FALSE(transaction(json(with(kTransaction, "AQID", std::string(4000, 'A')))));
}

TEST(SolanaReplies, AFeeEstimateIsRoundedUp)
{
    EXPECT_EQ(priorityFeeEstimate(json(R"({"priorityFeeEstimate":1200.0})")), 1200u);
    EXPECT_EQ(priorityFeeEstimate(json(R"({"priorityFeeEstimate":1200.25})")), 1201u);
    EXPECT_EQ(priorityFeeEstimate(json(R"({"priorityFeeEstimate":0})")), 0u);
    EXPECT_EQ(priorityFeeEstimate(json(R"({"priorityFeeEstimate":1.2e3})")), 1200u);
}

TEST(SolanaReplies, AFeeEstimateThatIsNoFeeIsRefused)
{
    for (const char* bad :
         {R"({"priorityFeeEstimate":-1})", R"({"priorityFeeEstimate":"5"})", "{}", R"({"priorityFeeEstimate":1e300})"})
        EXPECT_FALSE(priorityFeeEstimate(json(bad))) << bad;
}

std::string assetText(const std::string& id, const std::string& hashText)
{
    return R"({"interface":"V1_NFT","id":")" + id +
           R"(","content":{"json_uri":"https://e.example/x","metadata":{"name":"ha\u202Eppy-otter","symbol":"S",)"
           R"("attributes":[{"trait_type":"ecc","value":"abc"},{"trait_type":"n","value":7},{"trait_type":"o","value":{}}]}},)"
           R"("compression":{"eligible":false,"compressed":true,"data_hash":")" +
           hashText + R"(","creator_hash":")" + hashText + R"(","asset_hash":")" + hashText + R"(","tree":")" + kKey4 +
           R"(","seq":5,"leaf_id":42},"grouping":[{"group_key":"collection","group_value":")" + kKey3 +
           R"("}],"creators":[{"address":")" + kKey3 +
           R"(","share":100,"verified":true}],"ownership":{"frozen":false,"delegated":false,"delegate":null,)"
           R"("owner":")" +
           kKey4 + R"(","ownership_model":"single"},"burnt":false})";
}

TEST(SolanaReplies, ReadsACompressedAsset)
{
    const auto one = asset(json(assetText(kKey3, kKey4)));
    ASSERT_TRUE(one) << one.error().detail;
    EXPECT_EQ(one->id, key(3));
    EXPECT_EQ(one->owner, key(4));
    EXPECT_EQ(one->collection, key(3));
    ASSERT_TRUE(one->compression);
    EXPECT_EQ(one->compression->leafId, 42u);
    EXPECT_EQ(one->compression->dataHash, key(4).bytes());
    EXPECT_TRUE(one->creators.at(0).verified);
}

TEST(SolanaReplies, TextOfAnAssetIsMadePlain)
{
    const auto one = asset(json(assetText(kKey3, kKey4)));
    EXPECT_EQ(one->name.find("\u202E"), std::string::npos);
    EXPECT_EQ(one->attributes, (std::vector<std::pair<std::string, std::string>>{{"ecc", "abc"}, {"n", "7"}}));
}

TEST(SolanaReplies, HashesMayBeHexadecimal)
{
    const auto one = asset(json(assetText(kKey3, "0x" + toHex(key(4).span()))));
    ASSERT_TRUE(one);
    EXPECT_EQ(one->compression->dataHash, key(4).bytes());
}

TEST(SolanaReplies, AHashOfAnotherLengthIsRefused)
{
    EXPECT_FALSE(asset(json(assetText(kKey3, "0x00ff"))));
    EXPECT_FALSE(asset(json(assetText(kKey3, "11"))));
}

TEST(SolanaReplies, ABatchOfAssetsIsPutInTheOrderAsked)
{
    const std::vector<PublicKey> ids{key(4), key(5), key(3)};
    const auto list = assets(json("[" + assetText(kKey3, kKey4) + ",null," + assetText(kKey4, kKey4) + "]"), ids);
    ASSERT_TRUE(list);
    EXPECT_EQ(list->at(0)->id, key(4));
    EXPECT_FALSE(list->at(1));
    EXPECT_EQ(list->at(2)->id, key(3));
}

TEST(SolanaReplies, AnAssetNobodyAskedForIsRefused)
{
    const std::vector<PublicKey> ids{key(4)};
    EXPECT_FALSE(assets(json("[" + assetText(kKey3, kKey4) + "]"), ids));
}

TEST(SolanaReplies, ReadsProofsKeyedByAsset)
{
    const std::vector<PublicKey> ids{key(3), key(5)};
    const std::string proofText = R"({"root":")" + kKey3 + R"(","proof":[")" + kKey4 + R"("],"node_index":16426,)" +
                                  R"("leaf":")" + kKey3 + R"(","tree_id":")" + kKey4 + R"("})";
    const auto list = proofs(json(R"({")" + kKey3 + R"(":)" + proofText + "}"), ids);
    ASSERT_TRUE(list) << list.error().detail;
    EXPECT_EQ(list->at(0)->proof, (std::vector<PublicKey>{key(4)}));
    EXPECT_EQ(list->at(0)->nodeIndex, 16426u);
    EXPECT_FALSE(list->at(1));
}

TEST(SolanaReplies, AnOverlongProofIsRefused)
{
    std::string keysText;
    for (int i = 0; i < 65; ++i)
        keysText += (i ? ",\"" : "\"") + kKey4 + "\"";
    EXPECT_FALSE(proof(json(R"({"root":")" + kKey3 + R"(","proof":[)" + keysText + R"(],"node_index":1,"leaf":")" +
                            kKey3 + R"(","tree_id":")" + kKey4 + R"("})")));
}

TEST(SolanaReplies, APageOfAssetsMayNotExceedWhatIsAskedFor)
{
    std::string items;
    for (int i = 0; i < 1001; ++i)
        items += i ? ",{}" : "{}";
    EXPECT_FALSE(assetPage(json(R"({"total":1001,"limit":1000,"page":1,"items":[)" + items + "]}")));
}

} // namespace
} // namespace outpost::ledger::replies
