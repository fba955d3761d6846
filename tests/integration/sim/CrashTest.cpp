// SPDX-License-Identifier: GPL-3.0-or-later
#include "ServeFixture.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>

extern char** environ;

namespace outpost::sim::test {
namespace {

/// The serving program as a child that can be killed.
class Server {
public:
    explicit Server(const std::filesystem::path& home)
    {
        int in[2];
        int out[2];
        if (::pipe(in) != 0 || ::pipe(out) != 0)
            return;
        posix_spawn_file_actions_t actions;
        posix_spawn_file_actions_init(&actions);
        posix_spawn_file_actions_adddup2(&actions, in[0], 0);
        posix_spawn_file_actions_adddup2(&actions, out[1], 1);
        posix_spawn_file_actions_addclose(&actions, in[1]);
        posix_spawn_file_actions_addclose(&actions, out[0]);
        std::string program = OUTPOST_SIM_SERVER;
        std::string argument = home.string();
        char* arguments[] = {program.data(), argument.data(), nullptr};
        EXPECT_EQ(::posix_spawn(&m_pid, program.c_str(), &actions, nullptr, arguments, environ), 0);
        posix_spawn_file_actions_destroy(&actions);
        ::close(in[0]);
        ::close(out[1]);
        m_input = in[1];
        char line[32] = {};
        const ssize_t got = ::read(out[0], line, sizeof line - 1); // until it serves
        ::close(out[0]);
        EXPECT_GT(got, 0) << "the server did not start";
        m_said = line;
    }
    ~Server() { kill(); }
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;
    void kill()
    {
        if (m_pid > 0) {
            ::kill(m_pid, SIGKILL);
            ::waitpid(m_pid, nullptr, 0);
            m_pid = -1;
        }
        if (m_input >= 0)
            ::close(m_input);
        m_input = -1;
    }
    const std::string& said() const { return m_said; }

private:
    pid_t m_pid = -1;
    int m_input = -1;
    std::string m_said;
};

TEST(KilledServer, EveryAnsweredTransactionIsThereAfterwards)
{
    const TempDirectory directory;
    const DemoEndpoints endpoints = demoEndpoints(directory.path());
    const Keypair alice = person("alice");
    const Keypair signers[] = {alice};
    std::set<std::string> answered;
    std::set<std::string> attempted;
    for (int round = 0; round < 4; ++round) {
        Server server(directory.path());
        EXPECT_EQ(server.said(), "serving\n");
        if (round == 0) {
            ASSERT_TRUE(DemoControl(endpoints).fund(alice.key.text(), 50'000'000'000).has_value());
        }
        // Killed from another thread, in the middle of whatever it does.
        std::atomic<bool> isKilled = false;
        std::thread killer([&] {
            ::poll(nullptr, 0, 120 + 37 * round);
            server.kill();
            isKilled = true;
        });
        for (int i = 0; !isKilled; ++i) {
            const Json hash = askNode(endpoints, "getLatestBlockhash", Json::array({{{"commitment", "processed"}}}));
            if (hash.is_null())
                continue;
            const Pubkey blockhash = pubkeyOf(hash["result"]["value"]["blockhash"].get<std::string>());
            const std::string text = std::format("round {} number {}", round, i);
            const Bytes wire = signedTransaction(compileMessage(alice.key, {make::memo(text)}, blockhash), signers);
            attempted.insert(toBase58(parseTransaction(wire)->signatures[0]));
            const Json sent =
                askNode(endpoints, "sendTransaction", Json::array({toBase64(wire), {{"encoding", "base64"}}}));
            if (!sent.is_null())
                answered.insert(sent["result"].get<std::string>());
        }
        killer.join();
    }
    ASSERT_GT(answered.size(), 10u);

    const Server again(directory.path());
    EXPECT_EQ(again.said(), "serving\n") << "the lock of a killed process must be free";
    std::size_t recorded = 0;
    for (const auto& signature : attempted) {
        const Json status = askNode(endpoints, "getSignatureStatuses",
                                    Json::array({Json::array({signature}), {{"searchTransactionHistory", true}}}));
        const bool isThere = !status["result"]["value"][0].is_null();
        recorded += isThere ? 1 : 0;
        EXPECT_TRUE(isThere || !answered.contains(signature)) << signature;
    }
    // And each was charged exactly once.
    const Json balance =
        askNode(endpoints, "getBalance", Json::array({alice.key.text(), {{"commitment", "processed"}}}));
    EXPECT_EQ(balance["result"]["value"], 50'000'000'000 - 5'000 * recorded);
}

TEST(KilledServer, AnotherProcessThatWasAttachedGoesOnServing)
{
    const TempDirectory directory;
    Server server(directory.path());
    HostOptions options;
    auto attached = DemoHost::startOrAttach(directory.path(), options, fakeNetworks);
    ASSERT_TRUE(attached.has_value());
    EXPECT_FALSE((*attached)->isServing());
    EXPECT_EQ(askNode((*attached)->endpoints(), "getHealth")["result"], "ok");
    server.kill();
    for (int i = 0; i < 1000 && !(*attached)->isServing(); ++i)
        ::poll(nullptr, 0, 10);
    EXPECT_EQ(askNode((*attached)->endpoints(), "getHealth")["result"], "ok");
}

} // namespace
} // namespace outpost::sim::test
