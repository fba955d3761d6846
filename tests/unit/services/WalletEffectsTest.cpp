// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chain/solana/Programs.h"
#include "core/services/SigningGate.h"

#include <gtest/gtest.h>

namespace outpost::services {
namespace {

using ledger::AccountChange;
using ledger::AccountInfo;
using solana::PublicKey;

PublicKey keyOf(std::uint8_t fill)
{
    std::array<std::uint8_t, 32> bytes{};
    bytes.fill(fill);
    return PublicKey(bytes);
}

const PublicKey kWallet = keyOf(1);
const PublicKey kMint = keyOf(2);
const PublicKey kTokenAccount = keyOf(3);
const AssetId kSol("solana:native");

AccountInfo info(std::uint64_t lamports, PublicKey owner = solana::programs::kSystem)
{
    return {owner, lamports, {}, false};
}

AccountChange tokenChange(std::uint64_t before, std::uint64_t after, PublicKey newOwner = kWallet)
{
    AccountChange change;
    change.account = kTokenAccount;
    change.before = info(1, solana::programs::kToken);
    change.after = info(1, solana::programs::kToken);
    solana::TokenAccount token;
    token.mint = kMint;
    token.owner = kWallet;
    token.amount = before;
    token.state = solana::TokenAccount::State::Initialised;
    change.tokenBefore = token;
    token.amount = after;
    token.owner = newOwner;
    change.tokenAfter = token;
    return change;
}

ledger::SimulatedEffects simulated(std::vector<AccountChange> changes)
{
    ledger::SimulatedEffects effects;
    effects.changes = std::move(changes);
    return effects;
}

AssetId tokenAsset()
{
    return AssetId("solana:" + kMint.toBase58());
}

solana::DecodedTransaction decodedWith(std::vector<solana::Effect> effects)
{
    solana::DecodedTransaction decoded;
    solana::DecodedInstruction instruction;
    instruction.effects = std::move(effects);
    decoded.instructions.push_back(std::move(instruction));
    return decoded;
}

TEST(WalletEffects, CoinsAndTokensThatLeaveAndArriveAreNeverNetted)
{
    AccountChange coins;
    coins.account = kWallet;
    coins.before = info(100);
    coins.after = info(70);
    const auto effects = walletEffects(simulated({coins, tokenChange(5, 25)}), kWallet);
    EXPECT_EQ(effects.leaves.at(kSol), Int128(30));
    EXPECT_EQ(effects.arrives.at(tokenAsset()), Int128(20));
    EXPECT_FALSE(effects.losesControl);
}

TEST(WalletEffects, ATokenAccountThatIsHandedToSomebodyElseCountsAsLostControl)
{
    EXPECT_TRUE(walletEffects(simulated({tokenChange(5, 5, keyOf(9))}), kWallet).losesControl);
}

TEST(WalletEffects, AWalletThatIsAssignedToAProgramCountsAsLostControl)
{
    AccountChange change;
    change.account = kWallet;
    change.before = info(100);
    change.after = info(100, keyOf(9));
    EXPECT_TRUE(walletEffects(simulated({change}), kWallet).losesControl);
}

TEST(WalletEffects, OtherPeoplesAccountsDoNotMatter)
{
    AccountChange change;
    change.account = keyOf(8);
    change.before = info(100);
    change.after = info(1);
    const auto effects = walletEffects(simulated({change}), kWallet);
    EXPECT_TRUE(effects.leaves.empty());
    EXPECT_TRUE(effects.arrives.empty());
}

TEST(DecoderCovers, FeesAloneAreCovered)
{
    WalletEffects effects;
    effects.leaves[kSol] = 5000;
    EXPECT_TRUE(decoderCovers(decodedWith({}), effects, kWallet, 5000));
    EXPECT_FALSE(decoderCovers(decodedWith({}), effects, kWallet, 4999));
}

TEST(DecoderCovers, ATokenThatTheDecoderDidNotAnnounceIsNotCovered)
{
    WalletEffects effects;
    effects.leaves[tokenAsset()] = 1;
    EXPECT_FALSE(decoderCovers(decodedWith({}), effects, kWallet, 0));
    solana::Effect debit{.kind = solana::EffectKind::TokenDebit,
                         .account = kTokenAccount,
                         .owner = kWallet,
                         .mint = kMint,
                         .counterparty = {},
                         .amount = Int128(1)};
    EXPECT_TRUE(decoderCovers(decodedWith({debit}), effects, kWallet, 0));
    effects.leaves[tokenAsset()] = 2;
    EXPECT_FALSE(decoderCovers(decodedWith({debit}), effects, kWallet, 0));
}

TEST(DecoderCovers, SomebodyElsesDebitDoesNotCoverOurs)
{
    WalletEffects effects;
    effects.leaves[tokenAsset()] = 1;
    solana::Effect debit{.kind = solana::EffectKind::TokenDebit,
                         .account = kTokenAccount,
                         .owner = keyOf(9),
                         .mint = kMint,
                         .counterparty = {},
                         .amount = Int128(100)};
    EXPECT_FALSE(decoderCovers(decodedWith({debit}), effects, kWallet, 0));
}

} // namespace
} // namespace outpost::services
