// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/SigningGate.h"

#include "core/chain/solana/Builders.h"
#include "core/services/ServiceErrors.h"
#include "core/wallet/WalletErrors.h"
#include "tests/support/FakeDelay.h"
#include "tests/support/FakeRng.h"
#include "tests/support/KdfFloorForTests.h"
#include "tests/support/MemoryFileSystem.h"
#include "tests/support/ScriptedHttpClient.h"
#include "tests/unit/ledger/LedgerFixtures.h"
#include "tests/unit/store/StoreFixture.h"

namespace outpost::test {
namespace {

using ledger::accountText;
using ledger::inContext;
using ledger::key;
using ledger::tokenAccountData;
using services::GateLimits;
using solana::Instruction;
using solana::MessageVersion;
using solana::PublicKey;

constexpr std::uint64_t kFee = 5'000;
const AssetId kSol("solana:native");
const PublicKey kReceiver = key(3);
const PublicKey kMint = key(4);
const PublicKey kOurTokens = key(5);
const PublicKey kTheirTokens = key(6);
const PublicKey kTable = key(7);
const PublicKey kStranger = key(8);

/// A node with accounts, which says after each simulation what it was told to say.
class FakeNode final : public HttpClient {
public:
    std::map<std::string, std::string> before; ///< account by address, as the node spells it
    std::map<std::string, std::string> after;  ///< what differs after the transaction
    std::string failure = "null";
    std::uint64_t balance = 10'000'000;

    void put(const PublicKey& account, const std::string& text) { before[account.toBase58()] = text; }
    void becomes(const PublicKey& account, const std::string& text) { after[account.toBase58()] = text; }

    Future<HttpResponse> send(HttpRequest request, CancelToken) override
    {
        const codec::Json body = *codec::parseJson(request.body);
        return async::ready<HttpResponse>(
            ScriptedHttpClient::response(200, R"({"jsonrpc":"2.0","id":)" + body["id"].toText() + R"(,"result":)" +
                                                  answer(*body["method"].string(), body["params"]) + "}"));
    }

private:
    std::string accounts(const codec::Json& keys, bool isAfter) const
    {
        std::string list;
        for (const codec::Json& one : keys.items()) {
            const std::string address = *one.string();
            const auto known = before.find(address);
            std::string text = known == before.end() ? "null" : known->second;
            if (const auto changed = after.find(address); isAfter && changed != after.end())
                text = changed->second;
            list += (list.empty() ? "" : ",") + text;
        }
        return "[" + list + "]";
    }
    std::string answer(const std::string& method, const codec::Json& params) const
    {
        if (method == "getMultipleAccounts")
            return inContext(accounts(params.items().at(0), false));
        if (method == "getFeeForMessage")
            return inContext(std::to_string(kFee));
        if (method == "getBalance")
            return inContext(std::to_string(balance));
        if (method == "simulateTransaction")
            return inContext(R"({"err":)" + failure +
                             R"(,"logs":["Program log: hello"],"unitsConsumed":450,"accounts":)" +
                             accounts(params.items().at(1)["accounts"]["addresses"], true) + "}");
        return "null";
    }
};

class SigningGateTest : public StoreTest {
protected:
    void SetUp() override
    {
        db = openStore();
        settings.emplace(*db);
        wallet::DerivationScheme scheme{"default", wallet::SchemeKind::Path, wallet::Curve::Ed25519,
                                        *wallet::DerivationPath::parse("m/44'/501'/0'/0'")};
        wallets.emplace(services::WalletService::Ports{files, rng, clock, *settings}, "/home/wallets",
                        wallet::World::Real, wallet::KdfFloorForTests::floor(), std::vector{scheme});
        ASSERT_TRUE(await(wallets->load()));
        auto password = std::make_shared<wallet::Password>(
            std::move(*wallet::Password::create(asBytes("correct horse battery staple 9"))));
        const auto made = await(wallets->create("Home", std::move(password), 12));
        ASSERT_TRUE(made) << made.error().code.name;
        address = *wallets->currentAddress();
        us = *PublicKey::fromBase58(address.str());
        signing.emplace(*wallets);
        auto registry = std::make_shared<solana::DecoderRegistry>();
        solana::addStandardDecoders(*registry);
        gate.emplace(services::SigningGate::Ports{first, &second, *signing, clock, delay}, registry);
        oneSource.emplace(services::SigningGate::Ports{first, nullptr, *signing, clock, delay}, registry);

        both(us, accountText(solana::programs::kSystem, 10'000'000, {}));
        nodeA.becomes(us, accountText(solana::programs::kSystem, 10'000'000 - kFee, {}));
    }
    void both(const PublicKey& account, const std::string& text)
    {
        nodeA.put(account, text);
        nodeB.put(account, text);
    }
    static std::string system(std::uint64_t lamports) { return accountText(solana::programs::kSystem, lamports, {}); }
    static std::string tokens(const PublicKey& owner, std::uint64_t amount)
    {
        return accountText(solana::programs::kToken, 2'039'280, tokenAccountData(kMint, owner, amount));
    }
    static solana::Transaction transaction(const PublicKey& payer, const std::vector<Instruction>& calls,
                                           const std::vector<solana::LookupTable>& tables = {})
    {
        std::array<std::uint8_t, 32> hash;
        hash.fill(7);
        return solana::Transaction(
            *solana::Message::compile(MessageVersion::V0, payer, solana::Blockhash(hash), calls, tables));
    }
    networks::DraftTransaction draft(const std::vector<Instruction>& calls) const
    {
        networks::DraftTransaction made;
        made.transaction = transaction(us, calls).serialize();
        made.expiresAfter = 100;
        return made;
    }
    GateLimits mayLeave(std::uint64_t lamports) const { return {address, {{kSol, Int128::fromUnsigned(lamports)}}}; }
    services::Review review(networks::DraftTransaction made, GateLimits limits)
    {
        auto seen = await(gate->review(std::move(made), std::move(limits), {}));
        EXPECT_TRUE(seen) << (seen ? "" : seen.error().detail);
        return seen ? std::move(*seen) : services::Review();
    }
    std::string refusal(networks::DraftTransaction made, GateLimits limits)
    {
        services::Review seen = review(std::move(made), std::move(limits));
        const std::string code = seen.refusal ? std::string(seen.refusal->code.name) : std::string();
        const auto signedAnyway = await(gate->sign(std::move(seen)));
        EXPECT_EQ(signedAnyway.has_value(), code.empty()) << "what is refused is never signed";
        return code;
    }
    /// One lamport more or less to kReceiver, and what the node says of it.
    networks::DraftTransaction pay(std::uint64_t lamports)
    {
        both(kReceiver, system(1'000'000));
        nodeA.becomes(us, system(10'000'000 - kFee - lamports));
        nodeA.becomes(kReceiver, system(1'000'000 + lamports));
        return draft({solana::systemProgram::transfer(us, kReceiver, lamports)});
    }

