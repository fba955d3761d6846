// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/links/bluetooth/BluetoothProvider.h"

#include "core/base/Encoding.h"
#include "core/links/LinkErrors.h"
#include "core/links/bluetooth/BluetoothGattClient.h"

#include <QBluetoothUuid>

namespace outpost::links {

namespace {

constexpr std::size_t kMaxSeen = 512; // somebody may advertise a new address every second
constexpr int kScanMillis = 30'000;

std::string linkIdOf(const QBluetoothDeviceInfo& info)
{
    return info.address().isNull() ? info.deviceUuid().toString(QUuid::WithoutBraces).toLower().toStdString()
                                   : info.address().toString().toStdString();
}

Uuid uuidText(const QBluetoothUuid& uuid)
{
    return uuid.toString(QUuid::WithoutBraces).toLower().toStdString();
}

} // namespace

BluetoothProvider::BluetoothProvider(const Clock& clock, QObject* parent)
    : LinkProvider(parent), m_clock(clock), m_adapter(std::make_unique<QBluetoothLocalDevice>())
{
    connect(m_adapter.get(), &QBluetoothLocalDevice::hostModeStateChanged, this, &LinkProvider::radioStateChanged);
}

BluetoothProvider::~BluetoothProvider()
{
    if (m_agent)
        m_agent->stop();
}

RadioState BluetoothProvider::radioState() const
{
    if (QBluetoothLocalDevice::allDevices().isEmpty())
        return RadioState::NoAdapter;
    if (m_adapter->isValid() && m_adapter->hostMode() == QBluetoothLocalDevice::HostPoweredOff)
        return RadioState::Off;
    if (!QBluetoothDeviceDiscoveryAgent::supportedDiscoveryMethods().testFlag(
            QBluetoothDeviceDiscoveryAgent::LowEnergyMethod))
        return RadioState::Unsupported;
    return RadioState::Ready;
}

Result<void> BluetoothProvider::startScan(const std::vector<Uuid>& services)
{
    switch (radioState()) {
    case RadioState::NoAdapter:
        return fail(errors::kLinkNoAdapter);
    case RadioState::Off:
        return fail(errors::kLinkRadioOff);
    case RadioState::NoPermission:
        return fail(errors::kLinkNoPermission);
    case RadioState::Unsupported:
        return fail(errors::kLinkUnsupported);
    case RadioState::Ready:
        break;
    }
    m_wanted = services;
    if (!m_agent) {
        m_agent = std::make_unique<QBluetoothDeviceDiscoveryAgent>();
        m_agent->setLowEnergyDiscoveryTimeout(kScanMillis);
        connect(m_agent.get(), &QBluetoothDeviceDiscoveryAgent::deviceDiscovered, this, &BluetoothProvider::onDevice);
        connect(m_agent.get(), &QBluetoothDeviceDiscoveryAgent::deviceUpdated, this,
                [this](const QBluetoothDeviceInfo& info) { onDevice(info); });
        connect(m_agent.get(), &QBluetoothDeviceDiscoveryAgent::finished, this, &LinkProvider::scanningChanged);
        connect(m_agent.get(), &QBluetoothDeviceDiscoveryAgent::canceled, this, &LinkProvider::scanningChanged);
        connect(m_agent.get(), &QBluetoothDeviceDiscoveryAgent::errorOccurred, this, &BluetoothProvider::onError);
    }
    m_agent->start(QBluetoothDeviceDiscoveryAgent::LowEnergyMethod);
    Q_EMIT scanningChanged();
    return {};
}

void BluetoothProvider::stopScan()
{
    if (m_agent)
        m_agent->stop();
}

bool BluetoothProvider::isScanning() const
{
    return m_agent && m_agent->isActive();
}

Result<std::unique_ptr<GattClient>> BluetoothProvider::open(const std::string& linkId)
{
    const auto it = m_seen.find(linkId);
    if (it == m_seen.end())
        return fail(errors::kLinkNotFound, linkId);
    return std::make_unique<BluetoothGattClient>(it->second);
}

void BluetoothProvider::onDevice(const QBluetoothDeviceInfo& info)
{
    Advertisement advertisement{.linkId = linkIdOf(info),
                                .name = plainText(info.name().toStdString(), 40),
                                .services = {},
                                .rssiDbm = info.rssi(),
                                .seenAt = m_clock.now()};
    for (const QBluetoothUuid& uuid : info.serviceUuids())
        advertisement.services.push_back(uuidText(uuid));
    const auto& offered = advertisement.services;
    const bool wanted = std::any_of(m_wanted.begin(), m_wanted.end(), [&](const Uuid& service) {
        return std::find(offered.begin(), offered.end(), service) != offered.end();
    });
    if (!wanted || (m_seen.size() >= kMaxSeen && !m_seen.contains(advertisement.linkId)))
        return;
    m_seen[advertisement.linkId] = info;
    Q_EMIT found(advertisement);
}

void BluetoothProvider::onError(QBluetoothDeviceDiscoveryAgent::Error error)
{
    ErrorCode code = errors::kLinkFailed;
    switch (error) {
    case QBluetoothDeviceDiscoveryAgent::PoweredOffError:
        code = errors::kLinkRadioOff;
        break;
    case QBluetoothDeviceDiscoveryAgent::InvalidBluetoothAdapterError:
        code = errors::kLinkNoAdapter;
        break;
    case QBluetoothDeviceDiscoveryAgent::MissingPermissionsError:
    case QBluetoothDeviceDiscoveryAgent::LocationServiceTurnedOffError:
        code = errors::kLinkNoPermission;
        break;
    case QBluetoothDeviceDiscoveryAgent::UnsupportedPlatformError:
    case QBluetoothDeviceDiscoveryAgent::UnsupportedDiscoveryMethod:
        code = errors::kLinkUnsupported;
        break;
    default:
        break;
    }
    Q_EMIT scanFailed(Error(code, m_agent->errorString().toStdString()));
    Q_EMIT scanningChanged();
}

} // namespace outpost::links
