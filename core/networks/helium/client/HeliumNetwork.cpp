// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/networks/helium/client/HeliumNetwork.h"

#include "core/base/Encoding.h"
#include "core/domain/Cells.h"
#include "core/networks/helium/protocol/AnimalName.h"
#include "core/networks/helium/protocol/Decoders.h"
#include "core/networks/helium/protocol/ProtocolErrors.h"

namespace outpost::helium {

using networks::CoverageCell;

namespace {

constexpr std::size_t kMaxDevices = 100'000;
constexpr int kCoverageResolution = 8; // the entity service gives no finer places

/// The registration account is named in the asset itself: second creator, or the end of the metadata's address.
std::optional<PublicKey> keyToAssetOf(const ledger::DigitalAsset& asset)
{
    if (asset.creators.size() > 1)
        return asset.creators[1].address;
    const auto slash = asset.jsonUri.rfind('/');
    if (slash == std::string::npos)
        return std::nullopt;
    const auto key = PublicKey::fromBase58(asset.jsonUri.substr(slash + 1));
    return key ? std::optional(*key) : std::nullopt;
}

std::optional<Place> placeOf(const IotHotspotInfo& info)
{
    if (!info.location || !isValidCell(*info.location))
        return std::nullopt;
    const auto centre = cellCentre(*info.location);
    if (!centre)
        return std::nullopt;
    return Place{*info.location, *centre, info.elevation, info.gain};
}

Task<std::vector<Device>> devicesTask(HeliumChain* chain, HeliumServices* services, Address owner, CancelToken cancel)
{
    OUTPOST_CO_TRY(const PublicKey wallet, PublicKey::fromBase58(owner.str()));
    OUTPOST_CO_TRY(
        const auto assets,
        co_await chain->rpc().searchAllAssets(
            {.owner = wallet, .creator = pda::fixed().entityCreator, .collection = std::nullopt, .tokenType = {}},
            kMaxDevices, cancel));
    std::vector<PublicKey> registrations;
    std::vector<const ledger::DigitalAsset*> candidates;
    for (const ledger::DigitalAsset& asset : assets) {
        const auto key = keyToAssetOf(asset);
        if (!key || asset.isBurnt || asset.owner != wallet)
            continue;
        registrations.push_back(*key);
        candidates.push_back(&asset);
    }
    OUTPOST_CO_TRY(const auto read,
                   co_await chain->rpc().accounts(registrations, ledger::Commitment::Confirmed, std::nullopt, cancel));

    struct Candidate {
        KeyToAsset registration;
        const ledger::DigitalAsset* asset;
    };
    std::vector<Candidate> hotspots;
    std::vector<PublicKey> infoKeys;
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        if (!read.accounts[i] || read.accounts[i]->owner != program::kEntityManager)
            continue;
        const auto registration = parseKeyToAsset(read.accounts[i]->data);
        // An asset that only claims to be a device is left out: the chain's record must name it.
        if (!registration || !registration->isBase58Key || registration->asset != candidates[i]->id ||
            pda::keyToAsset(registration->entityKey) != registrations[i])
            continue;
        hotspots.push_back({*registration, candidates[i]});
        infoKeys.push_back(pda::iotInfo(registration->entityKey));
    }
    OUTPOST_CO_TRY(const auto infos,
                   co_await chain->rpc().accounts(infoKeys, ledger::Commitment::Confirmed, std::nullopt, cancel));
    // Names of places are a convenience of another service; without it the list is whole all the same. Who has nothing
    // is not named there.
    std::map<std::string, std::string> cities;
    if (!hotspots.empty()) {
        if (const auto places = co_await services->placesOf(owner.str(), cancel)) {
            for (const EntityPlace& place : *places)
                cities[place.keyToAsset] = place.city;
        }
    }

