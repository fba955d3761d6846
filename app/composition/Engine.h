// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/geocoding/AddressSearch.h"
#include "core/net/CurlHttpClient.h"
#include "core/net/HostRegistry.h"
#include "core/net/RateLimiter.h"
#include "core/net/RetryingHttpClient.h"
#include "core/services/Acts.h"
#include "core/services/DataTransfer.h"
#include "core/services/SigningGate.h"
#include "core/services/StoreCopies.h"
#include "core/services/WordsFiles.h"
#include "core/services/prices/PriceService.h"
#include "core/sim/DemoClock.h"
#include "core/sim/DemoControl.h"
#include "core/sim/serve/DemoHost.h"
#include "core/store/Devices.h"

#include <QObject>

namespace outpost::app {

namespace errors {
/// Another console works on this home.
inline constexpr ErrorCode kAlreadyRunning{"app.alreadyRunning", ExitClass::InUse};
inline constexpr ErrorCode kBadNetworkConfig{"app.badNetworkConfig", ExitClass::Usage};
inline constexpr ErrorCode kUsage{"app.usage", ExitClass::Usage};
/// Something has to be typed, and there is no terminal.
inline constexpr ErrorCode kNoTerminal{"app.noTerminal", ExitClass::Usage};
/// A file with the recovery words proves no paper.
inline constexpr ErrorCode kWordsFileProvesNothing{"app.wordsFileProvesNothing", ExitClass::Refused};
/// The text is not the id of a device of any network.
inline constexpr ErrorCode kNotADeviceId{"app.notADeviceId", ExitClass::Usage};
inline constexpr ErrorCode kApp[] = {kAlreadyRunning, kBadNetworkConfig,       kUsage,
                                     kNoTerminal,     kWordsFileProvesNothing, kNotADeviceId};
} // namespace errors

/// What the command line decides.
struct EngineOptions {
    std::filesystem::path home; ///< empty: the system's place for user data
    bool demo = false;
    std::uint64_t seed = 1;
    double speed = 1;
    std::optional<int> devices;
    std::vector<std::string> faults;
    std::filesystem::path networkConfig; ///< endpoint addresses that replace the descriptor's
    bool exclusive = false;              ///< the console: only one per home
    wallet::KdfFloor kdfFloor = {};      ///< only tests can name another
    Delay* delay = nullptr;              ///< null: real timers. Outlives the engine
    /// Null: Bluetooth, and on the demo its own radio. Outlives the engine.
    links::LinkProvider* radio = nullptr;
};

/// Addresses of one network's services, from its descriptor and from what the person put in their place.
struct NetworkAddresses {
    std::vector<std::string> rpc;
    std::vector<std::string> das; ///< nodes that have the index of digital assets; the first is asked
    std::string entities;
    std::string onboarding;
    std::string eccVerifier;
    std::vector<std::string> oracleHosts;
    std::string coingecko;
    std::string jupiter;
    bool overridden = false; ///< said in the top bar for as long as it is so
};

/// The composition root: builds every part once, on the real network or on the demo, and owns it all. Either program
/// makes exactly one.
/// **Thread:** GUI; create() blocks for what opening the store takes, and on a new demo for its making (about a
/// second).
class Engine final : public QObject {
    Q_OBJECT
public:
    static Result<std::unique_ptr<Engine>> create(EngineOptions options);
    /// Whether a console works on this world's home.
    static bool isOpen(const std::filesystem::path& worldHome);
    ~Engine() override;

    /// Loads wallets and has the store copied each day. Call once, then use the rest.
    Future<void> start();
    /// On the demo: gives the current wallet its starter devices, money and what would have been sampled so far. Once
    /// per wallet.
    Future<bool> giveStarter();
    /// Prices from the network's sources into the store.
    Future<void> refreshPrices(CancelToken cancel = {});

    const EngineOptions& options() const { return m_options; }
    const std::filesystem::path& worldHome() const { return m_worldHome; }
    bool isDemo() const { return m_options.demo; }
    bool hasOverriddenEndpoints() const { return m_addresses.overridden; }
    const NetworkAddresses& addresses() const { return m_addresses; }
    /// Those that come with Outpost, whatever took their place.
    const NetworkAddresses& builtInAddresses() const { return m_builtIn; }
    net::HostRegistry& hosts() { return m_hosts; }
    store::OpenReport storeReport() const { return m_db->report(); }

