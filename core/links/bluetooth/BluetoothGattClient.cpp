// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/links/bluetooth/BluetoothGattClient.h"

#include "core/links/LinkErrors.h"

namespace outpost::links {

using namespace std::chrono_literals;

namespace {

constexpr auto kCallTimeout = 30s; // one firmware family scans for Wi-Fi while it is read, for more than ten seconds
constexpr auto kConnectTimeout = 30s;
constexpr std::size_t kMaxValue = 512;

QBluetoothUuid toQt(const Uuid& uuid)
{
    return QBluetoothUuid(QString::fromStdString(uuid));
}

Bytes toBytes(const QByteArray& value)
{
    return {value.begin(), value.begin() + std::min<qsizetype>(value.size(), kMaxValue)};
}

} // namespace

BluetoothGattClient::BluetoothGattClient(const QBluetoothDeviceInfo& device, QObject* parent)
    : GattClient(parent), m_device(device)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, [this] { end(std::move(Error(errors::kLinkTimeout).canRetry())); });
}

BluetoothGattClient::~BluetoothGattClient()
{
    if (m_state != State::Closed)
        end(Error(errors::kCancelled, "client destroyed"));
}

Future<void> BluetoothGattClient::connectToDevice(CancelToken cancel)
{
    if (m_state == State::Ready)
        return async::ready<void>({});
    if (m_state != State::Idle)
        return async::failed<void>(Error(errors::kLinkBusy));
    m_connecting.emplace();
    m_connecting->start();
    auto future = m_connecting->future();
    setUpController();
    setState(State::Connecting);
    m_timer.start(kConnectTimeout);
    m_controller->connectToDevice();
    cancel.onCancel([guard = QPointer<BluetoothGattClient>(this)] {
        if (guard)
            QMetaObject::invokeMethod(
                guard.get(),
                [guard] {
                    if (guard && guard->m_connecting)
                        guard->end(Error(errors::kCancelled));
                },
                Qt::QueuedConnection);
    });
    return future;
}

void BluetoothGattClient::setUpController()
{
    m_controller.reset(QLowEnergyController::createCentral(m_device));
    auto* c = m_controller.get();
    connect(c, &QLowEnergyController::connected, this, [this] {
        setState(State::Discovering);
        m_controller->discoverServices();
    });
    connect(c, &QLowEnergyController::discoveryFinished, this, &BluetoothGattClient::onServicesDiscovered);
    connect(c, &QLowEnergyController::disconnected, this,
            [this] { end(std::move(Error(errors::kLinkLost).canRetry())); });
    connect(c, &QLowEnergyController::errorOccurred, this, [this](QLowEnergyController::Error error) {
        const std::string detail = m_controller ? m_controller->errorString().toStdString() : std::string();
        switch (error) {
        case QLowEnergyController::InvalidBluetoothAdapterError:
            return end(Error(errors::kLinkNoAdapter, detail));
        case QLowEnergyController::MissingPermissionsError:
        case QLowEnergyController::AuthorizationError:
            return end(Error(errors::kLinkNoPermission, detail));
        default:
            return end(std::move(Error(errors::kLinkLost, detail).canRetry()));
        }
    });
}

void BluetoothGattClient::onServicesDiscovered()
{
    for (const QBluetoothUuid& uuid : m_controller->services())
        addService(uuid);
    onServiceReady(); // when there is none at all
}

void BluetoothGattClient::addService(const QBluetoothUuid& uuid)
{
    std::unique_ptr<QLowEnergyService> service(m_controller->createServiceObject(uuid));
    if (!service)
        return;
    auto* s = service.get();
    m_services[uuid.toString(QUuid::WithoutBraces).toLower().toStdString()] = std::move(service);
    connect(s, &QLowEnergyService::stateChanged, this, [this] { onServiceReady(); });
    connect(s, &QLowEnergyService::characteristicRead, this,
            [this](const QLowEnergyCharacteristic&, const QByteArray& value) { finishCall(toBytes(value)); });
    connect(s, &QLowEnergyService::characteristicWritten, this,
            [this](const QLowEnergyCharacteristic&, const QByteArray&) { finishCall(Bytes{}); });
    connect(s, &QLowEnergyService::descriptorWritten, this,
            [this](const QLowEnergyDescriptor&, const QByteArray&) { finishCall(Bytes{}); });
    connect(s, &QLowEnergyService::characteristicChanged, this,
            [this](const QLowEnergyCharacteristic& c, const QByteArray& value) {
                Q_EMIT notified(c.uuid().toString(QUuid::WithoutBraces).toLower().toStdString(), toBytes(value));
            });
    connect(s, &QLowEnergyService::errorOccurred, this, [this](QLowEnergyService::ServiceError error) {
        finishCall(fail(Error(errors::kLinkRefused, "service error " + std::to_string(error))));
    });
    // Values are read when they are asked for, one after the other; discovery would read them all at once.
    s->discoverDetails(QLowEnergyService::SkipValueDiscovery);
}

void BluetoothGattClient::onServiceReady()
{
    if (m_state != State::Discovering)
        return;
    for (const auto& [uuid, service] : m_services) {
        if (service->state() != QLowEnergyService::RemoteServiceDiscovered &&
            service->state() != QLowEnergyService::InvalidService)
            return;
    }
    m_timer.stop();
    setState(State::Ready);
    finishConnecting({});
}

