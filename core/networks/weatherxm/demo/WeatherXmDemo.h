// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/networks/Demo.h"

namespace outpost::weatherxmdemo {

/// Four weather stations behind the network's cloud. It pays out by itself and keeps its own history, so that there are
/// neither programs on the demo's ledger nor samples to be given to a new wallet.
std::unique_ptr<demo::Demo> makeDemo();

} // namespace outpost::weatherxmdemo
