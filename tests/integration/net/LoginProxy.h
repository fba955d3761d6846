// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <arpa/inet.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cstdlib>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace outpost::test {

/// A proxy on loopback that knows one name and password and connects to one port of this computer, whatever host is
/// asked for. HTTP CONNECT with Basic (RFC 7617), or SOCKS 5 with RFC 1929.
class LoginProxy {
public:
    enum class Kind { Http, Socks5 };
    LoginProxy(Kind kind, std::string user, std::string password, int targetPort)
        : m_kind(kind),
          m_user(std::move(user)),
          m_password(std::move(password)),
          m_target(targetPort),
          m_listener(::socket(AF_INET, SOCK_STREAM, 0))
    {
        sockaddr_in address = loopback(0);
        socklen_t length = sizeof address;
        auto* generic = reinterpret_cast<sockaddr*>(&address);
        if (::bind(m_listener, generic, length) != 0 || ::listen(m_listener, 4) != 0 ||
            ::getsockname(m_listener, generic, &length) != 0)
            std::abort();
        port = ntohs(address.sin_port);
        m_thread = std::thread([this] {
            for (int peer = ::accept(m_listener, nullptr, nullptr); peer >= 0;
                 peer = ::accept(m_listener, nullptr, nullptr)) {
                while (serve(peer)) {
                }
                ::close(peer);
            }
        });
    }
    ~LoginProxy()
    {
        ::shutdown(m_listener, SHUT_RDWR);
        m_thread.join();
        ::close(m_listener);
    }
    /// The hosts that were asked for by somebody who was let in.
    std::vector<std::string> tunnels() const
    {
        const std::scoped_lock lock(m_mutex);
        return m_tunnels;
    }

    int port = 0;

private:
    static sockaddr_in loopback(int at)
    {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        address.sin_port = htons(static_cast<std::uint16_t>(at));
        return address;
    }
    static void put(int peer, const std::string& bytes)
    {
        [[maybe_unused]] const auto sent = ::send(peer, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    }
    static std::string take(int peer, std::size_t count)
    {
        std::string bytes(count, '\0');
        const auto got = ::recv(peer, bytes.data(), count, MSG_WAITALL);
        bytes.resize(got > 0 ? static_cast<std::size_t>(got) : 0);
        return bytes;
    }
    /// False when the connection has ended.
    bool serve(int peer) { return m_kind == Kind::Http ? serveHttp(peer) : serveSocks(peer); }

    bool serveHttp(int peer)
    {
        std::string head;
        while (!head.ends_with("\r\n\r\n")) {
            const std::string next = take(peer, 1);
            if (next.empty() || head.size() > 8192)
                return false;
            head += next;
        }
        if (head.find("Proxy-Authorization: Basic " + base64(m_user + ":" + m_password) + "\r\n") ==
            std::string::npos) {
            put(peer, "HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"test\"\r\n"
                      "Content-Length: 0\r\n\r\n");
            return true;
        }
        note(head.substr(8, head.find(' ', 8) - 8));
        put(peer, "HTTP/1.1 200 Connection established\r\n\r\n");
        tunnel(peer);
        return false;
    }

    bool serveSocks(int peer)
    {
        const std::string hello = take(peer, 2);
        if (hello.size() != 2)
            return false;
        const std::string methods = take(peer, static_cast<unsigned char>(hello[1]));
        if (methods.find('\x02') == std::string::npos) {
            put(peer, "\x05\xff");
            return false;
        }
        put(peer, "\x05\x02");
        take(peer, 1);
        const std::string user = takeText(peer);
        const std::string password = takeText(peer);
        const bool right = user == m_user && password == m_password;
        put(peer, std::string("\x01", 1) + (right ? '\0' : '\x01'));
        if (!right)
            return false;
        take(peer, 4); // version, CONNECT, reserved, "a name follows"
        note(takeText(peer));
        take(peer, 2);
        put(peer, std::string("\x05\x00\x00\x01\x7f\x00\x00\x01\x00\x00", 10));
        tunnel(peer);
        return false;
    }
    static std::string takeText(int peer)
    {
        const std::string length = take(peer, 1);
        return length.empty() ? std::string() : take(peer, static_cast<unsigned char>(length[0]));
    }
    void note(std::string host)
    {
        const std::scoped_lock lock(m_mutex);
        m_tunnels.push_back(std::move(host));
    }
    void tunnel(int peer) const
    {
        const int target = ::socket(AF_INET, SOCK_STREAM, 0);
        const sockaddr_in address = loopback(m_target);
        if (::connect(target, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0) {
            std::array<pollfd, 2> ends{{{peer, POLLIN, 0}, {target, POLLIN, 0}}};
            std::array<char, 4096> buffer{};
            while (::poll(ends.data(), ends.size(), -1) > 0) {
                bool open = true;
                for (std::size_t i = 0; i < 2 && open; ++i) {
                    if (ends[i].revents == 0)
                        continue;
                    const auto got = ::recv(ends[i].fd, buffer.data(), buffer.size(), 0);
                    open = got > 0 &&
                           ::send(ends[1 - i].fd, buffer.data(), static_cast<std::size_t>(got), MSG_NOSIGNAL) == got;
                }
                if (!open)
                    break;
            }
        }
        ::close(target);
    }
    static std::string base64(const std::string& text)
    {
        static constexpr char kDigits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        std::string out;
        for (std::size_t i = 0; i < text.size(); i += 3) {
            unsigned bits = 0;
            for (std::size_t k = 0; k < 3; ++k)
                bits = bits << 8 | (i + k < text.size() ? static_cast<unsigned char>(text[i + k]) : 0u);
            for (std::size_t k = 0; k < 4; ++k)
                out += i + k <= text.size() ? kDigits[bits >> (18 - 6 * k) & 63u] : '=';
        }
        return out;
    }

    Kind m_kind;
    std::string m_user;
    std::string m_password;
    int m_target;
    int m_listener;
    mutable std::mutex m_mutex;
    std::vector<std::string> m_tunnels;
    std::thread m_thread;
};

} // namespace outpost::test
