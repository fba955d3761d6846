// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/Device.h"

namespace outpost {

/// A lifetime total that a source gave at a moment. Daily earnings are differences of these.
struct EarningSample {
    DeviceId device;
    Amount lifetime;
    Time at;
    std::string source;
};

/// What a device earned within one day (UTC), from two samples. `complete` is false while the day still runs or when a
/// sample is missing and the difference was spread over several days.
struct EarningDay {
    DeviceId device;
    std::int32_t day = 0; ///< days since 1970-01-01
    Amount amount;
    bool complete = true;
};

/// Something that can be collected now.
struct Claimable {
    DeviceId device;
    Amount amount;
    std::string source;
    Time asOf;
};

/// One line of what an act costs.
struct CostLine {
    enum class Kind {
        NetworkFee = 0,
        PriorityFee = 1,
        OneTimeDeposit = 2,
        RefundableDeposit = 3,
        RegistrationFee = 4,
        PlaceFee = 5,
    };
    Kind kind = Kind::NetworkFee;
    Amount amount;
    std::string paidBy;   ///< empty: this wallet; else who, plain text ("the maker")
    int count = 1;        ///< how many of them the amount covers
    bool covered = false; ///< paid with what another line buys: part of the limits, not of what is shown
};

} // namespace outpost
