// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/Async.h"
#include "core/base/Bytes.h"

#include <string>
#include <utility>
#include <vector>

namespace outpost {

/// One request. Nothing is sent to a host that is not https, unless it is a loopback address or a unix socket.
struct HttpRequest {
    enum class Method { Get, Post, Put, Delete };
    Method method = Method::Get;
    std::string url;
    std::vector<std::pair<std::string, std::string>> headers;
    Bytes body;
    std::chrono::milliseconds timeout{20'000}; ///< whole exchange
    std::size_t maxBytes = 4u << 20;           ///< a longer reply is cut off and refused with net.tooLarge
    /// True when asking twice does no harm; only such requests are retried after a failure on the way.
    bool idempotent = true;
    int attempts = 3; ///< in all, with exponential back-off, jitter and Retry-After honoured
};

struct HttpResponse {
    int status = 0;
    std::vector<std::pair<std::string, std::string>> headers; ///< names in lower case
    Bytes body;
};

/// Talks to the outside. **Thread:** any; the future finishes on the client's own thread, so consume it with
/// `.then(context, ...)` or from a coroutine on a thread with an event loop.
/// Any HTTP status is a response; callers turn statuses into errors with net::expectOk (core/net/HttpStatus.h), so that
/// a documented 404 can mean "none".
class HttpClient {
public:
    virtual ~HttpClient() = default;
    virtual Future<HttpResponse> send(HttpRequest request, CancelToken cancel = {}) = 0;
};

} // namespace outpost
