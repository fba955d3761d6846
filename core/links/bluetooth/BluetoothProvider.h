// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/links/Gatt.h"

#include <QBluetoothDeviceDiscoveryAgent>
#include <QBluetoothDeviceInfo>
#include <QBluetoothLocalDevice>

#include <map>

namespace outpost::links {

/// The computer's own Bluetooth radio, through Qt Bluetooth. **Thread:** GUI.
class BluetoothProvider final : public LinkProvider {
    Q_OBJECT
public:
    explicit BluetoothProvider(const Clock& clock, QObject* parent = nullptr);
    ~BluetoothProvider() override;

    RadioState radioState() const override;
    Result<void> startScan(const std::vector<Uuid>& services) override;
    void stopScan() override;
    bool isScanning() const override;
    Result<std::unique_ptr<GattClient>> open(const std::string& linkId) override;

private:
    void onDevice(const QBluetoothDeviceInfo& info);
    void onError(QBluetoothDeviceDiscoveryAgent::Error error);

    const Clock& m_clock;
    std::unique_ptr<QBluetoothLocalDevice> m_adapter;
    std::unique_ptr<QBluetoothDeviceDiscoveryAgent> m_agent;
    std::vector<Uuid> m_wanted;
    std::map<std::string, QBluetoothDeviceInfo> m_seen;
};

} // namespace outpost::links
