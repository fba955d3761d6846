// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/FleetSync.h"
#include "core/services/NearbyDevices.h"

namespace outpost::services {

/// Everything a person reads before they agree: what comes, what it costs, what is signed, what was left out.
/// Nothing has been written anywhere.
struct ActReview {
    networks::FlowPlan plan;
    /// One per transaction that can be built already; empty where a device or a server has to act first.
    std::vector<Review> transactions;
    /// What was refused now, by its place in the plan as it was proposed, and why. The plan here is without it, and
    /// what comes and what it costs do not count it; where all was refused they say what it would have been.
    std::vector<std::pair<std::size_t, Error>> refused;
    bool twoSources = true;
};

/// A place as a person is shown it before it is set.
struct PlaceChoice {
    Place place;
    GeoPoint pin;
    double pinToCentreMetres = 0;
    double cellAcrossMetres = 0;
    std::vector<GeoPoint> boundary;
    int ownDevicesNear = 0;            ///< within 300 m
    std::optional<double> movedMetres; ///< from the old place, when there is one
};

/// Acts that change something outside, from the plan over the review to the start.
/// **Thread:** GUI. Errors: services.*, gate.*, those of the flows.
class Acts final : public QObject {
    Q_OBJECT
public:
    struct Ports {
        OperationRunner& runner;
        TransactionPipeline& pipeline;
        WalletService& wallets;
        NearbyDevices& nearby;
        FleetSync& sync;
        store::Devices& devices;
        store::Series& series;
        const Clock& clock;
    };
    Acts(Ports ports, std::vector<networks::Network*> networks);

    /// `devices` empty: all that have something. Of the current address only; what the same person's other addresses
    /// have ready is told as left out. errors::kNothingToCollect, kAllLeftOut.
    Future<ActReview> reviewCollect(std::vector<DeviceId> devices, CancelToken cancel = {});
    /// What the network says about a device that is beside the computer.
    Future<networks::OnboardingOffer> examine(DeviceId device, CancelToken cancel = {});
    Future<ActReview> reviewOnboard(networks::OnboardingOffer offer, Place place);
    Future<ActReview> reviewPlace(DeviceId device, Place place, CancelToken cancel = {});
    /// The cell that a point falls into, for a device of this network.
    Future<PlaceChoice> choosePlace(DeviceId device, GeoPoint pin, int resolution);

    /// The person has agreed. Needs an unlocked wallet whose words were checked.
    Future<Operation> start(ActReview review, CancelToken cancel = {});
    /// Takes up what an earlier run left, oldest first; what cannot go on now stays open.
    Future<std::vector<Operation>> resumeAll(CancelToken cancel = {});
    /// Of these only what needs no device beside the computer, and is not under way here already.
    Future<std::vector<Operation>> resumeCollecting(CancelToken cancel = {});

Q_SIGNALS:
    void started(const outpost::OperationId& id);

private:
    Future<std::vector<Operation>> resumeThose(std::function<bool(const Operation&)> wanted, CancelToken cancel);
    networks::Network* networkOf(const DeviceId& device) const;
    std::vector<networks::LeftOut> leftElsewhere(const std::vector<Device>& devices,
                                                 const std::vector<Claimable>& claimables) const;
    Task<ActReview> reviewSteps(networks::FlowPlan plan, networks::Flow* flow, Address wallet, CancelToken cancel);

    Ports m_ports;
    std::vector<networks::Network*> m_networks;
};

} // namespace outpost::services
