// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/networks/Demo.h"

namespace outpost::heliumdemo {

/// The network's part of the demo: programs, services, devices and a world of them.
std::unique_ptr<demo::Demo> makeDemo();

/// The account that stands for the ECC verifier on the demo, base58, the same for every seed. On the real network it is
/// another one; a client takes either from its configuration.
std::string eccVerifierAddress();

} // namespace outpost::heliumdemo
