// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/networks/helium_demo/DemoWorld.h"

namespace outpost::heliumdemo {

namespace {

constexpr const char* kInitialize = "509097151a90daae";
constexpr const char* kDistribute = "a030b8390569e947";
constexpr const char* kDistributeCustom = "52268acb365ff0b6";
constexpr const char* kUpdateDestination = "75c8372c3ec3c951";
constexpr const char* kSetRewards = "3e325d2999ca0dd1";
constexpr const char* kWrapperV1 = "a25beb44242d9b36";
constexpr const char* kWrapperV2 = "fb93f1b425970d7f";

} // namespace

/// Collecting, with instructions written by hand from the published layouts.
class DemoRewardsTest : public DemoWorld {
protected:
    void SetUp() override
    {
        DemoWorld::SetUp();
        withStarter();
        asset = assetOf(stock(0).key);
        fresh = assetOf(stock(5).key); // never collected
    }

    static Bytes rewardArgs(std::uint16_t index, std::uint64_t amount)
    {
        return codec::ByteWriter().u16(index).u64(amount).done();
    }
    std::uint64_t lifetime(int index) { return DeviceBook(world()).lifetime(stock(index).key.address()); }

    Instruction initialize(const demo::Asset& of)
    {
        Instruction call{program::kLazyDistributor,
                         {srw(user().key), ro(derived().lazyDistributor), rw(recipientOf(of.id)), ro(of.tree),
                          ro(of.owner), ro(of.owner), ro(demo::ids::kCompression), ro(demo::ids::kSystem)},
                         data(kInitialize, leafArgs(of))};
        addProof(call, of);
        return call;
    }
    Instruction verify(std::size_t oracle, std::uint64_t amount, const Pubkey& assetId)
    {
        return demo::make::ed25519Verify(
            oracleKey(world(), oracle),
            oracleMessage(derived().lazyDistributor, static_cast<std::uint16_t>(oracle), amount, assetId));
    }
    Instruction wrapperV2(std::size_t oracle, std::uint64_t amount, const demo::Asset& of, const DeviceKey& device)
    {
        return {program::kRewardsOracle,
                {srw(user().key), ro(derived().lazyDistributor), rw(recipientOf(of.id)),
                 ro(keyToAssetOf(device.entityKey())), ro(derived().oracleSigner), ro(program::kLazyDistributor),
                 ro(demo::ids::kSystem), ro(demo::ids::kSysvarInstructions)},
                data(kWrapperV2, rewardArgs(static_cast<std::uint16_t>(oracle), amount))};
    }
    Instruction wrapperV1(std::size_t oracle, std::uint64_t amount, const demo::Asset& of, const DeviceKey& device)
    {
        return {program::kRewardsOracle,
                {srw(oracleKey(world(), oracle).key), ro(derived().lazyDistributor), rw(recipientOf(of.id)),
                 ro(keyToAssetOf(device.entityKey())), ro(derived().oracleSigner), ro(program::kLazyDistributor),
                 ro(demo::ids::kSystem)},
                data(kWrapperV1, rewardArgs(static_cast<std::uint16_t>(oracle), amount))};
    }
    std::vector<AccountMeta> distributeAccounts(const demo::Asset& of, const Pubkey& owner)
    {
        return {srw(user().key),
                ro(derived().lazyDistributor),
                rw(recipientOf(of.id)),
                ro(mint::kHnt),
                rw(derived().rewardsEscrow),
                rw(derived().escrowBreaker),
                rw(owner),
                rw(demo::associatedTokenAddress(owner, mint::kHnt)),
                ro(demo::ids::kAssociatedToken),
                ro(program::kCircuitBreaker),
                ro(demo::ids::kSystem),
                ro(demo::ids::kToken)};
    }
    Instruction distribute(const demo::Asset& of)
    {
        Instruction call{program::kLazyDistributor, distributeAccounts(of, of.owner), data(kDistribute, leafArgs(of))};
        call.accounts.push_back(ro(of.tree));
        call.accounts.push_back(ro(demo::ids::kCompression));
        addProof(call, of);
        return call;
    }
    Instruction distributeCustom(const demo::Asset& of, const Pubkey& to)
    {
        return {program::kLazyDistributor, distributeAccounts(of, to), data(kDistributeCustom)};
    }
    Instruction updateDestination(const demo::Asset& of, const Keypair& owner, const Pubkey& to)
    {
        Instruction call{program::kLazyDistributor,
                         {rw(recipientOf(of.id)), sro(owner.key), ro(to), ro(of.tree), ro(demo::ids::kCompression)},
                         data(kUpdateDestination, leafArgs(of))};
        addProof(call, of);
        return call;
    }
    /// Both oracles' figures, in transactions of their own: without a lookup table a whole collection does not fit a
    /// packet.
    void setFigures(const demo::Asset& of, const DeviceKey& device, std::uint64_t amount)
    {
        for (std::size_t oracle = 0; oracle < 2; ++oracle) {
            const auto set = run({verify(oracle, amount, of.id), wrapperV2(oracle, amount, of, device)}, {user()});
            ASSERT_EQ(codeOf(set), "") << logsOf(set);
        }
    }
    /// Figures, then the payout.
    sim::Outcome collect(const demo::Asset& of, const DeviceKey& device, std::uint64_t amount)
    {
        setFigures(of, device, amount);
        return run({distribute(of)}, {user()});
    }

