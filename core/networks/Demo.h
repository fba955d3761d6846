// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/Earning.h"
#include "core/domain/Ids.h"
#include "core/networks/DemoProgram.h"

#include <nlohmann/json.hpp>

#include <map>
#include <memory>

namespace outpost::demo {

// What a network plugs into the demo engine (core/sim): its programs, its HTTP services, its devices. A network's demo/
// folder includes this header and nothing of the client side, so that the two sides can disagree and a test sees it.

using Json = nlohmann::json;

/// Things that can be made to go wrong, by the name that `--fault` takes.
enum class Fault {
    DeviceDropMidWrite,    ///< device-drop-mid-write: the link is lost while a value is being written
    WrongWifiPassword,     ///< wrong-wifi-password: devices refuse the next passphrase
    RpcTimeoutAfterAccept, ///< rpc-timeout-after-accept: the ledger takes a transaction, and the answer never comes
    BlockhashExpires,      ///< blockhash-expires: the next transaction meets a blockhash that is too old
    OracleDisagrees,       ///< oracle-disagrees: a second source of rewards answers another figure
    PriceFeedGone,         ///< price-feed-gone: price services do not know any price
    Http429,               ///< http-429: too many requests, with Retry-After
    Http500,               ///< http-500
    HttpGarbage,           ///< http-garbage: a web page or noise where JSON is due
    Http10Mb,              ///< http-10mb: a reply of 10 MB
    ClockSkew,             ///< clock-skew: this computer's clock is 17 minutes ahead of the chain's
};
std::string_view faultName(Fault fault);
std::optional<Fault> faultFromName(std::string_view name);
std::span<const Fault> allFaults();

struct MintSpec {
    Pubkey key;
    int decimals = 0;
    Pubkey mintAuthority;
    std::optional<Pubkey> freezeAuthority;
};

struct TreeSpec {
    Pubkey key;
    int depth = 14; ///< one of the sizes that the compression program knows, e.g. 14/64, 20/256
    int bufferSize = 64;
    int canopyDepth = 0;
    Pubkey creator;
};

/// The demo world: a ledger, an index of compressed assets, prices and what networks remember, all from one seed, all
/// persisted with the request or transaction that changed it. **Thread:** whoever is called by the engine holds the
/// world's lock; keep no reference beyond the call.
class World {
public:
    virtual ~World() = default;

    virtual std::uint64_t seed() const = 0;
    /// Wanted number of this wallet's starter devices of a network (`--devices`), if given.
    virtual std::optional<int> wantedDevices() const = 0;
    /// A stream of its own for each label; asking again starts it again.
    Random random(std::string_view label) const { return Random(seed(), label); }
    /// The key pair of a party of this world ("maker.one", "oracle"), always the same for one seed and label.
    virtual Keypair keypair(std::string_view label) const = 0;

