// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/links/Gatt.h"
#include "core/net/HttpClient.h"

#include <deque>
#include <optional>
#include <set>

namespace outpost::sim {

/// A connection to one of the demo's devices. Calls wait in a queue, as with a real stack. **Thread:** GUI.
class SimGattClient final : public links::GattClient {
    Q_OBJECT
public:
    SimGattClient(HttpClient& http, std::string radioUrl, std::string linkId, QObject* parent = nullptr);
    ~SimGattClient() override;

    State state() const override { return m_state; }
    Future<void> connectToDevice(CancelToken cancel = {}) override;
    void close() override;
    Future<Bytes> read(const links::Uuid& service, const links::Uuid& characteristic, CancelToken cancel = {}) override;
    Future<void> write(const links::Uuid& service, const links::Uuid& characteristic, Bytes value,
                       CancelToken cancel = {}) override;
    Future<void> subscribe(const links::Uuid& service, const links::Uuid& characteristic,
                           CancelToken cancel = {}) override;
    bool hasCharacteristic(const links::Uuid& service, const links::Uuid& characteristic) const override;

private:
    struct Call {
        std::string route;
        links::Uuid characteristic;
        Bytes value;
        CancelToken cancel;
        QPromise<Result<Bytes>> promise;
    };
    Future<Bytes> enqueue(std::string route, const links::Uuid& service, const links::Uuid& characteristic, Bytes value,
                          CancelToken cancel);
    Future<HttpResponse> ask(const std::string& route, Bytes body, const CancelToken& cancel);
    void startNext();
    void finishCall(Result<Bytes> result);
    void connected(const Result<HttpResponse>& reply);
    void listen();
    void heard(const Result<HttpResponse>& reply);
    void setState(State state);
    /// Ends everything that waits; tells whoever listens unless we closed it ourselves.
    void end(const Error& error, bool wasLost);

    HttpClient& m_http;
    std::string m_url;
    std::string m_linkId;
    State m_state = State::Idle;
    std::string m_session;
    std::set<std::pair<links::Uuid, links::Uuid>> m_characteristics;
    std::optional<QPromise<Result<void>>> m_connecting;
    std::deque<Call> m_queue;
    bool m_isCalling = false;
    std::uint64_t m_lastNote = 0;
    CancelToken m_closing; ///< cancels what is under way when the link ends
};

} // namespace outpost::sim
