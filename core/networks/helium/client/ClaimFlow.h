// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/networks/helium/client/HeliumChain.h"

namespace outpost::helium {

/// What the network's own folder keeps about a device, as JSON in Device::networkData.
struct HotspotData {
    Bytes entityKey;
    PublicKey asset;

    std::string toJson() const;
    static Result<HotspotData> fromJson(std::string_view text);
};
Result<HotspotData> dataOf(const Device& device);

/// One device's rewards as every oracle and the chain tell them.
struct RewardState {
    std::uint64_t lifetime = 0; ///< median of the oracles
    bool disagree = false;      ///< they do not all say the same
    std::uint64_t paid = 0;
    bool hasRecipient = false;
    std::optional<PublicKey> destination;
};

/// Asks every oracle that the chain names, and the chain; in the order of `devices`, nothing where no oracle knows the
/// device. helium.unknownOracle when the chain names a host that is not on the list.
Task<std::vector<std::optional<RewardState>>> rewardStates(HeliumChain* chain, HeliumServices* services,
                                                           std::vector<Device> devices, CancelToken cancel);

/// Collects one device's rewards per step. Done when the chain says that the asked lifetime total was paid.
class ClaimFlow final : public networks::Flow, public networks::Collecting {
public:
    ClaimFlow(HeliumChain& chain, HeliumServices& services) : m_chain(chain), m_services(services) {}

    std::string kind() const override { return "helium.collect"; }
    bool stepsAreIndependent() const override { return true; }
    networks::FlowOutcome outcomeOf(const Operation& operation) const override;
    Future<networks::StepOutcome> findOut(const Operation& operation, std::size_t step,
                                          networks::FlowContext context) override;
    Future<networks::StepOutcome> perform(const Operation& operation, std::size_t step,
                                          networks::FlowContext context) override;
    Future<networks::FlowPlan> plan(std::vector<Device> devices, Address wallet, CancelToken cancel) override;

private:
    HeliumChain& m_chain;
    HeliumServices& m_services;
};

} // namespace outpost::helium
