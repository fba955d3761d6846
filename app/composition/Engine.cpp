// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/composition/Engine.h"

#include "app/composition/DemoHttpClient.h"
#include "app/composition/Networks.h"
#include "core/codec/Json.h"
#include "core/links/bluetooth/BluetoothProvider.h"
#include "core/net/HttpTarget.h"
#include "core/services/ServiceCheck.h"
#include "core/store/ProcessName.h"
#include "core/wallet/ProcessHardening.h"

#include <QFile>
#include <QPointer>
#include <QStandardPaths>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <set>

namespace outpost::app {

namespace {

// How long the demo's own list of devices is waited for after it gave a wallet its starter.
constexpr int kRoundsUntilListed = 20;
constexpr std::chrono::milliseconds kBetweenRounds{1000};

std::filesystem::path defaultHome()
{
    return std::filesystem::path(QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation).toStdString()) /
           "outpost";
}

std::string readResource(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
}

void applyList(const codec::Json& from, std::vector<std::string>& to)
{
    const auto list = from.array(8);
    if (!list || list->empty())
        return;
    to.clear();
    for (const codec::Json& url : *list) {
        if (const auto text = url.string(512))
            to.push_back(*text);
    }
}

std::string hostOf(const std::string& url)
{
    const auto target = net::parseTarget(url);
    return target ? target->host + ":" + std::to_string(target->port) : url;
}

/// One host that is listed twice counts once, and then another one of `spare` takes the free place.
void keepTwoOpinions(std::vector<std::string>& rpc, const std::vector<std::string>& spare)
{
    const auto isListed = [&](std::size_t upTo, const std::string& url) {
        return std::any_of(rpc.begin(), rpc.begin() + static_cast<std::ptrdiff_t>(upTo),
                           [&](const std::string& other) { return hostOf(other) == hostOf(url); });
    };
    // On this computer the same address may serve several hosts, told apart by their paths.
    const auto isAgain = [&](std::size_t i) {
        const auto target = net::parseTarget(rpc[i]);
        return isListed(i, rpc[i]) && target && !target->isLocal();
    };
    bool wasTwice = false;
    for (std::size_t i = 1; i < rpc.size();) {
        if (isAgain(i)) {
            rpc.erase(rpc.begin() + static_cast<std::ptrdiff_t>(i));
            wasTwice = true;
        } else {
            ++i;
        }
    }
    for (const std::string& url : spare) {
        if (wasTwice && rpc.size() < 2 && !isListed(rpc.size(), url))
            rpc.push_back(url);
    }
}

void apply(const codec::Json& endpoints, NetworkAddresses& addresses)
{
    applyList(endpoints["rpc"], addresses.rpc);
    applyList(endpoints["das"], addresses.das);
    const auto take = [](const codec::Json& from, const char* key, std::string& to) {
        if (const auto text = from.stringAt(key, 512))
            to = *text;
    };
    take(endpoints, "entities", addresses.entities);
    take(endpoints, "onboarding", addresses.onboarding);
    take(endpoints, "eccVerifier", addresses.eccVerifier);
    take(endpoints["prices"], "coingecko", addresses.coingecko);
    take(endpoints["prices"], "jupiter", addresses.jupiter);
    if (const auto list = endpoints["oracleHosts"].array(16)) {
        for (const codec::Json& host : *list) {
            if (const auto text = host.string(256))
                addresses.oracleHosts.push_back(*text);
        }
    }
}

constexpr int kPastDays = 200;

Result<std::vector<Price>> pastPrices(const sim::DemoEndpoints& endpoints, const std::vector<networks::PriceIds>& ids)
{
    std::vector<Price> past;
    sim::DemoControl control(endpoints);
    for (const auto& id : ids) {
        if (id.coinGecko.empty())
            continue;
        for (const Currency currency : services::kCurrencies) {
            std::string code(currencyCode(currency));
            std::transform(code.begin(), code.end(), code.begin(), [](char c) { return static_cast<char>(c | 0x20); });
            OUTPOST_TRY(const auto days, control.prices(id.coinGecko, code, kPastDays));
            for (const auto& day : days)
                past.push_back({id.asset, currency, Int128::fromUnsigned(day.nano), "CoinGecko", day.at});
        }
    }
    return past;
}

} // namespace

