// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/composition/Engine.h"
#include "core/networks/Demo.h"
#include "core/sim/serve/Router.h"

namespace outpost::app {

// The one place that knows which networks there are: a new one is a new folder and a line in Networks.cpp.

struct NetworkSource {
    std::string id;
    QString descriptor; ///< resource path
};
/// The network whose family's nodes the console talks to.
NetworkSource primaryNetwork();

struct NetworkPorts {
    HttpClient& http;
    ledger::SolanaRpc& rpc;
    const Clock& clock;
    Delay& delay;
};
std::vector<std::unique_ptr<networks::Network>> makeNetworks(NetworkPorts ports, const NetworkAddresses& addresses,
                                                             bool demo);
std::vector<std::unique_ptr<demo::Demo>> makeDemos();
std::unique_ptr<links::LinkProvider> makeDemoRadio(HttpClient& http, const sim::DemoEndpoints& endpoints,
                                                   const Clock& clock);

} // namespace outpost::app
