// SPDX-License-Identifier: GPL-3.0-or-later
#include "FakeDemo.h"
#include "SimFixture.h"

namespace outpost::sim::test {
namespace {

class RuntimeRules : public SimTest {
protected:
    void SetUp() override
    {
        SimTest::SetUp();
        give(m_alice.key, 10 * kSol);
        give(m_bob.key, 10 * kSol);
        give(RogueProgram::purse().key, kSol);
    }
    std::vector<std::unique_ptr<demo::Demo>> networks() override
    {
        std::vector<std::unique_ptr<demo::Demo>> all;
        all.push_back(std::make_unique<FakeDemo>());
        return all;
    }
    Instruction rogue(std::uint8_t what, std::vector<AccountMeta> accounts = {}) const
    {
        return {kRogue, std::move(accounts), {what}};
    }
    Keypair m_alice = person("alice");
    Keypair m_bob = person("bob");
};

TEST_F(RuntimeRules, AProgramCannotSpendWhatItDoesNotOwn)
{
    EXPECT_EQ(verdict(send({rogue(1, {{m_alice.key, true, true}, {m_bob.key, false, true}})}, {m_alice})),
              named("ExternalAccountLamportSpend"));
}

TEST_F(RuntimeRules, LamportsDoNotAppear)
{
    EXPECT_EQ(verdict(send({rogue(2, {{m_bob.key, false, true}})}, {m_alice})), named("UnbalancedInstruction"));
}

TEST_F(RuntimeRules, AProgramCannotWriteAnothersData)
{
    EXPECT_EQ(verdict(send({rogue(3, {{FakeDemo::mint(), false, true}})}, {m_alice})),
              named("ExternalAccountDataModified"));
}

TEST_F(RuntimeRules, ReadOnlyDataStaysAsItIs)
{
    EXPECT_EQ(verdict(send({rogue(3, {{FakeDemo::mint(), false, false}})}, {m_alice})), named("ReadonlyDataModified"));
}

TEST_F(RuntimeRules, AProgramCannotResizeAnothersData)
{
    EXPECT_EQ(verdict(send({rogue(4, {{FakeDemo::mint(), false, true}})}, {m_alice})), named("AccountDataSizeChanged"));
}

TEST_F(RuntimeRules, AProgramCannotTakeAnAccountOver)
{
    EXPECT_EQ(verdict(send({rogue(5, {{FakeDemo::mint(), false, true}})}, {m_alice})), named("ModifiedProgramId"));
}

TEST_F(RuntimeRules, ACallCannotInventASignature)
{
    EXPECT_EQ(
        verdict(send({rogue(6, {{m_bob.key, false, true}, {m_alice.key, false, true}, {ids::kSystem, false, false}})},
                     {m_alice})),
        named("PrivilegeEscalation"));
}

TEST_F(RuntimeRules, ACallCannotInventTheRightToWrite)
{
    EXPECT_EQ(
        verdict(send({rogue(6, {{m_bob.key, true, false}, {m_alice.key, false, true}, {ids::kSystem, false, false}})},
                     {m_alice, m_bob})),
        named("PrivilegeEscalation"));
}

TEST_F(RuntimeRules, ASignatureOfTheTransactionReachesTheCalledProgram)
{
    mustSend({rogue(6, {{m_bob.key, true, true}, {m_alice.key, false, true}, {ids::kSystem, false, false}})},
             {m_alice, m_bob});
    EXPECT_EQ(lamports(m_bob.key), 10 * kSol - 5);
}

TEST_F(RuntimeRules, AProgramSignsForItsDerivedAddress)
{
    const Outcome out = mustSend(
        {rogue(7, {{RogueProgram::purse().key, false, true}, {m_bob.key, false, true}, {ids::kSystem, false, false}})},
        {m_alice});
    EXPECT_EQ(lamports(RogueProgram::purse().key), kSol - 5);
    ASSERT_EQ(out.inner.size(), 1u);
    EXPECT_EQ(out.inner[0].height, 2);
}

TEST_F(RuntimeRules, ACallNeedsTheProgramAmongTheAccounts)
{
    EXPECT_EQ(
        verdict(send({rogue(7, {{RogueProgram::purse().key, false, true}, {m_bob.key, false, true}})}, {m_alice})),
        named("MissingAccount"));
}

TEST_F(RuntimeRules, CallsGoFiveDeep)
{
    EXPECT_EQ(verdict(send({rogue(8, {{kRogue, false, false}})}, {m_alice})), named("CallDepth"));
}

TEST_F(RuntimeRules, AProgramMakesAnAccountOfItsOwnAndFillsIt)
{
    m_world->setAccount(RogueProgram::purse().key, {});
    mustSend(
        {rogue(9, {{m_alice.key, true, true}, {RogueProgram::purse().key, false, true}, {ids::kSystem, false, false}})},
        {m_alice});
    EXPECT_EQ(data(RogueProgram::purse().key), (Bytes{42, 0, 0, 0, 0, 0, 0, 0, 0, 0}));
    EXPECT_EQ(m_world->account(RogueProgram::purse().key)->owner, kRogue);
}

TEST_F(RuntimeRules, AProgramMakesItsAccountAlsoWhereLamportsLieAlready)
{
    mustSend(
        {rogue(9, {{m_alice.key, true, true}, {RogueProgram::purse().key, false, true}, {ids::kSystem, false, false}})},
        {m_alice});
    EXPECT_EQ(m_world->account(RogueProgram::purse().key)->owner, kRogue);
}

TEST_F(RuntimeRules, WorkBeyondTheLimitFailsAndKeepsItsLogs)
{
    const Outcome out = send({rogue(10)}, {m_alice});
    EXPECT_EQ(verdict(out), named("ComputationalBudgetExceeded"));
    EXPECT_EQ(out.units, 200'000u);
    EXPECT_EQ(out.logs.at(1), "Program log: too late");
}

TEST_F(RuntimeRules, ProgramsSeeTheInstructionsAroundThem)
{
    const Outcome out = mustSend({make::memo("first"), rogue(11)}, {m_alice});
    EXPECT_TRUE(std::ranges::find(out.logs, "Program log: instruction 1 of 2") != out.logs.end());
}

TEST_F(RuntimeRules, FailuresAreLoggedInTheRuntimesForm)
{
    const Outcome out = send({rogue(0)}, {m_alice});
    EXPECT_EQ(verdict(out), custom(6000));
    EXPECT_EQ(out.logs.front(), "Program " + kRogue.text() + " invoke [1]");
    EXPECT_EQ(
        out.logs.at(1),
        "Program log: AnchorError occurred. Error Code: Nothing. Error Number: 6000. Error Message: nothing to do.");
    EXPECT_EQ(out.logs.back(), "Program " + kRogue.text() + " failed: custom program error: 0x1770");
}

TEST_F(RuntimeRules, ABadSignatureIsRefusedWithoutARecord)
{
    Bytes bytes = wire({make::memo("hi")}, {m_alice});
    bytes[10] ^= 1;
    const Outcome out = sendWire(bytes);
    EXPECT_EQ(verdict(out), "\"SignatureFailure\"");
    EXPECT_EQ(lamports(m_alice.key), 10 * kSol);
}

TEST_F(RuntimeRules, AMissingSecondSignatureIsRefused)
{
    const Bytes message = compileMessage(m_alice.key, {make::memo("hi", {m_bob.key})}, m_world->latestBlockhash());
    const Keypair one[] = {m_alice};
    EXPECT_EQ(verdict(sendWire(signedTransaction(message, one))), "\"SignatureFailure\"");
}

TEST_F(RuntimeRules, TheSameTransactionIsNotProcessedTwice)
{
    const Bytes bytes = wire({make::systemTransfer(m_alice.key, m_bob.key, 5)}, {m_alice});
    EXPECT_EQ(verdict(sendWire(bytes)), "ok");
    EXPECT_EQ(verdict(sendWire(bytes)), "\"AlreadyProcessed\"");
    EXPECT_EQ(lamports(m_bob.key), 10 * kSol + 5);
}

TEST_F(RuntimeRules, ABlockhashLives150Blocks)
{
    const Bytes good = wire({make::memo("good")}, {m_alice});
    pass(std::chrono::milliseconds(150 * 400));
    EXPECT_EQ(verdict(sendWire(good)), "ok");
    const Bytes late = wire({make::memo("late")}, {m_alice});
    pass(std::chrono::milliseconds(151 * 400));
    EXPECT_EQ(verdict(sendWire(late)), "\"BlockhashNotFound\"");
}

TEST_F(RuntimeRules, AnInventedBlockhashIsRefused)
{
    const Bytes message = compileMessage(m_alice.key, {make::memo("hi")}, person("no block").key);
    const Keypair one[] = {m_alice};
    EXPECT_EQ(verdict(sendWire(signedTransaction(message, one))), "\"BlockhashNotFound\"");
}

TEST_F(RuntimeRules, ATransactionIsAtMost1232Bytes)
{
    const Bytes bytes = wire({make::memo(std::string(1200, 'x'))}, {m_alice});
    EXPECT_FALSE(parseTransaction(bytes).has_value());
}

TEST_F(RuntimeRules, BytesBehindTheMessageAreRefused)
{
    Bytes bytes = wire({make::memo("hi")}, {m_alice});
    ASSERT_TRUE(parseTransaction(bytes).has_value());
    bytes.push_back(0);
    EXPECT_FALSE(parseTransaction(bytes).has_value());
}

TEST_F(RuntimeRules, NoCutOfATransactionIsATransaction)
{
    const Bytes bytes = wire({make::memo("hi")}, {m_alice}, true);
    for (std::size_t size = 0; size < bytes.size(); ++size)
        EXPECT_FALSE(parseTransaction(ByteSpan(bytes).first(size)).has_value()) << size;
}

TEST_F(RuntimeRules, TheFeePayerCannotBeTheProgram)
{
    Bytes message = compileMessage(m_alice.key, {make::memo("hi")}, m_world->latestBlockhash());
    const std::size_t programAt = 3 + 1 + 2 * 32 + 32 + 1;
    message[programAt] = 0;
    EXPECT_FALSE(parseMessage(message).has_value());
    message[programAt] = 2;
    EXPECT_FALSE(parseMessage(message).has_value());
}

TEST_F(RuntimeRules, MoreThan64AccountsAreTooManyLocks)
{
    // Only tables reach so many; the packet holds 35.
    Bytes table(56);
    table[0] = 1;
    std::fill_n(table.begin() + 4, 8, std::uint8_t{0xff});
    for (int i = 0; i < 70; ++i) {
        const Pubkey key = person("account " + std::to_string(i)).key;
        table.insert(table.end(), key.bytes.begin(), key.bytes.end());
    }
    const Pubkey tableKey = person("table").key;
    m_world->setData(tableKey, ids::kLookupTable, table);
    Bytes message{0x80, 1, 0, 1, 2};
    message.insert(message.end(), m_alice.key.bytes.begin(), m_alice.key.bytes.end());
    message.insert(message.end(), ids::kMemo.bytes.begin(), ids::kMemo.bytes.end());
    const Pubkey hash = m_world->latestBlockhash();
    message.insert(message.end(), hash.bytes.begin(), hash.bytes.end());
    message.insert(message.end(), {1, 1, 0, 0, 1});
    message.insert(message.end(), tableKey.bytes.begin(), tableKey.bytes.end());
    message.push_back(0);
    message.push_back(63);
    for (std::uint8_t i = 0; i < 63; ++i)
        message.push_back(i);
    const Keypair one[] = {m_alice};
    EXPECT_EQ(verdict(sendWire(signedTransaction(message, one))), "\"TooManyAccountLocks\"");
}

class CompressedRules : public RuntimeRules {
protected:
    void SetUp() override
    {
        RuntimeRules::SetUp();
        for (int i = 0; i < 6; ++i) {
            NewAsset wanted;
            wanted.tree = FakeDemo::tree();
            wanted.owner = i % 2 == 0 ? m_alice.key : m_bob.key;
            wanted.name = "asset " + std::to_string(i);
            wanted.creators = {{kMinter, true, 100}};
            m_assets.push_back(m_world->mintCompressed(wanted));
        }
        ASSERT_TRUE(m_world->end().has_value());
    }
    Instruction transfer(const Asset& asset, const Pubkey& to, const Pubkey& root,
                         const std::vector<Pubkey>& proof) const
    {
        const Pubkey authority = findProgramAddress({asset.tree.bytes}, ids::kBubblegum).key;
        Instruction out{
            ids::kBubblegum,
            {{authority, false, false},
             {asset.owner, true, false},
             {asset.delegate, false, false},
             {to, false, false},
             {asset.tree, false, true},
             {ids::kNoop, false, false},
             {ids::kCompression, false, false},
             {ids::kSystem, false, false}},
            joined({toBytes(anchorDiscriminator("transfer")), toBytes(root.bytes), toBytes(asset.dataHash.bytes),
                    toBytes(asset.creatorHash.bytes), le(asset.index), le(asset.index, 4)})};
        for (const auto& node : proof)
            out.accounts.push_back({node, false, false});
        return out;
    }
    Instruction transfer(const Asset& asset, const Pubkey& to) const
    {
        return transfer(asset, to, m_world->treeRoot(asset.tree), m_world->trimmedProof(asset.tree, asset.index));
    }
    Instruction mint(const Pubkey& owner) const
    {
        return {kMinter, {{FakeDemo::tree(), false, true}, {owner, false, false}}, {0}};
    }
    std::vector<Asset> m_assets;
};

TEST_F(CompressedRules, TheTreesRootAndTheIndexersAgree)
{
    for (const auto& asset : m_assets) {
        Pubkey node = leafHash(asset);
        std::uint32_t index = asset.index;
        for (const auto& sibling : m_world->treeProof(asset.tree, asset.index)) {
            node = index % 2 == 0 ? parentNode(node, sibling) : parentNode(sibling, node);
            index /= 2;
        }
        EXPECT_EQ(node, m_world->treeRoot(asset.tree)) << asset.index;
    }
}

TEST_F(CompressedRules, TheCanopyShortensTheProof)
{
    EXPECT_EQ(m_world->treeProof(FakeDemo::tree(), 0).size(), 5u);
    EXPECT_EQ(m_world->trimmedProof(FakeDemo::tree(), 0).size(), 3u);
}

TEST_F(CompressedRules, TheOwnerHandsAnAssetOver)
{
    mustSend({transfer(m_assets[0], m_bob.key)}, {m_alice});
    EXPECT_EQ(m_world->asset(m_assets[0].id)->owner, m_bob.key);
    EXPECT_EQ(m_world->assetsOf(m_bob.key).size(), 4u);
}

TEST_F(CompressedRules, ATransferByAStrangerIsRefused)
{
    Instruction steal = transfer(m_assets[0], m_bob.key);
    steal.accounts[1].signer = false;
    EXPECT_EQ(verdict(send({steal}, {m_bob})), custom(6025));
}

TEST_F(CompressedRules, ATransferOfWhatOneDoesNotOwnIsRefused)
{
    Asset claimed = m_assets[0];
    claimed.owner = m_bob.key;
    claimed.delegate = m_bob.key;
    EXPECT_EQ(verdict(send({transfer(claimed, m_bob.key)}, {m_bob})), custom(6001));
}

TEST_F(CompressedRules, AWrongProofIsRefused)
{
    auto proof = m_world->trimmedProof(FakeDemo::tree(), 0);
    proof[1].bytes[0] ^= 1;
    EXPECT_EQ(verdict(send({transfer(m_assets[0], m_bob.key, m_world->treeRoot(FakeDemo::tree()), proof)}, {m_alice})),
              custom(6001));
}

TEST_F(CompressedRules, AProofFromBeforeAnotherChangeStillHolds)
{
    const Pubkey root = m_world->treeRoot(FakeDemo::tree());
    const auto proof = m_world->trimmedProof(FakeDemo::tree(), 0);
    mustSend({transfer(m_assets[2], m_bob.key)}, {m_alice});
    mustSend({mint(m_bob.key)}, {m_alice});
    mustSend({transfer(m_assets[0], m_bob.key, root, proof)}, {m_alice});
}

TEST_F(CompressedRules, AnAssetThatMovedCannotBeMovedWithItsOldLeaf)
{
    const Instruction first = transfer(m_assets[0], m_bob.key);
    mustSend({first}, {m_alice});
    EXPECT_EQ(verdict(send({first}, {m_alice})), custom(6001));
}

TEST_F(CompressedRules, AProgramMintsIntoTheTree)
{
    const Pubkey before = m_world->treeRoot(FakeDemo::tree());
    mustSend({mint(m_bob.key)}, {m_alice});
    const auto mine = m_world->assetsOf(m_bob.key);
    ASSERT_EQ(mine.size(), 4u);
    EXPECT_EQ(mine.back().index, 6u);
    EXPECT_NE(m_world->treeRoot(FakeDemo::tree()), before);
    mustSend({transfer(mine.back(), m_alice.key)}, {m_alice, m_bob});
}

TEST_F(CompressedRules, AFailedTransactionLeavesTreeAndIndexAlone)
{
    const Pubkey before = m_world->treeRoot(FakeDemo::tree());
    EXPECT_EQ(verdict(send({mint(m_bob.key), {kRogue, {}, {0}}}, {m_alice})), custom(6000, 1));
    EXPECT_EQ(m_world->treeRoot(FakeDemo::tree()), before);
    EXPECT_EQ(m_world->assetsOf(m_bob.key).size(), 3u);
}

TEST_F(CompressedRules, AFullTreeRefuses)
{
    for (int i = 6; i < 32; ++i)
        mustSend({mint(m_bob.key)}, {m_alice});
    EXPECT_EQ(verdict(send({mint(m_bob.key)}, {m_alice})), custom(6001));
}

TEST_F(CompressedRules, TheIndexerLearnsOfAMintSomeSecondsLater)
{
    ASSERT_TRUE(m_world->begin().has_value());
    mustSend({mint(m_bob.key)}, {m_alice});
    const Pubkey id = assetId(FakeDemo::tree(), 6);
    EXPECT_EQ(m_world->indexedAsset(id), nullptr);
    pass(std::chrono::seconds(5));
    EXPECT_NE(m_world->indexedAsset(id), nullptr);
}

TEST_F(CompressedRules, ProgramsCheckALeaf)
{
    const auto check = [&](const Pubkey& leaf) {
        Instruction out{kMinter,
                        {{FakeDemo::tree(), false, false}},
                        joined({{1}, toBytes(m_world->treeRoot(FakeDemo::tree()).bytes), toBytes(leaf.bytes), {3}})};
        for (const auto& node : m_world->trimmedProof(FakeDemo::tree(), 3))
            out.accounts.push_back({node, false, false});
        return out;
    };
    mustSend({check(leafHash(m_assets[3]))}, {m_alice});
    EXPECT_EQ(verdict(send({check(leafHash(m_assets[4]))}, {m_alice})), custom(6001));
}

TEST(Tree, ADepth14TreeHasTheKnownSize)
{
    // A tree of depth 14 with a buffer of 64 and no canopy has 31,800 bytes on the chain.
    EXPECT_EQ(MerkleTree::accountSize(14, 64, 0), 31'800u);
}

TEST(Tree, TheCanopyDepthFollowsFromTheSize)
{
    for (int canopy = 0; canopy <= 11; ++canopy) {
        Bytes bytes = MerkleTree::create({person("t").key, 14, 64, canopy, person("c").key}, person("a").key, 5);
        const auto tree = MerkleTree::open(bytes);
        ASSERT_TRUE(tree.has_value());
        EXPECT_EQ(tree->canopyDepth(), canopy);
    }
}

TEST(Tree, EmptyRootIsTheKnownKeccakChain)
{
    // Keccak-256 of 64 zero bytes, the well-known hash of an empty pair.
    EXPECT_EQ(toHex(emptyNode(1).bytes), "ad3228b676f7d3cd4284a5443f17f1962b36e491b30a40b2405849e597ba5fb5");
}

TEST(Tree, GarbageIsNoTree)
{
    Bytes bytes(200, 0xff);
    EXPECT_FALSE(MerkleTree::open(bytes).has_value());
    bytes = MerkleTree::create({person("t").key, 14, 64, 0, person("c").key}, person("a").key, 5);
    bytes.pop_back();
    EXPECT_FALSE(MerkleTree::open(bytes).has_value());
}

} // namespace
} // namespace outpost::sim::test
