// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/codec/Json.h"
#include "core/net/HttpClient.h"

namespace outpost::net {

/// Errors that say "this is not what was promised" (codec.*, malformed, too long, overflow) become kNetGarbage with the
/// host and the old error as cause; any other passes unchanged. `what` names the call, for the log.
Error asGarbage(std::string_view host, std::string_view what, Error error);

/// The JSON of a reply. A web page, cut-off text or a document beyond the limits is kNetGarbage. Pure; **Thread:** any.
Result<codec::Json> jsonOf(ByteSpan body, std::string_view host, std::string_view what, std::size_t maxBytes);

} // namespace outpost::net
