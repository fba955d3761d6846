// SPDX-License-Identifier: GPL-3.0-or-later
// Our Solana bytes against programs that nobody here wrote: @solana/web3.js compiles the same messages, and the Solana
// runtime (litesvm) executes our transactions.
#include "core/chain/solana/Builders.h"
#include "tests/peers/cpp/PeerValues.h"

#include <cstring>

namespace outpost::solana {
namespace {

using test::hexOf;
using test::keyOf;
using test::PeerJson;
using test::PeerProcess;
using test::TestKey;
using test::textOf;

Instruction instructionOf(const PeerJson& json)
{
    Instruction out{.program = keyOf(json["programId"]), .accounts = {}, .data = hexOf(json["dataHex"])};
    for (const auto& meta : json["accounts"])
        out.accounts.push_back({keyOf(meta["pubkey"]), meta["signer"], meta["writable"]});
    return out;
}

std::vector<Instruction> instructionsOf(const PeerJson& list)
{
    std::vector<Instruction> out;
    for (const auto& each : list)
        out.push_back(instructionOf(each));
    return out;
}

Blockhash blockhashOf(const std::string& text)
{
    const auto hash = Blockhash::fromBase58(text);
    EXPECT_TRUE(hash);
    return hash.value_or(Blockhash());
}

std::size_t transactionSize(const Bytes& message, int signers)
{
    return 1 + 64 * static_cast<std::size_t>(signers) + message.size();
}

void expectSameMessage(MessageVersion version, const PeerJson& json, const PeerJson& expected)
{
    std::vector<LookupTable> tables;
    for (const auto& table : json["lookupTables"]) {
        tables.push_back({keyOf(table["key"]), {}});
        for (const auto& address : table["addresses"])
            tables.back().addresses.push_back(keyOf(address));
    }
    const auto message = Message::compile(
        version, keyOf(json["payer"]), blockhashOf(json["blockhash"]), instructionsOf(json["instructions"]),
        version == MessageVersion::V0 ? std::span<const LookupTable>(tables) : std::span<const LookupTable>());
    const Bytes theirs = hexOf(expected);
    const int signers = theirs[version == MessageVersion::V0 ? 1 : 0];
    if (transactionSize(theirs, signers) > kMaxTransactionBytes) {
        // web3.js compiles what no validator would take; we say so.
        EXPECT_FALSE(message);
        return;
    }
    ASSERT_TRUE(message) << message.error().detail;
    EXPECT_EQ(toHex(message->serialize()), toHex(theirs));
    const auto back = Message::parse(theirs);
    ASSERT_TRUE(back) << back.error().detail;
    EXPECT_EQ(*back, *message);
}

TEST(Web3Peer, CompilesTheSameBytesForRandomMessages)
{
    int cases = 0;
    for (const auto& json : test::randomCases("web3_messages.mjs", 400)) {
        SCOPED_TRACE("case " + json["case"].dump());
        expectSameMessage(MessageVersion::Legacy, json, json["legacyHex"]);
        expectSameMessage(MessageVersion::V0, json, json["v0Hex"]);
        ++cases;
        if (testing::Test::HasFailure())
            break;
    }
    EXPECT_GE(cases, 1);
}

TEST(Web3Peer, BuildsTheSameInstructions)
{
    PeerProcess peer("web3_messages.mjs");
    const TestKey from("from");
    const TestKey to("to");
    const TestKey mint("mint");
    const auto text = [](const PublicKey& key) { return key.toBase58(); };
    const PublicKey source = associatedTokenAddress(from.key, mint.key);
    const PublicKey destination = associatedTokenAddress(to.key, mint.key);
    const Signature signature = from.sign(asBytes("said"));
    const std::pair<PeerJson, Instruction> cases[] = {
        {{{"kind", "system.transfer"},
          {"from", text(from.key)},
          {"to", text(to.key)},
          {"lamports", "18446744073709551615"}},
         systemProgram::transfer(from.key, to.key, UINT64_MAX)},
        {{{"kind", "system.createAccount"},
          {"from", text(from.key)},
          {"account", text(to.key)},
          {"lamports", "1461600"},
          {"space", 82},
          {"owner", text(programs::kToken)}},
         systemProgram::createAccount(from.key, to.key, 1461600, 82, programs::kToken)},
        {{{"kind", "computeBudget.unitLimit"}, {"units", 300000}}, computeBudget::setUnitLimit(300000)},
        {{{"kind", "computeBudget.unitPrice"}, {"microLamports", "2500000"}}, computeBudget::setUnitPrice(2500000)},
        {{{"kind", "token.transferChecked"},
          {"source", text(source)},
          {"mint", text(mint.key)},
          {"destination", text(destination)},
          {"owner", text(from.key)},
          {"amount", "123456789012345"},
          {"decimals", 8}},
         token::transferChecked(source, mint.key, destination, from.key, 123456789012345, 8)},
        {{{"kind", "token.closeAccount"},
          {"account", text(source)},
          {"destination", text(to.key)},
          {"owner", text(from.key)}},
         token::closeAccount(source, to.key, from.key)},
        {{{"kind", "ata.createIdempotent"},
          {"payer", text(from.key)},
          {"owner", text(to.key)},
          {"mint", text(mint.key)}},
         associatedToken::createIdempotent(from.key, to.key, mint.key)},
        {{{"kind", "memo"}, {"text", "Grüße ☕"}, {"signers", {text(from.key)}}},
         memo::write("Grüße ☕", std::span(&from.key, 1))},
        {{{"kind", "ed25519.verify"},
          {"publicKeyHex", toHex(from.key.span())},
          {"messageHex", toHex(asBytes("said"))},
          {"signatureHex", toHex(signature.span())}},
         ed25519::verify(from.key, signature, asBytes("said"))},
    };
    for (auto [request, ours] : cases) {
        SCOPED_TRACE(request["kind"].dump());
        request["op"] = "build";
        const auto answer = peer.ask(request);
        ASSERT_FALSE(answer.is_null());
        const Instruction theirs = instructionOf(answer["instruction"]);
        EXPECT_EQ(ours.program, theirs.program);
        EXPECT_EQ(toHex(ours.data), toHex(theirs.data));
        EXPECT_EQ(ours.accounts, theirs.accounts);
    }
}

TEST(Web3Peer, DerivesTheSameAddresses)
{
    PeerProcess peer("web3_messages.mjs");
    for (int i = 0; i < 40; ++i) {
        const TestKey owner("owner " + std::to_string(i));
        const TestKey mint("mint " + std::to_string(i));
        const auto account =
            peer.ask({{"op", "associatedToken"}, {"owner", owner.key.toBase58()}, {"mint", mint.key.toBase58()}});
        EXPECT_EQ(associatedTokenAddress(owner.key, mint.key).toBase58(), textOf(account["address"]));
        const auto derived = peer.ask({{"op", "derive"},
                                       {"programId", mint.key.toBase58()},
                                       {"seedsHex", {toHex(asBytes("seed")), toHex(owner.key.span())}}});
        const ByteSpan seeds[] = {asBytes("seed"), owner.key.span()};
        const auto ours = findProgramAddress(seeds, mint.key);
        ASSERT_TRUE(ours);
        EXPECT_EQ(ours->key.toBase58(), textOf(derived["address"]));
        EXPECT_EQ(ours->bump, derived["bump"].get<int>());
    }
}

// --- the runtime --------------------------------------------------------------------------------------------------

class RuntimePeer : public testing::Test {
protected:
    void SetUp() override
    {
        blockhash = blockhashOf(peer.ask({{"op", "reset"}})["blockhash"]);
        peer.ask({{"op", "airdrop"}, {"pubkey", alice.key.toBase58()}, {"lamports", "10000000000"}});
    }

