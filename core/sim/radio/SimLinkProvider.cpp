// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sim/radio/SimLinkProvider.h"

#include "core/base/Encoding.h"
#include "core/links/LinkErrors.h"
#include "core/sim/radio/SimGattClient.h"

#include <nlohmann/json.hpp>

namespace outpost::sim {

using namespace std::chrono_literals;
using Json = nlohmann::json;

namespace {
constexpr auto kScanPause = 400ms; // about how often a device on the table advertises
}

SimLinkProvider::SimLinkProvider(HttpClient& http, std::string radioUrl, const Clock& clock, QObject* parent)
    : LinkProvider(parent), m_http(http), m_url(std::move(radioUrl)), m_clock(clock)
{
    m_next.setSingleShot(true);
    connect(&m_next, &QTimer::timeout, this, [this] { look(); });
}

SimLinkProvider::~SimLinkProvider()
{
    m_cancel.cancel();
}

Result<void> SimLinkProvider::startScan(const std::vector<links::Uuid>& services)
{
    m_wanted = services;
    if (m_isScanning)
        return {};
    m_isScanning = true;
    m_cancel = CancelToken();
    Q_EMIT scanningChanged();
    look();
    return {};
}

void SimLinkProvider::stopScan()
{
    if (!m_isScanning)
        return;
    m_isScanning = false;
    m_next.stop();
    m_cancel.cancel();
    Q_EMIT scanningChanged();
}

void SimLinkProvider::look()
{
    HttpRequest request;
    request.url = m_url + "/scan";
    request.attempts = 1;
    m_http.send(std::move(request), m_cancel).then(this, [this, token = m_cancel](const Result<HttpResponse>& reply) {
        if (!token.isCancelled())
            take(reply);
    });
}

void SimLinkProvider::take(const Result<HttpResponse>& reply)
{
    if (!m_isScanning)
        return;
    const Json body = reply && reply->status == 200 ? Json::parse(asText(reply->body), nullptr, false) : Json();
    if (!body.is_object()) {
        stopScan();
        Error error(errors::kLinkFailed, "the demo's radio does not answer");
        if (!reply)
            error.causedBy(reply.error());
        Q_EMIT scanFailed(error.canRetry());
        return;
    }
    for (const auto& device : body.value("devices", Json::array())) {
        links::Advertisement ad;
        ad.linkId = device.value("id", "");
        ad.name = plainText(device.value("name", ""));
        ad.services = device.value("services", std::vector<std::string>());
        ad.rssiDbm = device.value("rssi", 0);
        ad.seenAt = m_clock.now();
        const bool isWanted = m_wanted.empty() || std::ranges::any_of(ad.services, [this](const auto& service) {
                                  return std::ranges::find(m_wanted, service) != m_wanted.end();
                              });
        if (!isWanted || ad.linkId.empty())
            continue;
        m_seen.insert(ad.linkId);
        Q_EMIT found(ad);
    }
    if (m_isScanning)
        m_next.start(kScanPause);
}

Result<std::unique_ptr<links::GattClient>> SimLinkProvider::open(const std::string& linkId)
{
    if (!m_seen.contains(linkId))
        return fail(errors::kLinkNotFound, "this device was not seen", {linkId});
    return std::make_unique<SimGattClient>(m_http, m_url, linkId);
}

} // namespace outpost::sim
