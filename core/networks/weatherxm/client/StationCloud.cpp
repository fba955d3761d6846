// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/networks/weatherxm/client/StationCloud.h"

#include "core/base/Encoding.h"
#include "core/net/HttpStatus.h"
#include "core/net/HttpTarget.h"
#include "core/networks/weatherxm/client/CloudErrors.h"

namespace outpost::weatherxm {

using codec::Json;
using codec::JsonObject;

namespace {

constexpr std::size_t kMostBytes = 16u << 20; // a station takes about 3 KB
constexpr std::size_t kMostTokenBytes = 64u << 10;
constexpr int kUnauthorised = 401;
constexpr const char* kApi = "/api/v1";

} // namespace

struct StationCloud::State {
    HttpClient* http = nullptr;
    const Clock* clock = nullptr;
    std::string base;
    std::string host;
    std::optional<Credentials> known;
    std::string account;
    SecureBytes access;
    SecureBytes refresh;

    HttpRequest request(HttpRequest::Method method, const std::string& path) const
    {
        HttpRequest out;
        out.method = method;
        out.url = base + kApi + path;
        out.headers = {{"Accept", "application/json"}, {"X-WXM-Client", "outpost"}};
        out.maxBytes = kMostBytes;
        return out;
    }
    HttpRequest post(const std::string& path, const JsonObject& body) const
    {
        HttpRequest out = request(HttpRequest::Method::Post, path);
        out.headers.emplace_back("Content-Type", "application/json");
        out.body = toBytes(asBytes(body.text()));
        out.maxBytes = kMostTokenBytes;
        return out;
    }

    std::unexpected<Error> shape(const std::string& path, const Error& cause) const
    {
        return fail(std::move(
            Error(errors::kWeatherXmShape, std::format("{}: {} {}", path, cause.code.name, cause.detail), {host})
                .causedBy(cause)));
    }

    /// The JSON of a reply that says yes; what the cloud itself says when it says no.
    Result<Json> jsonOf(HttpResponse response, const std::string& path) const
    {
        const int status = response.status;
        if (status >= 400 && status < 500 && status != 429) {
            const auto json = codec::parseJson(response.body, kMostTokenBytes);
            if (const auto words = (json ? *json : Json())["message"].string(400))
                return fail(errors::kWeatherXmRefused, std::format("{}: {}: {}", path, status, plainText(*words, 160)),
                            {plainText(*words, 120)});
        }
        OUTPOST_TRY(const HttpResponse good, net::expectOk(std::move(response), host, clock->now()));
        auto json = codec::parseJson(good.body, kMostBytes);
        if (!json)
            return shape(path, json.error());
        return json;
    }