    virtual Time now() const = 0; ///< demo time
    std::int64_t day() const { return toUnixSeconds(now()) / 86'400; }
    virtual Time createdAt() const = 0; ///< the demo time at which the world was made
    virtual ChainClock chainClock() const = 0;

    /// True when the fault is switched on; counts one use, and the fault ends with its last.
    virtual bool takeFault(Fault fault) = 0;
    virtual bool hasFault(Fault fault) const = 0; ///< without counting

    // Accounts. set() with zero lamports removes. These bypass programs: for populate(), newDay() and refresh().
    virtual const Account* account(const Pubkey& key) const = 0;
    virtual void setAccount(const Pubkey& key, Account account) = 0;
    virtual std::uint64_t rentExemptMinimum(std::size_t dataSize) const = 0;
    /// An account of a program with these bytes, rent-exempt.
    void setData(const Pubkey& key, const Pubkey& owner, Bytes data);
    virtual void airdrop(const Pubkey& key, std::uint64_t lamports) = 0;
    virtual void createMint(const MintSpec& mint) = 0;
    /// Mints without asking an authority, into the owner's associated token account, which it makes; the supply
    /// follows.
    virtual void issueTokens(const Pubkey& mint, const Pubkey& owner, std::uint64_t amount) = 0;
    std::uint64_t tokenBalance(const Pubkey& mint, const Pubkey& owner) const;

    // Compressed trees and the indexer.
    virtual void createTree(const TreeSpec& tree) = 0;
    /// For populate(): minted and indexed at once. Ends the process when the tree does not exist or is full.
    virtual Asset mintCompressed(const NewAsset& asset) = 0;
    virtual std::optional<Asset> asset(const Pubkey& id) const = 0;
    virtual std::vector<Asset> assetsOf(const Pubkey& owner) const = 0; ///< in order of minting, burnt ones left out
    virtual Pubkey treeRoot(const Pubkey& tree) const = 0;
    /// Leaf to root, the whole depth. Empty when there is no such leaf.
    virtual std::vector<Pubkey> treeProof(const Pubkey& tree, std::uint32_t index) const = 0;
    /// The same without what the tree's canopy holds: what a transaction appends.
    virtual std::vector<Pubkey> trimmedProof(const Pubkey& tree, std::uint32_t index) const = 0;

    // Transactions.
    virtual Pubkey latestBlockhash() const = 0;
    /// Executes a transaction as everybody's are executed; the first signer pays. Answers the signature;
    /// errors::kInternal with the ledger's words when refused.
    virtual Result<std::string> submit(const std::vector<Instruction>& instructions,
                                       const std::vector<Keypair>& signers) = 0;
    /// Runs one without effect and without looking at signatures: nothing when it would succeed, else the error as
    /// JSON-RPC writes it, with the last log lines.
    virtual std::optional<std::string> simulate(ByteSpan transaction) = 0;

    // Prices, moving by the seed. Ids are CoinGecko's ("solana"); a price is nano-dollars of one whole unit, 0 when
    // there is none.
    virtual std::uint64_t priceNanoUsd(std::string_view id, Time at) const = 0;
    std::uint64_t priceNanoUsd(std::string_view id) const { return priceNanoUsd(id, now()); }

    // What a network remembers, by key; undone with the transaction or request that failed.
    virtual std::optional<Json> recall(std::string_view network, std::string_view key) const = 0;
    virtual void remember(std::string_view network, std::string_view key, Json value) = 0; ///< null forgets
    virtual std::vector<std::string> remembered(std::string_view network,
                                                std::string_view keyPrefix) const = 0; ///< sorted keys
};

/// JSON from outside; discarded (Json::is_discarded) when it is none or nested deeper than any of the demo's protocols.
Json parsedJson(std::string_view text);

struct DemoHttpRequest {
    std::string method; ///< upper case
    std::string host;
    std::string path; ///< decoded, without the query
    std::multimap<std::string, std::string> query;
    std::multimap<std::string, std::string> headers; ///< names in lower case
    std::string body;

    std::string queryValue(const std::string& name) const; ///< empty when not there
    std::string header(const std::string& name) const;
    /// The body as JSON, or a null value when it is none.
    Json json() const;
};

struct DemoHttpResponse {
    int status = 200;
    std::string contentType = "application/json";
    std::string body;
    std::vector<std::pair<std::string, std::string>> headers;

    static DemoHttpResponse ofJson(const Json& value, int status = 200)
    {
        return {status, "application/json", value.dump(), {}};
    }
};

/// A service on the network's side. It answers only routes and fields that its protocol documents. **Thread:** the
/// world's.
class HttpService {
public:
    virtual ~HttpService() = default;
    /// The real host names that it stands for.
    virtual std::vector<std::string> hosts() const = 0;
    virtual DemoHttpResponse handle(World& world, const DemoHttpRequest& request) = 0;
};

struct RadioAdvertisement {
    std::string name;
    std::vector<std::string> services; ///< UUIDs in lower case with hyphens, 128 bit
    int rssiDbm = -60;
    bool isAdvertising = true;
};

struct GattCharacteristic {
    std::string service;
    std::string uuid;
    bool canRead = false;
    bool canWrite = false;
    bool canNotify = false;
};

struct GattNotification {
    std::string characteristic;
    Bytes value;
    std::chrono::milliseconds after{0}; ///< real time from the call on
};

/// What a device does with one call. A delay is real time, waited without holding the world.
struct GattReply {
    enum class Outcome {
        Ok,
        Refused, ///< an error of the attribute protocol
        Dropped, ///< the link goes away instead
    };
    Outcome outcome = Outcome::Ok;
    Bytes value;
    std::chrono::milliseconds delay{0};
    std::vector<GattNotification> notifications; ///< sent to whoever has subscribed

