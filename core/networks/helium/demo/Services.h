// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/networks/Demo.h"

namespace outpost::heliumdemo {

/// A reward oracle (helium-program-library, distributor-oracle): GET /, /rewards, /health, POST /bulk-rewards,
/// /v1/sign. The second of them answers another figure under Fault::OracleDisagrees.
std::unique_ptr<demo::HttpService> rewardOracleService(std::size_t index);
/// The onboarding server, version 3 of its interface.
std::unique_ptr<demo::HttpService> onboardingService();
/// Co-signs the issuing of an entity for a device that has agreed with its own key.
std::unique_ptr<demo::HttpService> eccVerifierService();
/// The Entity API: names, places, and the whole network for the map.
std::unique_ptr<demo::HttpService> entityService();

} // namespace outpost::heliumdemo