Result<NetworkAddresses> readAddresses(std::string_view descriptor, std::string_view network,
                                       std::string_view overrides)
{
    NetworkAddresses addresses;
    OUTPOST_TRY(const codec::Json json, codec::parseJson(descriptor, 1u << 20));
    apply(json["endpoints"], addresses);
    if (overrides.empty())
        return addresses;
    const auto file = codec::parseJson(overrides, 1u << 20);
    if (!file || !file->isObject())
        return fail(errors::kBadNetworkConfig, file ? "not an object" : file.error().detail);
    const codec::Json own = (*file)[network];
    if (own.isAbsent())
        return addresses;
    auto hosts = std::move(addresses.oracleHosts);
    const std::vector<std::string> builtIn = addresses.rpc;
    apply(own, addresses);
    keepTwoOpinions(addresses.rpc, builtIn);
    addresses.oracleHosts = std::move(hosts); // an allow-list, not an address
    addresses.overridden = true;
    return addresses;
}

Engine::Engine(EngineOptions options)
    : m_options(std::move(options)), m_delay(m_options.delay != nullptr ? *m_options.delay : m_timers)
{}

Result<std::unique_ptr<Engine>> Engine::create(EngineOptions options)
{
    std::unique_ptr<Engine> engine(new Engine(std::move(options)));
    OUTPOST_CHECK(engine->build());
    return engine;
}

bool Engine::isOpen(const std::filesystem::path& worldHome)
{
    const int lock = ::open((worldHome / "console.lock").c_str(), O_RDWR | O_CLOEXEC);
    if (lock < 0)
        return false;
    const bool open = ::flock(lock, LOCK_EX | LOCK_NB) != 0;
    ::close(lock);
    return open;
}

Engine::~Engine()
{
    // Coroutines and work on the pool, such as an export that is being sealed, use the members below and do not know
    // when they go. So whatever could be waited for is closed first and answers that it was cancelled; then everybody
    // who waits goes on to his end, while all is there. What a flow had not written down by then is found out by the
    // next program, as after a crash.
    m_delay.end();
    if (m_curl)
        m_curl->stop();
    if (m_db)
        m_db->close();
    if (m_nearby)
        m_nearby->close();
    async::settle();
    if (m_lockFile >= 0)
        ::close(m_lockFile);
}

