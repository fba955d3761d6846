// SPDX-License-Identifier: GPL-3.0-or-later
// Qt Bluetooth as a client of the peripheral, with nothing of Outpost in between: scan, connect, read everything, join
// a Wi-Fi, ask for the signed registration. It shows that the peripheral plays BlueZ well enough for Qt; the console's
// own tests come after it. Prints one JSON document and exits with 0 when it got to the end.
#include <QBluetoothDeviceDiscoveryAgent>
#include <QBluetoothDeviceInfo>
#include <QCommandLineParser>
#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLowEnergyController>
#include <QLowEnergyService>
#include <QTimer>

#include <cstdio>
#include <memory>

using namespace Qt::StringLiterals;

namespace {

const QBluetoothUuid kService{u"0fda92b2-44a2-4af2-84f5-fa682baa2b8d"_s};
const QBluetoothUuid kWifiConnect{u"398168aa-0111-4ec0-b1fa-171671270608"_s};
const QBluetoothUuid kAddGateway{u"df3b16ca-c985-4da2-a6d2-9b9b9abdb858"_s};
constexpr int kDeadlineMs = 20'000;
constexpr int kPollMs = 100;
constexpr int kShortestBlob = 20;

// One length-delimited protobuf field; every length here is below 128.
QByteArray field(int number, const QByteArray& data)
{
    QByteArray out;
    out.append(static_cast<char>(number << 3 | 2));
    out.append(static_cast<char>(data.size()));
    return out + data;
}

class Probe : public QObject {
    Q_OBJECT

public:
    Probe(QByteArray ssid, QByteArray passphrase, QByteArray owner)
        : m_ssid(std::move(ssid)), m_passphrase(std::move(passphrase)), m_owner(std::move(owner))
    {
        m_agent.setLowEnergyDiscoveryTimeout(kDeadlineMs);
        connect(&m_agent, &QBluetoothDeviceDiscoveryAgent::deviceDiscovered, this, &Probe::onDevice);
        connect(&m_agent, &QBluetoothDeviceDiscoveryAgent::errorOccurred, this,
                [this] { fail(u"scan: "_s + m_agent.errorString()); });
        QTimer::singleShot(kDeadlineMs, this, [this] { fail(u"time is up"_s); });
    }

    void start() { m_agent.start(QBluetoothDeviceDiscoveryAgent::LowEnergyMethod); }

private:
    void onDevice(const QBluetoothDeviceInfo& info)
    {
        m_seen.append(info.name());
        if (m_controller || !info.serviceUuids().contains(kService)) {
            return;
        }
        m_out[u"name"_s] = info.name();
        m_out[u"address"_s] = info.address().toString();
        m_agent.stop();
        m_controller.reset(QLowEnergyController::createCentral(info));
        auto* controller = m_controller.get();
        connect(controller, &QLowEnergyController::connected, controller, &QLowEnergyController::discoverServices);
        connect(controller, &QLowEnergyController::discoveryFinished, this, &Probe::onServices);
        connect(controller, &QLowEnergyController::disconnected, this, [this] { fail(u"disconnected"_s); });
        connect(controller, &QLowEnergyController::errorOccurred, this,
                [this] { fail(u"link: "_s + m_controller->errorString()); });
        controller->connectToDevice();
    }

    void onServices()
    {
        m_out[u"services"_s] = static_cast<int>(m_controller->services().size());
        m_service.reset(m_controller->createServiceObject(kService));
        if (!m_service) {
            fail(u"the service is missing"_s);
            return;
        }
        auto* service = m_service.get();
        connect(service, &QLowEnergyService::stateChanged, this, [this](QLowEnergyService::ServiceState state) {
            if (state == QLowEnergyService::RemoteServiceDiscovered) {
                m_toRead = m_service->characteristics();
                m_readAt = 0;
                readNext();
            }
        });
        connect(service, &QLowEnergyService::characteristicRead, this, &Probe::onRead);
        connect(service, &QLowEnergyService::characteristicChanged, this, &Probe::onChanged);
        connect(service, &QLowEnergyService::characteristicWritten, this, &Probe::onWritten);
        connect(service, &QLowEnergyService::descriptorWritten, this, [this] { joinWifi(); });
        connect(service, &QLowEnergyService::errorOccurred, this,
                [this](QLowEnergyService::ServiceError error) { fail(u"service error %1"_s.arg(int(error))); });
        // Values are read below, one after the other; Qt is told not to read them while it discovers.
        service->discoverDetails(QLowEnergyService::SkipValueDiscovery);
    }

