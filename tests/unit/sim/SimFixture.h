// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Encoding.h"
#include "core/sim/rpc/JsonRpc.h"
#include "core/sim/world/SimWorld.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>

namespace outpost::sim::test {

/// A directory of its own for each test, removed afterwards.
class TempDirectory {
public:
    TempDirectory()
    {
        std::string name = (std::filesystem::temp_directory_path() / "outpost-sim-XXXXXX").string();
        if (!::mkdtemp(name.data()))
            std::abort();
        m_path = name;
    }
    ~TempDirectory()
    {
        std::error_code ignored;
        std::filesystem::remove_all(m_path, ignored);
    }
    TempDirectory(const TempDirectory&) = delete;
    TempDirectory& operator=(const TempDirectory&) = delete;
    const std::filesystem::path& path() const { return m_path; }

private:
    std::filesystem::path m_path;
};

/// A key pair by name, the same in every test.
inline Keypair person(std::string_view name)
{
    return Keypair::fromSeed(sha256(asBytes(name)));
}

inline Bytes le(std::uint64_t value, int size = 8)
{
    Bytes out;
    for (int i = 0; i < size; ++i)
        out.push_back(static_cast<std::uint8_t>(value >> (8 * i)));
    return out;
}

inline Bytes joined(std::initializer_list<Bytes> parts)
{
    Bytes out;
    for (const auto& part : parts)
        out.insert(out.end(), part.begin(), part.end());
    return out;
}

/// "ok", "BlockhashNotFound" or {"InstructionError":[0,{"Custom":1}]}.
inline std::string verdict(const Outcome& outcome)
{
    return outcome.error ? outcome.error->toJson().dump() : "ok";
}
inline std::string custom(int code, int instruction = 0)
{
    return Json{{"InstructionError", Json::array({instruction, Json{{"Custom", code}}})}}.dump();
}
inline std::string named(const std::string& name, int instruction = 0)
{
    return Json{{"InstructionError", Json::array({instruction, name})}}.dump();
}

/// A world on a clock that stands until the test moves it. Transactions go through send(), which also writes them down
/// for the replay on the real runtime when OUTPOST_SIM_RECORD names a file.
class SimTest : public testing::Test {
protected:
    static constexpr std::uint64_t kSol = 1'000'000'000;

    void SetUp() override { open(); }

