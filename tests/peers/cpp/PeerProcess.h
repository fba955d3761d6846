// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json.hpp>
#include <sys/types.h>

#include <memory>
#include <string>
#include <vector>

namespace outpost::test {

using PeerJson = nlohmann::ordered_json;

/// One of the programs of tests/peers as a child process: ask it a line, get a line (tests/peers/README.md). A peer
/// that does not start, refuses or stays silent fails the test that asks.
/// **Thread:** one at a time.
class PeerProcess {
public:
    /// `script` lies in tests/peers, for instance "litesvm_replay.mjs".
    explicit PeerProcess(const std::string& script, const std::vector<std::string>& arguments = {});
    ~PeerProcess();
    PeerProcess(const PeerProcess&) = delete;
    PeerProcess& operator=(const PeerProcess&) = delete;

    /// The answer; null, and the test fails, when the peer refused or went away.
    PeerJson ask(const PeerJson& request);
    /// The next line it prints; nothing when its output ended.
    bool nextLine(std::string& line);

private:
    void closeInput();

    pid_t m_pid = -1;
    int m_input = -1;
    int m_output = -1;
    std::string m_pending;
};

/// The random cases that a peer prints: `count` of them, the same for the same seed. OUTPOST_PEER_CASES and
/// OUTPOST_PEER_SEED in the environment ask for more of them, or for others.
std::vector<PeerJson> randomCases(const std::string& script, int count);

} // namespace outpost::test
