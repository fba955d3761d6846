// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sim/radio/SimGattClient.h"

#include "core/base/Encoding.h"
#include "core/links/LinkErrors.h"

#include <nlohmann/json.hpp>

namespace outpost::sim {

using namespace std::chrono_literals;
using Json = nlohmann::json;

namespace {

constexpr std::size_t kMaxValue = 512;

Error lostError(std::string detail = {})
{
    Error error(errors::kLinkLost, std::move(detail));
    return error.canRetry();
}

Future<void> withoutValue(Future<Bytes> future)
{
    return async::toFuture([](Future<Bytes> f) -> Task<void> {
        auto result = co_await f;
        if (!result)
            co_return std::unexpected(std::move(result.error()));
        co_return Result<void>{};
    }(std::move(future)));
}

} // namespace

SimGattClient::SimGattClient(HttpClient& http, std::string radioUrl, std::string linkId, QObject* parent)
    : GattClient(parent), m_http(http), m_url(std::move(radioUrl)), m_linkId(std::move(linkId))
{}

SimGattClient::~SimGattClient()
{
    close();
}

void SimGattClient::setState(State state)
{
    if (m_state == state)
        return;
    m_state = state;
    Q_EMIT stateChanged();
}

Future<HttpResponse> SimGattClient::ask(const std::string& route, Bytes body, const CancelToken& cancel)
{
    HttpRequest request;
    request.method = HttpRequest::Method::Post;
    request.url = m_url + route;
    request.body = std::move(body);
    request.headers.emplace_back("Content-Type", "application/octet-stream");
    request.timeout = 40s; // a device may take its time; what is too long is for the session above to say
    request.idempotent = false;
    request.attempts = 1;
    return m_http.send(std::move(request), cancel);
}

Future<void> SimGattClient::connectToDevice(CancelToken cancel)
{
    if (m_state == State::Ready)
        return async::ready<void>({});
    if (m_state != State::Idle)
        return async::failed<void>(Error(errors::kLinkBusy));
    m_connecting.emplace();
    m_connecting->start();
    auto future = m_connecting->future();
    setState(State::Connecting);
    std::string id;
    for (const char c : m_linkId)
        id += c == ':' ? std::string("%3A") : std::string(1, c);
    ask("/connect?id=" + id, {}, cancel).then(this, [this](const Result<HttpResponse>& reply) { connected(reply); });
    return future;
}

void SimGattClient::connected(const Result<HttpResponse>& reply)
{
    if (m_state != State::Connecting)
        return;
    if (!reply)
        return end(reply.error().is(errors::kCancelled) ? reply.error() : lostError(reply.error().detail), false);
    if (reply->status == 404)
        return end(Error(errors::kLinkNotFound, "the device does not advertise", {m_linkId}), false);
    const Json body = Json::parse(asText(reply->body), nullptr, false);
    if (reply->status != 200 || !body.is_object())
        return end(lostError(), false);
    setState(State::Discovering);
    m_session = std::to_string(body.value("session", std::uint64_t{0}));
    for (const auto& c : body.value("characteristics", Json::array()))
        m_characteristics.emplace(c.value("service", ""), c.value("uuid", ""));
    setState(State::Ready);
    auto promise = std::move(*m_connecting);
    m_connecting.reset();
    listen();
    promise.addResult(Result<void>{});
    promise.finish();
}

void SimGattClient::listen()
{
    HttpRequest request;
    request.url =
        m_url + "/notifications?session=" + m_session + "&after=" + std::to_string(m_lastNote) + "&wait=15000";
    request.timeout = 40s;
    request.idempotent = false;
    request.attempts = 1;
    m_http.send(std::move(request), m_closing).then(this, [this](const Result<HttpResponse>& reply) { heard(reply); });
}

void SimGattClient::heard(const Result<HttpResponse>& reply)
{
    if (m_state != State::Ready)
        return;
    const Json body = reply && reply->status == 200 ? Json::parse(asText(reply->body), nullptr, false) : Json();
    if (!body.is_object())
        return end(lostError(), true);
    const CancelToken closing = m_closing;
    for (const auto& note : body.value("notifications", Json::array())) {
        m_lastNote = std::max(m_lastNote, note.value("number", std::uint64_t{0}));
        const auto value = fromBase64(note.value("value", ""), kMaxValue);
        if (value)
            Q_EMIT notified(note.value("characteristic", ""), *value);
        if (closing.isCancelled())
            return; // somebody closed or destroyed us on that value
    }
    listen();
}

void SimGattClient::close()
{
    end(Error(errors::kCancelled, "closed"), false);
}

void SimGattClient::end(const Error& error, bool wasLost)
{
    if (m_state == State::Closed)
        return;
    const bool wasOpen = !m_session.empty();
    m_closing.cancel();
    if (wasOpen)
        ask("/disconnect?session=" + m_session, {}, {});
    m_session.clear();
    setState(State::Closed);
    if (m_connecting) {
        auto promise = std::move(*m_connecting);
        m_connecting.reset();
        promise.addResult(Result<void>(std::unexpected(error)));
        promise.finish();
    }
    auto waiting = std::move(m_queue);
    m_queue.clear();
    for (auto& call : waiting) {
        call.promise.addResult(Result<Bytes>(std::unexpected(error)));
        call.promise.finish();
    }
    if (wasLost)
        Q_EMIT lost(error);
}

bool SimGattClient::hasCharacteristic(const links::Uuid& service, const links::Uuid& characteristic) const
{
    return m_characteristics.contains({service, characteristic});
}

Future<Bytes> SimGattClient::enqueue(std::string route, const links::Uuid& service, const links::Uuid& characteristic,
                                     Bytes value, CancelToken cancel)
{
    if (m_state != State::Ready)
        return async::failed<Bytes>(lostError("not connected"));
    if (!hasCharacteristic(service, characteristic))
        return async::failed<Bytes>(Error(errors::kLinkNoCharacteristic, characteristic));
    if (value.size() > kMaxValue)
        return async::failed<Bytes>(Error(errors::kTooLong, "attribute value"));
    Call call{std::move(route), characteristic, std::move(value), std::move(cancel), {}};
    call.promise.start();
    auto future = call.promise.future();
    m_queue.push_back(std::move(call));
    startNext();
    return future;
}

Future<Bytes> SimGattClient::read(const links::Uuid& service, const links::Uuid& characteristic, CancelToken cancel)
{
    return enqueue("/read", service, characteristic, {}, std::move(cancel));
}

Future<void> SimGattClient::write(const links::Uuid& service, const links::Uuid& characteristic, Bytes value,
                                  CancelToken cancel)
{
    return withoutValue(enqueue("/write", service, characteristic, std::move(value), std::move(cancel)));
}

Future<void> SimGattClient::subscribe(const links::Uuid& service, const links::Uuid& characteristic, CancelToken cancel)
{
    return withoutValue(enqueue("/subscribe", service, characteristic, {}, std::move(cancel)));
}

void SimGattClient::startNext()
{
    while (!m_isCalling && !m_queue.empty()) {
        m_isCalling = true;
        Call& call = m_queue.front();
        if (call.cancel.isCancelled()) {
            finishCall(fail(errors::kCancelled));
            continue;
        }
        // What has been sent is waited for, even when nobody wants the answer any more: the device is busy until then.
        ask(call.route + "?session=" + m_session + "&characteristic=" + call.characteristic, std::move(call.value),
            m_closing)
            .then(this, [this, closing = m_closing](const Result<HttpResponse>& reply) {
                if (closing.isCancelled())
                    return;
                if (!reply)
                    return end(lostError(reply.error().detail), true);
                switch (reply->status) {
                case 200:
                    return finishCall(reply->body);
                case 404:
                    return finishCall(fail(errors::kLinkNoCharacteristic));
                case 409:
                    return finishCall(fail(errors::kLinkBusy));
                case 422:
                    return finishCall(fail(errors::kLinkRefused));
                default:
                    return end(lostError(), true);
                }
            });
        return;
    }
}

void SimGattClient::finishCall(Result<Bytes> result)
{
    Call call = std::move(m_queue.front());
    m_queue.pop_front();
    m_isCalling = false;
    startNext();
    call.promise.addResult(call.cancel.isCancelled() ? Result<Bytes>(fail(errors::kCancelled)) : std::move(result));
    call.promise.finish();
}

} // namespace outpost::sim