void BluetoothGattClient::close()
{
    end(Error(errors::kCancelled, "closed"));
}

Future<Bytes> BluetoothGattClient::enqueue(Call::Kind kind, const Uuid& service, const Uuid& characteristic,
                                           Bytes value, CancelToken cancel)
{
    if (m_state != State::Ready)
        return async::failed<Bytes>(Error(errors::kLinkLost, "not connected"));
    Call call{kind, service, characteristic, std::move(value), std::move(cancel), {}};
    call.promise.start();
    auto future = call.promise.future();
    m_queue.push_back(std::move(call));
    startNext();
    return future;
}

Future<Bytes> BluetoothGattClient::read(const Uuid& service, const Uuid& characteristic, CancelToken cancel)
{
    return enqueue(Call::Kind::Read, service, characteristic, {}, std::move(cancel));
}

namespace {
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

Future<void> BluetoothGattClient::write(const Uuid& service, const Uuid& characteristic, Bytes value,
                                        CancelToken cancel)
{
    if (value.size() > kMaxValue)
        return async::failed<void>(Error(errors::kTooLong, "attribute value"));
    return withoutValue(enqueue(Call::Kind::Write, service, characteristic, std::move(value), std::move(cancel)));
}

Future<void> BluetoothGattClient::subscribe(const Uuid& service, const Uuid& characteristic, CancelToken cancel)
{
    return withoutValue(enqueue(Call::Kind::Subscribe, service, characteristic, {}, std::move(cancel)));
}

bool BluetoothGattClient::hasCharacteristic(const Uuid& service, const Uuid& characteristic) const
{
    const auto it = m_services.find(service);
    return it != m_services.end() && it->second->characteristic(toQt(characteristic)).isValid();
}

void BluetoothGattClient::startNext()
{
    while (!m_callRunning && !m_queue.empty()) {
        Call& call = m_queue.front();
        m_callRunning = true;
        if (call.cancel.isCancelled()) {
            finishCall(fail(errors::kCancelled));
            continue;
        }
        const auto it = m_services.find(call.service);
        const auto characteristic =
            it == m_services.end() ? QLowEnergyCharacteristic() : it->second->characteristic(toQt(call.characteristic));
        if (!characteristic.isValid()) {
            finishCall(fail(errors::kLinkNoCharacteristic, call.characteristic));
            continue;
        }
        m_timer.start(kCallTimeout);
        QLowEnergyService& service = *it->second;
        switch (call.kind) {
        case Call::Kind::Read:
            service.readCharacteristic(characteristic);
            break;
        case Call::Kind::Write:
            service.writeCharacteristic(
                characteristic,
                QByteArray(reinterpret_cast<const char*>(call.value.data()), static_cast<qsizetype>(call.value.size())),
                QLowEnergyService::WriteWithResponse);
            break;
        case Call::Kind::Subscribe: {
            const auto descriptor = characteristic.clientCharacteristicConfiguration();
            if (descriptor.isValid())
                service.writeDescriptor(descriptor, QLowEnergyCharacteristic::CCCDEnableNotification);
            else
                finishCall(fail(errors::kLinkNoCharacteristic, "no notifications"));
            break;
        }
        }
        return;
    }
}

void BluetoothGattClient::finishCall(Result<Bytes> result)
{
    if (!m_callRunning)
        return; // an error of the stack that answers no call of ours
    m_timer.stop();
    Call call = std::move(m_queue.front());
    m_queue.pop_front();
    m_callRunning = false;
    if (call.kind == Call::Kind::Write && !call.value.empty())
        std::fill(call.value.begin(), call.value.end(), std::uint8_t{0}); // may have held a passphrase
    call.promise.addResult(std::move(result));
    call.promise.finish();
    // The next one from the event loop: the stack is still inside its signal.
    QMetaObject::invokeMethod(this, &BluetoothGattClient::startNext, Qt::QueuedConnection);
}

void BluetoothGattClient::finishConnecting(Result<void> result)
{
    if (!m_connecting)
        return;
    auto promise = std::move(*m_connecting);
    m_connecting.reset();
    promise.addResult(std::move(result));
    promise.finish();
}

void BluetoothGattClient::end(const Error& error)
{
    if (m_state == State::Closed)
        return;
    const bool wasReady = m_state == State::Ready;
    m_timer.stop();
    m_state = State::Closed;
    // Later: we may be inside a signal of these objects.
    for (auto& [uuid, service] : m_services) {
        service->disconnect(this);
        service.release()->deleteLater();
    }
    m_services.clear();
    if (m_controller) {
        m_controller->disconnect(this);
        m_controller->disconnectFromDevice();
        m_controller.release()->deleteLater();
    }
    finishConnecting(fail(error));
    auto queue = std::move(m_queue);
    m_queue.clear();
    m_callRunning = false;
    for (Call& call : queue) {
        std::fill(call.value.begin(), call.value.end(), std::uint8_t{0}); // as in finishCall
        call.promise.addResult(fail(error));
        call.promise.finish();
    }
    Q_EMIT stateChanged();
    if (wasReady && !error.is(errors::kCancelled))
        Q_EMIT lost(error);
}

void BluetoothGattClient::setState(State state)
{
    if (m_state == state)
        return;
    m_state = state;
    Q_EMIT stateChanged();
}

} // namespace outpost::links
