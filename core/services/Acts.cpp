// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/Acts.h"

#include "core/domain/Cells.h"
#include "core/services/ServiceErrors.h"

#include <QPointer>

#include <set>

namespace outpost::services {

using networks::FlowPlan;
using networks::Network;

namespace {

constexpr double kNearMetres = 300;

networks::Flow* flowOf(Network& network, const std::string& kind)
{
    for (networks::Flow* flow : network.flows()) {
        if (flow->kind() == kind)
            return flow;
    }
    return nullptr;
}

/// A proposal without the steps at these places; what comes and what it costs follow.
FlowPlan without(FlowPlan plan, const std::vector<std::pair<std::size_t, Error>>& refused, const networks::Flow& flow)
{
    if (refused.empty())
        return plan;
    for (auto it = refused.rbegin(); it != refused.rend(); ++it)
        plan.operation.steps.erase(plan.operation.steps.begin() + static_cast<std::ptrdiff_t>(it->first));
    if (plan.operation.steps.empty())
        return plan; // nothing can be done now; what it would bring and cost is still worth reading
    Operation asDone = plan.operation;
    for (OperationStep& step : asDone.steps)
        step.state = OperationState::Done;
    auto outcome = flow.outcomeOf(asDone);
    plan.operation.titleArgs = std::move(outcome.titleArgs);
    plan.operation.receive = std::move(outcome.receive);
    plan.operation.cost = std::move(outcome.cost);
    return plan;
}

/// Where asking again may help the whole review fails; anything else concerns one step and leaves it out.
bool mayPass(const Error& error)
{
    return error.retryable || error.is(errors::kCancelled) || error.code.exit == ExitClass::Unreachable;
}

} // namespace

Acts::Acts(Ports ports, std::vector<Network*> networks) : m_ports(ports), m_networks(std::move(networks)) {}

Network* Acts::networkOf(const DeviceId& device) const
{
    const NetworkId id(device.str().substr(0, device.str().find(':')));
    const auto it = std::find_if(m_networks.begin(), m_networks.end(), [&](Network* n) { return n->id() == id; });
    return it == m_networks.end() ? nullptr : *it;
}

Task<ActReview> Acts::reviewSteps(FlowPlan plan, networks::Flow* flow, Address wallet, CancelToken cancel)
{
    const QPointer<Acts> guard(this);
    ActReview review;
    // Only flows whose steps stand alone can have their transactions looked at before anything happens.
    if (flow != nullptr && flow->stepsAreIndependent()) {
        GateLimits limits{wallet, {}};
        for (const CostLine& line : plan.operation.cost) {
            if (!line.paidBy.empty())
                continue;
            auto& sum = limits.mayLeave[line.amount.asset];
            OUTPOST_CO_TRY(sum, sum.plus(line.amount.base));
        }
        const networks::FlowContext context{.wallet = wallet, .device = nullptr, .cancel = cancel};
        for (std::size_t i = 0; i < plan.operation.steps.size(); ++i) {
            auto outcome = co_await flow->perform(plan.operation, i, context);
            if (!guard)
                co_return fail(errors::kCancelled);
            if (!outcome && mayPass(outcome.error()))
                co_return std::unexpected(std::move(outcome.error()));
            if (!outcome) {
                review.refused.emplace_back(i, std::move(outcome.error()));
                continue;
            }
            if (outcome->kind != networks::StepOutcome::Kind::Sign || !outcome->draft)
                continue;
            OUTPOST_CO_TRY(Review seen, co_await m_ports.pipeline.review(std::move(*outcome->draft), limits, cancel));
            if (!guard)
                co_return fail(errors::kCancelled);
            review.twoSources = review.twoSources && seen.twoSources;
            if (seen.refusal)
                review.refused.emplace_back(i, *seen.refusal);
            review.transactions.push_back(std::move(seen));
        }
        plan = without(std::move(plan), review.refused, *flow);
    }
    review.plan = std::move(plan);
    co_return review;
}

std::vector<networks::LeftOut> Acts::leftElsewhere(const std::vector<Device>& devices,
                                                   const std::vector<Claimable>& claimables) const
{
    std::vector<networks::LeftOut> left;
    const WalletEntry* current = m_ports.wallets.current();
    const auto wallet = m_ports.wallets.currentAddress();
    for (const Device& device : devices) {
        const bool ready = std::any_of(claimables.begin(), claimables.end(), [&](const Claimable& c) {
            return c.device == device.id && c.amount.base.isPositive();
        });
        if (!ready || !wallet || device.owner == *wallet)
            continue;
        const auto& entries = m_ports.wallets.wallets();
        // An address that is only watched is somebody else's.
        const auto owner = std::find_if(entries.begin(), entries.end(), [&](const WalletEntry& entry) {
            return !entry.watchOnly &&
                   std::find(entry.addresses.begin(), entry.addresses.end(), device.owner) != entry.addresses.end();
        });
        if (owner != entries.end())
            left.push_back({device.id,
                            current != nullptr && owner->id == current->id ? "left.otherAddress" : "left.otherWallet",
                            {}});
    }
    return left;
}

Future<ActReview> Acts::reviewCollect(std::vector<DeviceId> devices, CancelToken cancel)
{
    return async::toFuture([](QPointer<Acts> self, std::vector<DeviceId> wanted, CancelToken token) -> Task<ActReview> {
        OUTPOST_CO_TRY(const Address wallet, self->m_ports.wallets.currentAddress());
        OUTPOST_CO_TRY(const auto claimables, co_await self->m_ports.series.claimables());
        if (!self)
            co_return fail(errors::kCancelled);
        std::vector<std::string> reasons; // of what is there and cannot be collected
        const auto note = [&reasons](const std::vector<networks::LeftOut>& leftOut) {
            for (const auto& left : leftOut) {
                if (std::find(reasons.begin(), reasons.end(), left.reason) == reasons.end())
                    reasons.push_back(left.reason);
            }
        };
        // One operation is of one network; with several, the first that has something. The next review has the next.
        for (Network* network : self->m_networks) {
            if (network->collecting() == nullptr)
                continue;
            OUTPOST_CO_TRY(auto known, co_await self->m_ports.devices.all(network->id()));
            if (!self)
                co_return fail(errors::kCancelled);
            if (!wanted.empty()) {
                std::erase_if(known, [&](const Device& d) {
                    return std::find(wanted.begin(), wanted.end(), d.id) == wanted.end();
                });
            }
            auto elsewhere = self->leftElsewhere(known, claimables);
            std::erase_if(known, [&](const Device& d) { return d.owner != wallet; });
            if (known.empty()) {
                note(elsewhere);
                continue;
            }
            OUTPOST_CO_TRY(FlowPlan plan, co_await network->collecting()->plan(std::move(known), wallet, token));
            if (!self)
                co_return fail(errors::kCancelled);
            plan.leftOut.insert(plan.leftOut.end(), std::make_move_iterator(elsewhere.begin()),
                                std::make_move_iterator(elsewhere.end()));
            if (plan.operation.steps.empty()) {
                note(plan.leftOut);
                continue;
            }
            networks::Flow* flow = flowOf(*network, plan.operation.kind);
            co_return co_await self->reviewSteps(std::move(plan), flow, wallet, token);
        }
        if (!reasons.empty())
            co_return fail(errors::kAllLeftOut, "every device is left out", std::move(reasons));
        co_return fail(errors::kNothingToCollect);
    }(this, std::move(devices), std::move(cancel)));
}

Future<networks::OnboardingOffer> Acts::examine(DeviceId device, CancelToken cancel)
{
    using Offer = networks::OnboardingOffer;
    return async::toFuture([](QPointer<Acts> self, DeviceId id, CancelToken token) -> Task<Offer> {
        Network* network = self->networkOf(id);
        if (network == nullptr || network->onboarding() == nullptr)
            co_return fail(errors::kNotOffered);
        OUTPOST_CO_TRY(const Address wallet, self->m_ports.wallets.currentAddress());
        OUTPOST_CO_CHECK(co_await self->m_ports.nearby.connected(id, token));
        if (!self)
            co_return fail(errors::kCancelled);
        const auto* identity = self->m_ports.nearby.identityOf(id);
        if (identity == nullptr)
            co_return fail(errors::kDeviceAway, id.str());
        co_return co_await network->onboarding()->examine(*identity, wallet, token);
    }(this, std::move(device), std::move(cancel)));
}

Future<ActReview> Acts::reviewOnboard(networks::OnboardingOffer offer, Place place)
{
    Network* network = networkOf(offer.device.id);
    const auto wallet = m_ports.wallets.currentAddress();
    if (network == nullptr || network->onboarding() == nullptr)
        return async::failed<ActReview>(Error(errors::kNotOffered));
    if (!wallet)
        return async::failed<ActReview>(wallet.error());
    ActReview review;
    review.plan = network->onboarding()->plan(offer, place, *wallet);
    return async::ready<ActReview>(std::move(review));
}

Future<ActReview> Acts::reviewPlace(DeviceId device, Place place, CancelToken cancel)
{
    return async::toFuture([](QPointer<Acts> self, DeviceId id, Place to, CancelToken token) -> Task<ActReview> {
        Network* network = self->networkOf(id);
        if (network == nullptr || network->onboarding() == nullptr)
            co_return fail(errors::kNotOffered);
        OUTPOST_CO_TRY(const Address wallet, self->m_ports.wallets.currentAddress());
        OUTPOST_CO_TRY(Device known, co_await self->m_ports.devices.find(id));
        if (!self)
            co_return fail(errors::kCancelled);
        OUTPOST_CO_TRY(FlowPlan plan, co_await network->onboarding()->planPlace(std::move(known), to, wallet, token));
        ActReview review;
        review.plan = std::move(plan);
        co_return review;
    }(this, std::move(device), std::move(place), std::move(cancel)));
}

Future<PlaceChoice> Acts::choosePlace(DeviceId device, GeoPoint pin, int resolution)
{
    return async::toFuture([](QPointer<Acts> self, DeviceId id, GeoPoint at, int res) -> Task<PlaceChoice> {
        PlaceChoice choice;
        choice.pin = at;
        OUTPOST_CO_TRY(choice.place.cell, cellAt(at, res));
        OUTPOST_CO_TRY(choice.place.centre, cellCentre(choice.place.cell));
        OUTPOST_CO_TRY(choice.boundary, cellBoundary(choice.place.cell));
        choice.pinToCentreMetres = distanceMetres(at, choice.place.centre);
        choice.cellAcrossMetres = cellAcrossMetres(res);
        OUTPOST_CO_TRY(const auto devices, co_await self->m_ports.devices.all());
        for (const Device& other : devices) {
            if (!other.place)
                continue;
            const double metres = distanceMetres(other.place->centre, choice.place.centre);
            if (other.id == id)
                choice.movedMetres = metres;
            else if (metres <= kNearMetres)
                ++choice.ownDevicesNear;
        }
        co_return choice;
    }(this, std::move(device), pin, resolution));
}

Future<Operation> Acts::start(ActReview review, CancelToken cancel)
{
    const auto wallet = m_ports.wallets.currentAddress();
    if (!wallet)
        return async::failed<Operation>(wallet.error());
    if (auto verified = m_ports.wallets.requireVerifiedBackup(); !verified)
        return async::failed<Operation>(verified.error());
    if (!m_ports.wallets.isUnlocked())
        return async::failed<Operation>(Error(errors::kWalletLocked));
    Operation operation = std::move(review.plan.operation);
    if (operation.steps.empty()) // the review refused them all
        return async::failed<Operation>(review.refused.empty() ? Error(errors::kNothingToCollect)
                                                               : review.refused.front().second);
    operation.id = m_ports.runner.newId();
    Q_EMIT started(operation.id);
    return m_ports.runner.start(std::move(operation), *wallet, std::move(cancel));
}

Future<std::vector<Operation>> Acts::resumeAll(CancelToken cancel)
{
    return resumeThose([](const Operation&) { return true; }, std::move(cancel));
}

Future<std::vector<Operation>> Acts::resumeCollecting(CancelToken cancel)
{
    std::set<std::string> kinds; // steps that stand alone need no device beside the computer
    for (Network* network : m_networks) {
        for (const networks::Flow* flow : network->flows()) {
            if (flow->stepsAreIndependent())
                kinds.insert(flow->kind());
        }
    }
    return resumeThose([kinds](const Operation& operation) { return kinds.contains(operation.kind); },
                       std::move(cancel));
}

Future<std::vector<Operation>> Acts::resumeThose(std::function<bool(const Operation&)> wanted, CancelToken cancel)
{
    using Wanted = std::function<bool(const Operation&)>;
    return async::toFuture([](QPointer<Acts> self, Wanted isWanted, CancelToken token) -> Task<std::vector<Operation>> {
        OUTPOST_CO_TRY(const auto open, co_await self->m_ports.runner.open());
        std::vector<Operation> results;
        for (const Operation& operation : open) {
            if (!self || token.isCancelled())
                break;
            if (!isWanted(operation) || self->m_ports.runner.isRunning(operation.id))
                continue;
            auto result = co_await self->m_ports.runner.resume(operation.id, token);
            results.push_back(result ? std::move(*result) : operation);
        }
        co_return results;
    }(this, std::move(wanted), std::move(cancel)));
}

} // namespace outpost::services
