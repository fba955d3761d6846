// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/FleetSync.h"

#include "core/services/DeviceHealth.h"
#include "core/services/ServiceErrors.h"

#include <QPointer>

#include <algorithm>
#include <map>
#include <set>

namespace outpost::services {

namespace {

/// Problem of a device that no address of ours owns any more.
constexpr const char* kNotYours = "problem.notYours";

} // namespace

FleetSync::FleetSync(Ports ports, std::vector<networks::Network*> networks)
    : m_ports(ports), m_networks(std::move(networks))
{}

Future<void> FleetSync::refresh(Currency currency, CancelToken cancel)
{
    if (m_next)
        return *m_next;
    if (m_running && !m_running->isFinished()) {
        m_next = async::toFuture(refreshAfter(*m_running, currency, std::move(cancel)));
        return *m_next;
    }
    m_running = async::toFuture(refreshTask(currency, std::move(cancel)));
    return *m_running;
}

Task<void> FleetSync::refreshAfter(Future<void> running, Currency currency, CancelToken cancel)
{
    const QPointer<FleetSync> guard(this);
    (void)co_await running; // its failure has been told to those who asked for it
    if (!guard)
        co_return fail(errors::kCancelled);
    m_next.reset();
    m_running = async::toFuture(refreshTask(currency, std::move(cancel)));
    co_return co_await *m_running;
}

void FleetSync::notePrices(const Result<void>& refreshed)
{
    m_pricesBehind = refreshed ? std::nullopt : std::optional(refreshed.error());
}

void FleetSync::noteBehind(std::string what, Error error)
{
    m_freshness.behind.emplace_back(std::move(what), std::move(error));
}

Task<void> FleetSync::sampleNetwork(networks::Network* network, std::vector<Device> devices, CancelToken cancel)
{
    const QPointer<FleetSync> guard(this);
    networks::Earnings* earnings = network->earnings();
    if (earnings == nullptr || devices.empty())
        co_return Result<void>{};
    auto samples = co_await earnings->sample(devices, cancel);
    if (!guard)
        co_return fail(errors::kCancelled);
    if (samples) {
        OUTPOST_CO_TRY(const auto report, co_await m_ports.series.ingest(std::move(*samples)));
        if (!guard)
            co_return fail(errors::kCancelled);
        if (report.decreased > 0)
            noteBehind("source.earnings", Error(errors::kGateSourcesDisagree, "a lifetime total went down"));
    } else {
        noteBehind("source.earnings", std::move(samples.error()));
    }
    auto claimable = co_await earnings->claimable(std::move(devices), cancel);
    if (!guard)
        co_return fail(errors::kCancelled);
    if (claimable) {
        OUTPOST_CO_CHECK(co_await m_ports.series.setClaimables(std::move(*claimable)));
    } else {
        noteBehind("source.claimable", std::move(claimable.error()));
    }
    co_return Result<void>{};
}

Task<void> FleetSync::refreshNetwork(networks::Network* network, std::vector<Address> owners, CancelToken cancel)
{
    const QPointer<FleetSync> guard(this);
    if (network->directory() == nullptr)
        co_return Result<void>{};
    // The devices of an account in a cloud are nobody's by address: asked once.
    if (network->session() != nullptr && owners.size() > 1)
        owners.resize(1);
    std::vector<Device> devices;
    bool allAnswered = true;
    for (const Address& owner : owners) {
        auto owned = co_await network->directory()->devicesOf(owner, cancel);
        if (!guard)
            co_return fail(errors::kCancelled);
        if (owned)
            devices.insert(devices.end(), owned->begin(), owned->end());
        else
            noteBehind("source.directory", std::move(owned.error()));
        allAnswered = allAnswered && owned.has_value();
    }
    OUTPOST_CO_CHECK(co_await m_ports.devices.upsert(devices));
    if (!guard)
        co_return fail(errors::kCancelled);
    // Also those that the directory did not tell this time.
    OUTPOST_CO_TRY(auto known, co_await m_ports.devices.all(network->id()));
    if (!guard)
        co_return fail(errors::kCancelled);
    if (allAnswered && network->session() == nullptr) {
        OUTPOST_CO_CHECK(co_await releaseSold(known, devices, std::move(owners)));
        if (!guard)
            co_return fail(errors::kCancelled);
        std::erase_if(known, [](const Device& device) { return device.problem == kNotYours; });
    }
    co_return co_await sampleNetwork(network, std::move(known), cancel);
}

Task<void> FleetSync::releaseSold(std::vector<Device>& known, const std::vector<Device>& listed,
                                  std::vector<Address> owners)
{
    const QPointer<FleetSync> guard(this);
    std::set<DeviceId> named;
    for (const Device& device : listed)
        named.insert(device.id);
    std::set<DeviceId> gone;
    std::vector<Device> changed;
    for (Device& device : known) {
        const bool wasOurs = std::ranges::find(owners, device.owner) != owners.end();
        if (named.contains(device.id) || !(wasOurs || device.problem == kNotYours))
            continue;
        gone.insert(device.id);
        if (!wasOurs)
            continue;
        device.owner = Address();
        device.status = DeviceStatus::Check;
        device.problem = kNotYours;
        changed.push_back(device);
    }
    if (changed.empty())
        co_return Result<void>{};
    // What it has ready goes to whoever has it now.
    OUTPOST_CO_TRY(auto ready, co_await m_ports.series.claimables());
    if (!guard)
        co_return fail(errors::kCancelled);
    std::erase_if(ready, [&](const Claimable& claimable) { return !gone.contains(claimable.device); });
    for (Claimable& claimable : ready)
        claimable.amount.base = Int128(0);
    OUTPOST_CO_CHECK(co_await m_ports.series.setClaimables(std::move(ready)));
    if (!guard)
        co_return fail(errors::kCancelled);
    co_return co_await m_ports.devices.upsert(std::move(changed));
}

Task<void> FleetSync::updateHealth()
{
    constexpr auto kDay = std::chrono::days(1);
    const QPointer<FleetSync> guard(this);
    const Ports ports = m_ports;
    const std::int32_t today = ports.earnings.today();
    OUTPOST_CO_TRY(const auto devices, co_await ports.devices.all());
    std::vector<DeviceId> judged;
    for (const Device& device : devices) {
        if (device.status != DeviceStatus::NotSetUp && device.problem != kNotYours)
            judged.push_back(device.id);
    }
    OUTPOST_CO_TRY(const auto found, co_await assessDevices(ports.series, std::move(judged), today));
    if (!guard)
        co_return fail(errors::kCancelled);
    std::vector<store::Activity> events;
    for (const Device& device : devices) {
        const auto at = found.find(device.id);
        if (at == found.end())
            continue;
        const Health& health = at->second;
        std::optional<Time> seen;
        if (health.lastEarned) {
            // Sampled by the day: a device that earned on a day was alive on it, and no more is known.
            const Time dayStart{std::chrono::days(*health.lastEarned)};
            const Time end = std::min(ports.clock.now(), Time(dayStart + kDay));
            if (!device.lastSeen || *device.lastSeen < dayStart)
                seen = end;
        }
        if (!health.known && !seen)
            continue;
        // What earnings suggest does not silence what the network itself says is wrong.
        const bool isJudgedHere = device.problem.empty() || device.problem.starts_with("problem.earns");
        const bool judges = health.known && isJudgedHere;
        const DeviceStatus status = judges ? health.status : device.status;
        const std::string& problem = judges ? health.problem : device.problem;
        if (status != device.status || problem != device.problem || seen)
            OUTPOST_CO_CHECK(co_await ports.devices.setStatus(device.id, status, problem, seen));
        if (status == DeviceStatus::Offline && health.since) {
            events.push_back({.at = Time(std::chrono::days(*health.since)),
                              .kind = "activity.wentOffline",
                              .subject = device.id.str(),
                              .args = {device.shownName()},
                              .in = {},
                              .out = {},
                              .uniqueKey = std::format("offline:{}:{}", device.id.str(), *health.since)});
        }
    }
    if (!events.empty())
        co_return co_await ports.activities.add(std::move(events));
    co_return Result<void>{};
}

Task<void> FleetSync::refreshTask(Currency currency, CancelToken cancel)
{
    const QPointer<FleetSync> guard(this);
    m_freshness.refreshing = true;
    m_freshness.behind.clear();
    if (m_pricesBehind)
        noteBehind("source.prices", *m_pricesBehind);
    Q_EMIT freshnessChanged();
    std::vector<Address> owners;
    for (const WalletEntry& wallet : m_ports.wallets.wallets())
        owners.insert(owners.end(), wallet.addresses.begin(), wallet.addresses.end());
    Result<void> stored;
    for (networks::Network* network : m_networks) {
        stored = co_await refreshNetwork(network, owners, cancel);
        if (!guard)
            co_return fail(errors::kCancelled);
        if (!stored)
            break; // the store itself failed
    }
    if (stored)
        stored = co_await m_ports.earnings.refreshFigures(currency);
    if (stored && guard)
        stored = co_await updateHealth();
    if (!guard)
        co_return fail(errors::kCancelled);
    m_freshness.refreshing = false;
    if (stored && m_freshness.behind.empty())
        m_freshness.lastGood = m_ports.clock.now();
    Q_EMIT freshnessChanged();
    Q_EMIT changed();
    co_return stored;
}

Future<void> FleetSync::refreshDevices(std::vector<DeviceId> devices, Currency currency, CancelToken cancel)
{
    return async::toFuture([](QPointer<FleetSync> self, std::vector<DeviceId> ids, Currency in,
                              CancelToken token) -> Task<void> {
        for (networks::Network* network : self->m_networks) {
            OUTPOST_CO_TRY(auto known, co_await self->m_ports.devices.all(network->id()));
            if (!self)
                co_return fail(errors::kCancelled);
            std::erase_if(known, [&](const Device& d) { return std::find(ids.begin(), ids.end(), d.id) == ids.end(); });
            OUTPOST_CO_CHECK(co_await self->sampleNetwork(network, std::move(known), token));
            if (!self)
                co_return fail(errors::kCancelled);
        }
        auto figures = co_await self->m_ports.earnings.refreshFigures(in);
        if (self)
            Q_EMIT self->changed();
        co_return figures;
    }(this, std::move(devices), currency, std::move(cancel)));
}

} // namespace outpost::services
