// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"

namespace outpost::errors {

// A request that was cancelled, or that was running when its client was destroyed, answers kCancelled of Error.h.
// The first argument of each error is the host, unless said otherwise.

/// No connection, or it broke before the reply was whole. Retryable.
inline constexpr ErrorCode kNetUnreachable{"net.unreachable", ExitClass::Unreachable};
inline constexpr ErrorCode kNetTimeout{"net.timeout", ExitClass::Unreachable};
/// The certificate does not prove that the server is the one that was asked for.
inline constexpr ErrorCode kNetTls{"net.tls", ExitClass::Unreachable};
inline constexpr ErrorCode kNetTooLarge{"net.tooLarge", ExitClass::Unreachable};
/// Neither https nor this computer, a password in the address, or a redirect that leads there.
inline constexpr ErrorCode kNetNotAllowed{"net.notAllowed", ExitClass::Refused};
inline constexpr ErrorCode kNetHostNotListed{"net.hostNotListed", ExitClass::Refused};
inline constexpr ErrorCode kNetTooManyRedirects{"net.tooManyRedirects", ExitClass::Unreachable};
/// The server asks for a pause (429, or 503 with Retry-After); Error::retryAfter says how long where known.
inline constexpr ErrorCode kNetRateLimited{"net.rateLimited", ExitClass::Unreachable};
/// Second argument: the status.
inline constexpr ErrorCode kNetStatus4xx{"net.status4xx", ExitClass::Unreachable};
inline constexpr ErrorCode kNetStatus5xx{"net.status5xx", ExitClass::Unreachable};
/// Any other status that is not a success.
inline constexpr ErrorCode kNetStatusOther{"net.statusOther", ExitClass::Unreachable};
/// An answer that is not what the documentation promises: HTML, cut JSON, a wrong type.
inline constexpr ErrorCode kNetGarbage{"net.garbage", ExitClass::Unreachable};
/// The JSON-RPC server answered with an error object. Arguments: host, code, message (plain and capped).
inline constexpr ErrorCode kNetRpcError{"net.rpcError", ExitClass::Unreachable};
/// The proxy of Settings cannot be reached. The argument is the proxy.
inline constexpr ErrorCode kNetProxy{"net.proxy", ExitClass::Unreachable};
/// The proxy wants a name and a password, or others than it was given. The argument is the proxy.
inline constexpr ErrorCode kNetProxyLogin{"net.proxyLogin", ExitClass::Unreachable};
inline constexpr ErrorCode kNet[] = {
    kNetUnreachable,   kNetTimeout,          kNetTls,         kNetTooLarge,  kNetNotAllowed,
    kNetHostNotListed, kNetTooManyRedirects, kNetRateLimited, kNetStatus4xx, kNetStatus5xx,
    kNetStatusOther,   kNetGarbage,          kNetRpcError,    kNetProxy,     kNetProxyLogin};

} // namespace outpost::errors
