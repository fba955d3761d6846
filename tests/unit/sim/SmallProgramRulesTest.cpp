// SPDX-License-Identifier: GPL-3.0-or-later
#include "SimFixture.h"

namespace outpost::sim::test {
namespace {

class SmallPrograms : public SimTest {
protected:
    void SetUp() override
    {
        SimTest::SetUp();
        give(m_alice.key, 10 * kSol);
        give(m_bob.key, 10 * kSol);
    }
    Keypair m_alice = person("alice");
    Keypair m_bob = person("bob");
};

TEST_F(SmallPrograms, MemoIsLogged)
{
    const Outcome out = mustSend({make::memo("Grüße \"quoted\"")}, {m_alice});
    ASSERT_GE(out.logs.size(), 3u);
    EXPECT_EQ(out.logs[1], "Program log: Memo (len 16)");
    EXPECT_EQ(out.logs[2], "Program log: Grüße \"quoted\"");
}

TEST_F(SmallPrograms, MemoNamesItsSigners)
{
    const Outcome out = mustSend({make::memo("hi", {m_bob.key})}, {m_alice, m_bob});
    EXPECT_EQ(out.logs.at(1), "Program log: Signed by:");
    EXPECT_EQ(out.logs.at(2), "Program log: " + m_bob.key.text());
}

TEST_F(SmallPrograms, MemoWithAnUnsignedAccountIsRefused)
{
    Instruction memo = make::memo("hi", {m_bob.key});
    memo.accounts[0].signer = false;
    EXPECT_EQ(verdict(send({memo}, {m_alice})), named("MissingRequiredSignature"));
}

TEST_F(SmallPrograms, MemoThatIsNotUtf8IsRefused)
{
    EXPECT_EQ(verdict(send({{ids::kMemo, {}, {0xff, 0xfe}}}, {m_alice})), named("ProgramFailedToComplete"));
}

TEST_F(SmallPrograms, EmptyMemoIsFine)
{
    mustSend({{ids::kMemo, {}, {}}}, {m_alice});
}

TEST_F(SmallPrograms, Ed25519AcceptsAGoodSignature)
{
    mustSend({make::ed25519Verify(m_bob, asBytes("a message"))}, {m_alice});
}

TEST_F(SmallPrograms, Ed25519RefusesAWrongMessage)
{
    Instruction verify = make::ed25519Verify(m_bob, asBytes("a message"));
    verify.data.back() ^= 1;
    EXPECT_EQ(verdict(send({verify}, {m_alice})), custom(2));
}

TEST_F(SmallPrograms, Ed25519RefusesOffsetsBehindTheData)
{
    Instruction verify = make::ed25519Verify(m_bob, asBytes("a message"));
    verify.data[10] = 0xff; // message offset
    EXPECT_EQ(verdict(send({verify}, {m_alice})), custom(3));
}

TEST_F(SmallPrograms, Ed25519RefusesAnInstructionIndexThatIsNotThere)
{
    Instruction verify = make::ed25519Verify(m_bob, asBytes("a message"));
    verify.data[14] = 7; // instruction of the message
    verify.data[15] = 0;
    EXPECT_EQ(verdict(send({verify}, {m_alice})), custom(3));
}

TEST_F(SmallPrograms, Ed25519ReadsPartsOfOtherInstructions)
{
    // The message lies in the memo behind it.
    Instruction verify = make::ed25519Verify(m_bob, asBytes("a message"));
    verify.data.resize(verify.data.size() - 9);
    verify.data[10] = 0; // offset of the message
    verify.data[11] = 0;
    verify.data[14] = 1; // in instruction 1
    verify.data[15] = 0;
    mustSend({verify, make::memo("a message")}, {m_alice});
}

TEST_F(SmallPrograms, Ed25519RefusesShortData)
{
    EXPECT_EQ(verdict(send({{ids::kEd25519, {}, {1}}}, {m_alice})), custom(4));
}

TEST_F(SmallPrograms, Ed25519OfNoSignaturesIsFine)
{
    mustSend({{ids::kEd25519, {}, {0, 0}}}, {m_alice});
}

class LookupTables : public SimTest {
protected:
    void SetUp() override
    {
        SimTest::SetUp();
        give(m_alice.key, 10 * kSol);
        pass(std::chrono::seconds(60));
        m_slot = m_world->chainClock().slot - 3;
        const Bytes slot = le(m_slot);
        m_table = findProgramAddress({m_alice.key.bytes, slot}, ids::kLookupTable);
    }
    Instruction create(std::uint64_t slot) const
    {
        return {ids::kLookupTable,
                {{m_table.key, false, true},
                 {m_alice.key, true, false},
                 {m_alice.key, true, true},
                 {ids::kSystem, false, false}},
                joined({le(0, 4), le(slot), {m_table.bump}})};
    }
    Instruction extend(const std::vector<Pubkey>& keys, const Keypair& authority) const
    {
        Bytes data = joined({le(2, 4), le(keys.size())});
        for (const auto& key : keys)
            data.insert(data.end(), key.bytes.begin(), key.bytes.end());
        return {ids::kLookupTable,
                {{m_table.key, false, true},
                 {authority.key, true, false},
                 {authority.key, true, true},
                 {ids::kSystem, false, false}},
                data};
    }
    Instruction simple(std::uint32_t tag, const Keypair& authority) const
    {
        return {ids::kLookupTable, {{m_table.key, false, true}, {authority.key, true, false}}, le(tag, 4)};
    }
    /// A version 0 transfer whose receiver stands at a place of the table.
    Bytes transferThroughTable(std::uint8_t place, std::uint64_t amount) const
    {
        Bytes message{0x80, 1, 0, 1, 2};
        message.insert(message.end(), m_alice.key.bytes.begin(), m_alice.key.bytes.end());
        message.insert(message.end(), ids::kSystem.bytes.begin(), ids::kSystem.bytes.end());
        const Pubkey hash = m_world->latestBlockhash();
        message.insert(message.end(), hash.bytes.begin(), hash.bytes.end());
        const Bytes body =
            joined({{1, 1, 2, 0, 2, 12}, le(2, 4), le(amount), {1}, toBytes(m_table.key.bytes), {1, place, 0}});
        message.insert(message.end(), body.begin(), body.end());
        const Keypair signers[] = {m_alice};
        return signedTransaction(message, signers);
    }
    Keypair m_alice = person("alice");
    Keypair m_bob = person("bob");
    std::uint64_t m_slot = 0;
    ProgramAddress m_table;
};

TEST_F(LookupTables, AVersionedMessageReachesAccountsThroughATable)
{
    mustSend({create(m_slot), extend({m_alice.key, m_bob.key}, m_alice)}, {m_alice});
    pass(std::chrono::milliseconds(400));
    EXPECT_EQ(verdict(sendWire(transferThroughTable(1, kSol))), "ok");
    EXPECT_EQ(lamports(m_bob.key), kSol);
}

TEST_F(LookupTables, AddressesAreNotThereInTheSlotThatAddsThem)
{
    mustSend({create(m_slot), extend({m_alice.key, m_bob.key}, m_alice)}, {m_alice});
    EXPECT_EQ(verdict(sendWire(transferThroughTable(1, kSol))), "\"InvalidAddressLookupTableIndex\"");
}

TEST_F(LookupTables, APlaceBehindTheEndIsRefused)
{
    mustSend({create(m_slot), extend({m_alice.key, m_bob.key}, m_alice)}, {m_alice});
    pass(std::chrono::milliseconds(400));
    EXPECT_EQ(verdict(sendWire(transferThroughTable(2, kSol))), "\"InvalidAddressLookupTableIndex\"");
}

TEST_F(LookupTables, ATableThatDoesNotExistIsRefused)
{
    EXPECT_EQ(verdict(sendWire(transferThroughTable(0, kSol))), "\"AddressLookupTableNotFound\"");
}

TEST_F(LookupTables, AnAccountThatIsNoTableIsRefused)
{
    give(m_table.key, kSol);
    EXPECT_EQ(verdict(sendWire(transferThroughTable(0, kSol))), "\"InvalidAddressLookupTableOwner\"");
}

TEST_F(LookupTables, AnAccountNamedDirectlyAndByTableIsLoadedTwice)
{
    mustSend({create(m_slot), extend({m_alice.key, m_bob.key}, m_alice)}, {m_alice});
    pass(std::chrono::milliseconds(400));
    EXPECT_EQ(verdict(sendWire(transferThroughTable(0, kSol))), "\"AccountLoadedTwice\"");
}

TEST_F(LookupTables, CreateWithASlotOfTheFutureIsRefused)
{
    EXPECT_EQ(verdict(send({create(m_slot + 1'000'000)}, {m_alice})), named("InvalidInstructionData"));
}

TEST_F(LookupTables, ExtendByAStrangerIsIncorrectAuthority)
{
    give(m_bob.key, kSol);
    mustSend({create(m_slot)}, {m_alice});
    EXPECT_EQ(verdict(send({extend({m_bob.key}, m_bob)}, {m_bob})), named("IncorrectAuthority"));
}

TEST_F(LookupTables, ExtendByNothingIsRefused)
{
    mustSend({create(m_slot)}, {m_alice});
    EXPECT_EQ(verdict(send({extend({}, m_alice)}, {m_alice})), named("InvalidInstructionData"));
}

TEST_F(LookupTables, ExtendTakesTheRentForItsAddresses)
{
    mustSend({create(m_slot)}, {m_alice});
    const std::uint64_t before = lamports(m_alice.key);
    mustSend({extend({m_bob.key, person("c").key}, m_alice)}, {m_alice});
    EXPECT_EQ(lamports(m_alice.key), before - 64 * 6'960 - 5'000);
}

TEST_F(LookupTables, ADeactivatedTableCannotBeExtended)
{
    mustSend({create(m_slot), extend({m_bob.key}, m_alice)}, {m_alice});
    mustSend({simple(3, m_alice)}, {m_alice});
    EXPECT_EQ(verdict(send({extend({m_alice.key}, m_alice)}, {m_alice})), named("InvalidArgument"));
    EXPECT_EQ(verdict(send({simple(3, m_alice)}, {m_alice})), named("InvalidArgument"));
}

TEST_F(LookupTables, AFrozenTableIsImmutable)
{
    mustSend({create(m_slot), extend({m_bob.key}, m_alice)}, {m_alice});
    mustSend({simple(1, m_alice)}, {m_alice});
    EXPECT_EQ(verdict(send({extend({m_alice.key}, m_alice)}, {m_alice})), named("Immutable"));
}

TEST_F(LookupTables, AnEmptyTableCannotBeFrozen)
{
    mustSend({create(m_slot)}, {m_alice});
    EXPECT_EQ(verdict(send({simple(1, m_alice)}, {m_alice})), named("InvalidInstructionData"));
}

TEST_F(LookupTables, ATableThatIsStillActiveDoesNotClose)
{
    mustSend({create(m_slot)}, {m_alice});
    const Instruction close{ids::kLookupTable,
                            {{m_table.key, false, true}, {m_alice.key, true, false}, {m_alice.key, false, true}},
                            le(4, 4)};
    EXPECT_EQ(verdict(send({close}, {m_alice})), named("InvalidArgument"));
}

} // namespace
} // namespace outpost::sim::test
