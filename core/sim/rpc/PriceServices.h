// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sim/world/Prices.h"

namespace outpost::sim {

/// CoinGecko's public simple/price (host api.coingecko.com). `prices` must outlive the service.
std::unique_ptr<demo::HttpService> makeCoinGeckoService(const Prices& prices);
/// Jupiter's price API version 3 (host api.jup.ag).
std::unique_ptr<demo::HttpService> makeJupiterPriceService(const Prices& prices);

} // namespace outpost::sim
