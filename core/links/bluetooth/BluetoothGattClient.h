// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/links/Gatt.h"

#include <QBluetoothDeviceInfo>
#include <QLowEnergyController>
#include <QLowEnergyService>
#include <QPointer>
#include <QTimer>

#include <deque>
#include <map>

namespace outpost::links {

/// A connection through Qt Bluetooth. Calls wait in a queue and are handed to the stack one at a time; one that is not
/// answered within 30 seconds ends the connection, because its late answer could be taken for the next one's.
class BluetoothGattClient final : public GattClient {
    Q_OBJECT
public:
    explicit BluetoothGattClient(const QBluetoothDeviceInfo& device, QObject* parent = nullptr);
    ~BluetoothGattClient() override;

    State state() const override { return m_state; }
    Future<void> connectToDevice(CancelToken cancel) override;
    void close() override;
    Future<Bytes> read(const Uuid& service, const Uuid& characteristic, CancelToken cancel) override;
    Future<void> write(const Uuid& service, const Uuid& characteristic, Bytes value, CancelToken cancel) override;
    Future<void> subscribe(const Uuid& service, const Uuid& characteristic, CancelToken cancel) override;
    bool hasCharacteristic(const Uuid& service, const Uuid& characteristic) const override;

private:
    struct Call {
        enum class Kind { Read, Write, Subscribe } kind = Kind::Read;
        Uuid service;
        Uuid characteristic;
        Bytes value;
        CancelToken cancel;
        QPromise<Result<Bytes>> promise;
    };

    Future<Bytes> enqueue(Call::Kind kind, const Uuid& service, const Uuid& characteristic, Bytes value,
                          CancelToken cancel);
    void setState(State state);
    void setUpController();
    void onServicesDiscovered();
    void onServiceReady();
    void addService(const QBluetoothUuid& uuid);
    void startNext();
    void finishCall(Result<Bytes> result);
    void end(const Error& error);
    void finishConnecting(Result<void> result);

    QBluetoothDeviceInfo m_device;
    std::unique_ptr<QLowEnergyController> m_controller;
    std::map<Uuid, std::unique_ptr<QLowEnergyService>> m_services;
    State m_state = State::Idle;
    std::optional<QPromise<Result<void>>> m_connecting;
    std::deque<Call> m_queue;
    bool m_callRunning = false;
    QTimer m_timer;
};

} // namespace outpost::links