    Bytes signedBytes(MessageVersion version, std::span<const Instruction> instructions,
                      std::span<const LookupTable> tables = {})
    {
        const auto message = Message::compile(version, alice.key, blockhash, instructions, tables);
        EXPECT_TRUE(message) << message.error().detail;
        Transaction transaction(*message);
        EXPECT_TRUE(transaction.setSignature(alice.key, alice.sign(message->serialize())));
        EXPECT_TRUE(transaction.isFullySigned());
        return transaction.serialize();
    }

    PeerJson execute(const Bytes& bytes, const std::vector<PublicKey>& watch = {})
    {
        PeerJson request{{"op", "execute"}, {"transactionBase64", toBase64(bytes)}, {"watch", PeerJson::array()}};
        for (const auto& key : watch)
            request["watch"].push_back(key.toBase58());
        return peer.ask(request);
    }

    PeerJson execute(MessageVersion version, const std::vector<Instruction>& instructions,
                     const std::vector<PublicKey>& watch = {})
    {
        return execute(signedBytes(version, instructions), watch);
    }

    void setTokenAccounts(std::uint64_t amount)
    {
        // SPL Token layouts: a mint of 82 bytes (decimals at 44, initialised at 45), an account of 165 (state at 108).
        Bytes mintData(82);
        std::memcpy(mintData.data() + 36, &amount, sizeof amount);
        mintData[44] = 8;
        mintData[45] = 1;
        Bytes accountData(165);
        std::memcpy(accountData.data(), mint.key.bytes().data(), 32);
        std::memcpy(accountData.data() + 32, alice.key.bytes().data(), 32);
        std::memcpy(accountData.data() + 64, &amount, sizeof amount);
        accountData[108] = 1;
        const auto token = programs::kToken.toBase58();
        PeerJson accounts = PeerJson::array();
        accounts.push_back({{"pubkey", mint.key.toBase58()},
                            {"lamports", "1461600"},
                            {"owner", token},
                            {"dataBase64", toBase64(mintData)}});
        accounts.push_back({{"pubkey", source().toBase58()},
                            {"lamports", "2039280"},
                            {"owner", token},
                            {"dataBase64", toBase64(accountData)}});
        peer.ask({{"op", "setAccounts"}, {"accounts", accounts}});
    }

