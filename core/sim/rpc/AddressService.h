// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/networks/Demo.h"

namespace outpost::sim {

/// Photon's search (host photon.komoot.io, GET /api; https://github.com/komoot/photon/blob/master/docs/api-v1.md) over
/// the towns that networks brought, each with a few streets that are made up. **Thread:** the world's.
std::unique_ptr<demo::HttpService> makeAddressService(std::vector<demo::KnownTown> towns);

} // namespace outpost::sim
