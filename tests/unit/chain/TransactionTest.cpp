// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chain/solana/Transaction.h"

#include "core/chain/solana/Builders.h"
#include "core/chain/solana/SolanaErrors.h"

#include <gtest/gtest.h>
#include <sodium.h>

namespace outpost::solana {
namespace {

struct KeyPair {
    explicit KeyPair(std::uint8_t seedByte)
    {
        std::array<std::uint8_t, 32> seed;
        seed.fill(seedByte);
        std::array<std::uint8_t, 32> pub;
        crypto_sign_seed_keypair(pub.data(), secret.data(), seed.data());
        key = PublicKey(pub);
    }
    Signature sign(ByteSpan message) const
    {
        std::array<std::uint8_t, 64> out;
        crypto_sign_detached(out.data(), nullptr, message.data(), message.size(), secret.data());
        return Signature(out);
    }
    std::array<std::uint8_t, 64> secret;
    PublicKey key;
};

Transaction transfer(const KeyPair& from, const KeyPair& to)
{
    const Instruction instructions[] = {systemProgram::transfer(from.key, to.key, 1000),
                                        memo::write("thanks", std::span(&to.key, 1))};
    return Transaction(*Message::compile(MessageVersion::V0, from.key, Blockhash(), instructions));
}

TEST(Transaction, SignaturesFillTheirSlots)
{
    const KeyPair a(9);
    const KeyPair b(11);
    Transaction t = transfer(a, b);
    EXPECT_EQ(t.missingSigners(), (std::vector{a.key, b.key}));
    EXPECT_FALSE(t.id());
    const Bytes message = t.message().serialize();
    ASSERT_TRUE(t.setSignature(b.key, b.sign(message)));
    EXPECT_FALSE(t.isFullySigned());
    ASSERT_TRUE(t.setSignature(a.key, a.sign(message)));
    EXPECT_TRUE(t.isFullySigned());
    EXPECT_EQ(t.id(), a.sign(message));
    const auto back = Transaction::parse(t.serialize());
    ASSERT_TRUE(back);
    EXPECT_EQ(*back, t);
    EXPECT_TRUE(back->filledSignaturesVerify());
}

TEST(Transaction, SignatureOfAStrangerIsRefused)
{
    const KeyPair a(9);
    const KeyPair stranger(12);
    Transaction t = transfer(a, KeyPair(11));
    EXPECT_TRUE(
        t.setSignature(stranger.key, stranger.sign(t.message().serialize())).error().is(errors::kSolanaNotASigner));
}

TEST(Transaction, SignatureOfOtherBytesIsRefused)
{
    const KeyPair a(9);
    Transaction t = transfer(a, KeyPair(11));
    EXPECT_TRUE(t.setSignature(a.key, a.sign(asBytes("other"))).error().is(errors::kSolanaBadSignature));
    EXPECT_EQ(t.missingSigners().size(), 2u);
}

TEST(Transaction, ForgedSlotIsFound)
{
    const KeyPair a(9);
    Transaction t = transfer(a, KeyPair(11));
    ASSERT_TRUE(t.setSignature(a.key, a.sign(t.message().serialize())));
    Bytes bytes = t.serialize();
    bytes[10] ^= 1;
    const auto forged = Transaction::parse(bytes);
    ASSERT_TRUE(forged);
    EXPECT_FALSE(forged->filledSignaturesVerify());
}

TEST(TransactionParse, SignatureCountThatDiffersFromTheHeaderIsRefused)
{
    Bytes bytes = transfer(KeyPair(9), KeyPair(11)).serialize();
    bytes[0] = 1;
    bytes.erase(bytes.begin() + 1, bytes.begin() + 65);
    EXPECT_FALSE(Transaction::parse(bytes));
}

TEST(TransactionParse, EveryTruncationIsRefused)
{
    const Bytes bytes = transfer(KeyPair(9), KeyPair(11)).serialize();
    for (std::size_t n = 0; n < bytes.size(); ++n)
        EXPECT_FALSE(Transaction::parse(ByteSpan(bytes).first(n))) << n;
}

TEST(TransactionParse, LongerThanAPacketIsRefusedUnread)
{
    EXPECT_TRUE(Transaction::parse(Bytes(1233, 0)).error().is(errors::kSolanaTooLarge));
}

} // namespace
} // namespace outpost::solana