    Result<void> take(HttpResponse response, const std::string& path)
    {
        OUTPOST_TRY(const Json json, jsonOf(std::move(response), path));
        auto tokens = parseTokens(json);
        if (!tokens)
            return shape(path, tokens.error());
        access = std::move(tokens->access);
        refresh = std::move(tokens->refresh);
        return {};
    }
};

StationCloud::StationCloud(HttpClient& http, const Clock& clock, std::string baseUrl, std::optional<Credentials> known)
    : m_state(std::make_shared<State>())
{
    const auto target = net::parseTarget(baseUrl);
    m_state->http = &http;
    m_state->clock = &clock;
    m_state->base = std::move(baseUrl);
    m_state->host = target ? target->host : std::string();
    m_state->known = std::move(known);
    if (m_state->known)
        m_state->account = plainText(m_state->known->account);
}

bool StationCloud::isSignedIn() const
{
    return !m_state->access.isEmpty() || !m_state->refresh.isEmpty() || m_state->known.has_value();
}

const std::string& StationCloud::account() const
{
    return m_state->account;
}

Task<void> StationCloud::logIn(std::shared_ptr<State> state, Credentials credentials, CancelToken cancel)
{
    const std::string path = "/auth/login";
    const std::string_view password = credentials.password ? asText(credentials.password->span()) : std::string_view();
    OUTPOST_CO_TRY(HttpResponse response,
                   co_await state->http->send(
                       state->post(path, JsonObject().add("username", credentials.account).add("password", password)),
                       std::move(cancel)));
    if (response.status == kUnauthorised)
        co_return fail(errors::kWeatherXmSignInRefused, path);
    OUTPOST_CO_CHECK(state->take(std::move(response), path));
    state->account = plainText(credentials.account);
    co_return Result<void>{};
}

Task<void> StationCloud::renew(std::shared_ptr<State> state, CancelToken cancel)
{
    const std::string path = "/auth/refresh";
    OUTPOST_CO_TRY(
        HttpResponse response,
        co_await state->http->send(state->post(path, JsonObject().add("refreshToken", asText(state->refresh.span()))),
                                   std::move(cancel)));
    if (response.status == kUnauthorised) {
        state->refresh.wipe();
        co_return fail(errors::kWeatherXmSignInNeeded, path);
    }
    co_return state->take(std::move(response), path);
}

/// Makes sure that there is a token, by the least that it takes.
Task<void> StationCloud::enter(std::shared_ptr<State> state, CancelToken cancel)
{
    if (!state->access.isEmpty())
        co_return Result<void>{};
    if (!state->refresh.isEmpty()) {
        const auto renewed = co_await renew(state, cancel);
        if (renewed || !renewed.error().is(errors::kWeatherXmSignInNeeded) || !state->known)
            co_return renewed;
    }
    if (!state->known)
        co_return fail(errors::kWeatherXmSignInNeeded, "nobody is signed in");
    co_return co_await logIn(state, *state->known, std::move(cancel));
}

Task<Json> StationCloud::get(std::shared_ptr<State> state, std::string path, CancelToken cancel)
{
    // Twice at most: a token that ran out is renewed once.
    for (bool again = false;; again = true) {
        OUTPOST_CO_CHECK(co_await enter(state, cancel));
        HttpRequest request = state->request(HttpRequest::Method::Get, path);
        request.headers.emplace_back("Authorization", "Bearer " + std::string(asText(state->access.span())));
        OUTPOST_CO_TRY(HttpResponse response, co_await state->http->send(std::move(request), cancel));
        if (response.status != kUnauthorised)
            co_return state->jsonOf(std::move(response), path);
        state->access.wipe();
        if (again)
            co_return fail(errors::kWeatherXmSignInNeeded, path + ": a fresh token is refused");
    }
}

Future<void> StationCloud::signIn(Credentials credentials, CancelToken cancel)
{
    return async::toFuture([](std::shared_ptr<State> state, Credentials typed, CancelToken token) -> Task<void> {
        const auto password = typed.password;
        auto done = co_await logIn(state, std::move(typed), std::move(token));
        if (password)
            password->wipe();
        co_return done;
    }(m_state, std::move(credentials), std::move(cancel)));
}

void StationCloud::signOut()
{
    m_state->access.wipe();
    m_state->refresh.wipe();
    m_state->known.reset();
    m_state->account.clear();
}

Future<std::vector<Station>> StationCloud::stations(CancelToken cancel)
{
    return async::toFuture([](std::shared_ptr<State> state, CancelToken token) -> Task<std::vector<Station>> {
        const std::string path = "/me/devices";
        OUTPOST_CO_TRY(const Json reply, co_await get(state, path, std::move(token)));
        auto list = parseStations(reply);
        if (!list)
            co_return state->shape(path, list.error());
        co_return list;
    }(m_state, std::move(cancel)));
}

Future<Station> StationCloud::station(std::string id, CancelToken cancel)
{
    return async::toFuture([](std::shared_ptr<State> state, std::string one, CancelToken token) -> Task<Station> {
        if (!isStationId(one))
            co_return fail(errors::kMalformed, "a station's id");
        const std::string path = "/me/devices/" + one;
        OUTPOST_CO_TRY(const Json reply, co_await get(state, path, std::move(token)));
        auto station = parseStation(reply);
        if (!station)
            co_return state->shape(path, station.error());
        co_return station;
    }(m_state, std::move(id), std::move(cancel)));
}

Future<StationInfo> StationCloud::info(std::string id, CancelToken cancel)
{
    return async::toFuture([](std::shared_ptr<State> state, std::string one, CancelToken token) -> Task<StationInfo> {
        if (!isStationId(one))
            co_return fail(errors::kMalformed, "a station's id");
        const std::string path = "/me/devices/" + one + "/info";
        OUTPOST_CO_TRY(const Json reply, co_await get(state, path, std::move(token)));
        auto details = parseStationInfo(reply);
        if (!details)
            co_return state->shape(path, details.error());
        co_return details;
    }(m_state, std::move(id), std::move(cancel)));
}

Future<std::string> StationCloud::wallet(CancelToken cancel)
{
    return async::toFuture([](std::shared_ptr<State> state, CancelToken token) -> Task<std::string> {
        const std::string path = "/me/wallet";
        OUTPOST_CO_TRY(const Json reply, co_await get(state, path, std::move(token)));
        auto address = parseWallet(reply);
        if (!address)
            co_return state->shape(path, address.error());
        co_return address;
    }(m_state, std::move(cancel)));
}

} // namespace outpost::weatherxm