Result<void> Engine::build()
{
    OUTPOST_CHECK(wallet::hardenProcess());
    if (!m_options.demo && !m_options.faults.empty())
        return fail(errors::kUsage, "faults are the demo's", {"--fault"});
    if (m_options.home.empty())
        m_options.home = defaultHome();
    m_options.home = std::filesystem::absolute(m_options.home);
    m_worldHome = m_options.home / (m_options.demo ? "demo" : "real");
    OUTPOST_CHECK(m_files.makeDirectories(m_worldHome));
    if (m_options.exclusive) {
        m_lockFile = ::open((m_worldHome / "console.lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
        if (m_lockFile < 0 || ::flock(m_lockFile, LOCK_EX | LOCK_NB) != 0)
            return fail(errors::kAlreadyRunning, "console.lock", {m_worldHome.string()});
    }
    if (m_options.demo) {
        OUTPOST_CHECK(buildDemo());
    } else {
        m_clock = std::make_unique<SystemClock>();
    }
    OUTPOST_CHECK(buildNet());
    OUTPOST_TRY(m_db, store::Database::open({.file = m_worldHome / "store.db",
                                             .backups = m_worldHome / "backups",
                                             .demo = m_options.demo,
                                             .keepBackups = 3},
                                            *m_clock));
    buildServices();
    return {};
}

Result<void> Engine::buildDemo()
{
    for (const std::string& fault : m_options.faults) {
        if (const auto order = sim::FaultOrder::parse(fault); !order)
            return fail(errors::kUsage, order.error().detail, {"--fault " + fault + ": " + order.error().detail});
    }
    sim::HostOptions options;
    options.world.seed = m_options.seed;
    options.world.speed = m_options.speed;
    options.world.devices = m_options.devices;
    OUTPOST_TRY(m_demoHost, sim::DemoHost::startOrAttach(m_worldHome / "world", std::move(options), makeDemos));
    m_demoControl = std::make_unique<sim::DemoControl>(m_demoHost->endpoints());
    m_clock = std::make_unique<sim::DemoClock>(m_demoHost->endpoints().clockFile);
    if (!m_options.faults.empty())
        return m_demoControl->setFaults(m_options.faults);
    return {};
}

Result<void> Engine::buildNet()
{
    std::string overrides;
    if (!m_options.networkConfig.empty()) {
        OUTPOST_TRY(const Bytes file, m_files.read(m_options.networkConfig, 1u << 20));
        overrides = std::string(asText(file));
    }
    const NetworkSource source = primaryNetwork();
    const std::string descriptor = readResource(source.descriptor);
    OUTPOST_TRY(m_builtIn, readAddresses(descriptor, source.id, {}));
    OUTPOST_TRY(m_addresses, readAddresses(descriptor, source.id, overrides));
    if (m_options.demo) {
        m_addresses.rpc.clear();
        for (const std::string_view host : sim::kRpcHosts)
            m_addresses.rpc.push_back("https://" + std::string(host));
        m_addresses.das = {m_addresses.rpc.front()};
    }
    if (m_addresses.rpc.empty())
        return fail(errors::kBadNetworkConfig, "no address of a node");

    const auto allow = [&](const std::string& url, const char* purpose) -> Result<void> {
        return url.empty() ? Result<void>{} : m_hosts.allowUrl(url, purpose, source.id);
    };
    if (m_options.demo) {
        OUTPOST_CHECK(m_hosts.allowUrl(m_demoHost->endpoints().base("control.demo") + "/", "purpose.demo"));
    } else {
        for (std::size_t i = 0; i < m_addresses.rpc.size(); ++i)
            OUTPOST_CHECK(allow(m_addresses.rpc[i], i == 0 ? "purpose.chain" : "purpose.secondOpinion"));
        if (!m_addresses.das.empty())
            OUTPOST_CHECK(allow(m_addresses.das.front(), "purpose.directory"));
        OUTPOST_CHECK(allow(m_addresses.entities, "purpose.directory"));
        OUTPOST_CHECK(allow(m_addresses.onboarding, "purpose.onboarding"));
        OUTPOST_CHECK(allow(m_addresses.eccVerifier, "purpose.deviceCheck"));
        OUTPOST_CHECK(allow(m_addresses.coingecko, "purpose.prices"));
        OUTPOST_CHECK(allow(m_addresses.jupiter, "purpose.prices"));
        for (const std::string& host : m_addresses.oracleHosts)
            OUTPOST_CHECK(allow("https://" + host, "purpose.rewards"));
    }
    OUTPOST_TRY(m_curl, net::CurlHttpClient::create(m_hosts));
    HttpClient* inner = m_curl.get();
    if (m_options.demo) {
        m_demoHttp = std::make_unique<DemoHttpClient>(*m_curl, m_demoHost->endpoints());
        inner = m_demoHttp.get();
    }
    m_limiter = std::make_unique<net::RateLimiter>(*m_clock, m_options.demo ? net::Rate{1000, 1000} : net::Rate{});
    std::array<std::uint8_t, 8> seed{};
    m_rng.fill(seed);
    std::uint64_t jitter = 0;
    std::memcpy(&jitter, seed.data(), sizeof jitter);
    m_http = std::make_unique<net::RetryingHttpClient>(*inner, *m_limiter, delay(), *m_clock, jitter);

    using Endpoint = net::JsonRpcClient::Endpoint;
    const auto index = m_addresses.das.empty() ? std::optional<Endpoint>() : Endpoint{.url = m_addresses.das.front()};
    m_rpc = std::make_unique<ledger::SolanaRpc>(*m_http, *m_clock, Endpoint{.url = m_addresses.rpc[0]}, index);
    if (m_addresses.rpc.size() > 1)
        m_secondRpc =
            std::make_unique<ledger::SolanaRpc>(*m_http, *m_clock, Endpoint{.url = m_addresses.rpc[1]}, index);
    m_networks = makeNetworks({*m_http, *m_rpc, *m_clock, delay()}, m_addresses, m_options.demo);
    m_decoders = std::make_shared<solana::DecoderRegistry>();
    solana::addStandardDecoders(*m_decoders);
    for (const auto& network : m_networks)
        network->addDecoders(*m_decoders);
    return {};
}

void Engine::buildServices()
{
    m_settings = std::make_unique<store::Settings>(*m_db);
    m_devices = std::make_unique<store::Devices>(*m_db);
    m_series = std::make_unique<store::Series>(*m_db);
    m_prices = std::make_unique<store::Prices>(*m_db);
    m_activities = std::make_unique<store::Activities>(*m_db);
    m_journal = std::make_unique<store::Journal>(*m_db, *m_clock, store::processName());

    m_copies = std::make_unique<services::StoreCopies>(services::StoreCopies::Ports{*m_db, *m_clock, delay()});
    m_wordsFiles = std::make_unique<services::WordsFiles>(*m_settings);
    m_dataTransfer = std::make_unique<services::DataTransfer>(
        services::DataTransfer::Ports{*m_db, m_files, m_rng, *m_clock},
        m_options.demo ? wallet::World::Demo : wallet::World::Real, m_options.kdfFloor);

    std::vector<services::PricedAsset> priced;
    for (const auto& network : m_networks) {
        for (const auto& id : network->priceIds())
            priced.push_back({id.asset, id.coinGecko, id.mint, id.fixedNanoUsd});
    }
    services::PriceService::Options priceOptions;
    if (!m_addresses.coingecko.empty())
        priceOptions.coinGecko = services::PriceService::Source{.url = m_addresses.coingecko};
    if (!m_addresses.jupiter.empty())
        priceOptions.jupiter = services::PriceService::Source{.url = m_addresses.jupiter};
    m_priceService = std::make_unique<services::PriceService>(*m_http, *m_clock, std::move(priced), priceOptions);

    std::vector<wallet::DerivationScheme> schemes;
    for (const auto& network : m_networks) {
        if (auto* account = network->account()) {
            for (auto& scheme : account->schemes())
                schemes.push_back(std::move(scheme));
        }
    }
    m_wallets = std::make_unique<services::WalletService>(
        services::WalletService::Ports{m_files, m_rng, *m_clock, *m_settings}, m_worldHome / "wallets",
        m_options.demo ? wallet::World::Demo : wallet::World::Real, m_options.kdfFloor, std::move(schemes));
    m_signing = std::make_unique<services::SigningService>(*m_wallets);
    m_gate = std::make_unique<services::SigningGate>(
        services::SigningGate::Ports{*m_rpc, m_secondRpc.get(), *m_signing, *m_clock, delay()}, m_decoders);
    if (m_options.radio == nullptr && m_options.demo)
        m_radio = makeDemoRadio(*m_http, m_demoHost->endpoints(), *m_clock);
    else if (m_options.radio == nullptr)
        m_radio = std::make_unique<links::BluetoothProvider>(*m_clock);
    links::LinkProvider& radio = m_options.radio != nullptr ? *m_options.radio : *m_radio;
    m_nearby = std::make_unique<services::NearbyDevices>(
        services::NearbyDevices::Ports{radio, *m_clock, delay(), *m_settings}, networks());
    m_earnings = std::make_unique<services::EarningsService>(
        services::EarningsService::Ports{*m_series, *m_devices, *m_prices, *m_activities, *m_clock}, assets());
    m_sync = std::make_unique<services::FleetSync>(
        services::FleetSync::Ports{*m_devices, *m_series, *m_activities, *m_earnings, *m_wallets, *m_clock},
        networks());
    std::vector<networks::Flow*> flows;
    for (const auto& network : m_networks) {
        const auto own = network->flows();
        flows.insert(flows.end(), own.begin(), own.end());
    }
    m_runner = std::make_unique<services::OperationRunner>(
        services::OperationRunner::Ports{*m_journal, *m_gate, *m_nearby, *m_clock, delay(), m_rng}, std::move(flows));
    m_acts = std::make_unique<services::Acts>(
        services::Acts::Ports{*m_runner, *m_gate, *m_wallets, *m_nearby, *m_sync, *m_devices, *m_series, *m_clock},
        networks());
    m_addressSearch =
        std::make_unique<AddressSearch>(AddressSearch::Ports{*m_http, *m_clock, m_hosts, *m_settings}, m_options.demo);
}

std::vector<networks::Network*> Engine::networks() const
{
    std::vector<networks::Network*> list;
    for (const auto& network : m_networks)
        list.push_back(network.get());
    return list;
}

networks::Network* Engine::network(const NetworkId& id) const
{
    const auto it =
        std::find_if(m_networks.begin(), m_networks.end(), [&](const auto& network) { return network->id() == id; });
    return it == m_networks.end() ? nullptr : it->get();
}

std::vector<Asset> Engine::assets() const
{
    std::vector<Asset> list;
    for (const auto& network : m_networks) {
        for (Asset& asset : network->assets()) {
            if (std::find(list.begin(), list.end(), asset) == list.end())
                list.push_back(std::move(asset));
        }
    }
    return list;
}

std::vector<networks::ServiceProbe> Engine::serviceProbes() const
{
    std::vector<networks::ServiceProbe> all;
    const auto add = [&all](std::vector<networks::ServiceProbe> some) {
        all.insert(all.end(), std::make_move_iterator(some.begin()), std::make_move_iterator(some.end()));
    };
    for (std::size_t i = 0; i < m_addresses.rpc.size(); ++i)
        add(services::nodeProbes(m_addresses.rpc[i], i == 0 ? "purpose.chain" : "purpose.secondOpinion"));
    if (!m_addresses.das.empty())
        add(services::indexProbes(m_addresses.das.front()));
    std::vector<networks::PriceIds> priced;
    for (const auto& network : m_networks) {
        add(network->probes());
        for (auto& id : network->priceIds())
            priced.push_back(std::move(id));
    }
    add(services::priceProbes(m_addresses.coingecko, m_addresses.jupiter, priced));
    return all;
}

Future<void> Engine::start()
{
    m_copies->start();
    return m_wallets->load();
}

Future<bool> Engine::giveStarter()
{
    return async::toFuture([](QPointer<Engine> self) -> Task<bool> {
        if (!self->m_demoControl)
            co_return false;
        OUTPOST_CO_TRY(const Address address, self->m_wallets->currentAddress());
        const sim::DemoEndpoints endpoints = self->m_demoHost->endpoints();
        OUTPOST_CO_CHECK(co_await async::onPool(
            [endpoints, address] { return sim::DemoControl(endpoints).starter(address.str()); }));
        if (!self)
            co_return fail(outpost::errors::kCancelled);
        // Noted in the store and not taken from the demo's answer: a console that ended in between goes on here.
        const std::string note = "demo.past." + address.str();
        OUTPOST_CO_TRY(const auto settings, co_await self->m_settings->all());
        if (!self || settings.contains(note))
            co_return false;
        (void)co_await self->refreshPrices(); // a price feed that is gone must not keep a wallet from its devices
        if (!self)
            co_return fail(outpost::errors::kCancelled);
        OUTPOST_CO_CHECK(co_await self->m_sync->refresh(Currency::Eur));
        if (!self)
            co_return fail(outpost::errors::kCancelled);
        OUTPOST_CO_CHECK(co_await self->importDemoPast(address));
        if (!self)
            co_return fail(outpost::errors::kCancelled);
        OUTPOST_CO_CHECK(co_await self->m_settings->set(note, "1"));
        OUTPOST_CO_CHECK(co_await self->m_sync->refresh(Currency::Eur));
        co_return true;
    }(this));
}

Future<void> Engine::refreshPrices(CancelToken cancel)
{
    return async::toFuture([](QPointer<Engine> self, CancelToken token) -> Task<void> {
        OUTPOST_CO_TRY(auto prices, co_await self->m_priceService->refresh(false, std::move(token)));
        if (!self)
            co_return fail(outpost::errors::kCancelled);
        co_return co_await self->m_prices->add(std::move(prices));
    }(this, std::move(cancel)));
}

Task<void> Engine::importDemoPast(Address wallet)
{
    const QPointer<Engine> guard(this);
    const sim::DemoEndpoints endpoints = m_demoHost->endpoints();
    // What a console running since the demo's first day would have sampled, and the prices that it would have seen.
    OUTPOST_CO_TRY(auto history, co_await async::onPool([endpoints, wallet] {
                       return sim::DemoControl(endpoints).history(wallet.str());
                   }));
    std::vector<networks::PriceIds> ids;
    for (const auto& network : m_networks) {
        for (auto& id : network->priceIds())
            ids.push_back(std::move(id));
    }
    // What has no price now, because the feed is gone, would have shown none.
    OUTPOST_CO_TRY(const auto latest, co_await m_prices->latest(Currency::Eur));
    if (!guard)
        co_return fail(outpost::errors::kCancelled);
    std::erase_if(ids, [&](const networks::PriceIds& id) {
        return std::ranges::none_of(latest, [&](const Price& price) { return price.asset == id.asset; });
    });
    OUTPOST_CO_TRY(auto past, co_await async::onPool([endpoints, ids] { return pastPrices(endpoints, ids); }));
    if (!guard)
        co_return fail(outpost::errors::kCancelled);
    // The list of devices follows the ledger with a delay, and samples of devices that are not listed are dropped.
    std::set<DeviceId> named;
    for (const EarningSample& sample : history)
        named.insert(sample.device);
    for (int round = 0; round < kRoundsUntilListed; ++round) {
        OUTPOST_CO_TRY(const std::int64_t listed, co_await m_devices->count({}));
        if (!guard)
            co_return fail(outpost::errors::kCancelled);
        if (listed >= std::ssize(named))
            break;
        (void)co_await delay().after(kBetweenRounds);
        if (!guard)
            co_return fail(outpost::errors::kCancelled);
        OUTPOST_CO_CHECK(co_await m_sync->refresh(Currency::Eur));
        if (!guard)
            co_return fail(outpost::errors::kCancelled);
    }
    OUTPOST_CO_CHECK(co_await m_series->ingest(std::move(history)));
    co_return co_await m_prices->add(std::move(past));
}

} // namespace outpost::app