    PublicKey source() const { return associatedTokenAddress(alice.key, mint.key); }
    PublicKey destination() const { return associatedTokenAddress(bob.key, mint.key); }

    static std::uint64_t tokenAmount(const PeerJson& account)
    {
        const auto data = fromBase64(account["dataBase64"].get<std::string>());
        EXPECT_TRUE(data && data->size() == 165);
        std::uint64_t amount = 0;
        std::memcpy(&amount, data->data() + 64, sizeof amount);
        return amount;
    }

    PeerProcess peer{"litesvm_replay.mjs"};
    Blockhash blockhash;
    const TestKey alice{"alice"};
    const TestKey bob{"bob"};
    const TestKey mint{"mint"};
};

constexpr MessageVersion kBoth[] = {MessageVersion::Legacy, MessageVersion::V0};

TEST_F(RuntimePeer, ExecutesATransfer)
{
    std::uint64_t sent = 0;
    for (const auto version : kBoth) {
        sent += 1'000'000;
        const auto answer = execute(version, {systemProgram::transfer(alice.key, bob.key, 1'000'000)}, {bob.key});
        EXPECT_TRUE(answer["ok"].get<bool>()) << answer.dump();
        EXPECT_EQ(test::numberOf(answer["accounts"][0]["lamports"]), sent);
    }
}

TEST_F(RuntimePeer, ChargesTheSignatureAndThePriorityFee)
{
    const auto answer =
        execute(MessageVersion::V0, {computeBudget::setUnitLimit(200'000), computeBudget::setUnitPrice(50'000),
                                     computeBudget::setLoadedAccountsLimit(1'000'000),
                                     systemProgram::transfer(alice.key, bob.key, 1'000'000)});
    ASSERT_TRUE(answer["ok"].get<bool>()) << answer.dump();
    EXPECT_EQ(test::numberOf(answer["payerBefore"]) - test::numberOf(answer["payerAfter"]),
              1'000'000u + 5'000u + 10'000u);
}

TEST_F(RuntimePeer, ExecutesATokenTransferIntoANewAccount)
{
    setTokenAccounts(500);
    const auto answer = execute(MessageVersion::V0,
                                {associatedToken::createIdempotent(alice.key, bob.key, mint.key),
                                 token::transferChecked(source(), mint.key, destination(), alice.key, 123, 8)},
                                {source(), destination()});
    ASSERT_TRUE(answer["ok"].get<bool>()) << answer.dump();
    EXPECT_EQ(tokenAmount(answer["accounts"][0]), 377u);
    EXPECT_EQ(tokenAmount(answer["accounts"][1]), 123u);
}

TEST_F(RuntimePeer, RefusesATokenTransferWithOtherDecimals)
{
    setTokenAccounts(500);
    const auto answer =
        execute(MessageVersion::V0, {associatedToken::createIdempotent(alice.key, bob.key, mint.key),
                                     token::transferChecked(source(), mint.key, destination(), alice.key, 1, 6)});
    EXPECT_FALSE(answer["ok"].get<bool>());
    EXPECT_EQ(answer["err"]["InstructionError"][0].get<int>(), 1);
}

TEST_F(RuntimePeer, ExecutesAMemo)
{
    const auto answer = execute(MessageVersion::Legacy, {memo::write("Grüße ☕", std::span(&alice.key, 1))});
    ASSERT_TRUE(answer["ok"].get<bool>()) << answer.dump();
    EXPECT_NE(answer["logs"].dump().find("Grüße ☕"), std::string::npos);
}

TEST_F(RuntimePeer, VerifiesASignatureThatAnInstructionCarries)
{
    const Bytes message = toBytes(asBytes("an oracle said so"));
    EXPECT_TRUE(execute(MessageVersion::V0, {ed25519::verify(bob.key, bob.sign(message), message)})["ok"].get<bool>());
    EXPECT_FALSE(
        execute(MessageVersion::V0, {ed25519::verify(bob.key, alice.sign(message), message)})["ok"].get<bool>());
}

TEST_F(RuntimePeer, ReadsAccountsFromALookupTable)
{
    // The account as the program writes it: kind, no deactivation, extended in slot 0, no authority, then addresses.
    Bytes data(56);
    data[0] = 1;
    std::fill_n(data.begin() + 4, 8, std::uint8_t{0xFF});
    data.insert(data.end(), bob.key.bytes().begin(), bob.key.bytes().end());
    const TestKey tableKey("table");
    const auto table = lookupTable::parseAccount(tableKey.key, data);
    ASSERT_TRUE(table) << table.error().detail;
    peer.ask({{"op", "setAccounts"},
              {"accounts",
               {{{"pubkey", tableKey.key.toBase58()},
                 {"lamports", "10000000"},
                 {"owner", programs::kLookupTable.toBase58()},
                 {"dataBase64", toBase64(data)}}}}});
    peer.ask({{"op", "clock"}, {"set", {{"slot", 10}}}});
    const Instruction transfer = systemProgram::transfer(alice.key, bob.key, 1'000'000);
    const Bytes bytes = signedBytes(MessageVersion::V0, std::span(&transfer, 1), std::span(&*table, 1));
    const auto answer = execute(bytes, {bob.key});
    ASSERT_TRUE(answer["ok"].get<bool>()) << answer.dump();
    EXPECT_EQ(textOf(answer["accounts"][0]["lamports"]), "1000000");
}

TEST_F(RuntimePeer, RefusesAnExpiredBlockhashAndASecondTime)
{
    const Bytes bytes = [this] {
        const Instruction transfer = systemProgram::transfer(alice.key, bob.key, 1'000'000);
        return signedBytes(MessageVersion::V0, std::span(&transfer, 1));
    }();
    EXPECT_TRUE(execute(bytes)["ok"].get<bool>());
    EXPECT_EQ(textOf(execute(bytes)["err"]), "AlreadyProcessed");
    peer.ask({{"op", "expireBlockhash"}});
    EXPECT_EQ(textOf(execute(MessageVersion::V0, {systemProgram::transfer(alice.key, bob.key, 2'000'000)})["err"]),
              "BlockhashNotFound");
}

} // namespace
} // namespace outpost::solana
