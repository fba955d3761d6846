// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/JsonReply.h"

#include "core/net/NetErrors.h"

#include <format>

namespace outpost::net {

Error asGarbage(std::string_view host, std::string_view what, Error error)
{
    const bool isShape = error.code.name.starts_with("codec.") || error.is(errors::kMalformed) ||
                         error.is(errors::kTooLong) || error.is(errors::kOverflow);
    if (!isShape)
        return error;
    Error garbage(errors::kNetGarbage, std::format("{}: {}: {} {}", host, what, error.code.name, error.detail),
                  {std::string(host)});
    return garbage.causedBy(std::move(error));
}

Result<codec::Json> jsonOf(ByteSpan body, std::string_view host, std::string_view what, std::size_t maxBytes)
{
    const std::string_view text = asText(body);
    const auto first = text.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos)
        return fail(errors::kNetGarbage, std::format("{}: {}: empty reply", host, what), {std::string(host)});
    if (text[first] == '<')
        return fail(errors::kNetGarbage, std::format("{}: {}: a web page", host, what), {std::string(host)});
    auto json = codec::parseJson(body, maxBytes);
    if (!json)
        return fail(asGarbage(host, what, std::move(json.error())));
    return json;
}

} // namespace outpost::net
