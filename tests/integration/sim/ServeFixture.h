// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sim/DemoControl.h"
#include "core/sim/serve/DemoHost.h"
#include "tests/unit/sim/FakeDemo.h"
#include "tests/unit/sim/SimFixture.h"

#include <httplib.h>

namespace outpost::sim::test {

inline std::vector<std::unique_ptr<demo::Demo>> fakeNetworks()
{
    std::vector<std::unique_ptr<demo::Demo>> all;
    all.push_back(std::make_unique<FakeDemo>());
    return all;
}

/// A client of a demo's socket that names its host in the header.
inline httplib::Client clientOf(const DemoEndpoints& endpoints, const std::string& host)
{
    httplib::Client client(endpoints.socket.string());
    client.set_address_family(AF_UNIX);
    client.set_default_headers({{"Host", host}});
    client.set_read_timeout(10);
    return client;
}

inline std::string rpcBody(const std::string& method, Json params = Json::array())
{
    return Json{{"jsonrpc", "2.0"}, {"id", 1}, {"method", method}, {"params", std::move(params)}}.dump();
}

/// Asks a node; null when there is no proper answer.
inline Json askNode(const DemoEndpoints& endpoints, const std::string& method, Json params = Json::array(),
                    const std::string& host = "rpc-one.demo")
{
    auto client = clientOf(endpoints, host);
    const auto reply = client.Post("/", rpcBody(method, std::move(params)), "application/json");
    if (!reply || reply->status != 200)
        return nullptr;
    const Json out = Json::parse(reply->body, nullptr, false);
    return out.is_object() ? out : Json();
}

} // namespace outpost::sim::test
