// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/net/HttpClient.h"

namespace outpost::net {

/// The first header of that name (lower case), or nothing.
std::optional<std::string_view> header(const HttpResponse& response, std::string_view name);
/// Retry-After as seconds or as a date (RFC 9110, 10.2.3), at most one hour; nothing when absent or not understood.
std::optional<std::chrono::milliseconds> retryAfter(const HttpResponse& response, Time now);
/// The date of a header, "Sun, 06 Nov 1994 08:49:37 GMT" (RFC 9110, 5.6.7; the obsolete forms are not read).
std::optional<Time> parseHttpDate(std::string_view text);

/// Passes 200 to 299 on and turns any other status into an error: kNetRateLimited (429, and 503 with Retry-After),
/// kNetStatus4xx, kNetStatus5xx, kNetStatusOther. `host` is named to the person.
Result<HttpResponse> expectOk(HttpResponse response, std::string_view host, Time now);

} // namespace outpost::net
