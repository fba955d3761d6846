// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Id.h"

namespace outpost {

using NetworkId = Id<struct NetworkIdTag>;     ///< folder name under core/networks
using DeviceId = Id<struct DeviceIdTag>;       ///< network ':' the device's public key as its network spells it
using WalletId = Id<struct WalletIdTag>;       ///< random, 16 hex digits
using AssetId = Id<struct AssetIdTag>;         ///< chain ':' contract or mint, for instance "solana:native"
using OperationId = Id<struct OperationIdTag>; ///< random, 16 hex digits
using Address = Id<struct AddressTag>;         ///< an account as its chain spells it

} // namespace outpost
