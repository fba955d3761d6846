// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <arpa/inet.h>
#include <httplib.h>
#include <sys/socket.h>
#include <unistd.h>

#include <atomic>
#include <condition_variable>
#include <cstdlib>
#include <mutex>
#include <thread>

namespace outpost::test {

/// A gate that handlers wait at, so that tests decide when a slow reply goes on, without sleeping.
class Gate {
public:
    void open()
    {
        const std::scoped_lock lock(m_mutex);
        m_isOpen = true;
        m_changed.notify_all();
    }
    void wait()
    {
        std::unique_lock lock(m_mutex);
        ++m_waiting;
        m_changed.notify_all();
        m_changed.wait(lock, [this] { return m_isOpen; });
    }
    void awaitWaiting(int count)
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [&] { return m_waiting >= count; });
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_changed;
    bool m_isOpen = false;
    int m_waiting = 0;
};

/// Runs a cpp-httplib server on a free loopback port, or on a unix socket, for as long as it lives.
template <class Server> class LocalServer {
public:
    template <class... Args> explicit LocalServer(Args&&... args) : server(std::forward<Args>(args)...) {}
    ~LocalServer()
    {
        gate.open();
        server.stop();
        if (m_thread.joinable())
            m_thread.join();
    }

    void listen()
    {
        port = server.bind_to_any_port("127.0.0.1");
        start();
    }
    void listenOn(const std::string& socketPath)
    {
        server.set_address_family(AF_UNIX);
        server.bind_to_port(socketPath, 80);
        start();
    }
    std::string url(const std::string& path) const { return "http://127.0.0.1:" + std::to_string(port) + path; }
    std::string tlsUrl(const std::string& path) const { return "https://localhost:" + std::to_string(port) + path; }

    Server server;
    Gate gate;
    int port = 0;

private:
    void start()
    {
        m_thread = std::thread([this] { server.listen_after_bind(); });
        server.wait_until_ready();
    }
    std::thread m_thread;
};

/// Takes one connection on a free loopback port, reads once, answers a fixed text and hangs up.
class OneShotServer {
public:
    explicit OneShotServer(std::string answer) : m_listener(::socket(AF_INET, SOCK_STREAM, 0))
    {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t length = sizeof address;
        auto* generic = reinterpret_cast<sockaddr*>(&address);
        if (::bind(m_listener, generic, length) != 0 || ::listen(m_listener, 1) != 0 ||
            ::getsockname(m_listener, generic, &length) != 0)
            std::abort();
        port = ntohs(address.sin_port);
        m_thread = std::thread([this, answer = std::move(answer)] {
            const int peer = ::accept(m_listener, nullptr, nullptr);
            char buffer[4096];
            const auto got = ::read(peer, buffer, sizeof buffer);
            m_request.assign(buffer, got > 0 ? static_cast<std::size_t>(got) : 0);
            [[maybe_unused]] const auto put = ::write(peer, answer.data(), answer.size());
            ::close(peer);
        });
    }
    ~OneShotServer()
    {
        ::shutdown(m_listener, SHUT_RDWR); // ends an accept that nobody answered
        if (m_thread.joinable())
            m_thread.join();
        ::close(m_listener);
    }
    /// What the one connection sent; waits for its end.
    const std::string& request()
    {
        m_thread.join();
        return m_request;
    }

    int port = 0;

private:
    int m_listener;
    std::string m_request;
    std::thread m_thread;
};

} // namespace outpost::test