    std::vector<Device> devices;
    for (std::size_t i = 0; i < hotspots.size(); ++i) {
        const Candidate& hotspot = hotspots[i];
        const std::string address = toBase58(hotspot.registration.entityKey);
        Device device;
        device.id = DeviceId("helium:" + address);
        device.network = NetworkId("helium");
        device.owner = owner;
        device.name = animalTitle(address);
        device.kind = "hotspot.lorawan";
        device.status = DeviceStatus::NotSetUp;
        device.problem = "problem.notOnboarded";
        if (infos.accounts[i] && infos.accounts[i]->owner == program::kEntityManager) {
            if (const auto info = parseIotHotspotInfo(infos.accounts[i]->data)) {
                device.place = placeOf(*info);
                device.kind = info->isFullHotspot ? "hotspot.lorawan" : "hotspot.lorawanData";
                device.status = DeviceStatus::Working;
                device.problem.clear();
            }
        }
        device.city = cities[pda::keyToAsset(hotspot.registration.entityKey).toBase58()];
        device.networkData = HotspotData{hotspot.registration.entityKey, hotspot.asset->id}.toJson();
        devices.push_back(std::move(device));
    }
    co_return devices;
}

Knowledge whyUnknown(const Error& error)
{
    return error.code.exit == ExitClass::Unreachable ? Knowledge::Unreachable : Knowledge::ShapeChanged;
}

Task<std::vector<networks::Holdings>> holdingsTask(HeliumChain* chain, std::vector<Asset> assets,
                                                   std::vector<Address> owners, CancelToken cancel)
{
    constexpr std::size_t kAtOnce = 4;
    const std::string source = "source.ledger";
    std::vector<PublicKey> keys;
    for (const Address& owner : owners) {
        OUTPOST_CO_TRY(const PublicKey key, PublicKey::fromBase58(owner.str()));
        keys.push_back(key);
    }
    std::vector<networks::Holdings> list(owners.size());
    const auto accounts = co_await chain->rpc().accounts(keys, ledger::Commitment::Confirmed, std::nullopt, cancel);
    for (std::size_t i = 0; i < keys.size(); ++i) {
        const Time now = chain->clock().now();
        if (!accounts) {
            const Knowledge why = whyUnknown(accounts.error());
            list[i] = {Known<Amount>::without(why, source, now), Known<std::vector<Amount>>::without(why, source, now)};
            continue;
        }
        const auto& account = accounts->accounts[i];
        list[i].coin = Known<Amount>::known({solAsset(), account ? Int128::fromUnsigned(account->lamports) : Int128()},
                                            source, now);
    }
    // A node that does not answer is not asked twenty times more.
    for (std::size_t from = 0; accounts && from < keys.size(); from += kAtOnce) {
        const std::size_t to = std::min(keys.size(), from + kAtOnce);
        std::vector<Future<std::vector<ledger::TokenHolding>>> running;
        for (std::size_t i = from; i < to; ++i)
            running.push_back(chain->rpc().tokenAccounts(keys[i], cancel));
        for (std::size_t i = from; i < to; ++i) {
            const auto tokens = co_await running[i - from];
            const Time now = chain->clock().now();
            if (!tokens) {
                list[i].tokens = Known<std::vector<Amount>>::without(whyUnknown(tokens.error()), source, now);
                continue;
            }
            std::vector<Amount> amounts;
            for (const Asset& asset : assets) {
                Int128 sum;
                for (const auto& holding : *tokens) {
                    if (tokenAsset(holding.token.mint) == asset.id) {
                        OUTPOST_CO_TRY(sum, sum.plus(Int128::fromUnsigned(holding.token.amount)));
                    }
                }
                if (sum.isPositive())
                    amounts.push_back({asset.id, sum});
            }
            list[i].tokens = Known<std::vector<Amount>>::known(std::move(amounts), source, now);
        }
    }
    co_return list;
}

template <class T, class Make>
Task<std::vector<T>> fromStates(HeliumChain* chain, HeliumServices* services, std::vector<Device> devices,
                                CancelToken cancel, Make make)
{
    std::vector<T> list;
    OUTPOST_CO_TRY(const auto states, co_await rewardStates(chain, services, devices, std::move(cancel)));
    for (std::size_t i = 0; i < devices.size(); ++i) {
        if (states[i])
            list.push_back(make(devices[i], *states[i], chain->clock().now()));
    }
    co_return list;
}

} // namespace

HeliumNetwork::HeliumNetwork(Ports ports, ServiceUrls urls, NetworkKeys keys)
    : m_clock(ports.clock),
      m_keys(keys),
      m_services(ports.http, ports.clock, std::move(urls)),
      m_chain(ports.rpc, ports.clock),
      m_protocol(ports.clock, ports.delay),
      m_claim(m_chain, m_services),
      m_onboard(m_chain, m_services, m_protocol, keys),
      m_place(m_onboard)
{}

std::vector<Asset> HeliumNetwork::assets() const
{
    return {{tokenAsset(mint::kHnt), "HNT", "Helium", kHntDecimals},
            {tokenAsset(mint::kDc), "DC", "Data Credits", kDcDecimals},
            {solAsset(), "SOL", "Solana", 9}};
}

