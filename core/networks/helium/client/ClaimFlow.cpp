// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/networks/helium/client/ClaimFlow.h"

#include "core/base/Encoding.h"
#include "core/chain/solana/Builders.h"
#include "core/ledger/LedgerErrors.h"
#include "core/networks/helium/client/ClientErrors.h"
#include "core/networks/helium/protocol/ProtocolErrors.h"

#include <charconv>

namespace outpost::helium {

using networks::FlowPlan;
using networks::StepOutcome;
using solana::Instruction;

namespace {

std::string hostOf(const std::string& url)
{
    const auto start = url.find("://");
    const auto from = start == std::string::npos ? 0 : start + 3;
    return url.substr(from, url.find('/', from) - from);
}

/// The chain's word for an oracle's address, without a slash at the end, if the host is one that Outpost talks to.
Result<std::string> oracleUrl(const RewardOracle& oracle, const ServiceUrls& urls)
{
    std::string url = plainText(oracle.url, 200);
    while (url.ends_with('/'))
        url.pop_back();
    const std::string host = hostOf(url);
    const bool known = url.starts_with("https://") &&
                       std::find(urls.oracleHosts.begin(), urls.oracleHosts.end(), host) != urls.oracleHosts.end();
    if (!known)
        return fail(errors::kHeliumUnknownOracle, url, {host});
    return url;
}

Result<std::uint64_t> number(const std::map<std::string, std::string>& data, const std::string& key)
{
    const auto it = data.find(key);
    std::uint64_t value = 0;
    if (it == data.end())
        return fail(errors::kInternal, "step lacks " + key);
    const auto [end, ec] = std::from_chars(it->second.data(), it->second.data() + it->second.size(), value);
    if (ec != std::errc{} || end != it->second.data() + it->second.size())
        return fail(errors::kInternal, "step has a bad " + key);
    return value;
}

Result<PublicKey> key(const std::map<std::string, std::string>& data, const std::string& name)
{
    const auto it = data.find(name);
    if (it == data.end())
        return fail(errors::kInternal, "step lacks " + name);
    return PublicKey::fromBase58(it->second);
}

Task<StepOutcome> findOutTask(HeliumChain* chain, std::map<std::string, std::string> data, CancelToken cancel)
{
    OUTPOST_CO_TRY(const PublicKey asset, key(data, "asset"));
    OUTPOST_CO_TRY(const std::uint64_t lifetime, number(data, "lifetime"));
    OUTPOST_CO_TRY(const auto recipients, co_await chain->recipients({asset}, std::move(cancel)));
    StepOutcome outcome;
    outcome.kind = recipients.front() && recipients.front()->totalRewards >= lifetime ? StepOutcome::Kind::Done
                                                                                      : StepOutcome::Kind::NotDone;
    co_return outcome;
}

Task<StepOutcome> performTask(HeliumChain* chain, HeliumServices* services, std::map<std::string, std::string> data,
                              Address wallet, CancelToken cancel)
{
    OUTPOST_CO_TRY(const PublicKey asset, key(data, "asset"));
    OUTPOST_CO_TRY(const PublicKey keyToAsset, key(data, "keyToAsset"));
    OUTPOST_CO_TRY(const std::uint64_t price, number(data, "microLamports"));
    OUTPOST_CO_TRY(const PublicKey payer, PublicKey::fromBase58(wallet.str()));
    OUTPOST_CO_TRY(const LazyDistributor distributor, co_await chain->distributor(cancel));
    OUTPOST_CO_TRY(const auto recipients, co_await chain->recipients({asset}, cancel));
    const pda::Distributor known = pda::distributor(mint::kHnt);
    const PublicKey recipient = pda::recipient(known.lazyDistributor, asset);
    const std::optional<PublicKey> destination =
        recipients.front() ? recipients.front()->destination : std::optional<PublicKey>();

    std::vector<Instruction> calls;
    std::optional<ProvenAsset> proven;
    if (!recipients.front() || !destination) {
        OUTPOST_CO_TRY(proven, co_await chain->provenAsset(asset, cancel));
        // Without a destination of its own the program pays whoever owns the device now: sold, it pays the buyer.
        if (proven->asset.owner != payer)
            co_return fail(errors::kHeliumOwnedByOther, proven->asset.owner.toBase58(),
                           {proven->asset.owner.toBase58()});
    }
    if (!recipients.front()) {
        calls.push_back(InitializeRecipient{.payer = payer,
                                            .recipient = recipient,
                                            .merkleTree = proven->merkleTree,
                                            .owner = proven->asset.owner,
                                            .delegate = proven->leafDelegate,
                                            .proof = proven->proof}
                            .build());
    }
    for (std::size_t i = 0; i < distributor.oracles.size(); ++i) {
        OUTPOST_CO_TRY(const std::string url, oracleUrl(distributor.oracles[i], services->urls()));
        OUTPOST_CO_TRY(const OracleStatement statement, co_await services->signedRewards(url, keyToAsset, cancel));
        if (statement.oracle != distributor.oracles[i].key || statement.message.asset != asset ||
            statement.message.lazyDistributor != known.lazyDistributor || statement.message.oracleIndex != i)
            co_return fail(errors::kHeliumBadOracleMessage, "statement about something else", {hostOf(url)});
        calls.push_back(solana::ed25519::verify(statement.oracle, statement.signature, statement.message.serialize()));
        calls.push_back(SetCurrentRewards{.payer = payer,
                                          .recipient = recipient,
                                          .keyToAsset = keyToAsset,
                                          .oracleIndex = static_cast<std::uint16_t>(i),
                                          .currentRewards = statement.message.currentRewards}
                            .build());
    }
    if (destination) {
        calls.push_back(
            DistributeToDestination{.payer = payer, .recipient = recipient, .destination = *destination}.build());
    } else {
        calls.push_back(DistributeRewards{.payer = payer,
                                          .recipient = recipient,
                                          .owner = proven->asset.owner,
                                          .merkleTree = proven->merkleTree,
                                          .proof = proven->proof}
                            .build());
    }
    StepOutcome outcome;
    outcome.kind = StepOutcome::Kind::Sign;
    OUTPOST_CO_TRY(outcome.draft, co_await chain->draft(solana::MessageVersion::V0, payer, kUnitsClaim, price,
                                                        std::move(calls), cancel));
    co_return outcome;
}

/// Worth less in base units than this is never collected: no price makes up for the signatures.
constexpr std::uint64_t kDust = 1000;

Task<FlowPlan> planTask(HeliumChain* chain, HeliumServices* services, std::vector<Device> devices, Address wallet,
                        CancelToken cancel)
{
    FlowPlan plan;
    plan.operation.kind = "helium.collect";
    plan.operation.title = "operation.collect";
    plan.operation.idempotencyKey = "helium.collect/" + wallet.str();
    OUTPOST_CO_TRY(const PublicKey owner, PublicKey::fromBase58(wallet.str()));
    OUTPOST_CO_TRY(const ChainFees fees, co_await chain->fees(cancel));
    OUTPOST_CO_TRY(const LazyDistributor distributor, co_await chain->distributor(cancel));
    OUTPOST_CO_TRY(const auto states, co_await rewardStates(chain, services, devices, cancel));

    // What the pool lets out now; the rest has to wait, and is said to.
    const pda::Distributor known = pda::distributor(mint::kHnt);
    const PublicKey wallets = solana::associatedTokenAddress(owner, mint::kHnt);
    OUTPOST_CO_TRY(const auto read,
                   co_await chain->rpc().accounts({known.escrowBreaker, known.escrow, wallets},
                                                  ledger::Commitment::Confirmed, std::nullopt, cancel));
    std::uint64_t room = std::numeric_limits<std::uint64_t>::max();
    if (read.accounts[0] && read.accounts[1] && read.accounts[0]->owner == program::kCircuitBreaker) {
        OUTPOST_CO_TRY(const CircuitBreaker breaker, parseCircuitBreaker(read.accounts[0]->data));
        OUTPOST_CO_TRY(const auto escrow, solana::parseTokenAccount(read.accounts[1]->data));
        room = breaker.available(toUnixSeconds(chain->clock().now()), escrow.amount);
    }

    std::uint64_t total = 0;
    std::uint64_t lamports = 0;
    std::uint64_t deposits = 0;
    int depositCount = 0;
    const std::uint32_t signatures = 1 + static_cast<std::uint32_t>(distributor.oracles.size());
    for (std::size_t i = 0; i < devices.size(); ++i) {
        const Device& device = devices[i];
        if (!states[i])
            continue;
        const RewardState& state = *states[i];
        const std::uint64_t pending = state.lifetime > state.paid ? state.lifetime - state.paid : 0;
        if (pending == 0)
            continue;
        if (state.disagree) {
            plan.leftOut.push_back({device.id, "left.sourcesDisagree", {}});
            continue;
        }
        if (state.destination && *state.destination != owner) {
            plan.leftOut.push_back({device.id, "left.paysSomebodyElse", {}});
            continue;
        }
        if (pending < kDust) {
            plan.leftOut.push_back({device.id, "left.tooSmall", {}});
            continue;
        }
        if (pending > room) {
            plan.leftOut.push_back({device.id, "left.poolLimit", {}});
            continue;
        }
        OUTPOST_CO_TRY(const HotspotData data, dataOf(device));
        room -= pending;
        total += pending;
        const std::uint64_t fee = networkFee(fees, signatures, kUnitsClaim);
        const std::uint64_t deposit = state.hasRecipient ? 0 : fees.rentRecipient;
        lamports += fee;
        deposits += deposit;
        depositCount += state.hasRecipient ? 0 : 1;
        OperationStep step;
        step.kind = "claim";
        step.data = {{"device", device.id.str()},
                     {"asset", data.asset.toBase58()},
                     {"keyToAsset", pda::keyToAsset(data.entityKey).toBase58()},
                     {"lifetime", std::to_string(state.lifetime)},
                     {"pending", std::to_string(pending)},
                     {"fee", std::to_string(fee)},
                     {"deposit", std::to_string(deposit)},
                     {"microLamports", std::to_string(fees.microLamportsPerUnit)}};
        plan.operation.steps.push_back(std::move(step));
    }
    if (!plan.operation.steps.empty() && !read.accounts[2]) { // the wallet's own account for what it receives
        deposits += fees.rentTokenAccount;
        ++depositCount;
        for (OperationStep& step : plan.operation.steps)
            step.data.insert_or_assign("walletDeposit", std::to_string(fees.rentTokenAccount));
    }
    plan.operation.titleArgs = {std::to_string(plan.operation.steps.size())};
    if (total > 0)
        plan.operation.receive.push_back({tokenAsset(mint::kHnt), Int128::fromUnsigned(total)});
    if (lamports > 0)
        plan.operation.cost.push_back({CostLine::Kind::NetworkFee,
                                       {solAsset(), Int128::fromUnsigned(lamports)},
                                       {},
                                       static_cast<int>(plan.operation.steps.size())});
    if (deposits > 0)
        plan.operation.cost.push_back(
            {CostLine::Kind::OneTimeDeposit, {solAsset(), Int128::fromUnsigned(deposits)}, {}, depositCount});
    co_return plan;
}

} // namespace

networks::FlowOutcome ClaimFlow::outcomeOf(const Operation& operation) const
{
    const auto figure = [](const OperationStep& step, const char* name) {
        return number(step.data, name).value_or(0); // plans of older programs lack some
    };
    std::uint64_t pending = 0;
    std::uint64_t fees = 0;
    std::uint64_t deposits = 0;
    int done = 0;
    int depositCount = 0;
    for (const OperationStep& step : operation.steps) {
        if (step.state != OperationState::Done)
            continue;
        if (done++ == 0) { // whichever came first opened the wallet's own account
            deposits += figure(step, "walletDeposit");
            depositCount += deposits > 0 ? 1 : 0;
        }
        const std::uint64_t deposit = figure(step, "deposit");
        pending += figure(step, "pending");
        fees += figure(step, "fee");
        deposits += deposit;
        depositCount += deposit > 0 ? 1 : 0;
    }
    networks::FlowOutcome outcome{{std::to_string(done)}, {}, {}};
    if (pending > 0)
        outcome.receive.push_back({tokenAsset(mint::kHnt), Int128::fromUnsigned(pending)});
    if (fees > 0)
        outcome.cost.push_back({CostLine::Kind::NetworkFee, {solAsset(), Int128::fromUnsigned(fees)}, {}, done});
    if (deposits > 0)
        outcome.cost.push_back(
            {CostLine::Kind::OneTimeDeposit, {solAsset(), Int128::fromUnsigned(deposits)}, {}, depositCount});
    return outcome;
}

std::string HotspotData::toJson() const
{
    return codec::JsonObject().add("key", toBase58(entityKey)).add("asset", asset.toBase58()).text();
}

Result<HotspotData> HotspotData::fromJson(std::string_view text)
{
    OUTPOST_TRY(const codec::Json json, codec::parseJson(text, 4096));
    OUTPOST_TRY(const std::string entity, json.stringAt("key", 128));
    OUTPOST_TRY(const std::string id, json.stringAt("asset", 64));
    HotspotData data;
    OUTPOST_TRY(data.entityKey, fromBase58(entity));
    OUTPOST_TRY(data.asset, PublicKey::fromBase58(id));
    return data;
}

Result<HotspotData> dataOf(const Device& device)
{
    return HotspotData::fromJson(device.networkData);
}

Task<std::vector<std::optional<RewardState>>> rewardStates(HeliumChain* chain, HeliumServices* services,
                                                           std::vector<Device> devices, CancelToken cancel)
{
    std::vector<PublicKey> assets;
    std::vector<std::string> keys;
    for (const Device& device : devices) {
        OUTPOST_CO_TRY(const HotspotData data, dataOf(device));
        assets.push_back(data.asset);
        keys.push_back(toBase58(data.entityKey));
    }
    OUTPOST_CO_TRY(const LazyDistributor distributor, co_await chain->distributor(cancel));
    std::vector<std::map<std::string, std::uint64_t>> answers;
    for (const RewardOracle& oracle : distributor.oracles) {
        OUTPOST_CO_TRY(const std::string url, oracleUrl(oracle, services->urls()));
        OUTPOST_CO_TRY(auto totals, co_await services->lifetimeRewards(url, keys, cancel));
        answers.push_back(std::move(totals));
    }
    OUTPOST_CO_TRY(const auto recipients, co_await chain->recipients(assets, cancel));

    std::vector<std::optional<RewardState>> states;
    for (std::size_t i = 0; i < devices.size(); ++i) {
        std::vector<std::uint64_t> totals;
        for (const auto& answer : answers) {
            if (const auto it = answer.find(keys[i]); it != answer.end())
                totals.push_back(it->second);
        }
        if (totals.size() !=
            answers.size()) { // an oracle that is silent about a device decides with the others: nothing is paid
            states.emplace_back();
            continue;
        }
        std::sort(totals.begin(), totals.end());
        RewardState state;
        state.lifetime = totals[totals.size() / 2]; // as the program takes it
        state.disagree = totals.front() != totals.back();
        if (recipients[i]) {
            state.hasRecipient = true;
            state.paid = recipients[i]->totalRewards;
            state.destination = recipients[i]->destination;
        }
        states.emplace_back(state);
    }
    co_return states;
}

Future<StepOutcome> ClaimFlow::findOut(const Operation& operation, std::size_t step, networks::FlowContext context)
{
    return async::toFuture(findOutTask(&m_chain, operation.steps.at(step).data, std::move(context.cancel)));
}

Future<StepOutcome> ClaimFlow::perform(const Operation& operation, std::size_t step, networks::FlowContext context)
{
    return async::toFuture(
        performTask(&m_chain, &m_services, operation.steps.at(step).data, context.wallet, std::move(context.cancel)));
}

Future<FlowPlan> ClaimFlow::plan(std::vector<Device> devices, Address wallet, CancelToken cancel)
{
    return async::toFuture(planTask(&m_chain, &m_services, std::move(devices), std::move(wallet), std::move(cancel)));
}

} // namespace outpost::helium
