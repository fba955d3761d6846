// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/networks/Capabilities.h"
#include "core/services/EarningsService.h"
#include "core/services/WalletService.h"

#include <QObject>

namespace outpost::services {

/// How fresh what is shown is, and what is behind.
struct Freshness {
    bool refreshing = false;
    std::optional<Time> lastGood; ///< when every source last answered
    /// Sources that did not answer in the last round: what they are for (translatable id) and why.
    std::vector<std::pair<std::string, Error>> behind;
};

/// Asks the networks about the current wallet's devices and earnings and writes the answers into the store. One network
/// or source that fails does not keep the others from being stored; a failed read changes nothing that is stored.
/// **Thread:** GUI.
class FleetSync final : public QObject {
    Q_OBJECT
public:
    struct Ports {
        store::Devices& devices;
        store::Series& series;
        store::Activities& activities;
        EarningsService& earnings;
        WalletService& wallets;
        const Clock& clock;
    };
    FleetSync(Ports ports, std::vector<networks::Network*> networks);

    /// Called while a round runs, another begins when that ends: the first may have read before what the caller just
    /// did. All who wait for the same round share it.
    Future<void> refresh(Currency currency, CancelToken cancel = {});
    /// One device's claimables and sample again, after something happened to it.
    Future<void> refreshDevices(std::vector<DeviceId> devices, Currency currency, CancelToken cancel = {});
    /// How the last reading of prices ended: rounds from now on count it among what is behind.
    void notePrices(const Result<void>& refreshed);
    const Freshness& freshness() const { return m_freshness; }

Q_SIGNALS:
    void changed(); ///< something in the store is newer
    void freshnessChanged();

private:
    Task<void> refreshAfter(Future<void> running, Currency currency, CancelToken cancel);
    Task<void> refreshTask(Currency currency, CancelToken cancel);
    Task<void> refreshNetwork(networks::Network* network, std::vector<Address> owners, CancelToken cancel);
    Task<void> sampleNetwork(networks::Network* network, std::vector<Device> devices, CancelToken cancel);
    /// Devices that were ours and that no answer names any more belong to somebody else now: nothing is collected from
    /// them. `known` and `listed` outlive it: its caller waits.
    Task<void> releaseSold(std::vector<Device>& known, const std::vector<Device>& listed, std::vector<Address> owners);
    /// Judges every device that is set up by what it earned; writes only what differs.
    Task<void> updateHealth();
    void noteBehind(std::string what, Error error);

    Ports m_ports;
    std::vector<networks::Network*> m_networks;
    Freshness m_freshness;
    std::optional<Error> m_pricesBehind;
    std::optional<Future<void>> m_running;
    std::optional<Future<void>> m_next; ///< waits for m_running
};

} // namespace outpost::services
