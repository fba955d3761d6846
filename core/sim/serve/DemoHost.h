// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sim/serve/DemoEndpoints.h"
#include "core/sim/serve/Router.h"

#include <atomic>
#include <thread>

namespace httplib {
class Server;
}

namespace outpost::sim {

struct HostOptions {
    WorldOptions world;
    /// How long a request whose answer is to get lost is held before its connection is dropped.
    std::chrono::milliseconds lostAnswerHold{1500};
};

/// Makes the networks' parts; called again when this process takes a world over from another.
using NetworkFactory = std::function<std::vector<std::unique_ptr<demo::Demo>>()>;

/// Serves the demo world of one home over a private unix socket, or attaches to the process that already does. When
/// that process goes, this one takes over within a fifth of a second. **Thread:** built and destroyed on any one
/// thread; serving happens on threads of its own.
class DemoHost {
public:
    /// The home is made when it is not there (mode 0700). errors::kFileFailed, kFileDenied, kDiskFull.
    static Result<std::unique_ptr<DemoHost>> startOrAttach(const std::filesystem::path& home, HostOptions options,
                                                           NetworkFactory networks);
    ~DemoHost();
    DemoHost(const DemoHost&) = delete;
    DemoHost& operator=(const DemoHost&) = delete;

    const DemoEndpoints& endpoints() const { return m_endpoints; }
    /// False while another process serves the world.
    bool isServing() const { return m_router.load() != nullptr; }
    /// The world while this process serves it, otherwise null; valid as long as the host.
    Router* router() const { return m_router.load(); }

    struct TcpAddress {
        int port = 0;
        std::string token; ///< 32 hex digits, new each time
        std::string url;   ///< "http://127.0.0.1:PORT/~TOKEN": put "/@HOST" behind it
    };
    /// Serves the same world on 127.0.0.1 as well, for other programs: every request must bring the token, in the path
    /// or as "Authorization: Bearer", and neither a foreign Host nor a foreign Origin. Port 0: any. errors::kFileFailed
    /// when the port is taken or another process serves the world.
    Result<TcpAddress> serveTcp(int port);

private:
    DemoHost(std::filesystem::path home, HostOptions options, NetworkFactory networks);
    Result<bool> tryServe(); ///< false when somebody else serves
    void waitForTurn();

    std::filesystem::path m_home;
    HostOptions m_options;
    NetworkFactory m_networks;
    DemoEndpoints m_endpoints;
    int m_lock = -1;
    std::unique_ptr<Router> m_owned;
    std::atomic<Router*> m_router = nullptr;
    std::unique_ptr<httplib::Server> m_server;
    std::thread m_serving;
    std::unique_ptr<httplib::Server> m_tcp;
    std::thread m_tcpServing;
    std::mutex m_mutex;
    std::condition_variable m_stopping;
    bool m_isStopping = false;
    std::thread m_waiting;
};

} // namespace outpost::sim
