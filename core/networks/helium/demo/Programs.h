// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/networks/Demo.h"

namespace outpost::heliumdemo {

// The network's programs as far as the demo executes them; every other instruction answers "not simulated". Accounts,
// order, flags, seeds and relations are those of the interface descriptions (npm @helium/idls 0.11.27).

/// initialize_compression_recipient_v0, set_current_rewards_v0 and _v1, distribute_compression_rewards_v0,
/// distribute_custom_destination_v0, update_compression_destination_v0.
std::unique_ptr<demo::Program> lazyDistributorProgram();
/// set_current_rewards_wrapper_v1 and _v2.
std::unique_ptr<demo::Program> rewardsOracleProgram();
/// transfer_v0 and mint_v0.
std::unique_ptr<demo::Program> circuitBreakerProgram();
/// mint_data_credits_v0 and burn_without_tracking_v0.
std::unique_ptr<demo::Program> dataCreditsProgram();
/// issue_entity_v0, issue_data_only_entity_v0, onboard_iot_hotspot_v0, onboard_data_only_iot_hotspot_v0,
/// update_iot_info_v0.
std::unique_ptr<demo::Program> entityManagerProgram();
/// track_dc_onboarding_fees_v0, which only the entity manager calls.
std::unique_ptr<demo::Program> subDaosProgram();

/// The 82 bytes that a reward oracle signs: what the asset earned in its life, in base units.
Bytes oracleMessage(const demo::Pubkey& lazyDistributor, std::uint16_t oracleIndex, std::uint64_t currentRewards,
                    const demo::Pubkey& asset);

} // namespace outpost::heliumdemo
