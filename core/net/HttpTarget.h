// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"

namespace outpost::net {

inline constexpr std::size_t kMaxUrlBytes = 8192;

/// Where a request goes, after the scheme rules: https anywhere, http only to loopback addresses ("localhost",
/// 127.0.0.0/8, ::1), and `http+unix://<percent-encoded path of the socket>/<path>` to a unix socket. Parsed by
/// libcurl's own parser, so that what is checked is what is connected to.
struct HttpTarget {
    enum class Kind { Https, Loopback, UnixSocket };
    Kind kind = Kind::Https;
    /// As the list of hosts knows it: lower case without port; "unix:/path/of/the/socket" for a socket.
    std::string host;
    int port = 0;
    std::string socketPath; ///< empty unless a unix socket
    std::string url;        ///< what libcurl is given; without fragment

    bool isLocal() const { return kind != Kind::Https; }
    bool sameOrigin(const HttpTarget& other) const
    {
        return kind == other.kind && host == other.host && port == other.port;
    }
};

/// Length first. Errors: kTooLong, kMalformed, kNetNotAllowed (scheme, or a name or password in the URL).
Result<HttpTarget> parseTarget(std::string_view url);
/// Where a Location header leads, seen from `from`: never from https to http, from a socket only to itself.
Result<HttpTarget> redirectTarget(const HttpTarget& from, std::string_view location);

} // namespace outpost::net
