// SPDX-License-Identifier: GPL-3.0-or-later
#include "SimFixture.h"

namespace outpost::sim::test {
namespace {

class TokenRules : public SimTest {
protected:
    void SetUp() override
    {
        SimTest::SetUp();
        give(m_alice.key, 10 * kSol);
        give(m_bob.key, 10 * kSol);
        m_world->createMint({m_mint, 6, m_alice.key, m_alice.key});
        m_world->createMint({m_other, 2, m_alice.key, std::nullopt});
        m_world->issueTokens(m_mint, m_alice.key, 1'000);
        m_world->issueTokens(m_mint, m_bob.key, 50);
        m_world->issueTokens(m_other, m_bob.key, 10);
        ASSERT_TRUE(m_world->end().has_value());
    }
    std::uint64_t held(const Keypair& who) const { return m_world->tokenBalance(m_mint, who.key); }
    Pubkey ata(const Keypair& who) const { return associatedTokenAddress(who.key, m_mint); }
    std::uint64_t supply() const { return tokenMint(*m_world->account(m_mint))->supply; }

    Instruction token(std::uint8_t tag, std::vector<AccountMeta> accounts, Bytes rest = {}) const
    {
        return {ids::kToken, std::move(accounts), joined({{tag}, rest})};
    }
    Instruction checked(std::uint8_t tag, const Pubkey& a, const Pubkey& b, const Pubkey& c, const Keypair& by,
                        std::uint64_t amount, std::uint8_t decimals) const
    {
        return token(tag, {{a, false, true}, {b, false, false}, {c, false, true}, {by.key, true, false}},
                     joined({le(amount), {decimals}}));
    }
    Instruction byOwner(std::uint8_t tag, const Keypair& owner, Bytes rest = {}) const
    {
        return token(tag, {{ata(owner), false, true}, {owner.key, true, false}}, std::move(rest));
    }
    Instruction approve(const Keypair& owner, const Keypair& delegate, std::uint64_t amount) const
    {
        return token(4, {{ata(owner), false, true}, {delegate.key, false, false}, {owner.key, true, false}},
                     le(amount));
    }
    Instruction freeze(const Keypair& of, bool on) const
    {
        return token(on ? 10 : 11, {{ata(of), false, true}, {m_mint, false, false}, {m_alice.key, true, false}});
    }

    Keypair m_alice = person("alice");
    Keypair m_bob = person("bob");
    Keypair m_carol = person("carol");
    Pubkey m_mint = person("mint").key;
    Pubkey m_other = person("other mint").key;
};

TEST_F(TokenRules, TransferMovesTokens)
{
    mustSend({make::tokenTransfer(ata(m_alice), ata(m_bob), m_alice.key, 300)}, {m_alice});
    EXPECT_EQ(held(m_alice), 700u);
    EXPECT_EQ(held(m_bob), 350u);
}

TEST_F(TokenRules, TokenBalancesAreInTheOutcome)
{
    const Outcome out = mustSend({make::tokenTransfer(ata(m_alice), ata(m_bob), m_alice.key, 300)}, {m_alice});
    ASSERT_EQ(out.tokensBefore.size(), 2u);
    ASSERT_EQ(out.tokensAfter.size(), 2u);
    EXPECT_EQ(out.tokensBefore[0].amount, 1'000u);
    EXPECT_EQ(out.tokensAfter[0].amount, 700u);
    EXPECT_EQ(out.tokensAfter[0].decimals, 6);
}

TEST_F(TokenRules, TransferOfMoreThanHeldIsInsufficientFunds)
{
    EXPECT_EQ(verdict(send({make::tokenTransfer(ata(m_alice), ata(m_bob), m_alice.key, 1'001)}, {m_alice})), custom(1));
}

TEST_F(TokenRules, TransferByAStrangerIsOwnerMismatch)
{
    EXPECT_EQ(verdict(send({make::tokenTransfer(ata(m_alice), ata(m_bob), m_bob.key, 1)}, {m_bob})), custom(4));
}

TEST_F(TokenRules, TransferWithoutTheOwnersSignatureIsRefused)
{
    Instruction transfer = make::tokenTransfer(ata(m_alice), ata(m_bob), m_alice.key, 1);
    transfer.accounts[2].signer = false;
    EXPECT_EQ(verdict(send({transfer}, {m_bob})), named("MissingRequiredSignature"));
}

TEST_F(TokenRules, TransferBetweenMintsIsMintMismatch)
{
    EXPECT_EQ(
        verdict(send({make::tokenTransfer(ata(m_alice), associatedTokenAddress(m_bob.key, m_other), m_alice.key, 1)},
                     {m_alice})),
        custom(3));
}

TEST_F(TokenRules, TransferToAnAccountThatIsNotThereIsInvalidAccountData)
{
    EXPECT_EQ(verdict(send({make::tokenTransfer(ata(m_alice), ata(m_carol), m_alice.key, 1)}, {m_alice})),
              named("InvalidAccountData"));
}

TEST_F(TokenRules, TransferToOneselfChangesNothing)
{
    mustSend({make::tokenTransfer(ata(m_alice), ata(m_alice), m_alice.key, 10)}, {m_alice});
    EXPECT_EQ(held(m_alice), 1'000u);
}

TEST_F(TokenRules, TransferOfNothingIsAllowed)
{
    mustSend({make::tokenTransfer(ata(m_alice), ata(m_bob), m_alice.key, 0)}, {m_alice});
}

TEST_F(TokenRules, TransferFromAReadOnlyAccountIsRefused)
{
    Instruction transfer = make::tokenTransfer(ata(m_alice), ata(m_bob), m_alice.key, 1);
    transfer.accounts[0].writable = false;
    EXPECT_EQ(verdict(send({transfer}, {m_alice})), named("ReadonlyDataModified"));
}

TEST_F(TokenRules, TransferCheckedWantsTheRightDecimals)
{
    mustSend({checked(12, ata(m_alice), m_mint, ata(m_bob), m_alice, 5, 6)}, {m_alice});
    EXPECT_EQ(verdict(send({checked(12, ata(m_alice), m_mint, ata(m_bob), m_alice, 5, 8)}, {m_alice})), custom(18));
}

TEST_F(TokenRules, TransferCheckedWantsTheRightMint)
{
    EXPECT_EQ(verdict(send({checked(12, ata(m_alice), m_other, ata(m_bob), m_alice, 5, 6)}, {m_alice})), custom(3));
}

TEST_F(TokenRules, ADelegateMaySpendWhatWasApproved)
{
    give(m_carol.key, kSol);
    mustSend({approve(m_alice, m_carol, 100)}, {m_alice});
    mustSend({make::tokenTransfer(ata(m_alice), ata(m_bob), m_carol.key, 60)}, {m_carol});
    EXPECT_EQ(verdict(send({make::tokenTransfer(ata(m_alice), ata(m_bob), m_carol.key, 41)}, {m_carol})), custom(1));
    mustSend({make::tokenTransfer(ata(m_alice), ata(m_bob), m_carol.key, 40)}, {m_carol});
    EXPECT_EQ(verdict(send({make::tokenTransfer(ata(m_alice), ata(m_bob), m_carol.key, 1)}, {m_carol})), custom(4));
}

TEST_F(TokenRules, RevokeEndsADelegation)
{
    give(m_carol.key, kSol);
    mustSend({approve(m_alice, m_carol, 100)}, {m_alice});
    mustSend({byOwner(5, m_alice)}, {m_alice});
    EXPECT_EQ(verdict(send({make::tokenTransfer(ata(m_alice), ata(m_bob), m_carol.key, 1)}, {m_carol})), custom(4));
}

TEST_F(TokenRules, ApproveCheckedWantsTheRightDecimals)
{
    const auto instruction = [&](std::uint8_t decimals) {
        return token(13,
                     {{ata(m_alice), false, true},
                      {m_mint, false, false},
                      {m_carol.key, false, false},
                      {m_alice.key, true, false}},
                     joined({le(7), {decimals}}));
    };
    EXPECT_EQ(verdict(send({instruction(5)}, {m_alice})), custom(18));
    mustSend({instruction(6)}, {m_alice});
}

TEST_F(TokenRules, MintToRaisesBalanceAndSupply)
{
    const std::uint64_t before = supply();
    mustSend({make::tokenMintTo(m_mint, ata(m_bob), m_alice.key, 25)}, {m_alice});
    EXPECT_EQ(held(m_bob), 75u);
    EXPECT_EQ(supply(), before + 25);
}

TEST_F(TokenRules, MintToByAStrangerIsOwnerMismatch)
{
    EXPECT_EQ(verdict(send({make::tokenMintTo(m_mint, ata(m_bob), m_bob.key, 25)}, {m_bob})), custom(4));
}

TEST_F(TokenRules, MintToBeyondTheLastNumberOverflows)
{
    EXPECT_EQ(verdict(send({make::tokenMintTo(m_mint, ata(m_bob), m_alice.key, UINT64_MAX)}, {m_alice})), custom(14));
}

TEST_F(TokenRules, BurnLowersBalanceAndSupply)
{
    const std::uint64_t before = supply();
    mustSend({make::tokenBurn(ata(m_bob), m_mint, m_bob.key, 20)}, {m_bob});
    EXPECT_EQ(held(m_bob), 30u);
    EXPECT_EQ(supply(), before - 20);
}

TEST_F(TokenRules, BurnOfMoreThanHeldIsInsufficientFunds)
{
    EXPECT_EQ(verdict(send({make::tokenBurn(ata(m_bob), m_mint, m_bob.key, 51)}, {m_bob})), custom(1));
}

TEST_F(TokenRules, BurnOfAnotherMintIsMintMismatch)
{
    EXPECT_EQ(verdict(send({make::tokenBurn(ata(m_bob), m_other, m_bob.key, 1)}, {m_bob})), custom(3));
}

TEST_F(TokenRules, BurnCheckedAndMintToCheckedWantTheRightDecimals)
{
    const auto burn = [&](std::uint8_t decimals) {
        return token(15, {{ata(m_bob), false, true}, {m_mint, false, true}, {m_bob.key, true, false}},
                     joined({le(1), {decimals}}));
    };
    const auto mint = [&](std::uint8_t decimals) {
        return token(14, {{m_mint, false, true}, {ata(m_bob), false, true}, {m_alice.key, true, false}},
                     joined({le(1), {decimals}}));
    };
    EXPECT_EQ(verdict(send({burn(2)}, {m_bob})), custom(18));
    EXPECT_EQ(verdict(send({mint(2)}, {m_alice})), custom(18));
    mustSend({burn(6)}, {m_bob});
    mustSend({mint(6)}, {m_alice});
}

TEST_F(TokenRules, AFrozenAccountNeitherSendsNorReceives)
{
    mustSend({freeze(m_bob, true)}, {m_alice});
    EXPECT_EQ(verdict(send({make::tokenTransfer(ata(m_bob), ata(m_alice), m_bob.key, 1)}, {m_bob})), custom(17));
    EXPECT_EQ(verdict(send({make::tokenTransfer(ata(m_alice), ata(m_bob), m_alice.key, 1)}, {m_alice})), custom(17));
    EXPECT_EQ(verdict(send({freeze(m_bob, true)}, {m_alice})), custom(13));
    mustSend({freeze(m_bob, false)}, {m_alice});
    mustSend({make::tokenTransfer(ata(m_bob), ata(m_alice), m_bob.key, 1)}, {m_bob});
}

TEST_F(TokenRules, AMintWithoutAFreezeAuthorityCannotFreeze)
{
    EXPECT_EQ(verdict(send({token(10, {{associatedTokenAddress(m_bob.key, m_other), false, true},
                                       {m_other, false, false},
                                       {m_alice.key, true, false}})},
                           {m_alice})),
              custom(16));
}

TEST_F(TokenRules, AnEmptyAccountClosesAndGivesItsRentBack)
{
    mustSend({make::tokenTransfer(ata(m_bob), ata(m_alice), m_bob.key, 50)}, {m_bob});
    const std::uint64_t before = lamports(m_bob.key);
    mustSend({token(9, {{ata(m_bob), false, true}, {m_bob.key, false, true}, {m_bob.key, true, false}})}, {m_bob});
    EXPECT_EQ(m_world->account(ata(m_bob)), nullptr);
    EXPECT_EQ(lamports(m_bob.key), before + 2'039'280 - 5'000);
}

TEST_F(TokenRules, AnAccountWithTokensDoesNotClose)
{
    EXPECT_EQ(verdict(send({token(9, {{ata(m_bob), false, true}, {m_bob.key, false, true}, {m_bob.key, true, false}})},
                           {m_bob})),
              custom(11));
}

TEST_F(TokenRules, SetAuthorityHandsAnAccountOver)
{
    mustSend({byOwner(6, m_bob, joined({{2, 1}, toBytes(m_alice.key.bytes)}))}, {m_bob});
    EXPECT_EQ(verdict(send({make::tokenTransfer(ata(m_bob), ata(m_alice), m_bob.key, 1)}, {m_bob})), custom(4));
    mustSend({make::tokenTransfer(ata(m_bob), ata(m_alice), m_alice.key, 1)}, {m_alice});
}

TEST_F(TokenRules, AMintWithoutAnAuthorityHasAFixedSupply)
{
    mustSend({token(6, {{m_mint, false, true}, {m_alice.key, true, false}}, {0, 0})}, {m_alice});
    EXPECT_EQ(verdict(send({make::tokenMintTo(m_mint, ata(m_bob), m_alice.key, 1)}, {m_alice})), custom(5));
    EXPECT_EQ(verdict(send({token(6, {{m_mint, false, true}, {m_alice.key, true, false}}, {0, 0})}, {m_alice})),
              custom(5));
}

TEST_F(TokenRules, AFreshMintIsInitialisedOnce)
{
    const Keypair fresh = person("fresh mint");
    const Instruction initialise =
        token(20, {{fresh.key, false, true}}, joined({{9}, toBytes(m_alice.key.bytes), {0}}));
    mustSend({make::systemCreateAccount(m_alice.key, fresh.key, rentMinimum(82), 82, ids::kToken), initialise},
             {m_alice, fresh});
    EXPECT_EQ(tokenMint(*m_world->account(fresh.key))->decimals, 9);
    EXPECT_EQ(verdict(send({initialise}, {m_alice})), custom(6));
}

TEST_F(TokenRules, AnAccountOfAnUnknownMintIsInvalidMint)
{
    const Keypair fresh = person("fresh account");
    const Instruction initialise =
        token(18, {{fresh.key, false, true}, {m_carol.key, false, false}}, toBytes(m_alice.key.bytes));
    EXPECT_EQ(verdict(send(
                  {make::systemCreateAccount(m_alice.key, fresh.key, rentMinimum(165), 165, ids::kToken), initialise},
                  {m_alice, fresh})),
              named("IncorrectProgramId", 1));
}

TEST_F(TokenRules, AnAccountMayBeMadeWithoutTheAssociatedProgram)
{
    const Keypair fresh = person("fresh account");
    const Instruction initialise =
        token(18, {{fresh.key, false, true}, {m_mint, false, false}}, toBytes(m_carol.key.bytes));
    mustSend({make::systemCreateAccount(m_alice.key, fresh.key, rentMinimum(165), 165, ids::kToken), initialise},
             {m_alice, fresh});
    EXPECT_EQ(tokenAccount(*m_world->account(fresh.key))->owner, m_carol.key);
    EXPECT_EQ(verdict(send({initialise}, {m_alice})), custom(6));
}

TEST_F(TokenRules, WrappedLamportsFollowSyncNative)
{
    const Pubkey wrapped = associatedTokenAddress(m_alice.key, ids::kNativeMint);
    mustSend({make::createAssociatedToken(m_alice.key, m_alice.key, ids::kNativeMint),
              make::systemTransfer(m_alice.key, wrapped, kSol), token(17, {{wrapped, false, true}})},
             {m_alice});
    EXPECT_EQ(tokenAccount(*m_world->account(wrapped))->amount, kSol);
    mustSend({token(9, {{wrapped, false, true}, {m_alice.key, false, true}, {m_alice.key, true, false}})}, {m_alice});
    EXPECT_EQ(m_world->account(wrapped), nullptr);
}

TEST_F(TokenRules, WrappedLamportsMoveWithATransfer)
{
    const Pubkey mine = associatedTokenAddress(m_alice.key, ids::kNativeMint);
    const Pubkey theirs = associatedTokenAddress(m_bob.key, ids::kNativeMint);
    mustSend({make::createAssociatedToken(m_alice.key, m_alice.key, ids::kNativeMint),
              make::createAssociatedToken(m_alice.key, m_bob.key, ids::kNativeMint),
              make::systemTransfer(m_alice.key, mine, kSol), token(17, {{mine, false, true}}),
              make::tokenTransfer(mine, theirs, m_alice.key, 400)},
             {m_alice});
    EXPECT_EQ(tokenAccount(*m_world->account(theirs))->amount, 400u);
    EXPECT_EQ(lamports(theirs), 2'039'280u + 400u);
}

TEST_F(TokenRules, UnknownInstructionsAreInvalid)
{
    EXPECT_EQ(verdict(send({token(250, {{ata(m_bob), false, true}})}, {m_bob})), custom(12));
}

TEST_F(TokenRules, EmptyDataIsInvalid)
{
    EXPECT_EQ(verdict(send({{ids::kToken, {{ata(m_bob), false, true}}, {}}}, {m_bob})), custom(12));
}

TEST_F(TokenRules, TooFewAccountsAreRefused)
{
    EXPECT_EQ(verdict(send({token(3, {{ata(m_bob), false, true}}, le(1))}, {m_bob})), named("NotEnoughAccountKeys"));
}

class AssociatedRules : public TokenRules {};

TEST_F(AssociatedRules, CreateMakesTheAccountAndTakesItsRent)
{
    const std::uint64_t before = lamports(m_alice.key);
    mustSend({make::createAssociatedToken(m_alice.key, m_carol.key, m_mint, false)}, {m_alice});
    const auto made = tokenAccount(*m_world->account(ata(m_carol)));
    ASSERT_TRUE(made.has_value());
    EXPECT_EQ(made->owner, m_carol.key);
    EXPECT_EQ(lamports(m_alice.key), before - 2'039'280 - 5'000);
}

TEST_F(AssociatedRules, CreateAgainIsRefused)
{
    EXPECT_EQ(verdict(send({make::createAssociatedToken(m_alice.key, m_bob.key, m_mint, false)}, {m_alice})),
              named("IllegalOwner"));
}

TEST_F(AssociatedRules, CreateIdempotentAgainIsFine)
{
    mustSend({make::createAssociatedToken(m_alice.key, m_bob.key, m_mint, true)}, {m_alice});
}

TEST_F(AssociatedRules, CreateIdempotentOfAnAccountThatWasHandedOverIsRefused)
{
    mustSend({byOwner(6, m_bob, joined({{2, 1}, toBytes(m_alice.key.bytes)}))}, {m_bob});
    EXPECT_EQ(verdict(send({make::createAssociatedToken(m_alice.key, m_bob.key, m_mint, true)}, {m_alice})), custom(0));
}

TEST_F(AssociatedRules, AWrongAddressIsInvalidSeeds)
{
    Instruction create = make::createAssociatedToken(m_alice.key, m_carol.key, m_mint);
    create.accounts[1].key = person("elsewhere").key;
    EXPECT_EQ(verdict(send({create}, {m_alice})), named("InvalidSeeds"));
}

TEST_F(AssociatedRules, LamportsSentAheadCountTowardsTheRent)
{
    give(ata(m_carol), 1'000'000);
    const std::uint64_t before = lamports(m_alice.key);
    mustSend({make::createAssociatedToken(m_alice.key, m_carol.key, m_mint)}, {m_alice});
    EXPECT_EQ(lamports(m_alice.key), before - 1'039'280 - 5'000);
}

TEST_F(AssociatedRules, UnknownInstructionsAreInvalid)
{
    Instruction create = make::createAssociatedToken(m_alice.key, m_carol.key, m_mint);
    create.data = {9};
    EXPECT_EQ(verdict(send({create}, {m_alice})), named("InvalidInstructionData"));
}

TEST_F(AssociatedRules, AMintThatIsNoneIsRefused)
{
    EXPECT_EQ(verdict(send({make::createAssociatedToken(m_alice.key, m_carol.key, m_bob.key)}, {m_alice})),
              named("IncorrectProgramId"));
}

TEST_F(AssociatedRules, APayerWithoutEnoughForTheRentFails)
{
    const Keypair poor = person("poor");
    give(poor.key, 2'000'000);
    EXPECT_EQ(verdict(send({make::createAssociatedToken(poor.key, m_carol.key, m_mint)}, {poor})), custom(1));
}

} // namespace
} // namespace outpost::sim::test
