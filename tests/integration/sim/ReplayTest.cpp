// SPDX-License-Identifier: GPL-3.0-or-later
// Every transaction that the unit tests put to the demo ledger and that needs only the standard programs, put to the
// Solana runtime itself (litesvm): the verdict, the fee and the accounts afterwards must be the same.
#include "tests/peers/cpp/PeerProcess.h"
#include "tests/unit/sim/SimFixture.h"

#include <spawn.h>
#include <sys/wait.h>

extern char** environ;

namespace outpost::sim::test {
namespace {

using outpost::test::PeerJson;
using outpost::test::PeerProcess;

std::vector<PeerJson> recordUnitTests(const std::filesystem::path& file)
{
    std::string program = OUTPOST_SIM_UNIT;
    std::string quiet = "--gtest_brief=1";
    std::string record = "OUTPOST_SIM_RECORD=" + file.string();
    char* arguments[] = {program.data(), quiet.data(), nullptr};
    std::vector<char*> environment;
    for (char** entry = environ; *entry; ++entry)
        environment.push_back(*entry);
    environment.push_back(record.data());
    environment.push_back(nullptr);
    pid_t pid = -1;
    EXPECT_EQ(::posix_spawn(&pid, program.c_str(), nullptr, nullptr, arguments, environment.data()), 0);
    int status = -1;
    ::waitpid(pid, &status, 0);
    EXPECT_EQ(status, 0) << "the unit tests must pass before they are replayed";
    std::vector<PeerJson> out;
    std::ifstream lines(file);
    for (std::string line; std::getline(lines, line);)
        out.push_back(PeerJson::parse(line));
    return out;
}

PeerJson existing(const PeerJson& accounts)
{
    PeerJson out = PeerJson::array();
    for (const auto& account : accounts) {
        if (account["lamports"] != "0")
            out.push_back(account);
    }
    return out;
}

TEST(Replay, TheRuntimeAgreesWithEveryVerdictOfTheUnitTests)
{
    const TempDirectory directory;
    const auto entries = recordUnitTests(directory.path() / "record");
    ASSERT_GT(entries.size(), 150u);
    PeerProcess runtime("litesvm_replay.mjs");
    std::size_t compared = 0;
    std::size_t left = 0;
    for (const auto& entry : entries) {
        if (entry["notSimulated"] == true) {
            ++left; // the ledger says so itself, and the docs say which
            continue;
        }
        const std::string name = entry["test"];
        const PeerJson& clock = entry["before"]["clock"];
        runtime.ask({{"op", "reset"}, {"blockhashCheck", false}, {"history", false}, {"clock", clock}});
        PeerJson hashes = PeerJson::array();
        const std::uint64_t slot = std::stoull(clock["slot"].get<std::string>());
        for (std::uint64_t back = 1; back <= 32; ++back)
            hashes.push_back({{"slot", std::to_string(slot - back)}, {"hash", person("block").key.text()}});
        runtime.ask({{"op", "slotHashes"}, {"set", hashes}});
        runtime.ask({{"op", "setAccounts"}, {"accounts", existing(entry["before"]["accounts"])}});
        PeerJson watch = PeerJson::array();
        for (const auto& account : entry["after"])
            watch.push_back(account["pubkey"]);
        const PeerJson answer =
            runtime.ask({{"op", "execute"}, {"transactionBase64", entry["transactionBase64"]}, {"watch", watch}});
        ++compared;
        EXPECT_EQ(answer["err"], entry["err"]) << name << "\n" << answer["logs"].dump(1);
        if (answer["err"] != entry["err"])
            continue;
        if (answer.contains("feeLamports")) {
            EXPECT_EQ(answer["feeLamports"], entry["fee"]) << name;
        }
        for (std::size_t i = 0; i < watch.size(); ++i) {
            const PeerJson& theirs = answer["accounts"][i];
            const PeerJson& ours = entry["after"][i];
            EXPECT_EQ(theirs["lamports"], ours["lamports"]) << name << " " << watch[i];
            if (ours["lamports"] == "0" || theirs["lamports"] == "0")
                continue;
            EXPECT_EQ(theirs["owner"], ours["owner"]) << name << " " << watch[i];
            EXPECT_EQ(theirs["dataBase64"], ours["dataBase64"]) << name << " " << watch[i];
        }
    }
    std::printf("replayed %zu transactions, %zu not simulated\n", compared, left);
}

} // namespace
} // namespace outpost::sim::test
