// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/networks/Demo.h"

namespace outpost::weatherxmdemo {

/// Four weather stations behind the network's cloud, whose account is the same for every wallet. Earnings are credited
/// on a chain that the demo does not have, so that there are no programs on its ledger.
std::unique_ptr<demo::Demo> makeDemo();

} // namespace outpost::weatherxmdemo
