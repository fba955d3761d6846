// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/HttpStatus.h"
#include "core/net/HttpTarget.h"
#include "core/net/JsonRpcClient.h"

#include <cstdlib>

using namespace outpost;
using namespace outpost::net;

namespace {

/// Whatever is accepted obeys the scheme rules, also after a redirect.
void checkTarget(const HttpTarget& target)
{
    const bool isHttps = target.kind == HttpTarget::Kind::Https;
    if (target.host.empty() || !target.url.starts_with(isHttps ? "https://" : "http://"))
        std::abort();
    if ((target.kind == HttpTarget::Kind::UnixSocket) == target.socketPath.empty())
        std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const ByteSpan bytes(data, size);
    const std::string_view text = asText(bytes);
    if (const auto target = parseTarget(text))
        checkTarget(*target);
    for (const char* from : {"https://example.org/a/b", "http://127.0.0.1:8/x", "http+unix://%2Frun%2Fs/x"}) {
        const auto start = parseTarget(from).value();
        if (const auto next = redirectTarget(start, text)) {
            checkTarget(*next);
            const bool isHttps = start.kind == HttpTarget::Kind::Https;
            const bool isSocket = start.kind == HttpTarget::Kind::UnixSocket;
            if ((isHttps && next->kind != start.kind) || (isSocket && next->socketPath != start.socketPath))
                std::abort();
        }
    }
    (void)parseHttpDate(text);
    if (const auto answer = parseRpcReply(bytes, 1, "h", 1 << 20); answer && answer->fault) {
        if (answer->fault->message.size() > 4 * 301)
            std::abort();
    }
    if (const auto answers = parseRpcBatchReply(bytes, 1, 2, "h", 1 << 20); answers && answers->size() != 2)
        std::abort();
    return 0;
}
