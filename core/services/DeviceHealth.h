// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/Series.h"

namespace outpost::services {

/// What sampled earnings say about a device that was set up.
struct Health {
    DeviceStatus status = DeviceStatus::Working;
    std::string problem;                    ///< "problem.earnsNothing", "problem.earnsLess" or empty
    std::optional<std::int32_t> since;      ///< first day of the problem
    std::optional<std::int32_t> lastEarned; ///< newest day on which something came in
    std::vector<Amount> usual;              ///< what a usual day brings, per asset: what the problem costs a day
    std::vector<Amount> recent;             ///< the mean of the last full days, per asset
    bool known = false;                     ///< false: too few or too old samples to say anything
};

/// Compares the last full days with what is usual (the median of the four weeks before). One day without earnings asks
/// for a check, two or more say offline; less than a third of the usual over three days asks for a check. Days that
/// still run say nothing. Pure. **Thread:** any.
Health assessHealth(const std::vector<EarningDay>& days, std::int32_t today);

/// Reads and judges many devices, some hundreds at a time and on the pool; those without samples are missing.
/// **Thread:** any with an event loop; `series` must outlive it. Errors: store.*.
Future<std::map<DeviceId, Health>> assessDevices(store::Series& series, std::vector<DeviceId> devices,
                                                 std::int32_t today);

} // namespace outpost::services
