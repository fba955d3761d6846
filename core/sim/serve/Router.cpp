// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sim/serve/Router.h"

#include "core/base/FileSystem.h"
#include "core/sim/rpc/AddressService.h"
#include "core/sim/rpc/PriceServices.h"

#include <charconv>

namespace outpost::sim {

namespace {

using demo::DemoHttpRequest;
using demo::DemoHttpResponse;
using demo::Fault;

constexpr std::int64_t kMostDays = 3650;

std::vector<std::unique_ptr<demo::DemoDevice>> devicesOf(SimWorld& world)
{
    std::vector<std::unique_ptr<demo::DemoDevice>> all;
    for (const auto& network : world.networks()) {
        for (auto& device : network->devices())
            all.push_back(std::move(device));
    }
    return all;
}

std::vector<demo::KnownTown> townsOf(const SimWorld& world)
{
    std::vector<demo::KnownTown> all;
    for (const auto& network : world.networks()) {
        for (auto& town : network->towns())
            all.push_back(std::move(town));
    }
    return all;
}

DemoHttpResponse bad(std::string_view why)
{
    return DemoHttpResponse::ofJson({{"error", why}}, 400);
}

} // namespace

Router::Router(std::unique_ptr<SimWorld> world, std::filesystem::path clockFile)
    : m_world(std::move(world)),
      m_clockFile(std::move(clockFile)),
      m_rpc(*m_world),
      m_radio(devicesOf(*m_world), [this](const auto& work) { (void)withWorld(work); })
{
    m_services.push_back(makeCoinGeckoService(m_world->prices()));
    m_services.push_back(makeJupiterPriceService(m_world->prices()));
    m_services.push_back(makeAddressService(townsOf(*m_world)));
    for (const auto& network : m_world->networks()) {
        for (auto& service : network->services())
            m_services.push_back(std::move(service));
    }
    for (const auto& service : m_services) {
        for (const auto& host : service->hosts())
            m_byHost.emplace(host, service.get());
    }
    writeClock();
}

Router::~Router() = default;

void Router::stop()
{
    m_radio.stop();
}

std::vector<std::string> Router::hosts() const
{
    std::vector<std::string> out(std::begin(kRpcHosts), std::end(kRpcHosts));
    out.emplace_back(kControlHost);
    out.emplace_back(kRadioHost);
    for (const auto& [host, service] : m_byHost)
        out.push_back(host);
    return out;
}

void Router::writeClock()
{
    if (m_clockFile.empty())
        return;
    PosixFileSystem files;
    // A clock that cannot be written leaves the clients with the last one; the next request tries again.
    (void)writeFileAtomically(files, m_clockFile, asBytes(m_world->clockText()));
}

Result<void> Router::withWorld(const std::function<void(SimWorld&)>& work)
{
    const std::scoped_lock lock(m_mutex);
    const std::string clockBefore = m_world->hasFault(Fault::ClockSkew) ? "skewed" : "right";
    if (auto begun = m_world->begin(); !begun)
        return begun;
    work(*m_world);
    auto done = m_world->end();
    if (clockBefore != (m_world->hasFault(Fault::ClockSkew) ? "skewed" : "right"))
        writeClock();
    return done;
}

std::optional<DemoHttpResponse> Router::struckBy(const std::string& host)
{
    m_world->faults().setHost(host);
    if (m_world->takeFault(Fault::Http429)) {
        DemoHttpResponse out{429, "application/json", R"({"error":"Too Many Requests"})", {}};
        out.headers.emplace_back("Retry-After", "1");
        return out;
    }
    if (m_world->takeFault(Fault::Http500))
        return DemoHttpResponse{500, "text/html", "<html><body><h1>500 Internal Server Error</h1></body></html>", {}};
    if (m_world->takeFault(Fault::HttpGarbage))
        return DemoHttpResponse{200, "application/json", "<!DOCTYPE html><html>\x01\xff{\"result\":[[[", {}};
    if (m_world->takeFault(Fault::Http10Mb))
        return DemoHttpResponse{200, "application/json", "[\"" + std::string(10'000'000, 'x') + "\"]", {}};
    return std::nullopt;
}

Router::Routed Router::handle(const DemoHttpRequest& request)
{
    // The radio waits; it takes the lock only where it looks at the world.
    if (request.host == kRadioHost)
        return {m_radio.handle(request), false};
    if (request.host == kControlHost)
        return {control(request), false};
    const bool isRpc = std::ranges::find(kRpcHosts, request.host) != std::end(kRpcHosts);
    const auto service = m_byHost.find(request.host);
    if (!isRpc && service == m_byHost.end())
        return {DemoHttpResponse::ofJson({{"error", "no such host on the demo network"}}, 421), false};

    const std::scoped_lock lock(m_mutex);
    if (auto begun = m_world->begin(request.host); !begun)
        return {DemoHttpResponse::ofJson({{"error", begun.error().detail}}, 500), false};
    Routed out;
    if (auto fault = struckBy(request.host)) {
        out.response = std::move(*fault);
    } else if (isRpc) {
        if (request.method != "POST") {
            out.response = DemoHttpResponse{
                405, "text/plain", "Used HTTP Method is not allowed. POST or OPTIONS is required\n", {}};
        } else {
            auto reply = m_rpc.handle(request.body);
            out.response.body = std::move(reply.body);
            out.loseAnswer = reply.loseAnswer;
        }
    } else {
        try {
            out.response = service->second->handle(*m_world, request);
        } catch (const std::exception& e) {
            // A service that trips over a request has changed nothing.
            m_world->abandon();
            return {DemoHttpResponse::ofJson({{"error", e.what()}}, 500), false};
        }
    }
    if (auto done = m_world->end(); !done)
        return {DemoHttpResponse::ofJson({{"error", done.error().detail}}, 500), false};
    return out;
}

DemoHttpResponse Router::control(const DemoHttpRequest& request)
{
    const std::scoped_lock lock(m_mutex);
    if (auto begun = m_world->begin(); !begun)
        return DemoHttpResponse::ofJson({{"error", begun.error().detail}}, 500);
    DemoHttpResponse out;
    try {
        out = carryOut(request);
    } catch (const std::exception& e) {
        // A member of another kind than is asked for. Whatever came before it has not happened.
        m_world->abandon();
        return bad(e.what());
    }
    if (auto done = m_world->end(); !done)
        return DemoHttpResponse::ofJson({{"error", done.error().detail}}, 500);
    writeClock();
    return out;
}

DemoHttpResponse Router::carryOut(const DemoHttpRequest& request)
{
    const Json body = request.json();
    DemoHttpResponse out = DemoHttpResponse::ofJson({{"ok", true}});
    const std::string route = request.method + " " + request.path;
    if (route == "GET /state") {
        out = controlState();
    } else if (route == "GET /clock") {
        out = {200, "text/plain", m_world->clockText(), {}};
    } else if (route == "GET /history") {
        out = controlHistory(request);
    } else if (route == "GET /price-history") {
        out = controlPrices(request);
    } else if (!body.is_object()) {
        out = DemoHttpResponse::ofJson({{"error", "no such route"}}, 404);
    } else if (route == "POST /advance") {
        const Json days = body.value("days", Json(0));
        const Json millis = body.value("milliseconds", Json(0));
        if (!days.is_number_integer() || !millis.is_number_integer() || days < 0 || days > kMostDays || millis < 0 ||
            millis > kMostDays * 86'400'000)
            out = bad("time goes forward, by at most ten years");
        else
            m_world->advance(
                std::chrono::milliseconds(days.get<std::int64_t>() * 86'400'000 + millis.get<std::int64_t>()));
        // The days pass now, not with the next request.
        if (out.status == 200)
            (void)m_world->begin();
    } else if (route == "POST /speed") {
        const Json speed = body.value("speed", Json());
        if (speed.is_number())
            m_world->setSpeed(speed.get<double>());
        else
            out = bad("the speed is a number");
    } else if (route == "POST /faults") {
        if (body.value("clear", false))
            m_world->faults().clear();
        for (const auto& text : body.value("set", Json::array())) {
            const auto order = text.is_string() ? FaultOrder::parse(text.get<std::string>())
                                                : fail(errors::kMalformed, "a fault is a text");
            if (order)
                m_world->faults().add(*order);
            else
                out = bad(order.error().detail);
        }
    } else if (route == "POST /starter") {
        const auto wallet = Pubkey::fromText(body.value("wallet", ""));
        if (!wallet) {
            out = bad("this is no address");
        } else if (const auto given = m_world->starter(*wallet)) {
            out = DemoHttpResponse::ofJson({{"given", *given}});
        } else {
            m_world->abandon();
            return DemoHttpResponse::ofJson({{"error", given.error().detail}}, 500);
        }
    } else if (route == "POST /fund") {
        out = controlFund(body);
    } else {
        out = DemoHttpResponse::ofJson({{"error", "no such route"}}, 404);
    }
    return out;
}

DemoHttpResponse Router::controlState()
{
    Json networks = Json::array();
    for (const auto& network : m_world->networks())
        networks.push_back(network->network());
    return DemoHttpResponse::ofJson({{"seed", m_world->seed()},
                                     {"now", toUnixMillis(m_world->now())},
                                     {"createdAt", toUnixMillis(m_world->createdAt())},
                                     {"day", m_world->day()},
                                     {"speed", m_world->speed()},
                                     {"slot", m_world->slot(Commitment::Processed)},
                                     {"faults", m_world->faults().texts()},
                                     {"hosts", hosts()},
                                     {"networks", networks}});
}

DemoHttpResponse Router::controlHistory(const DemoHttpRequest& request)
{
    const auto wallet = Pubkey::fromText(request.queryValue("wallet"));
    if (!wallet)
        return bad("this is no address");
    Json samples = Json::array();
    for (const auto& sample : m_world->history(*wallet)) {
        samples.push_back({{"device", sample.device.str()},
                           {"asset", sample.lifetime.asset.str()},
                           {"base", sample.lifetime.base.toString()},
                           {"at", toUnixMillis(sample.at)},
                           {"source", sample.source}});
    }
    return DemoHttpResponse::ofJson({{"samples", samples}});
}

/// One price a day from the past, for a console that is to look as if it had been running.
DemoHttpResponse Router::controlPrices(const DemoHttpRequest& request)
{
    const std::string days = request.queryValue("days");
    int count = 180;
    std::from_chars(days.data(), days.data() + days.size(), count);
    const std::string id = request.queryValue("id");
    const std::string currency = request.queryValue("currency");
    Json prices = Json::array();
    for (int back = std::clamp(count, 1, 3650); back >= 0; --back) {
        const Time at = m_world->now() - std::chrono::hours(24) * back;
        const std::uint64_t usd = m_world->priceNanoUsd(id, at);
        const std::uint64_t rate = m_world->prices().nanoPerUsd(currency, at);
        if (usd == 0 || rate == 0)
            return bad("there is no such price");
        const auto nano = static_cast<std::uint64_t>(static_cast<Int128::Native>(usd) * rate / 1'000'000'000);
        prices.push_back(Json::array({toUnixSeconds(at), nano}));
    }
    return DemoHttpResponse::ofJson({{"prices", prices}});
}

DemoHttpResponse Router::controlFund(const Json& body)
{
    const auto address = Pubkey::fromText(body.value("address", ""));
    const Json amount = body.value("amount", Json());
    if (!address || !amount.is_number_unsigned() || amount == 0)
        return bad("an address and an amount in base units are needed");
    if (!body.contains("mint")) {
        const auto sent = m_world->sendFromFaucet(*address, amount.get<std::uint64_t>());
        return sent ? DemoHttpResponse::ofJson({{"signature", *sent}}) : bad(sent.error().detail);
    }
    const auto mint = Pubkey::fromText(body.value("mint", ""));
    const Account* stored = mint ? m_world->account(*mint) : nullptr;
    if (!stored || !tokenMint(*stored))
        return bad("there is no such mint");
    m_world->issueTokens(*mint, *address, amount.get<std::uint64_t>());
    return DemoHttpResponse::ofJson({{"ok", true}});
}

} // namespace outpost::sim
