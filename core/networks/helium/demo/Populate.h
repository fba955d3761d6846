// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/networks/helium/demo/Cast.h"

namespace outpost::heliumdemo {

/// Mints, sub-networks, configurations, makers, trees, the distributor, breakers, price and lookup table: everything
/// that has no owner among wallets.
void populateNetwork(World& world);

/// Registers a batch of devices to the shop as if it had done so over the past year: NFT, entity, place, and for those
/// that were collected a recipient. Answers the ids of their NFTs.
std::vector<Pubkey> stockUp(World& world, int batch, int count);

/// Writes a fresh price of HNT, moving with the market and averaged, unless the last one is younger than four minutes.
void crankPrice(World& world);

/// Data Credits into an account that is frozen as all of them are.
void giveCredits(World& world, const Pubkey& owner, std::uint64_t amount);

} // namespace outpost::heliumdemo