    demo::Asset asset, fresh;
};

TEST_F(DemoRewardsTest, CollectingPaysWhatIsPendingOnceAndOnlyOnce)
{
    const std::uint64_t paidBefore = recipientState(asset.id)->totalRewards;
    const std::uint64_t total = lifetime(0);
    const auto first = collect(asset, stock(0).key, total);
    ASSERT_EQ(codeOf(first), "") << logsOf(first);
    EXPECT_EQ(world().tokenBalance(mint::kHnt, user().key), total - paidBefore);
    EXPECT_EQ(recipientState(asset.id)->totalRewards, total);
    EXPECT_EQ(recipientState(asset.id)->currentRewards, (std::vector<std::optional<std::uint64_t>>(2)));

    const auto second = collect(asset, stock(0).key, total);
    ASSERT_EQ(codeOf(second), "") << logsOf(second);
    EXPECT_EQ(world().tokenBalance(mint::kHnt, user().key), total - paidBefore);
}

TEST_F(DemoRewardsTest, AFirstCollectionNeedsARecipientWhoseDepositThePayerPays)
{
    const auto without =
        run({verify(0, lifetime(5), fresh.id), wrapperV2(0, lifetime(5), fresh, stock(5).key)}, {user()});
    EXPECT_EQ(codeOf(without, 1), "3012") << logsOf(without);
    const std::uint64_t before = world().account(user().key)->lamports;
    const auto made = run({initialize(fresh)}, {user()});
    ASSERT_EQ(codeOf(made), "") << logsOf(made);
    EXPECT_EQ(before - world().account(user().key)->lamports, world().rentExemptMinimum(Recipient::space(2)) + 5'000);
    const auto paid = collect(fresh, stock(5).key, lifetime(5));
    ASSERT_EQ(codeOf(paid), "") << logsOf(paid);
    EXPECT_EQ(world().tokenBalance(mint::kHnt, user().key), lifetime(5));
}

TEST_F(DemoRewardsTest, ARecipientIsMadeOnlyOnce)
{
    ASSERT_EQ(codeOf(run({initialize(fresh)}, {user()})), "");
    EXPECT_EQ(codeOf(run({initialize(fresh)}, {user()})), "0") << "System: already in use";
}

TEST_F(DemoRewardsTest, ARecipientForALeafOfSomebodyElseIsRefused)
{
    Instruction call = initialize(fresh);
    call.accounts[4] = ro(named("a stranger").key);
    call.accounts[5] = ro(named("a stranger").key);
    EXPECT_NE(codeOf(run({call}, {user()})), "");
}

TEST_F(DemoRewardsTest, ARecipientAtAnotherAddressIsRefused)
{
    Instruction call = initialize(fresh);
    call.accounts[2] = rw(recipientOf(asset.id));
    EXPECT_EQ(codeOf(run({call}, {user()})), "2006");
}

TEST_F(DemoRewardsTest, ARecipientPassedReadOnlyIsRefused)
{
    Instruction call = initialize(fresh);
    call.accounts[2].writable = false;
    EXPECT_EQ(codeOf(run({call}, {user()})), "2000");
}

TEST_F(DemoRewardsTest, TooFewAccountsAreRefused)
{
    Instruction call = initialize(fresh);
    call.accounts.resize(5);
    EXPECT_EQ(codeOf(run({call}, {user()})), "3005");
}

TEST_F(DemoRewardsTest, ArgumentsCutShortAreRefused)
{
    Instruction call = initialize(fresh);
    call.data.pop_back();
    EXPECT_EQ(codeOf(run({call}, {user()})), "102");
}

TEST_F(DemoRewardsTest, TheSignatureMustStandDirectlyBeforeItsInstruction)
{
    const std::uint64_t total = lifetime(0);
    const auto parted =
        run({verify(0, total, asset.id), demo::make::memo("in between"), wrapperV2(0, total, asset, stock(0).key)},
            {user()});
    EXPECT_EQ(codeOf(parted, 2), "6010") << logsOf(parted);
    EXPECT_EQ(codeOf(run({wrapperV2(0, total, asset, stock(0).key)}, {user()})), "6010");
}

TEST_F(DemoRewardsTest, AnotherAmountThanTheSignedOneIsRefused)
{
    const std::uint64_t total = lifetime(0);
    EXPECT_EQ(codeOf(run({verify(0, total, asset.id), wrapperV2(0, total + 1, asset, stock(0).key)}, {user()}), 1),
              "6010");
}

TEST_F(DemoRewardsTest, AMessageAboutAnotherDeviceIsRefused)
{
    const std::uint64_t total = lifetime(0);
    const demo::Asset other = assetOf(stock(1).key);
    EXPECT_EQ(codeOf(run({verify(0, total, other.id), wrapperV2(0, total, asset, stock(0).key)}, {user()}), 1), "6010");
}

TEST_F(DemoRewardsTest, ASignatureOfAnybodyElseIsRefused)
{
    const std::uint64_t total = lifetime(0);
    const Instruction forged =
        demo::make::ed25519Verify(named("a forger"), oracleMessage(derived().lazyDistributor, 0, total, asset.id));
    EXPECT_EQ(codeOf(run({forged, wrapperV2(0, total, asset, stock(0).key)}, {user()}), 1), "6006");
}

TEST_F(DemoRewardsTest, AMessageOfAnotherKindIsRefused)
{
    Bytes message = oracleMessage(derived().lazyDistributor, 0, lifetime(0), asset.id);
    message[0] ^= 1;
    const Instruction odd = demo::make::ed25519Verify(oracleKey(world(), 0), message);
    EXPECT_EQ(codeOf(run({odd, wrapperV2(0, lifetime(0), asset, stock(0).key)}, {user()}), 1), "6009");
}

TEST_F(DemoRewardsTest, AnOracleThatIsNotThereIsRefused)
{
    const std::uint64_t total = lifetime(0);
    const Instruction third =
        demo::make::ed25519Verify(oracleKey(world(), 2), oracleMessage(derived().lazyDistributor, 2, total, asset.id));
    EXPECT_EQ(codeOf(run({third, wrapperV2(2, total, asset, stock(0).key)}, {user()}), 1), "6003");
}

TEST_F(DemoRewardsTest, ADevicesFigureCannotBeSetOnAnotherRecipient)
{
    const std::uint64_t total = lifetime(0);
    EXPECT_EQ(codeOf(run({verify(0, total, asset.id), wrapperV2(0, total, asset, stock(1).key)}, {user()}), 1), "2003");
}

TEST_F(DemoRewardsTest, LessThanWasPaidAlreadyIsRefused)
{
    const std::uint64_t less = recipientState(asset.id)->totalRewards - 1;
    EXPECT_EQ(codeOf(run({verify(0, less, asset.id), wrapperV2(0, less, asset, stock(0).key)}, {user()}), 1), "6008");
}

TEST_F(DemoRewardsTest, TheDistributorCannotBeToldWithoutTheOracleProgram)
{
    const std::uint64_t total = lifetime(0);
    const Instruction direct{program::kLazyDistributor,
                             {srw(user().key), ro(derived().lazyDistributor), rw(recipientOf(asset.id)),
                              ro(demo::ids::kSysvarInstructions), ro(demo::ids::kSystem)},
                             data(kSetRewards, rewardArgs(0, total))};
    EXPECT_EQ(codeOf(run({verify(0, total, asset.id), direct}, {user()}), 1), "6004");
}

TEST_F(DemoRewardsTest, AnOracleMaySignTheTransactionItself)
{
    world().airdrop(oracleKey(world(), 0).key, 1'000'000'000);
    world().airdrop(oracleKey(world(), 1).key, 1'000'000'000);
    const std::uint64_t total = lifetime(0);
    const auto paid =
        run({wrapperV1(0, total, asset, stock(0).key), wrapperV1(1, total, asset, stock(0).key), distribute(asset)},
            {user(), oracleKey(world(), 0), oracleKey(world(), 1)});
    ASSERT_EQ(codeOf(paid), "") << logsOf(paid);
    EXPECT_EQ(recipientState(asset.id)->totalRewards, total);
}

TEST_F(DemoRewardsTest, AnOracleCannotSignForAnother)
{
    world().airdrop(oracleKey(world(), 1).key, 1'000'000'000);
    Instruction call = wrapperV1(0, lifetime(0), asset, stock(0).key);
    call.accounts[0] = srw(oracleKey(world(), 1).key);
    EXPECT_EQ(codeOf(run({call}, {user(), oracleKey(world(), 1)})), "6006");
}

TEST_F(DemoRewardsTest, PayingWithoutAnyFigureFails)
{
    EXPECT_EQ(codeOf(run({distribute(asset)}, {user()})), "ProgramFailedToComplete");
}

TEST_F(DemoRewardsTest, PayingToSomebodyWhoDoesNotOwnTheLeafIsRefused)
{
    setFigures(asset, stock(0).key, lifetime(0));
    const Pubkey thief = named("a thief").key;
    Instruction pay = distribute(asset);
    pay.accounts[6] = rw(thief);
    pay.accounts[7] = rw(demo::associatedTokenAddress(thief, mint::kHnt));
    EXPECT_NE(codeOf(run({pay}, {user()})), "");
    EXPECT_EQ(world().tokenBalance(mint::kHnt, thief), 0u);
}

TEST_F(DemoRewardsTest, PayingIntoAnotherAccountThanTheOwnersIsRefused)
{
    setFigures(asset, stock(0).key, lifetime(0));
    Instruction pay = distribute(asset);
    pay.accounts[7] = rw(demo::associatedTokenAddress(named("a thief").key, mint::kHnt));
    EXPECT_EQ(codeOf(run({pay}, {user()})), "2006");
}

TEST_F(DemoRewardsTest, AnotherEscrowIsRefused)
{
    setFigures(asset, stock(0).key, lifetime(0));
    Instruction pay = distribute(asset);
    pay.accounts[4] = rw(demo::associatedTokenAddress(user().key, mint::kHnt));
    EXPECT_EQ(codeOf(run({pay}, {user()})), "2001");
}

TEST_F(DemoRewardsTest, AnotherBreakerIsRefused)
{
    setFigures(asset, stock(0).key, lifetime(0));
    Instruction pay = distribute(asset);
    pay.accounts[5] = rw(derived().dcBreaker);
    EXPECT_EQ(codeOf(run({pay}, {user()})), "2006");
}

TEST_F(DemoRewardsTest, AProofOfTheWrongLeafIsRefused)
{
    setFigures(asset, stock(0).key, lifetime(0));
    Instruction pay = distribute(asset);
    pay.accounts.back().key.bytes[0] ^= 1;
    EXPECT_NE(codeOf(run({pay}, {user()})), "");
}

TEST_F(DemoRewardsTest, TheBreakerStopsMoreThanItsLimit)
{
    Breaker breaker = *Breaker::decode(*world().account(derived().escrowBreaker));
    breaker.threshold = 1000;
    world().setData(derived().escrowBreaker, program::kCircuitBreaker, breaker.encode());
    const auto stopped = collect(asset, stock(0).key, lifetime(0));
    EXPECT_EQ(codeOf(stopped), "6000") << logsOf(stopped);
}

TEST_F(DemoRewardsTest, TheMiddleOfTwoFiguresIsTheHigherOne)
{
    const std::uint64_t total = lifetime(0);
    setFigures(asset, stock(0).key, total);
    ASSERT_EQ(codeOf(run({verify(1, total + 500, asset.id), wrapperV2(1, total + 500, asset, stock(0).key)}, {user()})),
              "");
    const auto paid = run({distribute(asset)}, {user()});
    ASSERT_EQ(codeOf(paid), "") << logsOf(paid);
    EXPECT_EQ(recipientState(asset.id)->totalRewards, total + 500);
}

TEST_F(DemoRewardsTest, ADestinationTakesOverAndCanBeCleared)
{
    const Pubkey other = named("savings").key;
    world().airdrop(other, 1'000'000'000);
    ASSERT_EQ(codeOf(run({updateDestination(asset, user(), other)}, {user()})), "");
    const std::uint64_t total = lifetime(0);
    const std::uint64_t pending = total - recipientState(asset.id)->totalRewards;
    EXPECT_EQ(codeOf(collect(asset, stock(0).key, total)), "6005");
    EXPECT_EQ(codeOf(run({distributeCustom(asset, user().key)}, {user()})), "2003")
        << "the owner is not the destination";
    const auto paid = run({distributeCustom(asset, other)}, {user()});
    ASSERT_EQ(codeOf(paid), "") << logsOf(paid);
    EXPECT_EQ(world().tokenBalance(mint::kHnt, other), pending);

    ASSERT_EQ(codeOf(run({updateDestination(asset, user(), demo::ids::kSystem)}, {user()})), "");
    EXPECT_TRUE(recipientState(asset.id)->destination.isZero());
}

TEST_F(DemoRewardsTest, WithoutADestinationThereIsNoCustomPayout)
{
    setFigures(asset, stock(0).key, lifetime(0));
    EXPECT_EQ(codeOf(run({distributeCustom(asset, user().key)}, {user()})), "2003");
}

TEST_F(DemoRewardsTest, OnlyTheOwnerSetsADestination)
{
    const Keypair thief = named("a thief");
    world().airdrop(thief.key, 1'000'000'000);
    EXPECT_NE(codeOf(run({updateDestination(asset, thief, thief.key)}, {thief})), "");
    Instruction unsignedCall = updateDestination(asset, user(), thief.key);
    unsignedCall.accounts[1].signer = false;
    EXPECT_EQ(codeOf(run({unsignedCall}, {thief})), "3010");
}

TEST_F(DemoRewardsTest, OtherInstructionsAreNotSimulatedAndSaySo)
{
    const auto outcome = run({{program::kLazyDistributor, {srw(user().key)}, data("d82333ab98293e6a")}}, {user()});
    EXPECT_EQ(codeOf(outcome), "UnsupportedProgramId");
    EXPECT_NE(logsOf(outcome).find("not simulated"), std::string::npos);
}

TEST_F(DemoRewardsTest, TheBreakerPaysNobodyButItsHolder)
{
    world().airdrop(user().key, 1'000'000'000);
    ASSERT_EQ(codeOf(run({demo::make::createAssociatedToken(user().key, user().key, mint::kHnt)}, {user()})), "");
    const Instruction theft{program::kCircuitBreaker,
                            {rw(derived().rewardsEscrow), rw(demo::associatedTokenAddress(user().key, mint::kHnt)),
                             sro(user().key), rw(derived().escrowBreaker), ro(demo::ids::kToken)},
                            data("a2b6c16166557fbd", codec::ByteWriter().u64(5).done())};
    EXPECT_EQ(codeOf(run({theft}, {user()})), "2001");
}

} // namespace outpost::heliumdemo
