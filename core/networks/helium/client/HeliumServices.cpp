// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/networks/helium/client/HeliumServices.h"

#include "core/base/Encoding.h"
#include "core/net/HttpStatus.h"
#include "core/networks/helium/client/ClientErrors.h"

namespace outpost::helium {

using codec::Json;
using codec::JsonArray;
using codec::JsonObject;

namespace {

constexpr std::size_t kKeysPerCall = 50;

std::string hostOf(const std::string& url)
{
    const auto start = url.find("://");
    const auto from = start == std::string::npos ? 0 : start + 3;
    return url.substr(from, url.find('/', from) - from);
}

std::unexpected<Error> shape(const std::string& url, const Error& cause)
{
    return fail(std::move(Error(errors::kHeliumServiceShape, cause.detail, {hostOf(url)}).causedBy(cause)));
}

void addWhereabouts(JsonObject& body, const Whereabouts& where)
{
    if (where.location)
        body.add("location", std::to_string(*where.location)); // decimal text: it does not fit a JavaScript number
    if (where.elevation)
        body.add("elevation", *where.elevation);
    if (where.gain)
        body.add("gain", *where.gain);
}

} // namespace

Task<Json> HeliumServices::getJson(std::string url, bool missingIsNull, CancelToken cancel)
{
    HttpRequest request;
    request.url = url;
    request.headers = {{"Accept", "application/json"}};
    request.maxBytes = 24u << 20;
    OUTPOST_CO_TRY(HttpResponse response, co_await m_http.send(std::move(request), std::move(cancel)));
    if (missingIsNull && response.status == 404)
        co_return Json();
    OUTPOST_CO_TRY(const HttpResponse good, net::expectOk(std::move(response), hostOf(url), m_clock.now()));
    auto json = codec::parseJson(good.body, 24u << 20);
    if (!json)
        co_return shape(url, json.error());
    co_return json;
}

Task<Json> HeliumServices::postJson(std::string url, std::string body, bool idempotent, CancelToken cancel)
{
    HttpRequest request;
    request.method = HttpRequest::Method::Post;
    request.url = url;
    request.headers = {{"Content-Type", "application/json"}, {"Accept", "application/json"}};
    request.body = toBytes(asBytes(body));
    request.idempotent = idempotent;
    OUTPOST_CO_TRY(HttpResponse response, co_await m_http.send(std::move(request), std::move(cancel)));
    const int status = response.status;
    auto json = codec::parseJson(response.body, 4u << 20);
    if (status >= 400 && status != 429 && status < 600 && json && json->isObject()) {
        // These services say why in their own words.
        for (const char* member : {"errorMessage", "error", "message"}) {
            if (const auto words = (*json)[member].string(400))
                co_return fail(errors::kHeliumServiceRefused, hostOf(url) + ": " + *words, {plainText(*words, 160)});
        }
    }
    OUTPOST_CO_CHECK(net::expectOk(std::move(response), hostOf(url), m_clock.now()));
    if (!json)
        co_return shape(url, json.error());
    co_return json;
}

Future<std::optional<RegistryRecord>> HeliumServices::registryRecord(std::string key, CancelToken cancel)
{
    return async::toFuture(
        [](HeliumServices* self, std::string id, CancelToken token) -> Task<std::optional<RegistryRecord>> {
            const std::string url = self->m_urls.onboarding + "/v3/hotspots/" + id;
            OUTPOST_CO_TRY(const Json reply, co_await self->getJson(url, true, std::move(token)));
            if (reply.isAbsent())
                co_return std::nullopt;
            co_return parseRegistryRecord(reply, hostOf(url));
        }(this, std::move(key), std::move(cancel)));
}

Task<std::vector<Bytes>> HeliumServices::builtTransactions(std::string url, std::string body, CancelToken cancel)
{
    OUTPOST_CO_TRY(const Json reply, co_await postJson(url, std::move(body), false, std::move(cancel)));
    co_return parseBuiltTransactions(reply, hostOf(url));
}

Future<std::vector<Bytes>> HeliumServices::createHotspot(Bytes addGateway, std::string payer, CancelToken cancel)
{
    JsonObject body;
    body.add("transaction", toBase64(addGateway)).add("format", "legacy");
    if (!payer.empty())
        body.add("payer", payer);
    return async::toFuture(
        builtTransactions(m_urls.onboarding + "/v3/transactions/create-hotspot", body.text(), std::move(cancel)));
}

Future<std::vector<Bytes>> HeliumServices::onboardIot(std::string entityKey, Whereabouts where, std::string payer,
                                                      CancelToken cancel)
{
    JsonObject body;
    body.add("entityKey", entityKey).add("format", "v0");
    addWhereabouts(body, where);
    if (!payer.empty())
        body.add("payer", payer);
    return async::toFuture(
        builtTransactions(m_urls.onboarding + "/v3/transactions/iot/onboard", body.text(), std::move(cancel)));
}

Future<std::vector<Bytes>> HeliumServices::updateIot(std::string entityKey, std::string wallet, Whereabouts where,
                                                     CancelToken cancel)
{
    JsonObject body;
    body.add("entityKey", entityKey).add("wallet", wallet).add("format", "v0");
    addWhereabouts(body, where);
    return async::toFuture(
        builtTransactions(m_urls.onboarding + "/v3/transactions/iot/update-metadata", body.text(), std::move(cancel)));
}

Future<Bytes> HeliumServices::verifyDevice(Bytes transaction, Bytes message, Bytes signature, CancelToken cancel)
{
    return async::toFuture(
        [](HeliumServices* self, std::string body, CancelToken token) -> Task<Bytes> {
            const std::string url = self->m_urls.eccVerifier;
            OUTPOST_CO_TRY(const Json reply, co_await self->postJson(url, std::move(body), true, std::move(token)));
            co_return parseVerifiedTransaction(reply, hostOf(url));
        }(this,
                                                                      JsonObject()
                                                                          .add("transaction", toHex(transaction))
                                                                          .add("msg", toHex(message))
                                                                          .add("signature", toHex(signature))
                                                                          .text(),
                                                                      std::move(cancel)));
}

Future<std::map<std::string, std::uint64_t>>
HeliumServices::lifetimeRewards(std::string oracleUrl, std::vector<std::string> entityKeys, CancelToken cancel)
{
    using Totals = std::map<std::string, std::uint64_t>;
    return async::toFuture(
        [](HeliumServices* self, std::string base, std::vector<std::string> keys, CancelToken token) -> Task<Totals> {
            Totals totals;
            const std::string url = base + "/bulk-rewards";
            for (std::size_t from = 0; from < keys.size(); from += kKeysPerCall) {
                JsonArray part;
                const std::size_t to = std::min(keys.size(), from + kKeysPerCall);
                for (std::size_t i = from; i < to; ++i)
                    part.add(keys[i]);
                OUTPOST_CO_TRY(const Json reply,
                               co_await self->postJson(url, JsonObject().add("entityKeys", part).text(), true, token));
                OUTPOST_CO_TRY(auto some,
                               parseLifetimeRewards(reply, std::span(keys).subspan(from, to - from), hostOf(url)));
                totals.merge(some);
            }
            co_return totals;
        }(this, std::move(oracleUrl), std::move(entityKeys), std::move(cancel)));
}

Future<OracleStatement> HeliumServices::signedRewards(std::string oracleUrl, PublicKey keyToAsset, CancelToken cancel)
{
    return async::toFuture(
        [](HeliumServices* self, std::string base, PublicKey key, CancelToken token) -> Task<OracleStatement> {
            const std::string url = base + "/v1/sign";
            OUTPOST_CO_TRY(
                const Json reply,
                co_await self->postJson(url, JsonObject().add("keyToAssetKeys", JsonArray().add(key.toBase58())).text(),
                                        true, std::move(token)));
            co_return parseOracleStatement(reply, hostOf(url));
        }(this, std::move(oracleUrl), keyToAsset, std::move(cancel)));
}

Future<std::vector<EntityPlace>> HeliumServices::placesOf(std::string owner, CancelToken cancel)
{
    return async::toFuture(
        [](HeliumServices* self, std::string wallet, CancelToken token) -> Task<std::vector<EntityPlace>> {
            const std::string url = self->m_urls.entities + "/v2/wallet/" + wallet;
            OUTPOST_CO_TRY(const Json reply, co_await self->getJson(url, true, std::move(token)));
            co_return parsePlaces(reply);
        }(this, std::move(owner), std::move(cancel)));
}

Future<std::vector<CoverageRow>> HeliumServices::coverage(std::size_t limit, CancelToken cancel)
{
    return async::toFuture(
        [](HeliumServices* self, std::size_t most, CancelToken token) -> Task<std::vector<CoverageRow>> {
            std::vector<CoverageRow> rows;
            std::string cursor;
            constexpr int kMaxPages = 200;
            for (int page = 0; page < kMaxPages && rows.size() < most; ++page) {
                std::string url = self->m_urls.entities + "/v2/hotspots?subnetwork=iot";
                if (!cursor.empty())
                    url += "&cursor=" + cursor;
                OUTPOST_CO_TRY(const Json reply, co_await self->getJson(url, false, token));
                OUTPOST_CO_TRY(const CoveragePage found, parseCoveragePage(reply, hostOf(url)));
                const std::size_t wanted = std::min(found.rows.size(), most - rows.size());
                rows.insert(rows.end(), found.rows.begin(), found.rows.begin() + static_cast<std::ptrdiff_t>(wanted));
                // The same one twice would never end.
                if (found.nextCursor.empty() || found.nextCursor == cursor)
                    break;
                cursor = found.nextCursor;
            }
            co_return rows;
        }(this, limit, std::move(cancel)));
}

} // namespace outpost::helium
