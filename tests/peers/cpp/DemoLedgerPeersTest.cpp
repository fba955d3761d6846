// SPDX-License-Identifier: GPL-3.0-or-later
// The demo ledger against the Solana runtime (litesvm): the same accounts, the same transactions, good and bad ones
// drawn at random; both must accept or refuse alike, for the same reason, and leave the same accounts behind.
#include "core/base/Encoding.h"
#include "core/sim/programs/Builtins.h"
#include "tests/peers/cpp/PeerProcess.h"

#include <gtest/gtest.h>

#include <cstdio>
#include <map>

namespace outpost::sim {
namespace {

using test::PeerJson;
using test::PeerProcess;

constexpr std::uint64_t kSol = 1'000'000'000;
constexpr std::uint64_t kSlot = 1000;
constexpr int kScenes = 40;
constexpr int kTransactionsPerScene = 20;

/// The demo ledger's programs on a map of accounts.
class TestBank final : public Bank {
public:
    TestBank()
    {
        for (auto& each : builtinPrograms()) {
            const auto* builtin = dynamic_cast<const BuiltinProgram*>(each.get());
            const Pubkey loader = builtin && builtin->isNative() ? ids::kNativeLoader : ids::kUpgradeableLoader;
            accounts[each->id()] = Account{rentMinimum(36), loader, Bytes(36), true};
            m_programs.emplace(each->id(), std::move(each));
        }
    }
    const Account* find(const Pubkey& key) const override
    {
        const auto at = accounts.find(key);
        return at == accounts.end() ? nullptr : &at->second;
    }
    Program* program(const Pubkey& id) const override
    {
        const auto at = m_programs.find(id);
        return at == m_programs.end() ? nullptr : at->second.get();
    }
    ChainClock clock() const override { return {.unixSeconds = 1'800'000'000, .slot = kSlot, .epoch = 0}; }
    bool isRecentSlot(std::uint64_t slot) const override { return slot == kSlot - 1; }
    std::optional<Asset> asset(const Pubkey&) const override { return std::nullopt; }

    void apply(const Outcome& outcome)
    {
        for (const auto& [key, account] : outcome.changed) {
            if (account.lamports == 0)
                accounts.erase(key);
            else
                accounts[key] = account;
        }
    }

    std::map<Pubkey, Account> accounts;

private:
    std::map<Pubkey, std::unique_ptr<Program>> m_programs;
};

void put(Bytes& data, std::size_t at, std::uint64_t value, std::size_t size)
{
    for (std::size_t i = 0; i < size; ++i)
        data[at + i] = static_cast<std::uint8_t>(value >> (8 * i));
}

void put(Bytes& data, std::size_t at, const Pubkey& key)
{
    std::copy(key.bytes.begin(), key.bytes.end(), data.begin() + static_cast<std::ptrdiff_t>(at));
}

Account mintAccount(const Pubkey& authority, std::uint64_t supply, std::uint8_t decimals)
{
    Bytes data(82);
    put(data, 0, 1, 4);
    put(data, 4, authority);
    put(data, 36, supply, 8);
    data[44] = decimals;
    data[45] = 1;
    return {rentMinimum(82), ids::kToken, std::move(data), false};
}

Account holding(const Pubkey& mint, const Pubkey& owner, std::uint64_t amount, bool frozen = false)
{
    Bytes data(165);
    put(data, 0, mint);
    put(data, 32, owner);
    put(data, 64, amount, 8);
    data[108] = frozen ? 2 : 1;
    return {rentMinimum(165), ids::kToken, std::move(data), false};
}

/// One world, the same on both sides, and transactions for it.
class Scene {
public:
    explicit Scene(std::uint64_t seed) : m_random(seed, "scene")
    {
        for (int i = 0; i < 5; ++i)
            m_wallets.push_back(Keypair::fromSeed(m_random.bytes32()));
        for (int i = 0; i < 2; ++i)
            m_mints.push_back(Keypair::fromSeed(m_random.bytes32()).key);
        bank.accounts[m_wallets[0].key] = {10 * kSol, {}, {}, false};
        bank.accounts[m_wallets[1].key] = {2 * kSol, {}, {}, false};
        bank.accounts[m_wallets[2].key] = {rentMinimum(0) + 7000, {}, {}, false};
        // The fourth and fifth wallets own nothing yet.
        bank.accounts[m_mints[0]] = mintAccount(m_wallets[0].key, 3'000'000, 8);
        bank.accounts[m_mints[1]] = mintAccount(m_wallets[1].key, 500, 0);
        add(associatedTokenAddress(m_wallets[0].key, m_mints[0]), holding(m_mints[0], m_wallets[0].key, 2'000'000));
        add(associatedTokenAddress(m_wallets[1].key, m_mints[0]), holding(m_mints[0], m_wallets[1].key, 1'000'000));
        add(associatedTokenAddress(m_wallets[0].key, m_mints[1]), holding(m_mints[1], m_wallets[0].key, 500));
        add(Keypair::fromSeed(m_random.bytes32()).key, holding(m_mints[0], m_wallets[0].key, 0));
        add(Keypair::fromSeed(m_random.bytes32()).key, holding(m_mints[0], m_wallets[1].key, 0, true));
        m_holdings.push_back(associatedTokenAddress(m_wallets[2].key, m_mints[0]));
        m_holdings.push_back(associatedTokenAddress(m_wallets[3].key, m_mints[1]));
        m_blockhash = Keypair::fromSeed(m_random.bytes32()).key;
    }

    /// Wire bytes; every second one has something wrong with it.
    Bytes transaction()
    {
        const Keypair& payer = m_wallets[m_random.chance(0.8) ? 0 : m_random.below(m_wallets.size())];
        std::vector<Instruction> instructions;
        const auto count = 1 + m_random.below(3);
        for (std::uint64_t i = 0; i < count; ++i) {
            instructions.push_back(instruction(payer.key));
            if (m_random.chance(0.15))
                spoil(instructions.back());
        }
        m_serial += 1;
        // A memo of its own keeps two equal transactions apart.
        instructions.push_back(make::memo("number " + std::to_string(m_serial)));
        const Bytes message = compileMessage(payer.key, instructions, m_blockhash, m_random.chance(0.5));
        return signedTransaction(message, m_wallets);
    }

    TestBank bank;

private:
    void add(const Pubkey& key, Account account)
    {
        bank.accounts[key] = std::move(account);
        m_holdings.push_back(key);
    }

    const Pubkey& wallet() { return m_wallets[m_random.below(m_wallets.size())].key; }
    const Pubkey& mint() { return m_mints[m_random.below(m_mints.size())]; }
    const Pubkey& held() { return m_holdings[m_random.below(m_holdings.size())]; }
    std::uint64_t amount(std::uint64_t usual)
    {
        constexpr std::uint64_t kEdges[] = {0, 1, 890'879, 890'880, UINT64_MAX};
        return m_random.chance(0.3) ? kEdges[m_random.below(std::size(kEdges))] : m_random.below(usual);
    }

    Instruction tokenInstruction(std::uint8_t kind, std::vector<AccountMeta> accounts, std::uint64_t units,
                                 std::optional<std::uint8_t> decimals = {})
    {
        Bytes data(9);
        data[0] = kind;
        put(data, 1, units, 8);
        if (decimals)
            data.push_back(*decimals);
        return {ids::kToken, std::move(accounts), std::move(data)};
    }

    Instruction instruction(const Pubkey& payer)
    {
        const Pubkey who = m_random.chance(0.7) ? payer : wallet();
        switch (m_random.below(12)) {
        case 0:
        case 1:
            return make::systemTransfer(who, wallet(), amount(3 * kSol));
        case 2:
            return make::systemCreateAccount(who, wallet(), amount(2 * rentMinimum(200)), m_random.below(300),
                                             m_random.chance(0.5) ? ids::kToken : ids::kSystem);
        case 3:
            return make::tokenTransfer(held(), held(), who, amount(2'500'000));
        case 4:
        case 5:
            return tokenInstruction(
                12, {{held(), false, true}, {mint(), false, false}, {held(), false, true}, {who, true, false}},
                amount(2'500'000), static_cast<std::uint8_t>(m_random.chance(0.7) ? 8 : m_random.below(3)));
        case 6:
            return {ids::kToken, {{held(), false, true}, {wallet(), false, true}, {who, true, false}}, {9}};
        case 7:
            return make::createAssociatedToken(payer, wallet(), mint(), m_random.chance(0.6));
        case 8:
            return m_random.chance(0.5) ? make::tokenMintTo(mint(), held(), who, amount(1'000))
                                        : make::tokenBurn(held(), mint(), who, amount(1'000));
        case 9:
            return m_random.chance(0.5) ? make::computeUnitLimit(300'000)
                                        : make::computeUnitPrice(m_random.below(100'000));
        case 10: {
            Instruction memo = make::memo("Grüße", {who});
            if (m_random.chance(0.2))
                memo.data = {0xff, 0xfe};
            return memo;
        }
        default: {
            Instruction verify = make::ed25519Verify(m_wallets[1], m_random.bytes(40));
            if (m_random.chance(0.3))
                verify.data.back() ^= 1;
            return verify;
        }
        }
    }

    void spoil(Instruction& instruction)
    {
        switch (m_random.below(5)) {
        case 0:
            if (!instruction.data.empty())
                instruction.data.pop_back();
            break;
        case 1:
            if (!instruction.accounts.empty())
                instruction.accounts.pop_back();
            break;
        case 2:
            if (!instruction.accounts.empty())
                instruction.accounts[m_random.below(instruction.accounts.size())].writable ^= true;
            break;
        case 3:
            if (!instruction.accounts.empty())
                instruction.accounts[m_random.below(instruction.accounts.size())].key = wallet();
            break;
        default:
            // Up to token instruction 16: the token program that litesvm carries words the later ones in its own way.
            if (!instruction.data.empty())
                instruction.data[0] = static_cast<std::uint8_t>(m_random.below(17));
        }
    }

    Random m_random;
    std::vector<Keypair> m_wallets;
    std::vector<Pubkey> m_mints;
    std::vector<Pubkey> m_holdings;
    Pubkey m_blockhash;
    int m_serial = 0;
};

class DemoLedgerPeer : public testing::Test {
protected:
    void setUp(const Scene& scene)
    {
        PeerJson accounts = PeerJson::array();
        for (const auto& [key, account] : scene.bank.accounts) {
            if (!account.executable)
                accounts.push_back({{"pubkey", key.text()},
                                    {"lamports", std::to_string(account.lamports)},
                                    {"owner", account.owner.text()},
                                    {"dataBase64", toBase64(account.data)}});
        }
        peer.ask({{"op", "reset"},
                  {"blockhashCheck", false},
                  {"clock", {{"slot", kSlot}, {"unixTimestamp", 1'800'000'000}}},
                  {"accounts", accounts}});
    }

    PeerProcess peer{"litesvm_replay.mjs"};
};

/// True when the demo ledger says that it does not simulate this: it must then say so, and nothing is compared.
bool isNotSimulated(const Outcome& outcome)
{
    return std::ranges::any_of(outcome.logs,
                               [](const auto& line) { return line.find("not simulated") != std::string::npos; });
}

/// What the person who sent it would be told: the error as JSON-RPC writes it. Of a refused memo only which instruction
/// it was: the memo program that litesvm carries is a newer one than the public chain's, and words it in its own way.
Json comparable(Json error, const ParsedMessage& message, const std::vector<Pubkey>& keys)
{
    if (!error.is_object() || !error.contains("InstructionError"))
        return error;
    const auto at = error["InstructionError"][0].get<std::size_t>();
    if (at < message.instructions.size() && keys[message.instructions[at].program] == ids::kMemo)
        error["InstructionError"][1] = "refused memo";
    return error;
}

/// Differences between what both hold afterwards, in words; empty when there is none.
std::string differences(const TestBank& bank, const PeerJson& accounts)
{
    std::string out;
    for (const auto& theirs : accounts) {
        const auto key = Pubkey::fromText(theirs["pubkey"].get<std::string>());
        if (!key)
            return "an address that is none";
        const Account* ours = bank.find(*key);
        if (ours && ours->executable)
            continue;
        const std::string lamports = theirs["lamports"].get<std::string>();
        if (std::to_string(ours ? ours->lamports : 0) != lamports)
            out +=
                key->text() + ": " + std::to_string(ours ? ours->lamports : 0) + " lamports, theirs " + lamports + "\n";
        if (!ours || lamports == "0")
            continue;
        if (ours->owner.text() != theirs["owner"].get<std::string>())
            out +=
                key->text() + ": owner " + ours->owner.text() + ", theirs " + theirs["owner"].get<std::string>() + "\n";
        if (toBase64(ours->data) != theirs["dataBase64"].get<std::string>())
            out += key->text() + ": data " + toBase64(ours->data) + ", theirs " +
                   theirs["dataBase64"].get<std::string>() + "\n";
    }
    return out;
}

TEST_F(DemoLedgerPeer, AgreesWithTheRuntimeOnRandomTransactions)
{
    std::map<std::string, int> reasons;
    int compared = 0;
    for (std::uint64_t seed = 1; seed <= kScenes; ++seed) {
        Scene scene(seed);
        setUp(scene);
        for (int i = 0; i < kTransactionsPerScene; ++i) {
            const Bytes wire = scene.transaction();
            const auto parsed = parseTransaction(wire);
            ASSERT_TRUE(parsed) << parsed.error().detail;
            const Outcome ours = runTransaction(*parsed, scene.bank);
            if (isNotSimulated(ours))
                continue;

            PeerJson request{{"op", "execute"}, {"transactionBase64", toBase64(wire)}, {"watch", PeerJson::array()}};
            for (const auto& key : ours.keys)
                request["watch"].push_back(key.text());
            const auto theirs = peer.ask(request);
            ASSERT_FALSE(theirs.is_null());

            scene.bank.apply(ours);
            const Json ourError = comparable(ours.error ? ours.error->toJson() : Json(), parsed->message, ours.keys);
            const Json theirError = comparable(Json::parse(theirs["err"].dump()), parsed->message, ours.keys);
            const std::string different = differences(scene.bank, theirs["accounts"]);
            ++compared;
            ++reasons[ourError.is_null() ? "accepted" : ourError.dump()];
            if (ourError == theirError && different.empty())
                continue;
            ADD_FAILURE() << "scene " << seed << " transaction " << i << "\nours:   " << ourError.dump()
                          << "\ntheirs: " << theirError.dump() << "\n"
                          << different << "our log: " << PeerJson(ours.logs).dump(1)
                          << "\ntheir log: " << theirs["logs"].dump(1);
            break; // The two worlds have parted: the rest of the scene says nothing.
        }
    }
    // The transactions must reach both sides of the rules, or the comparison says nothing.
    EXPECT_GT(compared, kScenes * kTransactionsPerScene / 2);
    EXPECT_GT(reasons["accepted"], compared / 10);
    EXPECT_LT(reasons["accepted"], compared * 9 / 10);
    EXPECT_GT(reasons.size(), 12u);
    for (const auto& [reason, count] : reasons)
        std::printf("%6d %s\n", count, reason.c_str());
}

} // namespace
} // namespace outpost::sim
