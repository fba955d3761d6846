// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/async/Async.h"
#include "core/base/SecureBytes.h"
#include "core/chain/solana/DecodedTransaction.h"
#include "core/domain/Device.h"
#include "core/domain/Earning.h"
#include "core/domain/Known.h"
#include "core/domain/Operation.h"
#include "core/links/Gatt.h"
#include "core/wallet/Derivation.h"

namespace outpost::networks {

// What a network can do, as a bag of optional capabilities: absent means that the network has no such thing, and then
// no control for it appears. Implementations live in the network's own folder, read the outside through ports given to
// their constructor, and keep nothing on disk. **Thread:** GUI (an event loop is needed), results arrive there. Errors:
// the network's own codes, and those of net, links and ledger.

class Account {
public:
    virtual ~Account() = default;
    /// How owners of this network may have derived their keys; the first is what a new wallet uses.
    virtual std::vector<wallet::DerivationScheme> schemes() const = 0;
    /// The address of a public key, and whether a text is an address of this network in any of its spellings.
    virtual Address addressOf(ByteSpan publicKey) const = 0;
    virtual Result<Address> parseAddress(std::string_view text) const = 0;
};

class Directory {
public:
    virtual ~Directory() = default;
    /// Every device that an account owns; empty when none. A network with a Session answers the devices of the account
    /// that is signed in, whatever the owner.
    virtual Future<std::vector<Device>> devicesOf(Address owner, CancelToken cancel) = 0;
};

/// What an address holds. What could not be asked is not known, which is not zero.
struct Holdings {
    Known<Amount> coin;                ///< what fees are paid in
    Known<std::vector<Amount>> tokens; ///< of the network's assets, those that are there
};
class Balances {
public:
    virtual ~Balances() = default;
    /// One for each address, in their order, also where nothing could be asked.
    virtual Future<std::vector<Holdings>> holdings(std::vector<Address> owners, CancelToken cancel) = 0;
};

class Earnings {
public:
    virtual ~Earnings() = default;
    virtual std::vector<Asset> assets() const = 0;
    /// Lifetime totals as the network's sources give them now. A device they do not know is left out.
    virtual Future<std::vector<EarningSample>> sample(std::vector<Device> devices, CancelToken cancel) = 0;
    /// What could be collected now. Nothing where the network pays by itself or is collected from elsewhere.
    virtual Future<std::vector<Claimable>> claimable(std::vector<Device> /*devices*/, CancelToken /*cancel*/)
    {
        return async::ready<std::vector<Claimable>>(std::vector<Claimable>{});
    }
    /// How earnings reach their owner where Outpost does not collect them: a translatable id. Empty where it does.
    virtual std::string payout() const { return {}; }
};

/// A figure that a device measures.
struct Reading {
    std::string what; ///< translatable id
    double value = 0;
    std::string unit; ///< as written behind the figure, "hPa"
    int decimals = 0; ///< worth showing
};

/// What a network's services say of one device. Lamps that they say nothing about are left out.
struct DeviceReport {
    std::vector<Lamp> lamps;
    /// Stale when the device sent them too long ago; NotOffered when its services have none.
    Known<std::vector<Reading>> readings;
};

/// What the network's services know of how a device is, asked from afar.
class Health {
public:
    virtual ~Health() = default;
    virtual Future<DeviceReport> report(Device device, CancelToken cancel) = 0;
};

struct SessionState {
    bool isSignedIn = false;
    std::string account;     ///< as the person typed it, plain and capped; empty when nobody signed in
    bool isOfficial = false; ///< false: the service is the one of the network's own app, made for nobody else
};

/// Signing in to a cloud to whose accounts a network's devices belong. Tokens stay in memory.
class Session {
public:
    virtual ~Session() = default;
    virtual SessionState state() const = 0;
    /// The password is wiped by the callee when it is no longer needed.
    virtual Future<void> signIn(std::string account, std::shared_ptr<SecureBytes> password, CancelToken cancel) = 0;
    virtual void signOut() = 0;
};

struct CoverageCell {
    std::uint64_t cell = 0;
    int devices = 0;
};
class Coverage {
public:
    virtual ~Coverage() = default;
    /// Cells that have a device, at most `limit`; the source's own date.
    virtual Future<Known<std::vector<CoverageCell>>> cells(std::size_t limit, CancelToken cancel) = 0;
};

// --- Flows: acts as data
// -------------------------------------------------------------------------------------------------

enum class TxFamily { Solana = 0 };

/// A transaction that somebody built and nobody approved yet.
struct DraftTransaction {
    TxFamily family = TxFamily::Solana;
    Bytes transaction;              ///< in wire form; slots of other signers may be filled
    std::uint64_t expiresAfter = 0; ///< last valid block height
    /// For one that a server built: the transaction we would have built ourselves; the gate requires that both are the
    /// same but for compute budget and the named fee payer. Empty when we built `transaction`.
    Bytes expected;
    std::string feePayer;     ///< address of a foreign fee payer that the plan allows, else empty
    std::string feePayerRole; ///< plain text, e.g. the maker's name
};

/// What a flow needs besides the operation itself.
struct FlowContext {
    Address wallet;
    links::GattClient* device = nullptr; ///< connected; null when the step needs none or the device is away
    CancelToken cancel;
};

struct StepOutcome {
    enum class Kind {
        Done,       ///< it has happened; `data` is added to the step
        NotDone,    ///< findOut: it has not happened
        NeedDevice, ///< go on when the device is connected
        Sign,       ///< perform: have `draft` approved, signed, sent and finalised; then findOut again
        Wait,       ///< ask again after `wait`; `waitingFor` is a translatable id
    };
    Kind kind = Kind::Done;
    std::map<std::string, std::string> data;
    std::optional<DraftTransaction> draft;
    std::chrono::milliseconds wait{0};
    std::string waitingFor;
};

/// What of an operation has happened, for the record: never more than its steps that are done.
struct FlowOutcome {
    std::vector<std::string> titleArgs;
    std::vector<Amount> receive;
    std::vector<CostLine> cost;
};

/// Runs the steps of one kind of operation ("collect", "onboard", "place"). The engine that calls it persists
/// everything between two calls, so a call may be repeated after a crash at any point: findOut must look outside, never
/// remember.
class Flow {
public:
    virtual ~Flow() = default;
    virtual std::string kind() const = 0;
    /// True when a failed step does not stop the ones behind it (collecting from many devices).
    virtual bool stepsAreIndependent() const = 0;
    /// Asked when an operation is done, or partly done where steps are independent; such flows count what is done.
    virtual FlowOutcome outcomeOf(const Operation& operation) const
    {
        return {operation.titleArgs, operation.receive, operation.cost};
    }
    virtual Future<StepOutcome> findOut(const Operation& operation, std::size_t step, FlowContext context) = 0;
    virtual Future<StepOutcome> perform(const Operation& operation, std::size_t step, FlowContext context) = 0;
};

struct LeftOut {
    DeviceId device;
    std::string reason; ///< translatable id
    std::vector<std::string> args;
};

/// A proposal: nothing has been written anywhere. Amounts and the full cost are filled in.
struct FlowPlan {
    Operation operation;
    std::vector<LeftOut> leftOut;
};

class Collecting {
public:
    virtual ~Collecting() = default;
    /// One step per transaction.
    virtual Future<FlowPlan> plan(std::vector<Device> devices, Address wallet, CancelToken cancel) = 0;
};

/// What a device beside the computer says of itself, by its own protocol.
struct LocalIdentity {
    DeviceId id; ///< from its public key
    std::string publicKey;
    std::string registrationKey; ///< what a registry looks it up by; may equal publicKey
    std::string name;
    std::string serial;
    std::string firmware;
    std::string maker;
    std::string style; ///< firmware family, for quirks; stable id
};

struct OnboardingOffer {
    LocalIdentity device;
    bool alreadyRegistered = false;
    std::string owner;   ///< when registered
    std::string mode;    ///< stable id, e.g. "maker-paid", "self-paid"
    std::string maker;   ///< plain text
    std::string problem; ///< translatable id why it cannot be registered; empty when it can
    std::vector<CostLine> cost;
    int cellResolution = 12;
    std::int32_t minGainTenthDbi = 0;
    std::int32_t maxGainTenthDbi = 0;
    std::map<std::string, std::string> data; ///< the network's own; carried into the plan
};

class Onboarding {
public:
    virtual ~Onboarding() = default;
    virtual Future<OnboardingOffer> examine(LocalIdentity device, Address wallet, CancelToken cancel) = 0;
    virtual FlowPlan plan(const OnboardingOffer& offer, const Place& place, const Address& wallet) = 0;
    /// Moving a registered device: cost and steps.
    virtual Future<FlowPlan> planPlace(Device device, Place place, Address wallet, CancelToken cancel) = 0;
};

// --- The device's own protocol over a link
// -------------------------------------------------------------------------------

struct WifiNetwork {
    Bytes ssid; ///< as the device sent it; need not be text
    bool saved = false;
};
struct WifiStatus {
    Bytes current; ///< empty when not connected
    std::optional<bool> ethernetOnline;
    std::vector<WifiNetwork> networks; ///< strongest first
};

struct LocalDiagnostics {
    /// Raw pairs as the device sent them, plain and capped.
    std::vector<std::pair<std::string, std::string>> values;
    std::vector<Lamp> lamps;
};

class LocalProtocol {
public:
    virtual ~LocalProtocol() = default;
    virtual std::vector<links::Uuid> serviceUuids() const = 0;
    virtual bool recognises(const links::Advertisement& advertisement) const = 0;
    virtual Future<LocalIdentity> identify(links::GattClient& device, CancelToken cancel) = 0;
    virtual Future<WifiStatus> wifi(links::GattClient& device, CancelToken cancel) = 0;
    /// Finishes when the device says that it is connected. The passphrase is wiped by the callee.
    virtual Future<void> joinWifi(links::GattClient& device, Bytes ssid, std::shared_ptr<SecureBytes> passphrase,
                                  CancelToken cancel) = 0;
    virtual Future<LocalDiagnostics> diagnostics(links::GattClient& device, CancelToken cancel) = 0;
};

/// A sentence of a network, for app/format: shown for the id, which is an error's code or another translatable id.
/// `text` and `action` are source texts for translation (context "Network"), with %1, %2 for arguments.
struct NetworkText {
    const char* id;
    const char* text;
    const char* action; ///< null where there is nothing to do
};

/// How price services know an asset.
struct PriceIds {
    AssetId asset;
    std::string coinGecko;              ///< empty: not asked there
    std::string mint;                   ///< base58; empty: not asked where prices go by mint
    std::optional<Int128> fixedNanoUsd; ///< fixed by a rule of the network; then nobody is asked
};

/// A right answer to a probe: its status, and a line for each field that Outpost reads, "path type". A path is names
/// joined by dots, "[]" for each element of a list (of which there may be none), "{}" for each value of an object; a
/// type is string, number, integer, boolean, list, object, or several of them and null joined by "|". A path with "?"
/// at its end may be missing.
struct ProbeAnswer {
    int status = 200;
    std::string fields;
};
/// One question to a service that changes nothing there, asked with what everybody may know.
struct ServiceProbe {
    std::string id;      ///< stable, for reports: "registry.device"
    std::string purpose; ///< of the host, as the list of hosts names it
    std::string url;
    std::string body = {};            ///< JSON to send; empty: only read
    std::vector<ProbeAnswer> answers; ///< any of them is right
};

/// One network: what it is called and what it can do. Null means it cannot.
class Network {
public:
    virtual ~Network() = default;
    virtual NetworkId id() const = 0;
    virtual std::string title() const = 0; ///< a proper name, not translated
    virtual std::vector<Asset> assets() const = 0;
    virtual std::vector<PriceIds> priceIds() const { return {}; }
    virtual std::span<const NetworkText> texts() const = 0;
    /// Whether the part of a device's id behind "<network>:" can be one, so that a slip in typing is told at once.
    virtual bool isDeviceKey(std::string_view key) const { return !key.empty(); }
    /// Puts the programs that its transactions call on the decoder's allow-list.
    virtual void addDecoders(solana::DecoderRegistry&) const {}
    virtual Account* account() { return nullptr; }
    virtual Balances* balances() { return nullptr; }
    virtual Directory* directory() { return nullptr; }
    virtual Earnings* earnings() { return nullptr; }
    virtual Health* health() { return nullptr; }
    virtual Session* session() { return nullptr; }
    virtual Collecting* collecting() { return nullptr; }
    virtual Onboarding* onboarding() { return nullptr; }
    virtual LocalProtocol* localProtocol() { return nullptr; }
    virtual Coverage* coverage() { return nullptr; }
    virtual std::vector<Flow*> flows() { return {}; }
    /// One at least for each of its services' hosts.
    virtual std::vector<ServiceProbe> probes() const { return {}; }
};

} // namespace outpost::networks
