// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sim/DemoControl.h"

#include <httplib.h>
#include <nlohmann/json.hpp>
#include <poll.h>

#include <format>

namespace outpost::sim {

namespace {

using Json = nlohmann::json;

constexpr auto kTakeoverAtMost = std::chrono::seconds(3);

Result<std::string> answered(const httplib::Result& result)
{
    if (!result)
        return fail(errors::kFileFailed, "nobody serves this demo: " + httplib::to_string(result.error()));
    if (result->status == 200)
        return result->body;
    const Json body = Json::parse(result->body, nullptr, false);
    const std::string why = body.is_object() ? body.value("error", "") : std::string();
    return fail(result->status == 400 ? errors::kMalformed : errors::kInternal, why);
}

httplib::Client client(const DemoEndpoints& endpoints)
{
    httplib::Client out(endpoints.socket.string());
    out.set_address_family(AF_UNIX);
    out.set_default_headers({{"Host", "control.demo"}});
    out.set_read_timeout(60);
    return out;
}

/// Asks, and waits a moment for the next server where the one before has just ended; what had been said to it is not
/// said again.
template <class Ask> Result<std::string> asked(const DemoEndpoints& endpoints, const Ask& ask)
{
    const auto giveUp = std::chrono::steady_clock::now() + kTakeoverAtMost;
    while (true) {
        httplib::Client http = client(endpoints);
        const httplib::Result result = ask(http);
        const bool isNobodyThere = result.error() == httplib::Error::Connection;
        if (!isNobodyThere || std::chrono::steady_clock::now() > giveUp)
            return answered(result);
        ::poll(nullptr, 0, 50);
    }
}

} // namespace

Result<std::string> DemoControl::get(const std::string& path)
{
    return asked(m_endpoints, [&](httplib::Client& http) { return http.Get(path); });
}

Result<std::string> DemoControl::post(const std::string& path, const std::string& body)
{
    return asked(m_endpoints, [&](httplib::Client& http) { return http.Post(path, body, "application/json"); });
}

Result<void> DemoControl::advance(int days)
{
    return post("/advance", Json{{"days", days}}.dump()).transform([](const auto&) {});
}

Result<void> DemoControl::advance(std::chrono::milliseconds demoTime)
{
    return post("/advance", Json{{"milliseconds", demoTime.count()}}.dump()).transform([](const auto&) {});
}

Result<void> DemoControl::setFaults(const std::vector<std::string>& faults)
{
    return post("/faults", Json{{"set", faults}}.dump()).transform([](const auto&) {});
}

Result<void> DemoControl::clearFaults()
{
    return post("/faults", Json{{"clear", true}}.dump()).transform([](const auto&) {});
}

Result<void> DemoControl::setSpeed(double demoSecondsPerSecond)
{
    return post("/speed", Json{{"speed", demoSecondsPerSecond}}.dump()).transform([](const auto&) {});
}

Result<bool> DemoControl::starter(const std::string& wallet)
{
    OUTPOST_TRY(const std::string body, post("/starter", Json{{"wallet", wallet}}.dump()));
    const Json json = Json::parse(body, nullptr, false);
    return json.is_object() && json.value("given", false);
}

Result<void> DemoControl::fund(const std::string& address, std::uint64_t amount, const std::string& mint)
{
    Json body{{"address", address}, {"amount", amount}};
    if (!mint.empty())
        body["mint"] = mint;
    return post("/fund", body.dump()).transform([](const auto&) {});
}

Result<std::vector<EarningSample>> DemoControl::history(const std::string& wallet)
{
    OUTPOST_TRY(const std::string body, get("/history?wallet=" + wallet));
    std::vector<EarningSample> out;
    try {
        const Json json = Json::parse(body);
        for (const auto& sample : json.at("samples")) {
            OUTPOST_TRY(const Int128 base, Int128::parse(sample.at("base").get<std::string>()));
            out.push_back({DeviceId(sample.at("device").get<std::string>()),
                           Amount{AssetId(sample.at("asset").get<std::string>()), base},
                           fromUnixMillis(sample.at("at").get<std::int64_t>()),
                           sample.at("source").get<std::string>()});
        }
    } catch (const Json::exception& e) {
        return fail(errors::kInternal, e.what());
    }
    return out;
}

Result<std::vector<DemoControl::PastPrice>> DemoControl::prices(const std::string& id, const std::string& currency,
                                                                int days)
{
    OUTPOST_TRY(const std::string body,
                get(std::format("/price-history?id={}&currency={}&days={}", id, currency, days)));
    std::vector<PastPrice> out;
    try {
        const Json json = Json::parse(body);
        for (const auto& price : json.at("prices"))
            out.push_back({fromUnixSeconds(price.at(0).get<std::int64_t>()), price.at(1).get<std::uint64_t>()});
    } catch (const Json::exception& e) {
        return fail(errors::kInternal, e.what());
    }
    return out;
}

Result<std::string> DemoControl::state()
{
    return get("/state");
}

} // namespace outpost::sim