    FakeRng rng;
    FakeDelay delay{clock};
    MemoryFileSystem files{&clock};
    FakeNode nodeA;
    FakeNode nodeB;
    ledger::SolanaRpc first{nodeA, clock, {.url = "https://a.example.org"}};
    ledger::SolanaRpc second{nodeB, clock, {.url = "https://b.example.org"}};
    std::unique_ptr<store::Database> db;
    std::optional<store::Settings> settings;
    std::optional<services::WalletService> wallets;
    std::optional<services::SigningService> signing;
    std::optional<services::SigningGate> gate;
    std::optional<services::SigningGate> oneSource;
    Address address;
    PublicKey us;
};

TEST_F(SigningGateTest, AnHonestPaymentIsApprovedAndSigned)
{
    services::Review seen = review(pay(250), mayLeave(kFee + 250));
    ASSERT_FALSE(seen.refusal) << seen.refusal->code.name << ' ' << seen.refusal->detail;
    EXPECT_TRUE(seen.twoSources);
    EXPECT_EQ(seen.leaves, (std::map<AssetId, Int128>{{kSol, Int128(kFee + 250)}}));
    EXPECT_EQ(seen.networkFee, Int128(kFee));
    ASSERT_EQ(seen.sentences.size(), 1u);
    EXPECT_EQ(seen.sentences.front().id, "system.transfer");
    const auto done = await(gate->sign(std::move(seen)));
    ASSERT_TRUE(done) << done.error().code.name;
    const auto parsed = solana::Transaction::parse(done->transaction);
    EXPECT_TRUE(parsed->isFullySigned() && parsed->filledSignaturesVerify());
    EXPECT_EQ(parsed->id()->toBase58(), done->signature);
}

TEST_F(SigningGateTest, MoreThanThePlanSaysIsRefused)
{
    EXPECT_EQ(refusal(pay(250), mayLeave(kFee + 249)), "gate.overLimit");
}

TEST_F(SigningGateTest, AnAssetThatThePlanDoesNotNameIsRefused)
{
    both(kOurTokens, tokens(us, 40));
    both(kTheirTokens, tokens(kStranger, 0));
    both(kMint, accountText(solana::programs::kToken, 1, Bytes(82, 0)));
    nodeA.becomes(kOurTokens, tokens(us, 30));
    nodeA.becomes(kTheirTokens, tokens(kStranger, 10));
    const auto sending = solana::token::transferChecked(kOurTokens, kMint, kTheirTokens, us, 10, 2);
    EXPECT_EQ(refusal(draft({sending}), mayLeave(kFee)), "gate.overLimit");
    GateLimits named = mayLeave(kFee);
    named.mayLeave[AssetId("solana:" + kMint.toBase58())] = 10;
    EXPECT_EQ(refusal(draft({sending}), named), "");
}

TEST_F(SigningGateTest, AFeePayerWhomThePlanDoesNotNameIsRefused)
{
    both(kStranger, system(9'000'000));
    nodeA.becomes(kStranger, system(9'000'000 - kFee));
    nodeA.becomes(us, system(10'000'000 - 1));
    both(kReceiver, system(1));
    nodeA.becomes(kReceiver, system(2));
    networks::DraftTransaction made;
    made.transaction = transaction(kStranger, {solana::systemProgram::transfer(us, kReceiver, 1)}).serialize();
    EXPECT_EQ(refusal(made, mayLeave(1)), "gate.foreignFeePayer");
    made.feePayer = key(99).toBase58();
    EXPECT_EQ(refusal(made, mayLeave(1)), "gate.foreignFeePayer");
    made.feePayer = kStranger.toBase58();
    EXPECT_FALSE(review(made, mayLeave(1)).refusal) << "named by the plan";
}

TEST_F(SigningGateTest, AProgramThatNobodyKnowsIsRefused)
{
    const Instruction unknown{key(77), {solana::writableSigner(us)}, {1, 2, 3}};
    EXPECT_EQ(refusal(draft({unknown}), mayLeave(kFee)), "gate.notUnderstood");
}

TEST_F(SigningGateTest, AnInstructionThatIsNotWhollyUnderstoodIsRefused)
{
    Instruction odd = solana::systemProgram::transfer(us, kReceiver, 1);
    odd.data.push_back(0);
    both(kReceiver, system(1));
    EXPECT_EQ(refusal(draft({odd}), mayLeave(kFee + 1)), "gate.notUnderstood");
}

TEST_F(SigningGateTest, ADangerousInstructionIsRefusedEvenWhereTheSimulationLosesNothing)
{
    both(kOurTokens, tokens(us, 40));
    // SetAuthority (6) of the account's owner (2) to a stranger: layout of the token program.
    Instruction setAuthority{solana::programs::kToken, {solana::writable(kOurTokens), solana::signer(us)}, {6, 2, 1}};
    setAuthority.data.insert(setAuthority.data.end(), kStranger.bytes().begin(), kStranger.bytes().end());
    EXPECT_EQ(refusal(draft({setAuthority}), mayLeave(kFee)), "gate.dangerous");
}

TEST_F(SigningGateTest, ALookupTableThatDiffersBetweenTwoHostsIsRefused)
{
    const auto tableData = [](const PublicKey& address) {
        Bytes data(56, 0);
        data[0] = 1;
        std::fill(data.begin() + 4, data.begin() + 12, 0xff);
        data.insert(data.end(), address.bytes().begin(), address.bytes().end());
        return accountText(solana::programs::kLookupTable, 1, data);
    };
    both(kReceiver, system(1'000'000));
    both(kStranger, system(1'000'000));
    nodeA.becomes(us, system(10'000'000 - kFee - 250));
    nodeA.becomes(kReceiver, system(1'000'250));
    networks::DraftTransaction made;
    made.transaction =
        transaction(us, {solana::systemProgram::transfer(us, kReceiver, 250)}, {{kTable, {kReceiver}}}).serialize();
    both(kTable, tableData(kReceiver));
    EXPECT_EQ(refusal(made, mayLeave(kFee + 250)), "");
    nodeB.put(kTable, tableData(kStranger));
    EXPECT_EQ(refusal(made, mayLeave(kFee + 250)), "gate.sourcesDisagree");
}

TEST_F(SigningGateTest, ATokenAccountWhoseOwnerTwoHostsTellDifferentlyIsRefused)
{
    both(kOurTokens, tokens(us, 40));
    both(kMint, accountText(solana::programs::kToken, 1, Bytes(82, 0)));
    nodeA.put(kTheirTokens, tokens(kReceiver, 0));
    nodeB.put(kTheirTokens, tokens(kStranger, 0));
    const auto sending = solana::token::transferChecked(kOurTokens, kMint, kTheirTokens, us, 10, 2);
    EXPECT_EQ(refusal(draft({sending}), mayLeave(kFee)), "gate.sourcesDisagree");
}

TEST_F(SigningGateTest, ASimulationThatTakesMoreThanTheDecoderSawIsRefused)
{
    auto made = pay(250);
    nodeA.becomes(us, system(10'000'000 - kFee - 900'000));
    EXPECT_EQ(refusal(std::move(made), mayLeave(1'000'000)), "gate.mismatch");
}

TEST_F(SigningGateTest, ASimulationThatTakesATokenTheDecoderDidNotSeeIsRefused)
{
    both(kOurTokens, tokens(us, 40));
    nodeA.becomes(kOurTokens, tokens(kStranger, 40));
    Instruction paying = solana::systemProgram::transfer(us, kOurTokens, 1);
    nodeA.becomes(us, system(10'000'000 - kFee - 1));
    GateLimits limits = mayLeave(kFee + 1);
    limits.mayLeave[AssetId("solana:" + kMint.toBase58())] = 40;
    EXPECT_EQ(refusal(draft({paying}), limits), "gate.mismatch");
}

TEST_F(SigningGateTest, AServersTransactionMustBeThePlannedOne)
{
    auto made = pay(250);
    made.expected = transaction(us, {solana::systemProgram::transfer(us, kReceiver, 250)}).serialize();
    EXPECT_EQ(refusal(made, mayLeave(kFee + 250)), "");
    made.expected = transaction(us, {solana::systemProgram::transfer(us, kReceiver, 249)}).serialize();
    EXPECT_EQ(refusal(made, mayLeave(kFee + 250)), "gate.notAsPlanned");
    made.expected = transaction(us, {solana::systemProgram::transfer(us, kStranger, 250)}).serialize();
    EXPECT_EQ(refusal(made, mayLeave(kFee + 250)), "gate.notAsPlanned");
}

TEST_F(SigningGateTest, AServerMayChooseAnotherComputeBudgetAndNothingElse)
{
    const auto paying = solana::systemProgram::transfer(us, kReceiver, 250);
    pay(250);
    auto made = draft({solana::computeBudget::setUnitLimit(300'000), paying});
    made.expected = transaction(us, {solana::computeBudget::setUnitLimit(200'000), paying}).serialize();
    EXPECT_EQ(refusal(made, mayLeave(kFee + 250)), "");
    made = draft({paying, solana::memo::write("one more")});
    made.expected = transaction(us, {paying}).serialize();
    EXPECT_EQ(refusal(made, mayLeave(kFee + 250)), "gate.notAsPlanned");
}

TEST_F(SigningGateTest, WhatTheNetworkSaysWouldFailIsNotSigned)
{
    auto made = pay(250);
    nodeA.failure = R"({"InstructionError":[0,{"Custom":1}]})";
    EXPECT_EQ(refusal(made, mayLeave(kFee + 250)), "gate.wouldFail");
    nodeA.balance = kFee;
    EXPECT_EQ(refusal(made, mayLeave(kFee + 250)), "services.notEnough");
}

TEST_F(SigningGateTest, WithOneHostTheReviewSaysSo)
{
    const auto seen = await(oneSource->review(pay(250), mayLeave(kFee + 250), {}));
    ASSERT_TRUE(seen);
    EXPECT_FALSE(seen->refusal);
    EXPECT_FALSE(seen->twoSources);
}

TEST_F(SigningGateTest, AReviewThatWasReadForTooLongIsNotSigned)
{
    auto seen = review(pay(250), mayLeave(kFee + 250));
    clock.advance(std::chrono::seconds(91));
    EXPECT_TRUE(await(gate->sign(std::move(seen))).error().is(errors::kApprovalExpired));
}

TEST_F(SigningGateTest, ALockedWalletSignsNothing)
{
    auto seen = review(pay(250), mayLeave(kFee + 250));
    wallets->lock();
    EXPECT_TRUE(await(gate->sign(std::move(seen))).error().is(errors::kWalletLocked));
}

TEST_F(SigningGateTest, AnotherSignerWhoseSignatureIsMissingKeepsItFromBeingSent)
{
    both(kStranger, system(9'000'000));
    networks::DraftTransaction made = draft({solana::systemProgram::transfer(us, kReceiver, 250),
                                             solana::memo::write("two of us", std::span(&kStranger, 1))});
    both(kReceiver, system(1'000'000));
    nodeA.becomes(us, system(10'000'000 - kFee - 250));
    nodeA.becomes(kReceiver, system(1'000'250));
    auto seen = review(made, mayLeave(kFee + 250));
    ASSERT_FALSE(seen.refusal) << seen.refusal->code.name;
    EXPECT_TRUE(await(gate->sign(std::move(seen))).error().is(errors::kGateNotAsPlanned));
}

} // namespace
} // namespace outpost::test
