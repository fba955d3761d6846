// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/links/Gatt.h"
#include "core/net/HttpClient.h"

#include <QTimer>

#include <set>

namespace outpost::sim {

/// The demo's radio: looks for the devices that the demo world has beside this computer, whoever serves it. `radioUrl`
/// is the base address of the host kRadioHost, without a slash at the end. Client and clock must outlive it.
/// **Thread:** GUI.
class SimLinkProvider final : public links::LinkProvider {
    Q_OBJECT
public:
    SimLinkProvider(HttpClient& http, std::string radioUrl, const Clock& clock, QObject* parent = nullptr);
    ~SimLinkProvider() override;

    links::RadioState radioState() const override { return links::RadioState::Ready; }
    Result<void> startScan(const std::vector<links::Uuid>& services) override;
    void stopScan() override;
    bool isScanning() const override { return m_isScanning; }
    Result<std::unique_ptr<links::GattClient>> open(const std::string& linkId) override;

private:
    void look();
    void take(const Result<HttpResponse>& reply);

    HttpClient& m_http;
    std::string m_url;
    const Clock& m_clock;
    std::vector<links::Uuid> m_wanted;
    std::set<std::string> m_seen;
    bool m_isScanning = false;
    CancelToken m_cancel;
    QTimer m_next;
};

} // namespace outpost::sim
