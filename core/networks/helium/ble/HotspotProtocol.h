// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/networks/Capabilities.h"
#include "core/networks/helium/ble/HotspotGatt.h"

namespace outpost::helium {

/// The conversation with a hotspot over Bluetooth. Reads one value after the other, never two at a time; a
/// characteristic that a firmware lacks is skipped where it can be.
class HotspotProtocol final : public networks::LocalProtocol {
public:
    HotspotProtocol(const Clock& clock, Delay& delay) : m_clock(clock), m_delay(delay) {}

    std::vector<links::Uuid> serviceUuids() const override;
    bool recognises(const links::Advertisement& advertisement) const override;
    Future<networks::LocalIdentity> identify(links::GattClient& device, CancelToken cancel) override;
    Future<networks::WifiStatus> wifi(links::GattClient& device, CancelToken cancel) override;
    Future<void> joinWifi(links::GattClient& device, Bytes ssid, std::shared_ptr<SecureBytes> passphrase,
                          CancelToken cancel) override;
    Future<networks::LocalDiagnostics> diagnostics(links::GattClient& device, CancelToken cancel) override;

    /// Has the device sign its registration for an owner: the bytes of the add-gateway transaction, not yet verified.
    Future<Bytes> signAddGateway(links::GattClient& device, std::string owner, std::string payer, CancelToken cancel);

private:
    const Clock& m_clock;
    Delay& m_delay;
};

/// Lamps from what a hotspot's diagnostics say. Pure.
std::vector<Lamp> lampsFromDiagnostics(const std::vector<std::pair<std::string, std::string>>& values,
                                       const std::string& firmware, Time at);

} // namespace outpost::helium
