// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/Earning.h"
#include "core/sim/serve/DemoEndpoints.h"

#include <cstdint>
#include <string>
#include <vector>

namespace outpost::sim {

/// What a program may ask of the demo itself rather than of its networks, whoever serves it. Blocks for some
/// milliseconds (advance and starter: up to a second). **Thread:** any but the GUI's. errors::kInternal with the demo's
/// words, kFileFailed when nobody serves.
class DemoControl {
public:
    explicit DemoControl(DemoEndpoints endpoints) : m_endpoints(std::move(endpoints)) {}

    Result<void> advance(int days);
    Result<void> advance(std::chrono::milliseconds demoTime);
    /// NAME[:COUNT|:*][@HOST] each; see FaultOrder. errors::kMalformed for an unknown name.
    Result<void> setFaults(const std::vector<std::string>& faults);
    Result<void> clearFaults();
    Result<void> setSpeed(double demoSecondsPerSecond);
    /// Gives a wallet its starter devices and money, once; false when it had them.
    Result<bool> starter(const std::string& wallet);
    Result<std::vector<EarningSample>> history(const std::string& wallet);
    /// Lamports, or base units of a mint, out of nowhere.
    Result<void> fund(const std::string& address, std::uint64_t amount, const std::string& mint = {});
    struct PastPrice {
        Time at;
        std::uint64_t nano = 0; ///< of the currency's major unit, for one whole unit of the asset
    };
    /// One a day, oldest first. `id` is CoinGecko's, `currency` in lower case.
    Result<std::vector<PastPrice>> prices(const std::string& id, const std::string& currency, int days);
    /// The state as JSON text: seed, now, day, speed, slot, faults, hosts, networks.
    Result<std::string> state();

private:
    Result<std::string> get(const std::string& path);
    Result<std::string> post(const std::string& path, const std::string& body);
    DemoEndpoints m_endpoints;
};

} // namespace outpost::sim