    virtual std::vector<std::unique_ptr<demo::Demo>> networks() { return {}; }
    virtual WorldOptions options()
    {
        WorldOptions out;
        out.seed = 7;
        out.startTime = fromUnixSeconds(1'790'000'000);
        return out;
    }
    void open()
    {
        WorldOptions how = options();
        how.realMillis = [this] { return m_real; };
        auto opened = SimWorld::open(m_directory.path(), std::move(how), networks());
        ASSERT_TRUE(opened.has_value()) << opened.error().detail;
        m_world = std::move(*opened);
    }
    void reopen()
    {
        m_world.reset();
        open();
    }
    void pass(std::chrono::milliseconds time) { m_real += time.count(); }

    void give(const Pubkey& key, std::uint64_t lamports)
    {
        m_world->airdrop(key, lamports);
        ASSERT_TRUE(m_world->end().has_value());
    }
    std::uint64_t lamports(const Pubkey& key) const
    {
        const Account* account = m_world->account(key);
        return account ? account->lamports : 0;
    }
    Bytes data(const Pubkey& key) const
    {
        const Account* account = m_world->account(key);
        return account ? account->data : Bytes();
    }
    Bytes wire(const std::vector<Instruction>& instructions, const std::vector<Keypair>& signers,
               bool versioned = false) const
    {
        return signedTransaction(
            compileMessage(signers.front().key, instructions, m_world->latestBlockhash(), versioned), signers);
    }
    Outcome send(const std::vector<Instruction>& instructions, const std::vector<Keypair>& signers)
    {
        // Another slot each time, so that equal transactions differ.
        pass(std::chrono::milliseconds(400));
        return sendWire(wire(instructions, signers));
    }
    Outcome sendWire(const Bytes& bytes)
    {
        const auto parsed = parseTransaction(bytes);
        if (!parsed) {
            Outcome out;
            out.error = TransactionError::of("SanitizeFailure");
            return out;
        }
        const Json before = situation(*parsed);
        Outcome out = m_world->process(*parsed, bytes).outcome;
        EXPECT_TRUE(m_world->end().has_value());
        if (!before.is_null())
            record(*parsed, bytes, before, out);
        return out;
    }
    /// Expects success and answers the outcome, with the logs when it fails.
    Outcome mustSend(const std::vector<Instruction>& instructions, const std::vector<Keypair>& signers)
    {
        Outcome out = send(instructions, signers);
        EXPECT_EQ(verdict(out), "ok") << Json(out.logs).dump(1);
        return out;
    }

    TempDirectory m_directory;
    std::int64_t m_real = 1'000'000;
    std::unique_ptr<SimWorld> m_world;

private:
    std::set<Pubkey> accountsOf(const ParsedTransaction& tx) const
    {
        std::set<Pubkey> keys(tx.message.keys.begin(), tx.message.keys.end());
        for (const auto& lookup : tx.message.lookups) {
            keys.insert(lookup.table);
            const Account* table = m_world->account(lookup.table);
            for (std::size_t at = 56; table && at + 32 <= table->data.size(); at += 32)
                keys.insert(*Pubkey::fromBytes(ByteSpan(table->data).subspan(at, 32)));
        }
        std::set<Pubkey> out;
        for (const auto& key : keys) {
            const Account* account = m_world->account(key);
            if (!account || !account->executable)
                out.insert(key);
        }
        return out;
    }
    static Json recorded(const Pubkey& key, const Account* account)
    {
        if (!account)
            return {{"pubkey", key.text()}, {"lamports", "0"}};
        return {{"pubkey", key.text()},
                {"lamports", std::to_string(account->lamports)},
                {"owner", account->owner.text()},
                {"dataBase64", toBase64(account->data)},
                {"executable", account->executable}};
    }
    /// Nothing when nobody records or the transaction calls a program that the real runtime does not have here.
    Json situation(const ParsedTransaction& tx) const
    {
        static const std::set<Pubkey> standard{ids::kSystem,        ids::kToken, ids::kAssociatedToken,
                                               ids::kComputeBudget, ids::kMemo,  ids::kLookupTable,
                                               ids::kEd25519};
        if (!std::getenv("OUTPOST_SIM_RECORD"))
            return nullptr;
        for (const auto& instruction : tx.message.instructions) {
            if (!standard.contains(tx.message.keys[instruction.program]))
                return nullptr;
        }
        Json accounts = Json::array();
        for (const auto& key : accountsOf(tx))
            accounts.push_back(recorded(key, m_world->account(key)));
        const ChainClock clock = m_world->chainClock();
        return {{"accounts", accounts},
                {"clock",
                 {{"slot", std::to_string(clock.slot)},
                  {"unixTimestamp", std::to_string(clock.unixSeconds)},
                  {"epoch", std::to_string(clock.epoch)}}}};
    }
    void record(const ParsedTransaction& tx, const Bytes& bytes, const Json& before, const Outcome& out)
    {
        // Age and repetition are the ledger's own business; the runtime is asked without a history.
        if (out.error && (out.error->name == "BlockhashNotFound" || out.error->name == "AlreadyProcessed"))
            return;
        Json after = Json::array();
        for (const auto& key : accountsOf(tx))
            after.push_back(recorded(key, m_world->account(key)));
        const auto* info = testing::UnitTest::GetInstance()->current_test_info();
        const bool notSimulated =
            std::ranges::any_of(out.logs, [](const std::string& line) { return line.contains("not simulated"); });
        const Json entry{{"test", std::string(info->test_suite_name()) + "." + info->name()},
                         {"transactionBase64", toBase64(bytes)},
                         {"before", before},
                         {"after", after},
                         {"err", out.error ? out.error->toJson() : Json()},
                         {"recorded", out.isRecorded},
                         {"notSimulated", notSimulated},
                         {"fee", std::to_string(out.isRecorded ? out.fee : 0)}};
        std::ofstream(std::getenv("OUTPOST_SIM_RECORD"), std::ios::app) << entry.dump() << '\n';
    }
};

} // namespace outpost::sim::test
