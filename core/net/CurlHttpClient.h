// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/SecureBytes.h"
#include "core/net/HostRegistry.h"
#include "core/net/HttpClient.h"

#include <thread>

namespace outpost::net {

/// A proxy for everything but loopback addresses and unix sockets. The proxy variables of the environment are not
/// looked at: Settings shows what is used. With SOCKS 5 the proxy resolves names.
struct ProxySettings {
    enum class Kind { None = 0, Http = 1, Socks5 = 2 }; // persisted: never renumber
    Kind kind = Kind::None;
    std::string host;
    int port = 0;
    /// What the proxy asks for; empty: nothing is told. At most 255 bytes, the limit of RFC 1929.
    std::string user = {};
    std::shared_ptr<const SecureBytes> password = {}; ///< shared with the requests under way
    friend bool operator==(const ProxySettings&, const ProxySettings&) = default;
};

/// "Outpost/<version>", sent with every request.
std::string userAgent();

/// HTTP on libcurl: one thread, one multi handle, connections kept and shared, HTTP/2 where the server has it. TLS
/// certificates are always verified. One attempt per request (RetryingHttpClient adds more); redirects are followed at
/// most three times, only for GET, or with status 307 and 308, and lose the caller's headers when they leave the
/// origin. Nothing of a URL but its host is ever logged: paths and queries carry keys.
///
/// **Thread:** any. The future finishes on the client's own thread; do not destroy the client in a continuation that
/// runs there. Stopping or destroying it ends running requests with errors::kCancelled and joins the thread. Errors:
/// kNetNotAllowed, kNetHostNotListed, kMalformed, kTooLong at once; kNetUnreachable, kNetTimeout, kNetTls,
/// kNetTooLarge, kNetGarbage, kNetTooManyRedirects, kNetProxy, kNetProxyLogin, kCancelled later.
class CurlHttpClient final : public HttpClient {
public:
    struct Options {
        ProxySettings proxy;
        /// PEM file that replaces the system's certificate authorities; empty: the system's.
        std::string caFile;
        int connectionsPerHost = 6;
    };
    struct Statistics {
        std::uint64_t requests = 0;      ///< finished, redirects not counted
        std::uint64_t connections = 0;   ///< opened; a reused one is not counted again
        std::uint64_t bytesReceived = 0; ///< of bodies, decompressed
    };

    /// The registry must outlive the client. errors::kInternal when libcurl cannot be set up.
    static Result<std::unique_ptr<CurlHttpClient>> create(const HostRegistry& hosts, Options options);
    static Result<std::unique_ptr<CurlHttpClient>> create(const HostRegistry& hosts) { return create(hosts, {}); }
    ~CurlHttpClient() override;

    Future<HttpResponse> send(HttpRequest request, CancelToken cancel = {}) override;
    /// Requests that run, and those sent later, answer errors::kCancelled. Not on the client's own thread.
    void stop();
    /// For requests sent from now on.
    void setProxy(ProxySettings proxy);
    Statistics statistics() const;

private:
    struct Exchange;
    struct Shared;
    class Worker;
    CurlHttpClient(const HostRegistry& hosts, std::shared_ptr<Shared> shared);

    const HostRegistry& m_hosts;
    std::shared_ptr<Shared> m_shared; ///< shared with the worker and with callbacks of tokens that may outlive it
    std::thread m_thread;
};

} // namespace outpost::net
