// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/peers/cpp/PeerProcess.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdlib>

extern char** environ;

namespace outpost::test {
namespace {

constexpr int kSilenceMs = 60'000;

} // namespace

PeerProcess::PeerProcess(const std::string& script, const std::vector<std::string>& arguments)
{
    // A peer that has gone away is a failed test, not the end of the program.
    std::signal(SIGPIPE, SIG_IGN);
    int toPeer[2] = {-1, -1};
    int fromPeer[2] = {-1, -1};
    if (pipe2(toPeer, O_CLOEXEC) != 0 || pipe2(fromPeer, O_CLOEXEC) != 0) {
        ADD_FAILURE() << "no pipe";
        return;
    }
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, toPeer[0], STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&actions, fromPeer[1], STDOUT_FILENO);
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);

    std::vector<std::string> words{OUTPOST_NODE, std::string(OUTPOST_SOURCE_DIR) + "/tests/peers/" + script};
    words.insert(words.end(), arguments.begin(), arguments.end());
    std::vector<char*> argv;
    for (auto& word : words)
        argv.push_back(word.data());
    argv.push_back(nullptr);
    if (posix_spawn(&m_pid, OUTPOST_NODE, &actions, nullptr, argv.data(), environ) != 0) {
        m_pid = -1;
        ADD_FAILURE() << "could not start " << script;
    }
    posix_spawn_file_actions_destroy(&actions);
    close(toPeer[0]);
    close(fromPeer[1]);
    m_input = toPeer[1];
    m_output = fromPeer[0];
}

PeerProcess::~PeerProcess()
{
    // The end of its input ends a peer; its output is closed first, so that it cannot block on a full pipe.
    closeInput();
    if (m_output >= 0)
        close(m_output);
    if (m_pid > 0)
        waitpid(m_pid, nullptr, 0);
}

void PeerProcess::closeInput()
{
    if (m_input >= 0)
        close(m_input);
    m_input = -1;
}

bool PeerProcess::nextLine(std::string& line)
{
    while (true) {
        if (const auto end = m_pending.find('\n'); end != std::string::npos) {
            line = m_pending.substr(0, end);
            m_pending.erase(0, end + 1);
            return true;
        }
        pollfd wait{m_output, POLLIN, 0};
        if (poll(&wait, 1, kSilenceMs) <= 0) {
            ADD_FAILURE() << "the peer is silent";
            return false;
        }
        char buffer[65536];
        const auto count = read(m_output, buffer, sizeof buffer);
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0)
            return false;
        m_pending.append(buffer, static_cast<std::size_t>(count));
    }
}

PeerJson PeerProcess::ask(const PeerJson& request)
{
    const std::string text = request.dump() + '\n';
    for (std::size_t at = 0; at < text.size();) {
        const auto count = write(m_input, text.data() + at, text.size() - at);
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0) {
            ADD_FAILURE() << "the peer went away; is tests/peers/node_modules installed (npm ci)?";
            return nullptr;
        }
        at += static_cast<std::size_t>(count);
    }
    std::string line;
    if (!nextLine(line)) {
        ADD_FAILURE() << "the peer went away; is tests/peers/node_modules installed (npm ci)?";
        return nullptr;
    }
    auto answer = PeerJson::parse(line, nullptr, false);
    if (answer.is_discarded() || answer.contains("error")) {
        ADD_FAILURE() << "the peer says: " << line.substr(0, 500);
        return nullptr;
    }
    return answer;
}

std::vector<PeerJson> randomCases(const std::string& script, int count)
{
    const char* wanted = std::getenv("OUTPOST_PEER_CASES");
    const char* seed = std::getenv("OUTPOST_PEER_SEED");
    PeerProcess peer(script, {"--random", wanted != nullptr ? wanted : std::to_string(count), "--seed",
                              seed != nullptr ? seed : "outpost"});
    std::vector<PeerJson> out;
    for (std::string line; peer.nextLine(line);) {
        auto json = PeerJson::parse(line, nullptr, false);
        if (json.is_discarded()) {
            ADD_FAILURE() << script << " printed: " << line.substr(0, 200);
            break;
        }
        out.push_back(std::move(json));
    }
    EXPECT_FALSE(out.empty()) << script << " printed no cases; is tests/peers/node_modules installed (npm ci)?";
    return out;
}

} // namespace outpost::test
