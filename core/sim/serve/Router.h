// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sim/rpc/JsonRpc.h"
#include "core/sim/serve/RadioHub.h"

namespace outpost::sim {

/// Host names that the engine itself answers for. The two nodes show one ledger; a fault may strike one of them.
inline constexpr std::string_view kRpcHosts[] = {"rpc-one.demo", "rpc-two.demo"};
inline constexpr std::string_view kControlHost = "control.demo";
inline constexpr std::string_view kRadioHost = "radio.demo";

/// Sends each request to the service of its host name, under the world's one lock, and lets faults strike. **Thread:**
/// any.
class Router {
public:
    struct Routed {
        demo::DemoHttpResponse response;
        bool loseAnswer = false; ///< carried out, and nothing must come back
    };
    /// `clockFile` is rewritten whenever time is changed; empty: none.
    Router(std::unique_ptr<SimWorld> world, std::filesystem::path clockFile);
    ~Router();

    Routed handle(const demo::DemoHttpRequest& request);
    /// Every host name that is answered.
    std::vector<std::string> hosts() const;
    /// Ends all waiting requests.
    void stop();
    /// Runs something on the world, with its lock and made durable. For tests and for the process that serves.
    Result<void> withWorld(const std::function<void(SimWorld&)>& work);

private:
    std::optional<demo::DemoHttpResponse> struckBy(const std::string& host);
    demo::DemoHttpResponse control(const demo::DemoHttpRequest& request);
    demo::DemoHttpResponse carryOut(const demo::DemoHttpRequest& request);
    demo::DemoHttpResponse controlState();
    demo::DemoHttpResponse controlHistory(const demo::DemoHttpRequest& request);
    demo::DemoHttpResponse controlPrices(const demo::DemoHttpRequest& request);
    demo::DemoHttpResponse controlFund(const Json& body);
    void writeClock();

    std::mutex m_mutex;
    std::unique_ptr<SimWorld> m_world;
    std::filesystem::path m_clockFile;
    JsonRpc m_rpc;
    std::vector<std::unique_ptr<demo::HttpService>> m_services;
    std::map<std::string, demo::HttpService*> m_byHost;
    RadioHub m_radio;
};

} // namespace outpost::sim
