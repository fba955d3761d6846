// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/composition/Networks.h"

#include "core/codec/Json.h"
#include "core/networks/helium/client/HeliumNetwork.h"
#include "core/networks/helium/demo/HeliumDemo.h"
#include "core/networks/weatherxm/client/WeatherXmNetwork.h"
#include "core/networks/weatherxm/demo/WeatherXmDemo.h"
#include "core/sim/radio/SimLinkProvider.h"

#include <QFile>

namespace outpost::app {

namespace {

/// The address of the cloud that a descriptor names.
std::string cloudOf(const QString& descriptor)
{
    QFile file(descriptor);
    const auto json = codec::parseJson(file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string());
    return json ? (*json)["endpoints"].stringAt("cloud", 512).value_or(std::string()) : std::string();
}

/// Any address and password open the demo's cloud.
weatherxm::Credentials demoAccount()
{
    return {"demo@example.org", std::make_shared<SecureBytes>(asBytes("demo account"))};
}

} // namespace

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
        helium::ServiceUrls{addresses.onboarding, addresses.eccVerifier, addresses.entities, addresses.oracleHosts,
                            addresses.das.empty() ? std::string() : addresses.das.front()},
        keys));
    // Signing in to a real account is not offered yet: on the real network nobody could be asked for.
    if (demo)
        list.push_back(std::make_unique<weatherxm::WeatherXmNetwork>(
            weatherxm::WeatherXmNetwork::Ports{ports.http, ports.clock},
            cloudOf(QStringLiteral(":/networks/weatherxm.json")), demoAccount()));
    return list;
}

std::vector<std::unique_ptr<demo::Demo>> makeDemos()
{
    std::vector<std::unique_ptr<demo::Demo>> demos;
    demos.push_back(heliumdemo::makeDemo());
    demos.push_back(weatherxmdemo::makeDemo());
    return demos;
}

std::unique_ptr<links::LinkProvider> makeDemoRadio(HttpClient& http, const sim::DemoEndpoints& endpoints,
                                                   const Clock& clock)
{
    return std::make_unique<sim::SimLinkProvider>(http, endpoints.base(sim::kRadioHost), clock);
}

} // namespace outpost::app
