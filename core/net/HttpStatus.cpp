// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/HttpStatus.h"

#include "core/net/NetErrors.h"

#include <charconv>
#include <format>

namespace outpost::net {

namespace {

constexpr std::chrono::milliseconds kLongestPause = std::chrono::hours(1);

std::optional<int> number(std::string_view text)
{
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size() || value < 0 || text.starts_with('-'))
        return std::nullopt;
    return value;
}

} // namespace

std::optional<std::string_view> header(const HttpResponse& response, std::string_view name)
{
    for (const auto& [key, value] : response.headers) {
        if (key == name)
            return value;
    }
    return std::nullopt;
}

std::optional<Time> parseHttpDate(std::string_view text)
{
    constexpr std::string_view kMonths = "JanFebMarAprMayJunJulAugSepOctNovDec";
    // Sun, 06 Nov 1994 08:49:37 GMT
    if (text.size() != 29 || text.substr(3, 2) != ", " || text[7] != ' ' || text[11] != ' ' || text[16] != ' ' ||
        text[19] != ':' || text[22] != ':' || text.substr(25) != " GMT")
        return std::nullopt;
    const auto day = number(text.substr(5, 2));
    const auto month = kMonths.find(text.substr(8, 3));
    const auto year = number(text.substr(12, 4));
    const auto hour = number(text.substr(17, 2));
    const auto minute = number(text.substr(20, 2));
    const auto second = number(text.substr(23, 2));
    if (!day || month == std::string_view::npos || month % 3 != 0 || !year || !hour || !minute || !second ||
        *hour > 23 || *minute > 59 || *second > 60)
        return std::nullopt;
    const std::chrono::year_month_day date(std::chrono::year(*year),
                                           std::chrono::month(static_cast<unsigned>(month / 3 + 1)),
                                           std::chrono::day(static_cast<unsigned>(*day)));
    if (!date.ok())
        return std::nullopt;
    return Time(std::chrono::sys_days(date)) + std::chrono::hours(*hour) + std::chrono::minutes(*minute) +
           std::chrono::seconds(*second);
}

std::optional<std::chrono::milliseconds> retryAfter(const HttpResponse& response, Time now)
{
    const auto text = header(response, "retry-after");
    if (!text)
        return std::nullopt;
    if (const auto seconds = number(*text))
        return std::min<std::chrono::milliseconds>(std::chrono::seconds(*seconds), kLongestPause);
    if (const auto date = parseHttpDate(*text))
        return std::clamp(*date - now, std::chrono::milliseconds(0), kLongestPause);
    return std::nullopt;
}

Result<HttpResponse> expectOk(HttpResponse response, std::string_view host, Time now)
{
    const int status = response.status;
    if (status >= 200 && status < 300)
        return response;
    const auto pause = retryAfter(response, now);
    const std::vector<std::string> args{std::string(host), std::to_string(status)};
    const std::string detail = std::format("HTTP {} from {}", status, host);
    if (status == 429 || (status == 503 && pause))
        return fail(Error(errors::kNetRateLimited, detail, args).canRetry(pause));
    if (status >= 500 && status < 600)
        return fail(Error(errors::kNetStatus5xx, detail, args).canRetry());
    if (status >= 400 && status < 500)
        return fail(errors::kNetStatus4xx, detail, args);
    return fail(errors::kNetStatusOther, detail, args);
}

} // namespace outpost::net
