// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/Async.h"
#include "core/base/Bytes.h"
#include "core/base/Clock.h"

#include <QObject>

#include <array>
#include <string>
#include <vector>

namespace outpost::links {

/// A 128-bit UUID in text, lower case with hyphens ("0fda92b2-44a2-4af2-84f5-fa682baa2b8d"); 16-bit ones in their long
/// form.
using Uuid = std::string;

/// What an advertisement says of a device nearby. Every field is the device's word, not ours.
struct Advertisement {
    std::string linkId; ///< stable within one run: the radio's address, or the platform's substitute
    std::string name;   ///< plain and capped; may be empty
    std::vector<Uuid> services;
    int rssiDbm = 0; ///< 0 when not known
    Time seenAt;
};

enum class RadioState { Ready, Off, NoAdapter, NoPermission, Unsupported };

/// A radio that can look for devices: Qt Bluetooth, or the demo's. **Thread:** GUI.
class LinkProvider : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;
    virtual RadioState radioState() const = 0;
    /// Looks for devices that advertise one of the services until stop or the token; `found` may name a device again.
    virtual Result<void> startScan(const std::vector<Uuid>& services) = 0;
    virtual void stopScan() = 0;
    virtual bool isScanning() const = 0;
    /// A client for a device found before; not yet connected. links.notFound when it was never seen.
    virtual Result<std::unique_ptr<class GattClient>> open(const std::string& linkId) = 0;

Q_SIGNALS:
    void found(const outpost::links::Advertisement& advertisement);
    void scanningChanged();
    void radioStateChanged();
    void scanFailed(const outpost::Error& error);
};

/// One connection to one device. Calls are served strictly in order, one at a time, because several stacks and
/// firmwares fail when read in parallel. **Thread:** GUI. Errors: links.* (core/links/LinkErrors.h). Values are capped
/// at 512 bytes, the limit of the attribute protocol.
class GattClient : public QObject {
    Q_OBJECT
public:
    enum class State { Idle, Connecting, Discovering, Ready, Closed };
    Q_ENUM(State)
    using QObject::QObject;

    virtual State state() const = 0;
    /// Connects and discovers services; finishes when the device can be read.
    virtual Future<void> connectToDevice(CancelToken cancel = {}) = 0;
    virtual void close() = 0;
    /// links.noCharacteristic when the device lacks it.
    virtual Future<Bytes> read(const Uuid& service, const Uuid& characteristic, CancelToken cancel = {}) = 0;
    virtual Future<void> write(const Uuid& service, const Uuid& characteristic, Bytes value,
                               CancelToken cancel = {}) = 0;
    /// Turns notifications on; values arrive by `notified`.
    virtual Future<void> subscribe(const Uuid& service, const Uuid& characteristic, CancelToken cancel = {}) = 0;
    virtual bool hasCharacteristic(const Uuid& service, const Uuid& characteristic) const = 0;

Q_SIGNALS:
    void stateChanged();
    void notified(const std::string& characteristic, const outpost::Bytes& value);
    /// The device went away without being asked; every call in flight fails with links.lost.
    void lost(const outpost::Error& error);
};

} // namespace outpost::links
