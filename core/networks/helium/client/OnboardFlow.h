// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/networks/helium/ble/HotspotProtocol.h"
#include "core/networks/helium/client/HeliumChain.h"

namespace outpost::helium {

/// Registers a hotspot that is beside the computer, and sets places. Steps, in order:
///   sign      the device signs that it belongs to this wallet (Bluetooth)
///   issue     its asset is minted: by its maker's server, or by ourselves with the verifier's signature
///   index     the asset index knows the asset (without it no proof)
///   credits   registration credits are bought, when the wallet pays and lacks them
///   onboard   the hotspot is registered with its place
///   readback  the place on the chain is the one that was chosen
/// Moving a registered hotspot ("helium.place") has credits, update, readback.
class OnboardFlow final : public networks::Flow, public networks::Onboarding {
public:
    OnboardFlow(HeliumChain& chain, HeliumServices& services, HotspotProtocol& protocol, NetworkKeys keys)
        : m_chain(chain), m_services(services), m_protocol(protocol), m_keys(keys)
    {}

    std::string kind() const override { return "helium.onboard"; }
    bool stepsAreIndependent() const override { return false; }
    Future<networks::StepOutcome> findOut(const Operation& operation, std::size_t step,
                                          networks::FlowContext context) override;
    Future<networks::StepOutcome> perform(const Operation& operation, std::size_t step,
                                          networks::FlowContext context) override;

    Future<networks::OnboardingOffer> examine(networks::LocalIdentity device, Address wallet,
                                              CancelToken cancel) override;
    networks::FlowPlan plan(const networks::OnboardingOffer& offer, const Place& place, const Address& wallet) override;
    Future<networks::FlowPlan> planPlace(Device device, Place place, Address wallet, CancelToken cancel) override;

private:
    HeliumChain& m_chain;
    HeliumServices& m_services;
    HotspotProtocol& m_protocol;
    NetworkKeys m_keys;
};

/// The same steps under another kind: moving a hotspot is an operation of its own.
class PlaceFlow final : public networks::Flow {
public:
    explicit PlaceFlow(OnboardFlow& steps) : m_steps(steps) {}
    std::string kind() const override { return "helium.place"; }
    bool stepsAreIndependent() const override { return false; }
    Future<networks::StepOutcome> findOut(const Operation& operation, std::size_t step,
                                          networks::FlowContext context) override
    {
        return m_steps.findOut(operation, step, std::move(context));
    }
    Future<networks::StepOutcome> perform(const Operation& operation, std::size_t step,
                                          networks::FlowContext context) override
    {
        return m_steps.perform(operation, step, std::move(context));
    }

private:
    OnboardFlow& m_steps;
};

} // namespace outpost::helium
