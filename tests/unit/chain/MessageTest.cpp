// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chain/solana/Builders.h"
#include "core/chain/solana/SolanaErrors.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace outpost::solana {
namespace {

PublicKey keyOf(std::uint8_t n)
{
    std::array<std::uint8_t, 32> bytes{};
    bytes.fill(n);
    return PublicKey(bytes);
}

const Blockhash kHash(keyOf(7).bytes());

TEST(Message, GroupsAccountsAndKeepsFirstAppearanceInsideAGroup)
{
    const Instruction first{keyOf(20), {readOnly(keyOf(3)), writable(keyOf(4)), signer(keyOf(5))}, {1}};
    const Instruction second{keyOf(21), {writableSigner(keyOf(6)), writable(keyOf(3)), readOnly(keyOf(8))}, {2}};
    const Instruction both[] = {first, second};
    const auto m = Message::compile(MessageVersion::Legacy, keyOf(1), kHash, both);
    ASSERT_TRUE(m);
    const std::vector<PublicKey> expected = {keyOf(1), keyOf(6),  keyOf(5),  keyOf(3),
                                             keyOf(4), keyOf(20), keyOf(21), keyOf(8)};
    EXPECT_EQ(m->staticKeys(), expected);
    EXPECT_EQ(m->header(), (MessageHeader{3, 1, 3}));
}

TEST(Message, CalledProgramsAndSignersStayOutOfLookupTables)
{
    const Instruction instruction{keyOf(20), {signer(keyOf(2)), writable(keyOf(3)), readOnly(keyOf(4))}, {}};
    const LookupTable table{keyOf(99), {keyOf(4), keyOf(20), keyOf(2), keyOf(3)}};
    const auto m = Message::compile(MessageVersion::V0, keyOf(1), kHash, {&instruction, 1}, {&table, 1});
    ASSERT_TRUE(m);
    EXPECT_EQ(m->staticKeys(), (std::vector{keyOf(1), keyOf(2), keyOf(20)}));
    ASSERT_EQ(m->lookups().size(), 1u);
    EXPECT_EQ(m->lookups()[0].writableIndexes, Bytes{3});
    EXPECT_EQ(m->lookups()[0].readonlyIndexes, Bytes{0});
}

TEST(Message, LegacyIgnoresLookupTables)
{
    const Instruction instruction{keyOf(20), {writable(keyOf(3))}, {}};
    const LookupTable table{keyOf(99), {keyOf(3)}};
    const auto m = Message::compile(MessageVersion::Legacy, keyOf(1), kHash, {&instruction, 1}, {&table, 1});
    EXPECT_EQ(m->staticKeys().size(), 3u);
}

TEST(Message, InstructionsComeBackWithWholeAddresses)
{
    const Instruction instruction{keyOf(20), {signer(keyOf(2)), writable(keyOf(3)), readOnly(keyOf(4))}, {5, 6}};
    const LookupTable table{keyOf(99), {keyOf(4), keyOf(3)}};
    const auto m = Message::compile(MessageVersion::V0, keyOf(1), kHash, {&instruction, 1}, {&table, 1});
    const auto back = m->instructions({&table, 1});
    ASSERT_TRUE(back);
    ASSERT_EQ(back->size(), 1u);
    EXPECT_EQ(back->front(), instruction);
}

TEST(Message, MissingLookupTableIsNamed)
{
    const Instruction instruction{keyOf(20), {writable(keyOf(3))}, {}};
    const LookupTable table{keyOf(99), {keyOf(3)}};
    const auto m = Message::compile(MessageVersion::V0, keyOf(1), kHash, {&instruction, 1}, {&table, 1});
    const auto accounts = m->accounts();
    ASSERT_FALSE(accounts);
    EXPECT_TRUE(accounts.error().is(errors::kSolanaLookupTableMissing));
}

TEST(Message, PositionBeyondTheTableIsRefused)
{
    const Instruction instruction{keyOf(20), {writable(keyOf(3))}, {}};
    const LookupTable table{keyOf(99), {keyOf(9), keyOf(3)}};
    const LookupTable shorter{keyOf(99), {keyOf(9)}};
    const auto m = Message::compile(MessageVersion::V0, keyOf(1), kHash, {&instruction, 1}, {&table, 1});
    EXPECT_FALSE(m->accounts({&shorter, 1}));
}

TEST(Message, TableThatRepeatsAStaticAccountIsRefused)
{
    const Instruction instruction{keyOf(20), {writable(keyOf(3))}, {}};
    const LookupTable table{keyOf(99), {keyOf(3)}};
    const LookupTable swapped{keyOf(99), {keyOf(1)}};
    const auto m = Message::compile(MessageVersion::V0, keyOf(1), kHash, {&instruction, 1}, {&table, 1});
    EXPECT_FALSE(m->accounts({&swapped, 1}));
}

TEST(Message, TooLargeForAPacketIsRefused)
{
    const Instruction instruction{keyOf(20), {writable(keyOf(3))}, Bytes(1100, 1)};
    const auto m = Message::compile(MessageVersion::Legacy, keyOf(1), kHash, {&instruction, 1});
    ASSERT_FALSE(m);
    EXPECT_TRUE(m.error().is(errors::kSolanaTooLarge));
}

TEST(Message, LargestThatFitsIsAccepted)
{
    // 1 + 64 signature, 3 header, 1 + 3*32 keys, 32 hash, 1 count, 1 program, 1 + 1 accounts, 2 length: 203.
    const Instruction fits{keyOf(20), {writable(keyOf(3))}, Bytes(1232 - 203, 1)};
    const Instruction tooLong{keyOf(20), {writable(keyOf(3))}, Bytes(1232 - 202, 1)};
    const auto m = Message::compile(MessageVersion::Legacy, keyOf(1), kHash, {&fits, 1});
    ASSERT_TRUE(m);
    EXPECT_EQ(m->serialize().size() + 65, kMaxTransactionBytes);
    EXPECT_FALSE(Message::compile(MessageVersion::Legacy, keyOf(1), kHash, {&tooLong, 1}));
}

Bytes simple(MessageVersion version = MessageVersion::Legacy)
{
    const Instruction instruction = systemProgram::transfer(keyOf(1), keyOf(2), 5);
    return Message::compile(version, keyOf(1), kHash, {&instruction, 1})->serialize();
}

TEST(MessageParse, TrailingByteIsRefused)
{
    for (const auto version : {MessageVersion::Legacy, MessageVersion::V0}) {
        Bytes bytes = simple(version);
        ASSERT_TRUE(Message::parse(bytes));
        bytes.push_back(0);
        EXPECT_FALSE(Message::parse(bytes));
    }
}

TEST(MessageParse, EveryTruncationIsRefused)
{
    for (const auto version : {MessageVersion::Legacy, MessageVersion::V0}) {
        const Bytes bytes = simple(version);
        for (std::size_t n = 0; n < bytes.size(); ++n)
            EXPECT_FALSE(Message::parse(ByteSpan(bytes).first(n))) << n;
    }
}

TEST(MessageParse, UnknownVersionIsNamed)
{
    Bytes bytes = simple(MessageVersion::V0);
    bytes[0] = 0x81;
    EXPECT_TRUE(Message::parse(bytes).error().is(errors::kSolanaUnsupportedVersion));
}

TEST(MessageParse, ProgramIndexOfTheFeePayerIsRefused)
{
    Bytes bytes = simple();
    bytes[4 + 3 * 32 + 32 + 1] = 0;
    EXPECT_FALSE(Message::parse(bytes));
}

TEST(MessageParse, AccountIndexOutOfRangeIsRefused)
{
    Bytes bytes = simple();
    bytes[4 + 3 * 32 + 32 + 1 + 1 + 1] = 3;
    EXPECT_FALSE(Message::parse(bytes));
}

TEST(MessageParse, NoSignerIsRefused)
{
    Bytes bytes = simple();
    bytes[0] = 0;
    EXPECT_FALSE(Message::parse(bytes));
}

TEST(MessageParse, ReadOnlyFeePayerIsRefused)
{
    Bytes bytes = simple();
    bytes[1] = 1;
    EXPECT_FALSE(Message::parse(bytes));
}

TEST(MessageParse, AccountTwiceIsRefused)
{
    Bytes bytes = simple();
    std::copy_n(bytes.begin() + 4, 32, bytes.begin() + 4 + 32);
    EXPECT_FALSE(Message::parse(bytes));
}

TEST(MessageParse, OverlongCountIsRefused)
{
    Bytes bytes = simple();
    bytes[3] = 0x83;
    bytes.insert(bytes.begin() + 4, 0);
    EXPECT_FALSE(Message::parse(bytes));
}

RC_GTEST_PROP(MessageProperty, SerialisedMessageParsesBackEqual, ())
{
    const auto instructions = *rc::gen::container<std::vector<Instruction>>(rc::gen::build<Instruction>(
        rc::gen::set(&Instruction::program, rc::gen::map(rc::gen::inRange<std::uint8_t>(1, 12), keyOf)),
        rc::gen::set(
            &Instruction::accounts,
            rc::gen::resize(
                8, rc::gen::container<std::vector<AccountMeta>>(rc::gen::build<AccountMeta>(
                       rc::gen::set(&AccountMeta::key, rc::gen::map(rc::gen::inRange<std::uint8_t>(1, 12), keyOf)),
                       rc::gen::set(&AccountMeta::isSigner), rc::gen::set(&AccountMeta::isWritable))))),
        rc::gen::set(&Instruction::data, rc::gen::resize(20, rc::gen::arbitrary<Bytes>()))));
    const LookupTable table{keyOf(200), {keyOf(2), keyOf(5), keyOf(7), keyOf(11)}};
    for (const auto version : {MessageVersion::Legacy, MessageVersion::V0}) {
        const auto m = Message::compile(version, keyOf(0xEE), kHash, instructions, {&table, 1});
        if (!m) {
            RC_ASSERT(m.error().is(errors::kSolanaTooLarge));
            continue;
        }
        const Bytes bytes = m->serialize();
        const auto back = Message::parse(bytes);
        RC_ASSERT(back.has_value());
        RC_ASSERT(*back == *m);
        RC_ASSERT(back->serialize() == bytes);
        const auto whole = back->instructions({&table, 1});
        RC_ASSERT(whole.has_value());
        RC_ASSERT(whole->size() == instructions.size());
        for (std::size_t i = 0; i < whole->size(); ++i) {
            RC_ASSERT((*whole)[i].program == instructions[i].program);
            RC_ASSERT((*whole)[i].data == instructions[i].data);
            for (std::size_t k = 0; k < instructions[i].accounts.size(); ++k) {
                const AccountMeta& asked = instructions[i].accounts[k];
                const AccountMeta& given = (*whole)[i].accounts[k];
                RC_ASSERT(given.key == asked.key);
                RC_ASSERT(!asked.isSigner || given.isSigner);
                RC_ASSERT(!asked.isWritable || given.isWritable);
            }
        }
    }
}

RC_GTEST_PROP(MessageProperty, WhateverParsesWritesTheSameBytes, (const Bytes& noise))
{
    if (const auto m = Message::parse(noise))
        RC_ASSERT(m->serialize() == noise);
}

RC_GTEST_PROP(MessageProperty, OneChangedByteParsesToThoseBytesOrNotAtAll, ())
{
    Bytes bytes = simple(*rc::gen::element(MessageVersion::Legacy, MessageVersion::V0));
    bytes[*rc::gen::inRange<std::size_t>(0, bytes.size())] = *rc::gen::arbitrary<std::uint8_t>();
    if (const auto m = Message::parse(bytes))
        RC_ASSERT(m->serialize() == bytes);
}

} // namespace
} // namespace outpost::solana
