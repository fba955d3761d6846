// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/composition/Networks.h"

#include "core/networks/helium/client/HeliumNetwork.h"
#include "core/networks/helium/demo/HeliumDemo.h"
#include "core/sim/radio/SimLinkProvider.h"

namespace outpost::app {

NetworkSource primaryNetwork()
{
    return {"helium", QStringLiteral(":/networks/helium.json")};
}

std::vector<std::unique_ptr<networks::Network>> makeNetworks(NetworkPorts ports, const NetworkAddresses& addresses,
                                                             bool demo)
{
    helium::NetworkKeys keys;
    if (demo) {
        if (const auto verifier = solana::PublicKey::fromBase58(heliumdemo::eccVerifierAddress()))
            keys.eccVerifier = *verifier;
    }
    std::vector<std::unique_ptr<networks::Network>> list;
    list.push_back(std::make_unique<helium::HeliumNetwork>(
        helium::HeliumNetwork::Ports{ports.http, ports.rpc, ports.clock, ports.delay},
        helium::ServiceUrls{addresses.onboarding, addresses.eccVerifier, addresses.entities, addresses.oracleHosts},
        keys));
    return list;
}

std::vector<std::unique_ptr<demo::Demo>> makeDemos()
{
    std::vector<std::unique_ptr<demo::Demo>> demos;
    demos.push_back(heliumdemo::makeDemo());
    return demos;
}

std::unique_ptr<links::LinkProvider> makeDemoRadio(HttpClient& http, const sim::DemoEndpoints& endpoints,
                                                   const Clock& clock)
{
    return std::make_unique<sim::SimLinkProvider>(http, endpoints.base(sim::kRadioHost), clock);
}

} // namespace outpost::app
