// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/wallet/ApprovedMessage.h"

namespace outpost::services {

/// Stands in for the one in core/services, which these tests do not link.
class SigningGate {
public:
    static wallet::ApprovedMessage approve(Address signer, Bytes message, std::chrono::milliseconds now)
    {
        return {std::move(signer), std::move(message), {"Says hello."}, "simulation-1", now};
    }
};

} // namespace outpost::services