    void readNext()
    {
        while (m_readAt < m_toRead.size() && !(m_toRead.at(m_readAt).properties() & QLowEnergyCharacteristic::Read)) {
            ++m_readAt;
        }
        if (m_readAt == m_toRead.size()) {
            m_out[u"values"_s] = m_values;
            subscribe();
            return;
        }
        m_service->readCharacteristic(m_toRead.at(m_readAt));
    }

    void onRead(const QLowEnergyCharacteristic& characteristic, const QByteArray& value)
    {
        if (m_polling) {
            if (characteristic.uuid() == kAddGateway) {
                onGateway(value);
            }
            return;
        }
        m_values[characteristic.uuid().toString(QUuid::WithoutBraces)] = QString::fromLatin1(value.toHex());
        ++m_readAt;
        readNext();
    }

    void subscribe()
    {
        const auto wifi = m_service->characteristic(kWifiConnect);
        const auto cccd = wifi.descriptor(QBluetoothUuid::DescriptorType::ClientCharacteristicConfiguration);
        if (!cccd.isValid()) {
            fail(u"no client configuration"_s);
            return;
        }
        m_service->writeDescriptor(cccd, QLowEnergyCharacteristic::CCCDEnableNotification);
    }

    void joinWifi()
    {
        m_joining = true;
        m_service->writeCharacteristic(m_service->characteristic(kWifiConnect),
                                       field(1, m_ssid) + field(2, m_passphrase));
    }

    void onChanged(const QLowEnergyCharacteristic& characteristic, const QByteArray& value)
    {
        if (characteristic.uuid() != kWifiConnect || !m_joining) {
            return;
        }
        m_states.append(QString::fromLatin1(value));
        if (value == "connected" || value == "invalid" || value == "not_found") {
            m_joining = false;
            m_out[u"wifi"_s] = m_states;
            m_service->writeCharacteristic(m_service->characteristic(kAddGateway),
                                           field(1, m_owner) + field(4, m_owner));
        }
    }

    void onWritten(const QLowEnergyCharacteristic& characteristic)
    {
        if (characteristic.uuid() == kAddGateway) {
            m_polling = true;
            poll();
        }
    }

    void poll() { m_service->readCharacteristic(m_service->characteristic(kAddGateway)); }

    void onGateway(const QByteArray& value)
    {
        m_polls.append(QString::fromLatin1(value.left(kShortestBlob)));
        if (value == "processing" || value == "init") {
            QTimer::singleShot(kPollMs, this, [this] { poll(); });
            return;
        }
        m_out[u"polls"_s] = static_cast<int>(m_polls.size());
        m_out[u"gatewayHex"_s] = QString::fromLatin1(value.toHex());
        finish(0);
    }

    void fail(const QString& why)
    {
        m_out[u"failed"_s] = why;
        m_out[u"wifi"_s] = m_states;
        finish(1);
    }

    void finish(int status)
    {
        if (m_finished) {
            return;
        }
        m_finished = true;
        m_out[u"seen"_s] = QJsonArray::fromStringList(m_seen);
        std::puts(QJsonDocument(m_out).toJson(QJsonDocument::Compact).constData());
        QCoreApplication::exit(status);
    }

    QByteArray m_ssid;
    QByteArray m_passphrase;
    QByteArray m_owner;
    QBluetoothDeviceDiscoveryAgent m_agent;
    std::unique_ptr<QLowEnergyController> m_controller;
    std::unique_ptr<QLowEnergyService> m_service;
    QList<QLowEnergyCharacteristic> m_toRead;
    qsizetype m_readAt = 0;
    bool m_joining = false;
    bool m_polling = false;
    bool m_finished = false;
    QStringList m_seen;
    QStringList m_polls;
    QJsonArray m_states;
    QJsonObject m_values;
    QJsonObject m_out;
};

} // namespace

int main(int argc, char* argv[])
{
    QCoreApplication app(argc, argv);
    QCommandLineParser parser;
    parser.addPositionalArgument(u"ssid"_s, u"Name of the Wi-Fi to join"_s);
    parser.addPositionalArgument(u"passphrase"_s, u"Its passphrase"_s);
    parser.addPositionalArgument(u"owner"_s, u"Address that owns and pays"_s);
    parser.addHelpOption();
    parser.process(app);
    const auto arguments = parser.positionalArguments();
    if (arguments.size() != 3) {
        parser.showHelp(2);
    }
    Probe probe(arguments.at(0).toUtf8(), arguments.at(1).toUtf8(), arguments.at(2).toUtf8());
    QTimer::singleShot(0, &probe, &Probe::start);
    return QCoreApplication::exec();
}

#include "main.moc"