std::vector<networks::PriceIds> HeliumNetwork::priceIds() const
{
    constexpr std::int64_t kNanoUsdPerDc = 1'000'000'000 / kDcPerUsd;
    return {{tokenAsset(mint::kHnt), "helium", mint::kHnt.toBase58(), std::nullopt},
            {tokenAsset(mint::kDc), {}, {}, Int128(kNanoUsdPerDc)},
            {solAsset(), "solana", "So11111111111111111111111111111111111111112", std::nullopt}};
}

void HeliumNetwork::addDecoders(solana::DecoderRegistry& registry) const
{
    helium::addDecoders(registry, m_keys);
}

std::vector<wallet::DerivationScheme> HeliumNetwork::schemes() const
{
    // What owners' wallets used: helium/wallet-app (useDerivationAccounts), helium-js crypto, helium-wallet-rs.
    std::vector<wallet::DerivationScheme> list;
    const auto add = [&](const std::string& id, const std::string& path) {
        if (const auto parsed = wallet::DerivationPath::parse(path))
            list.push_back({id, wallet::SchemeKind::Path, wallet::Curve::Ed25519, *parsed});
    };
    add("solana-0", "m/44'/501'/0'/0'");
    list.push_back({"helium-legacy", wallet::SchemeKind::RawEntropySeed, wallet::Curve::Ed25519, {}});
    add("solana-root", "m/44'/501'");
    add("helium-904", "m/44'/904'");
    add("helium-904-0", "m/44'/904'/0'/0'");
    for (int i = 0; i < 10; ++i) {
        const std::string n = std::to_string(i);
        if (i > 0)
            add("solana-" + n, "m/44'/501'/" + n + "'/0'");
        add("solana-short-" + n, "m/44'/501'/" + n + "'");
    }
    return list;
}

Address HeliumNetwork::addressOf(ByteSpan publicKey) const
{
    return Address(toBase58(publicKey));
}

Result<Address> HeliumNetwork::parseAddress(std::string_view text) const
{
    if (const auto solana = PublicKey::fromBase58(text))
        return Address(solana->toBase58());
    OUTPOST_TRY(const HotspotKey key, HotspotKey::parse(text));
    const auto solana = key.solana();
    if (!solana)
        return fail(errors::kHeliumBadAddress, "a device's address, not a wallet's");
    return Address(solana->toBase58());
}

Future<std::vector<networks::Holdings>> HeliumNetwork::holdings(std::vector<Address> owners, CancelToken cancel)
{
    return async::toFuture(holdingsTask(&m_chain, assets(), std::move(owners), std::move(cancel)));
}

Future<std::vector<Device>> HeliumNetwork::devicesOf(Address owner, CancelToken cancel)
{
    return async::toFuture(devicesTask(&m_chain, &m_services, std::move(owner), std::move(cancel)));
}

Future<std::vector<EarningSample>> HeliumNetwork::sample(std::vector<Device> devices, CancelToken cancel)
{
    return async::toFuture(fromStates<EarningSample>(
        &m_chain, &m_services, std::move(devices), std::move(cancel),
        [](const Device& device, const RewardState& s, Time at) {
            return EarningSample{
                device.id, {tokenAsset(mint::kHnt), Int128::fromUnsigned(s.lifetime)}, at, "source.oracle"};
        }));
}

Future<std::vector<Claimable>> HeliumNetwork::claimable(std::vector<Device> devices, CancelToken cancel)
{
    return async::toFuture(fromStates<Claimable>(
        &m_chain, &m_services, std::move(devices), std::move(cancel),
        [](const Device& device, const RewardState& s, Time at) {
            const std::uint64_t pending = s.lifetime > s.paid ? s.lifetime - s.paid : 0;
            return Claimable{device.id, {tokenAsset(mint::kHnt), Int128::fromUnsigned(pending)}, "source.oracle", at};
        }));
}

Future<Known<std::vector<CoverageCell>>> HeliumNetwork::cells(std::size_t limit, CancelToken cancel)
{
    using Cells = Known<std::vector<CoverageCell>>;
    return async::toFuture(
        [](HeliumServices* services, const Clock* clock, std::size_t most, CancelToken token) -> Task<Cells> {
            OUTPOST_CO_TRY(const auto rows, co_await services->coverage(most, std::move(token)));
            std::map<std::uint64_t, int> counts;
            for (const CoverageRow& row : rows) {
                if (const auto cell = cellAt(row.point, kCoverageResolution))
                    ++counts[*cell];
            }
            std::vector<CoverageCell> cells;
            for (const auto& [cell, devices] : counts)
                cells.push_back({cell, devices});
            co_return Cells::known(std::move(cells), "source.entities", clock->now());
        }(&m_services, &m_clock, limit, std::move(cancel)));
}

} // namespace outpost::helium
