// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/NearbyDevices.h"

#include "core/links/LinkErrors.h"
#include "core/services/ServiceErrors.h"

#include <QPointer>

namespace outpost::services {

using namespace std::chrono_literals;
using links::GattClient;
using networks::LocalIdentity;

namespace {
constexpr auto kIdleClose = 60s;
constexpr auto kFindFor = 25s;
constexpr auto kFindPoll = 250ms;
constexpr int kConnectTries = 2; // the first connection after an advertisement often fails on real radios
constexpr std::size_t kMaxFound = 256;
constexpr std::string_view kLinkKey = "link.";
} // namespace

NearbyDevices::NearbyDevices(Ports ports, std::vector<networks::Network*> networks)
    : m_ports(ports), m_networks(std::move(networks))
{
    connect(&m_ports.radio, &links::LinkProvider::found, this, &NearbyDevices::onFound);
    connect(&m_ports.radio, &links::LinkProvider::scanningChanged, this, &NearbyDevices::changed);
    connect(&m_ports.radio, &links::LinkProvider::radioStateChanged, this, &NearbyDevices::changed);
    connect(&m_ports.radio, &links::LinkProvider::scanFailed, this, &NearbyDevices::scanFailed);
    m_idle.setSingleShot(true);
    connect(&m_idle, &QTimer::timeout, this, &NearbyDevices::disconnectDevice);
}

NearbyDevices::~NearbyDevices()
{
    close();
}

void NearbyDevices::close()
{
    m_closed = true;
    m_ports.radio.stopScan();
    disconnectDevice();
}

Result<void> NearbyDevices::startScan()
{
    std::vector<links::Uuid> services;
    for (networks::Network* network : m_networks) {
        if (auto* protocol = network->localProtocol()) {
            const auto uuids = protocol->serviceUuids();
            services.insert(services.end(), uuids.begin(), uuids.end());
        }
    }
    return m_ports.radio.startScan(services);
}

void NearbyDevices::stopScan()
{
    m_ports.radio.stopScan();
}

void NearbyDevices::onFound(const links::Advertisement& advertisement)
{
    Nearby* known = findLink(advertisement.linkId);
    if (known == nullptr) {
        const auto network = std::find_if(m_networks.begin(), m_networks.end(), [&](networks::Network* n) {
            return n->localProtocol() != nullptr && n->localProtocol()->recognises(advertisement);
        });
        if (network == m_networks.end() || m_found.size() >= kMaxFound)
            return;
        m_found.push_back({.linkId = advertisement.linkId,
                           .advertisedName = {},
                           .network = (*network)->id(),
                           .rssiDbm = 0,
                           .seenAt = {},
                           .identity = std::nullopt,
                           .problem = std::nullopt});
        known = &m_found.back();
    }
    known->advertisedName = advertisement.name;
    known->rssiDbm = advertisement.rssiDbm;
    known->seenAt = advertisement.seenAt;
    Q_EMIT changed();
}

Nearby* NearbyDevices::findLink(const std::string& linkId)
{
    const auto it = std::find_if(m_found.begin(), m_found.end(), [&](const Nearby& n) { return n.linkId == linkId; });
    return it == m_found.end() ? nullptr : &*it;
}

networks::LocalProtocol* NearbyDevices::protocolOf(const NetworkId& network) const
{
    const auto it = std::find_if(m_networks.begin(), m_networks.end(), [&](auto* n) { return n->id() == network; });
    return it == m_networks.end() ? nullptr : (*it)->localProtocol();
}

networks::LocalProtocol* NearbyDevices::protocolOf(const DeviceId& device) const
{
    return protocolOf(NetworkId(device.str().substr(0, device.str().find(':'))));
}

const LocalIdentity* NearbyDevices::identityOf(const DeviceId& device) const
{
    for (const Nearby& nearby : m_found) {
        if (nearby.identity && nearby.identity->id == device)
            return &*nearby.identity;
    }
    return nullptr;
}

void NearbyDevices::disconnectDevice()
{
    m_idle.stop();
    if (!m_client)
        return;
    m_client->close();
    m_client.release()->deleteLater(); // whoever waits for it still holds a guarded pointer
    m_clientLink.clear();
    Q_EMIT connectionChanged();
}

Task<GattClient*> NearbyDevices::connectLink(std::string linkId, CancelToken cancel)
{
    const QPointer<NearbyDevices> guard(this);
    m_idle.start(kIdleClose);
    if (m_client && m_clientLink == linkId && m_client->state() == GattClient::State::Ready)
        co_return m_client.get();
    Error last(errors::kLinkLost);
    for (int attempt = 0; attempt < kConnectTries; ++attempt) {
        if (m_closed)
            co_return fail(errors::kCancelled);
        disconnectDevice();
        auto opened = m_ports.radio.open(linkId);
        if (!opened)
            co_return std::unexpected(std::move(opened.error()));
        m_client = std::move(*opened);
        m_clientLink = linkId;
        auto connected = co_await m_client->connectToDevice(cancel);
        if (!guard)
            co_return fail(errors::kCancelled);
        if (connected && m_client && m_clientLink == linkId) {
            m_idle.start(kIdleClose);
            Q_EMIT connectionChanged();
            co_return m_client.get();
        }
        if (!connected)
            last = std::move(connected.error());
        if (cancel.isCancelled() || !last.retryable)
            break;
    }
    co_return fail(std::move(last));
}

Task<LocalIdentity> NearbyDevices::identifyTask(std::string linkId, CancelToken cancel)
{
    const QPointer<NearbyDevices> guard(this);
    const Nearby* nearby = findLink(linkId);
    if (nearby == nullptr)
        co_return fail(errors::kLinkNotFound, linkId);
    networks::LocalProtocol* protocol = protocolOf(nearby->network);
    auto client = co_await connectLink(linkId, cancel);
    Result<LocalIdentity> identity = fail(errors::kLinkLost);
    if (client && guard)
        identity = co_await protocol->identify(**client, cancel);
    else if (!client)
        identity = std::unexpected(client.error());
    if (!guard)
        co_return fail(errors::kCancelled);
    if (Nearby* asked = findLink(linkId)) { // looked up again: the list may have moved
        if (identity) {
            asked->identity = *identity;
            asked->problem.reset();
            (void)m_ports.settings.set(std::string(kLinkKey) + identity->id.str(), linkId);
        } else {
            asked->problem = identity.error();
        }
        Q_EMIT changed();
    }
    co_return identity;
}

Future<LocalIdentity> NearbyDevices::identify(std::string linkId, CancelToken cancel)
{
    return async::toFuture(identifyTask(std::move(linkId), std::move(cancel)));
}

Task<GattClient*> NearbyDevices::findAndConnect(DeviceId device, CancelToken cancel)
{
    const QPointer<NearbyDevices> guard(this);
    const auto linkOf = [&]() -> std::string {
        for (const Nearby& nearby : m_found) {
            if (nearby.identity && nearby.identity->id == device)
                return nearby.linkId;
        }
        return {};
    };
    if (const std::string link = linkOf(); !link.empty()) {
        auto client = co_await connectLink(link, cancel);
        if (client || cancel.isCancelled())
            co_return client;
    }

    // Not met in this run, or it has moved on: look, the link it had last time first, then whatever is there.
    const auto notes = co_await m_ports.settings.all();
    std::string remembered;
    if (notes) {
        if (const auto note = notes->find(std::string(kLinkKey) + device.str()); note != notes->end())
            remembered = note->second;
    }
    if (!guard)
        co_return fail(errors::kCancelled);
    OUTPOST_CO_CHECK(startScan());
    const auto until = m_ports.clock.monotonic() + kFindFor;
    const auto tryRememberedOnlyUntil = m_ports.clock.monotonic() + 5s;
    std::set<std::string> asked;
    while (guard && m_ports.clock.monotonic() < until && !cancel.isCancelled()) {
        std::string next;
        const bool all = remembered.empty() || m_ports.clock.monotonic() >= tryRememberedOnlyUntil;
        for (const Nearby& nearby : m_found) {
            if (!asked.contains(nearby.linkId) && (all || nearby.linkId == remembered))
                next = nearby.linkId;
        }
        if (next.empty()) {
            OUTPOST_CO_CHECK(co_await m_ports.delay.after(kFindPoll, cancel));
            continue;
        }
        asked.insert(next);
        const auto identity = co_await identifyTask(next, cancel);
        if (guard && identity && identity->id == device) {
            stopScan();
            co_return co_await connectLink(next, cancel);
        }
    }
    if (!guard || cancel.isCancelled())
        co_return fail(errors::kCancelled);
    stopScan();
    co_return fail(std::move(Error(errors::kDeviceAway, device.str()).canRetry()));
}

Future<GattClient*> NearbyDevices::connected(DeviceId device, CancelToken cancel)
{
    return async::toFuture(findAndConnect(std::move(device), std::move(cancel)));
}

Future<networks::WifiStatus> NearbyDevices::wifi(DeviceId device, CancelToken cancel)
{
    return async::toFuture([](NearbyDevices* self, DeviceId id, CancelToken token) -> Task<networks::WifiStatus> {
        auto* protocol = self->protocolOf(id);
        if (protocol == nullptr)
            co_return fail(errors::kNotOffered);
        OUTPOST_CO_TRY(GattClient * client, co_await self->findAndConnect(id, token));
        co_return co_await protocol->wifi(*client, token);
    }(this, std::move(device), std::move(cancel)));
}

Future<void> NearbyDevices::joinWifi(DeviceId device, Bytes ssid, std::shared_ptr<SecureBytes> passphrase,
                                     CancelToken cancel)
{
    return async::toFuture([](NearbyDevices* self, DeviceId id, Bytes name, std::shared_ptr<SecureBytes> secret,
                              CancelToken token) -> Task<void> {
        auto* protocol = self->protocolOf(id);
        if (protocol == nullptr)
            co_return fail(errors::kNotOffered);
        OUTPOST_CO_TRY(GattClient * client, co_await self->findAndConnect(id, token));
        co_return co_await protocol->joinWifi(*client, std::move(name), std::move(secret), token);
    }(this, std::move(device), std::move(ssid), std::move(passphrase), std::move(cancel)));
}

Future<networks::LocalDiagnostics> NearbyDevices::diagnostics(DeviceId device, CancelToken cancel)
{
    return async::toFuture([](NearbyDevices* self, DeviceId id, CancelToken token) -> Task<networks::LocalDiagnostics> {
        auto* protocol = self->protocolOf(id);
        if (protocol == nullptr)
            co_return fail(errors::kNotOffered);
        OUTPOST_CO_TRY(GattClient * client, co_await self->findAndConnect(id, token));
        co_return co_await protocol->diagnostics(*client, token);
    }(this, std::move(device), std::move(cancel)));
}

} // namespace outpost::services