    static GattReply ok(Bytes value = {}) { return {Outcome::Ok, std::move(value), {}, {}}; }
    static GattReply refused() { return {Outcome::Refused, {}, {}, {}}; }
    static GattReply dropped() { return {Outcome::Dropped, {}, {}, {}}; }
};

/// A device beside the computer, seen through its radio. What it remembers goes through World::remember, so that the
/// next process sees it. Fault::DeviceDropMidWrite is the engine's; Fault::WrongWifiPassword is the device's to take.
/// **Thread:** the world's.
class DemoDevice {
public:
    virtual ~DemoDevice() = default;
    virtual std::string id() const = 0; ///< the radio's address, "C0:FF:EE:00:00:01"
    virtual RadioAdvertisement advertisement(World& world) = 0;
    virtual std::vector<GattCharacteristic> characteristics() const = 0;
    virtual GattReply connected(World& world) = 0;
    virtual void disconnected(World& world) = 0;
    virtual GattReply read(World& world, const std::string& characteristic) = 0;
    virtual GattReply write(World& world, const std::string& characteristic, ByteSpan value) = 0;
    virtual GattReply subscribed(World& world, const std::string& characteristic) = 0;
};

/// An asset whose price the demo's price services quote.
struct QuotedAsset {
    std::string id;                 ///< CoinGecko's id
    std::string mint;               ///< base58; what Jupiter's service is asked by
    std::uint64_t startNanoUsd = 0; ///< when the world was made
    double dailyMove = 0.03;        ///< standard deviation of one day's change
    int decimals = 9;
};

/// A town that the demo's search for addresses knows.
struct KnownTown {
    std::string name;
    std::string country; ///< in English
    double latitude = 0;
    double longitude = 0;
    double spread = 0.03; ///< how far its streets reach, in degrees of latitude
};

/// One network's part of the demo. Made once per process; everything lasting is in the World. **Thread:** the world's.
class Demo {
public:
    virtual ~Demo() = default;
    virtual std::string network() const = 0; ///< the folder's name
    virtual std::vector<std::unique_ptr<Program>> programs() = 0;
    virtual std::vector<std::unique_ptr<HttpService>> services() = 0;
    virtual std::vector<std::unique_ptr<DemoDevice>> devices() = 0;
    virtual std::vector<QuotedAsset> quotedAssets() const { return {}; }
    virtual std::vector<KnownTown> towns() const { return {}; }
    /// Once, when the world is made. Budget: 0.5 s for a dozen devices with half a year behind them.
    virtual void populate(World& world) = 0;
    /// Once for every midnight (UTC) of demo time that passed; `day` counts from 1970 and is the day that begins.
    virtual void newDay(World& world, std::int64_t day) = 0;
    /// Before a request is served, at most once per minute of demo time: cranks, for instance a price account that must
    /// be fresh.
    virtual void refresh(World&) {}
    /// Gives a new wallet something to see, by real transactions (World::submit). Called at most once per wallet.
    virtual Result<void> starter(World& world, const Pubkey& wallet) = 0;
    /// What a console that had been running since the world's first day would have sampled of this wallet's devices,
    /// oldest first; composition puts it into the demo store when the wallet gets its starter.
    virtual std::vector<EarningSample> history(World&, const Pubkey& /*wallet*/) { return {}; }
};

} // namespace outpost::demo