    const Clock& clock() const { return *m_clock; }
    Delay& delay() { return m_delay; }
    SecureRng& rng() { return m_rng; }
    FileSystem& files() { return m_files; }
    HttpClient& http() { return *m_http; }
    net::CurlHttpClient& curl() { return *m_curl; }
    ledger::SolanaRpc& rpc() { return *m_rpc; }
    store::Database& database() { return *m_db; }
    store::Settings& settings() { return *m_settings; }
    store::Devices& devices() { return *m_devices; }
    store::Series& series() { return *m_series; }
    store::Prices& prices() { return *m_prices; }
    services::PriceService& priceService() { return *m_priceService; }
    store::Activities& activities() { return *m_activities; }
    store::Journal& journal() { return *m_journal; }
    services::StoreCopies& copies() { return *m_copies; }
    services::WordsFiles& wordsFiles() { return *m_wordsFiles; }
    services::DataTransfer& dataTransfer() { return *m_dataTransfer; }
    services::WalletService& wallets() { return *m_wallets; }
    services::NearbyDevices& nearby() { return *m_nearby; }
    services::EarningsService& earnings() { return *m_earnings; }
    services::FleetSync& sync() { return *m_sync; }
    services::OperationRunner& runner() { return *m_runner; }
    services::Acts& acts() { return *m_acts; }
    AddressSearch& addressSearch() { return *m_addressSearch; }
    std::vector<networks::Network*> networks() const;
    networks::Network* network(const NetworkId& id) const; ///< null when there is none of this name
    std::vector<Asset> assets() const;
    /// One question at least to each host that networks, nodes and prices have: read-only, with published addresses.
    std::vector<networks::ServiceProbe> serviceProbes() const;
    /// Null on the real network.
    sim::DemoHost* demoHost() { return m_demoHost.get(); }
    sim::DemoControl* demoControl() { return m_demoControl.get(); }

private:
    explicit Engine(EngineOptions options);
    Result<void> build();
    Result<void> buildDemo();
    Result<void> buildNet();
    void buildServices();
    Task<void> importDemoPast(Address wallet);

    EngineOptions m_options;
    std::filesystem::path m_worldHome;
    int m_lockFile = -1;
    std::unique_ptr<sim::DemoHost> m_demoHost;
    std::unique_ptr<sim::DemoControl> m_demoControl;
    std::unique_ptr<Clock> m_clock;
    TimerDelay m_timers;
    EndableDelay m_delay;
    SodiumRng m_rng;
    PosixFileSystem m_files;
    NetworkAddresses m_addresses;
    NetworkAddresses m_builtIn;
    net::HostRegistry m_hosts;
    std::unique_ptr<net::CurlHttpClient> m_curl;
    std::unique_ptr<HttpClient> m_demoHttp;
    std::unique_ptr<net::RateLimiter> m_limiter;
    std::unique_ptr<net::RetryingHttpClient> m_http;
    std::unique_ptr<ledger::SolanaRpc> m_rpc;
    std::unique_ptr<ledger::SolanaRpc> m_secondRpc;
    std::vector<std::unique_ptr<networks::Network>> m_networks;
    std::shared_ptr<solana::DecoderRegistry> m_decoders; ///< shared with reviews in flight
    std::unique_ptr<store::Database> m_db;
    std::unique_ptr<store::Settings> m_settings;
    std::unique_ptr<store::Devices> m_devices;
    std::unique_ptr<store::Series> m_series;
    std::unique_ptr<store::Prices> m_prices;
    std::unique_ptr<store::Activities> m_activities;
    std::unique_ptr<store::Journal> m_journal;
    std::unique_ptr<services::StoreCopies> m_copies;
    std::unique_ptr<services::WordsFiles> m_wordsFiles;
    std::unique_ptr<services::DataTransfer> m_dataTransfer;
    std::unique_ptr<links::LinkProvider> m_radio;
    std::unique_ptr<services::PriceService> m_priceService;
    std::unique_ptr<services::WalletService> m_wallets;
    std::unique_ptr<services::SigningService> m_signing;
    std::unique_ptr<services::SigningGate> m_gate;
    std::unique_ptr<services::NearbyDevices> m_nearby;
    std::unique_ptr<services::EarningsService> m_earnings;
    std::unique_ptr<services::FleetSync> m_sync;
    std::unique_ptr<services::OperationRunner> m_runner;
    std::unique_ptr<services::Acts> m_acts;
    std::unique_ptr<AddressSearch> m_addressSearch;
};

/// The descriptor's addresses with those of the person's file in their place. Only addresses can be replaced: mints,
/// programs and allow-lists come from the build. Nodes that name one host only and more than once are completed by the
/// descriptor's: the same host twice is no second opinion. errors::kBadNetworkConfig.
Result<NetworkAddresses> readAddresses(std::string_view descriptor, std::string_view network,
                                       std::string_view overrides);

} // namespace outpost::app
