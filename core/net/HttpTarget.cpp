// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/HttpTarget.h"

#include "core/base/Encoding.h"
#include "core/net/NetErrors.h"

#include <arpa/inet.h>
#include <curl/curl.h>

#include <memory>

namespace outpost::net {

namespace {

constexpr std::string_view kUnixScheme = "http+unix://";
constexpr std::size_t kMaxSocketPath = 107; // sockaddr_un on Linux, less its end

using UrlHandle = std::unique_ptr<CURLU, decltype(&curl_url_cleanup)>;

std::string lower(std::string_view text)
{
    std::string out(text);
    for (char& c : out)
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return out;
}

std::string part(CURLU* handle, CURLUPart what, unsigned flags = 0)
{
    char* text = nullptr;
    if (curl_url_get(handle, what, &text, flags) != CURLUE_OK)
        return {};
    std::string out(text);
    curl_free(text);
    return out;
}

bool isLoopback(const std::string& host)
{
    if (host == "localhost") // libcurl resolves this name to the loopback addresses itself
        return true;
    in_addr v4{};
    if (inet_pton(AF_INET, host.c_str(), &v4) == 1)
        return (ntohl(v4.s_addr) >> 24) == 127;
    return host == "[::1]";
}

Result<std::string> percentDecode(std::string_view text)
{
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '%') {
            out += text[i];
            continue;
        }
        OUTPOST_TRY(const Bytes byte, fromHex(text.substr(i + 1, 2), 1));
        if (byte.size() != 1)
            return fail(errors::kMalformed, "cut percent escape");
        out += static_cast<char>(byte[0]);
        i += 2;
    }
    return out;
}

/// Control characters and spaces never belong into a URL, and lenient parsers have disagreed about them before.
bool isPlainUrl(std::string_view url)
{
    return std::ranges::all_of(url, [](char c) { return c > 0x20 && c < 0x7f; });
}

Result<HttpTarget> fromHandle(CURLU* handle)
{
    HttpTarget target;
    const std::string scheme = lower(part(handle, CURLUPART_SCHEME));
    target.host = lower(part(handle, CURLUPART_HOST));
    if (!part(handle, CURLUPART_USER).empty() || !part(handle, CURLUPART_PASSWORD).empty())
        return fail(errors::kNetNotAllowed, "credentials in a URL", {target.host});
    if (scheme == "https")
        target.kind = HttpTarget::Kind::Https;
    else if (scheme == "http" && isLoopback(target.host))
        target.kind = HttpTarget::Kind::Loopback;
    else
        return fail(errors::kNetNotAllowed, "only https, loopback addresses and unix sockets", {target.host});
    target.port = std::atoi(part(handle, CURLUPART_PORT, CURLU_DEFAULT_PORT).c_str());
    curl_url_set(handle, CURLUPART_FRAGMENT, nullptr, 0);
    target.url = part(handle, CURLUPART_URL);
    if (target.host.empty() || target.url.empty())
        return fail(errors::kMalformed, "URL without host");
    return target;
}

Result<HttpTarget> parseUnix(std::string_view rest)
{
    const auto slash = rest.find('/');
    OUTPOST_TRY(const std::string socket, percentDecode(rest.substr(0, slash)));
    if (socket.empty() || socket.front() != '/' || socket.find('\0') != std::string::npos)
        return fail(errors::kMalformed, "unix socket needs an absolute path");
    if (socket.size() > kMaxSocketPath)
        return fail(errors::kTooLong, "path of a unix socket");
    const std::string path(slash == std::string_view::npos ? "/" : rest.substr(slash));
    OUTPOST_TRY(HttpTarget target, parseTarget("http://localhost" + path));
    target.kind = HttpTarget::Kind::UnixSocket;
    target.host = "unix:" + socket;
    target.socketPath = socket;
    return target;
}

} // namespace

Result<HttpTarget> parseTarget(std::string_view url)
{
    if (url.size() > kMaxUrlBytes)
        return fail(errors::kTooLong, "URL");
    if (!isPlainUrl(url))
        return fail(errors::kMalformed, "URL with a space or a control character");
    if (lower(url.substr(0, kUnixScheme.size())) == kUnixScheme)
        return parseUnix(url.substr(kUnixScheme.size()));
    const UrlHandle handle(curl_url(), curl_url_cleanup);
    if (!handle)
        return fail(errors::kInternal, "curl_url");
    const std::string text(url);
    const CURLUcode code = curl_url_set(handle.get(), CURLUPART_URL, text.c_str(), 0);
    if (code == CURLUE_UNSUPPORTED_SCHEME)
        return fail(errors::kNetNotAllowed, "scheme");
    if (code != CURLUE_OK)
        return fail(errors::kMalformed, curl_url_strerror(code));
    return fromHandle(handle.get());
}

Result<HttpTarget> redirectTarget(const HttpTarget& from, std::string_view location)
{
    if (location.empty() || location.size() > kMaxUrlBytes)
        return fail(errors::kTooLong, "Location");
    if (!isPlainUrl(location))
        return fail(errors::kMalformed, "Location with a space or a control character");
    const UrlHandle handle(curl_url(), curl_url_cleanup);
    const std::string text(location);
    if (!handle || curl_url_set(handle.get(), CURLUPART_URL, from.url.c_str(), 0) != CURLUE_OK)
        return fail(errors::kInternal, "curl_url");
    if (const CURLUcode code = curl_url_set(handle.get(), CURLUPART_URL, text.c_str(), 0); code != CURLUE_OK) {
        return fail(code == CURLUE_UNSUPPORTED_SCHEME ? errors::kNetNotAllowed : errors::kMalformed,
                    std::string("Location: ") + curl_url_strerror(code), {from.host});
    }
    OUTPOST_TRY(HttpTarget target, fromHandle(handle.get()));
    if (from.kind == HttpTarget::Kind::Https && target.kind != HttpTarget::Kind::Https)
        return fail(errors::kNetNotAllowed, "redirect from https to http", {from.host});
    if (from.kind == HttpTarget::Kind::UnixSocket) {
        if (target.host != "localhost" || target.kind != HttpTarget::Kind::Loopback || target.port != from.port)
            return fail(errors::kNetNotAllowed, "redirect away from a unix socket", {from.host});
        target.kind = from.kind;
        target.host = from.host;
        target.socketPath = from.socketPath;
    }
    return target;
}

} // namespace outpost::net
