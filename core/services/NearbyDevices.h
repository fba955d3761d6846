// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/networks/Capabilities.h"
#include "core/services/OperationRunner.h"
#include "core/store/Records.h"

#include <QObject>
#include <QTimer>

namespace outpost::services {

/// A device that a radio sees.
struct Nearby {
    std::string linkId;
    std::string advertisedName; ///< the device's word; plain and capped
    NetworkId network;
    int rssiDbm = 0;
    Time seenAt;
    std::optional<networks::LocalIdentity> identity; ///< once it was asked
    std::optional<Error> problem;                    ///< why it could not be asked
};

/// Devices beside this computer: finding them and talking to them. Keeps one connection at a time, because radios and
/// firmwares do, and closes it after a minute without use. Needs no internet.
/// **Thread:** GUI. Errors: links.*, the network's own, services.deviceAway.
class NearbyDevices final : public QObject, public DeviceAccess {
    Q_OBJECT
public:
    struct Ports {
        links::LinkProvider& radio;
        const Clock& clock;
        Delay& delay;
        store::Settings& settings;
    };
    NearbyDevices(Ports ports, std::vector<networks::Network*> networks);
    ~NearbyDevices() override;

    links::RadioState radioState() const { return m_ports.radio.radioState(); }
    /// Looks for half a minute, or until stopped.
    Result<void> startScan();
    void stopScan();
    bool isScanning() const { return m_ports.radio.isScanning(); }
    const std::vector<Nearby>& found() const { return m_found; }

    /// Connects and asks who it is.
    Future<networks::LocalIdentity> identify(std::string linkId, CancelToken cancel = {});
    Future<networks::WifiStatus> wifi(DeviceId device, CancelToken cancel = {});
    Future<void> joinWifi(DeviceId device, Bytes ssid, std::shared_ptr<SecureBytes> passphrase,
                          CancelToken cancel = {});
    Future<networks::LocalDiagnostics> diagnostics(DeviceId device, CancelToken cancel = {});
    /// Scans when it has not been seen yet; the key that the device tells must be the one asked for.
    Future<links::GattClient*> connected(DeviceId device, CancelToken cancel) override;
    /// What the device said about itself, if it was asked in this run.
    const networks::LocalIdentity* identityOf(const DeviceId& device) const;
    void disconnectDevice();
    /// Ends the scan and the connection and opens none any more: connecting answers errors::kCancelled. Final.
    void close();

Q_SIGNALS:
    void changed();
    void scanFailed(const outpost::Error& error);
    void connectionChanged();

private:
    Task<links::GattClient*> connectLink(std::string linkId, CancelToken cancel);
    Task<networks::LocalIdentity> identifyTask(std::string linkId, CancelToken cancel);
    Task<links::GattClient*> findAndConnect(DeviceId device, CancelToken cancel);
    void onFound(const links::Advertisement& advertisement);
    networks::LocalProtocol* protocolOf(const NetworkId& network) const;
    networks::LocalProtocol* protocolOf(const DeviceId& device) const;
    Nearby* findLink(const std::string& linkId);

    Ports m_ports;
    std::vector<networks::Network*> m_networks;
    std::vector<Nearby> m_found;
    std::unique_ptr<links::GattClient> m_client;
    std::string m_clientLink;
    QTimer m_idle;
    bool m_closed = false;
};

} // namespace outpost::services
